package check_test

import (
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

func TestOutcomesAreOrdered(t *testing.T) {
	order := []check.Outcome{check.NotApplicable, check.Pass, check.Confirm, check.Todo, check.Missing, check.Fail}
	texts := []string{"not_applicable 不适用", "pass 符合", "confirm 要问", "todo 要办", "missing 没填", "fail 不符合"}
	for i, o := range order {
		if i > 0 && order[i-1] >= o {
			t.Errorf("%s is not worse than %s", o, order[i-1])
		}
		text, err := o.MarshalText()
		var again check.Outcome
		if err != nil || again.UnmarshalText(text) != nil || again != o || o.String()+" "+o.Word().String() != texts[i] {
			t.Errorf("%d is written %s %s, read %s, %v", o, text, o.Word(), again, err)
		}
	}
	reversed := slices.Clone(check.Outcomes)
	slices.Reverse(reversed)
	if !slices.Equal(reversed, order) {
		t.Errorf("people read them as %v", check.Outcomes)
	}
	if _, err := check.Outcome(0).MarshalText(); err == nil {
		t.Error("the zero outcome can be written")
	}
	var o check.Outcome
	if err := o.UnmarshalText([]byte("ok")); err == nil {
		t.Error("ok is read as an outcome")
	}
	if !check.Outcome(0).Word().Empty() || check.Outcome(9).String() != "Outcome(9)" {
		t.Error("an invalid outcome has a name")
	}
}

// mixed is a report with two findings of every outcome, one of them standing.
func mixed() check.Report {
	var r check.Report
	for _, o := range check.Outcomes {
		r.Findings = append(r.Findings,
			check.Finding{ID: "own-" + o.String(), Outcome: o, Step: forms.StepTitle},
			check.Finding{ID: "standing-" + o.String(), Outcome: o, Standing: true, Step: forms.StepSchedule})
	}
	answered := check.Finding{ID: "answered", Outcome: check.Confirm, Step: forms.StepTitle}
	answered.Answer.Answer = "问过"
	r.Findings = append(r.Findings, answered)
	return r
}

func names(findings []check.Finding) string {
	var ids []string
	for _, f := range findings {
		ids = append(ids, f.ID)
	}
	return strings.Join(ids, " ")
}

func TestReport(t *testing.T) {
	r := mixed()
	for _, o := range check.Outcomes {
		if got := names(r.Own(o)); got != "own-"+o.String() {
			t.Errorf("own %s: %s", o, got)
		}
		want := 2
		if o == check.Confirm {
			want = 3
		}
		if got := r.Counts()[o]; got != want {
			t.Errorf("%d findings are %s, want %d", got, o, want)
		}
	}
	if got := r.Standing(); len(got) != len(check.Outcomes) || got[0].ID != "standing-fail" {
		t.Errorf("standing: %s", names(got))
	}
	if got := names(r.Answered()); got != "answered" {
		t.Errorf("answered: %s", got)
	}
	if got := names(r.OfStep(forms.StepTitle)); strings.Contains(got, "standing") || !strings.HasSuffix(got, "answered") {
		t.Errorf("of one step: %s", got)
	}
	if f, ok := r.Find("own-todo"); !ok || f.Outcome != check.Todo {
		t.Errorf("found %+v, %t", f, ok)
	}
	if _, ok := r.Find("nothing"); ok {
		t.Error("found what is not there")
	}
	if got := r.Outcome(); got != check.Fail {
		t.Errorf("the worst is %s", got)
	}
	r.Findings = r.Findings[4:6]
	if got := r.Outcome(); got != check.Todo {
		t.Errorf("the worst is %s", got)
	}
	if got := (check.Report{}).Outcome(); got != check.NotApplicable {
		t.Errorf("of nothing the worst is %s", got)
	}
}

// The conclusion counts what concerns this applicant and never promises anything.
func TestHeadline(t *testing.T) {
	finding := func(o check.Outcome, standing bool) check.Finding {
		return check.Finding{Outcome: o, Standing: standing}
	}
	for _, row := range []struct {
		findings []check.Finding
		want     string
	}{
		{nil, "没有发现不符合通知的地方。还有0件事要办、0件事要问。最终以单位和评审机构审核为准。"},
		{[]check.Finding{finding(check.Fail, false)}, "有1项不符合通知要求"},
		{[]check.Finding{finding(check.Missing, false), finding(check.Fail, false), finding(check.Fail, false)}, "有2项不符合通知要求"},
		{[]check.Finding{finding(check.Missing, false), finding(check.Todo, false)}, "还有1项没填，先填完"},
		{
			[]check.Finding{finding(check.Todo, false), finding(check.Todo, false), finding(check.Confirm, false), finding(check.Confirm, true), finding(check.Pass, false)},
			"没有发现不符合通知的地方。还有2件事要办、1件事要问。最终以单位和评审机构审核为准。",
		},
	} {
		verdict, rest := (check.Report{Findings: row.findings}).Headline()
		if got := say.Join("。", verdict, rest).String(); got != row.want {
			t.Errorf("%v: %s, want %s", row.findings, got, row.want)
		}
	}
}

func TestByDue(t *testing.T) {
	day := func(d forms.Day) check.Due { return check.Due{Day: d, Set: true} }
	r := check.Report{Findings: []check.Finding{
		{ID: "paper", Outcome: check.Todo, Due: day(20)},
		{ID: "first", Outcome: check.Todo, Due: check.Due{Note: say.F("先办这件")}},
		{ID: "passed", Outcome: check.Pass, Due: day(1)},
		{ID: "filing", Outcome: check.Todo, Due: day(10)},
		{ID: "account", Outcome: check.Todo},
		{ID: "proof", Outcome: check.Todo, Due: day(10)},
	}}
	if got := names(r.ByDue()); got != "first account filing proof paper" {
		t.Errorf("in the order of days: %s", got)
	}
	for _, row := range []struct {
		due  check.Due
		want string
	}{
		{check.Due{}, ""},
		{check.Due{Note: say.F("先办这件")}, "先办这件"},
		{day(forms.NewDay(2020, 9, 23)), "9月23日前"},
		{check.Due{Day: forms.NewDay(2020, 10, 9), Set: true, Note: say.F("送到")}, "10月9日前，送到"},
	} {
		if got := row.due.Text(); got.String() != row.want {
			t.Errorf("%+v reads %q, want %q", row.due, got, row.want)
		}
	}
}

func TestCompare(t *testing.T) {
	f := func(id string, o check.Outcome, found string) check.Finding {
		return check.Finding{ID: id, Outcome: o, Found: say.Typed(found)}
	}
	before := check.Report{Findings: []check.Finding{f("a", check.Pass, "1"), f("b", check.Pass, "1"), f("c", check.Pass, "1"), f("gone", check.Pass, "1")}}
	after := check.Report{Findings: []check.Finding{f("a", check.Pass, "1"), f("b", check.Fail, "1"), f("c", check.Pass, "2"), f("new", check.Pass, "1")}}
	var got []string
	for _, c := range check.Compare(before, after) {
		got = append(got, c.Before.ID+">"+c.After.ID)
	}
	if strings.Join(got, " ") != "b>b c>c >new gone>" {
		t.Errorf("changes are %q", got)
	}
}

// A panic in a check names the check.
func TestBugNamesTheCheck(t *testing.T) {
	n := *shipped(t)
	rules := check.NewRules(&n)
	n.Insurance = nil // what no loaded notice is
	defer func() {
		bug, ok := recover().(check.Bug)
		if !ok || bug.Check != "social-insurance-year" || bug.Cause == nil {
			t.Errorf("the panic is %+v", bug)
		}
	}()
	rules.Run(passing(t, "FE"))
	t.Error("nothing panicked")
}
