package page

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// photoPage shows the picture with the frame at the left, what will be uploaded
// and its verdicts at the right.
type photoPage struct {
	p                *Page
	picture          func() // brings the left side up to date
	thumb            *canvas.Image
	thumbBox         *fyne.Container
	name, facts      *look.Text
	changed          *look.Text
	before, after    *canvas.Image // the same part before and after whitening
	pair             *fyne.Container
	decide           *fyne.Container // whether to take the photo with a white background
	card             *fyne.Container // of before and after
	upload           *fyne.Container
	verdicts, advice *fyne.Container
	key              string
}

const (
	thumbWidth  float32 = 80
	thumbHeight float32 = 112
)

func buildPhoto(p *Page) {
	p.most = 1040
	n := p.room.Draft().Notice().Photo
	p.Lead.Set(p.room.sayf("白底，JPG，%s，大于%d×%d像素，宽高比%.2f—%.2f。照片只在这台电脑上处理。",
		n.Size(), n.WidthAbove, n.HeightAbove, float64(n.RatioMinHundredths)/100, float64(n.RatioMaxHundredths)/100))
	v := &photoPage{p: p, advice: look.Column(6)}
	left, update := p.room.Photo.View()
	v.picture = update
	right := look.Column(look.Gap, v.beforeAfter(), v.uploadCard(), v.verdictCard(), v.advice)
	p.Main.Add(container.New(look.Halves{Left: 0.46, Most: 440, Gap: 24}, left, right))
	p.side.Hide()
	p.updates = append(p.updates, v.update)
}

func (v *photoPage) uploadCard() fyne.CanvasObject {
	room := v.p.room
	v.thumb = canvas.NewImageFromImage(nil)
	v.thumb.FillMode = canvas.ImageFillContain
	v.thumbBox = look.Sized(fyne.NewSize(thumbWidth, thumbHeight), v.thumb)
	v.name = look.NewText("", look.Style{Bold: true})
	v.facts = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	v.changed = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.WordInk(check.Confirm)})
	save := look.NewButton(look.Outlined, room.sayf("另存为…"), room.Photo.Save)
	v.upload = look.Card(0,
		look.Stretch(look.Gap, 1, v.thumbBox, look.Column(4, v.name, v.facts, v.changed, look.Space(1, 4), look.Row(0, save))))
	return v.upload
}

// beforeAfter shows what whitening does or did, at one size side by side; what nobody took yet is
// taken or not.
func (v *photoPage) beforeAfter() fyne.CanvasObject {
	side := func(words say.Text) (*canvas.Image, fyne.CanvasObject) {
		picture := canvas.NewImageFromImage(nil)
		picture.FillMode = canvas.ImageFillContain
		return picture, look.Column(4, look.Sized(fyne.NewSize(2*thumbWidth, 2*thumbHeight), picture), v.p.note(words))
	}
	before, left := side(say.F("变白前"))
	after, right := side(say.F("变白后"))
	v.before, v.after = before, after
	v.pair = look.Column(4, look.Row(look.Gap, left, right), v.p.note(say.F("请对着看头发和衣服的边缘。有的单位不收改过底色的照片；用了会写在清单上。")))
	v.decide = look.Row(look.SmallGap,
		look.NewButton(look.Filled, v.p.room.sayf("用变白的"), func() { v.p.room.Photo.Decide(true) }),
		look.NewButton(look.Outlined, v.p.room.sayf("不用，照原来的"), func() { v.p.room.Photo.Decide(false) }))
	v.card = look.Card(10, v.pair, v.decide)
	return v.card
}

func (v *photoPage) verdictCard() fyne.CanvasObject {
	v.verdicts = look.Column(8)
	return look.Card(0, v.verdicts)
}

func (v *photoPage) update() {
	v.picture()
	a := v.p.room.View().Photo
	look.Show(v.upload, len(a.Data) > 0 && a.Facts.Problem == "")
	v.showThumb(a)
	v.showVerdicts()
	v.showAdvice(a)
}

// showAdvice says what could be better beyond the notice.
func (v *photoPage) showAdvice(a forms.Photo) {
	v.advice.RemoveAll()
	if len(a.Data) == 0 || a.Facts.Problem != "" {
		return
	}
	findings := check.Advice(v.p.room.Draft().Notice().Photo.Spec, a.Facts)
	if frame, opened := v.p.room.Photo.Frame(); opened {
		findings = append(findings, check.RoomAdvice(frame))
	}
	v.advice.Add(look.NewText(v.p.room.sayf("建议（通知没有写，仅供参考）"), look.Style{Size: look.SizeNote, Bold: true, Ink: look.Grey}))
	better := 0
	for _, f := range findings {
		if f.Outcome != check.Pass {
			better++
			v.advice.Add(v.p.note(say.Join("；", f.Found, f.Remedy)))
		}
	}
	if better == 0 {
		v.advice.Add(v.p.note(say.F("一张脸，清楚、端正、居中，没有要改的。")))
	}
}

func (v *photoPage) showThumb(a forms.Photo) {
	room := v.p.room
	v.name.Set(room.sayf("会上传的照片"))
	v.changed.Set(room.Say(forms.WhitenedNote))
	look.Show(v.changed, a.Whitened)
	v.facts.Set(room.sayf("%d×%d像素 · %s", a.Facts.Width, a.Facts.Height, a.Facts.BytesInK()))
	if a.Facts.DPI > 0 {
		v.facts.Set(v.facts.Words() + fmt.Sprintf(" · %d dpi", a.Facts.DPI))
	}
	v.thumb.Image, v.before.Image = room.Photo.Looks()
	v.after.Image = v.thumb.Image
	before, after, asked := room.Photo.Trial()
	if asked {
		v.before.Image, v.after.Image = before, after
	}
	v.thumb.Refresh()
	v.before.Refresh()
	v.after.Refresh()
	look.Show(v.card, (asked || a.Whitened) && v.before.Image != nil && v.after.Image != nil)
	look.Show(v.decide, asked)
}

// showVerdicts lists all findings of the photo, those that are fulfilled too.
func (v *photoPage) showVerdicts() {
	findings := v.p.room.Draft().Report().OfStep(forms.StepPhoto)
	if key := keyOf(findings); key != v.key {
		v.key = key
		v.verdicts.RemoveAll()
		for i, f := range findings {
			if i > 0 {
				v.verdicts.Add(look.Rule())
			}
			v.verdicts.Add(v.verdict(f))
		}
	}
}

// verdict is a line with what is asked in bold and what the photo has; where that is in
// order, the link shows it.
func (v *photoPage) verdict(f check.Finding) fyne.CanvasObject {
	room := v.p.room
	asked := strings.TrimSpace(room.Say(f.Title) + " " + room.Say(f.Needed))
	texts, behind := look.Column(2, look.NewText(asked, look.Style{Bold: true})), look.Column(2)
	found := look.NewText(room.Say(f.Found), look.Style{Size: look.SizeNote, Ink: look.Grey})
	switch f.Outcome {
	case check.Missing:
	case check.Pass:
		behind.Add(found)
	default:
		texts.Add(found)
	}
	if !f.Remedy.Empty() && f.Outcome != check.Missing {
		texts.Add(look.NewText(room.Say(f.Remedy), look.Style{Size: look.SizeNote}))
	}
	behind.Add(v.p.clauses(f.Cites))
	texts.Add(behind)
	link := v.p.opener("row:"+f.ID, behind)
	mark := look.Inset(look.Insets{Top: 2}, look.NewMark(f.Outcome))
	return look.Stretch(10, 1, mark, texts, link)
}
