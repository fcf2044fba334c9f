package paper

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// A column is as wide as its longest word where the words fit, and the columns take
// the page's width together.
func TestColumnsHoldTheirWords(t *testing.T) {
	c := newComposer(OurFonts())
	words := []string{"recommendation", "Name of your employer", "是", "通知要求", "2016-06-20", "verification (认证报告)"}
	rapid.Check(t, func(r *rapid.T) {
		count := rapid.IntRange(1, 4).Draw(r, "columns")
		table := Table{Columns: make([]Column, count), Rows: [][]Cell{make([]Cell, count)}}
		least := make([]float64, count)
		for i := range count {
			text := rapid.SampledFrom(words).Draw(r, "cell")
			table.Columns[i].Share = float64(rapid.IntRange(0, 9).Draw(r, "share"))
			table.Rows[0][i] = Cell{Text: text, Mark: rapid.SampledFrom([]Mark{NoMark, MarkPass}).Draw(r, "mark")}
			least[i] = c.longestWord(table.Rows[0][i])
		}
		sum := 0.0
		for i, width := range c.columnWidths(table) {
			sum += width
			if width < least[i]-1e-6 {
				r.Errorf("column %d is %.1f mm, its longest word %.1f", i, width, least[i])
			}
		}
		if math.Abs(sum-bodyWidth) > 1e-6 {
			r.Errorf("the columns take %.2f of %.2f mm", sum, bodyWidth)
		}
	})
}
