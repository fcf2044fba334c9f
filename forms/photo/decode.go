package photo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"

	"zhicheng/forms/photo/internal/jpegscan"
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

// Limits of what is decoded, checked from the header before any pixel is allocated.
const (
	// MaxPixels is the most pixels a picture may have.
	MaxPixels = 100_000_000
	// maxDecodeBytes is the most memory that decoding may take.
	maxDecodeBytes = 450 << 20
)

// header is what is known of a picture before decoding it.
type header struct {
	width, height int // as stored
	needs         int // bytes of memory that decoding takes
	icc           []byte
	dpi           int
}

// readHeader tells format and size and refuses what cannot be read, without decoding a pixel.
func readHeader(data []byte) (Facts, header, error) {
	facts := Facts{Bytes: len(data), Format: Sniff(data), Orientation: 1}
	if err := readable(facts); err != nil {
		return facts, header{}, err
	}
	head, err := headerOf(data, facts.Format)
	if err != nil {
		return facts, head, problemOf(err)
	}
	facts.Width, facts.Height, facts.DPI = head.width, head.height, head.dpi
	switch {
	case head.width <= 0 || head.height <= 0:
		return facts, head, ZeroSized
	case head.width*head.height > MaxPixels:
		return facts, head, TooManyPixels
	case head.needs > maxDecodeBytes:
		return facts, head, TooMuchMemory
	}
	facts.Orientation = orientationOf(data, facts.Format)
	if swapsSides(facts.Orientation) {
		facts.Width, facts.Height = facts.Height, facts.Width
	}
	return facts, head, nil
}

// readable refuses formats that have no reader.
func readable(facts Facts) error {
	_, ok := decoders[facts.Format]
	switch {
	case facts.Bytes == 0:
		return Empty
	case facts.Format == HEIC:
		return IsHEIC
	case facts.Format == Unknown:
		return NotPicture
	case !ok:
		return Unsupported
	}
	return nil
}

func headerOf(data []byte, format Format) (header, error) {
	if format == JPEG {
		h, err := jpegscan.ReadHeader(data)
		head := header{width: h.Width, height: h.Height, icc: h.ICC, dpi: h.DPI, needs: h.Samples}
		switch {
		case h.Progressive:
			head.needs *= 5 // image/jpeg keeps every coefficient in four bytes
		case !h.Ordinary():
			head.needs += 4 * h.Width * h.Height // for the kinds that are converted as a whole
		}
		return head, err
	}
	config, err := decoders[format].config(bytes.NewReader(data))
	if err != nil {
		return header{}, err
	}
	head := header{width: config.Width, height: config.Height, icc: profileIn(data, format)}
	head.needs = config.Width * config.Height * pixelBytes(config.ColorModel)
	return head, nil
}

// pixelBytes is how many bytes of memory one decoded pixel takes.
func pixelBytes(model color.Model) int {
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.RGBAModel, color.NRGBAModel, color.YCbCrModel, color.NYCbCrAModel, color.CMYKModel:
		return 4
	case color.Gray16Model:
		return 2
	}
	return 1 // grey or palette
}

// problemOf turns a decoder's error into the reason behind it.
func problemOf(err error) error {
	var problem Problem
	switch {
	case errors.As(err, &problem), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, jpegscan.ErrTruncated), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("%w（%v）", Truncated, err)
	}
	var jpegKind jpeg.UnsupportedError
	var pngKind png.UnsupportedError
	if errors.As(err, &jpegKind) || errors.As(err, &pngKind) || errors.Is(err, bmp.ErrUnsupported) {
		return fmt.Errorf("%w（%v）", Unsupported, err)
	}
	return fmt.Errorf("%w（%v）", Damaged, err)
}
