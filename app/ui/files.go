package ui

import (
	"context"
	"errors"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// fileEnding is that of application files.
const fileEnding = store.Extension

// files are the ways to an application: a new one, a file, and what an earlier run left.
type files struct {
	w    *Window
	left *document.Leftovers // the drafts of earlier runs
}

// newFile begins an empty application.
func (f *files) newFile() {
	f.keepFirst(func() { f.w.notices.beginUnder(forms.StepPlan, func() {}) })
}

// begin shows an application that has no file yet.
func (f *files) begin(a *forms.Applicant, step forms.Step) {
	f.w.keep.turnTo(document.New(f.w.keep.keeping()), a, step)
}

// replace shows another application. What was under way for the one before comes
// to nothing.
func (f *files) replace(a *forms.Applicant, step forms.Step) {
	f.w.work.Next()
	f.w.asks.EndWaits()
	f.w.crop.Drop()
	f.w.started = true
	a.Statement = forms.NewWriting(a.Statement, f.w.notice().Statement.Limit).Fitted().Statement
	f.w.replacing = true
	f.w.draft.Replace(f.w.notice(), a)
	f.w.replacing = false
	f.w.Go(step)
}

// keepFirst sees that nothing typed is lost before another application comes: one
// with a file is saved there, one without is asked about, and so is a photo made alone.
func (f *files) keepFirst(then func()) {
	if c := f.w.checking; c != nil && c.unsaved() {
		c.askToKeep(func() { endChecking(f.w); f.keepFirst(then) })
		return
	}
	f.w.keep.discarded = nil
	f.w.keep.flush(func(err error) {
		safe := err == nil && !f.w.draft.Dirty()
		if safe && (f.w.doc.Path() != "" || f.w.doc.Status().Safe == nil) {
			then()
			return
		}
		f.askToKeep(then)
	})
}

func (f *files) askToKeep(then func()) {
	title, text := say.F("这份申报还没有存成文件"), say.F("存成文件，以后随时能打开；也可以先留着，下次启动时接着填。")
	if f.w.doc.Path() != "" {
		title, text = say.F("有改动没有存进文件"), say.F("换一个位置另存；也可以先留着，下次启动时接着填。")
	}
	f.w.asks.Ask(title, look.NewText(f.w.Say(text), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("不要了"), Tapped: func() { f.w.keep.discarded = f.w.doc; then() }},
		ask.Button{Words: say.F("先留着"), Tapped: then},
		ask.Button{Words: say.F("存成文件"), Filled: true, Tapped: func() { f.w.keep.saveAsThen(then) }})
}

func (f *files) openFile() {
	f.w.asks.ChooseOpen(say.F("打开申报文件"), []string{fileEnding, notice.Extension, ".docx", ".txt"}, f.w.door.admit)
}

// load opens an application file, with what an earlier run left of it.
func (f *files) load(path string) { f.loadWith(path, f.left.Of) }

// loadAnew opens an application file as it is.
func (f *files) loadAnew(path string) {
	f.loadWith(path, func(string) (store.Leftover, bool) { return store.Leftover{}, false })
}

// source is where applications come from.
func (f *files) source() *document.Source {
	c := f.w.config
	return &document.Source{Notice: c.Notice, Library: c.Library, Finder: c.Finder, Left: f.left}
}

func (f *files) loadWith(path string, leftover func(path string) (store.Leftover, bool)) {
	ctx, stop := context.WithCancel(context.Background())
	busy := f.w.asks.WaitOrStop(say.F("正在打开"), stop)
	f.w.work.Run(func() func() {
		defer stop()
		o, err := f.source().Read(ctx, f.w.keep.keeping(), path, leftover)
		return func() {
			busy()
			switch {
			case errors.Is(err, context.Canceled): // the applicant stopped it
				f.w.keep.discarded = nil
			case err != nil:
				f.w.keep.discarded = nil
				f.cannotOpen(path, err)
			default:
				f.show(o)
			}
		}
	})
}

// cannotOpen says why, and leads to the earlier states of the file where there are
// some.
func (f *files) cannotOpen(path string, err error) {
	var kept []store.Version
	if f.w.config.Shelf != nil {
		kept = f.w.config.Shelf.Versions(path)
	}
	if len(kept) == 0 {
		f.w.asks.Fail(say.F("打不开这个文件"), err, say.F("换一个文件；原来的申报没有动。"))
		return
	}
	content := look.Column(6, look.NewText(f.w.Say(say.Of(err)), look.Style{}),
		look.NewText(f.w.sayf("软件还留着它以前的样子，最近一份是%s的。", moment(kept[0].Saved)), look.Style{}))
	f.w.asks.Ask(say.F("打不开这个文件"), content, ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("接着以前的填"), Filled: true, Tapped: func() { f.recover(kept[0].Path) }})
}

// recover goes on with an earlier state of a file that cannot be opened; it gets a
// file of its own when it is saved.
func (f *files) recover(path string) {
	f.w.work.Run(func() func() {
		a, err := document.Load(context.Background(), path, f.w.config.Finder)
		entry := library.Entry{}
		if err == nil {
			entry, err = f.source().NoticeOf(context.Background(), a)
		}
		return func() {
			if err != nil {
				f.w.asks.Fail(say.F("打不开这个版本"), err, say.F("换一个文件；原来的申报没有动。"))
				return
			}
			f.w.entry = entry
			f.begin(a, forms.StepPlan)
			f.w.keep.autosave()
			f.w.notices.offerLater()
		}
	})
}

// show shows the application that was read from a file.
func (f *files) show(o document.Opened) {
	stamp := o.Doc.Stamp()
	f.w.entry = o.Entry
	f.remember(o.Doc.Path())
	at := keptPage(f.w, o.Doc.Path())
	f.w.keep.turnTo(o.Doc, o.Applicant, at.Step)
	if at.Part > 0 {
		f.w.room.GoSpot(at)
	}
	f.w.work.RunAnyway(func() func() {
		o.Doc.KeepVersion(o.Applicant)
		return func() {}
	})
	if o.Found {
		f.left.Taken(o.Left)
		f.w.keep.restore(o.Left, stamp)
	}
	f.w.notices.offerLater()
}

// remember puts a file among the recent ones.
func (f *files) remember(path string) {
	shelf := f.w.config.Shelf
	if shelf == nil {
		return
	}
	f.w.work.RunAnyway(func() func() {
		_ = shelf.AddRecent(path) // only the list of recent files suffers
		return func() { f.w.window.SetMainMenu(f.w.bar.menu()) }
	})
}
