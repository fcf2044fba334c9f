package crop

import (
	"image"

	"zhicheng/forms/photo"
)

// shape is what a frame keeps while its size changes: a ratio, or for the zero ratio whatever the
// notice allows.
type shape struct {
	ratio photo.Ratio
	spec  photo.Spec
}

func (s shape) free() bool { return s.ratio == photo.Ratio{} }

// presets are the ratios that are offered, as far as the notice allows them.
func presets(spec photo.Spec) []photo.Ratio {
	var out []photo.Ratio
	for _, r := range []photo.Ratio{photo.FiveSeven, photo.ThreeFour} {
		if spec.RatioFits(r.Width, r.Height) {
			out = append(out, r)
		}
	}
	return out
}

// ratioOf is the preset that a frame has to a pixel, the zero ratio for none.
func ratioOf(r image.Rectangle, spec photo.Spec) photo.Ratio {
	for _, p := range presets(spec) {
		if off := r.Dx()*p.Height - r.Dy()*p.Width; max(off, -off) <= p.Height+p.Width {
			return p
		}
	}
	return photo.Ratio{}
}

// sized is the size of the shape nearest to a wish: of a ratio the wished width, within a room.
func (s shape) sized(wish, room image.Point) image.Point {
	if s.free() {
		w, h := s.spec.Shaped(max(1, min(wish.X, room.X)), max(1, min(wish.Y, room.Y)))
		return image.Pt(w, h)
	}
	w := max(1, min(wish.X, room.X, room.Y*s.ratio.Width/s.ratio.Height))
	return image.Pt(w, max(1, w*s.ratio.Height/s.ratio.Width))
}

// resized brings a rectangle to a size; the corner opposite to the grip stays, and the bounds are
// kept.
func (s shape) resized(r image.Rectangle, grip int, wish image.Point, bounds image.Rectangle) image.Rectangle {
	fixed := [4]image.Point{r.Max, {r.Min.X, r.Max.Y}, r.Min, {r.Max.X, r.Min.Y}}[grip]
	leftwards, upwards := grip == 0 || grip == 3, grip == 0 || grip == 1
	room := bounds.Max.Sub(fixed)
	if leftwards {
		room.X = fixed.X - bounds.Min.X
	}
	if upwards {
		room.Y = fixed.Y - bounds.Min.Y
	}
	size := s.sized(wish, room)
	to := fixed.Add(size)
	if leftwards {
		to.X = fixed.X - size.X
	}
	if upwards {
		to.Y = fixed.Y - size.Y
	}
	return image.Rectangle{Min: fixed, Max: to}.Canon()
}

// grown brings a rectangle to a size about its middle, within bounds.
func (s shape) grown(r image.Rectangle, wish image.Point, bounds image.Rectangle) image.Rectangle {
	size := s.sized(wish, bounds.Size())
	at := r.Min.Add(r.Max).Sub(size).Div(2)
	return within(image.Rectangle{Max: size}.Add(at), bounds)
}

// within moves a rectangle into bounds.
func within(r, bounds image.Rectangle) image.Rectangle {
	x := min(max(r.Min.X, bounds.Min.X), max(bounds.Min.X, bounds.Max.X-r.Dx()))
	y := min(max(r.Min.Y, bounds.Min.Y), max(bounds.Min.Y, bounds.Max.Y-r.Dy()))
	return r.Add(image.Pt(x, y).Sub(r.Min))
}
