package ui

import (
	"context"
	"errors"
	"time"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// fileEnding is that of application files.
const fileEnding = store.Extension

// file is where the application is kept.
type file struct {
	path    string
	saved   time.Time // when it was last written, zero before
	busy    bool
	trouble error // why the last save failed
}

// state says whether everything typed is safe.
func (f file) state(w *Window) (text string, safe bool) {
	switch {
	case f.busy:
		return w.Say("正在保存"), false
	case w.keeper.elsewhere:
		return w.Say("不自动存进文件，请另存"), false
	case errors.Is(f.trouble, errForeign):
		return w.Say("文件在别处改过，没有存"), false
	case f.trouble != nil:
		return w.Say("没有保存成，请另存"), false
	case w.draft.Dirty():
		return w.Say("有改动，马上保存"), false
	case f.saved.IsZero():
		return w.Say("还没有改动"), false
	case f.path == "":
		return w.sayf("已自动保存 %s", f.saved.Format("15:04")), true
	}
	return w.sayf("已保存 %s", f.saved.Format("15:04")), true
}

// newFile begins an empty application.
func (w *Window) newFile() {
	w.keepFirst(func() { w.begin(forms.New(w.config.Notice.ID), forms.StepPlan) })
}

// begin shows an application that has no file yet.
func (w *Window) begin(a *forms.Applicant, step forms.Step) {
	w.part()
	w.file = file{}
	w.keeper = newKeeper(w, "")
	w.replace(a, step)
}

// part ends the keeping of the application that goes: it stays kept, or is thrown
// away where the applicant said so.
func (w *Window) part() {
	if w.unwanted == w.keeper {
		w.keeper.discard()
	} else {
		_ = w.keeper.leave() // keepFirst asked where something is not safe
	}
	w.unwanted = nil
}

// replace shows another application. What was under way for the one before comes
// to nothing.
func (w *Window) replace(a *forms.Applicant, step forms.Step) {
	w.generation++
	w.endWaits()
	w.dropPicture()
	w.started = true
	a.Statement = fitted(a.Statement, w.config.Notice.Statement.Limit)
	w.replacing = true
	w.draft.Replace(w.config.Notice, a)
	w.replacing = false
	w.Go(step)
}

// keepFirst sees that nothing typed is lost before another application comes: one
// with a file is saved there, one without is asked about.
func (w *Window) keepFirst(then func()) {
	w.unwanted = nil
	_ = w.keeper.flush() // the draft stays unsaved where that failed
	if !w.draft.Dirty() && (w.file.path != "" || w.file.saved.IsZero()) {
		then()
		return
	}
	title, text := "这份申报还没有存成文件", "存成文件，以后随时能打开；也可以先留着，下次启动时接着填。"
	if w.file.path != "" {
		title, text = "有改动没有存进文件", "换一个位置另存；也可以先留着，下次启动时接着填。"
	}
	w.ask(title, look.NewText(w.Say(text), look.Style{}),
		button{words: "取消"},
		button{words: "不要了", tapped: func() { w.unwanted = w.keeper; then() }},
		button{words: "先留着", tapped: then},
		button{words: "存成文件", filled: true, tapped: func() { w.saveAsThen(then) }})
}

func (w *Window) openFile() {
	w.chooseOpen("打开申报文件", []string{fileEnding}, func(path string) {
		w.keepFirst(func() { w.load(path) })
	})
}

// load opens an application file.
func (w *Window) load(path string) {
	busy := w.wait("正在打开")
	w.background(func() func() {
		store.SweepBeside(path, w.config.Now())
		stamp, _ := store.StampOf(path) // before it is read: what comes later is a change
		a, err := Load(path, w.config.Finder)
		return func() {
			busy()
			if err == nil {
				err = w.fits(a)
			}
			if err != nil {
				w.unwanted = nil
				w.cannotOpen(path, err)
				return
			}
			w.show(a, path)
			w.keeper.knows(stamp)
		}
	})
}

// cannotOpen says why, and leads to the earlier states of the file where there are
// some.
func (w *Window) cannotOpen(path string, err error) {
	var kept []store.Version
	if w.config.Shelf != nil {
		kept = w.config.Shelf.Versions(path)
	}
	if len(kept) == 0 {
		w.fail("打不开这个文件", err, "换一个文件；原来的申报没有动。")
		return
	}
	content := look.Column(6, look.NewText(w.Say(err.Error()), look.Style{}),
		look.NewText(w.sayf("软件还留着它以前的样子，最近一份是%s的。", moment(kept[0].Saved)), look.Style{}))
	w.ask("打不开这个文件", content, button{words: "取消"},
		button{words: "接着以前的填", filled: true, tapped: func() { w.recover(kept[0].Path) }})
}

// recover goes on with an earlier state of a file that cannot be opened; it gets a
// file of its own when it is saved.
func (w *Window) recover(path string) {
	w.background(func() func() {
		a, err := Load(path, w.config.Finder)
		return func() {
			if err == nil {
				err = w.fits(a)
			}
			if err != nil {
				w.fail("打不开这个版本", err, "换一个文件；原来的申报没有动。")
				return
			}
			w.begin(a, forms.StepPlan)
			w.autosave()
		}
	})
}

// show shows the application that was read from a file.
func (w *Window) show(a *forms.Applicant, path string) {
	w.part()
	w.file = file{path: path, saved: w.config.Now()}
	w.keeper = newKeeper(w, path)
	w.remember(path)
	w.replace(a, forms.StepPlan)
	w.keeper.keepVersion(a)
	if w.keeper.elsewhere {
		w.tell("这个文件已经在另一个窗口打开", "这里的改动不会自动存进去，要保存请用“另存为”。")
	}
}

// remember puts a file among the recent ones.
func (w *Window) remember(path string) {
	if w.config.Shelf != nil {
		_ = w.config.Shelf.AddRecent(path) // only the list of recent files suffers
	}
}

// fits refuses an application that was made under another notice: it is never
// judged by this one silently.
func (w *Window) fits(a *forms.Applicant) error {
	if a.Notice != "" && a.Notice != w.config.Notice.ID {
		return errors.New(w.sayf("这份申报是按通知“%s”填的，本软件没有这份通知", a.Notice))
	}
	a.Notice = w.config.Notice.ID
	return nil
}

// Load reads an application file and measures its photo with the finder that is made
// for it.
func Load(path string, finder func() (*photo.Finder, error)) (*forms.Applicant, error) {
	a, err := store.Load(path)
	if err != nil {
		return nil, err
	}
	return measured(a, finder)
}

// measured fills in what the photo measures.
func measured(a *forms.Applicant, finder func() (*photo.Finder, error)) (*forms.Applicant, error) {
	if !a.Photo.Chosen() {
		return a, nil
	}
	faces, err := finder()
	if err != nil {
		return nil, err
	}
	a.Photo, err = a.Photo.Measured(context.Background(), faces)
	return a, err
}

// Begin shows the start page, and opens the file that the command line names.
func (w *Window) Begin(arguments []string) {
	w.openStart()
	if len(arguments) > 0 {
		w.load(arguments[0])
	}
}
