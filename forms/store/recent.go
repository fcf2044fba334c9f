package store

import (
	"context"
	"encoding/json"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// KeptRecent is how many files are remembered as open last.
const KeptRecent = 10

func (s *Shelf) recentPath() string { return filepath.Join(s.folder, "recent.json") }

// Recent returns the files that were open last, newest first, without a look at the
// files: they may be on a disk that takes its time, or gone.
func (s *Shelf) Recent() []string {
	var list []string
	data, err := fileread.File(context.Background(), s.recentPath(), mostTicks)
	if err != nil || json.Unmarshal(data, &list) != nil {
		return nil
	}
	return list[:min(len(list), KeptRecent)]
}

// AddRecent puts the file at path first among the recent ones.
func (s *Shelf) AddRecent(path string) error {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return say.Errorf("记住最近的文件：%w", err)
	}
	list := slices.DeleteFunc(s.Recent(), func(p string) bool { return samePath(runtime.GOOS, p, absolute) })
	list = append([]string{absolute}, list...)
	data, err := json.Marshal(list[:min(len(list), KeptRecent)])
	if err != nil {
		return say.Errorf("记住最近的文件：%w", err)
	}
	return WriteFile(s.recentPath(), data)
}

// caseless reports whether a system does not tell letter cases in names apart.
func caseless(system string) bool { return system == "windows" || system == "darwin" }

// samePath reports whether two paths are one to a system, as far as their names tell.
func samePath(system, one, other string) bool {
	if caseless(system) {
		return strings.EqualFold(one, other)
	}
	return one == other
}
