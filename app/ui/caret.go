package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
)

// caretAt returns the place below the caret in pixels of the window, inside the
// input even where the caret is scrolled out of sight.
func caretAt(w *Window, e *field.Entry) fyne.Position {
	caret := e.CursorPosition()
	size := e.Size()
	line := fyne.MeasureText("字", look.SizeText, fyne.TextStyle{}).Height
	x := min(max(0, caret.X), size.Width)
	y := min(max(0, caret.Y+line), size.Height)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).AddXY(x, y)
	scale := w.window.Canvas().Scale()
	return fyne.NewPos(at.X*scale, at.Y*scale)
}
