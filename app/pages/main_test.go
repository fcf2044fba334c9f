package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

func TestPagesAreWritten(t *testing.T) {
	folder := t.TempDir()
	var out bytes.Buffer
	sample := filepath.Join("..", "..", "assets", "samples", "forestry-engineer.zcapp")
	if err := run([]string{"-out", folder, "-file", sample, "-size", "1100x800", "-lang", "en", "-dark"}, &out); err != nil {
		t.Fatal(err)
	}
	names := strings.Fields(out.String())
	if len(names) != 20 {
		t.Errorf("%d pages: %q", len(names), names)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil || picture.Width != 1100 || picture.Height != 800 {
			t.Errorf("%s: %d×%d, %v", name, picture.Width, picture.Height, err)
		}
	}
}

// An application with a notice of its own is drawn under that one.
func TestPagesAreOfTheNoticeInTheFile(t *testing.T) {
	source, err := notice.Folder(os.DirFS("../../forms/notice/testdata"), "lanwan-2025")
	if err != nil {
		t.Fatal(err)
	}
	n, _, _ := notice.Examine(source)
	packed := filepath.Join(t.TempDir(), "lanwan.zcnotice")
	if err := os.WriteFile(packed, source.Pack(n, notice.Head{By: "蓝汀"}), 0o600); err != nil {
		t.Fatal(err)
	}
	l := library.Library{Own: assets.Notices(), Default: assets.CurrentNotice}
	e, err := l.Find(t.Context(), packed)
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("")
	e.Bind(a)
	file := filepath.Join(t.TempDir(), "a.zcapp")
	if err := store.Save(file, a); err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t)
	w, err := wish{file: file, language: "zh"}.window(test.NewApp())
	if err != nil || w.Draft().Notice().ID != "lanwan-2025" {
		t.Fatalf("the pages are of %s, %v", w.Draft().Notice().ID, err)
	}
	a.NoticeCopy, a.Notice = forms.NoticeCopy{}, "nowhere-2030"
	if err := store.Save(file, a); err != nil {
		t.Fatal(err)
	}
	if _, err := (wish{file: file}).window(test.NewApp()); err == nil {
		t.Error("the pages of a notice that is not there are drawn")
	}
}

func TestBadSizesAreRefused(t *testing.T) {
	for _, size := range []string{"", "big", "1024", "10x10", "1024x", "659x700"} {
		if _, err := parseSize(size); err == nil {
			t.Errorf("%q is taken", size)
		}
	}
}

func TestAllDrawsEightSets(t *testing.T) {
	folders := map[string]bool{}
	for _, one := range (wish{folder: "x", all: true}).each() {
		folders[one.folder] = true
	}
	if len(folders) != 8 {
		t.Errorf("%d sets: %v", len(folders), folders)
	}
}
