package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// results shows all findings in groups, as the printed list does.
type results struct {
	p    *page
	list *fyne.Container // what has to be done
	rest *fyne.Container // what has to be asked, and what is in order
	key  string
	// lacking names the characters that the list cannot print.
	lacking *field.Remark
	only    string // the step whose findings are shown, "" for all
	whole   bool   // what is fulfilled or does not apply is shown too
}

func (p *page) buildResults() {
	r := &results{p: p, list: look.Column(look.Gap), rest: look.Column(look.Gap), lacking: field.NewRemark(look.Words)}
	p.main.Add(look.Column(12, append(r.actions(), r.lacking.Object())...))
	p.main.Add(r.list)
	p.side.Add(r.rest)
	p.sideMost = look.TextWidth
	p.updates = append(p.updates, r.update)
}

// actions are the buttons above the findings, and the filter that one of them
// opens.
func (r *results) actions() []fyne.CanvasObject {
	w := r.p.w
	filter := r.filter()
	filter.Hide()
	only := look.NewButton(look.Link, w.sayf("只看一步"), nil).WithArrow("down")
	only.OnTapped = func() {
		show(filter, !filter.Visible())
		only.SetIcon(map[bool]string{true: "up", false: "down"}[filter.Visible()])
		r.p.arrange()
	}
	buttons := look.Flow(look.SmallGap,
		look.NewButton(look.Filled, w.sayf("打印清单（PDF）"), w.printList).WithIcon("print"),
		look.NewButton(look.Outlined, w.sayf("预览清单"), w.previewList),
		look.NewButton(look.Outlined, w.sayf("对照填报"), w.transcribe),
		look.Inset(look.Insets{Top: 8, Left: 6}, only))
	return []fyne.CanvasObject{buttons, filter}
}

func (r *results) update() {
	report := r.p.w.report()
	verdict, rest := report.Headline()
	r.p.heading.Set(r.p.w.Say(verdict))
	r.p.lead.Set(r.p.w.Say(r.lead(rest)))
	r.lacking.Set(r.p.w.sayLacking(r.p.w.lacking(r.p.w.typed())))
	key := keyOf(report.Findings)
	if key == r.key {
		return
	}
	r.key = key
	r.list.RemoveAll()
	r.rest.RemoveAll()
	r.group(r.list, findingGroup{check.Fail, func(n int) say.Text { return say.F("不符合（%d）", n) }, r.chosen(report.Own(check.Fail)), r.plain})
	r.missing(r.chosen(report.Own(check.Missing)))
	r.group(r.list, findingGroup{check.Todo, func(n int) say.Text { return say.F("要办（%d），按日期", n) }, r.chosen(report.ByDue()), r.task})
	r.group(r.rest, findingGroup{check.Confirm, func(n int) say.Text { return say.F("要问（%d）", n) }, r.chosen(report.Own(check.Confirm)), r.question})
	r.group(r.rest, findingGroup{check.Confirm, func(n int) say.Text { return say.F("人人都要问的（%d）", n) }, r.chosen(report.Standing()), r.question})
	r.group(r.rest, findingGroup{check.Pass, func(n int) say.Text { return say.F("已经问清（%d）", n) }, r.chosen(report.Answered()), r.answered})
	r.outlook(report.Today)
	r.rest.Add(r.fulfilled())
}

// outlook says what time changes, if the rules stayed as they are.
func (r *results) outlook(today forms.Date) {
	said := guide.Outlook(r.p.w.draft.Notice(), r.p.w.draft.View(), today)
	if len(said) == 0 {
		return
	}
	lines := look.Column(6, r.p.title(say.F("推算（不是结论）")))
	for _, text := range said {
		lines.Add(r.p.note(text))
	}
	r.rest.Add(look.Card(look.Gap, lines))
}

// filter lets the applicant look at one step's findings alone.
func (r *results) filter() fyne.CanvasObject {
	steps := []forms.Option{{Value: "", Label: say.F("全部")}}
	for _, step := range forms.Steps[:len(forms.Steps)-1] {
		steps = append(steps, forms.Option{Value: string(step), Label: step.Label()})
	}
	choice := field.NewChoice(r.p.w, steps, false)
	choice.OnChosen = func(step string) {
		r.only, r.key = step, ""
		r.p.update()
	}
	return choice
}

// chosen keeps the findings of the step that is looked at.
func (r *results) chosen(findings []check.Finding) []check.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f check.Finding) bool {
		return r.only != "" && string(f.Step) != r.only
	})
}

// lead says what is open besides what the headline says, and as of which day.
func (r *results) lead(rest say.Text) say.Text {
	if rest.Empty() {
		rest = say.Join("", r.also(r.p.w.report()), check.LastWord)
	}
	if report := r.p.w.draft.Report(); report.AsOf.Known() && !report.Expired { // that is said above
		rest = say.Join("", rest, say.F("按%s检查。", report.AsOf.Chinese()))
	}
	return rest
}

// also counts what is open besides what the headline counts, which is the first.
func (r *results) also(report check.Report) say.Text {
	var parts []say.Text
	for _, c := range counted {
		if n := len(report.Own(c.outcome)); n > 0 {
			parts = append(parts, c.says(n))
		}
	}
	if len(parts) < 2 {
		return say.Text{}
	}
	return say.F("另有%s。", say.Join("、", parts[1:]...))
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
	card := look.Column(12, look.NewText(r.p.w.Say(g.title(len(g.findings))), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(g.outcome)}))
	for i, f := range g.findings {
		if i > 0 {
			card.Add(look.Rule())
		}
		card.Add(g.row(f))
	}
	list.Add(look.Card(0, card))
}

// visit leads to the question of a finding.
func (r *results) visit(f check.Finding) *look.Button {
	w := r.p.w
	b := look.NewButton(look.Link, w.sayf("去填"), func() { w.visit(f) }).WithArrow("right")
	b.OnFocus = r.p.reveal
	return b
}

// visit opens the first question that a finding read and that is asked, those of
// its own step first, or the page of its step.
func (w *Window) visit(f check.Finding) {
	a := w.draft.View()
	demands := w.draft.Notice().Demands(a)
	read := slices.DeleteFunc(forms.PlacesAt(f.At), func(p forms.Place) bool { return !p.Applies(a, demands) })
	own := slices.IndexFunc(read, func(p forms.Place) bool { return p.Step == f.Step })
	if len(read) > 0 {
		w.GoTo(read[max(own, 0)].Path)
		return
	}
	w.lead(f.Step)
}

func (r *results) plain(f check.Finding) fyne.CanvasObject {
	return r.p.findingRow(f, r.visit(f))
}

// task is something to do, with who acts and by when.
func (r *results) task(f check.Finding) fyne.CanvasObject {
	actors := make([]say.Text, len(f.Who))
	for i, who := range f.Who {
		actors[i] = who.Say()
	}
	when := r.p.w.Say(say.Join("、", actors...))
	if due := f.Due.Text(); !due.Empty() {
		when += " · " + r.p.w.Say(due)
	}
	return look.Column(0, r.p.findingRow(f, r.visit(f)),
		look.Inset(look.Insets{Left: look.MarkSize + 10}, look.NewText(when, look.Style{Size: look.SizeNote, Ink: look.Grey})))
}

// question is something to ask: ready to copy, and with room for the answer.
func (r *results) question(f check.Finding) fyne.CanvasObject {
	w := r.p.w
	f.Found = say.F("“%s”", f.Question)
	copied := look.NewButton(look.Link, w.sayf("复制"), nil).WithIcon("copy")
	copied.OnTapped = func() {
		w.config.App.Clipboard().SetContent(f.Question.String())
		copied.SetLabel(w.sayf("已复制"))
		r.p.arrange()
	}
	asked := look.NewButton(look.Link, w.sayf("问清了"), func() { w.askAnswer(f) })
	copied.OnFocus, asked.OnFocus = r.p.reveal, r.p.reveal
	return r.p.findingRow(f, copied, asked)
}

// answered is a question with the answer that was noted.
func (r *results) answered(f check.Finding) fyne.CanvasObject {
	w := r.p.w
	answer := f.Answer
	f.Outcome, f.Remedy = check.Pass, say.F("答复：%s（%s）", forms.Brief(answer.Answer, forms.MostNote), answer.Date)
	again := look.NewButton(look.Link, w.sayf("重新问"), func() { w.dropAnswer(f.ID) })
	return r.p.findingRow(f, again)
}

// missing lists the open questions by step.
func (r *results) missing(findings []check.Finding) {
	if len(findings) == 0 {
		return
	}
	w := r.p.w
	labels := w.openQuestions(findings)
	card := look.Column(12, look.NewText(w.sayf("没填（%d）", len(findings)), look.Style{Size: look.SizeHead, Bold: true, Ink: look.WordInk(check.Missing)}))
	for _, step := range forms.Steps {
		asked := labels[step]
		if len(asked) == 0 {
			continue
		}
		if len(card.Objects) > 1 {
			card.Add(look.Rule())
		}
		link := look.NewButton(look.Link, w.sayf("去填"), func() { w.GoTo(asked[0].Path) }).WithArrow("right")
		link.OnFocus = r.p.reveal
		card.Add(look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(check.Missing)),
			look.Column(2, look.NewText(w.sayf("%s：%d个问题", step.Label(), len(asked)), look.Style{Bold: true}),
				look.NewText(w.labels(asked), look.Style{Size: look.SizeNote, Ink: look.Grey})), link))
	}
	r.list.Add(look.Card(0, card))
}

// openQuestions returns the questions that missing findings wait for, by step.
func (w *Window) openQuestions(findings []check.Finding) map[forms.Step][]forms.Place {
	var asked []string
	for _, f := range findings {
		asked = append(asked, f.At...)
	}
	open := map[forms.Step][]forms.Place{}
	for _, p := range w.unanswered(asked) {
		open[p.Step] = append(open[p.Step], p)
	}
	return open
}

// fulfilled is the card of what is in order; its lines are shown on demand.
func (r *results) fulfilled() fyne.CanvasObject {
	w := r.p.w
	report := w.draft.Report()
	passed, others := r.chosen(report.Own(check.Pass)), r.chosen(report.Own(check.NotApplicable))
	lines := look.Column(8)
	for _, f := range append(passed, others...) {
		words := say.Join("：", f.Title, f.Found)
		cite := ""
		if len(f.Cites) > 0 {
			cite = f.Cites[0].Clause
		}
		lines.Add(look.Stretch(10, 1, look.NewMark(f.Outcome), look.NewText(w.Say(words), look.Style{Size: look.SizeNote}),
			look.NewText(cite, look.Style{Size: look.SizeSmall, Ink: look.Grey, One: true})))
	}
	show(lines, r.whole)
	more := look.NewButton(look.Link, w.sayf("展开"), nil).WithArrow("down")
	more.OnTapped = func() {
		r.whole = !r.whole
		show(lines, r.whole)
		more.SetLabel(map[bool]string{true: w.sayf("收起"), false: w.sayf("展开")}[r.whole])
		more.SetIcon(map[bool]string{true: "up", false: "down"}[r.whole])
		r.p.arrange()
	}
	more.OnFocus = r.p.reveal
	title := look.NewText(w.sayf("符合%d项 · 不适用%d项", len(passed), len(others)), look.Style{Bold: true, One: true})
	return look.Card(12, look.Row(12, title, more), lines)
}
