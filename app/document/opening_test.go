package document

import (
	"os"
	"path/filepath"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// An application is never judged by another notice silently, and one without a notice
// is of the program's own.
func TestNoticeOfAnApplication(t *testing.T) {
	own, err := notice.Load(assets.Notices(), assets.CurrentNotice)
	if err != nil {
		t.Fatal(err)
	}
	for _, lib := range []library.Library{{}, {Own: assets.Notices(), Default: assets.CurrentNotice}} {
		s := &Source{Notice: own, Library: lib}
		for id, known := range map[string]bool{"": true, own.ID: true, "no-such-notice": false} {
			a := forms.New(id)
			entry, err := s.NoticeOf(t.Context(), a)
			if (err == nil) != known {
				t.Errorf("%q: %v", id, err)
			}
			if known && (entry.Notice.ID != own.ID || a.Notice != own.ID) {
				t.Errorf("%q is judged by %s and is of %s", id, entry.Notice.ID, a.Notice)
			}
		}
	}
}

func TestSameFile(t *testing.T) {
	folder := t.TempDir()
	one, link := filepath.Join(folder, "a"+store.Extension), filepath.Join(folder, "b"+store.Extension)
	if err := os.WriteFile(one, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(one, link); err != nil {
		t.Skip("没有硬链接的文件系统：", err)
	}
	for _, row := range []struct {
		one, other string
		same       bool
	}{
		{one, one, true},
		{one, link, true},
		{filepath.Join(folder, ".", "a"+store.Extension), one, true},
		{one, "", false},
		{one, filepath.Join(folder, "c"+store.Extension), false},
		{filepath.Join(folder, "c"+store.Extension), filepath.Join(folder, "c"+store.Extension), true}, // is not there yet
	} {
		if got := SameFile(row.one, row.other); got != row.same {
			t.Errorf("%s and %s: %t", row.one, row.other, got)
		}
	}
}
