package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// substitute is printed for what cannot be: the geta mark, by which Chinese
// printers have always said that a type is wanting.
const substitute = '〓'

// Unprintable is a character that was printed as 〓, and how often.
type Unprintable struct {
	Rune  rune // utf8.RuneError for bytes that are no text
	Count int
}

// String names the character and says how often it was printed so.
func (u Unprintable) String() string {
	name := u.Name()
	if !strings.HasSuffix(name, "）") {
		name += " "
	}
	return fmt.Sprintf("%s%d处", name, u.Count)
}

// cleaner makes any text printable and remembers what it had to replace.
type cleaner struct {
	measure  *measure
	replaced map[rune]int
}

func newCleaner(m *measure) *cleaner {
	return &cleaner{measure: m, replaced: make(map[rune]int)}
}

// unprintable lists what was replaced so far, by code point.
func (c *cleaner) unprintable() []Unprintable {
	list := make([]Unprintable, 0, len(c.replaced))
	for r, count := range c.replaced {
		list = append(list, Unprintable{r, count})
	}
	slices.SortFunc(list, func(a, b Unprintable) int { return cmp.Compare(a.Rune, b.Rune) })
	return list
}

// Lacking lists the characters of a text that are printed as 〓 because the fonts do
// not have them, each once and by code point. The window has the same characters.
func (f *Fonts) Lacking(text string) []Unprintable {
	c := newCleaner(newMeasure(f))
	c.text(once(text))
	list := c.unprintable()
	for i := range list {
		list[i].Count = 1
	}
	return list
}

// once returns each character of a text once, or all of it where letters and accents
// may join.
func once(text string) string {
	seen := map[rune]bool{}
	var distinct []rune
	for _, r := range text {
		switch {
		case seen[r]:
		case unicode.Is(unicode.Mn, r):
			return text
		default:
			seen[r] = true
			distinct = append(distinct, r)
		}
	}
	return string(distinct)
}

// Name is the character and its code point.
func (u Unprintable) Name() string {
	switch {
	case u.Rune == utf8.RuneError:
		return "无法识别的字节"
	case unicode.IsGraphic(u.Rune):
		return fmt.Sprintf("%c（U+%04X）", u.Rune, u.Rune)
	}
	return fmt.Sprintf("U+%04X", u.Rune)
}

// text returns the characters to print. Line breaks of every kind become \n.
func (c *cleaner) text(s string) []rune {
	runes := make([]rune, 0, utf8.RuneCountInString(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		broken := r == utf8.RuneError && size == 1
		afterReturn := r == '\n' && i > 0 && s[i-1] == '\r'
		i += size
		switch {
		case broken:
			runes = append(runes, c.replace(utf8.RuneError))
		case afterReturn || isInvisible(r):
		case isLineBreak(r):
			runes = append(runes, '\n')
		case r == '\t':
			runes = append(runes, []rune("    ")...)
		default:
			runes = c.add(runes, r)
		}
	}
	return runes
}

// line is text with its line breaks turned into spaces.
func (c *cleaner) line(s string) string {
	runes := c.text(s)
	for i, r := range runes {
		if r == '\n' {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// add appends an ordinary character, or what can be printed in its place.
func (c *cleaner) add(runes []rune, r rune) []rune {
	if unicode.Is(unicode.Mn, r) && len(runes) > 0 {
		last := len(runes) - 1
		if one := compose(runes[last], r); one != 0 && c.measure.printable(one) {
			runes[last] = one
			return runes
		}
	}
	switch {
	case !unicode.Is(unicode.Co, r) && c.measure.printable(r):
		return append(runes, r)
	case unicode.Is(unicode.Zs, r):
		return append(runes, ' ')
	default:
		return append(runes, c.replace(r))
	}
}

func (c *cleaner) replace(r rune) rune {
	c.replaced[r]++
	return substitute
}

// compose joins a letter and the accent typed after it, 0 if there is no such
// character. Names of files on macOS come in pieces like this.
func compose(letter, accent rune) rune {
	joined := []rune(norm.NFC.String(string([]rune{letter, accent})))
	if len(joined) != 1 {
		return 0
	}
	return joined[0]
}

func isLineBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isInvisible tells of characters that have no shape of their own: joiners, marks
// of direction, soft hyphens and variation selectors.
func isInvisible(r rune) bool {
	if unicode.Is(unicode.Prepended_Concatenation_Mark, r) {
		return false
	}
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}
