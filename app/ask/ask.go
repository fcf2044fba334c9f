// Package ask is what the program asks over its window: questions on a card, what went
// wrong, files by the system's dialogs or the toolkit's, and that something goes on. It
// knows a window and no application.
package ask

import (
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// Work is where slow work runs beside the window. What the work returns runs in the
// window's own goroutine.
type Work interface {
	// Run runs work for the application that is open; if another one is when it is
	// done, what it returned does not run.
	Run(work func() func())
	// RunAnyway runs work whose end has to be told in any case.
	RunAnyway(work func() func())
	// Generation counts the applications that were opened, one after the other.
	Generation() int
	// Waits reports whether work takes time; in tests and pictures it does not.
	Waits() bool
}

// Asker opens dialogs over a window.
type Asker struct {
	window fyne.Window
	say    func(say.Text) string // in the language of the window
	work   Work
	waits  []func() // end the signs that something goes on
}

// New returns what asks over a window; say gives a text in the window's language.
func New(window fyne.Window, say func(say.Text) string, work Work) *Asker {
	return &Asker{window: window, say: say, work: work}
}

func (a *Asker) sayf(format string, values ...any) string { return a.say(say.F(format, values...)) }

// Open returns the dialog that is open on top, nil for none.
func (a *Asker) Open() *Dialog {
	d, _ := a.window.Canvas().Overlays().Top().(*Dialog)
	return d
}

// Tell opens a dialog that says something.
func (a *Asker) Tell(title, text say.Text) {
	a.Ask(title, look.NewText(a.say(text), look.Style{}), Button{Words: say.F("知道了"), Filled: true})
}

// Fail tells of an error: what was attempted and what can be done.
func (a *Asker) Fail(title say.Text, err error, remedy say.Text) {
	a.Explain(title, say.Of(err), remedy)
}

// Explain tells what is wrong, and in grey what can be done.
func (a *Asker) Explain(title, wrong, remedy say.Text) {
	a.Ask(title, look.Column(6, look.NewText(a.say(wrong), look.Style{}),
		look.NewText(a.say(remedy), look.Style{Ink: look.Grey})), Button{Words: say.F("知道了"), Filled: true})
}

// waitAfter is how long work may take before the window says that it goes on.
const waitAfter = 300 * time.Millisecond

// Wait shows that something goes on if it takes longer than a moment, and returns
// what ends that.
func (a *Asker) Wait(words say.Text) (done func()) { return a.WaitOrStop(words, nil) }

// WaitOrStop is Wait for work that the applicant may stop; stop is nil where that
// cannot be.
func (a *Asker) WaitOrStop(words say.Text, stop func()) (done func()) {
	if !a.work.Waits() {
		return func() {}
	}
	var shown *Dialog
	finished := false
	timer := time.AfterFunc(waitAfter, func() {
		fyne.Do(func() {
			if !finished {
				var buttons []Button
				if stop != nil {
					buttons = append(buttons, Button{Words: say.F("停下"), Tapped: stop})
				}
				shown = a.Ask(words, look.NewText(a.sayf("窗口可以先不动，马上就好。"), look.Style{Ink: look.Grey}), buttons...)
			}
		})
	})
	done = func() {
		timer.Stop()
		finished = true
		if shown != nil {
			shown.Close()
			shown = nil
		}
	}
	a.waits = append(a.waits, done)
	return done
}

// EndWaits ends what still shows that something goes on: it went on for another
// application.
func (a *Asker) EndWaits() {
	for _, done := range a.waits {
		done()
	}
	a.waits = nil
}
