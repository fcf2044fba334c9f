package photo_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"image/gif"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/disintegration/imaging"
	"golang.org/x/image/bmp"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

func inspect(t testing.TB, data []byte, finder *photo.Finder) photo.Facts {
	t.Helper()
	source, err := photo.Open(context.Background(), data, finder)
	if err != nil {
		t.Fatal(err)
	}
	return source.Facts()
}

// undo turns a picture so that its EXIF orientation makes it upright again.
var undo = map[int]func(image.Image) *image.NRGBA{
	1: func(m image.Image) *image.NRGBA { return imaging.Clone(m) },
	2: imaging.FlipH, 3: imaging.Rotate180, 4: imaging.FlipV, 5: imaging.Transpose,
	6: imaging.Rotate90, 7: imaging.Transverse, 8: imaging.Rotate270,
}

func TestEveryOrientationIsMadeUpright(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	person := drawn.Standing(330, 440)
	upright := drawn.Draw(person)
	want := open(t, person, finder).Facts()
	for _, orientation := range photo.Some(t, 2, []int{1, 2, 3, 4, 6, 5, 8, 7}) { // each with its mirror image after it
		data, err := photo.EncodeJPEG(undo[orientation](upright), 92)
		if err != nil {
			t.Fatal(err)
		}
		source, err := photo.Open(context.Background(), withSegment(data, 0xe1, exif(orientation)), finder)
		if err != nil {
			t.Fatal(orientation, err)
		}
		got := source.Facts()
		if got.Orientation != orientation || got.Width != 330 || got.Height != 440 || got.Turn != 0 || got.Face.Count != 1 {
			t.Errorf("orientation %d: %+v", orientation, got)
		}
		if d := got.Face.Box.Min.Sub(want.Face.Box.Min); abs(d.X) > 12 || abs(d.Y) > 12 {
			t.Errorf("orientation %d: the face is at %v, want %v", orientation, got.Face.Box, want.Face.Box)
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || out.Facts.Orientation != 1 || out.Facts.Face.Count != 1 {
			t.Errorf("orientation %d: %+v, %v", orientation, out.Facts, err)
		}
	}
}

func abs(n int) int { return max(n, -n) }

func TestAWronglyTaggedPictureIsTurned(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	picture := drawn.Draw(drawn.Standing(390, 520))
	for turn, lying := range map[int]image.Image{
		90: imaging.Rotate90(picture), 180: imaging.Rotate180(picture), 270: imaging.Rotate270(picture),
	} {
		data, err := photo.EncodeJPEG(lying, 92)
		if err != nil {
			t.Fatal(err)
		}
		source, err := photo.Open(context.Background(), data, finder)
		if err != nil {
			t.Fatal(err)
		}
		if got := source.Facts(); got.Turn != turn || source.Size() != image.Pt(390, 520) {
			t.Errorf("turn %d: found %d, size %v", turn, got.Turn, source.Size())
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || out.Frame.By != photo.ByFace || out.Facts.Turn != 0 || out.Facts.Face.Count != 1 {
			t.Errorf("turn %d: %+v, %v", turn, out.Facts, err)
		}
	}
}

func TestNoMetadataSurvive(t *testing.T) {
	data := drawnJPEG(t, drawn.Standing(480, 640))
	data = withSegment(data, 0xe1, exif(1))
	data = withSegment(data, 0xe1, []byte("http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta GPSLatitude='30,0N'/>"))
	data = withSegment(data, 0xfe, []byte("a comment"))
	data = append(data, "appended film"...)
	source, err := photo.Open(context.Background(), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	out, err := source.Encode(context.Background(), spec2020, photo.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range []string{"Exif", "GPS", "adobe", "comment", "film"} {
		if bytes.Contains(out.JPEG, []byte(trace)) {
			t.Errorf("the output contains %q", trace)
		}
	}
	jfif := []byte{0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1, 1, 44, 1, 44, 0, 0}
	if !bytes.HasPrefix(out.JPEG, jfif) {
		t.Errorf("the output begins with % x", out.JPEG[:20])
	}
	if f := source.Facts(); f.TrailingBytes != len("appended film") {
		t.Errorf("%d trailing bytes", f.TrailingBytes)
	}
}

func TestProfilesAreConverted(t *testing.T) {
	flat := imaging.New(400, 560, color.NRGBA{200, 120, 90, 255})
	p3 := matrixProfile(displayP3)
	plain, err := photo.EncodeJPEG(flat, 100)
	if err != nil {
		t.Fatal(err)
	}
	srgb := matrixProfile([3][3]float64{{0.43607, 0.22249, 0.01392}, {0.38515, 0.71687, 0.09708}, {0.14307, 0.06061, 0.71410}})
	// Display P3 (200, 120, 90) in sRGB, from the matrices of both.
	inSRGB := color.NRGBA{213, 117, 82, 255}
	for name, row := range map[string]struct {
		data    []byte
		profile photo.Profile
		want    color.NRGBA
	}{
		"none":    {plain, photo.ProfileNone, color.NRGBA{200, 120, 90, 255}},
		"srgb":    {withSegment(plain, 0xe2, jpegProfile(srgb)), photo.ProfileSRGB, color.NRGBA{200, 120, 90, 255}},
		"p3":      {withSegment(plain, 0xe2, jpegProfile(p3)), photo.ProfileDisplayP3, inSRGB},
		"p3 png":  {pngWithProfile(t, flat, p3), photo.ProfileDisplayP3, inSRGB},
		"garbage": {withSegment(plain, 0xe2, jpegProfile([]byte("garbage"))), photo.ProfileOther, color.NRGBA{200, 120, 90, 255}},
	} {
		source, err := photo.Open(context.Background(), row.data, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		cut, _, err := source.Crop(context.Background(), spec2020, photo.Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		got := cut.NRGBAAt(100, 100)
		if source.Facts().Profile != row.profile || farther(got, row.want) > 2 {
			t.Errorf("%s: profile %q, colour %v, want %v", name, source.Facts().Profile, got, row.want)
		}
	}
}

func farther(a, b color.NRGBA) int {
	return max(abs(int(a.R)-int(b.R)), abs(int(a.G)-int(b.G)), abs(int(a.B)-int(b.B)))
}

// encodings of one picture; each must be told by its content and read alike.
func encodings(t testing.TB, picture *image.NRGBA) map[photo.Format][]byte {
	t.Helper()
	out := map[photo.Format][]byte{}
	var buf bytes.Buffer
	keep := func(format photo.Format, err error) {
		if err != nil {
			t.Fatal(format, err)
		}
		out[format] = bytes.Clone(buf.Bytes())
		buf.Reset()
	}
	keep(photo.PNG, png.Encode(&buf, picture))
	keep(photo.BMP, bmp.Encode(&buf, picture))
	keep(photo.GIF, gif.Encode(&buf, picture, nil))
	data, err := photo.EncodeJPEG(picture, 92)
	buf.Write(data)
	keep(photo.JPEG, err)
	return out
}

func TestFormatsByContent(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	for format, data := range encodings(t, drawn.Draw(drawn.Standing(300, 420))) {
		facts := inspect(t, data, finder)
		if facts.Format != format || facts.Width != 300 || facts.Height != 420 || facts.Face.Count != 1 || facts.Background.Verdict != photo.White {
			t.Errorf("%s: %+v", format, facts)
		}
		for _, part := range []int{3, 10} {
			_, err := photo.Open(context.Background(), data[:len(data)*part/11], finder)
			if !errors.Is(err, photo.Truncated) {
				t.Errorf("%s cut to %d/11: %v", format, part, err)
			}
		}
	}
}

func TestTransparentIsWhite(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 300, 420))
	draw.Draw(picture, image.Rect(100, 200, 200, 420), image.Black, image.Point{}, draw.Src)
	var buf bytes.Buffer
	if err := png.Encode(&buf, picture); err != nil {
		t.Fatal(err)
	}
	if facts := inspect(t, buf.Bytes(), nil); facts.Background.Verdict != photo.White {
		t.Errorf("%+v", facts.Background)
	}
}

func TestPalettedAnd16Bit(t *testing.T) {
	photo.Slow(t)
	picture := drawn.Draw(drawn.Standing(300, 420))
	paletted := image.NewPaletted(picture.Rect, palette.Plan9)
	wide := image.NewNRGBA64(picture.Rect)
	draw.Draw(paletted, picture.Rect, picture, image.Point{}, draw.Src)
	draw.Draw(wide, picture.Rect, picture, image.Point{}, draw.Src)
	for name, m := range map[string]image.Image{"paletted": paletted, "16 bit": wide} {
		var buf bytes.Buffer
		if err := png.Encode(&buf, m); err != nil {
			t.Fatal(err)
		}
		if facts := inspect(t, buf.Bytes(), newFinder(t)); facts.Face.Count != 1 {
			t.Errorf("%s: %+v", name, facts)
		}
	}
}

// TestOddFiles reads the files with which Go's own image packages test themselves: print colours,
// several ways to store colour, progressive, interlaced, WebP with and without loss.
func TestOddFiles(t *testing.T) {
	photo.Slow(t)
	var files []string
	for _, question := range [][]string{{"env", "GOROOT"}, {"list", "-m", "-f", "{{.Dir}}", "golang.org/x/image"}} {
		answer, err := exec.Command("go", question...).Output()
		if err != nil {
			t.Log(err)
		}
		dir := strings.TrimSpace(string(answer))
		for _, pattern := range []string{"src/image/testdata/*.*", "testdata/*.webp", "testdata/*.bmp"} {
			found, _ := filepath.Glob(filepath.Join(dir, pattern))
			files = append(files, found...)
		}
	}
	if len(files) == 0 {
		t.Skip("SKIPPED: Go's own test pictures are not installed here")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		source, err := photo.Open(context.Background(), data, nil)
		facts := source.Facts()
		if err != nil || (facts.Width == 0 || facts.Format == photo.Unknown) {
			t.Errorf("%s: %+v, %v", name, facts, err)
		}
	}
	t.Logf("%d files", len(files))
}
