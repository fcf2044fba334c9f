package ui

import (
	"strings"

	"zhicheng/forms/paper"
)

// Lacking returns the characters of a text that neither window nor list can show.
func (w *Window) Lacking(text string) []paper.Unprintable {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 }) {
		return nil
	}
	if w.fonts == nil {
		fonts, err := w.config.Fonts()
		if err != nil {
			return nil // printing says why
		}
		w.fonts = fonts
	}
	return w.fonts.Lacking(text)
}
