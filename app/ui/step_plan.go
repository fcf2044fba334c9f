package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
)

func (p *page) buildPlan() {
	n := p.w.draft.Notice()
	p.card("", p.ask(forms.Of(forms.PlanSpecialty), forms.Of(forms.PlanLevel))...)

	advice := look.Column(6)
	plan := p.field(forms.Of(forms.PlanChoice), field.Options{Answers: n.PlanOptions(), Stacked: true})
	p.card("", plan.Object(), advice)
	p.updates = append(p.updates, func() { p.advise(advice) })

	route := p.field(forms.Of(forms.PlanRoute), field.Options{Answers: n.RouteOptions(p.w.draft.View())})
	p.card("", route.Object())
	p.updates = append(p.updates, func() { route.Choice().SetOptions(n.RouteOptions(p.w.draft.View())) })
	p.findings()
}

// advise says which plan follows from specialty and level, and why the others do
// not fit.
func (p *page) advise(box *fyne.Container) {
	a := p.w.draft.View()
	box.RemoveAll()
	if a.Plan.Specialty == "" || a.Plan.Level == "" {
		box.Add(p.note("先答上面两个问题，软件就能算出该选哪一个。"))
		return
	}
	reasons := look.Column(6)
	for _, fit := range guide.Plans(p.w.draft.Notice(), a) {
		switch {
		case !fit.Fits:
			words := p.w.Say(fit.Plan.Short) + p.w.Say("：") + p.w.Say(fit.Reason)
			reasons.Add(look.Stretch(6, 1, look.NewMark(check.NotApplicable), look.NewText(words, look.Style{Size: look.SizeNote, Ink: look.Grey})))
		case !fit.Chosen:
			take := look.NewButton(look.Outlined, p.w.sayf("选“%s”", fit.Plan.Short), func() {
				p.w.Enter(forms.Of(forms.PlanChoice), string(fit.Plan.Code))
			})
			take.OnFocus = p.reveal
			box.Add(look.NewText(p.w.sayf("按您选的专业和级别，该选：%s", fit.Plan.Name), look.Style{}))
			box.Add(look.Row(0, take))
		}
	}
	box.Add(look.Inset(look.Insets{Top: 4}, p.note("其他计划为什么不选：")))
	box.Add(reasons)
}
