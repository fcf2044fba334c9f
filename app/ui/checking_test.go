package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"zhicheng/forms/check"
	"zhicheng/forms/photo"
)

// Photos are checked without the form: nothing of it is there, nothing is written into the
// application, and the way leads back to the start.
func TestPhotosAreCheckedWithoutTheForm(t *testing.T) {
	alone(t)
	d := sit(t, nil)
	d.files.openStart()
	before := d.View()
	d.tap("只检查照片")
	if d.checking == nil || !d.shows("把照片拖到这里") {
		t.Fatal("no page for photos")
	}
	for _, words := range []string{"下一步", "述职与业绩", "结果与清单"} {
		if d.shows(words) {
			t.Errorf("the form's %s is there", words)
		}
	}
	first, second := samplePhoto("forestry-engineer"), bluePhoto(t)
	d.door.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(second), storage.NewFileURI(first)})
	if !d.shows("会上传的照片") || !d.shows("蓝底.jpg · 不符合") {
		t.Error("no verdict of the first photo")
	}
	d.tap(filepath.Base(first))
	if !d.shows(filepath.Base(first) + " · 符合") {
		t.Error("no verdict of the second photo")
	}
	made := d.checking.draft.View().Photo
	d.named = filepath.Join(t.TempDir(), "证件照.jpg")
	d.tap("另存为…")
	if data, err := os.ReadFile(d.named); err != nil || !bytes.Equal(data, made.Data) {
		t.Errorf("saved %d bytes, %v", len(data), err)
	}
	if d.View() != before || d.draft.Dirty() || len(d.shelf.Leftovers()) > 0 {
		t.Error("the application was changed")
	}
	d.tap("回到开始页")
	if d.checking != nil || !d.shows("开始填写") {
		t.Error("no way back")
	}
}

// What changes the photo of a form works on this page too, and on this page's photo.
func TestCheckedPhotosAreCroppedAndUndone(t *testing.T) {
	alone(t)
	d := sit(t, nil)
	d.files.openStart()
	d.tap("只检查照片")
	d.Open(bluePhoto(t))
	c, frame := cropperOf(t, d), d.checking.crop.Picture().Frame
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if d.checking.crop.Picture().Frame == frame {
		t.Fatal("the frame does not move")
	}
	d.Undo()
	if got := d.checking.crop.Picture().Frame; got.Rect != frame.Rect {
		t.Errorf("undone it is %v, it was %v", got.Rect, frame.Rect)
	}
	d.tap("背景变白")
	d.tap("用变白的")
	if p := d.checking.draft.View().Photo; p.Facts.Background.Verdict != photo.White {
		t.Errorf("made white it is %q", p.Facts.Background.Verdict)
	}
	d.Speak("en")
	if d.checking == nil || !d.shows("Check photos") {
		t.Error("another language leaves the page")
	}
	d.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.checking == nil {
		t.Fatal("Escape throws the photo away")
	}
	d.tap("Back to the start page")
	if d.checking == nil {
		t.Fatal("the photo that was made is thrown away unasked")
	}
	d.tap("Cancel")
	d.files.newFile()
	if d.checking == nil || d.asks.Open() == nil {
		t.Fatal("a new application throws the photo away unasked")
	}
	d.tap("Cancel")
	d.keep.close()
	if d.asks.Open() == nil {
		t.Fatal("the window closes with a photo that was made")
	}
	d.tap("Cancel")
	d.tap("Back to the start page")
	d.tap("Discard")
	checkPhotos(d.Window, d.entry)
	d.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.checking != nil || d.View().Photo.Chosen() {
		t.Error("Escape does not lead back, or the application has the photo")
	}
}

// Photos of one name in two folders have a mark each.
func TestPhotosOfOneNameHaveTheirOwnMarks(t *testing.T) {
	alone(t)
	d := sit(t, nil)
	checkPhotos(d.Window, d.entry)
	var paths []string
	for _, from := range []string{bluePhoto(t), samplePhoto("forestry-engineer")} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "照片.jpg")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	d.door.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(paths[0]), storage.NewFileURI(paths[1])})
	d.checking.load(paths[1])
	if p := d.checking.photos; !p[0].judged || !p[1].judged || p[0].worst != check.Fail || p[1].worst != check.Pass {
		t.Errorf("the marks are %+v", p)
	}
}
