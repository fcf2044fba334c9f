package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
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
	plan, ok := p.w.draft.Notice().PlanFor(a.Plan.Specialty, a.Plan.Level)
	switch {
	case !ok:
		box.Add(p.note("按这个专业和级别，通知里没有现成对应的计划。下面写着每个计划收什么。"))
	case plan.Code != a.Plan.Code:
		take := look.NewButton(look.Outlined, p.w.sayf("选“%s”", p.w.Say(plan.Short)), func() { p.w.Enter(forms.Of(forms.PlanChoice), string(plan.Code)) })
		box.Add(look.NewText(p.w.sayf("按您选的专业和级别，该选：%s", plan.Name), look.Style{}))
		box.Add(look.Row(0, take))
	}
	box.Add(look.Inset(look.Insets{Top: 4}, p.note("其他计划为什么不选：")))
	for _, other := range p.w.draft.Notice().Plans {
		if other.Code != plan.Code || !ok {
			box.Add(p.whyNot(other, a))
		}
	}
}

func (p *page) whyNot(plan notice.Plan, a *forms.Applicant) fyne.CanvasObject {
	reason := p.w.sayf("%s：收的是%s", p.w.Say(plan.Short), p.w.Say(forms.PlanLevel.OptionLabel(string(plan.Level))))
	switch {
	case !slices.Contains(plan.Specialties, a.Plan.Specialty):
		reason = p.w.sayf("%s：收的专业是%s，您选的是%s", p.w.Say(plan.Short), p.specialties(plan),
			p.w.Say(forms.PlanSpecialty.OptionLabel(string(a.Plan.Specialty))))
	case plan.Level != a.Plan.Level:
		reason = p.w.sayf("%s：评的是%s，您选的是%s", p.w.Say(plan.Short),
			p.w.Say(forms.PlanLevel.OptionLabel(string(plan.Level))), p.w.Say(forms.PlanLevel.OptionLabel(string(a.Plan.Level))))
	}
	return look.Stretch(6, 1, look.NewMark(check.NotApplicable), look.NewText(reason, look.Style{Size: look.SizeNote, Ink: look.Grey}))
}

func (p *page) specialties(plan notice.Plan) string {
	text := ""
	for i, s := range plan.Specialties {
		if i > 0 {
			text += p.w.Say("、")
		}
		text += p.w.Say(forms.PlanSpecialty.OptionLabel(string(s)))
	}
	return text
}
