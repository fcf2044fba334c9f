package photo

import (
	"image"
	"math"
)

// The studio norm, in parts of the frame's height: for passport pictures of 33×48 mm the head
// takes .58 to .69 and the room above it .06 to .10.
const (
	headPart     = 0.62
	mostHeadPart = 0.72 // above it the source has too little room
	topPart      = 0.085
	leastTilt    = 1.5 // degrees that are worth turning the picture for
	mostTilt     = 20.0
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

// turnedFrame places a frame that straightens the head: as the norm asks if the picture has the
// room, else smaller as long as the head does not fill it. It reports whether there was room.
func (f framing) turnedFrame() (box, bool) {
	norm, least := f.wanted()
	for height := norm; height >= max(f.headHeight()/mostHeadPart, least); height *= 0.99 {
		if b := f.place(height); !f.outside(b) {
			return b, true
		}
	}
	return box{}, false
}

// lacksTurned is what a straightened frame can lack: the others are refused.
func (f framing) lacksTurned() Sides { return Sides{Top: f.head.cut} }

// place puts a frame of a height round the head: the crown a norm's room below its upper edge.
func (f framing) place(height float64) box {
	sin, cos := math.Sincos(f.angle * math.Pi / 180)
	// In the straightened picture the eyes' middle lies at (dx, dy) from the frame's middle.
	dx := -f.head.middle // exactly so where the head is straightened
	dy := -height/2 + topPart*height + f.head.crown
	return box{
		x:      f.head.eyes.x - float64(dx*cos) + float64(dy*sin),
		y:      f.head.eyes.y - float64(dx*sin) - float64(dy*cos),
		height: height,
	}
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

// outside tells whether the frame leaves the picture where its background cannot be continued.
func (f framing) outside(b box) bool {
	left, top, right, bottom := f.bounds(b)
	w, h := float64(f.ground.w), float64(f.ground.h)
	return top < -slack && (f.head.cut || !f.ground.clearRow(0, left, right)) ||
		left < -slack && !f.ground.clearColumn(0, top, bottom) ||
		right > w+slack && !f.ground.clearColumn(f.ground.w-1, top, bottom) ||
		bottom > h+slack
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
