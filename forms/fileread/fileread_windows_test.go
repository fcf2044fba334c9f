package fileread_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/windows"

	"zhicheng/forms/fileread"
	"zhicheng/forms/fileread/filetest"
)

// opened opens a file as another program does that shares it so far.
func opened(t *testing.T, path string, share uint32) windows.Handle {
	t.Helper()
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	handle, err := windows.CreateFile(name, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = windows.CloseHandle(handle) })
	return handle
}

// pipe is a pipe that somebody else answers.
func pipe(t *testing.T) string {
	t.Helper()
	const path = `\\.\pipe\zhicheng-fileread`
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	handle, err := windows.CreateNamedPipe(name, windows.PIPE_ACCESS_DUPLEX, windows.PIPE_TYPE_BYTE, 1, 64, 64, 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = windows.CloseHandle(handle) })
	return path
}

func TestFilesOfWindows(t *testing.T) {
	folder := t.TempDir()
	four := file(t, folder, "four.txt", "1234")
	held := file(t, folder, "held", "1234")
	opened(t, held, 0)
	shared := file(t, folder, "shared", "1234")
	opened(t, shared, windows.FILE_SHARE_READ)
	reads(t, map[string]row{
		strings.ToUpper(four):        {"1234", nil},
		filepath.ToSlash(four):       {"1234", nil},
		`\\?\` + four:                {"1234", nil},
		shared:                       {"1234", nil},
		held:                         {"", fileread.ErrHeld},
		pipe(t):                      {"", fileread.ErrSpecial},
		`\\.\pipe\zhicheng-none`:     {"", fileread.ErrMissing},
		"NUL":                        {"", fileread.ErrSpecial},
		`\\.\NUL`:                    {"", fileread.ErrSpecial},
		filepath.Join(folder, "a?b"): {"", fileread.ErrMissing},
		filepath.Join(folder, "a<b"): {"", fileread.ErrMissing},
		`Q:\nowhere\a.zcapp`:         {"", fileread.ErrMissing},
	})
}

// What Windows says of files is said in Chinese, by its numbers.
func TestNumbersOfWindows(t *testing.T) {
	for number, want := range map[syscall.Errno]error{
		windows.ERROR_FILE_NOT_FOUND: fileread.ErrMissing, windows.ERROR_CANT_RESOLVE_FILENAME: fileread.ErrMissing,
		windows.ERROR_ACCESS_DENIED: fileread.ErrPermission, windows.ERROR_LOCK_VIOLATION: fileread.ErrHeld,
		windows.ERROR_CANT_ACCESS_FILE: fileread.ErrSpecial, windows.ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING: fileread.ErrAway,
		windows.ERROR_CLOUD_FILE_NETWORK_UNAVAILABLE: fileread.ErrAway,
	} {
		if got := fileread.Plain(&fs.PathError{Op: "open", Path: "a", Err: number}); !errors.Is(got, want) {
			t.Errorf("%d is said as %v, want %v", number, got, want)
		}
	}
}

// A file of which another program has locked the bytes opens, and is not read.
func TestLockedBytes(t *testing.T) {
	filetest.SkipUnderWine(t, "锁住的字节不让读")
	path := file(t, t.TempDir(), "locked", "1234")
	handle := opened(t, path, windows.FILE_SHARE_READ|windows.FILE_SHARE_WRITE)
	if err := windows.LockFileEx(handle, windows.LOCKFILE_EXCLUSIVE_LOCK, 0, 1<<20, 0, &windows.Overlapped{}); err != nil {
		t.Fatal(err)
	}
	reads(t, map[string]row{path: {"", fileread.ErrHeld}})
}

// What an application names is none of the computer's devices and streams, and no other
// drive or computer is asked for it.
func TestBesideOnWindows(t *testing.T) {
	application, secret := besideOthers(t)
	mine := filepath.Dir(application)
	besides(t, application, map[string]row{
		"PHOTO.JPG":                             {"face", nil},
		`pictures\photo.jpg`:                    {"face", nil},
		`pictures\..\photo.jpg`:                 {"face", nil},
		strings.ToUpper(application):            {"{}", nil},
		filepath.ToSlash(application):           {"{}", nil},
		`..\secret`:                             {"", fileread.ErrOutside},
		`pictures\..\..\secret`:                 {"", fileread.ErrOutside},
		`\\?\` + secret:                         {"", fileread.ErrOutside},
		`\photo.jpg`:                            {"", fileread.ErrOutside},
		`\\host\share\photo.jpg`:                {"", fileread.ErrOutside},
		"//host/share/photo.jpg":                {"", fileread.ErrOutside},
		`\\.\NUL`:                               {"", fileread.ErrOutside},
		`\??\C:\photo.jpg`:                      {"", fileread.ErrOutside},
		"NUL":                                   {"", fileread.ErrOutside},
		`pictures\con`:                          {"", fileread.ErrOutside},
		"COM1":                                  {"", fileread.ErrOutside},
		"photo.jpg:stream":                      {"", fileread.ErrOutside},
		filepath.VolumeName(mine) + "photo.jpg": {"", fileread.ErrOutside},
		`Q:\photo.jpg`:                          {"", fileread.ErrOutside},
	})
}
