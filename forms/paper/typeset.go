package paper

import (
	"slices"

	"zhicheng/forms/linebreak"
)

// Type sizes in points and the height of their lines in millimetres. The ratio is
// 1.5 for running text and smaller for tables and notes. Nothing is smaller than
// tinySize.
const (
	textSize  = 10.0
	smallSize = 8.5
	tinySize  = 8.0

	textLeading  = textSize * 1.5 * pointSize
	smallLeading = smallSize * 1.45 * pointSize
	tinyLeading  = tinySize * 1.4 * pointSize
)

// style is how a text is set.
type style struct {
	size    float64 // points
	leading float64 // millimetres
	weight  weight
	ink     colour
}

var (
	plainText = style{textSize, textLeading, regular, inkText}
	boldText  = style{textSize, textLeading, bold, inkText}
	greyText  = style{textSize, textLeading, regular, inkGrey}
	smallText = style{smallSize, smallLeading, regular, inkText}
	smallBold = style{smallSize, smallLeading, bold, inkText}
	smallGrey = style{smallSize, smallLeading, regular, inkGrey}
	tinyGrey  = style{tinySize, tinyLeading, regular, inkGrey}
)

// baseline is how far the baseline lies below the top of a line. A Chinese
// character reaches 0.88 of the size above it and 0.12 below.
func (s style) baseline() float64 {
	size := s.size * pointSize
	return (s.leading-size)/2 + 0.88*size
}

// setLine is a line of text ready to be drawn from x = 0, y = 0 as its top.
type setLine struct {
	items  []item
	width  float64
	height float64
	base   float64 // from the top to the baseline
}

// blankLine is an empty line between paragraphs.
func blankLine(s style) setLine {
	return setLine{height: s.leading, base: s.baseline()}
}

// typesetter breaks text into lines.
type typesetter struct {
	measure *measure
	cleaner *cleaner
	fit     fit
}

// lines sets one text in one style.
func (t *typesetter) lines(text string, s style, width float64) []setLine {
	return t.runs([]Run{{Text: text}}, s, width)
}

// linked sets a text that leads to an anchor, or plainly if there is none.
func (t *typesetter) linked(text, anchor string, s style, width float64) []setLine {
	return t.runs([]Run{{Text: text, Link: anchor}}, s, width)
}

// runs sets text of several styles. Lines that overlong spaces make wider than
// width stay inside it, because spaces at the end of a line are not drawn.
func (t *typesetter) runs(runs []Run, s style, width float64) []setLine {
	s = t.scaled(s)
	set := measured{runs: runs, style: s}
	for _, run := range runs {
		w := s.of(run).weight
		for _, r := range t.cleaner.text(run.Text) {
			thousandths := 0.0
			if r != '\n' {
				thousandths = t.measure.width(r, w)
			}
			set.text = append(set.text, r)
			set.widths = append(set.widths, thousandths*s.size*pointSize/1000)
		}
		set.ends = append(set.ends, len(set.text))
	}
	broken := linebreak.Lines(set.text, set.widths, width)
	lines := make([]setLine, len(broken))
	for i, line := range broken {
		lines[i] = set.line(line.From, line.To)
	}
	return lines
}

// of is the style with what a run changes in it.
func (s style) of(run Run) style {
	if run.Bold {
		s.weight = bold
	}
	switch {
	case run.Link != "":
		s.ink = inkAccent
	case run.Grey:
		s.ink = inkGrey
	}
	return s
}

// measured is the characters of some runs with their widths.
type measured struct {
	runs   []Run
	style  style
	text   []rune
	widths []float64
	ends   []int // of the runs
}

// line draws a part of the text with one item for each run.
func (m measured) line(from, to int) setLine {
	line := blankLine(m.style)
	for i, run := range m.runs {
		end := min(m.ends[i], to)
		if end <= from {
			continue
		}
		width := 0.0
		for _, w := range m.widths[from:end] {
			width += w
		}
		own := m.style.of(run)
		line.items = append(line.items, inkedText{
			at: point{line.width, own.baseline()}, text: string(m.text[from:end]),
			size: own.size, weight: own.weight, ink: own.ink,
		})
		if run.Link != "" {
			line.items = append(line.items, hotspot{point{line.width, 0}, width, own.leading, run.Link})
		}
		line.width += width
		from = end
	}
	return line
}

func firstLine(lines []setLine) setLine {
	if len(lines) == 0 {
		return setLine{}
	}
	return lines[0]
}

// stripe is a column of lines in a row of columns.
type stripe struct {
	x     float64
	width float64
	lines []setLine
	right bool
}

// abreast sets stripes side by side, their baselines aligned; piece i has line i of
// each.
func abreast(stripes ...stripe) []piece {
	count := 0
	for _, s := range stripes {
		count = max(count, len(s.lines))
	}
	pieces := make([]piece, count)
	for i := range pieces {
		above, below := 0.0, 0.0
		for _, s := range stripes {
			if i < len(s.lines) {
				above = max(above, s.lines[i].base)
				below = max(below, s.lines[i].height-s.lines[i].base)
			}
		}
		pieces[i] = piece{height: above + below, stripes: make([][]item, len(stripes))}
		for k, s := range stripes {
			if i < len(s.lines) {
				pieces[i].stripes[k] = s.items(i, above)
			}
		}
	}
	return pieces
}

// items draws a line at its place in the row, on the row's baseline.
func (s stripe) items(line int, base float64) []item {
	one, x := s.lines[line], s.x
	if s.right {
		x += s.width - one.width
	}
	return moveAll(one.items, x, base-one.base)
}

// column sets lines one below the other from x on.
func column(lines []setLine, x float64) []piece {
	return abreast(stripe{x: x, lines: lines})
}

// padded adds room above the first and below the last piece.
func padded(pieces []piece, above, below float64) []piece {
	if len(pieces) == 0 {
		return nil
	}
	first, last := &pieces[0], &pieces[len(pieces)-1]
	first.items = moveAll(first.items, 0, above)
	for i, one := range first.stripes {
		first.stripes[i] = moveAll(one, 0, above)
	}
	first.height += above
	last.height += below
	return pieces
}

// lineByLine makes one column of several, to be read across.
func lineByLine(pieces []piece) []piece {
	for i, one := range pieces {
		pieces[i].stripes = [][]item{slices.Concat(one.stripes...)}
	}
	return pieces
}
