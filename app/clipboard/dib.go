package clipboard

import (
	"encoding/binary"
	"math/bits"

	"zhicheng/forms/say"
)

// Errors of a device-independent bitmap.
var (
	errBitmapCut  = say.Errorf("剪贴板里的照片不完整")
	errBitmapKind = say.Errorf("剪贴板里的位图是读不了的一种")
)

// Sizes and kinds of [MS-WMF] 2.2.2.3 and wingdi.h.
const (
	fileHeader     = 14
	infoHeader     = 40
	plainPixels    = 0 // BI_RGB
	masked         = 3 // BI_BITFIELDS: three masks say where the colours are
	maskedAlpha    = 6 // BI_ALPHABITFIELDS: four masks
	mostBitmapSide = 1 << 20
)

// bitmap is the header of a device-independent bitmap.
type bitmap struct {
	width, height int // the height without the sign that says which row is first
	topDown       bool
	bits          int
	palette       int       // bytes of the table of colours
	pixels        int       // where the pixels begin
	masks         [3]uint32 // red, green, blue; zero where the bytes are blue, green, red
}

// stride is the length of a row in bytes, padded to four.
func stride(width, bits int) int { return (width*bits + 31) / 32 * 4 }

// bitmapFile makes a BMP file of a device-independent bitmap as the clipboard of
// Windows holds it (CF_DIB): the same without a file header, with colours that may
// be packed in ways which few readers of BMP know. Transparency is left out: in a
// copied bitmap it is mostly zero without meaning it.
func bitmapFile(dib []byte) ([]byte, error) {
	b, err := bitmapOf(dib)
	if err != nil {
		return nil, err
	}
	pixels := dib[b.pixels : b.pixels+stride(b.width, b.bits)*b.height]
	if b.masks == [3]uint32{} {
		return b.file(b.bits, dib[b.pixels-b.palette:b.pixels], pixels), nil
	}
	return b.file(24, nil, b.unpacked(pixels)), nil
}

// bitmapOf reads the header and makes sure that everything is there.
func bitmapOf(dib []byte) (bitmap, error) {
	if len(dib) < infoHeader {
		return bitmap{}, errBitmapCut
	}
	number := func(at int) int { return int(int32(binary.LittleEndian.Uint32(dib[at:]))) }
	header, kind, colours := number(0), number(16), number(32)
	b := bitmap{width: number(4), height: number(8), bits: int(binary.LittleEndian.Uint16(dib[14:]))}
	if b.height < 0 {
		b.height, b.topDown = -b.height, true
	}
	switch {
	case header < infoHeader || header > len(dib) || colours < 0 || colours > 1<<16:
		return b, errBitmapCut
	case b.width <= 0 || b.height <= 0 || b.width > mostBitmapSide || b.height > mostBitmapSide:
		return b, errBitmapCut
	}
	b.pixels = header
	if err := b.readMasks(dib, header, kind); err != nil {
		return b, err
	}
	if b.bits <= 8 {
		b.palette = 4 << b.bits
		if colours > 0 {
			b.palette = min(b.palette, 4*colours)
		}
		b.pixels += b.palette
	} else {
		b.pixels += 4 * colours // a table for screens of few colours, not used here
	}
	if b.pixels+stride(b.width, b.bits)*b.height > len(dib) {
		return b, errBitmapCut
	}
	return b, nil
}

// readMasks tells how the colours of a pixel are packed. In the old header of 40
// bytes the masks follow it, in the later ones they stand at the same place inside.
func (b *bitmap) readMasks(dib []byte, header, kind int) error {
	switch b.bits {
	case 1, 4, 8, 24:
		if kind != plainPixels {
			return errBitmapKind
		}
		return nil
	case 16:
		b.masks = [3]uint32{0x7C00, 0x03E0, 0x001F}
	case 32:
	default:
		return errBitmapKind
	}
	if kind == plainPixels {
		return nil
	}
	if kind != masked && kind != maskedAlpha {
		return errBitmapKind
	}
	if len(dib) < infoHeader+16 {
		return errBitmapCut
	}
	for i := range b.masks {
		b.masks[i] = binary.LittleEndian.Uint32(dib[infoHeader+4*i:])
		if b.masks[i] == 0 {
			return errBitmapKind
		}
	}
	if header == infoHeader {
		b.pixels += map[int]int{masked: 12, maskedAlpha: 16}[kind]
	}
	if b.bits == 32 && b.masks == [3]uint32{0xFF0000, 0xFF00, 0xFF} {
		b.masks = [3]uint32{} // blue, green, red in bytes of their own
	}
	return nil
}

// unpacked spreads packed colours over three bytes each.
func (b *bitmap) unpacked(pixels []byte) []byte {
	from, to := stride(b.width, b.bits), stride(b.width, 24)
	out := make([]byte, to*b.height)
	for y := range b.height {
		row, line := pixels[y*from:], out[y*to:]
		for x := range b.width {
			var pixel uint32
			if b.bits == 16 {
				pixel = uint32(binary.LittleEndian.Uint16(row[2*x:]))
			} else {
				pixel = binary.LittleEndian.Uint32(row[4*x:])
			}
			for i, mask := range b.masks {
				line[3*x+2-i] = spread(pixel, mask)
			}
		}
	}
	return out
}

// spread brings the part of a pixel under a mask to 0 … 255.
func spread(pixel, mask uint32) byte {
	low := bits.TrailingZeros32(mask)
	return byte(uint64((pixel&mask)>>low) * 255 / uint64(mask>>low))
}

// file puts the parts behind the headers of a BMP file.
func (b *bitmap) file(bits int, palette, pixels []byte) []byte {
	start := fileHeader + infoHeader + len(palette)
	out := make([]byte, fileHeader+infoHeader, start+len(pixels))
	number := func(at, n int) { binary.LittleEndian.PutUint32(out[at:], uint32(int32(n))) }
	copy(out, "BM")
	number(2, start+len(pixels))
	number(10, start)
	number(14, infoHeader)
	number(18, b.width)
	number(22, b.height)
	if b.topDown {
		number(22, -b.height)
	}
	out[26], out[28] = 1, byte(bits)
	number(34, len(pixels))
	number(46, len(palette)/4)
	return append(append(out, palette...), pixels...)
}
