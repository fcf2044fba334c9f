package store_test

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// recorder notes what an autosaver wrote and told, and can refuse.
type recorder struct {
	lock    sync.Mutex
	written []*forms.Applicant
	told    []error
	refuse  error
}

func (r *recorder) write(a *forms.Applicant) error {
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.refuse == nil {
		r.written = append(r.written, a)
	}
	return r.refuse
}

func (r *recorder) done(err error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.told = append(r.told, err)
}

// soFar returns what was written and told until now.
func (r *recorder) soFar() ([]*forms.Applicant, []error) {
	synctest.Wait()
	r.lock.Lock()
	defer r.lock.Unlock()
	return slices.Clone(r.written), slices.Clone(r.told)
}

func (r *recorder) refusing(err error) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.refuse = err
}

func TestAutosaveWritesTheNewestState(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		s := store.NewAutosaver(store.AutosaveDelay, r.write, r.done)
		second := forms.New("2")
		s.Touch(forms.New("1"))
		time.Sleep(store.AutosaveDelay - time.Millisecond) // of the bubble's clock
		s.Touch(second)
		time.Sleep(store.AutosaveDelay - time.Millisecond)
		if written, _ := r.soFar(); len(written) != 0 {
			t.Fatalf("written too early: %d", len(written))
		}
		time.Sleep(time.Millisecond)
		if written, told := r.soFar(); len(written) != 1 || written[0] != second || len(told) != 1 || told[0] != nil {
			t.Fatalf("written %v, told %v", written, told)
		}
		time.Sleep(time.Hour)
		if written, _ := r.soFar(); len(written) != 1 {
			t.Errorf("written again without a change: %d", len(written))
		}
	})
}

func TestAutosaveKeepsWhatItCouldNotWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("磁盘满了")
		r := &recorder{}
		r.refusing(full)
		s := store.NewAutosaver(store.AutosaveDelay, r.write, r.done)
		a := forms.New("1")
		s.Touch(a)
		time.Sleep(2 * store.AutosaveDelay)
		if _, told := r.soFar(); len(told) != 1 || !errors.Is(told[0], full) {
			t.Fatalf("told %v", told)
		}
		time.Sleep(store.RetryDelay)
		if _, told := r.soFar(); len(told) != 2 || !errors.Is(told[1], full) {
			t.Fatalf("not tried again, or not told: %v", told)
		}
		r.refusing(nil)
		time.Sleep(store.RetryDelay)
		if written, _ := r.soFar(); len(written) != 1 || written[0] != a {
			t.Errorf("the state was lost: %v", written)
		}
	})
}

func TestAutosaveFlushAndForget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		s := store.NewAutosaver(time.Hour, r.write, r.done)
		if err := s.Flush(); err != nil || s.Written() != nil {
			t.Fatalf("wrote nothing: %v, %v", s.Written(), err)
		}
		s.Touch(forms.New("1"))
		for range 2 {
			if err := s.Flush(); err != nil {
				t.Fatal(err)
			}
		}
		if written, _ := r.soFar(); len(written) != 1 {
			t.Fatalf("flushed: %d writes", len(written))
		}
		s.Touch(forms.New("2"))
		s.Forget()
		time.Sleep(2 * time.Hour)
		if written, _ := r.soFar(); len(written) != 1 {
			t.Errorf("what was forgotten was written")
		}
	})
}

func TestAutosaveWritesOneAtATime(t *testing.T) {
	begun, slow := make(chan bool), make(chan bool)
	var written []string // a second write beside the first would be a race
	s := store.NewAutosaver(time.Hour, func(a *forms.Applicant) error {
		begun <- true
		<-slow
		written = append(written, a.Notice)
		return nil
	}, func(error) {})
	var both sync.WaitGroup
	both.Go(func() { _ = s.Save(forms.New("asked for")) })
	<-begun
	s.Touch(forms.New("typed since"))
	both.Go(func() { _ = s.Flush() })
	slow <- true
	<-begun
	slow <- true
	both.Wait()
	if !slices.Equal(written, []string{"asked for", "typed since"}) || s.Written().Notice != "typed since" {
		t.Errorf("written %q, last %v", written, s.Written())
	}
}

func TestAutosaveForgetsWhatIsUnderWayOnlyWhenItIsDone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow, forgotten := make(chan bool), false
		s := store.NewAutosaver(store.AutosaveDelay, func(*forms.Applicant) error { <-slow; return nil }, func(error) {})
		s.Touch(forms.New("1"))
		time.Sleep(store.AutosaveDelay)
		synctest.Wait()
		go func() { s.Forget(); forgotten = true }()
		slow <- true
		synctest.Wait()
		if !forgotten || s.Written() == nil {
			t.Errorf("forgotten %t, written %v", forgotten, s.Written())
		}
	})
}

func TestAutosaveTurnsABugIntoAnError(t *testing.T) {
	s := store.NewAutosaver(time.Hour, func(*forms.Applicant) error { panic("index out of range") }, func(error) {})
	if err := s.Save(forms.New("1")); err == nil || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("a bug in writing gives %v", err)
	}
}
