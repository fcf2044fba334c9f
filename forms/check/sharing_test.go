package check_test

import (
	"slices"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// What is asked in the same words is one question: counted once, and answered once.
func TestOneQuestionOnce(t *testing.T) {
	n := shipped(t)
	rules := check.NewRules(n)
	a := passing(t, "FE")
	edit(t, n, a, "plan.route=unsure")
	asking := func(r check.Report, question string) (ids []string) {
		for _, f := range r.Own(check.Confirm) {
			if f.Question.String() == question {
				ids = append(ids, f.ID)
			}
		}
		return ids
	}
	r := rules.Run(a)
	const question = "请问：我应该按正常还是破格申报？通知没有写林业工程师可以转评，从其他系列转过来的怎么报？"
	if got := asking(r, question); !slices.Equal(got, []string{"tenure-forestry-engineer"}) {
		t.Fatalf("asked by %q", got)
	}
	own, sharing := r.Own(check.Confirm), r.Sharing("exceptional-items")
	if want := []string{"exceptional-items", "tenure-forestry-engineer", "exceptional-years"}; !slices.Equal(sharing, want) {
		t.Errorf("%q share a question, want %q", sharing, want)
	}
	at := slices.IndexFunc(own, func(f check.Finding) bool { return f.ID == "tenure-forestry-engineer" })
	if title := own[at].Title.String(); title != "任职年限、破格年限、破格条件" {
		t.Errorf("the question is of %s", title)
	}
	a.Confirmed = []forms.Confirmation{{Check: "exceptional-items", Facts: rules.Fingerprint(a, "exceptional-items"), Answer: "按正常"}}
	r = rules.Run(a)
	if got := asking(r, question); len(got) > 0 {
		t.Errorf("after the answer it is asked by %q", got)
	}
	if got := r.Answered(); len(got) != 1 || got[0].Answer.Answer != "按正常" {
		t.Errorf("answered: %v", got)
	}
	if f, _ := r.Find("exceptional-years"); f.Outcome != check.Confirm || !f.Answered() {
		t.Errorf("exceptional-years is %s, answered %t", f.Outcome, f.Answered())
	}
}

// One cause makes one question, whatever checks and years it is of.
func TestOneCauseIsOneQuestion(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct {
		plan, changes string
		findings, own int
	}{
		{"FE", "affiliation.insurance_place=unsure", 3, 1},
		{"FE", "discipline.sanction=unsure", 2, 1},
		{"FE", "continuing_education.2017.employed=no; continuing_education.2018.employed=no; " +
			"continuing_education.2017.general_public=0; continuing_education.2018.general_public=0", 2, 1},
		{"FS", public("2018", "9", "9") + "; " + public("2019", "12", "6"), 2, 1},
		{"NS", "continuing_education.2018.evidence=unsure; continuing_education.2019.evidence=unsure", 2, 1},
	} {
		a := passing(t, row.plan)
		before := check.Run(n, a)
		edit(t, n, a, row.changes)
		r := check.Run(n, a)
		findings := r.Counts()[check.Confirm] - before.Counts()[check.Confirm]
		own := len(r.Own(check.Confirm)) - len(before.Own(check.Confirm))
		if findings != row.findings || own != row.own {
			t.Errorf("%s: %d findings ask %d questions, want %d and %d", row.changes, findings, own, row.findings, row.own)
		}
	}
}

// An answer to a question that is asked no more stays readable and counts for nothing.
func TestRetiredAnswersStayReadable(t *testing.T) {
	n := shipped(t)
	a := passing(t, "FE")
	before := check.Run(n, a)
	a.Confirmed = []forms.Confirmation{
		{Check: check.PaperRoster, Found: "旧话", Answer: "单位导出", Date: "2020-09-01"},
		{Check: check.ExportOrder, Facts: "0123456789abcdef", Answer: "缴费后"},
		{Check: check.ExportOrder},
		{Check: "no-such-check", Answer: "无"},
	}
	r := check.Run(n, a)
	var got []string
	for _, f := range r.Answered() {
		got = append(got, f.Title.String()+"："+f.Answer.Answer)
	}
	if !slices.Equal(got, []string{"花名册：单位导出", "评审表导出顺序：缴费后"}) {
		t.Errorf("answered: %q", got)
	}
	if len(r.Findings) != len(before.Findings) || len(r.Standing()) != len(before.Standing()) || len(r.Own(check.Confirm)) != len(before.Own(check.Confirm)) {
		t.Error("they count")
	}
}

// Who has everything in order asks only what everybody has to ask; for marine works the
// notice names no document about hours.
func TestCleanApplicantAsksTheStandingQuestions(t *testing.T) {
	n := shipped(t)
	for _, plan := range plans {
		for _, specialty := range []string{"", "marine"} {
			if specialty != "" && plan != "NS" {
				continue
			}
			a := passing(t, plan)
			edit(t, n, a, "plan.route=normal; unit.type=enterprise; unit.has_department=yes; unit.central_or_provincial=no")
			want := slices.Clone(standing)
			if specialty != "" {
				edit(t, n, a, "plan.specialty="+specialty)
				want = append(want, "ce-natres-basis")
			}
			var got []string
			for _, f := range check.Run(n, a).Findings {
				if f.Outcome == check.Confirm {
					got = append(got, f.ID)
				}
			}
			if slices.Sort(got); !slices.Equal(got, slices.Sorted(slices.Values(want))) {
				t.Errorf("%s %s asks %q, want %q", plan, specialty, got, want)
			}
		}
	}
}

// What was ticked off is not open any more.
func TestTickedIsNotOpen(t *testing.T) {
	r := check.Run(shipped(t), passing(t, "NS"))
	open := len(r.Own(check.Todo))
	r.Ticked = []string{check.PaperReviewForm, "scope-employment"}
	if got := len(r.Own(check.Todo)); got != open-1 {
		t.Errorf("%d things to do, of %d one is ticked", got, open)
	}
	if got := len(r.ByDue()); got != open-1 {
		t.Errorf("%d things to do by their days", got)
	}
}
