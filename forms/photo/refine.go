package photo

import (
	"context"
	"image"
	"math"

	"zhicheng/forms/photo/internal/nets"
)

// Sizes of a face's box in pixels: smaller ones in the analysis picture are looked at again in
// more of the file's pixels, because an eye misplaced by one pixel then tilts the head by degrees.
const (
	refineBelow = 110.0
	refineTo    = 140.0
	refineRoom  = 1.3  // of the box's size, either side of its middle
	refineShift = 0.35 // of the box's size that the second look may move the face
)

// refined looks at a small face again, in more pixels. Where that does not find it, the first
// answer stands.
func (s *Source) refined(ctx context.Context, first features) (features, error) {
	if first.near = first.size >= refineBelow; first.near || s.scale < 1.25 {
		return first, nil
	}
	reach := refineRoom * first.size
	corner := image.Rectangle{
		s.fromSmall(point{first.centre.x - reach, first.centre.y - reach}),
		s.fromSmall(point{first.centre.x + reach, first.centre.y + reach}),
	}
	rect := corner.Intersect(image.Rectangle{Max: s.Size()})
	shift := 0
	for shift < 3 && first.size*s.scale/float64(int(2)<<shift) >= refineTo {
		shift++
	}
	part, err := s.upright(ctx, rect, shift)
	if err != nil {
		return first, err
	}
	toSmall := float64(rect.Dx()) / float64(part.Rect.Dx()) / s.scale
	origin := point{float64(rect.Min.X) / s.scale, float64(rect.Min.Y) / s.scale}
	inPart := first.moved(point{-origin.x / toSmall, -origin.y / toSmall}, 1/toSmall)
	points, err := s.finder.points(ctx, nets.NewPyramid(part), inPart.window())
	if err != nil || points == nil {
		return first, err
	}
	second := newFeatures(first.score, points).moved(origin, toSmall)
	off := math.Hypot(second.centre.x-first.centre.x, second.centre.y-first.centre.y)
	if off > refineShift*first.size || math.Abs(math.Log(second.size/first.size)) > refineShift {
		return first, nil
	}
	second.near = true
	return second, nil
}

// windowSide is the side of the window in which a face's points are looked for, in parts of its
// box's side: what the detectors' boxes come to.
const windowSide = 1.6

// window is where to look for the points of a face that was found before.
func (f features) window() nets.Window {
	sin, cos := math.Sincos(f.tilt * math.Pi / 180)
	side := windowSide * f.size
	return nets.Window{X: f.centre.x, Y: f.centre.y, Width: side, Height: side, Sin: sin, Cos: cos}
}
