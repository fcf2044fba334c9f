package paper

import (
	"bytes"
	"testing"

	"zhicheng/assets"
)

// BenchmarkChecklist makes a sample's list from its findings: document, pages, PDF.
func BenchmarkChecklist(b *testing.B) {
	a := judged(b, sampleApplicant(b, "forestry-engineer"))
	for b.Loop() {
		var out bytes.Buffer
		if err := Compose(a.document(), ourFonts()).WritePDF(&out); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFonts reads the two weights, which a cold process does once.
func BenchmarkFonts(b *testing.B) {
	for b.Loop() {
		private, err := assets.PrivateRunes()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := NewFonts(assets.FontRegular, assets.FontBold, private); err != nil {
			b.Fatal(err)
		}
	}
}
