package ui

import (
	"os"
	"path/filepath"
	"strings"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/store"
)

func (w *Window) save() { w.saveThen(nil) }

func (w *Window) saveThen(then func()) {
	switch {
	case w.file.path == "" || w.keeper.elsewhere:
		w.saveAsThen(then)
	case w.keeper.foreign():
		w.askForeign()
	default:
		w.saveHere(then)
	}
}

func (w *Window) saveAs() { w.saveAsThen(nil) }

func (w *Window) saveAsThen(then func()) {
	w.chooseSave("保存申报文件", w.suggestedName()+fileEnding, func(path string) {
		own := sameFile(path, w.file.path) && !w.keeper.elsewhere
		switch {
		case own && w.keeper.foreign(): // replacing it was just asked
			w.overwrite()
		case own:
			w.saveHere(then)
		default:
			w.saveTo(path, then)
		}
	})
}

// sameFile reports whether two paths lead to one file.
func sameFile(one, other string) bool {
	if other == "" {
		return false
	}
	a, err := os.Stat(one)
	b, otherErr := os.Stat(other)
	return filepath.Clean(one) == filepath.Clean(other) || err == nil && otherErr == nil && os.SameFile(a, b)
}

// suggestedName names a file after the applicant.
func (w *Window) suggestedName() string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return -1
		}
		return r
	}, w.draft.View().Person.Name)
	if name == "" {
		return w.Say("职称申报")
	}
	return name
}

// saveHere writes the application into its own file.
func (w *Window) saveHere(then func()) {
	k, state := w.keeper, w.draft.View()
	w.file.busy = true
	w.rail.showFile()
	w.backgroundAnyway(func() func() {
		err := k.saver.Save(state)
		return func() {
			if w.keeper == k {
				w.file.busy = false
				k.settle(err)
			}
			w.saved(err, func() {
				k.keepVersion(state)
				if then != nil {
					then()
				}
			})
		}
	})
}

// saved goes on where a save succeeded.
func (w *Window) saved(err error, then func()) {
	if err != nil {
		w.fail("没有保存成", err, "换一个位置或文件名再存一次；填的内容都还在窗口里。")
		return
	}
	then()
}

// saveTo writes the application into another file, which is its own from then on.
func (w *Window) saveTo(path string, then func()) {
	next, state, generation := newKeeper(w, path), w.draft.View(), w.generation
	if next.elsewhere {
		_ = next.leave() // nothing was kept in it yet
		w.fail("不能存成这个文件", errElsewhere, "换一个文件名。")
		return
	}
	w.file.busy = true
	w.rail.showFile()
	w.backgroundAnyway(func() func() {
		err := store.Save(path, state)
		stamp, _ := store.StampOf(path)
		return func() {
			if generation != w.generation {
				_ = next.leave()
				w.saved(err, func() {})
				return
			}
			w.file.busy = false
			w.rail.showFile()
			if err != nil {
				_ = next.leave()
			}
			w.saved(err, func() {
				next.knows(stamp)
				w.movedTo(next, state)
				if then != nil {
					then()
				}
			})
		}
	})
}

// movedTo goes on in the file that a state was written to.
func (w *Window) movedTo(next *keeper, state *forms.Applicant) {
	ticks := w.keeper.ticks
	w.keeper.discard()
	w.keeper = next
	w.file = file{path: next.path, saved: w.config.Now()}
	next.ticks.take(ticks)
	w.keepTicks()
	w.remember(next.path)
	next.keepVersion(state)
	w.draft.MarkSaved(state)
	if w.draft.Dirty() { // typed while it was written
		w.autosave()
	}
	w.rail.showFile()
}

// askForeign asks whose content counts after another program changed the file.
func (w *Window) askForeign() {
	k, path := w.keeper, w.file.path
	here := func(do func()) func() {
		return func() {
			if w.keeper == k { // no other application came while this was asked
				do()
			}
		}
	}
	w.ask("文件在别处改过", look.NewText(w.sayf("%s被别的程序改过，或者在别的电脑上改过。这里的改动还没有存进去，先留在这台电脑上。", filepath.Base(path)), look.Style{}),
		button{words: "取消"},
		button{words: "用文件里的", tapped: here(func() { w.load(path) })},
		button{words: "另存为…", tapped: here(w.saveAs)},
		button{words: "用这里的", filled: true, tapped: here(w.overwrite)})
}

// overwrite writes the application over what another program put into its file,
// which stays among the file's earlier states.
func (w *Window) overwrite() {
	k, path, now := w.keeper, w.file.path, w.config.Now()
	w.background(func() func() {
		if theirs, err := store.Load(path); err == nil && w.config.Shelf != nil {
			_ = w.config.Shelf.KeepVersion(path, theirs, now) // the applicant chose to replace it
		}
		stamp, _ := store.StampOf(path)
		return func() {
			k.knows(stamp)
			k.told = false
			w.saveHere(nil)
		}
	})
}

// close sees that nothing is lost and closes the window.
func (w *Window) close() {
	w.keepFirst(func() {
		w.part()
		w.window.Close()
	})
}
