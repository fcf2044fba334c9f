package ui

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"strings"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"

	"fyne.io/fyne/v2"
)

// fileEnding is that of application files.
const fileEnding = store.Extension

// newFile begins an empty application.
func (w *Window) newFile() {
	w.keepFirst(func() { w.beginUnder(forms.StepPlan, func() {}) })
}

// begin shows an application that has no file yet.
func (w *Window) begin(a *forms.Applicant, step forms.Step) {
	w.turnTo(document.New(w.keeping()), a, step)
}

// replace shows another application. What was under way for the one before comes
// to nothing.
func (w *Window) replace(a *forms.Applicant, step forms.Step) {
	w.work.Next()
	w.asks.EndWaits()
	w.crop.Drop()
	w.started = true
	a.Statement = forms.NewWriting(a.Statement, w.notice().Statement.Limit).Fitted().Statement
	w.replacing = true
	w.draft.Replace(w.notice(), a)
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
	w.asks.Ask(title, look.NewText(w.Say(text), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("不要了"), Tapped: func() { w.discarded = w.doc; then() }},
		ask.Button{Words: say.F("先留着"), Tapped: then},
		ask.Button{Words: say.F("存成文件"), Filled: true, Tapped: func() { w.saveAsThen(then) }})
}

func (w *Window) openFile() {
	w.asks.ChooseOpen(say.F("打开申报文件"), []string{fileEnding, notice.Extension}, func(path string) {
		if isNotice(path) {
			w.openNotice(path)
			return
		}
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
	entry library.Entry // its notice
	left  store.Leftover
	found bool // there is something left
}

func (w *Window) loadWith(path string, leftover func(path string) (store.Leftover, bool)) {
	ctx, stop := context.WithCancel(context.Background())
	busy := w.asks.WaitOrStop(say.F("正在打开"), stop)
	w.work.Run(func() func() {
		defer stop()
		o, err := w.read(ctx, path, leftover)
		return func() {
			busy()
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
	if o.entry, err = w.noticeOf(ctx, o.a); err != nil {
		return o, err
	}
	o.doc.Under(o.entry.Notice.ID)
	if o.a, err = measured(ctx, o.a, w.config.Finder); err != nil {
		return o, err
	}
	if o.left, o.found = leftover(path); !o.found {
		return o, nil
	}
	if left, err := w.noticeOf(ctx, o.left.Content); err != nil || left.Notice.ID != o.entry.Notice.ID || store.Same(o.a, o.left.Content) {
		w.left.Taken(o.left)
		o.left.Unsaved.Discard()
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
		w.asks.Fail(say.F("打不开这个文件"), err, say.F("换一个文件；原来的申报没有动。"))
		return
	}
	content := look.Column(6, look.NewText(w.Say(say.Of(err)), look.Style{}),
		look.NewText(w.sayf("软件还留着它以前的样子，最近一份是%s的。", moment(kept[0].Saved)), look.Style{}))
	w.asks.Ask(say.F("打不开这个文件"), content, ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("接着以前的填"), Filled: true, Tapped: func() { w.recover(kept[0].Path) }})
}

// recover goes on with an earlier state of a file that cannot be opened; it gets a
// file of its own when it is saved.
func (w *Window) recover(path string) {
	w.work.Run(func() func() {
		a, err := Load(context.Background(), path, w.config.Finder)
		entry := library.Entry{}
		if err == nil {
			entry, err = w.noticeOf(context.Background(), a)
		}
		return func() {
			if err != nil {
				w.asks.Fail(say.F("打不开这个版本"), err, say.F("换一个文件；原来的申报没有动。"))
				return
			}
			w.entry = entry
			w.begin(a, forms.StepPlan)
			w.autosave()
		}
	})
}

// show shows the application that was read from a file.
func (w *Window) show(o opened) {
	stamp := o.doc.Stamp()
	w.entry = o.entry
	w.remember(o.doc.Path())
	w.turnTo(o.doc, o.a, forms.StepPlan)
	w.work.RunAnyway(func() func() {
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
	w.work.RunAnyway(func() func() {
		_ = shelf.AddRecent(path) // only the list of recent files suffers
		return func() {}
	})
}

// noticeOf returns the notice of an application, which is never judged by another one
// silently.
func (w *Window) noticeOf(ctx context.Context, a *forms.Applicant) (library.Entry, error) {
	own := library.Entry{Notice: w.config.Notice}
	if a.Notice == "" {
		a.Notice = own.Notice.ID
	}
	switch {
	case a.Notice == own.Notice.ID:
		return own, nil
	case w.config.Library.Own == nil:
		return own, say.Errorf("申报文件要按通知“%s”核对，本软件没有这份通知；先打开它的通知包（%s）", fileread.Shown(a.Notice, 80), notice.Extension)
	}
	return w.config.Library.For(ctx, a)
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
	switch {
	case len(arguments) == 0:
	case isNotice(arguments[0]):
		w.openNotice(arguments[0])
	default:
		w.load(arguments[0])
	}
}

// folder is where the application's file lies, with a separator at its end.
func (w *Window) folder() string {
	if w.doc.Path() == "" {
		return ""
	}
	return filepath.Dir(w.doc.Path()) + string(filepath.Separator)
}

// dropped takes a file that was dropped into the window: a photo or an
// application. A dialog that is open belongs to the application that it is about.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.window.Canvas().Overlays().Top() != nil {
		return
	}
	path := files[0].Path()
	switch {
	case photo.Named(path):
		if w.Step() != forms.StepPhoto {
			w.Go(forms.StepPhoto)
		}
		w.crop.Load(path)
	case strings.EqualFold(filepath.Ext(path), fileEnding):
		w.keepFirst(func() { w.load(path) })
	case isNotice(path):
		w.openNotice(path)
	}
}
