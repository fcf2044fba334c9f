package photo

import (
	"context"
	"flag"
	"image"
	"image/color"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/disintegration/imaging"

	"zhicheng/assets"
	"zhicheng/forms/photo/internal/nets"
)

// variantsWanted runs TestPortraitVariants, which takes minutes.
var variantsWanted = flag.Bool("variants", false, "look for the faces of the portraits turned, tilted, lit and small")

// variants are what is made of each real picture, with the tilt that it adds, in degrees.
var variants = []struct {
	name string
	tilt float64
	make func(*image.NRGBA) *image.NRGBA
}{
	{"as it is", 0, func(m *image.NRGBA) *image.NRGBA { return m }},
	{"mirrored", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.FlipH(m) }},
	{"tilted", 8, leaningBy(8)},
	{"tilted", -8, leaningBy(-8)},
	{"tilted", 18, leaningBy(18)},
	{"tilted", -18, leaningBy(-18)},
	{"tilted far", 35, leaningBy(35)},
	{"tilted far", -35, leaningBy(-35)},
	{"turned", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.Rotate90(m) }},
	{"turned", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.Rotate180(m) }},
	{"turned", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.Rotate270(m) }},
	{"dark", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.AdjustGamma(m, 0.4) }},
	{"bright", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.AdjustGamma(m, 2.2) }},
	{"lit from a side", 0, sideLit},
	{"grey", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.Grayscale(m) }},
	{"small", 0, func(m *image.NRGBA) *image.NRGBA { return imaging.Fit(m, 160, 160, imaging.Box) }},
	{"in a large room", 0, inRoom(3)},
	{"far away", 0, inRoom(5)},
}

func leaningBy(degrees float64) func(*image.NRGBA) *image.NRGBA {
	return func(m *image.NRGBA) *image.NRGBA { return imaging.Rotate(m, -degrees, color.White) }
}

func sideLit(m *image.NRGBA) *image.NRGBA {
	out := imaging.Clone(m)
	for i := range out.Pix {
		if x := i / 4 % m.Rect.Dx(); i%4 < 3 {
			out.Pix[i] = uint8(float64(out.Pix[i]) * (0.25 + 0.75*float64(x)/float64(m.Rect.Dx())))
		}
	}
	return out
}

// inRoom puts a picture, a part of the size, into a larger one of the same size.
func inRoom(times int) func(*image.NRGBA) *image.NRGBA {
	return func(m *image.NRGBA) *image.NRGBA {
		w, h := m.Rect.Dx(), m.Rect.Dy()
		room := imaging.New(w, h, color.NRGBA{188, 180, 170, 255})
		return imaging.Paste(room, imaging.Resize(m, w/times, h/times, imaging.Box), image.Pt(w/2, h/4))
	}
}

// TestPortraitVariants counts the faces that are found and measures their tilt against that of the
// picture as it is.
func TestPortraitVariants(t *testing.T) {
	if !*variantsWanted {
		t.Skip("SKIPPED: variants of the portraits are tried with -variants")
	}
	finder, err := NewFinder(assets.Faces())
	if err != nil {
		t.Fatal(err)
	}
	own := map[string]float64{}
	for _, v := range variants {
		found, n := 0, 0
		var off []float64
		for _, name := range faceFiles(t) {
			picture, err := imaging.Open(name)
			if err != nil {
				t.Fatal(name, err)
			}
			made := v.make(imaging.Fit(picture, analysisLongest, analysisLongest, imaging.Box))
			seen, err := finder.search(context.Background(), sighting{picture: nets.NewPyramid(made)})
			if err != nil {
				t.Fatal(err)
			}
			n++
			if len(seen.faces) == 0 {
				t.Logf("%s: not found in %s", v.name, filepath.Base(name))
				continue
			}
			found++
			tilt := seen.faces[0].tilt
			if v.name == "as it is" {
				own[name] = tilt
			}
			want := own[name] + v.tilt
			if v.name == "mirrored" {
				want = -own[name]
			}
			off = append(off, math.Abs(tilt-want))
		}
		slices.Sort(off)
		t.Logf("%-16s %+3.0f: %d of %d found, tilt off by %.1f (median), %.1f (90%%), %.1f (most)", v.name, v.tilt, found, n,
			percentile(off, 50), percentile(off, 90), percentile(off, 100))
	}
}

// faceFiles are the real pictures with a face.
func faceFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(portraits, "[0-9]*.*"))
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(name string) bool {
		return strings.Contains(name, "noface") || strings.Contains(name, "_gt") || strings.Contains(name, "_webp_")
	})
	if len(files) == 0 {
		t.Skip("SKIPPED: no portraits in ../shared/portraits; nothing was tried on real pictures")
	}
	return files
}
