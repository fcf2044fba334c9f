package linebreak

// Span is a part of a text: the characters from From up to To.
type Span struct{ From, To int }

// ClauseNumbers returns where a text has numbers of clauses: 三（二）1, 附件1-3. They are
// looked up by eye and never cut.
func ClauseNumbers(text []rune) []Span {
	var found []Span
	for at := 0; at < len(text); at++ {
		if r := text[at]; r != '（' && r != '附' && r != '(' && !isNumeral(r) {
			continue
		}
		if to := clauseNumber(text, at); to > at {
			found = append(found, Span{at, to})
			at = to - 1
		}
	}
	return found
}

// clauseNumber returns where the number of a clause that begins at from ends; from for
// none. It is an annex, or a chapter or a （一） with something after it.
func clauseNumber(text []rune, from int) int {
	at := from + annex(text[from:])
	if at == from {
		if chapter := from + numeral(text[from:]); chapter > from && bracketed(text[chapter:], numeral) > 0 {
			at = chapter
		} else if section := from + bracketed(text[from:], numeral); section > from && section < len(text) && part(text[section:]) > 0 {
			at = section
		} else {
			return from
		}
	}
	for at < len(text) {
		next := part(text[at:])
		if next == 0 {
			break
		}
		at += next
	}
	return at
}

// part is how many characters the next part of a number has: -3, 二, （一）, 1 or （1）.
func part(text []rune) int {
	if text[0] == '-' || text[0] == '—' {
		if n := digits(text[1:]); n > 0 {
			return 1 + n
		}
		return 0
	}
	return max(numeral(text), digits(text), bracketed(text, numeral), bracketed(text, digits))
}

// annex is the length of 附件 with its number.
func annex(text []rune) int {
	if len(text) < 3 || text[0] != '附' || text[1] != '件' {
		return 0
	}
	if n := max(digits(text[2:]), numeral(text[2:])); n > 0 {
		return 2 + n
	}
	return 0
}

func bracketed(text []rune, inside func([]rune) int) int {
	if len(text) < 3 || text[0] != '（' && text[0] != '(' {
		return 0
	}
	n := inside(text[1:])
	if n == 0 || 1+n == len(text) || text[1+n] != '）' && text[1+n] != ')' {
		return 0
	}
	return n + 2
}

func numeral(text []rune) int {
	return leading(text, isNumeral)
}

func isNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

func digits(text []rune) int {
	return leading(text, func(r rune) bool { return r >= '0' && r <= '9' })
}

// leading is how many of the first characters are of a kind.
func leading(text []rune, of func(rune) bool) int {
	for i, r := range text {
		if !of(r) {
			return i
		}
	}
	return len(text)
}
