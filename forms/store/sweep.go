package store

import (
	"os"
	"path/filepath"
	"regexp"
	"time"

	"zhicheng/forms/fileread"
)

// temporaryPattern and temporaryName are the names under which files are written
// before they take their place.
const temporaryPattern = ".zc-*.tmp"

var temporaryName = regexp.MustCompile(`^\.zc-\d+\.tmp$`)

// staleAfter is far longer than any write takes.
const staleAfter = 10 * time.Minute

// SweepBeside removes what a program that was killed left half written beside the
// file at path, longer ago than any write takes.
func SweepBeside(path string, now time.Time) {
	sweep(filepath.Dir(behindLinks(path)), now) // files are written beside what a link points to
}

// sweep removes stale temporary files from a folder, never what a link points to.
// Errors do not matter: what cannot be removed harms nobody, and is met again the
// next time.
func sweep(folder string, now time.Time) {
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		if !temporaryName.MatchString(entry.Name()) || !fileread.Regular(entry.Type()) {
			continue
		}
		if info, err := entry.Info(); err == nil && now.Sub(info.ModTime()) > staleAfter {
			_ = os.Remove(filepath.Join(folder, entry.Name()))
		}
	}
}

// sweepBelow sweeps a folder and the folders in it down to a depth, leaving out
// links to folders.
func sweepBelow(folder string, depth int, now time.Time) {
	sweep(folder, now)
	if depth == 0 {
		return
	}
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		if entry.IsDir() {
			sweepBelow(filepath.Join(folder, entry.Name()), depth-1, now)
		}
	}
}
