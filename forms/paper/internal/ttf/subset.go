package ttf

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/image/font/sfnt"
)

// Subset makes a TrueType font of the given characters only, each by the code that it is
// to have there, below U+10000. Print needs TrueType, since the PDF writer embeds nothing
// else, and a small font, since it first expands all characters of one into maps.
func (f *Face) Subset(characters map[rune]rune) ([]byte, error) {
	cut, err := f.chooseGlyphs(characters)
	if err != nil {
		return nil, err
	}
	outlines, err := cut.outlines()
	if err != nil {
		return nil, err
	}
	count := uint16(len(cut.order))
	return assemble(map[string][]byte{
		"OS/2": f.tables["OS/2"],
		"cmap": cut.characterMap(),
		"glyf": outlines.glyf,
		"head": withUint16(withUint16(f.tables["head"], 50, 1), 8, 0, 0),
		"hhea": withUint16(f.tables["hhea"], 34, count),
		"hmtx": cut.metrics(),
		"loca": outlines.loca,
		"maxp": appendUint16(nil, 1, 0, count, outlines.points, outlines.contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
		"name": f.tables["name"],
		"post": withUint16(f.tables["post"][:32], 0, 3, 0),
	}), nil
}

// glyphSubset is a choice of glyphs of a face and their new numbers.
type glyphSubset struct {
	face   *Face
	codes  []rune            // sorted
	glyphs []sfnt.GlyphIndex // of the codes
	order  []sfnt.GlyphIndex // by new number
	number map[sfnt.GlyphIndex]uint16
}

func (f *Face) chooseGlyphs(characters map[rune]rune) (*glyphSubset, error) {
	cut := &glyphSubset{face: f, codes: slices.Sorted(maps.Keys(characters)), number: make(map[sfnt.GlyphIndex]uint16)}
	cut.add(0)
	var buffer sfnt.Buffer
	for _, code := range cut.codes {
		glyph, err := f.Glyph(&buffer, characters[code])
		if err != nil {
			return nil, err
		}
		if glyph == 0 || code > 0xFFFF {
			return nil, fmt.Errorf("字体里没有 %U", characters[code])
		}
		cut.glyphs = append(cut.glyphs, glyph)
		cut.add(glyph)
	}
	return cut, nil
}

// add gives a glyph the next number unless it has one.
func (c *glyphSubset) add(glyph sfnt.GlyphIndex) {
	if _, ok := c.number[glyph]; ok {
		return
	}
	c.number[glyph] = uint16(len(c.order))
	c.order = append(c.order, glyph)
}

// outlines are the tables glyf and loca, with 32-bit offsets, and how many points and
// contours the largest glyphs have.
type outlines struct {
	glyf, loca       []byte
	points, contours uint16
}

func (c *glyphSubset) outlines() (all outlines, err error) {
	var buffer sfnt.Buffer
	for _, glyph := range c.order {
		one, err := c.face.outlineOf(&buffer, glyph)
		if err != nil {
			return all, err
		}
		all.loca = binary.BigEndian.AppendUint32(all.loca, uint32(len(all.glyf)))
		all.glyf = append(all.glyf, one.glyf()...)
		for len(all.glyf)%4 != 0 {
			all.glyf = append(all.glyf, 0)
		}
		all.points, all.contours = max(all.points, uint16(len(one.points))), max(all.contours, uint16(len(one.ends)))
	}
	all.loca = binary.BigEndian.AppendUint32(all.loca, uint32(len(all.glyf)))
	return all, nil
}

// metrics returns the table hmtx with an advance and a bearing for every glyph.
func (c *glyphSubset) metrics() []byte {
	source, full := c.face.tables["hmtx"], c.face.metrics
	var data []byte
	for _, glyph := range c.order {
		row := min(int(glyph), full-1)
		bearing := 4*row + 2
		if int(glyph) >= full {
			bearing = 4*full + 2*(int(glyph)-full)
		}
		data = append(data, source[4*row:4*row+2]...)
		data = append(data, source[bearing:bearing+2]...)
	}
	return data
}

// characterMap returns the table cmap with one map of format 4, the only one that
// gofpdf reads.
func (c *glyphSubset) characterMap() []byte {
	var starts, ends, deltas []uint16
	for i, r := range c.codes {
		delta := c.number[c.glyphs[i]] - uint16(r)
		last := len(ends) - 1
		if last >= 0 && uint16(r) == ends[last]+1 && deltas[last] == delta {
			ends[last]++
			continue
		}
		starts, ends, deltas = append(starts, uint16(r)), append(ends, uint16(r)), append(deltas, delta)
	}
	starts, ends, deltas = append(starts, 0xFFFF), append(ends, 0xFFFF), append(deltas, 1)
	search := searchFields(len(ends), 2)
	table := appendUint16(nil, 0, 1, 3, 1, 0, 12)
	table = appendUint16(table, 4, uint16(16+8*len(ends)), 0, uint16(2*len(ends)))
	table = appendUint16(table, search[:]...)
	table = appendUint16(table, ends...)
	table = appendUint16(table, 0)
	table = appendUint16(table, starts...)
	table = appendUint16(table, deltas...)
	return appendUint16(table, make([]uint16, len(ends))...)
}

// searchFields returns searchRange, entrySelector and rangeShift for a list of
// count entries of the given size.
func searchFields(count, size int) [3]uint16 {
	power, exponent := 1, 0
	for power*2 <= count {
		power *= 2
		exponent++
	}
	return [3]uint16{uint16(power * size), uint16(exponent), uint16((count - power) * size)}
}

// assemble writes a TrueType file from its tables.
func assemble(tables map[string][]byte) []byte {
	tags := slices.Sorted(maps.Keys(tables))
	search := searchFields(len(tags), 16)
	file := appendUint16(nil, 1, 0, uint16(len(tags)))
	file = appendUint16(file, search[:]...)
	offset := 12 + 16*len(tags)
	for _, tag := range tags {
		data := tables[tag]
		file = append(file, tag...)
		file = binary.BigEndian.AppendUint32(file, checksum(data))
		file = binary.BigEndian.AppendUint32(file, uint32(offset))
		file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
		offset += (len(data) + 3) &^ 3
	}
	head := 0
	for _, tag := range tags {
		if tag == "head" {
			head = len(file)
		}
		file = append(file, tables[tag]...)
		for len(file)%4 != 0 {
			file = append(file, 0)
		}
	}
	binary.BigEndian.PutUint32(file[head+8:], 0xB1B0AFBA-checksum(file))
	return file
}

// checksum is the sum of a table's 32-bit words, the last one filled with zeros.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	if len(data) > 0 {
		var last [4]byte
		copy(last[:], data)
		sum += binary.BigEndian.Uint32(last[:])
	}
	return sum
}

// withUint16 copies a table and overwrites words from the given offset on.
func withUint16(table []byte, at int, words ...uint16) []byte {
	table = slices.Clone(table)
	for i, word := range words {
		binary.BigEndian.PutUint16(table[at+2*i:], word)
	}
	return table
}

func appendUint16(data []byte, words ...uint16) []byte {
	for _, word := range words {
		data = binary.BigEndian.AppendUint16(data, word)
	}
	return data
}
