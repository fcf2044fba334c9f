package page

import (
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// mostLacking is how many characters are named that the fonts do not have.
const mostLacking = 8

// noteLacking says under each question which characters of its answer the fonts lack.
func noteLacking(p *Page) {
	a := p.room.View()
	for _, f := range p.order {
		f.Note(f.Place.Text(a), func(answer string) string { return sayLacking(p.room, p.room.Lacking(answer)) })
	}
}

// sayLacking says what becomes of characters that the fonts do not have, and what to
// do; "" where there are none.
func sayLacking(room *Room, lacking []paper.Unprintable) string {
	if len(lacking) == 0 {
		return ""
	}
	var names []say.Text
	for _, u := range lacking[:min(len(lacking), mostLacking)] {
		names = append(names, say.Typed(u.Name()))
	}
	if len(lacking) > mostLacking {
		names = append(names, say.Typed("…"))
	}
	return room.sayf("字库里没有：%s。窗口里看不清，清单上会印成〓；存下来的、复制出去的还是原来的字。打印以后在〓处手写补上。", say.Join("、", names...))
}

// typed returns all that was typed, in one text.
func typed(room *Room) string {
	var all strings.Builder
	a := room.View()
	for _, p := range forms.Places(a, room.Draft().Notice().Demands(a)) {
		if p.Kind != forms.KindChoice {
			all.WriteString(p.Text(a) + "\n")
		}
	}
	for _, c := range a.Confirmed {
		all.WriteString(c.Answer + "\n")
	}
	return all.String()
}
