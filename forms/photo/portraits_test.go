package photo_test

import (
	"context"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/disintegration/imaging"

	"zhicheng/forms/photo"
)

// sheetFile is where TestPortraits writes a contact sheet: the source with its frame beside the
// output.
var sheetFile = flag.String("sheet", "", "write a contact sheet of the portraits to this JPEG file")

// portraitFiles lists the real pictures to try, which are not part of the repository.
func portraitFiles(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../../../shared/portraits/[0-9]*.*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range files {
		if !strings.Contains(f, "_gt.") {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		t.Skip("SKIPPED: no portraits in ../shared/portraits; nothing was tried on real pictures")
	}
	return out
}

func TestPortraits(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	var tiles []image.Image
	files := portraitFiles(t)
	if *sheetFile == "" {
		files = photo.Some(t, 5, files)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source, err := photo.Open(context.Background(), data, finder)
		if err != nil {
			t.Fatal(file, err)
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || !spec2020.Fits(out.Facts) {
			t.Errorf("%s: %v", file, err)
		}
		f, o := source.Facts(), out.Facts
		if people := f.Face.Count; (people == 0) != strings.Contains(file, "noface") || people > 1 {
			t.Errorf("%s: %d faces", file, people)
		}
		if f.Suspect || o.Suspect {
			t.Errorf("%s: a sound picture is suspected", file)
		}
		t.Logf("%-26.26s face %d score %5.1f tilt %5.1f | %-10s L%5.1f C%5.1f | %-6s %v angle %4.1f lacks %v | %d×%d %6d bytes q%d | head %.2f top %.2f off %+.3f sharp %.2f | out %s",
			filepath.Base(file), f.Face.Count, f.Face.Score, f.Face.Tilt,
			f.Background.Verdict, f.Background.Lightness, f.Background.Chroma,
			out.Frame.By, out.Frame.Rect, out.Frame.Angle, out.Frame.Lacks,
			o.Width, o.Height, o.Bytes, out.Quality, o.Quality.HeadShare, o.Quality.TopShare, o.Quality.OffCentre, o.Quality.Sharpness, o.Background.Verdict)
		if *sheetFile != "" {
			white, errWhite := source.Encode(context.Background(), spec2020, photo.Options{Whiten: true})
			if errWhite != nil {
				t.Logf("    not whitened: %v", errWhite)
			}
			tiles = append(tiles, tile(t, source, out, white))
		}
	}
	if *sheetFile != "" {
		writeSheet(t, tiles)
	}
}

const tileSide = 420

// tile shows the source with the frame's rectangle, the output and the whitened output.
func tile(t *testing.T, source *photo.Source, outputs ...photo.Output) image.Image {
	t.Helper()
	sheet := imaging.New(3*tileSide, tileSide, image.Black.C)
	preview, err := source.Preview(context.Background(), tileSide)
	if err != nil {
		t.Fatal(err)
	}
	draw.Draw(sheet, preview.Rect, preview, image.Point{}, draw.Src)
	k := float64(preview.Rect.Dx()) / float64(source.Size().X)
	r := outputs[0].Frame.Rect
	outline(sheet, image.Rect(int(float64(r.Min.X)*k), int(float64(r.Min.Y)*k), int(float64(r.Max.X)*k), int(float64(r.Max.Y)*k)))
	for i, out := range outputs {
		if out.JPEG == nil {
			continue
		}
		made, err := imaging.Decode(strings.NewReader(string(out.JPEG)))
		if err != nil {
			t.Fatal(err)
		}
		small := imaging.Fit(made, tileSide, tileSide, imaging.Box)
		at := image.Pt(tileSide*(i+1), 0)
		draw.Draw(sheet, small.Rect.Add(at), small, image.Point{}, draw.Src)
	}
	return sheet
}

func outline(sheet *image.NRGBA, r image.Rectangle) {
	red := image.NewUniform(image.NewNRGBA(image.Rect(0, 0, 1, 1)).ColorModel().Convert(image.White.C))
	for _, edge := range []image.Rectangle{
		image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+2), image.Rect(r.Min.X, r.Max.Y-2, r.Max.X, r.Max.Y),
		image.Rect(r.Min.X, r.Min.Y, r.Min.X+2, r.Max.Y), image.Rect(r.Max.X-2, r.Min.Y, r.Max.X, r.Max.Y),
	} {
		draw.Draw(sheet, edge, red, image.Point{}, draw.Src)
	}
}

func writeSheet(t *testing.T, tiles []image.Image) {
	t.Helper()
	rows := (len(tiles) + 1) / 2
	sheet := image.NewNRGBA(image.Rect(0, 0, 2*3*tileSide, rows*tileSide))
	for i, tile := range tiles {
		at := image.Pt(i%2*3*tileSide, i/2*tileSide)
		draw.Draw(sheet, tile.Bounds().Add(at), tile, image.Point{}, draw.Src)
	}
	file, err := os.Create(*sheetFile)
	if err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(file, sheet, &jpeg.Options{Quality: 85}); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	fmt.Println("contact sheet:", *sheetFile)
}
