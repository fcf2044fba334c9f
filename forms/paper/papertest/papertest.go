// Package papertest helps to test documents: it copies the text out of a printed PDF
// and compares it with what the document says. It needs Poppler and qpdf; where they
// are not installed the test is skipped.
package papertest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhicheng/forms/paper"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden compares bytes with a file, which -update writes.
func Golden(t testing.TB, file string, got []byte) {
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

// PDF is the file of some pages.
func PDF(t testing.TB, pages *paper.Pages) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pages.WritePDF(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Tool runs a program on a PDF file, which its arguments call FILE, and returns what
// it prints.
func Tool(t testing.TB, pdf []byte, name string, args ...string) string {
	t.Helper()
	if !installed(name) {
		t.Skipf("%s is not installed (Debian: poppler-utils, qpdf)", name)
	}
	file := filepath.Join(t.TempDir(), "document.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "FILE", file)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// installed reports whether a program is here that understands what the tests ask. Git for
// Windows brings a pdftotext that is not Poppler's and knows other options.
func installed(name string) bool {
	if name == "qpdf" {
		_, err := exec.LookPath(name)
		return err == nil
	}
	said, _ := exec.Command(name, "-v").CombinedOutput()
	return bytes.Contains(said, []byte("Poppler"))
}

// Sound demands that qpdf finds no fault in a PDF file.
func Sound(t testing.TB, pdf []byte) {
	t.Helper()
	out := Tool(t, pdf, "qpdf", "--check", "FILE")
	if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
		t.Error(out)
	}
}

// ComesBack demands that copying the PDF's text gives every word of a document in
// its order, and nothing else but the foot of each page and repeated headers.
func ComesBack(t testing.TB, doc *paper.Document, pages *paper.Pages) {
	t.Helper()
	got := Copied(t, doc, pages)
	printed := &paper.Document{Meta: doc.Meta, Blocks: pages.Blocks()}
	if want := WithoutSpace(strings.Join(Words(printed), "")); got != want {
		t.Error(firstDifference(got, want))
	}
}

// Copied is the text of a document's PDF without white space, feet and the headers
// that tables repeat.
func Copied(t testing.TB, doc *paper.Document, pages *paper.Pages) string {
	t.Helper()
	sheets := strings.Split(Tool(t, PDF(t, pages), "pdftotext", "-raw", "FILE", "-"), "\f")
	sheets = sheets[:len(sheets)-1]
	var got strings.Builder
	for i, text := range sheets {
		left, right := pages.Foot(i)
		foot := WithoutSpace(left + right)
		body, found := strings.CutSuffix(WithoutSpace(text), foot)
		if !found {
			t.Errorf("page %d does not end with %q: %q", i+1, foot, text)
		}
		if i > 0 {
			body = strings.TrimPrefix(body, repeatedHeader(doc, body))
		}
		got.WriteString(body)
	}
	return got.String()
}

// repeatedHeader returns the table header with which a page begins. A table of its
// own has a heading above.
func repeatedHeader(doc *paper.Document, body string) string {
	longest := ""
	for _, block := range doc.Blocks {
		table, ok := block.(paper.Table)
		if !ok {
			continue
		}
		titles := ""
		for _, column := range table.Columns {
			titles += WithoutSpace(column.Title)
		}
		if strings.HasPrefix(body, titles) && len(titles) > len(longest) {
			longest = titles
		}
	}
	return longest
}

// WithoutSpace is a text without its white space.
func WithoutSpace(text string) string {
	return strings.Join(strings.Fields(text), "")
}

// firstDifference shows two texts from where they part.
func firstDifference(got, want string) string {
	a, b := []rune(got), []rune(want)
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	excerpt := func(text []rune) string { return string(text[max(0, at-10):min(len(text), at+30)]) }
	return fmt.Sprintf("at character %d: got %q, want %q", at, excerpt(a), excerpt(b))
}
