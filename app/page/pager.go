package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// Part is which part of a long list is shown: from first, at most most of count.
type Part struct{ First, Most, Count int }

// PartFrom is the part from first on, or the last one of a list that became shorter.
func PartFrom(first, most, count int) Part {
	return Part{min(first, max(0, count-1)/most*most), most, count}
}

// End is the number after the last one that is shown.
func (s Part) End() int { return min(s.First+s.Most, s.Count) }

// pager says which part of a long list is seen and leads to the others: what a page
// costs grows with what is seen and not with what is there.
type pager struct {
	p    *Page
	part Part
	turn func(first int)
}

func (g pager) object() fyne.CanvasObject {
	room, s := g.p.room, g.part
	link := func(words, icon say.Text, to int, possible bool) fyne.CanvasObject {
		b := look.NewButton(look.Link, room.Say(words), func() { g.turn(to) }).WithIcon(icon.String())
		b.OnFocus = g.p.Reveal
		look.Show(b, possible)
		return b
	}
	return look.Flow(look.Gap,
		look.NewText(room.sayf("第%d—%d项，共%d项", s.First+1, s.End(), s.Count), look.Style{One: true}),
		link(say.F("前面的"), say.F("up"), max(0, s.First-s.Most), s.First > 0),
		link(say.F("后面的"), say.F("down"), s.End(), s.End() < s.Count))
}
