package ui

import (
	"bytes"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/ask"
	"zhicheng/app/crop"
	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/draft"
	"zhicheng/forms/library"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// checking is the page that judges and crops photos alone. It has an application of its own that is
// never kept; the one of the window is not touched.
type checking struct {
	*Window
	entry  library.Entry
	draft  *draft.Draft
	crop   *crop.Editor
	room   *page.Room
	photos []checkedPhoto // where several were dropped
	opened string         // the path of the one that was opened last
	kept   []byte         // the photo that was last saved, or was to be
	list   *fyne.Container
}

// checkedPhoto is a file with the worst that was found of it; judged is false before it was opened.
type checkedPhoto struct {
	path   string
	worst  check.Outcome
	judged bool
}

// checkPhotos opens the page for photos under a notice.
func checkPhotos(w *Window, e library.Entry) {
	c := &checking{Window: w, entry: e, list: look.Flow(6)}
	a := forms.New(e.Notice.ID)
	e.Bind(a)
	c.draft = draft.New(e.Notice, a)
	c.draft.Follow(w.config.Now)
	c.crop = crop.New(w.window, c, w.asks, w.work.Run)
	c.crop.Finder, c.crop.Copied, c.crop.Loose = w.config.Finder, w.config.Paste, true
	c.room = &page.Room{Host: c, Application: c, Frame: c, Answers: w.answers, Lists: w.lists, Photo: savedPhoto{c.crop, c}, Window: w.window}
	c.room.Begin()
	c.draft.Listen(c.changed)
	w.checking = c
	c.room.Go(forms.StepPhoto)
}

// endChecking forgets the page for photos, and ends what is being done to one.
func endChecking(w *Window) {
	if w.checking != nil {
		w.checking.crop.Forget()
		w.checking = nil
	}
}

// Draft returns the application that holds the photo.
func (c *checking) Draft() *draft.Draft { return c.draft }

// Edit changes the photo; it is undone by itself.
func (c *checking) Edit(path string, change func(*forms.Applicant)) {
	c.draft.Break()
	c.draft.Edit(path, change)
	c.draft.Break()
}

// Undo goes back one edit of the photo.
func (c *checking) Undo() { c.draft.Undo() }

func (c *checking) redo() { c.draft.Redo() }

// Leave is told before the page is made.
func (c *checking) Leave() {}

// PhotoChanged shows the page again.
func (c *checking) PhotoChanged() { c.changed() }

func (c *checking) changed() {
	if c.room == nil || c.room.Page() == nil {
		return
	}
	c.room.Page().Update()
	c.note()
	c.showPhotos()
}

// Reveal scrolls the page to an object.
func (c *checking) Reveal(o fyne.CanvasObject) { c.room.Page().Reveal(o) }

// Wheel scrolls the page.
func (c *checking) Wheel(e *fyne.ScrollEvent) { c.room.Page().Scroll.Scrolled(e) }

// Key moves the page; Escape leads back to the start as long as there is no photo to lose.
func (c *checking) Key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && c.asks.Open() == nil && !c.draft.View().Photo.Chosen() {
		c.files.openStart()
		return
	}
	keyOn(c.asks, c.room.Page().Scroll, e)
}

// savedPhoto is the photo by hand, of which the page knows whether it was saved.
type savedPhoto struct {
	*crop.Editor
	c *checking
}

// Save writes the photo into a file of its own.
func (s savedPhoto) Save() {
	s.c.kept = s.c.draft.View().Photo.Data
	s.Editor.Save()
}

// unsaved reports whether there is a photo that was made here and is in no file.
func (c *checking) unsaved() bool {
	made := c.draft.View().Photo.Data
	return len(made) > 0 && !bytes.Equal(made, c.crop.Picture().Data) && !bytes.Equal(made, c.kept)
}

// leave goes back to the start, and asks first where a photo would be lost.
func (c *checking) leave() {
	if c.unsaved() {
		c.askToKeep(c.files.openStart)
		return
	}
	c.files.openStart()
}

func (c *checking) askToKeep(then func()) {
	c.asks.Ask(say.F("做好的照片还没有保存"), look.NewText(c.sayf("离开这一页就没有了。原来的照片文件没有动。"), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("不要了"), Tapped: then},
		ask.Button{Words: say.F("另存为…"), Filled: true, Tapped: savedPhoto{c.crop, c}.Save})
}

// Turned shows the page, with the way back to the start above it.
func (c *checking) Turned(p *page.Page) {
	p.Heading.Set(c.sayf("检查照片"))
	back := look.NewButton(look.Link, c.sayf("回到开始页"), c.leave).WithIcon("left")
	top := look.Inset(look.Insets{Top: 16, Left: look.PageMargin, Right: look.PageMargin}, look.Column(8, look.Row(0, back), c.list))
	c.window.SetContent(container.New(checkingLayout{p},
		look.NewPanel(look.Ground, look.Clear, 0), top, p.Scroll))
}

// checkingLayout puts the way back above the page.
type checkingLayout struct{ page *page.Page }

func (l checkingLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(SmallestWidth, SmallestHeight)
}

func (l checkingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	height := look.Height(objects[1], size.Width)
	look.Put(objects[1], fyne.Position{}, fyne.NewSize(size.Width, height))
	below := fyne.NewSize(size.Width, size.Height-height)
	l.page.Fit(below)
	look.Put(objects[2], fyne.NewPos(0, height), below)
}

// drop takes the photos among dropped files: the first is opened, and where there are several, all
// are listed. It reports whether there were any.
func (c *checking) drop(files []string) bool {
	paths := slices.DeleteFunc(slices.Clone(files), func(path string) bool { return !photo.Named(path) })
	if len(paths) == 0 {
		return false
	}
	for _, path := range paths {
		if !slices.ContainsFunc(c.photos, func(p checkedPhoto) bool { return p.path == path }) {
			c.photos = append(c.photos, checkedPhoto{path: path})
		}
	}
	c.load(paths[0])
	c.showPhotos()
	return true
}

// load opens one of the photos that are listed.
func (c *checking) load(path string) {
	c.opened = path
	c.crop.Load(path)
}

// current is the index of the photo that is open, -1 for one that was not dropped.
func (c *checking) current() int {
	if filepath.Base(c.opened) != c.crop.Picture().Name {
		return -1
	}
	return slices.IndexFunc(c.photos, func(p checkedPhoto) bool { return p.path == c.opened })
}

// note keeps what was found of the open photo.
func (c *checking) note() {
	i := c.current()
	if i < 0 || c.crop.Picture().Busy || !c.draft.View().Photo.Chosen() {
		return
	}
	c.photos[i].judged, c.photos[i].worst = true, check.Pass
	for _, f := range c.draft.Report().OfStep(forms.StepPhoto) {
		c.photos[i].worst = max(c.photos[i].worst, f.Outcome)
	}
}

// showPhotos lists the photos with what was found of them.
func (c *checking) showPhotos() {
	c.list.RemoveAll()
	if len(c.photos) > 1 {
		for i, p := range c.photos {
			words := filepath.Base(p.path)
			if p.judged {
				words += " · " + c.Say(p.worst.Word())
			}
			b := look.NewButton(look.Small, words, func() { c.load(p.path) })
			b.Choose(i == c.current())
			c.list.Add(b)
		}
	}
	if content, ok := c.window.Content().(*fyne.Container); ok && c.checking == c {
		look.Arrange(content)
	}
}

// keyOn moves a page, or what a dialog shows.
func keyOn(asks *ask.Chooser, scroll *look.Scroll, e *fyne.KeyEvent) {
	d := asks.Open()
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
