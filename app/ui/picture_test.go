package ui

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// samplePhoto returns the path of a sample's photo.
func samplePhoto(name string) string {
	return filepath.Join("..", "..", "assets", "samples", name+".jpg")
}

// brownPhoto writes a picture that has to be cropped.
func brownPhoto(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "原图.png")
	data := brown(t, func(out *bytes.Buffer, p image.Image) error { return png.Encode(out, p) })
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUndoOfAPhotoBringsItsFrameBack(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.crop.Load(samplePhoto("forestry-engineer"))
	first := d.View().Photo
	d.crop.Load(samplePhoto("natural-resources-senior"))
	d.Undo()
	if !bytes.Equal(d.crop.Picture().Data, first.Data) {
		t.Errorf("the photo is %s, the frame stands on %s", d.View().Photo.Name, d.crop.Picture().Name)
	}
	cropperOf(t, d).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !bytes.Equal(d.crop.Picture().Data, first.Data) {
		t.Error("an arrow brings the picture back that was undone")
	}
	for d.draft.CanUndo() {
		d.Undo()
	}
	if d.View().Photo.Chosen() || d.crop.Picture().Preview != nil {
		t.Error("the frame stands on a picture that the application does not have")
	}
	d.redo()
	if !d.View().Photo.Chosen() || d.crop.Picture().Preview == nil || !bytes.Equal(d.crop.Picture().Data, first.Data) {
		t.Error("no frame for the photo that came back")
	}
}

// bluePhoto writes a picture whose background can be whitened, and which has to be
// cropped.
func bluePhoto(t *testing.T) string {
	t.Helper()
	person := drawn.Standing(600, 700)
	person.Ground = drawn.Blue
	data, err := photo.EncodeJPEG(drawn.Draw(person), 92)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, "蓝底.jpg", data)
}

func written(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Undo of a crop leaves the frame on the whole picture, not on what was cut out of it.
func TestUndoOfACropKeepsTheWholePicture(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.crop.Load(bluePhoto(t))
	whole, frame := d.crop.Picture().Source, d.crop.Picture().Frame
	cropperOf(t, d).TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if d.crop.Picture().Frame == frame {
		t.Fatal("the frame does not move")
	}
	d.crop.Whiten()
	d.tap("用变白的")
	if d.button("恢复背景"); !d.crop.Picture().Options.Whiten {
		t.Fatal("the background is not whitened")
	}
	d.Undo()
	if d.button("背景变白"); d.crop.Picture().Options.Whiten {
		t.Error("the undone whitening is still on")
	}
	d.Undo()
	if d.crop.Picture().Source != whole || d.crop.Picture().Frame.Rect != frame.Rect {
		t.Errorf("the frame is %v of %v, it was %v", d.crop.Picture().Frame.Rect, d.crop.Picture().Source.Size(), frame.Rect)
	}
}
