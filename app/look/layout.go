package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// measured is an object whose height follows from its width.
type measured interface {
	HeightAt(width float32) float32
}

// flexible is a layout of such objects.
type flexible interface {
	fyne.Layout
	HeightAt(objects []fyne.CanvasObject, width float32) float32
}

// Height returns the height that o needs at a width; hidden objects need none.
func Height(o fyne.CanvasObject, width float32) float32 {
	if !o.Visible() {
		return 0
	}
	if m, ok := o.(measured); ok {
		return m.HeightAt(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(flexible); ok {
			return l.HeightAt(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// minimum is the smallest size of a layout's container: its width is given, its
// height that at the width it has.
func minimum(l flexible, objects []fyne.CanvasObject, width float32) fyne.Size {
	return fyne.NewSize(width, l.HeightAt(objects, max(width, 1)))
}

func widest(objects []fyne.CanvasObject) float32 {
	var width float32
	for _, o := range objects {
		if o.Visible() {
			width = max(width, o.MinSize().Width)
		}
	}
	return width
}

type column struct{ gap float32 }

// Column puts objects below each other, each as wide as the column.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(column{gap}, objects...)
}

func (l column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return minimum(l, objects, widest(objects))
}

func (l column) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	var y float32
	for _, o := range objects {
		if h := Height(o, width); h > 0 {
			y += h + l.gap
		}
	}
	return max(0, y-l.gap)
}

func (l column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		h := Height(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		if h > 0 {
			y += h + l.gap
		}
	}
}

type row struct {
	gap    float32
	main   int  // the object that takes the room left over, -1 for none
	centre bool // objects stand in the middle of the row's height, not at its top
}

// Row puts objects beside each other, each as wide as it is, in the middle of the
// row's height.
func Row(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap, -1, true}, objects...)
}

// Stretch puts objects beside each other at the top; the one at index main takes
// the room that the others leave.
func Stretch(gap float32, main int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap, main, false}, objects...)
}

// Cells is [Stretch] with the objects in the middle of the row's height, as in a
// table.
func Cells(gap float32, main int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap, main, true}, objects...)
}

func (l row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := -l.gap
	for _, o := range objects {
		if o.Visible() {
			width += o.MinSize().Width + l.gap
		}
	}
	return minimum(l, objects, max(0, width))
}

func (l row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	rest := width + l.gap
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		if i != l.main {
			widths[i] = o.MinSize().Width
		}
		rest -= widths[i] + l.gap
	}
	if l.main >= 0 {
		widths[l.main] = max(0, rest)
	}
	return widths
}

func (l row) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	widths := l.widths(objects, width)
	for i, o := range objects {
		height = max(height, Height(o, widths[i]))
	}
	return height
}

func (l row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	widths := l.widths(objects, size.Width)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h, y := Height(o, widths[i]), float32(0)
		if l.centre {
			y = (size.Height - h) / 2
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(widths[i], h))
		x += widths[i] + l.gap
	}
}

type flow struct {
	gap   float32
	apart bool // what comes after the first is at the end of its row
}

// Flow puts objects beside each other and begins a new row where one is full.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(flow{gap: gap}, objects...)
}

// Apart puts one object at the left and one at the right, or below it where the row is
// too narrow for both.
func Apart(gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return container.New(flow{gap, true}, left, right)
}

func (l flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return minimum(l, objects, widest(objects))
}

func (l flow) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return l.each(objects, width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

func (l flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.each(objects, size.Width, func(o fyne.CanvasObject, p fyne.Position, s fyne.Size) {
		o.Move(p)
		o.Resize(s)
	})
}

// each visits the objects with their places and returns the height of all rows.
func (l flow) each(objects []fyne.CanvasObject, width float32, visit func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, height float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		size.Width = min(size.Width, width)
		if x > 0 && x+size.Width > width+0.5 {
			x, y, height = 0, y+height+l.gap, 0
		}
		if l.apart && x > 0 {
			x = width - size.Width
		}
		visit(o, fyne.NewPos(x, y), size)
		x += size.Width + l.gap
		height = max(height, size.Height)
	}
	return y + height
}

// Laid lays out a new renderer of a widget that has its size already. The toolkit
// drops the renderers of what was out of sight for a minute, and lays out what it
// makes in their place only when the size changes.
func Laid(r fyne.WidgetRenderer, size fyne.Size) fyne.WidgetRenderer {
	if !size.IsZero() {
		r.Layout(size)
	}
	return r
}

// Arrange lays out o and everything in it again, after something inside was
// hidden, shown or changed its words.
func Arrange(o fyne.CanvasObject) {
	c, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	if c.Layout != nil {
		c.Layout.Layout(c.Objects, c.Size())
	}
	for _, inner := range c.Objects {
		Arrange(inner)
	}
}

// Put moves and resizes an object.
func Put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	o.Move(at)
	o.Resize(size)
}

// Show shows an object or hides it, where it is not so already.
func Show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible == o.Visible():
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}
