package photo

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

// Where nobody can tell where the person ends, a white ground on which something dark is left passes
// no more than one with a little more of it: a crop that is a pixel narrower got another verdict.
func TestUndecidedGroundIsAsked(t *testing.T) {
	const w, h = 200, 280
	judge := func(foreign int, unsure float32) Background {
		picture := image.NewNRGBA(image.Rect(0, 0, w, h))
		draw.Draw(picture, picture.Rect, image.White, image.Point{}, draw.Src)
		parts := make([]float32, w*h)
		for y := 80; y < h; y++ {
			for x := 60; x < 140; x++ {
				parts[y*w+x] = 1
				if x >= 100 {
					parts[y*w+x] = unsure
				}
				picture.SetNRGBA(x, y, color.NRGBA{40, 40, 60, 255})
			}
		}
		for i := range foreign {
			picture.SetNRGBA(4+i%10, 150+i/10, color.NRGBA{30, 30, 30, 255}) // left of the person
		}
		g := findGround(picture)
		g.person = &person{w: w, h: h, parts: parts}
		return judgeBackground(picture, g)
	}
	for _, row := range []struct {
		name    string
		foreign int
		unsure  float32
		verdict BackgroundVerdict
		doubt   Doubt
	}{
		{"sure, nothing left", 0, 1, White, ""},
		{"sure, a little", 300, 1, White, ""},
		{"sure, too much", 1500, 1, NearWhite, Mixed},
		{"unsure, nothing left", 0, 0.5, White, ""},
		{"unsure, a little", 300, 0.5, White, ""},
		{"unsure, nearly too much", 500, 0.5, White, Undecided},
		{"unsure, too much", 1500, 0.5, NearWhite, Undecided},
	} {
		got := judge(row.foreign, row.unsure)
		if got.Verdict != row.verdict || got.Doubt != row.doubt {
			t.Errorf("%s: %s %q, foreign %.4f, want %s %q", row.name, got.Verdict, got.Doubt, got.Foreign, row.verdict, row.doubt)
		}
	}
}
