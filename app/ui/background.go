package ui

import (
	"fmt"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// background runs slow work for the application that is open, in a goroutine; what
// the work returns runs in the window's own, unless another application was opened
// meanwhile.
func (w *Window) background(work func() func()) {
	generation := w.generation
	w.backgroundAnyway(func() func() {
		done := work()
		return func() {
			if generation == w.generation {
				done()
			}
		}
	})
}

// backgroundAnyway is background for work whose end has to be told in any case.
func (w *Window) backgroundAnyway(work func() func()) {
	if w.config.AtOnce {
		work()()
		return
	}
	go func() {
		defer func() {
			if bug := recover(); bug != nil {
				found := fmt.Errorf("%v\n%s", bug, debug.Stack())
				fyne.Do(func() { panic(found) }) // caught where the window's own are, after a last save
			}
		}()
		done := work()
		fyne.Do(done)
	}()
}

// waitAfter is how long work may take before the window says that it goes on.
const waitAfter = 300 * time.Millisecond

// wait shows that something goes on if it takes longer than a moment, and returns
// what ends that.
func (w *Window) wait(words say.Text) (done func()) { return w.waitOrStop(words, nil) }

// waitOrStop is wait for work that the applicant may stop; stop is nil where that
// cannot be.
func (w *Window) waitOrStop(words say.Text, stop func()) (done func()) {
	if w.config.AtOnce {
		return func() {}
	}
	var shown *question
	finished := false
	timer := time.AfterFunc(waitAfter, func() {
		fyne.Do(func() {
			if !finished {
				var buttons []button
				if stop != nil {
					buttons = append(buttons, button{words: say.F("停下"), tapped: stop})
				}
				shown = w.ask(words, look.NewText(w.sayf("窗口可以先不动，马上就好。"), look.Style{Ink: look.Grey}), buttons...)
			}
		})
	})
	done = func() {
		timer.Stop()
		finished = true
		if shown != nil {
			shown.close()
			shown = nil
		}
	}
	w.waits = append(w.waits, done)
	return done
}

// endWaits ends what still shows that something goes on: it went on for another
// application.
func (w *Window) endWaits() {
	for _, done := range w.waits {
		done()
	}
	w.waits = nil
}
