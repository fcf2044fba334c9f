//go:build unix

package fileread_test

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"zhicheng/forms/fileread"
)

// file writes a file below a folder, with the folders that it needs.
func file(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func link(t *testing.T, to, path string) string {
	t.Helper()
	if err := os.Symlink(to, path); err != nil {
		t.Fatal(err)
	}
	return path
}

func pipe(t *testing.T, path string) string {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func socket(t *testing.T, path string) string {
	t.Helper()
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return path
}

func TestFile(t *testing.T) {
	folder := t.TempDir()
	four := file(t, folder, "four", "1234")
	sparse := file(t, folder, "sparse", "")
	if err := os.Truncate(sparse, 3<<30); err != nil {
		t.Fatal(err)
	}
	for name, row := range map[string]struct {
		path  string
		limit int64
		want  string
		err   error
	}{
		"at the limit":          {four, 4, "1234", nil},
		"over the limit":        {four, 3, "", fileread.ErrTooLarge},
		"empty":                 {file(t, folder, "empty", ""), 0, "", nil},
		"a link to it":          {link(t, four, filepath.Join(folder, "link")), 4, "1234", nil},
		"a link to nothing":     {link(t, "gone", filepath.Join(folder, "dead")), 4, "", fileread.ErrMissing},
		"a link to itself":      {link(t, "self", filepath.Join(folder, "self")), 4, "", fileread.ErrMissing},
		"3 GB of nothing":       {sparse, 200 << 20, "", fileread.ErrTooLarge},
		"endless":               {"/dev/zero", 4, "", fileread.ErrSpecial},
		"a link to the endless": {link(t, "/dev/zero", filepath.Join(folder, "zero")), 4, "", fileread.ErrSpecial},
		"a terminal":            {"/dev/tty", 4, "", fileread.ErrSpecial},
		"a pipe":                {pipe(t, filepath.Join(folder, "pipe")), 4, "", fileread.ErrSpecial},
		"a socket":              {socket(t, filepath.Join(folder, "s")), 4, "", fileread.ErrSpecial},
		"a folder":              {folder, 4, "", fileread.ErrFolder},
		"nothing there":         {filepath.Join(folder, "none"), 4, "", fileread.ErrMissing},
		"below a file":          {filepath.Join(four, "x"), 4, "", fileread.ErrMissing},
		"no such name":          {"a\x00b", 4, "", fileread.ErrMissing},
	} {
		data, err := fileread.File(context.Background(), row.path, row.limit)
		if string(data) != row.want || !errors.Is(err, row.err) {
			t.Errorf("%s: %q, %v; want %q, %v", name, data, err, row.want, row.err)
		}
	}
}

func TestErrorsKeepTheirKind(t *testing.T) {
	if !errors.Is(fileread.ErrMissing, fs.ErrNotExist) || !errors.Is(fileread.ErrPermission, fs.ErrPermission) {
		t.Error("the kind of an error is lost")
	}
}

// What an application names as its photo is read only from its own folder.
func TestBeside(t *testing.T) {
	top := t.TempDir()
	secret := file(t, top, "secret", "key")
	mine := filepath.Join(top, "mine")
	application := file(t, mine, "a.zcapp", "{}")
	file(t, mine, "photo.jpg", "face")
	file(t, mine, "pictures/photo.jpg", "face")
	link(t, secret, filepath.Join(mine, "out"))
	link(t, "../secret", filepath.Join(mine, "up"))
	link(t, "..", filepath.Join(mine, "parent"))
	link(t, "pictures/photo.jpg", filepath.Join(mine, "in"))
	pipe(t, filepath.Join(mine, "pipe"))
	for name, row := range map[string]struct {
		want string
		err  error
	}{
		"photo.jpg":                 {"face", nil},
		"pictures/photo.jpg":        {"face", nil},
		"pictures/../photo.jpg":     {"face", nil},
		"in":                        {"face", nil},
		secret:                      {"", fileread.ErrOutside},
		application:                 {"{}", nil},
		mine + "/../secret":         {"", fileread.ErrOutside},
		mine + "/out":               {"", fileread.ErrOutside},
		"../secret":                 {"", fileread.ErrOutside},
		"pictures/../../secret":     {"", fileread.ErrOutside},
		"out":                       {"", fileread.ErrOutside},
		"up":                        {"", fileread.ErrOutside},
		"parent/secret":             {"", fileread.ErrOutside},
		"/dev/zero":                 {"", fileread.ErrOutside},
		"":                          {"", fileread.ErrOutside},
		"pipe":                      {"", fileread.ErrSpecial},
		"pictures":                  {"", fileread.ErrFolder},
		"gone.jpg":                  {"", fileread.ErrMissing},
		`\\host\share\photo.jpg`:    {"", fileread.ErrMissing},
		"a.zcapp":                   {"{}", nil},
		"pictures/photo.jpg/x":      {"", fileread.ErrMissing},
		"pictures/none/photo.jpg":   {"", fileread.ErrMissing},
		"./pictures/./../photo.jpg": {"face", nil},
	} {
		data, err := fileread.Beside(context.Background(), application, name, 100)
		if string(data) != row.want || !errors.Is(err, row.err) {
			t.Errorf("%s: %q, %v; want %q, %v", name, data, err, row.want, row.err)
		}
	}
}

// The wait for a file that does not answer ends, by itself and when nobody wants it
// any more.
func TestSilentFile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		defer close(release)
		hanging := func() (*os.File, error) {
			<-release
			return nil, fs.ErrClosed
		}
		begun := time.Now() // of the bubble's clock
		_, err := fileread.Read(context.Background(), hanging)
		if !errors.Is(err, fileread.ErrSilent) || time.Since(begun) != fileread.Patience {
			t.Errorf("%v after %v", err, time.Since(begun))
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if _, err := fileread.Read(ctx, hanging); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("given up: %v", err)
		}
	})
}
