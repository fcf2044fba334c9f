package store

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"zhicheng/forms"
)

// Leftover is a draft that another run of the program left behind.
type Leftover struct {
	Draft   *Draft
	Saved   time.Time
	Content *forms.Applicant // nil where Trouble stands
	// Trouble says in Chinese why the draft cannot be read; a newer program may
	// have written it.
	Trouble error
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

func (s *Shelf) leftovers(wanted func(Leftover) bool) []Leftover {
	paths, _ := filepath.Glob(filepath.Join(s.folder, "drafts", "*"+Extension))
	var found []Leftover
	for _, path := range paths {
		d := &Draft{path: path, lock: flock.New(strings.TrimSuffix(path, Extension) + ".lock")}
		if ok, err := d.lock.TryLock(); err != nil || !ok {
			continue
		}
		info, err := os.Stat(path)
		if err != nil { // taken off the shelf meanwhile
			d.Release()
			continue
		}
		l := Leftover{Draft: d, Saved: info.ModTime()}
		if l.Content, err = Load(path); err != nil {
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
