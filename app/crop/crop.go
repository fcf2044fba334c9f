// Package crop is the photo by hand: the picture as it was opened, the frame on it, what
// is slow to do to it, and where it comes from. What becomes of it is the photo of the
// application.
package crop

import (
	"bytes"
	"context"
	"image"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/draft"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Host is the window with the application whose photo is made.
type Host interface {
	Draft() *draft.Draft
	// Edit changes the application; it is undone by itself, at the question of a path.
	Edit(path string, change func(*forms.Applicant))
	// PhotoChanged is told after every change of the picture.
	PhotoChanged()
	Say(text say.Text) string
	// Key gets the keys that do not move the frame.
	Key(e *fyne.KeyEvent)
	// Reveal scrolls to what got the focus.
	Reveal(o fyne.CanvasObject)
	// Wheel scrolls the page.
	Wheel(e *fyne.ScrollEvent)
}

// Asker opens dialogs and lets the applicant choose files.
type Asker interface {
	Tell(title, text say.Text)
	Explain(title, wrong, remedy say.Text)
	ChooseOpen(title say.Text, endings []string, chosen func(path string))
	ChooseSave(title say.Text, name string, chosen func(path string))
}

// Editor is the photo that is made.
type Editor struct {
	// Finder makes what looks for faces, when the first photo comes.
	Finder func() (*photo.Finder, error)
	// Copied takes out of the system's clipboard the files that were copied, or the
	// bytes of a copied picture. It is slow. nil knows only text.
	Copied func() (files []string, picture []byte, err error)

	// Loose tells that the photo is kept in no file.
	Loose bool

	host   Host
	asks   Asker
	run    func(work func() func()) // slow work, beside the window
	window fyne.Window

	picture  Picture
	pictures pictures // that undo brings back
	noGuides bool     // on the picture
}

// New returns the editor of a window; run does slow work for the application that is
// open, and what it returns in the window's goroutine.
func New(window fyne.Window, host Host, asks Asker, run func(work func() func())) *Editor {
	return &Editor{window: window, host: host, asks: asks, run: run}
}

func (e *Editor) sayf(format string, values ...any) string {
	return e.host.Say(say.F(format, values...))
}

// Picture returns the picture as it is now.
func (e *Editor) Picture() Picture { return e.picture }

// Looks returns what the application's photo looks like, and what it did before its
// background was made white; nil where that is not known.
func (e *Editor) Looks() (now, plain image.Image) {
	if bytes.Equal(e.picture.made, e.host.Draft().View().Photo.Data) {
		now = e.picture.Thumb
	}
	return now, e.picture.Plain
}

// Trial returns the photo before and after whitening, while the applicant has to say whether to take
// it; asked is false else.
func (e *Editor) Trial() (before, after image.Image, asked bool) {
	if e.picture.trial == nil {
		return nil, nil, false
	}
	tried := e.picture.trial.picture
	return tried.Plain, tried.Thumb, true
}

// Decide takes the white background that was tried, or leaves the photo as it is.
func (e *Editor) Decide(take bool) {
	tried := e.picture.trial
	if tried == nil {
		return
	}
	e.picture.trial = nil
	if take {
		good := tried.picture
		good.queue, good.made = e.picture.queue, e.picture.made
		e.picture = good
		e.takeMade(tried.out)
	}
	e.host.PhotoChanged()
}

// Frame returns the frame on the picture; opened is false while there is none.
func (e *Editor) Frame() (frame photo.Frame, opened bool) {
	return e.picture.Frame, e.picture.Preview != nil
}

// Forget begins with another application.
func (e *Editor) Forget() {
	e.Drop()
	e.pictures = nil
}

// View makes what a page shows of the picture, and returns what brings that up to date
// with the application.
func (e *Editor) View() (shown fyne.CanvasObject, update func()) {
	v := &view{e: e, cropper: newCropper(e), empty: newDropArea(e)}
	v.tools = newTools(v)
	return look.Column(8, v.empty, v.cropper, v.tools.object, v.state()), v.update
}

// Paste opens the picture that is in the clipboard, or the picture file that was copied.
func (e *Editor) Paste() {
	e.openBy(func(ctx context.Context) (string, []byte, error) { return pasted(ctx, e) })
}
