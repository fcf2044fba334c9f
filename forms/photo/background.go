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

// judgeBackground measures the background and names it: where a person was looked for, all that is
// not the person, else what hangs together with the border in one colour.
func judgeBackground(picture *image.NRGBA, g *ground) Background {
	followed := judgeFollowed(picture, g)
	if g.person == nil || g.person.outsideShare() > mostGround {
		return followed
	}
	b := judgePixels(picture, g.outside(someThousand))
	b.Share = g.person.outsideShare()
	switch {
	case b.Share < leastGround || g.hidden(picture) > mostHidden && b.Verdict == White:
		b.Doubt = LittleSeen
	case b.Verdict == White && (b.Foreign <= nearlyForeign || g.person.uncertainty() < mostUncertain):
	case g.person.uncertainty() >= mostUncertain:
		b.Doubt = Undecided
	case followed.Verdict == White && b.Foreign > mostForeign, followed.Verdict == NearWhite && b.Verdict == Other:
		b.Doubt = Mixed
	}
	return b
}

// judgeFollowed judges what hangs together with the border in one colour. Where the background is
// not one surface, the border itself is measured and the verdict is Other.
func judgeFollowed(picture *image.NRGBA, g *ground) Background {
	pixels := g.inside(someThousand)
	if !g.uniform() || len(pixels) == 0 {
		b := judgePixels(picture, g.border())
		b.Share, b.Verdict = g.share, Other
		return b
	}
	b := judgePixels(picture, pixels)
	b.Share = g.share
	return b
}

// Limits of the judgement outside the person.
const (
	leastGround   = 0.05   // share of the picture: less ground says little
	mostGround    = 0.97   // share of the picture: then nobody is in it
	mostHidden    = 0.25   // share of the border where there should be ground
	mostUncertain = 0.05   // of the search for the person
	mostForeign   = 0.015  // share of the ground that may be clearly something else on a white photo
	nearlyForeign = 0.0075 // the same where the search for the person was uncertain
	foreignDark   = 80.0   // CIE L* below which, and C* above which it is
	foreignChroma = 20.0
	leastForeign  = 0.25 // share of what is foreign from which on a side is named
)

// judgePixels measures pixels and names their colour.
func judgePixels(picture *image.NRGBA, pixels []int) Background {
	lightness := make([]float64, 0, len(pixels))
	chroma := make([]float64, 0, len(pixels))
	var foreign []image.Point
	for _, p := range pixels {
		x, y := p%picture.Rect.Dx(), p/picture.Rect.Dx()
		i := y*picture.Stride + 4*x
		l, c := lightnessAndChroma(picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2])
		lightness, chroma = append(lightness, l), append(chroma, c)
		if l < foreignDark || c > foreignChroma {
			foreign = append(foreign, image.Pt(x, y))
		}
	}
	slices.Sort(lightness)
	slices.Sort(chroma)
	b := Background{
		Verdict: Other, Lightness: percentile(lightness, 5), Chroma: percentile(chroma, 95),
		Unevenness: percentile(lightness, 95) - percentile(lightness, 5),
		Foreign:    float64(len(foreign)) / float64(max(1, len(pixels))),
		Where:      sidesOf(foreign, picture.Rect.Size()),
	}
	switch {
	case len(pixels) == 0:
	case b.Lightness >= whiteLightness && b.Chroma <= whiteChroma && b.Foreign <= mostForeign:
		b.Verdict = White
	case b.Lightness >= nearWhiteLightness && b.Chroma <= nearWhiteChroma:
		b.Verdict = NearWhite
	}
	return b
}

// sidesOf tells at which sides of a picture many of the places are.
func sidesOf(places []image.Point, size image.Point) Sides {
	var left, right, top, bottom float64
	part := 1 / float64(max(1, len(places)))
	for _, p := range places {
		switch {
		case 3*p.X < size.X:
			left += part
		case 3*p.X >= 2*size.X:
			right += part
		case 2*p.Y < size.Y:
			top += part
		default:
			bottom += part
		}
	}
	return Sides{
		Top: top >= leastForeign, Left: left >= leastForeign,
		Right: right >= leastForeign, Bottom: bottom >= leastForeign,
	}
}

// outside lists about n of the pixels, evenly, that are no part of the person, away from the edge of
// the person, where hair and light mix both.
func (g *ground) outside(n int) []int {
	step := max(1, int(math.Sqrt(float64(g.w*g.h)/float64(n))))
	away := max(2, g.h/60)
	out := make([]int, 0, n)
	for y := 0; y < g.h; y += step {
		for x := 0; x < g.w; x += step {
			if g.person.isAway(x, y, away) {
				out = append(out, y*g.w+x)
			}
		}
	}
	return out
}

// hidden is the share of the border, the person's foot left out, that is neither outside the person
// nor white: the head, or something that was taken for the person.
func (g *ground) hidden(picture *image.NRGBA) float64 {
	border := g.border()
	n := 0
	for _, p := range border {
		i := p/g.w*picture.Stride + p%g.w*4
		l, _ := lightnessAndChroma(picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2])
		if g.person.parts[p] >= likelyPart && l < nearWhiteLightness {
			n++
		}
	}
	return float64(n) / float64(max(1, len(border)))
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
