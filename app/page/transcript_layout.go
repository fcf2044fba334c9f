package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
)

// besides is a layout of a step's values and of what is said of them: beside each
// other on a wide card, otherwise the one below the other.
type besides struct{ gap float32 }

const (
	besidesFrom  float32 = 960 // the width of a card from which both have room
	besidesRight float32 = 420
	besidesGap   float32 = 32
)

// rooms returns the widths of both, and whether they stand beside each other.
func (l besides) rooms(values fyne.CanvasObject, width float32) (left, right float32, beside bool) {
	if width < besidesFrom || look.Height(values, width) == 0 {
		most := min(width, look.TextWidth)
		return most, most, false
	}
	return width - besidesRight - besidesGap, besidesRight, true
}

// MinSize returns the height at the width that the objects have.
func (l besides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(objects[0].Size().Width, objects[1].Size().Width, 1)
	return fyne.NewSize(0, l.HeightAt(objects, width))
}

// HeightAt returns the height of the higher object, or of both.
func (l besides) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	left, right, beside := l.rooms(objects[0], width)
	upper, lower := look.Height(objects[0], left), look.Height(objects[1], right)
	switch {
	case beside:
		return max(upper, lower)
	case upper == 0 || lower == 0:
		return upper + lower
	}
	return upper + l.gap + lower
}

// Layout puts both at the top, or the second below the first.
func (l besides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left, right, beside := l.rooms(objects[0], size.Width)
	height := look.Height(objects[0], left)
	look.Put(objects[0], fyne.NewPos(0, 0), fyne.NewSize(left, height))
	at := fyne.NewPos(left+besidesGap, 0)
	if !beside {
		at = fyne.NewPos(0, height+l.gap)
		if height == 0 {
			at.Y = 0
		}
	}
	look.Put(objects[1], at, fyne.NewSize(right, look.Height(objects[1], right)))
}
