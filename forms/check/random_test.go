package check_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// typed are answers to questions that are typed, by the end of the path: values
// on both sides of every line that the notice draws.
var typed = map[string][]string{
	"award_date":               {"1999-06-30", "2001-07-01", "2016-06-20", "2017-06", "2018-09-10", "2018-12-31", "2019-01-01", "2020-09", "2020-10-01"},
	"verification_valid_until": {"2020-09-01", "2020-12-01"},
	"qualified_date":           {"2009-05-01", "2014-12-31", "2016-12-31", "2017-01-01", "2017-01", "2017-06-01", "2018-12-31", "2019-06-01", "2020-08-01"},
	"appointed_date":           {"2009-07", "2014-12-31", "2016-12-31", "2017-01-02", "2017-12", "2018-01-01", "2019-06-01", "2020-08-01"},
	"technical_work_start":     {"1999-07-01", "2003-01-01", "2016-07"},
	"discipline.date":          {"2012-01-01", "2016-12", "2017-06-01", "2018-09-14", "2018-09-15", "2020-05"},
	"schedule.today":           {"2020-09-10", "2020-09-24", "2020-10-05", "2020-11-01"},
	"individual_submit":        {"2020-08-24", "2020-09-14", "2020-09-23", "2020-09-24", "2020-09", "2020-10-08"},
	"unit_pass":                {"2020-08-24", "2020-09-14", "2020-09-23", "2020-09-24", "2020-09-25", "2020-09"},
	"paper":                    {"2020-09-29", "2020-10-09", "2020-10-10", "2020-10"},
	"achievements.date":        {"2010-01-01", "2016-12", "2018-05-01", "2020-06-15"},
	"continuous_months":        {"0", "11", "12", "44"},
	"general_public":           {"0", "9", "17.5", "18", "24.5"},
	"industry_public":          {"0", "9", "17.5", "18"},
	"professional":             {"0", "59.5", "60"},
	"total":                    {"0", "89.5", "90", "300"},
	"cancelled_year":           {"2016", "2017", "2019", "2020"},
	"statement.text":           {"述职", strings.Repeat("述", 1001)},
}

// answersTo returns the answers that a question can have.
func answersTo(n *notice.Notice, p forms.Place) []string {
	var values []string
	for _, o := range n.Answers(p.Info, &forms.Applicant{}) {
		values = append(values, o.Value)
	}
	if len(values) > 0 {
		return values
	}
	name := p.Path
	if strings.HasPrefix(name, "achievements.") && strings.HasSuffix(name, ".date") {
		name = "achievements.date"
	}
	for end, answers := range typed {
		if strings.HasSuffix(name, end) {
			return answers
		}
	}
	return []string{"甲", "乙丙"}
}

// optional are questions whose empty answer is an answer.
func optional(p forms.Place) bool {
	return p.Kind == forms.KindText || p.Path == forms.DisciplineCancelled.Path
}

// questions are the places that can be answered by typing or choosing.
func questions(n *notice.Notice, a *forms.Applicant) []forms.Place {
	return slices.DeleteFunc(forms.Places(a, n.Demands(a)), func(p forms.Place) bool {
		return p.Kind == forms.KindFile || p.Path == forms.StatementOverflow.Path
	})
}

// drawAnswer answers a question at random.
func drawAnswer(t *rapid.T, n *notice.Notice, a *forms.Applicant, p forms.Place) {
	answers := answersTo(n, p)
	if optional(p) {
		answers = append([]string{""}, answers...)
	}
	p.Enter(a, rapid.SampledFrom(answers).Draw(t, p.Path))
}

// drawApplicant draws an application of one of the plans with rows of educations
// and achievements; share of a hundred questions stay open.
func drawApplicant(t *rapid.T, n *notice.Notice, share int) *forms.Applicant {
	a := passing(t, rapid.SampledFrom(plans).Draw(t, "plan"))
	a.Education = append(a.Education, make([]forms.Education, rapid.IntRange(0, 1).Draw(t, "educations"))...)
	a.Achievements = append(a.Achievements, make([]forms.Achievement, rapid.IntRange(0, 1).Draw(t, "achievements"))...)
	for _, p := range questions(n, a) {
		if p.Path == forms.PlanChoice.Path && rapid.IntRange(0, 3).Draw(t, "other plan") > 0 {
			continue
		}
		if share > 0 && rapid.IntRange(0, 99).Draw(t, "open") < share {
			p.Enter(a, "")
			continue
		}
		drawAnswer(t, n, a, p)
	}
	return a
}

// routeOffered reports whether the plan offers the route that stands in the file.
func routeOffered(n *notice.Notice, a *forms.Applicant) bool {
	plan, ok := n.Plan(a.Plan.Code)
	return !ok || a.Plan.Route == "" || slices.Contains(plan.Routes, a.Plan.Route)
}

// differences returns how two reports differ in what they found, and where.
func differences(was, is check.Report) []string {
	var found []string
	for _, change := range check.Compare(was, is) {
		found = append(found, change.After.ID+": "+change.Before.Outcome.String()+" "+change.Before.Found.String()+
			" → "+change.After.Outcome.String()+" "+change.After.Found.String())
	}
	return found
}

// ofRandom checks a property of random applications of which share percent of the
// questions are open.
func ofRandom(t *testing.T, share int, property func(*rapid.T, *notice.Notice, *forms.Applicant)) {
	n := shipped(t)
	rapid.Check(t, func(r *rapid.T) { property(r, n, drawApplicant(r, n, share)) })
}
