package notice

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms/say"
)

// PlatformStep is a step in which the platform is filled in. The notice says in which
// of its clauses it tells of it.
type PlatformStep string

// The steps, in the order in which they are gone through.
const (
	StepLogin        PlatformStep = "login"
	StepRecord       PlatformStep = "record" // personal data and the record of achievements
	StepPlan         PlatformStep = "plan"
	StepPhoto        PlatformStep = "photo"
	StepPromise      PlatformStep = "promise"
	StepForm         PlatformStep = "form" // the application itself, with the statement
	StepAchievements PlatformStep = "achievements"
	StepAttachments  PlatformStep = "attachments"
	StepPayment      PlatformStep = "payment"
	StepReviewForm   PlatformStep = "review_form" // printed, stamped and handed in
)

// platformStep is a step with words of which its clause has one.
type platformStep struct {
	step  PlatformStep
	words *regexp.Regexp
}

// platformSteps are all of them.
var platformSteps = []platformStep{
	{StepLogin, regexp.MustCompile(`登[录陆]`)},
	{StepRecord, regexp.MustCompile(`业绩档案|个人信息`)},
	{StepPlan, regexp.MustCompile(`评审计划`)},
	{StepPhoto, regexp.MustCompile(`照片|证件照`)},
	{StepPromise, regexp.MustCompile(`承诺|保证书`)},
	{StepForm, regexp.MustCompile(`述职|申报信息`)},
	{StepAchievements, regexp.MustCompile(`业绩`)},
	{StepAttachments, regexp.MustCompile(`附件|材料`)},
	{StepPayment, regexp.MustCompile(`缴|费`)},
	{StepReviewForm, regexp.MustCompile(`评审表`)},
}

// examinePlatformSteps wants each step's clause to speak of it, and no clause to be that
// of two steps.
func (e *examination) examinePlatformSteps() {
	for _, s := range platformSteps {
		clause, path := e.n.PlatformSteps[s.step], join("platform_steps", string(s.step))
		if clause == "" {
			continue
		}
		e.exists(path, clause)
		if e.there(clause) && !s.words.MatchString(e.own(clause).text) {
			e.wrong(path, "%s说的不是这一步", clause)
		}
		for _, other := range platformSteps {
			if other.step == s.step {
				break
			}
			before := e.n.PlatformSteps[other.step]
			if before != "" && e.there(before) && e.there(clause) && e.clauses[before] >= e.clauses[clause] && strings.HasPrefix(clause, annexOf(before)) {
				e.wrong(path, "%s在“%s”的%s前面，或者是同一条", clause, other.step, before)
				break
			}
		}
	}
	e.examineStepsLeftOut()
}

// fewestSteps is how many steps a list of clauses tells of at least to be that of the
// platform, and longestHeading how many characters of a clause say what it is about.
const (
	fewestSteps    = 3
	longestHeading = 24
)

// examineStepsLeftOut doubts a step that is not there though the list of clauses that
// tells of the others, or of most of them, tells of it.
func (e *examination) examineStepsLeftOut() {
	lists := map[string][]Clause{} // by the mark above
	written, taken := map[string]int{}, map[string]bool{}
	for _, clause := range e.n.PlatformSteps {
		written[above(clause)]++
		taken[clause] = true
	}
	for _, c := range e.n.clauses {
		if list := above(c.ID); list != "" && !taken[c.ID] && e.n.Informative[c.ID] == "" {
			lists[list] = append(lists[list], c)
		}
	}
	for list, clauses := range lists {
		told := e.stepsTold(clauses)
		switch {
		case e.unread["platform_steps"]:
		case written[list] >= fewestSteps:
			for step, clause := range told {
				e.doubt("platform_steps", "没有写“%s”，%s像是这一步；不是就写进 informative", step, clause)
			}
		case len(written) == 0 && len(told) >= 2*fewestSteps:
			e.doubt("platform_steps", "没有写“platform_steps”，%s像是平台的步骤", list)
		}
	}
}

// stepsTold are the steps that are not written yet and that clauses begin with, by the first
// clause that does.
func (e *examination) stepsTold(clauses []Clause) map[PlatformStep]string {
	told := map[PlatformStep]string{}
	for _, s := range platformSteps {
		at := slices.IndexFunc(clauses, func(c Clause) bool { return s.words.MatchString(e.heading(c.ID)) })
		if at >= 0 && e.n.PlatformSteps[s.step] == "" {
			told[s.step] = clauses[at].ID
		}
	}
	return told
}

// heading is what a clause begins with.
func (e *examination) heading(clause string) string {
	text := []rune(e.own(clause).text)
	return string(text[:min(len(text), longestHeading)])
}

// annexOf is a mark up to its first number below an annex.
func annexOf(mark string) string {
	annex, _, _ := strings.Cut(mark, "-")
	return annex
}

// MissingSection says what is known of a section that the published text passes over;
// nothing where it has all.
func (n *Notice) MissingSection() say.Text {
	for _, id := range slices.Sorted(maps.Keys(n.Absent)) {
		if steps, _ := parseMark(id); len(steps) == 1 && steps[0].kind == "一" {
			return n.Name(n.Absent[id])
		}
	}
	return say.Text{}
}
