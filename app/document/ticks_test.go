package document

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"zhicheng/forms/guide"
	"zhicheng/forms/store"
)

// However the writes fall, the last one has the newest ticks; what could not be
// kept is kept the next time.
func TestTheNewestTicksAreKept(t *testing.T) {
	var steps []guide.PlatformStep
	for i := range 10 {
		steps = append(steps, guide.PlatformStep{Clause: fmt.Sprintf("附件1-%d", i)})
	}
	book := newTicks("shaoxing-2020")
	var kept store.Ticks
	calls := 0
	book.keepWith(func(t store.Ticks) error {
		if calls++; calls%2 == 1 {
			return errors.New("the disk is full")
		}
		kept = t
		return nil
	})
	var group sync.WaitGroup
	for i := range 200 {
		book.Set(steps[i%len(steps)], i%3 > 0)
		group.Go(book.Flush)
	}
	group.Wait()
	book.Flush()
	book.Flush()
	for _, step := range steps {
		if _, ok := kept.Done[step.Clause]; ok != book.Done(step) {
			t.Errorf("%s is done: %t, kept: %t", step.Clause, book.Done(step), ok)
		}
	}
	before := calls
	book.Flush()
	if calls != before {
		t.Error("the same ticks are written again")
	}
}
