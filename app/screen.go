package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// spare is what the window's frame and a bar at the other end of the screen take, in
// the toolkit's units.
var spare = fyne.NewSize(16, 64)

// fitScreen makes a window that was shown smaller where it would reach beyond the
// screen, and puts it in the middle: the button to the next step is at its lower
// edge. It runs on the main thread, as everything of GLFW does.
func fitScreen(window fyne.Window) {
	screen := glfw.GetPrimaryMonitor()
	if screen == nil {
		return
	}
	_, _, width, height := screen.GetWorkarea()
	scale := window.Canvas().Scale()
	free := fyne.NewSize(float32(width)/scale, float32(height)/scale).Subtract(spare)
	size := window.Canvas().Size()
	if fitting := size.Min(free); fitting != size {
		window.Resize(fitting)
		window.CenterOnScreen()
	}
}
