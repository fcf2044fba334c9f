package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/forms"
)

func TestPreviewShowsThePrintedPages(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.previewList()
	pages, err := d.compose(d.toPrint())
	if err != nil {
		t.Fatal(err)
	}
	sheets := 0
	walk(d.page.body, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		picture, ok := o.(*canvas.Image)
		if ok && picture.Image != nil && picture.Size() == fyne.NewSize(sheetWidth, sheetHeight) {
			sheets++
		}
	})
	if sheets != pages.Count() || sheets < 4 {
		t.Errorf("%d sheets are shown, %d are printed", sheets, pages.Count())
	}
	before := d.page
	d.draft.Edit("", func(a *forms.Applicant) { a.Person.Name = "李四" })
	if d.page.step != stepPreview || d.page == before {
		t.Error("after an edit the page shows the sheets of the earlier state")
	}
}
