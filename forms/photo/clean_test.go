package photo_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"testing"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
	"zhicheng/forms/photo/hostile"
)

const secret = "30.0N 120.6E Zhang San"

// webpWith makes an extended WebP of a plain one, with EXIF and XMP.
func webpWith(plain, exif, xmp []byte) []byte {
	chunk := func(kind string, body []byte) []byte {
		out := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(body)))
		if out = append(out, body...); len(body)%2 == 1 {
			out = append(out, 0)
		}
		return out
	}
	size := []byte{1<<3 | 1<<2, 0, 0, 0, 63, 0, 0, 89, 0, 0}
	body := append([]byte("WEBP"), chunk("VP8X", size)...)
	body = append(body, plain[12:]...)
	body = append(append(body, chunk("EXIF", exif)...), chunk("XMP ", xmp)...)
	return append(binary.LittleEndian.AppendUint32([]byte("RIFF"), uint32(len(body))), body...)
}

// secretive are pictures of 64×90 pixels with the secret wherever their format has room.
func secretive(t testing.TB) map[string][]byte {
	t.Helper()
	files := encodings(t, drawn.Draw(drawn.Standing(64, 90)))
	said := []byte(secret)
	jpg := files[photo.JPEG]
	for marker, body := range map[byte]string{
		0xe1: "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00", 0xe0: "JFXX\x00\x10", 0xe2: "MPF\x00II*\x00",
		0xed: "Photoshop 3.0\x008BIM", 0xfe: "", 0xee: "Adobe", 0xef: "",
	} {
		jpg = withSegment(jpg, marker, append([]byte(body), said...))
	}
	jpg = withSegment(jpg, 0xe1, append([]byte("http://ns.adobe.com/xap/1.0/\x00"), said...))
	between := bytes.LastIndex(jpg, []byte{0xff, 0xda})
	jpg = append(append(bytes.Clone(jpg[:between]), said...), jpg[between:]...)
	pngFile := files[photo.PNG]
	chunks := []byte{}
	for _, kind := range []string{"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"} {
		chunks = append(chunks, pngChunk(kind, append([]byte("Comment\x00"), said...))...)
	}
	pngFile = append(append(bytes.Clone(pngFile[:33]), chunks...), pngFile[33:]...)
	gifFile := files[photo.GIF]
	end := 13 + 3<<(gifFile[10]&7+1)
	block := append(append([]byte{byte(len(said))}, said...), 0)
	gifChunks := append([]byte{0x21, 0xfe}, block...)
	gifChunks = append(append(gifChunks, "\x21\xff\x0bXMP DataXMP"...), block...)
	gifFile = append(append(bytes.Clone(gifFile[:end]), gifChunks...), gifFile[end:]...)
	return map[string][]byte{
		"jpeg": append(jpg, said...), "png": append(pngFile, said...), "gif": append(gifFile, said...),
		"bmp":  append(bytes.Clone(files[photo.BMP]), said...),
		"webp": append(webpWith(hostile.LosslessWebP(64, 90), said, said), said...),
	}
}

func TestNothingSaidIsLeftAndNothingSeenIsLost(t *testing.T) {
	for name, data := range secretive(t) {
		if !bytes.Contains(data, []byte(secret)) {
			t.Fatal(name, "has no secret")
		}
		before, err := photo.Open(t.Context(), data, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		clean, err := photo.Clean(t.Context(), data)
		if err != nil {
			t.Fatal(name, err)
		}
		for _, trace := range []string{secret, "Exif", "xap", "JFXX", "MPF", "Photoshop", "XMP", "EXIF", "tEXt", "eXIf"} {
			if bytes.Contains(clean, []byte(trace)) {
				t.Errorf("%s: %q is left", name, trace)
			}
		}
		after, err := photo.Open(t.Context(), clean, nil)
		if err != nil || !bytes.Equal(pixels(t, before), pixels(t, after)) {
			t.Errorf("%s: other pixels, %v", name, err)
		}
		if again, err := photo.Clean(t.Context(), clean); err != nil || &again[0] != &clean[0] {
			t.Errorf("%s: cleaned twice, %v", name, err)
		}
	}
}

func pixels(t *testing.T, s *photo.Source) []byte {
	t.Helper()
	picture, err := s.Preview(t.Context(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	return picture.Pix
}

// What says how the numbers are meant stays: profile, density, the kind of print colours.
func TestWhatDecodingNeedsStays(t *testing.T) {
	jpg := drawnJPEG(t, drawn.Standing(300, 420))
	icc := matrixProfile(displayP3)
	p3 := withSegment(withSegment(jpg, 0xe1, exif(1)), 0xe2, jpegProfile(icc))
	print := withSegment(hostile.JPEG{Width: 99, Height: 120, Planes: 4}.Bytes(), 0xfe, []byte(secret))
	for name, data := range map[string][]byte{
		"profile": p3, "print": print, "png": pngWithProfile(t, drawn.Draw(drawn.Standing(64, 90)), icc),
	} {
		clean, err := photo.Clean(t.Context(), data)
		if err != nil {
			t.Fatal(name, err)
		}
		before, after := inspect(t, data, nil), inspect(t, clean, nil)
		before.Bytes, after.Bytes = 0, 0
		if before != after {
			t.Errorf("%s: %+v\nbecame %+v", name, before, after)
		}
	}
}

// An orientation is applied before it goes.
func TestCleanPicturesAreUpright(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	upright := drawn.Draw(drawn.Standing(330, 440))
	icc := matrixProfile(displayP3)
	for _, orientation := range photo.Some(t, 2, []int{3, 4, 6, 5, 8, 7, 2}) { // each with its mirror image after it
		data, err := photo.EncodeJPEG(undo[orientation](upright), 92)
		if err != nil {
			t.Fatal(err)
		}
		data = withSegment(withSegment(data, 0xe2, jpegProfile(icc)), 0xe1, exif(orientation))
		clean, err := photo.Clean(t.Context(), data)
		if err != nil {
			t.Fatal(orientation, err)
		}
		got := inspect(t, clean, finder)
		if got.Orientation != 1 || got.Width != 330 || got.Height != 440 || got.Turn != 0 || got.Face.Count != 1 ||
			got.Profile != photo.ProfileDisplayP3 || got.Bytes > len(data) {
			t.Errorf("orientation %d: %+v", orientation, got)
		}
		if bytes.Contains(clean, []byte("Exif")) {
			t.Errorf("orientation %d: EXIF is left", orientation)
		}
	}
}

func TestOrientationIsReadFromEveryFormat(t *testing.T) {
	small := drawn.Draw(drawn.Standing(64, 90))
	tiff := exif(6)[6:]
	files := encodings(t, small)
	png := append(append(bytes.Clone(files[photo.PNG][:33]), pngChunk("eXIf", tiff)...), files[photo.PNG][33:]...)
	for name, data := range map[string][]byte{
		"jpeg": withSegment(files[photo.JPEG], 0xe1, exif(6)), "png": png,
		"webp":             webpWith(hostile.LosslessWebP(64, 90), tiff, nil),
		"webp as a camera": webpWith(hostile.LosslessWebP(64, 90), exif(6), nil),
	} {
		if f := inspect(t, data, nil); f.Orientation != 6 || f.Width != 90 || f.Height != 64 {
			t.Errorf("%s: %+v", name, f)
		}
		clean, err := photo.Clean(t.Context(), data)
		if err != nil {
			t.Fatal(name, err)
		}
		if f := inspect(t, clean, nil); f.Orientation != 1 || f.Width != 90 || f.Height != 64 {
			t.Errorf("%s, clean: %+v", name, f)
		}
	}
}

func TestCleaningWhatIsNoPicture(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("text"), {0xff, 0xd8, 0xff}, []byte("%PDF-1.4\n" + secret)} {
		if clean, err := photo.Clean(t.Context(), data); err != nil || !bytes.Equal(clean, data) && len(clean) > len(data) {
			t.Errorf("%q became %q, %v", data, clean, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := photo.Clean(ctx, withSegment(drawnJPEG(t, drawn.Standing(64, 90)), 0xe1, exif(6))); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// FuzzClean: what can be opened still can, with the same size; cleaning once is enough.
func FuzzClean(f *testing.F) {
	for _, data := range secretive(f) {
		f.Add(data)
	}
	f.Add(withSegment(drawnJPEG(f, drawn.Standing(64, 90)), 0xe1, exif(6)))
	f.Fuzz(func(t *testing.T, data []byte) {
		clean, err := photo.Clean(t.Context(), data)
		if err != nil {
			t.Fatal(err)
		}
		again, err := photo.Clean(t.Context(), clean)
		if err != nil || !bytes.Equal(again, clean) {
			t.Fatalf("%d bytes became %d, then %d, %v", len(data), len(clean), len(again), err)
		}
		before, err := photo.Open(t.Context(), data, nil)
		if err != nil || before.Facts().Width*before.Facts().Height > 1<<20 {
			return
		}
		after, err := photo.Open(t.Context(), clean, nil)
		if size := before.Size(); err != nil || before.Facts().Turn == 0 && after.Size() != size && after.Size() != (image.Point{}) {
			t.Fatalf("%v became %v, %v", size, after.Size(), err)
		}
	})
}

// TestOriginal makes of pictures what is kept for cropping again: small ones as Clean leaves them,
// large ones as a JPEG that is not too large, upright, with their profile.
func TestOriginal(t *testing.T) {
	photo.Slow(t)
	small := drawnJPEG(t, drawn.Standing(600, 840))
	got, err := photo.Original(context.Background(), small)
	if err != nil || !bytes.Equal(got, small) {
		t.Errorf("small: %d bytes of %d, %v", len(got), len(small), err)
	}
	noisy := noise(1720, 1290, 160)
	large, err := photo.EncodeJPEG(noisy, 95)
	if err != nil || len(large) <= photo.MostOriginal {
		t.Fatal(len(large), err)
	}
	got, err = photo.Original(context.Background(), large)
	if facts := inspect(t, got, nil); err != nil || len(got) > photo.MostOriginal || facts.Format != photo.JPEG || facts.Width < 700 {
		t.Errorf("large: %d bytes, %+v, %v", len(got), facts, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err = photo.Original(ctx, large); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
