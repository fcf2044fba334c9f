package document

import (
	"slices"
	"sync"

	"zhicheng/forms/store"
)

// Leftovers are the drafts that earlier runs left, as far as this window holds them.
type Leftovers struct {
	shelf   *store.Shelf // nil where there is none
	reading sync.Once
	mu      sync.Mutex
	all     []store.Leftover
}

// NewLeftovers returns what is on a shelf; nothing is read yet.
func NewLeftovers(shelf *store.Shelf) *Leftovers { return &Leftovers{shelf: shelf} }

// Read takes hold of what is left, once: drafts that can be read, newest first, then
// those that cannot. It blocks.
func (l *Leftovers) Read() {
	l.reading.Do(func() {
		if l.shelf == nil {
			return
		}
		found := append(l.shelf.Leftovers(), l.shelf.Unreadable()...)
		l.mu.Lock()
		defer l.mu.Unlock()
		l.all = found
	})
}

// Known returns what was read and is still there.
func (l *Leftovers) Known() []store.Leftover {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.all)
}

// Of returns what is left of the file at path, also since the first look. It blocks.
func (l *Leftovers) Of(path string) (store.Leftover, bool) {
	l.Read()
	for _, known := range l.Known() {
		if known.Trouble == nil && known.Of(path) {
			return known, true
		}
	}
	if l.shelf == nil {
		return store.Leftover{}, false
	}
	return l.shelf.LeftoverOf(path)
}

// Taken notes that a draft is gone on with or thrown away.
func (l *Leftovers) Taken(one store.Leftover) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = slices.DeleteFunc(l.all, func(other store.Leftover) bool { return other.Unsaved == one.Unsaved })
}
