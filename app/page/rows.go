package page

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// list is a list of rows of one kind in the application.
type list[R any] struct {
	title func(number int) say.Text // of a row
	most  int                       // rows that the file takes
	full  func(n int) say.Text      // said where there are as many
	at    func(*forms.Applicant) *[]R
	// places are the questions of a row, from 0.
	places func(row int) []forms.Place
}

// rowsAtOnce is how many lines a page shows of a long list.
const rowsAtOnce = 20

// shownRows is what a page shows of a long list.
type shownRows struct {
	first int // the first line, from 0
	open  int // the row that shows its questions, -1 for none
}

// showingRow shows a row with its questions.
func showingRow(i int) shownRows { return shownRows{i / rowsAtOnce * rowsAtOnce, i} }

// addRows puts the rows on the page, at least least of them. Of several only one shows
// its questions: the others are a line each.
func addRows[R any](p *Page, l list[R], least int) {
	count := func() int { return max(least, l.rows(p)) }
	p.rows = func() string { return fmt.Sprint(count(), p.room.shownRows) }
	p.collapses = count() > 1
	if !p.collapses {
		if count() == 1 {
			p.Main.Add(look.Card(look.Gap, rowQuestions(p, l, 0)))
		}
		return
	}
	shown := PartFrom(p.room.shownRows.first, rowsAtOnce, count())
	p.Main.Add(pager{p, shown, func(first int) { showRows(p, first) }}.object())
	for i := shown.First; i < shown.End(); i++ {
		if i == p.room.shownRows.open {
			p.Main.Add(rowCard(p, l, i))
		} else {
			p.Main.Add(rowLine(p, l, i))
		}
	}
}

// showRows shows other rows of a long list.
func showRows(p *Page, first int) {
	p.room.Window.Canvas().Unfocus()
	p.room.shownRows = shownRows{first, -1}
	p.Update()
}

// mostSummed is how many characters a line says of its row.
const mostSummed = 50

// rowLine is a row in one line, which opens on a tap.
func rowLine[R any](p *Page, l list[R], i int) fyne.CanvasObject {
	summary := look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	wrong := look.NewMark(check.Todo)
	open := look.NewButton(look.Link, p.room.sayf("修改"), func() { p.room.GoTo(l.path(i)) }).WithArrow("right")
	open.OnFocus = p.Reveal
	first := l.path(i)
	row := first[:strings.LastIndexByte(first, '.')+1]
	p.updates = append(p.updates, func() {
		summary.Set(l.summary(p, i))
		look.Show(wrong, slices.ContainsFunc(p.room.Draft().Report().Problems, func(q forms.Problem) bool { return strings.HasPrefix(q.At, row) }))
	})
	title := look.NewText(p.room.Say(l.title(i+1)), look.Style{Bold: true, One: true})
	line := look.Cells(12, 2, title, wrong, summary, open)
	return look.Backed(look.NewPanel(look.Paper, look.Line, 8), look.Inset(look.Insets{Top: 8, Right: 20, Bottom: 8, Left: 20}, line))
}

// summary says of a row what was answered first.
func (l list[R]) summary(p *Page, i int) string {
	var parts []string
	for _, place := range l.places(i) {
		if place.Answered(p.room.View()) && len(parts) < 3 {
			parts = append(parts, forms.Brief(p.room.Say(place.Shown(p.room.View())), mostSummed/2))
		}
	}
	return forms.Brief(strings.Join(parts, " · "), mostSummed)
}

// rows returns how many rows the application has.
func (l list[R]) rows(p *Page) int { return len(*l.at(p.room.View())) }

// edit changes the rows; first is the row whose first question undo and redo show.
func (l list[R]) edit(p *Page, first int, change func([]R) []R) {
	p.room.Edit(l.path(first), func(a *forms.Applicant) { *l.at(a) = change(*l.at(a)) })
}

// path returns the first question of a row.
func (l list[R]) path(i int) string { return l.places(i)[0].Path }

// rowTools move and remove a row.
func rowTools[R any](p *Page, l list[R], i int) *fyne.Container {
	tools := look.Row(12)
	tool := func(words say.Text, icon string, useful func(rows int) bool, tapped func()) {
		b := look.NewButton(look.Link, p.room.Say(words), tapped).WithIcon(icon)
		b.OnFocus = p.Reveal
		tools.Add(b)
		p.updates = append(p.updates, func() { look.Show(b, useful(l.rows(p))) })
	}
	swap := func(a, b int) func() {
		return func() {
			p.room.shownRows = showingRow(b)
			l.edit(p, b, func(r []R) []R { r[a], r[b] = r[b], r[a]; return r })
		}
	}
	if i > 0 {
		tool(say.F("上移"), "up", func(rows int) bool { return i < rows }, swap(i, i-1))
	}
	tool(say.F("下移"), "down", func(rows int) bool { return i+1 < rows }, swap(i, i+1))
	tool(say.F("删除"), "remove", func(rows int) bool { return i < rows }, func() { l.remove(p, i) })
	return tools
}

func rowCard[R any](p *Page, l list[R], i int) fyne.CanvasObject {
	return look.Card(look.Gap, look.Stretch(12, 0, p.title(l.title(i+1)), rowTools(p, l, i)), rowQuestions(p, l, i))
}

func rowQuestions[R any](p *Page, l list[R], i int) fyne.CanvasObject {
	questions := newQuestions()
	for _, place := range l.places(i) {
		questions.Add(short(place), p.field(place, field.Options{Label: place.Column}).Object())
	}
	return questions.Object()
}

// remove takes a row away and goes to the one in its place, or to the last.
func (l list[R]) remove(p *Page, i int) {
	room := p.room
	l.edit(p, i, func(r []R) []R { return slices.Delete(r, i, i+1) })
	room.GoTo(l.path(max(0, min(i, l.rows(p)-1))))
}

// adder adds a row at the end and goes to it, as long as the file takes one more.
func adder[R any](p *Page, l list[R], words say.Text) fyne.CanvasObject {
	add := look.NewButton(look.Outlined, p.room.Say(words), func() {
		last := l.rows(p)
		p.room.shownRows = showingRow(last)
		l.edit(p, last, func(r []R) []R { return append(r, *new(R)) })
		p.room.GoTo(l.path(last))
	}).WithIcon("plus")
	add.OnFocus = p.Reveal
	full := p.note(say.Text{})
	p.updates = append(p.updates, func() {
		n := l.rows(p)
		add.Enable(n < l.most)
		full.Set(p.room.Say(l.full(n)))
		look.Show(full, n >= l.most)
	})
	tools := look.Row(look.Gap, add)
	if !p.collapses {
		tools.Add(rowTools(p, l, 0)) // of the only row, which has no heading
	}
	return look.Column(6, tools, full)
}
