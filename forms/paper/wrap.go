package paper

import (
	"strings"
	"unicode"
)

// Characters that GB/T 15834—2011, 5.1 keeps from the beginning or the end of a
// line, with their Latin and half-width relatives. A separating slash may stand at
// neither; an ellipsis is kept with what it follows.
const (
	neverFirst = "，。、；：？！）》〉】〕」』”’｝］〗〙〛｠」、。·‧・…～–％‰℃°々" +
		",.;:?!)]}%-/／"
	neverLast = "（《〈【〔「『“‘｛［〖〘〚｟「([{￥¥$＄£№§/／"
)

// char is one character to be set and its width.
type char struct {
	r     rune
	width float64
	run   int // index of the run it came from
}

// textLine is the part of a text that one line takes: from..to is drawn, to..next
// are the spaces and the line break at its end.
type textLine struct {
	from, to, next int
}

// breakLines cuts a text into lines that are at most width wide, unless a single
// character is wider. Every character is in exactly one line.
//
// No line begins or ends with a character that must not stand there, and no word
// or number is cut, as long as the line has any other place to break.
func breakLines(chars []char, width float64) []textLine {
	var lines []textLine
	for pos := 0; pos < len(chars); {
		end := pos
		for end < len(chars) && chars[end].r != '\n' {
			end++
		}
		paragraph := chars[:end]
		if pos == end {
			lines = append(lines, textLine{pos, pos, pos})
		}
		for pos < end {
			next := lineEnd(paragraph, pos, width)
			lines = append(lines, textLine{pos, trimSpaces(paragraph, pos, next), next})
			pos = next
		}
		if end < len(chars) {
			lines[len(lines)-1].next = end + 1
			pos = end + 1
		}
	}
	return lines
}

// slack forgives the rounding of sums of widths.
const slack = 1e-6

// lineEnd returns where the line that begins at from ends.
func lineEnd(chars []char, from int, width float64) int {
	limit := fitting(chars, from, width)
	if limit == len(chars) {
		return limit
	}
	first := from
	for first < limit && isSpace(chars[first].r) {
		first++
	}
	if first == limit {
		return limit
	}
	at := lastBreak(chars, first, limit, canBreak)
	if at == 0 {
		return forcedBreak(chars, first, limit)
	}
	if at < limit && tooWide(chars, at, width) {
		if inside := lastBreak(chars, at, limit, mayBreak); inside != 0 {
			return inside
		}
	}
	return at
}

// fitting returns the first character from from on that does not fit. Spaces hang
// over the edge, and the first character always fits.
func fitting(chars []char, from int, width float64) int {
	used := 0.0
	for i := from; i < len(chars); i++ {
		if i > from && !isSpace(chars[i].r) && used+chars[i].width > width+slack {
			return i
		}
		used += chars[i].width
	}
	return len(chars)
}

// lastBreak returns the last place after first and up to limit where allowed says
// yes, 0 if there is none.
func lastBreak(chars []char, first, limit int, allowed func([]char, int) bool) int {
	for at := limit; at > first; at-- {
		if allowed(chars, at) {
			return at
		}
	}
	return 0
}

// forcedBreak cuts a text that offers no place to break: at best inside a word but
// with right punctuation, otherwise where the line is full.
func forcedBreak(chars []char, first, limit int) int {
	if at := lastBreak(chars, first, limit, mayBreak); at != 0 {
		return at
	}
	at := limit
	for at > first+1 && unicode.Is(unicode.Mn, chars[at].r) {
		at--
	}
	return at
}

// tooWide tells whether what begins at from has no place to break within a whole
// line.
func tooWide(chars []char, from int, width float64) bool {
	limit := fitting(chars, from, width)
	return limit < len(chars) && lastBreak(chars, from, limit, canBreak) == 0
}

// canBreak tells whether a line may end before chars[at] without cutting a word.
func canBreak(chars []char, at int) bool {
	if !mayBreak(chars, at) {
		return false
	}
	before, after := chars[at-1].r, chars[at].r
	if isSpace(before) {
		return true
	}
	if inWord(before) && inWord(after) {
		return false
	}
	apostrophe := before == '’' && at > 1 && unicode.IsLetter(after) && inWord(after)
	return !apostrophe || !inWord(chars[at-2].r)
}

// mayBreak tells whether a line may end before chars[at] as far as punctuation is
// concerned.
func mayBreak(chars []char, at int) bool {
	after := chars[at].r
	if isSpace(after) || unicode.Is(unicode.Mn, after) || strings.ContainsRune(neverFirst, after) {
		return false
	}
	last := at - 1
	for last > 0 && isSpace(chars[last].r) {
		last--
	}
	before := chars[last].r
	if last == at-1 && before == after && (after == '—' || after == '…') {
		return false
	}
	return !strings.ContainsRune(neverLast, before)
}

// inWord tells of characters that stick together: Latin, Greek and Cyrillic
// letters, digits, half-width marks and the no-break space.
func inWord(r rune) bool {
	switch {
	case r > ' ' && r <= '~', r == '\u00A0', r >= '\u00C0' && r <= '\u024F':
		return true
	case unicode.Is(unicode.Mn, r):
		return true
	}
	return unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// isSpace tells of spaces at which a line may end.
func isSpace(r rune) bool {
	return r != '\u00A0' && r != '\u202F' && r != '\u2007' && unicode.Is(unicode.Zs, r)
}

func trimSpaces(chars []char, from, to int) int {
	for to > from && isSpace(chars[to-1].r) {
		to--
	}
	return to
}
