package ttf

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"zhicheng/assets"
)

// ours are the program's two fonts.
func ours(t *testing.T) []*Face {
	t.Helper()
	var faces []*Face
	for _, data := range [][]byte{assets.FontRegular, assets.FontBold} {
		face, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, face)
	}
	return faces
}

// of gives each character its own code.
func of(characters string) map[rune]rune {
	codes := make(map[rune]rune)
	for _, r := range characters {
		codes[r] = r
	}
	return codes
}

// A curve is nowhere further from what it replaces than the tolerance, the rounding of a
// point, and half of what the flattening here makes of it.
func TestSubsetKeepsShapesAndWidths(t *testing.T) {
	characters := of("职称申报鑫龘Añé12%（）gQ&@g①")
	characters[0xE000], characters[0xE001] = '𬭎', '𫍯'
	for w, whole := range ours(t) {
		part := parsedSubset(t, whole, characters)
		for code, r := range characters {
			want, got := drawn(t, whole.Font, r), drawn(t, part, code)
			if want.advance != got.advance {
				t.Errorf("weight %d: %c is %v wide, was %v", w, r, got.advance, want.advance)
			}
			if far := max(farthest(want.places, got.places), farthest(got.places, want.places)); far > tolerance+0.71+0.25 {
				t.Errorf("weight %d: %c is %.2f units from what it was", w, r, far)
			}
		}
		if missing, err := part.GlyphIndex(nil, '文'); err != nil || missing != 0 {
			t.Errorf("文 was not asked for: %d %v", missing, err)
		}
	}
}

func parsedSubset(t *testing.T, whole *Face, characters map[rune]rune) *sfnt.Font {
	t.Helper()
	data, err := whole.Subset(characters)
	if err != nil {
		t.Fatal(err)
	}
	part, err := sfnt.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return part
}

// A space has no outline, and every reader takes it.
func TestSubsetOfASpace(t *testing.T) {
	for _, whole := range ours(t) {
		part := parsedSubset(t, whole, of(" "))
		if got := drawn(t, part, ' '); len(got.places) != 0 || got.advance == 0 {
			t.Errorf("%d places, %v wide", len(got.places), got.advance)
		}
	}
}

// drawing is a glyph's advance and places along its outline, close to each other.
type drawing struct {
	advance fixed.Int26_6
	places  []vector
}

func drawn(t *testing.T, f *sfnt.Font, r rune) drawing {
	t.Helper()
	var buffer sfnt.Buffer
	glyph, err := f.GlyphIndex(&buffer, r)
	if err != nil || glyph == 0 {
		t.Fatalf("%c: glyph %d, %v", r, glyph, err)
	}
	size := fixed.I(1000)
	advance, err := f.GlyphAdvance(&buffer, glyph, size, font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	segments, err := f.LoadGlyph(&buffer, glyph, size, nil)
	if err != nil {
		t.Fatal(err)
	}
	return drawing{advance, along(segments)}
}

// along takes a place on every unit of the segments' control polygons.
func along(segments sfnt.Segments) []vector {
	var places []vector
	var at vector
	for _, s := range segments {
		points := []vector{at}
		for _, p := range s.Args[:map[sfnt.SegmentOp]int{sfnt.SegmentOpMoveTo: 1, sfnt.SegmentOpLineTo: 1, sfnt.SegmentOpQuadTo: 2, sfnt.SegmentOpCubeTo: 3}[s.Op]] {
			points = append(points, vector{float64(p.X) / 64, float64(p.Y) / 64})
		}
		at = points[len(points)-1]
		if s.Op == sfnt.SegmentOpMoveTo {
			continue
		}
		steps := 1
		for i, p := range points[1:] {
			steps += int(math.Hypot(p.x-points[i].x, p.y-points[i].y))
		}
		for i := range steps + 1 {
			places = append(places, onCurveAt(points, float64(i)/float64(steps)))
		}
	}
	return places
}

// onCurveAt is de Casteljau's construction.
func onCurveAt(points []vector, t float64) vector {
	points = slices.Clone(points)
	for n := len(points) - 1; n > 0; n-- {
		for i := range n {
			points[i] = points[i].towards(points[i+1], t)
		}
	}
	return points[0]
}

// farthest is how far the place of these is from those that is farthest from them. It
// looks at every tenth place.
func farthest(these, those []vector) float64 {
	far := 0.0
	for i := 0; i < len(these); i += 10 {
		a := these[i]
		near := math.Inf(1)
		for _, b := range those {
			near = min(near, (a.x-b.x)*(a.x-b.x)+(a.y-b.y)*(a.y-b.y))
		}
		far = max(far, near)
	}
	return math.Sqrt(far)
}

// Every character can be asked for, so no glyph is of a kind that subset refuses.
func TestSubsetOfEverything(t *testing.T) {
	for w, whole := range ours(t) {
		all := make(map[rune]rune)
		var buffer sfnt.Buffer
		for r := rune(1); r < 0xFFFF; r++ {
			if glyph, err := whole.Glyph(&buffer, r); err == nil && glyph != 0 {
				all[r] = r
			}
		}
		if _, err := whole.Subset(all); err != nil || len(all) < 23000 {
			t.Errorf("weight %d: %d characters, %v", w, len(all), err)
		}
	}
}

func TestSubsetRefusesWhatTheFontLacks(t *testing.T) {
	for name, characters := range map[string]map[rune]rune{
		"no such character": of("☐"), "a code beyond U+FFFF": of("\U00020087"),
	} {
		if _, err := ours(t)[0].Subset(characters); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

func TestParseRefusesBrokenFiles(t *testing.T) {
	good := assets.FontRegular
	for name, data := range map[string][]byte{
		"empty": nil, "header": good[:12], "directory": good[:200], "cut off": good[:len(good)/2],
		"text": bytes.Repeat([]byte("not a font "), 100),
	} {
		if _, err := Parse(data); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
