package store_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"zhicheng/forms/fileread/filetest"
	"zhicheng/forms/store"
)

// only checks that a folder holds these files and nothing else.
func only(t *testing.T, folder string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, entry := range entries {
		found = append(found, entry.Name())
	}
	if strings.Join(found, " ") != strings.Join(names, " ") {
		t.Errorf("the folder holds %q, want %q", found, names)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "申报.zcapp")
	for _, text := range []string{"first", "second, longer than the first", ""} {
		if err := store.WriteFile(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := content(t, path); got != text {
			t.Errorf("the file holds %q, want %q", got, text)
		}
		only(t, folder, "申报.zcapp")
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file can be read by others: %v, %v", info.Mode(), err)
	}
}

// A file that others could read is the owner's alone after it was saved.
func TestWriteFileClosesAnOpenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.zcapp")
	if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := store.WriteFile(path, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the file can be read by others: %v", info.Mode())
	}
}

func TestWriteFileFollowsLinks(t *testing.T) {
	folder := t.TempDir()
	file, link := filepath.Join(folder, "file"), filepath.Join(folder, "link")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	filetest.Link(t, file, link)
	if err := store.WriteFile(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := content(t, file); got != "new" {
		t.Errorf("what the link points to holds %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is one no more: %v", err)
	}
}

func TestWriteFileSaysWhatIsWrong(t *testing.T) {
	folder := t.TempDir()
	full := filepath.Join(folder, "folder")
	if err := os.MkdirAll(filepath.Join(full, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "nowhere", "a.zcapp"): "保存 a.zcapp：文件夹不存在，换一个地方保存",
		full:                           "保存 folder：这是一个文件夹，不是文件",
		filepath.Join(file, "a.zcapp"): "保存 a.zcapp：",
	} {
		err := store.WriteFile(path, []byte("new"))
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "directory") {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	only(t, folder, "file", "folder")
	only(t, full, "inside")
}

// A link stays a link wherever it leads, also to what is not there.
func TestWriteFileThroughLinks(t *testing.T) {
	for name, there := range map[string]bool{"to a file": true, "to nothing yet": false} {
		folder := t.TempDir()
		target := filepath.Join(folder, "real", "a.zcapp")
		if err := os.Mkdir(filepath.Dir(target), 0o700); err != nil {
			t.Fatal(err)
		}
		if there {
			if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		chain := []string{filepath.Join(folder, "second"), filepath.Join(folder, "first")}
		for i, to := range []string{filepath.Join("real", "a.zcapp"), chain[0]} {
			filetest.Link(t, to, chain[i])
		}
		if err := store.WriteFile(chain[1], []byte("new")); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		only(t, filepath.Dir(target), "a.zcapp")
		if info, err := os.Lstat(chain[1]); err != nil || info.Mode()&os.ModeSymlink == 0 || content(t, target) != "new" {
			t.Errorf("%s: the link is %v, the file holds %q", name, info.Mode(), content(t, target))
		}
	}
}
