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
	faces [weights]*ttf.Face
}

// NewFonts reads two OpenType fonts.
func NewFonts(regularFile, boldFile []byte) (*Fonts, error) {
	fonts := &Fonts{}
	for w, data := range [weights][]byte{regular: regularFile, bold: boldFile} {
		one, err := ttf.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("读字体：%w", err)
		}
		fonts.faces[w] = one
	}
	return fonts, nil
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

// printable tells whether both weights have the character.
func (m *measure) printable(r rune) bool {
	return m.width(r, regular) != missing && m.width(r, bold) != missing
}
