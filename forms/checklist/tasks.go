package checklist

import (
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
	b.heading(say.F("要办的事（%d），按日期", len(todo)))
	list := paper.TaskList{Header: paper.Task{
		Title: b.sayf("事项"), Who: b.sayf("谁办"), By: b.sayf("什么时候"), Clause: paper.Ref{Label: b.sayf("条款")},
	}}
	for _, f := range todo {
		list.Tasks = append(list.Tasks, paper.Task{
			Title: b.say(f.Found), Note: b.say(f.Remedy), Who: b.actors(f.Who), By: b.say(f.Due.Text()), Clause: b.refAll(f),
		})
	}
	b.add(list)
}

func (b *builder) actors(who []check.Actor) string {
	names := make([]say.Text, len(who))
	for i, w := range who {
		names[i] = w.Say()
	}
	return b.say(say.Join("、", names...))
}

func (b *builder) materials() {
	b.heading(say.F("要准备的材料"))
	b.remark(guide.DerivedRemark(b.n))
	if readable := guide.ReadableRemark(b.n); !readable.Empty() {
		b.remark(readable)
	}
	var asked, extra paper.TaskList
	for _, m := range guide.Materials(b.n, b.a, b.r) {
		list := &asked
		if m.Extra {
			list = &extra
		}
		list.Tasks = append(list.Tasks, paper.Task{Title: b.say(m.Name), Note: b.say(m.Told()), Clause: b.clause(m.Cite.Clause)})
	}
	b.add(asked)
	b.remark(say.F("纸质材料：%s", guide.Papers(b.n, b.a)))
	b.subheading(say.F("通知没有点名，但用得上"))
	b.add(extra)
}

func (b *builder) questions() {
	own, standing := b.r.Own(check.Confirm), b.r.Standing()
	answered := b.r.Answered()
	if len(own)+len(standing)+len(answered) == 0 {
		return
	}
	b.heading(say.F("要问的事（%d）", len(own)+len(standing)))
	b.remark(say.F("可以照着念。通知的联系人：%s（以当年通知为准）。", guide.Contacts(b.n)))
	for _, f := range own {
		b.add(paper.Finding{
			Mark: paper.MarkConfirm, Word: b.say(f.Outcome.Word()), Title: b.say(f.Question), Text: b.sayf("%s：%s", f.Title, f.Found),
			Remedy: b.say(f.Remedy), Clause: b.refAll(f),
		})
	}
	b.standing(standing)
	if len(answered) > 0 {
		b.subheading(say.F("已经问过的"))
	}
	for _, f := range answered {
		b.add(paper.Finding{
			Mark: paper.MarkConfirm, Word: b.sayf("问过"), Title: b.say(f.Found),
			Text: b.say(answer(f.Answer)), Clause: b.ref(f),
		})
	}
}

// standing prints the questions that are the same for everybody, to tick.
func (b *builder) standing(findings []check.Finding) {
	if len(findings) == 0 {
		return
	}
	b.subheading(say.F("人人都要问的"))
	list := paper.TaskList{}
	for _, f := range findings {
		list.Tasks = append(list.Tasks, paper.Task{Title: b.say(f.Question), Clause: b.refAll(f)})
	}
	b.add(list)
}

// answer is what was answered, and when if that is known.
func answer(c forms.Confirmation) say.Text {
	if c.Date == "" {
		return say.F("答复：%s", c.Answer)
	}
	return say.F("答复：%s（%s）", c.Answer, forms.ParseDate(c.Date).Chinese())
}

func (b *builder) calendar() {
	b.heading(say.F("日程（%d年）", b.n.Year))
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("日期"), Share: 8}, {Title: b.sayf("事项"), Share: 14}, {Title: b.sayf("说明"), Share: 16}, {Title: b.sayf("谁"), Share: 6}, {Title: b.sayf("条款"), Share: 6}}}
	for _, e := range guide.Agenda(b.n, b.a, b.r.AsOf) {
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: b.say(e.When())},
			{Text: b.say(e.Title), Bold: e.Kind == guide.Official},
			{Text: b.say(e.Note)},
			{Text: b.actors(e.Who)},
			linked(b.clause(e.Clause)),
		})
	}
	b.add(table)
}
