package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/page"
	"zhicheng/forms"
)

// Preferences for where the window was left.
const (
	widthKey    = "width"
	heightKey   = "height"
	pageFileKey = "page-file"
	pageStepKey = "page-step"
	pagePartKey = "page-part"
)

// usualSize is that of the window at its first start.
var usualSize = fyne.NewSize(1120, 740)

// keptSize is the size that the window had when it was closed last. Whoever shows it sees
// that the screen has room for it.
func keptSize(p fyne.Preferences) fyne.Size {
	width, height := p.Float(widthKey), p.Float(heightKey)
	if width < float64(SmallestWidth) || height < float64(SmallestHeight) {
		return usualSize
	}
	return fyne.NewSize(float32(width), float32(height))
}

// keepPlace remembers the size of the window and the page on which the application was
// left.
func keepPlace(w *Window) {
	p, size := w.config.App.Preferences(), w.window.Canvas().Size()
	p.SetFloat(widthKey, float64(size.Width))
	p.SetFloat(heightKey, float64(size.Height))
	keepPage(w)
}

// keepPage remembers the page of an application that has a file.
func keepPage(w *Window) {
	if w.doc.Path() == "" || !w.started {
		return
	}
	p := w.config.App.Preferences()
	p.SetString(pageFileKey, w.doc.Path())
	p.SetString(pageStepKey, string(w.Step()))
	p.SetInt(pagePartKey, w.room.Spot().Part)
}

// keptPage is where the application in a file was left, the first page where that is not
// known.
func keptPage(w *Window, path string) page.Spot {
	p := w.config.App.Preferences()
	step := forms.Step(p.String(pageStepKey))
	if p.String(pageFileKey) != path {
		return page.Spot{Step: forms.StepPlan}
	}
	for _, known := range forms.Steps {
		if known == step {
			return page.Spot{Step: step, Part: p.Int(pagePartKey)} // of a step that has fewer parts the first
		}
	}
	return page.Spot{Step: forms.StepPlan}
}
