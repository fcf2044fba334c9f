package photo

import (
	"image"
	"math"
)

// The studio norm, in parts of the frame's height: for passport pictures of 33×48 mm the head
// takes .58 to .69 and the room above it .06 to .10.
const (
	headPart = 0.62
	// A straight head may fill more of the frame than the norm says: a leaning one looks worse.
	mostTurnedPart = 0.76
	topPart        = 0.085
	leastTilt      = 1.5 // degrees that are worth turning the picture for
	mostTilt       = 20.0
)

// How far from the norm a frame may be before it costs as much as one in another respect, and
// from when on something is said to be missing.
const (
	headStep    = 0.05
	topStep     = 0.03
	asideStep   = 0.03
	lackingTop  = 0.03 // less room above the head than this
	lackingSide = 0.06 // further from the middle than this, in parts of the width
	lackingFoot = 0.18 // less room below the chin than this
)

// framing is what a frame round a head is made from, all in pixels of the analysis picture.
type framing struct {
	head   head
	ground *ground
	ratio  Ratio
	least  image.Point // the frame must not be smaller
	angle  float64
}

// box is a frame being placed: its middle, turned by the framing's angle, and its height.
type box struct{ x, y, height float64 }

func (f framing) aspect() float64 {
	r := f.ratio.orDefault()
	return float64(r.Width) / float64(r.Height)
}

func (f framing) headHeight() float64 { return f.head.crown + f.head.chin }

// wanted is the height that the norm asks for, and the least height that the spec allows.
func (f framing) wanted() (norm, least float64) {
	least = max(float64(f.least.Y), float64(f.least.X)/f.aspect())
	return max(f.headHeight()/headPart, least), least
}

// turnedFrame places a frame that straightens the head, as far as the picture has the room, else a
// less straight one. It reports whether there was room, and sets the framing's angle.
func (f *framing) turnedFrame() (box, bool) {
	for _, part := range [...]float64{1, 0.85, 0.7, 0.55} {
		f.angle = part * f.head.tilt
		if math.Abs(f.angle) < leastTilt {
			break
		}
		if b, ok := f.atAngle(); ok {
			return b, true
		}
	}
	f.angle = 0
	return box{}, false
}

// atAngle places a frame at the framing's angle: as the norm asks, else smaller as long as the head
// does not fill it.
func (f *framing) atAngle() (box, bool) {
	norm, least := f.wanted()
	for height := norm; height >= max(f.headHeight()/mostTurnedPart, least); height *= 0.99 {
		for _, top := range [...]float64{topPart, 0.06, 0.045} {
			if b := f.placed(height, top); !f.outside(b) {
				return b, true
			}
		}
	}
	return box{}, false
}

// lacksTurned is what a straightened frame can lack: the others are refused.
func (f framing) lacksTurned() Sides { return Sides{Top: f.head.cut} }

// place puts a frame of a height round the head, the crown a norm's room below its upper edge.
func (f framing) place(height float64) box { return f.placed(height, topPart) }

// placed puts a frame of a height round the head: the crown below its upper edge by a part of the
// height, the silhouette in the middle.
func (f framing) placed(height, top float64) box {
	// In the straightened picture the frame's middle lies at (right, down) from the eyes.
	right, down := f.head.middle, height/2-float64(top*height)-f.head.crown
	sin, cos := math.Sincos(f.angle * math.Pi / 180)
	return box{
		x:      f.head.eyes.x + float64(right*cos) - float64(down*sin),
		y:      f.head.eyes.y + float64(right*sin) + float64(down*cos),
		height: height,
	}
}

// corners of the frame in the picture, clockwise from the upper left.
func (f framing) corners(b box) [4]point {
	sin, cos := math.Sincos(f.angle * math.Pi / 180)
	var out [4]point
	for i, side := range [4][2]float64{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}} {
		x, y := side[0]*b.height*f.aspect(), side[1]*b.height
		out[i] = point{b.x + float64(x*cos) - float64(y*sin), b.y + float64(x*sin) + float64(y*cos)}
	}
	return out
}

// bounds of the frame in the picture.
func (f framing) bounds(b box) (left, top, right, bottom float64) {
	sin, cos := math.Sincos(math.Abs(f.angle) * math.Pi / 180)
	w, h := b.height*f.aspect(), b.height
	hw, hh := (float64(w*cos)+float64(h*sin))/2, (float64(w*sin)+float64(h*cos))/2
	return b.x - hw, b.y - hh, b.x + hw, b.y + hh
}

// slack in analysis pixels by which a frame may stick out unnoticed.
const slack = 0.75

// outside tells whether the frame leaves the picture where its background cannot be continued: over
// each of the picture's edges only that part counts which the frame sticks out over.
func (f framing) outside(b box) bool {
	w, h := float64(f.ground.w), float64(f.ground.h)
	corners := f.corners(b)
	for _, edge := range [4]struct {
		beyond func(point) (out, along float64)
		clear  func(from, to float64) bool
	}{
		{func(p point) (float64, float64) { return -p.y, p.x }, func(from, to float64) bool { return !f.head.cut && f.ground.clearRow(0, from, to) }},
		{func(p point) (float64, float64) { return -p.x, p.y }, func(from, to float64) bool { return f.ground.clearColumn(0, from, to) }},
		{func(p point) (float64, float64) { return p.x - w, p.y }, func(from, to float64) bool { return f.ground.clearColumn(f.ground.w-1, from, to) }},
		{func(p point) (float64, float64) { return p.y - h, p.x }, func(from, to float64) bool { return f.ground.clearRow(f.ground.h-1, from, to) }},
	} {
		if from, to, out := overhang(corners, edge.beyond); out && !edge.clear(from, to) {
			return true
		}
	}
	return false
}

// overhang is the part of an edge that a polygon sticks out over, as far as it does so visibly.
func overhang(corners [4]point, beyond func(point) (out, along float64)) (from, to float64, out bool) {
	from, to = math.Inf(1), math.Inf(-1)
	for i, p := range corners {
		d, at := beyond(p)
		e, next := beyond(corners[(i+1)%4])
		if d > slack {
			from, to, out = min(from, at), max(to, at), true
		}
		if (d > slack) != (e > slack) { // where the side crosses the edge
			cross := at + float64((next-at)*(d-slack)/(d-e))
			from, to, out = min(from, cross), max(to, cross), true
		}
	}
	return from, to, out
}

// uprightFrame places a frame that does not turn the picture: the one nearest to the norm among
// those that the picture has room for, moved in where the background cannot be continued.
func (f framing) uprightFrame() (box, Sides) {
	norm, least := f.wanted()
	best, cost := box{}, math.Inf(1)
	for height := norm; height >= max(least, f.headHeight()) || height == norm; height *= 0.99 {
		b, fits := f.moveIn(f.place(height))
		if c := f.cost(b); fits && c < cost {
			best, cost = b, c
		}
	}
	if math.IsInf(cost, 1) { // not even the least frame fits: the largest there is
		w, h := fitRatio(f.ground.w, f.ground.h, f.ratio)
		best, _ = f.moveIn(f.place(min(float64(h), float64(w)/f.aspect())))
	}
	return best, f.lacks(best)
}

// room is the rectangle within which a frame may be placed: the picture, and beyond its edges
// where they are background along the frame's own sides.
func (f framing) room(b box) (left, top, right, bottom float64) {
	left, top, right, bottom = f.bounds(b)
	w, h := float64(f.ground.w), float64(f.ground.h)
	if !f.ground.clearColumn(0, top, bottom) {
		left = 0
	}
	if f.head.cut || !f.ground.clearRow(0, left, right) {
		top = 0
	}
	if !f.ground.clearColumn(f.ground.w-1, top, bottom) {
		right = w
	}
	return min(left, 0), min(top, 0), max(right, w), h
}

// moveIn shifts a frame into its room and reports whether it fits.
func (f framing) moveIn(b box) (box, bool) {
	roomLeft, roomTop, roomRight, roomBottom := f.room(b)
	left, top, right, bottom := f.bounds(b)
	b.x += max(roomLeft-left, 0) + min(roomRight-right, 0)
	b.y += max(roomTop-top, 0) + min(roomBottom-bottom, 0)
	fits := right-left <= roomRight-roomLeft+slack && bottom-top <= roomBottom-roomTop+slack
	return b, fits
}

// parts of an upright frame that the norm speaks of: the head's share of the height, the room
// above it, the distance of the head from the middle over the width (positive to the right), and
// the room below the chin.
func (f framing) parts(b box) (share, above, aside, below float64) {
	top := b.y - b.height/2
	share = f.headHeight() / b.height
	above = (f.head.eyes.y - f.head.crown - top) / b.height
	return share, above, (f.head.eyes.x + f.head.middle - b.x) / (b.height * f.aspect()), 1 - share - above
}

func (f framing) cost(b box) float64 {
	share, above, aside, _ := f.parts(b)
	if above < 0 && !f.head.cut {
		above -= 1 // cuts the hair
	}
	u, v, w := (share-headPart)/headStep, (above-topPart)/topStep, aside/asideStep
	return float64(u*u) + float64(v*v) + float64(w*w)
}

// lacks says where the source has too little room.
func (f framing) lacks(b box) Sides {
	_, above, aside, below := f.parts(b)
	return Sides{
		Top:    f.head.cut || above < lackingTop,
		Left:   aside < -lackingSide,
		Right:  aside > lackingSide,
		Bottom: below < lackingFoot,
	}
}

// wider are the shapes that are tried where a frame would cut ears or hair.
var wider = []Ratio{{3, 4}, {79, 100}}

// sideRoom is the room, in parts of the head's width, that a frame leaves on either side of it.
const sideRoom = 0.03

// holdsHead reports whether a frame is wide enough for hair and ears.
func (f framing) holdsHead(b box) bool {
	half := max(f.head.right-f.head.middle, f.head.middle-f.head.left)
	return half*(1+2*sideRoom) <= b.height*f.aspect()/2
}

// clearPortion of an edge must be background for the background to be continued beyond it.
const clearPortion = 0.97

// clearRow reports whether a row is background between two columns.
func (g *ground) clearRow(y int, from, to float64) bool {
	return g.clearLine(int(max(from, 0)), int(min(to, float64(g.w))), func(x int) bool { return g.mask[y*g.w+x] })
}

// clearColumn reports whether a column is background between two rows.
func (g *ground) clearColumn(x int, from, to float64) bool {
	return g.clearLine(int(max(from, 0)), int(min(to, float64(g.h))), func(y int) bool { return g.mask[y*g.w+x] })
}

func (g *ground) clearLine(from, to int, isGround func(int) bool) bool {
	if !g.uniform() || to <= from {
		return false
	}
	n := 0
	for i := from; i < to; i++ {
		if isGround(i) {
			n++
		}
	}
	return float64(n) >= clearPortion*float64(to-from)
}
