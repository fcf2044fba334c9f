package store

import (
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// callEvery is how often it is looked whether a call was answered.
const callEvery = 20 * time.Millisecond

// programLock is held by one of the windows that are open, whichever.
const programLock = "program"

// Presence tells other starts of the program that a window is open.
type Presence struct{ lock *flock.Flock }

// Presence returns what a window tells; nothing is told yet. Without a shelf it is nil,
// and tells nothing.
func (s *Shelf) Presence() *Presence {
	if s == nil {
		return nil
	}
	return &Presence{flock.New(filepath.Join(s.folder, "locks", programLock))}
}

// Hold tells that a window is open, unless another one does; a window calls it again and
// again, for the other one may close.
func (p *Presence) Hold() {
	if p != nil && !p.lock.Locked() {
		_, _ = p.lock.TryLock() // the next start opens a window of its own
	}
}

// Leave tells nothing any more.
func (p *Presence) Leave() {
	if p != nil {
		_ = p.lock.Unlock()
	}
}

// called is the file that calls the window which has the file at path open; "" calls any
// window.
func (s *Shelf) called(path string) (lock, call string) {
	name := programLock
	if path != "" {
		name = key(path)
	}
	return filepath.Join(s.folder, "locks", name), filepath.Join(s.folder, "locks", name+".call")
}

// Call asks the window that has the file at path open, or for "" any window, to come to
// the front, and reports whether one does within patience. No window that was killed is
// waited for: the system gives its lock back.
func (s *Shelf) Call(path string, patience time.Duration) bool {
	if s == nil {
		return false
	}
	held, call := s.called(path)
	lock := flock.New(held)
	if free, err := lock.TryLock(); free || err != nil {
		_ = lock.Unlock()
		return false
	}
	if os.WriteFile(call, nil, ownerOnly) != nil {
		return false
	}
	clock := time.NewTicker(callEvery)
	defer clock.Stop()
	for end := time.Now().Add(patience); time.Now().Before(end); <-clock.C {
		if _, err := os.Lstat(call); os.IsNotExist(err) {
			return true
		}
	}
	return os.Remove(call) != nil // it was answered just now
}

// Called reports whether another start called the window that has the file at path open,
// or for "" any window, since the last time. Of several windows one answers.
func (s *Shelf) Called(path string) bool {
	if s == nil {
		return false
	}
	_, call := s.called(path)
	return os.Remove(call) == nil
}
