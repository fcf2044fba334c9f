package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/notice"
)

func (p *page) buildSchedule() {
	p.card("您的打算", p.ask(forms.Of(forms.ScheduleSubmit), forms.Of(forms.ScheduleUnitPass),
		forms.Of(forms.SchedulePaper), forms.Of(forms.ScheduleToday))...)
	p.main.Add(look.Card(look.Gap, p.title("通知的日期"), p.deadlines()))
	p.findings()
}

// deadlines lists the days that the notice sets, in their order.
func (p *page) deadlines() *fyne.Container {
	dates := p.w.draft.Notice().Dates
	list := look.Column(10)
	for _, row := range []struct {
		deadline notice.Deadline
		words    string
	}{
		{dates.Individual, "个人网上申报截止；这是您要赶的日子"},
		{dates.Unit, "单位审核通过并提交的最后一天，到24时"},
		{dates.System, "系统截止；单位通过以后还要公示五个工作日"},
		{dates.Paper, "纸质材料送到的最后一天"},
		{dates.Cutoff, "年限算到这一天"},
	} {
		list.Add(p.deadline(row.deadline, row.words))
	}
	return list
}

func (p *page) deadline(d notice.Deadline, words string) fyne.CanvasObject {
	day := look.NewText(d.Day.Chinese(), look.Style{Bold: true, One: true})
	clauses := p.clauses([]notice.Citation{{Clause: d.Clause}})
	link := p.opener("day:"+words, clauses)
	link.SetLabel(d.Clause)
	text := look.Column(6, look.NewText(p.w.Say(words), look.Style{}), clauses)
	return look.Stretch(look.Gap, 1, look.Wide(128, day), text, link)
}
