package photo

import (
	"image"
)

// FrameBy says who chose a frame.
type FrameBy string

// Who chose a frame.
const (
	ByFace   FrameBy = "face"   // automatically, round the face
	ByCentre FrameBy = "centre" // the middle of the picture, because no face was found
	ByHand   FrameBy = "hand"   // the applicant
	ByWhole  FrameBy = "whole"  // the whole picture, because a part of it would have too few pixels
)

// Frame is the part of a picture to keep.
type Frame struct {
	By FrameBy
	// Rect in upright pixels. It reaches beyond the picture only where a uniform background can
	// be continued there.
	Rect image.Rectangle
	// Angle in degrees by which the picture is turned anticlockwise round Rect's middle before
	// cutting, so that a head leaning clockwise by Angle stands straight.
	Angle float64
	// Lacks tells on which sides the picture ends too near to the head.
	Lacks Sides
}

// Sides is a set of a picture's edges.
type Sides struct {
	Top    bool `json:"top,omitempty"`
	Left   bool `json:"left,omitempty"`
	Right  bool `json:"right,omitempty"`
	Bottom bool `json:"bottom,omitempty"`
}

// Any reports whether any side is set.
func (s Sides) Any() bool { return s != Sides{} }

// Output limits in pixels: larger than this adds bytes and nothing to see at 33×48 mm.
const (
	maxOutputWidth  = 600
	maxOutputHeight = 840
)

// OutputSize is the size in pixels of what Encode makes from the frame: the frame's own pixels,
// scaled down to at most 600×840, never up.
func (f Frame) OutputSize() image.Point {
	w, h := f.Rect.Dx(), f.Rect.Dy()
	if w <= maxOutputWidth && h <= maxOutputHeight {
		return image.Pt(w, h)
	}
	if w*maxOutputHeight >= h*maxOutputWidth {
		return image.Pt(maxOutputWidth, max(1, (h*maxOutputWidth+w/2)/w))
	}
	return image.Pt(max(1, (w*maxOutputHeight+h/2)/h), maxOutputHeight)
}

// ByHandFrame is the applicant's own rectangle: moved and shrunk so that it lies in a picture of
// the given size.
func ByHandFrame(rect image.Rectangle, size image.Point) Frame {
	rect = rect.Canon()
	w, h := max(1, min(rect.Dx(), size.X)), max(1, min(rect.Dy(), size.Y))
	x := min(max(rect.Min.X, 0), size.X-w)
	y := min(max(rect.Min.Y, 0), size.Y-h)
	return Frame{By: ByHand, Rect: image.Rect(x, y, x+w, y+h)}
}

// centreFrame is the largest frame of the ratio in the middle of a picture. Rows above the middle
// are preferred: heads are seldom in the lower half.
func centreFrame(size image.Point, ratio Ratio) Frame {
	w, h := fitRatio(size.X, size.Y, ratio)
	x, y := (size.X-w)/2, (size.Y-h)/3
	return Frame{By: ByCentre, Rect: image.Rect(x, y, x+w, y+h)}
}

// fitRatio is the largest size of the ratio within width×height; where the ratio cannot be met
// in whole pixels it is met to half a pixel of the width.
func fitRatio(width, height int, ratio Ratio) (int, int) {
	ratio = ratio.orDefault()
	h := min(height, (width*ratio.Height+ratio.Width-1)/ratio.Width)
	w := min(width, (h*ratio.Width+ratio.Height/2)/ratio.Height)
	return max(1, w), max(1, h)
}

// wholeFrame is the whole picture, less what the spec's ratio asks to leave out: evenly at both
// sides, or at the foot. ok is false where that is too small for the spec.
func wholeFrame(size image.Point, spec Spec) (frame Frame, ok bool) {
	w := min(size.X, size.Y*spec.RatioMaxHundredths/100)
	h := size.Y
	if spec.RatioMinHundredths > 0 {
		h = min(h, 100*w/spec.RatioMinHundredths)
	}
	x := (size.X - w) / 2
	return Frame{By: ByWhole, Rect: image.Rect(x, 0, x+w, h)}, spec.PixelsFit(w, h) && spec.RatioFits(w, h)
}

// growth is how much larger a frame is than one that holds too little.
const growth = 1.25

// larger is a larger frame of the same shape and angle in a picture of the given size; ok is false
// where there is no room for it.
func (f Frame) larger(size image.Point) (frame Frame, ok bool) {
	picture := image.Rectangle{Max: size}
	if !f.reach().In(picture) {
		return f, false
	}
	w, h := int(growth*float64(f.Rect.Dx())), int(growth*float64(f.Rect.Dy()))
	f.Rect = image.Rect(0, 0, w, h).Add(f.Rect.Min).Sub(image.Pt((w-f.Rect.Dx())/2, (h-f.Rect.Dy())/2))
	reach := f.reach()
	f.Rect = f.Rect.Add(image.Pt(
		max(-reach.Min.X, 0)+min(size.X-reach.Max.X, 0), max(-reach.Min.Y, 0)+min(size.Y-reach.Max.Y, 0)))
	return f, f.reach().In(picture)
}
