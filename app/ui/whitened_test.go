package ui

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// A changed background stays marked when the saved photo is opened and cropped again; the
// background given back takes the mark away.
func TestTheMarkOfAChangedBackgroundStays(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.crop.Load(bluePhoto(t))
	if d.View().Photo.Whitened {
		t.Fatal("marked before anything was changed")
	}
	d.crop.Whiten()
	if d.View().Photo.Whitened {
		t.Fatal("taken before the applicant saw it")
	}
	d.tap("用变白的")
	if !d.View().Photo.Whitened {
		t.Fatal("not marked")
	}
	saved := d.View().Clone()
	d.crop.Whiten()
	if d.View().Photo.Whitened {
		t.Error("still marked with the background given back")
	}
	again := sit(t, saved)
	again.Go(forms.StepPhoto)
	cropperOf(t, again).TypedKey(&fyne.KeyEvent{Name: fyne.KeyPlus})
	again.crop.Auto()
	if !again.View().Photo.Whitened {
		t.Error("the mark is lost when the photo is cropped again")
	}
}

// The saved photo is cropped again from the picture that it was cut out of, as wide as that was; the
// background can be given back, and whitening shows before and after.
func TestTheOriginalIsCroppedAgain(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.crop.Load(bluePhoto(t))
	size := d.crop.Picture().Source.Size()
	d.crop.Whiten()
	d.tap("用变白的")
	if d.crop.Picture().Plain == nil || !d.shows("变白前") {
		t.Error("before and after are not shown")
	}
	data, err := store.Encode(d.View())
	if err != nil {
		t.Fatal(err)
	}
	saved, err := store.Decode(data)
	if err != nil || len(saved.Photo.Original) == 0 {
		t.Fatalf("no original in the file, %v", err)
	}
	if saved.Photo, err = saved.Photo.Measured(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	again := sit(t, saved)
	again.Go(forms.StepPhoto)
	if got := again.crop.Picture().Source.Size(); got != size {
		t.Errorf("cropped again from %v, the original was %v", got, size)
	}
	if !again.View().Photo.Whitened || !again.shows("恢复背景") {
		t.Error("opened again the photo is not marked, or the background cannot be given back")
	}
	again.crop.Whiten()
	if p := again.View().Photo; p.Whitened || p.Facts.Background.Verdict == photo.White || !bytes.Equal(p.Original, saved.Photo.Original) {
		t.Errorf("the background given back: whitened %t, %s", p.Whitened, p.Facts.Background.Verdict)
	}
}
