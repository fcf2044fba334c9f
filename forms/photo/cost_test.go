package photo

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"zhicheng/forms/photo/hostile"
)

// kinds are pictures of every kind that a decoder treats in its own way, of the size given.
func kinds(w, h int) map[string][]byte {
	clear := hostile.Chunk("tRNS", []byte{0, 1})
	return map[string][]byte{
		"progressive":            hostile.JPEG{Width: w, Height: h, Planes: 3, Halved: true, Progressive: true, Scans: 3}.Bytes(),
		"progressive, all sharp": hostile.JPEG{Width: w, Height: h, Planes: 3, Progressive: true}.Bytes(),
		"progressive grey":       hostile.JPEG{Width: w, Height: h, Planes: 1, Progressive: true}.Bytes(),
		"progressive print":      hostile.JPEG{Width: w, Height: h, Planes: 4, Progressive: true}.Bytes(),
		"print":                  hostile.JPEG{Width: w, Height: h, Planes: 4}.Bytes(),
		"scans by plane":         hostile.JPEG{Width: w, Height: h, Planes: 3, Scans: 2}.Bytes(),
		"interlaced":             hostile.PNG{Width: w, Height: h, Depth: 8, Colour: hostile.RGBA, Interlaced: true}.Bytes(),
		"interlaced, deep":       hostile.PNG{Width: w, Height: h, Depth: 16, Colour: hostile.RGB, Interlaced: true}.Bytes(),
		"deep":                   hostile.PNG{Width: w, Height: h, Depth: 16, Colour: hostile.RGBA}.Bytes(),
		"deep grey":              hostile.PNG{Width: w, Height: h, Depth: 16, Colour: hostile.Grey, Interlaced: true}.Bytes(),
		"grey":                   hostile.PNG{Width: w, Height: h, Depth: 1, Colour: hostile.Grey}.Bytes(),
		"clear grey":             hostile.PNG{Width: w, Height: h, Depth: 8, Colour: hostile.Grey, Extra: clear}.Bytes(),
		"clear deep grey":        hostile.PNG{Width: w, Height: h, Depth: 16, Colour: hostile.Grey, Interlaced: true, Extra: clear}.Bytes(),
		"palette":                hostile.PNG{Width: w, Height: h, Depth: 1, Colour: hostile.Palette, Interlaced: true}.Bytes(),
		"one row":                hostile.PNG{Width: w * h, Height: 1, Depth: 16, Colour: hostile.RGBA}.Bytes(),
		"gif":                    hostile.GIF(w, h),
		"bmp":                    hostile.BMP(w, h),
		"lossless webp":          hostile.LosslessWebP(w, h),
		"lossy webp":             hostile.LossyWebP(w, h),
	}
}

// What a decoder allocates in all is no more than was estimated from the header.
func TestMemoryIsEstimated(t *testing.T) {
	if testing.Short() {
		t.Skip("-race 下解码要几十秒，超过解码的时限，-short 时跳过")
	}
	for name, data := range kinds(1600, 1200) {
		facts, head, err := readHeader(data)
		if err != nil {
			t.Fatal(name, err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := openStored(t.Context(), data, &facts, 3); err != nil {
			t.Error(name, err)
		}
		runtime.ReadMemStats(&after)
		const buffers = 1 << 20
		if used := int(after.TotalAlloc - before.TotalAlloc); used > head.needs+buffers {
			t.Errorf("%s: %d bytes allocated, %d were estimated", name, used, head.needs)
		}
	}
}

// What would take too much is refused from the header alone.
func TestTooMuchIsRefusedAtOnce(t *testing.T) {
	for name, row := range map[string]struct {
		data []byte
		want Problem
	}{
		"5000 scans":             {hostile.JPEG{Width: 4000, Height: 3000, Planes: 3, Halved: true, Progressive: true, Scans: 5000}.Bytes(), TooMuchWork},
		"40000 scans of a small": {hostile.JPEG{Width: 800, Height: 600, Planes: 1, Progressive: true, Scans: 40000}.Bytes(), TooMuchWork},
		"scans that repeat":      {hostile.JPEG{Width: 2000, Height: 2000, Planes: 3, Scans: 200}.Bytes(), TooMuchWork},
		"progressive":            {hostile.JPEG{Width: 8900, Height: 6700, Planes: 3, Halved: true, Progressive: true}.Bytes(), TooMuchMemory},
		"progressive print":      {hostile.JPEG{Width: 4700, Height: 4700, Planes: 4, Progressive: true}.Bytes(), TooMuchMemory},
		"lossless":               {hostile.LosslessWebP(10000, 10000), TooMuchMemory},
		"gif":                    {hostile.GIF(9800, 9800), TooMuchWork},
		"one row":                {pngClaim(50_000_000, 1, 16, false), TooMuchMemory},
		"interlaced":             {pngClaim(8000, 8000, 8, true), TooMuchMemory},
		"deep":                   {pngClaim(6500, 6500, 16, false), TooMuchWork},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Open(t.Context(), row.data, nil)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; !errors.Is(err, row.want) || used > 1<<20 {
			t.Errorf("%s: %v, %d bytes allocated; want %v", name, err, used, row.want)
		}
	}
}

// pngClaim is a PNG of a small picture's data that claims to be large.
func pngClaim(width, height int, depth byte, interlaced bool) []byte {
	p := hostile.PNG{Width: 8, Height: 8, Depth: depth, Colour: hostile.RGBA, Interlaced: interlaced}
	small := p.Bytes()
	head := bytes.Clone(small[16 : 16+13])
	for i := range 4 {
		head[i], head[4+i] = byte(width>>(24-8*i)), byte(height>>(24-8*i))
	}
	out := append(bytes.Clone(small[:8]), hostile.Chunk("IHDR", head)...)
	return append(out, small[8+25:]...)
}

// What ordinary programs write is not refused: 48 megapixels from a phone, 24 from a photographer.
func TestOrdinaryPicturesAreNotTooMuch(t *testing.T) {
	for name, data := range map[string][]byte{
		"48 megapixels, progressive":           hostile.JPEG{Width: 8000, Height: 6000, Planes: 3, Halved: true, Progressive: true, Scans: 12}.Bytes(),
		"24 megapixels, progressive and sharp": hostile.JPEG{Width: 6000, Height: 4000, Planes: 3, Progressive: true, Scans: 12}.Bytes(),
		"24 megapixels, deep":                  pngClaim(6000, 4000, 16, false),
		"48 megapixels":                        pngClaim(8000, 6000, 8, false),
		"24 megapixels, interlaced":            pngClaim(6000, 4000, 8, true),
	} {
		if _, _, err := readHeader(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// stopsAfter is a context that is cancelled when it was asked so often.
type stopsAfter struct {
	context.Context
	asks int
}

func (s *stopsAfter) Err() error {
	if s.asks--; s.asks < 0 {
		return context.Canceled
	}
	return nil
}

func (s *stopsAfter) Deadline() (time.Time, bool) { return time.Time{}, false }

// A decoder stops in the middle: it asks for more bytes or comes back, and never reads on.
func TestDecodingCanBeStopped(t *testing.T) {
	for name, data := range kinds(900, 700) {
		facts, _, err := readHeader(data)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, asks := range []int{0, 1, 2} {
			ctx := &stopsAfter{t.Context(), asks}
			if _, err := openStored(ctx, data, &facts, 3); !errors.Is(err, context.Canceled) {
				t.Errorf("%s, after %d pieces: %v", name, asks, err)
			}
			if ctx.asks < -3 { // the reader once, decode twice
				t.Errorf("%s: read on %d times", name, -ctx.asks)
			}
		}
	}
}

// A decoder that takes much longer than was estimated is given up.
func TestLateDecodingIsGivenUp(t *testing.T) {
	for name, data := range kinds(300, 200) {
		reader := &stoppable{t.Context(), time.Now().Add(-time.Second), 64, bytes.NewReader(data)}
		if _, err := decoders[Sniff(data)].decode(reader); err == nil || !reader.late() {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReleasedPicturesAreDecodedAgain(t *testing.T) {
	source, err := Open(t.Context(), hostile.PNG{Width: 300, Height: 420, Depth: 8, Colour: hostile.RGB}.Bytes(), nil)
	if err != nil {
		t.Fatal(err)
	}
	before, err := source.Preview(t.Context(), 300)
	if err != nil {
		t.Fatal(err)
	}
	source.Release()
	after, err := source.Preview(t.Context(), 300)
	if err != nil || !bytes.Equal(before.Pix, after.Pix) {
		t.Errorf("not the same picture, %v", err)
	}
}
