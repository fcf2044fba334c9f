package forms

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// WhitenedNote is what goes with every photo whose background was made white.
var WhitenedNote = say.F("底色处理过；有的地方不收处理过的照片，交之前问清楚")

// Photo is the ID photo of the application: a path relative to the application
// file, or a name with the picture's bytes. Facts is what was measured of the
// bytes when they were loaded; it is not part of the file.
type Photo struct {
	File string `json:"file,omitempty"`
	Name string `json:"name,omitempty"`
	Data []byte `json:"data,omitempty"`
	// Whitened: the program made the background white.
	Whitened bool `json:"whitened,omitempty"`
	// Original is the picture that the photo was cut out of, for cropping again: as photo.Original
	// makes it. Empty where the photo is the picture as it came.
	Original []byte      `json:"original,omitempty"`
	Facts    photo.Facts `json:"-"`
	// Trouble says why the photo could not be read from its path.
	Trouble say.Text `json:"-"`
}

// Chosen reports whether the application names a photo.
func (p Photo) Chosen() bool { return p.File != "" || len(p.Data) > 0 }

// FileName returns the name of the picture file without its folder.
func (p Photo) FileName() string {
	if p.Name != "" {
		return p.Name
	}
	return filepath.Base(filepath.FromSlash(p.File))
}

// Clean returns the photo without what its file says of place, time and camera; its
// facts are to be measured again. The error is that of the context.
func (p Photo) Clean(ctx context.Context) (Photo, error) {
	data, err := photo.Clean(ctx, p.Data)
	if err != nil {
		return p, err
	}
	if format := photo.Sniff(data); format != photo.Sniff(p.Data) && format == photo.JPEG {
		p.Name = strings.TrimSuffix(p.FileName(), filepath.Ext(p.FileName())) + ".jpg"
	}
	p.Data = data
	if len(p.Original) > 0 {
		p.Original, err = photo.Original(ctx, p.Original)
	}
	return p, err
}

// Measured returns the photo with its facts. A picture that cannot be read is no
// error: its facts name the problem. The error is that of the context.
func (p Photo) Measured(ctx context.Context, finder *photo.Finder) (Photo, error) {
	p, _, err := p.Opened(ctx, finder)
	return p, err
}

// Opened is Measured for whoever wants to show the picture too; the source is nil
// where there is no picture that can be read.
func (p Photo) Opened(ctx context.Context, finder *photo.Finder) (Photo, *photo.Source, error) {
	if len(p.Data) == 0 && !p.Trouble.Empty() || !p.Chosen() {
		return p, nil, nil
	}
	source, err := photo.Open(ctx, p.Data, finder)
	var problem photo.Problem
	if err != nil && !errors.As(err, &problem) {
		return p, nil, err
	}
	p.Facts = source.Facts()
	if err != nil {
		source = nil
	}
	return p, source, nil
}
