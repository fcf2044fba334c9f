package main

import (
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"
)

// spare is what the window's frame and a bar at the other end of the screen take, in
// the toolkit's units.
var spare = fyne.NewSize(16, 64)

// class is the name under which a desktop of X11 finds the entry of its menu that the windows
// belong to; the entry says the same.
const class = "zhicheng"

// nameWindows gives the windows that are made from now on their class. By itself it would
// be the title, of which X11 knows only Latin letters.
func nameWindows() {
	glfw.WindowHintString(glfw.X11InstanceName, class)
	glfw.WindowHintString(glfw.X11ClassName, class)
}

// fitScreen gives a window that is not shown yet a size that the screen has room
// for, and puts it in the middle: the button to the next step is at its lower edge.
// A window that is made smaller after it was shown is not always drawn again. It
// runs on the main thread, as everything of GLFW does.
func fitScreen(window fyne.Window) {
	screen := glfw.GetPrimaryMonitor()
	if screen == nil {
		return
	}
	_, _, width, height := screen.GetWorkarea()
	scale := scaleOn(screen)
	free := fyne.NewSize(float32(width)/scale, float32(height)/scale).Subtract(spare)
	window.Resize(window.Canvas().Size().Min(free))
	window.CenterOnScreen()
}

// scaleOn returns how many pixels of a screen the toolkit will take for its unit: it
// says so itself only when the window is there.
func scaleOn(screen *glfw.Monitor) float32 {
	scale := chosenScale()
	switch runtime.GOOS {
	case "windows":
		system, _ := screen.GetContentScale()
		scale *= system
	case "darwin": // its pixels are the toolkit's units
	default:
		scale *= measuredScale(screen)
	}
	return float32(math.Round(float64(scale)*10)) / 10
}

// chosenScale is what the applicant set for the toolkit's programs.
func chosenScale() float32 {
	asked := os.Getenv("FYNE_SCALE")
	if scale, err := strconv.ParseFloat(asked, 32); err == nil && scale > 0 {
		return float32(scale)
	}
	if set := fyne.CurrentApp().Settings().Scale(); asked != "auto" && set > 0 {
		return set
	}
	return 1
}

// What the toolkit takes for the density of a screen, in dots to the inch.
const (
	usualDensity            = 120
	leastDensity, mostDense = 10, 1000
	inch                    = 25.4 // mm
)

// measuredScale compares a screen's density with the usual one.
func measuredScale(screen *glfw.Monitor) float32 {
	switch strings.ToLower(os.Getenv("FYNE_DISABLE_DPI_DETECTION")) {
	case "true", "t", "1":
		return 1
	}
	wide, _ := screen.GetPhysicalSize()
	density := float32(screen.GetVideoMode().Width) / (float32(wide) / inch)
	if density > mostDense || density < leastDensity {
		return 1
	}
	return max(1, density/usualDensity)
}
