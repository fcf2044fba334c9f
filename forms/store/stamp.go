package store

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Stamp tells a file's content from what another program wrote there later, a cloud
// drive for example. The zero Stamp is that of a file of which nothing is known.
type Stamp struct {
	size    int64 // bytes
	changed time.Time
	sum     [sha256.Size]byte
}

// StampOf returns the stamp of the file as it is now.
func StampOf(path string) (Stamp, error) {
	info, err := os.Stat(path)
	if err != nil {
		return Stamp{}, fmt.Errorf("看 %s：%w", filepath.Base(path), plain(err))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Stamp{}, fmt.Errorf("看 %s：%w", filepath.Base(path), plain(err))
	}
	return Stamp{info.Size(), info.ModTime(), sha256.Sum256(data)}, nil
}

// Still reports whether the file has the content that it had then. A file that is
// gone holds nothing that could be lost, and of one with the zero Stamp nothing else
// is known.
func (s Stamp) Still(path string) bool {
	info, err := os.Stat(path)
	if s == (Stamp{}) || errors.Is(err, fs.ErrNotExist) {
		return true
	}
	if err == nil && info.Size() == s.size && info.ModTime().Equal(s.changed) {
		return true
	}
	now, err := StampOf(path)
	return err == nil && now.sum == s.sum
}
