package ui

import (
	"bytes"
	"image"
	"image/jpeg"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/document"
	"zhicheng/forms"
	"zhicheng/forms/photo"
	"zhicheng/forms/photo/hostile"
	"zhicheng/forms/store"
)

// unreadable are files that are no photo, each called like one.
func unreadable(t *testing.T) map[string][]byte {
	t.Helper()
	whole := brown(t, func(out *bytes.Buffer, p image.Image) error { return jpeg.Encode(out, p, nil) })
	return map[string][]byte{
		"five.jpg": {0xff, 0xd8, 0xff, 0xe1, 0}, "none.jpg": {}, "words.jpg": []byte("not a picture"), "cut.jpg": whole[:len(whole)/3],
		"phone.heic": []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"),
		"scans.jpg":  hostile.JPEG{Width: 4000, Height: 3000, Planes: 3, Progressive: true, Scans: 2000}.Bytes(),
		"bomb.png":   hostile.PNG{Width: 8, Height: 20_000_000, Depth: 1, Colour: hostile.Grey}.Bytes(),
	}
}

// ways are how a picture comes into the window.
var ways = map[string]func(d *desk, path string, data []byte){
	"chosen": func(d *desk, path string, _ []byte) { d.crop.Load(path) },
	"copied": func(d *desk, path string, _ []byte) {
		d.crop.Copied = func() ([]string, []byte, error) { return []string{path}, nil, nil }
		d.pastePhoto()
	},
	"pasted": func(d *desk, _ string, data []byte) {
		if len(data) == 0 {
			data = []byte{0}
		}
		d.crop.Copied = func() ([]string, []byte, error) { return nil, data, nil }
		d.pastePhoto()
	},
}

// What cannot be read never takes a photo's place, and says what to do.
func TestNothingReplacesAPhotoUnread(t *testing.T) {
	for _, with := range []bool{true, false} {
		var a *forms.Applicant
		if with {
			a = sample(t, "forestry-engineer")
		}
		d := sit(t, a)
		d.Go(forms.StepPhoto)
		before, picture := d.View(), d.crop.Picture().Source
		for name, data := range unreadable(t) {
			path := written(t, name, data)
			for way, comes := range ways {
				comes(d, path, data)
				if d.View() != before || d.crop.Picture().Source != picture || d.crop.Picture().Busy {
					t.Fatalf("%s, %s: the photo is now %+v", way, name, d.View().Photo.Facts)
				}
				q := d.asks.Open()
				if q == nil {
					t.Fatalf("%s, %s: nothing is said", way, name)
				}
				if why := said(d); !strings.Contains(why, "换一张照片") && !strings.Contains(why, "再复制一次") || strings.Contains(why, "没有动") && !with {
					t.Errorf("%s, %s: says %q", way, name, why)
				}
				q.Close()
			}
		}
	}
}

// A photo that took another's place gives it back where that happened.
func TestReplacedPhotoComesBack(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepPhoto)
	before := d.View().Photo
	if d.shows("换回原来的照片") {
		t.Error("nothing was replaced")
	}
	d.crop.Load(bluePhoto(t))
	if bytes.Equal(d.View().Photo.Data, before.Data) {
		t.Fatal("the photo is the same")
	}
	d.tap("换回原来的照片")
	if got := d.View().Photo; !bytes.Equal(got.Data, before.Data) || got.Facts != before.Facts || d.crop.Picture().Preview == nil {
		t.Errorf("back is %+v", got.Facts)
	}
	if d.shows("换回原来的照片") {
		t.Error("it can be brought back twice")
	}
}

// Whitening that is refused, and a frame that is too small, leave the photo that was
// made of the picture before.
func TestRefusalLeavesThePhoto(t *testing.T) {
	for name, wish := range map[string]func(d *desk){
		"whitening": func(d *desk) { d.crop.Whiten() },
		"frame":     func(d *desk) { d.crop.Move(image.Rect(0, 0, 50, 70)) },
	} {
		d := sit(t, nil)
		d.Go(forms.StepPhoto)
		d.crop.Load(brownPhoto(t))
		before, frame := d.View(), d.crop.Picture().Frame
		wish(d)
		if d.View() != before || d.crop.Picture().Frame.Rect != frame.Rect || d.crop.Picture().Options.Whiten {
			t.Errorf("%s: the photo is %+v, the frame %v", name, d.View().Photo.Facts, d.crop.Picture().Frame)
		}
		if d.crop.Picture().Note.Empty() {
			t.Errorf("%s: nothing is said", name)
		}
	}
}

// located is a photo with a position, which fits as it is.
func located(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(samplePhoto("forestry-engineer"))
	if err != nil {
		t.Fatal(err)
	}
	const said = "\xff\xe1\x00\x20Exif\x00\x00GPS 30.0N 120.6E Zhang"
	out := append(append(bytes.Clone(data[:2]), said...), data[2:]...)
	return append(out, "GPS"...)
}

// A photo that fits is taken as it is, but for what its file says of place and people;
// the same for one that an application brings.
func TestNoPlaceIsKept(t *testing.T) {
	data := located(t)
	plain, err := photo.Clean(t.Context(), data)
	if err != nil || bytes.Contains(plain, []byte("GPS")) || len(plain) >= len(data) {
		t.Fatal(len(plain), err)
	}
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.crop.Load(written(t, "照片.jpg", data))
	if p := d.View().Photo; !bytes.Equal(p.Data, plain) || p.Facts.Bytes != len(plain) || p.Facts.TrailingBytes != 0 {
		t.Errorf("%d bytes of %d, %+v", len(p.Data), len(plain), p.Facts)
	}
	strange := forms.New("")
	strange.Photo = forms.Photo{Name: "照片.jpg", Data: data}
	a, err := document.Measured(t.Context(), strange, finder)
	if err != nil || !bytes.Equal(a.Photo.Data, plain) || a.Photo.Facts.Bytes != len(plain) {
		t.Errorf("%d bytes, %v", len(a.Photo.Data), err)
	}
	saved, err := store.Encode(&forms.Applicant{Photo: forms.Photo{Name: "照片.jpg", Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	read, err := store.Decode(saved)
	if err != nil || !bytes.Equal(read.Photo.Data, plain) {
		t.Errorf("saved: %d bytes, %v", len(read.Photo.Data), err)
	}
}

// An application whose photo cannot be shown says so, and shows no photo of no size.
func TestBrokenPhotoOfAnApplication(t *testing.T) {
	for name, data := range unreadable(t) {
		if len(data) == 0 {
			continue
		}
		a := forms.New("")
		a.Photo = forms.Photo{Name: name, Data: data}
		a, err := document.Measured(t.Context(), a, finder)
		if err != nil {
			t.Fatal(name, err)
		}
		d := sit(t, a)
		d.Go(forms.StepPhoto)
		if d.shows("会上传的照片") || d.shows("自动裁剪") || !d.shows("选照片…") || !d.shows(a.Photo.Facts.Problem.Remedy().String()) {
			t.Errorf("%s: the page does not say what to do", name)
		}
		for _, f := range d.draft.Report().OfStep(forms.StepPhoto) {
			if strings.Contains(f.Remedy.String(), "自动裁剪") {
				t.Errorf("%s: %s names a button that is not there: %s", name, f.ID, f.Remedy)
			}
		}
	}
}

// The small picture beside the values comes from the work that made it: nothing is
// decoded on the window's goroutine.
func TestThumbIsThePhoto(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	for _, path := range []string{samplePhoto("forestry-engineer"), bluePhoto(t)} {
		d.crop.Load(path)
		if !d.hasPicture(d.crop.Picture().Thumb) {
			t.Errorf("%s: no thumb", path)
		}
	}
	d.Undo()
	if !d.hasPicture(d.crop.Picture().Thumb) {
		t.Error("no thumb after undo")
	}
}

// shows reports whether words can be seen on the page, or in the dialog over it.
func (d *desk) shows(words string) bool {
	return strings.Contains(strings.Join(d.words(), "\n"), words)
}

func (d *desk) hasPicture(picture image.Image) bool {
	found := false
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if shown, ok := o.(*canvas.Image); ok && picture != nil && shown.Image == picture {
			found = true
		}
	})
	return found
}
