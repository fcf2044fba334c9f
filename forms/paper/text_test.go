package paper_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
)

func TestTextGolden(t *testing.T) {
	var got bytes.Buffer
	if err := paper.WriteText(&got, sampleDocument(6, 3)); err != nil {
		t.Fatal(err)
	}
	papertest.Golden(t, "testdata/sample.txt", got.Bytes())
}

func TestHTMLGolden(t *testing.T) {
	doc := sampleDocument(6, 3)
	head := doc.Blocks[0].(paper.Head)
	head.Photo = nil // the encoder's bytes are no business of a golden file
	doc.Blocks[0] = head
	var got bytes.Buffer
	if err := paper.WriteHTML(&got, doc); err != nil {
		t.Fatal(err)
	}
	papertest.Golden(t, "testdata/sample.html", got.Bytes())
}

// Every text of the document is in each format, and nothing of it is taken for
// markup.
func TestFormatsSayTheSame(t *testing.T) {
	doc := sampleDocument(3, 3)
	doc.Blocks = append(doc.Blocks, paper.Paragraph{Runs: []paper.Run{{Text: `<b>"&' & <script>alert(1)</script>`}}})
	var text, page bytes.Buffer
	if err := paper.WriteText(&text, doc); err != nil {
		t.Fatal(err)
	}
	if err := paper.WriteHTML(&page, doc); err != nil {
		t.Fatal(err)
	}
	shown := visibleText(page.String())
	for _, want := range papertest.Words(doc) {
		if !strings.Contains(papertest.WithoutSpace(text.String()), papertest.WithoutSpace(want)) {
			t.Errorf("text lacks %q", want)
		}
		if !strings.Contains(shown, papertest.WithoutSpace(want)) {
			t.Errorf("HTML lacks %q", want)
		}
	}
	if strings.Contains(page.String(), "<script") {
		t.Error("the HTML has a script")
	}
}

// visibleText is what a browser shows of a page, without white space.
func visibleText(page string) string {
	page = page[strings.Index(page, "<body>"):]
	page = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(page, "")
	return papertest.WithoutSpace(strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(page))
}

func TestWritersReportErrors(t *testing.T) {
	if err := paper.WriteText(failingWriter{}, sampleDocument(0, 0)); err == nil {
		t.Error("text: a failed write is no error")
	}
	if err := paper.WriteHTML(failingWriter{}, sampleDocument(0, 0)); err == nil {
		t.Error("HTML: a failed write is no error")
	}
}

// The number of a clause is never on two lines, wherever its task ends.
func TestNumbersOfClausesStayWhole(t *testing.T) {
	const clause = "附件2二（一）1"
	for length := range 70 {
		title := strings.Repeat("字", length+1)
		list := paper.TaskList{Tasks: []paper.Task{{Title: title, Clause: paper.Ref{Label: clause}}}}
		grid := paper.TaskList{Tasks: list.Tasks, Columns: 2}
		table := paper.Table{Columns: []paper.Column{{Share: 20}, {Share: 1}}, Rows: [][]paper.Cell{{{Text: title}, {Text: clause}}}}
		doc := &paper.Document{Blocks: []paper.Block{list, grid, table}}
		found := 0
		for _, box := range paper.Compose(doc, paper.OurFonts()).TextBoxes(0) {
			if strings.TrimSpace(box.Text) == clause {
				found++
			}
		}
		if found != len(doc.Blocks) {
			t.Errorf("after %d characters: %d of %d whole", length+1, found, len(doc.Blocks))
		}
	}
}
