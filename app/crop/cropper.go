package crop

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/photo"
)

// Cropper shows the picture as it came and the frame on it. The frame is moved by
// dragging inside it or by the arrows, and resized at its corners or by + and -.
type Cropper struct {
	widget.BaseWidget
	e       *Editor
	rect    image.Rectangle // the frame in the picture's pixels, as it is dragged
	grip    int             // the corner that is dragged, or inside
	dragged bool
	focused bool
	source  *photo.Source // the picture on which the drag began
	start   image.Rectangle
	moved   fyne.Position
}

// What of the frame is dragged: one of four corners, its inside, or nothing.
const (
	gripNone   = -1
	gripInside = 4
	handleSize = float32(12)
	gripReach  = float32(14)
	// leastFrame is the smallest frame on the screen.
	leastFrame = float32(40)
)

func newCropper(e *Editor) *Cropper {
	c := &Cropper{e: e, grip: gripNone}
	c.ExtendBaseWidget(c)
	return c
}

func (c *Cropper) update() {
	c.dragged = c.dragged && c.source == c.e.picture.Source
	if !c.dragged {
		c.rect = c.e.picture.Frame.Rect
	}
	c.Refresh()
}

// MinSize returns the area of the picture.
func (c *Cropper) MinSize() fyne.Size { return fyne.NewSize(200, areaHeight) }

// HeightAt returns the height of the area.
func (c *Cropper) HeightAt(float32) float32 { return areaHeight }

// shown returns where the picture stands and how many units a pixel has.
func (c *Cropper) shown() (fyne.Position, float32) {
	size := c.e.picture.Source.Size()
	scale := min(c.Size().Width/float32(size.X), c.Size().Height/float32(size.Y))
	return fyne.NewPos((c.Size().Width-float32(size.X)*scale)/2, (c.Size().Height-float32(size.Y)*scale)/2), scale
}

// FrameAt returns the frame in units inside the cropper.
func (c *Cropper) FrameAt() (fyne.Position, fyne.Size) {
	at, scale := c.shown()
	r := c.rect
	return at.AddXY(float32(r.Min.X)*scale, float32(r.Min.Y)*scale),
		fyne.NewSize(float32(r.Dx())*scale, float32(r.Dy())*scale)
}

func corners(at fyne.Position, size fyne.Size) [4]fyne.Position {
	return [4]fyne.Position{at, at.AddXY(size.Width, 0), at.AddXY(size.Width, size.Height), at.AddXY(0, size.Height)}
}

func (c *Cropper) gripAt(p fyne.Position) int {
	at, size := c.FrameAt()
	for i, corner := range corners(at, size) {
		if math.Hypot(float64(p.X-corner.X), float64(p.Y-corner.Y)) <= float64(gripReach) {
			return i
		}
	}
	if p.X >= at.X && p.X <= at.X+size.Width && p.Y >= at.Y && p.Y <= at.Y+size.Height {
		return gripInside
	}
	return gripNone
}

// Dragged moves or resizes the frame.
func (c *Cropper) Dragged(e *fyne.DragEvent) {
	if c.e.picture.Preview == nil || c.e.picture.Busy {
		return
	}
	if !c.dragged {
		c.grip = c.gripAt(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
		c.dragged, c.start, c.moved = c.grip != gripNone, c.rect, fyne.Position{}
		c.source = c.e.picture.Source
	}
	if !c.dragged {
		return
	}
	c.moved = c.moved.AddXY(e.Dragged.DX, e.Dragged.DY)
	c.drag()
	c.Refresh()
}

// drag applies the way that the pointer has gone since the drag began.
func (c *Cropper) drag() {
	_, scale := c.shown()
	dx, dy := int(c.moved.X/scale), int(c.moved.Y/scale)
	bounds := image.Rectangle{Max: c.e.picture.Source.Size()}
	if c.grip == gripInside {
		c.rect = within(c.start.Add(image.Pt(dx, dy)), bounds)
		return
	}
	width := c.start.Dx()
	if c.grip == 0 || c.grip == 3 {
		dx = -dx
	}
	c.rect = resized(c.start, c.grip, max(width+dx, int(leastFrame/scale)), bounds)
}

// within moves a rectangle into bounds.
func within(r, bounds image.Rectangle) image.Rectangle {
	x := min(max(r.Min.X, bounds.Min.X), max(bounds.Min.X, bounds.Max.X-r.Dx()))
	y := min(max(r.Min.Y, bounds.Min.Y), max(bounds.Min.Y, bounds.Max.Y-r.Dy()))
	return r.Add(image.Pt(x, y).Sub(r.Min))
}

// resized makes the frame so wide and keeps its shape, the corner opposite to the
// grip, and the bounds.
func resized(r image.Rectangle, grip, width int, bounds image.Rectangle) image.Rectangle {
	ratio := photo.FiveSeven
	fixed := [4]image.Point{r.Max, {r.Min.X, r.Max.Y}, r.Min, {r.Max.X, r.Min.Y}}[grip]
	roomX, roomY := bounds.Max.X-fixed.X, bounds.Max.Y-fixed.Y
	if grip == 0 || grip == 3 {
		roomX = fixed.X - bounds.Min.X
	}
	if grip == 0 || grip == 1 {
		roomY = fixed.Y - bounds.Min.Y
	}
	width = max(1, min(width, roomX, roomY*ratio.Width/ratio.Height))
	height := width * ratio.Height / ratio.Width
	to := image.Pt(fixed.X+width, fixed.Y+height)
	if grip == 0 || grip == 3 {
		to.X = fixed.X - width
	}
	if grip == 0 || grip == 1 {
		to.Y = fixed.Y - height
	}
	return image.Rectangle{Min: fixed, Max: to}.Canon()
}

// DragEnd makes the photo from the frame.
func (c *Cropper) DragEnd() {
	if !c.dragged {
		return
	}
	c.dragged = false
	if c.source != c.e.picture.Source {
		return // another picture came meanwhile
	}
	if c.rect != c.start {
		c.e.Move(c.rect)
	}
}

// Tapped takes the focus, so that the keys move the frame.
func (c *Cropper) Tapped(*fyne.PointEvent) { c.e.window.Canvas().Focus(c) }

// FocusGained shows the ring.
func (c *Cropper) FocusGained() {
	c.focused = true
	c.Refresh()
	c.e.host.Reveal(c)
}

// FocusLost hides the ring.
func (c *Cropper) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune resizes the frame by + and -.
func (c *Cropper) TypedRune(r rune) {
	step := c.step()
	switch r {
	case '+', '=':
		c.grow(step)
	case '-':
		c.grow(-step)
	}
}

// TypedKey moves the frame by the arrows, and the page by the page keys.
func (c *Cropper) TypedKey(e *fyne.KeyEvent) {
	step := c.step()
	way, ok := map[fyne.KeyName]image.Point{
		fyne.KeyLeft: {-step, 0}, fyne.KeyRight: {step, 0}, fyne.KeyUp: {0, -step}, fyne.KeyDown: {0, step},
	}[e.Name]
	if !ok {
		c.e.host.Key(e)
		return
	}
	if c.e.picture.Preview != nil {
		c.e.Move(within(c.rect.Add(way), image.Rectangle{Max: c.e.picture.Source.Size()}))
	}
}

func (c *Cropper) step() int { return max(1, c.rect.Dx()/50) }

// grow makes the frame wider on both sides.
func (c *Cropper) grow(by int) {
	if c.e.picture.Preview == nil {
		return
	}
	bounds := image.Rectangle{Max: c.e.picture.Source.Size()}
	bigger := resized(c.rect.Sub(image.Pt(by/2, by/2)).Intersect(bounds), 2, c.rect.Dx()+by, bounds)
	c.e.Move(within(bigger, bounds))
}

// Cursor shows that the frame can be moved.
func (c *Cropper) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// CreateRenderer draws picture, shade, frame and handles.
func (c *Cropper) CreateRenderer() fyne.WidgetRenderer {
	r := &cropperRenderer{
		c: c, ground: look.NewPanel(look.Track, look.Clear, 8),
		picture: canvas.NewImageFromImage(nil), frame: look.NewPanel(look.Clear, look.Accent, 0),
	}
	r.picture.FillMode = canvas.ImageFillStretch
	r.objects = []fyne.CanvasObject{r.ground, r.picture}
	for i := range r.shades {
		r.shades[i] = look.NewPanel(look.Shade, look.Clear, 0)
		r.objects = append(r.objects, r.shades[i])
	}
	r.objects = append(r.objects, r.frame)
	for i := range r.handles {
		r.handles[i] = look.NewPanel(look.Paper, look.Accent, 0)
		r.objects = append(r.objects, r.handles[i])
	}
	r.Refresh()
	return look.Laid(r, c.Size())
}
