package paper

import (
	"fmt"
	"math"
	"strings"
)

// Compose lays a document out on A4 pages.
func Compose(doc *Document, fonts *Fonts) *Pages {
	c := newComposer(fonts)
	c.meta = doc.Meta
	groups := append(c.sheet(doc.Blocks[:doc.Sheet]), c.groups(doc.Blocks[doc.Sheet:])...)
	foot := c.cleaner.line(doc.Meta.Foot()) // the left part of each foot
	unprintable := c.cleaner.unprintable()
	if len(unprintable) > 0 {
		groups = append(groups, c.note(unprintable)...)
	}
	placed := paginate(groups)
	pages := &Pages{
		meta: doc.Meta, fonts: fonts, anchors: placed.anchors,
		outline: placed.outline, unprintable: unprintable,
	}
	for i, sheet := range placed.sheets {
		number := c.meta.sayf("第%d页，共%d页", i+1, len(placed.sheets))
		sheet.page.items = append(sheet.page.items, c.foot(foot, number)...)
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
	return &composer{typesetter: typesetter{measure: m, cleaner: newCleaner(m), scale: 1}, level: -1}
}

// sheetScales are the sizes of type that a sheet is tried in. At the smallest, notes are
// as large as the foot.
var sheetScales = []float64{1, 0.97, 0.94, 0.91, tinySize / smallSize}

// sheet sets blocks in the largest type in which they fit on one page, with less space
// between them, or else, since they run over anyway, in full size.
func (c *composer) sheet(blocks []Block) []group {
	level := c.level
	defer func() { c.scale = 1 }()
	for _, c.scale = range sheetScales {
		c.level = level
		groups := c.groups(blocks)
		for i := range groups {
			groups[i].before *= math.Pow(c.scale, 6)
		}
		if len(paginate(groups).sheets) == 1 {
			return groups
		}
	}
	c.scale, c.level = 1, level
	return c.groups(blocks)
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

// Where the foot is: its rule and the room for its text, in millimetres.
const (
	footTop    = paperHeight - margin + 4
	footNumber = 28.0
	footLines  = 2
)

// foot draws the identification and the page number below the body.
func (c *composer) foot(text, number string) []item {
	items := []item{rule(margin, footTop, bodyWidth, 0.15)}
	lines := c.lines(text, tinyGrey, bodyWidth-footNumber)
	if len(lines) > footLines {
		lines = append(lines[:footLines-1], c.shortened(lines[footLines-1]))
	}
	left := stripe{x: 0, lines: lines}
	right := stripe{x: bodyWidth - footNumber, width: footNumber, right: true}
	right.lines = c.lines(number, tinyGrey, footNumber)
	return append(items, stacked(abreast(left, right), margin, footTop+0.8)...)
}

// shortened sets a line again with its end replaced by an ellipsis.
func (c *composer) shortened(line setLine) setLine {
	var text []rune
	for _, one := range line.items {
		if inked, ok := one.(inkedText); ok {
			text = append(text, []rune(inked.text)...)
		}
	}
	for ; len(text) > 0; text = text[:len(text)-1] {
		if set := c.lines(string(text)+"…", tinyGrey, bodyWidth-footNumber); len(set) == 1 {
			return set[0]
		}
	}
	return setLine{}
}
