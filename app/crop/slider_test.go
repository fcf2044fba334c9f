package crop

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
)

func (d *desk) slider() *angleSlider { return find(d, func(*angleSlider) bool { return true }) }

// slide drags the slider to some places between its ends, 0 to 1, and lets it go.
func (d *desk) slide(to ...float32) {
	s := d.slider()
	const end = 20 // about the inset of the bar
	for _, at := range to {
		e := &fyne.DragEvent{}
		e.Position = fyne.NewPos(end+at*(s.Size().Width-2*end), 10)
		s.Dragged(e)
	}
	s.DragEnd()
}

// The slider turns in half degrees between its ends, shows the turning while it is dragged, and makes
// one photo that is undone by itself.
func TestAngleBySlider(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	hand{d.Editor}.turn(1)
	before, edits := d.draft.View(), 0
	d.draft.Listen(func() { edits++ })
	s := d.slider()
	e := &fyne.DragEvent{}
	e.Position = fyne.NewPos(s.Size().Width, 10)
	s.Dragged(e)
	if got := d.Picture().Frame.Angle; got != -15 || d.draft.View() != before {
		t.Errorf("dragged to the right end it is turned by %v", got)
	}
	s.DragEnd()
	if edits != 1 || d.Picture().Frame.Angle != -15 || d.draft.View().Photo.Frame.Angle != -15 {
		t.Errorf("let go it is turned by %v after %d changes", d.Picture().Frame.Angle, edits)
	}
	d.draft.Undo()
	if got := d.Picture().Frame; got.Angle != 0.5 || s.Value != -0.5 {
		t.Errorf("undone it is turned by %v, the knob is at %v", got.Angle, s.Value)
	}
}

// Dragged to and fro the frame is what it was.
func TestSlidingToAndFroKeepsTheFrame(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	hand{d.Editor}.turn(0)
	d.key(fyne.KeyRight) // a photo is made
	before, frame := d.draft.View(), d.Picture().Frame
	d.slide(1, 0, 0.2, 0.5)
	if got := d.Picture().Frame; got != frame || d.draft.View() != before {
		t.Errorf("dragged back to the middle it is %+v, was %+v", got, frame)
	}
	d.slide(0.9)
	once := d.draft.View().Photo
	d.draft.Undo()
	d.slide(0, 1, 0.3, 0.9)
	if got := d.draft.View().Photo; !bytes.Equal(got.Data, once.Data) {
		t.Errorf("by another way it is %+v, was %+v", got.Frame, once.Frame)
	}
}

// The arrows turn by half a degree; what is not the slider's goes to page and picture.
func TestSliderByKeyboard(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	s := d.slider()
	d.window.Canvas().Focus(s)
	for _, row := range []struct {
		name fyne.KeyName
		want float64
	}{{fyne.KeyLeft, 0.5}, {fyne.KeyLeft, 1}, {fyne.KeyRight, 0.5}, {fyne.KeyEnd, 0.5}, {fyne.KeyUp, 0.5}} {
		s.TypedKey(&fyne.KeyEvent{Name: row.name})
		if got := d.Picture().Frame.Angle; got != row.want {
			t.Errorf("%s: turned by %v, want %v", row.name, got, row.want)
		}
	}
	s.TypedRune('[')
	if got := d.Picture().Frame.Angle; got != 1 {
		t.Errorf("[: turned by %v", got)
	}
	hand{d.Editor}.turn(-31)
	for range 2 {
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	if got := d.Picture().Frame.Angle; got != -15 {
		t.Errorf("at most %v", got)
	}
}
