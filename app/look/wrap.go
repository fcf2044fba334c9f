package look

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"zhicheng/forms/linebreak"
)

// Measure knows how wide the characters of one size and weight are. A line is
// broken by the widths of its characters: to have each beginning of it shaped, as
// the toolkit does, takes seconds for a long text.
type Measure struct {
	size  float32
	of    func(string) float32 // the width of a text as it is drawn
	ascii [0x80]float32        // 0 for what was not measured yet
	other map[rune]float32
}

// NewMeasure returns the widths for text of a size, in units of the window.
func NewMeasure(size float32, bold bool) *Measure {
	return measureBy(size, func(s string) float32 {
		return fyne.MeasureText(s, size, fyne.TextStyle{Bold: bold}).Width
	})
}

// Width returns the width of a character by itself; marks over another have none.
func (m *Measure) Width(r rune) float32 {
	switch {
	case square(r):
		return m.size
	case r >= 0 && r < 0x80:
		if m.ascii[r] == 0 {
			m.ascii[r] = m.of(string(r))
		}
		return m.ascii[r]
	}
	width, known := m.other[r]
	if !known {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			width = m.of(string(r))
		}
		m.other[r] = width
	}
	return width
}

func measureBy(size float32, of func(string) float32) *Measure {
	return &Measure{size: size, of: of, other: map[rune]float32{}}
}

// shaped is how many bytes of text are shaped as a whole at most.
const shaped = 400

// Text returns the width of a text on one line; that of a short one is as it is
// drawn.
func (m *Measure) Text(s string) float32 {
	if n := squares(s); n > 0 {
		return float32(n) * m.size
	}
	if len(s) <= shaped {
		return m.of(s)
	}
	var width float32
	for _, r := range s {
		width += m.Width(r)
	}
	return width
}

// square reports whether a character is as wide as the text's size, as all Chinese
// ones of the font are.
func square(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FA5 || r >= 0x3000 && strings.ContainsRune("，。、；：（）《》？", r)
}

// squares returns how many characters a text has if each is a square, and 0 for any
// other text.
func squares(s string) int {
	n := 0
	for _, r := range s {
		if !square(r) {
			return 0
		}
		n++
	}
	return n
}

// Span is a line of a text: its characters from From up to To, without the line end.
type Span struct{ From, To int }

// Break cuts text into lines no wider than width, as Chinese is broken. Every text has
// a line, and every line end has one before and one after it. Spaces at the end of a
// line may stick out.
func (m *Measure) Break(text []rune, width float32) []Span {
	widths := make([]float64, len(text))
	for i, r := range text {
		widths[i] = float64(m.Width(r))
	}
	var lines []Span
	for _, line := range linebreak.Lines(text, widths, float64(width)) {
		to := line.Next
		if to > line.To && text[to-1] == '\n' {
			to--
		}
		lines = append(lines, Span{line.From, to})
	}
	if n := len(text); n == 0 || text[n-1] == '\n' {
		lines = append(lines, Span{n, n})
	}
	return lines
}

// wrap returns the lines of a text as they are drawn.
func wrap(text string, width float32, m *Measure) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		if m.Text(paragraph) <= width {
			lines = append(lines, paragraph)
			continue
		}
		runes := []rune(paragraph)
		for _, line := range m.Break(runes, width) {
			lines = append(lines, strings.TrimRight(string(runes[line.From:line.To]), " "))
		}
	}
	return lines
}
