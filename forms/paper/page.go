package paper

import "image"

// A4 paper and the room on it, in millimetres.
const (
	paperWidth  = 210.0
	paperHeight = 297.0
	margin      = 18.0
	bodyWidth   = paperWidth - 2*margin
	bodyHeight  = paperHeight - 2*margin
)

// pointSize is a typographic point in millimetres.
const pointSize = 25.4 / 72

// colour is red, green and blue.
type colour [3]uint8

// The palette of the printed page.
var (
	inkText   = colour{0x1F, 0x29, 0x33}
	inkGrey   = colour{0x4A, 0x53, 0x5E} // darker than the window's: toner prints grey as dots
	inkAccent = colour{0x1F, 0x5F, 0xBF}
	inkRule   = colour{0xB4, 0xBC, 0xC6}
	inkWhite  = colour{0xFF, 0xFF, 0xFF}
)

// point is a place in millimetres from the top left corner.
type point struct{ x, y float64 }

// item is something drawn on a page.
type item interface {
	moved(dx, dy float64) item
}

// inkedText is text of one style on one line; at is the left end of its baseline.
type inkedText struct {
	at     point
	text   string
	size   float64 // points
	weight weight
	ink    colour
}

// stroke is a line through points.
type stroke struct {
	points []point
	width  float64
	ink    colour
}

// disc is a circle, filled or, with a width, drawn as a ring.
type disc struct {
	centre point
	radius float64
	width  float64
	ink    colour
}

// frame is the outline of a box, or a filled one with width 0.
type frame struct {
	at     point
	w, h   float64
	width  float64
	ink    colour
	dashed bool
}

// picture is an image scaled into a box.
type picture struct {
	at    point
	w, h  float64
	image image.Image
}

// hotspot is an area that leads to an anchor.
type hotspot struct {
	at     point
	w, h   float64
	anchor string
}

func (t inkedText) moved(dx, dy float64) item {
	t.at = t.at.plus(dx, dy)
	return t
}

func (s stroke) moved(dx, dy float64) item {
	points := make([]point, len(s.points))
	for i, p := range s.points {
		points[i] = p.plus(dx, dy)
	}
	s.points = points
	return s
}

func (d disc) moved(dx, dy float64) item {
	d.centre = d.centre.plus(dx, dy)
	return d
}

func (f frame) moved(dx, dy float64) item {
	f.at = f.at.plus(dx, dy)
	return f
}

func (p picture) moved(dx, dy float64) item {
	p.at = p.at.plus(dx, dy)
	return p
}

func (h hotspot) moved(dx, dy float64) item {
	h.at = h.at.plus(dx, dy)
	return h
}

func (p point) plus(dx, dy float64) point {
	return point{p.x + dx, p.y + dy}
}

func moveAll(items []item, dx, dy float64) []item {
	moved := make([]item, len(items))
	for i, one := range items {
		moved[i] = one.moved(dx, dy)
	}
	return moved
}

// rule is a thin horizontal line.
func rule(x, y, length, width float64) stroke {
	return stroke{points: []point{{x, y}, {x + length, y}}, width: width, ink: inkRule}
}

// place is a spot on a page; pages count from 0.
type place struct {
	page int
	y    float64
}

// bookmark is an entry of the outline.
type bookmark struct {
	text  string
	level int
	place place
}

// page is what is on one sheet, in absolute millimetres.
type page struct {
	items []item
}

// Pages is a document laid out on A4 paper. It is safe for use by several
// goroutines.
type Pages struct {
	meta        Meta
	fonts       *Fonts
	blocks      []Block
	pages       []page
	feet        []foot
	outline     []bookmark
	anchors     map[string]place
	unprintable []Unprintable
}

// Count returns the number of pages.
func (p *Pages) Count() int { return len(p.pages) }

// Blocks returns what is on the pages in its order: the blocks of the document, or less on
// its sheet and the rest after it.
func (p *Pages) Blocks() []Block { return p.blocks }

// Foot returns what the foot of a page, counted from 0, says: the identification and
// the number.
func (p *Pages) Foot(number int) (left, right string) {
	return p.feet[number].text, p.feet[number].number
}

// Unprintable lists the characters that are printed as 〓 because the fonts do not
// have them. The last page names them too.
func (p *Pages) Unprintable() []Unprintable { return p.unprintable }
