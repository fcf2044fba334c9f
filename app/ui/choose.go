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
	w.background(func() func() {
		path, err := zenity.SelectFile(zenity.Title(w.Say(title)),
			zenity.FileFilters{{Name: w.Say("可以选的文件"), Patterns: patterns, CaseFold: true}}, zenity.Filename(w.folder()))
		return func() {
			w.after(path, err, chosen, func() { w.plainOpen(title, endings, chosen) })
		}
	})
}

// chooseSave lets the applicant name a file to write.
func (w *Window) chooseSave(title, name string, chosen func(path string)) {
	if w.config.ChooseSave != nil {
		w.config.ChooseSave(title, name, chosen)
		return
	}
	w.background(func() func() {
		path, err := zenity.SelectFileSave(zenity.Title(w.Say(title)), zenity.ConfirmOverwrite(),
			zenity.Filename(filepath.Join(w.folder(), name)))
		return func() {
			w.after(path, err, chosen, func() { w.plainSave(title, name, chosen) })
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
	if w.file.path == "" {
		return ""
	}
	return filepath.Dir(w.file.path) + string(filepath.Separator)
}
