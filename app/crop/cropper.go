package crop

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/photo"
)

// Cropper shows the picture, turned as the frame turns it, and the frame on it. The frame is moved
// by dragging inside it and resized at its corners; the wheel enlarges the picture, and where several
// faces are in it, a tap chooses one.
type Cropper struct {
	widget.BaseWidget
	e       *Editor
	rect    image.Rectangle // the frame in the plane of the turned picture, as it is dragged
	sight   sight
	grip    int // the corner that is dragged, or inside
	dragged bool
	focused bool
	shift   bool          // the key is held
	source  *photo.Source // the picture on which the drag began
	start   image.Rectangle
	wish    image.Rectangle // where it would be dragged if nothing was in the way
	moved   fyne.Position
	glassOf image.Rectangle // what is seen at zoom 1, as it was when the drag began
	changed func()          // is told when the sight changes
}

// What of the frame is dragged: one of four corners, its inside, the picture below it, or nothing.
const (
	gripNone    = -1
	gripInside  = 4
	gripPicture = 5
	handleSize  = float32(12)
	gripReach   = float32(14)
	// leastFrame is the smallest frame on the screen.
	leastFrame = float32(40)
)

func newCropper(e *Editor) *Cropper {
	c := &Cropper{e: e, grip: gripNone, changed: func() {}}
	c.ExtendBaseWidget(c)
	return c
}

func (c *Cropper) hand() hand { return hand{c.e} }

func (c *Cropper) update() {
	c.dragged = c.dragged && c.source == c.e.picture.Source
	if c.source != c.e.picture.Source {
		c.source, c.sight = c.e.picture.Source, sight{}
	}
	if !c.dragged && c.hand().opened() {
		c.rect = c.e.picture.plane()
	}
	c.Refresh()
}

// MinSize returns the area of the picture.
func (c *Cropper) MinSize() fyne.Size { return fyne.NewSize(200, areaHeight) }

// HeightAt returns the height of the area.
func (c *Cropper) HeightAt(float32) float32 { return areaHeight }

// margin is how much of what is round the picture is seen where the frame may reach there.
const margin = 0.06

// glass is the area and what is seen through it at zoom 1: the picture and the frame. It keeps
// still while something is dragged.
func (c *Cropper) glass() glass {
	if c.dragged {
		return glass{c.glassOf, c.Size()}
	}
	p := &c.e.picture
	bounds := photo.PlaneBounds(p.Source.Size(), p.Frame.Angle)
	if p.reachesOut() {
		bounds = bounds.Inset(-int(margin * float64(max(bounds.Dx(), bounds.Dy()))))
	}
	return glass{bounds.Union(p.plane()), c.Size()}
}

// shown returns where the picture's pixel 0, 0 is and how many units a pixel has.
func (c *Cropper) shown() (fyne.Position, float32) {
	g := c.glass()
	return c.sight.origin(g), c.sight.scale(g)
}

// FrameAt returns the frame in units inside the cropper.
func (c *Cropper) FrameAt() (fyne.Position, fyne.Size) { return c.placed(c.rect) }

// placed returns where a rectangle of the plane is inside the cropper.
func (c *Cropper) placed(r image.Rectangle) (fyne.Position, fyne.Size) {
	at, scale := c.shown()
	return at.AddXY(float32(r.Min.X)*scale, float32(r.Min.Y)*scale),
		fyne.NewSize(float32(r.Dx())*scale, float32(r.Dy())*scale)
}

// spot returns where a place of the upright picture is inside the cropper.
func (c *Cropper) spot(p image.Point) fyne.Position {
	at, scale := c.shown()
	x, y := photo.OnPlane(float64(p.X), float64(p.Y), c.e.picture.Frame.Angle, c.e.picture.Source.Size())
	return at.AddXY(float32(x)*scale, float32(y)*scale)
}

// FaceAt returns where the box of a face that can be chosen is, counted from 1.
func (c *Cropper) FaceAt(face int) (fyne.Position, fyne.Size) {
	box := c.hand().faces()[face-1].Box
	_, scale := c.shown()
	size := fyne.NewSize(float32(box.Dx())*scale, float32(box.Dy())*scale)
	return c.spot(box.Min.Add(box.Max).Div(2)).SubtractXY(size.Width/2, size.Height/2), size
}

func corners(at fyne.Position, size fyne.Size) [4]fyne.Position {
	return [4]fyne.Position{at, at.AddXY(size.Width, 0), at.AddXY(size.Width, size.Height), at.AddXY(0, size.Height)}
}

func holds(at fyne.Position, size fyne.Size, p fyne.Position) bool {
	return p.X >= at.X && p.X <= at.X+size.Width && p.Y >= at.Y && p.Y <= at.Y+size.Height
}

func (c *Cropper) gripAt(p fyne.Position) int {
	at, size := c.FrameAt()
	for i, corner := range corners(at, size) {
		if math.Hypot(float64(p.X-corner.X), float64(p.Y-corner.Y)) <= float64(gripReach) {
			return i
		}
	}
	switch {
	case holds(at, size, p):
		return gripInside
	case c.sight.factor() > 1:
		return gripPicture
	}
	return gripNone
}

// Dragged moves or resizes the frame, or moves the enlarged picture where that is outside it.
func (c *Cropper) Dragged(e *fyne.DragEvent) {
	if !c.hand().opened() || c.e.picture.Busy {
		return
	}
	if !c.dragged {
		c.grip = c.gripAt(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
		c.glassOf = c.glass().bounds
		c.dragged, c.start, c.moved = c.grip != gripNone, c.rect, fyne.Position{}
		c.source = c.e.picture.Source
	}
	if !c.dragged {
		return
	}
	c.moved = c.moved.AddXY(e.Dragged.DX, e.Dragged.DY)
	if c.grip == gripPicture {
		c.sight = c.sight.moved(e.Dragged.DX, e.Dragged.DY, c.glass())
	} else {
		c.drag()
	}
	c.Refresh()
}

// drag applies the way that the pointer has gone since the drag began.
func (c *Cropper) drag() {
	_, scale := c.shown()
	dx, dy := int(c.moved.X/scale), int(c.moved.Y/scale)
	limits := c.hand().limits()
	if c.grip == gripInside {
		c.wish = c.start.Add(image.Pt(dx, dy))
		c.rect = within(c.wish, limits)
		return
	}
	if c.grip == 0 || c.grip == 3 {
		dx = -dx
	}
	if c.grip == 0 || c.grip == 1 {
		dy = -dy
	}
	least := int(leastFrame / scale)
	wish := image.Pt(max(c.start.Dx()+dx, least), max(c.start.Dy()+dy, least))
	c.rect = c.hand().shape().resized(c.start, c.grip, wish, limits)
	c.wish = c.rect
}

// DragEnd makes the photo from the frame.
func (c *Cropper) DragEnd() {
	if !c.dragged {
		return
	}
	c.dragged = false
	if c.source != c.e.picture.Source || c.grip == gripPicture {
		return // another picture came meanwhile, or the frame is where it was
	}
	if c.wish != c.start {
		c.hand().place(c.wish)
		c.update()
	}
}

// Scrolled enlarges the picture at the pointer; where all of it is seen already, the wheel goes on
// to the page.
func (c *Cropper) Scrolled(e *fyne.ScrollEvent) {
	if !c.hand().opened() || e.Scrolled.DY < 0 && c.sight.factor() == 1 {
		c.e.host.Wheel(e)
		return
	}
	c.zoom(c.sight.factor()*float32(math.Pow(zoomStep, float64(min(max(e.Scrolled.DY/10, -1), 1)))), e.Position)
}

// zoomStep is how much larger a notch of the wheel or a key makes the picture.
const zoomStep = 1.25

// zoom shows the picture enlarged, with a place of the area kept where it is.
func (c *Cropper) zoom(to float32, about fyne.Position) {
	if !c.hand().opened() || c.dragged {
		return
	}
	if to < 1.01 {
		to = 1
	}
	c.sight = c.sight.zoomed(to, about, c.glass())
	c.changed()
	c.Refresh()
}

// zoomBy zooms by some steps about the frame's middle.
func (c *Cropper) zoomBy(steps float64) {
	if c.hand().opened() {
		at, size := c.FrameAt()
		c.zoom(c.sight.factor()*float32(math.Pow(zoomStep, steps)), at.AddXY(size.Width/2, size.Height/2))
	}
}

// Tapped takes the focus, so that the keys move the frame, and chooses the face at that place.
func (c *Cropper) Tapped(e *fyne.PointEvent) {
	c.e.window.Canvas().Focus(c)
	if e == nil || !c.hand().opened() {
		return
	}
	for i := range c.hand().faces() {
		if at, size := c.FaceAt(i + 1); holds(at, size, e.Position) {
			c.hand().choose(i + 1)
			return
		}
	}
}

// Cursor shows that the frame can be moved.
func (c *Cropper) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// CreateRenderer draws picture, shade, frame and handles.
func (c *Cropper) CreateRenderer() fyne.WidgetRenderer {
	return look.Laid(newCropperRenderer(c), c.Size())
}
