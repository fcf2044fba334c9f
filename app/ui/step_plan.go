package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/forms/say"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
)

func (p *page) buildPlan() {
	n := p.w.draft.Notice()
	p.card(say.Text{}, p.ask(forms.Of(forms.PlanSpecialty), forms.Of(forms.PlanLevel))...)

	fitting, others := look.Column(6), look.Column(6)
	plan := p.field(forms.Of(forms.PlanChoice), field.Options{Answers: n.PlanOptions(), Stacked: true})
	p.card(say.Text{}, look.Column(look.Gap, fitting, plan.Object()), others)
	p.updates = append(p.updates, func() { p.advise(fitting, others) })

	route := p.field(forms.Of(forms.PlanRoute), field.Options{Answers: n.RouteOptions(p.w.draft.View())})
	p.card(say.Text{}, route.Object())
	p.updates = append(p.updates, func() { route.Choice().SetOptions(n.RouteOptions(p.w.draft.View())) })
	p.findings()
}

// advise says which plan follows from specialty and level, above the list where it is
// seen at once, and below it why the others do not fit.
func (p *page) advise(fitting, others *fyne.Container) {
	n, a := p.w.draft.Notice(), p.w.draft.View()
	fitting.RemoveAll()
	others.RemoveAll()
	if a.Plan.Specialty == "" || a.Plan.Level == "" {
		fitting.Add(p.note(say.F("先答上面两个问题，软件就能算出该选哪一个。")))
		return
	}
	reasons := look.Column(6)
	for _, fit := range guide.Plans(n, a) {
		switch {
		case !fit.Fits:
			words := p.w.Say(say.Join("：", n.Name(fit.Plan.Short), fit.Reason))
			reasons.Add(look.Stretch(6, 1, look.NewMark(check.NotApplicable), look.NewText(words, look.Style{Size: look.SizeNote, Ink: look.Grey})))
		case !fit.Chosen:
			take := look.NewButton(look.Filled, p.w.sayf("选“%s”", n.Name(fit.Plan.Short)), func() {
				plan := forms.Of(forms.PlanChoice)
				p.w.window.Canvas().Focus(p.fields[plan.Path].Focusable())
				p.w.Enter(plan, string(fit.Plan.Code))
			})
			take.OnFocus = p.reveal
			fitting.Add(look.NewText(p.w.sayf("按您选的专业和级别，该选：%s", n.Name(fit.Plan.Name)), look.Style{Bold: true}))
			fitting.Add(look.Row(0, take))
		}
	}
	others.Add(p.note(say.F("其他计划为什么不选：")))
	others.Add(reasons)
}
