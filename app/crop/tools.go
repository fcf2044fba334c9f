package crop

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// tools are the buttons below the picture: to turn it, to give the frame a shape, to look closer,
// and to make another photo of it.
type tools struct {
	e      *Editor
	v      *view
	object *fyne.Container
	angle  *look.Text
	slider *angleSlider
	ratios []ratioTool
	fit    *look.Button
	guides *look.Button
	faces  *look.Text
	whiten *look.Button
	whole  *look.Button
}

// ratioTool gives the frame a ratio, the zero ratio for none.
type ratioTool struct {
	ratio  photo.Ratio
	button *look.Button
}

func newTools(v *view) *tools {
	t := &tools{e: v.e, v: v, faces: look.NewText("", look.Style{Size: look.SizeNote, Bold: true})}
	t.object = look.Column(6, t.faces, t.turning(), look.Flow(12, t.shaping(), t.zooming()), t.making(), t.help())
	return t
}

func (t *tools) hand() hand { return hand{t.e} }

func (t *tools) small(words string, do func()) *look.Button {
	b := look.NewButton(look.Small, words, do)
	b.OnFocus = t.e.host.Reveal
	return b
}

func (t *tools) word(words say.Text) fyne.CanvasObject {
	return look.NewText(t.e.host.Say(words), look.Style{Size: look.SizeNote, Ink: look.Grey, One: true})
}

// angleWidth holds the largest angle, so that what is next to it keeps still; sliderWidth gives half a
// degree more than two pixels.
const (
	angleWidth  float32 = 66
	sliderWidth float32 = 166
)

func (t *tools) turning() fyne.CanvasObject {
	t.angle = look.NewText("", look.Style{Size: look.SizeNote, One: true, Align: fyne.TextAlignCenter})
	t.slider = newAngleSlider(t.v)
	return look.Flow(4, look.Row(4, t.word(say.F("转")), look.Sized(fyne.NewSize(sliderWidth, 34), t.slider.onTrack()),
		look.Sized(fyne.NewSize(angleWidth, 24), t.angle)),
		look.Row(4,
			t.small(t.e.sayf("左转90°"), func() { t.hand().quarter(-1) }),
			t.small(t.e.sayf("右转90°"), func() { t.hand().quarter(1) })))
}

// zoomWidth holds the largest zoom.
const zoomWidth float32 = 56

func (t *tools) zooming() fyne.CanvasObject {
	c := t.v.cropper
	c.changed = t.update
	t.fit = t.small("100%", func() { c.zoom(1, fyne.Position{}) })
	return look.Row(4, t.word(say.F("看")),
		t.small("-", func() { c.zoomBy(-1) }), look.Sized(fyne.NewSize(zoomWidth, 30), t.fit), t.small("+", func() { c.zoomBy(1) }))
}

func (t *tools) shaping() fyne.CanvasObject {
	row := look.Row(4, t.word(say.F("宽高比")))
	add := func(ratio photo.Ratio, words string) {
		b := t.small(words, func() { t.hand().keep(ratio) })
		t.ratios = append(t.ratios, ratioTool{ratio, b})
		row.Add(b)
	}
	for _, ratio := range presets(t.hand().spec()) {
		add(ratio, ratio.String())
	}
	add(photo.Ratio{}, t.e.sayf("自由"))
	return row
}

func (t *tools) making() fyne.CanvasObject {
	e := t.e
	t.whiten = t.small("", e.Whiten)
	t.whole = t.small(t.e.sayf("只改格式和大小"), t.hand().whole)
	t.guides = t.small(t.e.sayf("参考线"), t.v.cropper.guide)
	return look.Flow(6, t.small(t.e.sayf("换一张"), e.Choose), t.small(t.e.sayf("粘贴"), e.Paste),
		t.small(t.e.sayf("自动裁剪"), e.Auto), t.whiten, t.guides, t.whole)
}

func (t *tools) help() fyne.CanvasObject {
	words := t.e.sayf("拖四角改大小，拖中间移动，滚轮放大；用键盘见帮助 → 快捷键。")
	if !t.e.Loose {
		words += t.e.sayf("原图也存着（不超过2MB），以后可以重裁。")
	}
	return look.NewText(words, look.Style{Size: look.SizeSmall, Ink: look.Grey})
}

func (t *tools) update() {
	p := &t.e.picture
	if p.Preview == nil {
		return
	}
	t.angle.Set(t.e.host.Say(angleOf(p.Frame.Angle)))
	t.slider.show(p.Frame.Angle)
	for _, r := range t.ratios {
		r.button.Choose(r.ratio == p.shape)
	}
	t.fit.SetLabel(fmt.Sprintf("%.0f%%", 100*t.v.cropper.sight.factor()))
	t.guides.Choose(!t.e.noGuides)
	faces := t.hand().faces()
	t.faces.Set(t.e.sayf("照片里有%d张脸：点图上的编号，或按数字键，选本人", len(faces)))
	look.Show(t.faces, len(faces) > 0)
	t.whiten.SetLabel(map[bool]string{false: t.e.sayf("背景变白"), true: t.e.sayf("恢复背景")}[p.Options.Whiten])
	look.Show(t.whole, t.hand().keepsWhole())
}

// angleOf writes how far a picture is turned anticlockwise.
func angleOf(degrees float64) say.Text {
	switch way := math.Round(10*math.Abs(degrees)) / 10; {
	case way == 0:
		return say.F("没转")
	case degrees > 0:
		return say.F("左%.1f°", way)
	default:
		return say.F("右%.1f°", way)
	}
}
