package ui

import (
	"bytes"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

func TestPreviewShowsThePrintedPages(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.config.App.Preferences().SetString(partsKey, "page1,answers")
	t.Cleanup(func() { d.config.App.Preferences().RemoveValue(partsKey) })
	d.Go(page.StepPreview)
	pages, err := d.lists.compose(d.lists.toPrint())
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	walk(d.room.Page().Body, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		picture, ok := o.(*canvas.Image)
		if ok && picture.Image != nil && picture.Size() == fyne.NewSize(page.SheetWidth, page.SheetHeight) {
			sheets++
		}
	})
	if sheets != pages.Count() || sheets < 4 {
		t.Errorf("%d sheets are shown, %d are printed", sheets, pages.Count())
	}
	before := d.room.Page()
	d.draft.Edit("", func(a *forms.Applicant) { a.Person.Name = "李四" })
	if d.Step() != page.StepPreview || d.room.Page() == before {
		t.Error("after an edit the page shows the sheets of the earlier state")
	}
}

// The list, its foot and the name proposed for its file are in the language of the
// window.
func TestTheListSpeaksTheWindowsLanguage(t *testing.T) {
	for language, want := range map[string][3]string{
		"zh": {"职称申报自查清单（2020年度·绍兴）", "职称申报助手 ", "张林生自查清单.pdf"},
		"en": {"Checklist for a title application (2020, Shaoxing)", "Title Application Assistant ", "张林生 checklist.pdf"},
	} {
		proposed := ""
		d := sit(t, nil)
		d.asks.ForSave = func(_, name string, _ func(string)) { proposed = name }
		d.files.replace(sample(t, "forestry-engineer"), forms.StepResults)
		d.Speak(language)
		d.lists.PrintList()
		d.tap(d.sayf("存为PDF…"))
		if proposed != want[2] {
			t.Errorf("%s: the file is to be %q, want %q", language, proposed, want[2])
		}
		list := d.lists.toPrint()
		var text bytes.Buffer
		if err := paper.WriteText(&text, checklist.Build(list.a, list.findings, list.printing)); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(text.String(), want[0]) || !strings.Contains(text.String(), want[1]) {
			t.Errorf("%s: the list is in another language: %.200s", language, text.String())
		}
	}
}

// Escape leaves a page behind the results as its first button does, whatever has the focus;
// a dialog over it is left first.
func TestEscapeLeavesPagesBehindTheResults(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	for _, behind := range []forms.Step{page.StepPreview, page.StepTranscript} {
		for name, focus := range map[string]func(){
			"nothing":  d.window.Canvas().Unfocus,
			"a button": d.window.Canvas().FocusNext,
		} {
			d.Go(behind)
			d.asks.Tell(say.F("打印清单"), say.F("打印清单"))
			if d.key(fyne.KeyEscape); d.Step() != behind {
				t.Errorf("%s: Escape in a dialog leads to %s", behind, d.Step())
			}
			focus()
			if d.key(fyne.KeyEscape); d.Step() != forms.StepResults {
				t.Errorf("%s, %s has the focus: Escape stays on %s", behind, name, d.Step())
			}
		}
	}
	d.Go(forms.StepScope)
	if d.key(fyne.KeyEscape); d.Step() != forms.StepScope {
		t.Errorf("Escape leads from a step to %s", d.Step())
	}
}
