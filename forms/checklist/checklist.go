// Package checklist says what the printed list says: an application's findings, what
// is left to do and to ask, what was filled in, and the clauses word for word. It
// makes a [paper.Document]; how that is set on pages is the business of package paper.
package checklist

import (
	"fmt"
	"image"
	"slices"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// Printing is what a printed list needs besides the application and its findings.
type Printing struct {
	Made    time.Time
	File    string // name of the application file
	Program string // name and version of the program
	// Language is that of what the program says, nil for Chinese. Clauses and what was
	// typed stay as they are.
	Language *say.Language
	// Trust says who made a notice that is not the program's own; nothing of one that is.
	Trust say.Text
	Parts Parts
	Photo image.Image // the upright picture that will be uploaded, nil for none
}

// Build makes the pre-submission checklist of an application from the findings
// that the window shows too. Its first page is complete in itself, to be handed over;
// what follows is an appendix of which the applicant chooses the parts. Each finding has
// one entry: what fails, is to do or to ask on the first page, what is missing or met in
// a table of the appendix, but for the photo, whose values have theirs.
func Build(a *forms.Applicant, r check.Report, p Printing) *paper.Document {
	b := &builder{n: r.Notice, a: a, r: r, p: p, used: map[string]bool{}}
	b.head()
	b.quoting = p.Parts.Has(PartClauses) || p.Parts.Has(PartOpenClauses)
	head := len(b.blocks)
	page1 := b.part(b.page1)
	open := b.part(func() { b.missing(); b.problems(); b.unplanned() })
	b.quoting = p.Parts.Has(PartClauses)
	answers := append(open, b.part(b.inOrder)...)

	b.append(PartPage1, page1)
	sheet := len(b.blocks)
	var shorter []paper.Sheet
	if p.Parts.Has(PartPage1) {
		shorter = b.shorter(b.blocks[:head])
	}
	b.append(PartAnswers, answers)
	b.append(PartStatement, b.part(b.statement))
	if p.Parts.Has(PartClauses) {
		b.append(PartClauses, b.part(b.annex))
	} else {
		b.append(PartOpenClauses, b.part(b.annex))
	}
	return &paper.Document{Meta: b.meta(), Blocks: b.blocks, Sheet: sheet, Shorter: shorter}
}

// page1 is what the applicant hands over: the verdict, what is to do, to bring and to
// ask, and the lines to sign.
func (b *builder) page1() {
	b.conclusion()
	b.failing()
	b.tasks()
	b.materials()
	b.questions()
	b.add(paper.Signatures{Labels: []string{b.sayf("本人核对"), b.sayf("单位核对")}})
	if more := say.Join("", b.continued(), b.further()); !more.Empty() {
		b.remark(more)
	}
}

// inOrder is what there is to look up: what is settled, and what was filled in.
func (b *builder) inOrder() {
	b.settled()
	b.passing()
	b.hours()
	b.photo()
	b.answers()
	b.extras()
	b.calendar()
	b.outlook()
}

// outlook says what time changes, if the rules stayed as they are.
func (b *builder) outlook() {
	said := guide.Outlook(b.n, b.a, b.r.Today)
	if len(said) == 0 {
		return
	}
	b.heading(say.F("推算（不是结论）"))
	for _, text := range said {
		b.remark(text)
	}
}

// builder collects the blocks and remembers which clauses they name.
type builder struct {
	n      *notice.Notice
	a      *forms.Applicant
	r      check.Report
	p      Printing
	blocks []paper.Block
	used   map[string]bool
	// quoting is true while the clauses that are named are quoted in the annex.
	quoting bool
	begun   bool // a part is there already
	brief   brevity
	left    []remainder // what page 1 has no room for
}

func (b *builder) add(blocks ...paper.Block) { b.blocks = append(b.blocks, blocks...) }

// say returns a text in the language of the list.
func (b *builder) say(text say.Text) string { return text.In(b.p.Language) }

// sayf is say of [say.F].
func (b *builder) sayf(format string, values ...any) string {
	if false {
		_ = fmt.Sprintf(format, values...) // so that vet compares verbs and arguments
	}
	return b.say(say.F(format, values...))
}

func (b *builder) heading(text say.Text) { b.add(paper.Heading{Level: 1, Text: b.say(text)}) }

func (b *builder) subheading(text say.Text) { b.add(paper.Heading{Level: 2, Text: b.say(text)}) }

func (b *builder) remark(text say.Text) {
	b.add(paper.Paragraph{Runs: []paper.Run{{Text: b.say(text), Grey: true}}, Small: true})
}

func (b *builder) meta() paper.Meta {
	return paper.Meta{
		Title:   b.title(),
		Author:  forms.Brief(b.a.Person.Name, forms.PersonName.Most),
		Program: b.p.Program,
		Notice:  b.edition(),
		File:    b.p.File,
		Made:    b.p.Made,
		Say:     b.sayf,
	}
}

func (b *builder) title() string {
	return b.sayf("职称申报自查清单（%d年度·%s）", b.n.Year, b.n.Name(b.n.Place))
}

// basis is the notice's number, and who made what is not the program's own.
func (b *builder) basis() string { return b.n.Number + b.maker() }

// maker is who made what is not the program's own.
func (b *builder) maker() string {
	if b.p.Trust.Empty() {
		return ""
	}
	return b.sayf("（%s）", b.p.Trust)
}

// edition is the notice, and which edition of it as data the program has.
func (b *builder) edition() string {
	return b.sayf("%s 第%d版", b.n.Number, b.n.Version) + b.maker()
}

func (b *builder) head() {
	note := say.F("本清单由个人自查软件生成，不是官方文件；签名只表示核对过。句末的“三（一）”一类是通知的条款号。")
	if !b.p.Trust.Empty() {
		note = say.Join("", note, notice.Silence())
	}
	head := paper.Head{Title: b.title(), Subtitle: b.sayf("还没选评审计划"), Note: b.say(note)}
	if plan, ok := b.n.Plan(b.a.Plan.Code); ok {
		head.Subtitle = b.say(b.n.Name(plan.Name))
	}
	head.Facts = b.facts()
	if b.p.Photo != nil {
		head.Photo = fittedPhoto(b.p.Photo)
		head.Photo.Caption = b.sayf("将上传的证件照")
	}
	b.add(head)
	if b.r.Expired {
		remark := say.Join("。", b.r.Rehearsal(), guide.Expired(b.n, b.r.Today))
		b.add(paper.Paragraph{Runs: []paper.Run{{Text: b.say(remark), Bold: true}}})
	}
}

// facts say who was checked, when and by which notice.
func (b *builder) facts() []paper.KeyValue {
	return slices.DeleteFunc([]paper.KeyValue{
		{Key: b.say(forms.PersonName.Label), Value: b.a.Person.Name},
		{Key: b.say(forms.UnitName.Label), Value: b.a.Unit.Name},
		{Key: b.sayf("核对日期"), Value: b.say(b.r.Today.Chinese())},
		{Key: b.sayf("依据"), Value: b.basis()},
	}, func(item paper.KeyValue) bool { return item.Value == "" })
}

// conclusion makes the first sentence of the headline the section's heading.
func (b *builder) conclusion() {
	verdict, rest := b.r.Headline()
	b.heading(verdict)
	if !rest.Empty() {
		b.add(paper.Paragraph{Runs: []paper.Run{{Text: b.say(rest), Bold: true}}})
	}
	var counts []say.Text
	for _, o := range check.Outcomes {
		counts = append(counts, say.F("%s %d", o.Word(), len(b.r.Own(o))))
	}
	if n := len(b.r.Problems); n > 0 {
		counts = append(counts, say.F("看不懂的填写 %d", n))
	}
	counts = append(counts, say.F("另有%d件是每个人都要问的。", len(b.r.Standing())))
	text := say.Join(" · ", counts...)
	if rest.Empty() {
		text = say.Join("", text, check.LastWord)
	}
	b.remark(text)
}

// ref links a finding to its first clause in the annex.
func (b *builder) ref(f check.Finding) paper.Ref {
	if len(f.Cites) == 0 {
		return paper.Ref{}
	}
	return b.clause(f.Cites[0].Clause)
}

// refAll is ref for what the reader will want to look up: the annex quotes the
// other clauses of the finding too.
func (b *builder) refAll(f check.Finding) paper.Ref {
	for _, cite := range f.Cites {
		b.clause(cite.Clause)
	}
	return b.ref(f)
}

func (b *builder) clause(id string) paper.Ref {
	if _, ok := b.n.Clause(id); !ok {
		return paper.Ref{}
	}
	b.used[id] = b.used[id] || b.quoting
	if !b.used[id] {
		return paper.Ref{Label: id}
	}
	return paper.Ref{Label: id, Anchor: anchor(id)}
}

// linked is a cell that leads to a clause.
func linked(ref paper.Ref) paper.Cell { return paper.Cell{Text: ref.Label, Link: ref.Anchor} }

func anchor(clause string) string { return "clause/" + clause }

// annex quotes the clauses that the list names, in the notice's order, with the
// translations that the notice brings.
func (b *builder) annex() {
	b.heading(say.F("引用的条款"))
	b.remark(say.F("以下是%s的原文。", b.n.Number))
	for _, c := range b.n.Clauses() {
		if !b.used[c.ID] {
			continue
		}
		text := c.Text
		if translated := b.say(b.n.Words(c.ID)); translated != c.Tidy() {
			text += "\n" + translated
		}
		b.add(paper.Clause{Anchor: anchor(c.ID), Label: c.ID, Text: text})
	}
}
