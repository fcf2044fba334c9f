package paper_test

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"flag"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhicheng/assets"
	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
)

var pagesFlag = flag.String("pages", "", "write the sample documents into this folder, to be looked at")

func pdfBytes(t testing.TB, doc *paper.Document) []byte {
	t.Helper()
	return papertest.PDF(t, paper.Compose(doc, paper.OurFonts()))
}

func TestWriteSamples(t *testing.T) {
	if *pagesFlag == "" {
		t.Skip("-pages names no folder")
	}
	for name, doc := range map[string]*paper.Document{
		"few":   sampleDocument(1, 3),
		"many":  sampleDocument(60, 80),
		"none":  sampleDocument(0, 0),
		"names": namesDocument(t),
		"odd":   oddDocument(),
	} {
		writePictures(t, name, doc)
		writeFile(t, name+".pdf", pdfBytes(t, doc))
		for ending, write := range map[string]func(io.Writer, *paper.Document) error{".txt": paper.WriteText, ".html": paper.WriteHTML} {
			var out bytes.Buffer
			if err := write(&out, doc); err != nil {
				t.Fatal(err)
			}
			writeFile(t, name+ending, out.Bytes())
		}
	}
}

func writePictures(t *testing.T, name string, doc *paper.Document) {
	t.Helper()
	pages := paper.Compose(doc, paper.OurFonts())
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
	pages := paper.Compose(doc, paper.OurFonts())
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			if err := paper.Compose(doc, paper.OurFonts()).WritePDF(io.Discard); err != nil {
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

// maxWithoutPhoto is how many bytes a list may take without the photo.
const maxWithoutPhoto = 200_000

func TestPDFStaysSmall(t *testing.T) {
	doc := sampleDocument(60, 80)
	head := doc.Blocks[0].(paper.Head)
	head.Photo = nil
	doc.Blocks[0] = head
	if size := len(pdfBytes(t, doc)); size > maxWithoutPhoto {
		t.Errorf("%d bytes", size)
	}
}

// unpacked is what the streams of a PDF file hold, among them every dictionary.
func unpacked(t *testing.T, pdf []byte) []byte {
	t.Helper()
	var all []byte
	for _, part := range bytes.Split(pdf, []byte("\nstream\n"))[1:] {
		reader, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue // the photo
		}
		content, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		all = append(append(all, content...), '\n')
	}
	return all
}

func TestPDFSaysWhatItIs(t *testing.T) {
	data := pdfBytes(t, sampleDocument(1, 1))
	objects := unpacked(t, data)
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
	if !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) || !bytes.Contains(data, []byte("/ID [<")) {
		t.Error("no version or no identifier")
	}
}

// failingWriter takes no bytes.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, os.ErrPermission }

func TestPDFReportsErrors(t *testing.T) {
	if err := paper.Compose(sampleDocument(0, 0), paper.OurFonts()).WritePDF(failingWriter{}); err == nil {
		t.Error("a failed write is no error")
	}
	tooWide := &paper.Photo{Image: image.NewGray(image.Rect(0, 0, 1<<16, 1)), Width: 1, Height: 1}
	doc := &paper.Document{Blocks: []paper.Block{paper.Head{Photo: tooWide}}}
	if err := paper.Compose(doc, paper.OurFonts()).WritePDF(io.Discard); err == nil {
		t.Error("a picture that JPEG cannot hold is no error in a PDF")
	}
	if err := paper.WriteHTML(io.Discard, doc); err == nil {
		t.Error("a picture that JPEG cannot hold is no error in HTML")
	}
}

func TestPictureOfNoPage(t *testing.T) {
	pages := paper.Compose(&paper.Document{}, paper.OurFonts())
	for _, number := range []int{-1, 1} {
		if _, err := pages.Picture(number, 96); err == nil {
			t.Errorf("page %d was drawn", number)
		}
	}
}

func TestAnythingCanBePrinted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := randomDocument().Draw(t, "document")
		pages := paper.Compose(doc, paper.OurFonts())
		if err := pages.WritePDF(io.Discard); err != nil {
			t.Fatal(err)
		}
		if err := paper.WriteText(io.Discard, doc); err != nil {
			t.Fatal(err)
		}
		if err := paper.WriteHTML(io.Discard, doc); err != nil {
			t.Fatal(err)
		}
	})
}

func BenchmarkCompose(b *testing.B) {
	doc := sampleDocument(10, 12)
	paper.OurFonts()
	for b.Loop() {
		paper.Compose(doc, paper.OurFonts())
	}
}

func BenchmarkPDF(b *testing.B) {
	doc := sampleDocument(10, 12)
	for b.Loop() {
		if err := paper.Compose(doc, paper.OurFonts()).WritePDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPicture(b *testing.B) {
	pages := paper.Compose(sampleDocument(10, 12), paper.OurFonts())
	for b.Loop() {
		if _, err := pages.Picture(0, 96); err != nil {
			b.Fatal(err)
		}
	}
}
