// Package linebreak says where the lines of Chinese text end, with the Latin words and
// numbers in it. The window and the printed list break their lines by it.
package linebreak

import (
	"slices"
	"unicode"
)

// Line is what one line takes of a text: the characters from From up to To are shown,
// those up to Next are the spaces and the line end after them.
type Line struct{ From, To, Next int }

// Lines cuts text into lines no wider than room, unless a single character is wider.
// widths are those of its characters, in the unit of room. Every character is in
// exactly one line; after a line end that is the last character there is no line.
//
// No line begins or ends with a character that must not be there, and no word, number
// or number of a clause is cut, as long as the line has any other place to break.
func Lines(text []rune, widths []float64, room float64) []Line {
	var lines []Line
	numbers := ClauseNumbers(text)
	for pos := 0; pos < len(text); {
		end := pos
		for end < len(text) && text[end] != '\n' {
			end++
		}
		p := paragraph{text[:end], widths, room, numbers}
		if pos == end {
			lines = append(lines, Line{pos, pos, pos})
		}
		for pos < end {
			next := p.lineEnd(pos)
			lines = append(lines, Line{pos, p.trimmed(pos, next), next})
			pos = next
		}
		if end < len(text) {
			lines[len(lines)-1].Next = end + 1
			pos = end + 1
		}
	}
	return lines
}

// paragraph is a text up to a line end, and the room for its lines.
type paragraph struct {
	text   []rune
	widths []float64
	room   float64
	whole  []Span // what is cut only where it is wider than a line
}

// slack forgives the rounding of sums of widths.
const slack = 1e-6

// lineEnd returns where the line that begins at from ends.
func (p paragraph) lineEnd(from int) int {
	limit := p.fitting(from)
	if limit == len(p.text) {
		return limit
	}
	first := from
	for first < limit && isSpace(p.text[first]) {
		first++
	}
	if first == limit {
		return limit
	}
	at := p.lastBreak(first, limit, p.betweenWords)
	if at == 0 {
		return p.forcedBreak(first, limit)
	}
	if at < limit && p.tooWide(at) {
		if inside := p.cut(at, limit); inside != 0 {
			return inside
		}
	}
	return at
}

// fitting returns the first character after from that does not fit. Spaces hang over
// the edge, and the first character always fits.
func (p paragraph) fitting(from int) int {
	used := 0.0
	for i := from; i < len(p.text); i++ {
		if i > from && !isSpace(p.text[i]) && used+p.widths[i] > p.room+slack {
			return i
		}
		used += p.widths[i]
	}
	return len(p.text)
}

// allowed is the rule of signs alone, betweenWords that words and numbers stay whole too.
func (p paragraph) allowed(at int) bool { return allowed(p.text, at) }

func (p paragraph) betweenWords(at int) bool {
	inside := func(s Span) bool { return s.From < at && at < s.To }
	return betweenWords(p.text, at) && !slices.ContainsFunc(p.whole, inside)
}

// lastBreak returns the last place after first and up to limit where may says yes, 0
// if there is none.
func (p paragraph) lastBreak(first, limit int, may func(int) bool) int {
	for at := limit; at > first; at-- {
		if may(at) {
			return at
		}
	}
	return 0
}

// forcedBreak cuts a text that offers no place to break: at best inside a word but
// with right punctuation, otherwise where the line is full.
func (p paragraph) forcedBreak(first, limit int) int {
	if at := p.cut(first, limit); at != 0 {
		return at
	}
	at := limit
	for at > first+1 && unicode.Is(unicode.Mn, p.text[at]) {
		at--
	}
	return at
}

// cut returns where a word is cut that is wider than a line, 0 for nowhere: at best after
// a hyphen of its own.
func (p paragraph) cut(first, limit int) int {
	hyphen := func(at int) bool { return at > first+1 && p.text[at-1] == '-' && p.allowed(at) }
	if at := p.lastBreak(first, limit, hyphen); at != 0 {
		return at
	}
	return p.lastBreak(first, limit, p.allowed)
}

// tooWide tells whether what begins at from has no place to break within a whole
// line.
func (p paragraph) tooWide(from int) bool {
	limit := p.fitting(from)
	return limit < len(p.text) && p.lastBreak(from, limit, p.betweenWords) == 0
}

// trimmed returns to without the spaces before it.
func (p paragraph) trimmed(from, to int) int {
	for to > from && isSpace(p.text[to-1]) {
		to--
	}
	return to
}
