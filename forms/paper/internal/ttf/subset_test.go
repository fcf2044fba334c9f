package ttf

import (
	"bytes"
	"crypto/sha256"
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

func TestSubsetKeepsShapesAndWidths(t *testing.T) {
	characters := []rune("职称申报Añé12%（）\uE000\uE0DB")
	for w, whole := range ours(t) {
		data, err := whole.Subset(characters)
		if err != nil {
			t.Fatal(err)
		}
		part, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range characters {
			var buffer sfnt.Buffer
			want, got := shape(t, whole.Font, &buffer, r), shape(t, part, &buffer, r)
			if want != got {
				t.Errorf("weight %d: %c changed: %v, was %v", w, r, got, want)
			}
		}
		if missing, err := part.GlyphIndex(nil, '文'); err != nil || missing != 0 {
			t.Errorf("文 was not asked for: %d %v", missing, err)
		}
	}
}

// outlineOf is a glyph's advance and a digest of its outline.
type outlineOf struct {
	advance fixed.Int26_6
	digest  [32]byte
}

func shape(t *testing.T, f *sfnt.Font, buffer *sfnt.Buffer, r rune) outlineOf {
	t.Helper()
	glyph, err := f.GlyphIndex(buffer, r)
	if err != nil || glyph == 0 {
		t.Fatalf("%c: glyph %d, %v", r, glyph, err)
	}
	size := fixed.I(1000)
	advance, err := f.GlyphAdvance(buffer, glyph, size, font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	segments, err := f.LoadGlyph(buffer, glyph, size, nil)
	if err != nil {
		t.Fatal(err)
	}
	var drawn []byte
	for _, segment := range segments {
		drawn = append(drawn, byte(segment.Op))
		for _, point := range segment.Args {
			drawn = append(drawn, byte(point.X>>16), byte(point.X>>8), byte(point.X), byte(point.Y>>16), byte(point.Y>>8), byte(point.Y))
		}
	}
	if len(segments) == 0 {
		t.Fatalf("%c has no outline", r)
	}
	return outlineOf{advance, sha256.Sum256(drawn)}
}

// Every character can be asked for, so no glyph is of a kind that subset refuses.
func TestSubsetOfEverything(t *testing.T) {
	for w, whole := range ours(t) {
		var all []rune
		var buffer sfnt.Buffer
		for r := rune(1); r < 0xFFFF; r++ {
			if glyph, err := whole.Glyph(&buffer, r); err == nil && glyph != 0 {
				all = append(all, r)
			}
		}
		if _, err := whole.Subset(all); err != nil || len(all) < 23000 {
			t.Errorf("weight %d: %d characters, %v", w, len(all), err)
		}
	}
}

func TestSubsetRefusesWhatTheFontLacks(t *testing.T) {
	for _, r := range "☐\U00020087" {
		if _, err := ours(t)[0].Subset([]rune{r}); err == nil {
			t.Errorf("%U was accepted", r)
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
