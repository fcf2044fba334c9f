package checklist

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// brevity is what page 1 leaves to the page after it, and how many findings, tasks and
// questions of a kind it has at most; 0 for all.
type brevity struct {
	leaves omission
	most   int
}

// omission is a set of what page 1 can do without.
type omission uint8

const (
	tickBoxes     omission = 1 << iota // for what is of use and not asked for
	materialNotes                      // how a paper looks
	questionNotes                      // why something is asked
	extras                             // what is of use and not asked for
	quotes                             // the words of the notice that a finding goes against
	taskNotes                          // how something is done
	remedies                           // what can be done about a finding
)

// brevities are tried one after the other until page 1 is one page.
var brevities = func() []brevity {
	const grey = tickBoxes | materialNotes | questionNotes
	var list []brevity
	for _, leaves := range []omission{
		tickBoxes, tickBoxes | materialNotes, grey, grey | extras, grey | extras | quotes,
		grey | quotes | taskNotes, grey | extras | quotes | taskNotes, grey | extras | quotes | taskNotes | remedies,
	} {
		list = append(list, brevity{leaves: leaves})
	}
	for _, most := range []int{12, 10, 8, 7, 6, 5, 4, 3, 2, 1} {
		list = append(list, brevity{leaves: grey | extras | quotes | taskNotes | remedies, most: most})
	}
	return list
}()

// remainder is what page 1 has no room for of one of its sections.
type remainder struct {
	section say.Text
	runs    []paper.Run // notes, each after what it is about
	about   string      // that of the last note
	blocks  []paper.Block
}

// shorter are the ways to say page 1 in less room, after the head.
func (b *builder) shorter(head []paper.Block) []paper.Sheet {
	var sheets []paper.Sheet
	for _, b.brief = range brevities {
		b.left = nil
		page := slices.Concat(head, b.part(b.page1))
		sheets = append(sheets, paper.Sheet{Page: page, Rest: b.part(b.supplement)})
	}
	b.brief, b.left = brevity{}, nil
	return sheets
}

// supplement is the page after page 1 with what that has no room for.
func (b *builder) supplement() {
	if len(b.left) == 0 {
		return
	}
	b.heading(say.F("附页：第一页放不下的"))
	for _, r := range b.left {
		b.subheading(r.section)
		if len(r.runs) > 0 {
			b.add(paper.Paragraph{Runs: r.runs, Small: true})
		}
		b.add(r.blocks...)
	}
}

// leaves reports whether page 1 has no room for something.
func (b *builder) leaves(what omission) bool { return b.brief.leaves&what != 0 }

// later is what is left of a section so far.
func (b *builder) later(section say.Text) *remainder {
	last := len(b.left) - 1
	if last < 0 || b.left[last].section.String() != section.String() {
		b.left = append(b.left, remainder{section: section})
		last++
	}
	return &b.left[last]
}

// noted returns a note, or "" where page 1 has no room for such a note; then it is said,
// with what it is about, on the page after.
func (b *builder) noted(what omission, section say.Text, about, note string) string {
	if note == "" || !b.leaves(what) {
		return note
	}
	r := b.later(section)
	if r.about != about {
		if len(r.runs) > 0 {
			r.runs = append(r.runs, paper.Run{Text: "\n"})
		}
		r.runs = append(r.runs, paper.Run{Text: about, Bold: true})
		r.about = about
	}
	r.runs = append(r.runs, paper.Run{Text: "　" + note})
	return ""
}

// fitting returns how many of so many findings, tasks or questions page 1 has room for.
func (b *builder) fitting(count int) int {
	if b.brief.most == 0 || count <= b.brief.most {
		return count
	}
	return b.brief.most
}

// rest says how many more are on the page after page 1.
func (b *builder) rest(count int) {
	if count > 0 {
		b.add(paper.Paragraph{Runs: []paper.Run{{Text: b.sayf("还有%d项在附页。", count), Bold: true}}, Small: true})
	}
}

// continued says that page 1 goes on.
func (b *builder) continued() say.Text {
	if len(b.left) == 0 {
		return say.Text{}
	}
	return say.F("第一页放不下的在后面的附页。")
}

// further says what can be printed besides, for who has page 1 alone.
func (b *builder) further() say.Text {
	var parts []say.Text
	if !b.p.Parts.Has(PartAnswers) {
		parts = append(parts, say.F("核对结果和填的内容"))
	}
	if !b.p.Parts.Has(PartStatement) && b.a.Statement.Text != "" {
		parts = append(parts, forms.StatementText.Label)
	}
	if !b.p.Parts.Has(PartClauses) && !b.p.Parts.Has(PartOpenClauses) {
		parts = append(parts, say.F("条款原文"))
	}
	if len(parts) == 0 {
		return say.Text{}
	}
	return say.F("另有附录可以打印：%s。", say.Join("、", parts...))
}
