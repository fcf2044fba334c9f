package check_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// notWorse fails where a finding that one of the prefixes names got worse.
func notWorse(t *rapid.T, was, is check.Report, prefixes ...string) {
	for _, f := range is.Findings {
		before, _ := was.Find(f.ID)
		for _, prefix := range prefixes {
			if strings.HasPrefix(f.ID, prefix) && f.Outcome > before.Outcome {
				t.Fatalf("%s went from %s (%s) to %s (%s)", f.ID, before.Outcome, before.Found, f.Outcome, f.Found)
			}
		}
	}
}

// More hours never make anything worse.
func TestMoreHoursAreNeverWorse(t *testing.T) {
	ofRandom(t, 0, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		year := rapid.SampledFrom([]int{2017, 2018, 2019, 2020}).Draw(r, "year")
		hours := rapid.SampledFrom([]forms.Field[forms.TrainingYear]{
			forms.TrainingGeneralPublic, forms.TrainingIndustryPublic, forms.TrainingProfessional, forms.TrainingTotal,
		}).Draw(r, "subject")
		place := forms.OfYear(hours, year)
		place.Enter(a, forms.Hundredths(rapid.IntRange(0, 12000).Draw(r, "hours")).String())
		was := rules.Run(a)
		more := forms.ParseNumber(place.Text(a)).Value() + forms.Hundredths(rapid.IntRange(0, 3000).Draw(r, "more"))
		place.Enter(a, more.String())
		notWorse(r, was, rules.Run(a), "ce-")
	})
}

// More months of insurance never make anything worse.
func TestMoreMonthsAreNeverWorse(t *testing.T) {
	ofRandom(t, 0, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		months := rapid.IntRange(0, 30).Draw(r, "months")
		a.Insurance.ContinuousMonths = forms.Exactly(forms.Whole(months))
		was := rules.Run(a)
		a.Insurance.ContinuousMonths = forms.Exactly(forms.Whole(months + rapid.IntRange(1, 30).Draw(r, "more")))
		notWorse(r, was, rules.Run(a), "social-insurance-")
	})
}

// An earlier title never makes the years, or what they are compared with, worse.
// (A sanction can fall into a title that began earlier: that is no matter of years.)
func TestEarlierTitleIsNeverWorse(t *testing.T) {
	ofRandom(t, 0, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		if !routeOffered(n, a) {
			a.Plan.Route = forms.RouteNormal
		}
		a.Career.TechnicalWorkStart = forms.ParseDate("1990-01") // a title from before the work is odd
		a.Title.QualifiedDate, a.Title.AppointedDate = drawDate(r, "qualified", 0), drawDate(r, "appointed", 0)
		was := rules.Run(a)
		a.Title.QualifiedDate = earlier(r, a.Title.QualifiedDate)
		a.Title.AppointedDate = earlier(r, a.Title.AppointedDate)
		notWorse(r, was, rules.Run(a), "tenure-", "exceptional-", "achievements-")
	})
}

// An earlier award never makes verification, interview or tenure worse.
func TestEarlierAwardIsNeverWorse(t *testing.T) {
	ofRandom(t, 0, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		if !routeOffered(n, a) {
			a.Plan.Route = forms.RouteNormal
		}
		e := &a.Education[rapid.IntRange(0, len(a.Education)-1).Draw(r, "row")]
		e.AwardDate = drawDate(r, "award", -3000)
		was := rules.Run(a)
		e.AwardDate = earlier(r, e.AwardDate)
		notWorse(r, was, rules.Run(a), "tenure-", "interview-", "education-")
	})
}

// An earlier day never makes a deadline worse; the unit stays behind the applicant.
func TestEarlierDaysAreNeverWorse(t *testing.T) {
	ofRandom(t, 0, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		first := forms.NewDay(2020, 9, 1) + forms.Day(rapid.IntRange(0, 50).Draw(r, "submit"))
		unit := first + forms.Day(rapid.IntRange(0, 10).Draw(r, "unit"))
		paper := first + forms.Day(rapid.IntRange(0, 30).Draw(r, "paper"))
		plan := func(back int) {
			a.Schedule.IndividualSubmit = forms.OnDay(first - forms.Day(back))
			a.Schedule.UnitPass, a.Schedule.Paper = forms.OnDay(unit-forms.Day(back)), forms.OnDay(paper-forms.Day(back))
		}
		a.Schedule.Today = forms.Date{} // a planned day that is over is a question
		plan(0)
		was := rules.Run(a)
		plan(rapid.IntRange(0, int(first-n.Issued.Day)).Draw(r, "back"))                     // nobody can file before
		notWorse(r, was, rules.Run(a), "deadline-individual", "deadline-unit", "publicity-") // papers can be too early
	})
}

// drawDate draws a day or a month round the four years before the cut-off.
func drawDate(t *rapid.T, name string, shift int) forms.Date {
	day := forms.NewDay(2016, 12, 31) + forms.Day(shift+rapid.IntRange(-800, 1400).Draw(t, name))
	if rapid.IntRange(0, 2).Draw(t, name+" month") == 0 {
		return forms.ParseDate(day.String()[:len("2006-01")])
	}
	return forms.OnDay(day)
}

// earlier moves a day by days and a month by months.
func earlier(t *rapid.T, d forms.Date) forms.Date {
	back := rapid.IntRange(0, 400).Draw(t, "earlier")
	if d.Exact() {
		return forms.OnDay(d.First() - forms.Day(back))
	}
	y, m, _ := d.First().Date()
	return forms.ParseDate(forms.NewDay(y, m-1, 1).String()[:len("2006-01")])
}
