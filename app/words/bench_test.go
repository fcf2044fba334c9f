package words

import (
	"math/rand/v2"
	"testing"
)

// page are the texts of one application, as many as all pages together show.
func page(b *testing.B) []string {
	n := shipped(b)
	return shown(n, dice{rand.New(rand.NewPCG(1, 2)), n}.applicant())
}

func BenchmarkBuild(b *testing.B) {
	for b.Loop() {
		English()
	}
}

func BenchmarkAllTextsFirstTime(b *testing.B) {
	texts := page(b)
	translator := English()
	for b.Loop() {
		clear(translator.kept)
		for _, text := range texts {
			translator.Translate(text)
		}
	}
	b.ReportMetric(float64(len(texts)), "texts")
}

func BenchmarkAllTextsAgain(b *testing.B) {
	texts := page(b)
	translator := English()
	for b.Loop() {
		for _, text := range texts {
			translator.Translate(text)
		}
	}
	b.ReportMetric(float64(len(texts)), "texts")
}

// BenchmarkCounts is a text that is new with every key typed into the statement.
func BenchmarkCounts(b *testing.B) {
	translator := English()
	for b.Loop() {
		clear(translator.kept)
		translator.Translate("512字，还能写488字；不算空格和换行500字；再不算标点450字")
	}
}

func BenchmarkUnknown(b *testing.B) {
	translator := English()
	for b.Loop() {
		clear(translator.kept)
		translator.Translate("鼎鼐（甲），乙、丙；丁：戊（己）庚辛壬癸，子丑寅卯、辰巳午未")
	}
}
