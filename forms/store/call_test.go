package store_test

import (
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"zhicheng/forms/store"
)

// answering answers the calls for a file until the test ends, as a window does.
func answering(t *testing.T, shelf *store.Shelf, path string) {
	t.Helper()
	end, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case <-end:
				return
			default:
				shelf.Called(path)
				runtime.Gosched()
			}
		}
	}()
	t.Cleanup(func() { close(end); <-ended })
}

func TestASecondStartCallsTheWindow(t *testing.T) {
	shelf, err := store.OpenShelf(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "张三.zcapp")
	if shelf.Call("", time.Hour) || shelf.Call(path, time.Hour) {
		t.Fatal("nobody is there, and answers")
	}
	presence := shelf.Presence()
	presence.Hold()
	presence.Hold() // again and again
	defer presence.Leave()
	if shelf.Call("", time.Millisecond) {
		t.Fatal("a window that hangs answers")
	}
	if shelf.Called("") {
		t.Error("a call that was given up is answered later")
	}
	if shelf.Call(path, time.Hour) {
		t.Error("a window with another file answers for this one")
	}
	release, ok, err := shelf.Lock(path)
	if !ok || err != nil {
		t.Fatal(ok, err)
	}
	defer release()
	answering(t, shelf, path)
	answering(t, shelf, "")
	if !shelf.Call(path, time.Hour) || !shelf.Call("", time.Hour) {
		t.Error("the window does not answer")
	}
}

// Another window goes on telling that one is open after the first has closed.
func TestPresencePassesOn(t *testing.T) {
	shelf, err := store.OpenShelf(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	first, second := shelf.Presence(), shelf.Presence()
	first.Hold()
	second.Hold()
	first.Leave()
	second.Hold()
	answering(t, shelf, "")
	if !shelf.Call("", time.Hour) {
		t.Error("the second window does not answer")
	}
	second.Leave()
	if shelf.Call("", time.Hour) {
		t.Error("nobody is there, and answers")
	}
	var none *store.Shelf
	none.Presence().Hold()
	none.Presence().Leave()
	if none.Call("", time.Hour) || none.Called("") {
		t.Error("without a shelf somebody answers")
	}
}
