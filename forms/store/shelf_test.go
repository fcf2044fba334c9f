package store_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/fileread/filetest"
	"zhicheng/forms/store"
)

var noon = time.Date(2020, 9, 10, 12, 0, 0, 0, time.UTC)

func shelf(t *testing.T) (*store.Shelf, string) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "自己的")
	s, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	return s, folder
}

func TestShelfIsTheOwnersAlone(t *testing.T) {
	_, folder := shelf(t)
	for _, name := range []string{".", "drafts", "versions", "locks", "ticks"} {
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.OpenShelf(filepath.Join(blocked, "shelf")); err == nil {
		t.Error("opened a shelf inside a file")
	}
}

// What a run left behind is there for the next one, and only once at a time.
func TestLeftovers(t *testing.T) {
	s, _ := shelf(t)
	older, err := s.NewUnsaved(noon, store.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	newer, err := s.NewUnsaved(noon.Add(time.Hour), store.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range map[string]*store.Unsaved{"旧": older, "新": newer} {
		a := forms.New("shaoxing-2020")
		a.Person.Name = name
		if err := d.Save(a); err != nil {
			t.Fatal(err)
		}
	}
	if left := s.Leftovers(); len(left) != 0 {
		t.Fatalf("drafts of open windows were taken: %d", len(left))
	}
	older.Release()
	left := s.Leftovers()
	if len(left) != 1 || left[0].Content.Person.Name != "旧" {
		t.Fatalf("left over: %+v", left)
	}
	if again := s.Leftovers(); len(again) != 0 {
		t.Fatal("two windows hold the same draft")
	}
	left[0].Unsaved.Discard()
	newer.Discard()
	if left := s.Leftovers(); len(left) != 0 {
		t.Errorf("discarded drafts come back: %+v", left)
	}
}

func TestLeftoversNewestFirst(t *testing.T) {
	s, folder := shelf(t)
	for i, name := range []string{"一", "二", "三"} {
		d, err := s.NewUnsaved(noon.Add(time.Duration(i)*time.Minute), store.Origin{})
		if err != nil {
			t.Fatal(err)
		}
		a := forms.New("")
		a.Person.Name = name
		if err := d.Save(a); err != nil {
			t.Fatal(err)
		}
		d.Release()
	}
	paths, _ := filepath.Glob(filepath.Join(folder, "drafts", "*.zcapp"))
	for i, path := range paths {
		saved := noon.Add(time.Duration(-i) * time.Hour)
		if err := os.Chtimes(path, saved, saved); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "drafts", "broken.zcapp"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, l := range held(t, s.Leftovers()) {
		names = append(names, l.Content.Person.Name)
	}
	if !slices.Equal(names, []string{"一", "二", "三"}) {
		t.Errorf("left over: %q", names)
	}
	if _, err := os.Stat(filepath.Join(folder, "drafts", "broken.zcapp")); err != nil {
		t.Error("an unreadable draft was taken away")
	}
}

func TestLock(t *testing.T) {
	s, _ := shelf(t)
	path := filepath.Join(t.TempDir(), "a.zcapp")
	release, ok, err := s.Lock(path)
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	if _, ok, err := s.Lock(path); ok || err != nil {
		t.Errorf("two windows hold the file: %t, %v", ok, err)
	}
	if other, ok, err := s.Lock(path + "2"); !ok || err != nil {
		t.Errorf("another file: %t, %v", ok, err)
	} else {
		other()
	}
	release()
	if release, ok, err = s.Lock(path); !ok || err != nil {
		t.Fatalf("after release: %t, %v", ok, err)
	}
	release()
}

// A file is one however its folder is named, and also before it is there: a window holds it
// from before the first save.
func TestAFileIsOneByAllItsNames(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "申报A.zcapp")
	names := map[string]string{
		"roundabout": folder + "/../" + filepath.Base(folder) + "/申报A.zcapp",
		"letters":    filepath.Join(folder, "申报a.zcapp"),
	}
	if links := t.TempDir(); filetest.Links(links) {
		names["link"] = filepath.Join(filetest.Link(t, folder, filepath.Join(links, "link")), "申报A.zcapp")
	}
	for kind, name := range names {
		for _, order := range [][2]string{{name, path}, {path, name}} {
			s, _ := shelf(t)
			release, ok, err := s.Lock(order[0])
			if err != nil || !ok {
				t.Fatal(ok, err)
			}
			put(t, 0, path)
			again, free, err := s.Lock(order[1])
			if want := kind == "letters" && !there(name); err != nil || free != want {
				t.Errorf("%s: %s is open, %s is free: %t, %v", kind, order[0], order[1], free, err)
			}
			if free {
				again()
			}
			release()
			if err := os.Remove(path); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestVersions(t *testing.T) {
	s, _ := shelf(t)
	path, other := filepath.Join(t.TempDir(), "a.zcapp"), filepath.Join(t.TempDir(), "a.zcapp")
	for i := range store.KeptVersions + 3 {
		a := forms.New("")
		a.Person.Name = fmt.Sprint(i)
		if err := s.KeepVersion(path, a, noon.Add(time.Duration(i)*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	versions := s.Versions(path)
	if len(versions) != store.KeptVersions || !versions[0].Saved.Equal(noon.Add((store.KeptVersions+2)*time.Second)) {
		t.Fatalf("versions: %v", versions)
	}
	newest, err := store.Load(context.Background(), versions[0].Path)
	if err != nil || newest.Person.Name != fmt.Sprint(store.KeptVersions+2) {
		t.Errorf("the newest is %v, %v", newest, err)
	}
	if got := s.Versions(other); len(got) != 0 {
		t.Errorf("another file has versions: %v", got)
	}
}

func TestRecent(t *testing.T) {
	s, folder := shelf(t)
	if got := s.Recent(); got != nil {
		t.Errorf("a new shelf knows %q", got)
	}
	files := t.TempDir()
	var want []string
	for i := range store.KeptRecent + 2 {
		path := filepath.Join(files, fmt.Sprintf("%02d.zcapp", i))
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := s.AddRecent(path); err != nil {
			t.Fatal(err)
		}
		want = append([]string{path}, want...)
	}
	want = want[:store.KeptRecent]
	if got := s.Recent(); !slices.Equal(got, want) {
		t.Errorf("recent: %q, want %q", got, want)
	}
	if err := s.AddRecent(want[3]); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(want[0]); err != nil {
		t.Fatal(err)
	}
	if got := s.Recent(); got[0] != want[3] || !slices.Contains(got, want[0]) || len(got) != store.KeptRecent {
		t.Errorf("with a file that is gone, recent: %q", got)
	}
	if err := os.WriteFile(filepath.Join(folder, "recent.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := s.Recent(); got != nil {
		t.Errorf("a broken list gives %q", got)
	}
}

func TestVersionsOfTheSameStateAreOne(t *testing.T) {
	s, _ := shelf(t)
	path := filepath.Join(t.TempDir(), "a.zcapp")
	a, b := forms.New("a"), forms.New("b")
	for i, state := range []*forms.Applicant{a, a, a, b, a} {
		if err := s.KeepVersion(path, state, noon.Add(time.Duration(i)*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	if got := s.Versions(path); len(got) != 3 {
		t.Errorf("%d versions of a, b, a", len(got))
	}
}

// A clock that is set back does not make the newest state the first to go.
func TestVersionsKeepTheirOrder(t *testing.T) {
	s, _ := shelf(t)
	path := filepath.Join(t.TempDir(), "a.zcapp")
	for i := range store.KeptVersions + 2 {
		a := forms.New("")
		a.Person.Name = fmt.Sprint(i)
		if err := s.KeepVersion(path, a, noon.Add(-time.Duration(i)*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	newest, err := store.Load(context.Background(), s.Versions(path)[0].Path)
	if err != nil || newest.Person.Name != fmt.Sprint(store.KeptVersions+1) {
		t.Errorf("the newest is %v, %v", newest, err)
	}
}
