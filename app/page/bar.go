package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/check"
)

// Bar compares hours with what is required: a bar, and a dashed line where it has
// to reach.
type Bar struct {
	widget.BaseWidget
	measure check.Measure
	ink     look.Ink
}

const (
	barHeight  float32 = 10
	barDashes          = 3
	dashHeight float32 = 6
	dashGap    float32 = 3
	// The required line stands at three quarters of the width.
	requiredAt float32 = 0.75
)

func newBar() *Bar {
	b := &Bar{ink: look.Accent}
	b.ExtendBaseWidget(b)
	return b
}

// set shows hours; unknown ones have no bar.
func (b *Bar) set(m check.Measure, ink look.Ink) {
	if b.measure.Value == m.Value && b.measure.Required == m.Required && b.ink == ink {
		return
	}
	b.measure, b.ink = m, ink
	b.Refresh()
}

// Measure returns what it compares.
func (b *Bar) Measure() check.Measure { return b.measure }

// CreateRenderer draws bar and line.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{bar: b, track: look.NewPanel(look.Track, look.Clear, 2), filled: look.NewPanel(look.Accent, look.Clear, 2)}
	r.objects = []fyne.CanvasObject{r.track, r.filled}
	for range barDashes {
		dash := look.NewPanel(look.Words, look.Clear, 0)
		r.dashes = append(r.dashes, dash)
		r.objects = append(r.objects, dash)
	}
	return look.Laid(r, b.Size())
}

type barRenderer struct {
	bar           *Bar
	track, filled *look.Panel
	dashes        []*look.Panel
	objects       []fyne.CanvasObject
}

func (r *barRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, barDashes*(dashHeight+dashGap))
}
func (r *barRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *barRenderer) Destroy()                     {}

func (r *barRenderer) Layout(size fyne.Size) {
	y := (size.Height - barHeight) / 2
	share := float32(0)
	if m := r.bar.measure; m.Value.Known() && m.Required > 0 {
		share = min(1, max(0, float32(m.Value.Value())/float32(m.Required)*requiredAt))
	}
	r.track.Move(fyne.NewPos(0, y))
	r.track.Resize(fyne.NewSize(size.Width, barHeight))
	r.filled.Move(fyne.NewPos(0, y))
	r.filled.Resize(fyne.NewSize(size.Width*share, barHeight))
	look.Show(r.filled, share > 0)
	for i, dash := range r.dashes {
		dash.Resize(fyne.NewSize(2, dashHeight))
		dash.Move(fyne.NewPos(size.Width*requiredAt-1, float32(i)*(dashHeight+dashGap)+(size.Height-r.MinSize().Height+dashGap)/2))
	}
}

func (r *barRenderer) Refresh() {
	r.filled.Set(r.bar.ink, look.Clear, 0)
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}
