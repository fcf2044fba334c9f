package ui

import (
	"path/filepath"
	"time"

	"zhicheng/forms/store"
)

const (
	// callPatience is how long a second start waits for the window that is open.
	callPatience = 1500 * time.Millisecond
	// lookForCalls is how often a window looks whether it was called.
	lookForCalls = 300 * time.Millisecond
)

// HandOver lets the window that is open come to the front instead of opening another one:
// any window where no file is named, and the one that has the file open. It reports
// whether one did. With a file that no window has open a window of its own is opened.
func HandOver(shelf *store.Shelf, arguments []string) bool {
	if len(arguments) == 0 {
		return shelf.Call("", callPatience)
	}
	path, err := filepath.Abs(arguments[0])
	return err == nil && shelf.Call(path, callPatience)
}

// Attend has a window come to the front when another start calls it, until the program
// ends.
func Attend(w *Window, do func(func())) {
	shelf := w.config.Shelf
	if shelf == nil {
		return
	}
	go func() {
		for range time.Tick(lookForCalls) {
			w.presence.Hold()
			path := make(chan string, 1)
			do(func() { path <- w.doc.Path() })
			if open := <-path; shelf.Called("") || open != "" && shelf.Called(open) {
				do(w.window.RequestFocus)
			}
		}
	}()
}
