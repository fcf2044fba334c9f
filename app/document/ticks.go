package document

import (
	"slices"
	"sync"

	"zhicheng/forms/guide"
	"zhicheng/forms/store"
)

// Ticks holds which steps the applicant has done on the platform, and keeps
// them on the shelf. Without a shelf they last as long as the window.
type Ticks struct {
	notice string
	// Copied are the marks of the values that were copied in this window; for the
	// window's own goroutine.
	Copied map[string]bool

	writing sync.Mutex // one write at a time, each of the newest state
	mu      sync.Mutex
	ticks   store.Ticks
	unsaved bool
	keep    func(store.Ticks) error // nil where there is nothing to keep them
}

func newTicks(notice string) *Ticks {
	return &Ticks{
		notice: notice, Copied: map[string]bool{},
		ticks: store.Ticks{Notice: notice, Done: map[string][]string{}},
	}
}

// read takes what was kept; ticks of another notice's steps are none.
func (t *Ticks) read(kept store.Ticks) {
	if kept.Notice == t.notice && kept.Done != nil {
		t.ticks = kept
	}
}

// keepWith says how the ticks are kept from now on; a write that is under way is
// waited for.
func (t *Ticks) keepWith(keep func(store.Ticks) error) {
	t.writing.Lock()
	defer t.writing.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.keep = keep
}

// Take goes on with the ticks of another document: the application has a file now, or
// another one.
func (t *Ticks) Take(other *Ticks) {
	t.Copied = other.Copied
	other.mu.Lock()
	defer other.mu.Unlock()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.ticks, t.unsaved = other.ticks.Clone(), true
}

// Any reports whether any step is ticked off.
func (t *Ticks) Any() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return len(t.ticks.Done) > 0
}

// Done reports whether a step is ticked off.
func (t *Ticks) Done(step guide.PlatformStep) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	_, ok := t.ticks.Done[step.Clause]
	return ok
}

// Set ticks a step off with the values that it has now, or takes the tick back.
func (t *Ticks) Set(step guide.PlatformStep, done bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if done {
		t.ticks.Done[step.Clause] = step.Marks()
	} else {
		delete(t.ticks.Done, step.Clause)
	}
	t.unsaved = true
}

// Changed reports whether a step that is ticked off has other values than then.
func (t *Ticks) Changed(step guide.PlatformStep) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	marks, ok := t.ticks.Done[step.Clause]
	return ok && !slices.Equal(marks, step.Marks())
}

// Newer reports whether a value of a step that is ticked off came later.
func (t *Ticks) Newer(step guide.PlatformStep, v guide.PlatformValue) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	marks, ok := t.ticks.Done[step.Clause]
	return ok && !slices.Contains(marks, v.Mark())
}

// Flush keeps the newest ticks now. What cannot be kept waits for the next time:
// only a convenience is lost.
func (t *Ticks) Flush() {
	t.writing.Lock()
	defer t.writing.Unlock()
	t.mu.Lock()
	keep, unsaved, state := t.keep, t.unsaved, t.ticks.Clone()
	t.unsaved = unsaved && keep == nil
	t.mu.Unlock()
	if keep == nil || !unsaved {
		return
	}
	if keep(state) != nil {
		t.mu.Lock()
		t.unsaved = true
		t.mu.Unlock()
	}
}
