package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// StepStop is the page for who cannot apply at all, instead of the next questions. It is
// no step of the application.
const StepStop forms.Step = "stop"

// gate is where somebody who cannot apply was going.
type gate struct {
	from, to Spot
	heard    string // the reasons for which the applicant goes on all the same
}

// StoppedAt returns where somebody was who cannot apply.
func (r *Room) StoppedAt() Spot { return r.gate.from }

// Proceed opens a page by way of the gate. What is before the open page and the results,
// which say the same, are always open.
func (r *Room) Proceed(to Spot) {
	switch {
	case to.Step == "":
	case r.stopped(to):
		r.gate.from, r.gate.to = r.Spot(), to
		r.Go(StepStop)
	default:
		r.GoSpot(to)
	}
}

// forgetStop takes away the way back to the page of who cannot apply, once that is no
// longer true.
func (r *Room) forgetStop(back *look.Button) {
	if r.came.Step == StepStop && len(r.Draft().Report().Barring()) == 0 {
		r.came = Spot{}
		back.Hide()
	}
}

// stopped reports whether the gate is between the open page and another.
func (r *Room) stopped(to Spot) bool {
	reasons := reasonsOf(r.Draft().Report().Barring())
	return reasons != "" && reasons != r.gate.heard && to.Step != forms.StepResults && r.Spot().Before(to)
}

// reasonsOf tells apart what bars an applicant.
func reasonsOf(findings []check.Finding) string {
	var reasons []string
	for _, f := range findings {
		reasons = append(reasons, f.ID, f.Found.String())
	}
	return strings.Join(reasons, "\n")
}

// buildStop says why one cannot apply, by which words of the notice, what would change
// that, and where to go from here.
func buildStop(p *Page) {
	barring := p.room.Draft().Report().Barring()
	p.side.Hide()
	p.rows = func() string { return reasonsOf(p.room.Draft().Report().Barring()) }
	if len(barring) == 0 {
		p.Heading.Set(p.room.sayf("照现在的答案，可以接着填"))
		p.Lead.Set("")
		p.Main.Add(look.Row(0, look.NewButton(look.Filled, p.room.sayf("接着填"), func() { p.room.Proceed(p.room.gate.to) })))
		return
	}
	p.Heading.Set(p.room.Say(check.Barred))
	p.Lead.Set(p.room.sayf("后面的问题不用再填。看错了、填错了，可以改答案。"))
	for _, f := range barring {
		p.Main.Add(reason(p, f))
	}
	p.Main.Add(look.Flow(look.SmallGap,
		look.NewButton(look.Filled, p.room.sayf("改答案"), func() { p.room.GoTo(p.room.BarringAnswer(barring[0])) }),
		look.NewButton(look.Outlined, p.room.sayf("存一页说明（PDF）"), p.room.SaveReasons).WithIcon("print"),
		look.Inset(look.Insets{Top: 8, Left: 6}, look.NewButton(look.Link, p.room.sayf("仍要继续填写"), func() {
			p.room.gate.heard = reasonsOf(barring)
			p.room.GoSpot(p.room.gate.to)
		}))))
}

// reason is the card of one finding that bars.
func reason(p *Page, f check.Finding) fyne.CanvasObject {
	card := look.Column(12, look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(f.Outcome)),
		look.NewText(p.room.Say(f.Found), look.Style{Size: look.SizeHead, Bold: true})))
	for _, cite := range f.Cites {
		card.Add(look.Column(2, p.note(say.F("通知 %s", say.Typed(cite.Clause))), look.NewText(p.room.sayf("“%s”", cite.Quote), look.Style{})))
	}
	card.Add(look.Rule())
	cases := look.Column(4, look.NewText(p.room.sayf("什么情况会不一样"), look.Style{Bold: true}))
	for _, text := range f.Otherwise {
		cases.Add(look.NewText("· "+p.room.Say(text), look.Style{}))
	}
	card.Add(cases)
	return look.Card(look.Gap, card)
}

// BarringAnswer returns the path of an answer without which a finding would not bar.
func (r *Room) BarringAnswer(f check.Finding) string {
	for _, place := range forms.PlacesAt(f.At) {
		a := r.View().Clone()
		place.Enter(a, "")
		if found, _ := check.Run(r.Draft().Notice(), a).Find(f.ID); !found.Bars {
			return place.Path
		}
	}
	return f.At[0]
}
