package crop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
)

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
