package nets

import (
	"image"
	"sync"
)

// Pyramid is an opaque picture with smaller versions of itself, each half the size of the one
// before, made when they are first asked for.
type Pyramid struct {
	picture *image.NRGBA
	mutex   sync.Mutex // of what follows
	levels  []*image.NRGBA
}

// NewPyramid begins with a picture whose bounds begin at 0, 0. The picture must not change.
func NewPyramid(picture *image.NRGBA) *Pyramid {
	return &Pyramid{picture: picture, levels: []*image.NRGBA{picture}}
}

// Picture is the picture itself.
func (p *Pyramid) Picture() *image.NRGBA { return p.picture }

// level is the picture halved n times, or as often as its size allows.
func (p *Pyramid) level(n int) (*image.NRGBA, int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for len(p.levels) <= n {
		last := p.levels[len(p.levels)-1]
		if min(last.Rect.Dx(), last.Rect.Dy()) < 4 {
			break
		}
		p.levels = append(p.levels, halved(last))
	}
	n = min(n, len(p.levels)-1)
	return p.levels[n], n
}

// halved averages squares of two by two; a last odd row or column is left out.
func halved(from *image.NRGBA) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, from.Rect.Dx()/2, from.Rect.Dy()/2))
	for y := range out.Rect.Dy() {
		upper, lower := from.Pix[2*y*from.Stride:], from.Pix[(2*y+1)*from.Stride:]
		row := out.Pix[y*out.Stride:][:4*out.Rect.Dx()]
		for i := range row {
			j := i/4*8 + i%4
			row[i] = uint8((int(upper[j]) + int(upper[j+4]) + int(lower[j]) + int(lower[j+4]) + 2) / 4)
		}
	}
	return out
}

// Window is a part of a picture that a net looks at: a rectangle round a middle, in pixels, turned
// so that what leans clockwise by its lean stands upright in it.
type Window struct {
	X, Y          float64 // middle
	Width, Height float64
	// Sin and Cos of the lean. The zero Window's stand for no lean.
	Sin, Cos float64
}

// Whole is the window of a whole picture, as it is.
func Whole(size image.Point) Window {
	w, h := float64(size.X), float64(size.Y)
	return Window{X: w / 2, Y: h / 2, Width: w, Height: h, Cos: 1}
}

// Square is the smallest upright square round the whole picture.
func Square(size image.Point) Window {
	w := Whole(size)
	w.Width = max(w.Width, w.Height)
	w.Height = w.Width
	return w
}

// Out maps a place in the window, 0 to 1 in both directions, to the picture.
func (w Window) Out(u, v float64) (x, y float64) {
	u, v = (u-0.5)*w.Width, (v-0.5)*w.Height
	return w.X + float64(u*w.Cos) - float64(v*w.Sin), w.Y + float64(u*w.Sin) + float64(v*w.Cos)
}

// scaling is how a net wants its input: colours from 0 to 255 times factor, plus shift.
type scaling struct{ factor, shift float32 }

var (
	fromZero  = scaling{1.0 / 255, 0}    // 0 to 1
	symmetric = scaling{1.0 / 127.5, -1} // -1 to 1
)

// sample draws the window as height×width pixels. What lies outside the picture is black. The
// version is taken from which about one pixel goes into one.
func (p *Pyramid) sample(w Window, size [2]int, s scaling) []float32 {
	height, width := size[0], size[1]
	n := 0
	for step := min(w.Width/float64(width), w.Height/float64(height)); step > 1.5; step /= 2 {
		n++
	}
	from, n := p.level(n)
	scale := 1 / float64(int(1)<<n)
	out := make([]float32, 0, 3*height*width)
	for y := range height {
		for x := range width {
			px, py := w.Out((float64(x)+0.5)/float64(width), (float64(y)+0.5)/float64(height))
			colour := bilinear(from, float32(px*scale)-0.5, float32(py*scale)-0.5)
			for _, v := range colour {
				out = append(out, float32(v*s.factor)+s.shift)
			}
		}
	}
	return out
}

// bilinear is the colour between four pixels, 0 to 255.
func bilinear(from *image.NRGBA, x, y float32) [3]float32 {
	if x <= -1 || y <= -1 || x >= float32(from.Rect.Dx()) || y >= float32(from.Rect.Dy()) {
		return [3]float32{}
	}
	x0, y0 := int(x+1)-1, int(y+1)-1
	fx, fy := x-float32(x0), y-float32(y0)
	weights := [4]float32{(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy}
	var pixels [4][3]uint8 // beyond the picture is black
	if x0 >= 0 && y0 >= 0 && x0+1 < from.Rect.Dx() && y0+1 < from.Rect.Dy() {
		upper, lower := from.Pix[y0*from.Stride+4*x0:][:7], from.Pix[(y0+1)*from.Stride+4*x0:][:7]
		pixels = [4][3]uint8{[3]uint8(upper), [3]uint8(upper[4:]), [3]uint8(lower), [3]uint8(lower[4:])}
	} else {
		for k := range pixels {
			if at := image.Pt(x0+k%2, y0+k/2); at.In(from.Rect) {
				pixels[k] = [3]uint8(from.Pix[from.PixOffset(at.X, at.Y):])
			}
		}
	}
	var out [3]float32
	for c := range out {
		for k, weight := range weights {
			out[c] += float32(weight * float32(pixels[k][c]))
		}
	}
	return out
}
