package photo

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"time"

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
	// maxDecodeBytes is the most memory that decoding may take, the file's own bytes included.
	maxDecodeBytes = 400 << 20
	// maxDecodeSteps is the most work that decoding may be, in steps of about a nanosecond on a
	// computer of 2020.
	maxDecodeSteps = 3_000_000_000
	// patience is how long a reader of the library may take where the estimates were too low.
	patience = 4 * time.Second
)

// header is what is known of a picture before decoding it.
type header struct {
	width, height int // as stored
	needs         int // bytes of memory that decoding takes
	steps         int // work that decoding is, as in maxDecodeSteps
	icc           []byte
	dpi           int
	inks          bool // CMYK
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
	facts.Width, facts.Height, facts.DPI, facts.PrintColours = head.width, head.height, head.dpi, head.inks
	switch {
	case head.width <= 0 || head.height <= 0:
		return facts, head, ZeroSized
	case head.width*head.height > MaxPixels:
		return facts, head, TooManyPixels
	case head.needs+len(data) > maxDecodeBytes:
		return facts, head, TooMuchMemory
	case head.steps > maxDecodeSteps:
		return facts, head, TooMuchWork
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
	switch format {
	case JPEG:
		return jpegHeader(data)
	case PNG:
		return pngHeader(data)
	}
	config, err := decoders[format].config(bytes.NewReader(data))
	if err != nil {
		return header{}, err
	}
	head := header{width: config.Width, height: config.Height}
	var c cost
	switch format {
	case GIF:
		c = cost{bytes: 2, steps: 35} // an interlaced one is held twice
	case BMP:
		c = cost{bytes: 4, steps: 20}
	case WebP:
		c = webpCost(data)
		head.icc = webpProfile(data)
	}
	head.needs = config.Width*config.Height*c.bytes + c.extra
	head.steps = config.Width * config.Height * c.steps
	return head, nil
}

// cost is what decoding takes: bytes and steps for each pixel, and bytes for the whole. The steps
// were measured on the slowest pictures that could be made.
type cost struct{ bytes, steps, extra int }

// What x/image/webp may keep of code tables: a few bytes of a file describe a large table, and it
// allows for 2600 groups of them.
const (
	tablesPerByte  = 256
	mostCodeTables = 150 << 20
)

// webpCost tells lossy pictures from those with lossless pixels, be it for transparency alone,
// which are held before and after a palette.
func webpCost(data []byte) cost {
	for c := range webpChunks(data) {
		if c.kind == "VP8L" || c.kind == "ALPH" {
			return cost{bytes: 8, steps: 90, extra: min(mostCodeTables, len(data)*tablesPerByte)}
		}
	}
	return cost{bytes: 2, steps: 60, extra: len(data)}
}

func jpegHeader(data []byte) (header, error) {
	h, err := jpegscan.ReadHeader(data)
	head := header{width: h.Width, height: h.Height, icc: h.ICC, dpi: h.DPI, needs: h.Samples, inks: h.Components == 4}
	if err != nil || h.Ordinary() {
		return head, err
	}
	head.steps = h.Steps(data)
	if h.Progressive {
		head.needs *= 5 // image/jpeg keeps every coefficient in four bytes
	}
	if h.Converted() {
		head.needs += 4 * h.Width * h.Height
		head.steps += 20 * h.Width * h.Height
	}
	return head, nil
}

// problemOf turns a decoder's error, whose text is English, into the reason behind it.
func problemOf(err error) error {
	var problem Problem
	switch {
	case err == nil, errors.As(err, &problem), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, jpegscan.ErrTruncated), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return Truncated
	}
	var jpegKind jpeg.UnsupportedError
	var pngKind png.UnsupportedError
	if errors.As(err, &jpegKind) || errors.As(err, &pngKind) || errors.Is(err, bmp.ErrUnsupported) {
		return Unsupported
	}
	return Damaged
}
