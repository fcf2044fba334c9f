// Package looktest finds what a window shows, for tests.
package looktest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
)

// Walk visits o and everything visible within it, with its place relative to at. It
// does not go into what visit returns false for.
func Walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position) bool) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	if !visit(o, at) {
		return
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			Walk(inner, at, visit)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			Walk(inner, at, visit)
		}
	}
}

// All returns everything visible of one type within o, in the order of drawing.
func All[T fyne.CanvasObject](o fyne.CanvasObject) []T {
	var all []T
	Walk(o, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if found, ok := o.(T); ok {
			all = append(all, found)
		}
		return true
	})
	return all
}

// Texts returns all words that are visible within o.
func Texts(o fyne.CanvasObject) []string {
	var all []string
	for _, text := range All[*look.Text](o) {
		all = append(all, text.Words())
	}
	return all
}

// Button returns the first visible button with a label, or nil.
func Button(o fyne.CanvasObject, label string) *look.Button {
	for _, button := range All[*look.Button](o) {
		if button.Label() == label {
			return button
		}
	}
	return nil
}
