package document

import (
	"fmt"
	"runtime/debug"
)

// Work runs slow work beside the window, which goes on meanwhile.
type Work struct {
	// AtOnce does the work without a goroutine; for pictures and tests.
	AtOnce bool

	do         func(func()) // runs something in the window's goroutine
	generation int
}

// NewWork returns work for a window; do runs something in the window's goroutine.
func NewWork(do func(func()), atOnce bool) *Work { return &Work{AtOnce: atOnce, do: do} }

// Generation counts the applications that were opened, one after the other.
func (w *Work) Generation() int { return w.generation }

// Next says that another application is open.
func (w *Work) Next() { w.generation++ }

// Waits reports whether work takes time.
func (w *Work) Waits() bool { return !w.AtOnce }

// Run runs slow work for the application that is open, in a goroutine; what the work
// returns runs in the window's own, unless another application was opened meanwhile.
func (w *Work) Run(work func() func()) {
	generation := w.generation
	w.RunAnyway(func() func() {
		done := work()
		return func() {
			if generation == w.generation {
				done()
			}
		}
	})
}

// RunAnyway is Run for work whose end has to be told in any case.
func (w *Work) RunAnyway(work func() func()) {
	if w.AtOnce {
		work()()
		return
	}
	go func() {
		defer func() {
			if bug := recover(); bug != nil {
				found := fmt.Errorf("%v\n%s", bug, debug.Stack())
				w.do(func() { panic(found) }) // caught where the window's own are, after a last save
			}
		}()
		done := work()
		w.do(done)
	}()
}
