package paper

import (
	"math"
	"slices"
	"strconv"
)

// chartScale maps values to millimetres; the text of a bar begins at text.
type chartScale struct {
	left  float64
	width float64
	top   float64 // the value at the right end
	text  float64
	end   float64
}

func (s chartScale) x(value float64) float64 {
	return s.left + s.width*math.Max(0, math.Min(value, s.top))/s.top
}

// Rooms of bar charts, in millimetres. Up to three charts in sequence are set side
// by side, with less room for their labels.
const (
	chartLabel  = 24.0
	chartText   = 46.0
	chartsInRow = 3
	smallLabel  = 9.0
	smallFigure = 28.0
	gapFigure   = 1.2
	gapChart    = 4.0
	barRow      = 5.6
	barHeight   = 3.2
)

// barLines is how many lines of words stay next to their bar; longer words go on below
// it, where a page may end.
const barLines = 8

// charts sets horizontal bars against the required line. What is wanting is an
// empty dashed box up to the line, so that it shows in black and white.
func (c *composer) charts(list []BarChart) []group {
	var groups []group
	for row := range slices.Chunk(list, chartsInRow) {
		var pieces []piece
		width := (bodyWidth - float64(len(row)-1)*gapChart) / float64(len(row))
		for i, chart := range row {
			left := float64(i) * (width + gapChart)
			scale := chartScale{left + chartLabel, width - chartLabel - chartText, chartTop(chart), left + width - chartText, left + width}
			if len(row) > 1 {
				scale = chartScale{left + smallLabel, width - smallLabel - smallFigure, chartTop(chart), left + width - smallFigure, left + width}
			}
			pieces = sideBySide(pieces, c.chart(chart, left, scale))
		}
		groups = append(groups, group{pieces: pieces, together: true, before: gapBlock})
	}
	return groups
}

// sideBySide puts pieces next to others, to be read after them.
func sideBySide(left, right []piece) []piece {
	columns := 0
	for _, one := range left {
		columns = max(columns, len(one.stripes))
	}
	for len(left) < len(right) {
		left = append(left, piece{})
	}
	for i, one := range right {
		both := &left[i]
		both.height = math.Max(both.height, one.height)
		both.items = append(both.items, one.items...)
		for len(both.stripes) < columns {
			both.stripes = append(both.stripes, nil)
		}
		both.stripes = append(both.stripes, one.stripes...)
	}
	return left
}

func (c *composer) chart(chart BarChart, left float64, scale chartScale) []piece {
	pieces := c.chartTitle(chart, left, scale)
	for _, bar := range chart.Bars {
		pieces = append(pieces, c.bar(chart, bar, left, scale)...)
	}
	return pieces
}

// chartTop is the value at the right end of a chart: a little more than the
// longest bar and the required line.
func chartTop(chart BarChart) float64 {
	top := chart.Required
	for _, bar := range chart.Bars {
		top = math.Max(top, barValue(bar))
	}
	if top <= 0 {
		return 1
	}
	return top * 1.05
}

// barValue is what a bar can show: negative and impossible values show nothing.
func barValue(bar Bar) float64 {
	if bar.Value > 0 && !math.IsInf(bar.Value, 0) {
		return bar.Value
	}
	return 0
}

// chartTitle sets the chart's title and, over the required line, what it means.
func (c *composer) chartTitle(chart BarChart, left float64, scale chartScale) []piece {
	pieces := column(c.lines(chart.Title, smallBold, scale.end-left), left)
	if chart.Required <= 0 {
		return pieces
	}
	label := chart.RequiredLabel + " " + c.meta.amount(chart.Required, chart.Unit)
	lines := c.lines(label, smallGrey, scale.width)
	width := 0.0
	for _, line := range lines {
		width = math.Max(width, line.width)
	}
	x := math.Max(scale.left, math.Min(scale.x(chart.Required)-width/2, scale.left+scale.width-width))
	return append(pieces, column(lines, x)...)
}

// bar sets one bar, its figure and its note.
func (c *composer) bar(chart BarChart, bar Bar, left float64, scale chartScale) []piece {
	text := c.runs([]Run{
		{Text: c.meta.amount(bar.Value, chart.Unit), Bold: true}, {Text: " " + bar.Note, Grey: true},
	}, smallText, scale.end-scale.text-gapFigure)
	row := abreast(
		stripe{x: left, lines: c.lines(bar.Label, smallText, scale.left-left-1)},
		stripe{x: scale.text + gapFigure, lines: text},
	)
	row, below := row[:min(len(row), barLines)], row[min(len(row), barLines):]
	made := piece{height: math.Max(barRow, heightOf(row)+1)}
	made.stripes = [][]item{stacked(row, 0, (made.height-heightOf(row))/2)}
	at := point{scale.left, (made.height - barHeight) / 2}
	full := scale.x(barValue(bar)) - scale.left
	made.items = append(made.items, frame{at: at, w: full, h: barHeight, ink: inkGrey})
	if gap := scale.x(chart.Required) - scale.left - full; gap > 0.3 {
		made.items = append(made.items, frame{
			at: at.plus(full, 0), w: gap, h: barHeight, width: 0.2, ink: inkGrey, dashed: true,
		})
	}
	axis := stroke{points: []point{{scale.left, 0}, {scale.left, made.height}}, width: 0.2, ink: inkGrey}
	made.items = append(made.items, axis)
	if chart.Required > 0 {
		x := scale.x(chart.Required)
		made.items = append(made.items, stroke{points: []point{{x, 0}, {x, made.height}}, width: 0.5, ink: inkText})
	}
	return append([]piece{made}, below...)
}

// figure writes a number without needless digits.
func figure(value float64) string {
	return strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
}
