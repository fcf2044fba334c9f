package paper

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/image/font/sfnt"
)

// embeddedFont is a subset in the PDF file.
type embeddedFont struct {
	name       string // as gofpdf was told
	face       *face
	characters []rune // the printed codes, sorted
	private    map[rune]rune
}

var errPDFShape = errors.New("文件结构和预想的不同")

// finishPDF writes gofpdf's file again with what gofpdf cannot do: the characters
// behind private codes, subset names, the language, and an identifier.
func finishPDF(raw []byte, fonts []embeddedFont) ([]byte, error) {
	file, err := finishedPDF(raw, fonts)
	if err != nil {
		return nil, err
	}
	if err := file.pack(); err != nil {
		return nil, err
	}
	return file.bytes(), nil
}

func finishedPDF(raw []byte, fonts []embeddedFont) (*pdfFile, error) {
	file, err := parsePDF(raw)
	if err != nil {
		return nil, err
	}
	for _, font := range fonts {
		if err := file.finishFont(font); err != nil {
			return nil, err
		}
	}
	return file, file.finishCatalog()
}

// pdfFile is a PDF's objects by number, each from "n 0 obj" to "endobj".
type pdfFile struct {
	deflater
	objects    [][]byte
	root, info int
}

var (
	startPattern   = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	sectionPattern = regexp.MustCompile(`^xref\s+0 (\d+)\s`)
	rootPattern    = regexp.MustCompile(`/Root (\d+) 0 R`)
	infoPattern    = regexp.MustCompile(`/Info (\d+) 0 R`)
	unicodePattern = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	fontPattern    = regexp.MustCompile(`^\d+ 0 obj\n<</Type /Font`)
	outlinePattern = regexp.MustCompile(`/Outlines \d+ 0 R`)
)

// parsePDF cuts a file with one cross-reference table into its objects.
func parsePDF(raw []byte) (*pdfFile, error) {
	const tail = 64 // the last lines: startxref, an offset, %%EOF
	start := submatch(startPattern, raw[max(0, len(raw)-tail):])
	if start < 0 || start >= len(raw) {
		return nil, errPDFShape
	}
	table := raw[start:]
	head := sectionPattern.FindIndex(table)
	count := submatch(sectionPattern, table)
	const entry = 20
	if head == nil || len(table) < head[1]+entry*count {
		return nil, errPDFShape
	}
	file := &pdfFile{
		objects: make([][]byte, count),
		root:    submatch(rootPattern, table), info: submatch(infoPattern, table),
	}
	offsets := make([]int, count, count+1)
	for number := 1; number < count; number++ {
		offset, err := strconv.Atoi(string(table[head[1]+entry*number:][:10]))
		if err != nil || offset <= 0 || offset >= start {
			return nil, errPDFShape
		}
		offsets[number] = offset
	}
	file.cut(raw, append(slices.Clone(offsets), start), offsets)
	if file.root <= 0 || file.root >= count || file.info <= 0 || file.info >= count {
		return nil, errPDFShape
	}
	return file, nil
}

// cut takes each object from its offset to the next one. Looking for its last word
// would not do: a title in UTF-16 may hold any bytes.
func (f *pdfFile) cut(raw []byte, edges, offsets []int) {
	slices.Sort(edges)
	for number := 1; number < len(offsets); number++ {
		next, _ := slices.BinarySearch(edges, offsets[number]+1)
		f.objects[number] = bytes.TrimRight(raw[offsets[number]:edges[next]], "\n")
	}
}

// submatch returns the number a pattern captures, -1 if it does not match.
func submatch(pattern *regexp.Regexp, data []byte) int {
	found := pattern.FindSubmatch(data)
	if found == nil {
		return -1
	}
	number, err := strconv.Atoi(string(found[1]))
	if err != nil {
		return -1
	}
	return number
}

// finishFont names a font after its file, as a subset, and tells which characters
// its codes stand for.
func (f *pdfFile) finishFont(font embeddedFont) error {
	name, err := font.face.font.Name(nil, sfnt.NameIDPostScript)
	if err != nil {
		return fmt.Errorf("字体名：%w", err)
	}
	table := font.toUnicode()
	given := []byte("/utf8" + font.name)
	full := []byte("/" + subsetTag(table) + "+" + name)
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
		return fmt.Errorf("%w：没有字体 %s", errPDFShape, font.name)
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
// the character it stands for in UTF-16.
func (e embeddedFont) toUnicode() []byte {
	stands := make(map[rune]rune, len(e.private))
	for character, private := range e.private {
		stands[private] = character
	}
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(e.characters, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, code := range part {
			character := code
			if real, ok := stands[code]; ok {
				character = real
			}
			fmt.Fprintf(&b, "<%04X> <", code)
			for _, unit := range utf16.Encode([]rune{character}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return []byte(b.String())
}

// finishCatalog says that the language is Chinese and that viewers are to show the
// document's title.
func (f *pdfFile) finishCatalog() error {
	old := f.objects[f.root]
	if !bytes.Contains(old, []byte("/Type /Catalog")) {
		return fmt.Errorf("%w：没有目录", errPDFShape)
	}
	f.objects[f.root] = fmt.Appendf(nil, "%d 0 obj\n<</Type /Catalog /Pages 1 0 R %s\n"+
		"/Lang (zh-CN) /ViewerPreferences <</DisplayDocTitle true>>>>\nendobj",
		f.root, outlinePattern.Find(old))
	return nil
}
