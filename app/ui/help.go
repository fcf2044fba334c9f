package ui

import (
	"context"
	"io/fs"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/crop"
	"zhicheng/app/document"
	"zhicheng/app/help"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// handbook is the window of the help, and the example.
type handbook struct {
	w      *Window
	window *help.Window // nil while it is closed
}

// open opens the window of the help at a tab, or shows the tab in the one that is
// open.
func (h *handbook) open(tab help.Tab) *help.Window {
	if h.window != nil {
		h.window.Show(tab)
		h.window.Raise()
		return h.window
	}
	opened := help.Open(h.w.config.App, help.Content{
		Notice: h.w.notice(), Trust: h.w.entry.Trust(), Manual: h.w.config.Manual, Keys: h.keys(), Language: h.w.words.spoken,
	}, tab)
	h.window = opened
	opened.OnClosed(func() {
		if h.window == opened {
			h.window = nil
		}
	})
	return opened
}

// close closes the window of the help: what it shows is of another notice or in
// another language, or the program ends.
func (h *handbook) close() {
	if opened := h.window; opened != nil {
		h.window = nil
		opened.Close()
	}
}

// quote shows a clause in the whole notice.
func (h *handbook) quote(clause string) { h.open(help.Notice).Quote(clause) }

// keys are what the keys of the menus do, and those on the photo.
func (h *handbook) keys() []help.Key {
	var keys []help.Key
	for _, m := range h.w.bar.menus() {
		for _, c := range m.commands {
			if pressed := pressed(c.shortcut); pressed != "" {
				keys = append(keys, help.Key{Words: c.words, Keys: pressed})
			}
		}
	}
	for _, key := range crop.Keys {
		keys = append(keys, help.Key(key))
	}
	return keys
}

// pressed are the keys of a shortcut as the keyboard prints them.
func pressed(s fyne.Shortcut) string {
	held, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	names := []struct {
		modifier fyne.KeyModifier
		name     string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierSuper, "⌘"},
		{fyne.KeyModifierShift, "Shift"},
	}
	var parts []string
	for _, n := range names {
		if held.Mod()&n.modifier != 0 {
			parts = append(parts, n.name)
		}
	}
	return strings.Join(append(parts, keyName(held.Key())), "+")
}

// keyName is what is printed on a key.
func keyName(key fyne.KeyName) string {
	switch key {
	case fyne.KeyPageUp:
		return "PageUp"
	case fyne.KeyPageDown:
		return "PageDown"
	}
	return string(key)
}

// openSample shows a filled example: a copy without a file, marked, which is saved
// nowhere unless somebody names a file for it.
func (h *handbook) openSample() {
	if h.w.config.Samples == nil {
		return
	}
	h.w.files.keepFirst(func() {
		h.w.work.RunAnyway(func() func() {
			a, entry, err := h.sample()
			return func() {
				if err != nil {
					h.w.asks.Fail(say.F("打不开示例"), err, say.F("重新安装软件再试。"))
					return
				}
				h.w.entry = entry
				h.w.files.begin(a, forms.StepResults)
				h.w.frame.remarks(say.F("这是编出来的示例，随便改；不会动您自己的申报"))
			}
		})
	})
}

// errNoSample says that the program was built without an example.
var errNoSample = say.Errorf("这份程序里没有带示例")

// sample reads the first example, marks it, and returns it with its notice.
func (h *handbook) sample() (*forms.Applicant, library.Entry, error) {
	names, err := fs.Glob(h.w.config.Samples, "*"+store.Extension)
	if err != nil || len(names) == 0 {
		return nil, library.Entry{}, errNoSample
	}
	slices.Sort(names)
	data, err := fs.ReadFile(h.w.config.Samples, names[0])
	if err != nil {
		return nil, library.Entry{}, errNoSample
	}
	a, err := store.Decode(data)
	if err != nil {
		return nil, library.Entry{}, err
	}
	entry, err := h.w.files.source().NoticeOf(context.Background(), a)
	if err != nil {
		return nil, library.Entry{}, err
	}
	a.Person.Name = h.w.sayf("（示例）%s", a.Person.Name)
	if a.Photo.File != "" {
		data, err := fs.ReadFile(h.w.config.Samples, a.Photo.File)
		if err != nil {
			return nil, library.Entry{}, errNoSample
		}
		a.Photo = forms.Photo{Name: a.Photo.File, Data: data}
	}
	a, err = document.Measured(context.Background(), a, h.w.config.Finder)
	return a, entry, err
}
