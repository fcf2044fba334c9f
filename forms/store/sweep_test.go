package store_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"zhicheng/forms/fileread/filetest"
	"zhicheng/forms/store"
)

// put makes a file that was changed a while ago.
func put(t *testing.T, ago time.Duration, elements ...string) string {
	t.Helper()
	path := filepath.Join(elements...)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	changed := time.Now().Add(-ago)
	if err := os.Chtimes(path, changed, changed); err != nil {
		t.Fatal(err)
	}
	return path
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

const (
	stale = 11 * time.Minute
	fresh = 9 * time.Minute
)

func TestOpeningTheShelfSweepsIt(t *testing.T) {
	folder := t.TempDir()
	gone := []string{
		put(t, stale, folder, ".zc-1.tmp"),
		put(t, stale, folder, "drafts", ".zc-22.tmp"),
		put(t, stale, folder, "ticks", ".zc-333.tmp"),
		put(t, stale, folder, "versions", "0123", ".zc-4.tmp"),
	}
	kept := []string{
		put(t, fresh, folder, "drafts", ".zc-5.tmp"), // another window may be writing it
		put(t, stale, folder, "drafts", "20200101-000000.000000000.zcapp"),
		put(t, stale, folder, "drafts", ".zc-mine.tmp"),
		put(t, stale, folder, "drafts", "a.zc-6.tmp"),
		put(t, stale, folder, "versions", "0123", "20200101-000000.000000000.zcapp"),
	}
	if _, err := store.OpenShelf(folder); err != nil {
		t.Fatal(err)
	}
	for _, path := range gone {
		if there(path) {
			t.Errorf("%s is left", path)
		}
	}
	for _, path := range kept {
		if !there(path) {
			t.Errorf("%s is gone", path)
		}
	}
}

func TestOpeningTheShelfSweepsBehindNoLink(t *testing.T) {
	folder := t.TempDir()
	elsewhere := put(t, stale, t.TempDir(), ".zc-7.tmp")
	put(t, stale, folder, "drafts", "a.zcapp")
	put(t, stale, folder, "versions", "0123", "a.zcapp")
	kept := []string{
		elsewhere,
		filetest.Link(t, elsewhere, filepath.Join(folder, "drafts", ".zc-8.tmp")),
		filetest.Link(t, filepath.Dir(elsewhere), filepath.Join(folder, "versions", "4567")),
	}
	if _, err := store.OpenShelf(folder); err != nil {
		t.Fatal(err)
	}
	for _, path := range kept {
		if !there(path) {
			t.Errorf("%s is gone", path)
		}
	}
}

func TestSweepBesideAFile(t *testing.T) {
	folder := t.TempDir()
	file := put(t, stale, folder, "申报.zcapp")
	old, young := put(t, stale, folder, ".zc-1.tmp"), put(t, fresh, folder, ".zc-2.tmp")
	inner := put(t, stale, folder, "inner", ".zc-3.tmp")
	store.SweepBeside(file, time.Now())
	if there(old) || !there(young) || !there(inner) || !there(file) {
		t.Errorf("old %t, young %t, inner %t, file %t", there(old), there(young), there(inner), there(file))
	}
	store.SweepBeside(filepath.Join(folder, "nowhere", "a.zcapp"), time.Now())
	store.SweepBeside(file, time.Now().Add(fresh))
	if there(young) {
		t.Error("what became old is left")
	}
}

func TestSweepBesideWhatALinkLeadsTo(t *testing.T) {
	folder := t.TempDir()
	old := put(t, stale, folder, ".zc-1.tmp")
	link := filetest.Link(t, put(t, stale, folder, "申报.zcapp"), filepath.Join(t.TempDir(), "申报.zcapp"))
	store.SweepBeside(link, time.Now())
	if there(old) || !there(link) {
		t.Errorf("old %t, link %t", there(old), there(link))
	}
}

// What a save leaves when it is stopped has the name that is looked for.
func TestTemporaryFilesHaveTheNameThatIsSwept(t *testing.T) {
	folder := t.TempDir()
	file, err := os.CreateTemp(folder, store.TemporaryPattern)
	if err != nil {
		t.Fatal(err)
	}
	file.Close()
	store.SweepBeside(filepath.Join(folder, "a.zcapp"), time.Now().Add(stale))
	if there(file.Name()) {
		t.Errorf("%s is left", file.Name())
	}
}
