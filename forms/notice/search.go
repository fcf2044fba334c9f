package notice

import (
	"strings"
	"unicode"
)

// Span is a part of a text, in bytes.
type Span struct{ From, To int }

// Find returns where a text has the words that are looked for, one after the other.
// White space and letter cases do not count, nor whether a sign is full width: the
// published text breaks lines inside of phrases. Nothing is found nowhere.
func Find(text, words string) []Span {
	wanted, _ := folded(words)
	have, at := folded(text)
	if len(wanted) == 0 {
		return nil
	}
	var found []Span
	for i := 0; i+len(wanted) <= len(have); {
		if string(have[i:i+len(wanted)]) != string(wanted) {
			i++
			continue
		}
		found = append(found, Span{at[i].From, at[i+len(wanted)-1].To})
		i += len(wanted)
	}
	return found
}

// folded are the characters of a text that count, in small letters and half width, and
// where each of them is.
func folded(text string) (runes []rune, at []Span) {
	for i, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		size := len(string(r))
		if r == unicode.ReplacementChar && !strings.HasPrefix(text[i:], "\ufffd") {
			size = 1 // a byte that is no character
		}
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		runes = append(runes, unicode.ToLower(r))
		at = append(at, Span{i, i + size})
	}
	return runes, at
}
