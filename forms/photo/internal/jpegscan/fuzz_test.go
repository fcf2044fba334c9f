package jpegscan_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"testing"

	"zhicheng/forms/photo/internal/jpegscan"
)

// FuzzAgainstTheStandardLibrary: what Read accepts, image/jpeg decodes to the same pixels. Read
// may refuse more, because it checks more.
func FuzzAgainstTheStandardLibrary(f *testing.F) {
	for _, data := range samples(f) {
		if len(data) < 12_000 {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		header, err := jpegscan.ReadHeader(data)
		if err != nil || header.Width*header.Height > 1<<20 {
			return
		}
		for shift := 3; shift >= 0; shift-- {
			picture, err := jpegscan.Read(context.Background(), data, shift)
			if err != nil {
				if !errors.Is(err, jpegscan.ErrDamaged) && !errors.Is(err, jpegscan.ErrTruncated) && !errors.Is(err, jpegscan.ErrUnusual) {
					t.Fatal(err)
				}
				return
			}
			if _, err := picture.Region(context.Background(), image.Rect(header.Width/3, header.Height/3, header.Width, header.Height), shift); err != nil {
				t.Fatal("a sound picture has an unsound region:", err)
			}
			if shift == 0 {
				compareWithStandard(t, data, picture)
			}
		}
	})
}

func compareWithStandard(t *testing.T, data []byte, picture *jpegscan.Picture) {
	t.Helper()
	if picture.MissingEnd {
		data = append(bytes.Clone(data), 0xff, 0xd9)
	}
	want, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Skip("image/jpeg refuses it:", err)
	}
	if want.Bounds() != picture.Reduced.Bounds() {
		t.Fatalf("%v, want %v", picture.Reduced.Bounds(), want.Bounds())
	}
	colour, ok := want.(*image.YCbCr)
	if !ok {
		return
	}
	ours := picture.Reduced
	compareBlocks(t, plane{colour.Y, colour.YStride}, plane{ours.Y, ours.YStride}, want.Bounds().Size())
	c := image.Pt(colour.CStride/8*8, len(colour.Cb)/colour.CStride/8*8)
	compareBlocks(t, plane{colour.Cb, colour.CStride}, plane{ours.Cb, ours.CStride}, c)
	compareBlocks(t, plane{colour.Cr, colour.CStride}, plane{ours.Cr, ours.CStride}, c)
}

type plane struct {
	pix    []byte
	stride int
}

// compareBlocks compares whole blocks. Those with samples at the ends of the range are left out:
// coefficients that no picture has overflow in image/jpeg.
func compareBlocks(t *testing.T, a, b plane, size image.Point) {
	t.Helper()
	for y := 0; y+8 <= size.Y; y += 8 {
		for x := 0; x+8 <= size.X; x += 8 {
			worst, wild := 0, false
			for i := range 64 {
				v, w := a.pix[(y+i/8)*a.stride+x+i%8], b.pix[(y+i/8)*b.stride+x+i%8]
				wild = wild || v == 0 || v == 255 || w == 0 || w == 255
				worst = max(worst, abs(int(v)-int(w)))
			}
			if worst > 3 && !wild {
				t.Fatalf("the block at %d, %d differs by %d", x, y, worst)
			}
		}
	}
}
