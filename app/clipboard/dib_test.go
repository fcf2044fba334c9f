package clipboard

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"testing"

	"golang.org/x/image/bmp"
)

// colours of the picture in the tests, two rows of three.
var rows = [2][3]color.RGBA{
	{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}},
	{{255, 255, 255, 255}, {0, 0, 0, 255}, {255, 255, 0, 255}},
}

// header makes the first bytes of a bitmap of three by two.
func header(size, height, bits, kind int) []byte {
	h := make([]byte, size)
	for at, n := range map[int]int{0: size, 4: 3, 8: height, 16: kind} {
		binary.LittleEndian.PutUint32(h[at:], uint32(int32(n)))
	}
	h[12], h[14] = 1, byte(bits)
	return h
}

// masks makes the three or four numbers that say where the colours are.
func masks(all ...uint32) []byte {
	var out []byte
	for _, m := range all {
		out = binary.LittleEndian.AppendUint32(out, m)
	}
	return out
}

// later puts masks into a header of a later version.
func later(header []byte, all ...uint32) []byte {
	copy(header[infoHeader:], masks(all...))
	return header
}

// lines writes the picture's pixels, the lowest row first unless topDown.
func lines(topDown bool, length int, pixel func(color.RGBA) []byte) []byte {
	var out []byte
	for y := range rows {
		if !topDown {
			y = len(rows) - 1 - y
		}
		var line []byte
		for _, c := range rows[y] {
			line = append(line, pixel(c)...)
		}
		out = append(out, append(line, make([]byte, length-len(line))...)...)
	}
	return out
}

func bytesOf(c color.RGBA) []byte { return []byte{c.B, c.G, c.R} }

// unmeant has a transparency of zero, as screenshots have.
func unmeant(c color.RGBA) []byte { return []byte{c.B, c.G, c.R, 0} }

func turned(c color.RGBA) []byte { return []byte{c.R, c.G, c.B, 0} }

func packed555(c color.RGBA) []byte {
	return binary.LittleEndian.AppendUint16(nil, uint16(c.R)>>3<<10|uint16(c.G)>>3<<5|uint16(c.B)>>3)
}

func packed565(c color.RGBA) []byte {
	return binary.LittleEndian.AppendUint16(nil, uint16(c.R)>>3<<11|uint16(c.G)>>2<<5|uint16(c.B)>>3)
}

func packed10(c color.RGBA) []byte {
	wide := func(n byte) uint32 { return uint32(n) * 1023 / 255 }
	return binary.LittleEndian.AppendUint32(nil, wide(c.R)<<20|wide(c.G)<<10|wide(c.B))
}

func joined(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func TestBitmapsOfEveryKind(t *testing.T) {
	palette := []byte{0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0}
	six := header(infoHeader, 2, 8, plainPixels)
	six[32] = 6
	indexed := []byte{3, 4, 5, 0, 0, 1, 2, 0}
	screen := header(infoHeader, 2, 32, plainPixels)
	screen[32] = 2
	for name, dib := range map[string][]byte{
		"24":                        joined(header(infoHeader, 2, 24, plainPixels), lines(false, 12, bytesOf)),
		"24 from the top":           joined(header(infoHeader, -2, 24, plainPixels), lines(true, 12, bytesOf)),
		"24, later header":          joined(header(124, 2, 24, plainPixels), lines(false, 12, bytesOf)),
		"32":                        joined(header(infoHeader, 2, 32, plainPixels), lines(false, 12, unmeant)),
		"32 with a table":           joined(screen, make([]byte, 8), lines(false, 12, unmeant)),
		"32 with masks":             joined(header(infoHeader, 2, 32, masked), masks(0xFF0000, 0xFF00, 0xFF), lines(false, 12, unmeant)),
		"32 from the top, masks":    joined(header(infoHeader, -2, 32, masked), masks(0xFF0000, 0xFF00, 0xFF), lines(true, 12, unmeant)),
		"32 with four masks":        joined(header(infoHeader, 2, 32, maskedAlpha), masks(0xFF0000, 0xFF00, 0xFF, 0xFF000000), lines(false, 12, unmeant)),
		"32, masks in the header":   joined(later(header(108, 2, 32, masked), 0xFF0000, 0xFF00, 0xFF, 0xFF000000), lines(false, 12, unmeant)),
		"32, red first":             joined(header(infoHeader, 2, 32, masked), masks(0xFF, 0xFF00, 0xFF0000), lines(false, 12, turned)),
		"32 of ten bits":            joined(later(header(124, 2, 32, masked), 0x3FF00000, 0xFFC00, 0x3FF), lines(false, 12, packed10)),
		"16":                        joined(header(infoHeader, 2, 16, plainPixels), lines(false, 8, packed555)),
		"16 of five, six, five":     joined(header(infoHeader, 2, 16, masked), masks(0xF800, 0x07E0, 0x001F), lines(false, 8, packed565)),
		"8 with a table":            joined(six, palette, indexed),
		"24 with room behind":       joined(header(infoHeader, 2, 24, plainPixels), lines(false, 12, bytesOf), make([]byte, 100)),
		"16 from the top with room": joined(header(infoHeader, -2, 16, plainPixels), lines(true, 8, packed555), make([]byte, 3)),
	} {
		file, err := bitmapFile(dib)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		picture, err := bmp.Decode(bytes.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		compare(t, name, picture)
	}
}

func compare(t *testing.T, name string, picture image.Image) {
	t.Helper()
	if size := picture.Bounds().Size(); size != image.Pt(3, 2) {
		t.Errorf("%s: %v", name, size)
		return
	}
	for y := range rows {
		for x, want := range rows[y] {
			if got := color.RGBAModel.Convert(picture.At(x, y)); got != want {
				t.Errorf("%s: at %d, %d stands %v, want %v", name, x, y, got, want)
			}
		}
	}
}

func TestBitmapsThatCannotBeRead(t *testing.T) {
	whole := joined(header(infoHeader, 2, 24, plainPixels), lines(false, 12, bytesOf))
	wide := header(infoHeader, 2, 24, plainPixels)
	binary.LittleEndian.PutUint32(wide[4:], 0x7FFFFFFF)
	long := header(infoHeader, 2, 24, plainPixels)
	binary.LittleEndian.PutUint32(long[0:], 4000)
	for name, row := range map[string]struct {
		dib  []byte
		want error
	}{
		"nothing":           {nil, errBitmapCut},
		"a short header":    {whole[:39], errBitmapCut},
		"no pixels":         {whole[:40], errBitmapCut},
		"a pixel too few":   {whole[:len(whole)-1], errBitmapCut},
		"too wide":          {wide, errBitmapCut},
		"no height":         {header(infoHeader, 0, 24, plainPixels), errBitmapCut},
		"lowest height":     {header(infoHeader, -1<<31, 24, plainPixels), errBitmapCut},
		"a long header":     {long, errBitmapCut},
		"packed by lengths": {joined(header(infoHeader, 2, 8, 1), make([]byte, 2000)), errBitmapKind},
		"a JPEG inside":     {joined(header(infoHeader, 2, 0, 4), make([]byte, 2000)), errBitmapKind},
		"an empty mask":     {joined(header(infoHeader, 2, 32, masked), make([]byte, 2000)), errBitmapKind},
		"masks cut off":     {header(infoHeader, 2, 32, masked), errBitmapCut},
	} {
		if file, err := bitmapFile(row.dib); !errors.Is(err, row.want) {
			t.Errorf("%s: %d bytes, %v, want %v", name, len(file), err, row.want)
		}
	}
}

func FuzzBitmap(f *testing.F) {
	f.Add(joined(header(infoHeader, 2, 24, plainPixels), lines(false, 12, bytesOf)))
	f.Add(joined(header(infoHeader, -2, 16, masked), masks(0xF800, 0x07E0, 0x001F), lines(true, 8, packed565)))
	f.Add(joined(header(infoHeader, 2, 8, plainPixels), make([]byte, 1040)))
	f.Fuzz(func(t *testing.T, dib []byte) {
		file, err := bitmapFile(dib)
		if err != nil {
			return
		}
		if _, err := bmp.DecodeConfig(bytes.NewReader(file)); err != nil {
			t.Errorf("the file is not understood: %v", err)
		}
	})
}
