package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/textfile"
)

// Undo and redo show what they change, whatever page is open.
func TestUndoShowsWhatItChanges(t *testing.T) {
	for name, change := range map[string]struct {
		step forms.Step
		do   func(d *desk)
	}{
		"a row added":         {forms.StepEducation, func(d *desk) { d.tap("再加一个学历") }},
		"a row removed":       {forms.StepEducation, func(d *desk) { d.removeLast() }},
		"rows changed over":   {forms.StepEducation, func(d *desk) { d.tap("再加一个学历"); d.tap("上移") }},
		"a photo":             {forms.StepPhoto, func(d *desk) { d.crop.Load(samplePhoto("natural-resources-senior")) }},
		"a text file":         {forms.StepStatement, func(d *desk) { d.answers.takeText(textfile.Text{Words: "另一份述职"}) }},
		"an answer taken off": {forms.StepResults, func(d *desk) { d.answers.AskAnswer(d.draft.Report().Standing()[0]); d.keys("行"); d.tap("记下") }},
	} {
		d := sit(t, sample(t, "forestry-engineer"))
		d.Go(change.step)
		d.draft.Enter(forms.Of(forms.StatementText), "先打的字")
		before := d.View()
		change.do(d)
		after := d.View()
		for d.View() != before {
			d.Go(forms.StepSchedule)
			d.Undo()
			if d.Step() != change.step {
				t.Fatalf("%s: undo shows %s", name, d.Step())
			}
		}
		for d.draft.CanRedo() {
			d.Go(forms.StepSchedule)
			d.redo()
			if d.Step() != change.step {
				t.Fatalf("%s: redo shows %s", name, d.Step())
			}
		}
		if d.View() != after {
			t.Errorf("%s: redo leads elsewhere", name)
		}
	}
}

// Moving the overflow back is undone by itself, not with the typing before it.
func TestMovingBackIsUndoneAlone(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepStatement)
	d.draft.Edit("", func(a *forms.Applicant) { a.Statement.Overflow = "放不下的" })
	d.focusOn(forms.Of(forms.StatementText))
	d.keys("刚打的")
	d.tap("移回述职")
	d.focusOn(forms.Of(forms.StatementText))
	d.keys("又")
	d.Undo()
	if s := d.View().Statement; s.Text != "刚打的放不下的" {
		t.Errorf("undo of the typing leaves %+v", s)
	}
	d.Undo()
	if s := d.View().Statement; s.Text != "刚打的" || s.Overflow != "放不下的" {
		t.Errorf("undo of moving back leaves %+v", s)
	}
}

func TestUndoScrollsToWhatItChanges(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepScope)
	d.window.Resize(fyne.NewSize(1024, 500))
	d.draft.Enter(forms.Of(forms.InsuranceMonths), "7")
	d.room.Page().Scroll.ScrollToOffset(fyne.Position{})
	d.Undo()
	f := d.room.Page().Field(forms.InsuranceMonths.Path)
	if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Object()).Y; top < 0 || top > 500-footHeight {
		t.Errorf("what changed stands at %v of a window 500 high", top)
	}
	entry := f.Entry()
	d.focusOn(forms.Of(forms.InsuranceMonths))
	d.keys("8")
	d.room.Page().Scroll.ScrollToOffset(fyne.Position{})
	d.Undo()
	if d.window.Canvas().Focused() != entry {
		t.Error("undo takes the focus from the input that changed")
	}
}
