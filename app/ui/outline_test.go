package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/app/looktest"
	"zhicheng/app/page"
)

// outline is what a page says and asks, a line for each text, input, choice, button
// and mark that can be seen, indented by the cards around it.
func outline(o fyne.CanvasObject) string {
	w := &outliner{}
	w.visit(o, 0)
	return w.text.String()
}

type outliner struct{ text strings.Builder }

func (w *outliner) line(depth int, format string, values ...any) {
	said := strings.ReplaceAll(fmt.Sprintf(format, values...), "\n", "\\n")
	fmt.Fprintf(&w.text, "%s%s\n", strings.Repeat("  ", depth), said)
}

func (w *outliner) visit(o fyne.CanvasObject, depth int) {
	if !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *look.Text:
		if o.Words() != "" {
			w.line(depth, "%s", o.Words())
		}
	case *look.Icon:
		w.line(depth, "<%s>", o.Name())
	case *look.Button:
		w.button(o, depth)
	case *field.Entry:
		w.line(depth, "[%s]", o.Text())
	case *field.Choice:
		w.line(depth, "(%s) %s", strings.Join(looktest.Texts(o), " | "), o.Chosen())
	case *page.Bar:
		w.line(depth, "bar %s of %s", o.Measure().Value.Text(), o.Measure().Required)
	case *fyne.Container:
		if len(o.Objects) > 0 && isPanel(o.Objects[0]) {
			depth++
		}
		for _, inner := range o.Objects {
			w.visit(inner, depth)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			w.visit(inner, depth)
		}
	}
}

func (w *outliner) button(b *look.Button, depth int) {
	state := ""
	if b.Cursor() == desktop.DefaultCursor { // it cannot be tapped
		state = " (off)"
	}
	w.line(depth, "{%s}%s", b.Label(), state)
}

func isPanel(o fyne.CanvasObject) bool {
	_, panel := o.(*look.Panel)
	return panel
}
