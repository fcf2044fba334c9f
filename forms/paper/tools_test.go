package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
)

func toolDocuments(t *testing.T) map[string]*paper.Document {
	return map[string]*paper.Document{
		"few": sampleDocument(1, 3), "none": sampleDocument(0, 3), "many": sampleDocument(60, 3),
		"long table": sampleDocument(1, 80), "names": namesDocument(t), "odd": oddDocument(),
		"empty": {},
	}
}

func TestQPDFFindsNoFault(t *testing.T) {
	for name, doc := range toolDocuments(t) {
		t.Run(name, func(t *testing.T) { papertest.Sound(t, pdfBytes(t, doc)) })
	}
}

func TestFontsAreEmbeddedSubsetsWithUnicode(t *testing.T) {
	out := papertest.Tool(t, pdfBytes(t, sampleDocument(1, 3)), "pdffonts", "FILE")
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

func TestEveryWordComesBackInOrder(t *testing.T) {
	docs := toolDocuments(t)
	for _, name := range []string{"few", "none", "many", "names", "empty"} {
		t.Run(name, func(t *testing.T) {
			papertest.ComesBack(t, docs[name], paper.Compose(docs[name], paper.OurFonts()))
		})
	}
}

func TestTitleAuthorAndBookmarks(t *testing.T) {
	data := pdfBytes(t, namesDocument(t))
	info := papertest.Tool(t, data, "pdfinfo", "FILE")
	for _, want := range []string{"𬭎𫍯𫖮", longName, "2020", "A4"} {
		if !strings.Contains(info, want) {
			t.Errorf("%s is missing in\n%s", want, info)
		}
	}
	outline := papertest.Tool(t, data, "qpdf", "--json", "--json-key=outlines", "FILE")
	if !strings.Contains(outline, "𬭎的标题") {
		t.Errorf("no bookmark in\n%s", outline)
	}
	links := papertest.Tool(t, pdfBytes(t, sampleDocument(2, 1)), "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
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
	pages := paper.Compose(doc, paper.OurFonts())
	data := pdfBytes(t, doc)
	for number := range pages.Count() {
		ours, err := pages.Picture(number, dpi)
		if err != nil {
			t.Fatal(err)
		}
		page := fmt.Sprint(number + 1)
		out := papertest.Tool(t, data, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-f", page, "-l", page, "FILE")
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
