package paper

import (
	"image"
	"image/color"
	"testing"
)

func TestSmaller(t *testing.T) {
	red := color.RGBA{200, 0, 0, 255}
	filled := func(w, h int) *image.RGBA {
		img := image.NewRGBA(image.Rect(5, 7, 5+w, 7+h)) // not at the origin
		for y := 7; y < 7+h; y++ {
			for x := 5; x < 5+w; x++ {
				img.Set(x, y, red)
			}
		}
		return img
	}
	half := filled(40, 56)
	half.Set(25, 35, color.RGBA{})
	cases := []struct {
		name   string
		source image.Image
		want   image.Point
	}{
		{"small", filled(20, 28), image.Pt(20, 28)},
		{"just right", filled(50, 70), image.Pt(50, 70)},
		{"large", filled(500, 700), image.Pt(50, 70)},
		{"small with a hole", half, image.Pt(40, 56)},
		{"large and clear", image.NewNRGBA(image.Rect(0, 0, 500, 700)), image.Pt(50, 70)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := smaller(c.source, 50, 70)
			if size := got.Bounds().Size(); size != c.want {
				t.Fatalf("size %v, want %v", size, c.want)
			}
			for y := got.Bounds().Min.Y; y < got.Bounds().Max.Y; y++ {
				for x := got.Bounds().Min.X; x < got.Bounds().Max.X; x++ {
					if _, _, _, a := got.At(x, y).RGBA(); a != 0xFFFF {
						t.Fatalf("%d,%d shows through", x, y)
					}
				}
			}
		})
	}
	white := smaller(half, 50, 70).At(20, 28)
	if r, g, b, _ := white.RGBA(); r != 0xFFFF || g != 0xFFFF || b != 0xFFFF {
		t.Errorf("the hole is %v, not white", white)
	}
}
