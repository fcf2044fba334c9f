package crop

import (
	"context"
	"errors"
	"image"
	"math"

	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// hand is what the applicant does to the picture by hand. Each is undone by itself.
type hand struct{ e *Editor }

// The turning by hand, in degrees.
const (
	turnStep = 0.5
	mostTurn = 15.0
)

func (h hand) spec() photo.Spec { return h.e.host.Draft().Notice().Photo.Spec }

// opened reports whether there is a picture to work on.
func (h hand) opened() bool { return h.e.picture.Preview != nil && h.e.picture.Source != nil }

// shape is what the frame keeps.
func (h hand) shape() shape { return shape{h.e.picture.shape, h.spec()} }

// limits is where a frame may be dragged to in the plane, before it is brought to what can be cut.
func (h hand) limits() image.Rectangle {
	p := &h.e.picture
	bounds := photo.PlaneBounds(p.Source.Size(), p.Frame.Angle)
	if p.reachesOut() {
		return image.Rectangle{bounds.Min.Sub(bounds.Size().Div(2)), bounds.Max.Add(bounds.Size().Div(2))}
	}
	return bounds
}

// allowed is the frame in the plane nearest to a wish that can be cut, and why it is not the wish.
func (h hand) allowed(rect image.Rectangle) (photo.Frame, error) {
	p := &h.e.picture
	if rect == p.plane() { // rounding would move it
		return p.Source.ByHand(p.Frame, h.spec(), p.Options.Whiten)
	}
	return p.Source.ByHand(photo.FrameOnPlane(rect, p.Frame.Angle, p.Source.Size()), h.spec(), p.Options.Whiten)
}

// place takes a frame whose rectangle in the plane is given.
func (h hand) place(rect image.Rectangle) { h.take(h.allowed(rect)) }

// take takes a frame; why says what of the wish could not be met.
func (h hand) take(frame photo.Frame, why error) {
	p := &h.e.picture
	var beyond photo.Beyond
	note := say.Text{}
	if errors.As(why, &beyond) {
		note = beyond.Say()
	}
	if why != nil && frame.Rect == p.Frame.Rect && frame.Angle == p.Frame.Angle {
		p.Note = note
		h.e.host.PhotoChanged()
		return
	}
	p.Frame, p.Options.Frame = frame, &frame
	p.wished = note
	h.e.crop()
}

// turn turns the picture by some half degrees, anticlockwise where there are more than none.
func (h hand) turn(steps int) {
	if !h.opened() {
		return
	}
	frame := h.e.picture.Frame
	was := frame.Angle
	wish := math.Round(was/turnStep)*turnStep + float64(steps)*turnStep
	frame.Angle = min(max(wish, min(-mostTurn, was)), max(mostTurn, was))
	if frame.Angle != was {
		h.take(h.e.picture.Source.ByHand(frame, h.spec(), h.e.picture.Options.Whiten))
	}
}

// quarter turns the picture clockwise by quarters; the frame is the automatic one then.
func (h hand) quarter(quarters int) {
	if !h.opened() {
		return
	}
	h.e.picture.quarters += quarters
	p, spec := h.e.picture, h.spec()
	h.e.work(func(ctx context.Context) (Picture, error) {
		source, err := p.upright.Quartered(ctx, p.quarters)
		if err != nil {
			return p, err
		}
		p.Source, p.Options.Frame, p.Options.Face, p.turned = source, nil, 0, nil
		p.Frame = source.AutoFrame(spec, p.Options.Ratio)
		p.shape = ratioOf(p.Frame.Rect, spec)
		p.Preview, err = source.Preview(ctx, previewLongest)
		return p, err
	}, func(turned Picture) {
		h.e.picture = turned
		h.e.crop()
	})
}

// keep gives the frame a ratio; the zero ratio lets its sides be changed each by itself.
func (h hand) keep(ratio photo.Ratio) {
	if !h.opened() {
		return
	}
	p := &h.e.picture
	p.shape = ratio
	if ratio == (photo.Ratio{}) || ratioOf(p.Frame.Rect, h.spec()) == ratio {
		h.e.host.PhotoChanged()
		return
	}
	p.Options.Ratio = ratio
	if p.Options.Frame == nil && p.framed {
		h.e.crop()
		return
	}
	rect := p.plane()
	h.place(h.shape().grown(rect, image.Pt(rect.Dy()*ratio.Width/ratio.Height, rect.Dy()), h.limits()))
}

// choose frames another one of the faces, counted from 1.
func (h hand) choose(face int) {
	if !h.opened() || face < 1 || face > len(h.faces()) {
		return
	}
	h.e.picture.Options.Face, h.e.picture.Options.Frame = face, nil
	h.e.crop()
}

// faces are those in the picture, the largest first; none where there is only one to choose.
func (h hand) faces() []photo.Face {
	if seen := h.e.picture.Source.Seen().Faces; len(seen) > 1 {
		return seen
	}
	return nil
}

// face is the one that the frame goes round; ok is false without one.
func (h hand) face() (face photo.Face, ok bool) {
	seen := h.e.picture.Source.Seen().Faces
	i := max(h.e.picture.Options.Face-1, 0)
	if i >= len(seen) {
		return photo.Face{}, false
	}
	return seen[i], true
}

// keepsWhole reports whether changing no more than format and bytes is a remedy: the picture has the
// pixels and the ratio, and does not fit as it is.
func (h hand) keepsWhole() bool {
	if !h.opened() {
		return false
	}
	size := h.e.picture.Source.Size()
	return h.spec().PixelsFit(size.X, size.Y) && h.spec().RatioFits(size.X, size.Y) && !h.e.fitting(h.e.picture)
}

// whole makes the photo from the whole picture as it is.
func (h hand) whole() {
	if !h.keepsWhole() {
		return
	}
	p := &h.e.picture
	frame := photo.WholeFrame(p.Source.Size(), h.spec())
	p.Frame, p.Options.Frame, p.Options.Whiten = frame, &frame, false
	p.shape = ratioOf(frame.Rect, h.spec())
	h.e.crop()
}
