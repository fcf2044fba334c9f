package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/say"
)

// Origin is the file that a draft's answers belong to, and its content when the draft
// began. The zero Origin is that of an application that has no file yet.
type Origin struct {
	Path  string `json:"path"`
	Stamp Stamp  `json:"sha256"`
}

// Unsaved is what is typed and not in a file yet, kept safe on the shelf: the answers in
// one small file, and the photo in another that is written only when it changes.
type Unsaved struct {
	path   string
	lock   *flock.Flock
	origin Origin
	// picture is the name of the photo's file, "" before there is one, and data what
	// it holds.
	picture string
	data    []byte
	saved   bool
}

// Endings of what lies next to a draft, with the draft's own name before them.
const (
	originEnding   = ".origin"
	pictureEnding  = ".photo"
	originalEnding = ".original"
)

// NewUnsaved reserves a place for the answers that are to go into a file.
func (s *Shelf) NewUnsaved(now time.Time, origin Origin) (*Unsaved, error) {
	for {
		name := now.UTC().Format("20060102-150405.000000000")
		d := &Unsaved{path: filepath.Join(s.folder, "drafts", name+Extension), origin: origin}
		d.lock = flock.New(d.beside(".lock"))
		ok, err := d.lock.TryLock()
		if err != nil {
			return nil, say.Errorf("给新申报留位置：%w", plain(err))
		}
		if _, err := os.Lstat(d.path); ok && err != nil {
			return d, nil
		}
		d.Release()
		now = now.Add(time.Nanosecond) // the clock of Windows stays the same for a while
	}
}

// beside is the path of a file that belongs to the draft.
func (d *Unsaved) beside(ending string) string {
	return strings.TrimSuffix(d.path, Extension) + ending
}

// Origin returns the file that the draft belongs to.
func (d *Unsaved) Origin() Origin { return d.origin }

// Save puts the state of the draft on the shelf, atomically.
func (d *Unsaved) Save(a *forms.Applicant) error {
	if err := d.saveOrigin(); err != nil {
		return err
	}
	old := d.picture
	if err := d.savePicture(a.Photo); err != nil {
		return err
	}
	answers := *a
	if d.picture != "" {
		answers.Photo = forms.Photo{File: d.picture, Name: a.Photo.FileName(), Whitened: a.Photo.Whitened, Frame: a.Photo.Frame}
	}
	if err := Save(d.path, &answers); err != nil {
		return err
	}
	d.saved = true
	if old != "" && old != d.picture {
		d.removePicture(old) // nothing names it any more
	}
	return nil
}

// saveOrigin notes once which file the draft belongs to, before there is a draft.
func (d *Unsaved) saveOrigin() error {
	if d.saved || d.origin == (Origin{}) {
		return nil
	}
	data, err := json.Marshal(d.origin)
	if err != nil {
		return say.Errorf("记住申报文件：%w", err)
	}
	return WriteFile(d.beside(originEnding), data)
}

// savePicture writes a photo that is another one than the draft has, into a file of
// another name: the old one is there until the answers name the new one.
func (d *Unsaved) savePicture(p forms.Photo) error {
	if bytes.Equal(p.Data, d.data) {
		return nil
	}
	if len(p.Data) == 0 {
		d.picture, d.data = "", nil
		return nil
	}
	name := filepath.Base(d.beside("." + string(stampOf(p.Data)[:16]) + pictureEnding))
	if len(p.Original) > 0 {
		if err := WriteFile(d.originalOf(name), p.Original); err != nil {
			return err
		}
	}
	if err := WriteFile(filepath.Join(filepath.Dir(d.path), name), p.Data); err != nil {
		return err
	}
	d.picture, d.data = name, p.Data
	return nil
}

// originalOf is the path of what a photo of the draft was cut out of.
func (d *Unsaved) originalOf(picture string) string {
	return filepath.Join(filepath.Dir(d.path), strings.TrimSuffix(picture, pictureEnding)+originalEnding)
}

func (d *Unsaved) removePicture(name string) {
	_ = os.Remove(filepath.Join(filepath.Dir(d.path), name))
	_ = os.Remove(d.originalOf(name))
}

// load reads what the draft holds.
func (d *Unsaved) load(ctx context.Context) (*forms.Applicant, error) {
	if data, err := fileread.File(ctx, d.beside(originEnding), mostTicks); err == nil {
		_ = json.Unmarshal(data, &d.origin) // without it the answers have no file yet
	}
	a, err := Load(ctx, d.path)
	if err != nil {
		return nil, err
	}
	d.saved = true
	if len(a.Photo.Data) > 0 && strings.HasSuffix(a.Photo.File, pictureEnding) {
		d.picture, d.data = a.Photo.File, a.Photo.Data
		a.Photo.Original, _ = fileread.File(ctx, d.originalOf(d.picture), largestFile) // none where it is the photo itself
		a.Photo.File = ""
	}
	return a, nil
}

// Discard takes the draft off the shelf: it is in its file now, or was thrown away by
// the applicant. The answers go first, so that half a draft is none.
func (d *Unsaved) Discard() {
	_ = os.Remove(d.path)
	for _, path := range []string{d.beside(originEnding), d.ticksPath()} {
		_ = os.Remove(path)
	}
	if d.picture != "" {
		d.removePicture(d.picture)
	}
	d.Release()
	_ = os.Remove(d.lock.Path())
}

// Release leaves the draft on the shelf for the next start.
func (d *Unsaved) Release() { _ = d.lock.Unlock() }

// sweepPictures removes photos whose draft is gone: a program that was killed may
// leave one.
func (s *Shelf) sweepPictures() {
	pictures, _ := filepath.Glob(filepath.Join(s.folder, "drafts", "*"+pictureEnding))
	originals, _ := filepath.Glob(filepath.Join(s.folder, "drafts", "*"+originalEnding))
	for _, picture := range append(pictures, originals...) {
		name := strings.TrimSuffix(picture, filepath.Ext(picture))
		draft := strings.TrimSuffix(name, filepath.Ext(name)) + Extension
		info, err := os.Lstat(picture)
		if err != nil || time.Since(info.ModTime()) < staleAfter {
			continue
		}
		if _, err := os.Lstat(draft); errors.Is(err, fs.ErrNotExist) {
			_ = os.Remove(picture)
		}
	}
}
