package photo

import (
	"image"
	"math"
	"slices"
)

// Limits of the estimate, CIE L* and C*, from measured pictures: real white grounds lie at L* 99
// to 100, off-white at 91 to 95, light greys at 71 to 86.
const (
	whiteLightness     = 92.0 // of the dark end
	whiteChroma        = 6.0  // of the colourful end
	nearWhiteLightness = 70.0
	nearWhiteChroma    = 14.0
)

// judgeBackground measures the background and names it. Where it is not one surface, the border
// itself is measured and the verdict is Other.
func judgeBackground(picture *image.NRGBA, g *ground) Background {
	pixels := g.inside(someThousand)
	if !g.uniform() || len(pixels) == 0 {
		pixels = g.border()
	}
	lightness := make([]float64, 0, len(pixels))
	chroma := make([]float64, 0, len(pixels))
	for _, p := range pixels {
		i := p/g.w*picture.Stride + p%g.w*4
		l, c := lightnessAndChroma(picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2])
		lightness, chroma = append(lightness, l), append(chroma, c)
	}
	slices.Sort(lightness)
	slices.Sort(chroma)
	b := Background{
		Verdict: Other, Share: g.share,
		Lightness: percentile(lightness, 5), Chroma: percentile(chroma, 95),
		Unevenness: percentile(lightness, 95) - percentile(lightness, 5),
	}
	switch {
	case !g.uniform():
	case b.Lightness >= whiteLightness && b.Chroma <= whiteChroma:
		b.Verdict = White
	case b.Lightness >= nearWhiteLightness && b.Chroma <= nearWhiteChroma:
		b.Verdict = NearWhite
	}
	return b
}

// percentile of sorted values.
func percentile(sorted []float64, p int) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, len(sorted)*p/100)]
}

// inside lists about n of the background's pixels, evenly, that lie two pixels from anything else,
// so that the blurred edge of the hair does not count.
func (g *ground) inside(n int) []int {
	step := max(1, int(math.Sqrt(float64(len(g.mask))/float64(n))))
	out := make([]int, 0, n)
	for y := 0; y < g.h; y += step {
		for x := 0; x < g.w; x += step {
			if g.clearAround(x, y) {
				out = append(out, y*g.w+x)
			}
		}
	}
	return out
}

func (g *ground) clearAround(x, y int) bool {
	for _, d := range [5]image.Point{{}, {X: 2}, {X: -2}, {Y: 2}, {Y: -2}} {
		nx, ny := x+d.X, y+d.Y
		if nx >= 0 && nx < g.w && ny >= 0 && ny < g.h && !g.mask[ny*g.w+nx] {
			return false
		}
	}
	return true
}

// median of values, which are sorted.
func median(values []float64) float64 {
	slices.Sort(values)
	return percentile(values, 50)
}
