package paper

import (
	"fmt"
	"slices"
	"strings"
)

// Compose lays a document out on A4 pages.
func Compose(doc *Document, fonts *Fonts) *Pages {
	c := newComposer(fonts)
	c.meta = doc.Meta
	sheet, groups := c.sheets(doc)
	groups = append(groups, c.groups(doc.Blocks[doc.Sheet:])...)
	c.cleaner.line(doc.Meta.Foot()) // counts what cannot be printed
	unprintable := c.cleaner.unprintable()
	if len(unprintable) > 0 {
		groups = append(groups, c.note(unprintable)...)
	}
	placed := paginate(groups)
	pages := &Pages{
		meta: doc.Meta, fonts: fonts, anchors: placed.anchors,
		outline: placed.outline, unprintable: unprintable,
		blocks: slices.Concat(sheet.Page, sheet.Rest, doc.Blocks[doc.Sheet:]),
	}
	pages.feet = c.feet(len(placed.sheets))
	for i, sheet := range placed.sheets {
		sheet.page.items = append(sheet.page.items, c.foot(pages.feet[i])...)
		pages.pages = append(pages.pages, sheet.page)
	}
	return pages
}

// composer turns blocks into groups of pieces.
type composer struct {
	typesetter
	meta  Meta
	level int // of the last bookmark
}

func newComposer(fonts *Fonts) *composer {
	m := newMeasure(fonts)
	return &composer{typesetter: typesetter{measure: m, cleaner: newCleaner(m), fit: fullSize}, level: -1}
}

func (c *composer) groups(blocks []Block) []group {
	var groups []group
	breakNext := false
	for len(blocks) > 0 {
		block := blocks[0]
		if _, ok := block.(PageBreak); ok {
			breakNext = true
			blocks = blocks[1:]
			continue
		}
		var made []group
		made, blocks = c.next(blocks)
		if breakNext && len(made) > 0 {
			made[0].breakBefore = true
			breakNext = false
		}
		joinTo(groups, block, made)
		groups = append(groups, made...)
	}
	return groups
}

// next sets the first of some blocks, and with a chart the charts after it; it
// returns the blocks that are left.
func (c *composer) next(blocks []Block) ([]group, []Block) {
	var charts []BarChart
	for _, block := range blocks {
		chart, ok := block.(BarChart)
		if !ok {
			break
		}
		charts = append(charts, chart)
	}
	if len(charts) > 0 {
		return c.charts(charts), blocks[len(charts):]
	}
	return c.block(blocks[0]), blocks[1:]
}

// joinTo settles how a block follows what is before it. Under a heading there
// is little space, and a short remark there stays with what it is about: a heading
// with nothing but its remark at a page's end says nothing. Nor do lines to sign
// mean anything on a page of their own.
func joinTo(before []group, block Block, made []group) {
	if len(before) == 0 || len(made) == 0 {
		return
	}
	last := &before[len(before)-1]
	p, paragraph := block.(Paragraph)
	switch {
	case last.heading:
		made[0].before = min(made[0].before, gapRemark)
		made[0].remark = paragraph && p.Small && made[0].together
		made[0].withNext = made[0].withNext || made[0].remark
	case last.remark:
		made[0].before = max(made[0].before, gapRemark)
	}
	if _, ok := block.(Signatures); ok {
		last.withNext = true
	}
}

func (c *composer) block(block Block) []group {
	switch b := block.(type) {
	case Head:
		return c.head(b)
	case Heading:
		return c.heading(b)
	case Paragraph:
		return c.paragraph(b)
	case Finding:
		return c.finding(b)
	case TaskList:
		return c.tasks(b)
	case Table:
		return c.table(b)
	case KeyValues:
		return c.keyValues(b)
	case Statement:
		return c.statement(b)
	case Signatures:
		return c.signatures(b)
	case Clause:
		return c.clause(b)
	}
	panic(fmt.Sprintf("paper: no layout for %T", block))
}

// note names on paper what the fonts do not have.
func (c *composer) note(list []Unprintable) []group {
	var names []string
	for _, one := range list {
		names = append(names, c.meta.sayf("%s（%d处）", fmt.Sprintf("U+%04X", one.Rune), one.Count))
	}
	text := c.meta.sayf("有些字印不出来，上面用%c代替：%s。请手写补上。", substitute, strings.Join(names, c.meta.sayf("、")))
	return c.paragraph(Paragraph{Runs: []Run{{Text: text}}, Small: true})
}
