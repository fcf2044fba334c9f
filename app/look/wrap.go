package look

import (
	"strings"
	"unicode"
)

const (
	notAtStart = "，。、；：？！）》〉”’】〕」』…—％‰℃·,.;:?!)]}%°▸▾"
	notAtEnd   = "（《〈“‘【〔「『([{"
)

// wrap cuts text into lines no wider than width. It breaks between Chinese
// characters and at spaces, never so that a line begins with a closing or ends
// with an opening punctuation mark, and inside a word only where the word alone is
// wider than a line.
func wrap(text string, width float32, measure func(string) float32) []string {
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		lines = append(lines, wrapParagraph(paragraph, width, measure)...)
	}
	return lines
}

func wrapParagraph(text string, width float32, measure func(string) float32) []string {
	if measure(text) <= width {
		return []string{text}
	}
	var lines []string
	line, used := "", float32(0)
	for _, piece := range pieces(text) {
		w := measure(piece)
		if line != "" && used+measure(strings.TrimRight(piece, " ")) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, used = "", 0
			piece = strings.TrimLeft(piece, " ")
		}
		for w > width && len([]rune(piece)) > 1 {
			head := fitting(piece, width, measure)
			lines = append(lines, head)
			piece = piece[len(head):]
			w = measure(piece)
		}
		line += piece
		used += w
	}
	return append(lines, strings.TrimRight(line, " "))
}

// fitting returns the longest beginning of a piece that fits, at least a rune.
func fitting(piece string, width float32, measure func(string) float32) string {
	runes := []rune(piece)
	n := 1
	for n < len(runes) && measure(string(runes[:n+1])) <= width {
		n++
	}
	return string(runes[:n])
}

// pieces cuts text where lines may break.
func pieces(text string) []string {
	var all []string
	start := 0
	var last rune
	for i, r := range text {
		if i > start && mayBreak(last, r) {
			all = append(all, text[start:i])
			start = i
		}
		last = r
	}
	return append(all, text[start:])
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
	return unicode.Is(unicode.Han, r) || r >= 0x2E80 && r < 0xFF61 || strings.ContainsRune(notAtStart+notAtEnd, r) && r > 0x7F
}
