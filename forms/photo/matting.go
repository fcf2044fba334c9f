package photo

import (
	"image"
)

// matting holds the planes from which a background is replaced.
type matting struct {
	w, h    int
	picture *image.NRGBA
	ground  *ground
	skirt   []int     // by pixel: distance in pixels from the background, up to reach+1
	reach   int       // how far into the figure background may shine through
	back    channels  // the background's colour continued under the figure
	fore    channels  // the figure's colour continued to its edge
	alpha   []float32 // how much of a pixel is figure
	subject sitter
	skin    []bool // by pixel: surely skin
}

// Distances as parts of the picture's height.
const (
	reachPart  = 0.055 // hair through which the background shines
	solidPart  = 0.008 // the blurred edge of solid things
	leastSolid = 2
)

// measureSkirt computes the distance from the background in steps of one pixel.
func (m *matting) measureSkirt() {
	m.reach = max(4, int(reachPart*float64(m.h)))
	m.skirt = make([]int, m.w*m.h)
	var queue []int
	for p, isGround := range m.ground.mask {
		m.skirt[p] = m.reach + 1
		if isGround {
			m.skirt[p] = 0
			queue = append(queue, p)
		}
	}
	for next := 0; next < len(queue); next++ {
		p := queue[next]
		d := m.skirt[p] + 1
		if d > m.reach {
			continue
		}
		for _, q := range neighbours(p, m.w, len(m.skirt)) {
			if q >= 0 && m.skirt[q] > d {
				m.skirt[q] = d
				queue = append(queue, q)
			}
		}
	}
}

func (m *matting) colour(p, k int) float64 {
	return float64(m.picture.Pix[p/m.w*m.picture.Stride+p%m.w*4+k])
}

// continueBack continues the background's local colour under the figure's edge: the model, and
// what the picture differs from it nearby.
func (m *matting) continueBack() {
	weight := make([]float32, m.w*m.h)
	off := newChannels(m.w * m.h)
	model := m.ground.colours()
	for p, isGround := range m.ground.mask {
		if !isGround || !m.ground.clearAround(p%m.w, p/m.w) {
			continue
		}
		weight[p] = 1
		for k := range 3 {
			off[k][p] = float32(m.colour(p, k)) - model[k][p]
		}
	}
	// Farther inside than the last radius the model speaks alone.
	m.back = spreadOut(off, plane{weight, m.w, m.h}, []int{m.h / 80, m.h / 25, m.h / 8}, nil)
	for k, back := range m.back {
		for p := range back {
			back[p] = min(max(back[p]+model[k][p], 0), 255)
		}
	}
}

// offGrey is a colour's part off the grey axis.
func offGrey(c [3]float64) [3]float64 {
	mean := (c[0] + c[1] + c[2]) / 3
	return [3]float64{c[0] - mean, c[1] - mean, c[2] - mean}
}

func dot(a, b [3]float64) float64 {
	return float64(a[0]*b[0]) + float64(a[1]*b[1]) + float64(a[2]*b[2])
}

// tint is how much of the background's own colour is in a colour: 1 for the background, 0 for
// grey; only meaningful for colourful backgrounds.
func tint(c, back [3]float64) float64 {
	u := offGrey(back)
	return dot(offGrey(c), u) / max(dot(u, u), 1)
}

func (m *matting) pixel(p int) [3]float64 {
	return [3]float64{m.colour(p, 0), m.colour(p, 1), m.colour(p, 2)}
}

// isColourful reports whether a background is told by its colour rather than by its lightness.
func isColourful(back [3]float64) bool {
	u := offGrey(back)
	return dot(u, u) >= colourful*colourful
}

// continueFore continues the figure's colour to its edge from pixels that are surely figure.
func (m *matting) continueFore() {
	solid := max(leastSolid, int(solidPart*float64(m.h)))
	radii := []int{solid, 3 * solid, 10 * solid, 40 * solid}
	if isColourful(m.ground.at(m.w/2, m.h/2)) {
		radii = radii[1:] // colours alone tell, they may be averaged further
	}
	weight := make([]float32, m.w*m.h)
	colours := newChannels(m.w * m.h)
	for p := range weight {
		weight[p] = float32(m.solidity(p, solid))
		for k := range 3 {
			colours[k][p] = float32(m.colour(p, k))
		}
	}
	wanted := make([]bool, m.w*m.h)
	for p, d := range m.skirt {
		wanted[p] = d <= m.reach && (d > 0 || !m.ground.clearAround(p%m.w, p/m.w))
	}
	m.fore = spreadOut(colours, plane{weight, m.w, m.h}, radii, wanted)
}

// solidity is how far a pixel can be trusted to show the figure alone: by its distance from the
// background and, before a colourful one, by how little of that colour it has.
func (m *matting) solidity(p, solid int) float64 {
	back := m.back.at(p)
	switch {
	case m.skirt[p] <= 1:
		return 0
	case m.skin[p]:
		return 1
	case isColourful(back):
		pure := min(max(1-tint(m.pixel(p), back)/0.5, 0), 1)
		cube := pure * pure * pure
		return cube * cube
	case m.skirt[p] > 3*solid:
		return 1
	case m.skirt[p] > solid:
		return 0.2
	}
	return 0
}

// estimate computes how much of each pixel is figure, near the background only.
func (m *matting) estimate() {
	m.alpha = make([]float32, m.w*m.h)
	for p := range m.alpha {
		switch {
		case m.ground.mask[p] && m.ground.clearAround(p%m.w, p/m.w):
			m.alpha[p] = 0
		case m.skirt[p] > m.reach, m.skin[p], m.isDeep(p), m.isPlateau(p):
			m.alpha[p] = 1
		default:
			m.alpha[p] = float32(m.mixture(p))
		}
	}
}

// isDeep reports whether a pixel is surely the person, well inside.
func (m *matting) isDeep(p int) bool {
	who := m.subject.who
	return who != nil && who.isDeep(p%m.w, p/m.w, max(2, m.h/90))
}

// A plateau is where the figure keeps its colour as one goes inward: cloth or skin, not hair
// through which the background shines, however much its colour resembles the background's.
const (
	plateauStep   = 14.0 // steps of 255 over all channels
	plateauPart   = 0.6  // of the places further inside
	plateauPlaces = 3
)

// around are eight directions, as parts of 1.
var around = [8][2]float64{{1, 0}, {0.7, 0.7}, {0, 1}, {-0.7, 0.7}, {-1, 0}, {-0.7, -0.7}, {0, -1}, {0.7, -0.7}}

func (m *matting) isPlateau(p int) bool {
	solid := max(leastSolid, int(solidPart*float64(m.h)))
	least := solid // a sharpened edge has a light rim
	if isColourful(m.back.at(p)) {
		least = solid / 2
	}
	if m.skirt[p] <= least || m.offBack(p) < leastContrast {
		return false
	}
	deeper, same := 0, 0
	for _, radius := range [2]float64{1.5 * float64(solid), 3 * float64(solid)} {
		for _, d := range around {
			x, y := p%m.w+int(d[0]*radius), p/m.w+int(d[1]*radius)
			if x < 0 || x >= m.w || y < 0 || y >= m.h {
				continue
			}
			q := y*m.w + x
			if m.skirt[q] < m.skirt[p]+solid/2 {
				continue
			}
			deeper++
			if apart(m.picture, m.w, p, q) <= plateauStep {
				same++
			}
		}
	}
	return deeper >= plateauPlaces && float64(same) >= plateauPart*float64(deeper)
}

// leastContrast between figure and background, in steps of 255, from which a mixture is told.
const leastContrast = 24.0

// mixture is the figure's part of one pixel.
func (m *matting) mixture(p int) float64 {
	c, back, fore := m.pixel(p), m.back.at(p), m.fore.at(p)
	if isColourful(back) {
		// The figure's own tint next to the pixel counts as no background at all.
		own := min(max(tint(fore, back), -0.5), 0.6)
		return fade(1 - (tint(c, back)-own)/(1-own))
	}
	solid := max(leastSolid, int(solidPart*float64(m.h)))
	var d, e [3]float64
	for k := range 3 {
		d[k], e[k] = fore[k]-back[k], c[k]-back[k]
	}
	length := dot(d, d)
	if length < leastContrast*leastContrast {
		if m.skirt[p] > solid {
			return 1
		}
		return float64(min(m.skirt[p], 1))
	}
	return fade(dot(e, d) / length)
}

// fade clamps a part to 0…1 and settles what is nearly one of them, where noise alone speaks.
func fade(part float64) float64 {
	const low, high = 0.04, 0.94
	return min(max((part-low)/(high-low), 0), 1)
}

// smooth lets the parts follow the picture's own edges (a guided filter on the luma), near the
// background only.
func (m *matting) smooth() {
	guide := make([]float32, m.w*m.h)
	for p := range guide {
		c := m.pixel(p)
		guide[p] = float32((float64(0.299*c[0]) + float64(0.587*c[1]) + float64(0.114*c[2])) / 255)
	}
	filtered := guided(plane{m.alpha, m.w, m.h}, guide, max(1, m.h/280), 1e-4)
	for p := range m.alpha {
		if m.skirt[p] > 0 && m.skirt[p] <= m.reach && m.alpha[p] < 1 {
			m.alpha[p] = min(max(filtered[p], 0), 1)
		}
	}
}

// composite exchanges the background's part for white and takes its colour out of the figure's
// edge.
func (m *matting) composite() *image.NRGBA {
	out := image.NewNRGBA(m.picture.Rect)
	for p := range m.alpha {
		i := out.PixOffset(p%m.w, p/m.w)
		out.Pix[i+3] = 255
		c := m.pixel(p)
		if a := m.alpha[p]; a < 1 {
			c = m.onWhite(p, float64(a), c)
		}
		for k := range 3 {
			out.Pix[i+k] = uint8(min(max(c[k], 0), 255) + 0.5)
		}
	}
	return out
}

// onWhite is one mixed pixel over white.
func (m *matting) onWhite(p int, a float64, c [3]float64) [3]float64 {
	back := m.back.at(p)
	if a <= 0 {
		return [3]float64{255, 255, 255}
	}
	var own [3]float64 // the figure's part times a
	for k := range 3 {
		own[k] = min(max(c[k]-float64((1-a)*back[k]), 0), float64(255*a))
	}
	if isColourful(back) {
		own = m.withoutSpill(own, a, p)
	}
	for k := range 3 {
		own[k] += float64((1 - a) * 255)
	}
	return own
}

// withoutSpill limits the background's colour in a figure's edge to what the figure has next to
// it.
func (m *matting) withoutSpill(own [3]float64, a float64, p int) [3]float64 {
	back := m.back.at(p)
	u := offGrey(back)
	limit := max(tint(m.fore.at(p), back), 0) * a
	if over := tint(own, back) - limit; over > 0 {
		for k := range 3 {
			own[k] = min(max(own[k]-float64(over*u[k]), 0), 255)
		}
	}
	return own
}
