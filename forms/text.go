package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lineEnds are what other programs end lines with: Word's break inside a paragraph is a
// vertical tab, its page break a form feed.
var lineEnds = []string{"\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"}

// PlainLines returns text with every line end written as LF.
func PlainLines(text string) string {
	for _, end := range lineEnds {
		text = strings.ReplaceAll(text, end, "\n")
	}
	return text
}

// OneLine returns text on one line: blanks for line ends, none around it.
func OneLine(text string) string {
	lines := strings.FieldsFunc(PlainLines(text), func(r rune) bool { return r == '\n' })
	return strings.TrimSpace(strings.Join(lines, " "))
}

// plainSigns returns a typed date or number with narrow digits and signs, the
// Chinese stop as a point, and single blanks, none around it.
func plainSigns(text string) string {
	narrow := strings.ReplaceAll(norm.NFKC.String(text), "。", ".")
	return strings.Join(strings.Fields(narrow), " ")
}

// Characters counts the Unicode code points of text, punctuation, spaces and
// line breaks included; CRLF counts once (附件1-6 says only “1000字以内”).
func Characters(text string) int { return utf8.RuneCountInString(PlainLines(text)) }

// CharactersWithoutSpace counts the code points of text that are not white
// space.
func CharactersWithoutSpace(text string) int {
	return count(text, func(r rune) bool { return !unicode.IsSpace(r) })
}

// CharactersWithoutPunctuation counts the code points of text that are neither
// white space nor punctuation or symbols.
func CharactersWithoutPunctuation(text string) int {
	return count(text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r)
	})
}

func count(text string, counts func(rune) bool) int {
	n := 0
	for _, r := range text {
		if counts(r) {
			n++
		}
	}
	return n
}

// named is how many characters of a typed text a sentence names.
const named = 40

// Brief returns a text of any length as it stands in a sentence or a line: its first
// characters, at most most of them.
func Brief(text string, most int) string {
	n := 0
	for i := range text {
		if n++; n > most {
			return text[:i] + "…"
		}
	}
	return text
}
