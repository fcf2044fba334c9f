package pdffile

import (
	"bytes"
	"crypto/md5"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf16"
)

// Font is a font of the file that holds some characters only.
type Font struct {
	Family     string        // as gofpdf was told
	Name       string        // as the file is to say, in PostScript's spelling
	Characters map[rune]rune // by the codes that are printed for them
}

var (
	unicodePattern = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	fontPattern    = regexp.MustCompile(`^\d+ 0 obj\n<</Type /Font`)
)

// finishFont names a font after its file, as a subset, and tells which characters
// its codes mean.
func (f *file) finishFont(font Font) error {
	table := font.toUnicode()
	given := []byte("/utf8" + font.Family)
	full := []byte("/" + subsetTag(table) + "+" + font.Name)
	found := false
	for number, object := range f.objects {
		if !fontPattern.Match(object) || !bytes.Contains(object, given) {
			continue
		}
		if target := submatch(unicodePattern, object); target > 0 && target < len(f.objects) {
			f.objects[target] = f.streamObject(target, "", table)
			found = true
		}
		f.objects[number] = bytes.ReplaceAll(object, given, full)
	}
	if !found {
		return fmt.Errorf("%w：没有字体 %s", errShape, font.Family)
	}
	return nil
}

// subsetTag is six capitals that differ between different subsets.
func subsetTag(content []byte) string {
	sum := md5.Sum(content)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// toUnicode is the table that copying and searching go by: each printed code and
// the character it means, in UTF-16.
func (font Font) toUnicode() []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	codes := slices.Sorted(maps.Keys(font.Characters))
	for part := range slices.Chunk(codes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, code := range part {
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, unit := range utf16.Encode([]rune{font.Characters[code]}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return []byte(b.String())
}
