package ui

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/crop"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

func TestSaveAndOpenAgain(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "张三")
	d.named = filepath.Join(t.TempDir(), "我的申报")
	d.keep.save()
	path := d.named + fileEnding
	if d.doc.Path() != path || d.draft.Dirty() {
		t.Fatalf("saved at %q, dirty %t", d.doc.Path(), d.draft.Dirty())
	}
	d.files.newFile()
	if name := d.draft.View().Person.Name; name != "" {
		t.Errorf("the new application has the name %q", name)
	}
	d.opened = path
	d.files.openFile()
	if name := d.draft.View().Person.Name; name != "张三" {
		t.Errorf("opened with the name %q", name)
	}
	if recent := d.files.recent(); len(recent) != 1 {
		t.Errorf("recent files: %q", recent)
	}
}

func TestNothingIsReplacedUnasked(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "张三")
	d.files.newFile()
	if d.draft.View().Person.Name != "张三" {
		t.Fatal("replaced without a question")
	}
	d.tap("取消")
	if d.draft.View().Person.Name != "张三" {
		t.Fatal("replaced after 取消")
	}
	d.files.newFile()
	d.tap("不要了")
	if d.draft.View().Person.Name != "" {
		t.Error("kept after 不要了")
	}
}

func TestWhatHasNoFileComesBack(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "李四")
	if err := d.doc.Leave(t.Context()); err != nil { // the draft is free, as when the program is killed
		t.Fatal(err)
	}
	d.files.openStart()
	d.Speak("en")
	d.Speak("zh") // the start page is made anew and still offers it
	d.tap("接着填")
	if name := d.draft.View().Person.Name; name != "李四" {
		t.Errorf("came back with the name %q", name)
	}
	if len(d.files.left.Known()) != 0 {
		t.Error("the draft is offered again")
	}
}

func TestChangesReachTheFileByThemselves(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zcapp")
	if err := store.Save(path, sample(t, "forestry-engineer")); err != nil {
		t.Fatal(err)
	}
	d := sit(t, nil)
	d.files.load(path)
	if d.draft.Dirty() {
		t.Error("a file that was just opened counts as changed")
	}
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "王五")
	if err := d.flushed(); err != nil {
		t.Fatal(err)
	}
	a, err := store.Load(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if a.Person.Name != "王五" || d.draft.Dirty() {
		t.Errorf("the file has %q, dirty %t", a.Person.Name, d.draft.Dirty())
	}
	if versions := d.shelf.Versions(path); len(versions) == 0 {
		t.Error("no earlier state was kept")
	}
}

func TestSecondWindowSaysThatAFileIsOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zcapp")
	if err := store.Save(path, sample(t, "forestry-engineer")); err != nil {
		t.Fatal(err)
	}
	d := sit(t, nil)
	release, ok, err := d.shelf.Lock(path)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	defer release()
	d.files.load(path)
	if !d.doc.Status().Elsewhere || d.window.Canvas().Overlays().Top() == nil {
		t.Error("the second window says nothing")
	}
}

func TestBadFilesAreRefusedInWords(t *testing.T) {
	for name, content := range map[string]string{
		"empty": "", "cut": `{"format": 1, "applic`, "other": `{"format": 1, "notice": "elsewhere-2031"}`, "unknown": `{"format": 1, "x": 1}`,
	} {
		path := filepath.Join(t.TempDir(), name+".zcapp")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		d := sit(t, sample(t, "forestry-engineer"))
		d.files.load(path)
		if d.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s: nothing is said", name)
		}
		if d.draft.View().Person.Name == "" {
			t.Errorf("%s: the application is gone", name)
		}
	}
}

func TestListIsWrittenAndShown(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.named = filepath.Join(t.TempDir(), "清单")
	d.Go(forms.StepResults)
	d.tap("打印清单…")
	d.tap("存为PDF…")
	data, err := os.ReadFile(d.named + ".pdf")
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Fatalf("%d bytes, %v", len(data), err)
	}
	d.tap("打开")
	if len(d.shown) != 1 || d.shown[0] != d.named+".pdf" {
		t.Errorf("shown: %q", d.shown)
	}
	d.named = filepath.Join(t.TempDir(), "又一份.pdf")
	d.tap("打印清单…")
	d.tap("存为PDF…")
	d.tap("打开所在文件夹")
	if len(d.shown) != 2 || d.shown[1] != filepath.Dir(d.named) {
		t.Errorf("shown: %q", d.shown)
	}
}

// brown is a picture that no photo rule accepts: wide and brown.
func brown(t *testing.T, encode func(*bytes.Buffer, image.Image) error) []byte {
	t.Helper()
	picture := image.NewNRGBA(image.Rect(0, 0, 900, 800))
	for i := range picture.Pix {
		picture.Pix[i] = [4]byte{120, byte(80 + i%37), 60, 255}[i%4]
	}
	var data bytes.Buffer
	if err := encode(&data, picture); err != nil {
		t.Fatal(err)
	}
	return data.Bytes()
}

func TestPhotoIsCroppedMovedAndSaved(t *testing.T) {
	alone(t)
	path := filepath.Join(t.TempDir(), "原图.png")
	data := brown(t, func(out *bytes.Buffer, p image.Image) error { return png.Encode(out, p) })
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	d := sit(t, nil)
	d.Go(forms.StepPhoto)
	d.opened = path
	d.tap("选照片…")
	facts := d.draft.View().Photo.Facts
	if facts.Format != photo.JPEG || !d.config.Notice.Photo.RatioFits(facts.Width, facts.Height) {
		t.Fatalf("the photo is %s %d×%d", facts.Format, facts.Width, facts.Height)
	}
	if f, _ := d.draft.Report().Find("photo-format"); f.Outcome != check.Pass {
		t.Errorf("format: %s %s", f.Outcome, f.Found)
	}
	before := d.crop.Picture().Frame.Rect
	frame := cropperOf(t, d)
	at, size := frame.FrameAt()
	middle := at.AddXY(size.Width/2, size.Height/2)
	frame.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: middle.AddXY(-20, 0)}, Dragged: fyne.Delta{DX: -20}})
	frame.DragEnd()
	if d.crop.Picture().Frame.Rect.Min.X >= before.Min.X || d.crop.Picture().Frame.By != photo.ByHand {
		t.Errorf("the frame went from %v to %v", before, d.crop.Picture().Frame.Rect)
	}
	d.named = filepath.Join(t.TempDir(), "证件照.jpg")
	d.tap("另存为…")
	saved, err := os.ReadFile(d.named)
	if err != nil || !bytes.Equal(saved, d.draft.View().Photo.Data) {
		t.Errorf("saved %d bytes, %v", len(saved), err)
	}
}

func TestCopiedFileIsPastedAsPhoto(t *testing.T) {
	alone(t)
	path := filepath.Join(t.TempDir(), "拷贝 的.png")
	data := brown(t, func(out *bytes.Buffer, p image.Image) error { return png.Encode(out, p) })
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{path, `"` + path + `"`, (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(path), "/")}).String() + "\n"} {
		d := sit(t, nil)
		d.config.App.Clipboard().SetContent(text)
		d.pastePhoto()
		if d.draft.View().Photo.Chosen() {
			t.Error("a photo is taken on another page")
		}
		d.Go(forms.StepPhoto)
		d.pastePhoto()
		if !d.draft.View().Photo.Chosen() {
			t.Errorf("%q is not taken", text)
		}
	}
}

func cropperOf(t *testing.T, d *desk) *crop.Cropper {
	t.Helper()
	var found *crop.Cropper
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if c, ok := o.(*crop.Cropper); ok {
			found = c
		}
	})
	if found == nil {
		t.Fatal("no frame")
	}
	return found
}

func TestStatementKeepsWhatDoesNotFit(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepStatement)
	limit := d.draft.Notice().Statement.Limit
	entry := d.room.Page().Field(forms.StatementText.Path).Entry()
	d.window.Canvas().Focus(entry)
	entry.SetText(strings.Repeat("字", limit-1))
	test.Type(entry, "末尾多出")
	s := d.draft.View().Statement
	if forms.Characters(s.Text) != limit || s.Overflow == "" {
		t.Fatalf("%d characters, overflow %q", forms.Characters(s.Text), s.Overflow)
	}
	if entry.Text() != s.Text {
		t.Error("the input shows something else than the draft")
	}
	if all := s.Text + s.Overflow; forms.Characters(all) != limit+3 {
		t.Errorf("%d characters in all, want %d", forms.Characters(all), limit+3)
	}
	entry.SetText("短了")
	d.window.Canvas().Unfocus()
	d.tap("移回述职")
	if s := d.draft.View().Statement; s.Overflow != "" || !strings.HasPrefix(s.Text, "短了") {
		t.Errorf("moved back: %q and %q", s.Text, s.Overflow)
	}
	d.Undo()
	if d.draft.View().Statement.Overflow == "" {
		t.Error("undo does not bring the overflow back")
	}
}

func TestResultsCountEachKindOnce(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepResults)
	heading, lead := d.room.Page().Heading.Words(), d.room.Page().Lead.Words()
	missing := strconv.Itoa(len(d.draft.Report().Own(check.Missing)))
	if !strings.Contains(heading, missing) || strings.Contains(lead, missing+"项没填") {
		t.Errorf("“%s”, and below it “%s”", heading, lead)
	}
}
