package paper

import (
	"strings"
	"sync"

	"zhicheng/assets"
)

// What the tests from outside see of the inside.
const (
	Margin, BodyHeight, PaperWidth, PaperHeight = margin, bodyHeight, paperWidth, paperHeight

	FootTop = footTop
)

// OurFonts returns the program's fonts, read once for all tests.
var OurFonts = sync.OnceValue(func() *Fonts {
	fonts, err := NewFonts(assets.FontRegular, assets.FontBold)
	if err != nil {
		panic(err)
	}
	return fonts
})

// Clean returns what is printed of a text, and whether anything was replaced.
func Clean(text string) (string, bool) {
	c := newCleaner(newMeasure(OurFonts()))
	printed := string(c.text(text))
	return printed, len(c.replaced) > 0
}

// Levels are those of the bookmarks.
func (p *Pages) Levels() []int {
	var levels []int
	for _, mark := range p.outline {
		levels = append(levels, mark.level)
	}
	return levels
}

// TextBox is the room a drawn text takes, in millimetres.
type TextBox struct {
	Text                     string
	Left, Top, Right, Bottom float64
}

// TextBoxes are the texts of a page.
func (p *Pages) TextBoxes(number int) []TextBox {
	m := newMeasure(p.fonts)
	var boxes []TextBox
	for _, one := range p.pages[number].items {
		text, ok := one.(inkedText)
		if !ok || strings.TrimSpace(text.text) == "" {
			continue
		}
		width := 0.0
		for _, r := range text.text {
			width += m.width(r, text.weight) * text.size * pointSize / 1000
		}
		size := text.size * pointSize
		boxes = append(boxes, TextBox{text.text, text.at.x, text.at.y - 0.88*size, text.at.x + width, text.at.y + 0.12*size})
	}
	return boxes
}
