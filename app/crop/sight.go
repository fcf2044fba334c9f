package crop

import (
	"image"

	"fyne.io/fyne/v2"
)

// sight is the part of the picture that is seen: all of it, or a part that is enlarged.
type sight struct {
	zoom   float32       // 1 shows all; 0 is 1
	middle fyne.Position // what is in the middle, in pixels of the picture; only where it is enlarged
}

// mostZoom shows an eighth of the picture's width.
const mostZoom float32 = 8

// glass is the area on the screen through which a rectangle of pixels is seen.
type glass struct {
	bounds image.Rectangle
	size   fyne.Size
}

func (s sight) factor() float32 { return max(1, s.zoom) }

// scale is how many units a pixel has.
func (s sight) scale(g glass) float32 {
	w, h := max(1, float32(g.bounds.Dx())), max(1, float32(g.bounds.Dy()))
	return min(g.size.Width/w, g.size.Height/h) * s.factor()
}

// origin is where pixel 0, 0 is in the area.
func (s sight) origin(g glass) fyne.Position {
	scale := s.scale(g)
	along := func(least, most int, wish, room float32) float32 {
		half := room / scale / 2
		low, high := float32(least)+half, float32(most)-half
		if low >= high || s.factor() == 1 {
			return float32(least+most) / 2
		}
		return min(max(wish, low), high)
	}
	x := along(g.bounds.Min.X, g.bounds.Max.X, s.middle.X, g.size.Width)
	y := along(g.bounds.Min.Y, g.bounds.Max.Y, s.middle.Y, g.size.Height)
	return fyne.NewPos(g.size.Width/2-x*scale, g.size.Height/2-y*scale)
}

// zoomed is the sight at another zoom; what is at a place of the area stays there.
func (s sight) zoomed(zoom float32, about fyne.Position, g glass) sight {
	from, scale := s.origin(g), s.scale(g)
	x, y := (about.X-from.X)/scale, (about.Y-from.Y)/scale
	next := sight{zoom: min(max(zoom, 1), mostZoom)}
	scale = next.scale(g)
	next.middle = fyne.NewPos(x+(g.size.Width/2-about.X)/scale, y+(g.size.Height/2-about.Y)/scale)
	return next
}

// moved is the sight after the picture was dragged by some units.
func (s sight) moved(dx, dy float32, g glass) sight {
	from, scale := s.origin(g), s.scale(g)
	s.middle = fyne.NewPos((g.size.Width/2-from.X-dx)/scale, (g.size.Height/2-from.Y-dy)/scale)
	return s
}
