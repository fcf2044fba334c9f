package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/draw"

	"zhicheng/forms/paper/internal/pdffile"
)

// WritePDF writes the pages as a PDF file. The same pages and the same printing
// time give the same bytes.
func (p *Pages) WritePDF(w io.Writer) (err error) {
	// gofpdf panics where it meets what it does not expect.
	defer func() {
		if caught := recover(); caught != nil {
			err = fmt.Errorf("生成 PDF：%v", caught)
		}
	}()
	pen, err := newPDFPen(p)
	if err != nil {
		return fmt.Errorf("生成 PDF：%w", err)
	}
	for number, one := range p.pages {
		pen.drawPage(number, one)
	}
	var raw bytes.Buffer
	if err := pen.pdf.Output(&raw); err != nil {
		return fmt.Errorf("生成 PDF：%w", err)
	}
	finished, err := pdffile.Finish(raw.Bytes(), p.meta.tag(), pen.embedded)
	if err != nil {
		return fmt.Errorf("生成 PDF：%w", err)
	}
	if _, err := w.Write(finished); err != nil {
		return fmt.Errorf("写 PDF：%w", err)
	}
	return nil
}

// pdfPen draws items through gofpdf.
type pdfPen struct {
	pdf      *gofpdf.Fpdf
	pages    *Pages
	embedded []pdffile.Font
	codes    map[rune]rune // of the characters beyond U+FFFF
	links    map[string]int
	images   int
}

// fontNames are the names that gofpdf knows the weights by.
var fontNames = [weights]string{regular: "regular", bold: "bold"}

func newPDFPen(p *Pages) (*pdfPen, error) {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(p.meta.Made)
	pdf.SetModificationDate(p.meta.Made)
	pdf.SetTitle(surrogateUTF8(validText(p.meta.Title)), true)
	pdf.SetAuthor(surrogateUTF8(validText(p.meta.Author)), true)
	pdf.SetSubject(surrogateUTF8(validText(p.meta.Notice)), true)
	pdf.SetCreator(surrogateUTF8(validText(p.meta.Program)), true)
	pen := &pdfPen{pdf: pdf, pages: p, links: make(map[string]int)}
	if err := pen.embedFonts(); err != nil {
		return nil, err
	}
	for anchor := range p.anchors {
		pen.links[anchor] = 0
	}
	return pen, nil
}

// embedFonts gives gofpdf, for each weight in use, a font of just the characters
// on these pages.
func (pen *pdfPen) embedFonts() error {
	used := pen.pages.characters()
	pen.codes = privateCodes(used)
	for w, inWeight := range used {
		if len(inWeight) == 0 {
			continue
		}
		characters := make(map[rune]rune, len(inWeight))
		for r := range inWeight {
			characters[pen.code(r)] = r
		}
		face := pen.pages.fonts.faces[w]
		data, err := face.Subset(characters)
		if err != nil {
			return err
		}
		name, err := face.Name()
		if err != nil {
			return err
		}
		pen.pdf.AddUTF8FontFromBytes(fontNames[w], "", data)
		pen.embedded = append(pen.embedded, pdffile.Font{Family: fontNames[w], Name: name, Characters: characters})
	}
	return nil
}

// firstPrivate is where Unicode leaves 6,400 codes to its users.
const firstPrivate = 0xE000

// privateCodes gives each character beyond U+FFFF, which gofpdf does not know, a code
// that is free: text for print has no private characters.
func privateCodes(used [weights]map[rune]bool) map[rune]rune {
	codes := make(map[rune]rune)
	for _, characters := range used {
		for _, r := range slices.Sorted(maps.Keys(characters)) {
			if _, known := codes[r]; r > 0xFFFF && !known {
				codes[r] = firstPrivate + rune(len(codes))
			}
		}
	}
	return codes
}

// code is what gofpdf prints for a character.
func (pen *pdfPen) code(r rune) rune {
	if private, ok := pen.codes[r]; ok {
		return private
	}
	return r
}

// characters collects what is printed in each weight.
func (p *Pages) characters() (used [weights]map[rune]bool) {
	for w := range used {
		used[w] = make(map[rune]bool)
	}
	for _, one := range p.pages {
		for _, drawn := range one.items {
			text, _ := drawn.(inkedText)
			for _, r := range text.text {
				used[text.weight][r] = true
			}
		}
	}
	return used
}

func (pen *pdfPen) drawPage(number int, one page) {
	pen.pdf.AddPage()
	pen.pdf.SetLineCapStyle("round")
	pen.pdf.SetLineJoinStyle("round")
	for _, drawn := range one.items {
		pen.draw(drawn)
	}
	if len(pen.embedded) == 0 {
		return
	}
	pen.pdf.SetFont(pen.embedded[0].Family, "", textSize) // bookmarks are Unicode only then
	for _, mark := range pen.pages.outline {
		if mark.place.page == number {
			pen.pdf.Bookmark(surrogateUTF8(mark.text), mark.level, mark.place.y)
		}
	}
}

func (pen *pdfPen) draw(drawn item) {
	switch d := drawn.(type) {
	case inkedText:
		pen.pdf.SetFont(fontNames[d.weight], "", d.size)
		pen.pdf.SetTextColor(int(d.ink[0]), int(d.ink[1]), int(d.ink[2]))
		pen.pdf.Text(d.at.x, d.at.y, strings.Map(pen.code, d.text))
	case stroke:
		pen.stroke(d)
	case disc:
		pen.ink(d.ink, d.width)
		pen.pdf.Circle(d.centre.x, d.centre.y, d.radius, pathStyle(d.width))
	case frame:
		pen.ink(d.ink, d.width)
		if d.dashed {
			pen.pdf.SetDashPattern([]float64{0.8, 0.8}, 0)
			defer pen.pdf.SetDashPattern(nil, 0)
		}
		pen.pdf.Rect(d.at.x, d.at.y, d.w, d.h, pathStyle(d.width))
	case picture:
		pen.picture(d)
	case hotspot:
		pen.hotspot(d)
	}
}

// ink sets the colour for filling and, with a width, for lines.
func (pen *pdfPen) ink(c colour, width float64) {
	pen.pdf.SetFillColor(int(c[0]), int(c[1]), int(c[2]))
	if width > 0 {
		pen.pdf.SetDrawColor(int(c[0]), int(c[1]), int(c[2]))
		pen.pdf.SetLineWidth(width)
	}
}

// pathStyle is gofpdf's word for filling (no width) or drawing a line.
func pathStyle(width float64) string {
	if width > 0 {
		return "D"
	}
	return "F"
}

func (pen *pdfPen) stroke(s stroke) {
	pen.ink(s.ink, s.width)
	for i, p := range s.points {
		if i == 0 {
			pen.pdf.MoveTo(p.x, p.y)
		} else {
			pen.pdf.LineTo(p.x, p.y)
		}
	}
	pen.pdf.DrawPath("D")
}

// hotspot makes a link if there is something to lead to.
func (pen *pdfPen) hotspot(h hotspot) {
	target, ok := pen.pages.anchors[h.anchor]
	if !ok {
		return
	}
	if pen.links[h.anchor] == 0 {
		pen.links[h.anchor] = pen.pdf.AddLink()
		pen.pdf.SetLink(pen.links[h.anchor], target.y, target.page+1)
	}
	pen.pdf.Link(h.at.x, h.at.y, h.w, h.h, pen.links[h.anchor])
}

// DotsPerMillimetre is how many dots of a picture are kept, 400 to the inch: more
// than an office printer shows of a photo.
const DotsPerMillimetre = 16

// photoQuality is the JPEG quality of printed pictures.
const photoQuality = 90

func (pen *pdfPen) picture(p picture) {
	shown := smaller(p.image, int(p.w*DotsPerMillimetre), int(p.h*DotsPerMillimetre))
	var encoded bytes.Buffer
	if err := jpeg.Encode(&encoded, shown, &jpeg.Options{Quality: photoQuality}); err != nil {
		pen.pdf.SetError(fmt.Errorf("照片：%w", err))
		return
	}
	pen.images++
	name := strconv.Itoa(pen.images)
	options := gofpdf.ImageOptions{ImageType: "JPG"}
	pen.pdf.RegisterImageOptionsReader(name, options, &encoded)
	pen.pdf.ImageOptions(name, p.at.x, p.at.y, p.w, p.h, false, options, 0, "")
}

// quick makes the pictures that come from the photo package the kind which the JPEG
// encoder reads without asking for every single dot: opaque, both have the same
// bytes.
func quick(opaque image.Image) image.Image {
	if nrgba, ok := opaque.(*image.NRGBA); ok {
		return &image.RGBA{Pix: nrgba.Pix, Stride: nrgba.Stride, Rect: nrgba.Rect}
	}
	return opaque
}

// smaller scales a picture down to w × h dots and puts it on white where it is
// transparent. Pictures that have no more than a quarter too many stay as they are.
func smaller(source image.Image, w, h int) image.Image {
	size := source.Bounds().Size()
	fits := size.X <= w*5/4 || size.Y <= h*5/4
	if solid, ok := source.(interface{ Opaque() bool }); fits && ok && solid.Opaque() {
		return quick(source)
	}
	if fits {
		w, h = size.X, size.Y
	}
	scaled := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(scaled, scaled.Bounds(), image.White, image.Point{}, draw.Src)
	if fits {
		draw.Draw(scaled, scaled.Bounds(), source, source.Bounds().Min, draw.Over)
		return scaled
	}
	draw.CatmullRom.Scale(scaled, scaled.Bounds(), source, source.Bounds(), draw.Over, nil)
	return scaled
}
