package paper_test

import (
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/paper"
)

// BenchmarkFonts reads the two weights, which a cold process does once.
func BenchmarkFonts(b *testing.B) {
	for b.Loop() {
		if _, err := paper.NewFonts(assets.FontRegular, assets.FontBold); err != nil {
			b.Fatal(err)
		}
	}
}
