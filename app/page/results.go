package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// results is the last page, in three tabs: what came out and is to do next, all answers,
// and the days.
type results struct {
	p    *page
	tabs *tabs
	list *fyne.Container // what has to be done, or what the other tabs show
	rest *fyne.Container // what has to be asked, and what is in order
	key  string
	// judged are the answers for which something fails or is to do.
	judged map[string]check.Outcome
	// lacking names the characters that the list cannot print.
	lacking *field.Remark
}

// The tabs of the results.
const (
	tabVerdict = "" // the one that opens
	tabAnswers = "answers"
	tabAgenda  = "agenda"
)

func (p *page) buildResults() {
	w := p.w
	r := &results{p: p, list: look.Column(look.Gap), rest: look.Column(look.Gap), lacking: field.NewRemark(look.Words)}
	p.tabs = newTabs(p, w.tab, []tab{
		{tabVerdict, func() say.Text { return say.F("结论") }},
		{tabAnswers, func() say.Text { return say.F("核对答案（%d）", r.answered()) }},
		{tabAgenda, func() say.Text { return say.F("按日程办") }},
	}, r.turn)
	r.tabs = p.tabs
	p.main.Add(look.Column(12, r.actions(), r.lacking.Object(), r.tabs.object))
	p.main.Add(r.list)
	p.side.Add(r.rest)
	p.sideMost = look.TextWidth
	p.rows = func() string { return w.tab }
	switch w.tab {
	case tabAnswers:
		p.side.Hide()
	case tabAgenda:
		r.buildAgenda()
	}
	p.updates = append(p.updates, r.update)
}

// openTab opens the results at a tab.
func openTab(w *Window, name string) {
	w.tab = name
	w.Go(forms.StepResults)
}

// turn shows another tab, whose button keeps the focus.
func (r *results) turn(name string) {
	w := r.p.w
	w.tab = name
	r.p.update()
	for i, one := range r.tabs.tabs {
		if one.name == name && w.page.tabs != nil {
			w.window.Canvas().Focus(w.page.tabs.buttons[i])
		}
	}
}

// actions are the buttons above the tabs.
func (r *results) actions() fyne.CanvasObject {
	w := r.p.w
	return look.Flow(look.SmallGap,
		look.NewButton(look.Filled, w.sayf("打印清单…"), w.printList).WithIcon("print"),
		look.NewButton(look.Outlined, w.sayf("预览清单"), w.previewList),
		look.NewButton(look.Outlined, w.sayf("对照填报"), w.transcribe))
}

func (r *results) update() {
	w := r.p.w
	verdict, rest := w.report().Headline()
	r.p.heading.Set(w.Say(verdict))
	r.p.lead.Set(w.Say(r.lead(rest)))
	r.lacking.Set(w.sayLacking(w.lacking(w.typed())))
	r.tabs.update()
	switch w.tab {
	case tabVerdict:
		r.showVerdict()
	case tabAnswers:
		r.showAnswers()
	}
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
