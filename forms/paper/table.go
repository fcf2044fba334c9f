package paper

// table sets a compact table with thin rules.
func (c *composer) table(t Table) []group {
	xs, widths := columnPlaces(t.Columns)
	if len(xs) == 0 {
		return nil
	}
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

// columnPlaces returns where each column begins and how wide its text may be.
func columnPlaces(columns []Column) (xs, widths []float64) {
	sum := 0.0
	for _, column := range columns {
		sum += column.Share
	}
	x := 0.0
	for i, column := range columns {
		width := bodyWidth / float64(len(columns))
		if sum > 0 {
			width = bodyWidth * column.Share / sum
		}
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
	const radius = 1.45
	stripes := make([]stripe, 0, len(columns))
	var marks []item
	for i, cell := range cells[:min(len(cells), len(columns))] {
		x, width := xs[i], widths[i]
		if cell.Mark != NoMark {
			marks = append(marks, drawMark(cell.Mark, point{x + radius, smallLeading / 2}, radius)...)
			x += 2*radius + 1.2
			width -= 2*radius + 1.2
		}
		runs := []Run{{Text: cell.Text, Bold: cell.Bold, Link: cell.Link}}
		stripes = append(stripes, stripe{x, width, c.runs(runs, smallText, width), columns[i].Right})
	}
	pieces := abreast(stripes...)
	if len(pieces) == 0 {
		pieces = []piece{{height: smallLeading}}
	}
	pieces[0].items = append(marks, pieces[0].items...)
	return padded(pieces, 0.5, 0.5)
}

// keyValues sets labels and values, in two columns from the left to the right if
// asked.
func (c *composer) keyValues(list KeyValues) []group {
	count := max(1, min(list.Columns, 2))
	width := (bodyWidth - float64(count-1)*2*gapColumn) / float64(count)
	keys, key := c.keys(list.Items, width*0.55)
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
func (c *composer) keys(items []KeyValue, width float64) (keys [][]setLine, longest float64) {
	for _, pair := range items {
		lines := c.lines(pair.Key, smallGrey, width)
		keys = append(keys, lines)
		for _, line := range lines {
			longest = max(longest, line.width)
		}
	}
	return keys, longest
}
