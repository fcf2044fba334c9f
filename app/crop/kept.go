package crop

import (
	"context"

	"zhicheng/forms"
	"zhicheng/forms/photo"
)

// kept is the frame to keep with the application, so that it is there when that is opened again; none
// where the program would choose the same.
func (p *Picture) kept() forms.PhotoFrame {
	chosen := p.Options.Frame != nil || p.Options.Face > 1 || p.Options.Ratio != (photo.Ratio{}) || p.quarters%4 != 0
	if !chosen {
		return forms.PhotoFrame{}
	}
	return forms.NewPhotoFrame(p.Frame, p.quarters, p.Source.Size())
}

// restore turns an opened picture by quarters as it was, and puts the frame where it was. What
// cannot be on the picture is left as the program chooses.
func (p *Picture) restore(ctx context.Context, kept forms.PhotoFrame, spec photo.Spec) error {
	source, err := p.upright.Quartered(ctx, kept.Quarters)
	if err != nil {
		return err
	}
	frame, ok := kept.On(source.Size())
	if !ok {
		return nil
	}
	if source != p.Source {
		p.Source, p.quarters, p.turned = source, kept.Quarters, nil
		if p.Preview, err = source.Preview(ctx, previewLongest); err != nil {
			return err
		}
	}
	frame, _ = source.ByHand(frame, spec, p.Options.Whiten) // the one that can be cut
	p.Frame, p.Options.Frame, p.shape = frame, &frame, ratioOf(frame.Rect, spec)
	p.turn()
	return nil
}
