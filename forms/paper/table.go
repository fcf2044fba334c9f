package paper

import (
	"strings"
	"unicode"

	"zhicheng/forms/linebreak"
)

// A cell's mark in mm, and how far its text begins after the mark's left edge.
const (
	cellMark   = 1.45
	cellIndent = 2*cellMark + 1.2
)

// table sets a compact table with thin rules.
func (c *composer) table(t Table) []group {
	if len(t.Columns) == 0 {
		return nil
	}
	xs, widths := columnPlaces(c.columnWidths(t))
	titles := make([]Cell, len(t.Columns))
	for i, column := range t.Columns {
		titles[i] = Cell{Text: column.Title, Bold: true}
	}
	header := c.tableRow(t.Columns, titles, xs, widths)
	last := &header[len(header)-1]
	last.items = append(last.items, stroke{
		points: []point{{0, last.height}, {bodyWidth, last.height}}, width: 0.3, ink: inkText,
	})
	groups := []group{{pieces: header, together: true, withNext: true, before: gapBlock}}
	for _, cells := range t.Rows {
		row := c.tableRow(t.Columns, cells, xs, widths)
		groups = append(groups, group{pieces: ruledOff(row), together: true, header: header})
	}
	keepEnds(groups[1:])
	return groups
}

// keepEnds keeps the first two and the last two rows of a list on one page: a
// single row at the end or at the beginning of a page looks lost.
func keepEnds(rows []group) {
	if len(rows) > 1 {
		rows[0].withNext = true
		rows[len(rows)-2].withNext = true
	}
}

// columnWidths returns the widths of a table's columns with the gaps after them: by
// their shares, but no narrower than their longest word, as long as the words fit.
func (c *composer) columnWidths(t Table) []float64 {
	least, taken := make([]float64, len(t.Columns)), 0.0
	for i, column := range t.Columns {
		least[i] = c.longestWord(Cell{Text: column.Title, Bold: true})
		for _, row := range t.Rows {
			if i < len(row) {
				least[i] = max(least[i], c.longestWord(row[i]))
			}
		}
		taken += least[i]
	}
	widths := byShare(t.Columns, bodyWidth, nil)
	for narrow := map[int]bool{}; taken <= bodyWidth; {
		room, grew := bodyWidth, false
		for i := range widths {
			if !narrow[i] && widths[i] < least[i] {
				narrow[i], grew = true, true
			}
			if narrow[i] {
				room -= least[i]
			}
		}
		if !grew {
			break
		}
		widths = byShare(t.Columns, room, narrow)
		for i := range narrow {
			widths[i] = least[i]
		}
	}
	return widths
}

// longestWord is the width of a cell's longest word of letters or number of a clause, with
// its mark and the gap after the column. Chinese breaks anywhere.
func (c *composer) longestWord(cell Cell) float64 {
	const never = 1e6
	width := 0.0
	words := strings.FieldsFunc(cell.Text, func(r rune) bool { return r > unicode.MaxLatin1 || !unicode.IsLetter(r) })
	text := []rune(cell.Text)
	for _, number := range linebreak.ClauseNumbers(text) {
		words = append(words, string(text[number.From:number.To]))
	}
	for _, word := range words {
		width = max(width, firstLine(c.runs([]Run{{Text: word, Bold: cell.Bold}}, smallText, never)).width)
	}
	if cell.Mark != NoMark {
		width += cellIndent
	}
	return width + gapColumn
}

// byShare divides room among the columns, apart from those that are left out.
func byShare(columns []Column, room float64, out map[int]bool) []float64 {
	sum := 0.0
	for i, column := range columns {
		if !out[i] {
			sum += column.Share
		}
	}
	widths := make([]float64, len(columns))
	for i, column := range columns {
		switch {
		case out[i]:
		case sum > 0:
			widths[i] = room * column.Share / sum
		default:
			widths[i] = room / float64(len(columns)-len(out))
		}
	}
	return widths
}

// columnPlaces returns where each column begins and how wide its text may be.
func columnPlaces(columns []float64) (xs, widths []float64) {
	x := 0.0
	for i, width := range columns {
		xs = append(xs, x)
		x += width
		if i < len(columns)-1 {
			width -= gapColumn
		}
		widths = append(widths, width)
	}
	return xs, widths
}

// tableRow sets one row; cells that are not given stay empty.
func (c *composer) tableRow(columns []Column, cells []Cell, xs, widths []float64) []piece {
	stripes := make([]stripe, 0, len(columns))
	var marks []item
	for i, cell := range cells[:min(len(cells), len(columns))] {
		x, width := xs[i], widths[i]
		if cell.Mark != NoMark {
			marks = append(marks, drawMark(cell.Mark, point{x + cellMark, c.scaled(smallText).leading / 2}, cellMark)...)
			x += cellIndent
			width -= cellIndent
		}
		runs := []Run{{Text: cell.Text, Bold: cell.Bold, Link: cell.Link}}
		stripes = append(stripes, stripe{x, width, c.runs(runs, smallText, width), columns[i].Right})
	}
	pieces := abreast(stripes...)
	if len(pieces) == 0 {
		pieces = []piece{{height: c.scaled(smallText).leading}}
	}
	pieces[0].items = append(marks, pieces[0].items...)
	return padded(pieces, 0.5, 0.5)
}

// keyValues sets labels and values, in two columns from the left to the right if
// asked.
func (c *composer) keyValues(list KeyValues) []group {
	count := max(1, min(list.Columns, 2))
	width := (bodyWidth - float64(count-1)*2*gapColumn) / float64(count)
	keys, key := c.keys(list.Items, smallGrey, width*0.55)
	var groups []group
	for i := 0; i < len(list.Items); i += count {
		var stripes []stripe
		for k, pair := range list.Items[i:min(i+count, len(list.Items))] {
			x := float64(k) * (width + 2*gapColumn)
			value := c.linked(pair.Value, pair.Link, smallText, width-key-gapColumn)
			stripes = append(stripes, stripe{x: x, lines: keys[i+k]}, stripe{x: x + key + gapColumn, lines: value})
		}
		pieces := padded(abreast(stripes...), 0.3, 0.3)
		groups = append(groups, group{pieces: ruledOff(pieces), together: true})
	}
	if len(groups) > 0 {
		groups[0].before = gapBlock
	}
	keepEnds(groups)
	return groups
}

// keys sets the labels of a list and tells how wide the longest one is.
func (c *composer) keys(items []KeyValue, s style, width float64) (keys [][]setLine, longest float64) {
	for _, pair := range items {
		lines := c.lines(pair.Key, s, width)
		keys = append(keys, lines)
		for _, line := range lines {
			longest = max(longest, line.width)
		}
	}
	return keys, longest
}
