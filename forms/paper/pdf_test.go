package paper

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"go/parser"
	"go/token"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhicheng/assets"
)

var pagesFlag = flag.String("pages", "", "write the sample documents into this folder, to be looked at")

func pdfBytes(t testing.TB, doc *Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Compose(doc, ourFonts()).WritePDF(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWriteSamples(t *testing.T) {
	if *pagesFlag == "" {
		t.Skip("-pages names no folder")
	}
	for name, doc := range map[string]*Document{
		"few":   sampleDocument(1, 3),
		"many":  sampleDocument(60, 80),
		"none":  sampleDocument(0, 0),
		"names": namesDocument(t),
		"odd":   oddDocument(),
	} {
		writePictures(t, name, doc)
		writeFile(t, name+".pdf", pdfBytes(t, doc))
		for ending, write := range map[string]func(io.Writer, *Document) error{".txt": WriteText, ".html": WriteHTML} {
			var out bytes.Buffer
			if err := write(&out, doc); err != nil {
				t.Fatal(err)
			}
			writeFile(t, name+ending, out.Bytes())
		}
	}
}

func writePictures(t *testing.T, name string, doc *Document) {
	t.Helper()
	pages := Compose(doc, ourFonts())
	for number := range pages.Count() {
		drawn, err := pages.Picture(number, 96)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := png.Encode(&out, drawn); err != nil {
			t.Fatal(err)
		}
		writeFile(t, fmt.Sprintf("%s-picture-%d.png", name, number+1), out.Bytes())
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*pagesFlag, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPDFIsTheSameForTheSameInput(t *testing.T) {
	first := pdfBytes(t, sampleDocument(7, 9))
	for range 3 {
		if !bytes.Equal(first, pdfBytes(t, sampleDocument(7, 9))) {
			t.Fatal("the bytes differ")
		}
	}
	later := sampleDocument(7, 9)
	later.Meta.Made = later.Meta.Made.Add(time.Minute)
	if bytes.Equal(first, pdfBytes(t, later)) {
		t.Error("another time gives the same bytes")
	}
}

func TestPDFLeavesSharedFontsAlone(t *testing.T) {
	before := [2][32]byte{sha256.Sum256(assets.FontRegular), sha256.Sum256(assets.FontBold)}
	doc := sampleDocument(3, 3)
	pages := Compose(doc, ourFonts())
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			if err := Compose(doc, ourFonts()).WritePDF(io.Discard); err != nil {
				t.Error(err)
			}
			if err := pages.WritePDF(io.Discard); err != nil {
				t.Error(err)
			}
			if _, err := pages.Picture(0, 48); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if after := [2][32]byte{sha256.Sum256(assets.FontRegular), sha256.Sum256(assets.FontBold)}; after != before {
		t.Error("the font bytes changed")
	}
}

// maxWithoutPhoto is how many bytes a list may take besides the photo.
const maxWithoutPhoto = 200_000

func TestPDFStaysSmall(t *testing.T) {
	doc := sampleDocument(60, 80)
	head := doc.Blocks[0].(Head)
	head.Photo = nil
	doc.Blocks[0] = head
	if size := len(pdfBytes(t, doc)); size > maxWithoutPhoto {
		t.Errorf("%d bytes", size)
	}
}

// finishedObjects are the dictionaries of a PDF before they are compressed.
func finishedObjects(t *testing.T, doc *Document) []byte {
	t.Helper()
	raw, fonts := rawPDF(t, doc)
	file, err := finishedPDF(raw, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Join(file.objects, []byte("\n"))
}

// rawPDF is a document as gofpdf writes it.
func rawPDF(t *testing.T, doc *Document) ([]byte, []embeddedFont) {
	t.Helper()
	pages := Compose(doc, ourFonts())
	pen, err := newPDFPen(pages)
	if err != nil {
		t.Fatal(err)
	}
	for number, one := range pages.pages {
		pen.drawPage(number, one)
	}
	var raw bytes.Buffer
	if err := pen.pdf.Output(&raw); err != nil {
		t.Fatal(err)
	}
	return raw.Bytes(), pen.embedded
}

func TestPDFSaysWhatItIs(t *testing.T) {
	objects := finishedObjects(t, sampleDocument(1, 1))
	for _, want := range []string{"/Lang (zh-CN)", "/DisplayDocTitle true", "/CreationDate (D:20200910103200)", "+ZhichengSans-Regular", "+ZhichengSans-Bold", "/Outlines"} {
		if !bytes.Contains(objects, []byte(want)) {
			t.Errorf("%s is missing", want)
		}
	}
	for _, gone := range []string{"/utf8regular", "/utf8bold", "/EmbeddedFiles"} {
		if bytes.Contains(objects, []byte(gone)) {
			t.Errorf("%s is left", gone)
		}
	}
	data := pdfBytes(t, sampleDocument(1, 1))
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) || !bytes.Contains(data, []byte("/ID [<")) {
		t.Error("no version or no identifier")
	}
}

// failingWriter takes no bytes.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, os.ErrPermission }

func TestPDFReportsErrors(t *testing.T) {
	if err := Compose(sampleDocument(0, 0), ourFonts()).WritePDF(failingWriter{}); err == nil {
		t.Error("a failed write is no error")
	}
	pages := Compose(sampleDocument(0, 0), ourFonts())
	pages.pages[0].items = append(pages.pages[0].items, picture{w: 1, h: 1})
	if err := pages.WritePDF(io.Discard); err == nil {
		t.Error("a picture without an image is no error")
	}
}

func TestPictureOfNoPage(t *testing.T) {
	pages := Compose(&Document{}, ourFonts())
	for _, number := range []int{-1, 1} {
		if _, err := pages.Picture(number, 96); err == nil {
			t.Errorf("page %d was drawn", number)
		}
	}
}

func TestFinishPDFRefusesOtherShapes(t *testing.T) {
	good, _ := rawPDF(t, sampleDocument(0, 0))
	if _, err := finishPDF(good, nil); err != nil {
		t.Fatalf("gofpdf's own file: %v", err)
	}
	broken := map[string][]byte{
		"empty":      nil,
		"no end":     good[:len(good)/2],
		"only end":   []byte("startxref\n0\n%%EOF"),
		"far away":   []byte("startxref\n99999\n%%EOF"),
		"short list": []byte("xref\n0 3\n0000000000 65535 f \nstartxref\n0\n%%EOF"),
	}
	for name, raw := range broken {
		if _, err := finishPDF(raw, nil); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := finishPDF(good, []embeddedFont{{name: "other", face: ourFonts().faces[regular]}}); err == nil {
		t.Error("a font that is not there was found")
	}
}

func TestOnlyOneFileNamesTheLibrary(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var naming []string
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range file.Imports {
			if strings.Contains(one.Path.Value, "gofpdf") {
				naming = append(naming, name)
			}
		}
	}
	if len(naming) != 1 || naming[0] != "pdf.go" {
		t.Errorf("gofpdf is imported by %q", naming)
	}
}

func TestAnythingCanBePrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := randomDocument().Draw(t, "document")
		pages := Compose(doc, ourFonts())
		if err := pages.WritePDF(io.Discard); err != nil {
			t.Fatal(err)
		}
		if err := WriteText(io.Discard, doc); err != nil {
			t.Fatal(err)
		}
		if err := WriteHTML(io.Discard, doc); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkCompose(b *testing.B) {
	doc := sampleDocument(10, 12)
	ourFonts()
	for b.Loop() {
		Compose(doc, ourFonts())
	}
}

func BenchmarkPDF(b *testing.B) {
	doc := sampleDocument(10, 12)
	for b.Loop() {
		if err := Compose(doc, ourFonts()).WritePDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPicture(b *testing.B) {
	pages := Compose(sampleDocument(10, 12), ourFonts())
	for b.Loop() {
		if _, err := pages.Picture(0, 96); err != nil {
			b.Fatal(err)
		}
	}
}
