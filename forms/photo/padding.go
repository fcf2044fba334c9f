package photo

import (
	"image"
	"math"
	"slices"
)

// padded surrounds part, which shows needed of the upright picture, with as much continued
// background as the frame's reach asks for, and three pixels more for the sampling. It returns
// where part begins in it.
func padded(part *image.NRGBA, needed image.Rectangle, frame Frame) (*image.NRGBA, image.Point) {
	reach := frame.reach()
	reduce := float64(part.Rect.Dx()) / float64(needed.Dx())
	grow := func(n int) int { return int(math.Ceil(float64(max(n, 0))*reduce)) + samplingMargin }
	margin := image.Pt(grow(needed.Min.X-reach.Min.X), grow(needed.Min.Y-reach.Min.Y))
	far := image.Pt(grow(reach.Max.X-needed.Max.X), grow(reach.Max.Y-needed.Max.Y))
	w, h := part.Rect.Dx(), part.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, margin.X+w+far.X, margin.Y+h+far.Y))
	for y := range h {
		copy(out.Pix[out.PixOffset(margin.X, margin.Y+y):], part.Pix[y*part.Stride:y*part.Stride+4*w])
	}
	inner := image.Rectangle{margin, margin.Add(image.Pt(w, h))}
	extendSideways(out, inner, inset(needed.Min.X > reach.Min.X), inset(needed.Max.X < reach.Max.X))
	extendUpDown(out, inner, inset(needed.Min.Y > reach.Min.Y))
	return out, margin
}

// samplingMargin is how many pixels beyond a place its interpolation may look.
const samplingMargin = 3

// inset is how many pixels at an edge that is continued are left out: scanners and earlier crops
// leave a line there.
func inset(continued bool) int {
	if continued {
		return 2
	}
	return 0
}

// smoothing is how many pixels either side of an edge pixel speak for it.
const smoothing = 8

// edgeDepth is how many pixels deep an edge is looked at.
const edgeDepth = 5

// smoothed is the median colour around place i of an edge of n places, edgeDepth deep; at gives
// the colour at a place and a depth.
func smoothed(i, n int, at func(place, depth int) []uint8) [4]uint8 {
	var values [3][]uint8
	for place := max(0, i-smoothing); place < min(n, i+smoothing+1); place++ {
		for depth := range edgeDepth {
			c := at(place, depth)
			for k := range values {
				values[k] = append(values[k], c[k])
			}
		}
	}
	out := [4]uint8{3: 255}
	for k := range values {
		slices.Sort(values[k])
		out[k] = values[k][len(values[k])/2]
	}
	return out
}

// What an edge shows of the figure is not continued: places whose colour differs from the edge's
// smooth course by more than foreignStep, in steps of 255 over all channels, and next to them those
// that still differ by softStep. foreignStart is how far from the edge's median the fit begins.
const (
	foreignStep  = 14.0
	foreignStart = 60.0
)

// edgeColours are the colours of an edge's places for continuing it: smoothed, and over places that
// show the figure, such as the tip of the hair, drawn on from the background on both sides.
func edgeColours(n int, at func(place, depth int) []uint8) [][4]uint8 {
	colours := make([][4]uint8, n)
	for i := range colours {
		colours[i] = smoothed(i, n, at)
	}
	last := -1
	for i, foreign := range foreignPlaces(offCourse(colours)) {
		if foreign {
			continue
		}
		bridge(colours, last, i)
		last = i
	}
	bridge(colours, last, n)
	return colours
}

// offCourse is how far each colour is from a smooth course along the edge, fitted to those that
// follow it.
func offCourse(colours [][4]uint8) []float64 {
	n := len(colours)
	off := make([]float64, n)
	middle := usualColour(colours)
	for i, c := range colours {
		off[i] = colourStep(c, middle)
	}
	limit := foreignStart
	for range 4 {
		course := fitCourse(colours, off, limit)
		for i, c := range colours {
			u, sum := float64(2*i-n+1)/float64(n), 0.0
			for k := range course {
				d := float64(c[k]) - (course[k][0] + float64(u*course[k][1]) + float64(u*u*course[k][2]))
				sum += float64(d * d)
			}
			off[i] = math.Sqrt(sum)
		}
		limit = max(foreignStep, limit/2)
	}
	return off
}

// fitCourse fits 1, u and u², u from -1 to 1 along the edge, to the colours that are off by less
// than a limit.
func fitCourse(colours [][4]uint8, off []float64, limit float64) (course [3][6]float64) {
	normal := [6][6]float64{3: {3: 1}, 4: {4: 1}, 5: {5: 1}}
	var right [3][6]float64
	n := len(colours)
	for i, c := range colours {
		if off[i] > limit {
			continue
		}
		u := float64(2*i-n+1) / float64(n)
		t := [3]float64{1, u, float64(u * u)}
		for a := range t {
			for b := range t {
				normal[a][b] += float64(t[a] * t[b])
			}
			for k := range right {
				right[k][a] += float64(t[a] * float64(c[k]))
			}
		}
	}
	for a := range 3 {
		normal[a][a] += 1e-3
	}
	for k := range course {
		course[k] = solve(normal, right[k])
	}
	return course
}

// foreignPlaces marks the places that differ much, and those next to them that differ a little.
func foreignPlaces(off []float64) []bool {
	out := make([]bool, len(off))
	for i, d := range off {
		out[i] = d > foreignStep || i > 0 && out[i-1] && d > softStep
	}
	for i := len(off) - 2; i >= 0; i-- {
		out[i] = out[i] || out[i+1] && off[i] > softStep
	}
	return out
}

// usualColour is the median of some colours, of which every fourth is asked.
func usualColour(colours [][4]uint8) [4]uint8 {
	out := [4]uint8{3: 255}
	values := make([]uint8, 0, len(colours)/4+1)
	for k := range 3 {
		values = values[:0]
		for i := 0; i < len(colours); i += 4 {
			values = append(values, colours[i][k])
		}
		slices.Sort(values)
		out[k] = values[len(values)/2]
	}
	return out
}

// colourStep is the distance of two colours in steps of 255 over all channels.
func colourStep(a, b [4]uint8) float64 {
	sum := 0
	for k := range 3 {
		d := int(a[k]) - int(b[k])
		sum += d * d
	}
	return math.Sqrt(float64(sum))
}

// bridge fills the places between two others, -1 and the length standing for none.
func bridge(colours [][4]uint8, from, to int) {
	switch {
	case from < 0 && to >= len(colours):
		return
	case from < 0:
		for i := range to {
			colours[i] = colours[to]
		}
		return
	case to >= len(colours):
		for i := from + 1; i < len(colours); i++ {
			colours[i] = colours[from]
		}
		return
	}
	for i := from + 1; i < to; i++ {
		for k := range 3 {
			a, b := int(colours[from][k]), int(colours[to][k])
			colours[i][k] = uint8(a + (b-a)*(i-from)/(to-from))
		}
	}
}

// extension is one side to continue: from the line at edge, inward by step, to the lines from–to.
type extension struct{ edge, step, from, to int }

// colours are those of the edge's n places: smoothed where much is continued, else, for the few
// pixels that sampling reaches beyond an edge, the edge's own.
func (e extension) colours(n int, at func(place, depth int) []uint8) [][4]uint8 {
	if e.to-e.from > samplingMargin {
		return edgeColours(n, at)
	}
	out := make([][4]uint8, n)
	for i := range out {
		out[i] = [4]uint8(at(i, 0))
	}
	return out
}

// extendSideways continues inner's left and right columns to the picture's edges, from some
// pixels inside inner on.
func extendSideways(out *image.NRGBA, inner image.Rectangle, left, right int) {
	deepest := inner.Dx() - 1
	for _, side := range []extension{
		{inner.Min.X + min(left, deepest), 1, 0, inner.Min.X + min(left, deepest)},
		{inner.Max.X - 1 - min(right, deepest), -1, inner.Max.X - min(right, deepest), out.Rect.Max.X},
	} {
		at := func(place, depth int) []uint8 {
			x := side.edge + side.step*min(depth, deepest)
			return out.Pix[out.PixOffset(min(max(x, inner.Min.X), inner.Max.X-1), inner.Min.Y+place):]
		}
		for y, c := range side.colours(inner.Dy(), at) {
			for x := side.from; x < side.to; x++ {
				copy(out.Pix[out.PixOffset(x, inner.Min.Y+y):], c[:])
			}
		}
	}
}

// extendUpDown continues inner's first and last rows, from edge to edge of the picture; the first
// from some pixels inside inner on.
func extendUpDown(out *image.NRGBA, inner image.Rectangle, top int) {
	deepest := inner.Dy() - 1
	for _, side := range []extension{
		{inner.Min.Y + min(top, deepest), 1, 0, inner.Min.Y + min(top, deepest)},
		{inner.Max.Y - 1, -1, inner.Max.Y, out.Rect.Max.Y},
	} {
		at := func(place, depth int) []uint8 {
			y := side.edge + side.step*depth
			return out.Pix[out.PixOffset(place, min(max(y, inner.Min.Y), inner.Max.Y-1)):]
		}
		for x, c := range side.colours(out.Rect.Dx(), at) {
			for y := side.from; y < side.to; y++ {
				copy(out.Pix[out.PixOffset(x, y):], c[:])
			}
		}
	}
}
