package store

import (
	"bytes"
	"regexp"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// brokenLine returns the first line, counted from 1, that is not UTF-8 or has half a
// character written as an escape: reading would silently put another sign there.
func brokenLine(data []byte) (line int, found bool) {
	for i, text := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(text) || hasHalfCharacter(text) {
			return i + 1, true
		}
	}
	return 0, false
}

// escape is \uXXXX in JSON, or a pair of backslashes, which is none.
var escape = regexp.MustCompile(`\\\\|\\u[0-9A-Fa-f]{4}`)

// hasHalfCharacter reports whether a line has one half of a surrogate pair without
// the other.
func hasHalfCharacter(line []byte) bool {
	if !bytes.Contains(line, []byte(`\u`)) {
		return false
	}
	first, end := rune(-1), 0 // a first half, and where it ends
	for _, at := range escape.FindAllIndex(line, -1) {
		unit, err := strconv.ParseUint(string(line[at[0]+2:at[1]]), 16, 16)
		if err != nil { // a pair of backslashes
			continue
		}
		r := rune(unit)
		switch {
		case first >= 0 && (at[0] != end || utf16.DecodeRune(first, r) == utf8.RuneError):
			return true
		case first >= 0:
			first = -1
		case r >= 0xDC00 && utf16.IsSurrogate(r):
			return true
		case utf16.IsSurrogate(r):
			first, end = r, at[1]
		}
	}
	return first >= 0
}
