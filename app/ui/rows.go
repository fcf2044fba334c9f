package ui

import (
	"slices"

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
	n := max(least, len(*l.at(p.w.draft.View())))
	for i := range n {
		p.main.Add(rowCard(p, l, i))
	}
}

func rowCard[R any](p *page, l list[R], i int) fyne.CanvasObject {
	rows := len(*l.at(p.w.draft.View()))
	tools := look.Row(12)
	tool := func(words, icon string, tapped func([]R) []R) {
		b := look.NewButton(look.Link, p.w.Say(words), func() {
			p.w.draft.Edit("", func(a *forms.Applicant) { *l.at(a) = tapped(*l.at(a)) })
		}).WithIcon(icon)
		b.OnFocus = p.reveal
		tools.Add(b)
	}
	if i > 0 && i < rows {
		tool("上移", "up", func(r []R) []R { r[i-1], r[i] = r[i], r[i-1]; return r })
	}
	if i+1 < rows {
		tool("下移", "down", func(r []R) []R { r[i+1], r[i] = r[i], r[i+1]; return r })
	}
	if i < rows {
		tool("删除", "remove", func(r []R) []R { return slices.Delete(r, i, i+1) })
	}
	questions := look.Column(22)
	for _, f := range l.ask {
		questions.Add(p.field(l.of(f, i), field.Options{Label: f.Label}).Object())
	}
	return look.Card(look.Gap, look.Stretch(12, 0, p.title(p.w.sayf(l.title, i+1)), tools), questions)
}

// adder adds a row at the end and goes to it.
func adder[R any](p *page, l list[R], words string) fyne.CanvasObject {
	add := look.NewButton(look.Outlined, p.w.Say(words), func() {
		p.w.draft.Edit("", func(a *forms.Applicant) { *l.at(a) = append(*l.at(a), *new(R)) })
		last := len(*l.at(p.w.draft.View())) - 1
		p.w.GoTo(l.of(l.ask[0], last).Path)
	}).WithIcon("plus")
	add.OnFocus = p.reveal
	return look.Row(0, add)
}
