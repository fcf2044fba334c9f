package photo

import (
	"bytes"
	"image"

	"github.com/bep/imagemeta"
)

// MaxPixels is the most pixels a picture may have; more is refused from the header, before any
// pixel is allocated.
const MaxPixels = 100_000_000

// metaFormats are the formats that can carry an EXIF orientation.
var metaFormats = map[Format]imagemeta.ImageFormat{
	JPEG: imagemeta.JPEG,
	PNG:  imagemeta.PNG,
	WebP: imagemeta.WebP,
}

// orientationOf reads the EXIF orientation, 1 to 8; 1 where there is none or it is unreadable.
func orientationOf(data []byte, format Format) int {
	kind, ok := metaFormats[format]
	if !ok {
		return 1
	}
	orientation := 1
	_, err := imagemeta.Decode(imagemeta.Options{
		R:           bytes.NewReader(data),
		ImageFormat: kind,
		Sources:     imagemeta.EXIF,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool {
			return tag.Namespace == "IFD0" && tag.Tag == "Orientation"
		},
		HandleTag: func(tag imagemeta.TagInfo) error {
			if v, ok := tag.Value.(uint16); ok && v >= 1 && v <= 8 {
				orientation = int(v)
			}
			return imagemeta.ErrStopWalking
		},
	})
	if err != nil {
		return 1 // unreadable metadata do not make a picture unusable
	}
	return orientation
}

// swapsSides reports whether an EXIF orientation exchanges width and height.
func swapsSides(orientation int) bool { return orientation >= 5 }

// sizeAllowed checks a header's size before anything is allocated for it.
func sizeAllowed(config image.Config) error {
	switch {
	case config.Width <= 0 || config.Height <= 0:
		return ZeroSized
	case int64(config.Width)*int64(config.Height) > MaxPixels:
		return TooManyPixels
	}
	return nil
}

// jfifDPI reads the density of a JFIF header that follows the start marker at once, in dots per
// inch; 0 where there is none.
func jfifDPI(data []byte) int {
	if len(data) < 18 || string(data[2:4]) != "\xff\xe0" || string(data[6:11]) != "JFIF\x00" {
		return 0
	}
	density := int(data[14])<<8 | int(data[15])
	switch data[13] {
	case 1:
		return density
	case 2: // dots per centimetre
		return (density*254 + 50) / 100
	}
	return 0
}
