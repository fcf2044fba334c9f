package photo

import "math"

// head is where the head lies, in pixels of the analysis picture, measured along its own axis:
// the axis leans with the tilt and goes through eyes.
type head struct {
	features
	eyeLine point   // the middle between the eyes
	chin    float64 // below the eyes, along the axis
	crown   float64 // above the eyes, along the axis; hair included
	seen    bool    // the crown was seen against the background rather than guessed
	cut     bool    // the hair reaches the picture's upper border
}

// Proportions of a head, from measured headshots: parts of the box's size, of the distance between
// the pupils, and of the distance from eyes to chin.
const (
	chinPerBox     = 0.52 // below the box's middle
	chinPerEyeGap  = 1.85 // below the eyes
	eyesPerBox     = 0.13 // the eyes lie this much above the box's middle
	crownPerChin   = 1.15 // above the eyes, where the background does not tell
	leastCrown     = 0.75 // a crown seen lower than this is a forehead in the colour of the ground
	mostCrown      = 2.4  // a crown seen higher is not the head's
	crownHalfWidth = 0.32 // of the box's size: how far aside of the axis the hair is looked at
	crownPortion   = 0.12 // of that width must be something other than background
)

// findHead places the head.
func findHead(f features, g *ground) head {
	h := head{features: f}
	boxChin := f.centre.y + chinPerBox*f.size
	if f.eyes {
		h.eyeLine = point{(f.left.x + f.right.x) / 2, (f.left.y + f.right.y) / 2}
		gap := math.Hypot(f.right.x-f.left.x, f.right.y-f.left.y)
		h.chin = (boxChin - h.eyeLine.y + chinPerEyeGap*gap) / 2
	} else {
		h.eyeLine = point{f.centre.x, f.centre.y - eyesPerBox*f.size}
		h.chin = boxChin - h.eyeLine.y
	}
	h.crown = crownPerChin * h.chin
	if g.uniform() {
		h.lookUp(g)
	}
	return h
}

// along is the point at a distance up the head's axis from the eyes.
func (h *head) along(up float64) point {
	sin, cos := math.Sincos(h.tilt * math.Pi / 180)
	return point{h.eyeLine.x + float64(up*sin), h.eyeLine.y - float64(up*cos)}
}

// lookUp follows the axis upward to where nothing but background is left.
func (h *head) lookUp(g *ground) {
	sin, cos := math.Sincos(h.tilt * math.Pi / 180)
	half := crownHalfWidth * h.size
	empty := 0
	for up := leastCrown * h.chin; up < mostCrown*h.chin; up++ {
		at := h.along(up)
		if at.y < 0.5 {
			h.crown, h.seen, h.cut = up-float64(empty), true, empty == 0
			return
		}
		other, all := 0, 0
		for side := -half; side <= half; side++ {
			x, y := int(math.Round(at.x+float64(side*cos))), int(math.Round(at.y+float64(side*sin)))
			if x < 0 || x >= g.w || y < 0 || y >= g.h {
				continue
			}
			all++
			if !g.mask[y*g.w+x] {
				other++
			}
		}
		if float64(other) > crownPortion*float64(all) {
			empty = 0
			continue
		}
		if empty++; empty == 2 {
			h.crown, h.seen = up-1, true
			return
		}
	}
}
