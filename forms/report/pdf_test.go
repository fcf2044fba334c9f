package report

import (
	"bytes"
	"flag"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"testing"
)

var pagesFlag = flag.String("pages", "", "write the sample documents into this folder, to be looked at")

func writePDF(t testing.TB, doc *Document) []byte {
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
		"few":  sampleDocument(1, 3),
		"many": sampleDocument(60, 80),
		"none": sampleDocument(0, 0),
	} {
		writePictures(t, name, doc)
		writeWords(t, name, doc)
		if err := os.WriteFile(filepath.Join(*pagesFlag, name+".pdf"), writePDF(t, doc), 0o644); err != nil {
			t.Fatal(err)
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
		file := fmt.Sprintf("%s-picture-%d.png", name, number+1)
		if err := os.WriteFile(filepath.Join(*pagesFlag, file), out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func writeWords(t *testing.T, name string, doc *Document) {
	t.Helper()
	for ending, write := range map[string]func(io.Writer, *Document) error{".txt": WriteText, ".html": WriteHTML} {
		var out bytes.Buffer
		if err := write(&out, doc); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*pagesFlag, name+ending), out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
