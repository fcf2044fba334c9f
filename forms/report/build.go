package report

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
)

// Printing is what a printed list needs besides the application and its findings.
type Printing struct {
	Made    time.Time
	File    string      // name of the application file
	Program string      // name and version of the program
	Photo   image.Image // the upright picture that will be uploaded, nil for none
}

// Build makes the pre-submission checklist of an application from the findings
// that the window shows too.
func Build(a *forms.Applicant, r check.Report, p Printing) *Document {
	b := &builder{n: r.Notice, a: a, r: r, p: p, used: map[string]bool{}}
	b.head()
	b.conclusion()
	b.failing()
	b.tasks()
	b.materials()
	b.questions()
	b.passing()
	b.hours()
	b.calendar()
	b.photo()
	b.answers()
	b.add(Signatures{Labels: []string{"本人核对", "单位核对"}})
	b.statement()
	b.annex()
	return &Document{Meta: b.meta(), Blocks: b.blocks}
}

// builder collects the blocks and remembers which clauses they name.
type builder struct {
	n      *notice.Notice
	a      *forms.Applicant
	r      check.Report
	p      Printing
	blocks []Block
	used   map[string]bool
}

func (b *builder) add(blocks ...Block) { b.blocks = append(b.blocks, blocks...) }

func (b *builder) heading(text string) { b.add(Heading{Level: 1, Text: text}) }

func (b *builder) say(text string) { b.add(Paragraph{Runs: []Run{{Text: text}}}) }

func (b *builder) remark(text string) {
	b.add(Paragraph{Runs: []Run{{Text: text, Grey: true}}, Small: true})
}

func (b *builder) meta() Meta {
	return Meta{
		Title:   b.title(),
		Author:  b.a.Person.Name,
		Program: b.p.Program,
		Notice:  fmt.Sprintf("%s v%d", b.n.ID, b.n.Version),
		File:    b.p.File,
		Made:    b.p.Made,
	}
}

func (b *builder) title() string {
	return fmt.Sprintf("职称申报自查清单（%d年度·%s）", b.n.Year, b.n.Place)
}

func (b *builder) head() {
	head := Head{Title: b.title(), Subtitle: "还没选评审计划", Note: "本清单由个人自查软件生成，不是官方文件。"}
	if plan, ok := b.n.Plan(b.a.Plan.Code); ok {
		head.Subtitle = plan.Name
	}
	for _, item := range []KeyValue{
		{Key: forms.PersonName.Label, Value: b.a.Person.Name},
		{Key: forms.UnitName.Label, Value: b.a.Unit.Name},
		{Key: "核对日期", Value: b.a.Schedule.Today.Chinese()},
		{Key: "依据", Value: b.n.Number},
		{Key: "规则包", Value: fmt.Sprintf("%s v%d", b.n.ID, b.n.Version)},
	} {
		if item.Value != "" {
			head.Facts = append(head.Facts, item)
		}
	}
	if b.p.Photo != nil {
		head.Photo = &Photo{Image: b.p.Photo, Width: 25, Height: 35, Caption: "会上传的证件照"}
	}
	b.add(head)
	if remark := guide.Expired(b.n, b.a.Schedule.Today); remark != "" {
		b.remark(remark)
	}
}

func (b *builder) conclusion() {
	b.heading("结论")
	b.add(Paragraph{Runs: []Run{{Text: b.r.Headline(), Bold: true}}})
	var counts []string
	for _, o := range check.Outcomes {
		counts = append(counts, fmt.Sprintf("%s %d", o.Word(), len(b.r.Own(o))))
	}
	b.remark(strings.Join(counts, " · ") + fmt.Sprintf(" · 另有%d个人人都要问的问题。最终以单位和评审机构审核为准。", len(b.r.Standing())))
}

func (b *builder) failing() {
	for _, o := range []check.Outcome{check.Fail, check.Missing} {
		findings := b.r.Own(o)
		if len(findings) == 0 {
			continue
		}
		b.heading(fmt.Sprintf("%s（%d）", o.Word(), len(findings)))
		for _, f := range findings {
			b.finding(f)
		}
	}
	if len(b.r.Problems) == 0 {
		return
	}
	b.heading("看不懂的填写")
	for _, p := range b.r.Problems {
		b.say(fmt.Sprintf("%s：%s（填的是“%s”）", b.label(p.At), p.Message, p.Text))
	}
}

// label is what the place of a file is called on the screen.
func (b *builder) label(path string) string {
	places := forms.Places(b.a, b.n.Demands(b.a))
	if i := slices.IndexFunc(places, func(p forms.Place) bool { return p.Path == path }); i >= 0 {
		return places[i].Label
	}
	return path
}

var marks = map[check.Outcome]Mark{
	check.Fail: MarkFail, check.Missing: MarkMissing, check.Todo: MarkTodo,
	check.Confirm: MarkConfirm, check.Pass: MarkPass, check.NotApplicable: MarkNotApplicable,
}

func (b *builder) finding(f check.Finding) {
	block := Finding{Mark: marks[f.Outcome], Word: f.Outcome.Word(), Title: f.Found, Remedy: f.Remedy, Clause: b.ref(f)}
	if f.Needed != "" {
		block.Text = f.Title + "：要求" + f.Needed
	}
	b.add(block)
}

// ref links a finding to its first clause in the annex.
func (b *builder) ref(f check.Finding) Ref {
	if len(f.Cites) == 0 {
		return Ref{}
	}
	return b.clause(f.Cites[0].Clause)
}

func (b *builder) clause(id string) Ref {
	if _, ok := b.n.Clause(id); !ok {
		return Ref{}
	}
	b.used[id] = true
	return Ref{Label: clauseLabel(id), Anchor: anchor(id)}
}

// clauseLabel prints a bare 一 as 一、 so that nobody reads it as a dash.
func clauseLabel(id string) string {
	if utf8.RuneCountInString(id) == 1 {
		return id + "、"
	}
	return id
}

func anchor(clause string) string { return "clause/" + clause }

func (b *builder) tasks() {
	todo := b.r.ByDue()
	if len(todo) == 0 {
		return
	}
	b.heading(fmt.Sprintf("要办的事（%d），按日期", len(todo)))
	list := TaskList{}
	for _, f := range todo {
		list.Tasks = append(list.Tasks, Task{
			Title: f.Found, Note: f.Remedy, Who: actors(f.Who), By: f.Due.Text(), Clause: b.ref(f),
		})
	}
	b.add(list)
}

func actors(who []check.Actor) string {
	names := make([]string, len(who))
	for i, w := range who {
		names[i] = string(w)
	}
	return strings.Join(names, "、")
}

func (b *builder) materials() {
	b.heading("要准备的材料")
	b.remark(guide.DerivedRemark)
	list := TaskList{}
	for _, m := range guide.Materials(b.n, b.a, b.r) {
		task := Task{Title: m.Name, Note: m.Note, Clause: b.clause(m.Cite.Clause)}
		if f, ok := b.r.Find(m.Check); ok && f.Outcome == check.Pass {
			task.Note = strings.Trim(m.Note+"（已有）", "，")
		}
		list.Tasks = append(list.Tasks, task)
	}
	b.add(list)
	b.remark("纸质材料：" + guide.Papers(b.n, b.a))
}

func (b *builder) questions() {
	own, standing := b.r.Own(check.Confirm), b.r.Standing()
	if len(own)+len(standing)+len(b.r.Answered()) == 0 {
		return
	}
	b.heading(fmt.Sprintf("要问的事（%d）", len(own)+len(standing)))
	b.remark("可以照着念。通知的联系人：" + guide.Contacts(b.n) + "（以当年通知为准）。")
	for _, f := range own {
		b.add(Finding{Mark: MarkConfirm, Word: f.Outcome.Word(), Title: f.Question, Text: f.Found, Remedy: f.Remedy, Clause: b.ref(f)})
	}
	if len(standing) > 0 {
		b.add(Heading{Level: 2, Text: "人人都要问的"})
	}
	list := TaskList{}
	for _, f := range standing {
		list.Tasks = append(list.Tasks, Task{Title: f.Question, Clause: b.ref(f)})
	}
	if len(list.Tasks) > 0 {
		b.add(list)
	}
	if answered := b.r.Answered(); len(answered) > 0 {
		b.add(Heading{Level: 2, Text: "已经问过的"})
		for _, f := range answered {
			b.add(Finding{
				Mark: MarkConfirm, Word: "问过", Title: f.Found,
				Text: "答复：" + f.Answer.Answer + dated(f.Answer.Date), Clause: b.ref(f),
			})
		}
	}
}

func dated(date string) string {
	if date == "" {
		return ""
	}
	return "（" + forms.ParseDate(date).Chinese() + "）"
}

// passing leaves out the steps that have tables of their own.
func (b *builder) passing() {
	findings := slices.DeleteFunc(b.r.Own(check.Pass), func(f check.Finding) bool {
		return f.Step == forms.StepPhoto || f.Step == forms.StepContinuingEducation
	})
	if len(findings) > 0 {
		b.heading(fmt.Sprintf("符合的项（%d）", len(b.r.Own(check.Pass))))
		b.remark("学时和证件照的各项在后面的表里。")
		table := Table{Columns: []Column{{Title: "项目", Share: 3}, {Title: "您的情况", Share: 7}, {Title: "通知要求", Share: 5}, {Title: "条款", Share: 3}}}
		for _, f := range findings {
			ref := b.ref(f)
			table.Rows = append(table.Rows, []Cell{
				{Text: f.Title, Mark: MarkPass}, {Text: f.Found}, {Text: f.Needed}, {Text: ref.Label, Link: ref.Anchor},
			})
		}
		b.add(table)
	}
	var others []string
	for _, f := range b.r.Own(check.NotApplicable) {
		if title := strings.TrimLeft(f.Title, "0123456789年"); !slices.Contains(others, title) {
			others = append(others, title)
		}
	}
	if len(others) > 0 {
		b.remark("不适用：" + strings.Join(others, "、") + "。")
	}
}
