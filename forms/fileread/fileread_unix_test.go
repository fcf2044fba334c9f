//go:build unix

package fileread_test

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"zhicheng/forms/fileread"
	"zhicheng/forms/fileread/filetest"
)

func pipe(t *testing.T, path string) string {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// socket is one in a folder with a short name: what tests get may be longer than the name
// of a socket can be.
func socket(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/tmp", "zc")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	path := filepath.Join(folder, "s")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return path
}

func TestSpecialFiles(t *testing.T) {
	folder := t.TempDir()
	sparse := file(t, folder, "sparse", "")
	if err := os.Truncate(sparse, 3<<30); err != nil {
		t.Fatal(err)
	}
	reads(t, map[string]row{
		sparse:                                 {"", fileread.ErrTooLarge},
		"/dev/zero":                            {"", fileread.ErrSpecial},
		"/dev/tty":                             {"", fileread.ErrSpecial},
		socket(t):                              {"", fileread.ErrSpecial},
		pipe(t, filepath.Join(folder, "pipe")): {"", fileread.ErrSpecial},
		filetest.Link(t, "/dev/zero", filepath.Join(folder, "zero")): {"", fileread.ErrSpecial},
	})
}

// What is no path elsewhere is the name of a file here.
func TestBesideOfOtherSystems(t *testing.T) {
	folder := t.TempDir()
	application := file(t, folder, "a.zcapp", "{}")
	file(t, folder, "NUL", "face")
	file(t, folder, "b:c.jpg", "face")
	pipe(t, filepath.Join(folder, "pipe"))
	besides(t, application, map[string]row{
		`\\host\share\photo.jpg`: {"", fileread.ErrMissing},
		`C:\photo.jpg`:           {"", fileread.ErrMissing},
		"NUL":                    {"face", nil},
		"b:c.jpg":                {"face", nil},
		"pipe":                   {"", fileread.ErrSpecial},
	})
}
