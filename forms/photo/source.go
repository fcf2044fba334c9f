package photo

import (
	"context"
	"errors"
	"fmt"
	"image"

	"github.com/disintegration/imaging"
)

// Source is an opened picture. It never changes after Open, so that several goroutines may use it
// at once; it keeps the file's bytes, which must not be changed.
type Source struct {
	data    []byte
	facts   Facts
	finder  *Finder
	upright *image.NRGBA
}

// Options say how to make the output from a source. The zero Options are the automatic frame,
// 5:7, the background as it is.
type Options struct {
	Ratio Ratio
	// Frame is the applicant's frame; nil stands for the automatic one.
	Frame *Frame
	// Whiten makes the background white.
	Whiten bool
}

// ErrOutsideSpec: the encoded file does not satisfy the spec in every reading.
var ErrOutsideSpec = errors.New("裁好的照片不满足全部要求")

// Inspect measures one file: format, pixels, bytes, background, face, quality. With an error, a
// Problem, the Facts hold what was found before it and the same Problem. finder may be nil; then
// no face is looked for.
func Inspect(ctx context.Context, data []byte, finder *Finder) (Facts, error) {
	source, err := Open(ctx, data, finder)
	return source.Facts(), err
}

// Open reads and measures a picture. The Source is never nil: with an error it has Facts only.
func Open(ctx context.Context, data []byte, finder *Finder) (*Source, error) {
	source := &Source{data: data, finder: finder}
	err := source.read(ctx)
	var problem Problem
	if errors.As(err, &problem) {
		source.facts.Problem = problem
	}
	if err != nil {
		return source, fmt.Errorf("读照片：%w", err)
	}
	return source, nil
}

func (s *Source) read(ctx context.Context) error {
	var err error
	if s.facts, err = readHeader(s.data); err != nil {
		return err
	}
	if err = ctx.Err(); err != nil {
		return err
	}
	if s.upright, err = decodeUpright(s.data, &s.facts); err != nil {
		return err
	}
	if err = ctx.Err(); err != nil {
		return err
	}
	return s.measure()
}

// Facts is what was measured of the file.
func (s *Source) Facts() Facts { return s.facts }

// Size is the upright picture's size in pixels, the plane in which frames lie.
func (s *Source) Size() image.Point {
	size := image.Pt(s.facts.Width, s.facts.Height)
	if s.facts.Turn == 90 || s.facts.Turn == 270 {
		size.X, size.Y = size.Y, size.X
	}
	return size
}

// Preview is the upright picture scaled down to at most longest pixels on its longer side, for
// showing. The picture is the caller's.
func (s *Source) Preview(longest int) *image.NRGBA {
	return imaging.Fit(s.upright, longest, longest, imaging.Box)
}

// AutoFrame proposes the part to keep: round the face, or the middle where no face was found.
func (s *Source) AutoFrame(ratio Ratio) Frame {
	size := s.Size()
	return centreFrame(size.X, size.Y, ratio)
}

// Crop cuts the frame out, at the size it will have in the output.
func (s *Source) Crop(ctx context.Context, options Options) (*image.NRGBA, Frame, error) {
	frame := s.AutoFrame(options.Ratio)
	if options.Frame != nil {
		frame = *options.Frame
	}
	if err := ctx.Err(); err != nil {
		return nil, frame, err
	}
	size := frame.OutputSize()
	cut := imaging.Crop(s.upright, frame.Rect)
	if cut.Rect.Size() != size {
		cut = imaging.Resize(cut, size.X, size.Y, imaging.Lanczos)
	}
	return cut, frame, ctx.Err()
}

// Encode makes the JPEG from a frame and reads it back. ErrOutsideSpec comes together with a
// complete Output, so that its verdicts can be shown; TooSmall and BytesOutOfReach come without.
func (s *Source) Encode(ctx context.Context, spec Spec, options Options) (Output, error) {
	cut, frame, err := s.Crop(ctx, options)
	if err != nil {
		return Output{}, fmt.Errorf("裁剪照片：%w", err)
	}
	size := frame.OutputSize()
	if !spec.PixelsFit(size.X, size.Y) {
		return Output{}, fmt.Errorf("裁剪照片：%w（裁好是%d×%d像素）", TooSmall, size.X, size.Y)
	}
	data, quality, err := encodeWithin(ctx, cut, spec)
	if err != nil {
		return Output{}, fmt.Errorf("保存照片：%w", err)
	}
	out := Output{JPEG: data, Frame: frame, Whitened: options.Whiten, Quality: quality}
	if out.Facts, err = Inspect(ctx, data, s.finder); err != nil {
		return out, fmt.Errorf("复查写好的照片：%w", err)
	}
	if !spec.Fits(out.Facts) {
		return out, ErrOutsideSpec
	}
	return out, nil
}
