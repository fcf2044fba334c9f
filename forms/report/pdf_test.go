package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var pagesFlag = flag.String("pages", "", "write the sample PDFs into this folder, to be looked at")

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
		if err := os.WriteFile(filepath.Join(*pagesFlag, name+".pdf"), writePDF(t, doc), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
