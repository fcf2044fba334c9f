package photo_test

import (
	"context"
	"errors"
	"runtime/debug"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// FuzzReader opens anything. It must answer with a picture or with a Problem, never panic, and
// what it opens it must be able to crop; with the memory limit a runaway allocation is an error.
func FuzzReader(f *testing.F) {
	small := drawn.Draw(drawn.Standing(64, 90))
	for _, data := range encodings(f, small) {
		f.Add(data)
	}
	jpegData := encodings(f, small)[photo.JPEG]
	f.Add(withSegment(jpegData, 0xe1, exif(6)))
	f.Add(withSegment(jpegData, 0xe2, jpegProfile(matrixProfile(displayP3))))
	f.Add(pngWithProfile(f, small, matrixProfile(displayP3)))
	f.Add(resizedHeader(f, jpegData, 3000, 2000))
	f.Add(jpegData[:len(jpegData)-2])
	f.Add([]byte("RIFF\x20\x00\x00\x00WEBPVP8L\x14\x00\x00\x00\x2f\x00\x00\x00\x00"))
	finder := newFinder(f)
	debug.SetMemoryLimit(550 << 20)
	f.Fuzz(func(t *testing.T, data []byte) {
		source, err := photo.Open(context.Background(), data, finder)
		facts := source.Facts()
		if err != nil {
			var problem photo.Problem
			if !errors.As(err, &problem) || facts.Problem != problem || problem.Remedy().Empty() {
				t.Fatalf("an error without a reason: %v", err)
			}
			return
		}
		if facts.Problem != "" || facts.Width < 1 || facts.Height < 1 || facts.Width*facts.Height > photo.MaxPixels {
			t.Fatalf("%+v", facts)
		}
		frame := source.AutoFrame(spec2020, photo.FiveSeven)
		if _, _, err := source.Crop(context.Background(), spec2020, photo.Options{Frame: &frame}); err != nil {
			t.Fatalf("%+v: %v", frame, err)
		}
	})
}
