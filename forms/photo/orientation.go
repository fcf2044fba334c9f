package photo

import (
	"bytes"
	"encoding/binary"
	"image"
	"iter"

	"github.com/disintegration/imaging"

	"zhicheng/forms/photo/internal/jpegscan"
)

// orientationOf reads the EXIF orientation, 1 to 8; 1 where there is none or it is unreadable.
func orientationOf(data []byte, format Format) int {
	switch format {
	case JPEG:
		for s := range jpegscan.Segments(data) {
			if isExif(s) {
				return exifOrientation(s.Body[len(exifName):])
			}
		}
	case PNG:
		return chunkOrientation(pngChunks(data), "eXIf")
	case WebP:
		return chunkOrientation(webpChunks(data), "EXIF")
	}
	return 1
}

// exifName opens an EXIF segment of a JPEG; some write it into WebP too.
const exifName = "Exif\x00\x00"

func isExif(s jpegscan.Segment) bool {
	return s.Marker == markAPP0+1 && bytes.HasPrefix(s.Body, []byte(exifName))
}

func chunkOrientation(chunks iter.Seq[chunk], kind string) int {
	for c := range chunks {
		if c.kind == kind {
			return exifOrientation(bytes.TrimPrefix(c.body, []byte(exifName)))
		}
	}
	return 1
}

// exifOrientation looks for the tag in the first directory of EXIF data, which are a TIFF file
// (TIFF 6.0, section 2).
func exifOrientation(tiff []byte) int {
	const tag, short, entrySize = 0x0112, 3, 12
	order, ok := byteOrder(tiff)
	if !ok {
		return 1
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 1
	}
	entries := tiff[at+2:]
	for range order.Uint16(tiff[at:]) {
		if len(entries) < entrySize {
			return 1
		}
		if order.Uint16(entries) == tag {
			if v := int(order.Uint16(entries[8:])); order.Uint16(entries[2:]) == short && v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
		entries = entries[entrySize:]
	}
	return 1
}

func byteOrder(tiff []byte) (binary.ByteOrder, bool) {
	if len(tiff) < 8 {
		return nil, false
	}
	switch string(tiff[:4]) {
	case "II*\x00":
		return binary.LittleEndian, true
	case "MM\x00*":
		return binary.BigEndian, true
	}
	return nil, false
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
