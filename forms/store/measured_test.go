package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/store"
)

func TestMeasuresAreKept(t *testing.T) {
	folder := t.TempDir()
	shelf, err := store.OpenShelf(folder)
	if err != nil {
		t.Fatal(err)
	}
	facts := photo.Facts{Format: photo.JPEG, Width: 600, Height: 840, Bytes: 3, Face: photo.Face{Count: 1, Tilt: 1.25}, Background: photo.Background{Verdict: photo.White}}
	m := shelf.Measured("1")
	m.Add([]byte("abc"), facts)
	if err := m.Keep(); err != nil {
		t.Fatal(err)
	}
	if got, ok := shelf.Measured("1").Of([]byte("abc")); !ok || got != facts {
		t.Errorf("kept is %+v", got)
	}
	if _, ok := shelf.Measured("1").Of([]byte("abd")); ok {
		t.Error("another picture has the measures of this one")
	}
	if _, ok := shelf.Measured("2").Of([]byte("abc")); ok {
		t.Error("another version takes what this one measured")
	}
	if err := os.WriteFile(filepath.Join(folder, "measured.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := shelf.Measured("1").Of([]byte("abc")); ok {
		t.Error("a broken file has measures")
	}
}

func TestMeasuresHaveALimit(t *testing.T) {
	var none *store.Shelf
	m := none.Measured("1")
	for i := range 2100 {
		m.Add(fmt.Append(nil, i), photo.Facts{Width: i})
	}
	known := 0
	for i := range 2100 {
		if facts, ok := m.Of(fmt.Append(nil, i)); ok {
			known++
			if facts.Width != i {
				t.Fatalf("%d has the measures of %d", i, facts.Width)
			}
		}
	}
	if known != 2000 {
		t.Errorf("%d are known", known)
	}
	if m.Keep() != nil {
		t.Error("without a shelf there is something to keep")
	}
	var nobody *store.Measured
	nobody.Add(nil, photo.Facts{})
	if _, ok := nobody.Of(nil); ok || nobody.Keep() != nil {
		t.Error("nothing knows something")
	}
}
