package ui

import (
	"slices"
	"sync"

	"zhicheng/forms/guide"
	"zhicheng/forms/store"
)

// tickBook holds which steps the applicant has done on the platform, and keeps
// them on the shelf. Without a shelf they last as long as the window.
type tickBook struct {
	notice string
	// copied are the marks of the values that were copied in this window.
	copied map[string]bool

	writing sync.Mutex // one write at a time, each of the newest state
	mu      sync.Mutex
	ticks   store.Ticks
	unsaved bool
	keep    func(store.Ticks) error // nil where there is nothing to keep them
}

func newTickBook(notice string) *tickBook {
	return &tickBook{
		notice: notice, copied: map[string]bool{},
		ticks: store.Ticks{Notice: notice, Done: map[string][]string{}},
	}
}

// read takes what was kept; ticks of another notice's steps are none.
func (b *tickBook) read(t store.Ticks) {
	if t.Notice == b.notice && t.Done != nil {
		b.ticks = t
	}
}

// keepWith says how the ticks are kept from now on; a write that is under way is
// waited for.
func (b *tickBook) keepWith(keep func(store.Ticks) error) {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.keep = keep
}

// take goes on with the ticks of another book: the application has a file now, or
// another one.
func (b *tickBook) take(other *tickBook) {
	b.copied = other.copied
	other.mu.Lock()
	defer other.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ticks, b.unsaved = other.ticks.Clone(), true
}

// done reports whether a step is ticked off.
func (b *tickBook) done(step guide.PlatformStep) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, ok := b.ticks.Done[step.Clause]
	return ok
}

// set ticks a step off with the values that it has now, or takes the tick back.
func (b *tickBook) set(step guide.PlatformStep, done bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if done {
		b.ticks.Done[step.Clause] = step.Marks()
	} else {
		delete(b.ticks.Done, step.Clause)
	}
	b.unsaved = true
}

// changed reports whether a step that is ticked off has other values than then.
func (b *tickBook) changed(step guide.PlatformStep) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	marks, ok := b.ticks.Done[step.Clause]
	return ok && !slices.Equal(marks, step.Marks())
}

// newer reports whether a value of a step that is ticked off came later.
func (b *tickBook) newer(step guide.PlatformStep, v guide.PlatformValue) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	marks, ok := b.ticks.Done[step.Clause]
	return ok && !slices.Contains(marks, v.Mark())
}

// flush keeps the newest ticks now. What cannot be kept waits for the next time:
// only a convenience is lost.
func (b *tickBook) flush() {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.mu.Lock()
	keep, unsaved, state := b.keep, b.unsaved, b.ticks.Clone()
	b.unsaved = unsaved && keep == nil
	b.mu.Unlock()
	if keep == nil || !unsaved {
		return
	}
	if keep(state) != nil {
		b.mu.Lock()
		b.unsaved = true
		b.mu.Unlock()
	}
}

// keepTicks writes the ticks beside the window.
func (w *Window) keepTicks() {
	book := w.keeper.ticks
	w.background(func() func() {
		book.flush()
		return func() {}
	})
}

// tick notes that a step is done on the platform, or not. An application that has
// neither file nor draft gets a draft, so that the tick has where to be kept.
func (w *Window) tick(step guide.PlatformStep, done bool) {
	w.keeper.ticks.set(step, done)
	if w.file.path == "" && !w.keeper.onShelf() {
		w.autosave()
		_ = w.keeper.flush() // the window says what came of it
	}
	w.keepTicks()
}
