package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"

	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// Stamp tells a file's content from what another program wrote there later, a cloud
// drive for example. The zero Stamp is that of a file of which nothing is known.
type Stamp string

func stampOf(data []byte) Stamp {
	sum := sha256.Sum256(data)
	return Stamp(hex.EncodeToString(sum[:]))
}

// StampOf returns the stamp of the file as it is now.
func StampOf(ctx context.Context, path string) (Stamp, error) {
	data, err := fileread.File(ctx, path, largestFile)
	if err != nil {
		return "", say.Errorf("看 %s：%w", fileread.Name(path), err)
	}
	return stampOf(data), nil
}

// Still reports whether the file has the content that it had then. A file that is
// gone holds nothing that could be lost, and of one with the zero Stamp nothing else
// is known. The content itself is compared: another program may keep size and time.
func (s Stamp) Still(ctx context.Context, path string) bool {
	if s == "" {
		return true
	}
	now, err := StampOf(ctx, path)
	return errors.Is(err, fs.ErrNotExist) || err == nil && now == s
}
