package store_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

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

const delay = time.Second

func TestAutosaveWritesTheNewestState(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		s := store.NewAutosaver(delay, r.write, r.done)
		second := forms.New("2")
		s.Touch(forms.New("1"))
		time.Sleep(delay - time.Millisecond) // of the bubble's clock
		s.Touch(second)
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

// However one types, what was typed is written a delay after it at the latest.
func TestAutosaveDoesNotWaitForAPause(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		pauses := rapid.SliceOfN(rapid.IntRange(1, 1500), 1, 80).Draw(r, "pauses in ms")
		if late, unwritten := typing(t, pauses); late > delay || unwritten > 0 {
			r.Fatalf("something waited for %v, and %d states are not written", late, unwritten)
		}
	})
}

// typing changes a state after each pause, and returns how long one waited at most and
// how many were never written.
func typing(t *testing.T, pauses []int) (late time.Duration, unwritten int) {
	synctest.Test(t, func(*testing.T) {
		var lock sync.Mutex
		var waiting []time.Time // when the states were made that are not written
		s := store.NewAutosaver(delay, func(*forms.Applicant) error {
			lock.Lock()
			defer lock.Unlock()
			late = max(late, time.Since(waiting[0]))
			waiting = nil // the newest state holds all
			return nil
		}, func(error) {})
		for _, pause := range pauses {
			lock.Lock()
			waiting = append(waiting, time.Now())
			lock.Unlock()
			s.Touch(forms.New(""))
			time.Sleep(time.Duration(pause) * time.Millisecond)
		}
		time.Sleep(delay)
		synctest.Wait()
		unwritten = len(waiting)
	})
	return late, unwritten
}

func TestAutosaveHurries(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		s := store.NewAutosaver(time.Hour, r.write, r.done)
		s.Hurry() // nothing waits
		s.Touch(forms.New("1"))
		s.Hurry()
		if written, told := r.soFar(); len(written) != 1 || len(told) != 1 {
			t.Errorf("written %v, told %v", written, told)
		}
	})
}

// A write that does not come to an end holds nobody, and is told of when it ends.
func TestAutosaveGivesUpASilentWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		hanging := make(chan bool)
		r := &recorder{}
		s := store.NewAutosaver(delay, func(a *forms.Applicant) error { <-hanging; return r.write(a) }, r.done)
		first, second := forms.New("1"), forms.New("2")
		s.Touch(first)
		time.Sleep(delay + store.WritePatience)
		if _, told := r.soFar(); len(told) != 1 || !errors.Is(told[0], store.ErrSilent) {
			t.Fatalf("told %v", told)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		begun := time.Now()
		if err := s.Save(ctx, second); !errors.Is(err, store.ErrSilent) || time.Since(begun) != 2*time.Second {
			t.Errorf("%v after %v", err, time.Since(begun))
		}
		close(hanging)
		time.Sleep(store.RetryDelay + store.WritePatience)
		if written, _ := r.soFar(); len(written) != 2 || written[1] != second || s.Written() != second {
			t.Errorf("written %v", written)
		}
	})
}

func TestAutosaveKeepsWhatItCouldNotWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		full := errors.New("磁盘满了")
		r := &recorder{}
		r.refusing(full)
		s := store.NewAutosaver(delay, r.write, r.done)
		a := forms.New("1")
		s.Touch(a)
		time.Sleep(2 * delay)
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
		if err := s.Flush(t.Context()); err != nil || s.Written() != nil {
			t.Fatalf("wrote nothing: %v, %v", s.Written(), err)
		}
		s.Touch(forms.New("1"))
		for range 2 {
			if err := s.Flush(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if written, _ := r.soFar(); len(written) != 1 {
			t.Fatalf("flushed: %d writes", len(written))
		}
		s.Touch(forms.New("2"))
		s.Forget(t.Context())
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
	both.Go(func() { _ = s.Save(t.Context(), forms.New("asked for")) })
	<-begun
	s.Touch(forms.New("typed since"))
	both.Go(func() { _ = s.Flush(t.Context()) })
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
		s := store.NewAutosaver(delay, func(*forms.Applicant) error { <-slow; return nil }, func(error) {})
		s.Touch(forms.New("1"))
		time.Sleep(delay)
		synctest.Wait()
		go func() { s.Forget(t.Context()); forgotten = true }()
		slow <- true
		synctest.Wait()
		if !forgotten || s.Written() == nil {
			t.Errorf("forgotten %t, written %v", forgotten, s.Written())
		}
	})
}

func TestAutosaveTurnsABugIntoAnError(t *testing.T) {
	s := store.NewAutosaver(time.Hour, func(*forms.Applicant) error { panic("index out of range") }, func(error) {})
	if err := s.Save(t.Context(), forms.New("1")); err == nil || !strings.Contains(err.Error(), "index out of range") {
		t.Errorf("a bug in writing gives %v", err)
	}
}
