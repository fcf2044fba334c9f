package store

import (
	"os"
	"path/filepath"
	"strings"

	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// longestPath is how many characters of a path are said.
const longestPath = 200

// ErrThere says that a file that was not to be replaced is there already.
var ErrThere = say.Errorf("已经存在")

// Guard keeps what is read from being written over, and what was written from being written over
// by the next. Files are compared as the system does, so that links and other spellings of a path
// count; names that differ only in the case of letters count too, since a folder may come from,
// or go to, a system for which they are one.
type Guard struct {
	what    say.Text // what is read
	force   bool     // other files may be replaced
	names   map[string]bool
	read    []os.FileInfo
	written []os.FileInfo
}

// NewGuard returns a guard of the sources, which are called what. With force other files
// may be replaced.
func NewGuard(what say.Text, force bool, sources ...string) *Guard {
	g := &Guard{what: what, force: force, names: map[string]bool{}}
	for _, source := range sources {
		g.names[foldedPath(source)] = true
		if info, err := os.Stat(source); err == nil {
			g.read = append(g.read, info)
		}
	}
	return g
}

// foldedPath is a path with its folder's links resolved, in small letters.
func foldedPath(path string) string {
	folder := filepath.Dir(path)
	if absolute, err := filepath.Abs(folder); err == nil {
		folder = absolute
	}
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real
	}
	return strings.ToLower(filepath.Join(folder, filepath.Base(path)))
}

// May refuses an output that is one of the files read or written, and unasked one that is there.
func (g *Guard) May(out string) error {
	target, err := os.Stat(out)
	name := fileread.Shown(out, longestPath)
	there := err == nil
	switch {
	case g.names[foldedPath(out)] || there && holds(g.read, target):
		return say.Errorf("%s 就是%s，不能覆盖，换一个输出文件名或文件夹", name, g.what)
	case there && holds(g.written, target):
		return say.Errorf("%s 是刚写好的另一个，不能覆盖，换一个输出文件夹", name)
	case there && !g.force:
		return say.Errorf("%s %w", name, ErrThere)
	}
	return nil
}

// Wrote notes an output.
func (g *Guard) Wrote(out string) {
	if info, err := os.Stat(out); err == nil {
		g.written = append(g.written, info)
	}
}

func holds(files []os.FileInfo, file os.FileInfo) bool {
	for _, f := range files {
		if os.SameFile(f, file) {
			return true
		}
	}
	return false
}
