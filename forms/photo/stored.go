package photo

import (
	"context"
	"image"
	"image/draw"

	"zhicheng/forms/photo/internal/jpegscan"
	"zhicheng/forms/say"
)

// stored is a picture's pixels as the file holds them: not turned upright, in the file's colours.
type stored interface {
	// part is the part rect, reduced by 2^shift, as opaque pixels. Its bounds are in pixels of the
	// reduced picture; they cover rect and may be a little larger.
	part(ctx context.Context, rect image.Rectangle, shift int) (*image.NRGBA, error)
	// release gives up what can be decoded again.
	release()
}

// scanned decodes parts of a JPEG when they are asked for.
type scanned struct{ picture *jpegscan.Picture }

func (s scanned) part(ctx context.Context, rect image.Rectangle, shift int) (*image.NRGBA, error) {
	region := s.picture.Reduced
	if shift != s.picture.Shift || !shrink(rect, shift).In(region.Rect) {
		var err error
		if region, err = s.picture.Region(ctx, rect, shift); err != nil {
			return nil, say.Errorf("解码照片：%w", err)
		}
	}
	bounds := shrink(rect, shift).Intersect(region.Rect)
	return opaque(region, bounds, true), nil
}

func (s scanned) release() {} // it is small

// decoded holds a whole picture that the library decoded.
type decoded struct {
	picture image.Image
	solid   bool // has no transparency; asking the picture looks at all its pixels
}

func (d decoded) part(ctx context.Context, rect image.Rectangle, shift int) (*image.NRGBA, error) {
	origin := d.picture.Bounds().Min
	if shift == 0 {
		out := opaque(d.picture, rect.Add(origin), d.solid)
		out.Rect = rect
		return out, ctx.Err()
	}
	bounds := shrink(rect, shift)
	out := image.NewNRGBA(bounds)
	step := 1 << shift
	strip := image.NewRGBA(image.Rect(0, 0, bounds.Dx()*step, step)) // one for all: a big picture leaves no room for waste
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		from := image.Rect(bounds.Min.X*step, y*step, bounds.Max.X*step, (y+1)*step).Add(origin).Intersect(d.picture.Bounds())
		to := image.Rectangle{Max: from.Size()}
		paintOpaque(strip, to, d, from.Min)
		meanRow(out.Pix[out.PixOffset(bounds.Min.X, y):], strip.SubImage(to).(*image.RGBA), step)
	}
	return out, nil
}

// meanRow writes one row of means over step×step pixels of a strip.
func meanRow(out []byte, strip *image.RGBA, step int) {
	w, h := strip.Rect.Dx(), strip.Rect.Dy()
	for x := 0; x*step < w; x++ {
		var sum [3]int
		columns := min(step, w-x*step)
		for dy := range h {
			row := strip.Pix[dy*strip.Stride+4*x*step:]
			for dx := range columns {
				sum[0] += int(row[4*dx])
				sum[1] += int(row[4*dx+1])
				sum[2] += int(row[4*dx+2])
			}
		}
		n := columns * h
		for k, s := range sum {
			out[4*x+k] = byte((s + n/2) / n)
		}
		out[4*x+3] = 255
	}
}

// shrink is the rectangle in pixels of a picture reduced by 2^shift that covers rect.
func shrink(rect image.Rectangle, shift int) image.Rectangle {
	round := 1<<shift - 1
	return image.Rect(rect.Min.X>>shift, rect.Min.Y>>shift, (rect.Max.X+round)>>shift, (rect.Max.Y+round)>>shift)
}

// opaque copies bounds of a picture; what is transparent becomes white.
func opaque(picture image.Image, bounds image.Rectangle, solid bool) *image.NRGBA {
	out := image.NewRGBA(bounds)
	paintOpaque(out, bounds, decoded{picture, solid}, bounds.Min)
	return &image.NRGBA{Pix: out.Pix, Stride: out.Stride, Rect: out.Rect} // opaque: the same bytes
}

// paintOpaque draws what of a picture lies from a point on. image/draw checks palette indexes,
// which imaging does not.
func paintOpaque(out *image.RGBA, to image.Rectangle, d decoded, from image.Point) {
	mode := draw.Src
	if !d.solid {
		draw.Draw(out, to, image.White, image.Point{}, draw.Src)
		mode = draw.Over
	}
	draw.Draw(out, to, d.picture, from, mode)
}
