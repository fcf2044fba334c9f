package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/app/page"
)

// frame lays out rail, page and foot.
type frame struct {
	w      *Window
	remark *remark
}

// SmallestWidth and SmallestHeight are those of a window in which everything can be
// reached, in the toolkit's units.
const (
	SmallestWidth  float32 = 660
	SmallestHeight float32 = 280
)

const (
	railWidth float32 = 232
	// railFrom is the window's width from which there is room for the rail.
	railFrom   float32 = 900
	footHeight float32 = 52
)

func (f *frame) fill(w *Window, p *page.Page) {
	f.w = w
	w.window.SetContent(container.New(f,
		look.NewPanel(look.Ground, look.Clear, 0), p.Scroll, w.foot.object, w.rail.object, f.remark.object))
}

// MinSize is that of the window: half a screen of 1366 pixels, with the platform in
// the other half, and what one of 600 at one and a half times their size has room for
// beside a menu, a frame and a bar.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(SmallestWidth, SmallestHeight)
}

// Layout puts the rail at the left, the page at its right and the foot below it. A
// narrow window has no rail: the foot and the menu lead to all steps.
func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	left := railWidth
	if size.Width < railFrom {
		left = 0
	}
	look.Show(objects[3], left > 0) // before the foot is laid out, which says what the rail would
	width, height := size.Width-left, size.Height-footHeight
	seen := height
	if objects[4].Visible() {
		seen -= remarkHeight
		look.Put(objects[4], fyne.NewPos(left, seen), fyne.NewSize(width, remarkHeight))
	}
	f.w.room.Page().Fit(fyne.NewSize(width, seen))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(width, seen))
	objects[2].Move(fyne.NewPos(left, height))
	objects[2].Resize(fyne.NewSize(width, footHeight))
	objects[3].Resize(fyne.NewSize(left, size.Height))
}
