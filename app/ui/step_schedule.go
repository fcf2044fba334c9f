package ui

import (
	"strings"

	"zhicheng/forms/say"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
)

func (p *page) buildSchedule() {
	p.sections(forms.Sections(p.step))
	days := look.Column(10)
	p.main.Add(look.Card(look.Gap, p.title(say.F("按日子排")), days))
	shown := ""
	p.updates = append(p.updates, func() {
		agenda := guide.Agenda(p.w.draft.Notice(), p.w.draft.View(), p.w.draft.Report().AsOf)
		if key := agendaKey(agenda); key != shown {
			shown = key
			p.showAgenda(days, agenda)
		}
	})
	p.findings()
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

// showAgenda lists the days that count: the notice's, the planned ones, and the
// publicity between them.
func (p *page) showAgenda(list *fyne.Container, agenda []guide.Event) {
	list.RemoveAll()
	for i, e := range agenda {
		if i > 0 {
			list.Add(look.Rule())
		}
		list.Add(p.event(e))
	}
}

func (p *page) event(e guide.Event) fyne.CanvasObject {
	ink := look.Words
	if e.Past || e.Kind == guide.Holiday {
		ink = look.Grey
	}
	day := look.NewText(p.w.Say(e.When()), look.Style{Bold: e.Kind != guide.Holiday, Ink: ink})
	text := look.Column(2, look.NewText(p.w.Say(e.Title), look.Style{Bold: e.Kind == guide.Official, Ink: ink}))
	note := p.w.Say(e.Note)
	for _, who := range e.Who {
		note = strings.TrimPrefix(note+" · "+p.w.Say(who.Say()), " · ")
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
