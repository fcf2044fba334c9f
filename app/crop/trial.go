package crop

import (
	"bytes"
	"context"
	"image"

	"zhicheng/forms/photo"
)

// trial is a photo that was made and that nobody took yet.
type trial struct {
	picture Picture
	out     photo.Output
}

// tryWhite makes the photo with a white background, for the applicant to look at.
func (h hand) tryWhite() {
	e := h.e
	p, spec := e.picture, e.host.Draft().Notice().Photo.Spec
	if p.Source == nil || p.Preview == nil {
		return
	}
	var made *trial
	e.work(func(ctx context.Context) (Picture, error) {
		tried := p
		tried.Options.Whiten = true
		if tried.Options.Frame == nil && !p.framed { // it was taken as it is, and stays as wide
			tried.Options.Frame = &p.Frame
		}
		out, err := tried.Source.Encode(ctx, spec, tried.Options)
		if ctx.Err() != nil {
			return p, ctx.Err()
		}
		p.Note = cropTrouble(err)
		if len(out.JPEG) == 0 {
			return p, nil
		}
		tried.framed, tried.Note = true, noteOn(tried, out, err)
		tried, err = e.framedPicture(ctx, tried, out)
		made = &trial{tried, out}
		return p, err
	}, func(p Picture) {
		e.picture = p
		e.picture.trial = made
	})
}

// plane is the frame on the picture as it is shown.
func (p *Picture) plane() image.Rectangle { return p.Frame.OnPlane(p.Source.Size()) }

// reachesOut reports whether the frame may reach beyond the picture.
func (p *Picture) reachesOut() bool {
	return p.Options.Whiten || p.Source.Facts().Background.Verdict == photo.White
}

// of reports whether a picture is that of an opened file.
func (p *Picture) of(data []byte) bool { return bytes.Equal(p.Data, data) }

// turn makes the look of the picture as the frame's angle turns it.
func (p *Picture) turn() {
	if p.Preview == nil || p.turned != nil && p.turnedBy == p.Frame.Angle && p.turnedOf == p.Preview {
		return
	}
	p.turned, p.turnedBy, p.turnedOf = photo.TurnPicture(p.Preview, p.Frame.Angle, false), p.Frame.Angle, p.Preview
}

// shown is how the picture looks turned; roughly while something is done to it or it is being turned.
func (p *Picture) shown() *image.NRGBA {
	moving := p.Busy || p.tilting.source != nil
	rough := p.turned != nil && p.turnedOf == nil
	if p.turned != nil && p.turnedBy == p.Frame.Angle && (p.turnedOf == p.Preview || rough && moving) {
		return p.turned
	}
	p.turned, p.turnedBy, p.turnedOf = photo.TurnPicture(p.Preview, p.Frame.Angle, moving), p.Frame.Angle, p.Preview
	if moving {
		p.turnedOf = nil
	}
	return p.turned
}
