package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// remarkHeight is that of the quiet line above the foot.
const remarkHeight float32 = 36

// remark is a quiet line above the foot about what just happened, with the way back. It
// goes with the next change and with the page.
type remark struct {
	text   *look.Text
	undo   *look.Button // hidden where there is no way back
	object *fyne.Container
}

func newRemark(w *Window) *remark {
	r := &remark{text: look.NewText("", look.Style{Size: look.SizeNote, One: true})}
	r.undo = look.NewButton(look.Link, w.sayf("撤销"), w.Undo)
	line := look.Cells(look.Gap, 0, r.text, r.undo)
	r.object = look.Backed(look.NewPanel(look.Tint, look.Clear, 0), look.Inset(look.Insets{Left: 20, Right: 20, Top: 7, Bottom: 7}, line))
	r.object.Hide()
	return r
}

// remarks says what just happened; nothing where no page is open.
func (f *frame) remarks(text say.Text) {
	if f == nil || f.w == nil || !f.w.started {
		return
	}
	f.remark.text.Set(f.w.Say(text))
	look.Show(f.remark.undo, f.w.draft.CanUndo())
	f.showRemark(true)
}

func (f *frame) showRemark(on bool) {
	if f == nil || f.w == nil || f.remark.object.Visible() == on {
		return
	}
	look.Show(f.remark.object, on)
	if content, ok := f.w.window.Content().(*fyne.Container); ok {
		look.Arrange(content)
	}
}

// replaced tells of a photo that took another one's place.
func (f *frame) replaced(before, after forms.Photo) {
	if before.Chosen() && after.Chosen() && before.FileName() != after.FileName() {
		f.remarks(say.F("已换照片"))
	}
}
