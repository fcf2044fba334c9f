package photo_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// spec2020 are the numbers of 附件1-4, as the notice's data give them.
var spec2020 = photo.Spec{
	BytesFailAtMost: 30_000, BytesSureAbove: 30_720, BytesSureBelow: 1_000_000, BytesFailFrom: 1_048_576,
	WidthAbove: 215, HeightAbove: 300, RatioMinHundredths: 65, RatioMaxHundredths: 80,
}

// theFinder is read once for all tests.
var theFinder = sync.OnceValues(func() (*photo.Finder, error) { return photo.NewFinder(assets.Faces()) })

func newFinder(t testing.TB) *photo.Finder {
	t.Helper()
	finder, err := theFinder()
	if err != nil {
		t.Fatal(err)
	}
	return finder
}

func drawnJPEG(t testing.TB, p drawn.Person) []byte {
	t.Helper()
	data, err := photo.EncodeJPEG(drawn.Draw(p), 92)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEncodeSatisfiesEveryReading(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	for _, size := range photo.Some(t, 2, [][2]int{{295, 413}, {358, 441}, {413, 579}, {480, 640}, {700, 520}}) {
		source, err := photo.Open(context.Background(), drawnJPEG(t, drawn.Standing(size[0], size[1])), finder)
		if err != nil {
			t.Fatal(err)
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || !spec2020.Fits(out.Facts) || out.Facts.DPI != 300 {
			t.Errorf("%v: %+v, %v", size, out.Facts, err)
		}
	}
}

func TestEncodeNeverEnlarges(t *testing.T) {
	for _, size := range [][2]int{{200, 280}, {215, 300}, {215, 301}, {300, 300}} {
		source, err := photo.Open(context.Background(), drawnJPEG(t, drawn.Standing(size[0], size[1])), nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err = source.Encode(context.Background(), spec2020, photo.Options{}); !errors.Is(err, photo.TooSmall) {
			t.Errorf("%v: %v", size, err)
		}
	}
}
