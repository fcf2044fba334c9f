package photo

import (
	"bytes"
	"image"
	"math"
	"testing"

	"github.com/disintegration/imaging"

	"zhicheng/assets"
	"zhicheng/forms/photo/drawn"
)

// anySpec asks for nothing but a JPEG.
var anySpec = Spec{BytesSureAbove: 1000, BytesSureBelow: 1 << 20, WidthAbove: 100, HeightAbove: 100, RatioMinHundredths: 65, RatioMaxHundredths: 80}

// TestRecalledIsWhatIsSeen looks again at what was written, with the nets, and finds what was recalled.
func TestRecalledIsWhatIsSeen(t *testing.T) {
	Slow(t)
	finder, err := NewFinder(assets.Faces())
	if err != nil {
		t.Fatal(err)
	}
	leaning := drawn.Standing(700, 800)
	leaning.Tilt, leaning.CentreX, leaning.Ground = 7, 300, drawn.LightGrey
	pictures := map[string]*image.NRGBA{"drawn": drawn.Draw(leaning)}
	for name, picture := range someFaces(t, Some(t, 3, []string{"18_", "15_", "17_"})...) {
		pictures[name] = picture
	}
	for name, picture := range pictures {
		data, err := EncodeJPEG(picture, 92)
		if err != nil {
			t.Fatal(err)
		}
		source, err := Open(t.Context(), data, finder)
		if err != nil {
			t.Fatal(name, err)
		}
		out, err := source.Encode(t.Context(), anySpec, Options{})
		if err != nil {
			t.Fatal(name, err)
		}
		if _, ok := source.facesIn(placing{out.Frame, image.Pt(out.Facts.Width, out.Facts.Height)}); !ok || !source.masks(out.Frame) {
			t.Fatalf("%s: nothing was recalled", name)
		}
		seen, err := Open(t.Context(), out.JPEG, finder)
		if err != nil {
			t.Fatal(name, err)
		}
		compareFacts(t, name, out.Facts, seen.Facts())
	}
}

// compareFacts compares what was recalled with what was seen.
func compareFacts(t *testing.T, name string, recalled, seen Facts) {
	t.Helper()
	a, b := recalled.Face, seen.Face
	off := a.Box.Min.Add(a.Box.Max).Sub(b.Box.Min.Add(b.Box.Max)).Div(2)
	if a.Count != b.Count || math.Hypot(float64(off.X), float64(off.Y)) > 0.03*float64(b.Box.Dx()) || math.Abs(a.Tilt-b.Tilt) > 1.2 {
		t.Errorf("%s: recalled %+v, seen %+v", name, a, b)
	}
	for _, row := range []struct {
		name           string
		recalled, seen float64
	}{
		{"top", recalled.Quality.TopShare, seen.Quality.TopShare},
		{"head", recalled.Quality.HeadShare, seen.Quality.HeadShare},
		{"off the middle", recalled.Quality.OffCentre, seen.Quality.OffCentre},
		{"ground", recalled.Background.Share, seen.Background.Share},
	} {
		if math.Abs(row.recalled-row.seen) > 0.03 {
			t.Errorf("%s, %s: recalled %.3f, seen %.3f", name, row.name, row.recalled, row.seen)
		}
	}
	if recalled.Background.Verdict != seen.Background.Verdict {
		t.Errorf("%s: recalled %+v, seen %+v", name, recalled.Background, seen.Background)
	}
	recalled.Face, recalled.Background, recalled.Quality = seen.Face, seen.Background, seen.Quality
	if recalled != seen {
		t.Errorf("%s: %+v was read, want %+v", name, recalled, seen)
	}
}

// TestNothingIsRecalledOfAnotherPicture writes files that do not show what was cut: they are looked at
// again.
func TestNothingIsRecalledOfAnotherPicture(t *testing.T) {
	Slow(t)
	finder, err := NewFinder(assets.Faces())
	if err != nil {
		t.Fatal(err)
	}
	leaning := drawn.Standing(420, 560)
	leaning.Tilt = 6 // so that the mirrored picture is another
	person := drawn.Draw(leaning)
	source := &Source{finder: finder, look: finder.look}
	if err := source.open(t.Context(), encoded(t, person)); err != nil {
		t.Fatal(err)
	}
	frame := Frame{By: ByHand, Rect: image.Rect(0, 0, 420, 560)}
	empty := imaging.New(420, 560, image.White.C)
	facts, err := source.reread(t.Context(), encoded(t, empty), taking{frame, person, false})
	if err != nil || facts.Face.Count != 0 {
		t.Errorf("a face was recalled in an empty picture: %+v, %v", facts.Face, err)
	}
	for name, other := range map[string]*image.NRGBA{
		"mirrored": imaging.FlipH(person), "upside down": imaging.Rotate180(person), "empty": empty,
		"moved": imaging.Paste(empty, person, image.Pt(40, 0)),
	} {
		if alike(person, other) {
			t.Errorf("the same picture %s is taken for the picture", name)
		}
	}
	poor, err := imaging.Decode(bytes.NewReader(encodedAt(t, person, leastQuality)))
	if err != nil || !alike(person, imaging.Clone(poor)) || !alike(person, imaging.Resize(person, 210, 280, imaging.Box)) {
		t.Error("of poor quality or reduced, the picture is taken for another", err)
	}
}

// TestFacesThatAreCutAreLookedAtAgain puts frames round a face and through it.
func TestFacesThatAreCutAreLookedAtAgain(t *testing.T) {
	Slow(t)
	finder, err := NewFinder(assets.Faces())
	if err != nil {
		t.Fatal(err)
	}
	source, err := Open(t.Context(), encoded(t, drawn.Draw(drawn.Standing(420, 560))), finder)
	if err != nil {
		t.Fatal(err)
	}
	box := source.Facts().Face.Box
	for name, row := range map[string]struct {
		rect image.Rectangle
		want bool
	}{
		"whole":     {image.Rect(0, 0, 420, 560), true},
		"close":     {box.Inset(-10), true},
		"through":   {image.Rect(0, 0, 420, box.Min.Y+box.Dy()/2), false},
		"elsewhere": {image.Rect(0, box.Max.Y+20, 420, 560), false},
	} {
		faces, ok := source.facesIn(placing{Frame{Rect: row.rect}, row.rect.Size()})
		if ok != row.want || ok != (len(faces) == 1) {
			t.Errorf("%s: %d faces, %v", name, len(faces), ok)
		}
	}
}

func encoded(t *testing.T, picture image.Image) []byte { return encodedAt(t, picture, startQuality) }

func encodedAt(t *testing.T, picture image.Image, quality int) []byte {
	t.Helper()
	data, err := EncodeJPEG(picture, quality)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
