package check_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// An empty application neither passes nor fails anything that depends on a fact.
func TestEmptyApplication(t *testing.T) {
	n := shipped(t)
	free := map[string]check.Outcome{
		"language-computer-paper": check.NotApplicable, "discipline-three-year-ban": check.NotApplicable,
		"achievements-period": check.Todo, "paper-review-form": check.Todo,
	}
	for _, id := range standing {
		free[id] = check.Confirm
	}
	for _, plan := range append([]string{""}, plans...) {
		a := forms.New(n.ID)
		a.Plan.Code = forms.PlanCode(plan)
		for _, f := range check.Run(n, a).Findings {
			want, ok := free[f.ID]
			switch {
			case ok && f.Outcome != want:
				t.Errorf("plan %q: %s is %s, want %s", plan, f.ID, f.Outcome, want)
			case ok || f.Outcome == check.Missing:
			case plan != "" && ruledByPlanAlone(n, f.ID, plan):
			default:
				t.Errorf("plan %q: %s is %s (%s), want missing", plan, f.ID, f.Outcome, f.Found)
			}
		}
	}
}

// ruledByPlanAlone are the rules of other plans, and the fee.
func ruledByPlanAlone(n *notice.Notice, id, code string) bool {
	plan, _ := n.Plan(forms.PlanCode(code))
	i := slices.IndexFunc(check.All(n), func(c check.Check) bool { return c.ID == id })
	return !check.All(n)[i].ForPlan(plan) || id == "fee"
}

// lookedAt returns the questions on which a check may rest.
func lookedAt(n *notice.Notice, a *forms.Applicant, c check.Check) []forms.Place {
	paths := slices.Clone(c.Reads)
	for _, field := range c.InRows {
		paths = append(paths, "education.*."+field.Path)
	}
	if c.ID == "achievements-period" {
		paths = append(paths, "achievements.*.date", "title.qualified_date", "title.appointed_date")
	}
	if !c.ForPlan(notice.Plan{}) {
		paths = append(paths, forms.PlanChoice.Path)
	}
	places := questions(n, a)
	for year := 2017; year <= 2020; year++ {
		places = append(places, forms.YearPlaces(year)...)
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(places, func(p forms.Place) bool {
		known := seen[p.Path]
		seen[p.Path] = true
		return known || !slices.Contains(paths, anyRow.ReplaceAllString(p.Path, "$1.*."))
	})
}

var anyRow = regexp.MustCompile(`^(education|achievements)\.\d+\.`)

// deliberate are the places in which a finding differs from what all possible
// answers together say, each with its reason.
func deliberate(id string, a *forms.Applicant, got check.Outcome, possible map[check.Outcome]bool) string {
	switch {
	case id == "department-condition" && got == check.Missing && len(possible) == 1 && (possible[check.Confirm] || possible[check.Todo]):
		return "the four abilities are those of a department and are declared one by one, even where no answer can fail"
	case strings.HasPrefix(id, "ce-") && got == check.Confirm && len(possible) == 2 && possible[check.Confirm]:
		return "who did not work in a year has nothing to type for it"
	case strings.HasPrefix(id, "ce-") && len(possible) == 2 && possible[check.Confirm] && !a.Career.TechnicalWorkStart.Known():
		return "the answer for the year is enough, whenever work began"
	case id == "affiliation-alignment" && got == check.Missing:
		return "file and labour relation are both asked for, even where one of them settles it"
	case id == "exceptional-years" && got == check.Missing && len(possible) == 1 && possible[check.Confirm]:
		return "which education is got in the month of filing is asked, even where either is to be confirmed"
	case strings.HasPrefix(id, "deadline-") && got == check.Pass && !possible[check.Fail] && !possible[check.Missing]:
		return "what is not answered of things before it is missing in its own check"
	}
	return ""
}

// TestExactlyMissing compares each finding with those of all ways to answer what
// is open: it is missing if and only if they differ.
func TestExactlyMissing(t *testing.T) {
	n := shipped(t)
	for _, c := range check.All(n) {
		rows := passing(t, "FE")
		rows.Education = make([]forms.Education, 3)
		places := lookedAt(n, rows, c)
		years := strings.HasSuffix(c.ID, "-2017") || strings.HasSuffix(c.ID, "-2018") // like 2019
		if c.Standing || years || len(places) == 0 {
			continue
		}
		t.Run(c.ID, func(t *testing.T) {
			rapid.Check(t, func(r *rapid.T) { exactlyMissing(r, n, c, places) })
		})
	}
}

func exactlyMissing(t *rapid.T, n *notice.Notice, c check.Check, places []forms.Place) {
	a := passing(t, rapid.SampledFrom(plans).Draw(t, "plan"))
	a.Education = append(a.Education, make([]forms.Education, rapid.IntRange(0, 1).Draw(t, "educations"))...)
	a.Achievements = []forms.Achievement{{Name: "规划"}}
	places = slices.DeleteFunc(slices.Clone(places), func(p forms.Place) bool {
		var row int
		_, err := fmt.Sscanf(p.Path, "education.%d.", &row)
		return err == nil && row >= len(a.Education)
	})
	for _, p := range places {
		drawAnswer(t, n, a, p)
	}
	open := drawOpen(t, n, a, c.ID, places)
	for _, p := range open {
		t.Logf("open: %s", p.Path)
	}
	got := c.Judge(n, a)
	possible := map[check.Outcome]bool{}
	complete(t, n, a.Clone(), open, func(b *forms.Applicant) {
		o := c.Judge(n, b)
		if o.Outcome == check.Missing && routeOffered(n, b) {
			t.Fatalf("%s is missing (%s) though everything is answered", c.ID, o.Found)
		}
		possible[o.Outcome] = true
	})
	if deliberate(c.ID, a, got.Outcome, possible) != "" {
		return
	}
	if want := len(possible) > 1 || possible[check.Missing]; want != (got.Outcome == check.Missing) || !want && !possible[got.Outcome] {
		t.Fatalf("%s is %s (%s), the answers still possible lead to %v", c.ID, got.Outcome, got.Found, slices.Sorted(maps.Keys(possible)))
	}
	if got.Outcome != check.Missing || !routeOffered(n, a) {
		return
	}
	for _, p := range open {
		if slices.Contains(got.At, p.Path) && !asksMore(p, a) && !matters(t, n, c, a.Clone(), open, p) {
			t.Fatalf("%s asks for %s, which changes nothing", c.ID, p.Path)
		}
	}
}

// asksMore are the questions that are asked also where another already settles
// them: the abilities of a department are declared one by one, of several educations
// each is asked for by itself, and where the title is open it is asked with the
// education, though by some dates one of the two would do.
func asksMore(p forms.Place, a *forms.Applicant) bool {
	untitled := a.Title.Current == ""
	return p.Path == forms.ForestryDepartment.Path || strings.HasPrefix(p.Path, "forestry_engineer.ability.") ||
		(len(a.Education) > 1 || untitled) && strings.HasPrefix(p.Path, "education.") ||
		untitled && p.Path == forms.TitleCurrent.Path
}

// matters reports whether some answer to one open question makes a difference,
// the others being the same.
func matters(t *rapid.T, n *notice.Notice, c check.Check, a *forms.Applicant, open []forms.Place, p forms.Place) bool {
	seen, differ := map[string]check.Outcome{}, false
	complete(t, n, a, open, func(b *forms.Applicant) {
		others, o := answersAt(b, open, p.Path), c.Judge(n, b).Outcome
		if first, ok := seen[others]; ok && first != o {
			differ = true
		}
		seen[others] = o
	})
	return differ
}

// answersAt writes the answers to the open questions, leaving one out.
func answersAt(a *forms.Applicant, open []forms.Place, without string) string {
	var all strings.Builder
	for _, p := range open {
		if p.Path != without {
			all.WriteString(p.Text(a))
		}
		all.WriteString("|")
	}
	return all.String()
}

// drawOpen takes answers back, as many as leave at most some hundred ways to
// answer them again.
func drawOpen(t *rapid.T, n *notice.Notice, a *forms.Applicant, id string, places []forms.Place) []forms.Place {
	var open []forms.Place
	ways := 1
	for range rapid.IntRange(0, 5).Draw(t, "open questions") {
		p := places[rapid.IntRange(0, len(places)-1).Draw(t, "open")]
		if unansweredIsAnAnswer(id, p) {
			continue
		}
		more := ways * len(answersTo(n, p))
		answer := p.Text(a)
		if optional(p) || answer == "" || more > 150 {
			continue
		}
		if p.Enter(a, ""); !p.Applies(a, n.Demands(a)) && isHours(p) {
			p.Enter(a, answer) // it is asked no more
			continue
		}
		open, ways = append(open, p), more
	}
	return open
}

// isHours reports whether a question is one of a year's continuing education.
func isHours(p forms.Place) bool { return p.Step == forms.StepContinuingEducation }

// unansweredIsAnAnswer reports questions that a check does without.
func unansweredIsAnAnswer(id string, p forms.Place) bool {
	switch p.Path {
	case forms.ScheduleSubmit.Path: // it is the last possible day
		return !strings.HasPrefix(id, "deadline-")
	case forms.InsurancePaidByEmployer.Path: // judged by the three places
		return true
	case forms.CareerStart.Path: // nothing contradicts the title's dates
		return id != "exceptional-items"
	}
	return strings.HasSuffix(p.Path, forms.EducationValidUntil.Path) // it is valid
}

// completions are the answers that an open question can still get. A date can
// also lie before and after everything else, and in the month of another one.
func completions(n *notice.Notice, a *forms.Applicant, p forms.Place) []string {
	answers := answersTo(n, p)
	if p.Kind != forms.KindDate {
		return answers
	}
	switch {
	case p.Step == forms.StepSchedule: // other days are no possible answers
		return append(slices.Clone(answers), "2020-12-31")
	case strings.HasSuffix(p.Path, forms.EducationAward.Path): // later ones do not count
		answers = append(slices.Clone(answers), "1990-01-01", "2020-12-31")
	default:
		answers = append(slices.Clone(answers), "1990-01-01", "2090-12-31")
	}
	for _, other := range []forms.Date{a.Title.QualifiedDate, a.Title.AppointedDate, a.Discipline.Date} {
		late := strings.HasSuffix(p.Path, forms.EducationAward.Path) && other.First() > n.Cutoff()
		if other.Known() && !late {
			answers = append(answers, other.Text()[:len("2006-01")])
		}
	}
	return answers
}

// complete calls visit with every way to answer the open questions.
func complete(t *rapid.T, n *notice.Notice, a *forms.Applicant, open []forms.Place, visit func(*forms.Applicant)) {
	if len(open) == 0 {
		visit(a)
		return
	}
	for _, answer := range completions(n, a, open[0]) {
		open[0].Enter(a, answer)
		complete(t, n, a, open[1:], visit)
	}
}
