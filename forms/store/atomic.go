package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// ownerOnly is the mode of what the applicant wrote.
const ownerOnly = 0o600

// WriteFile puts data into the file at path, replacing what was there: written to
// a temporary file beside it, synced, renamed. Only the owner can read it.
func WriteFile(path string, data []byte) error {
	if err := writeFile(path, data); err != nil {
		return fmt.Errorf("保存 %s：%w", filepath.Base(path), plain(err))
	}
	return nil
}

func writeFile(path string, data []byte) (err error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // a link stays one, what it points to is replaced
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errIsFolder
	}
	folder := filepath.Dir(path)
	temporary, err := os.CreateTemp(folder, ".zc-*.tmp") // CreateTemp makes files of mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temporary.Close()
			os.Remove(temporary.Name())
		}
	}()
	if _, err = temporary.Write(data); err != nil {
		return err
	}
	if err = temporary.Chmod(ownerOnly); err != nil && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	if err = temporary.Sync(); err != nil {
		return err
	}
	if err = temporary.Close(); err != nil {
		return err
	}
	if err = os.Rename(temporary.Name(), path); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// syncFolder makes the rename itself durable; not every system can do that.
func syncFolder(folder string) {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		d.Close()
	}
}

// WriteNew is WriteFile for a path at which nothing stands yet; otherwise it
// fails with [fs.ErrExist] and writes nothing.
func WriteNew(path string, data []byte) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s 已经存在：%w", filepath.Base(path), fs.ErrExist)
	}
	return WriteFile(path, data)
}

var errIsFolder = errors.New("这是一个文件夹，不是文件")

// plain says the troubles of a disk in Chinese.
func plain(err error) error {
	var number syscall.Errno
	switch {
	case errors.Is(err, errIsFolder):
		return errIsFolder
	case errors.Is(err, syscall.ENOSPC):
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
