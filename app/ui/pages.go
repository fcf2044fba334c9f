package ui

import (
	"fmt"

	"zhicheng/app/page"
	"zhicheng/forms"
)

// Page is something that the window can show.
type Page struct {
	Name string
	Open func()
}

// Pages returns everything that the window can show: the start page, the steps in
// their order, and the pages behind the results.
func (w *Window) Pages() []Page {
	pages := []Page{{"start", w.files.openStart}, {"check", func() { checkPhotos(w, w.entry) }}}
	for _, step := range forms.Pages {
		pages = append(pages, Page{string(step), func() { w.Go(step) }})
		for _, part := range w.room.Parts(step)[1:] {
			pages = append(pages, Page{fmt.Sprintf("%s-%d", step, part+1), func() { w.room.GoSpot(page.Spot{Step: step, Part: part}) }})
		}
	}
	pages[len(pages)-1].Open = func() { w.room.GoTab(page.TabVerdict) } // of the results, the last step
	for _, tab := range []string{page.TabAnswers, page.TabAgenda} {
		pages = append(pages, Page{string(forms.StepResults) + "-" + tab, func() { w.room.GoTab(tab) }})
	}
	if len(w.draft.Report().Barring()) > 0 {
		pages = append(pages, Page{string(page.StepStop), func() { w.Go(page.StepStop) }})
	}
	return append(pages, Page{string(page.StepTranscript), func() { w.Go(page.StepTranscript) }}, Page{string(page.StepPreview), func() { w.Go(page.StepPreview) }})
}
