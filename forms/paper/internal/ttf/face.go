// Package ttf cuts small TrueType fonts out of OpenType ones.
package ttf

import (
	"encoding/binary"
	"errors"
	"fmt"

	"golang.org/x/image/font/sfnt"
)

var errFont = errors.New("字体文件不完整")

// Face is one font file with its tables at hand. Its bytes are only read.
type Face struct {
	Font       *sfnt.Font // for drawing
	tables     map[string][]byte
	unitsPerEm int
	metrics    int // glyphs with an advance of their own
}

// Parse reads an OpenType file, with outlines of either kind; it fails where a table is
// missing or too short.
func Parse(data []byte) (*Face, error) {
	tables, err := tableDirectory(data)
	if err != nil {
		return nil, err
	}
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, err
	}
	f := &Face{
		Font:       font,
		tables:     tables,
		unitsPerEm: int(font.UnitsPerEm()),
		metrics:    int(binary.BigEndian.Uint16(tables["hhea"][34:])),
	}
	glyphs := font.NumGlyphs()
	if f.metrics == 0 || f.metrics > glyphs || len(tables["hmtx"]) < 2*f.metrics+2*glyphs {
		return nil, errFont
	}
	return f, nil
}

// tableDirectory cuts a font file into its tables without copying them.
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
	"cmap": 4, "head": 54, "hhea": 36, "hmtx": 4, "name": 6, "OS/2": 78, "post": 32,
}

// Glyph returns the number of a character's glyph, 0 if there is none.
func (f *Face) Glyph(buffer *sfnt.Buffer, r rune) (sfnt.GlyphIndex, error) {
	index, err := f.Font.GlyphIndex(buffer, r)
	if err != nil {
		return 0, fmt.Errorf("查字形 %U：%w", r, err)
	}
	return index, nil
}

// Advance returns a glyph's width in thousandths of the type size.
func (f *Face) Advance(glyph sfnt.GlyphIndex) float64 {
	row := min(int(glyph), f.metrics-1)
	units := binary.BigEndian.Uint16(f.tables["hmtx"][4*row:])
	return float64(units) * 1000 / float64(f.unitsPerEm)
}

// Name is the font's PostScript name.
func (f *Face) Name() (string, error) {
	name, err := f.Font.Name(nil, sfnt.NameIDPostScript)
	if err != nil {
		return "", fmt.Errorf("字体名：%w", err)
	}
	return name, nil
}
