package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// What the verdict shows of a kind before the others are unfolded: in all no more than a
// screen.
const (
	failsAtOnce = 2
	tasksAtOnce = 3
	// tasksBeside is how many tasks are shown below what fails.
	tasksBeside   = 2
	answersAtOnce = 2
)

// showVerdict shows what came out and what to do next, on a screen: what is further off,
// to ask or in order is a line to unfold.
func (r *results) showVerdict() {
	report := r.p.room.Report()
	fails, missing := report.Own(check.Fail), report.Own(check.Missing)
	waiting := r.p.room.waiting(missing)
	key := keyOf(report.Findings)
	for _, step := range forms.Steps {
		key += strings.Join(r.p.room.openOn(step, waiting), " ")
	}
	if key == r.key {
		return
	}
	r.key = key
	r.list.RemoveAll()
	r.rest.RemoveAll()
	tasks := tasksAtOnce
	switch {
	case len(missing) > 0:
		tasks = 1 // what is missing is first
	case len(fails) > 0:
		tasks = tasksBeside
	}
	r.group(r.list, findingGroup{check.Fail, func(n int) say.Text { return say.F("不符合（%d）", n) }, fails, r.plain, failsAtOnce})
	r.missing(missing, waiting)
	r.group(r.list, findingGroup{check.Todo, func(n int) say.Text { return say.F("接下来做什么（%d），按日期", n) }, report.ByDue(), r.task, tasks})
	r.ask(report)
	r.group(r.rest, findingGroup{check.Pass, func(n int) say.Text { return say.F("已经问清（%d）", n) }, report.Answered(), r.asked, answersAtOnce})
	r.rest.Add(r.fulfilled())
}

// ask is the card of what has to be asked, folded.
func (r *results) ask(report check.Report) {
	findings := append(report.Own(check.Confirm), report.Standing()...)
	if len(findings) == 0 {
		return
	}
	title := look.NewText(r.p.room.Say(report.Asking()), look.Style{Size: look.SizeHead, Bold: true, One: true, Ink: look.WordInk(check.Confirm)})
	r.rest.Add(r.fold("ask", title, say.F("展开，逐条复制"), r.rows(findings, r.question)))
}

// rows sets findings below each other.
func (r *results) rows(findings []check.Finding, row func(check.Finding) fyne.CanvasObject) *fyne.Container {
	rows := look.Column(8)
	for i, f := range findings {
		if i > 0 {
			rows.Add(look.Rule())
		}
		rows.Add(row(f))
	}
	return rows
}

// fold is a card of which only the title is seen until it is unfolded.
func (r *results) fold(key string, title fyne.CanvasObject, more say.Text, lines fyne.CanvasObject) fyne.CanvasObject {
	return look.Card(0, r.folded(key, title, more, lines))
}

func (r *results) folded(key string, title fyne.CanvasObject, more say.Text, lines fyne.CanvasObject) fyne.CanvasObject {
	link := toggle(r.p, key, more, func(open bool) { look.Show(lines, open) })
	return look.Column(12, look.Flow(12, title, link), lines)
}

// findingGroup is findings of one kind with the title above them, how a row of them
// looks, and how many are shown before the others are unfolded.
type findingGroup struct {
	outcome  check.Outcome
	title    func(n int) say.Text
	findings []check.Finding
	row      func(check.Finding) fyne.CanvasObject
	most     int
}

// group puts findings of one kind on a card, the first of them in sight.
func (r *results) group(list *fyne.Container, g findingGroup) {
	if len(g.findings) == 0 {
		return
	}
	title := look.NewText(r.p.room.Say(g.title(len(g.findings))), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(g.outcome)})
	first := min(len(g.findings), g.most)
	card := look.Column(8, title, r.rows(g.findings[:first], g.row))
	if later := g.findings[first:]; len(later) > 0 {
		card.Add(look.Rule())
		more := look.NewText(r.p.room.sayf("还有%d件", len(later)), look.Style{Bold: true, One: true})
		card.Add(r.folded("later"+g.outcome.String(), more, say.F("展开"), r.rows(later, g.row)))
	}
	list.Add(look.Card(0, card))
}

// visit leads to the question of a finding.
func (r *results) visit(f check.Finding) *look.Button {
	room := r.p.room
	b := look.NewButton(look.Link, room.sayf("去改"), func() { room.Visit(f) }).WithArrow("right")
	b.OnFocus = r.p.Reveal
	return b
}

func (r *results) plain(f check.Finding) fyne.CanvasObject {
	return r.p.findingRow(f, r.visit(f))
}

// task is something to do, with who acts and by when.
func (r *results) task(f check.Finding) fyne.CanvasObject {
	room := r.p.room
	actors := make([]say.Text, len(f.Who))
	for i, who := range f.Who {
		actors[i] = who.Say()
	}
	when := look.Column(2, look.NewText(room.Say(f.Due.Text()), look.Style{Size: look.SizeNote, Bold: true}),
		look.NewText(room.Say(say.Join("、", actors...)), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	mark := look.Inset(look.Insets{Top: 2}, look.NewMark(f.Outcome))
	return look.Stretch(10, 1, mark, said(r.p, f, r.visit(f)), look.Wide(130, when))
}

// question is something to ask: ready to copy, and with room for the answer.
func (r *results) question(f check.Finding) fyne.CanvasObject {
	room := r.p.room
	f.Found = say.F("“%s”", f.Question)
	copied := look.NewButton(look.Link, room.sayf("复制"), nil).WithIcon("copy")
	copied.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(f.Question.String())
		copied.SetLabel(room.sayf("已复制"))
		r.p.arrange()
	}
	asked := look.NewButton(look.Link, room.sayf("问清了"), func() { room.AskAnswer(f) })
	copied.OnFocus, asked.OnFocus = r.p.Reveal, r.p.Reveal
	return r.p.findingRow(f, copied, asked)
}

// asked is a question with the answer that was noted.
func (r *results) asked(f check.Finding) fyne.CanvasObject {
	room := r.p.room
	answer := f.Answer
	f.Outcome, f.Remedy = check.Pass, say.F("答复：%s（%s）", forms.Brief(answer.Answer, forms.MostNote), answer.Date)
	again := look.NewButton(look.Link, room.sayf("重新问"), func() { room.DropAnswer(f.ID) })
	return r.p.findingRow(f, again)
}

// missing lists by step the questions that findings wait for, and those whose answers
// cannot be used.
func (r *results) missing(findings []check.Finding, waiting []forms.Place) {
	room := r.p.room
	lines := look.Column(4)
	all := 0
	for _, step := range forms.Steps {
		open := room.openOn(step, waiting)
		if len(open) == 0 {
			continue
		}
		all += len(open)
		link := look.NewButton(look.Link, room.sayf("去填"), func() { room.GoTo(open[0]) }).WithArrow("right")
		link.OnFocus = r.p.Reveal
		lines.Add(look.Cells(10, 1, look.NewMark(check.Missing), look.NewText(room.sayf("%s：%d个问题", step.Label(), len(open)), look.Style{}), link))
	}
	if all == 0 {
		return
	}
	title := say.F("没填（%d）", len(findings))
	if len(findings) == 0 {
		title = say.F("填了用不上（%d）", all)
	}
	r.list.Add(look.Card(0, look.Column(4, look.NewText(room.Say(title), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(check.Missing)}), lines)))
}

// fulfilled is the card of what is in order.
func (r *results) fulfilled() fyne.CanvasObject {
	room := r.p.room
	report := room.Draft().Report()
	passed, others := report.Own(check.Pass), report.Own(check.NotApplicable)
	lines := look.Column(8)
	for _, f := range append(passed, others...) {
		words := say.Join("：", f.Title, f.Found)
		cite := ""
		if len(f.Cites) > 0 {
			cite = f.Cites[0].Clause
		}
		lines.Add(look.Stretch(10, 1, look.NewMark(f.Outcome), look.NewText(room.Say(words), look.Style{Size: look.SizeNote}),
			look.NewText(cite, look.Style{Size: look.SizeSmall, Ink: look.Grey, One: true})))
	}
	title := look.NewText(room.sayf("符合%d项 · 不适用%d项", len(passed), len(others)), look.Style{Bold: true, One: true})
	return r.fold("fulfilled", title, say.F("展开"), lines)
}
