package ui

import (
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// mostLacking is how many characters are named that the fonts do not have.
const mostLacking = 8

// lacking returns the characters of a text that neither window nor list can show.
func (w *Window) lacking(text string) []paper.Unprintable {
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

// sayLacking says what becomes of characters that the fonts do not have, and what to
// do; "" where there are none.
func (w *Window) sayLacking(lacking []paper.Unprintable) string {
	if len(lacking) == 0 {
		return ""
	}
	var names []say.Text
	for _, u := range lacking[:min(len(lacking), mostLacking)] {
		names = append(names, say.Typed(u.Name()))
	}
	if len(lacking) > mostLacking {
		names = append(names, say.Typed("……"))
	}
	return w.sayf("字库里没有：%s。窗口里看不清，清单上会印成〓；存下来的、复制出去的还是原来的字。打印以后在〓处手写补上。", say.Join("、", names...))
}

// typed returns all that was typed, in one text.
func (w *Window) typed() string {
	var all strings.Builder
	a := w.draft.View()
	for _, p := range forms.Places(a, w.draft.Notice().Demands(a)) {
		if p.Kind != forms.KindChoice {
			all.WriteString(p.Text(a) + "\n")
		}
	}
	for _, c := range a.Confirmed {
		all.WriteString(c.Answer + "\n")
	}
	return all.String()
}

// noteLacking says under each question which characters of its answer the fonts lack.
func (p *page) noteLacking() {
	a := p.w.draft.View()
	for _, f := range p.order {
		f.Note(f.Place.Text(a), func(answer string) string { return p.w.sayLacking(p.w.lacking(answer)) })
	}
}
