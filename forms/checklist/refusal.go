package checklist

import (
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// Refusal makes the page for who cannot apply at all: why, by which words of the
// notice, and what would change it.
func Refusal(a *forms.Applicant, r check.Report, p Printing) *paper.Document {
	b := &builder{n: r.Notice, a: a, r: r, p: p, used: map[string]bool{}}
	title := b.sayf("能不能申报的说明（%d年度·%s）", b.n.Year, b.n.Name(b.n.Place))
	b.add(paper.Head{Title: title, Subtitle: b.say(check.Barred), Facts: b.facts(), Note: b.sayf("本说明由个人自查软件生成，不是官方文件。")})
	for _, f := range r.Barring() {
		b.heading(f.Found)
		for _, cite := range f.Cites {
			b.remark(say.F("通知 %s", say.Typed(cite.Clause)))
			b.add(paper.Paragraph{Runs: []paper.Run{{Text: b.sayf("“%s”", cite.Quote)}}})
		}
		b.add(paper.Paragraph{Runs: []paper.Run{{Text: b.sayf("什么情况会不一样"), Bold: true}}})
		for _, text := range f.Otherwise {
			b.add(paper.Paragraph{Runs: []paper.Run{{Text: "· " + b.say(text)}}})
		}
	}
	if contacts := guide.Contacts(b.n); !contacts.Empty() {
		b.remark(say.F("通知的联系人：%s", contacts))
	}
	b.remark(check.LastWord)
	meta := b.meta()
	meta.Title = title
	return &paper.Document{Meta: meta, Blocks: b.blocks}
}
