package store_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// jpeg looks like the beginning of a JPEG.
var jpeg = []byte("\xff\xd8\xff\xe0 a picture")

// drafted puts an application on a new shelf.
func drafted(t *testing.T, origin store.Origin) (*store.Shelf, *store.Unsaved, string) {
	t.Helper()
	folder := t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	d, err := shelf.NewUnsaved(time.Now(), origin)
	if err != nil {
		t.Fatal(err)
	}
	return shelf, d, filepath.Join(folder, "drafts")
}

func keepDraft(t *testing.T, d *store.Unsaved, a *forms.Applicant) {
	t.Helper()
	if err := d.Save(a); err != nil {
		t.Fatal(err)
	}
}

// pictures returns the photos that lie next to the drafts.
func pictures(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*.photo"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// The answers are written without the photo, which is written when it changes.
func TestDraftWritesThePhotoOnce(t *testing.T) {
	shelf, d, folder := drafted(t, store.Origin{})
	a := forms.New("shaoxing-2020")
	a.Photo = forms.Photo{Name: "证件照.jpg", Data: append(jpeg, make([]byte, 1<<20)...)}
	keepDraft(t, d, a)
	first := pictures(t, folder)
	if len(first) != 1 {
		t.Fatalf("pictures: %q", first)
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(first[0], old, old); err != nil {
		t.Fatal(err)
	}
	b := a.Clone()
	b.Person.Name = "张三"
	keepDraft(t, d, b)
	answers, err := filepath.Glob(filepath.Join(folder, "*.zcapp"))
	if err != nil || len(answers) != 1 || len(content(t, answers[0])) > 10_000 {
		t.Errorf("the answers have the photo in them: %q, %v", answers, err)
	}
	if info, err := os.Stat(first[0]); err != nil || !info.ModTime().Equal(old) {
		t.Errorf("the same photo is written again: %v", err)
	}
	c := b.Clone()
	c.Photo = forms.Photo{Name: "另一张.jpg", Data: jpeg}
	keepDraft(t, d, c)
	if now := pictures(t, folder); len(now) != 1 || now[0] == first[0] {
		t.Errorf("after another photo: %q", now)
	}
	d.Release()
	left := shelf.Leftovers()
	if len(left) != 1 || !store.Same(left[0].Content, c) {
		t.Fatalf("left: %+v", left)
	}
	e := c.Clone()
	e.Photo = forms.Photo{}
	keepDraft(t, left[0].Unsaved, e)
	if now := pictures(t, folder); len(now) != 0 {
		t.Errorf("without a photo: %q", now)
	}
	keepDraft(t, left[0].Unsaved, c)
	left[0].Unsaved.Discard()
	if rest, err := os.ReadDir(folder); err != nil || len(rest) != 0 {
		t.Errorf("discarded, there is still %v, %v", rest, err)
	}
}

// The clock of some systems stays the same for milliseconds: a draft never takes the place
// of another one, whether a window has that open or not.
func TestDraftsOfOneMoment(t *testing.T) {
	s, _ := shelf(t)
	for _, name := range []string{"一", "二", "三"} {
		d, err := s.NewUnsaved(noon, store.Origin{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(d.Release)
		a := forms.New("shaoxing-2020")
		a.Person.Name = name
		keepDraft(t, d, a)
		if name == "二" {
			d.Release()
		}
	}
	left := held(t, s.Leftovers())
	if len(left) != 1 || left[0].Content.Person.Name != "二" {
		t.Errorf("left: %+v", left)
	}
}

// The original of a photo is kept and leaves with it.
func TestDraftKeepsTheOriginal(t *testing.T) {
	shelf, d, folder := drafted(t, store.Origin{})
	a := forms.New("shaoxing-2020")
	a.Photo = forms.Photo{Name: "证件照.jpg", Data: jpeg, Original: append(bytes.Clone(jpeg), make([]byte, 1<<20)...)}
	keepDraft(t, d, a)
	answers, err := filepath.Glob(filepath.Join(folder, "*.zcapp"))
	if err != nil || len(answers) != 1 || len(content(t, answers[0])) > 10_000 {
		t.Errorf("the answers have the original in them: %q, %v", answers, err)
	}
	d.Release()
	left := shelf.Leftovers()
	if len(left) != 1 || !bytes.Equal(left[0].Content.Photo.Original, a.Photo.Original) || !bytes.Equal(left[0].Content.Photo.Data, jpeg) {
		t.Fatalf("left: %+v", left)
	}
	left[0].Unsaved.Discard()
	if rest, err := os.ReadDir(folder); err != nil || len(rest) != 0 {
		t.Errorf("discarded, there is still %v, %v", rest, err)
	}
}

// A draft knows its file, by its name alone.
func TestDraftBelongsToItsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zcapp")
	shelf, d, _ := drafted(t, store.Origin{Path: path, Stamp: "base"})
	a := forms.New("shaoxing-2020")
	keepDraft(t, d, a)
	if _, found := shelf.LeftoverOf(path); found {
		t.Error("the draft of a window that is open is taken")
	}
	d.Release()
	if _, found := shelf.LeftoverOf(path + "x"); found {
		t.Error("another file has the draft")
	}
	left, found := shelf.LeftoverOf(path)
	if !found || left.Unsaved.Origin() != (store.Origin{Path: path, Stamp: "base"}) || !store.Same(left.Content, a) {
		t.Fatalf("found %t: %+v", found, left)
	}
	left.Unsaved.Release()
	if all := held(t, shelf.Leftovers()); len(all) != 1 || !all[0].Of(path) {
		t.Errorf("left: %+v", all)
	}
}

func TestPhotosWithoutADraftAreSwept(t *testing.T) {
	folder := t.TempDir()
	gone := []string{
		put(t, stale, folder, "drafts", "20200101-000000.000000000.0123456789abcdef.photo"),
		put(t, stale, folder, "drafts", "20200101-000000.000000000.0123456789abcdef.original"),
	}
	kept := []string{
		put(t, fresh, folder, "drafts", "20200101-000000.000000001.0123456789abcdef.photo"),
		put(t, stale, folder, "drafts", "20200101-000000.000000002.0123456789abcdef.photo"),
		put(t, stale, folder, "drafts", "20200101-000000.000000002.zcapp"),
	}
	if _, err := store.OpenShelf(folder); err != nil {
		t.Fatal(err)
	}
	for _, path := range gone {
		if there(path) {
			t.Errorf("%s, of no draft, is still there", path)
		}
	}
	for _, path := range kept {
		if !there(path) {
			t.Errorf("%s is gone", path)
		}
	}
}

// What a stranger's application names as its photo is taken only from its own folder,
// and only if it is a picture.
func TestPhotoOfAStranger(t *testing.T) {
	top := t.TempDir()
	folder := filepath.Join(top, "mine")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"mine/a.jpg": jpeg, "mine/id_rsa": []byte("-----BEGIN KEY"), "b.jpg": jpeg, "mine/empty.jpg": nil} {
		if err := os.WriteFile(filepath.Join(top, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for file, want := range map[string]string{
		"a.jpg": "", "id_rsa": "不是照片", "../b.jpg": "不在申报文件的文件夹里", filepath.Join(top, "b.jpg"): "不在申报文件的文件夹里",
		"/dev/zero": "不在申报文件的文件夹里", "gone.jpg": "没有这个文件", "a\x1b[2J.jpg": "�[2J",
	} {
		path := filepath.Join(folder, "a.zcapp")
		a := forms.New("shaoxing-2020")
		a.Photo.File = file
		if err := store.Save(path, a); err != nil {
			t.Fatal(err)
		}
		b, err := store.Load(context.Background(), path)
		if err != nil {
			t.Errorf("%s: does not open: %v", file, err)
			continue
		}
		taken := len(b.Photo.Data) > 0
		if taken != (want == "") || !strings.Contains(b.Photo.Trouble.String(), want) || strings.Contains(b.Photo.Trouble.String(), "\x1b") {
			t.Errorf("%s: taken %t, %q", file, taken, b.Photo.Trouble)
		}
		if err := store.Save(path, b); err != nil {
			t.Fatal(err)
		}
		if !taken && !strings.Contains(content(t, path), `"file": `) {
			t.Errorf("%s: what was typed is gone:\n%s", file, content(t, path))
		}
	}
}

// Text that is not what it says it is would change silently while it is read.
func TestBrokenTextIsRefusedWithItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"{\n\"format\": 1, \"applicant\": {\"name\": \"张\xd5\xc5\"}}":     "第2行",
		"{\"format\": 1,\n\n\"applicant\": {\"name\": \"\\ud83d\"}}":      "第3行",
		"{\"format\": 1, \"applicant\": {\"name\": \"\\ude00\"}}":         "第1行",
		"{\"format\": 1, \"applicant\": {\"name\": \"\\ud83dx\\ude00\"}}": "第1行",
		"{\"format\": 1, \"applicant\": {\"name\": \"\\ud83d\\ud83d\"}}":  "第1行",
	} {
		if _, err := store.Decode([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
	for text, want := range map[string]string{`\ud83d\ude00`: "😀", `\\ud83d`: `\ud83d`, `\u5f20\u4e09`: "张三", `\ufffd`: "�"} {
		a, err := store.Decode([]byte(`{"format": 1, "applicant": {"name": "` + text + `"}}`))
		if err != nil || a.Person.Name != want {
			t.Errorf("%s: %v, %v", text, a, err)
		}
	}
}

// Of very many mistakes the first are named, and how many there are.
func TestManyMistakesAreCounted(t *testing.T) {
	var keys []string
	for i := range 100_000 {
		keys = append(keys, `"`+strings.Repeat("x", 300)+string(rune('a'+i%26))+strings.Repeat("y", i%50)+`": 1`)
	}
	_, err := store.Decode([]byte(`{"format": 1, "unit": {"` + strings.Repeat("k", 100_000) + `": 1, "a": 1, "b": 1, "c": 1}}`))
	if err == nil || len(err.Error()) > 600 || !strings.Contains(err.Error(), "等4项") {
		t.Errorf("%v", err)
	}
	_, err = store.Decode([]byte(`{"format": 1, ` + strings.Join(keys, ",") + `}`))
	if err == nil || len(err.Error()) > 1000 || !strings.Contains(err.Error(), "项") {
		t.Errorf("%.2000v", err)
	}
}
