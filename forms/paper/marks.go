package paper

import "math"

// markInks are the colours of the marks on white paper.
var markInks = map[Mark]colour{
	MarkFail:          {0xB3, 0x26, 0x1E},
	MarkMissing:       {0x5B, 0x66, 0x73},
	MarkTodo:          {0x9A, 0x5B, 0x00},
	MarkConfirm:       {0x5A, 0x4F, 0xB0},
	MarkPass:          {0x1B, 0x7F, 0x4B},
	MarkNotApplicable: {0x5B, 0x66, 0x73},
}

// drawMark draws a mark around a centre. The shapes inside the discs are drawn,
// not typed, so that a copied line of text begins with its words.
func drawMark(mark Mark, centre point, radius float64) []item {
	ink := markInks[mark]
	switch mark {
	case NoMark:
		return nil
	case MarkMissing:
		width := radius / 5
		return []item{disc{centre, radius - width/2, width, ink}}
	case MarkNotApplicable:
		return []item{stroke{
			points: []point{centre.plus(-0.6*radius, 0), centre.plus(0.6*radius, 0)},
			width:  radius / 4, ink: ink,
		}}
	}
	items := []item{disc{centre, radius, 0, ink}}
	for _, line := range signLines(mark) {
		points := make([]point, len(line))
		for i, p := range line {
			points[i] = centre.plus(p.x*radius, p.y*radius)
		}
		items = append(items, stroke{points: points, width: radius * 0.24, ink: inkWhite})
	}
	if mark == MarkTodo || mark == MarkConfirm {
		items = append(items, disc{centre.plus(0, 0.52*radius), 0.15 * radius, 0, inkWhite})
	}
	return items
}

// signLines are the white lines in a disc of radius 1.
func signLines(mark Mark) [][]point {
	switch mark {
	case MarkFail:
		return [][]point{{{-0.38, -0.38}, {0.38, 0.38}}, {{0.38, -0.38}, {-0.38, 0.38}}}
	case MarkTodo:
		return [][]point{{{0, -0.56}, {0, 0.16}}}
	case MarkPass:
		return [][]point{{{-0.45, 0.02}, {-0.12, 0.36}, {0.46, -0.34}}}
	default:
		return [][]point{questionHook()}
	}
}

// questionHook is the curve of a question mark: three quarters of a circle from
// the left over the top to the foot, then down.
func questionHook() []point {
	const radius, steps = 0.3, 14
	var hook []point
	for i := range steps + 1 {
		angle := math.Pi * (1 + 1.5*float64(i)/steps)
		hook = append(hook, point{radius * math.Cos(angle), -0.28 + radius*math.Sin(angle)})
	}
	return append(hook, point{0, 0.2})
}

// tickBoxSize is the side of a box to tick, in millimetres.
const tickBoxSize = 3.5

// drawTickBox draws a box to tick, ticked if done.
func drawTickBox(at point, done bool) []item {
	items := []item{frame{at: at, w: tickBoxSize, h: tickBoxSize, width: 0.25, ink: inkText}}
	if done {
		items = append(items, stroke{
			points: []point{at.plus(0.7, 1.8), at.plus(1.5, 2.7), at.plus(2.9, 0.8)},
			width:  0.4, ink: inkText,
		})
	}
	return items
}
