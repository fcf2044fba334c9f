package photo

import (
	"context"
	"image"

	"zhicheng/forms/photo/internal/nets"
)

// taking is what a file is made from: what a frame cuts out of a picture, and whether its background
// was altered.
type taking struct {
	frame   Frame
	cut     *image.NRGBA
	altered bool
}

// reread measures the file that was made of a taking. All that a notice asks of it is read from
// its bytes: format, size, pixels, and that it can be decoded; so are the colours of background and
// face. Only where the faces are, and the person if the background was not altered, is recalled from
// the picture that the cut was taken of, once the decoded pixels have turned out to be the cut's.
func (s *Source) reread(ctx context.Context, data []byte, t taking) (Facts, error) {
	file := &Source{finder: s.finder, look: func(ctx context.Context, picture *image.NRGBA) (sighting, *person, error) {
		at := placing{t.frame, picture.Rect.Size()}
		faces, ok := s.facesIn(at)
		if !ok || !alike(picture, t.cut) {
			return s.finder.look(ctx, picture)
		}
		seen := sighting{picture: nets.NewPyramid(picture), faces: faces}
		if !t.altered && s.masks(t.frame) {
			return seen, at.person(s.ground.person.mask, image.Rectangle{Max: s.Size()}), nil
		}
		who, err := s.finder.personIn(ctx, seen.picture)
		return seen, who, err
	}}
	err := file.open(ctx, data)
	return file.facts, err
}

// facesIn are the faces in a frame's cut, the largest first. ok is false where that cannot be told
// without looking: there is none, the frame goes through one, or it was seen from too far away.
func (s *Source) facesIn(at placing) (faces []features, ok bool) {
	cut := image.Rectangle{Max: at.size}
	for _, h := range s.heads {
		f := s.faceAt(h, at)
		half := f.size / 2
		box := image.Rect(int(f.centre.x-half), int(f.centre.y-half), int(f.centre.x+half), int(f.centre.y+half))
		switch {
		case box.In(cut) && h.near:
			faces = append(faces, f)
		case box.Overlaps(cut):
			return nil, false
		}
	}
	return faces, len(faces) > 0
}

// faceAt is where a face is in a frame's cut.
func (s *Source) faceAt(h head, at placing) features {
	move := func(p point) point { return at.toCut(point{p.x * s.scale, p.y * s.scale}) }
	return h.placed(move, s.scale/at.step(), at.frame.Angle)
}

// leastMask is how many of a mask's pixels a frame's sides must have for telling what in it is not
// the person.
const leastMask = 96

// masks reports whether the mask of the whole picture is fine enough for judging a frame.
func (s *Source) masks(frame Frame) bool {
	size := s.Size()
	return s.ground.person != nil &&
		nets.MaskSide*frame.Rect.Dx() >= leastMask*size.X && nets.MaskSide*frame.Rect.Dy() >= leastMask*size.Y
}

// Pictures are compared by the means of squares: those of one picture, reduced, or of poor quality,
// differ by no more, those of different pictures do somewhere.
const (
	alikeSquares = 24 // along either side
	alikeSamples = 8  // along either side of a square
	alikeSteps   = 40 // of 255
)

// alike reports whether two opaque pictures, whatever their sizes, show the same.
func alike(a, b *image.NRGBA) bool {
	for i := range alikeSquares * alikeSquares {
		x, y := i%alikeSquares, i/alikeSquares
		mean, other := meanOfSquare(a, x, y), meanOfSquare(b, x, y)
		for k, v := range mean {
			if d := v - other[k]; d < -alikeSteps || d > alikeSteps {
				return false
			}
		}
	}
	return true
}

// meanOfSquare is the mean colour of a picture's square, by some of its pixels.
func meanOfSquare(picture *image.NRGBA, x, y int) (mean [3]int) {
	const across, all = alikeSquares * alikeSamples, alikeSamples * alikeSamples
	for i := range all {
		px := (2*(x*alikeSamples+i%alikeSamples) + 1) * picture.Rect.Dx() / (2 * across)
		py := (2*(y*alikeSamples+i/alikeSamples) + 1) * picture.Rect.Dy() / (2 * across)
		for k, v := range picture.Pix[py*picture.Stride+4*px:][:3] {
			mean[k] += int(v)
		}
	}
	for k := range mean {
		mean[k] /= all
	}
	return mean
}
