package paper

import (
	"slices"
	"strings"
)

// Spaces between blocks and the widths of columns, in millimetres.
const (
	gapBlock   = 2.2
	gapHeading = 5.0
	gapRemark  = 0.8 // under a heading
	gapColumn  = 3.0

	markColumn   = 19.0
	markRadius   = 1.75
	clauseColumn = 24.0
	factColumn   = 22.0
	tickColumn   = 7.0
	whenLeast    = 24.0
	whenMost     = 38.0
)

var (
	titleText    = style{16, 16 * 1.4 * pointSize, bold, inkText}
	subtitleText = style{11, 11 * 1.5 * pointSize, bold, inkText}
	sectionText  = style{12.5, 12.5 * 1.5 * pointSize, bold, inkText}
)

// heading sets a section's or a part's heading and makes it a bookmark.
func (c *composer) heading(h Heading) []group {
	s, level := sectionText, 0
	if h.Level > 1 {
		s, level = boldText, 1
	}
	level = min(level, c.level+1)
	c.level = level
	text := c.cleaner.line(h.Text)
	pieces := column(c.lines(text, s, bodyWidth), 0)
	if len(pieces) == 0 {
		return nil
	}
	pieces[0].anchor = h.Anchor
	pieces[0].bookmark = &bookmark{text: text, level: level}
	made := group{pieces: pieces, together: true, withNext: true, heading: true, before: gapBlock + 1}
	if h.Level <= 1 {
		made.before = gapHeading
		last := &pieces[len(pieces)-1]
		last.items = append(last.items, rule(0, last.height+0.3, bodyWidth, 0.2))
		last.height += 1.6 * c.fit.space
	}
	return []group{made}
}

func (c *composer) paragraph(p Paragraph) []group {
	s := plainText
	if p.Small {
		s = smallText
	}
	return []group{running(column(c.runs(p.Runs, s, bodyWidth), 0), gapBlock)}
}

// running is a group of lines of text. Up to three lines stay together, so that
// no line of a paragraph is ever alone on a page.
func running(pieces []piece, before float64) group {
	return group{pieces: pieces, before: before, together: len(pieces) <= 3}
}

// finding sets the mark with its word at the left and the clause after the title.
func (c *composer) finding(f Finding) []group {
	after := 2*markRadius + 1.5
	word := c.lines(f.Word, boldText, bodyWidth/4)
	x := markColumn
	for _, line := range word {
		x = max(x, after+line.width+gapColumn)
	}
	width := bodyWidth - x
	lines := c.runs(titleRuns(f.Title, f.Clause), plainText, width)
	lines = append(lines, c.lines(f.Text, smallText, width)...)
	if f.Remedy != "" {
		lines = append(lines, c.runs([]Run{{Text: c.meta.remedyLabel(), Bold: true}, {Text: f.Remedy}}, smallText, width)...)
	}
	pieces := abreast(
		stripe{x: after, lines: word},
		stripe{x: x, lines: lines},
	)
	if len(pieces) == 0 {
		return nil
	}
	mark := drawMark(f.Mark, point{markRadius, c.scaled(plainText).leading / 2}, markRadius)
	pieces[0].items = append(mark, pieces[0].items...)
	pieces[0].anchor = f.Anchor
	return []group{{pieces: ruledOff(padded(pieces, 0.7, 0.9)), together: true}}
}

// titleRuns is what a finding or a task says, with its clause.
func titleRuns(title string, clause Ref) []Run {
	runs := []Run{{Text: title, Bold: true}}
	if clause.Label != "" {
		runs = append(runs, Run{Text: "　"}, Run{Text: clause.Label, Grey: true, Link: clause.Anchor})
	}
	return runs
}

// ruledOff draws a thin rule below the last piece.
func ruledOff(pieces []piece) []piece {
	if len(pieces) > 0 {
		last := &pieces[len(pieces)-1]
		last.items = append(last.items, rule(0, last.height, bodyWidth, 0.1))
	}
	return pieces
}

// statement sets a longer text line by line, with its blank lines.
func (c *composer) statement(s Statement) []group {
	var groups []group
	for _, paragraph := range strings.Split(string(c.cleaner.text(s.Text)), "\n") {
		lines := c.lines(paragraph, plainText, bodyWidth)
		if len(lines) == 0 {
			lines = []setLine{blankLine(c.scaled(plainText))}
		}
		groups = append(groups, running(column(lines, 0), 0))
	}
	if len(groups) > 0 {
		groups[0].before = gapBlock
	}
	return groups
}

// clause sets an entry of the annex: the number at the left, the words next to it.
func (c *composer) clause(q Clause) []group {
	x := clauseColumn + gapColumn
	pieces := abreast(
		stripe{x: 0, lines: c.lines(q.Label, smallBold, clauseColumn)},
		stripe{x: x, lines: c.lines(q.Text, smallText, bodyWidth-x)},
	)
	if len(pieces) > 0 {
		pieces[0].anchor = q.Anchor
	}
	return []group{running(padded(pieces, 0.6, 0.6), 0)}
}

// signatures sets lines to sign and to date, two in a row.
func (c *composer) signatures(s Signatures) []group {
	const width = bodyWidth/2 - gapColumn
	var groups []group
	for pair := range slices.Chunk(s.Labels, 2) {
		var stripes []stripe
		for i, label := range pair {
			x := float64(i) * (width + 2*gapColumn)
			stripes = append(stripes, stripe{x: x, lines: c.lines(label, plainText, width/2)})
			stripes = append(stripes, stripe{x: x + width - signDate, lines: c.lines(c.meta.signatureWords(), plainText, signDate)})
		}
		pieces := padded(abreast(stripes...), signRoom, 0)
		if len(pieces) == 0 {
			continue
		}
		for i := 0; i < len(stripes); i += 2 {
			pieces[0].items = append(pieces[0].items, signLinesAfter(stripes[i], width, pieces[0].height)...)
		}
		groups = append(groups, group{pieces: pieces, together: true})
	}
	return groups
}

// Rooms of a line to sign, in millimetres: above it, and for the date.
const (
	signRoom = 7.0
	signDate = 32.0
)

// signLinesAfter draws the line after a label and the one after the date, at the foot of
// a row.
func signLinesAfter(label stripe, width, height float64) []item {
	foot := height - 0.8
	start := label.x + firstLine(label.lines).width + 2
	date := label.x + width - signDate
	return []item{
		stroke{points: []point{{start, foot}, {date - 2, foot}}, width: 0.2, ink: inkText},
		stroke{points: []point{{date + 9, foot}, {label.x + width, foot}}, width: 0.2, ink: inkText},
	}
}
