package ui

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// keeper keeps the application: on the shelf, in its file, and among its versions.
type keeper struct {
	w *Window
	// marked is the state that the window calls safe, and saving is true while the
	// applicant waits for a save.
	marked *forms.Applicant
	saving bool
	// toldOfForeign and toldOfLoss are true once the applicant knows that another
	// program changed the file, and that nothing can be kept.
	toldOfForeign, toldOfLoss bool
	// discarded is the document that the applicant threw away, until another
	// application is there.
	discarded *document.Document
}

// keeping is what all documents of the window have in common.
func (k *keeper) keeping() document.Options {
	o := document.Options{Shelf: k.w.config.Shelf, Notice: k.w.notice().ID, Now: k.w.config.Now}
	if !k.w.work.AtOnce { // without goroutines nothing is written unasked
		o.Told = func(d *document.Document) {
			fyne.Do(func() {
				if k.w.doc == d {
					k.settle()
					k.askOnce()
				}
			})
		}
	}
	return o
}

// limited returns a context that ends after a while.
func limited(limit time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), limit)
}

// settle says in the window what is safe.
func (k *keeper) settle() {
	status := k.w.doc.Status()
	if status.Safe != nil && status.Safe != k.marked {
		k.marked = status.Safe
		k.w.draft.MarkSaved(status.Safe)
	}
	k.w.rail.showFile()
	k.tellOfLoss(status)
}

// tellOfLoss says once that what is typed can be kept nowhere.
func (k *keeper) tellOfLoss(status document.Status) {
	nowhere := status.Shelf != nil && (k.w.doc.Path() == "" || status.File != nil) && k.w.draft.Dirty()
	if !nowhere {
		k.toldOfLoss = k.toldOfLoss && k.w.draft.Dirty()
		return
	}
	if k.toldOfLoss || k.w.asks.Open() != nil {
		return
	}
	k.toldOfLoss = true
	err := status.Shelf
	if status.File != nil {
		err = say.Errorf("%w；%w", status.File, err)
	}
	k.w.asks.Fail(say.F("填的内容现在存不下来"), err, say.F("先不要关窗口；用“另存为”存到别的地方，例如U盘。"))
}

// askOnce asks whose content counts when another program changed the file. Who
// leaves the application is not asked: what is here stays on the shelf.
func (k *keeper) askOnce() {
	if errors.Is(k.w.doc.Status().File, document.ErrForeign) && !k.toldOfForeign && k.w.asks.Open() == nil {
		k.toldOfForeign = true
		k.askForeign()
	}
}

// autosave is told of every change.
func (k *keeper) autosave() { k.w.doc.Touch(k.w.draft.View()) }

// flush writes what is waiting beside the window, which goes on when it is written or
// does not answer.
func (k *keeper) flush(then func(error)) {
	doc := k.w.doc
	busy := k.w.asks.Wait(say.F("正在保存"))
	k.w.work.RunAnyway(func() func() {
		ctx, cancel := limited(document.Patience)
		defer cancel()
		err := doc.Flush(ctx)
		return func() {
			busy()
			if k.w.doc == doc {
				k.settle()
				then(err)
			}
		}
	})
}

// rescue writes what is waiting before the program ends; the error says why it
// could not be kept.
func (k *keeper) rescue() error {
	ctx, cancel := limited(document.Patience)
	defer cancel()
	if k.discarded == k.w.doc {
		k.w.doc.Discard(ctx)
		return nil
	}
	return k.w.doc.Leave(ctx)
}

// turnTo goes on with another application and where it is kept. The one before is left
// beside the window: it stays kept, or is thrown away where the applicant said so.
func (k *keeper) turnTo(next *document.Document, a *forms.Applicant, step forms.Step) {
	keepPage(k.w)
	old, discarded := k.w.doc, k.discarded == k.w.doc
	next.After(func() {
		ctx, cancel := limited(document.Patience)
		defer cancel()
		if discarded {
			old.Discard(ctx)
			return
		}
		_ = old.Leave(ctx) // keepFirst asked where something is not safe
	})
	k.w.doc, k.discarded, k.marked = next, nil, nil
	k.toldOfLoss, k.toldOfForeign, k.saving = false, false, false
	k.w.files.replace(a, step)
	next.Shows(k.w.draft.View())
	k.settle()
	k.w.work.RunAnyway(func() func() {
		next.Hold()
		return func() {
			if k.w.doc == next {
				k.held()
			}
		}
	})
}

// held says what came of taking hold of the file.
func (k *keeper) held() {
	k.w.room.Page().Update() // the ticks are known now
	k.w.rail.showFile()
	if k.w.doc.Status().Elsewhere {
		k.w.asks.Tell(say.F("这个文件已经在另一个窗口打开"), say.F("这里的改动不会自动存进去，要保存请用“另存为”。"))
	}
}

// state says whether everything typed is safe.
func (k *keeper) state() (text string, safe bool) {
	words, safe := k.w.doc.Status().Say(k.saving, k.w.draft.Dirty())
	return k.w.Say(words), safe
}

// keepTicks writes the ticks beside the window.
func (k *keeper) keepTicks() {
	ticks := k.w.doc.Ticks
	k.w.work.Run(func() func() {
		ticks.Flush()
		return func() {}
	})
}

// tick notes that a step is done on the platform, or not. An application that has
// neither file nor draft gets a draft, so that the tick has where to be kept.
func (k *keeper) tick(step guide.PlatformStep, done bool) {
	k.w.doc.Ticks.Set(step, done)
	if k.w.doc.Path() != "" || k.w.doc.OnShelf() {
		k.keepTicks()
		return
	}
	k.autosave()
	k.flush(func(error) { k.keepTicks() }) // the window says what came of it
}

// restore goes on with what an earlier run left of the file that was just opened. If
// the file is as it was then, that is an edit like any other, which can be undone; if
// another program changed it, the applicant says whose content counts.
func (k *keeper) restore(l store.Leftover, stamp store.Stamp) {
	doc := k.w.doc
	take := func() {
		doc.Adopt(l)
		k.takeState(l.Content)
	}
	if l.Unsaved.Origin().Stamp == stamp {
		take()
		k.w.asks.Tell(say.F("上次有改动没来得及存进文件"), say.F("已经找回来了，会接着存进文件。不要的话，用“撤销”退回文件里的内容。"))
		return
	}
	k.w.asks.Ask(say.F("上次有改动没存进文件"), look.NewText(k.w.sayf("%s后来又在别处改过，和上次没存进去的改动（%s）不一样。没选的那一份会留在“以前的版本”里。",
		filepath.Base(doc.Path()), moment(l.Saved)), look.Style{}),
		ask.Button{Words: say.F("用文件里的"), Tapped: func() { k.dropLeftover(doc, l) }},
		ask.Button{Words: say.F("用上次没存进去的"), Filled: true, Tapped: take})
}

// dropLeftover keeps what an earlier run left among the versions of its file.
func (k *keeper) dropLeftover(doc *document.Document, l store.Leftover) {
	k.w.work.RunAnyway(func() func() {
		doc.KeepVersion(l.Content)
		l.Unsaved.Discard()
		return func() {}
	})
}
