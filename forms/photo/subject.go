package photo

import (
	"image"
	"math"
	"slices"
)

// subject is what whitening must know of the person. The zero subject is nobody found.
type subject struct {
	found   bool
	centre  point   // of the face
	size    float64 // of the face's box
	chin    int     // the row where it ends
	foot    int     // the row below which clothes are to be expected everywhere
	l, a, b float64 // the skin's CIE L*a*b*
}

// subjectIn finds the person in a cut picture.
func subjectIn(picture *image.NRGBA, faces []features) subject {
	if len(faces) == 0 {
		return subject{}
	}
	face := faces[0]
	s := subject{
		found: true, centre: face.centre, size: face.size, chin: int(face.chinTip.y),
		foot: int(face.centre.y + 0.8*face.size),
	}
	s.l, s.a, s.b = skinTone(picture, face)
	return s
}

// inFace reports whether a place lies in the face's oval, where eyes and teeth may have the
// background's colour.
func (s subject) inFace(x, y int) bool {
	u := (float64(x) - s.centre.x) / (0.32 * s.size)
	v := (float64(y) - s.centre.y) / (0.46 * s.size)
	return float64(u*u)+float64(v*v) < 1
}

// skinTone is the median CIE L*a*b* between brows and mouth.
func skinTone(picture *image.NRGBA, face features) (l, a, b float64) {
	r := 0.22 * face.size
	area := image.Rect(int(face.centre.x-r), int(face.centre.y-0.3*r), int(face.centre.x+r), int(face.centre.y+r)).Intersect(picture.Rect)
	var values [3][]float64
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			p := picture.Pix[picture.PixOffset(x, y):]
			pl, pa, pb := labOf(p[0], p[1], p[2])
			values[0], values[1], values[2] = append(values[0], pl), append(values[1], pa), append(values[2], pb)
		}
	}
	for k := range values {
		slices.Sort(values[k])
	}
	return percentile(values[0], 50), percentile(values[1], 50), percentile(values[2], 50)
}

// How far skin in shade or light may be from the face's median, CIE L*a*b*.
const (
	skinReachL = 32.0
	skinReachA = 10.0
	skinReachB = 12.0
)

// findSkin marks the pixels off the background's very edge that have the face's colour.
func (m *matting) findSkin() {
	m.skin = make([]bool, m.w*m.h)
	if !m.subject.found {
		return
	}
	solid := max(leastSolid, int(solidPart*float64(m.h)))
	for p := range m.skin {
		if m.skirt[p] <= solid/2 {
			continue
		}
		i := p/m.w*m.picture.Stride + p%m.w*4
		l, a, b := labOf(m.picture.Pix[i], m.picture.Pix[i+1], m.picture.Pix[i+2])
		m.skin[p] = math.Abs(l-m.subject.l) <= skinReachL &&
			math.Abs(a-m.subject.a) <= skinReachA && math.Abs(b-m.subject.b) <= skinReachB
	}
}

// pocketPart of the picture is the least size of a piece of background between strands of hair.
const pocketPart = 0.00008

// Before a light background white clothes are nearly the background; there only what is very near
// to it counts as background below the chin.
const (
	lightGround  = 80.0 // CIE L*
	clothesReach = 10.0 // steps of 255 over all channels
	clothesNoise = 2.5  // or times the background's own spread
)

// releaseClothes takes light clothes out of the background again.
func (g *ground) releaseClothes(picture *image.NRGBA, person subject) {
	below := g.h * 3 / 4
	if person.found {
		below = person.chin
	}
	c := g.at(g.w/2, (below+g.h)/2)
	if l, _ := lightnessAndChroma(clamped(c[0]), clamped(c[1]), clamped(c[2])); l < lightGround {
		return
	}
	reach := max(clothesReach, clothesNoise*g.spread)
	limit := float32(reach * reach)
	for p, d := range g.distances(picture) {
		if p/g.w > below && d > limit && g.isLighter(picture, p) {
			g.mask[p] = false
		}
	}
}

// Shoulders are wider than the face; where the figure's foot is not, they were taken for
// background.
const (
	leastShoulders = 1.15 // of the face's size
	leastBust      = 0.3  // of the face's size: room below the chin in which shoulders must show
)

// swallows reports whether the background has taken in the person's clothes.
func (g *ground) swallows(person subject) bool {
	if float64(g.h-person.chin) < leastBust*person.size {
		return false
	}
	return g.figureWidth(g.h-1) < min(leastShoulders*person.size, 0.9*float64(g.w))
}

// isLighter reports whether a pixel is lighter than the background's model: cloth, not a shadow.
func (g *ground) isLighter(picture *image.NRGBA, p int) bool {
	c := g.at(p%g.w, p/g.w)
	i := p/g.w*picture.Stride + p%g.w*4
	return float64(int(picture.Pix[i])+int(picture.Pix[i+1])+int(picture.Pix[i+2])) > c[0]+c[1]+c[2]
}

func clamped(v float64) uint8 { return uint8(min(max(v, 0), 255)) }

// How far a pocket's colour may be from the background's next to it, in steps of 255 over all
// channels: in general, and below the chin before a pale background, where it may be a collar.
const (
	pocketReach    = 18.0
	pocketReachLow = 7.0
)

// absorbPockets adds to the background what has its colour but is cut off from it by hair. It
// does so only beside a face that was found, and not among the clothes, where the same colour may
// be cloth.
func (m *matting) absorbPockets() {
	if !m.subject.found {
		return
	}
	mask := m.ground.mask
	free := func(p int) bool {
		x, y := p%m.w, p/m.w
		reach := pocketReach
		if y > m.subject.chin && !isColourful(m.back.at(p)) {
			reach = pocketReachLow
		}
		return !mask[p] && y < m.subject.foot && !m.subject.inFace(x, y) && m.offBack(p) <= reach
	}
	least := max(6, int(pocketPart*float64(len(mask))))
	seen := make([]bool, len(mask))
	for p := range mask {
		if pocket := m.ground.gather(p, seen, free); len(pocket) >= least {
			m.ground.absorb(pocket)
		}
	}
}

// offBack is how far a pixel's colour is from the background's next to it.
func (m *matting) offBack(p int) float64 {
	sum := 0.0
	for k := range 3 {
		d := m.colour(p, k) - float64(m.back[k][p])
		sum += float64(d * d)
	}
	return math.Sqrt(sum)
}
