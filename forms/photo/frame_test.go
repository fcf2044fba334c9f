package photo_test

import (
	"context"
	"errors"
	"image"
	"math"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms/photo"
	"zhicheng/forms/photo/drawn"
)

// opened holds the pictures that tests look at, by person and finder: a Source never changes.
var opened sync.Map

func open(t testing.TB, p drawn.Person, finder *photo.Finder) *photo.Source {
	t.Helper()
	look, _ := opened.LoadOrStore([2]any{p, finder}, sync.OnceValues(func() (*photo.Source, error) {
		return photo.Open(context.Background(), drawnJPEG(t, p), finder)
	}))
	source, err := look.(func() (*photo.Source, error))()
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// TestAutoFrameFollowsTheNorm frames a drawn person, whose head's place is known, in several
// surroundings, and measures the frame.
func TestAutoFrameFollowsTheNorm(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	wide := drawn.Standing(600, 800)
	wide.HeadHeight, wide.CrownY = 280, 150
	aside := wide
	aside.CentreX = 210
	tight := drawn.Standing(450, 630)
	tight.HeadHeight, tight.CrownY = 480, 22
	bun, hat := wide, wide
	bun.Hair, hat.Hair = drawn.Bun, drawn.Cap
	blue := wide
	blue.Ground = drawn.Blue
	for name, row := range map[string]struct {
		person drawn.Person
		above  float64 // of what sits on the crown, in head heights
		share  [2]float64
	}{
		"room enough": {wide, 0, [2]float64{0.57, 0.68}},
		"off centre":  {aside, 0, [2]float64{0.57, 0.68}},
		"blue":        {blue, 0, [2]float64{0.57, 0.68}},
		"tight":       {tight, 0, [2]float64{0.68, 0.80}},
		"bun":         {bun, 0.17, [2]float64{0.57, 0.70}},
		"cap":         {hat, 0.14, [2]float64{0.57, 0.70}},
	} {
		source := open(t, row.person, finder)
		frame := source.AutoFrame(spec2020, photo.FiveSeven)
		p := row.person
		crown := p.CrownY - row.above*p.HeadHeight
		height := float64(frame.Rect.Dy())
		share := (p.CrownY + p.HeadHeight - crown) / height
		top := (crown - float64(frame.Rect.Min.Y)) / height
		off := (p.CentreX - float64(frame.Rect.Min.X+frame.Rect.Max.X)/2) / float64(frame.Rect.Dx())
		if frame.By != photo.ByFace || share < row.share[0] || share > row.share[1] || top < 0.03 || top > 0.14 || math.Abs(off) > 0.03 {
			t.Errorf("%s: head %.3f, above %.3f, aside %.3f, %+v", name, share, top, off, frame)
		}
		if !spec2020.RatioFits(frame.Rect.Dx(), frame.Rect.Dy()) {
			t.Errorf("%s: %v is not 5:7", name, frame.Rect)
		}
	}
}

func TestThreeFourOnRequest(t *testing.T) {
	photo.Slow(t)
	source := open(t, drawn.Standing(600, 840), newFinder(t))
	size := source.AutoFrame(spec2020, photo.ThreeFour).OutputSize()
	if size.X*4 < size.Y*3-4 || size.X*4 > size.Y*3+4 {
		t.Errorf("%v is not 3:4", size)
	}
}

func TestTiltIsStraightened(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	for _, tilt := range photo.Some(t, 2, []float64{-12, 12, 5, -5}) {
		p := drawn.Standing(600, 800)
		p.HeadHeight, p.CrownY, p.Tilt = 280, 175, tilt
		source := open(t, p, finder)
		if got := source.Facts().Face; math.Abs(got.Tilt-tilt) > 2.5 {
			t.Errorf("tilt %.0f: measured %.1f", tilt, got.Tilt)
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || math.Abs(out.Facts.Face.Tilt) > 2.5 || math.Abs(out.Frame.Angle-tilt) > 2.5 {
			t.Errorf("tilt %.0f: turned by %.1f, left %.1f, %v", tilt, out.Frame.Angle, out.Facts.Face.Tilt, err)
		}
	}
}

// TestALeaningHeadInATightPicture has as little room round the head as a finished photo has: only the
// corners that stick out must be ground.
func TestALeaningHeadInATightPicture(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	for _, tilt := range photo.Some(t, 2, []float64{-15, 15, 8, -8}) {
		p := drawn.Standing(600, 840)
		p.HeadHeight, p.CrownY, p.Tilt = 440, 150, tilt
		out, err := open(t, p, finder).Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || math.Abs(out.Facts.Face.Tilt) > 2 || out.Facts.Quality.HeadShare > 0.8 {
			t.Errorf("tilt %.0f: turned by %.1f, left %.1f, head %.2f, %v", tilt, out.Frame.Angle, out.Facts.Face.Tilt, out.Facts.Quality.HeadShare, err)
		}
	}
}

// TestASmallPictureStaysWhole: no part of it would have the pixels, the whole has them.
func TestASmallPictureStaysWhole(t *testing.T) {
	photo.Slow(t)
	for _, row := range []struct {
		w, h int
		want image.Rectangle
	}{
		{216, 301, image.Rect(0, 0, 216, 301)},
		{241, 301, image.Rect(0, 0, 240, 301)},
	} {
		source := open(t, drawn.Standing(row.w, row.h), newFinder(t))
		if frame := source.AutoFrame(spec2020, photo.FiveSeven); frame.By != photo.ByWhole || frame.Rect != row.want {
			t.Errorf("%d×%d: %+v, want %v", row.w, row.h, frame, row.want)
		}
	}
	frame := open(t, drawn.Standing(300, 420), newFinder(t)).AutoFrame(spec2020, photo.FiveSeven)
	if frame.By != photo.ByFace {
		t.Errorf("300×420: %+v", frame)
	}
}

// TestEarsAreWhole: a head that fills the height is wider than 5:7, and the rule allows more.
func TestEarsAreWhole(t *testing.T) {
	photo.Slow(t)
	p := drawn.Standing(800, 840)
	p.HeadHeight, p.CrownY = 800, 10
	frame := open(t, p, newFinder(t)).AutoFrame(spec2020, photo.FiveSeven)
	ears := 0.41 * p.HeadHeight
	if float64(frame.Rect.Min.X) > p.CentreX-ears || float64(frame.Rect.Max.X) < p.CentreX+ears || !spec2020.RatioFits(frame.Rect.Dx(), frame.Rect.Dy()) {
		t.Errorf("%+v, ears at %.0f and %.0f", frame, p.CentreX-ears, p.CentreX+ears)
	}
}

// TestHeadLeaningFar leans beyond what the detector knows upright.
func TestHeadLeaningFar(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	for _, tilt := range []float64{-30, 30} {
		p := drawn.Standing(600, 800)
		p.HeadHeight, p.CrownY, p.Tilt = 280, 200, tilt
		if got := open(t, p, finder).Facts().Face; got.Count != 1 || math.Abs(got.Tilt-tilt) > 5 {
			t.Errorf("tilt %.0f: %+v", tilt, got)
		}
	}
}

func TestWhatIsMissingIsSaid(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	cut := drawn.Standing(600, 840)
	cut.CrownY = -60
	if lacks := open(t, cut, finder).AutoFrame(spec2020, photo.FiveSeven).Lacks; !lacks.Top {
		t.Errorf("hair cut off: %+v", lacks)
	}
	neck := drawn.Standing(600, 640)
	neck.HeadHeight, neck.CrownY = 480, 100
	if lacks := open(t, neck, finder).AutoFrame(spec2020, photo.FiveSeven).Lacks; !lacks.Bottom {
		t.Errorf("no shoulders: %+v", lacks)
	}
}

// TestSeveralFaces frames each of two people, the larger one first.
func TestSeveralFaces(t *testing.T) {
	photo.Slow(t)
	left, right := drawn.Standing(900, 700), drawn.Standing(900, 700)
	left.CentreX, left.HeadHeight, left.CrownY = 230, 270, 120
	right.CentreX, right.HeadHeight, right.CrownY = 670, 330, 120
	data, err := photo.EncodeJPEG(drawn.DrawTwo(left, right), 92)
	if err != nil {
		t.Fatal(err)
	}
	source, err := photo.Open(context.Background(), data, newFinder(t))
	if err != nil {
		t.Fatal(err)
	}
	if faces := source.Seen().Faces; len(faces) != 2 || source.Facts().Face != faces[0] || faces[0].Count != 2 {
		t.Fatalf("%+v", faces)
	}
	for face, middle := range map[int]float64{0: 670, 1: 670, 2: 230} {
		frame, err := source.FrameFor(spec2020, photo.Options{Face: face})
		got := float64(frame.Rect.Min.X+frame.Rect.Max.X) / 2
		if err != nil || frame.By != photo.ByFace || math.Abs(got-middle) > 12 {
			t.Errorf("face %d: %+v, %v", face, frame, err)
		}
	}
	_, err = source.Encode(context.Background(), spec2020, photo.Options{Face: 3})
	if !errors.As(err, new(photo.NoSuchFace)) {
		t.Errorf("the third of two faces: %v", err)
	}
}

func TestWithoutAFaceTheMiddle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(216, 250).Draw(t, "width"), rapid.IntRange(303, 340).Draw(t, "height")
		data, err := photo.EncodeJPEG(image.NewGray(image.Rect(0, 0, w, h)), 60)
		if err != nil {
			t.Fatal(err)
		}
		source, err := photo.Open(context.Background(), data, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, ratio := range []photo.Ratio{photo.FiveSeven, photo.ThreeFour} {
			frame := source.AutoFrame(spec2020, ratio)
			size := frame.OutputSize()
			if frame.By != photo.ByCentre && frame.By != photo.ByWhole || !frame.Rect.In(image.Rect(0, 0, w, h)) || !spec2020.RatioFits(size.X, size.Y) {
				t.Fatalf("%+v, output %v", frame, size)
			}
		}
	})
}

func TestByHandStaysInside(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := image.Pt(rapid.IntRange(1, 500).Draw(t, "w"), rapid.IntRange(1, 500).Draw(t, "h"))
		n := rapid.IntRange(-800, 800)
		rect := image.Rect(n.Draw(t, "x0"), n.Draw(t, "y0"), n.Draw(t, "x1"), n.Draw(t, "y1"))
		frame := photo.ByHandFrame(rect, size)
		if frame.Rect.Empty() || !frame.Rect.In(image.Rectangle{Max: size}) || frame.By != photo.ByHand {
			t.Fatalf("%v in %v: %+v", rect, size, frame)
		}
		if rect.In(image.Rectangle{Max: size}) && !rect.Empty() && frame.Rect != rect {
			t.Fatalf("%v was changed to %v", rect, frame.Rect)
		}
	})
}

func TestByHandIsCutExactly(t *testing.T) {
	p := drawn.Standing(800, 1000)
	source := open(t, p, nil)
	whole, err := source.Preview(context.Background(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	frame := photo.ByHandFrame(image.Rect(101, 53, 501, 613), source.Size())
	cut, _, err := source.Crop(context.Background(), spec2020, photo.Options{Frame: &frame})
	if err != nil {
		t.Fatal(err)
	}
	if cut.Rect.Size() != image.Pt(400, 560) || cut.NRGBAAt(200, 300) != whole.NRGBAAt(301, 353) {
		t.Errorf("%v: %v, want %v", cut.Rect, cut.NRGBAAt(200, 300), whole.NRGBAAt(301, 353))
	}
}

// TestSmallFaceInALargePicture: the head takes a twelfth of the width, and its tilt is still
// measured well enough to be straightened.
func TestSmallFaceInALargePicture(t *testing.T) {
	photo.Slow(t)
	finder := newFinder(t)
	for _, tilt := range photo.Some(t, 2, []float64{6, 0}) {
		p := drawn.Standing(2400, 1800)
		p.HeadHeight, p.CrownY, p.CentreX, p.Tilt, p.Ground = 230, 340, 860, tilt, drawn.LightGrey
		source := open(t, p, finder)
		face := source.Facts().Face
		if face.Count != 1 || math.Abs(face.Tilt-tilt) > 2 {
			t.Errorf("tilt %.0f: %+v", tilt, face)
		}
		out, err := source.Encode(context.Background(), spec2020, photo.Options{})
		if err != nil || math.Abs(out.Facts.Quality.HeadShare-0.62) > 0.06 || math.Abs(out.Facts.Quality.OffCentre) > 0.03 {
			t.Errorf("tilt %.0f: %+v, %v", tilt, out.Facts.Quality, err)
		}
	}
}
