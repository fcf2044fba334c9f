// Package drawn draws ID photos of an invented person, for samples and tests: no real face is
// shipped. The same Person gives the same pixels.
package drawn

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// Hair is a way to wear it.
type Hair int

// The hairstyles; Cap is a headdress.
const (
	Short Hair = iota
	Bun
	Long
	Cap
)

// Grounds and clothes that occur on ID photos.
var (
	White     = color.NRGBA{255, 255, 255, 255}
	OffWhite  = color.NRGBA{236, 238, 240, 255}
	LightGrey = color.NRGBA{205, 207, 210, 255}
	Blue      = color.NRGBA{67, 142, 219, 255}
	Red       = color.NRGBA{200, 30, 40, 255}
	Brown     = color.NRGBA{176, 128, 96, 255}
	Navy      = color.NRGBA{44, 58, 84, 255}
	Pale      = color.NRGBA{226, 228, 232, 255}
)

// Person describes a picture. Lengths are pixels.
type Person struct {
	Width, Height int
	// HeadHeight is crown to chin, hair included but not bun or cap.
	HeadHeight float64
	// CentreX and CrownY place the head.
	CentreX, CrownY float64
	// Tilt in degrees; positive leans the head clockwise.
	Tilt float64
	Hair Hair
	// Ground and Shirt are the colours of background and clothes.
	Ground, Shirt color.NRGBA
	// Shade darkens the ground towards its edges by up to this many steps of 255.
	Shade int
	// Grain is the strength of camera noise in steps of 255; 0 draws flat colours.
	Grain int
}

// Standing is a person as a studio frames one: the head six tenths of the height, in the middle,
// a white ground.
func Standing(width, height int) Person {
	return Person{
		Width: width, Height: height,
		HeadHeight: 0.62 * float64(height),
		CentreX:    float64(width) / 2, CrownY: 0.085 * float64(height),
		Ground: White, Shirt: Navy, Grain: 3,
	}
}

// DrawTwo draws two people of whom the left half shows the first, the right half the second; both
// pictures have one size.
func DrawTwo(left, right Person) *image.NRGBA {
	img, other := Draw(left), Draw(right)
	for y := range left.Height {
		copy(img.Pix[img.PixOffset(left.Width/2, y):img.PixOffset(0, y)+4*left.Width], other.Pix[other.PixOffset(left.Width/2, y):])
	}
	return img
}

// Colours of the invented person.
var (
	skin      = color.NRGBA{228, 184, 154, 255}
	skinShade = color.NRGBA{196, 146, 118, 255}
	hairTone  = color.NRGBA{38, 32, 30, 255}
	lipTone   = color.NRGBA{176, 96, 92, 255}
	irisTone  = color.NRGBA{52, 36, 28, 255}
	eyeWhite  = color.NRGBA{240, 238, 236, 255}
)

// Draw draws the picture.
func Draw(p Person) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, p.Width, p.Height))
	fillGround(img, p)
	pen := newPen(img, p)
	pen.back(p.Hair)
	pen.body(p.Shirt)
	pen.head()
	pen.features()
	pen.light()
	pen.front(p.Hair)
	addGrain(img, p.Grain)
	return img
}

// Coverage is the drawn figure's true opacity, 255 where the figure is and 0 where the ground is.
func Coverage(p Person) *image.Alpha {
	out := image.NewAlpha(image.Rect(0, 0, p.Width, p.Height))
	p.Shade, p.Grain, p.Shirt = 0, 0, Navy
	p.Ground = color.NRGBA{0, 0, 0, 255}
	dark := Draw(p)
	p.Ground = White
	light := Draw(p)
	for i := range out.Pix {
		out.Pix[i] = 255 - (light.Pix[4*i] - dark.Pix[4*i])
	}
	return out
}

func fillGround(img *image.NRGBA, p Person) {
	for y := range p.Height {
		for x := range p.Width {
			if p.Shade == 0 {
				copy(img.Pix[img.PixOffset(x, y):], []uint8{p.Ground.R, p.Ground.G, p.Ground.B, 255})
				continue
			}
			dx := float64(2*x-p.Width) / float64(p.Width)
			dy := float64(2*y-p.Height) / float64(p.Height)
			dark := int(float64(p.Shade) * (dx*dx + dy*dy) / 2)
			i := img.PixOffset(x, y)
			img.Pix[i] = darker(p.Ground.R, dark)
			img.Pix[i+1] = darker(p.Ground.G, dark)
			img.Pix[i+2] = darker(p.Ground.B, dark)
			img.Pix[i+3] = 255
		}
	}
}

func darker(v uint8, by int) uint8 { return uint8(min(max(int(v)-by, 0), 255)) }

// addGrain adds noise from a small generator of its own, so that it is the same everywhere. Pure
// white stays white: that is what an overexposed ground does.
func addGrain(img *image.NRGBA, strength int) {
	if strength <= 0 {
		return
	}
	state := uint32(2463534242)
	for i := range img.Pix {
		if i%4 == 3 {
			continue
		}
		state ^= state << 13
		state ^= state >> 17
		state ^= state << 5
		n := int(state>>8)%(2*strength+1) - strength
		if img.Pix[i] < 250 {
			img.Pix[i] = darker(img.Pix[i], n)
		}
	}
}

// pen draws in units of the head's height, the origin between the eyes' outer corners on the
// head's axis, turned by the tilt round the chin.
type pen struct {
	img      *image.NRGBA
	x, y     float64 // origin in pixels
	unit     float64
	sin, cos float64
}

func newPen(img *image.NRGBA, p Person) *pen {
	sin, cos := math.Sincos(p.Tilt * math.Pi / 180)
	return &pen{
		img: img, unit: p.HeadHeight, sin: sin, cos: cos,
		x: p.CentreX, y: p.CrownY + p.HeadHeight, // the chin
	}
}

// upright returns the pen without its tilt, for what does not lean with the head.
func (p *pen) upright() *pen {
	straight := *p
	straight.sin, straight.cos = 0, 1
	return &straight
}

// at maps head units (x right, y up from the chin) to pixels.
func (p *pen) at(x, y float64) (float32, float32) {
	return float32(p.x + p.unit*(x*p.cos+y*p.sin)), float32(p.y + p.unit*(x*p.sin-y*p.cos))
}

// shape fills a closed polygon given as x, y pairs in head units. Only the polygon's own bounds
// are rasterized.
func (p *pen) shape(tone color.NRGBA, points []float64) {
	left, top, right, bottom := float32(math.MaxFloat32), float32(math.MaxFloat32), float32(0), float32(0)
	for i := 0; i < len(points); i += 2 {
		x, y := p.at(points[i], points[i+1])
		left, right = min(left, x), max(right, x)
		top, bottom = min(top, y), max(bottom, y)
	}
	bounds := image.Rect(int(left)-1, int(top)-1, int(right)+2, int(bottom)+2).Intersect(p.img.Rect)
	if bounds.Empty() {
		return
	}
	r := vector.NewRasterizer(bounds.Dx(), bounds.Dy())
	for i := 0; i < len(points); i += 2 {
		x, y := p.at(points[i], points[i+1])
		x, y = x-float32(bounds.Min.X), y-float32(bounds.Min.Y)
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	r.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	p.paint(tone, bounds, mask)
}

// paint lays a tone over the picture where the mask says.
func (p *pen) paint(tone color.NRGBA, bounds image.Rectangle, mask *image.Alpha) {
	for y := range bounds.Dy() {
		row := p.img.Pix[p.img.PixOffset(bounds.Min.X, bounds.Min.Y+y):]
		for x := range bounds.Dx() {
			a := int(mask.Pix[y*mask.Stride+x])
			for k, v := range [3]uint8{tone.R, tone.G, tone.B} {
				old := int(row[4*x+k])
				row[4*x+k] = uint8((old*(255-a) + int(v)*a + 127) / 255)
			}
		}
	}
}

// oval fills an ellipse with centre x, y and radii rx, ry, from one angle to another in degrees
// anticlockwise from the right.
func (p *pen) oval(tone color.NRGBA, o oval) {
	from, to := o.from, o.to
	if from == to {
		to = from + 360
	}
	const steps = 96
	points := make([]float64, 0, 2*steps+2)
	for i := range steps + 1 {
		a := (from + (to-from)*float64(i)/steps) * math.Pi / 180
		points = append(points, o.x+o.rx*math.Cos(a), o.y+o.ry*math.Sin(a))
	}
	p.shape(tone, points)
}

type oval struct{ x, y, rx, ry, from, to float64 }
