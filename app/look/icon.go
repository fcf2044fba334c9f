package look

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"zhicheng/assets"
	"zhicheng/forms/check"
)

var markNames = map[check.Outcome]string{
	check.Fail:          "mark-fail",
	check.Missing:       "mark-missing",
	check.Todo:          "mark-todo",
	check.Confirm:       "mark-confirm",
	check.Pass:          "mark-pass",
	check.NotApplicable: "mark-not-applicable",
}

// MarkSize is the width and height of a mark.
const MarkSize float32 = 18

// Icon is a drawing in one colour, with a second one for what lies on it.
type Icon struct {
	widget.BaseWidget
	name     string
	ink, top Ink
	size     float32
}

// NewIcon returns the icon of the given name, see [assets.Icon].
func NewIcon(name string, ink Ink, size float32) *Icon {
	i := &Icon{name: name, ink: ink, top: OnMark, size: size}
	i.ExtendBaseWidget(i)
	return i
}

// NewMark returns the mark of an outcome.
func NewMark(o check.Outcome) *Icon { return NewIcon(markNames[o], InkOf(o), MarkSize) }

// SetMark shows another outcome's mark.
func (i *Icon) SetMark(o check.Outcome) { i.Set(markNames[o], InkOf(o)) }

// Set shows another icon.
func (i *Icon) Set(name string, ink Ink) {
	if i.name == name && i.ink == ink {
		return
	}
	i.name, i.ink = name, ink
	i.Refresh()
}

// Name returns the icon's name.
func (i *Icon) Name() string { return i.name }

// CreateRenderer draws the icon.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	r := &iconRenderer{icon: i, image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.Refresh()
	return Laid(r, i.Size())
}

type iconRenderer struct {
	icon  *Icon
	image *canvas.Image
}

func (r *iconRenderer) Layout(size fyne.Size)        { r.image.Resize(size) }
func (r *iconRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(r.icon.size) }
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *iconRenderer) Destroy()                     {}
func (r *iconRenderer) Refresh() {
	r.image.Resource = inked(r.icon.name, ColourOf(r.icon.ink), ColourOf(r.icon.top))
	r.image.Refresh()
}

// inked returns the drawing in the given colours. Its name tells them, as the
// toolkit keeps drawings by name.
func inked(name string, ink, top color.Color) fyne.Resource {
	data := bytes.ReplaceAll(assets.Icon(name), []byte("#ffffff"), []byte(hex(top)))
	data = bytes.ReplaceAll(data, []byte("#000000"), []byte(hex(ink)))
	return fyne.NewStaticResource(name+hex(ink)+hex(top)+".svg", data)
}

func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02X%02X%02X", n.R, n.G, n.B)
}

// AppIcon returns the program's icon.
func AppIcon() fyne.Resource { return fyne.NewStaticResource("app.png", assets.AppIcon()) }
