package words

import (
	"math/rand/v2"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

func BenchmarkSentence(b *testing.B) {
	english, due := English(), forms.NewDay(2020, 9, 23)
	text := say.F("%s前，%s", due.Short(), say.F("送到"))
	b.ReportAllocs()
	for b.Loop() {
		_ = text.In(english)
	}
}

// BenchmarkPage says all texts of one application, as many as all pages show.
func BenchmarkPage(b *testing.B) {
	n := shipped(b)
	texts := shown(n, dice{rand.New(rand.NewPCG(1, 2)), n}.applicant())
	english := English()
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			_ = text.In(english)
		}
	}
	b.ReportMetric(float64(len(texts)), "texts")
}
