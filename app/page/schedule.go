package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// agenda lists the days that count: the notice's, the planned ones, and the publicity
// between them.
type agenda struct {
	p    *Page
	days *fyne.Container
	key  string
}

// newAgenda follows the application on a page.
func newAgenda(p *Page) *agenda {
	a := &agenda{p: p, days: look.Column(10)}
	p.updates = append(p.updates, a.update)
	return a
}

func (a *agenda) card() fyne.CanvasObject {
	export := look.NewButton(look.Link, a.p.room.sayf("导出日程…"), a.p.room.SaveCalendar)
	export.OnFocus = a.p.Reveal
	return look.Card(look.Gap, look.Stretch(12, 0, a.p.title(say.F("按日子排")), export), a.days)
}

func (a *agenda) update() {
	room := a.p.room
	events := guide.Agenda(room.Draft().Notice(), room.View(), room.Draft().Report().AsOf)
	key := agendaKey(events)
	if key == a.key {
		return
	}
	a.key = key
	a.show(events)
}

// show lists the days that come next, and the others once they are asked for.
func (a *agenda) show(events []guide.Event) {
	first := slices.IndexFunc(events, func(e guide.Event) bool { return !e.Past })
	if first < 0 {
		first = len(events)
	}
	first = max(0, min(first, len(events)-daysAtOnce))
	var later []fyne.CanvasObject
	a.days.RemoveAll()
	for i, e := range events {
		row := look.Column(10, a.event(e), look.Rule())
		if i < first || i >= first+daysAtOnce {
			later = append(later, row)
		}
		a.days.Add(row)
	}
	if len(later) > 0 {
		a.days.Add(look.Row(0, toggle(a.p, "days", say.F("还有%d件", len(later)), func(open bool) {
			for _, row := range later {
				look.Show(row, open)
			}
		})))
	}
}

// daysAtOnce is how many days the calendar shows before the others are asked for.
const daysAtOnce = 4

func agendaKey(agenda []guide.Event) string {
	var key strings.Builder
	for _, e := range agenda {
		key.WriteString(say.Join("，", e.When(), e.Title, e.Note).String() + "\x00")
		if e.Past {
			key.WriteByte('p')
		}
	}
	return key.String()
}

func (a *agenda) event(e guide.Event) fyne.CanvasObject {
	p := a.p
	ink := look.Words
	if e.Past || e.Kind == guide.Holiday {
		ink = look.Grey
	}
	day := look.NewText(p.room.Say(e.When()), look.Style{Bold: e.Kind != guide.Holiday, Ink: ink})
	text := look.Column(2, look.NewText(p.room.Say(e.Title), look.Style{Bold: e.Kind == guide.Official, Ink: ink}))
	note := p.room.Say(e.Note)
	for _, who := range e.Who {
		note = strings.TrimPrefix(note+" · "+p.room.Say(who.Say()), " · ")
	}
	if note != "" {
		text.Add(look.NewText(note, look.Style{Size: look.SizeNote, Ink: look.Grey}))
	}
	row := look.Stretch(look.Gap, 1, look.Wide(130, day), text)
	if e.Clause != "" {
		clauses := p.clauses([]notice.Citation{{Clause: e.Clause}})
		link := p.opener(say.F("day:%s", e.Title).String(), clauses)
		link.SetLabel(e.Clause)
		text.Add(clauses)
		row.Add(link)
	}
	return row
}
