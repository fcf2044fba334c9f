package ui

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/bmp"

	"zhicheng/app/looktest"
	"zhicheng/forms"
	"zhicheng/forms/photo"
)

func asPNG(t *testing.T) []byte {
	return brown(t, func(out *bytes.Buffer, p image.Image) error { return png.Encode(out, p) })
}

// pasting opens the page of the photo with something in the clipboard.
func pasting(t *testing.T, files []string, picture []byte, err error) *desk {
	t.Helper()
	d := sit(t, nil)
	d.config.App.Clipboard().SetContent("")
	d.crop.Copied = func() ([]string, []byte, error) { return files, picture, err }
	d.Go(forms.StepPhoto)
	return d
}

// said is what the dialog on top says.
func said(d *desk) string {
	d.t.Helper()
	q := d.asks.Open()
	if q == nil {
		return ""
	}
	return strings.Join(looktest.Texts(q.Card), "\n")
}

func TestCopiedPictureIsPasted(t *testing.T) {
	asBMP := brown(t, func(out *bytes.Buffer, p image.Image) error { return bmp.Encode(out, p) })
	for name, row := range map[string]struct {
		data []byte
		want string
	}{"PNG": {asPNG(t), "粘贴的照片.png"}, "BMP": {asBMP, "粘贴的照片.bmp"}} {
		d := pasting(t, nil, row.data, nil)
		d.tap("粘贴")
		a := d.draft.View().Photo
		if d.crop.Picture().Name != row.want || a.Facts.Format != photo.JPEG || a.FileName() != "粘贴的照片.jpg" {
			t.Errorf("%s: opened as %q, taken as %q, %s", name, d.crop.Picture().Name, a.FileName(), a.Facts.Format)
		}
		if d.asks.Open() != nil {
			t.Errorf("%s: says %q", name, said(d))
		}
	}
}

func TestCopiedFileComesBeforeItsPicture(t *testing.T) {
	folder := t.TempDir()
	path, table := filepath.Join(folder, "证件照.PNG"), filepath.Join(folder, "表.xlsx")
	if err := os.WriteFile(path, asPNG(t), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		files []string
		data  []byte
		want  string
	}{
		"a file":                     {[]string{table, path}, nil, "证件照.PNG"},
		"a file and its icon":        {[]string{path}, asPNG(t), "证件照.PNG"},
		"a file that is gone":        {[]string{path + ".png"}, asPNG(t), "粘贴的照片.png"},
		"cells with their look":      {[]string{table}, asPNG(t), "粘贴的照片.png"},
		"a picture and nothing else": {nil, asPNG(t), "粘贴的照片.png"},
	} {
		d := pasting(t, row.files, row.data, nil)
		d.pastePhoto()
		if d.crop.Picture().Name != row.want {
			t.Errorf("%s: %q, want %q", name, d.crop.Picture().Name, row.want)
		}
	}
}

func TestPastingWithoutAPictureSaysWhatToDo(t *testing.T) {
	for name, row := range map[string]struct {
		files []string
		err   error
		want  []string
	}{
		"nothing":       {nil, nil, []string{"剪贴板里没有照片", "选“复制”"}},
		"another file":  {[]string{"/tmp/表.xlsx"}, nil, []string{"剪贴板里没有照片"}},
		"a file gone":   {[]string{"/nowhere/照.png"}, nil, []string{"没有贴成", "照.png", "再复制一次"}},
		"no way to ask": {nil, errors.New("剪贴板打不开"), []string{"没有贴成", "剪贴板打不开", "再复制一次"}},
	} {
		d := pasting(t, row.files, nil, row.err)
		d.crop.Copied = func() ([]string, []byte, error) { return row.files, nil, row.err }
		d.pastePhoto()
		for _, want := range row.want {
			if !strings.Contains(said(d), want) {
				t.Errorf("%s: says %q, not %s", name, said(d), want)
			}
		}
		if d.draft.View().Photo.Chosen() || d.crop.Picture().Busy {
			t.Errorf("%s: something was pasted", name)
		}
	}
}

func TestPastingKeepsThePhotoWhereThereIsNoOther(t *testing.T) {
	d := pasting(t, nil, asPNG(t), nil)
	d.tap("粘贴")
	before := d.draft.View().Photo
	d.crop.Copied = func() ([]string, []byte, error) { return nil, nil, nil }
	d.tap("粘贴")
	if d.asks.Open() == nil || !bytes.Equal(d.draft.View().Photo.Data, before.Data) {
		t.Errorf("says %q, has %d bytes", said(d), len(d.draft.View().Photo.Data))
	}
}
