package store_test

import (
	"errors"
	"slices"
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

func (r *recorder) done(_ *forms.Applicant, err error) {
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
		r.refusing(nil)
		s.Flush()
		if written, _ := r.soFar(); len(written) != 1 || written[0] != a {
			t.Errorf("the state was lost: %v", written)
		}
	})
}

func TestAutosaveFlushAndForget(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &recorder{}
		s := store.NewAutosaver(time.Hour, r.write, r.done)
		s.Flush()
		if _, told := r.soFar(); len(told) != 0 {
			t.Fatalf("wrote nothing and told of it: %v", told)
		}
		s.Touch(forms.New("1"))
		s.Flush()
		s.Flush()
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
