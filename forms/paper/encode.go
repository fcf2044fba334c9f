package paper

import (
	"strings"
	"unicode/utf16"
)

// surrogateUTF8 writes each half of a surrogate pair as three bytes, which is what
// gofpdf needs to get titles and bookmarks right beyond U+FFFF.
func surrogateUTF8(text string) string {
	var b []byte
	for _, r := range text {
		if r <= 0xFFFF {
			b = append(b, string(r)...)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			b = append(b, 0xE0|byte(unit>>12), 0x80|byte(unit>>6)&0x3F, 0x80|byte(unit)&0x3F)
		}
	}
	return string(b)
}

// validText replaces bytes that are no text and removes control characters.
func validText(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}
