package store

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/gofrs/flock"

	"zhicheng/forms"
)

// Leftover is a draft that another run of the program left behind.
type Leftover struct {
	Unsaved *Unsaved
	Saved   time.Time
	Content *forms.Applicant // nil where Trouble stands
	// Trouble says in Chinese why the draft cannot be read; a newer program may
	// have written it.
	Trouble error
}

// Of reports whether the draft belongs to the file at path. Only the names are
// compared: the file may be on a share that does not answer.
func (l Leftover) Of(path string) bool {
	absolute, err := filepath.Abs(path)
	if err != nil || l.Unsaved.origin.Path == "" {
		return false
	}
	return samePath(runtime.GOOS, absolute, l.Unsaved.origin.Path)
}

// Leftovers returns the drafts of earlier runs that can be read, newest first, and
// takes hold of them. Drafts of a window that is still open are left alone.
func (s *Shelf) Leftovers() []Leftover {
	return s.leftovers(func(l Leftover) bool { return l.Trouble == nil })
}

// Unreadable returns the drafts of earlier runs that cannot be read, newest first,
// each with its Trouble, and takes hold of them. They stay on the shelf until they
// are discarded.
func (s *Shelf) Unreadable() []Leftover {
	return s.leftovers(func(l Leftover) bool { return l.Trouble != nil })
}

// LeftoverOf returns the newest draft that an earlier run left of the file at path and
// takes hold of it; ok is false where there is none that can be read.
func (s *Shelf) LeftoverOf(path string) (newest Leftover, ok bool) {
	for _, l := range s.leftovers(func(l Leftover) bool { return l.Trouble == nil && l.Of(path) }) {
		if ok {
			l.Unsaved.Release()
			continue
		}
		newest, ok = l, true
	}
	return newest, ok
}

func (s *Shelf) leftovers(wanted func(Leftover) bool) []Leftover {
	paths, _ := filepath.Glob(filepath.Join(s.folder, "drafts", "*"+Extension))
	var found []Leftover
	for _, path := range paths {
		d := &Unsaved{path: path}
		d.lock = flock.New(d.beside(".lock"))
		if ok, err := d.lock.TryLock(); err != nil || !ok {
			continue
		}
		info, err := os.Stat(path)
		if err != nil { // taken off the shelf meanwhile
			d.Release()
			continue
		}
		l := Leftover{Unsaved: d, Saved: info.ModTime()}
		if l.Content, err = d.load(context.Background()); err != nil {
			l.Trouble = cmp.Or(errors.Unwrap(err), err) // the reason without the name, which tells nothing
		}
		if !wanted(l) {
			d.Release()
			continue
		}
		found = append(found, l)
	}
	slices.SortFunc(found, func(a, b Leftover) int { return b.Saved.Compare(a.Saved) })
	return found
}
