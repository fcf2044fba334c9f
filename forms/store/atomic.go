package store

import (
	"errors"
	"os"
	"path/filepath"

	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// ownerOnly is the mode of what the applicant wrote.
const ownerOnly = 0o600

// WriteFile puts data into the file at path, replacing what was there: written to
// a temporary file beside it, synced, renamed. Only the owner can read it; on Windows
// those who can read the other files of its folder.
func WriteFile(path string, data []byte) error {
	return realDisk().write(path, data)
}

func (d disk) write(path string, data []byte) error {
	if err := d.put(path, data); err != nil {
		return say.Errorf("保存 %s：%w", fileread.Name(path), d.plain(err))
	}
	return nil
}

func (d disk) put(path string, data []byte) (err error) {
	path = behindLinks(path)
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fileread.ErrFolder
	}
	folder := filepath.Dir(path)
	temporary, err := d.temporary(folder)
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
	if err = d.replace(temporary.Name(), path); err != nil {
		return err
	}
	syncFolder(folder)
	return nil
}

// mostLinks is how many links are followed one after the other, as many as Linux does.
const mostLinks = 40

// behindLinks returns what a path leads to, so that a link stays one and what it
// points to is replaced; that need not be there yet, or any more.
func behindLinks(path string) string {
	for range mostLinks {
		folder := filepath.Dir(path)
		if real, err := filepath.EvalSymlinks(folder); err == nil {
			folder = real
		}
		path = filepath.Join(folder, filepath.Base(path))
		to, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(folder, to)
		}
		path = to
	}
	return path
}

// syncFolder makes the rename itself durable; not every system can do that.
func syncFolder(folder string) {
	if d, err := os.Open(folder); err == nil {
		_ = d.Sync()
		d.Close()
	}
}
