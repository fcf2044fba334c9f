package fileread_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"zhicheng/forms/fileread"
	"zhicheng/forms/fileread/filetest"
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

// row is what reading a file has to come to.
type row struct {
	want string
	err  error
}

// reads demands of each path that reading at most four bytes of it comes to its row.
func reads(t *testing.T, rows map[string]row) {
	t.Helper()
	for path, row := range rows {
		data, err := fileread.File(t.Context(), path, 4)
		if string(data) != row.want || !errors.Is(err, row.err) {
			t.Errorf("%q: %q, %v; want %q, %v", path, data, err, row.want, row.err)
		}
	}
}

// besides is the same for what an application names.
func besides(t *testing.T, application string, rows map[string]row) {
	t.Helper()
	for name, row := range rows {
		data, err := fileread.Beside(t.Context(), application, name, 100)
		if string(data) != row.want || !errors.Is(err, row.err) {
			t.Errorf("%q: %q, %v; want %q, %v", name, data, err, row.want, row.err)
		}
	}
}

func TestFile(t *testing.T) {
	folder := t.TempDir()
	four := file(t, folder, "four", "1234")
	// More characters than Windows once took, fewer bytes than macOS takes.
	deep := strings.Repeat(strings.Repeat("长", 30)+strings.Repeat("x", 40)+"/", 4) + "照 片.jpg"
	reads(t, map[string]row{
		four:                              {"1234", nil},
		file(t, folder, "five", "12345"):  {"", fileread.ErrTooLarge},
		file(t, folder, "empty", ""):      {"", nil},
		file(t, folder, deep, "deep"):     {"deep", nil},
		folder:                            {"", fileread.ErrFolder},
		filepath.Join(folder, "none"):     {"", fileread.ErrMissing},
		filepath.Join(folder, "none/too"): {"", fileread.ErrMissing},
		filepath.Join(four, "x"):          {"", fileread.ErrMissing},
		"a\x00b":                          {"", fileread.ErrMissing},
		"":                                {"", fileread.ErrMissing},
	})
}

func TestFileBehindLinks(t *testing.T) {
	folder := t.TempDir()
	four := file(t, folder, "four", "1234")
	reads(t, map[string]row{
		filetest.Link(t, four, filepath.Join(folder, "link")):   {"1234", nil},
		filetest.Link(t, "gone", filepath.Join(folder, "dead")): {"", fileread.ErrMissing},
		filetest.Link(t, "self", filepath.Join(folder, "self")): {"", fileread.ErrMissing},
	})
}

func TestErrorsKeepTheirKind(t *testing.T) {
	if !errors.Is(fileread.ErrMissing, fs.ErrNotExist) || !errors.Is(fileread.ErrPermission, fs.ErrPermission) {
		t.Error("the kind of an error is lost")
	}
}

// What a cloud drive keeps is a file like any other, though Windows says that it is not.
func TestRegular(t *testing.T) {
	for mode, want := range map[fs.FileMode]bool{
		0o600: true, 0o400: true, fs.ModeIrregular | 0o666: true, fs.ModeSetuid | 0o755: true,
		fs.ModeDir | 0o700: false, fs.ModeDir | fs.ModeIrregular: false, fs.ModeSymlink: false, fs.ModeNamedPipe: false,
		fs.ModeSocket: false, fs.ModeDevice: false, fs.ModeDevice | fs.ModeCharDevice | fs.ModeIrregular: false,
	} {
		if got := fileread.Regular(mode); got != want {
			t.Errorf("%v: %t", mode, got)
		}
	}
}

// besideOthers writes an application in a folder with two photos, next to a file that is
// none of its business.
func besideOthers(t *testing.T) (application, secret string) {
	t.Helper()
	top := t.TempDir()
	mine := filepath.Join(top, "mine")
	file(t, mine, "photo.jpg", "face")
	file(t, mine, "pictures/photo.jpg", "face")
	return file(t, mine, "a.zcapp", "{}"), file(t, top, "secret", "key")
}

// What an application names as its photo is read only from its own folder.
func TestBeside(t *testing.T) {
	application, secret := besideOthers(t)
	mine := filepath.Dir(application)
	besides(t, application, map[string]row{
		"photo.jpg":                 {"face", nil},
		"pictures/photo.jpg":        {"face", nil},
		"pictures/../photo.jpg":     {"face", nil},
		"./pictures/./../photo.jpg": {"face", nil},
		"a.zcapp":                   {"{}", nil},
		application:                 {"{}", nil},
		secret:                      {"", fileread.ErrOutside},
		mine + "/../secret":         {"", fileread.ErrOutside},
		"../secret":                 {"", fileread.ErrOutside},
		"pictures/../../secret":     {"", fileread.ErrOutside},
		"/dev/zero":                 {"", fileread.ErrOutside},
		"":                          {"", fileread.ErrOutside},
		"pictures":                  {"", fileread.ErrFolder},
		"gone.jpg":                  {"", fileread.ErrMissing},
		"photo.jpg/x":               {"", fileread.ErrMissing},
		"pictures/none/photo.jpg":   {"", fileread.ErrMissing},
	})
}

func TestBesideBehindLinks(t *testing.T) {
	top := t.TempDir()
	secret := file(t, top, "secret", "key")
	mine := filepath.Join(top, "mine")
	application := file(t, mine, "a.zcapp", "{}")
	file(t, mine, "pictures/photo.jpg", "face")
	filetest.Link(t, secret, filepath.Join(mine, "out"))
	filetest.Link(t, filepath.Join("..", "secret"), filepath.Join(mine, "up"))
	filetest.Link(t, "..", filepath.Join(mine, "parent"))
	filetest.Link(t, filepath.Join("pictures", "photo.jpg"), filepath.Join(mine, "in"))
	besides(t, application, map[string]row{
		"in":            {"face", nil},
		"out":           {"", fileread.ErrOutside},
		mine + "/out":   {"", fileread.ErrOutside},
		"up":            {"", fileread.ErrOutside},
		"parent/secret": {"", fileread.ErrOutside},
	})
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
