package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/forms/say"

	"zhicheng/app/look"
)

// part is which part of a long list is shown: from first, at most most of count.
type part struct{ first, most, count int }

// partFrom is the part from first on, or the last one of a list that became shorter.
func partFrom(first, most, count int) part {
	return part{min(first, max(0, count-1)/most*most), most, count}
}

func (s part) end() int { return min(s.first+s.most, s.count) }

// pager says which part of a long list is seen and leads to the others: what a page
// costs grows with what is seen and not with what is there.
type pager struct {
	p    *page
	part part
	turn func(first int)
}

func (g pager) object() fyne.CanvasObject {
	w, s := g.p.w, g.part
	link := func(words, icon say.Text, to int, possible bool) fyne.CanvasObject {
		b := look.NewButton(look.Link, w.Say(words), func() { g.turn(to) }).WithIcon(icon.String())
		b.OnFocus = g.p.reveal
		look.Show(b, possible)
		return b
	}
	return look.Flow(look.Gap,
		look.NewText(w.sayf("第%d—%d项，共%d项", s.first+1, s.end(), s.count), look.Style{One: true}),
		link(say.F("前面的"), say.F("up"), max(0, s.first-s.most), s.first > 0),
		link(say.F("后面的"), say.F("down"), s.end(), s.end() < s.count))
}
