package paper

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
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

// textBox is the room a drawn text takes.
type textBox struct {
	text                     string
	left, top, right, bottom float64
}

func textBoxes(pages *Pages, number int) []textBox {
	m := newMeasure(pages.fonts)
	var boxes []textBox
	for _, one := range pages.pages[number].items {
		text, ok := one.(inkedText)
		if !ok || strings.TrimSpace(text.text) == "" {
			continue
		}
		width := 0.0
		for _, r := range text.text {
			width += m.width(r, text.weight) * text.size * pointSize / 1000
		}
		size := text.size * pointSize
		boxes = append(boxes, textBox{text.text, text.at.x, text.at.y - 0.88*size, text.at.x + width, text.at.y + 0.12*size})
	}
	return boxes
}

// checkPage holds that nothing lies outside the margins and no text on another.
func checkPage(pages *Pages, number int) error {
	const tolerance = 0.01
	boxes := textBoxes(pages, number)
	for i, one := range boxes {
		low := margin + bodyHeight
		if one.top >= footTop {
			low = paperHeight - 4
		}
		narrow := len([]rune(one.text)) == 1 // a character wider than its column has nowhere to go
		if one.left < margin-tolerance || one.top < margin-tolerance || one.bottom > low+tolerance ||
			(one.right > paperWidth-margin+tolerance && !narrow) {
			return fmt.Errorf("page %d: %q is at %.2f–%.2f × %.2f–%.2f", number+1, one.text, one.left, one.right, one.top, one.bottom)
		}
		for _, other := range boxes[:i] {
			if one.left < other.right-tolerance && other.left < one.right-tolerance &&
				one.top < other.bottom-tolerance && other.top < one.bottom-tolerance {
				return fmt.Errorf("page %d: %q lies on %q", number+1, one.text, other.text)
			}
		}
	}
	return nil
}

func TestNothingClippedNothingOverlapping(t *testing.T) {
	docs := map[string]*Document{"names": namesDocument(t), "odd": oddDocument()}
	for _, findings := range []int{0, 1, 60} {
		for _, rows := range []int{3, 80} {
			docs[fmt.Sprintf("%d findings, %d rows", findings, rows)] = sampleDocument(findings, rows)
		}
	}
	for name, doc := range docs {
		pages := Compose(doc, ourFonts())
		for number := range pages.Count() {
			if err := checkPage(pages, number); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// A head that no page can hold begins where its photo has room.
func TestPhotoOfALongHead(t *testing.T) {
	photo := &Photo{Width: 25, Height: 35, Caption: oddText}
	for above := range 45 {
		doc := &Document{Blocks: []Block{
			Statement{Text: strings.Repeat("字\n", above)},
			Head{Title: "题", Facts: []KeyValue{{Key: "值", Value: strings.Repeat("长", 3000)}}, Photo: photo},
		}}
		pages := Compose(doc, ourFonts())
		for number := range pages.Count() {
			if err := checkPage(pages, number); err != nil {
				t.Errorf("below %d lines: %v", above, err)
			}
		}
	}
}

func TestNothingClippedInAnyDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pages := Compose(randomDocument().Draw(t, "document"), ourFonts())
		for number := range pages.Count() {
			if err := checkPage(pages, number); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// Everything that is not white space is on the pages as often as in the document.
func TestNothingIsLostInAnyDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(anyText(), 0, 8).Draw(t, "texts")
		doc := &Document{}
		for _, text := range texts {
			doc.Blocks = append(
				doc.Blocks, Statement{Text: text}, Paragraph{Runs: []Run{{Text: text}}},
				Finding{Title: text, Text: text}, Clause{Label: "1", Text: text},
			)
		}
		cleaner := newCleaner(newMeasure(ourFonts()))
		var want strings.Builder
		for _, text := range texts {
			clean := withoutSpace(string(cleaner.text(text)))
			want.WriteString(strings.Repeat(clean, 5) + "1")
		}
		got := bodyText(Compose(doc, ourFonts()), cleaner)
		if wanted := sortedText(want.String()); got != wanted {
			t.Fatalf("got  %q\nwant %q", got, wanted)
		}
	})
}

// bodyText is all text of the body, without the foot and the note on characters
// that could not be printed, in the order of code points.
func bodyText(pages *Pages, cleaner *cleaner) string {
	var got strings.Builder
	for number := range pages.pages {
		for _, box := range textBoxes(pages, number) {
			if box.top < footTop {
				got.WriteString(withoutSpace(box.text))
			}
		}
	}
	text := got.String()
	if len(cleaner.replaced) > 0 {
		text = text[:strings.LastIndex(text, "有些字印不出来")]
	}
	return sortedText(text)
}

func sortedText(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

func withoutSpace(text string) string {
	return strings.Join(strings.Fields(text), "")
}

func TestFootIsShortened(t *testing.T) {
	doc := &Document{Meta: Meta{File: strings.Repeat("很长的文件名", 60), Program: "末尾"}}
	boxes := textBoxes(Compose(doc, ourFonts()), 0)
	var foot []string
	for _, box := range boxes {
		if box.top >= footTop {
			foot = append(foot, box.text)
		}
	}
	if len(foot) != 3 || !strings.HasSuffix(foot[1], "…") {
		t.Errorf("foot %q", foot)
	}
	if !slices.Contains(foot, "第1页，共1页") {
		t.Errorf("no page number in %q", foot)
	}
}

func TestCheckFindsBrokenLinks(t *testing.T) {
	if err := sampleDocument(2, 2).Check(); err != nil {
		t.Errorf("the sample: %v", err)
	}
	err := oddDocument().Check()
	if err == nil || !strings.Contains(err.Error(), "nowhere") || !strings.Contains(err.Error(), "here 有2处") {
		t.Errorf("got %v", err)
	}
}

func TestOutlineHasNoGaps(t *testing.T) {
	doc := &Document{}
	for _, level := range []int{2, 2, 1, 2, 3, 1} {
		doc.Blocks = append(doc.Blocks, Heading{Level: level, Text: "标题"})
	}
	var got []int
	for _, mark := range Compose(doc, ourFonts()).outline {
		got = append(got, mark.level)
	}
	if want := []int{0, 1, 0, 1, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTableHeaderOnEveryPage(t *testing.T) {
	pages := Compose(sampleDocument(1, 80), ourFonts())
	withRows := 0
	for number := range pages.Count() {
		var texts []string
		for _, box := range textBoxes(pages, number) {
			texts = append(texts, box.text)
		}
		rows := slices.IndexFunc(texts, func(text string) bool { return strings.HasPrefix(text, "一般公需科目") })
		if rows < 0 || !slices.Contains(texts, "17.5") {
			continue
		}
		withRows++
		if header := slices.Index(texts, "年度"); header < 0 || header > rows {
			t.Errorf("page %d has rows without the header: %q", number+1, texts)
		}
	}
	if withRows < 2 {
		t.Errorf("the table takes %d pages, the test needs two", withRows)
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
