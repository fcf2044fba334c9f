package ui

import (
	"context"
	"errors"
	"path/filepath"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

func (k *keeper) save() { k.saveThen(nil) }

func (k *keeper) saveThen(then func()) {
	if k.w.doc.Path() == "" || k.w.doc.Status().Elsewhere {
		k.saveAsThen(then)
		return
	}
	k.saveHere(then)
}

func (k *keeper) saveAs() { k.saveAsThen(nil) }

func (k *keeper) saveAsThen(then func()) {
	doc := k.w.doc
	k.w.asks.ChooseSave(say.F("保存申报文件"), suggestedName(k.w)+fileEnding, func(path string) {
		k.w.work.Run(func() func() {
			own := document.SameFile(path, doc.Path()) && !doc.Status().Elsewhere
			return func() {
				if own { // replacing it was just asked
					k.overwrite(then)
					return
				}
				k.saveTo(path, then)
			}
		})
	})
}

// saveHere writes the application into its own file.
func (k *keeper) saveHere(then func()) {
	k.write((*document.Document).Save, then)
}

// overwrite is saveHere whatever another program put into the file, which stays among
// the file's earlier states.
func (k *keeper) overwrite(then func()) {
	k.toldOfForeign = false
	k.write((*document.Document).Overwrite, then)
}

// write has the application written beside the window in one of the document's ways.
func (k *keeper) write(how func(*document.Document, context.Context, *forms.Applicant) error, then func()) {
	doc, state := k.w.doc, k.w.draft.View()
	k.saving = true
	k.w.rail.showFile()
	k.w.work.RunAnyway(func() func() {
		ctx, cancel := limited(store.WritePatience)
		defer cancel()
		err := how(doc, ctx, state)
		if err == nil {
			doc.KeepVersion(state)
		}
		return func() {
			if k.w.doc == doc {
				k.saving = false
				k.settle()
			}
			k.saved(doc, err, then)
		}
	})
}

// saved goes on where a save succeeded.
func (k *keeper) saved(doc *document.Document, err error, then func()) {
	switch {
	case errors.Is(err, document.ErrForeign) && k.w.doc == doc:
		k.askForeign()
	case err != nil:
		k.w.asks.Fail(say.F("没有保存成"), err, say.F("换一个位置或文件名再存一次；填的内容都还在窗口里。"))
	case then != nil:
		then()
	}
}

// saveTo writes the application into another file, which is its own from then on.
func (k *keeper) saveTo(path string, then func()) {
	next, state, generation := document.Open(k.keeping(), path), k.w.draft.View(), k.w.work.Generation()
	k.saving = true
	k.w.rail.showFile()
	k.w.work.RunAnyway(func() func() {
		ctx, cancel := limited(store.WritePatience)
		defer cancel()
		err := next.Save(ctx, state)
		if err == nil {
			next.KeepVersion(state)
		} else {
			next.Discard(ctx)
		}
		return func() {
			if generation != k.w.work.Generation() { // another application was opened meanwhile
				k.leaveAlone(next, err)
				return
			}
			k.savedTo(next, state, err, then)
		}
	})
}

// leaveAlone ends the keeping of a file that nobody waits for any more.
func (k *keeper) leaveAlone(doc *document.Document, err error) {
	k.w.work.RunAnyway(func() func() {
		_ = doc.Leave(context.Background())
		return func() { k.saved(doc, err, nil) }
	})
}

// savedTo goes on in the file that a state was written to.
func (k *keeper) savedTo(next *document.Document, state *forms.Applicant, err error, then func()) {
	k.saving = false
	if err != nil {
		k.w.rail.showFile()
		k.saved(next, err, nil)
		return
	}
	k.movedTo(next, state)
	if then != nil {
		then()
	}
}

// movedTo goes on in the file that a state was written to.
func (k *keeper) movedTo(next *document.Document, state *forms.Applicant) {
	old := k.w.doc
	next.Ticks.Take(old.Ticks)
	k.w.doc = next
	k.w.work.RunAnyway(func() func() {
		ctx, cancel := limited(document.Patience)
		defer cancel()
		old.Discard(ctx)
		next.Ticks.Flush()
		return func() {}
	})
	k.w.files.remember(next.Path())
	k.settle()
	if k.w.draft.View() != state { // typed while it was written
		k.autosave()
	}
}

// askForeign asks whose content counts after another program changed the file.
func (k *keeper) askForeign() {
	doc, path := k.w.doc, k.w.doc.Path()
	here := func(do func()) func() {
		return func() {
			if k.w.doc == doc { // no other application came while this was asked
				do()
			}
		}
	}
	k.w.asks.Ask(say.F("文件在别处改过"), look.NewText(k.w.sayf("%s被别的程序改过，或者在别的电脑上改过。这里的改动还没有存进去，先留在这台电脑上。", filepath.Base(path)), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("用文件里的"), Tapped: here(func() { k.w.files.loadAnew(path) })},
		ask.Button{Words: say.F("另存为…"), Tapped: here(k.saveAs)},
		ask.Button{Words: say.F("用这里的"), Filled: true, Tapped: here(func() { k.overwrite(nil) })})
}

// close sees that nothing is lost and closes the window; [Window.Rescue] does the rest.
func (k *keeper) close() {
	k.w.files.keepFirst(func() {
		keepPlace(k.w)
		k.w.handbook.close()
		k.w.overview.leave()
		k.w.presence.Leave()
		k.w.window.Close()
	})
}
