package photo

import (
	"image"
	"math"
	"slices"

	"github.com/disintegration/imaging"
)

// ground is the background of a picture as far as it hangs together with the picture's border: a
// smooth model of its colour and the pixels that follow it.
type ground struct {
	w, h  int
	model [3][6]float64 // per channel: 1, x, y, x², xy, y² with x and y from -1 to 1
	mask  []bool        // by pixel: belongs to the background
	// person is where the person is; nil where nobody looked.
	person *person
	// spread is the root mean square distance of the background's pixels from the model.
	spread float64
	// follow is the share of the border's pixels, the person's foot left out, that the model
	// explains.
	follow float64
	share  float64 // of the picture
}

// Limits of what counts as a uniform background, from trying on studio and other pictures.
const (
	leastFollow   = 0.62 // share of the border
	leastShare    = 0.06 // of the picture
	mostSpread    = 16.0 // steps of 255, all three channels together
	seedReach     = 60.0 // distance from the corners' colour within which the border counts at first
	nearestReach  = 15.0 // the model's tolerance is never below
	farthestReach = 40.0 // nor above this
	sideDepth     = 0.55 // how far down the sides are taken as background
)

// someThousand pixels are enough to fit a smooth model to.
const someThousand = 6000

// uniform reports whether the background is one surface in one smoothly varying colour.
func (g *ground) uniform() bool {
	return g.follow >= leastFollow && g.share >= leastShare && g.spread <= mostSpread
}

// findGround models the background of a picture.
func findGround(picture *image.NRGBA) *ground {
	g := &ground{w: picture.Rect.Dx(), h: picture.Rect.Dy()}
	g.mask = make([]bool, g.w*g.h)
	border := g.border()
	start := cornerColour(picture, g.w, g.h)
	for k := range 3 {
		g.model[k][0] = start[k]
	}
	inliers := g.within(picture, border, seedReach)
	for range 3 {
		g.fit(picture, inliers)
		reach := g.reach(picture, inliers)
		inliers = g.within(picture, border, reach)
	}
	g.fit(picture, inliers)
	for range 2 {
		seeds := g.within(picture, border, g.reach(picture, inliers))
		if len(seeds) == 0 {
			break
		}
		inliers = g.flood(picture, seeds, g.reach(picture, seeds))
		g.fit(picture, sparse(inliers, someThousand))
	}
	g.follow = float64(len(g.within(picture, border, g.reach(picture, inliers)))) / float64(max(1, len(border)))
	g.share = float64(len(inliers)) / float64(g.w*g.h)
	g.spread = g.rms(picture, sparse(inliers, someThousand))
	return g
}

// findCoarseGround is findGround at half the resolution, which is enough for measuring and framing.
func findCoarseGround(picture *image.NRGBA) *ground {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	if min(w, h) < 64 {
		return findGround(picture)
	}
	g := findGround(imaging.Resize(picture, w/2, h/2, imaging.Box))
	mask := make([]bool, w*h)
	for y := range h {
		row := min(y*g.h/h, g.h-1) * g.w
		for x := range w {
			mask[y*w+x] = g.mask[row+min(x*g.w/w, g.w-1)]
		}
	}
	g.w, g.h, g.mask = w, h, mask
	return g
}

// border lists the pixels of the upper border and of the upper part of both sides, two deep.
func (g *ground) border() []int {
	var out []int
	deep := min(2, g.h)
	for y := range deep {
		for x := range g.w {
			out = append(out, y*g.w+x)
		}
	}
	for y := deep; y < int(sideDepth*float64(g.h)); y++ {
		for _, x := range []int{0, 1, g.w - 2, g.w - 1} {
			if x >= 0 && x < g.w {
				out = append(out, y*g.w+x)
			}
		}
	}
	return out
}

// cornerColour is the median colour of the two upper corners, where no head is.
func cornerColour(picture *image.NRGBA, w, h int) [3]float64 {
	var values [3][]int
	cw, ch := max(1, w/8), max(1, h/8)
	take := func(x, y int) {
		i := y*picture.Stride + 4*x
		for k := range values {
			values[k] = append(values[k], int(picture.Pix[i+k]))
		}
	}
	for i := range cw * ch {
		x, y := i%cw, i/cw
		take(x, y)
		take(w-1-x, y)
	}
	var out [3]float64
	for k := range values {
		slices.Sort(values[k])
		out[k] = float64(values[k][len(values[k])/2])
	}
	return out
}

// terms are the model's terms at a pixel.
func (g *ground) terms(x, y int) [6]float64 {
	u := float64(2*x-g.w+1) / float64(g.w)
	v := float64(2*y-g.h+1) / float64(g.h)
	return [6]float64{1, u, v, float64(u * u), float64(u * v), float64(v * v)}
}

// at is the background's colour at a pixel, which may lie outside the picture.
func (g *ground) at(x, y int) [3]float64 {
	t := g.terms(x, y)
	var out [3]float64
	for k := range 3 {
		for i := range t {
			out[k] += float64(g.model[k][i] * t[i])
		}
	}
	return out
}

// distance of a pixel from the model, in steps of 255 over all three channels.
func (g *ground) distance(picture *image.NRGBA, pixel int) float64 {
	x, y := pixel%g.w, pixel/g.w
	want := g.at(x, y)
	i := y*picture.Stride + 4*x
	sum := 0.0
	for k := range 3 {
		d := float64(picture.Pix[i+k]) - want[k]
		sum += float64(d * d)
	}
	return math.Sqrt(sum)
}

func (g *ground) within(picture *image.NRGBA, pixels []int, reach float64) []int {
	var out []int
	for _, p := range pixels {
		if g.distance(picture, p) <= reach {
			out = append(out, p)
		}
	}
	return out
}

func (g *ground) rms(picture *image.NRGBA, pixels []int) float64 {
	sum := 0.0
	for _, p := range pixels {
		d := g.distance(picture, p)
		sum += float64(d * d)
	}
	return math.Sqrt(sum / float64(max(1, len(pixels))))
}

// reach is how far from the model a pixel may be to belong to the background.
func (g *ground) reach(picture *image.NRGBA, inliers []int) float64 {
	return min(max(3*g.rms(picture, sparse(inliers, someThousand)), nearestReach), farthestReach)
}

// sparse takes about n of the pixels, evenly.
func sparse(pixels []int, n int) []int {
	step := len(pixels)/n + 1
	if step == 1 {
		return pixels
	}
	out := make([]int, 0, n+1)
	for i := 0; i < len(pixels); i += step {
		out = append(out, pixels[i])
	}
	return out
}

// fit fits the model to pixels by least squares. With few pixels, or pixels that do not fix all
// terms, a little damping keeps the higher terms near zero.
func (g *ground) fit(picture *image.NRGBA, pixels []int) {
	if len(pixels) == 0 {
		return
	}
	var normal [6][6]float64
	var right [3][6]float64
	for _, p := range pixels {
		x, y := p%g.w, p/g.w
		t := g.terms(x, y)
		i := y*picture.Stride + 4*x
		for a := range 6 {
			for b := range 6 {
				normal[a][b] += float64(t[a] * t[b])
			}
			for k := range 3 {
				right[k][a] += float64(t[a] * float64(picture.Pix[i+k]))
			}
		}
	}
	for a := 1; a < 6; a++ {
		normal[a][a] += 0.002 * float64(len(pixels))
	}
	for k := range 3 {
		g.model[k] = solve(normal, right[k])
	}
}

// solve solves six equations by elimination; normal equations with damping need no pivoting.
func solve(m [6][6]float64, r [6]float64) [6]float64 {
	for i := range 6 {
		for j := i + 1; j < 6; j++ {
			f := m[j][i] / m[i][i]
			for k := i; k < 6; k++ {
				m[j][k] -= float64(f * m[i][k])
			}
			r[j] -= float64(f * r[i])
		}
	}
	var x [6]float64
	for i := 5; i >= 0; i-- {
		s := r[i]
		for k := i + 1; k < 6; k++ {
			s -= float64(m[i][k] * x[k])
		}
		x[i] = s / m[i][i]
	}
	return x
}
