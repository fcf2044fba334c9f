package store

import (
	"sync"
	"time"

	"zhicheng/forms"
)

// AutosaveDelay is how long after the last change an application is written.
const AutosaveDelay = time.Second

// Autosaver writes an application a while after its last change, one write at a
// time and always the newest state. States are values that nobody changes
// afterwards, as those of a draft.
type Autosaver struct {
	delay time.Duration
	write func(*forms.Applicant) error
	done  func(*forms.Applicant, error)

	mu      sync.Mutex
	pending *forms.Applicant
	timer   *time.Timer
	writing sync.Mutex
}

// NewAutosaver returns an autosaver that calls write beside the caller, and done
// with what came of it, from a goroutine of its own.
func NewAutosaver(delay time.Duration, write func(*forms.Applicant) error, done func(*forms.Applicant, error)) *Autosaver {
	return &Autosaver{delay: delay, write: write, done: done}
}

// Touch says that a is the newest state.
func (s *Autosaver) Touch(a *forms.Applicant) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = a
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(s.delay, s.Flush)
}

// Flush writes what is waiting now, and returns when it is written; a write that
// is under way is waited for. After a failed write the state waits on.
func (s *Autosaver) Flush() {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	state := s.pending
	s.mu.Unlock()
	if state == nil {
		return
	}
	err := s.write(state)
	s.mu.Lock()
	if err == nil && s.pending == state {
		s.pending = nil
	}
	s.mu.Unlock()
	s.done(state, err)
}

// Forget drops what is waiting: it was saved in another way or is not wanted.
func (s *Autosaver) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = nil
	if s.timer != nil {
		s.timer.Stop()
	}
}
