package field

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/check"
)

// Remark is a sentence behind the mark of what has to be done; it is hidden while there
// is nothing to say.
type Remark struct {
	words  *look.Text
	object *fyne.Container
}

// NewRemark returns a remark that says nothing yet.
func NewRemark(ink look.Ink) *Remark {
	r := &Remark{words: look.NewText("", look.Style{Size: look.SizeNote, Ink: ink})}
	r.object = look.Stretch(6, 1, look.Inset(look.Insets{Top: 1.5}, look.NewMark(check.Todo)), r.words)
	r.object.Hide()
	return r
}

// Object returns what is on the page.
func (r *Remark) Object() fyne.CanvasObject { return r.object }

// Words returns what is said.
func (r *Remark) Words() string { return r.words.Words() }

// Set says something, or nothing.
func (r *Remark) Set(words string) {
	r.words.Set(words)
	look.Show(r.object, words != "")
}
