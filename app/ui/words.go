package ui

import (
	"zhicheng/app/ask"
	"zhicheng/forms/say"
	"zhicheng/forms/words"
)

// dictionary is the language of the window.
type dictionary struct {
	language string
	toolkit  ask.Toolkit
	// spoken is nil for Chinese.
	spoken *say.Language
}

func wordsFor(language string) *dictionary {
	d := &dictionary{language: language, toolkit: ask.Teach(language)}
	if language == "en" {
		d.spoken = words.English()
	}
	return d
}

// language is that of the command line, or else the one chosen last.
func (c Config) language() string {
	if c.Language != "" {
		return c.Language
	}
	return c.App.Preferences().StringWithFallback(languageKey, "zh")
}

// Say returns a text in the language of the window.
func (w *Window) Say(text say.Text) string { return text.In(w.words.spoken) }

// sayf is [Window.Say] of [say.F].
func (w *Window) sayf(format string, values ...any) string {
	return w.Say(say.F(format, values...))
}

// Speak shows the window in a language, "zh" or "en".
func (w *Window) Speak(language string) {
	w.words = wordsFor(language)
	w.handbook.close()
	w.window.SetTitle(w.Say(productName))
	w.window.SetMainMenu(w.bar.menu())
	w.rail, w.foot, w.frame = nil, nil, nil
	switch {
	case w.checking != nil:
		w.checking.room.Open(w.checking.room.Page().Step())
		return
	case !w.started:
		w.files.openStart()
		return
	}
	w.room.Open(w.Step())
}
