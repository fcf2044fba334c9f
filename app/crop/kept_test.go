package crop

import (
	"bytes"
	"context"
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

// reopened is the application of a desk, saved and opened in another window.
func (d *desk) reopened(t *testing.T) *desk {
	t.Helper()
	data, err := store.Encode(d.draft.View())
	if err != nil {
		t.Fatal(err)
	}
	a, err := store.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if a.Photo, err = a.Photo.Measured(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	again := sit(t)
	again.Finder = d.Finder
	again.draft.Replace(again.draft.Notice(), a)
	again.update()
	return again
}

// An application that is opened again shows the frame where it was left, and goes on from there.
func TestFrameIsKept(t *testing.T) {
	for name, act := range map[string]func(d *desk){
		"turned":       func(d *desk) { hand{d.Editor}.turn(3) },
		"moved":        func(d *desk) { d.key(fyne.KeyRight); d.key(fyne.KeyDown) },
		"resized":      func(d *desk) { d.cropper().shift = true; d.key(fyne.KeyLeft) },
		"another side": func(d *desk) { hand{d.Editor}.quarter(1) },
		"turned on another side": func(d *desk) {
			hand{d.Editor}.quarter(-1)
			hand{d.Editor}.turn(-5)
		},
		"three to four": func(d *desk) { hand{d.Editor}.keep(photo.ThreeFour) },
		"beyond":        func(d *desk) { hand{d.Editor}.place(d.cropper().rect.Add(image.Pt(0, -60))) },
	} {
		if testing.Short() && name != "turned on another side" {
			continue // one is enough for the race detector, which is slow with pictures
		}
		t.Run(name, func(t *testing.T) {
			d := sit(t)
			d.load(t, on(snow))
			hand{d.Editor}.turn(1) // so that it is cropped
			act(d)
			left, photo := d.Picture(), d.draft.View().Photo
			again := d.reopened(t)
			got := again.Picture()
			if got.Frame.Rect != left.Frame.Rect || got.Frame.Angle != left.Frame.Angle || got.shape != left.shape || got.Source.Size() != left.Source.Size() {
				t.Errorf("opened again it is %+v of %v, was %+v of %v", got.Frame, got.Source.Size(), left.Frame, left.Source.Size())
			}
			if kept := again.draft.View().Photo; !bytes.Equal(kept.Data, photo.Data) || kept.Frame != photo.Frame {
				t.Error("opening it changed the photo")
			}
			hand{d.Editor}.turn(2)
			hand{again.Editor}.turn(2)
			if a, b := d.draft.View().Photo, again.draft.View().Photo; a.Frame != b.Frame || !bytes.Equal(a.Data, b.Data) {
				t.Errorf("turned after that it is %+v, was %+v", b.Frame, a.Frame)
			}
		})
	}
}

// Where the program chose the frame, nothing is kept of it; nor where there is none any more.
func TestAutomaticFrameIsNotKept(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	hand{d.Editor}.turn(1)
	if d.draft.View().Photo.Frame == (forms.PhotoFrame{}) {
		t.Error("nothing is kept")
	}
	d.Auto()
	if got := d.draft.View().Photo.Frame; got != (forms.PhotoFrame{}) {
		t.Errorf("kept: %+v", got)
	}
}

// A frame that cannot be on the picture is as if there was none, and one that reaches too far is
// moved in.
func TestOddFramesAreKeptOut(t *testing.T) {
	d := sit(t)
	d.load(t, on(snow))
	hand{d.Editor}.turn(1)
	for _, frame := range []forms.PhotoFrame{
		{X: 1 << 40, Width: 50, Height: 70, OfWidth: 600, OfHeight: 700},
		{Width: -5, Height: 7, OfWidth: 600, OfHeight: 700},
		{Width: 500, Height: 700},
		{Width: 500, Height: 700, OfWidth: 600, OfHeight: 700, Angle: 1e300},
		{X: 100000, Y: 100000, Width: 500, Height: 700, OfWidth: 600, OfHeight: 700, Quarters: -7},
	} {
		d.Edit(forms.PhotoFile.Path, func(a *forms.Applicant) { a.Photo.Frame = frame })
		got := d.reopened(t).Picture()
		if !got.Frame.Rect.In(image.Rectangle{Max: got.Source.Size()}) || got.Frame.Rect.Empty() {
			t.Errorf("%+v became %+v", frame, got.Frame)
		}
	}
}

// A picture that is kept smaller has the frame at the same place.
func TestFrameIsScaled(t *testing.T) {
	frame := photo.Frame{By: photo.ByHand, Rect: image.Rect(-20, 40, 980, 1440), Angle: 1.5}
	kept := forms.NewPhotoFrame(frame, -1, image.Pt(3000, 4000))
	if got, ok := kept.On(image.Pt(3000, 4000)); !ok || got != frame || kept.Quarters != 3 {
		t.Errorf("%+v, %d quarters", got, kept.Quarters)
	}
	if got, ok := kept.On(image.Pt(1500, 2000)); !ok || got.Rect != image.Rect(-10, 20, 490, 720) || got.Angle != 1.5 {
		t.Errorf("%+v", got)
	}
}
