package photo_test

import (
	"context"
	"errors"
	"image"
	"image/color"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// A frame by hand lies in the picture, however it is wished and turned, and keeps its shape.
func TestFrameByHandStaysInAPictureThatIsNotWhite(t *testing.T) {
	p := drawn.Standing(600, 700)
	p.Ground = drawn.Blue
	source := open(t, p, newFinder(t))
	size := source.Size()
	rapid.Check(t, func(t *rapid.T) {
		x, y := rapid.IntRange(-900, 900).Draw(t, "x"), rapid.IntRange(-900, 900).Draw(t, "y")
		h := rapid.IntRange(20, 1500).Draw(t, "height")
		w := (rapid.IntRange(65, 80).Draw(t, "ratio")*h + 99) / 100
		angle := float64(rapid.IntRange(-40, 40).Draw(t, "half degrees")) / 2
		w, h = spec2020.Shaped(w, h)
		got, _ := source.ByHand(photo.Frame{Rect: image.Rect(x, y, x+w, y+h), Angle: angle}, spec2020, false)
		again, why := source.ByHand(got, spec2020, false)
		if why != nil || again != got {
			t.Fatalf("%v of %v is not good: %v, %v", got, size, why, again)
		}
		if got.Rect.Dx() > 60 && !spec2020.RatioFits(got.Rect.Dx(), got.Rect.Dy()) {
			t.Fatalf("%v has the ratio %d:%d", got, got.Rect.Dx(), got.Rect.Dy())
		}
		if angle == 0 && !got.Rect.In(image.Rectangle{Max: size}) {
			t.Fatalf("%v is not in %v", got.Rect, size)
		}
	})
}

// Beyond the edge only white ground is continued, and only where nobody is cut off.
func TestFrameBeyondTheEdge(t *testing.T) {
	white, blue := drawn.Standing(600, 700), drawn.Standing(600, 700)
	white.Ground, blue.Ground = color.NRGBA{254, 254, 254, 255}, drawn.Blue
	onWhite, onBlue := open(t, white, newFinder(t)), open(t, blue, newFinder(t))
	above := image.Rect(100, -60, 100+400, -60+560)
	for _, row := range []struct {
		name   string
		source *photo.Source
		rect   image.Rectangle
		whiten bool
		want   error
	}{
		{"inside", onBlue, image.Rect(0, 0, 500, 700), false, nil},
		{"above, white", onWhite, above, false, nil},
		{"above, blue", onBlue, above, false, photo.BeyondOffWhite},
		{"above, blue made white", onBlue, above, true, nil},
		{"below, where the person is", onWhite, image.Rect(100, 200, 500, 760), false, photo.BeyondPerson},
		{"far above", onWhite, image.Rect(100, -360, 500, 200), false, photo.BeyondTooFar},
	} {
		got, why := row.source.ByHand(photo.Frame{Rect: row.rect}, spec2020, row.whiten)
		if !errors.Is(why, row.want) || why == nil != (row.want == nil) {
			t.Errorf("%s: %v, want %v", row.name, why, row.want)
		}
		if why == nil && got.Rect != row.rect {
			t.Errorf("%s: moved to %v", row.name, got.Rect)
		}
		if why != nil && !got.Rect.In(image.Rectangle{Max: row.source.Size()}) {
			t.Errorf("%s: %v reaches out", row.name, got.Rect)
		}
	}
	out, err := onWhite.Encode(t.Context(), spec2020, photo.Options{Frame: &photo.Frame{By: photo.ByHand, Rect: above}})
	if err != nil || out.Facts.Background.Verdict != photo.White {
		t.Errorf("beyond the edge it is %q, %v", out.Facts.Background.Verdict, err)
	}
}

// Whatever the spec2020's ratio, a shaped frame still fits after it is scaled down.
func TestShapedFramesFitAfterScaling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := spec2020
		s.RatioMinHundredths = rapid.IntRange(50, 90).Draw(t, "least")
		s.RatioMaxHundredths = s.RatioMinHundredths + rapid.IntRange(5, 40).Draw(t, "more")
		w, h := s.Shaped(rapid.IntRange(100, 6000).Draw(t, "w"), rapid.IntRange(100, 6000).Draw(t, "h"))
		if w < 60 || h < 60 {
			return
		}
		out := photo.Frame{Rect: image.Rect(0, 0, w, h)}.OutputSize()
		if !s.RatioFits(out.X, out.Y) || !s.RatioFits(w, h) {
			t.Fatalf("%d×%d becomes %v, asked is %d–%d", w, h, out, s.RatioMinHundredths, s.RatioMaxHundredths)
		}
	})
}

// A frame taken to the plane and back is where it was, to a pixel.
func TestPlaneAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := image.Pt(rapid.IntRange(10, 4000).Draw(t, "w"), rapid.IntRange(10, 4000).Draw(t, "h"))
		f := photo.Frame{By: photo.ByHand, Angle: float64(rapid.IntRange(-30, 30).Draw(t, "half degrees")) / 2}
		f.Rect = image.Rect(0, 0, rapid.IntRange(1, 900).Draw(t, "fw"), rapid.IntRange(1, 900).Draw(t, "fh"))
		f.Rect = f.Rect.Add(image.Pt(rapid.IntRange(-500, 4000).Draw(t, "x"), rapid.IntRange(-500, 4000).Draw(t, "y")))
		got := photo.FrameOnPlane(f.OnPlane(size), f.Angle, size)
		off := got.Rect.Min.Sub(f.Rect.Min)
		if got.Rect.Size() != f.Rect.Size() || max(off.X, -off.X, off.Y, -off.Y) > 1 || f.Angle == 0 && got != f {
			t.Fatalf("%v comes back as %v", f, got)
		}
	})
}

// What the frame shows in the plane is what is cut out.
func TestPlaneShowsWhatIsCut(t *testing.T) {
	source := open(t, drawn.Standing(600, 700), newFinder(t))
	preview, err := source.Preview(t.Context(), 700)
	if err != nil {
		t.Fatal(err)
	}
	frame := photo.Frame{By: photo.ByHand, Rect: image.Rect(150, 100, 450, 520), Angle: 8}
	cut, _, err := source.Crop(t.Context(), spec2020, photo.Options{Frame: &frame})
	if err != nil {
		t.Fatal(err)
	}
	plane := photo.TurnPicture(preview, frame.Angle, false)
	from := frame.OnPlane(source.Size()).Min.Sub(photo.PlaneBounds(source.Size(), frame.Angle).Min)
	off, n := 0, 0
	for y := 10; y < 410; y += 7 {
		for x := 10; x < 290; x += 7 {
			a, b := cut.NRGBAAt(x, y), plane.NRGBAAt(from.X+x, from.Y+y)
			off += max(int(a.G)-int(b.G), int(b.G)-int(a.G))
			n++
		}
	}
	if mean := float64(off) / float64(n); mean > 2 {
		t.Errorf("the mean difference is %.1f steps of 255", mean)
	}
	if corner := plane.NRGBAAt(0, 0); corner.A != 0 {
		t.Errorf("the corner is %v", corner)
	}
}

// A picture turned by quarters has its sides and its face there; a face on its side is none.
func TestQuartered(t *testing.T) {
	source := open(t, drawn.Standing(600, 700), newFinder(t))
	for quarters, want := range map[int]struct {
		size  image.Point
		faces int
	}{0: {image.Pt(600, 700), 1}, 1: {image.Pt(700, 600), 0}, -1: {image.Pt(700, 600), 0}, 2: {image.Pt(600, 700), 0}, 4: {image.Pt(600, 700), 1}} {
		turned, err := source.Quartered(t.Context(), quarters)
		if err != nil {
			t.Fatal(err)
		}
		preview, err := turned.Preview(t.Context(), 700)
		if err != nil || turned.Size() != want.size || preview.Rect.Size() != want.size {
			t.Errorf("%d quarters: %v, shown %v, %v", quarters, turned.Size(), preview.Rect.Size(), err)
		}
		if n := turned.Facts().Face.Count; n != want.faces && quarters != 2 {
			t.Errorf("%d quarters: %d faces", quarters, n)
		}
		back, err := turned.Quartered(context.Background(), -quarters)
		if err != nil || back.Size() != source.Size() || back.Facts().Face.Count != 1 {
			t.Errorf("%d quarters and back: %v, %v", quarters, back.Size(), err)
		}
	}
}

func BenchmarkTurnPicture(b *testing.B) {
	picture := image.NewNRGBA(image.Rect(0, 0, 571, 800))
	for name, rough := range map[string]bool{"rough": true, "smooth": false} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				photo.TurnPicture(picture, 3.5, rough)
			}
		})
	}
}

// The whole picture changes no more than its format and size, and is not enlarged; what has not the
// pixels or the ratio has to be cropped.
func TestWhole(t *testing.T) {
	for size, want := range map[image.Point]struct {
		err  error
		size image.Point
	}{
		{413, 579}:  {nil, image.Pt(413, 579)},
		{650, 1000}: {nil, image.Pt(546, 840)}, // the least ratio, scaled down
		{401, 500}:  {photo.ErrNotWhole, image.Point{}},
		{215, 300}:  {photo.ErrNotWhole, image.Point{}},
	} {
		source := open(t, drawn.Standing(size.X, size.Y), nil)
		out, err := source.Encode(t.Context(), spec2020, photo.Options{Whole: true})
		got := image.Pt(out.Facts.Width, out.Facts.Height)
		off := got.Sub(want.size)
		if !errors.Is(err, want.err) || err == nil != (want.err == nil) || max(off.X, -off.X, off.Y, -off.Y) > 2 {
			t.Errorf("%v: %v, %v", size, got, err)
		}
	}
}
