package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Scroll shows a part of what is too high for its room. Its wheel goes as far as in
// other programs: the toolkit's own takes ten notches for one screen.
type Scroll struct{ container.Scroll }

// NewScroll makes a scroll from top to bottom.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{}
	s.Direction, s.Content = container.ScrollVerticalOnly, content
	s.ExtendBaseWidget(s)
	return s
}

// Scrolled moves the content by the wheel, at most by what is seen at once.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) {
	further := *e
	page := s.Size().Height
	further.Scrolled.DY = min(page, max(-page, e.Scrolled.DY*wheelFactor()))
	s.Scroll.Scrolled(&further)
}
