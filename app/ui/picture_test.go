package ui

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"sync/atomic"
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
	d.loadPhoto(samplePhoto("forestry-engineer"))
	first := d.View().Photo
	d.loadPhoto(samplePhoto("natural-resources-senior"))
	d.undo()
	if !bytes.Equal(d.picture.data, first.Data) {
		t.Errorf("the photo is %s, the frame stands on %s", d.View().Photo.Name, d.picture.name)
	}
	cropperOf(t, d).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !bytes.Equal(d.picture.data, first.Data) {
		t.Error("an arrow brings the picture back that was undone")
	}
	for d.draft.CanUndo() {
		d.undo()
	}
	if d.View().Photo.Chosen() || d.picture.preview != nil {
		t.Error("the frame stands on a picture that the application does not have")
	}
	d.redo()
	if !d.View().Photo.Chosen() || d.picture.preview == nil || !bytes.Equal(d.picture.data, first.Data) {
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
	d.loadPhoto(bluePhoto(t))
	whole, frame := d.picture.source, d.picture.frame
	cropperOf(t, d).TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if d.picture.frame == frame {
		t.Fatal("the frame does not move")
	}
	d.whiten()
	if d.button("恢复背景"); !d.picture.options.Whiten {
		t.Fatal("the background is not whitened")
	}
	d.undo()
	if d.button("背景变白"); d.picture.options.Whiten {
		t.Error("the undone whitening is still on")
	}
	d.undo()
	if d.picture.source != whole || d.picture.frame.Rect != frame.Rect {
		t.Errorf("the frame is %v of %v, it was %v", d.picture.frame.Rect, d.picture.source.Size(), frame.Rect)
	}
}

func TestPicturesOfFewFilesAreKept(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	for range 2 {
		d.loadPhoto(samplePhoto("forestry-engineer"))
		d.loadPhoto(samplePhoto("natural-resources-senior"))
	}
	if n := d.pictures.sources(); n != mostSources {
		t.Errorf("%d opened files are kept", n)
	}
	d.begin(forms.New("shaoxing-2020"), forms.StepPhoto)
	if len(d.pictures) > 0 || d.picture.source != nil {
		t.Error("another application has the pictures of the one before")
	}
}

// While a key is held on the frame wishes come faster than photos can be made: one is
// worked on, and the newest waits.
func TestOnePhotoIsMadeAtATime(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.work.AtOnce = false
	gate, took := make(chan bool), make(chan int)
	var begun, given atomic.Int32
	const last = 60
	for i := range last + 1 {
		d.pictureWork(func(ctx context.Context) (picture, error) {
			begun.Add(1)
			<-gate
			if ctx.Err() != nil {
				given.Add(1)
			}
			return picture{}, ctx.Err()
		}, func(picture) { took <- i })
	}
	close(gate)
	if i := <-took; i != last {
		t.Errorf("wish %d was granted, %d is the newest", i, last)
	}
	if begun.Load() != 2 || given.Load() != 1 {
		t.Errorf("%d wishes were begun, %d given up", begun.Load(), given.Load())
	}
}

// Another application comes while the frame is dragged.
func TestDragEndsOnAnotherPicture(t *testing.T) {
	for name, comes := range map[string]func(d *desk){
		"another application": func(d *desk) { d.begin(forms.New("shaoxing-2020"), forms.StepPhoto) },
		"another photo":       func(d *desk) { d.loadPhoto(samplePhoto("forestry-engineer")) },
	} {
		d := sit(t, nil)
		d.Go(forms.StepPhoto)
		d.loadPhoto(brownPhoto(t))
		crop := cropperOf(t, d)
		at, size := crop.onScreen()
		middle := at.AddXY(size.Width/2, size.Height/2)
		crop.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: middle}, Dragged: fyne.Delta{DX: -20}})
		if !crop.dragged {
			t.Fatal("nothing is dragged")
		}
		comes(d)
		photo, frame := d.View().Photo, d.picture.frame
		crop.DragEnd()
		if !bytes.Equal(d.View().Photo.Data, photo.Data) || d.picture.frame != frame {
			t.Errorf("%s: the end of the drag changed its photo", name)
		}
	}
}
