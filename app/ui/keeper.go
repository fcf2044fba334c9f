package ui

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/store"
)

// keeper keeps what is typed safe while it is typed: in the application's file,
// or on the shelf while it has none.
type keeper struct {
	w       *Window
	path    string
	saver   *store.Autosaver
	draft   *store.Draft
	release func() // gives the file's lock back
	ticks   *tickBook
}

const never = 1000 * time.Hour

func newKeeper(w *Window, path string) *keeper {
	k := &keeper{w: w, path: path, ticks: newTickBook(w.config.Notice.ID)}
	delay := store.AutosaveDelay
	if w.config.AtOnce {
		delay = never // without goroutines nothing is written unasked
	}
	k.saver = store.NewAutosaver(delay, k.write, k.done)
	if path != "" && w.config.Shelf != nil {
		release, ok, err := w.config.Shelf.Lock(path)
		k.release = release
		w.file.elsewhere = err == nil && !ok
		_ = w.config.Shelf.AddRecent(path) // only the list of recent files suffers
		k.ticks.read(w.config.Shelf.Ticks(path))
		if !w.file.elsewhere {
			k.ticks.keepWith(func(t store.Ticks) error { return w.config.Shelf.KeepTicks(path, t) })
		}
	}
	return k
}

var errNoShelf = errors.New("没有地方自动保存")

func (k *keeper) write(a *forms.Applicant) error {
	if k.path != "" {
		return store.Save(k.path, a)
	}
	if k.draft == nil {
		return errNoShelf
	}
	return k.draft.Save(a)
}

// done comes from the saver's own goroutine.
func (k *keeper) done(state *forms.Applicant, err error) {
	now := k.w.config.Now()
	fyne.Do(func() {
		if k.w.keeper != k {
			return
		}
		k.w.file.trouble = ""
		if err != nil {
			k.w.file.trouble = err.Error()
		} else {
			k.w.file.saved = now
			k.w.draft.MarkSaved(state)
		}
		k.w.rail.showFile()
	})
}

// touch has the newest state written soon.
func (k *keeper) touch(a *forms.Applicant) {
	if k.w.file.elsewhere {
		return
	}
	if k.path == "" && k.draft == nil {
		if k.w.config.Shelf == nil {
			return
		}
		draft, err := k.w.config.Shelf.NewDraft(k.w.config.Now())
		if err != nil {
			k.w.file.trouble = err.Error()
			return
		}
		k.draft = draft
		k.ticks.keepWith(draft.KeepTicks)
	}
	k.saver.Touch(a)
}

// adopt goes on with a draft of an earlier run.
func (k *keeper) adopt(draft *store.Draft) {
	k.draft = draft
	k.ticks.read(draft.Ticks())
	k.ticks.keepWith(draft.KeepTicks)
}

// flush writes what is waiting now.
func (k *keeper) flush() { k.saver.Flush() }

// leave ends the keeping; a draft stays on the shelf for the next start.
func (k *keeper) leave() {
	k.flush()
	k.ticks.flush()
	if k.draft != nil {
		k.draft.Release()
	}
	if k.release != nil {
		k.release()
	}
}

// discard ends the keeping of a draft that has a file now or is not wanted.
func (k *keeper) discard() {
	k.saver.Forget()
	if k.draft != nil {
		k.ticks.keepWith(nil)
		k.draft.Discard()
		k.draft = nil
	}
	k.ticks.flush()
	if k.release != nil {
		k.release()
		k.release = nil
	}
}

// keepVersion puts a state among the last ones of the file.
func (k *keeper) keepVersion(a *forms.Applicant) {
	shelf, path, now := k.w.config.Shelf, k.path, k.w.config.Now()
	if shelf == nil || path == "" {
		return
	}
	k.w.background(func() func() {
		_ = shelf.KeepVersion(path, a, now) // the file itself is safe
		return func() {}
	})
}

// Rescue writes what is waiting before the program ends on a bug.
func (w *Window) Rescue() { w.keeper.leave() }

// autosave is told of every change.
func (w *Window) autosave() { w.keeper.touch(w.draft.View()) }

// showVersions offers the earlier states of the file; taking one is an edit like
// any other and can be undone.
func (w *Window) showVersions() {
	if w.config.Shelf == nil || w.file.path == "" {
		w.tell("以前的版本", "存成文件以后，每次打开和保存时的样子都会留下最近十份。")
		return
	}
	versions := w.config.Shelf.Versions(w.file.path)
	list := look.Column(look.SmallGap)
	var d *question
	for _, v := range versions {
		list.Add(look.Row(0, look.NewButton(look.Outlined, moment(v.Saved), func() {
			d.close()
			w.takeVersion(v.Path)
		})))
	}
	if len(versions) == 0 {
		list.Add(look.NewText(w.Say("还没有以前的版本。"), look.Style{}))
	}
	d = w.ask("以前的版本", list, button{words: "关闭", filled: true})
}

func moment(t time.Time) string { return t.Local().Format("2006-01-02 15:04:05") }

func (w *Window) takeVersion(path string) {
	w.background(func() func() {
		a, err := Load(path, w.config.Finder)
		return func() {
			if err != nil {
				w.fail("打不开这个版本", err, "换一个版本。")
				return
			}
			w.picture = picture{}
			w.draft.Edit("", func(now *forms.Applicant) { *now = *a })
			w.Go(w.page.step)
		}
	})
}

// recent returns the files that were open last, with their names.
func (w *Window) recent() []string {
	if w.config.Shelf == nil {
		return nil
	}
	var there []string
	for _, path := range w.config.Shelf.Recent() {
		if _, err := os.Stat(path); err == nil {
			there = append(there, path)
		}
	}
	return there
}

func shortPath(path string) string {
	folder, name := filepath.Split(path)
	if folder == "" {
		return name
	}
	return filepath.Join(filepath.Base(folder), name)
}

// Opened notes that the window's application comes from a file.
func (w *Window) Opened(path string) {
	w.file = file{path: path, saved: w.config.Now()}
	w.keeper = newKeeper(w, path)
	w.rail.showFile()
}
