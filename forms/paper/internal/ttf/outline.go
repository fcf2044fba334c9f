package ttf

import (
	"encoding/binary"
	"fmt"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// outline is a glyph as TrueType describes it: points on the curve and, between two of
// them, the control points of quadratic curves. Coordinates are in the font's units, with
// y upwards.
type outline struct {
	points []outlinePoint
	ends   []uint16 // the last point of each contour
}

type outlinePoint struct {
	x, y int16
	on   bool
}

// tolerance is how far a quadratic curve may be from the cubic one that it replaces, in
// units of the font, beside the rounding of its points: of a letter 4 mm high a
// thousandth of a millimetre.
const tolerance = 0.3

// outlineOf reads a glyph's outline from a font with outlines of either kind.
func (f *Face) outlineOf(buffer *sfnt.Buffer, glyph sfnt.GlyphIndex) (outline, error) {
	segments, err := f.Font.LoadGlyph(buffer, glyph, fixed.I(f.unitsPerEm), nil)
	if err != nil {
		return outline{}, fmt.Errorf("字形 %d：%w", glyph, err)
	}
	var o outline
	var at vector
	for _, segment := range segments {
		var to [3]vector
		for i, p := range segment.Args {
			to[i] = vector{float64(p.X) / 64, -float64(p.Y) / 64}
		}
		switch segment.Op {
		case sfnt.SegmentOpMoveTo:
			o.close()
			o.add(to[0], true)
			at = to[0]
		case sfnt.SegmentOpLineTo:
			o.add(to[0], true)
			at = to[0]
		case sfnt.SegmentOpQuadTo:
			o.add(to[0], false)
			o.add(to[1], true)
			at = to[1]
		case sfnt.SegmentOpCubeTo:
			o.cubic(at, to)
			at = to[2]
		}
	}
	o.close()
	return o, nil
}

func (o *outline) add(p vector, on bool) {
	o.points = append(o.points, outlinePoint{int16(math.Round(p.x)), int16(math.Round(p.y)), on})
}

// close ends a contour. TrueType goes back to its first point by itself.
func (o *outline) close() {
	first, last := o.begin(), len(o.points)-1
	if last > first && o.points[last] == o.points[first] {
		o.points = o.points[:last]
		last--
	}
	if last >= first {
		o.ends = append(o.ends, uint16(last))
	}
}

// begin is where the contour begins that is not closed yet.
func (o *outline) begin() int {
	if len(o.ends) == 0 {
		return 0
	}
	return int(o.ends[len(o.ends)-1]) + 1
}

// cubic draws a cubic curve as so many quadratic ones of equal length in its parameter
// that none is further from it than the tolerance: the distance is √3/36 of the third
// difference of the four points, and falls with the third power of their number.
func (o *outline) cubic(from vector, to [3]vector) {
	third := to[2].minus(from).minus(to[1].minus(to[0]).times(3))
	far := math.Sqrt(3) / 36 * math.Hypot(third.x, third.y)
	pieces := max(1, int(math.Ceil(math.Cbrt(far/tolerance))))
	for i := range pieces {
		a, c1, c2, b := cubicPiece(from, to, float64(i)/float64(pieces), float64(i+1)/float64(pieces))
		o.add(c1.plus(c2).times(0.75).minus(a.plus(b).times(0.25)), false)
		o.add(b, true)
	}
}

// cubicPiece is the part of a cubic curve between two values of its parameter.
func cubicPiece(from vector, to [3]vector, t0, t1 float64) (a, c1, c2, b vector) {
	at := func(t float64) (place, speed vector) {
		ab, bc, cd := from.towards(to[0], t), to[0].towards(to[1], t), to[1].towards(to[2], t)
		abc, bcd := ab.towards(bc, t), bc.towards(cd, t)
		return abc.towards(bcd, t), bcd.minus(abc)
	}
	a, speedA := at(t0)
	b, speedB := at(t1)
	return a, a.plus(speedA.times(t1 - t0)), b.minus(speedB.times(t1 - t0)), b
}

// The bits of a point in the table glyf. The bits of y are those of x one further left.
const (
	onCurve   = 0x01
	short     = 0x02 // one byte
	sameOrPos = 0x10 // no byte; with short, the byte is positive
)

// glyf writes the outline as the table of that name holds it; nothing for none.
func (o *outline) glyf() []byte {
	if len(o.points) == 0 {
		return nil
	}
	low, high := o.points[0], o.points[0]
	var flags, xs, ys []byte
	var before outlinePoint
	for _, p := range o.points {
		low.x, low.y, high.x, high.y = min(low.x, p.x), min(low.y, p.y), max(high.x, p.x), max(high.y, p.y)
		xBits, x := step(p.x - before.x)
		yBits, y := step(p.y - before.y)
		bits := xBits | yBits<<1
		if p.on {
			bits |= onCurve
		}
		flags, xs, ys = append(flags, bits), append(xs, x...), append(ys, y...)
		before = p
	}
	data := appendUint16(nil, uint16(len(o.ends)), uint16(low.x), uint16(low.y), uint16(high.x), uint16(high.y))
	data = appendUint16(data, o.ends...)
	data = appendUint16(data, 0) // no instructions
	return append(append(append(data, flags...), xs...), ys...)
}

// step writes how far a point is from the one before, in one direction.
func step(far int16) (bits byte, data []byte) {
	switch {
	case far == 0:
		return sameOrPos, nil
	case 0 < far && far < 256:
		return short | sameOrPos, []byte{byte(far)}
	case -256 < far && far < 0:
		return short, []byte{byte(-far)}
	}
	return 0, binary.BigEndian.AppendUint16(nil, uint16(far))
}

// vector is a place or a way in the font's units.
type vector struct{ x, y float64 }

func (v vector) plus(w vector) vector { return vector{v.x + w.x, v.y + w.y} }

func (v vector) minus(w vector) vector { return vector{v.x - w.x, v.y - w.y} }

func (v vector) times(k float64) vector { return vector{v.x * k, v.y * k} }

func (v vector) towards(w vector, t float64) vector { return v.plus(w.minus(v).times(t)) }
