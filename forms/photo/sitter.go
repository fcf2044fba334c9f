package photo

import (
	"context"
	"image"
	"math"

	"zhicheng/forms/photo/internal/nets"
)

// sitter is what whitening must know of the person. The zero sitter is nobody found.
type sitter struct {
	subject
	who  *person // where the person is; nil where nobody looked
	face []point // the edge of the face; none where no face was found
}

// newSitter understands what was seen in a cut picture.
func newSitter(picture *image.NRGBA, faces []features, who *person) sitter {
	s := sitter{subject: subjectIn(picture, faces), who: who}
	if len(faces) > 0 {
		for _, p := range faces[0].oval {
			s.face = append(s.face, between(faces[0].centre, p, ovalPart))
		}
	}
	return s
}

// ovalPart of the way from a face's middle to its edge is surely face: the points of the edge may lie
// a little outside.
const ovalPart = 0.9

// settled reports whether the person can be taken out of any background: a face, and a mask that
// knows where the person ends.
func (s sitter) settled() bool {
	return s.who != nil && len(s.face) > 0 && s.who.uncertainty() < mostUncertain
}

// How far a background must be from the face's colour, in CIE L*a*b*, for ears and neck to be told
// from it. Where it is darker than the face it may be the colour of ears and neck in shade.
const (
	skinApart = 4.0
	shadeFrom = 12.0 // CIE L* below the face's
	shadeTo   = 34.0
	shadeHueA = 12.0
	shadeHueB = 18.0
)

// like reports whether a background has nearly the face's colour, or that of skin in shade.
func (s sitter) like(back [3]float64) bool {
	l, a, b := labOf(clamped(back[0]), clamped(back[1]), clamped(back[2]))
	l, a, b = s.l-l, a-s.a, b-s.b
	if l > shadeFrom {
		return l < shadeTo && math.Abs(a) < shadeHueA && math.Abs(b) < shadeHueB
	}
	return math.Sqrt(float64(l*l)+float64(a*a)+float64(b*b)) < skinApart
}

// sitter is what was seen of the person in a frame, of which picture is the cut.
func (s *Source) sitter(ctx context.Context, frame Frame, picture *image.NRGBA) (sitter, error) {
	if s.finder == nil {
		return sitter{}, nil
	}
	at := placing{frame, picture.Rect.Size()}
	who, err := s.personIn(ctx, at)
	if err != nil {
		return sitter{}, err
	}
	var faces []features
	for _, h := range s.heads {
		f := s.faceAt(h, at)
		if c := f.centre; c.x >= 0 && c.y >= 0 && c.x < float64(at.size.X) && c.y < float64(at.size.Y) {
			faces = []features{f}
			break
		}
	}
	return newSitter(picture, faces, who), nil
}

// placing is where a frame's pixels come from.
type placing struct {
	frame Frame
	size  image.Point // of the cut in pixels
}

// middle is the frame's, in upright pixels.
func (p placing) middle() point {
	r := p.frame.Rect
	return point{float64(r.Min.X+r.Max.X) / 2, float64(r.Min.Y+r.Max.Y) / 2}
}

// step is the length of a pixel of the cut in upright pixels.
func (p placing) step() float64 { return float64(p.frame.Rect.Dx()) / float64(p.size.X) }

// toCut takes a place of the upright picture to the cut.
func (p placing) toCut(at point) point {
	sin, cos := math.Sincos(p.frame.Angle * math.Pi / 180)
	m, k := p.middle(), 1/p.step()
	dx, dy := at.x-m.x, at.y-m.y
	return point{
		float64(p.size.X)/2 + k*(float64(dx*cos)+float64(dy*sin)),
		float64(p.size.Y)/2 + k*(float64(dy*cos)-float64(dx*sin)),
	}
}

// toUpright takes a place of the cut to the upright picture.
func (p placing) toUpright(at point) point {
	sin, cos := math.Sincos(p.frame.Angle * math.Pi / 180)
	m, k := p.middle(), p.step()
	dx, dy := k*(at.x-float64(p.size.X)/2), k*(at.y-float64(p.size.Y)/2)
	return point{m.x + float64(dx*cos) - float64(dy*sin), m.y + float64(dx*sin) + float64(dy*cos)}
}

// The net knows a person better by some of what is around, so that more than the frame is looked at;
// where that is nearly all of the picture, what was seen at first will do.
const (
	personRoom = 1.4  // times the frame's sides
	nearlyAll  = 0.85 // of the picture's area
)

// personIn is where the person is in a frame's cut.
func (s *Source) personIn(ctx context.Context, at placing) (*person, error) {
	whole := image.Rectangle{Max: s.Size()}
	reach := at.frame.reach()
	room := int((personRoom - 1) / 2 * float64(max(reach.Dx(), reach.Dy())))
	around := reach.Inset(-room).Intersect(whole)
	if area(around) >= nearlyAll*area(whole) {
		return at.person(s.ground.person.mask, whole), nil
	}
	if around.Empty() {
		return nil, nil
	}
	shift := 0
	for shift < 3 && min(around.Dx(), around.Dy())>>(shift+1) >= nets.MaskSide {
		shift++
	}
	part, err := s.upright(ctx, around, shift)
	if err != nil {
		return nil, err
	}
	who, err := s.finder.personIn(ctx, nets.NewPyramid(part))
	if err != nil {
		return nil, err
	}
	return at.person(who.mask, around), nil
}

// person takes the part that a frame shows out of a mask over a part of the upright picture. Beyond
// that part its edge goes on.
func (p placing) person(mask nets.Mask, over image.Rectangle) *person {
	inMask := func(x, y float64) point {
		at := p.toUpright(point{x, y})
		return point{(at.x - float64(over.Min.X)) / float64(over.Dx()), (at.y - float64(over.Min.Y)) / float64(over.Dy())}
	}
	first, right, down := inMask(0.5, 0.5), inMask(1.5, 0.5), inMask(0.5, 1.5)
	who := &person{p.size.X, p.size.Y, make([]float32, p.size.X*p.size.Y), mask}
	for i := range who.parts {
		x, y := float64(i%p.size.X), float64(i/p.size.X)
		who.parts[i] = mask.At(
			first.x+float64(x*(right.x-first.x))+float64(y*(down.x-first.x)),
			first.y+float64(x*(right.y-first.y))+float64(y*(down.y-first.y)))
	}
	return who
}

func area(r image.Rectangle) float64 { return float64(r.Dx()) * float64(r.Dy()) }
