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
	grow := func(n int) int { return int(math.Ceil(float64(max(n, 0))*reduce)) + 3 }
	margin := image.Pt(grow(needed.Min.X-reach.Min.X), grow(needed.Min.Y-reach.Min.Y))
	far := image.Pt(grow(reach.Max.X-needed.Max.X), grow(reach.Max.Y-needed.Max.Y))
	w, h := part.Rect.Dx(), part.Rect.Dy()
	out := image.NewNRGBA(image.Rect(0, 0, margin.X+w+far.X, margin.Y+h+far.Y))
	for y := range h {
		copy(out.Pix[out.PixOffset(margin.X, margin.Y+y):], part.Pix[y*part.Stride:y*part.Stride+4*w])
	}
	inner := image.Rectangle{margin, margin.Add(image.Pt(w, h))}
	extendSideways(out, inner)
	extendUpDown(out, inner)
	return out, margin
}

// smoothing is how many pixels either side of an edge pixel speak for it: enough that the tip of
// a hair does not draw a line into the continued background.
const smoothing = 8

// smoothed is the median colour around each pixel of an edge.
func smoothed(edge [][4]uint8) [][4]uint8 {
	out := make([][4]uint8, len(edge))
	window := make([]uint8, 0, 2*smoothing+1)
	for i := range edge {
		near := edge[max(0, i-smoothing):min(len(edge), i+smoothing+1)]
		for k := range 3 {
			window = window[:0]
			for _, c := range near {
				window = append(window, c[k])
			}
			slices.Sort(window)
			out[i][k] = window[len(window)/2]
		}
		out[i][3] = 255
	}
	return out
}

// extendSideways continues inner's left and right columns to the picture's edges.
func extendSideways(out *image.NRGBA, inner image.Rectangle) {
	for _, side := range []struct{ edge, from, to int }{
		{inner.Min.X, 0, inner.Min.X}, {inner.Max.X - 1, inner.Max.X, out.Rect.Max.X},
	} {
		edge := make([][4]uint8, inner.Dy())
		for y := range edge {
			edge[y] = [4]uint8(out.Pix[out.PixOffset(side.edge, inner.Min.Y+y):])
		}
		for y, c := range smoothed(edge) {
			for x := side.from; x < side.to; x++ {
				copy(out.Pix[out.PixOffset(x, inner.Min.Y+y):], c[:])
			}
		}
	}
}

// extendUpDown continues inner's first and last rows, from edge to edge of the picture.
func extendUpDown(out *image.NRGBA, inner image.Rectangle) {
	for _, side := range []struct{ edge, from, to int }{
		{inner.Min.Y, 0, inner.Min.Y}, {inner.Max.Y - 1, inner.Max.Y, out.Rect.Max.Y},
	} {
		edge := make([][4]uint8, out.Rect.Dx())
		for x := range edge {
			edge[x] = [4]uint8(out.Pix[out.PixOffset(x, side.edge):])
		}
		for x, c := range smoothed(edge) {
			for y := side.from; y < side.to; y++ {
				copy(out.Pix[out.PixOffset(x, y):], c[:])
			}
		}
	}
}
