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

// keeping is what all documents of the window have in common.
func (w *Window) keeping() document.Options {
	o := document.Options{Shelf: w.config.Shelf, Notice: w.notice().ID, Now: w.config.Now}
	if !w.work.AtOnce { // without goroutines nothing is written unasked
		o.Told = func(d *document.Document) {
			fyne.Do(func() {
				if w.doc == d {
					w.settle()
					w.askOnce()
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
func (w *Window) settle() {
	status := w.doc.Status()
	if status.Safe != nil && status.Safe != w.marked {
		w.marked = status.Safe
		w.draft.MarkSaved(status.Safe)
	}
	w.rail.showFile()
	w.tellOfLoss(status)
}

// tellOfLoss says once that what is typed can be kept nowhere.
func (w *Window) tellOfLoss(status document.Status) {
	nowhere := status.Shelf != nil && (w.doc.Path() == "" || status.File != nil) && w.draft.Dirty()
	if !nowhere {
		w.toldOfLoss = w.toldOfLoss && w.draft.Dirty()
		return
	}
	if w.toldOfLoss || w.asks.Open() != nil {
		return
	}
	w.toldOfLoss = true
	err := status.Shelf
	if status.File != nil {
		err = say.Errorf("%w；%w", status.File, err)
	}
	w.asks.Fail(say.F("填的内容现在存不下来"), err, say.F("先不要关窗口；用“另存为”存到别的地方，例如U盘。"))
}

// askOnce asks whose content counts when another program changed the file. Who
// leaves the application is not asked: what is here stays on the shelf.
func (w *Window) askOnce() {
	if errors.Is(w.doc.Status().File, document.ErrForeign) && !w.toldOfForeign && w.asks.Open() == nil {
		w.toldOfForeign = true
		w.askForeign()
	}
}

// autosave is told of every change.
func (w *Window) autosave() { w.doc.Touch(w.draft.View()) }

// flush writes what is waiting beside the window, which goes on when it is written or
// does not answer.
func (w *Window) flush(then func(error)) {
	doc := w.doc
	busy := w.asks.Wait(say.F("正在保存"))
	w.work.RunAnyway(func() func() {
		ctx, cancel := limited(document.Patience)
		defer cancel()
		err := doc.Flush(ctx)
		return func() {
			busy()
			if w.doc == doc {
				w.settle()
				then(err)
			}
		}
	})
}

// Rescue writes what is waiting before the program ends; the error says why it
// could not be kept.
func (w *Window) Rescue() error {
	ctx, cancel := limited(document.Patience)
	defer cancel()
	if w.discarded == w.doc {
		w.doc.Discard(ctx)
		return nil
	}
	return w.doc.Leave(ctx)
}

// turnTo goes on with another application and where it is kept. The one before is left
// beside the window: it stays kept, or is thrown away where the applicant said so.
func (w *Window) turnTo(next *document.Document, a *forms.Applicant, step forms.Step) {
	old, discarded := w.doc, w.discarded == w.doc
	next.After(func() {
		ctx, cancel := limited(document.Patience)
		defer cancel()
		if discarded {
			old.Discard(ctx)
			return
		}
		_ = old.Leave(ctx) // keepFirst asked where something is not safe
	})
	w.doc, w.discarded, w.marked = next, nil, nil
	w.toldOfLoss, w.toldOfForeign, w.saving = false, false, false
	w.replace(a, step)
	next.Shows(w.draft.View())
	w.settle()
	w.work.RunAnyway(func() func() {
		next.Hold()
		return func() {
			if w.doc == next {
				w.held()
			}
		}
	})
}

// held says what came of taking hold of the file.
func (w *Window) held() {
	w.room.Page().Update() // the ticks are known now
	w.rail.showFile()
	if w.doc.Status().Elsewhere {
		w.asks.Tell(say.F("这个文件已经在另一个窗口打开"), say.F("这里的改动不会自动存进去，要保存请用“另存为”。"))
	}
}

// Opened notes that the window's application comes from a file.
func (w *Window) Opened(path string) {
	w.doc = document.Open(w.keeping(), path)
	w.doc.Knows("", w.draft.View())
	w.doc.Hold()
	w.settle()
}

// state says whether everything typed is safe.
func (w *Window) state() (text string, safe bool) {
	status := w.doc.Status()
	switch {
	case w.saving:
		return w.sayf("正在保存"), false
	case status.Elsewhere:
		return w.sayf("不自动存进文件，请另存"), false
	case errors.Is(status.File, document.ErrForeign):
		return w.sayf("文件在别处改过，没有存"), false
	case status.File != nil || status.Shelf != nil && w.draft.Dirty():
		return w.sayf("没有保存成，请另存"), false
	case w.draft.Dirty():
		return w.sayf("有改动，马上保存"), false
	case status.Safe == nil:
		return w.sayf("还没有改动"), false
	case status.Safe != status.Filed:
		return w.sayf("已自动保存 %s", status.At.Format("15:04")), true
	}
	return w.sayf("已保存 %s", status.At.Format("15:04")), true
}

// keepTicks writes the ticks beside the window.
func (w *Window) keepTicks() {
	ticks := w.doc.Ticks
	w.work.Run(func() func() {
		ticks.Flush()
		return func() {}
	})
}

// Tick notes that a step is done on the platform, or not. An application that has
// neither file nor draft gets a draft, so that the tick has where to be kept.
func (w *Window) Tick(step guide.PlatformStep, done bool) {
	w.doc.Ticks.Set(step, done)
	if w.doc.Path() != "" || w.doc.OnShelf() {
		w.keepTicks()
		return
	}
	w.autosave()
	w.flush(func(error) { w.keepTicks() }) // the window says what came of it
}

// restore goes on with what an earlier run left of the file that was just opened. If
// the file is as it was then, that is an edit like any other, which can be undone; if
// another program changed it, the applicant says whose content counts.
func (w *Window) restore(l store.Leftover, stamp store.Stamp) {
	doc := w.doc
	take := func() {
		doc.Adopt(l)
		w.takeState(l.Content)
	}
	if l.Unsaved.Origin().Stamp == stamp {
		take()
		w.asks.Tell(say.F("上次有改动没来得及存进文件"), say.F("已经找回来了，会接着存进文件。不要的话，用“撤销”退回文件里的内容。"))
		return
	}
	w.asks.Ask(say.F("上次有改动没存进文件"), look.NewText(w.sayf("%s后来又在别处改过，和上次没存进去的改动（%s）不一样。没选的那一份会留在“以前的版本”里。",
		filepath.Base(doc.Path()), moment(l.Saved)), look.Style{}),
		ask.Button{Words: say.F("用文件里的"), Tapped: func() { w.dropLeftover(doc, l) }},
		ask.Button{Words: say.F("用上次没存进去的"), Filled: true, Tapped: take})
}

// dropLeftover keeps what an earlier run left among the versions of its file.
func (w *Window) dropLeftover(doc *document.Document, l store.Leftover) {
	w.work.RunAnyway(func() func() {
		doc.KeepVersion(l.Content)
		l.Unsaved.Discard()
		return func() {}
	})
}

// Ticks returns the steps done on the platform.
func (w *Window) Ticks() *document.Ticks { return w.doc.Ticks }
