package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/crop"
	"zhicheng/app/document"
	"zhicheng/app/field"
	"zhicheng/app/help"
	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/draft"
	"zhicheng/forms/guide"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
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
	// doc is where the application is kept.
	doc *document.Document
	// started is false while the start page is open.
	started bool
	// checking is the page for photos alone, nil while that is not open.
	checking *checking
	// replacing is true while another application takes the place of this one:
	// that is no change to save.
	replacing bool

	// rail, foot and frame are nil until a page is shown.
	rail    *rail
	foot    *foot
	frame   *frame
	room    *page.Room // the open page
	crop    *crop.Editor
	keep    *keeper
	files   *files
	notices *notices
	lists   *lists
	answers *answers
	bar     *menus
	door    *door
	// overview is the table of all applications, and handbook the help.
	overview *overview
	handbook *handbook
	presence *store.Presence // tells other starts that a window is open
}

// New makes the window of an application; it is not shown yet, and what it shows
// is for [Window.Begin] or [Window.Go] to say.
func New(config Config, a *forms.Applicant) *Window {
	w := &Window{config: config, entry: library.Entry{Notice: config.Notice}, work: document.NewWork(fyne.Do, config.AtOnce)}
	w.words = wordsFor(config.language())
	w.window = config.App.NewWindow(w.Say(productName))
	w.draft = draft.New(config.Notice, a)
	w.draft.Follow(config.Now)
	w.wire()
	w.window.SetPadded(false)
	w.window.Resize(keptSize(config.App.Preferences()))
	w.draft.Listen(w.changed)
	w.window.SetMainMenu(w.bar.menu())
	w.window.SetOnDropped(w.door.dropped)
	w.window.SetCloseIntercept(w.bar.closeUnasked)
	w.window.Canvas().SetOnTypedKey(w.Key)
	w.window.Canvas().AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { w.bar.unasked(w.pastePhoto)() })
	return w
}

// wire makes the rooms and joins them.
func (w *Window) wire() {
	c := w.config
	w.keep, w.notices, w.lists = &keeper{w: w}, &notices{w}, &lists{w: w}
	w.answers, w.bar, w.door = &answers{w: w}, &menus{w}, &door{w: w}
	w.overview, w.handbook, w.presence = &overview{w: w}, &handbook{w: w}, c.Shelf.Presence()
	w.files = &files{w: w, left: document.NewLeftovers(c.Shelf)}
	w.doc = document.New(w.keep.keeping())
	w.asks = ask.NewChooser(ask.New(w.window, w.Say, w.work), c.App.Preferences())
	w.asks.ForOpen, w.asks.ForSave, w.asks.Folder = c.ChooseOpen, c.ChooseSave, w.folder
	w.asks.ForFolder = c.ChooseFolder
	w.asks.Toolkit = func() ask.Toolkit { return w.words.toolkit }
	w.crop = crop.New(w.window, w, w.asks, w.work.Run)
	w.crop.Finder, w.crop.Copied = c.Finder, c.Paste
	w.room = &page.Room{Host: w, Application: w, Frame: w, Answers: w.answers, Lists: w.lists, Photo: w.crop, Window: w.window}
	w.room.Begin()
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
func (w *Window) furnish() {
	w.rail, w.foot, w.frame = newRail(w), newFoot(w), &frame{remark: newRemark(w)}
}

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
	endChecking(w)
	w.overview.leave()
	w.frame.showRemark(false)
	w.frame.fill(w, p)
	w.rail.update()
	w.foot.update()
}

// changed brings the window up to date after the application changed.
func (w *Window) changed() {
	if w.replacing {
		w.crop.Forget()
		w.room.Forget()
		w.answers.unsaid = nil
	}
	w.frame.showRemark(false)
	w.rail.update()
	w.foot.update()
	w.room.Page().Update()
	if !w.replacing {
		w.keep.autosave()
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
// dialog, or a page behind the results.
func (w *Window) Key(e *fyne.KeyEvent) {
	switch {
	case w.checking != nil:
		w.checking.Key(e)
		return
	case e.Name == fyne.KeyF1:
		w.bar.unasked(func() { w.handbook.open(help.Manual) })()
		return
	case e.Name == fyne.KeyEscape && page.BehindResults(w.Step()) && w.window.Canvas().Overlays().Top() == nil:
		w.Go(forms.StepResults)
		return
	}
	keyOn(w.asks, w.room.Page().Scroll, e)
}

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

// Edit changes what no single question asks for. It is undone by itself, and undo
// shows the question at path.
func (w *Window) Edit(path string, change func(*forms.Applicant)) {
	before := w.View().Photo
	w.draft.Break()
	w.draft.Edit(path, change)
	w.draft.Break()
	w.frame.replaced(before, w.View().Photo)
}

// Undo goes back one edit and shows where.
func (w *Window) Undo() {
	if w.checking != nil {
		w.checking.Undo()
		return
	}
	if place, ok := w.draft.Undo(); ok {
		w.showChanged(place)
	}
}

func (w *Window) redo() {
	if w.checking != nil {
		w.checking.redo()
		return
	}
	if place, ok := w.draft.Redo(); ok {
		w.showChanged(place)
	}
}

// showChanged goes to what changed, so that nothing changes unseen; the caret stays
// in an input that has the focus.
func (w *Window) showChanged(place string) {
	if w.room.Page().Focused() != place {
		w.GoTo(place)
	}
}

// Shortcut does what the keys stand for in the whole window.
func (w *Window) Shortcut(s fyne.Shortcut) bool {
	if paste, ok := s.(*fyne.ShortcutPaste); ok && w.door.pasted(paste.Clipboard) {
		return true
	}
	for _, m := range w.bar.menus() {
		for _, c := range m.commands {
			if c.shortcut != nil && c.shortcut.ShortcutName() == s.ShortcutName() {
				w.bar.unasked(c.do)()
				return true
			}
		}
	}
	return false
}

// TellOfCrash says that an earlier run ended on a bug, and where that is recorded; ""
// for none.
func (w *Window) TellOfCrash(record string) {
	if record == "" {
		return
	}
	content := look.Column(6,
		look.NewText(w.sayf("软件上次出错退出了。填过的内容随填随存，能接着填的都列在开始页上。"), look.Style{}),
		look.NewText(w.sayf("出错的经过记在%s，只在这台电脑上；愿意的话，可以发给软件的作者。", record), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	w.asks.Ask(say.F("上次没有正常退出"), content,
		ask.Button{Words: say.F("看看记录"), Tapped: func() { w.lists.openPath(record) }},
		ask.Button{Words: say.F("知道了"), Filled: true})
}

// Quote shows a clause in the whole notice.
func (w *Window) Quote(clause string) { w.handbook.quote(clause) }

// Caret has the window of an input method where text is typed.
func (w *Window) Caret(e *field.Entry) { showCaret(w, e) }

// Begin shows the start page, and opens the file that the command line names.
func (w *Window) Begin(arguments []string) {
	w.files.openStart()
	switch {
	case len(arguments) == 0:
	case isNotice(arguments[0]):
		w.notices.openNotice(arguments[0])
	default:
		w.door.admit(arguments[0])
	}
}

// folder is where the application's file lies, with a separator at its end.
func (w *Window) folder() string {
	if w.doc.Path() == "" {
		return ""
	}
	return filepath.Dir(w.doc.Path()) + string(filepath.Separator)
}

// Open opens a file that the system names. A dialog that is open belongs to the
// application that it is about.
func (w *Window) Open(path string) {
	if w.window.Canvas().Overlays().Top() == nil {
		w.door.admit(path)
	}
}

// Ticks returns the steps done on the platform.
func (w *Window) Ticks() *document.Ticks { return w.doc.Ticks }

// notice is that of the application which is open.
func (w *Window) notice() *notice.Notice { return w.entry.Notice }

// Tick notes that a step is done on the platform, or not.
func (w *Window) Tick(step guide.PlatformStep, done bool) { w.keep.tick(step, done) }

// Rescue writes what is waiting before the program ends; the error says why it could not
// be kept.
func (w *Window) Rescue() error { return w.keep.rescue() }
