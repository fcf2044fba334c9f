package crop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/photo"
)

// angleSlider turns the picture in half degrees: to the left anticlockwise, as the picture turns. It
// shows the turning while it is dragged; the photo is made when it is let go.
type angleSlider struct {
	widget.Slider
	v *view
}

func newAngleSlider(v *view) *angleSlider {
	s := &angleSlider{Slider: widget.Slider{Min: -mostTurn, Max: mostTurn, Step: turnStep}, v: v}
	s.ExtendBaseWidget(s)
	s.OnChanged = func(right float64) { s.hand().tilt(-right) }
	s.OnChangeEnded = func(float64) { s.hand().tilted() }
	return s
}

// onTrack is the slider on a track that is seen on the page, with a mark where nothing is turned.
func (s *angleSlider) onTrack() fyne.CanvasObject {
	bar, zero := look.NewPanel(look.Line, look.Clear, 3), look.NewPanel(look.Line, look.Clear, 0)
	return container.New(trackLayout{}, bar, zero, s)
}

// trackLayout puts the track and its middle below the slider.
type trackLayout struct{}

// MinSize is that of the slider.
func (trackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[2].MinSize() }

// Layout leaves free at both ends what the slider does.
func (trackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const inset, thick, high = 16, 6, 16
	objects[0].Move(fyne.NewPos(inset, (size.Height-thick)/2))
	objects[0].Resize(fyne.NewSize(size.Width-2*inset, thick))
	objects[1].Move(fyne.NewPos(size.Width/2-1, (size.Height-high)/2))
	objects[1].Resize(fyne.NewSize(2, high))
	objects[2].Resize(size)
}

func (s *angleSlider) hand() hand { return hand{s.v.e} }

// show puts the knob where the picture is turned to.
func (s *angleSlider) show(degrees float64) {
	if at := min(max(-degrees, s.Min), s.Max); at != s.Value {
		s.Value = at
		s.Refresh()
	}
}

// FocusGained scrolls the page to the slider.
func (s *angleSlider) FocusGained() {
	s.Slider.FocusGained()
	s.v.e.host.Reveal(s)
}

// TypedKey turns by the arrows to the left and right; other keys are the page's.
func (s *angleSlider) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyLeft || e.Name == fyne.KeyRight {
		s.Slider.TypedKey(e)
		return
	}
	s.v.e.host.Key(e)
}

// TypedRune does what it does on the picture.
func (s *angleSlider) TypedRune(r rune) { s.v.cropper.TypedRune(r) }

// tilting is a turning under way: the frame as it was before it, on a picture. The zero tilting is
// none.
type tilting struct {
	source *photo.Source
	from   photo.Frame
}

// tilt shows the picture turned anticlockwise by some degrees. It begins anew from the frame as it
// was, which a turning to and fro would make smaller and smaller.
func (h hand) tilt(degrees float64) {
	if !h.opened() {
		return
	}
	p := &h.e.picture
	if p.tilting.source != p.Source {
		p.tilting = tilting{p.Source, p.Frame}
	}
	wish := p.tilting.from
	wish.Angle = degrees
	p.Frame, _ = p.Source.ByHand(wish, h.spec(), p.Options.Whiten)
	h.e.host.PhotoChanged()
}

// tilted makes the photo from the picture as it was turned.
func (h hand) tilted() {
	p := &h.e.picture
	begun := p.tilting
	if begun.source == nil || begun.source != p.Source {
		return
	}
	degrees := p.Frame.Angle
	p.tilting, p.Frame = tilting{}, begun.from
	if degrees == begun.from.Angle {
		h.e.host.PhotoChanged()
		return
	}
	wish := begun.from
	wish.Angle = degrees
	h.take(p.Source.ByHand(wish, h.spec(), p.Options.Whiten))
}
