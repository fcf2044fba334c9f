package crop

import (
	"bytes"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// areaHeight is that of the picture on the page.
const areaHeight float32 = 310

// view is the picture with the frame, or where one is chosen, and what can be done to it.
type view struct {
	e             *Editor
	cropper       *Cropper
	empty         *dropArea
	tools         *tools
	busy, note    *look.Text
	working, back *fyne.Container
}

// state says what is being done to the picture, and what could not be done.
func (v *view) state() fyne.CanvasObject {
	e := v.e
	v.busy = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	v.working = look.Stretch(look.SmallGap, 0, v.busy, look.NewButton(look.Link, e.sayf("停下"), e.stop))
	v.note = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.WordInk(check.Todo)})
	v.back = look.Row(0, look.NewButton(look.Link, e.sayf("换回原来的照片"), e.back))
	return look.Column(8, v.working, v.note, v.back)
}

func (v *view) update() {
	e := v.e
	e.follow()
	a := e.host.Draft().View().Photo
	opened := e.picture.Preview != nil
	look.Show(v.cropper, opened)
	look.Show(v.empty, !opened)
	look.Show(v.tools.object, opened)
	v.cropper.update()
	if opened {
		v.tools.update()
	}
	note := v.noteOn(a)
	v.note.Set(e.host.Say(note))
	look.Show(v.note, !note.Empty())
	v.busy.Set(e.sayf("正在处理照片……"))
	look.Show(v.working, e.picture.Busy)
	before := e.picture.before
	better := len(before.Data) > 0 && before.Facts.Problem == "" && !bytes.Equal(before.Data, a.Data)
	look.Show(v.back, better && !e.picture.Busy)
}

// noteOn says why the last wish could not be met, or why the photo is none.
func (v *view) noteOn(a forms.Photo) say.Text {
	e := v.e
	switch {
	case !e.picture.Note.Empty():
		return e.picture.Note
	case !a.Trouble.Empty():
		return say.Join("；", a.Trouble, say.F("重新选照片"))
	case a.Facts.Problem != "":
		return say.Join("；", a.Facts.Problem.Say(), a.Facts.Problem.Remedy())
	}
	return say.Text{}
}
