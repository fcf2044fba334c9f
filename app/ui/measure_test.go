package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/looktest"
)

// A thing that moves while it is measured has the window drawn again, where it is measured
// again: an idle window would be drawn without end.
func TestMeasuringMovesNothing(t *testing.T) {
	d := sit(t, state(t, "full"))
	for _, size := range []fyne.Size{fyne.NewSize(1024, 700), fyne.NewSize(1600, 1000), fyne.NewSize(640, 480)} {
		d.window.Resize(size)
		for _, page := range d.Pages() {
			page.Open()
			looktest.Walk(d.window.Canvas().Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
				if c, ok := o.(*fyne.Container); ok {
					stays(t, page.Name, c)
				}
				return true
			})
		}
	}
}

// stays puts what is in a container elsewhere, and looks whether measuring leaves it there.
func stays(t *testing.T, page string, c *fyne.Container) {
	t.Helper()
	for _, o := range c.Objects {
		at := o.Position()
		odd := at.AddXY(3, 7)
		o.Move(odd)
		c.MinSize()
		if o.Position() != odd {
			t.Errorf("%s: %T is moved while %T measures it", page, o, c.Layout)
		}
		o.Move(at)
	}
}
