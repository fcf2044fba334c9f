package draft_test

import (
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/draft"
)

// The plan follows specialty and level, until the applicant chooses another.
const forestry forms.Specialty = "forestry"

func TestThePlanFollows(t *testing.T) {
	specialty, level, choice := forms.Of(forms.PlanSpecialty), forms.Of(forms.PlanLevel), forms.Of(forms.PlanChoice)
	fitting := func(s forms.Specialty, l forms.Level) forms.PlanCode {
		p, ok := shipped().PlanFor(s, l)
		if !ok {
			t.Fatalf("no plan for %s %s", s, l)
		}
		return p.Code
	}
	engineer := fitting(forestry, forms.LevelEngineer)
	senior := fitting(forestry, forms.LevelSeniorEngineer)
	d := draft.New(shipped(), forms.New(""))
	expect := func(after string, want forms.PlanCode) {
		t.Helper()
		if got := d.View().Plan.Code; got != want {
			t.Errorf("%s: plan %q, want %q", after, got, want)
		}
	}
	d.Enter(specialty, string(forestry))
	expect("specialty alone", "")
	d.Enter(level, string(forms.LevelEngineer))
	expect("both", engineer)
	d.Undo()
	expect("undone", "")
	d.Redo()
	d.Enter(level, string(forms.LevelSeniorEngineer))
	expect("level changed", senior)
	d.Undo()
	expect("change undone", engineer)
	d.Enter(specialty, string(forms.SpecialtyOther))
	expect("a specialty without a plan", "")
	d.Enter(specialty, string(forestry))
	expect("and back", engineer)
	d.Enter(choice, string(senior))
	expect("chosen on purpose", senior)
	d.Enter(level, string(forms.LevelFullSeniorEngineer))
	expect("level changed under a chosen plan", senior)
	d.Enter(choice, "")
	expect("taken back", "")
	d.Enter(forms.Of(forms.PersonName), "甲")
	expect("another answer", "")
}
