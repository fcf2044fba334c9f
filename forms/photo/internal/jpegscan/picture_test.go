package jpegscan_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"zhicheng/forms/photo/drawn"
	"zhicheng/forms/photo/internal/jpegscan"
)

// samples are JPEG files of several kinds: our own, and where Go's sources are installed those
// with which image/jpeg tests itself.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, quality := range []int{40, 92, 100} {
		var buf bytes.Buffer
		if err := jpeg.Encode(&buf, drawn.Draw(drawn.Standing(230, 322)), &jpeg.Options{Quality: quality}); err != nil {
			t.Fatal(err)
		}
		out[fmt.Sprintf("drawn-%d", quality)] = buf.Bytes()
	}
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, greyOf(drawn.Draw(drawn.Standing(101, 77))), nil); err != nil {
		t.Fatal(err)
	}
	out["grey"] = buf.Bytes()
	files, _ := filepath.Glob(filepath.Join(goRoot(t), "src/image/testdata/*.jpeg"))
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(file)] = data
	}
	if len(files) == 0 {
		t.Log("Go's own image/testdata is not installed here: fewer kinds of JPEG are compared")
	}
	return out
}

// goRoot asks the go tool that runs the tests.
func goRoot(t testing.TB) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Log("go env:", err)
	}
	return strings.TrimSpace(string(out))
}

func greyOf(img image.Image) *image.Gray {
	out := image.NewGray(img.Bounds())
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, img.At(x, y))
		}
	}
	return out
}

func TestSamePixelsAsTheStandardLibrary(t *testing.T) {
	for name, data := range samples(t) {
		want, err := jpeg.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		picture, err := jpegscan.Read(context.Background(), data, 0)
		if errors.Is(err, jpegscan.ErrUnusual) {
			t.Log(name, "is left to the standard library")
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if worst := greatestDifference(want, picture.Reduced); worst > 3 {
			t.Errorf("%s: differs by up to %d", name, worst)
		}
	}
}

// greatestDifference compares luma and colour planes sample by sample.
func greatestDifference(a, b image.Image) int {
	if a.Bounds() != b.Bounds() {
		return 999
	}
	worst := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			worst = max(worst, difference(a, b, x, y))
		}
	}
	return worst
}

func difference(a, b image.Image, x, y int) int {
	q := b.(*image.YCbCr).YCbCrAt(x, y)
	switch p := a.(type) {
	case *image.Gray:
		return abs(int(p.GrayAt(x, y).Y) - int(q.Y))
	case *image.YCbCr:
		c := p.YCbCrAt(x, y)
		return max(abs(int(c.Y)-int(q.Y)), abs(int(c.Cb)-int(q.Cb)), abs(int(c.Cr)-int(q.Cr)))
	}
	return 999
}

func abs(n int) int { return max(n, -n) }

func TestRegionsAreThePictureInParts(t *testing.T) {
	for name, data := range samples(t) {
		for shift := range 4 {
			picture, err := jpegscan.Read(context.Background(), data, shift)
			if err != nil {
				continue
			}
			for _, rect := range []image.Rectangle{image.Rect(0, 0, picture.Width, picture.Height), image.Rect(37, 21, 90, 60), image.Rect(60, 70, 61, 71)} {
				part, err := picture.Region(context.Background(), rect, shift)
				if err != nil {
					t.Fatal(name, shift, err)
				}
				shrunk := image.Rect(rect.Min.X>>shift, rect.Min.Y>>shift, rect.Max.X>>shift, rect.Max.Y>>shift)
				if !shrunk.In(part.Bounds()) || !part.Bounds().In(picture.Reduced.Bounds()) {
					t.Fatalf("%s 1/%d: %v does not cover %v", name, 1<<shift, part.Bounds(), rect)
				}
				whole := picture.Reduced.SubImage(part.Bounds())
				if worst := greatestDifference(whole, part); worst != 0 {
					t.Errorf("%s 1/%d %v: differs by %d", name, 1<<shift, rect, worst)
				}
			}
		}
	}
}

// TestReducedIsTheMean compares the reduced luma with the mean of the full one: the same picture,
// low-pass filtered a little differently.
func TestReducedIsTheMean(t *testing.T) {
	data := samples(t)["drawn-92"]
	full, err := jpegscan.Read(context.Background(), data, 0)
	if err != nil {
		t.Fatal(err)
	}
	for shift := 1; shift < 4; shift++ {
		small, err := jpegscan.Read(context.Background(), data, shift)
		if err != nil {
			t.Fatal(err)
		}
		if sum, n := meanError(full.Reduced, small.Reduced, shift); sum/n > 2.5 {
			t.Errorf("1/%d: mean difference %.2f", 1<<shift, sum/n)
		}
	}
}

func meanError(full, small *image.YCbCr, shift int) (sum, n float64) {
	step := 1 << shift
	for y := range small.Rect.Dy() - 1 {
		for x := range small.Rect.Dx() - 1 {
			mean := 0
			for i := range step * step {
				mean += int(full.YCbCrAt(x*step+i%step, y*step+i/step).Y)
			}
			sum += float64(abs(mean/(step*step) - int(small.YCbCrAt(x, y).Y)))
			n++
		}
	}
	return sum, n
}

func TestTruncatedEverywhere(t *testing.T) {
	data := samples(t)["drawn-92"]
	for n := 2; n < len(data)-2; n += 97 {
		if _, err := jpegscan.Read(context.Background(), data[:n], 3); !errors.Is(err, jpegscan.ErrTruncated) {
			t.Fatalf("first %d of %d bytes: %v", n, len(data), err)
		}
	}
	picture, err := jpegscan.Read(context.Background(), data[:len(data)-2], 3)
	if err != nil || !picture.MissingEnd {
		t.Errorf("without the end marker: %v", err)
	}
	picture, err = jpegscan.Read(context.Background(), append(bytes.Clone(data), "appended"...), 3)
	if err != nil || picture.MissingEnd || picture.Trailing != 8 {
		t.Errorf("with bytes after the end: %v", err)
	}
}

// TestRestartMarkersAreChecked takes away, renames and doubles one of them.
func TestRestartMarkersAreChecked(t *testing.T) {
	data, ok := samples(t)["video-001.restart2.jpeg"]
	if !ok {
		t.Skip("SKIPPED: Go's own image/testdata is not installed here")
	}
	at := bytes.Index(data, []byte{0xff, 0xd1})
	renamed := bytes.Clone(data)
	renamed[at+1] = 0xd5
	for name, broken := range map[string][]byte{
		"renamed":    renamed,
		"taken away": append(bytes.Clone(data[:at]), data[at+2:]...),
		"doubled":    append(bytes.Clone(data[:at+2]), data[at:]...),
	} {
		if _, err := jpegscan.Read(context.Background(), broken, 3); !errors.Is(err, jpegscan.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
