package photo

import (
	"context"
	"image"
	"math"
)

// cutout takes the person out of a background of any colour: where the mask is settled it decides, in
// the band between the colours of figure and background nearby do (after Gastal and Oliveira,
// "Shared sampling for real-time alpha matting", 2010).
type cutout struct {
	w, h    int
	picture channels  // 0 to 1
	smooth  channels  // averaged over 3×3, to take colours from
	luma    []float32 // 0 to 1
	coarse  []float32 // the mask, drawn to the picture's edges
	kind    []kind
	alpha   []float32 // how much of a pixel is figure
	back    channels  // the background's colour behind the band
	around  samples   // for one pixel at a time
	doubts  doubts
}

// kind is what is known of a pixel before its colours are asked.
type kind uint8

const (
	unknown kind = iota
	figure
	background
)

// Measures of the cutout, in parts of the picture's height or of 1.
const (
	bandPart    = 0.010 // the band reaches at least so far to either side
	coarsePart  = 1.0 / 140
	coarseDamp  = 1e-4
	fineDamp    = 1e-4
	fineRadius  = 2
	rayPart     = 1.0 / 8 // how far colours are looked for
	rayStep     = 1.5     // pixels
	nextBack    = 6.0     // pixels between two colours of the background on one ray
	fadeLow     = 0.06    // less figure than this is none
	fadeHigh    = 0.92    // more is all
	settledLow  = 0.02
	settledHigh = 0.985
)

// newCutout prepares the planes; within is a polygon that is surely figure: the face.
func newCutout(picture *image.NRGBA, who *person, face []point) *cutout {
	c := &cutout{w: who.w, h: who.h, picture: newChannels(len(who.parts)), luma: make([]float32, len(who.parts))}
	for p := range c.luma {
		i := p/c.w*picture.Stride + p%c.w*4
		for k := range c.picture {
			c.picture[k][p] = float32(picture.Pix[i+k]) / 255
		}
		c.luma[p] = float32(0.299*c.picture[0][p]) + float32(0.587*c.picture[1][p]) + float32(0.114*c.picture[2][p])
	}
	for k := range c.smooth {
		c.smooth[k] = plane{c.picture[k], c.w, c.h}.blurred(1)
	}
	c.coarse = guided(plane{who.parts, c.w, c.h}, c.luma, max(2, int(coarsePart*float64(c.h))), coarseDamp)
	c.settle(who.parts)
	away, inFace := max(2, c.h/60), within(face)
	for p := range c.kind {
		x, y := p%c.w, p/c.w
		if c.kind[p] == unknown && (who.isDeep(x, y, away) || inFace(x, y)) {
			c.kind[p] = figure
		}
	}
	return c
}

// settle marks what is figure or background for a whole band around.
func (c *cutout) settle(mask []float32) {
	high, low := make([]float32, len(mask)), make([]float32, len(mask))
	for p, v := range mask {
		if v > 0.9 && c.coarse[p] > 0.8 {
			high[p] = 1
		}
		if v < 0.1 && c.coarse[p] < 0.2 {
			low[p] = 1
		}
	}
	band := max(3, int(bandPart*float64(c.h)))
	sureHigh, sureLow := plane{high, c.w, c.h}.blurred(max(2, band/2)), plane{low, c.w, c.h}.blurred(band)
	c.kind = make([]kind, len(mask))
	for p := range c.kind {
		switch {
		case sureHigh[p] > 0.999:
			c.kind[p] = figure
		case sureLow[p] > 0.999:
			c.kind[p] = background
		}
	}
}

// estimate computes how much of each pixel is figure.
func (c *cutout) estimate(ctx context.Context) error {
	c.alpha, c.back = make([]float32, len(c.kind)), newChannels(len(c.kind))
	for p := range c.kind {
		if p%c.w == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch c.kind[p] {
		case figure:
			c.alpha[p] = 1
		case background:
			c.lay(p, c.picture, p)
		default:
			c.mix(p)
		}
	}
	smoothed := guided(plane{c.alpha, c.w, c.h}, c.luma, fineRadius, fineDamp)
	for p, a := range smoothed {
		switch {
		case c.kind[p] == figure || a > settledHigh:
			a = 1
		case c.kind[p] == background || a < settledLow:
			a = 0
		}
		c.alpha[p] = min(max(a, 0), 1)
	}
	return nil
}

// sample is a pixel that a ray met and its distance.
type sample struct {
	at     int
	away   float32
	second bool // on its ray
}

// samples are the figure's and the background's pixels that eight rays from one pixel meet first.
type samples struct {
	fore, back []sample
}

// rays turn from pixel to pixel, so that neighbours do not ask the same places.
var rays = func() (out [9][8][2]float64) {
	for turn := range out {
		for k := range 8 {
			sin, cos := math.Sincos(float64(turn)/9*math.Pi/4 + float64(k)*math.Pi/4)
			out[turn][k] = [2]float64{cos, sin}
		}
	}
	return out
}()

func (c *cutout) samplesAround(p int, out *samples) {
	out.fore, out.back = out.fore[:0], out.back[:0]
	x, y := p%c.w, p/c.w
	reach := rayPart * float64(c.h)
	for _, ray := range rays[x%3+3*(y%3)] {
		fore, back := 0, 0
		last := 0.0
		for away := 1.0; away < reach && (fore < 1 || back < 2); away += rayStep {
			nx, ny := x+int(ray[0]*away), y+int(ray[1]*away)
			if nx < 0 || ny < 0 || nx >= c.w || ny >= c.h {
				break
			}
			q := ny*c.w + nx
			switch {
			case c.kind[q] == figure && fore < 1:
				out.fore = append(out.fore, sample{q, float32(away), false})
				fore++
			case c.kind[q] == background && (back == 0 || back == 1 && away > last+nextBack):
				out.back = append(out.back, sample{q, float32(away), back == 1})
				back, last = back+1, away
			}
		}
	}
}

func nearestOf(all []sample) float32 {
	least := all[0].away
	for _, s := range all {
		least = min(least, s.away)
	}
	return least
}

// What the best pair of colours is chosen by: how far the pixel is from a mixture of both, how far
// that mixture is from the mask, and how far away the colours were met.
const (
	residueWeight  = 60.0
	maskWeight     = 0.25
	distanceWeight = 0.02
	apartEnough    = 0.02 // squared distance of two colours that tell well
	residueFade    = 80.0
	leastTrust     = 0.02
	nearlySure     = 0.99 // of the mask: then colours do not matter
)

// mix finds the pair of colours of which a pixel is most likely a mixture.
func (c *cutout) mix(p int) {
	around := &c.around
	c.samplesAround(p, around)
	if len(around.fore) == 0 || len(around.back) == 0 {
		c.alpha[p] = c.coarse[p]
		c.lay(p, c.picture, p)
		return
	}
	nearFore, nearBack := nearestOf(around.fore), nearestOf(around.back)
	best, told := float32(math.MaxFloat32), float32(0)
	for _, f := range around.fore {
		for _, b := range around.back {
			part, residue, apart := c.mixture(p, f.at, b.at)
			off := part - c.coarse[p]
			cost := float32(residue*residueWeight) + float32(maskWeight*off*off) +
				float32(distanceWeight*(f.away/nearFore+b.away/nearBack))
			if cost >= best {
				continue
			}
			best = cost
			fit := 1 / (1 + float32(residueFade*residue))
			told = float32(fit*fit*apart) / (apart + apartEnough)
			open := min(max((nearlySure-c.coarse[p])/(nearlySure-surePart), 0), 1)
			part = c.coarse[p] + float32(max(leastTrust, float32(told*open))*off)
			c.alpha[p] = min(max((part-fadeLow)/(fadeHigh-fadeLow), 0), 1)
			c.lay(p, c.smooth, b.at)
		}
	}
	c.doubts.add(float64((1-told)*c.offWhite(p)), c.roughness(around.back))
}

// lay says what colour the background has behind a pixel: that of another place.
func (c *cutout) lay(p int, from channels, at int) {
	for k := range c.back {
		c.back[k][p] = from[k][at]
	}
}

// mixture is how much of a pixel is the colour of one place rather than that of another, how far, in
// squares, it is from the mixture, and how far apart both colours are.
func (c *cutout) mixture(p, fore, back int) (part, residue, apart float32) {
	var d, e [3]float32
	for k := range d {
		b := c.smooth[k][back]
		d[k], e[k] = c.smooth[k][fore]-b, c.picture[k][p]-b
		apart += float32(d[k] * d[k])
		part += float32(e[k] * d[k])
	}
	part = min(max(part/max(apart, 1e-5), 0), 1)
	for k := range d {
		off := e[k] - float32(part*d[k])
		residue += float32(off * off)
	}
	return part, residue, apart
}

// onWhite puts the figure on white.
func (c *cutout) onWhite(picture *image.NRGBA) *image.NRGBA {
	ground := make([]float32, len(c.kind))
	for p, k := range c.kind {
		if k != figure {
			ground[p] = 1
		}
	}
	share := plane{ground, c.w, c.h}.blurred(fineRadius)
	var back channels
	for k := range back {
		back[k] = plane{c.back[k], c.w, c.h}.blurred(fineRadius)
	}
	out := image.NewNRGBA(picture.Rect)
	for p, a := range c.alpha {
		i, from := out.PixOffset(p%c.w, p/c.w), p/c.w*picture.Stride+p%c.w*4
		out.Pix[i+3] = 255
		for k := range 3 {
			switch {
			case a >= 1:
				out.Pix[i+k] = picture.Pix[from+k]
			case a <= 0:
				out.Pix[i+k] = 255
			default:
				own := c.picture[k][p] - float32((1-a)*back[k][p])/max(share[p], 1e-3)
				own = min(max(own, 0), a)
				out.Pix[i+k] = uint8((own+1-a)*255 + 0.5)
			}
		}
	}
	return out
}
