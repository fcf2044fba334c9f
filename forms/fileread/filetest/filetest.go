// Package filetest does for tests what every system does in its own way: it makes links
// and gives a test a home.
package filetest

import (
	"io/fs"
	"os"
	"runtime"
	"testing"
)

// Link makes a symbolic link and returns its path. Where there are none the test is
// skipped: Windows asks for an administrator or its developer mode, and Wine 8 makes a
// file instead and says that all is well.
func Link(t testing.TB, to, path string) string {
	t.Helper()
	err := os.Symlink(to, path)
	if err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	if !isLink(path) {
		t.Skipf("这里不能建符号链接：%v", err)
	}
	return path
}

// Links reports whether symbolic links can be made in a folder.
func Links(folder string) bool {
	probe, err := os.MkdirTemp(folder, "")
	if err != nil {
		return false
	}
	defer os.RemoveAll(probe)
	path := probe + string(os.PathSeparator) + "link"
	return os.Symlink("nothing", path) == nil && isLink(path)
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// Home gives a test a home of its own and returns the folder in it where programs keep
// what is theirs.
func Home(t testing.TB) string {
	t.Helper()
	home := t.TempDir()
	for _, variable := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(variable, home)
	}
	folder, err := os.UserConfigDir()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}
