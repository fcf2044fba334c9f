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

// resizedBy stretches a picture; a factor of 1 keeps a side.
func resizedBy(across, down float64) func(*image.NRGBA) *image.NRGBA {
	return func(m *image.NRGBA) *image.NRGBA {
		return imaging.Resize(m, int(float64(m.Rect.Dx())*across), int(float64(m.Rect.Dy())*down), imaging.Lanczos)
	}
}

// enlargedBy reduces a picture and brings it back to its size.
func enlargedBy(times float64) func(*image.NRGBA) *image.NRGBA {
	return func(m *image.NRGBA) *image.NRGBA {
		small := imaging.Resize(m, int(float64(m.Rect.Dx())/times), int(float64(m.Rect.Dy())/times), imaging.Box)
		return imaging.Resize(small, m.Rect.Dx(), m.Rect.Dy(), imaging.CatmullRom)
	}
}

// TestStretchedAndEnlarged measures real pictures as they are, stretched and enlarged: those that are
// as they were must not be suspected. One is tried with every run, all with -variants.
func TestStretchedAndEnlarged(t *testing.T) {
	Slow(t)
	finder, err := NewFinder(assets.Faces())
	if err != nil {
		t.Fatal(err)
	}
	files := faceFiles(t)
	if !*variantsWanted {
		files = slices.DeleteFunc(files, func(name string) bool { return !strings.HasPrefix(filepath.Base(name), "15_") })
	}
	var pictures []image.Image
	for _, name := range files {
		picture, err := imaging.Open(name)
		if err != nil {
			t.Fatal(name, err)
		}
		pictures = append(pictures, picture)
	}
	for _, row := range []struct {
		name                   string
		make                   func(*image.NRGBA) *image.NRGBA
		wide, long, soft, dull bool // what is to be found in the picture of every run
	}{
		{"as it is", resizedBy(1, 1), false, false, false, false},
		{"at 0.7", resizedBy(0.7, 0.7), false, false, false, false},
		{"a little wide", resizedBy(1.08, 1), false, false, false, false},
		{"leaning", leaningBy(8), false, false, false, false},
		{"wide", resizedBy(1.3, 1), true, false, false, false},
		{"long", resizedBy(1, 1.3), false, true, false, false},
		{"enlarged", enlargedBy(3.5), false, false, true, false},
		{"blurred", func(m *image.NRGBA) *image.NRGBA { return imaging.Blur(m, 4) }, false, false, false, true},
	} {
		var wide, long, soft, dull, n int
		for i, name := range files {
			data, err := EncodeJPEG(row.make(imaging.Fit(pictures[i], 640, 640, imaging.Box)), 92)
			if err != nil {
				t.Fatal(err)
			}
			source, err := Open(t.Context(), data, finder)
			facts := source.Facts()
			if err != nil || facts.Face.Count == 0 {
				t.Errorf("%s: %s: no face, %v", row.name, filepath.Base(name), err)
				continue
			}
			q := facts.Quality
			n++
			for _, c := range []struct {
				count *int
				is    bool
			}{{&wide, q.Wideness > WidenessMost}, {&long, q.Wideness < WidenessLeast}, {&soft, q.FineDetail > 0 && q.FineDetail < FineDetailLow}, {&dull, q.Sharpness < SharpnessLow}} {
				if c.is {
					*c.count++
				}
			}
		}
		t.Logf("%-14s %d pictures: %d wide, %d long, %d enlarged, %d blurred", row.name, n, wide, long, soft, dull)
		sound := !row.wide && !row.long && !row.soft && !row.dull
		if sound && wide+long+soft+dull > 0 || n == 1 && (row.wide != (wide > 0) || row.long != (long > 0) || row.soft != (soft > 0) || row.dull != (dull > 0)) {
			t.Errorf("%s: %d wide, %d long, %d enlarged, %d blurred", row.name, wide, long, soft, dull)
		}
	}
}

// someFaces are the real pictures whose names begin so; none where there are none.
func someFaces(t *testing.T, prefixes ...string) map[string]*image.NRGBA {
	t.Helper()
	out := map[string]*image.NRGBA{}
	for _, prefix := range prefixes {
		names, err := filepath.Glob(filepath.Join(portraits, prefix+"*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			picture, err := imaging.Open(name)
			if err != nil {
				t.Fatal(name, err)
			}
			out[filepath.Base(name)] = imaging.Clone(picture)
		}
	}
	return out
}
