package crop

import (
	"fmt"
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/forms/photo"
)

type cropperRenderer struct {
	c       *Cropper
	ground  *look.Panel
	picture *canvas.Image
	shades  [4]*look.Panel // above, left, right, below the frame
	guides  [4]*canvas.Line
	faces   *fyne.Container // a box with its number for each face
	frame   *look.Panel
	handles [4]*look.Panel
	clip    *container.Clip
}

func newCropperRenderer(c *Cropper) *cropperRenderer {
	r := &cropperRenderer{
		c: c, ground: look.NewPanel(look.Track, look.Clear, 8), faces: container.NewWithoutLayout(),
		picture: canvas.NewImageFromImage(nil), frame: look.NewPanel(look.Clear, look.Accent, 0),
	}
	r.picture.FillMode = canvas.ImageFillStretch
	inside := container.NewWithoutLayout(r.picture)
	for i := range r.shades {
		r.shades[i] = look.NewPanel(look.Shade, look.Clear, 0)
		inside.Add(r.shades[i])
	}
	for i := range r.guides {
		r.guides[i] = canvas.NewLine(look.ColourOf(look.Accent))
		inside.Add(r.guides[i])
	}
	inside.Add(r.faces)
	inside.Add(r.frame)
	for i := range r.handles {
		r.handles[i] = look.NewPanel(look.Paper, look.Accent, 0)
		inside.Add(r.handles[i])
	}
	r.clip = container.NewClip(inside)
	r.Refresh()
	return r
}

func (r *cropperRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *cropperRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.clip} }
func (r *cropperRenderer) Destroy()                     {}

// sticksOut is how far handles stick out of the area, where all of the picture is seen.
const sticksOut = handleSize/2 + 1

func (r *cropperRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	reach := sticksOut
	if r.c.sight.factor() > 1 {
		reach = 0
	}
	look.Put(r.clip, fyne.NewPos(-reach, -reach), size.AddWidthHeight(2*reach, 2*reach))
	r.clip.Content.Move(fyne.NewPos(reach, reach))
	if !r.c.hand().opened() {
		return
	}
	p := &r.c.e.picture
	r.fit(r.picture, photo.PlaneBounds(p.Source.Size(), p.Frame.Angle))
	frameAt, frame := r.c.FrameAt()
	r.shade(frameAt, frame)
	look.Put(r.frame, frameAt, frame)
	for i, corner := range corners(frameAt, frame) {
		look.Put(r.handles[i], corner.SubtractXY(handleSize/2, handleSize/2), fyne.NewSquareSize(handleSize))
	}
	r.layGuides()
	r.layFaces()
}

// fit puts an object on a rectangle of the plane, on whole units.
func (r *cropperRenderer) fit(o fyne.CanvasObject, rect image.Rectangle) {
	at, size := r.c.placed(rect)
	to := at.Add(size)
	at = fyne.NewPos(rounded(at.X), rounded(at.Y))
	look.Put(o, at, fyne.NewSize(rounded(to.X)-at.X, rounded(to.Y)-at.Y))
}

// shade darkens the parts of the area round the frame.
func (r *cropperRenderer) shade(frameAt fyne.Position, frame fyne.Size) {
	whole := r.c.Size()
	clamped := func(v, most float32) float32 { return min(max(rounded(v), 0), most) }
	left, top := clamped(frameAt.X, whole.Width), clamped(frameAt.Y, whole.Height)
	right, bottom := clamped(frameAt.X+frame.Width, whole.Width), clamped(frameAt.Y+frame.Height, whole.Height)
	look.Put(r.shades[0], fyne.Position{}, fyne.NewSize(whole.Width, top))
	look.Put(r.shades[1], fyne.NewPos(0, top), fyne.NewSize(left, bottom-top))
	look.Put(r.shades[2], fyne.NewPos(right, top), fyne.NewSize(whole.Width-right, bottom-top))
	look.Put(r.shades[3], fyne.NewPos(0, bottom), fyne.NewSize(whole.Width, whole.Height-bottom))
}

// rounded rounds a length, so that no seam shows between two shades.
func rounded(length float32) float32 { return float32(math.Round(float64(length))) }

// layGuides draws the lines through crown, eyes and chin, and the head's axis, as wide as the face.
func (r *cropperRenderer) layGuides() {
	face, ok := r.c.hand().face()
	for _, line := range r.guides {
		look.Show(line, ok && !r.c.e.noGuides)
	}
	if !ok {
		return
	}
	crown, chin := face.Axis()
	eyes := face.LeftEye.Add(face.RightEye).Div(2)
	across := face.RightEye.Sub(face.LeftEye)
	for i, at := range []image.Point{crown, eyes, chin} {
		r.guides[i].Position1, r.guides[i].Position2 = r.c.spot(at.Sub(across)), r.c.spot(at.Add(across))
	}
	r.guides[3].Position1, r.guides[3].Position2 = r.c.spot(crown), r.c.spot(chin)
	for _, line := range r.guides {
		line.StrokeColor, line.StrokeWidth = look.ColourOf(look.Accent), 1
		line.Refresh()
	}
}

// layFaces draws a box with its number for each face that can be chosen.
func (r *cropperRenderer) layFaces() {
	chosen := max(r.c.e.picture.Options.Face, 1)
	faces := r.c.hand().faces()
	for len(r.faces.Objects) < 2*len(faces) {
		r.faces.Add(look.NewPanel(look.Clear, look.Accent, 4))
		number := look.NewText(fmt.Sprint(len(r.faces.Objects)/2+1), look.Style{Bold: true, One: true, Size: look.SizeNote, Ink: look.OnAccent, Align: fyne.TextAlignCenter})
		r.faces.Add(look.Backed(look.NewPanel(look.Accent, look.Clear, 4), number))
	}
	for i := 0; i < len(r.faces.Objects); i += 2 {
		shown := i/2 < len(faces)
		look.Show(r.faces.Objects[i], shown)
		look.Show(r.faces.Objects[i+1], shown)
		if !shown {
			continue
		}
		at, size := r.c.FaceAt(i/2 + 1)
		width := map[bool]float32{false: 1, true: 3}[i/2+1 == chosen]
		r.faces.Objects[i].(*look.Panel).Set(look.Clear, look.Accent, width)
		look.Put(r.faces.Objects[i], at, size)
		look.Put(r.faces.Objects[i+1], at, fyne.NewSquareSize(22))
		look.Arrange(r.faces.Objects[i+1])
	}
}

func (r *cropperRenderer) Refresh() {
	if r.c.hand().opened() {
		if shown := r.c.e.picture.shown(); r.picture.Image != shown {
			r.picture.Image = shown
			r.picture.Refresh()
		}
	}
	width := float32(2)
	if r.c.focused {
		width = 4
	}
	r.frame.Set(look.Clear, look.Accent, width)
	for _, h := range r.handles {
		h.Set(look.Paper, look.Accent, 2)
	}
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}
