package ui

import (
	"errors"
	"path/filepath"

	"github.com/ncruces/zenity"
)

// chooseOpen lets the applicant choose a file with one of the endings, by the
// system's own dialog where there is one.
func (w *Window) chooseOpen(title string, endings []string, chosen func(path string)) {
	if w.config.ChooseOpen != nil {
		w.config.ChooseOpen(title, endings, chosen)
		return
	}
	patterns := make([]string, len(endings))
	for i, ending := range endings {
		patterns[i] = "*" + ending
	}
	said, files, folder := w.Say(title), w.Say("可以选的文件"), w.folder()
	w.background(func() func() {
		path, err := zenity.SelectFile(zenity.Title(said),
			zenity.FileFilters{{Name: files, Patterns: patterns, CaseFold: true}}, zenity.Filename(folder))
		return func() {
			w.after(path, err, chosen, func() { w.plainOpen(title, endings, chosen) })
		}
	})
}

// chooseSave lets the applicant name a file to write. A name that gets its ending
// here was not asked about by the system's dialog.
func (w *Window) chooseSave(title, name string, then func(path string)) {
	chosen := func(path string) {
		if full := ended(path, name); full != path {
			w.saveAt(full, then)
			return
		}
		then(path)
	}
	if w.config.ChooseSave != nil {
		w.config.ChooseSave(title, name, chosen)
		return
	}
	said, proposed := w.Say(title), filepath.Join(w.folder(), name)
	w.background(func() func() {
		path, err := zenity.SelectFileSave(zenity.Title(said), zenity.ConfirmOverwrite(), zenity.Filename(proposed))
		return func() {
			w.after(path, err, chosen, func() { w.plainSave(title, name, then) })
		}
	})
}

// after goes on with what the system's dialog gave, or with the toolkit's own
// dialog where the system has none.
func (w *Window) after(path string, err error, chosen func(string), plain func()) {
	switch {
	case err == nil:
		chosen(path)
	case !errors.Is(err, zenity.ErrCanceled):
		plain()
	}
}

// folder is where the application's file lies, with a separator at its end.
func (w *Window) folder() string {
	if w.doc.Path() == "" {
		return ""
	}
	return filepath.Dir(w.doc.Path()) + string(filepath.Separator)
}
