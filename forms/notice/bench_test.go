package notice_test

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkExamine is one reading of the shipped notice with all that is compared.
func BenchmarkExamine(b *testing.B) {
	files := original(b)
	for b.Loop() {
		if wrong, _ := examined(b, files); len(wrong) > 0 {
			b.Fatal(wrong)
		}
	}
}

// BenchmarkMarks is a text of 60,000 marks, which is refused.
func BenchmarkMarks(b *testing.B) {
	files := original(b)
	var text strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&text, "§ %d\n", i)
	}
	files["clauses.txt"] = text.String()[:400_000]
	for b.Loop() {
		if wrong, _ := examined(b, files); len(wrong) == 0 {
			b.Fatal("60,000 marks are taken")
		}
	}
}
