package pdffile

import (
	"bytes"
	"fmt"
	"testing"
)

// plainPDF is a file in the shape of gofpdf's, without a page: objects, one
// cross-reference table, trailer.
func plainPDF() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.3\n")
	bodies := []string{"<</Type /Pages /Kids [] /Count 0>>", "<</Title ()>>", "<</Type /Catalog /Pages 1 0 R>>"}
	offsets := make([]int, len(bodies))
	for i, body := range bodies {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(bodies)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer\n<<\n/Size %d\n/Root 3 0 R\n/Info 2 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(bodies)+1, start)
	return out.Bytes()
}

func TestFinishRefusesOtherShapes(t *testing.T) {
	good := plainPDF()
	if _, err := Finish(good, "zh-CN", nil); err != nil {
		t.Fatalf("a plain file: %v", err)
	}
	broken := map[string][]byte{
		"empty":      nil,
		"no end":     good[:len(good)/2],
		"only end":   []byte("startxref\n0\n%%EOF"),
		"far away":   []byte("startxref\n99999\n%%EOF"),
		"short list": []byte("xref\n0 3\n0000000000 65535 f \nstartxref\n0\n%%EOF"),
		"no catalog": bytes.Replace(good, []byte("/Root 3"), []byte("/Root 2"), 1),
		"no root":    bytes.Replace(good, []byte("/Root 3"), []byte("/Root 9"), 1),
	}
	for name, raw := range broken {
		if _, err := Finish(raw, "zh-CN", nil); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := Finish(good, "zh-CN", []Font{{Family: "other", Name: "Other"}}); err == nil {
		t.Error("a font that is not there was found")
	}
}
