package office_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"zhicheng/assets"
	"zhicheng/forms/checklist"
	"zhicheng/forms/office"
	"zhicheng/forms/paper"
)

func lists(t testing.TB, folder string) office.Lists {
	t.Helper()
	fonts, err := paper.NewFonts(assets.FontRegular, assets.FontBold)
	if err != nil {
		t.Fatal(err)
	}
	return office.Lists{
		Reader: reader(), Fonts: fonts, Folder: folder,
		Printing: checklist.Printing{Made: time.Date(2020, 9, 10, 10, 0, 0, 0, time.UTC), Program: "test", Parts: checklist.Parts{checklist.PartPage1}},
	}
}

func TestListsNeverReplaceUnasked(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	save(t, from, "甲.zcapp", plain(t, "forestry-engineer"))
	save(t, from, "乙.zcapp", plain(t, "natural-resources-senior"))
	put(t, from, "丙.zcapp", "")
	rows, _, err := office.Files(from)
	if err != nil {
		t.Fatal(err)
	}
	l := lists(t, to)
	write := func() (paths []string, troubles int) {
		l.Write(t.Context(), rows, func(_ int, made office.Made) {
			if made.Path == "" {
				troubles++
				return
			}
			paths = append(paths, filepath.Base(made.Path))
		})
		slices.Sort(paths)
		return paths, troubles
	}
	put(t, to, "甲自查清单.pdf", "mine")
	if taken := l.Taken(rows); !slices.Equal(taken, []string{"甲自查清单.pdf"}) {
		t.Errorf("taken are %q", taken)
	}
	paths, troubles := write()
	if !slices.Equal(paths, []string{"乙自查清单.pdf", "甲自查清单-2.pdf"}) || troubles != 1 {
		t.Errorf("written are %q, %d troubles", paths, troubles)
	}
	if kept, _ := os.ReadFile(filepath.Join(to, "甲自查清单.pdf")); string(kept) != "mine" {
		t.Error("what was there is gone")
	}
	l.Replace = true
	if paths, _ = write(); !slices.Contains(paths, "甲自查清单.pdf") {
		t.Errorf("written are %q", paths)
	}
	if data, _ := os.ReadFile(filepath.Join(to, "甲自查清单.pdf")); !bytes.HasPrefix(data, []byte("%PDF")) {
		t.Error("it was not replaced")
	}
}
