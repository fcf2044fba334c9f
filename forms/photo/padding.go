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

// smoothing is how many pixels either side of an edge pixel speak for it: enough that the tip of
// a hair does not draw a line into the continued background.
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

// extension is one side to continue: from the line at edge, inward by step, to the lines from–to.
type extension struct{ edge, step, from, to int }

// colour is that of place i of n: smoothed where much is continued, else, for the few pixels that
// sampling reaches beyond an edge, the edge's own.
func (e extension) colour(i, n int, at func(place, depth int) []uint8) [4]uint8 {
	if e.to-e.from <= samplingMargin {
		return [4]uint8(at(i, 0))
	}
	return smoothed(i, n, at)
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
		for y := range inner.Dy() {
			c := side.colour(y, inner.Dy(), at)
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
		for x := range out.Rect.Dx() {
			c := side.colour(x, out.Rect.Dx(), at)
			for y := side.from; y < side.to; y++ {
				copy(out.Pix[out.PixOffset(x, y):], c[:])
			}
		}
	}
}
