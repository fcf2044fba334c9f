package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// KeptVersions is how many earlier states of a file the shelf keeps.
const KeptVersions = 10

// Shelf is the program's own folder apart from the applicant's files: drafts of what
// is not in a file yet, earlier states of files, locks, ticks, and the recent files.
// Nothing in it is needed to open an application file.
type Shelf struct{ folder string }

// OpenShelf makes the folder if it is not there; only its owner can look inside.
func OpenShelf(folder string) (*Shelf, error) {
	for _, sub := range []string{"drafts", "versions", "locks", "ticks"} {
		if err := os.MkdirAll(filepath.Join(folder, sub), 0o700); err != nil {
			return nil, say.Errorf("建立软件自己的文件夹 %s：%w", folder, plain(err))
		}
	}
	s := &Shelf{folder}
	sweepBelow(folder, 2, time.Now()) // as deep as versions/<file>
	s.sweepPictures()
	return s, nil
}

// key names what belongs to the file at path, which need not be there yet.
func key(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	path = behindLinks(path)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // Windows has short names too
	}
	if caseless(runtime.GOOS) {
		path = strings.ToLower(path)
	}
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:12])
}

// Lock marks the file at path as open in this window. Another window that holds
// it makes ok false. The lock ends with release or with the process.
func (s *Shelf) Lock(path string) (release func(), ok bool, err error) {
	lock := flock.New(filepath.Join(s.folder, "locks", key(path)))
	ok, err = lock.TryLock()
	if err != nil {
		return nil, false, say.Errorf("看 %s 是否已在别的窗口打开：%w", fileread.Name(path), err)
	}
	if !ok {
		return nil, false, nil
	}
	return func() { _ = lock.Unlock() }, true, nil
}

// Version is an earlier state of a file.
type Version struct {
	Path  string
	Saved time.Time
}

const versionTime = "20060102-150405.000000000"

// KeepVersion puts a state of the file at path among its last [KeptVersions], unless
// the newest of them is the same.
func (s *Shelf) KeepVersion(path string, a *forms.Applicant, now time.Time) error {
	folder := filepath.Join(s.folder, "versions", key(path))
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return say.Errorf("保留 %s 的旧版本：%w", fileread.Name(path), plain(err))
	}
	kept := s.Versions(path)
	if len(kept) > 0 {
		if same(kept[0].Path, a) {
			return nil
		}
		if last := kept[0].Saved; !now.After(last) { // the clock was set back
			now = last.Add(time.Nanosecond)
		}
	}
	if err := Save(filepath.Join(folder, now.UTC().Format(versionTime)+Extension), a); err != nil {
		return err
	}
	versions := s.Versions(path)
	for _, old := range versions[min(len(versions), KeptVersions):] {
		_ = os.Remove(old.Path)
	}
	return nil
}

// Same reports whether two applications would be written alike.
func Same(a, b *forms.Applicant) bool {
	one, err := Encode(a)
	other, otherErr := Encode(b)
	return err == nil && otherErr == nil && bytes.Equal(one, other)
}

// same reports whether the file at path holds just this state.
func same(path string, a *forms.Applicant) bool {
	held, err := fileread.File(context.Background(), path, largestFile)
	if err != nil {
		return false
	}
	data, err := Encode(a)
	return err == nil && bytes.Equal(held, data)
}

// Versions returns the kept states of the file at path, newest first.
func (s *Shelf) Versions(path string) []Version {
	paths, _ := filepath.Glob(filepath.Join(s.folder, "versions", key(path), "*"+Extension))
	slices.Sort(paths)
	slices.Reverse(paths)
	var versions []Version
	for _, p := range paths {
		saved, err := time.Parse(versionTime, strings.TrimSuffix(filepath.Base(p), Extension))
		if err == nil {
			versions = append(versions, Version{p, saved})
		}
	}
	return versions
}
