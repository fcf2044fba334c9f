package photo

import "math"

// head is where the head lies, in pixels of the analysis picture, measured along its own axis:
// the axis leans with the tilt and goes through eyes.
type head struct {
	features
	eyes  point   // the middle between the eyes
	chin  float64 // below the eyes, along the axis
	crown float64 // above the eyes, along the axis; hair included
	seen  bool    // the crown was seen against the background rather than guessed
	cut   bool    // the hair reaches the picture's upper border
	// middle is how far the silhouette's middle lies to the right of the axis, left and right its
	// edges, hair and ears included; from the eyes up.
	middle, left, right float64
}

// Proportions of a head, from measured headshots, in parts of the distance from eyes to chin and of
// the box's size.
const (
	crownPerChin   = 1.15 // above the eyes, where the background does not tell
	leastCrown     = 0.75 // a crown seen lower than this is a forehead in the colour of the ground
	mostCrown      = 2.4  // a crown seen higher is not the head's
	crownHalfWidth = 0.32 // of the box's size: how far aside of the axis the hair is looked at
	crownPortion   = 0.12 // of that width must be something other than background
	headHalfWidth  = 0.5  // of the box's size: where the silhouette is not seen
	widestHead     = 1.1  // of the box's size, either side: farther away is not the head
	mostAside      = 0.3  // of the box's size that the silhouette's middle may be off the eyes
)

// findHead places the head.
func findHead(f features, g *ground) head {
	h := head{features: f, eyes: f.eyeLine(), chin: f.below(f.chinTip)}
	h.crown = crownPerChin * h.chin
	h.left, h.right = -headHalfWidth*f.size, headHalfWidth*f.size
	if g.tellsFigure() {
		h.lookUp(g)
		h.lookAside(g)
	}
	return h
}

// along is the point at a distance up the head's axis from the eyes.
func (h *head) along(up float64) point { return h.at(up, 0) }

// at is the point at a distance up the head's axis from the eyes and to the right of it.
func (h *head) at(up, right float64) point {
	sin, cos := math.Sincos(h.tilt * math.Pi / 180)
	return point{
		h.eyes.x + float64(up*sin) + float64(right*cos),
		h.eyes.y - float64(up*cos) + float64(right*sin),
	}
}

// lookUp follows the axis upward to where nothing but background is left.
func (h *head) lookUp(g *ground) {
	half := crownHalfWidth * h.size
	empty := 0
	for up := leastCrown * h.chin; up < mostCrown*h.chin; up++ {
		if h.along(up).y < 0.5 {
			h.crown, h.seen, h.cut = up-float64(empty), true, empty == 0
			return
		}
		other, all := 0, 0
		for side := -half; side <= half; side++ {
			figure, inside := g.figureAt(h.at(up, side))
			if inside {
				all++
			}
			if figure {
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

// lookAside measures the silhouette from the eyes up to near the crown. The rows' middles are
// averaged by their median, which a strand of hair does not move.
func (h *head) lookAside(g *ground) {
	var middles []float64
	left, right := 0.0, 0.0
	for up := -0.2 * h.chin; up < 0.8*h.crown; up++ {
		l, r := h.edge(g, up, -1), h.edge(g, up, 1)
		left, right = min(left, l), max(right, r)
		middles = append(middles, (l+r)/2)
	}
	if len(middles) == 0 {
		return
	}
	limit := mostAside * h.size
	h.middle = min(max(median(middles), -limit), limit)
	h.left, h.right = left, right
}

// edge follows a row from the axis to where the figure ends.
func (h *head) edge(g *ground, up, side float64) float64 {
	last, gap := 0.0, 0
	for off := 0.0; off < widestHead*h.size && gap < 3; off++ {
		if figure, _ := g.figureAt(h.at(up, side*off)); figure {
			last, gap = off, 0
			continue
		}
		gap++
	}
	return side * last
}
