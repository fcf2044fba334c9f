package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"github.com/disintegration/imaging"
	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"
)

// decoders are the library's readers. The formats are registered nowhere: what a file is, Sniff
// says.
var decoders = map[Format]struct {
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}{
	JPEG: {jpeg.DecodeConfig, jpeg.Decode},
	PNG:  {png.DecodeConfig, png.Decode},
	WebP: {webp.DecodeConfig, webp.Decode},
	BMP:  {bmp.DecodeConfig, bmp.Decode},
	GIF:  {gif.DecodeConfig, gif.Decode},
}

// readHeader tells format and size and refuses what cannot be read, without decoding a pixel.
func readHeader(data []byte) (Facts, error) {
	facts := Facts{Bytes: len(data), Format: Sniff(data), Orientation: 1}
	if len(data) == 0 {
		return facts, Empty
	}
	decoder, ok := decoders[facts.Format]
	switch {
	case facts.Format == HEIC:
		return facts, IsHEIC
	case facts.Format == Unknown:
		return facts, NotPicture
	case !ok:
		return facts, Unsupported
	}
	config, err := decoder.config(bytes.NewReader(data))
	if err != nil {
		return facts, problemOf(err)
	}
	facts.Width, facts.Height = config.Width, config.Height
	if err := sizeAllowed(config); err != nil {
		return facts, err
	}
	facts.DPI = jfifDPI(data)
	facts.Orientation = orientationOf(data, facts.Format)
	if swapsSides(facts.Orientation) {
		facts.Width, facts.Height = facts.Height, facts.Width
	}
	return facts, nil
}

// problemOf turns a decoder's error into the reason behind it.
func problemOf(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return fmt.Errorf("%w（%v）", Truncated, err)
	}
	return fmt.Errorf("%w（%v）", Damaged, err)
}

// decodeUpright decodes a whole picture with the library's readers and turns it upright.
func decodeUpright(data []byte, facts *Facts) (*image.NRGBA, error) {
	picture, err := decoders[facts.Format].decode(bytes.NewReader(data))
	if err != nil && facts.Format == JPEG && errors.Is(err, io.ErrUnexpectedEOF) {
		if whole, errEnd := jpeg.Decode(io.MultiReader(bytes.NewReader(data), bytes.NewReader([]byte{0xff, 0xd9}))); errEnd == nil {
			picture, err = whole, nil
			facts.MissingEnd = true
		}
	}
	if err != nil && facts.Format == JPEG && !bytes.Contains(data[len(data)/2:], []byte{0xff, 0xd9}) {
		return nil, fmt.Errorf("%w（%v）", Truncated, err)
	}
	if err != nil {
		return nil, problemOf(err)
	}
	return turned(onWhite(picture), facts.Orientation), nil
}

// onWhite copies a picture to opaque NRGBA; what is transparent becomes white. Paletted pictures
// are drawn by image/draw, because imaging panics in its own goroutines on an index out of range.
func onWhite(picture image.Image) *image.NRGBA {
	if o, ok := picture.(interface{ Opaque() bool }); ok && o.Opaque() {
		if _, paletted := picture.(*image.Paletted); !paletted {
			return imaging.Clone(picture)
		}
	}
	bounds := picture.Bounds()
	out := image.NewNRGBA(image.Rect(0, 0, bounds.Dx(), bounds.Dy()))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, picture, bounds.Min, draw.Over)
	return out
}

// turned applies an EXIF orientation.
func turned(picture *image.NRGBA, orientation int) *image.NRGBA {
	switch orientation {
	case 2:
		return imaging.FlipH(picture)
	case 3:
		return imaging.Rotate180(picture)
	case 4:
		return imaging.FlipV(picture)
	case 5:
		return imaging.Transpose(picture)
	case 6:
		return imaging.Rotate270(picture)
	case 7:
		return imaging.Transverse(picture)
	case 8:
		return imaging.Rotate90(picture)
	}
	return picture
}
