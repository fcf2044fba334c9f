package paper

import (
	"fmt"
	"slices"
	"testing"
)

// lineGroup makes a group of n lines of the given height, named so that they can
// be found on the page.
func lineGroup(name string, n int, height float64) group {
	var g group
	for i := range n {
		text := inkedText{text: fmt.Sprintf("%s%d", name, i), size: textSize}
		g.pieces = append(g.pieces, piece{height: height, items: []item{text}})
	}
	return g
}

// sheetTexts are the texts of each page, in order.
func sheetTexts(groups []group) [][]string {
	var all [][]string
	for _, s := range paginate(groups).sheets {
		var texts []string
		for _, one := range s.page.items {
			if text, ok := one.(inkedText); ok {
				texts = append(texts, text.text)
			}
		}
		all = append(all, texts)
	}
	return all
}

func TestPaginate(t *testing.T) {
	// A page holds 26 lines of 10 mm.
	together := func(g group) group { g.together = true; return g }
	heading := lineGroup("H", 1, 10)
	heading.withNext, heading.together = true, true
	header := lineGroup("T", 1, 10).pieces
	row := func(name string, lines int) group {
		g := together(lineGroup(name, lines, 10))
		g.header = header
		return g
	}
	tableHead := group{pieces: header, withNext: true, together: true}
	broken := lineGroup("b", 1, 10)
	broken.breakBefore = true
	cases := []struct {
		name   string
		groups []group
		want   []int // texts on each page
	}{
		{"nothing", nil, []int{0}},
		{"full page", []group{lineGroup("a", 26, 10)}, []int{26}},
		{"no lone last line", []group{lineGroup("a", 27, 10)}, []int{25, 2}},
		{"no lone first line", []group{lineGroup("a", 25, 10), lineGroup("b", 4, 10)}, []int{25, 4}},
		{"two and two", []group{lineGroup("a", 24, 10), lineGroup("b", 4, 10)}, []int{26, 2}},
		{"kept together", []group{lineGroup("a", 24, 10), together(lineGroup("b", 3, 10))}, []int{24, 3}},
		{"too long to keep", []group{lineGroup("a", 2, 10), together(lineGroup("b", 40, 10))}, []int{26, 16}},
		{"heading goes with its text", []group{lineGroup("a", 24, 10), heading, lineGroup("b", 4, 10)}, []int{24, 5}},
		{"headings in a row", []group{lineGroup("a", 23, 10), heading, heading, lineGroup("b", 4, 10)}, []int{23, 6}},
		{"heading goes with a whole row", []group{lineGroup("a", 20, 10), heading, tableHead, row("r", 5)}, []int{20, 7}},
		{"header again", []group{lineGroup("a", 23, 10), tableHead, row("r", 2), row("s", 2)}, []int{26, 3}},
		{"row longer than a page", []group{tableHead, row("r", 40)}, []int{26, 16}},
		{"page break", []group{lineGroup("a", 1, 10), broken}, []int{1, 1}},
		{"page break at the beginning", []group{broken}, []int{1}},
		{"heading before a page break", []group{lineGroup("a", 25, 10), heading, broken}, []int{26, 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []int
			for _, texts := range sheetTexts(c.groups) {
				got = append(got, len(texts))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v: %v", got, c.want, sheetTexts(c.groups))
			}
		})
	}
}

func TestPaginateRepeatsTheHeader(t *testing.T) {
	header := lineGroup("T", 1, 10).pieces
	groups := []group{{pieces: header, withNext: true, together: true}}
	for i := range 60 {
		g := lineGroup(fmt.Sprintf("row%d.", i), 1, 10)
		g.header = header
		groups = append(groups, g)
	}
	pages := sheetTexts(groups)
	if len(pages) != 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, texts := range pages {
		if texts[0] != "T0" || slices.Contains(texts[1:], "T0") {
			t.Errorf("page %d: %v", i+1, texts)
		}
	}
}

func TestPaddedMovesEverything(t *testing.T) {
	text := inkedText{text: "文", at: point{0, 3}}
	pieces := padded([]piece{
		{height: 5, items: []item{text}, stripes: [][]item{{text}, {text}}},
		{height: 5, items: []item{text}},
	}, 1, 2)
	first := append(slices.Clone(pieces[0].items), slices.Concat(pieces[0].stripes...)...)
	for _, one := range first {
		if y := one.(inkedText).at.y; y != 4 {
			t.Errorf("the first line's text is at %v, want 4", y)
		}
	}
	if y := pieces[1].items[0].(inkedText).at.y; y != 3 || heightOf(pieces) != 13 {
		t.Errorf("the second line's text is at %v of %v, want 3 of 13", y, heightOf(pieces))
	}
}
