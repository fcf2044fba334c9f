package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"zhicheng/forms/say"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/store"
)

func (w *Window) save() { w.saveThen(nil) }

func (w *Window) saveThen(then func()) {
	if w.doc.Path() == "" || w.doc.Status().Elsewhere {
		w.saveAsThen(then)
		return
	}
	w.saveHere(then)
}

func (w *Window) saveAs() { w.saveAsThen(nil) }

func (w *Window) saveAsThen(then func()) {
	doc := w.doc
	w.asks.ChooseSave(say.F("保存申报文件"), w.suggestedName()+fileEnding, func(path string) {
		w.work.Run(func() func() {
			own := sameFile(path, doc.Path()) && !doc.Status().Elsewhere
			return func() {
				if own { // replacing it was just asked
					w.overwrite(then)
					return
				}
				w.saveTo(path, then)
			}
		})
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

// saveHere writes the application into its own file.
func (w *Window) saveHere(then func()) {
	w.write((*document.Document).Save, then)
}

// overwrite is saveHere whatever another program put into the file, which stays among
// the file's earlier states.
func (w *Window) overwrite(then func()) {
	w.toldOfForeign = false
	w.write((*document.Document).Overwrite, then)
}

// write has the application written beside the window in one of the document's ways.
func (w *Window) write(how func(*document.Document, context.Context, *forms.Applicant) error, then func()) {
	doc, state := w.doc, w.draft.View()
	w.saving = true
	w.rail.showFile()
	w.work.RunAnyway(func() func() {
		ctx, cancel := limited(store.WritePatience)
		defer cancel()
		err := how(doc, ctx, state)
		if err == nil {
			doc.KeepVersion(state)
		}
		return func() {
			if w.doc == doc {
				w.saving = false
				w.settle()
			}
			w.saved(doc, err, then)
		}
	})
}

// saved goes on where a save succeeded.
func (w *Window) saved(doc *document.Document, err error, then func()) {
	switch {
	case errors.Is(err, document.ErrForeign) && w.doc == doc:
		w.askForeign()
	case err != nil:
		w.asks.Fail(say.F("没有保存成"), err, say.F("换一个位置或文件名再存一次；填的内容都还在窗口里。"))
	case then != nil:
		then()
	}
}

// saveTo writes the application into another file, which is its own from then on.
func (w *Window) saveTo(path string, then func()) {
	next, state, generation := document.Open(w.keeping(), path), w.draft.View(), w.work.Generation()
	w.saving = true
	w.rail.showFile()
	w.work.RunAnyway(func() func() {
		ctx, cancel := limited(store.WritePatience)
		defer cancel()
		err := next.Save(ctx, state)
		if err == nil {
			next.KeepVersion(state)
		} else {
			next.Discard(ctx)
		}
		return func() {
			if generation != w.work.Generation() { // another application was opened meanwhile
				w.leaveAlone(next, err)
				return
			}
			w.savedTo(next, state, err, then)
		}
	})
}

// leaveAlone ends the keeping of a file that nobody waits for any more.
func (w *Window) leaveAlone(doc *document.Document, err error) {
	w.work.RunAnyway(func() func() {
		_ = doc.Leave(context.Background())
		return func() { w.saved(doc, err, nil) }
	})
}

// savedTo goes on in the file that a state was written to.
func (w *Window) savedTo(next *document.Document, state *forms.Applicant, err error, then func()) {
	w.saving = false
	if err != nil {
		w.rail.showFile()
		w.saved(next, err, nil)
		return
	}
	w.movedTo(next, state)
	if then != nil {
		then()
	}
}

// movedTo goes on in the file that a state was written to.
func (w *Window) movedTo(next *document.Document, state *forms.Applicant) {
	old := w.doc
	next.Ticks.Take(old.Ticks)
	w.doc = next
	w.work.RunAnyway(func() func() {
		ctx, cancel := limited(document.Patience)
		defer cancel()
		old.Discard(ctx)
		next.Ticks.Flush()
		return func() {}
	})
	w.remember(next.Path())
	w.settle()
	if w.draft.View() != state { // typed while it was written
		w.autosave()
	}
}

// askForeign asks whose content counts after another program changed the file.
func (w *Window) askForeign() {
	doc, path := w.doc, w.doc.Path()
	here := func(do func()) func() {
		return func() {
			if w.doc == doc { // no other application came while this was asked
				do()
			}
		}
	}
	w.asks.Ask(say.F("文件在别处改过"), look.NewText(w.sayf("%s被别的程序改过，或者在别的电脑上改过。这里的改动还没有存进去，先留在这台电脑上。", filepath.Base(path)), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("用文件里的"), Tapped: here(func() { w.loadAnew(path) })},
		ask.Button{Words: say.F("另存为…"), Tapped: here(w.saveAs)},
		ask.Button{Words: say.F("用这里的"), Filled: true, Tapped: here(func() { w.overwrite(nil) })})
}

// close sees that nothing is lost and closes the window; [Window.Rescue] does the rest.
func (w *Window) close() { w.keepFirst(w.window.Close) }
