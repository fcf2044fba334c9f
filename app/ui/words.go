package ui

import "fmt"

// dictionary turns the program's Chinese into another language; the Chinese text
// is the key.
type dictionary struct {
	language string
	texts    map[string]string
}

func chinese() *dictionary { return &dictionary{language: "zh"} }

// Say returns a Chinese text in the language of the window. What has no
// translation stays Chinese.
func (w *Window) Say(text string) string {
	if other, ok := w.words.texts[text]; ok {
		return other
	}
	return text
}

// sayf formats in the language of the window.
func (w *Window) sayf(format string, values ...any) string {
	return fmt.Sprintf(w.Say(format), values...)
}

// Speak shows the window in a language, "zh" or "en".
func (w *Window) Speak(language string) {
	w.words = chinese()
	if language == "en" {
		w.words = english()
	}
	w.window.SetTitle(w.Say(ProductName))
	w.window.SetMainMenu(w.menu())
	w.build(w.page.step)
}

func english() *dictionary { return &dictionary{language: "en", texts: map[string]string{}} }
