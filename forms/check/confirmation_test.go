package check_test

import (
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// A confirmation counts for its check while the facts are the same, and only there.
func TestConfirmations(t *testing.T) {
	n := shipped(t)
	a := passing(t, "FE")
	edit(t, n, a, "insurance.continuous_months=11")
	rules := check.NewRules(n)
	f, _ := rules.Run(a).Find("social-insurance-year")
	facts := rules.Fingerprint(a, f.ID)
	for _, row := range []struct {
		c    forms.Confirmation
		want bool
	}{
		{forms.Confirmation{Check: f.ID, Facts: facts, Answer: "可以"}, true},
		{forms.Confirmation{Check: f.ID, Facts: facts, Found: "别的说法", Answer: "可以"}, true},
		{forms.Confirmation{Check: f.ID, Facts: "0123456789abcdef", Found: f.Found.String(), Answer: "可以"}, false},
		{forms.Confirmation{Check: f.ID, Found: f.Found.String(), Answer: "可以"}, true},
		{forms.Confirmation{Check: f.ID, Found: "在绍兴连续缴纳社会保险10个月，差2个月", Answer: "可以"}, false},
		{forms.Confirmation{Check: "fee", Facts: facts, Answer: "可以"}, false},
		{forms.Confirmation{Check: f.ID, Facts: facts}, false},
		{forms.Confirmation{Check: f.ID, Answer: "可以"}, false},
	} {
		a.Confirmed = []forms.Confirmation{row.c}
		r := rules.Run(a)
		f, _ := r.Find(f.ID)
		if f.Answered() != row.want || f.Outcome != check.Confirm || (len(r.Answered()) == 1) != row.want {
			t.Errorf("%+v: answered %t", row.c, f.Answered())
		}
	}
	a.Confirmed = []forms.Confirmation{{Check: "scope-employment", Facts: rules.Fingerprint(a, "scope-employment"), Answer: "是"}}
	if f, _ := rules.Run(a).Find("scope-employment"); f.Answered() {
		t.Error("a passing check is answered")
	}
	if mark := rules.Fingerprint(a, "no-such-check"); mark != "" {
		t.Errorf("no check has the mark %q", mark)
	}
}

// A later program says things in other words: the answers stay. Another fact is
// another question.
func TestAnswersOutliveTheirSentence(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct{ plan, changes, id, other string }{
		{"FE", "insurance.continuous_months=11", "social-insurance-year", "insurance.continuous_months=10"},
		{"FE", "continuing_education.2018.employed=no; continuing_education.2018.general_public=1", "ce-general-public-2018", "continuing_education.2018.general_public=2"},
		{"NS", "education.0.is_later=unsure; education.0.award_date=2019-01", "interview-natres", "education.0.award_date=2019-02"},
		{"FE", "achievements.0.name=规划; achievements.0.date=2001-01-01", "achievements-period", "achievements.0.date=2001-01-02"},
		{"FE", "photo.background=near_white", "photo-background", "photo.background=other"},
	} {
		a := passing(t, row.plan)
		edit(t, n, a, row.changes)
		rules := check.NewRules(n)
		found, _ := rules.Run(a).Find(row.id)
		a.Confirmed = []forms.Confirmation{{Check: row.id, Found: found.Found.String(), Answer: "可以"}}
		rules.Renew(a)
		rules.Reword(row.id, say.F("换了一种说法"))
		if f, _ := rules.Run(a).Find(row.id); !f.Answered() || f.Found.String() != "换了一种说法" {
			t.Errorf("%s: answered %t: %s %s", row.id, f.Answered(), f.Outcome, f.Found)
		}
		edit(t, n, a, row.other)
		if f, _ := rules.Run(a).Find(row.id); f.Outcome != check.Confirm || f.Answered() {
			t.Errorf("%s: the answer counts for another fact (%s, %s)", row.id, row.other, f.Outcome)
		}
	}
}

// No answer counts for a question of other words while the program is the same:
// where a sentence differs, the fingerprint does.
func TestFingerprintsTellQuestionsApart(t *testing.T) {
	ofRandom(t, 10, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		asked := questions(n, a)
		p := asked[rapid.IntRange(0, len(asked)-1).Draw(r, "question")]
		was, before := rules.Run(a), a.Clone()
		drawAnswer(r, n, a, p)
		for _, change := range check.Compare(was, rules.Run(a)) {
			f := change.After
			if change.Before.Outcome == check.Confirm && f.Outcome == check.Confirm && rules.Fingerprint(before, f.ID) == rules.Fingerprint(a, f.ID) {
				r.Fatalf("%s has one mark for two questions, told apart by %s:\n%s\n%s", f.ID, p.Path, change.Before.Found, f.Found)
			}
		}
	})
}
