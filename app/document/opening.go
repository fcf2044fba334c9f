package document

import (
	"bytes"
	"context"
	"os"
	"path/filepath"

	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Source is where applications come from: files, what an earlier run left, and the
// notices that they are judged by.
type Source struct {
	Notice *notice.Notice // of the program
	// Library finds the notices of applications; without one there is Notice alone.
	Library library.Library
	// Finder makes what looks for faces.
	Finder func() (*photo.Finder, error)
	Left   *Leftovers
}

// Opened is what was read of a file, and of what an earlier run left of it.
type Opened struct {
	Doc       *Document
	Applicant *forms.Applicant
	Entry     library.Entry // its notice
	Left      store.Leftover
	Found     bool // there is something left
}

// Read reads a file and what is left of it, and measures the photos of both.
func (s *Source) Read(ctx context.Context, options Options, path string, leftover func(path string) (store.Leftover, bool)) (o Opened, err error) {
	if o.Doc, o.Applicant, err = Read(ctx, options, path); err != nil {
		return o, err
	}
	if o.Entry, err = s.NoticeOf(ctx, o.Applicant); err != nil {
		return o, err
	}
	o.Doc.Under(o.Entry.Notice.ID)
	if o.Applicant, err = Measured(ctx, o.Applicant, s.Finder); err != nil {
		return o, err
	}
	if o.Left, o.Found = leftover(path); !o.Found {
		return o, nil
	}
	if left, err := s.NoticeOf(ctx, o.Left.Content); err != nil || left.Notice.ID != o.Entry.Notice.ID || store.Same(o.Applicant, o.Left.Content) {
		s.Left.Taken(o.Left)
		o.Left.Unsaved.Discard()
		o.Found = false
		return o, nil
	}
	o.Left.Content, err = Measured(ctx, o.Left.Content, s.Finder)
	return o, err
}

// NoticeOf returns the notice of an application, which is never judged by another one
// silently.
func (s *Source) NoticeOf(ctx context.Context, a *forms.Applicant) (library.Entry, error) {
	own := library.Entry{Notice: s.Notice}
	if a.Notice == "" {
		a.Notice = own.Notice.ID
	}
	switch {
	case a.Notice == own.Notice.ID:
		return own, nil
	case s.Library.Own == nil:
		return own, say.Errorf("申报文件要按通知“%s”核对，本软件没有这份通知；先打开它的通知包（%s）", fileread.Shown(a.Notice, 80), notice.Extension)
	}
	return s.Library.For(ctx, a)
}

// Load reads an application file and measures its photo with the finder that is made
// for it.
func Load(ctx context.Context, path string, finder func() (*photo.Finder, error)) (*forms.Applicant, error) {
	a, err := store.Load(ctx, path)
	if err != nil {
		return nil, err
	}
	return Measured(ctx, a, finder)
}

// Measured fills in what the photo measures, as it will be saved.
func Measured(ctx context.Context, a *forms.Applicant, finder func() (*photo.Finder, error)) (*forms.Applicant, error) {
	if !a.Photo.Chosen() {
		return a, nil
	}
	faces, err := finder()
	if err != nil {
		return nil, err
	}
	if a.Photo, err = a.Photo.Measured(ctx, faces); err != nil || a.Photo.Facts.Problem != "" {
		return a, err
	}
	clean, err := a.Photo.Clean(ctx)
	if err != nil || bytes.Equal(clean.Data, a.Photo.Data) {
		return a, err
	}
	a.Photo, err = clean.Measured(ctx, faces)
	return a, err
}

// SameFile reports whether two paths lead to one file.
func SameFile(one, other string) bool {
	if other == "" {
		return false
	}
	a, err := os.Stat(one)
	b, otherErr := os.Stat(other)
	return filepath.Clean(one) == filepath.Clean(other) || err == nil && otherErr == nil && os.SameFile(a, b)
}
