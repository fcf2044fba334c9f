package check_test

import (
	"slices"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// notReady lacks everything without which nobody can file; the planned days are the
// last possible ones.
const (
	lastDays = "schedule.individual_submit=2020-09-23; schedule.unit_pass=2020-09-23; "
	notReady = lastDays + "unit.platform_ready=no; unit.record_reviewed=no; account.personal_ready=no; discipline.commitment_signed=no"
	tooLate  = "unit-account=fail record-review=fail personal-account=fail truthfulness-commitment=fail "
	inTime   = "unit-account=todo record-review=todo personal-account=todo truthfulness-commitment=todo "
)

// clockRows change the day of the check. The last day of filing is 23 September, that of
// the papers 9 October.
var clockRows = []row{
	{"FE", "schedule.today=", ""},
	{"FE", "schedule.today=2020-09-24", ""},
	{"FE", notReady + "; schedule.today=", inTime},
	{"FE", notReady + "; schedule.today=2020-08-23", inTime},
	{"FE", notReady + "; schedule.today=2020-09-23", inTime},
	{"FE", notReady + "; schedule.today=2020-09-24", tooLate + "deadline-individual=confirm deadline-unit=confirm"},
	{"FE", notReady + "; schedule.today=2020-09", inTime},
	{"FE", notReady + "; schedule.today=2020-10-09", tooLate + "deadline-individual=confirm deadline-unit=confirm"},
	// After the last day of the papers everything is as on the filing day.
	{"FE", notReady + "; schedule.today=2020-10-10", inTime},
	{"FE", notReady + "; schedule.today=2026-11-25", inTime},
	// What can still be handed in is a question.
	{"NS", "post.form_stamps=none; schedule.today=2020-09-23", "post-information-form=todo"},
	{"NS", "post.form_stamps=none; schedule.today=2020-09-24", "post-information-form=confirm"},
	{"NS", "post.form_stamps=none; schedule.today=2020-10-10", "post-information-form=todo"},
	{"NS", "unit.entrusted_review=in_progress; schedule.today=2020-09-24", "entrusted-review=confirm"},
	{"NS", "continuing_education.2020.evidence=no; schedule.today=2020-09-23", "ce-natres-evidence-2020=todo"},
	{"NS", "continuing_education.2020.evidence=no; schedule.today=2020-09-24", "ce-natres-evidence-2020=confirm"},
	{"FE", "education.0.verification=none; schedule.today=2020-09-24", "education-verification=confirm"},
	{"FF", "education.0.overseas_certificate=no; schedule.today=2020-09-24", "education-foreign=confirm"},
	{
		"FE", "affiliation.insurance_place=other_province; insurance.proof_ready=no; schedule.today=2020-09-24",
		"affiliation-alignment=confirm social-insurance-year=confirm social-insurance-proof=confirm",
	},
	// What is not disclosed by the last day is too late; what the applicant only compares
	// or prepares is not.
	{"FE", sanctioned("warning", "2018-03-01", "no") + "; schedule.today=2020-09-23", "discipline-disclosure=todo"},
	{"FE", sanctioned("warning", "2018-03-01", "no") + "; schedule.today=2020-09-24", "discipline-disclosure=fail"},
	{"NE", "schedule.today=2020-09-24", "tenure-external=todo"},
	{"FE", "schedule.today=2020-10-09", "department-condition=todo"},
	// The running year's hours stay something to do, and what is not answered stays open.
	{"FE", "continuing_education.2020.general_public=9; schedule.today=2020-09-24", "ce-general-public-2020=todo"},
	{"FE", "unit.record_reviewed=; schedule.today=2020-09-24", "record-review=missing"},
	// A planned day that is over while something before it is not done.
	{"FE", "unit.record_reviewed=no; schedule.today=2020-09-14", "record-review=todo"},
	{"FE", "unit.record_reviewed=no; schedule.today=2020-09-15", "record-review=todo deadline-individual=confirm"},
	{"FE", "unit.record_reviewed=unsure; schedule.today=2020-09-15", "record-review=confirm deadline-individual=confirm"},
	{"FE", "unit.record_reviewed=; schedule.today=2020-09-15", "record-review=missing"},
	{"FE", "unit.record_reviewed=no; schedule.today=2020-09-18", "record-review=todo deadline-individual=confirm deadline-unit=confirm"},
	{"FE", "account.personal_ready=no; schedule.paper=2020-09-25; schedule.today=2020-09-26", "personal-account=fail deadline-individual=confirm deadline-unit=confirm deadline-paper=confirm"},
}

// A day in the file wins over the one that is handed in; an expired notice is judged as
// on the filing day.
func TestDayOfTheCheck(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct {
		file, handed, planned string
		today, asOf           string
		expired               bool
	}{
		{"", "", "2020-09-14", "", "", false},
		{"", "2020-09-20", "2020-09-14", "2020-09-20", "2020-09-20", false},
		{"2020-09-10", "2020-09-20", "2020-09-14", "2020-09-10", "2020-09-10", false},
		{"", "2020-10-09", "2020-09-14", "2020-10-09", "2020-10-09", false},
		{"", "2020-10-10", "2020-09-14", "2020-10-10", "2020-09-14", true},
		{"", "2026-11-25", "", "2026-11-25", "2020-09-23", true},
		{"2026-11-25", "2020-09-10", "2020-09", "2026-11-25", "2020-09-01", true},
		{"", "2026-11-25", "2020-08-01", "2026-11-25", "2020-09-23", true}, // before the notice was issued
	} {
		a := passing(t, "FE")
		a.Schedule.Today, a.Schedule.IndividualSubmit = forms.ParseDate(row.file), forms.ParseDate(row.planned)
		rules := check.NewRules(n)
		rules.Today = forms.ParseDate(row.handed)
		r := rules.Run(a)
		if r.Today.Text() != row.today || r.AsOf.Text() != row.asOf || r.Expired != row.expired {
			t.Errorf("%+v: today %q, as of %q, expired %t", row, r.Today.Text(), r.AsOf.Text(), r.Expired)
		}
		want := ""
		if row.expired {
			want = "通知已过期，按" + r.AsOf.Chinese().String() + "当天演练"
		}
		if r.Rehearsal().String() != want {
			t.Errorf("%+v: %q", row, r.Rehearsal())
		}
	}
}

// An answer that was noted stays from one day to the next, and a day that is over makes
// another question.
func TestAnswersOutliveTheDay(t *testing.T) {
	n := shipped(t)
	a := passing(t, "FE")
	edit(t, n, a, "education.0.verification=none; schedule.today=2020-09-24")
	rules := check.NewRules(n)
	a.Confirmed = []forms.Confirmation{{Check: "education-verification", Facts: rules.Fingerprint(a, "education-verification"), Answer: "可以补"}}
	answered := func() bool {
		return slices.ContainsFunc(rules.Run(a).Answered(), func(f check.Finding) bool { return f.ID == "education-verification" })
	}
	for _, row := range []struct {
		today string
		want  bool
	}{{"2020-09-24", true}, {"2020-09-25", true}, {"2020-09-23", false}} {
		edit(t, n, a, "schedule.today="+row.today)
		if answered() != row.want {
			t.Errorf("on %s the answer counts: %t", row.today, !row.want)
		}
	}
}
