package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"zhicheng/forms/fileread"
)

// shown is a path as it can be printed on a terminal.
func shown(path string) string { return fileread.Shown(path, longestPath) }

// longestPath is how many characters of a path are printed.
const longestPath = 200

// guard keeps what is read from being written over, and what was written from being written over
// by the next. Files are compared as the system does, so that links and other spellings of a path
// count; names that differ only in the case of letters count too, since a folder may come from,
// or go to, a system for which they are one.
type guard struct {
	what    string // what is read, in Chinese
	force   bool   // other files may be replaced
	names   map[string]bool
	read    []os.FileInfo
	written []os.FileInfo
}

func newGuard(what string, force bool, sources ...string) *guard {
	g := &guard{what: what, force: force, names: map[string]bool{}}
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

// may refuses an output that is one of the files read or written, and unasked one that is there.
func (g *guard) may(out string) error {
	target, err := os.Stat(out)
	there := err == nil
	switch {
	case g.names[foldedPath(out)] || there && holds(g.read, target):
		return fmt.Errorf("%s 就是%s，不能覆盖，换一个输出文件名或文件夹", shown(out), g.what)
	case there && holds(g.written, target):
		return fmt.Errorf("%s 是刚写好的另一张，不能覆盖，换一个输出文件夹", shown(out))
	case there && !g.force:
		return fmt.Errorf("%s 已经存在，要替换请加 -f", shown(out))
	}
	return nil
}

// wrote notes an output.
func (g *guard) wrote(out string) {
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
