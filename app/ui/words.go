package ui

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"fyne.io/fyne/v2/lang"
)

// dictionary turns the program's Chinese into another language; the Chinese text
// is the key.
type dictionary struct {
	language string
	texts    map[string]string
	patterns []pattern
}

//go:embed english.json
var englishTexts []byte

//go:embed toolkit.json
var toolkitTexts []byte

func wordsFor(language string) *dictionary {
	d := &dictionary{language: language}
	if language == "en" {
		d.read(englishTexts)
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
	texts, err := json.Marshal(all[d.language])
	if err != nil {
		panic(err)
	}
	// A system whose language the toolkit does not know keeps the toolkit's words.
	_ = lang.AddTranslationsForLocale(texts, lang.SystemLocale())
}

// Say returns a Chinese text in the language of the window. What has no
// translation stays Chinese.
func (w *Window) Say(text string) string { return w.words.say(text) }

func (d *dictionary) say(text string) string {
	if d.texts == nil || text == "" {
		return text
	}
	if other, ok := d.texts[text]; ok {
		return other
	}
	for _, p := range d.patterns {
		if other, ok := p.apply(d, text); ok {
			return other
		}
	}
	return text
}

// sayf formats in the language of the window.
func (w *Window) sayf(format string, values ...any) string {
	return fmt.Sprintf(w.Say(format), values...)
}

// Speak shows the window in a language, "zh" or "en".
func (w *Window) Speak(language string) {
	w.words = wordsFor(language)
	w.window.SetTitle(w.Say(ProductName))
	w.window.SetMainMenu(w.menu())
	if !w.started {
		w.openStart()
		return
	}
	w.build(w.page.step)
}
