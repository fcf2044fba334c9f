package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"zhicheng/forms"
)

func TestCaretIsFollowed(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	entry := d.room.Page().Field(forms.PersonName.Path).Entry()
	d.window.Canvas().Focus(entry)
	before := caretAt(d.Window, entry)
	test.Type(entry, "张三")
	after := caretAt(d.Window, entry)
	if after.X-before.X < 20 || after.Y != before.Y {
		t.Errorf("the caret went from %v to %v", before, after)
	}
	if before.X < railWidth {
		t.Errorf("the caret stands at %v, left of the page", before)
	}
}
