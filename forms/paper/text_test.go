package paper

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestTextGolden(t *testing.T) {
	var got bytes.Buffer
	if err := WriteText(&got, sampleDocument(6, 3)); err != nil {
		t.Fatal(err)
	}
	compareGolden(t, "testdata/sample.txt", got.Bytes())
}

func TestHTMLGolden(t *testing.T) {
	doc := sampleDocument(6, 3)
	head := doc.Blocks[0].(Head)
	head.Photo = nil // the encoder's bytes are no business of a golden file
	doc.Blocks[0] = head
	var got bytes.Buffer
	if err := WriteHTML(&got, doc); err != nil {
		t.Fatal(err)
	}
	compareGolden(t, "testdata/sample.html", got.Bytes())
}

func compareGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff(string(want), string(got)); difference != "" {
		t.Errorf("%s (-want +got, -update writes it anew):\n%s", file, difference)
	}
}

// Every text of the document is in each format, and nothing of it is taken for
// markup.
func TestFormatsSayTheSame(t *testing.T) {
	doc := sampleDocument(3, 3)
	doc.Blocks = append(doc.Blocks, Paragraph{Runs: []Run{{Text: `<b>"&' & <script>alert(1)</script>`}}})
	var text, page bytes.Buffer
	if err := WriteText(&text, doc); err != nil {
		t.Fatal(err)
	}
	if err := WriteHTML(&page, doc); err != nil {
		t.Fatal(err)
	}
	shown := visibleText(page.String())
	for _, want := range readingOrder(doc) {
		if !strings.Contains(withoutSpace(text.String()), withoutSpace(want)) {
			t.Errorf("text lacks %q", want)
		}
		if !strings.Contains(shown, withoutSpace(want)) {
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
	return withoutSpace(strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'", "&amp;", "&").Replace(page))
}

func TestWritersReportErrors(t *testing.T) {
	if err := WriteText(failingWriter{}, sampleDocument(0, 0)); err == nil {
		t.Error("text: a failed write is no error")
	}
	if err := WriteHTML(failingWriter{}, sampleDocument(0, 0)); err == nil {
		t.Error("HTML: a failed write is no error")
	}
}
