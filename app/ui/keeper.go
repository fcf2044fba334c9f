package ui

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// keeper keeps what is typed safe while it is typed: in the application's file, or
// on the shelf while it has none or while the file cannot be written. Everything
// that is written to the file goes through it, one state after the other.
type keeper struct {
	w    *Window
	path string
	// elsewhere tells that another window has the file open: this one does not
	// write to it.
	elsewhere bool
	saver     *store.Autosaver
	release   func() // gives the file's lock back
	ticks     *tickBook
	// told is set when the applicant knows that another program changed the file.
	told bool

	// marked is the state of which the window knows that it is safe.
	marked *forms.Applicant

	mu      sync.Mutex // of what follows: the saver writes from a goroutine of its own
	draft   *store.Draft
	shelved *forms.Applicant // what the draft holds
	stamp   store.Stamp      // of the file as this window wrote or read it
	ended   bool
}

const never = 1000 * time.Hour

// Reasons why the file is left alone.
var (
	errNoShelf   = errors.New("没有地方自动保存")
	errElsewhere = errors.New("这个文件正在另一个窗口里打开")
	errForeign   = errors.New("这个文件被别的程序改过，或者在别的电脑上改过")
)

// newKeeper keeps the application of the file at path, or one without a file.
func newKeeper(w *Window, path string) *keeper {
	k := &keeper{w: w, path: path, ticks: newTickBook(w.config.Notice.ID)}
	delay := store.AutosaveDelay
	if w.config.AtOnce {
		delay = never // without goroutines nothing is written unasked
	}
	k.saver = store.NewAutosaver(delay, k.write, k.done)
	if path == "" {
		return k
	}
	k.stamp, _ = store.StampOf(path) // of a file that cannot be read nothing is known
	if shelf := w.config.Shelf; shelf != nil {
		release, free, err := shelf.Lock(path)
		k.release, k.elsewhere = release, err == nil && !free
		k.ticks.read(shelf.Ticks(path))
		if !k.elsewhere {
			k.ticks.keepWith(func(t store.Ticks) error { return shelf.KeepTicks(path, t) })
		}
	}
	return k
}

// write is the saver's: into the file, or onto the shelf where that is not possible.
func (k *keeper) write(a *forms.Applicant) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case k.ended:
		return nil
	case k.path == "":
		return k.shelve(a)
	}
	err := k.writeFile(a)
	if err == nil {
		k.unshelve()
		return nil
	}
	if shelved := k.shelve(a); shelved != nil {
		return fmt.Errorf("%w；%w", err, shelved)
	}
	return err
}

// writeFile writes into the application's file unless that would undo what others
// wrote there. mu is held, as in the next two.
func (k *keeper) writeFile(a *forms.Applicant) error {
	switch {
	case k.elsewhere:
		return errElsewhere
	case !k.stamp.Still(k.path):
		return errForeign
	}
	if err := store.Save(k.path, a); err != nil {
		return err
	}
	k.stamp, _ = store.StampOf(k.path)
	return nil
}

// shelve keeps a state on the shelf, for the next start.
func (k *keeper) shelve(a *forms.Applicant) error {
	if k.shelved == a {
		return nil
	}
	if k.draft == nil {
		if k.w.config.Shelf == nil {
			return errNoShelf
		}
		draft, err := k.w.config.Shelf.NewDraft(k.w.config.Now())
		if err != nil {
			return err
		}
		k.draft = draft
		if k.path == "" {
			k.ticks.keepWith(draft.KeepTicks)
		}
	}
	err := k.draft.Save(a)
	if err == nil {
		k.shelved = a
	}
	return err
}

// onShelf reports whether the application has a place on the shelf.
func (k *keeper) onShelf() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.draft != nil
}

// knows says which content of the file this window has.
func (k *keeper) knows(stamp store.Stamp) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stamp = stamp
}

// foreign reports whether another program changed the file.
func (k *keeper) foreign() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.path != "" && !k.stamp.Still(k.path)
}

// unshelve takes off the shelf what is in the file now.
func (k *keeper) unshelve() {
	if k.draft != nil {
		k.draft.Discard()
		k.draft, k.shelved = nil, nil
	}
}

// done comes from the saver's own goroutine.
func (k *keeper) done(err error) {
	fyne.Do(func() {
		if k.w.keeper == k {
			k.settle(err)
			k.askOnce(err)
		}
	})
}

// askOnce asks whose content counts when another program changed the file. Who
// leaves the application is not asked: what is here stays on the shelf.
func (k *keeper) askOnce(err error) {
	if errors.Is(err, errForeign) && !k.told && k.w.asked() == nil {
		k.told = true
		k.w.askForeign()
	}
}

// settle says in the window what came of a write.
func (k *keeper) settle(err error) {
	w := k.w
	w.file.trouble = err
	if state := k.saver.Written(); err == nil && state != k.marked {
		k.marked, w.file.saved = state, w.config.Now()
		w.draft.MarkSaved(state)
	}
	w.rail.showFile()
}

// touch has the newest state written soon.
func (k *keeper) touch(a *forms.Applicant) { k.saver.Touch(a) }

// adopt goes on with a draft of an earlier run.
func (k *keeper) adopt(draft *store.Draft) {
	k.draft = draft
	k.ticks.read(draft.Ticks())
	k.ticks.keepWith(draft.KeepTicks)
}

// flush writes what is waiting now, and has the window know of it.
func (k *keeper) flush() error {
	err := k.saver.Flush()
	if k.w.keeper == k {
		k.settle(err)
	}
	return err
}

// leave ends the keeping; what is on the shelf stays there for the next start.
func (k *keeper) leave() error {
	err := k.saver.Flush()
	k.ticks.flush()
	k.end(func(d *store.Draft) { d.Release() })
	return err
}

// discard ends the keeping of a draft that has a file now or is not wanted.
func (k *keeper) discard() {
	k.saver.Forget()
	k.mu.Lock()
	if k.path == "" {
		k.ticks.keepWith(nil)
	}
	k.mu.Unlock()
	k.ticks.flush()
	k.end(func(d *store.Draft) { d.Discard() })
}

// end writes no more, and gives back what is held.
func (k *keeper) end(part func(*store.Draft)) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.ended = true
	if k.draft != nil {
		part(k.draft)
		k.draft = nil
	}
	if k.release != nil {
		k.release()
		k.release = nil
	}
}

// Rescue writes what is waiting before the program ends; the error says why it
// could not be kept.
func (w *Window) Rescue() error { return w.keeper.leave() }

// autosave is told of every change.
func (w *Window) autosave() { w.keeper.touch(w.draft.View()) }

// Opened notes that the window's application comes from a file.
func (w *Window) Opened(path string) {
	w.file = file{path: path, saved: w.config.Now()}
	w.keeper = newKeeper(w, path)
	w.rail.showFile()
}
