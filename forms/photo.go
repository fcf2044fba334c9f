package forms

import (
	"context"
	"errors"
	"image"
	"math"
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
	Original []byte `json:"original,omitempty"`
	// Frame is where the applicant cut the photo out of Original; zero where the program chose.
	Frame PhotoFrame  `json:"frame,omitzero"`
	Facts photo.Facts `json:"-"`
	// Trouble says why the photo could not be read from its path.
	Trouble say.Text `json:"-"`
}

// PhotoFrame is a frame by hand, in pixels of a picture of the size OfWidth×OfHeight that was turned
// clockwise by Quarters, and then by Angle, in degrees anticlockwise, round the frame's middle. The
// picture may be kept in another size.
type PhotoFrame struct {
	X        int     `json:"x"`
	Y        int     `json:"y"`
	Width    int     `json:"width"`
	Height   int     `json:"height"`
	Angle    float64 `json:"angle"`
	Quarters int     `json:"quarters"`
	OfWidth  int     `json:"of_width"`
	OfHeight int     `json:"of_height"`
}

// NewPhotoFrame keeps a frame on a picture of a size that was turned by quarters.
func NewPhotoFrame(f photo.Frame, quarters int, of image.Point) PhotoFrame {
	return PhotoFrame{f.Rect.Min.X, f.Rect.Min.Y, f.Rect.Dx(), f.Rect.Dy(), f.Angle, (quarters%4 + 4) % 4, of.X, of.Y}
}

// mostFrame is far above the side of any picture, in pixels.
const mostFrame = 1 << 20

// On is the frame on the picture, turned by quarters, in the size in which it is now; ok is false
// where there is none, or none that can be on a picture.
func (f PhotoFrame) On(size image.Point) (frame photo.Frame, ok bool) {
	for _, side := range []int{f.Width, f.Height, f.OfWidth, f.OfHeight} {
		if side < 1 || side > mostFrame {
			return frame, false
		}
	}
	if max(f.X, -f.X, f.Y, -f.Y) > mostFrame || math.Abs(f.Angle) > 45 {
		return frame, false
	}
	scaled := func(v, to, of int) int { return int(math.Round(float64(v) * float64(to) / float64(of))) }
	at := image.Pt(scaled(f.X, size.X, f.OfWidth), scaled(f.Y, size.Y, f.OfHeight))
	extent := image.Pt(max(1, scaled(f.Width, size.X, f.OfWidth)), max(1, scaled(f.Height, size.Y, f.OfHeight)))
	return photo.Frame{By: photo.ByHand, Rect: image.Rectangle{Max: extent}.Add(at), Angle: f.Angle}, true
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
