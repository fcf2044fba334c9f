package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
)

// background runs slow work in a goroutine; what the work returns runs in the
// window's own.
func (w *Window) background(work func() func()) {
	if w.config.AtOnce {
		work()()
		return
	}
	go func() {
		defer func() {
			if bug := recover(); bug != nil {
				fyne.Do(func() { panic(bug) }) // caught where the window's own are, after a last save
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
func (w *Window) wait(words string) (done func()) {
	if w.config.AtOnce {
		return func() {}
	}
	var shown *question
	finished := false
	timer := time.AfterFunc(waitAfter, func() {
		fyne.Do(func() {
			if !finished {
				shown = w.ask(words, look.NewText(w.Say("窗口可以先不动，马上就好。"), look.Style{Ink: look.Grey}))
			}
		})
	})
	return func() {
		timer.Stop()
		finished = true
		if shown != nil {
			shown.close()
		}
	}
}
