package ui

import (
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// buildAgenda shows the days that count, asks for those that the applicant plans, and
// says what time changes.
func (r *results) buildAgenda() {
	p := r.p
	r.list.Add(newAgenda(p).card())
	for _, s := range forms.Sections(forms.StepSchedule) {
		r.rest.Add(look.Card(look.Gap, p.title(s.Title), look.Column(22, p.ask(s.Places()...)...)))
	}
	said := look.Column(6)
	card := look.Card(look.Gap, p.title(say.F("推算（不是结论）")), said)
	r.rest.Add(card)
	p.updates = append(p.updates, func() {
		texts := guide.Outlook(p.w.draft.Notice(), p.w.View(), p.w.draft.Report().Today)
		said.RemoveAll()
		for _, text := range texts {
			said.Add(p.note(text))
		}
		show(card, len(texts) > 0)
	})
}
