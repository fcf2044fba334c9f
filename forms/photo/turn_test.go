package photo

import (
	"image"
	"testing"

	"github.com/disintegration/imaging"
	"pgregory.net/rapid"
)

// TestStoredRect: cutting a stored picture and turning the part is turning the picture and
// cutting that.
func TestStoredRect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := image.Pt(rapid.IntRange(1, 12).Draw(t, "w"), rapid.IntRange(1, 12).Draw(t, "h"))
		orientation := rapid.IntRange(1, 8).Draw(t, "orientation")
		stored := image.NewNRGBA(image.Rectangle{Max: size})
		for i := range stored.Pix {
			stored.Pix[i] = uint8(i)
		}
		upright := turned(stored, orientation)
		bounds := upright.Rect
		x0, y0 := rapid.IntRange(0, bounds.Dx()-1).Draw(t, "x0"), rapid.IntRange(0, bounds.Dy()-1).Draw(t, "y0")
		rect := image.Rect(x0, y0, rapid.IntRange(x0+1, bounds.Dx()).Draw(t, "x1"), rapid.IntRange(y0+1, bounds.Dy()).Draw(t, "y1"))
		want := imaging.Crop(upright, rect)
		got := turned(imaging.Crop(stored, storedRect(rect, bounds.Size(), orientation)), orientation)
		if got.Rect.Size() != want.Rect.Size() || string(imaging.Clone(got).Pix) != string(imaging.Clone(want).Pix) {
			t.Fatalf("orientation %d, %v: differs", orientation, rect)
		}
	})
}

func TestFurtherTurned(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 3, 2))
	for i := range picture.Pix {
		picture.Pix[i] = uint8(i)
	}
	for orientation := 1; orientation <= 8; orientation++ {
		for _, degrees := range []int{0, 90, 180, 270} {
			want := turned(picture, orientation)
			for range degrees / 90 {
				want = imaging.Rotate270(want)
			}
			got := turned(picture, furtherTurned(orientation, degrees))
			if got.Rect.Size() != want.Rect.Size() || string(got.Pix) != string(want.Pix) {
				t.Errorf("orientation %d and %d degrees", orientation, degrees)
			}
		}
	}
}
