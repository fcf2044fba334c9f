package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/app/looktest"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// focusOn puts the focus on a question of the open page.
func (d *desk) focusOn(p forms.Place) {
	d.t.Helper()
	f := d.room.Page().Field(p.Path)
	if f == nil || !f.Object().Visible() {
		d.t.Fatalf("%s is not asked on %s", p.Path, d.Step())
	}
	d.window.Canvas().Focus(f.Focusable())
}

// keys types on what has the focus at each key, as a keyboard does.
func (d *desk) keys(text string) {
	d.t.Helper()
	for i, r := range text {
		focused := d.window.Canvas().Focused()
		if focused == nil {
			d.t.Fatalf("no focus for what follows %q", text[:i])
		}
		focused.TypedRune(r)
	}
}

// hasFocus reports whether a question of the open page has the focus.
func (d *desk) hasFocus(p forms.Place) bool {
	f := d.room.Page().Field(p.Path)
	return f != nil && d.window.Canvas().Focused() == f.Focusable()
}

func TestEveryKeyReachesTheFirstRow(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepEducation)
	award := forms.OfEducation(forms.EducationAward, 0)
	d.focusOn(award)
	d.keys("20160620")
	if got := award.Text(d.View()); got != "2016-06-20" {
		t.Errorf("20160620 became %q", got)
	}
	if !d.hasFocus(award) {
		t.Error("the focus is gone")
	}
}

// A page that is made anew keeps the focus and the place of the caret.
func TestFocusOutlivesAnotherPage(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepEducation)
	grade := forms.OfEducation(forms.EducationGrade, 0)
	d.focusOn(grade)
	d.keys("3")
	if !d.hasFocus(grade) {
		t.Error("an answer by a digit takes the focus away")
	}
	award := forms.OfEducation(forms.EducationAward, 0)
	d.focusOn(award)
	d.room.Page().Field(award.Path).Entry().SetCaret(4)
	before := d.room.Page()
	d.draft.Edit("", func(a *forms.Applicant) { a.Education = append(a.Education, forms.Education{}) })
	if d.room.Page() == before {
		t.Fatal("the page was not made anew")
	}
	if !d.hasFocus(award) || d.room.Page().Field(award.Path).Entry().Caret() != 4 {
		t.Error("focus or caret did not stay")
	}
	department := forms.Of(forms.ForestryDepartment)
	d.GoTo(department.Path)
	d.focusOn(department)
	d.keys("2")
	if department.Text(d.View()) == "" || !d.hasFocus(department) {
		t.Errorf("the department is %q, in focus %t", department.Text(d.View()), d.hasFocus(department))
	}
}

func TestRemovingARowGoesToItsNeighbour(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepEducation)
	if first := d.room.Page().Field(forms.OfEducation(forms.EducationGrade, 0).Path); !first.Object().Visible() {
		t.Fatal("no first row")
	}
	d.draft.Edit("", func(a *forms.Applicant) { a.Education = make([]forms.Education, 3) })
	for _, left := range []int{2, 1, 0} {
		d.GoTo(forms.OfEducation(forms.EducationGrade, left).Path)
		d.removeLast()
		if len(d.View().Education) != left {
			t.Fatalf("%d rows, want %d", len(d.View().Education), left)
		}
		if last := max(0, left-1); !d.hasFocus(forms.OfEducation(forms.EducationGrade, last)) {
			t.Errorf("%d rows left: the focus is not on the last", left)
		}
	}
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if b, ok := o.(interface{ Label() string }); ok && b.Label() == "删除" {
			t.Error("a row that is not there can be removed")
		}
	})
}

// removeLast presses the last 删除 on the page.
func (d *desk) removeLast() {
	d.t.Helper()
	var last *look.Button
	for _, b := range looktest.All[*look.Button](d.window.Content()) {
		if b.Label() == "删除" {
			last = b
		}
	}
	if last == nil {
		d.t.Fatal("nothing to remove")
	}
	last.Tapped(nil)
}

// The way back stays over everything that makes the page anew.
func TestWayBackStays(t *testing.T) {
	d := sit(t, nil)
	back := func(when string) {
		t.Helper()
		if !d.room.Page().Back.Visible() {
			t.Errorf("%s: no way back", when)
		}
	}
	d.Go(forms.StepResults)
	d.GoTo(forms.Of(forms.PlanSpecialty).Path)
	back("after the link")
	d.Speak("en")
	defer d.Speak("zh")
	back("in another language")
	d.Go(forms.StepResults)
	d.GoTo(forms.OfEducation(forms.EducationGrade, 0).Path)
	d.tap(d.Say(say.F("再加一个学历")))
	d.tap(d.Say(say.F("再加一个学历")))
	back("after a row more")
	test.Tap(d.room.Page().Back)
	if d.Step() != forms.StepResults || d.room.Page().Back.Visible() {
		t.Errorf("the way back leads to %s", d.Step())
	}
}
