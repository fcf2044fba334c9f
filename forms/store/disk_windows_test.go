package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/windows"

	"zhicheng/forms/store"
)

// What Windows refuses is said as it is, by the numbers that it really gives.
func TestRefusedByWindows(t *testing.T) {
	for name, row := range map[string]struct {
		refuse func(t *testing.T, path string)
		says   string
	}{
		"read-only":               {makeReadOnly, "只读"},
		"open without sharing":    {func(t *testing.T, path string) { hold(t, path, 0) }, "正被别的程序打开"},
		"open for reading":        {func(t *testing.T, path string) { hold(t, path, windows.FILE_SHARE_READ) }, "正被别的程序打开"},
		"open for others' writes": {func(t *testing.T, path string) { hold(t, path, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE) }, "正被别的程序打开"},
	} {
		path := target(t)
		row.refuse(t, path)
		if err := store.WriteFile(path, []byte("new")); err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: it says %v", name, err)
		}
	}
}

// target is a file in a folder of its own, put away file by file: Wine, under which
// this runs too, cannot do what t.TempDir does.
func target(t *testing.T) string {
	folder, err := os.MkdirTemp("", "zhicheng")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "申报.zcapp")
	t.Cleanup(func() { _, _ = os.Remove(path), os.Remove(folder) })
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func makeReadOnly(t *testing.T, path string) {
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(path, 0o600) })
}

// hold keeps a file open as another program does that shares it so far.
func hold(t *testing.T, path string, share uint32) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := windows.CreateFile(name, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(errors.Join(errors.New(path), err))
	}
	t.Cleanup(func() { _ = windows.CloseHandle(file) })
}
