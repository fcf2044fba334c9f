package look

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

const (
	notAtStart = "，。、；：？！）》〉”’】〕」』…—％‰℃·,.;:?!)]}%°▸▾"
	notAtEnd   = "（《〈“‘【〔「『([{"
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

// Span is a line of a text: its characters from From up to To, without the line
// end.
type Span struct{ From, To int }

// Break cuts text into lines no wider than width. It breaks between Chinese
// characters and behind spaces, never so that a line begins with a closing or ends
// with an opening punctuation mark, and inside a word only where the word alone is
// wider than a line. Spaces at the end of a line may stick out.
func (m *Measure) Break(text []rune, width float32) []Span {
	var lines []Span
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			lines = m.breakParagraph(lines, text[:i], start, width)
			start = i + 1
		}
	}
	return lines
}

// breakParagraph appends the lines of what begins at start.
func (m *Measure) breakParagraph(lines []Span, text []rune, start int, width float32) []Span {
	used, since := float32(0), float32(0) // width of the line, and of what is behind the last place to break
	last := start                         // the last place to break, start for none
	for i := start; i < len(text); i++ {
		if i > start && mayBreak(text[i-1], text[i]) {
			last, since = i, 0
		}
		w := m.Width(text[i])
		if text[i] != ' ' && used+w > width && i > start {
			if last == start { // a word alone is wider than the line
				last, since = i, 0
			}
			lines = append(lines, Span{start, last})
			start, used = last, since
		}
		used += w
		since += w
	}
	return append(lines, Span{start, len(text)})
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

func mayBreak(before, after rune) bool {
	switch {
	case strings.ContainsRune(notAtStart, after) || strings.ContainsRune(notAtEnd, before):
		return false
	case before == ' ':
		return after != ' '
	case after == ' ':
		return false
	}
	return ideographic(before) || ideographic(after)
}

// ideographic reports whether lines may break beside r: Chinese characters and signs.
func ideographic(r rune) bool {
	return r >= 0x2E80 && (r < 0xFF61 || unicode.Is(unicode.Han, r)) ||
		r > 0x7F && strings.ContainsRune(notAtStart+notAtEnd, r)
}
