package linebreak

import (
	"strings"
	"unicode"
)

// Signs that GB/T 15834—2011, 5.1 keeps from the beginning or the end of a line, with
// their Latin and half-width forms.
const (
	stops      = "。．？！，、；：" + ".?!,;:" + "｡､"    // 5.1.1, 5.1.2
	opening    = "“‘（［〔【｛《〈「『〖〘〚｟" + "([{" + "｢" // 5.1.3, the first halves
	closing    = "”’）］〕】｝》〉」』〗〙〛｠" + ")]}" + "｣" // 5.1.3, the second halves
	connectors = "～–〜‐" + "-~"                   // 5.1.6; the dash of one — is in allowed
	dots       = "·‧・･"                          // 5.1.7
	slashes    = "／/"                            // 5.1.9
	units      = "％‰℃°々%"                        // belong to what is before them
	currencies = "￥¥＄£№§$"                       // belong to what is after them

	// An ellipsis may begin a line by 5.1.5; here it is kept with what it follows.
	neverFirst = stops + closing + connectors + dots + slashes + units + "…"
	neverLast  = opening + slashes + currencies
)

// allowed tells whether a line may end before text[at], which is not the first, as far
// as signs are concerned.
func allowed(text []rune, at int) bool {
	after := text[at]
	if isSpace(after) || joined(text[at-1]) || joined(after) || unicode.In(after, unicode.Mn, unicode.Me) {
		return false
	}
	if strings.ContainsRune(neverFirst, after) || after == '—' && !dash(text[at:]) {
		return false
	}
	last := at - 1
	for last > 0 && isSpace(text[last]) {
		last--
	}
	before := text[last]
	if last == at-1 && before == after && (after == '—' || after == '…') {
		return false
	}
	return !strings.ContainsRune(neverLast, before)
}

// dash tells whether a text begins with a 破折号, which may begin a line; one — alone
// is a 连接号, which may not.
func dash(text []rune) bool { return len(text) > 1 && text[1] == '—' }

// betweenWords tells whether a line may end before text[at] without cutting a word.
func betweenWords(text []rune, at int) bool {
	if !allowed(text, at) {
		return false
	}
	before, after := text[at-1], text[at]
	if isSpace(before) {
		return true
	}
	if inWord(before) && inWord(after) {
		return false
	}
	apostrophe := before == '’' && at > 1 && unicode.IsLetter(after) && inWord(after)
	return !apostrophe || !inWord(text[at-2])
}

// inWord tells of characters that stick together: Latin, Greek and Cyrillic letters,
// digits, half-width signs.
func inWord(r rune) bool {
	switch {
	case r > ' ' && r <= '~', r >= '\u00C0' && r <= '\u024F':
		return true
	case unicode.Is(unicode.Mn, r):
		return true
	}
	return unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

// joined tells of characters that keep what is before and after them on one line: the
// no-break spaces and the joiners.
func joined(r rune) bool {
	switch r {
	case '\u00A0', '\u2007', '\u202F', '\u2060', '\u200D', '\uFEFF':
		return true
	}
	return false
}

// isSpace tells of spaces at which a line may end.
func isSpace(r rune) bool { return unicode.Is(unicode.Zs, r) && !joined(r) }
