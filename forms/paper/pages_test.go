package paper_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
)

// checkPage holds that nothing lies outside the margins and no text on another.
func checkPage(pages *paper.Pages, number int) error {
	const tolerance = 0.01
	boxes := pages.TextBoxes(number)
	for i, one := range boxes {
		low := paper.Margin + paper.BodyHeight
		if one.Top >= paper.FootTop {
			low = paper.PaperHeight - 4
		}
		narrow := len([]rune(one.Text)) == 1 // a character wider than its column has nowhere to go
		if one.Left < paper.Margin-tolerance || one.Top < paper.Margin-tolerance || one.Bottom > low+tolerance ||
			(one.Right > paper.PaperWidth-paper.Margin+tolerance && !narrow) {
			return fmt.Errorf("page %d: %q is at %.2f–%.2f × %.2f–%.2f", number+1, one.Text, one.Left, one.Right, one.Top, one.Bottom)
		}
		for _, other := range boxes[:i] {
			if one.Left < other.Right-tolerance && other.Left < one.Right-tolerance &&
				one.Top < other.Bottom-tolerance && other.Top < one.Bottom-tolerance {
				return fmt.Errorf("page %d: %q lies on %q", number+1, one.Text, other.Text)
			}
		}
	}
	return nil
}

func TestNothingClippedNothingOverlapping(t *testing.T) {
	docs := map[string]*paper.Document{"names": namesDocument(t), "odd": oddDocument()}
	for _, findings := range []int{0, 1, 60} {
		for _, rows := range []int{3, 80} {
			docs[fmt.Sprintf("%d findings, %d rows", findings, rows)] = sampleDocument(findings, rows)
		}
	}
	for name, doc := range docs {
		pages := paper.Compose(doc, paper.OurFonts())
		for number := range pages.Count() {
			if err := checkPage(pages, number); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// A head that no page can hold begins where its photo has room.
func TestPhotoOfALongHead(t *testing.T) {
	photo := &paper.Photo{Width: 25, Height: 35, Caption: oddText}
	for above := range 45 {
		doc := &paper.Document{Blocks: []paper.Block{
			paper.Statement{Text: strings.Repeat("字\n", above)},
			paper.Head{Title: "题", Facts: []paper.KeyValue{{Key: "值", Value: strings.Repeat("长", 3000)}}, Photo: photo},
		}}
		pages := paper.Compose(doc, paper.OurFonts())
		for number := range pages.Count() {
			if err := checkPage(pages, number); err != nil {
				t.Errorf("below %d lines: %v", above, err)
			}
		}
	}
}

func TestNothingClippedInAnyDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pages := paper.Compose(randomDocument().Draw(t, "document"), paper.OurFonts())
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
		doc := &paper.Document{}
		for _, text := range texts {
			doc.Blocks = append(
				doc.Blocks, paper.Statement{Text: text}, paper.Paragraph{Runs: []paper.Run{{Text: text}}},
				paper.Finding{Title: text, Text: text}, paper.Clause{Label: "1", Text: text},
			)
		}
		var want strings.Builder
		for _, text := range texts {
			printed, _ := paper.Clean(text)
			want.WriteString(strings.Repeat(papertest.WithoutSpace(printed), 5) + "1")
		}
		got := bodyText(paper.Compose(doc, paper.OurFonts()))
		if wanted := sortedText(want.String()); got != wanted {
			t.Fatalf("got  %q\nwant %q", got, wanted)
		}
	})
}

// bodyText is all text of the body, without the foot and the note on characters
// that could not be printed, in the order of code points.
func bodyText(pages *paper.Pages) string {
	var got strings.Builder
	for number := range pages.Count() {
		for _, box := range pages.TextBoxes(number) {
			if box.Top < paper.FootTop {
				got.WriteString(papertest.WithoutSpace(box.Text))
			}
		}
	}
	text := got.String()
	if len(pages.Unprintable()) > 0 {
		text = text[:strings.LastIndex(text, "有些字印不出来")]
	}
	return sortedText(text)
}

func sortedText(text string) string {
	runes := []rune(text)
	slices.Sort(runes)
	return string(runes)
}

func TestBrokenLinksAreFound(t *testing.T) {
	if err := papertest.Links(sampleDocument(2, 2)); err != nil {
		t.Errorf("the sample: %v", err)
	}
	err := papertest.Links(oddDocument())
	if err == nil || !strings.Contains(err.Error(), "nowhere") || !strings.Contains(err.Error(), "here 有2处") {
		t.Errorf("got %v", err)
	}
}

func TestOutlineHasNoGaps(t *testing.T) {
	doc := &paper.Document{}
	for _, level := range []int{2, 2, 1, 2, 3, 1} {
		doc.Blocks = append(doc.Blocks, paper.Heading{Level: level, Text: "标题"})
	}
	got := paper.Compose(doc, paper.OurFonts()).Levels()
	if want := []int{0, 1, 0, 1, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTableHeaderOnEveryPage(t *testing.T) {
	pages := paper.Compose(sampleDocument(1, 80), paper.OurFonts())
	withRows := 0
	for number := range pages.Count() {
		var texts []string
		for _, box := range pages.TextBoxes(number) {
			texts = append(texts, box.Text)
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

func TestUnprintableIsNamed(t *testing.T) {
	doc := &paper.Document{Blocks: []paper.Block{
		paper.Heading{Level: 1, Text: "标题🙂"},
		paper.Paragraph{Runs: []paper.Run{{Text: "🙂\xFF\x00"}}},
	}}
	pages := paper.Compose(doc, paper.OurFonts())
	var names []string
	for _, one := range pages.Unprintable() {
		names = append(names, one.String())
	}
	want := []string{"U+0000 1处", "无法识别的字节 1处", "🙂（U+1F642）2处"}
	if !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
	if !slices.ContainsFunc(pages.TextBoxes(0), func(box paper.TextBox) bool { return strings.Contains(box.Text, "U+1F642（2处）") }) {
		t.Errorf("the page does not name it: %v", pages.TextBoxes(0))
	}
}
