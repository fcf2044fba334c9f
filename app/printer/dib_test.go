package printer

import (
	"image"
	"image/color"
	"slices"
	"testing"
)

func TestPageOnPaper(t *testing.T) {
	for _, c := range []struct {
		name  string
		paper sheetOfPaper
		want  image.Rectangle
	}{
		{"A4 with margins of 5 mm", sheetOfPaper{4961, 7016, 118, 118, 600, 600}, image.Rect(-118, -118, 4843, 6898)},
		{"A3: at its own size", sheetOfPaper{7016, 9921, 0, 0, 600, 600}, image.Rect(0, 0, 4961, 7016)},
		{"A5: half as large", sheetOfPaper{1748, 2480, 0, 0, 300, 300}, image.Rect(0, 4, 1748, 2476)},
		{"Letter: lower, in the middle", sheetOfPaper{2550, 3300, 0, 0, 300, 300}, image.Rect(108, 0, 2441, 3300)},
		{"other dots across than down", sheetOfPaper{4961, 3508, 0, 0, 600, 300}, image.Rect(0, 0, 4961, 3508)},
	} {
		got := c.paper.place()
		for _, gap := range []int{got.Min.X - c.want.Min.X, got.Min.Y - c.want.Min.Y, got.Max.X - c.want.Max.X, got.Max.Y - c.want.Max.Y} {
			if gap < -2 || gap > 2 {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
				break
			}
		}
		if c.paper.left == 0 && !got.In(image.Rect(0, 0, c.paper.width+1, c.paper.height+1)) {
			t.Errorf("%s: %v is beyond the paper", c.name, got)
		}
	}
}

func TestBitmapOfAPage(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 2, 2))
	for i, c := range []color.RGBA{{1, 2, 3, 255}, {4, 5, 6, 255}, {7, 8, 9, 255}, {10, 11, 12, 255}} {
		picture.SetRGBA(i%2, i/2, c)
	}
	if got := bitmap(picture); !slices.Equal(got, []byte{9, 8, 7, 12, 11, 10, 0, 0, 3, 2, 1, 6, 5, 4, 0, 0}) {
		t.Errorf("%v", got)
	}
}
