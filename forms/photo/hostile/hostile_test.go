package hostile_test

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"

	"golang.org/x/image/bmp"
	"golang.org/x/image/webp"

	"zhicheng/forms/photo/hostile"
)

// Each file is one that the decoders read: what refuses it must do so for its cost.
func TestTheyAreSound(t *testing.T) {
	type decode func(io.Reader) (image.Image, error)
	for name, row := range map[string]struct {
		data   []byte
		decode decode
	}{
		"progressive grey":   {hostile.JPEG{Width: 99, Height: 50, Planes: 1, Progressive: true, Scans: 5}.Bytes(), jpeg.Decode},
		"progressive colour": {hostile.JPEG{Width: 99, Height: 50, Planes: 3, Halved: true, Progressive: true, Scans: 5}.Bytes(), jpeg.Decode},
		"progressive print":  {hostile.JPEG{Width: 99, Height: 50, Planes: 4, Progressive: true, Scans: 5}.Bytes(), jpeg.Decode},
		"repeated scans":     {hostile.JPEG{Width: 99, Height: 50, Planes: 3, Scans: 5}.Bytes(), jpeg.Decode},
		"interlaced":         {hostile.PNG{Width: 99, Height: 50, Depth: 16, Colour: hostile.RGBA, Interlaced: true}.Bytes(), png.Decode},
		"palette":            {hostile.PNG{Width: 99, Height: 50, Depth: 1, Colour: hostile.Palette}.Bytes(), png.Decode},
		"packed profile": {hostile.PNG{
			Width: 99, Height: 50, Depth: 8, Colour: hostile.RGB,
			Extra: hostile.PackedChunk("iCCP", 1<<20),
		}.Bytes(), png.Decode},
		"gif":           {hostile.GIF(99, 50), gif.Decode},
		"bmp":           {hostile.BMP(99, 50), bmp.Decode},
		"lossless webp": {hostile.LosslessWebP(99, 50), webp.Decode},
		"lossy webp":    {hostile.LossyWebP(99, 50), webp.Decode},
	} {
		picture, err := row.decode(bytes.NewReader(row.data))
		if err != nil || picture.Bounds() != image.Rect(0, 0, 99, 50) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
