package pdffile

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
)

// What a stream's content is between.
const (
	streamBegin = "\nstream\n"
	streamEnd   = "\nendstream\nendobj"
)

// deflater compresses one stream after another; making a zlib.Writer for each
// would take longer than most streams.
type deflater struct {
	writer *zlib.Writer
}

// deflateLevel is where more time hardly makes outlines of glyphs any smaller.
const deflateLevel = 4

// deflate compresses; writing to memory does not fail.
func (d *deflater) deflate(content []byte) []byte {
	var packed bytes.Buffer
	if d.writer == nil {
		d.writer, _ = zlib.NewWriterLevel(&packed, deflateLevel)
	} else {
		d.writer.Reset(&packed)
	}
	_, _ = d.writer.Write(content)
	_ = d.writer.Close()
	return packed.Bytes()
}

// streamObject makes a compressed stream; entries are further entries of its
// dictionary.
func (d *deflater) streamObject(number int, entries string, content []byte) []byte {
	packed := d.deflate(content)
	object := fmt.Appendf(nil, "%d 0 obj\n<<%s/Filter /FlateDecode /Length %d>>%s", number, entries, len(packed), streamBegin)
	return append(append(object, packed...), streamEnd...)
}

// pack compresses the pages, which gofpdf is told to leave alone, and again the
// fonts, which gofpdf compresses for speed: a twentieth of the file.
func (f *file) pack() error {
	for number, object := range f.objects {
		begin := bytes.Index(object, []byte(streamBegin))
		if begin < 0 {
			continue
		}
		head := object[:begin]
		content, ends := bytes.CutSuffix(object[begin+len(streamBegin):], []byte(streamEnd))
		length := fontLength.Find(head)
		switch {
		case !ends:
			return fmt.Errorf("%w：对象 %d", errShape, number)
		case length != nil:
			var err error
			if content, err = inflate(content); err != nil {
				return err
			}
		case bytes.Contains(head, []byte("/Filter")):
			continue
		}
		f.objects[number] = f.streamObject(number, string(length), content)
	}
	return nil
}

// fontLength is the entry that only the streams of fonts have.
var fontLength = regexp.MustCompile(`/Length1 \d+ ?`)

func inflate(packed []byte) ([]byte, error) {
	reader, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("%w：%w", errShape, err)
	}
	content, err := io.ReadAll(reader)
	if err != nil {
		return nil, fmt.Errorf("%w：%w", errShape, err)
	}
	return content, nil
}

// entry is a line of the cross-reference stream: an object in the file (kind 1,
// its offset) or in the object stream (kind 2, its place there).
type entry struct {
	kind   byte
	first  uint32
	second uint16
}

// bytes writes the file. Everything that is not a stream goes into one compressed
// object stream, which the font widths, links and bookmarks need badly.
func (f *file) bytes() []byte {
	out := []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	entries := make([]entry, len(f.objects)+2)
	entries[0].second = 0xFFFF
	holder, listing := len(f.objects), len(f.objects)+1
	var places, bodies bytes.Buffer
	held := 0
	for number := 1; number < len(f.objects); number++ {
		object := f.objects[number]
		if bytes.Contains(object, []byte(streamBegin)) {
			entries[number] = entry{1, uint32(len(out)), 0}
			out = append(append(out, object...), '\n')
			continue
		}
		fmt.Fprintf(&places, "%d %d ", number, bodies.Len())
		bodies.Write(objectBody(object))
		bodies.WriteByte('\n')
		entries[number] = entry{2, uint32(holder), uint16(held)}
		held++
	}
	entries[holder] = entry{1, uint32(len(out)), 0}
	dictionary := fmt.Sprintf("/Type /ObjStm /N %d /First %d ", held, places.Len())
	out = append(out, f.streamObject(holder, dictionary, append(places.Bytes(), bodies.Bytes()...))...)
	out = append(out, '\n')
	entries[listing] = entry{1, uint32(len(out)), 0}
	return f.listed(out, entries)
}

// listed appends the cross-reference stream, which is the last object.
func (f *file) listed(out []byte, entries []entry) []byte {
	id, start := md5.Sum(out), len(out)
	var table []byte
	for _, one := range entries {
		table = append(table, one.kind)
		table = binary.BigEndian.AppendUint32(table, one.first)
		table = binary.BigEndian.AppendUint16(table, one.second)
	}
	dictionary := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>] ",
		len(entries), f.root, f.info, id, id)
	out = append(out, f.streamObject(len(entries)-1, dictionary, table)...)
	return fmt.Appendf(out, "\nstartxref\n%d\n%%%%EOF\n", start)
}

// objectBody is what is between "n 0 obj" and "endobj".
func objectBody(object []byte) []byte {
	_, body, _ := bytes.Cut(object, []byte(" 0 obj"))
	return bytes.TrimSpace(bytes.TrimSuffix(body, []byte("endobj")))
}
