package report

import (
	"math"
	"strconv"
)

// chartScale maps values to millimetres.
type chartScale struct {
	left  float64
	width float64
	top   float64 // the value at the right end
}

func (s chartScale) x(value float64) float64 {
	return s.left + s.width*math.Max(0, math.Min(value, s.top))/s.top
}

// Rooms of a bar chart, in millimetres.
const (
	chartLabel = 24.0
	chartText  = 46.0
	barRow     = 6.2
	barHeight  = 3.4
)

// chart sets horizontal bars against the required line. What is wanting is an
// empty dashed box up to the line, so that it shows in black and white.
func (c *composer) chart(chart BarChart) []group {
	scale := chartScale{chartLabel, bodyWidth - chartLabel - chartText, chartTop(chart)}
	pieces := c.chartTitle(chart, scale)
	for _, bar := range chart.Bars {
		pieces = append(pieces, c.bar(chart, bar, scale))
	}
	return []group{{pieces: pieces, together: true, before: gapBlock}}
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
func (c *composer) chartTitle(chart BarChart, scale chartScale) []piece {
	pieces := column(c.lines(chart.Title, smallBold, bodyWidth), 0)
	if chart.Required <= 0 {
		return pieces
	}
	label := chart.RequiredLabel + " " + figure(chart.Required) + chart.Unit
	lines := c.lines(label, smallGrey, scale.width)
	width := 0.0
	for _, line := range lines {
		width = math.Max(width, line.width)
	}
	x := math.Max(scale.left, math.Min(scale.x(chart.Required)-width/2, scale.left+scale.width-width))
	return append(pieces, column(lines, x)...)
}

// bar sets one bar, its figure and its note.
func (c *composer) bar(chart BarChart, bar Bar, scale chartScale) piece {
	text := c.runs([]Run{
		{Text: figure(bar.Value) + chart.Unit, Bold: true}, {Text: "  " + bar.Note, Grey: true},
	}, smallText, chartText-gapColumn)
	row := abreast(
		stripe{x: 0, lines: c.lines(bar.Label, smallText, chartLabel-gapColumn)},
		stripe{x: bodyWidth - chartText + gapColumn, lines: text},
	)
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
	return made
}

// figure writes a number without needless digits.
func figure(value float64) string {
	return strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
}
