package ui

import (
	"fmt"

	"zhicheng/forms/say"

	"zhicheng/app/ask"
	"zhicheng/app/crop"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/app/printer"
	"zhicheng/forms"
	"zhicheng/forms/draft"
	"zhicheng/forms/library"
	"zhicheng/forms/paper"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// ProductName is the program's name.
var ProductName = productName.String()

var productName = say.F("职称申报助手")

// Window is the program's window with one application.
type Window struct {
	config Config
	window fyne.Window
	draft  *draft.Draft
	asks   *ask.Chooser
	work   *document.Work
	entry  library.Entry // the notice of the application
	words  *dictionary
	fonts  *paper.Fonts // of the list, nil until they are asked for a character
	// doc is where the application is kept.
	doc *document.Document
	// marked is the state that the window calls safe, and saving is true while the
	// applicant waits for a save.
	marked *forms.Applicant
	saving bool
	// toldOfForeign and toldOfLoss are true once the applicant knows that another
	// program changed the file, and that nothing can be kept.
	toldOfForeign, toldOfLoss bool
	// discarded is the document that the applicant threw away, until another
	// application is there.
	discarded *document.Document
	// left are the drafts of earlier runs.
	left *document.Leftovers
	// started is false while the start page is open.
	started bool
	// replacing is true while another application takes the place of this one:
	// that is no change to save.
	replacing bool

	// rail, foot and frame are nil until a page is shown.
	rail  *rail
	foot  *foot
	frame *frame
	room  *page.Room // the open page
	crop  *crop.Editor
	// printer stands in for the system's; nil asks it.
	printer printer.Printer
	// unsaid are answers that were typed and not noted, by the question's check.
	unsaid map[string]string
}

// New makes the window of an application; it is not shown yet, and what it shows
// is for [Window.Begin] or [Window.Go] to say.
func New(config Config, a *forms.Applicant) *Window {
	w := &Window{config: config, entry: library.Entry{Notice: config.Notice}, work: document.NewWork(fyne.Do, config.AtOnce)}
	w.doc, w.left = document.New(w.keeping()), document.NewLeftovers(config.Shelf)
	w.words = wordsFor(config.language())
	w.window = config.App.NewWindow(w.Say(productName))
	w.asks = ask.NewChooser(ask.New(w.window, w.Say, w.work), config.App.Preferences())
	w.asks.ForOpen, w.asks.ForSave, w.asks.Folder = config.ChooseOpen, config.ChooseSave, w.folder
	w.asks.Toolkit = func() ask.Toolkit { return w.words.toolkit }
	w.crop = crop.New(w.window, w, w.asks, w.work.Run)
	w.crop.Finder, w.crop.Copied = config.Finder, config.Paste
	w.draft = draft.New(config.Notice, a)
	w.draft.Follow(config.Now)
	w.window.SetPadded(false)
	w.window.Resize(fyne.NewSize(1120, 740))
	w.room = &page.Room{Host: w, Application: w, Frame: w, Commands: w, Lists: w, Photo: w.crop, Window: w.window}
	w.room.Begin()
	w.draft.Listen(w.changed)
	w.window.SetMainMenu(w.menu())
	w.window.SetOnDropped(w.dropped)
	w.window.SetCloseIntercept(w.closeUnasked)
	w.window.Canvas().SetOnTypedKey(w.Key)
	w.window.Canvas().AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { w.unasked(w.pastePhoto)() })
	return w
}

// Show shows the window.
func (w *Window) Show() { w.window.Show() }

// Fyne returns the toolkit's window.
func (w *Window) Fyne() fyne.Window { return w.window }

// Draft returns the application that is edited.
func (w *Window) Draft() *draft.Draft { return w.draft }

// Step returns the step whose page is open.
func (w *Window) Step() forms.Step { return w.room.Page().Step() }

// furnish makes what stands round every page.
func (w *Window) furnish() { w.rail, w.foot, w.frame = newRail(w), newFoot(w), &frame{} }

// Go opens a step's page.
func (w *Window) Go(step forms.Step) { w.room.Go(step) }

// GoTo opens the page of a place and puts the focus on its question.
func (w *Window) GoTo(path string) { w.room.GoTo(path) }

// Leave is told before another page is made: what was typed is written.
func (w *Window) Leave() {
	w.doc.Hurry()
	if w.frame == nil {
		w.furnish()
	}
}

// Turned shows a page.
func (w *Window) Turned(p *page.Page) {
	w.started = true
	w.frame.fill(w, p)
	w.rail.update()
	w.foot.update()
}

// changed brings the window up to date after the application changed.
func (w *Window) changed() {
	if w.replacing {
		w.crop.Forget()
		w.room.Forget()
		w.unsaid = nil
	}
	w.rail.update()
	w.foot.update()
	w.room.Page().Update()
	if !w.replacing {
		w.autosave()
	}
}

// View returns the application as it stands.
func (w *Window) View() *forms.Applicant { return w.draft.View() }

// PhotoChanged shows the photo's page again.
func (w *Window) PhotoChanged() {
	if w.room != nil && w.Step() == forms.StepPhoto {
		w.room.Page().Update()
	}
}

// pastePhoto takes the picture that was copied, on the photo's page.
func (w *Window) pastePhoto() {
	if w.Step() == forms.StepPhoto && w.started {
		w.crop.Paste()
	}
}

// Break ends the typing that is undone together.
func (w *Window) Break() { w.draft.Break() }

// Reveal scrolls the page, or what a dialog shows, to an object.
func (w *Window) Reveal(o fyne.CanvasObject) {
	switch d := w.asks.Open(); {
	case d != nil:
		d.Reveal(o)
	case w.room.Page() != nil:
		w.room.Page().Reveal(o)
	}
}

// Wheel scrolls the page.
func (w *Window) Wheel(e *fyne.ScrollEvent) { w.room.Page().Scroll.Scrolled(e) }

// Key moves the page, or what a dialog shows, by the page keys, Home and End; Escape leaves a
// dialog.
func (w *Window) Key(e *fyne.KeyEvent) {
	scroll, d := w.room.Page().Scroll, w.asks.Open()
	if d != nil {
		scroll = d.Scroll
	}
	switch e.Name {
	case fyne.KeyEscape:
		if d != nil {
			d.Dismiss()
		}
	case fyne.KeyPageDown:
		scroll.Turn(1)
	case fyne.KeyPageUp:
		scroll.Turn(-1)
	case fyne.KeyHome:
		scroll.ScrollToTop()
	case fyne.KeyEnd:
		scroll.ScrollToBottom()
	}
}

// frame lays out rail, page and foot.
type frame struct{ w *Window }

// SmallestWidth and SmallestHeight are those of a window in which everything can be
// reached, in the toolkit's units.
const (
	SmallestWidth  float32 = 660
	SmallestHeight float32 = 280
)

const (
	railWidth float32 = 232
	// railFrom is the window's width from which there is room for the rail.
	railFrom   float32 = 900
	footHeight float32 = 60
)

func (f *frame) fill(w *Window, p *page.Page) {
	f.w = w
	w.window.SetContent(container.New(f,
		look.NewPanel(look.Ground, look.Clear, 0), p.Scroll, w.foot.object, w.rail.object))
}

// MinSize is that of the window: half a screen of 1366 pixels, with the platform in
// the other half, and what one of 600 at one and a half times their size has room for
// beside a menu, a frame and a bar.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(SmallestWidth, SmallestHeight)
}

// Layout puts the rail at the left, the page at its right and the foot below it. A
// narrow window has no rail: the foot and the menu lead to all steps.
func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	left := railWidth
	if size.Width < railFrom {
		left = 0
	}
	look.Show(objects[3], left > 0) // before the foot is laid out, which says what the rail would
	width, height := size.Width-left, size.Height-footHeight
	f.w.room.Page().Fit(width)
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(width, height))
	objects[2].Move(fyne.NewPos(left, height))
	objects[2].Resize(fyne.NewSize(width, footHeight))
	objects[3].Resize(fyne.NewSize(left, size.Height))
}

// Page is something that the window can show.
type Page struct {
	Name string
	Open func()
}

// Pages returns everything that the window can show: the start page, the steps in
// their order, and the pages behind the results.
func (w *Window) Pages() []Page {
	pages := []Page{{"start", w.openStart}}
	for _, step := range forms.Steps {
		pages = append(pages, Page{string(step), func() { w.Go(step) }})
		for part := 1; part < forms.Parts(step); part++ {
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
