package page

import (
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// buildAgenda shows the days that count, asks for those that the applicant plans, and
// says what time changes.
func buildAgenda(r *results) {
	p := r.p
	export := look.NewButton(look.Outlined, p.room.sayf("导出日程…"), p.room.SaveCalendar)
	export.OnFocus = p.Reveal
	r.list.Add(look.Row(0, export))
	r.list.Add(newAgenda(p).card())
	for _, s := range forms.Sections(forms.StepSchedule) {
		r.rest.Add(look.Card(look.Gap, p.title(s.Title), look.Column(22, p.ask(s.Places()...)...)))
	}
	said := look.Column(6)
	card := look.Card(look.Gap, p.title(say.F("推算（不是结论）")), said)
	r.rest.Add(card)
	p.updates = append(p.updates, func() {
		texts := guide.Outlook(p.room.Draft().Notice(), p.room.View(), p.room.Draft().Report().Today)
		said.RemoveAll()
		for _, text := range texts {
			said.Add(p.note(text))
		}
		look.Show(card, len(texts) > 0)
	})
}
