package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Panel is a filled rectangle with an edge.
type Panel struct {
	widget.BaseWidget
	fill, edge Ink
	corner     float32
	stroke     float32
	min        fyne.Size
}

// NewPanel returns a rectangle with corners rounded by corner; Clear leaves out
// filling or edge.
func NewPanel(fill, edge Ink, corner float32) *Panel {
	p := &Panel{fill: fill, edge: edge, corner: corner, stroke: 1}
	p.ExtendBaseWidget(p)
	return p
}

// Rule returns a hairline across the width.
func Rule() *Panel {
	p := NewPanel(Line, Clear, 0)
	p.min = fyne.NewSize(1, 1)
	return p
}

// Space returns an empty object of the given size.
func Space(width, height float32) *Panel {
	p := NewPanel(Clear, Clear, 0)
	p.min = fyne.NewSize(width, height)
	return p
}

// Set changes filling and edge; stroke is the width of the edge.
func (p *Panel) Set(fill, edge Ink, stroke float32) {
	if p.fill == fill && p.edge == edge && p.stroke == stroke {
		return
	}
	p.fill, p.edge, p.stroke = fill, edge, stroke
	p.Refresh()
}

// CreateRenderer draws the rectangle.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &panelRenderer{panel: p, shape: canvas.NewRectangle(nil)}
	r.colour()
	return Laid(r, p.Size())
}

type panelRenderer struct {
	panel *Panel
	shape *canvas.Rectangle
}

func (r *panelRenderer) Layout(size fyne.Size)        { r.shape.Resize(size) }
func (r *panelRenderer) MinSize() fyne.Size           { return r.panel.min }
func (r *panelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.shape} }
func (r *panelRenderer) Destroy()                     {}

func (r *panelRenderer) colour() {
	r.shape.FillColor = ColourOf(r.panel.fill)
	r.shape.StrokeColor, r.shape.StrokeWidth = ColourOf(r.panel.edge), r.panel.stroke
	if r.panel.edge == Clear {
		r.shape.StrokeWidth = 0
	}
	r.shape.CornerRadius = r.panel.corner
}

func (r *panelRenderer) Refresh() {
	r.colour()
	r.shape.Refresh()
}

// Insets is the room round an object.
type Insets struct{ Top, Right, Bottom, Left float32 }

// Even returns the same room on all sides.
func Even(n float32) Insets { return Insets{n, n, n, n} }

type inset struct{ Insets }

// Inset leaves room round an object.
func Inset(room Insets, o fyne.CanvasObject) *fyne.Container {
	return container.New(inset{room}, o)
}

func (l inset) inner(width float32) float32 { return max(0, width-l.Left-l.Right) }

func (l inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return minimum(l, objects, widest(objects)+l.Left+l.Right)
}

func (l inset) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for _, o := range objects {
		height = max(height, Height(o, l.inner(width)))
	}
	if height == 0 {
		return 0
	}
	return height + l.Top + l.Bottom
}

func (l inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.Left, l.Top))
		o.Resize(fyne.NewSize(l.inner(size.Width), max(0, size.Height-l.Top-l.Bottom)))
	}
}

type backed struct{}

// Backed puts an object on a panel of its size.
func Backed(panel *Panel, o fyne.CanvasObject) *fyne.Container {
	return container.New(backed{}, panel, o)
}

func (backed) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

func (backed) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return Height(objects[1], width)
}

func (backed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// Card puts objects below each other on a card.
func Card(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return Backed(NewPanel(Paper, Line, cardCorner), Inset(Even(cardPadding), Column(gap, objects...)))
}

type over struct{}

// Over draws further objects over an object, of its size.
func Over(o fyne.CanvasObject, above ...fyne.CanvasObject) *fyne.Container {
	return container.New(over{}, append([]fyne.CanvasObject{o}, above...)...)
}

func (over) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (over) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return Height(objects[0], width)
}

func (over) Layout(objects []fyne.CanvasObject, size fyne.Size) { backed{}.Layout(objects, size) }

type wide struct{ width float32 }

// Wide makes an object exactly so wide, as a column of a table is.
func Wide(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(wide{width}, o)
}

func (l wide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, Height(objects[0], l.width))
}

func (l wide) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return Height(objects[0], width)
}

func (l wide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(l.width, size.Height))
}

type roomy struct{ least float32 }

// Roomy leaves an object out where it would be narrower than least.
func Roomy(least float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(roomy{least}, o)
}

func (l roomy) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l roomy) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	if width < l.least {
		return 0
	}
	return max(Height(objects[0], width), objects[0].MinSize().Height)
}

func (l roomy) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width < l.least {
		objects[0].Hide()
		return
	}
	objects[0].Show()
	objects[0].Resize(size)
}

type sized struct{ size fyne.Size }

// Sized gives an object exactly this size.
func Sized(size fyne.Size, o fyne.CanvasObject) *fyne.Container {
	return container.New(sized{size}, o)
}

func (l sized) MinSize([]fyne.CanvasObject) fyne.Size { return l.size }

func (l sized) HeightAt([]fyne.CanvasObject, float32) float32 { return l.size.Height }

func (l sized) Layout(objects []fyne.CanvasObject, _ fyne.Size) { objects[0].Resize(l.size) }

// Halves is a layout of two objects beside each other: the left one takes a share
// of the width, but no more than Most.
type Halves struct{ Left, Most, Gap float32 }

func (l Halves) left(width float32) float32 { return min(l.Most, width*l.Left) }

// MinSize returns the height at the width that the objects have.
func (l Halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return minimum(l, objects, widest(objects))
}

// HeightAt returns the height of the higher object.
func (l Halves) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	left := l.left(width)
	return max(Height(objects[0], left), Height(objects[1], width-left-l.Gap))
}

// Layout puts the objects at the top.
func (l Halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := l.left(size.Width)
	rest := size.Width - left - l.Gap
	objects[0].Resize(fyne.NewSize(left, Height(objects[0], left)))
	objects[1].Move(fyne.NewPos(left+l.Gap, 0))
	objects[1].Resize(fyne.NewSize(rest, Height(objects[1], rest)))
}

type centred struct{ across, down bool }

// Centred puts an object of its own size in the middle of the width.
func Centred(o fyne.CanvasObject) *fyne.Container {
	return container.New(centred{across: true}, o)
}

// Middle puts an object of the full width in the middle of the height.
func Middle(o fyne.CanvasObject) *fyne.Container {
	return container.New(centred{down: true}, o)
}

func (l centred) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (l centred) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return Height(objects[0], width)
}

func (l centred) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, height := size.Width, Height(objects[0], size.Width)
	if l.across {
		width = objects[0].MinSize().Width
	}
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos((size.Width-width)/2, max(0, size.Height-height)/2))
}
