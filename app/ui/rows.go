package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
)

// list is a list of rows of one kind in the application.
type list[R any] struct {
	title string // of a row, with its number
	at    func(*forms.Applicant) *[]R
	of    func(forms.Field[R], int) forms.Place
	ask   []forms.Field[R]
}

// addRows puts a card for each row on the page, at least for least rows.
func addRows[R any](p *page, l list[R], least int) {
	count := func() int { return max(least, l.rows(p)) }
	p.rows = func() string { return strconv.Itoa(count()) }
	for i := range count() {
		p.main.Add(rowCard(p, l, i))
	}
}

// rows returns how many rows the application has.
func (l list[R]) rows(p *page) int { return len(*l.at(p.w.draft.View())) }

// edit changes the rows; first is the row whose first question undo and redo show.
func (l list[R]) edit(p *page, first int, change func([]R) []R) {
	p.w.edit(l.path(first), func(a *forms.Applicant) { *l.at(a) = change(*l.at(a)) })
}

// path returns the first question of a row.
func (l list[R]) path(i int) string { return l.of(l.ask[0], i).Path }

func rowCard[R any](p *page, l list[R], i int) fyne.CanvasObject {
	tools := look.Row(12)
	tool := func(words, icon string, useful func(rows int) bool, tapped func()) {
		b := look.NewButton(look.Link, p.w.Say(words), tapped).WithIcon(icon)
		b.OnFocus = p.reveal
		tools.Add(b)
		p.updates = append(p.updates, func() { show(b, useful(l.rows(p))) })
	}
	swap := func(a, b int) func() {
		return func() { l.edit(p, b, func(r []R) []R { r[a], r[b] = r[b], r[a]; return r }) }
	}
	if i > 0 {
		tool("上移", "up", func(rows int) bool { return i < rows }, swap(i, i-1))
	}
	tool("下移", "down", func(rows int) bool { return i+1 < rows }, swap(i, i+1))
	tool("删除", "remove", func(rows int) bool { return i < rows }, func() { l.remove(p, i) })
	questions := look.Column(22)
	for _, f := range l.ask {
		questions.Add(p.field(l.of(f, i), field.Options{Label: f.Label}).Object())
	}
	return look.Card(look.Gap, look.Stretch(12, 0, p.title(p.w.sayf(l.title, i+1)), tools), questions)
}

// remove takes a row away and goes to the one in its place, or to the last.
func (l list[R]) remove(p *page, i int) {
	w := p.w
	l.edit(p, i, func(r []R) []R { return slices.Delete(r, i, i+1) })
	w.GoTo(l.path(max(0, min(i, l.rows(p)-1))))
}

// adder adds a row at the end and goes to it.
func adder[R any](p *page, l list[R], words string) fyne.CanvasObject {
	add := look.NewButton(look.Outlined, p.w.Say(words), func() {
		last := l.rows(p)
		l.edit(p, last, func(r []R) []R { return append(r, *new(R)) })
		p.w.GoTo(l.path(last))
	}).WithIcon("plus")
	add.OnFocus = p.reveal
	return look.Row(0, add)
}
