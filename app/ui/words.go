package ui

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"zhicheng/app/words"
)

// dictionary says the program's finished Chinese texts in the language of the
// window.
type dictionary struct {
	language string
	// toolkit is what the toolkit says in English, in the window's language.
	toolkit map[string]string
	// translate is nil for Chinese.
	translate func(text string) (translated string, complete bool)
}

//go:embed toolkit.json
var toolkitTexts []byte

func wordsFor(language string) *dictionary {
	d := &dictionary{language: language}
	if language == "en" {
		d.translate = words.English().Translate
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

// Say returns a Chinese text in the language of the window. What has no
// translation stays Chinese.
func (w *Window) Say(text string) string {
	if w.words.translate == nil {
		return text
	}
	translated, _ := w.words.translate(text)
	return translated
}

// sayf puts values into a Chinese text and says it in the language of the window.
// The values are Chinese too: they are translated with the text.
func (w *Window) sayf(format string, values ...any) string {
	return w.Say(fmt.Sprintf(format, values...))
}

// Speak shows the window in a language, "zh" or "en".
func (w *Window) Speak(language string) {
	w.words = wordsFor(language)
	w.window.SetTitle(w.Say(ProductName))
	w.window.SetMainMenu(w.menu())
	w.rail, w.foot, w.frame = nil, nil, nil
	if !w.started {
		w.openStart()
		return
	}
	w.open(w.page.step)
}
