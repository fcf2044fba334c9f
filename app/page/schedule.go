package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

func buildSchedule(p *Page) {
	p.sections(forms.Sections(p.step))
	p.Main.Add(newAgenda(p).card())
	p.findings()
}

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
	return look.Card(look.Gap, a.p.title(say.F("按日子排")), a.days)
}

func (a *agenda) update() {
	room := a.p.room
	events := guide.Agenda(room.Draft().Notice(), room.View(), room.Draft().Report().AsOf)
	key := agendaKey(events)
	if key == a.key {
		return
	}
	a.key = key
	a.days.RemoveAll()
	for i, e := range events {
		if i > 0 {
			a.days.Add(look.Rule())
		}
		a.days.Add(a.event(e))
	}
}

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
