package checklist

import (
	"fmt"
	"strings"

	"zhicheng/forms/say"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/paper"
)

func (b *builder) tasks() {
	todo := b.r.ByDue()
	if len(todo) == 0 {
		return
	}
	b.heading(fmt.Sprintf("要办的事（%d），按日期", len(todo)))
	list := paper.TaskList{Header: paper.Task{Title: "事项", Who: "谁办", By: "什么时候", Clause: paper.Ref{Label: "条款"}}}
	for _, f := range todo {
		list.Tasks = append(list.Tasks, paper.Task{
			Title: f.Found.String(), Note: f.Remedy.String(), Who: actors(f.Who), By: f.Due.Text().String(), Clause: b.refAll(f),
		})
	}
	b.add(list)
}

func actors(who []check.Actor) string {
	names := make([]string, len(who))
	for i, w := range who {
		names[i] = w.Say().String()
	}
	return strings.Join(names, "、")
}

func (b *builder) materials() {
	b.heading("要准备的材料")
	b.remark(guide.DerivedRemark(b.n).String())
	list := paper.TaskList{}
	for _, m := range guide.Materials(b.n, b.a, b.r) {
		task := paper.Task{Title: m.Name.String(), Note: m.Note.String(), Clause: b.clause(m.Cite.Clause)}
		if f, ok := b.r.Find(m.Check); ok && f.Outcome == check.Pass {
			task.Note = strings.Trim(say.F("%s（已有）", m.Note).String(), "，")
		}
		list.Tasks = append(list.Tasks, task)
	}
	b.add(list)
	b.remark(say.F("纸质材料：%s", guide.Papers(b.n, b.a)).String())
}

func (b *builder) questions() {
	own, standing := b.r.Own(check.Confirm), b.r.Standing()
	answered := b.r.Answered()
	if len(own)+len(standing)+len(answered) == 0 {
		return
	}
	b.heading(fmt.Sprintf("要问的事（%d）", len(own)+len(standing)))
	b.remark("可以照着念。通知的联系人：" + guide.Contacts(b.n) + "（以当年通知为准）。")
	for _, f := range own {
		b.add(paper.Finding{
			Mark: paper.MarkConfirm, Word: f.Outcome.Word().String(), Title: f.Question.String(), Text: say.F("%s：%s", f.Title, f.Found).String(),
			Remedy: f.Remedy.String(), Clause: b.refAll(f),
		})
	}
	b.standing(standing)
	if len(answered) > 0 {
		b.add(paper.Heading{Level: 2, Text: "已经问过的"})
	}
	for _, f := range answered {
		b.add(paper.Finding{
			Mark: paper.MarkConfirm, Word: "问过", Title: f.Found.String(),
			Text: "答复：" + f.Answer.Answer + dated(f.Answer.Date), Clause: b.ref(f),
		})
	}
}

// standing prints the questions that are the same for everybody, to tick.
func (b *builder) standing(findings []check.Finding) {
	if len(findings) == 0 {
		return
	}
	b.add(paper.Heading{Level: 2, Text: "人人都要问的"})
	list := paper.TaskList{}
	for _, f := range findings {
		list.Tasks = append(list.Tasks, paper.Task{Title: f.Question.String(), Clause: b.refAll(f)})
	}
	b.add(list)
}

func dated(date string) string {
	if date == "" {
		return ""
	}
	return say.F("（%s）", forms.ParseDate(date).Chinese()).String()
}

func (b *builder) calendar() {
	b.heading(fmt.Sprintf("日程（%d年）", b.n.Year))
	table := paper.Table{Columns: []paper.Column{{Title: "日期", Share: 8}, {Title: "事项", Share: 14}, {Title: "说明", Share: 16}, {Title: "谁", Share: 6}, {Title: "条款", Share: 6}}}
	for _, e := range guide.Agenda(b.n, b.a) {
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: e.When().String()},
			{Text: e.Title.String(), Bold: e.Kind == guide.Official},
			{Text: e.Note.String()},
			{Text: actors(e.Who)},
			linked(b.clause(e.Clause)),
		})
	}
	b.add(table)
}
