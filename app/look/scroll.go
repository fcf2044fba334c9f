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

// Reveal scrolls as little as shows o with a margin above and below.
func (s *Scroll) Reveal(o fyne.CanvasObject, margin float32) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.Content).Y
	bottom := top + o.Size().Height
	offset := s.Offset
	switch {
	case top-margin < offset.Y:
		offset.Y = max(0, top-margin)
	case bottom+margin > offset.Y+s.Size().Height:
		offset.Y = bottom + margin - s.Size().Height
	default:
		return
	}
	s.ScrollToOffset(offset)
}

// Turn scrolls by screens, up for less than none.
func (s *Scroll) Turn(screens float32) {
	offset, height := s.Offset, s.Size().Height
	most := max(0, s.Content.Size().Height-height)
	offset.Y = min(most, max(0, offset.Y+screens*max(height-60, height/2)))
	s.ScrollToOffset(offset)
}
