package photo

import (
	"bytes"
	"image"

	"github.com/bep/imagemeta"
	"github.com/disintegration/imaging"
)

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

// quarterTurn is the orientation that results when a picture, after one orientation was applied,
// is turned a further quarter clockwise.
var quarterTurn = [9]int{1: 6, 6: 3, 3: 8, 8: 1, 2: 7, 7: 4, 4: 5, 5: 2}

// furtherTurned is an orientation followed by a turn of 0, 90, 180 or 270 degrees clockwise.
func furtherTurned(orientation, degrees int) int {
	for range degrees / 90 {
		orientation = quarterTurn[orientation]
	}
	return orientation
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

// storedRect maps a rectangle of the upright picture, whose size is given, to where the file
// stores it.
func storedRect(rect image.Rectangle, upright image.Point, orientation int) image.Rectangle {
	w, h := upright.X, upright.Y
	x0, y0, x1, y1 := rect.Min.X, rect.Min.Y, rect.Max.X, rect.Max.Y
	switch orientation {
	case 2:
		return image.Rect(w-x1, y0, w-x0, y1)
	case 3:
		return image.Rect(w-x1, h-y1, w-x0, h-y0)
	case 4:
		return image.Rect(x0, h-y1, x1, h-y0)
	case 5:
		return image.Rect(y0, x0, y1, x1)
	case 6:
		return image.Rect(y0, w-x1, y1, w-x0)
	case 7:
		return image.Rect(h-y1, w-x1, h-y0, w-x0)
	case 8:
		return image.Rect(h-y1, x0, h-y0, x1)
	}
	return rect
}
