package photo

import (
	"context"
	"errors"
	"image"
	"math"

	"zhicheng/forms/say"

	"github.com/disintegration/imaging"
)

// Options say how to make the output from a source. The zero Options are the automatic frame,
// 5:7, the background as it is.
type Options struct {
	Ratio Ratio
	// Frame is the applicant's frame; nil stands for the automatic one.
	Frame *Frame
	// Face is which face the automatic frame goes round, from 1 on in the order of Source.Faces; 0
	// is the first.
	Face int
	// Whole keeps the whole picture, so that no more than its format and size change; Frame, Ratio
	// and Face do not count then.
	Whole bool
	// Whiten makes the background white.
	Whiten bool
}

// ErrOutsideSpec: the encoded file does not satisfy the spec in every reading.
var ErrOutsideSpec = say.Errorf("裁好的照片不满足全部要求")

// NoSuchFace is the error for a face that the picture does not have.
type NoSuchFace struct{ Wanted, Found int }

// Error says how many there are.
func (e NoSuchFace) Error() string { return e.Say().String() }

// Say says how many there are.
func (e NoSuchFace) Say() say.Text {
	return say.F("照片里找到%d张脸，没有第%d张", e.Found, e.Wanted)
}

// ErrNotWhole: the whole picture has not the pixels or the ratio of the spec.
var ErrNotWhole = say.Errorf("整张照片的像素或宽高比不符合要求，要裁")

// FrameFor is the frame that options ask for; the error is NoSuchFace or ErrNotWhole.
func (s *Source) FrameFor(spec Spec, options Options) (Frame, error) {
	switch size := s.Size(); {
	case options.Whole && !(spec.PixelsFit(size.X, size.Y) && spec.RatioFits(size.X, size.Y)):
		return Frame{}, ErrNotWhole
	case options.Whole:
		return WholeFrame(size, spec), nil
	case options.Frame != nil:
		return *options.Frame, nil
	case options.Face > max(len(s.heads), 1) || options.Face == 1 && len(s.heads) == 0:
		return Frame{}, NoSuchFace{options.Face, len(s.heads)}
	}
	return s.frameRound(max(options.Face-1, 0), spec, options.Ratio), nil
}

// Crop cuts the frame out at the size it will have in the output, and whitens it if asked. The
// error is a Refusal where whitening would spoil the picture.
func (s *Source) Crop(ctx context.Context, spec Spec, options Options) (*image.NRGBA, Frame, error) {
	frame, err := s.FrameFor(spec, options)
	if err != nil {
		return nil, frame, err
	}
	cut, err := s.cut(ctx, frame)
	if err != nil {
		return nil, frame, say.Errorf("裁剪照片：%w", err)
	}
	if options.Whiten {
		cut, _, err = s.whitened(ctx, frame, cut)
	}
	return cut, frame, err
}

// whitened makes the background of a frame's cut white, and tells whether the person was cut out.
func (s *Source) whitened(ctx context.Context, frame Frame, cut *image.NRGBA) (out *image.NRGBA, byMask bool, err error) {
	who, err := s.sitter(ctx, frame, cut)
	if err != nil {
		return nil, false, say.Errorf("裁剪照片：%w", err)
	}
	if out, byMask, err = whiten(ctx, cut, who); err != nil {
		return nil, false, say.Errorf("背景变白：%w", err)
	}
	return out, byMask, nil
}

// cut decodes no more than the frame, reduced as far as the output allows, and brings it to the
// output's size.
func (s *Source) cut(ctx context.Context, frame Frame) (*image.NRGBA, error) {
	size := frame.OutputSize()
	shift := 0
	for shift < 3 && frame.Rect.Dx()>>(shift+1) >= size.X && frame.Rect.Dy()>>(shift+1) >= size.Y {
		shift++
	}
	needed := frame.reach().Intersect(image.Rectangle{Max: s.Size()})
	if needed.Empty() {
		return nil, say.Errorf("裁剪框不在照片里")
	}
	part, err := s.upright(ctx, needed, shift)
	if err != nil {
		return nil, err
	}
	if frame.Angle == 0 && needed == frame.Rect {
		return resized(part, size), nil
	}
	return s.sampled(part, needed, frame), ctx.Err()
}

// resized scales down; a picture that has the size already is returned as it is.
func resized(picture *image.NRGBA, size image.Point) *image.NRGBA {
	if picture.Rect.Size() == size {
		return picture
	}
	return imaging.Resize(picture, size.X, size.Y, imaging.Lanczos)
}

// reach is the upright rectangle that a turned frame covers.
func (f Frame) reach() image.Rectangle {
	if f.Angle == 0 {
		return f.Rect
	}
	sin, cos := math.Sincos(math.Abs(f.Angle) * math.Pi / 180)
	w, h := float64(f.Rect.Dx()), float64(f.Rect.Dy())
	hw := int(math.Ceil((float64(w*cos)+float64(h*sin))/2)) + 2
	hh := int(math.Ceil((float64(w*sin)+float64(h*cos))/2)) + 2
	centre := f.Rect.Min.Add(f.Rect.Max).Div(2)
	return image.Rect(centre.X-hw, centre.Y-hh, centre.X+hw, centre.Y+hh)
}

// asRGBA shows an opaque picture's pixels under the type that image/draw and image/jpeg have a
// quick way for; without transparency the bytes are the same.
func asRGBA(picture *image.NRGBA) *image.RGBA {
	return &image.RGBA{Pix: picture.Pix, Stride: picture.Stride, Rect: picture.Rect}
}

// mostWhole is how much more area the whole picture may have than a frame in whose place it is used.
const mostWhole = growth * growth

// Encode makes the JPEG from a frame and reads it back. ErrOutsideSpec comes together with a
// complete Output, so that its verdicts can be shown; TooSmall, BytesOutOfReach, SmallHead, FewPixels
// and a Refusal come without. An automatic frame grows where it holds too little for the spec's bytes, at
// last to the whole of a picture that is hardly larger.
func (s *Source) Encode(ctx context.Context, spec Spec, options Options) (Output, error) {
	frame, err := s.FrameFor(spec, options)
	if err != nil {
		return Output{}, err
	}
	grows := options.Frame == nil && !options.Whole
	small := frame.By == ByFace && s.dwarfs(frame)
	for options.Whole = false; ; {
		options.Frame = &frame
		out, err := s.encode(ctx, spec, options)
		larger, ok := frame.larger(s.Size())
		switch {
		case !grows || !errors.Is(err, BytesOutOfReach):
			return out, err
		case ok:
			frame = larger
			continue
		case small:
			return out, say.Errorf("裁剪照片：%w", SmallHead)
		}
		whole, fits := wholeFrame(s.Size(), spec)
		switch {
		case fits && whole.Rect != frame.Rect && area(whole.Rect) <= mostWhole*area(frame.Rect):
			frame = whole
		case spec.HasFewPixels(frame.Rect.Dx(), frame.Rect.Dy()):
			return out, say.Errorf("裁剪照片：%w", FewPixels)
		default:
			return out, err
		}
	}
}

// dwarfs reports whether the picture is so much larger than a frame that it is no small picture.
func (s *Source) dwarfs(frame Frame) bool {
	size := s.Size()
	return area(frame.Rect)*8 < area(image.Rectangle{Max: size})
}

// encode makes the JPEG from the frame that options give.
func (s *Source) encode(ctx context.Context, spec Spec, options Options) (Output, error) {
	frame := *options.Frame
	if size := frame.OutputSize(); !spec.PixelsFit(size.X, size.Y) {
		return Output{Frame: frame}, say.Errorf("裁剪照片：%w（裁好是%d×%d像素）", TooSmall, size.X, size.Y)
	}
	whiten, byMask := options.Whiten, false
	options.Whiten = false
	cut, _, err := s.Crop(ctx, spec, options)
	if err == nil && whiten {
		cut, byMask, err = s.whitened(ctx, frame, cut)
	}
	if err != nil {
		return Output{Frame: frame}, err
	}
	data, quality, err := encodeWithin(ctx, cut, spec)
	if err != nil {
		return Output{Frame: frame}, say.Errorf("保存照片：%w", err)
	}
	out := Output{JPEG: data, Frame: frame, Whitened: whiten, ByMask: byMask, Quality: quality}
	if out.Facts, err = s.reread(ctx, data, taking{frame, cut, whiten}); err != nil {
		return out, say.Errorf("复查写好的照片：%w", err)
	}
	if !spec.Fits(out.Facts) {
		return out, ErrOutsideSpec
	}
	return out, nil
}
