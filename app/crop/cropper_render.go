package crop

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
)

type cropperRenderer struct {
	c       *Cropper
	ground  *look.Panel
	picture *canvas.Image
	shades  [4]*look.Panel // above, left, right, below the frame
	frame   *look.Panel
	handles [4]*look.Panel
	objects []fyne.CanvasObject
}

func (r *cropperRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *cropperRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cropperRenderer) Destroy()                     {}

func (r *cropperRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	if r.c.e.picture.Preview == nil {
		return
	}
	at, scale := r.c.shown()
	at = fyne.NewPos(rounded(at.X), rounded(at.Y))
	pixels := r.c.e.picture.Source.Size()
	whole := fyne.NewSize(rounded(float32(pixels.X)*scale), rounded(float32(pixels.Y)*scale))
	look.Put(r.picture, at, whole)
	frameAt, frame := r.c.FrameAt()
	r.shade(at, whole, frameAt, frame)
	look.Put(r.frame, frameAt, frame)
	for i, corner := range corners(frameAt, frame) {
		look.Put(r.handles[i], corner.SubtractXY(handleSize/2, handleSize/2), fyne.NewSquareSize(handleSize))
	}
}

// shade darkens the parts of the picture round the frame.
func (r *cropperRenderer) shade(at fyne.Position, whole fyne.Size, frameAt fyne.Position, frame fyne.Size) {
	left, top := rounded(frameAt.X-at.X), rounded(frameAt.Y-at.Y)
	right := rounded(at.X + whole.Width - frameAt.X - frame.Width)
	bottom := rounded(at.Y + whole.Height - frameAt.Y - frame.Height)
	middle := whole.Height - top - bottom
	look.Put(r.shades[0], at, fyne.NewSize(whole.Width, top))
	look.Put(r.shades[1], at.AddXY(0, top), fyne.NewSize(left, middle))
	look.Put(r.shades[2], at.AddXY(whole.Width-right, top), fyne.NewSize(right, middle))
	look.Put(r.shades[3], at.AddXY(0, whole.Height-bottom), fyne.NewSize(whole.Width, bottom))
}

// rounded rounds a length, so that no seam shows between two shades.
func rounded(length float32) float32 { return max(0, float32(math.Round(float64(length)))) }

func (r *cropperRenderer) Refresh() {
	if preview := r.c.e.picture.Preview; preview != nil && r.picture.Image != preview {
		r.picture.Image = preview
		r.picture.Refresh()
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

// dropArea is where a photo is chosen or dropped while there is none.
type dropArea struct {
	widget.BaseWidget
	e *Editor
}

func newDropArea(e *Editor) *dropArea {
	d := &dropArea{e: e}
	d.ExtendBaseWidget(d)
	return d
}

// MinSize returns the area of the picture.
func (d *dropArea) MinSize() fyne.Size { return fyne.NewSize(200, areaHeight) }

// Tapped lets the applicant choose a picture.
func (d *dropArea) Tapped(*fyne.PointEvent) { d.e.Choose() }

// Cursor returns the pointing hand.
func (d *dropArea) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer shows what can be done.
func (d *dropArea) CreateRenderer() fyne.WidgetRenderer {
	words := look.Column(10,
		look.Centred(look.NewIcon("photo", look.Grey, 40)),
		look.NewText(d.e.sayf("把照片拖到这里"), look.Style{Bold: true, Align: fyne.TextAlignCenter}),
		look.NewText(d.e.sayf("也可以选一个文件，或者粘贴复制好的照片、截图。手机拍的也行，软件会裁成要求的大小。"), look.Style{Size: look.SizeNote, Ink: look.Grey, Align: fyne.TextAlignCenter}),
		look.Centred(look.Row(look.SmallGap,
			look.NewButton(look.Filled, d.e.sayf("选照片…"), d.e.Choose),
			look.NewButton(look.Outlined, d.e.sayf("粘贴"), d.e.Paste))))
	panel := look.NewPanel(look.Paper, look.Edge, 8)
	return look.Laid(widget.NewSimpleRenderer(look.Backed(panel, look.Middle(look.Inset(look.Even(24), words)))), d.Size())
}
