package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// wheel lies over an input and passes the mouse wheel on to the page: the toolkit's
// input would keep it, and a page full of inputs could not be scrolled. A long text
// keeps the wheel while it is typed in, to scroll itself.
type wheel struct {
	widget.BaseWidget
	host Host
}

func newWheel(host Host, entry *Entry) *wheel {
	w := &wheel{host: host}
	w.ExtendBaseWidget(w)
	if entry.MultiLine {
		entry.onFocus = func(focused bool) {
			if focused {
				w.Hide()
			} else {
				w.Show()
			}
		}
	}
	return w
}

// Scrolled scrolls the page.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.host.Wheel(e) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
