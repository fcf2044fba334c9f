package store

import (
	"errors"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"

	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// disk is where files are put, with what the tests put in its place.
type disk struct {
	system string // as in [runtime.GOOS]
	create func(folder, pattern string) (*os.File, error)
	rename func(from, to string) error
	pause  func(time.Duration)
	probe  func(path string) error // tries to open a file for writing
}

func realDisk() disk { return disk{runtime.GOOS, os.CreateTemp, os.Rename, time.Sleep, openToWrite} }

func openToWrite(path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return file.Close()
}

// Errors of Windows by their numbers, which elsewhere mean something else. Go's own
// ENOSPC and its like are there numbers that the system never gives.
const (
	windowsAccessDenied     = syscall.Errno(5)
	windowsWriteProtected   = syscall.Errno(19)
	windowsSharingViolation = syscall.Errno(32)
	windowsLockViolation    = syscall.Errno(33)
	windowsHandleDiskFull   = syscall.Errno(39)
	windowsDiskFull         = syscall.Errno(112)
	windowsQuotaExceeded    = syscall.Errno(1295)
)

// full reports whether an error says that there is no room left, or none for this user.
func (d disk) full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) ||
		d.says(err, windowsDiskFull, windowsHandleDiskFull, windowsQuotaExceeded)
}

// protected reports whether an error says that nothing can be written to the disk at all: a
// stick with its switch set, a disc.
func (d disk) protected(err error) bool {
	return errors.Is(err, syscall.EROFS) || d.says(err, windowsWriteProtected)
}

// Full reports whether an error of this computer's system says that there is no room left.
func Full(err error) bool { return realDisk().full(err) }

// busy reports whether an error of replacing a file may pass by itself: on Windows
// a virus scanner or a cloud drive that looks at the file keeps it from being
// replaced for a moment, and the system then speaks of permissions.
func (d disk) busy(err error) bool {
	return d.held(err) || d.says(err, windowsAccessDenied)
}

// held reports whether an error says that another program has the file open.
func (d disk) held(err error) bool {
	return d.says(err, windowsSharingViolation, windowsLockViolation)
}

func (d disk) says(err error, numbers ...syscall.Errno) bool {
	var number syscall.Errno
	return d.system == "windows" && errors.As(err, &number) && slices.Contains(numbers, number)
}

// Waits between the attempts to replace a file: 0.5 s in all.
var waits = []time.Duration{
	10 * time.Millisecond, 20 * time.Millisecond, 40 * time.Millisecond, 80 * time.Millisecond,
	150 * time.Millisecond, 200 * time.Millisecond,
}

// What keeps a file from being replaced in a folder that can be written to.
var (
	errReadOnly = say.Errorf("这个文件是只读的，换一个文件名，或者先在它的属性里去掉“只读”")
	errHeld     = say.Errorf("这个文件正被别的程序打开，先在那里关掉它，或者换一个文件名")
	errNotOurs  = say.Errorf("没有权限改这个文件，换一个文件名")
)

// replace renames a file to where another may stand, and is patient with what may
// pass by itself. A file that its owner made read-only stays as it is; not every
// system sees to that by itself.
func (d disk) replace(from, to string) error {
	if info, err := os.Stat(to); err == nil && info.Mode().Perm()&0o200 == 0 {
		return errReadOnly
	}
	err := d.rename(from, to)
	for _, wait := range waits {
		if !d.busy(err) {
			return err
		}
		d.pause(wait)
		err = d.rename(from, to)
	}
	if d.says(err, windowsAccessDenied) {
		return d.denied(to, err)
	}
	return err
}

// temporary makes the file that takes the place of another. The guard of Windows against
// ransomware says of a folder that is there that it is not, where a program may not write.
func (d disk) temporary(folder string) (*os.File, error) {
	file, err := d.create(folder, temporaryPattern) // of mode 0600
	if errors.Is(err, fs.ErrNotExist) {
		if _, missing := os.Stat(folder); missing == nil {
			return nil, fs.ErrPermission
		}
	}
	return file, err
}

// denied tells why Windows does not let the file at path be replaced: it says the
// same of one that is open elsewhere and of one that belongs to somebody else.
func (d disk) denied(path string, err error) error {
	if _, missing := os.Lstat(path); missing != nil {
		return err
	}
	if d.says(d.probe(path), windowsAccessDenied) {
		return errNotOurs
	}
	return errHeld
}

// plain says the troubles of a disk in Chinese.
func (d disk) plain(err error) error {
	var number syscall.Errno
	switch {
	case errors.Is(err, fileread.ErrFolder):
		return fileread.ErrFolder
	case errors.Is(err, errReadOnly), errors.Is(err, errHeld), errors.Is(err, errNotOurs):
		return err
	case d.held(err):
		return errHeld
	case d.full(err):
		return say.Errorf("磁盘满了，腾出地方或换一个地方保存")
	case d.protected(err):
		return say.Errorf("这个盘是只读的（有写保护），换一个地方保存")
	case errors.Is(err, fs.ErrPermission), d.says(err, windowsAccessDenied):
		return say.Errorf("没有权限写到这个文件夹，换一个地方保存")
	case errors.Is(err, fs.ErrNotExist):
		return say.Errorf("文件夹不存在，换一个地方保存")
	case errors.As(err, &number):
		return say.Errorf("写不进去，换一个地方保存（错误%d）", int(number))
	}
	return say.Errorf("写不进去，换一个地方保存")
}

// plain says the troubles of this computer's disk in Chinese.
func plain(err error) error { return realDisk().plain(err) }
