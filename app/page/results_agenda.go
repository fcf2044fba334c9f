package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// buildAgenda shows the days that count, asks for those that the applicant plans, and
// says what time changes.
func buildAgenda(r *results) {
	p := r.p
	r.list.Add(newAgenda(p).card())
	for _, s := range forms.Sections(forms.StepSchedule) {
		r.rest.Add(look.Card(look.Gap, p.title(s.Title), p.ask(s.Places()...).Object(), otherDay(p)))
	}
	said := look.Column(6)
	card := look.Card(look.Gap, p.title(say.F("推算（不是结论）")), said)
	r.rest.Add(card)
	from, made := "", false // the day of the check that the outlook was made for
	p.updates = append(p.updates, func() {
		// Of what is asked on this page only that day changes it; it runs all checks of many years.
		today := p.room.Draft().Report().Today
		if day := today.Text(); !made || from != day {
			from, made = day, true
			showOutlook(p, said, guide.Outlook(p.room.Draft().Notice(), p.room.View(), today))
			look.Show(card, len(said.Objects) > 0)
		}
	})
}

func showOutlook(p *Page, said *fyne.Container, texts []say.Text) {
	said.RemoveAll()
	for _, text := range texts {
		said.Add(p.note(text))
	}
}

// otherDay is the way to check as of another day than today, which hardly anybody needs:
// the question is folded until it is asked for or answered.
func otherDay(p *Page) fyne.CanvasObject {
	day := forms.Of(forms.ScheduleToday)
	asked := false
	link := look.NewButton(look.Link, p.room.sayf("换一天核对"), func() { p.focusOn(day.Path) })
	link.OnFocus = p.Reveal
	p.unfold[day.Path] = func() { asked = true }
	p.updates = append(p.updates, func() {
		open := asked || day.Answered(p.room.View())
		look.Show(p.fields[day.Path].Object(), open)
		look.Show(link, !open)
	})
	return look.Row(0, link)
}
