package paper

import (
	"fmt"

	"golang.org/x/image/font/sfnt"

	"zhicheng/forms/paper/internal/ttf"
)

// weight chooses one of the two fonts.
type weight uint8

const (
	regular weight = iota
	bold
	weights
)

// Fonts are the two weights a document is set in. They can be shared by any number
// of documents at the same time; the bytes are only read.
type Fonts struct {
	faces   [weights]*ttf.Face
	private map[rune]rune
}

// NewFonts reads two TrueType fonts. private gives, for characters beyond U+FFFF,
// the code point below it that leads to the same glyph.
func NewFonts(regularTTF, boldTTF []byte, private map[rune]rune) (*Fonts, error) {
	fonts := &Fonts{private: private}
	for w, data := range [weights][]byte{regular: regularTTF, bold: boldTTF} {
		one, err := ttf.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("读字体：%w", err)
		}
		fonts.faces[w] = one
	}
	return fonts, nil
}

// code is what leads to a character's glyph in print: the character, or beyond U+FFFF
// its private code.
func (f *Fonts) code(r rune) rune {
	if private, ok := f.private[r]; ok {
		return private
	}
	return r
}

// missing marks a character without a glyph in a measure's cache.
const missing = -1

// measure knows how wide characters are. It belongs to one document.
type measure struct {
	fonts  *Fonts
	buffer sfnt.Buffer
	widths [weights]map[rune]float64
}

func newMeasure(fonts *Fonts) *measure {
	m := &measure{fonts: fonts}
	for w := range m.widths {
		m.widths[w] = make(map[rune]float64)
	}
	return m
}

// width returns a character's advance in thousandths of the type size, or
// missing.
func (m *measure) width(r rune, w weight) float64 {
	if known, ok := m.widths[w][r]; ok {
		return known
	}
	one := m.fonts.faces[w]
	found := float64(missing)
	if glyph, err := one.Glyph(&m.buffer, r); err == nil && glyph != 0 {
		found = one.Advance(glyph)
	}
	m.widths[w][r] = found
	return found
}

// printable tells whether both weights have the character, and, beyond U+FFFF,
// whether it can be reached by a private code.
func (m *measure) printable(r rune) bool {
	if r > 0xFFFF {
		if _, ok := m.fonts.private[r]; !ok {
			return false
		}
	}
	return m.width(r, regular) != missing && m.width(r, bold) != missing
}
