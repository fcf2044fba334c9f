package paper

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// sheetOf is a document whose sheet is so many lines, said shorter in fewer and fewer.
func sheetOf(lines int, shorter ...int) *Document {
	text := func(lines int) []Block {
		var blocks []Block
		for i := range lines {
			blocks = append(blocks, Paragraph{Runs: []Run{{Text: fmt.Sprintf("第%d行", i), Grey: true}}, Small: true})
		}
		return blocks
	}
	doc := &Document{Blocks: text(lines), Sheet: lines}
	for _, n := range shorter {
		doc.Shorter = append(doc.Shorter, Sheet{Page: text(n), Rest: []Block{Heading{Text: fmt.Sprintf("另外%d行", lines-n)}}})
	}
	doc.Blocks = append(doc.Blocks, PageBreak{}, Heading{Text: "后面"})
	return doc
}

// A sheet is said in full where it fits in some size, in the first shorter way that does
// where it does not, and in full where none does.
func TestSheets(t *testing.T) {
	for _, c := range []struct {
		name   string
		doc    *Document
		pages  int
		blocks int
		rest   string
	}{
		{"in full size", sheetOf(20, 10), 2, 20 + 2, ""},
		{"smaller", sheetOf(55, 10), 2, 55 + 2, ""},
		{"shorter", sheetOf(200, 190, 40, 30), 3, 40 + 1 + 2, "另外160行"},
		{"in no way", sheetOf(200, 190, 180), 6, 200 + 2, ""},
		{"no other way", sheetOf(200), 6, 200 + 2, ""},
		{"nothing", &Document{Blocks: []Block{Heading{Text: "后面"}}}, 1, 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			pages := Compose(c.doc, OurFonts())
			if pages.Count() != c.pages || len(pages.Blocks()) != c.blocks {
				t.Errorf("%d pages of %d blocks, want %d of %d", pages.Count(), len(pages.Blocks()), c.pages, c.blocks)
			}
			if c.rest != "" && pages.TextBoxes(1)[0].Text != c.rest {
				t.Errorf("page 2 is %q", pages.TextBoxes(1)[0].Text)
			}
		})
	}
}

// However often a sheet is tried, what cannot be printed is counted once.
func TestSheetCountsUnprintableOnce(t *testing.T) {
	doc := sheetOf(200, 190, 40)
	doc.Shorter[1].Page[0] = Paragraph{Runs: []Run{{Text: "\U0001F600"}}}
	if list := Compose(doc, OurFonts()).Unprintable(); len(list) != 1 || list[0].Count != 1 {
		t.Errorf("%v", list)
	}
}

// Nothing on paper is smaller than the foot, and grey stays readable where toner is thin.
func TestSmallPrintIsReadable(t *testing.T) {
	const smallest, contrastLeast = 8.0, 4.5
	pages := Compose(sheetOf(55), OurFonts())
	for number := range pages.Count() {
		for _, box := range pages.TextBoxes(number) {
			if size := (box.Bottom - box.Top) / pointSize; size < smallest-slack {
				t.Errorf("%q is set in %.2f points", strings.TrimSpace(box.Text), size)
			}
		}
	}
	for name, ink := range map[string]colour{"text": inkText, "grey": inkGrey, "accent": inkAccent} {
		if got := 1.05 / (luminance(ink) + 0.05); got < contrastLeast {
			t.Errorf("%s on white: %.2f", name, got)
		}
	}
}

// luminance is that of WCAG 2: white has 1.
func luminance(c colour) float64 {
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		v := float64(c[i]) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += share * v
	}
	return sum
}
