package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
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
	path  string
	saved time.Time // when it was last written, zero before
	busy  bool
	// elsewhere tells that another window has the file open: this one does not
	// write to it unasked.
	elsewhere bool
	trouble   string // why the last automatic save failed
}

// state says whether everything typed is safe.
func (f file) state(w *Window) (text string, safe bool) {
	switch {
	case f.busy:
		return w.Say("正在保存"), false
	case f.trouble != "":
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
	w.keeper.leave()
	w.file = file{}
	w.keeper = newKeeper(w, "")
	w.replace(a, step)
}

func (w *Window) replace(a *forms.Applicant, step forms.Step) {
	w.picture = picture{}
	w.started = true
	w.replacing = true
	w.draft.Replace(w.config.Notice, a)
	w.replacing = false
	w.Go(step)
}

// keepFirst sees that nothing typed is lost before another application comes: one
// with a file is saved there, one without is asked about.
func (w *Window) keepFirst(then func()) {
	w.keeper.flush()
	if w.file.path != "" && !w.draft.Dirty() || w.file.saved.IsZero() && !w.draft.Dirty() {
		then()
		return
	}
	title, text := "这份申报还没有存成文件", "存成文件，以后随时能打开；也可以先留着，下次启动时接着填。"
	if w.file.path != "" {
		title, text = "有改动没有保存成", "换一个位置另存，或者放弃这些改动。"
	}
	w.ask(title, look.NewText(w.Say(text), look.Style{}),
		button{words: "取消"},
		button{words: "不要了", tapped: func() { w.keeper.discard(); then() }},
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
		a, err := Load(path, w.config.Finder)
		return func() {
			busy()
			if err == nil {
				err = w.fits(a)
			}
			if err != nil {
				w.fail("打不开这个文件", err, "换一个文件；原来的申报没有动。")
				return
			}
			w.show(a, path)
		}
	})
}

// show shows the application that was read from a file.
func (w *Window) show(a *forms.Applicant, path string) {
	w.keeper.leave()
	w.file = file{path: path, saved: w.config.Now()}
	w.keeper = newKeeper(w, path)
	w.replace(a, forms.StepPlan)
	w.keeper.keepVersion(a)
	if w.file.elsewhere {
		w.tell("这个文件已经在另一个窗口打开", "这里的改动不会自动存进去，要保存请用“另存为”。")
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

func (w *Window) save() { w.saveThen(nil) }

func (w *Window) saveThen(then func()) {
	if w.file.path == "" || w.file.elsewhere {
		w.saveAsThen(then)
		return
	}
	w.write(w.file.path, then)
}

func (w *Window) saveAs() { w.saveAsThen(nil) }

func (w *Window) saveAsThen(then func()) {
	w.chooseSave("保存申报文件", w.suggestedName()+fileEnding, func(path string) {
		if !strings.EqualFold(filepath.Ext(path), fileEnding) {
			path += fileEnding
		}
		w.write(path, then)
	})
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

// write saves the application in the background, and keeps what stands there as
// an earlier state.
func (w *Window) write(path string, then func()) {
	state := w.draft.View()
	w.file.busy = true
	w.rail.showFile()
	w.background(func() func() {
		err := store.Save(path, state)
		return func() {
			w.file.busy = false
			if err != nil {
				w.rail.showFile()
				w.fail("没有保存成", err, "换一个位置或文件名再存一次；填的内容都还在窗口里。")
				return
			}
			w.written(path, state)
			if then != nil {
				then()
			}
		}
	})
}

// written notes that a state is safe in a file.
func (w *Window) written(path string, state *forms.Applicant) {
	if path != w.file.path {
		ticks := w.keeper.ticks
		w.keeper.discard()
		w.file = file{path: path}
		w.keeper = newKeeper(w, path)
		w.keeper.ticks.take(ticks)
		w.keepTicks()
	}
	w.file.saved, w.file.trouble = w.config.Now(), ""
	w.draft.MarkSaved(state)
	w.keeper.keepVersion(state)
	w.rail.showFile()
}

// close sees that nothing is lost and closes the window.
func (w *Window) close() {
	w.keepFirst(func() {
		w.keeper.leave()
		w.window.Close()
	})
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
