package store

import (
	"fmt"
	"sync"
	"time"

	"zhicheng/forms"
)

// AutosaveDelay is how long after the last change an application is written.
const AutosaveDelay = time.Second

// RetryDelay is how long after a failed write the next one is tried: the stick may
// be back, or the network.
const RetryDelay = 5 * time.Second

// Autosaver is the one writer of an application: a while after its last change or
// when it is asked to, one write at a time and always the newest state. States are
// values that nobody changes afterwards, as those of a draft.
type Autosaver struct {
	delay time.Duration
	write func(*forms.Applicant) error
	done  func(error)

	writing sync.Mutex // held while writing
	mu      sync.Mutex // of what follows
	pending *forms.Applicant
	written *forms.Applicant
	timer   *time.Timer
}

// NewAutosaver returns an autosaver that calls write beside the caller, and done
// with what came of it, from a goroutine of its own.
func NewAutosaver(delay time.Duration, write func(*forms.Applicant) error, done func(error)) *Autosaver {
	return &Autosaver{delay: delay, write: write, done: done}
}

// Touch says that a is the newest state.
func (s *Autosaver) Touch(a *forms.Applicant) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = a
	s.later(s.delay)
}

// later sets the timer; mu is held.
func (s *Autosaver) later(delay time.Duration) {
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(delay, s.unasked)
}

// unasked writes what is waiting when its time has come, and again later what could
// not be written.
func (s *Autosaver) unasked() {
	if !s.waiting() {
		return
	}
	err := s.Flush()
	s.mu.Lock()
	if err != nil && s.pending != nil {
		s.later(RetryDelay)
	}
	s.mu.Unlock()
	s.done(err)
}

func (s *Autosaver) waiting() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.pending != nil
}

// Save writes a, or what is newer by then, and returns when it is written.
func (s *Autosaver) Save(a *forms.Applicant) error {
	s.mu.Lock()
	s.pending = a
	s.mu.Unlock()
	return s.Flush()
}

// Flush writes what is waiting now, and returns when it is written; a write that
// is under way is waited for. After a failed write the state waits on.
func (s *Autosaver) Flush() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	state := s.pending
	s.mu.Unlock()
	if state == nil {
		return nil
	}
	err := s.attempt(state)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil {
		s.written = state
		if s.pending == state {
			s.pending = nil
		}
	}
	return err
}

// attempt writes; a bug in it is an error like any other, because nobody else would
// catch it in the timer's goroutine.
func (s *Autosaver) attempt(state *forms.Applicant) (err error) {
	defer func() {
		if bug := recover(); bug != nil {
			err = fmt.Errorf("保存时软件出错：%v", bug)
		}
	}()
	return s.write(state)
}

// Written returns the newest state that was written, nil before the first.
func (s *Autosaver) Written() *forms.Applicant {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.written
}

// Forget drops what is waiting: it was saved in another way or is not wanted. A
// write that is under way is waited for.
func (s *Autosaver) Forget() {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = nil
	if s.timer != nil {
		s.timer.Stop()
	}
}
