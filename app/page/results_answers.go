package page

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

const (
	// mostAnswers is how many answers of one group are listed, as of 500 achievements.
	mostAnswers = 60
	// mostShown is how many characters are shown of one answer.
	mostShown = 120
)

// answerGroup is answers that belong together.
type answerGroup struct {
	step   forms.Step
	title  say.Text // empty where the step's name says enough
	places []forms.Place
}

// asked are the questions that are asked, in the groups of the pages.
func asked(a *forms.Applicant, d forms.Demands) []answerGroup {
	all := slices.DeleteFunc(forms.Places(a, d), func(p forms.Place) bool { return !p.Applies(a, d) })
	var groups []answerGroup
	for _, step := range forms.Steps {
		var own []forms.Place
		for _, p := range all {
			if p.Step == step {
				own = append(own, p)
			}
		}
		for _, s := range forms.Sections(step) {
			in := func(p forms.Place) bool {
				return slices.ContainsFunc(s.Fields, func(f forms.Field[forms.Applicant]) bool { return f.Path == p.Path })
			}
			groups = append(groups, answerGroup{step, s.Title, slices.DeleteFunc(slices.Clone(own), func(p forms.Place) bool { return !in(p) })})
			own = slices.DeleteFunc(own, in)
		}
		groups = append(groups, answerGroup{step, say.Text{}, own}) // the rows
	}
	return slices.DeleteFunc(groups, func(g answerGroup) bool { return len(g.places) == 0 })
}

// answered counts the answers that can be looked through.
func (r *results) answered() int {
	a := r.p.room.View()
	n, _ := forms.Count(a, r.p.room.Draft().Notice().Demands(a))
	return n
}

// showAnswers lists all answers by page, what is not answered first.
func (r *results) showAnswers() {
	room := r.p.room
	a := room.View()
	key := fmt.Sprintf("%p", a)
	if key == r.key {
		return
	}
	r.key = key
	r.list.RemoveAll()
	r.judged = judgedAnswers(room.Draft().Report(), a)
	groups := asked(a, room.Draft().Notice().Demands(a))
	r.open(groups)
	for i := 0; i < len(groups); {
		step := groups[i].step
		card := look.Column(8, r.stepTitle(step))
		for ; i < len(groups) && groups[i].step == step; i++ {
			r.addAnswers(card, groups[i])
		}
		r.list.Add(look.Card(0, card))
	}
}

// open lists the questions that have no answer yet.
func (r *results) open(groups []answerGroup) {
	room := r.p.room
	var open []forms.Place
	for _, g := range groups {
		for _, p := range g.places {
			if !p.Optional && !p.Answered(room.View()) {
				open = append(open, p)
			}
		}
	}
	if len(open) == 0 {
		return
	}
	card := look.Column(8, look.NewText(room.sayf("没答的问题（%d）", len(open)), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(check.Missing)}))
	r.addAnswers(card, answerGroup{places: open})
	r.list.Add(look.Card(0, card))
}

// stepTitle names a page and leads to it.
func (r *results) stepTitle(step forms.Step) fyne.CanvasObject {
	room := r.p.room
	link := look.NewButton(look.Link, room.sayf("改这一页"), func() { room.leadTo(Spot{step, 0}) }).WithArrow("right")
	link.OnFocus = r.p.Reveal
	return look.Stretch(12, 0, r.p.title(step.Label()), link)
}

// addAnswers puts the answers of a group on a card, each with the way to its question.
func (r *results) addAnswers(card *fyne.Container, g answerGroup) {
	room := r.p.room
	if !g.title.Empty() {
		card.Add(look.Inset(look.Insets{Top: 6}, look.NewText(room.Say(g.title), look.Style{Bold: true})))
	}
	for i, p := range g.places[:min(len(g.places), mostAnswers)] {
		if i > 0 {
			card.Add(look.Rule())
		}
		card.Add(r.answer(p))
	}
	if more := len(g.places) - mostAnswers; more > 0 {
		card.Add(r.p.note(say.F("还有%d个没有列出来", more)))
	}
}

// answer is a question with its answer, marked where something is open about it.
func (r *results) answer(p forms.Place) fyne.CanvasObject {
	room := r.p.room
	words, link := forms.Brief(room.Say(say.Join("", room.Draft().Notice().Shown(p, room.View()), p.Unit)), mostShown), say.F("改")
	if plan, ok := room.Draft().Notice().Plan(room.View().Plan.Code); ok && p.Path == forms.PlanChoice.Path {
		words = room.Say(room.Draft().Notice().Name(plan.Short))
	}
	style := look.Style{}
	switch outcome, judged := r.judged[p.Path]; {
	case !p.Answered(room.View()):
		words, link, style = room.sayf("没填"), say.F("去填"), look.Style{Ink: look.Grey}
	case judged:
		style = look.Style{Bold: true, Ink: look.WordInk(outcome)}
	}
	edit := look.NewButton(look.Link, room.Say(link), func() { room.GoTo(p.Path) })
	edit.OnFocus = r.p.Reveal
	question := look.NewText(room.Say(p.Label), look.Style{Ink: look.Grey})
	row := container.New(look.Halves{Left: 0.45, Most: 340, Gap: 20}, question, look.NewText(words, style))
	return look.Stretch(12, 0, row, edit)
}

// judgedAnswers are the answers for which something fails or is to do: of the questions
// that a finding read, the last that is answered.
func judgedAnswers(report check.Report, a *forms.Applicant) map[string]check.Outcome {
	judged := map[string]check.Outcome{}
	for _, outcome := range []check.Outcome{check.Todo, check.Fail} {
		for _, f := range report.Own(outcome) {
			if path := lastAnswered(f.At, a); path != "" {
				judged[path] = outcome
			}
		}
	}
	return judged
}

// lastAnswered is the last of some places that is answered, "" for none; the day of the
// check is no answer.
func lastAnswered(at []string, a *forms.Applicant) string {
	for _, p := range slices.Backward(forms.PlacesAt(at)) {
		if p.Path != forms.ScheduleToday.Path && p.Answered(a) {
			return p.Path
		}
	}
	return ""
}
