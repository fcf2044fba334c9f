package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// planning shows the plan that follows from specialty and level, and the list of all
// plans where none follows or another is wanted.
type planning struct {
	p      *Page
	taken  *fyne.Container // the plan, above the list
	list   *fyne.Container
	others *fyne.Container // why the other plans do not fit
	open   bool            // another plan is wanted
	last   forms.Plan      // as it was shown last
	moved  forms.PlanCode  // the plan from which the program went to the present one
}

func buildPlan(p *Page) {
	n := p.room.Draft().Notice()
	p.card(say.Text{}, p.ask(forms.Of(forms.PlanSpecialty), forms.Of(forms.PlanLevel), forms.Of(forms.PlanRoute)))

	plan := p.field(forms.Of(forms.PlanChoice), field.Options{Stacked: true})
	g := &planning{p: p, taken: look.Column(6), others: look.Column(6), last: p.room.View().Plan}
	g.list = look.Column(look.Gap, plan.Object(), g.others)
	p.Main.Add(look.Card(look.Gap, look.Column(look.Gap, g.taken, g.list)))
	p.updates = append(p.updates, g.update)
	p.unfold[forms.PlanChoice.Path] = func() { g.open = true }

	p.updates = append(p.updates, func() {
		p.fields[forms.PlanRoute.Path].Choice().SetOptions(n.Answers(forms.PlanRoute.Info, p.room.View()))
	})
	p.findings()
}

func (g *planning) update() {
	n, a := g.p.room.Draft().Notice(), g.p.room.View()
	if now := a.Plan; now != g.last {
		asked := now.Specialty != g.last.Specialty || now.Level != g.last.Level
		g.moved = ""
		if asked && now.Code != g.last.Code && now.Code != "" {
			g.moved = g.last.Code
		}
		g.last = now
	}
	g.taken.RemoveAll()
	g.others.RemoveAll()
	fitting, fits := n.PlanFor(a.Plan.Specialty, a.Plan.Level)
	agrees := fits && fitting.Code == a.Plan.Code
	switch {
	case a.Plan.Specialty == "" || a.Plan.Level == "":
		g.taken.Add(g.p.note(say.F("先答上面两个问题，软件就能算出该选哪一个。")))
	case agrees:
		g.show(fitting)
	case fits:
		g.offer(fitting)
	}
	look.Show(g.list, g.open || !agrees && (g.last.Code != "" || g.last.Specialty != "" && g.last.Level != ""))
	if fits {
		g.explain()
	}
}

// show says which plan was taken, with the way to another.
func (g *planning) show(plan notice.Plan) {
	room := g.p.room
	words := look.Column(2, look.NewText(room.sayf("您报：%s", room.Draft().Notice().Name(plan.Name)), look.Style{Bold: true}))
	if was, ok := room.Draft().Notice().Plan(g.moved); ok {
		words.Add(g.p.note(say.F("计划跟着专业和级别换了，原来是“%s”。", room.Draft().Notice().Name(was.Name))))
	} else {
		words.Add(g.p.note(say.F("按专业和级别算出来的，和平台上的名称一字不差。")))
	}
	links := look.Row(14)
	if g.moved != "" {
		links.Add(g.link(say.F("撤销"), room.Undo))
	}
	if !g.open {
		links.Add(g.link(say.F("换一个"), func() {
			g.open = true
			g.p.Update()
			room.Window.Canvas().Focus(g.p.fields[forms.PlanChoice.Path].Focusable())
		}))
	}
	g.taken.Add(look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(check.Pass)), words, links))
}

func (g *planning) link(words say.Text, do func()) *look.Button {
	link := look.NewButton(look.Link, g.p.room.Say(words), do)
	link.OnFocus = g.p.Reveal
	return link
}

// offer offers the plan that fits where another was chosen.
func (g *planning) offer(plan notice.Plan) {
	room := g.p.room
	take := look.NewButton(look.Filled, room.sayf("选“%s”", room.Draft().Notice().Name(plan.Short)), func() {
		choice := forms.Of(forms.PlanChoice)
		g.open = true // the ring goes to the plan in the list
		room.Draft().Enter(choice, string(plan.Code))
		room.Window.Canvas().Focus(g.p.fields[choice.Path].Focusable())
	})
	take.OnFocus = g.p.Reveal
	g.taken.Add(look.NewText(room.sayf("按您选的专业和级别，该选：%s", room.Draft().Notice().Name(plan.Name)), look.Style{Bold: true}))
	g.taken.Add(look.Row(0, take))
}

// explain says why the other plans do not fit.
func (g *planning) explain() {
	reasons := look.Column(6)
	n := g.p.room.Draft().Notice()
	for _, fit := range guide.Plans(n, g.p.room.View()) {
		if !fit.Fits {
			words := g.p.room.Say(say.Join("：", n.Name(fit.Plan.Short), fit.Reason))
			reasons.Add(look.Stretch(6, 1, look.NewMark(check.NotApplicable), look.NewText(words, look.Style{Size: look.SizeNote, Ink: look.Grey})))
		}
	}
	g.others.Add(g.p.note(say.F("其他计划为什么不选：")))
	g.others.Add(reasons)
}
