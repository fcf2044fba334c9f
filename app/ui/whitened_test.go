package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
)

// A changed background stays marked when the saved photo is opened and cropped again; the
// background given back takes the mark away.
func TestTheMarkOfAChangedBackgroundStays(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.loadPhoto(bluePhoto(t))
	if d.View().Photo.Whitened {
		t.Fatal("marked before anything was changed")
	}
	d.whiten()
	if !d.View().Photo.Whitened {
		t.Fatal("not marked")
	}
	saved := d.View().Clone()
	d.whiten()
	if d.View().Photo.Whitened {
		t.Error("still marked with the background given back")
	}
	again := sit(t, saved)
	again.Go(forms.StepPhoto)
	cropperOf(t, again).TypedKey(&fyne.KeyEvent{Name: fyne.KeyPlus})
	again.autoCrop()
	if !again.View().Photo.Whitened {
		t.Error("the mark is lost when the photo is cropped again")
	}
}
