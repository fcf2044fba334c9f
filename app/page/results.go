package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// results is the last page, in three tabs: what came out and is to do next, all answers,
// and the days.
type results struct {
	p    *Page
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
	TabVerdict = "" // the one that opens
	TabAnswers = "answers"
	TabAgenda  = "agenda"
)

func buildResults(p *Page) {
	room := p.room
	r := &results{p: p, list: look.Column(look.Gap), rest: look.Column(look.Gap), lacking: field.NewRemark(look.Words)}
	p.tabs = newTabs(p, room.tab, []tab{
		{TabVerdict, func() say.Text { return say.F("结论") }},
		{TabAnswers, func() say.Text { return say.F("核对答案（%d）", r.answered()) }},
		{TabAgenda, func() say.Text { return say.F("按日程办") }},
	}, r.turn)
	r.tabs = p.tabs
	head := look.Apart(look.Gap, look.Inset(look.Insets{Top: 10}, r.tabs.row), r.actions())
	p.Main.Add(look.Column(8, head, look.Rule(), r.lacking.Object()))
	p.Main.Add(r.list)
	p.side.Add(r.rest)
	p.rows = func() string { return room.tab }
	switch room.tab {
	case TabAnswers:
		p.side.Hide()
	case TabAgenda:
		buildAgenda(r)
	}
	p.updates = append(p.updates, r.update)
}

// turn shows another tab, whose button keeps the focus.
func (r *results) turn(name string) {
	room := r.p.room
	room.tab = name
	r.p.Update()
	for i, one := range r.tabs.tabs {
		if one.name == name && room.page.tabs != nil {
			room.Window.Canvas().Focus(room.page.tabs.buttons[i])
		}
	}
}

// actions are the buttons beside the tabs.
func (r *results) actions() fyne.CanvasObject {
	room := r.p.room
	return look.Row(look.SmallGap,
		look.NewButton(look.Filled, room.sayf("打印清单…"), room.PrintList).WithIcon("print"),
		look.NewButton(look.Outlined, room.sayf("预览清单"), func() { room.Go(StepPreview) }),
		look.NewButton(look.Outlined, room.sayf("对照填报"), func() { room.Go(StepTranscript) }))
}

func (r *results) update() {
	room := r.p.room
	verdict, rest := room.Report().Headline()
	r.p.Heading.Set(room.Say(verdict))
	r.p.Lead.Set(room.Say(r.lead(rest)))
	r.tabs.update()
	switch room.tab {
	case TabVerdict:
		r.showVerdict()
		r.noteLacking()
	case TabAnswers:
		r.showAnswers()
		r.noteLacking()
	}
}

// noteLacking names what the list cannot print; it goes through all that was typed.
func (r *results) noteLacking() {
	r.lacking.Set(sayLacking(r.p.room, r.p.room.Lacking(typed(r.p.room))))
}

// lead says what is open besides what the headline says, and as of which day.
func (r *results) lead(rest say.Text) say.Text {
	if rest.Empty() {
		rest = say.Join("", r.also(r.p.room.Report()), check.LastWord)
	}
	if report := r.p.room.Draft().Report(); report.AsOf.Known() && !report.Expired { // that is said above
		rest = say.Join("", rest, say.F("按%s检查。", report.AsOf.Chinese()))
	}
	return rest
}

// also counts what is open besides what the headline counts, which is the first.
func (r *results) also(report check.Report) say.Text {
	var parts []say.Text
	for _, c := range Counts {
		if n := len(report.Own(c.Outcome)); n > 0 {
			parts = append(parts, c.Says(n))
		}
	}
	if len(parts) < 2 {
		return say.Text{}
	}
	return say.F("另有%s。", say.Join("、", parts[1:]...))
}
