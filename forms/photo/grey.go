package photo

import (
	"image"
	"math"
)

// grey is a picture's luma plane.
type grey struct {
	pix  []uint8
	w, h int
}

// near is a pixel's value, for places outside that of the nearest pixel inside.
func (g grey) near(row, col int) uint8 {
	row = min(max(row, 0), g.h-1)
	col = min(max(col, 0), g.w-1)
	return g.pix[row*g.w+col]
}

// greyOf is the luma of Rec. 601, in whole numbers.
func greyOf(picture *image.NRGBA) grey {
	g := grey{w: picture.Rect.Dx(), h: picture.Rect.Dy()}
	g.pix = make([]uint8, g.w*g.h)
	for y := range g.h {
		row := picture.Pix[y*picture.Stride:]
		for x := range g.w {
			p := row[4*x : 4*x+3 : 4*x+3]
			g.pix[y*g.w+x] = uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2]) + 500) / 1000)
		}
	}
	return g
}

// quarter is the plane turned a quarter clockwise.
func (g grey) quarter() grey {
	out := grey{pix: make([]uint8, len(g.pix)), w: g.h, h: g.w}
	for y := range g.h {
		for x := range g.w {
			out.pix[x*out.w+g.h-1-y] = g.pix[y*g.w+x]
		}
	}
	return out
}

// leaning is a turn by degrees clockwise round a plane's middle.
type leaning struct {
	sin, cos float64
	x, y     float64
}

func newLeaning(g grey, degrees float64) leaning {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return leaning{sin, cos, float64(g.w-1) / 2, float64(g.h-1) / 2}
}

// back maps a point of the straightened plane to the leaning one.
func (l leaning) back(x, y float64) (float64, float64) {
	dx, dy := x-l.x, y-l.y
	return l.x + float64(dx*l.cos) - float64(dy*l.sin), l.y + float64(dx*l.sin) + float64(dy*l.cos)
}

// straightened turns the plane so that what leaned clockwise by the turn stands upright.
func (g grey) straightened(l leaning) grey {
	out := grey{pix: make([]uint8, len(g.pix)), w: g.w, h: g.h}
	for y := range g.h {
		for x := range g.w {
			sx, sy := l.back(float64(x), float64(y))
			out.pix[y*g.w+x] = g.near(int(math.Round(sy)), int(math.Round(sx)))
		}
	}
	return out
}
