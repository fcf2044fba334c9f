package store_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"zhicheng/forms/store"
)

func TestPhotoOutsideAndInside(t *testing.T) {
	folder := t.TempDir()
	if err := os.MkdirAll(filepath.Join(folder, "pictures"), 0o700); err != nil {
		t.Fatal(err)
	}
	picture := []byte("\xff\xd8\xffnot really a picture")
	outside := filepath.Join(folder, "pictures", "me.jpg")
	if err := os.WriteFile(outside, picture, 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "a.zcapp")
	for name, photo := range map[string]string{
		"relative": `{"file": "pictures/me.jpg"}`,
		"absolute": `{"file": ` + quote(outside) + `}`,
		"inside":   `{"name": "me.jpg", "data": "` + base64.StdEncoding.EncodeToString(picture) + `"}`,
	} {
		if err := os.WriteFile(path, []byte(`{"format":1,"photo":`+photo+`}`), 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := store.Load(context.Background(), path)
		if err != nil || string(a.Photo.Data) != string(picture) || a.Photo.FileName() != "me.jpg" || !a.Photo.Trouble.Empty() {
			t.Fatalf("%s: %v, %+v", name, err, a.Photo)
		}
		// Saved, the photo lies inside: a moved original loses nothing.
		if err := store.Save(path, a); err != nil {
			t.Fatal(err)
		}
		moved := filepath.Join(folder, "moved.jpg")
		if err := os.Rename(outside, moved); err != nil {
			t.Fatal(err)
		}
		b, err := store.Load(context.Background(), path)
		if err != nil || string(b.Photo.Data) != string(picture) || b.Photo.FileName() != "me.jpg" || b.Photo.File != "" {
			t.Errorf("%s, saved: %v, %+v", name, err, b.Photo)
		}
		if err := os.Rename(moved, outside); err != nil {
			t.Fatal(err)
		}
	}
}

func quote(text string) string {
	data, _ := json.Marshal(text)
	return string(data)
}

// A photo that is gone does not keep the application from opening, and its name
// stays in the file.
func TestPhotoThatIsGone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zcapp")
	if err := os.WriteFile(path, []byte(`{"format":1,"photo":{"file":"gone/me.jpg"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		a, err := store.Load(context.Background(), path)
		if err != nil || a.Photo.Trouble.String() != "照片 gone/me.jpg：没有这个文件" || !a.Photo.Chosen() || a.Photo.File != "gone/me.jpg" {
			t.Fatalf("%v, %+v", err, a.Photo)
		}
		if err := store.Save(path, a); err != nil {
			t.Fatal(err)
		}
	}
}
