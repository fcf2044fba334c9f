// Package fileread reads what comes into the program from outside: applications,
// photos, texts. Only regular files are read, never more of them than a limit, and
// nobody waits for a file that does not answer.
package fileread

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"zhicheng/forms/say"
)

// Patience is how long a file may go without giving a single byte before it is given
// up: a share that is gone, a drive that is dying.
const Patience = 10 * time.Second

// piece is how many bytes are read before the file counts as alive again.
const piece = 1 << 20

// Reasons why a file is not read.
var (
	ErrMissing    error = &reason{say.F("没有这个文件"), fs.ErrNotExist}
	ErrPermission error = &reason{say.F("没有权限读这个文件"), fs.ErrPermission}
	ErrFolder           = say.Errorf("这是一个文件夹，不是文件")
	ErrSpecial          = say.Errorf("这不是普通文件（是设备或管道之类），不能打开")
	ErrTooLarge         = say.Errorf("文件太大")
	ErrSilent           = say.Errorf("存放文件的磁盘或网络没有回应")
	ErrHeld             = say.Errorf("这个文件正被别的程序占着，先在那里关掉它")
	ErrAway             = say.Errorf("这个文件还在网盘里，没有下载到这台电脑，先在网盘里把它下载下来")
	ErrOutside          = say.Errorf("不在申报文件的文件夹里，没有去读")
)

// reason is a trouble of the system in the applicant's language.
type reason struct {
	text say.Text
	is   error // what it is for [errors.Is]
}

func (r *reason) Error() string { return r.text.String() }

// Say returns the trouble.
func (r *reason) Say() say.Text        { return r.text }
func (r *reason) Is(target error) bool { return target == r.is }

// File returns the content of the regular file at path. A file of more than limit
// bytes is refused. A file that gives nothing for [Patience], or until ctx ends, is
// left alone; the error is then [ErrSilent] or that of ctx.
func File(ctx context.Context, path string, limit int64) ([]byte, error) {
	return reading{limit: limit}.read(ctx, func() (*os.File, error) {
		return os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	})
}

// Head is File for the first bytes of a file, as many as n of them; a file may have less.
func Head(ctx context.Context, path string, n int64) ([]byte, error) {
	return reading{limit: n, head: true}.read(ctx, func() (*os.File, error) {
		return os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	})
}

// Beside is File for a file that another one names, as an application does its photo:
// by a path relative to its own folder, or by a whole path into it. What is not below
// that folder, by name or by a link, is not touched: the error is [ErrOutside].
func Beside(ctx context.Context, file, name string, limit int64) ([]byte, error) {
	local := within(filepath.Dir(file), filepath.FromSlash(name))
	if !filepath.IsLocal(local) {
		return nil, ErrOutside
	}
	return reading{limit: limit}.read(ctx, func() (*os.File, error) {
		folder, err := os.OpenRoot(filepath.Dir(file))
		if err != nil {
			return nil, err
		}
		defer folder.Close()
		return folder.OpenFile(local, os.O_RDONLY|nonBlocking, 0)
	})
}

// within returns a path relative to a folder as far as that can be told from the names.
func within(folder, name string) string {
	if !filepath.IsAbs(name) {
		return name
	}
	whole, err := filepath.Abs(folder)
	if err != nil {
		return name
	}
	relative, err := filepath.Rel(whole, name)
	if err != nil {
		return name
	}
	return relative
}

// read opens and reads in a goroutine of its own, since neither can be interrupted:
// what does not answer is left to itself.
func (r reading) read(ctx context.Context, open func() (*os.File, error)) ([]byte, error) {
	r.alive, r.ended = make(chan struct{}, 1), make(chan struct{})
	go func() {
		defer close(r.ended)
		r.data, r.err = r.all(open)
	}()
	timer := time.NewTimer(Patience)
	defer timer.Stop()
	for {
		select {
		case <-r.ended:
			return r.data, Plain(r.err)
		case <-r.alive:
			timer.Reset(Patience)
		case <-timer.C:
			return nil, ErrSilent
		case <-ctx.Done():
			return nil, fmt.Errorf("读文件：%w", ctx.Err())
		}
	}
}

// reading is one file being read.
type reading struct {
	limit int64         // bytes
	head  bool          // what is beyond the limit is left where it is
	alive chan struct{} // has a value after each piece that came
	ended chan struct{} // closed when data and err are there
	data  []byte
	err   error
}

func (r *reading) all(open func() (*os.File, error)) ([]byte, error) {
	file, err := open()
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat() // of what was opened, whatever the name leads to by now
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case !Regular(info.Mode()):
		return nil, ErrSpecial
	case r.head:
		return io.ReadAll(io.LimitReader(file, r.limit))
	case info.Size() > r.limit:
		return nil, ErrTooLarge
	}
	data := make([]byte, 0, info.Size()+1) // one more, to meet the end without growing
	for {
		n, err := file.Read(data[len(data):min(cap(data), len(data)+piece)])
		data = data[:len(data)+n]
		select {
		case r.alive <- struct{}{}:
		default:
		}
		switch {
		case errors.Is(err, io.EOF):
			return data, nil
		case err != nil:
			return nil, err
		case int64(len(data)) > r.limit: // it grows while it is read
			return nil, ErrTooLarge
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}

// Regular reports whether a mode is that of a file with a content of its own. One that a
// cloud drive keeps is too: Windows reads it through the drive, and Go calls it irregular.
func Regular(mode fs.FileMode) bool { return mode.Type()&^fs.ModeIrregular == 0 }

// Plain says the system's trouble with reading a file or a folder in Chinese; what is said
// already stays as it is.
func Plain(err error) error {
	var ours *reason
	var number syscall.Errno
	switch {
	case err == nil, errors.As(err, &ours),
		errors.Is(err, ErrFolder), errors.Is(err, ErrSpecial), errors.Is(err, ErrTooLarge):
		return err
	case escapes(err):
		return ErrOutside
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return ErrPermission
	case errors.As(err, &number) && isSpecial(number):
		return ErrSpecial
	case errors.As(err, &number) && isHeld(number):
		return ErrHeld
	case errors.As(err, &number) && isAway(number):
		return ErrAway
	case errors.As(err, &number) && isName(number):
		return ErrMissing
	case errors.As(err, &number):
		return say.Errorf("磁盘或网络出错，读不出来（错误%d）", int(number))
	}
	return say.Errorf("读不出来")
}

// escapes reports whether a root refused a name that leads out of it: of all troubles
// with a path only this one is none of the system's.
func escapes(err error) bool {
	var path *fs.PathError
	var number syscall.Errno
	return errors.As(err, &path) && !errors.As(err, &number) && !errors.Is(err, fs.ErrNotExist)
}
