package store

import (
	"context"
	"sync"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// Times of an autosaver.
const (
	// ShelfDelay is how long after the first change that is not safe yet the answers
	// are written to the shelf, where they are a second after it also on a slow disk.
	ShelfDelay = 700 * time.Millisecond
	// FileDelay is how long after it they are written to the application's file, where
	// they are ten seconds after it.
	FileDelay = 9 * time.Second
	// RetryDelay is how long after a failed write the next one is tried: the stick may
	// be back, or the network.
	RetryDelay = 5 * time.Second
	// WritePatience is how long an unasked write may take before it is told that the
	// file does not answer; it goes on all the same.
	WritePatience = 10 * time.Second
)

// ErrSilent says that a write has not come to an end in the time given. It goes on,
// and may still succeed.
var ErrSilent = fileread.ErrSilent

// Autosaver is the one writer of an application to one place: a while after its first
// unsaved change, or when it is asked to, one write at a time and always the newest
// state. States are values that nobody changes afterwards, as those of a draft.
type Autosaver struct {
	delay time.Duration
	write func(*forms.Applicant) error
	done  func(error)

	turn    chan struct{} // holds a value while somebody writes
	mu      sync.Mutex    // of what follows
	pending *forms.Applicant
	written *forms.Applicant
	due     *time.Timer // nil while no write is due
}

// NewAutosaver returns an autosaver that calls write beside the caller, and done
// with what came of each unasked write, from a goroutine of its own.
func NewAutosaver(delay time.Duration, write func(*forms.Applicant) error, done func(error)) *Autosaver {
	return &Autosaver{delay: delay, write: write, done: done, turn: make(chan struct{}, 1)}
}

// Touch says that a is the newest state. The first unsaved state sets the time of the
// write, and later ones do not put it off: who types without a pause is saved too.
func (s *Autosaver) Touch(a *forms.Applicant) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending = a
	s.within(s.delay)
}

// Hurry has what is waiting written at once, beside the caller.
func (s *Autosaver) Hurry() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pending == nil {
		return
	}
	s.stop()
	s.within(0)
}

// within sets the timer unless a write is due already; mu is held.
func (s *Autosaver) within(delay time.Duration) {
	if s.due == nil {
		s.due = time.AfterFunc(delay, s.unasked)
	}
}

// stop takes the timer away; mu is held.
func (s *Autosaver) stop() {
	if s.due != nil {
		s.due.Stop()
		s.due = nil
	}
}

// unasked writes what is waiting when its time has come, and again later what could
// not be written.
func (s *Autosaver) unasked() {
	s.mu.Lock()
	s.due = nil
	waiting := s.pending != nil
	s.mu.Unlock()
	if !waiting {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), WritePatience)
	defer cancel()
	err := s.Flush(ctx)
	s.mu.Lock()
	if err != nil && s.pending != nil {
		s.within(RetryDelay)
	}
	s.mu.Unlock()
	s.done(err)
}

// Save writes a, or what is newer by then, as [Autosaver.Flush] does.
func (s *Autosaver) Save(ctx context.Context, a *forms.Applicant) error {
	s.mu.Lock()
	s.pending = a
	s.mu.Unlock()
	return s.Flush(ctx)
}

// Flush writes what is waiting now, and returns when it is written or when ctx ends,
// then with [ErrSilent]; a write that is under way is waited for. After a failed write
// the state waits on.
func (s *Autosaver) Flush(ctx context.Context) error {
	if !s.take(ctx) {
		return ErrSilent
	}
	s.mu.Lock()
	state := s.pending
	s.mu.Unlock()
	if state == nil {
		<-s.turn
		return nil
	}
	ended := make(chan error, 1)
	go func() {
		err := s.attempt(state)
		s.note(state, err)
		<-s.turn
		ended <- err
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		go func() { s.done(<-ended) }() // it may come to an end after all
		return ErrSilent
	}
}

// take waits for the turn to write.
func (s *Autosaver) take(ctx context.Context) bool {
	select {
	case s.turn <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// note keeps in mind what a write came to.
func (s *Autosaver) note(state *forms.Applicant, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		return
	}
	s.written = state
	if s.pending == state {
		s.pending = nil
	}
}

// attempt writes; a bug in it is an error like any other, because nobody else would
// catch it in a goroutine.
func (s *Autosaver) attempt(state *forms.Applicant) (err error) {
	defer func() {
		if bug := recover(); bug != nil {
			err = say.Errorf("保存时软件出错：%v", bug)
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

// Forget drops what is waiting: it was saved in another way or is not wanted. A write
// that is under way is waited for until ctx ends.
func (s *Autosaver) Forget(ctx context.Context) {
	s.mu.Lock()
	s.pending = nil
	s.stop()
	s.mu.Unlock()
	if s.take(ctx) {
		<-s.turn
	}
}
