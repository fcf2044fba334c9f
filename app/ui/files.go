package ui

import (
	"bytes"
	"context"
	"errors"

	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// fileEnding is that of application files.
const fileEnding = store.Extension

// newFile begins an empty application.
func (w *Window) newFile() {
	w.keepFirst(func() { w.begin(forms.New(w.config.Notice.ID), forms.StepPlan) })
}

// begin shows an application that has no file yet.
func (w *Window) begin(a *forms.Applicant, step forms.Step) {
	w.turnTo(document.New(w.keeping()), a, step)
}

// replace shows another application. What was under way for the one before comes
// to nothing.
func (w *Window) replace(a *forms.Applicant, step forms.Step) {
	w.generation++
	w.endWaits()
	w.dropPicture()
	w.started = true
	a.Statement = forms.NewWriting(a.Statement, w.config.Notice.Statement.Limit).Fitted().Statement
	w.replacing = true
	w.draft.Replace(w.config.Notice, a)
	w.replacing = false
	w.Go(step)
}

// keepFirst sees that nothing typed is lost before another application comes: one
// with a file is saved there, one without is asked about.
func (w *Window) keepFirst(then func()) {
	w.discarded = nil
	w.flush(func(err error) {
		safe := err == nil && !w.draft.Dirty()
		if safe && (w.doc.Path() != "" || w.doc.Status().Safe == nil) {
			then()
			return
		}
		w.askToKeep(then)
	})
}

func (w *Window) askToKeep(then func()) {
	title, text := say.F("这份申报还没有存成文件"), say.F("存成文件，以后随时能打开；也可以先留着，下次启动时接着填。")
	if w.doc.Path() != "" {
		title, text = say.F("有改动没有存进文件"), say.F("换一个位置另存；也可以先留着，下次启动时接着填。")
	}
	w.ask(title, look.NewText(w.Say(text), look.Style{}),
		button{words: say.F("取消")},
		button{words: say.F("不要了"), tapped: func() { w.discarded = w.doc; then() }},
		button{words: say.F("先留着"), tapped: then},
		button{words: say.F("存成文件"), filled: true, tapped: func() { w.saveAsThen(then) }})
}

func (w *Window) openFile() {
	w.chooseOpen(say.F("打开申报文件"), []string{fileEnding}, func(path string) {
		w.keepFirst(func() { w.load(path) })
	})
}

// load opens an application file, with what an earlier run left of it.
func (w *Window) load(path string) { w.loadWith(path, w.left.Of) }

// loadAnew opens an application file as it is.
func (w *Window) loadAnew(path string) {
	w.loadWith(path, func(string) (store.Leftover, bool) { return store.Leftover{}, false })
}

// opened is what was read of a file, and of what an earlier run left of it.
type opened struct {
	doc   *document.Document
	a     *forms.Applicant
	left  store.Leftover
	found bool // there is something left
}

func (w *Window) loadWith(path string, leftover func(path string) (store.Leftover, bool)) {
	ctx, stop := context.WithCancel(context.Background())
	busy := w.waitOrStop(say.F("正在打开"), stop)
	w.background(func() func() {
		defer stop()
		o, err := w.read(ctx, path, leftover)
		return func() {
			busy()
			if err == nil {
				err = w.fits(o.a)
			}
			switch {
			case errors.Is(err, context.Canceled): // the applicant stopped it
				w.discarded = nil
			case err != nil:
				w.discarded = nil
				w.cannotOpen(path, err)
			default:
				w.show(o)
			}
		}
	})
}

// read reads a file and what is left of it, and measures the photos of both.
func (w *Window) read(ctx context.Context, path string, leftover func(path string) (store.Leftover, bool)) (o opened, err error) {
	if o.doc, o.a, err = document.Read(ctx, w.keeping(), path); err != nil {
		return o, err
	}
	if o.a, err = measured(ctx, o.a, w.config.Finder); err != nil {
		return o, err
	}
	if o.left, o.found = leftover(path); !o.found {
		return o, nil
	}
	if w.fits(o.left.Content) != nil || store.Same(o.a, o.left.Content) {
		w.left.Taken(o.left)
		o.left.Draft.Discard()
		o.found = false
		return o, nil
	}
	o.left.Content, err = measured(ctx, o.left.Content, w.config.Finder)
	return o, err
}

// cannotOpen says why, and leads to the earlier states of the file where there are
// some.
func (w *Window) cannotOpen(path string, err error) {
	var kept []store.Version
	if w.config.Shelf != nil {
		kept = w.config.Shelf.Versions(path)
	}
	if len(kept) == 0 {
		w.fail(say.F("打不开这个文件"), err, say.F("换一个文件；原来的申报没有动。"))
		return
	}
	content := look.Column(6, look.NewText(w.Say(say.Of(err)), look.Style{}),
		look.NewText(w.sayf("软件还留着它以前的样子，最近一份是%s的。", moment(kept[0].Saved)), look.Style{}))
	w.ask(say.F("打不开这个文件"), content, button{words: say.F("取消")},
		button{words: say.F("接着以前的填"), filled: true, tapped: func() { w.recover(kept[0].Path) }})
}

// recover goes on with an earlier state of a file that cannot be opened; it gets a
// file of its own when it is saved.
func (w *Window) recover(path string) {
	w.background(func() func() {
		a, err := Load(context.Background(), path, w.config.Finder)
		return func() {
			if err == nil {
				err = w.fits(a)
			}
			if err != nil {
				w.fail(say.F("打不开这个版本"), err, say.F("换一个文件；原来的申报没有动。"))
				return
			}
			w.begin(a, forms.StepPlan)
			w.autosave()
		}
	})
}

// show shows the application that was read from a file.
func (w *Window) show(o opened) {
	stamp := o.doc.Stamp()
	w.remember(o.doc.Path())
	w.turnTo(o.doc, o.a, forms.StepPlan)
	w.backgroundAnyway(func() func() {
		o.doc.KeepVersion(o.a)
		return func() {}
	})
	if o.found {
		w.left.Taken(o.left)
		w.restore(o.left, stamp)
	}
}

// remember puts a file among the recent ones.
func (w *Window) remember(path string) {
	shelf := w.config.Shelf
	if shelf == nil {
		return
	}
	w.backgroundAnyway(func() func() {
		_ = shelf.AddRecent(path) // only the list of recent files suffers
		return func() {}
	})
}

// fits refuses an application that was made under another notice: it is never
// judged by this one silently.
func (w *Window) fits(a *forms.Applicant) error {
	if a.Notice != "" && a.Notice != w.config.Notice.ID {
		return say.Errorf("这份申报是按通知“%s”填的，本软件没有这份通知", a.Notice)
	}
	a.Notice = w.config.Notice.ID
	return nil
}

// Load reads an application file and measures its photo with the finder that is made
// for it.
func Load(ctx context.Context, path string, finder func() (*photo.Finder, error)) (*forms.Applicant, error) {
	a, err := store.Load(ctx, path)
	if err != nil {
		return nil, err
	}
	return measured(ctx, a, finder)
}

// measured fills in what the photo measures, as it will be saved.
func measured(ctx context.Context, a *forms.Applicant, finder func() (*photo.Finder, error)) (*forms.Applicant, error) {
	if !a.Photo.Chosen() {
		return a, nil
	}
	faces, err := finder()
	if err != nil {
		return nil, err
	}
	if a.Photo, err = a.Photo.Measured(ctx, faces); err != nil || a.Photo.Facts.Problem != "" {
		return a, err
	}
	clean, err := a.Photo.Clean(ctx)
	if err != nil || bytes.Equal(clean.Data, a.Photo.Data) {
		return a, err
	}
	a.Photo, err = clean.Measured(ctx, faces)
	return a, err
}

// Begin shows the start page, and opens the file that the command line names.
func (w *Window) Begin(arguments []string) {
	w.openStart()
	if len(arguments) > 0 {
		w.load(arguments[0])
	}
}
