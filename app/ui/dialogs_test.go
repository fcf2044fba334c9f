package ui

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"zhicheng/app/ask"
	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// key presses a key on what has the focus, or on the window.
func (d *desk) key(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if focused := d.window.Canvas().Focused(); focused != nil {
		focused.TypedKey(e)
		return
	}
	d.window.Canvas().OnTypedKey()(e)
}

// withVersions gives the window a file with as many earlier states as are kept.
func (d *desk) withVersions() {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "a.zcapp")
	d.named = path
	d.draft.Edit("", func(a *forms.Applicant) { a.Person.Name = "张三" })
	d.keep.save()
	for i := range store.KeptVersions {
		a := d.View().Clone()
		a.Person.Name = strings.Repeat("三", i+1)
		if err := d.shelf.KeepVersion(path, a, clock().Add(time.Duration(i)*time.Minute)); err != nil {
			d.t.Fatal(err)
		}
	}
}

func TestEscapeTakesNoAnswer(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.withVersions()
	for name, open := range map[string]func(){
		"关于": d.bar.about, "许可证": d.bar.showLicences, "以前的版本": d.keep.showVersions,
		"打开": func() {
			d.asks.Ask(say.F("清单写好了"), look.Space(1, 1), ask.Button{Words: say.F("打开"), Tapped: func() { t.Error("Escape opens") }})
		},
	} {
		open()
		d.key(fyne.KeyEscape)
		if d.asks.Open() != nil {
			t.Errorf("%s: Escape opens another dialog, or does nothing", name)
		}
	}
	d.keep.showVersions()
	d.window.Canvas().FocusNext()
	if b, ok := d.window.Canvas().Focused().(*look.Button); !ok || b.Label() == "关闭" {
		t.Fatal("no version has the focus")
	}
	d.key(fyne.KeyEscape)
	if d.asks.Open() != nil {
		t.Error("Escape on a version does nothing")
	}
}

// Every answer of every dialog can be reached in the smallest window and in that of a
// small laptop, and what is above it too.
func TestDialogsFitTheWindow(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.withVersions()
	d.config.Licences = []Licence{{"MIT", strings.Repeat("Permission is hereby granted. ", 300)}}
	question := func() { d.answers.AskAnswer(d.draft.Report().Standing()[0]) }
	for _, language := range []string{"zh", "en"} {
		d.Speak(language)
		for _, size := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 910, Height: 448}, {Width: SmallestWidth, Height: SmallestHeight}} {
			for name, open := range map[string]func(){"versions": d.keep.showVersions, "about": d.bar.about, "licences": d.bar.showLicences, "answer": question} {
				d.window.Resize(size)
				open()
				d.rests(strings.Join([]string{language, name}, " "))
				for range 15 {
					d.inside(strings.Join([]string{language, name}, " "))
					d.window.Canvas().FocusNext()
				}
				d.asks.Open().Dismiss()
			}
		}
	}
	d.Speak("zh")
}

// inside holds what has the focus against the dialog, and the dialog against the window.
func (d *desk) inside(name string) {
	d.t.Helper()
	size := d.window.Canvas().Size()
	card := d.asks.Open().Card
	if bottom := card.Position().Y + card.Size().Height; bottom > size.Height || card.Position().Y < 0 {
		d.t.Fatalf("%s: the dialog ends at %v of %v", name, bottom, size)
	}
	o := d.window.Canvas().Focused().(fyne.CanvasObject)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	if at.Y < card.Position().Y || at.Y+o.Size().Height > card.Position().Y+card.Size().Height {
		d.t.Fatalf("%s: what has the focus stands at %v, the dialog from %v to %v",
			name, at.Y, card.Position().Y, card.Position().Y+card.Size().Height)
	}
}

func TestPageKeysMoveADialog(t *testing.T) {
	d := sit(t, nil)
	d.config.Licences = []Licence{{"MIT", strings.Repeat("Permission is hereby granted. ", 300)}}
	d.bar.showLicences()
	d.key(fyne.KeyPageDown)
	if d.asks.Open().Scroll.Offset.Y == 0 {
		t.Error("the page key does nothing")
	}
}

// The page keys move the page wherever the focus is.
func TestPageKeysMoveThePage(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.window.Resize(fyne.NewSize(1024, 500))
	for _, step := range []forms.Step{forms.StepScope, forms.StepPhoto, forms.StepResults} {
		d.Go(step)
		stops(d, func(o fyne.CanvasObject) {
			if e, ok := o.(*field.Entry); ok && e.MultiLine() {
				return
			}
			d.room.Page().Scroll.ScrollToOffset(fyne.Position{})
			d.key(fyne.KeyPageDown)
			if d.room.Page().Scroll.Offset.Y == 0 {
				t.Errorf("%s: the page key is dead on %T", step, o)
			}
			if _, writing := o.(*field.Entry); writing {
				return // there Home and End move the caret
			}
			d.key(fyne.KeyHome)
			if d.room.Page().Scroll.Offset.Y != 0 {
				t.Errorf("%s: Home is dead on %T", step, o)
			}
			d.key(fyne.KeyEnd)
			if d.room.Page().Scroll.Offset.Y == 0 {
				t.Errorf("%s: End is dead on %T", step, o)
			}
		})
	}
}

func TestADialogKeepsItsApplication(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	other := forms.New("shaoxing-2020")
	other.Person.Name = "另一份"
	path := filepath.Join(t.TempDir(), "b.zcapp")
	if err := store.Save(path, other); err != nil {
		t.Fatal(err)
	}
	drop := func() { d.door.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)}) }
	d.Go(forms.StepResults)
	d.answers.AskAnswer(d.draft.Report().Standing()[0])
	drop()
	d.bar.closeUnasked()
	if d.View().Person.Name == "另一份" || len(d.window.Canvas().Overlays().List()) != 1 {
		t.Error("the application was taken away under a dialog")
	}
	d.tap("取消")
	drop()
	if d.View().Person.Name != "另一份" {
		t.Error("a dropped application is not opened")
	}
}

// An answer that is typed and not noted is there when the question is opened again.
func TestTypedAnswerOutlivesItsDialog(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepResults)
	asked := d.draft.Report().Standing()
	answer := func(i int) *field.Entry {
		d.answers.AskAnswer(asked[i])
		return d.window.Canvas().Focused().(*field.Entry)
	}
	answer(0)
	d.keys("张科长说")
	d.key(fyne.KeyEscape)
	if d.asks.Open() != nil || len(d.View().Confirmed) > 0 {
		t.Fatal("Escape notes the answer, or does nothing")
	}
	if text := answer(1).Text(); text != "" {
		t.Errorf("another question has the answer %q", text)
	}
	d.tap("取消")
	answer(0)
	d.keys("可以")
	d.tap("记下")
	if all := d.View().Confirmed; len(all) != 1 || all[0].Answer != "张科长说可以" {
		t.Fatalf("noted %+v", all)
	}
	d.Go(forms.StepPlan)
	d.Undo()
	if d.Step() != forms.StepResults || len(d.View().Confirmed) > 0 {
		t.Errorf("undo of the answer shows %s", d.Step())
	}
	if text := answer(0).Text(); text != "" {
		t.Errorf("a noted answer is offered again: %q", text)
	}
	d.tap("取消")
	answer(0)
	d.keys("甲")
	d.key(fyne.KeyEscape)
	d.files.begin(d.View().Clone(), forms.StepResults)
	if text := answer(0).Text(); text != "" {
		t.Errorf("another application has the answer %q", text)
	}
}
