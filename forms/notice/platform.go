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
