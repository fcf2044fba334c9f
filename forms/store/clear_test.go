package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/fileread/filetest"
	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

func TestClear(t *testing.T) {
	folder, mine := t.TempDir(), t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("shaoxing-2020")
	a.Person.Name = "张三"
	a.Photo = forms.Photo{Name: "x.jpg", Data: []byte("\xff\xd8\xff")}
	path := filepath.Join(mine, "张三.zcapp")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(store.Save(path, a))
	must(shelf.AddRecent(path))
	must(shelf.KeepVersion(path, a, time.Now()))
	must(shelf.KeepTicks(path, store.Ticks{Notice: "x", Done: map[string][]string{"1": nil}}))
	_, err = shelf.RecordCrash([]byte("boom"))
	must(err)
	m := shelf.Measured("1")
	m.Add([]byte("x"), photo.Facts{Width: 1})
	must(m.Keep())
	left, err := shelf.NewUnsaved(time.Now(), store.Origin{})
	must(err)
	must(left.Save(a))
	left.Release()
	open, err := shelf.NewUnsaved(time.Now().Add(time.Second), store.Origin{})
	must(err)
	must(open.Save(a))
	must(os.Mkdir(filepath.Join(folder, "notices"), 0o700))
	must(os.WriteFile(filepath.Join(folder, "notices", "x.zcnotice"), []byte("x"), 0o600))

	cleared, err := shelf.Clear()
	must(err)
	bytes := cleared.Bytes
	cleared.Bytes = 0
	if want := (store.Cleared{Drafts: 1, Versions: 1, Recent: 1, Ticks: 1, Crashes: 1, Busy: 1}); cleared != want || bytes < 1000 {
		t.Errorf("cleared is %+v, %d bytes, want %+v", cleared, bytes, want)
	}
	for _, kept := range []string{path, filepath.Join(folder, "notices", "x.zcnotice")} {
		if _, err := os.Stat(kept); err != nil {
			t.Errorf("it is gone: %v", err)
		}
	}
	if len(shelf.Recent()) != 0 || len(shelf.Versions(path)) != 0 || len(shelf.Leftovers()) != 0 || len(shelf.Ticks(path).Done) != 0 {
		t.Error("something is left")
	}
	must(open.Save(a)) // the window goes on
	open.Release()
	if left := held(t, shelf.Leftovers()); len(left) != 1 || left[0].Content.Person.Name != "张三" {
		t.Errorf("the draft that is open is %v", left)
	}
}

// What leads out of the shelf is not followed.
func TestClearFollowsNoLink(t *testing.T) {
	folder, mine := t.TempDir(), t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	path := put(t, 0, mine, "张三.zcapp")
	filetest.Link(t, mine, filepath.Join(folder, "versions", "link"))
	if cleared, err := shelf.Clear(); err != nil || !there(path) {
		t.Errorf("%+v, %v; the file is there: %t", cleared, err, there(path))
	}
}
