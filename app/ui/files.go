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
const fileEnding = ".zcapp"

// file is where the application is kept.
type file struct {
	path  string
	saved time.Time // when it was last saved, zero before
	busy  bool
}

// state says whether everything typed is in the file.
func (f file) state(w *Window) (text string, safe bool) {
	switch {
	case f.busy:
		return w.Say("正在保存"), false
	case w.draft.Dirty():
		return w.Say("有改动，还没有保存"), false
	case !f.saved.IsZero():
		return w.sayf("已保存 %s", f.saved.Format("15:04")), true
	}
	return w.Say("没有改动"), false
}

// New asks about unsaved changes and begins an empty application.
func (w *Window) newFile() {
	w.keepFirst(func() {
		w.file = file{}
		w.replace(forms.New(w.config.Notice.ID))
	})
}

func (w *Window) replace(a *forms.Applicant) {
	w.picture = picture{}
	w.draft.Replace(w.config.Notice, a)
	w.Go(forms.StepPlan)
}

// keepFirst asks what becomes of unsaved changes before it goes on.
func (w *Window) keepFirst(then func()) {
	if !w.draft.Dirty() {
		then()
		return
	}
	w.ask("这份申报有改动还没有保存", look.NewText(w.Say("不保存的话，上次保存以后的改动就没有了。"), look.Style{}),
		button{words: "取消"},
		button{words: "不保存", tapped: then},
		button{words: "保存", filled: true, tapped: func() { w.saveThen(then) }})
}

func (w *Window) openFile() {
	w.keepFirst(func() {
		w.chooseOpen("打开申报文件", []string{fileEnding}, func(path string) { w.load(path) })
	})
}

// load opens an application file.
func (w *Window) load(path string) {
	w.background(func() func() {
		a, err := Load(path, w.config.Finder)
		return func() {
			if err == nil {
				err = w.fits(a)
			}
			if err != nil {
				w.fail("打不开这个文件", err, "换一个文件；原来的申报没有动。")
				return
			}
			w.file = file{path: path, saved: w.config.Now()}
			w.replace(a)
		}
	})
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
	if w.file.path == "" {
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

// write saves a copy in the background.
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
			w.file = file{path: path, saved: w.config.Now()}
			w.draft.MarkSaved(state)
			w.rail.showFile()
			if then != nil {
				then()
			}
		}
	})
}

// close asks about unsaved changes and closes the window.
func (w *Window) close() { w.keepFirst(w.window.Close) }

// autosave is told of every change.
func (w *Window) autosave() {}

// Load opens an application file and measures its photo.
func Load(path string, finder *photo.Finder) (*forms.Applicant, error) {
	a, err := store.Load(path)
	if err != nil {
		return nil, err
	}
	a.Photo, err = a.Photo.Measured(context.Background(), finder)
	return a, err
}

// Opened notes that the window's application comes from a file.
func (w *Window) Opened(path string) {
	w.file = file{path: path, saved: w.config.Now()}
	w.rail.showFile()
}

// Begin opens the file that the command line names, or the start page.
func (w *Window) Begin(arguments []string) {
	if len(arguments) > 0 {
		w.load(arguments[0])
	}
}
