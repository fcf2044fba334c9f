package photo_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"testing"
)

// withSegment inserts a marker segment after a JPEG's start marker.
func withSegment(data []byte, marker byte, body []byte) []byte {
	n := len(body) + 2
	out := append([]byte{0xff, 0xd8, 0xff, marker, byte(n >> 8), byte(n)}, body...)
	return append(out, data[2:]...)
}

// exif is an APP1 body with an orientation and a GPS position.
func exif(orientation int) []byte {
	var b bytes.Buffer
	b.WriteString("Exif\x00\x00MM\x00*")
	put := func(v any) { binary.Write(&b, binary.BigEndian, v) }
	entry := func(tag, kind uint16, count, value uint32) { put(tag); put(kind); put(count); put(value) }
	put(uint32(8))
	put(uint16(2))
	entry(0x0112, 3, 1, uint32(orientation)<<16)
	entry(0x8825, 4, 1, 38) // the GPS directory stands after this one
	put(uint32(0))
	put(uint16(1))
	entry(0x0001, 2, 2, 'N'<<24)
	put(uint32(0))
	return b.Bytes()
}

// primaries of Display P3 relative to the profiles' white, from its published profile.
var displayP3 = [3][3]float64{{0.51512, 0.24120, -0.00105}, {0.29198, 0.69225, 0.04189}, {0.15710, 0.06657, 0.78407}}

// matrixProfile is an ICC profile of three primaries with sRGB's curve.
func matrixProfile(primaries [3][3]float64) []byte {
	fixed := func(v float64) uint32 { return uint32(int32(v * 65536)) }
	var body bytes.Buffer
	var table bytes.Buffer
	put := func(b *bytes.Buffer, v any) { binary.Write(b, binary.BigEndian, v) }
	const start = 128 + 4 + 12*6
	tag := func(name string, content []byte) {
		table.WriteString(name)
		put(&table, uint32(start+body.Len()))
		put(&table, uint32(len(content)))
		body.Write(content)
	}
	for i, name := range []string{"rXYZ", "gXYZ", "bXYZ"} {
		var c bytes.Buffer
		c.WriteString("XYZ \x00\x00\x00\x00")
		for _, v := range primaries[i] {
			put(&c, fixed(v))
		}
		tag(name, c.Bytes())
	}
	for _, name := range []string{"rTRC", "gTRC", "bTRC"} {
		var c bytes.Buffer
		c.WriteString("para\x00\x00\x00\x00")
		put(&c, uint16(3))
		put(&c, uint16(0))
		for _, v := range []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045} {
			put(&c, fixed(v))
		}
		tag(name, c.Bytes())
	}
	head := make([]byte, 128)
	copy(head[16:], "RGB XYZ ")
	copy(head[36:], "acsp")
	out := binary.BigEndian.AppendUint32(head, 6)
	return append(append(out, table.Bytes()...), body.Bytes()...)
}

// jpegProfile is an APP2 body.
func jpegProfile(icc []byte) []byte {
	return append([]byte("ICC_PROFILE\x00\x01\x01"), icc...)
}

// pngWithProfile encodes a picture as PNG with a colour profile.
func pngWithProfile(t testing.TB, img image.Image, icc []byte) []byte {
	t.Helper()
	var plain, packed bytes.Buffer
	if err := png.Encode(&plain, img); err != nil {
		t.Fatal(err)
	}
	packed.WriteString("test\x00\x00")
	z := zlib.NewWriter(&packed)
	if _, err := z.Write(icc); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	const afterHeader = 8 + 25
	out := bytes.Clone(plain.Bytes()[:afterHeader])
	out = append(out, pngChunk("iCCP", packed.Bytes())...)
	return append(out, plain.Bytes()[afterHeader:]...)
}

func pngChunk(kind string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// pngHeader is a PNG that ends after saying its size.
func pngHeader(width, height int, depth, colour byte) []byte {
	body := binary.BigEndian.AppendUint32(nil, uint32(width))
	body = binary.BigEndian.AppendUint32(body, uint32(height))
	body = append(body, depth, colour, 0, 0, 0)
	return append([]byte("\x89PNG\r\n\x1a\n"), pngChunk("IHDR", body)...)
}

// resizedHeader is a JPEG whose frame header says another size.
func resizedHeader(t testing.TB, data []byte, width, height int) []byte {
	t.Helper()
	out := bytes.Clone(data)
	at := bytes.Index(out, []byte{0xff, 0xc0})
	if at < 0 {
		t.Fatal("no baseline frame header")
	}
	binary.BigEndian.PutUint16(out[at+5:], uint16(height))
	binary.BigEndian.PutUint16(out[at+7:], uint16(width))
	return out
}
