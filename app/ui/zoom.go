package ui

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// Zoom, in percent of the size that the system asks for.
const (
	leastZoom = 100
	mostZoom  = 150
	zoomStep  = 10
)

// zoomKey is the preference for the zoom.
const zoomKey = "zoom"

// scaleVariable is by which the toolkit is told how large its unit is.
const scaleVariable = "FYNE_SCALE"

// Zoomed gives the program the zoom that was chosen last, before its first window.
func Zoomed(application fyne.App) { rescale(application, leastZoom, zoomChosen(application)) }

// rescale tells the toolkit to draw larger or smaller than before, both in percent of what
// the system and whoever started the program ask for.
func rescale(application fyne.App, from, to int) {
	if from == to {
		return
	}
	scale, err := strconv.ParseFloat(os.Getenv(scaleVariable), 32)
	if err != nil || scale <= 0 {
		scale = max(float64(application.Settings().Scale()), 0)
	}
	if scale == 0 {
		scale = 1
	}
	_ = os.Setenv(scaleVariable, strconv.FormatFloat(scale*float64(to)/float64(from), 'f', 4, 64))
}

// zoomChosen is the zoom that was chosen last.
func zoomChosen(application fyne.App) int {
	percent := application.Preferences().IntWithFallback(zoomKey, leastZoom)
	return min(max(percent, leastZoom), mostZoom) / zoomStep * zoomStep
}

// zoomTo shows everything at a size, at once, and remembers it.
func (b *menus) zoomTo(percent int) {
	now := zoomChosen(b.w.config.App)
	percent = min(max(percent, leastZoom), mostZoom)
	if percent == now {
		return
	}
	b.w.config.App.Preferences().SetInt(zoomKey, percent)
	rescale(b.w.config.App, now, percent)
	b.w.config.App.Settings().SetTheme(look.New(appearanceOf(b.w.config.App))) // has the windows scaled again
	if b.w.config.Fit != nil {
		b.w.config.Fit(b.w.window)
	}
	b.w.window.SetMainMenu(b.menu())
}

// zoomCommands make everything larger, smaller, and as large as the system asks for.
func (b *menus) zoomCommands() []command {
	now := zoomChosen(b.w.config.App)
	to := func(percent int) func() { return func() { b.zoomTo(percent) } }
	return []command{
		{words: say.F("放大显示"), shortcut: control(fyne.KeyEqual), do: to(now + zoomStep)},
		{words: say.F("缩小显示"), shortcut: control(fyne.KeyMinus), do: to(now - zoomStep)},
		{words: say.F("实际大小（现在%d%%）", now), do: to(leastZoom), ticked: now == leastZoom},
	}
}
