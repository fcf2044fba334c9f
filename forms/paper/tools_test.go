package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// tool runs a program on a PDF file; where it is not installed the test is skipped.
func tool(t *testing.T, data []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed (Debian: poppler-utils, qpdf)", name)
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
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

func toolDocuments(t *testing.T) map[string]*Document {
	return map[string]*Document{
		"few": sampleDocument(1, 3), "none": sampleDocument(0, 3), "many": sampleDocument(60, 3),
		"long table": sampleDocument(1, 80), "names": namesDocument(t), "odd": oddDocument(),
		"empty": {},
	}
}

func TestQPDFFindsNoFault(t *testing.T) {
	for name, doc := range toolDocuments(t) {
		out := tool(t, pdfBytes(t, doc), "qpdf", "--check", "FILE")
		if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
			t.Errorf("%s:\n%s", name, out)
		}
	}
}

func TestFontsAreEmbeddedSubsetsWithUnicode(t *testing.T) {
	out := tool(t, pdfBytes(t, sampleDocument(1, 3)), "pdffonts", "FILE")
	lines := strings.Split(strings.TrimSpace(out), "\n")[2:]
	if len(lines) != 2 {
		t.Errorf("fonts:\n%s", out)
	}
	for _, line := range lines {
		if !strings.Contains(line, "+ZhichengSans-") || !strings.Contains(line, "yes yes yes") {
			t.Errorf("%s", line)
		}
	}
}

// readingOrder is every text of a document in the order of reading.
func readingOrder(doc *Document) []string {
	var texts []string
	add := func(more ...string) { texts = append(texts, more...) }
	for _, block := range doc.Blocks {
		switch b := block.(type) {
		case Head:
			add(b.Title, b.Subtitle)
			for _, fact := range b.Facts {
				add(fact.Key, fact.Value)
			}
			add(b.Note)
			if b.Photo != nil {
				add(b.Photo.Caption)
			}
		case Heading:
			add(b.Text)
		case Paragraph:
			add(plainRuns(b.Runs))
		case Finding:
			add(b.Word, b.Title, b.Text)
			if b.Remedy != "" {
				add(remedyLabel, b.Remedy)
			}
			add(b.Clause.Label)
		case TaskList:
			for _, task := range append([]Task{b.Header}, b.Tasks...) {
				add(task.Title, task.Note, task.Who, task.By, task.Clause.Label)
			}
		case Table:
			for _, column := range b.Columns {
				add(column.Title)
			}
			for _, row := range b.Rows {
				for _, cell := range row {
					add(cell.Text)
				}
			}
		case KeyValues:
			for _, pair := range b.Items {
				add(pair.Key, pair.Value)
			}
		case BarChart:
			add(b.Title, b.RequiredLabel, figure(b.Required), b.Unit)
			for _, bar := range b.Bars {
				add(bar.Label, figure(bar.Value), b.Unit, bar.Note)
			}
		case Statement:
			add(b.Text)
		case Signatures:
			for _, label := range b.Labels {
				add(label, signatureWords)
			}
		case Clause:
			add(b.Label, b.Text)
		}
	}
	return texts
}

func TestEveryWordComesBackInOrder(t *testing.T) {
	docs := toolDocuments(t)
	for _, name := range []string{"few", "none", "many", "names", "empty"} {
		comesBack(t, name, docs[name])
	}
}

// comesBack demands that copying the PDF's text gives every word of a document in
// its order, and nothing else but the foot of each page and repeated headers.
func comesBack(t *testing.T, name string, doc *Document) {
	t.Helper()
	got := copied(t, name, doc)
	if want := withoutSpace(strings.Join(readingOrder(doc), "")); got != want {
		t.Errorf("%s: %s", name, firstDifference(got, want))
	}
}

// copied is the text of a document's PDF without white space, feet and the headers
// that tables repeat.
func copied(t *testing.T, name string, doc *Document) string {
	t.Helper()
	pages := strings.Split(tool(t, pdfBytes(t, doc), "pdftotext", "-raw", "FILE", "-"), "\f")
	pages = pages[:len(pages)-1]
	var got strings.Builder
	for i, text := range pages {
		foot := withoutSpace(fmt.Sprintf("%s第%d页，共%d页", strings.Join(identity(doc.Meta), "·"), i+1, len(pages)))
		body, found := strings.CutSuffix(withoutSpace(text), foot)
		if !found {
			t.Errorf("%s: page %d does not end with %q: %q", name, i+1, foot, text)
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
func repeatedHeader(doc *Document, body string) string {
	longest := ""
	for _, block := range doc.Blocks {
		titles := ""
		switch b := block.(type) {
		case Table:
			for _, column := range b.Columns {
				titles += withoutSpace(column.Title)
			}
		case TaskList:
			titles = withoutSpace(b.Header.Title + b.Header.Who + b.Header.By + b.Header.Clause.Label)
		}
		if strings.HasPrefix(body, titles) && len(titles) > len(longest) {
			longest = titles
		}
	}
	return longest
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

func TestTitleAuthorAndBookmarks(t *testing.T) {
	data := pdfBytes(t, namesDocument(t))
	info := tool(t, data, "pdfinfo", "FILE")
	for _, want := range []string{"𬭎𫍯𫖮", longName, "2020", "A4"} {
		if !strings.Contains(info, want) {
			t.Errorf("%s is missing in\n%s", want, info)
		}
	}
	outline := tool(t, data, "qpdf", "--json", "--json-key=outlines", "FILE")
	if !strings.Contains(outline, "𬭎的标题") {
		t.Errorf("no bookmark in\n%s", outline)
	}
	links := tool(t, pdfBytes(t, sampleDocument(2, 1)), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	if count := strings.Count(links, "/Subtype /Link"); count != 4 {
		t.Errorf("%d links, want 4: the head, two findings and a task lead to the clause", count)
	}
}

// grey returns a picture's brightness in a grid of cells, 0 to 255.
func grey(img image.Image, columns, rows int) []float64 {
	b := img.Bounds()
	cells := make([]float64, columns*rows)
	for row := range rows {
		for column := range columns {
			cell := image.Rect(b.Dx()*column/columns, b.Dy()*row/rows, b.Dx()*(column+1)/columns, b.Dy()*(row+1)/rows)
			sum := 0.0
			for y := cell.Min.Y; y < cell.Max.Y; y++ {
				for x := cell.Min.X; x < cell.Max.X; x++ {
					r, g, bl, _ := img.At(b.Min.X+x, b.Min.Y+y).RGBA()
					sum += float64(r+g+bl) / 3 / 257
				}
			}
			cells[row*columns+column] = sum / float64(cell.Dx()*cell.Dy())
		}
	}
	return cells
}

// The preview must show what will be printed: cell by cell as dark as the PDF.
func TestPicturesLookLikeThePDF(t *testing.T) {
	const dpi, columns, rows, tolerance = 72, 60, 85, 26.0
	doc := sampleDocument(7, 4)
	pages := Compose(doc, ourFonts())
	data := pdfBytes(t, doc)
	for number := range pages.Count() {
		ours, err := pages.Picture(number, dpi)
		if err != nil {
			t.Fatal(err)
		}
		page := fmt.Sprint(number + 1)
		out := tool(t, data, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-f", page, "-l", page, "FILE")
		theirs, err := png.Decode(bytes.NewReader([]byte(out)))
		if err != nil {
			t.Fatal(err)
		}
		a, b := grey(ours, columns, rows), grey(theirs, columns, rows)
		for i := range a {
			if difference := a[i] - b[i]; difference > tolerance || difference < -tolerance {
				t.Errorf("page %d, cell %d,%d: brightness %.0f, in the PDF %.0f", number+1, i%columns, i/columns, a[i], b[i])
			}
		}
	}
}
