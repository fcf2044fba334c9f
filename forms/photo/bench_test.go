package photo_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// bigSizes are those of phone cameras, upright.
var bigSizes = [][2]int{{3000, 4000}, {4000, 6000}}

// bigPhoto is a JPEG as large as a phone's: fine grain everywhere, half-body.
func bigPhoto(b *testing.B, width, height int) []byte {
	b.Helper()
	p := drawn.Standing(width, height)
	p.Ground, p.Grain = drawn.LightGrey, 9
	p.HeadHeight, p.CrownY = 0.3*float64(height), 0.15*float64(height)
	return drawnJPEG(b, p)
}

// BenchmarkPipeline does what one photo needs: read, find the face, crop, encode, read back.
// BenchmarkOthers does less on the same files with other programs: reduce and encode.
func BenchmarkPipeline(b *testing.B) {
	finder := newFinder(b)
	for _, size := range bigSizes {
		data := bigPhoto(b, size[0], size[1])
		b.Run(fmt.Sprintf("%dMP", size[0]*size[1]/1_000_000), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				source, err := photo.Open(context.Background(), data, finder)
				if err != nil {
					b.Fatal(err)
				}
				out, err := source.Encode(context.Background(), spec2020, photo.Options{})
				if err != nil || out.Frame.By != photo.ByFace {
					b.Fatal(out.Frame, err)
				}
			}
		})
	}
}

// BenchmarkOthers runs vipsthumbnail and ImageMagick where they are installed.
func BenchmarkOthers(b *testing.B) {
	for _, size := range bigSizes {
		dir := b.TempDir()
		in, out := filepath.Join(dir, "in.jpg"), filepath.Join(dir, "out.jpg")
		if err := os.WriteFile(in, bigPhoto(b, size[0], size[1]), 0o600); err != nil {
			b.Fatal(err)
		}
		for _, command := range [][]string{
			{"vipsthumbnail", "-s", "600", in, "-o", out},
			{"convert", "-define", "jpeg:size=1200x1200", in, "-resize", "600x840", out},
			{"convert", in, "-resize", "600x840", out},
		} {
			name := fmt.Sprintf("%dMP/%s-%d", size[0]*size[1]/1_000_000, command[0], len(command))
			b.Run(name, func(b *testing.B) {
				path, err := exec.LookPath(command[0])
				if err != nil {
					b.Skip("not installed:", err)
				}
				for b.Loop() {
					if text, err := exec.Command(path, command[1:]...).CombinedOutput(); err != nil {
						b.Fatal(err, string(text))
					}
				}
			})
		}
	}
}

// BenchmarkWhiten whitens one picture of the output's size.
func BenchmarkWhiten(b *testing.B) {
	p := drawn.Standing(600, 840)
	p.Ground = drawn.Blue
	source, err := photo.Open(context.Background(), drawnJPEG(b, p), newFinder(b))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := source.Crop(context.Background(), spec2020, photo.Options{Whiten: true}); err != nil {
			b.Fatal(err)
		}
	}
}
