// Package document keeps the application that is open safe while it is edited: in its
// file, and on the shelf before that. It knows no window: what is slow blocks whoever
// calls it, which is for a goroutine beside the window, and the rest never waits for a
// disk.
package document

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Patience is how long who leaves an application waits for its file, which is on the
// shelf already.
const Patience = 2 * time.Second

// Reasons why the file is left alone.
var (
	ErrNoShelf   = say.Errorf("没有地方自动保存")
	ErrElsewhere = say.Errorf("这个文件正在另一个窗口里打开")
	ErrForeign   = say.Errorf("这个文件被别的程序改过，或者在别的电脑上改过")
)

// Options are what all documents of a window have in common.
type Options struct {
	Shelf  *store.Shelf // nil where nothing is kept for the next start
	Notice string       // the identifier of the notice, for the ticks
	Now    func() time.Time
	// Told is called from a goroutine after each write that nobody asked for; nil
	// where nothing is written unasked.
	Told func(*Document)
}

// Document is where one application is kept. Its answers reach the shelf within
// [store.ShelfDelay] of a change, and its file, where it has one, within
// [store.FileDelay]; then they leave the shelf.
type Document struct {
	// Ticks are the steps done on the platform.
	Ticks *Ticks

	options Options
	path    string
	toShelf *store.Autosaver
	toFile  *store.Autosaver
	// save writes the file; tests put a slow disk in its place.
	save func(string, *forms.Applicant) (store.Stamp, error)

	holding sync.Once
	before  func()     // what has to end before the file can be held; nil for most
	ending  sync.Once  // of the keeping
	shelves sync.Mutex // held while the draft is written or taken away
	mu      sync.Mutex // of what follows, never held while a disk works
	release func()     // gives the file's lock back
	draft   *store.Unsaved
	newest  *forms.Applicant // the last state of which the document was told
	stamp   store.Stamp      // of the file as this window wrote or read it
	status  Status
	ended   bool
}

// Status says what of an application is safe.
type Status struct {
	// Safe is the newest state that is on a disk, in the file or on the shelf, and
	// Filed the newest one in the file; nil where there is none.
	Safe, Filed *forms.Applicant
	// At is when Safe was written.
	At time.Time
	// File and Shelf say why the last write to each failed.
	File, Shelf error
	// Elsewhere tells that another window has the file open: this one does not write
	// to it.
	Elsewhere bool
}

// never is a delay for documents that write nothing unasked.
const never = 1000 * time.Hour

// New returns the document of an application that has no file.
func New(o Options) *Document {
	d := &Document{options: o, Ticks: newTicks(o.Notice), save: store.SaveStamped}
	shelf, file := store.ShelfDelay, store.FileDelay
	if o.Told == nil {
		shelf, file = never, never
	}
	d.toShelf = store.NewAutosaver(shelf, d.shelve, func(err error) { d.told(&d.status.Shelf, err) })
	d.toFile = store.NewAutosaver(file, d.writeFile, func(err error) { d.told(&d.status.File, err) })
	return d
}

// Open returns the document of the file at path, which need not be there yet. Nothing
// is read or held before [Document.Hold].
func Open(o Options, path string) *Document {
	d := New(o)
	d.path = path
	if absolute, err := filepath.Abs(path); err == nil {
		d.path = absolute
	}
	return d
}

// Read is [Open] with the application in the file. It blocks; the error is that of
// [store.Load].
func Read(ctx context.Context, o Options, path string) (*Document, *forms.Applicant, error) {
	store.SweepBeside(path, o.Now())
	stamp, err := store.StampOf(ctx, path) // before it is read: what comes later is a change
	if err != nil {
		stamp = "" // [store.Load] says why
	}
	a, err := store.Load(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	d := Open(o, path)
	d.Knows(stamp, a)
	return d, a, nil
}

// Under has the document keep the ticks of a notice's steps: it is told before
// [Document.Hold], as the application in a file says which notice that is.
func (d *Document) Under(notice string) { d.Ticks = newTicks(notice) }

// Resume returns the document of a draft that an earlier run left. Its answers go on
// to the file that they belong to.
func Resume(o Options, l store.Leftover) *Document {
	origin := l.Unsaved.Origin()
	d := New(o)
	if origin.Path != "" {
		d = Open(o, origin.Path)
	}
	d.stamp = origin.Stamp
	d.Adopt(l)
	return d
}

// Adopt goes on with a draft of an earlier run.
func (d *Document) Adopt(l store.Leftover) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.draft = l.Unsaved
	d.status.Safe, d.status.At = l.Content, l.Saved
	if d.path == "" {
		d.Ticks.read(l.Unsaved.Ticks())
		d.Ticks.keepWith(l.Unsaved.KeepTicks)
	}
}

// After says what has to end before the file can be held: the document before, which
// may hold the same file.
func (d *Document) After(before func()) { d.before = before }

// Hold takes hold of the file, once, and reads what the shelf knows of it. It blocks;
// whatever writes the file does it first.
func (d *Document) Hold() { d.holding.Do(d.hold) }

func (d *Document) hold() {
	if d.before != nil {
		d.before()
		d.before = nil
	}
	shelf := d.options.Shelf
	if d.path == "" || shelf == nil {
		return
	}
	release, free, err := shelf.Lock(d.path)
	elsewhere := err == nil && !free
	d.Ticks.read(shelf.Ticks(d.path))
	if !elsewhere {
		d.Ticks.keepWith(func(t store.Ticks) error { return shelf.KeepTicks(d.path, t) })
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.release, d.status.Elsewhere = release, elsewhere
}

// Path returns the absolute path of the file, "" where there is none.
func (d *Document) Path() string { return d.path }

// Status returns what is safe now.
func (d *Document) Status() Status {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.status
}

// OnShelf reports whether the application has a place on the shelf.
func (d *Document) OnShelf() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.draft != nil
}

// Knows notes which content of the file this window has; a is what was read from it,
// nil where that is not what is open.
func (d *Document) Knows(stamp store.Stamp, a *forms.Applicant) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.stamp = stamp
	if a != nil {
		d.newest = a
		d.status.Safe, d.status.Filed, d.status.At = a, a, d.options.Now()
	}
}

// Stamp returns the content of the file that this window knows.
func (d *Document) Stamp() store.Stamp {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.stamp
}

// Shows says that the window shows what was read as a, its own copy.
func (d *Document) Shows(a *forms.Applicant) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.newest = a
	if d.status.Filed != nil {
		d.status.Filed = a
	}
	if d.status.Safe != nil {
		d.status.Safe = a
	}
}

// Touch says that a is the newest state.
func (d *Document) Touch(a *forms.Applicant) {
	d.note(a)
	d.toShelf.Touch(a)
	if d.path != "" && !d.Status().Elsewhere {
		d.toFile.Touch(a)
	}
}

func (d *Document) note(a *forms.Applicant) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.newest = a
}

// Hurry has what waits for the file written at once, beside the caller.
func (d *Document) Hurry() { d.toFile.Hurry() }

// told passes on what came of a write that nobody asked for. Of a place that does not
// answer, the write itself could not note it.
func (d *Document) told(place *error, err error) {
	if errors.Is(err, store.ErrSilent) {
		d.mu.Lock()
		*place = err
		d.mu.Unlock()
	}
	if d.options.Told != nil {
		d.options.Told(d)
	}
}

// Flush writes what is waiting now, to the shelf first: it answers where a file may
// not. It returns when both are written or ctx ends; the error says why the place
// where the application belongs does not have it.
func (d *Document) Flush(ctx context.Context) error {
	shelved := d.toShelf.Flush(ctx)
	if d.path == "" {
		return shelved
	}
	err := d.toFile.Flush(ctx)
	if status := d.Status(); err == nil && status.Elsewhere && status.Safe != status.Filed {
		err = ErrElsewhere
	}
	if err != nil && shelved != nil {
		return say.Errorf("%w；%w", err, shelved)
	}
	return err
}

// Save writes a to the file and returns when it is there or ctx ends.
func (d *Document) Save(ctx context.Context, a *forms.Applicant) error {
	d.note(a)
	return d.toFile.Save(ctx, a)
}

// Leave ends the keeping after what is waiting was written; what is on the shelf stays
// there for the next start. It blocks until ctx ends at the latest.
func (d *Document) Leave(ctx context.Context) (err error) {
	d.ending.Do(func() {
		d.Hold()
		err = d.Flush(ctx)
		d.Ticks.Flush()
		d.end((*store.Unsaved).Release)
	})
	return err
}

// Discard ends the keeping of what is in another file now or is not wanted.
func (d *Document) Discard(ctx context.Context) {
	d.ending.Do(func() {
		d.Hold()
		d.toShelf.Forget(ctx)
		d.toFile.Forget(ctx)
		if d.path == "" {
			d.Ticks.keepWith(nil)
		}
		d.Ticks.Flush()
		d.end((*store.Unsaved).Discard)
	})
}

// end writes no more, and gives back what is held.
func (d *Document) end(part func(*store.Unsaved)) {
	d.mu.Lock()
	draft, release := d.draft, d.release
	d.ended, d.draft, d.release = true, nil, nil
	d.mu.Unlock()
	if draft != nil {
		part(draft)
	}
	if release != nil {
		release()
	}
}
