package photo

import (
	"context"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/disintegration/imaging"
)

const portraits = "../../../shared/portraits"

// readPNG reads one of the portraits; the test skips where they are absent.
func readPNG(t *testing.T, name string) *image.NRGBA {
	t.Helper()
	file, err := os.Open(filepath.Join(portraits, name))
	if err != nil {
		t.Skip("SKIPPED: no portraits in ../shared/portraits; whitening was not measured:", err)
	}
	defer file.Close()
	img, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	return imaging.Clone(img)
}

// over composes a foreground with its true opacity over a colour.
func over(fore, alpha *image.NRGBA, back color.NRGBA) *image.NRGBA {
	out := image.NewNRGBA(fore.Rect)
	for i := 0; i < len(out.Pix); i += 4 {
		a := int(alpha.Pix[i])
		for k, b := range [3]uint8{back.R, back.G, back.B} {
			out.Pix[i+k] = uint8((int(fore.Pix[i+k])*a + int(b)*(255-a) + 127) / 255)
		}
		out.Pix[i+3] = 255
	}
	return out
}

// psnr compares two pictures in dB.
func psnr(a, b *image.NRGBA) float64 {
	sum, n := 0.0, 0
	for i := range a.Pix {
		if i%4 != 3 {
			d := float64(a.Pix[i]) - float64(b.Pix[i])
			sum += d * d
			n++
		}
	}
	return 10 * math.Log10(255*255/max(sum/float64(n), 1e-9))
}

// TestWhitenAgainstTheTruth puts a furry figure whose opacity is known on studio colours and
// compares the whitened picture with the figure put on white.
func TestWhitenAgainstTheTruth(t *testing.T) {
	Slow(t)
	fore, alpha := readPNG(t, "31_lemur_foreground_gt.png"), readPNG(t, "31_lemur_alpha_gt.png")
	white := over(fore, alpha, color.NRGBA{255, 255, 255, 255})
	for _, row := range []struct {
		name  string
		back  color.NRGBA
		least float64
	}{
		{"blue", color.NRGBA{67, 142, 219, 255}, 38},
		{"red", color.NRGBA{200, 30, 40, 255}, 34},
		{"grey", color.NRGBA{200, 200, 200, 255}, 27},
	} {
		got, _, err := whiten(context.Background(), over(fore, alpha, row.back), sitter{})
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		if dir := os.Getenv("WHITEN_DIR"); dir != "" {
			imaging.Save(got, filepath.Join(dir, row.name+".png"))
		}
		if p := psnr(white, got); p < row.least {
			t.Errorf("%s: %.1f dB, want %.0f", row.name, p, row.least)
		} else {
			t.Logf("%s: %.1f dB", row.name, p)
		}
	}
}
