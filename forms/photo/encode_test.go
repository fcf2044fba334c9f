package photo_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"image"
	"image/color"
	"image/png"
	"maps"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/disintegration/imaging"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// TestBytesOverManyPictures encodes pictures from flat to pure noise: what is written lies inside
// every reading, or nothing is written.
func TestBytesOverManyPictures(t *testing.T) {
	photo.Slow(t)
	for _, row := range []struct {
		w, h, strength int
		problem        error
	}{
		{217, 303, 0, photo.FewPixels},
		{217, 303, 90, nil},
		{217, 303, 255, nil},
		{250, 400, 0, photo.BytesOutOfReach}, // it could be full of something
		{295, 413, 20, nil},
		{413, 579, 0, photo.BytesOutOfReach},
		{413, 579, 3, nil},
		{600, 840, 255, nil}, // above 900,000 bytes at the first try
		{700, 900, 120, nil},
		{900, 400, 60, nil},
	} {
		data, err := photo.EncodeJPEG(noise(row.w, row.h, row.strength), 100)
		if err != nil {
			t.Fatal(err)
		}
		source, err := photo.Open(context.Background(), data, nil)
		if err != nil {
			t.Fatal(err)
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if row.problem != nil {
			if !errors.Is(err, row.problem) || out.JPEG != nil {
				t.Errorf("%+v: %v", row, err)
			}
			continue
		}
		if err != nil || !spec2020.Fits(out.Facts) || len(out.JPEG) != out.Facts.Bytes {
			t.Errorf("%+v: %+v, %v", row, out.Facts, err)
		}
		if out.Facts.Width > row.w || out.Facts.Height > row.h {
			t.Errorf("%+v was enlarged to %d×%d", row, out.Facts.Width, out.Facts.Height)
		}
	}
}

func noise(w, h, strength int) *image.NRGBA {
	random := rand.New(rand.NewPCG(1, uint64(w*h)))
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range out.Pix {
		out.Pix[i] = uint8(128 - strength/2 + random.IntN(strength+1))
		if i%4 == 3 {
			out.Pix[i] = 255
		}
	}
	return out
}

// TestTheWholeIsTriedLast has a frame that takes too little of a picture which is hardly larger.
func TestTheWholeIsTriedLast(t *testing.T) {
	photo.Slow(t)
	p := drawn.Standing(241, 301)
	p.Grain = 24
	var data bytes.Buffer
	if err := png.Encode(&data, drawn.Draw(p)); err != nil {
		t.Fatal(err)
	}
	source, err := photo.Open(context.Background(), data.Bytes(), newFinder(t))
	if err != nil {
		t.Fatal(err)
	}
	asked := spec2020
	asked.WidthAbove, asked.HeightAbove = 180, 252 // so that a frame round the face has the pixels
	frame := source.AutoFrame(asked, photo.FiveSeven)
	if by := frame.By; by != photo.ByFace {
		t.Fatalf("a frame by %s", by)
	}
	cut, _, err := source.Crop(context.Background(), asked, photo.Options{Frame: &frame})
	if err != nil {
		t.Fatal(err)
	}
	best, err := photo.EncodeJPEG(cut, 100)
	if err != nil {
		t.Fatal(err)
	}
	asked.BytesSureAbove = len(best) * 102 / 100
	out, err := source.Encode(context.Background(), asked, photo.Options{})
	if err != nil || out.Frame.By != photo.ByWhole {
		t.Errorf("by %s, %v", out.Frame.By, err)
	}
}

// A head that is small in a large white picture is not a small picture.
func TestASmallHeadIsSaid(t *testing.T) {
	photo.Slow(t)
	p := drawn.Standing(220, 308)
	p.HeadHeight, p.CrownY, p.Grain = 170, 11, 0
	white := imaging.New(1600, 2200, color.White)
	white = imaging.Paste(white, imaging.Blur(drawn.Draw(p), 1.5), image.Pt(690, 889))
	data, err := photo.EncodeJPEG(white, 92)
	if err != nil {
		t.Fatal(err)
	}
	source, err := photo.Open(context.Background(), data, newFinder(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = source.Encode(context.Background(), spec2020, photo.Options{}); source.Facts().Face.Count != 1 || !errors.Is(err, photo.SmallHead) {
		t.Errorf("%d faces, %v", source.Facts().Face.Count, err)
	}
}

// TestSameBytes encodes the same file on one and on two processors, with its background and whitened.
func TestSameBytes(t *testing.T) {
	p := drawn.Standing(330, 460)
	p.Ground, p.Tilt, p.HeadHeight, p.CrownY, p.Grain = drawn.Blue, 4, 170, 75, 12
	data := drawnJPEG(t, p)
	finder := newFinder(t)
	made := map[bool]map[[sha256.Size]byte]bool{false: {}, true: {}} // by whether it is whitened
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for processors := 1; processors <= 2; processors++ {
		runtime.GOMAXPROCS(processors)
		source, err := photo.Open(context.Background(), data, finder)
		if err != nil {
			t.Fatal(err)
		}
		for whiten, sums := range made {
			out, err := source.Encode(context.Background(), spec2020, photo.Options{Whiten: whiten})
			if err != nil {
				t.Fatal(err)
			}
			sums[sha256.Sum256(out.JPEG)] = true
		}
	}
	if len(made[false]) != 1 || len(made[true]) != 1 || maps.Equal(made[false], made[true]) {
		t.Errorf("%d files as it is and %d whitened, want one of each", len(made[false]), len(made[true]))
	}
}

func TestEncodeJPEGKeepsPixels(t *testing.T) {
	picture := image.NewNRGBA(image.Rect(0, 0, 64, 64))
	for i := 0; i < len(picture.Pix); i += 4 {
		copy(picture.Pix[i:], []byte{10, 120, 200, 255})
	}
	data, err := photo.EncodeJPEG(picture, 95)
	if err != nil {
		t.Fatal(err)
	}
	decoded, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	got := color.NRGBAModel.Convert(decoded.At(30, 30)).(color.NRGBA)
	if farther(got, color.NRGBA{10, 120, 200, 255}) > 3 {
		t.Errorf("got %v", got)
	}
}
