package paper

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

// weight chooses one of the two fonts.
type weight uint8

const (
	regular weight = iota
	bold
	weights
)

var errFont = errors.New("字体文件不完整")

// Fonts are the two weights a report is set in. They can be shared by any number
// of documents at the same time; the bytes are only read.
type Fonts struct {
	faces   [weights]*face
	private map[rune]rune
}

// NewFonts reads two TrueType fonts. private gives, for characters beyond U+FFFF,
// the code point below it that leads to the same glyph.
func NewFonts(regularTTF, boldTTF []byte, private map[rune]rune) (*Fonts, error) {
	fonts := &Fonts{private: private}
	for w, data := range [weights][]byte{regular: regularTTF, bold: boldTTF} {
		one, err := parseFace(data)
		if err != nil {
			return nil, fmt.Errorf("读字体：%w", err)
		}
		fonts.faces[w] = one
	}
	return fonts, nil
}

// face is one font file with its tables at hand.
type face struct {
	font       *sfnt.Font
	tables     map[string][]byte
	unitsPerEm int
	metrics    int // glyphs with an advance of their own
	longOffset bool
}

func parseFace(data []byte) (*face, error) {
	tables, err := tableDirectory(data)
	if err != nil {
		return nil, err
	}
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	f := &face{
		font:       font,
		tables:     tables,
		unitsPerEm: int(font.UnitsPerEm()),
		metrics:    int(binary.BigEndian.Uint16(tables["hhea"][34:])),
		longOffset: binary.BigEndian.Uint16(tables["head"][50:]) == 1,
	}
	return f, f.check()
}

// tableDirectory cuts a TrueType file into its tables without copying them.
func tableDirectory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errFont
	}
	count := int(binary.BigEndian.Uint16(data[4:]))
	if len(data) < 12+16*count {
		return nil, errFont
	}
	tables := make(map[string][]byte, count)
	for i := range count {
		record := data[12+16*i:]
		offset := uint64(binary.BigEndian.Uint32(record[8:]))
		size := uint64(binary.BigEndian.Uint32(record[12:]))
		if offset+size > uint64(len(data)) {
			return nil, errFont
		}
		tables[string(record[:4])] = data[offset : offset+size : offset+size]
	}
	for tag, least := range minimumSizes {
		if len(tables[tag]) < least {
			return nil, fmt.Errorf("%w：%s", errFont, tag)
		}
	}
	return tables, nil
}

// minimumSizes are the tables that a subset is made of, with the bytes read of each.
var minimumSizes = map[string]int{
	"cmap": 4, "glyf": 1, "head": 54, "hhea": 36, "hmtx": 4, "loca": 4,
	"maxp": 6, "name": 6, "OS/2": 78, "post": 32,
}

func (f *face) check() error {
	glyphs := f.font.NumGlyphs()
	offsets := 2 * (glyphs + 1)
	if f.longOffset {
		offsets *= 2
	}
	if f.metrics == 0 || f.metrics > glyphs || len(f.tables["loca"]) < offsets ||
		len(f.tables["hmtx"]) < 2*f.metrics+2*glyphs {
		return errFont
	}
	return nil
}

// glyph returns the number of a character's glyph, 0 if there is none.
func (f *face) glyph(buffer *sfnt.Buffer, r rune) (sfnt.GlyphIndex, error) {
	index, err := f.font.GlyphIndex(buffer, r)
	if err != nil {
		return 0, fmt.Errorf("查字形 %U：%w", r, err)
	}
	return index, nil
}

// advance returns a glyph's width in thousandths of the type size.
func (f *face) advance(glyph sfnt.GlyphIndex) float64 {
	row := min(int(glyph), f.metrics-1)
	units := binary.BigEndian.Uint16(f.tables["hmtx"][4*row:])
	return float64(units) * 1000 / float64(f.unitsPerEm)
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
	if glyph, err := one.glyph(&m.buffer, r); err == nil && glyph != 0 {
		found = one.advance(glyph)
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
