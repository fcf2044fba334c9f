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
	section := say.F("要办的事（%d），按日期", len(todo))
	b.heading(section)
	days := make([]forms.Day, 0, len(todo))
	list := make([]paper.Task, len(todo))
	for i, f := range todo {
		list[i] = paper.Task{
			Title: b.say(f.Found), Note: b.say(f.Remedy), Who: b.actors(f.Who), By: b.say(f.Due.Chinese()), Clause: b.refAll(f),
		}
		if f.Due.Set {
			days = append(days, f.Due.Day)
		}
	}
	if said := guide.LastDays(b.n, days); !said.Empty() {
		b.remark(said)
	}
	b.ticks(section, list, taskNotes, 0)
}

// ticks prints a list of page 1, what it has no room for on the page after.
func (b *builder) ticks(section say.Text, tasks []paper.Task, notes omission, columns int) {
	most := b.fitting(len(tasks))
	for i, task := range tasks[:most] {
		tasks[i].Note = b.noted(notes, section, task.Title, task.Note)
	}
	b.add(paper.TaskList{Tasks: tasks[:most], Columns: columns})
	if most < len(tasks) {
		left := b.later(section)
		left.blocks = append(left.blocks, paper.TaskList{Tasks: tasks[most:], Columns: min(columns, 2)}) // with their notes
		b.rest(len(tasks) - most)
	}
}

func (b *builder) actors(who []check.Actor) string {
	names := make([]say.Text, len(who))
	for i, w := range who {
		names[i] = w.Say()
	}
	return b.say(say.Join("、", names...))
}

func (b *builder) materials() {
	section := say.F("要准备的材料")
	b.heading(section)
	b.remark(guide.DerivedRemark(b.n))
	var asked, extra []paper.Task
	for _, m := range guide.Materials(b.n, b.a, b.r) {
		if m.Extra {
			extra = append(extra, paper.Task{Title: b.say(m.Name), Clause: b.clause(m.Cite.Clause)})
			continue
		}
		asked = append(asked, paper.Task{Title: b.say(m.Name), Note: b.say(m.Told()), Clause: b.clause(m.Cite.Clause), Done: m.Ready})
	}
	columns := 2
	if b.leaves(materialNotes) {
		columns = 3
	}
	b.ticks(section, asked, materialNotes, columns)
	if papers := guide.Papers(b.n, b.a); !papers.Empty() {
		b.remark(say.F("纸质材料：%s", papers))
	}
	b.ofUse(extra)
}

// ofUse prints the materials that the notice does not name but are of use.
func (b *builder) ofUse(extra []paper.Task) {
	section := say.F("通知的材料里没有列，但用得上")
	switch {
	case b.leaves(extras):
		left := b.later(section)
		left.blocks = append(left.blocks, paper.TaskList{Tasks: extra, Columns: 3})
	case b.leaves(tickBoxes):
		runs := []paper.Run{{Text: b.sayf("通知的材料里没有列，但用得上："), Grey: true}}
		for i, task := range extra {
			if i > 0 {
				runs = append(runs, paper.Run{Text: b.sayf("、")})
			}
			runs = append(runs, paper.Run{Text: task.Title})
			if task.Clause.Label != "" {
				runs = append(runs, paper.Run{Text: " "}, paper.Run{Text: task.Clause.Label, Grey: true, Link: task.Clause.Anchor})
			}
		}
		b.add(paper.Paragraph{Runs: runs, Small: true})
	default:
		b.remark(section)
		b.add(paper.TaskList{Tasks: extra, Columns: 3})
	}
}

// extras says why the materials are of use that the notice does not name, and what
// becomes of scans that cannot be read.
func (b *builder) extras() {
	var notes []say.Text
	for _, m := range guide.Materials(b.n, b.a, b.r) {
		if m.Extra && !m.Note.Empty() {
			notes = append(notes, say.F("%s：%s。", m.Name, m.Note))
		}
	}
	b.heading(say.F("关于材料"))
	if readable := guide.ReadableRemark(b.n); !readable.Empty() {
		b.remark(readable)
	}
	for _, note := range notes {
		b.remark(note)
	}
}

func (b *builder) questions() {
	own, standing := b.r.Own(check.Confirm), b.r.Standing()
	if len(own)+len(standing) == 0 {
		return
	}
	section := b.r.Asking()
	b.heading(section)
	b.remark(say.F("可以照着念。通知的联系人：%s（以当年通知为准）。", guide.Contacts(b.n)))
	var list []paper.Task
	for _, f := range own {
		note := say.Join("。", say.F("%s：%s", f.Title, f.Found), f.Remedy)
		list = append(list, paper.Task{Title: b.say(f.Question), Note: b.say(note), Clause: b.refAll(f)})
	}
	for _, f := range standing { // the same for everybody
		list = append(list, paper.Task{Title: b.say(f.Question), Clause: b.refAll(f)})
	}
	b.ticks(section, list, questionNotes, 1)
}

// settled prints the questions that were asked, with the answers.
func (b *builder) settled() {
	answered := b.r.Answered()
	if len(answered) == 0 {
		return
	}
	b.heading(say.F("已经问过的"))
	for _, f := range answered {
		b.add(paper.Finding{
			Mark: paper.MarkConfirm, Word: b.sayf("问过"), Title: b.say(f.Found),
			Text: b.say(answer(f.Answer)), Clause: b.ref(f),
		})
	}
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
