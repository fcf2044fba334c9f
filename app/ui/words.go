package ui

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"zhicheng/forms/say"
	"zhicheng/forms/words"
)

// dictionary is the language of the window.
type dictionary struct {
	language string
	// toolkit is what the toolkit says in English, in the window's language.
	toolkit map[string]string
	// spoken is nil for Chinese.
	spoken *say.Language
}

//go:embed toolkit.json
var toolkitTexts []byte

func wordsFor(language string) *dictionary {
	d := &dictionary{language: language}
	if language == "en" {
		d.spoken = words.English()
	}
	d.teachToolkit()
	return d
}

// language is that of the command line, or else the one chosen last.
func (c Config) language() string {
	if c.Language != "" {
		return c.Language
	}
	return c.App.Preferences().StringWithFallback(languageKey, "zh")
}

// teachToolkit has the toolkit's own few words, such as those of an input's menu,
// follow the window and not the system.
func (d *dictionary) teachToolkit() {
	var all map[string]map[string]string
	if err := json.Unmarshal(toolkitTexts, &all); err != nil {
		panic(fmt.Sprintf("toolkit.json: %v", err)) // compiled in, and read by every test
	}
	d.toolkit = all[d.language]
	texts, err := json.Marshal(d.toolkit)
	if err != nil {
		panic(err)
	}
	// A system whose language the toolkit does not know keeps the toolkit's words.
	_ = lang.AddTranslationsForLocale(texts, lang.SystemLocale())
}

// Say returns a text in the language of the window.
func (w *Window) Say(text say.Text) string { return text.In(w.words.spoken) }

// sayf is [Window.Say] of [say.F].
func (w *Window) sayf(format string, values ...any) string {
	if false {
		_ = fmt.Sprintf(format, values...) // so that vet compares verbs and arguments
	}
	return w.Say(say.F(format, values...))
}

// Speak shows the window in a language, "zh" or "en".
func (w *Window) Speak(language string) {
	w.words = wordsFor(language)
	w.window.SetTitle(w.Say(productName))
	w.window.SetMainMenu(w.menu())
	w.rail, w.foot, w.frame = nil, nil, nil
	if !w.started {
		w.openStart()
		return
	}
	w.open(w.page.step)
}
