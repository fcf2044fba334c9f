package drawn

import (
	"image"
	"image/color"
	"math"
)

// back draws what hangs behind the body.
func (p *pen) back(hair Hair) {
	switch hair {
	case Long:
		p.oval(hairTone, oval{x: 0, y: 0.34, rx: 0.44, ry: 0.62})
	case Bun:
		p.oval(hairTone, oval{x: 0, y: 1.04, rx: 0.15, ry: 0.13})
	}
}

// body draws neck, shoulders and collar, which do not lean with the head.
func (p *pen) body(shirt color.NRGBA) {
	b := p.upright()
	b.shape(shirt, []float64{
		-0.20, -0.13, -0.30, -0.19, -0.55, -0.27, -0.74, -0.36, -0.84, -0.50, -0.90, -0.80, -0.95, -3,
		0.95, -3, 0.90, -0.80, 0.84, -0.50, 0.74, -0.36, 0.55, -0.27, 0.30, -0.19, 0.20, -0.13,
	})
	b.shape(skin, []float64{-0.20, 0.2, -0.20, -0.12, -0.12, -0.20, 0, -0.27, 0.12, -0.20, 0.20, -0.12, 0.20, 0.2})
	b.shape(skinShade, []float64{-0.20, 0.2, -0.20, -0.02, -0.1, -0.09, 0, -0.11, 0.1, -0.09, 0.20, -0.02, 0.20, 0.2})
	b.shape(color.NRGBA{244, 245, 247, 255}, []float64{-0.20, -0.10, -0.26, -0.17, -0.1, -0.34, 0, -0.27})
	b.shape(color.NRGBA{244, 245, 247, 255}, []float64{0.20, -0.10, 0.26, -0.17, 0.1, -0.34, 0, -0.27})
}

// head draws ears, face and hair; the crown lies at 1.
func (p *pen) head() {
	p.oval(skinShade, oval{x: -0.365, y: 0.46, rx: 0.045, ry: 0.10})
	p.oval(skinShade, oval{x: 0.365, y: 0.46, rx: 0.045, ry: 0.10})
	p.oval(skin, oval{x: 0, y: 0.56, rx: 0.36, ry: 0.42})
	p.shape(skin, []float64{
		-0.355, 0.50, -0.345, 0.36, -0.30, 0.20, -0.20, 0.07, -0.09, 0.005, 0, 0,
		0.09, 0.005, 0.20, 0.07, 0.30, 0.20, 0.345, 0.36, 0.355, 0.50,
	})
	p.oval(hairTone, oval{x: 0, y: 0.62, rx: 0.385, ry: 0.38, from: 8, to: 172})
	p.shape(skin, []float64{
		-0.325, 0.50, -0.335, 0.62, -0.29, 0.735, -0.16, 0.775, 0, 0.79, 0.16, 0.775, 0.29, 0.735, 0.335, 0.62, 0.325, 0.50,
	})
}

// features draws eyes, brows, nose and mouth with the shades that a camera sees.
func (p *pen) features() {
	for _, side := range []float64{-1, 1} {
		p.oval(skinShade, oval{x: side * 0.16, y: 0.53, rx: 0.095, ry: 0.05})
		p.oval(eyeWhite, oval{x: side * 0.16, y: 0.515, rx: 0.068, ry: 0.03})
		p.oval(irisTone, oval{x: side * 0.16, y: 0.517, rx: 0.032, ry: 0.032})
		p.oval(eyeWhite, oval{x: side*0.16 + 0.01, y: 0.528, rx: 0.007, ry: 0.007})
		p.oval(hairTone, oval{x: side * 0.16, y: 0.52, rx: 0.078, ry: 0.038, from: 15, to: 165})
		p.oval(skin, oval{x: side * 0.16, y: 0.532, rx: 0.068, ry: 0.018, from: 20, to: 160})
		p.shape(hairTone, []float64{
			side * 0.06, 0.605, side * 0.16, 0.635, side * 0.26, 0.605,
			side * 0.25, 0.588, side * 0.16, 0.612, side * 0.07, 0.583,
		})
		p.oval(skinShade, oval{x: side * 0.045, y: 0.325, rx: 0.03, ry: 0.018})
	}
	p.shape(skinShade, []float64{-0.035, 0.50, -0.06, 0.34, -0.02, 0.305, 0.02, 0.305, 0.03, 0.32, -0.03, 0.36})
	p.oval(skinShade, oval{x: 0, y: 0.31, rx: 0.045, ry: 0.014})
	p.oval(lipTone, oval{x: 0, y: 0.205, rx: 0.105, ry: 0.036})
	p.shape(color.NRGBA{120, 60, 58, 255}, []float64{-0.105, 0.208, 0, 0.214, 0.105, 0.208, 0, 0.198})
	p.oval(skinShade, oval{x: 0, y: 0.135, rx: 0.07, ry: 0.014})
}

// front draws what hangs or sits before the face.
func (p *pen) front(hair Hair) {
	if hair == Cap {
		p.shape(color.NRGBA{30, 60, 110, 255}, []float64{
			-0.40, 0.74, -0.42, 0.98, -0.25, 1.10, 0, 1.14, 0.25, 1.10, 0.42, 0.98, 0.40, 0.74, 0.2, 0.70, 0, 0.69, -0.2, 0.70,
		})
	}
	if hair == Long {
		for _, side := range []float64{-1, 1} {
			p.shape(hairTone, []float64{side * 0.30, 0.76, side * 0.36, 0.60, side * 0.33, 0.2, side * 0.30, -0.2, side * 0.44, -0.18, side * 0.45, 0.4, side * 0.38, 0.7})
		}
	}
}

// glows are the soft lights and shades of a face under studio light, in head units: without them
// a drawn face has the colours of one but not the relief by which a detector knows it.
var glows = []struct{ x, y, rx, ry, gain float64 }{
	{0, 0.70, 0.22, 0.08, 0.10},     // forehead
	{0, 0.44, 0.035, 0.12, 0.16},    // ridge of the nose
	{-0.19, 0.39, 0.08, 0.07, 0.12}, // cheeks
	{0.19, 0.39, 0.08, 0.07, 0.12},
	{0, 0.07, 0.08, 0.045, 0.10},     // chin
	{-0.16, 0.53, 0.09, 0.05, -0.30}, // eye sockets
	{0.16, 0.53, 0.09, 0.05, -0.30},
	{-0.34, 0.40, 0.05, 0.30, -0.30}, // temples and jaw
	{0.34, 0.40, 0.05, 0.30, -0.30},
	{0, 0.295, 0.07, 0.025, -0.18}, // under the nose
	{0, 0.145, 0.07, 0.022, -0.15}, // under the lip
	{0, 0.205, 0.10, 0.030, -0.15}, // mouth
	{0, -0.08, 0.25, 0.05, -0.30},  // under the chin
}

// light lays the glows over the head.
func (p *pen) light() {
	reach := 1.1 * p.unit
	box := image.Rect(int(p.x-reach/2), int(p.y-reach), int(p.x+reach/2), int(p.y+reach/4)).Intersect(p.img.Rect)
	for py := box.Min.Y; py < box.Max.Y; py++ {
		for px := box.Min.X; px < box.Max.X; px++ {
			dx, dy := float64(px)+0.5-p.x, float64(py)+0.5-p.y
			x, y := (dx*p.cos+dy*p.sin)/p.unit, (dx*p.sin-dy*p.cos)/p.unit
			if !onSkin(x, y) {
				continue
			}
			p.scaleTone(px, py, 1+glowAt(x, y))
		}
	}
}

// onSkin is roughly where the face and the neck are, ears excluded.
func onSkin(x, y float64) bool {
	if y < 0.1 {
		return math.Abs(x) < 0.20 && y > -0.12
	}
	return x*x/(0.36*0.36)+(y-0.5)*(y-0.5)/(0.5*0.5) < 1
}

func glowAt(x, y float64) float64 {
	sum := 0.0
	for _, g := range glows {
		u, v := (x-g.x)/g.rx, (y-g.y)/g.ry
		if d := u*u + v*v; d < 9 {
			sum += g.gain * math.Exp(-d)
		}
	}
	return sum
}

func (p *pen) scaleTone(x, y int, gain float64) {
	i := p.img.PixOffset(x, y)
	for k := range 3 {
		p.img.Pix[i+k] = uint8(min(255, math.Round(float64(p.img.Pix[i+k])*gain)))
	}
}
