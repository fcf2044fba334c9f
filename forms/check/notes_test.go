package check_test

import (
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// What was typed and could not be read is something else than not filled in.
func TestUnreadIsNotUnanswered(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct{ plan, changes, id, want string }{
		{"FE", "continuing_education.2018.general_public=十八来个", "ce-general-public-2018", "没看懂“十八来个”（2018年一般公需科目）"},
		{"FE", "continuing_education.2018.general_public=", "ce-general-public-2018", "还没填：2018年一般公需科目"},
		{"FE", "insurance.continuous_months=99999", "social-insurance-year", "“99999”不能用（到申报时在本市连续缴纳社保）"},
		{"FE", "schedule.individual_submit=2020-08-01", "deadline-individual", "“2020-08-01”不能用（打算（或已经）哪天网上申报？）"},
		{"FS", "continuing_education.2018.general_public=; continuing_education.2018.industry_public=约10", "ce-forestry-public-2018", "没看懂“约10”（2018年行业公需科目）；还没填：2018年一般公需科目"},
		{"FE", "schedule.paper=十月", "deadline-paper", "没看懂“十月”（纸质材料哪天送到？）"},
	} {
		a := passing(t, row.plan)
		edit(t, n, a, row.changes)
		f, _ := check.Run(n, a).Find(row.id)
		if f.Outcome != check.Missing || f.Found.String() != row.want {
			t.Errorf("%s: %s %q, want %q", row.changes, f.Outcome, f.Found, row.want)
		}
	}
}

// A day without its year is one of the notice's year, wherever days are compared.
func TestDaysWithoutTheirYear(t *testing.T) {
	n := shipped(t)
	a := passing(t, "FE")
	want := outcomes(check.Run(n, a))
	edit(t, n, a, "schedule.today=9月10日; schedule.individual_submit=9月14日; schedule.unit_pass=9月17日; schedule.paper=10月9日")
	r := check.Run(n, a)
	for id, o := range outcomes(r) {
		if o != want[id] {
			t.Errorf("%s is %s, want %s", id, o, want[id])
		}
	}
	if r.AsOf.First().String() != "2020-09-10" || len(r.Problems) > 0 || a.Schedule.IndividualSubmit.Known() {
		t.Errorf("as of %s, problems %v", r.AsOf.First(), r.Problems)
	}
}

// Days that have not come yet and a great many hours are remarks, no problems.
func TestNotes(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct{ plan, changes, path, want string }{
		{"FE", "", "title.qualified_date", ""},
		{"FE", "title.qualified_date=2020-09-10", "title.qualified_date", ""}, // the day of the check
		{"FE", "title.qualified_date=2020-09-11", "title.qualified_date", "这个日期还没有到"},
		{"FE", "title.qualified_date=2020-09-11; schedule.today=", "title.qualified_date", ""},
		{"FE", "achievements.0.date=2020-10", "achievements.0.date", "这个日期还没有到"},
		{"FE", "education.0.award_date=2020-09-14", "education.0.award_date", ""},
		{"FE", "education.0.award_date=2020-09-15", "education.0.award_date", "申报时还没有取得"},
		{"FE", "education.0.award_date=2021-01-01", "education.0.award_date", "还没有取得，不算"},
		{"FE", "continuing_education.2018.general_public=1000", "continuing_education.2018.general_public", ""},
		{"FE", "continuing_education.2018.general_public=1000.5", "continuing_education.2018.general_public", "一年超过1000学时，填对了吗？"},
	} {
		a := passing(t, row.plan)
		if row.changes != "" {
			edit(t, n, a, row.changes)
		}
		r := check.Run(n, a)
		if got := r.Notes[row.path].String(); got != row.want || len(r.Problems) > 0 {
			t.Errorf("%s: %q, want %q; problems %v", row.changes, got, row.want, r.Problems)
		}
	}
}

// A planned day that nobody can have is a problem that names the day of issue, also where
// it was typed.
func TestImpossibleDaysNameTheNotice(t *testing.T) {
	n := shipped(t)
	for day, want := range map[string]string{
		"2020-08-24": "", "2020-12-31": "",
		"2020-08-23": "通知2020年8月24日才印发，这个日期在它以前",
		"8月23日":      "通知2020年8月24日才印发，这个日期在它以前",
		"2021-01-01": "这份通知只管到2020年12月31日，这个日期在它以后",
	} {
		a := passing(t, "FE")
		edit(t, n, a, "schedule.individual_submit="+day)
		r := check.Run(n, a)
		if got := r.Notes["schedule.individual_submit"].String(); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
		if want != "" && (len(r.Problems) != 1 || r.Problems[0].Message.String() != want || r.Problems[0].Text != day) {
			t.Errorf("%s: problems %v", day, r.Problems)
		}
	}
}

// What is wrong with an answer is known to its question, or is noted for it: the window shows
// nothing else under it.
func TestEveryProblemIsSaidAtItsQuestion(t *testing.T) {
	n := shipped(t)
	for _, change := range []string{
		"plan.route=skilled_talent", "plan.specialty=astronomy", "plan.code=XX", "discipline.cancelled_year=2031", "schedule.paper=2021-01-01",
		"title.qualified_date=0000-00-00", "insurance.continuous_months=many", "applicant.name=" + strings.Repeat("名", 200),
	} {
		a := passing(t, "FE")
		edit(t, n, a, change)
		r := check.Run(n, a)
		if len(r.Problems) == 0 {
			t.Errorf("%s: no problem", change)
		}
		for _, p := range r.Problems {
			place := forms.PlacesAt([]string{p.At})[0]
			if said := place.Problem(a); said.Empty() && r.Notes[p.At].String() != p.Message.String() {
				t.Errorf("%s: nothing is said at %s", change, p.At)
			}
		}
	}
}
