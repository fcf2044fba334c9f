// Package pdffile writes gofpdf's files again with what gofpdf cannot do: fonts that
// say which characters they print, the language, an identifier, and compression.
package pdffile

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

var errShape = errors.New("文件结构和预想的不同")

// Finish returns the finished file, whose language has a tag such as zh-CN. It fails where raw is not of the shape that gofpdf
// writes without compression, or lacks one of the fonts.
func Finish(raw []byte, language string, fonts []Font) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	for _, font := range fonts {
		if err := f.finishFont(font); err != nil {
			return nil, err
		}
	}
	if err := f.finishCatalog(language); err != nil {
		return nil, err
	}
	if err := f.pack(); err != nil {
		return nil, err
	}
	return f.bytes(), nil
}

// file is a PDF's objects by number, each from "n 0 obj" to "endobj".
type file struct {
	deflater
	objects    [][]byte
	root, info int
}

var (
	startPattern   = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	sectionPattern = regexp.MustCompile(`^xref\s+0 (\d+)\s`)
	rootPattern    = regexp.MustCompile(`/Root (\d+) 0 R`)
	infoPattern    = regexp.MustCompile(`/Info (\d+) 0 R`)
	outlinePattern = regexp.MustCompile(`/Outlines \d+ 0 R`)
)

// parse cuts a file with one cross-reference table into its objects.
func parse(raw []byte) (*file, error) {
	const tail = 64 // the last lines: startxref, an offset, %%EOF
	start := submatch(startPattern, raw[max(0, len(raw)-tail):])
	if start < 0 || start >= len(raw) {
		return nil, errShape
	}
	table := raw[start:]
	head := sectionPattern.FindIndex(table)
	count := submatch(sectionPattern, table)
	const row = 20
	if head == nil || len(table) < head[1]+row*count {
		return nil, errShape
	}
	f := &file{
		objects: make([][]byte, count),
		root:    submatch(rootPattern, table), info: submatch(infoPattern, table),
	}
	offsets := make([]int, count, count+1)
	for number := 1; number < count; number++ {
		offset, err := strconv.Atoi(string(table[head[1]+row*number:][:10]))
		if err != nil || offset <= 0 || offset >= start {
			return nil, errShape
		}
		offsets[number] = offset
	}
	f.cut(raw, append(slices.Clone(offsets), start), offsets)
	if f.root <= 0 || f.root >= count || f.info <= 0 || f.info >= count {
		return nil, errShape
	}
	return f, nil
}

// cut takes each object from its offset to the next one. Looking for its last word
// would not do: a title in UTF-16 may hold any bytes.
func (f *file) cut(raw []byte, edges, offsets []int) {
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

// finishCatalog says in which language the document is and that viewers are to show the
// document's title.
func (f *file) finishCatalog(language string) error {
	old := f.objects[f.root]
	if !bytes.Contains(old, []byte("/Type /Catalog")) {
		return fmt.Errorf("%w：没有目录", errShape)
	}
	f.objects[f.root] = fmt.Appendf(nil, "%d 0 obj\n<</Type /Catalog /Pages 1 0 R %s\n"+
		"/Lang (%s) /ViewerPreferences <</DisplayDocTitle true>>>>\nendobj",
		f.root, outlinePattern.Find(old), language)
	return nil
}
