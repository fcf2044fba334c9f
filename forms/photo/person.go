package photo

import (
	"context"
	"image"
	"math"

	"zhicheng/forms/photo/internal/nets"
)

// person says where in a picture a person is: for each pixel how surely, 0 to 1.
type person struct {
	w, h  int
	parts []float32
	mask  nets.Mask // from which the parts come
}

// personIn looks for the person in a picture.
func (f *Finder) personIn(ctx context.Context, picture *nets.Pyramid) (*person, error) {
	net, err := f.person()
	if err != nil {
		return nil, err
	}
	size := picture.Picture().Rect.Size()
	mask, err := net.Find(ctx, picture, nets.Whole(size))
	if err != nil {
		return nil, err
	}
	return newPerson(mask, size), nil
}

func newPerson(mask nets.Mask, size image.Point) *person {
	return &person{size.X, size.Y, mask.Scaled(size.X, size.Y).Values, mask}
}

// uncertainty is how undecided the mask is, on average: 0 where every pixel is surely a person or
// surely none, 1 where all are halfway.
func (p *person) uncertainty() float64 {
	sum := 0.0
	for _, v := range p.parts {
		sum += float64(4 * v * (1 - v))
	}
	return sum / float64(len(p.parts))
}

// outsideShare is the share of the picture that is surely no person.
func (p *person) outsideShare() float64 {
	n := 0
	for _, v := range p.parts {
		if v < likelyPart {
			n++
		}
	}
	return float64(n) / float64(len(p.parts))
}

// isAway reports whether a pixel, and those so far away from it in eight directions, are no part of
// the person. Beyond the picture nobody is.
func (p *person) isAway(x, y, far int) bool {
	if p.parts[y*p.w+x] >= likelyPart {
		return false
	}
	for _, d := range around {
		nx, ny := x+int(math.Round(d[0]*float64(far))), y+int(math.Round(d[1]*float64(far)))
		if nx >= 0 && nx < p.w && ny >= 0 && ny < p.h && p.parts[ny*p.w+nx] >= likelyPart {
			return false
		}
	}
	return true
}

// isDeep reports whether a pixel, and those so far away from it in eight directions, are surely part
// of the person.
func (p *person) isDeep(x, y, far int) bool { return p.isWithin(x, y, far, surePart) }

// isWithin is isDeep for those that are part of the person with at least that probability.
func (p *person) isWithin(x, y, far int, least float32) bool {
	if p.parts[y*p.w+x] < least {
		return false
	}
	for _, d := range around {
		nx, ny := x+int(math.Round(d[0]*float64(far))), y+int(math.Round(d[1]*float64(far)))
		if nx >= 0 && nx < p.w && ny >= 0 && ny < p.h && p.parts[ny*p.w+nx] < least {
			return false
		}
	}
	return true
}

// figureAt reports whether a place belongs to the figure before the background, and whether it is
// in the picture at all.
func (g *ground) figureAt(at point) (figure, inside bool) {
	x, y := int(math.Round(at.x)), int(math.Round(at.y))
	if x < 0 || x >= g.w || y < 0 || y >= g.h {
		return false, false
	}
	return g.isFigure(y*g.w + x), true
}

// tellsFigure reports whether figure and background can be told apart.
func (g *ground) tellsFigure() bool { return g.person != nil || g.uniform() }

// How surely a pixel is part of a person: from there on whatever its colour, and, before a uniform
// background that it differs from, already from here.
const (
	surePart   = 0.9
	maybePart  = 0.5
	likelyPart = 0.1
)

// isFigure tells by colour and person together before a uniform background, else by the person.
func (g *ground) isFigure(p int) bool {
	switch {
	case g.person == nil:
		return !g.mask[p]
	case !g.uniform():
		return g.person.parts[p] > 0.5
	case g.mask[p]:
		return g.person.parts[p] > surePart
	}
	return g.person.parts[p] > likelyPart
}
