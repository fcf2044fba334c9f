package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// atOnce is how many tasks the verdict shows before the others are unfolded.
const atOnce = 3

// showVerdict shows what came out and what to do next, on about a screen: what is
// further off, to ask or in order is a line to unfold.
func (r *results) showVerdict() {
	report := r.p.room.Report()
	key := keyOf(report.Findings)
	if key == r.key {
		return
	}
	r.key = key
	r.list.RemoveAll()
	r.rest.RemoveAll()
	r.group(r.list, findingGroup{check.Fail, func(n int) say.Text { return say.F("不符合（%d）", n) }, report.Own(check.Fail), r.plain})
	r.missing(report.Own(check.Missing))
	r.next(report.ByDue())
	own, standing := report.Own(check.Confirm), report.Standing()
	if n := len(own) + len(standing); n > 0 {
		title := look.NewText(r.p.room.sayf("要问的事（%d）", n), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(check.Confirm)})
		r.rest.Add(r.fold("ask", title, say.F("展开，逐条复制"), r.rows(append(slices.Clone(own), standing...), r.question)))
	}
	r.group(r.rest, findingGroup{check.Pass, func(n int) say.Text { return say.F("已经问清（%d）", n) }, report.Answered(), r.asked})
	r.rest.Add(r.fulfilled())
}

// next is what to do, the first by date in sight.
func (r *results) next(tasks []check.Finding) {
	if len(tasks) == 0 {
		return
	}
	room := r.p.room
	card := look.Column(12, look.NewText(room.sayf("接下来做什么（%d），按日期", len(tasks)), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(check.Todo)}))
	first := min(len(tasks), atOnce)
	card.Add(r.rows(tasks[:first], r.task))
	if later := tasks[first:]; len(later) > 0 {
		card.Add(look.Rule())
		title := look.NewText(room.sayf("还有%d件", len(later)), look.Style{Bold: true, One: true})
		card.Add(r.folded("later", title, say.F("展开"), r.rows(later, r.task)))
	}
	r.list.Add(look.Card(0, card))
}

// rows sets findings below each other.
func (r *results) rows(findings []check.Finding, row func(check.Finding) fyne.CanvasObject) *fyne.Container {
	rows := look.Column(12)
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
	room, opened := r.p.room, r.p.opened
	link := look.NewButton(look.Link, "", nil).WithArrow("down")
	turn := func() {
		look.Show(lines, opened[key])
		if opened[key] {
			link.SetLabel(room.sayf("收起"))
			link.SetIcon("up")
		} else {
			link.SetLabel(room.Say(more))
			link.SetIcon("down")
		}
	}
	turn()
	link.OnTapped = func() {
		opened[key] = !opened[key]
		turn()
		r.p.arrange()
	}
	link.OnFocus = r.p.Reveal
	return look.Column(12, look.Row(12, title, link), lines)
}

// findingGroup is findings of one kind with the title above them and how a row of
// them looks.
type findingGroup struct {
	outcome  check.Outcome
	title    func(n int) say.Text
	findings []check.Finding
	row      func(check.Finding) fyne.CanvasObject
}

// group puts findings of one kind on a card.
func (r *results) group(list *fyne.Container, g findingGroup) {
	if len(g.findings) == 0 {
		return
	}
	title := look.NewText(r.p.room.Say(g.title(len(g.findings))), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(g.outcome)})
	card := look.Column(12, title, r.rows(g.findings, g.row))
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
	texts := look.Column(2, look.NewText(room.Say(f.Found), look.Style{Bold: true}),
		look.NewText(room.Say(f.Remedy), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	clauses := r.p.clauses(f.Cites)
	texts.Add(clauses)
	when := look.Column(2, look.NewText(room.Say(f.Due.Text()), look.Style{Size: look.SizeNote, Bold: true}),
		look.NewText(room.Say(say.Join("、", actors...)), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	why := r.p.opener("row:"+f.ID, clauses)
	mark := look.Inset(look.Insets{Top: 2}, look.NewMark(f.Outcome))
	return look.Stretch(10, 1, mark, texts, look.Wide(130, when), why, r.visit(f))
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

// missing lists the open questions by step.
func (r *results) missing(findings []check.Finding) {
	if len(findings) == 0 {
		return
	}
	room := r.p.room
	labels := room.openQuestions(findings)
	card := look.Column(12, look.NewText(room.sayf("没填（%d）", len(findings)), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(check.Missing)}))
	for _, step := range forms.Steps {
		asked := labels[step]
		if len(asked) == 0 {
			continue
		}
		if len(card.Objects) > 1 {
			card.Add(look.Rule())
		}
		link := look.NewButton(look.Link, room.sayf("去填"), func() { room.GoTo(asked[0].Path) }).WithArrow("right")
		link.OnFocus = r.p.Reveal
		card.Add(look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(check.Missing)),
			look.Column(2, look.NewText(room.sayf("%s：%d个问题", step.Label(), len(asked)), look.Style{Bold: true}),
				look.NewText(room.labels(asked), look.Style{Size: look.SizeNote, Ink: look.Grey})), link))
	}
	r.list.Add(look.Card(0, card))
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
