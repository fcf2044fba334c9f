package photo

import (
	"context"
	"image"
	"math"
)

// Sizes of a face's box in pixels: smaller ones in the analysis picture are looked at again in
// more of the file's pixels, because a pupil misplaced by one pixel then tilts the head by degrees.
const (
	refineBelow = 110.0
	refineTo    = 140.0
	refineRoom  = 1.1  // of the box's size, either side of its middle
	refineShift = 0.35 // of the box's size that the second look may move the face
)

// refined looks at a small face again and reports whether the second look found it. If not, the
// first answer stands.
func (s *Source) refined(ctx context.Context, first features, lean float64) (features, bool, error) {
	if first.size >= refineBelow || s.scale < 1.25 {
		return first, false, nil
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
		return first, false, err
	}
	plane := greyOf(part)
	if lean != 0 {
		plane = plane.straightened(newLeaning(plane, lean))
	}
	seen := s.finder.look(plane)
	if seen.score() < leastScore {
		return first, false, nil
	}
	seen.lean = lean
	toSmall := float64(rect.Dx()) / float64(part.Rect.Dx()) / s.scale
	second := s.finder.features(seen).moved(point{float64(rect.Min.X) / s.scale, float64(rect.Min.Y) / s.scale}, toSmall)
	off := math.Hypot(second.centre.x-first.centre.x, second.centre.y-first.centre.y)
	if !second.eyes || off > refineShift*first.size || math.Abs(math.Log(second.size/first.size)) > refineShift {
		return first, false, nil
	}
	return second, true, nil
}

// moved scales places and adds an origin to them.
func (f features) moved(origin point, scale float64) features {
	move := func(p point) point {
		return point{origin.x + float64(p.x*scale), origin.y + float64(p.y*scale)}
	}
	f.centre, f.left, f.right = move(f.centre), move(f.left), move(f.right)
	f.size *= scale
	return f
}
