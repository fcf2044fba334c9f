package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// renameError is an error of renaming with a number of the system.
func renameError(number syscall.Errno) error {
	return &os.LinkError{Op: "rename", Old: "a", New: "b", Err: number}
}

func TestTroublesOfDisks(t *testing.T) {
	const fullSays, deniedSays = "磁盘满了，腾出地方或换一个地方保存", "没有权限写到这个文件夹，换一个地方保存"
	const heldSays = "这个文件正被别的程序打开，先在那里关掉它，或者换一个文件名"
	const protectedSays = "这个盘是只读的（有写保护），换一个地方保存"
	for _, row := range []struct {
		system string
		err    error
		says   string
	}{
		{"windows", &fs.PathError{Op: "open", Err: syscall.Errno(19)}, protectedSays},
		{"linux", &fs.PathError{Op: "open", Err: syscall.EROFS}, protectedSays},
		{"darwin", renameError(syscall.EROFS), protectedSays},
		{"linux", syscall.Errno(19), "写不进去，换一个地方保存（错误19）"},
		{"windows", syscall.Errno(1295), fullSays},
		{"linux", &fs.PathError{Op: "write", Err: syscall.EDQUOT}, fullSays},
		{"windows", &fs.PathError{Op: "write", Err: syscall.Errno(112)}, fullSays},
		{"windows", &fs.PathError{Op: "write", Err: syscall.Errno(39)}, fullSays},
		{"windows", fmt.Errorf("close: %w", syscall.Errno(112)), fullSays},
		{"linux", &fs.PathError{Op: "write", Err: syscall.ENOSPC}, fullSays},
		{"darwin", syscall.ENOSPC, fullSays},
		{"linux", syscall.Errno(112), "写不进去，换一个地方保存（错误112）"},
		{"darwin", syscall.Errno(39), "写不进去，换一个地方保存（错误39）"},
		{"windows", renameError(32), heldSays},
		{"windows", &fs.PathError{Op: "write", Err: syscall.Errno(33)}, heldSays},
		{"linux", renameError(32), "写不进去，换一个地方保存（错误32）"},
		{"windows", fs.ErrPermission, deniedSays},
		{"linux", fs.ErrPermission, deniedSays},
	} {
		if got := (disk{system: row.system}).plain(row.err); got.Error() != row.says {
			t.Errorf("%s: %v is said as %v, want %s", row.system, row.err, got, row.says)
		}
	}
}

// slowDisk returns a disk on which the first attempts to rename fail, and counts
// what it does.
func slowDisk(system string, failures ...error) (d disk, renames *int, waited *time.Duration) {
	renames, waited = new(int), new(time.Duration)
	d = disk{system: system, create: os.CreateTemp, pause: func(wait time.Duration) { *waited += wait }}
	d.rename = func(from, to string) error {
		*renames++
		if *renames <= len(failures) {
			return failures[*renames-1]
		}
		return os.Rename(from, to)
	}
	return d, renames, waited
}

func TestReplacingWaitsForScanners(t *testing.T) {
	sharing, denied, broken := renameError(32), renameError(5), renameError(1392)
	for name, row := range map[string]struct {
		system   string
		failures []error
		renames  int
		saved    bool
	}{
		"at once":              {"windows", nil, 1, true},
		"after a scanner":      {"windows", []error{sharing, denied, sharing}, 4, true},
		"at the last attempt":  {"windows", []error{sharing, sharing, sharing, sharing, sharing, denied}, 7, true},
		"never":                {"windows", []error{denied, denied, denied, denied, denied, denied, denied}, 7, false},
		"broken disk":          {"windows", []error{broken}, 1, false},
		"scanner, then broken": {"windows", []error{sharing, broken}, 2, false},
		"another system":       {"linux", []error{sharing}, 1, false},
	} {
		path := filepath.Join(t.TempDir(), "a.zcapp")
		d, renames, waited := slowDisk(row.system, row.failures...)
		err := d.write(path, []byte("new"))
		data, readErr := os.ReadFile(path)
		if (err == nil) != row.saved || (readErr == nil) != row.saved || row.saved && string(data) != "new" {
			t.Errorf("%s: %v, the file holds %q", name, err, data)
		}
		if *renames != row.renames {
			t.Errorf("%s: %d attempts, want %d", name, *renames, row.renames)
		}
		if (*waited > 0) != (row.renames > 1) || *waited > 600*time.Millisecond || row.renames == 7 && *waited < 400*time.Millisecond {
			t.Errorf("%s: waited %v", name, *waited)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "保存 a.zcapp：") {
			t.Errorf("%s: it says %v", name, err)
		}
		left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".zc-*"))
		if len(left) > 0 {
			t.Errorf("%s: left behind %v", name, left)
		}
	}
}

// Windows says of a file that is open elsewhere and of one that may not be changed the
// same as of a folder without permission: the applicant is told what is so.
func TestWhyAFileCannotBeReplaced(t *testing.T) {
	denied, sharing := renameError(5), renameError(32)
	for name, row := range map[string]struct {
		mode   fs.FileMode // of the file that is there, 0 for none
		system string
		rename error // at every attempt
		probe  error
		says   string
	}{
		"open elsewhere":                      {0o600, "windows", denied, sharing, "正被别的程序打开"},
		"open elsewhere, others may read":     {0o600, "windows", sharing, nil, "正被别的程序打开"},
		"open elsewhere, others may write":    {0o600, "windows", denied, nil, "正被别的程序打开"},
		"somebody else's":                     {0o600, "windows", denied, denied, "没有权限改这个文件"},
		"a folder without permission":         {0, "windows", denied, denied, "没有权限写到这个文件夹"},
		"read-only":                           {0o400, "windows", nil, nil, "只读"},
		"read-only, where nothing forbids it": {0o400, "linux", nil, nil, "只读"},
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, "a.zcapp")
		if row.mode != 0 {
			if err := os.WriteFile(path, []byte("old"), row.mode); err != nil {
				t.Fatal(err)
			}
		}
		d := disk{
			system: row.system, create: os.CreateTemp, pause: func(time.Duration) {},
			rename: func(string, string) error { return row.rename },
			probe:  func(string) error { return row.probe },
		}
		err := d.write(path, []byte("new"))
		if err == nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: it says %v", name, err)
		}
		if data, err := os.ReadFile(path); row.mode != 0 && (err != nil || string(data) != "old") {
			t.Errorf("%s: the file holds %q, %v", name, data, err)
		}
		if left, _ := filepath.Glob(filepath.Join(folder, ".zc-*")); len(left) > 0 {
			t.Errorf("%s: left behind %v", name, left)
		}
	}
}

// A guarded folder is there, though Windows says that it is not.
func TestGuardedFolder(t *testing.T) {
	folder, d := t.TempDir(), realDisk()
	d.create = func(string, string) (*os.File, error) {
		return nil, &fs.PathError{Op: "open", Path: folder, Err: syscall.ENOENT}
	}
	for path, says := range map[string]string{
		filepath.Join(folder, "a.zcapp"):         "没有权限写到这个文件夹",
		filepath.Join(folder, "none", "a.zcapp"): "文件夹不存在",
	} {
		if err := d.write(path, nil); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: it says %v", path, err)
		}
	}
}

// The errors are told apart by the number inside, however it is wrapped.
func TestErrorsThatPass(t *testing.T) {
	d := disk{system: "windows"}
	if !d.busy(fmt.Errorf("x: %w", renameError(32))) || d.busy(errors.New("32")) || d.busy(nil) {
		t.Error("what passes by itself is not told from the rest")
	}
}
