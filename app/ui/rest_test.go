package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/looktest"
	"zhicheng/forms"
)

// counted is the window's canvas; it counts what has it painted again.
type counted struct {
	fyne.Canvas
	again int
}

func (c *counted) SetDirty() { c.again++ }

func (c *counted) Refresh(fyne.CanvasObject) { c.again++ }

type countedDriver struct {
	fyne.Driver
	canvas *counted
}

func (d countedDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }

type countedApp struct {
	fyne.App
	driver countedDriver
}

func (a countedApp) Driver() fyne.Driver { return a.driver }

// rests demands that what is seen stays as it is when it is asked for its size, which the
// toolkit does whenever it paints: otherwise it would paint for ever.
func (d *desk) rests(name string) {
	d.t.Helper()
	was := fyne.CurrentApp()
	c := &counted{Canvas: d.window.Canvas()}
	fyne.SetCurrentApp(countedApp{was, countedDriver{was.Driver(), c}})
	defer fyne.SetCurrentApp(was)
	looktest.Walk(d.front(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
		before := c.again
		if o.MinSize(); c.again > before {
			d.t.Errorf("%s: asking %T for its size has the window painted again", name, o)
		}
		return true
	})
}

func TestWindowRests(t *testing.T) {
	alone(t)
	for _, name := range append([]string{""}, samples...) {
		a := forms.New("shaoxing-2020")
		if name != "" {
			a = sample(t, name)
		}
		d := sit(t, a)
		for _, p := range d.Pages() {
			for _, size := range []fyne.Size{whole, {Width: 1800, Height: 1000}} {
				d.window.Resize(size)
				p.Open()
				d.rests(strings.Join([]string{name, p.Name}, " "))
			}
		}
	}
}
