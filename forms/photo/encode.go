package photo

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"

	"zhicheng/forms/say"
)

// The encoder's aims. They lie inside every reading of a Spec only together with it: the search
// narrows them to the Spec's own limits.
const (
	startQuality = 92
	leastQuality = 60
	mostQuality  = 100
	aimAbove     = 40 << 10 // bytes; room above 30 KiB so that a later re-save does not fall below
	aimBelow     = 900_000  // bytes
	outputDPI    = 300
)

// Output is an encoded picture, read back.
type Output struct {
	JPEG []byte
	// Facts are measured from JPEG, not remembered from the making.
	Facts Facts
	// Frame is the part of the source that was used.
	Frame    Frame
	Whitened bool
	// ByMask: the background was no plain colour, so the person was cut out of it; the edges need
	// the applicant's eye.
	ByMask bool
	// Quality is the JPEG quality that was chosen, 60 to 100.
	Quality int
}

// EncodeJPEG encodes img as a JPEG with a JFIF header that says 300 dpi and no other metadata.
func EncodeJPEG(img image.Image, quality int) ([]byte, error) {
	var buf bytes.Buffer
	if n, ok := img.(*image.NRGBA); ok && n.Opaque() {
		img = asRGBA(n)
	}
	if err := jpeg.Encode(&buf, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, say.Errorf("编码JPG：%w", err)
	}
	return withJFIF(buf.Bytes(), outputDPI), nil
}

// withJFIF inserts an APP0 segment (JFIF 1.01, dots per inch) after the start marker; image/jpeg
// writes none, and printing tools then guess the size.
func withJFIF(data []byte, dpi int) []byte {
	app0 := []byte{
		0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1,
		byte(dpi >> 8), byte(dpi), byte(dpi >> 8), byte(dpi), 0, 0,
	}
	out := make([]byte, 0, len(data)+len(app0))
	out = append(out, data[:2]...)
	out = append(out, app0...)
	return append(out, data[2:]...)
}

// byteRange is the half-open-free range of sizes that an encoding aims at, both ends inclusive.
type byteRange struct{ least, most int }

func (r byteRange) holds(n int) bool { return n >= r.least && n <= r.most }

// encodeWithin searches the quality whose size lies in the comfortable range, or else in the
// spec's, starting at 92 so that one encode is the rule. BytesOutOfReach if there is none.
func encodeWithin(ctx context.Context, img image.Image, spec Spec) ([]byte, int, error) {
	sure := byteRange{spec.BytesSureAbove + 1, spec.BytesSureBelow - 1}
	aim := byteRange{max(sure.least, aimAbove), min(sure.most, aimBelow)}
	if aim.least > aim.most {
		aim = sure
	}
	low, high, quality := leastQuality, mostQuality, startQuality
	var best []byte
	bestQuality := 0
	for low <= high {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		data, err := EncodeJPEG(img, quality)
		if err != nil {
			return nil, 0, err
		}
		if sure.holds(len(data)) {
			best, bestQuality = data, quality
		}
		switch {
		case aim.holds(len(data)):
			return data, quality, nil
		case len(data) < aim.least:
			low = quality + 1
		default:
			high = quality - 1
		}
		quality = (low + high + 1) / 2
	}
	if best == nil {
		return nil, 0, BytesOutOfReach
	}
	return best, bestQuality, nil
}
