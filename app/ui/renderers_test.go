package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// drawnBy lists what a renderer draws and where.
func drawnBy(r fyne.WidgetRenderer) (all []string) {
	for _, o := range r.Objects() {
		words := ""
		if text, ok := o.(*canvas.Text); ok {
			words = text.Text
		}
		all = append(all, fmt.Sprint(o.Visible(), o.Position(), o.Size(), words))
	}
	return all
}

// The toolkit drops the renderers of what is out of sight for a minute. What it makes
// in their place looks the same, although nothing is resized.
func TestANewRendererDrawsTheSame(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	seen := map[string]int{}
	for _, page := range d.Pages() {
		page.Open()
		walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
			kind := fmt.Sprintf("%T", o)
			if w, ok := o.(fyne.Widget); ok && !strings.HasPrefix(kind, "*widget.") && !slices.Contains([]string{"*field.Entry", "*look.Scroll"}, kind) {
				before := fmt.Sprint(drawnBy(test.WidgetRenderer(w)))
				if after := fmt.Sprint(drawnBy(w.CreateRenderer())); after != before {
					t.Errorf("%s: %T of %v draws\n%s, a new one\n%s", page.Name, o, w.Size(), before, after)
				}
				seen[fmt.Sprintf("%T", o)]++
			}
		})
	}
	if len(seen) < 10 {
		t.Errorf("seen only %v", seen)
	}
}
