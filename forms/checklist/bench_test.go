package checklist

import (
	"io"
	"testing"
)

// BenchmarkChecklist makes a sample's list from its findings: document, pages, PDF.
func BenchmarkChecklist(b *testing.B) {
	a := judged(b, sampleApplicant(b, "forestry-engineer"))
	for b.Loop() {
		if err := a.pages().WritePDF(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
