package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"syscall"
	"time"
)

// disk is where files are put, with what the tests put in its place.
type disk struct {
	system string // as in [runtime.GOOS]
	rename func(from, to string) error
	pause  func(time.Duration)
}

func realDisk() disk { return disk{runtime.GOOS, os.Rename, time.Sleep} }

// Errors of Windows by their numbers, which elsewhere mean something else. Go's own
// ENOSPC is there a number that the system never gives.
const (
	windowsAccessDenied     = syscall.Errno(5)
	windowsSharingViolation = syscall.Errno(32)
	windowsHandleDiskFull   = syscall.Errno(39)
	windowsDiskFull         = syscall.Errno(112)
)

// full reports whether an error says that there is no room left.
func (d disk) full(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || d.says(err, windowsDiskFull, windowsHandleDiskFull)
}

// busy reports whether an error of replacing a file may pass by itself: on Windows
// a virus scanner or a cloud drive that looks at the file keeps it from being
// replaced for a moment, and the system then speaks of permissions.
func (d disk) busy(err error) bool {
	return d.says(err, windowsSharingViolation, windowsAccessDenied)
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

// replace renames a file to where another may stand, and is patient with what may
// pass by itself.
func (d disk) replace(from, to string) error {
	err := d.rename(from, to)
	for _, wait := range waits {
		if !d.busy(err) {
			return err
		}
		d.pause(wait)
		err = d.rename(from, to)
	}
	return err
}

// plain says the troubles of a disk in Chinese.
func (d disk) plain(err error) error {
	var number syscall.Errno
	switch {
	case errors.Is(err, errIsFolder):
		return errIsFolder
	case d.full(err):
		return errors.New("磁盘满了，腾出地方或换一个地方保存")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("没有权限写到这个文件夹，换一个地方保存")
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("文件夹不存在，换一个地方保存")
	case errors.As(err, &number):
		return fmt.Errorf("写不进去，换一个地方保存（错误%d）", int(number))
	}
	return err
}

// plain says the troubles of this computer's disk in Chinese.
func plain(err error) error { return realDisk().plain(err) }
