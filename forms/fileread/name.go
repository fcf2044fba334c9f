package fileread

import (
	"net/url"
	"path/filepath"
	"strings"
	"unicode"
)

// longestName is how many characters of a file's name are shown.
const longestName = 80

// Name returns the name of the file at path as it can be shown in a sentence and on a
// terminal.
func Name(path string) string { return Shown(filepath.Base(path), longestName) }

// Shown returns text of a stranger as it can be shown on one line: signs that are not
// seen but move the cursor or turn the direction of writing are �, and of more than
// most characters the middle is left out.
func Shown(text string, most int) string {
	runes := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return unicode.ReplacementChar
		}
		return r
	}, text))
	if len(runes) <= most {
		return string(runes)
	}
	head := (most - 1) / 2
	return string(runes[:head]) + "…" + string(runes[len(runes)-(most-1-head):])
}

// Copied returns the path that a text names in one of the ways in which systems copy one:
// as it is, in quotes, or as the address of a file of this computer. Another text stays as
// it is.
func Copied(text string) string {
	path := strings.Trim(strings.TrimSpace(text), `"'`)
	address, err := url.Parse(path)
	if err != nil || address.Scheme != "file" || address.Host != "" && address.Host != "localhost" {
		return path
	}
	path = filepath.FromSlash(address.Path)
	if drive := path[min(1, len(path)):]; filepath.VolumeName(drive) != "" {
		return drive // an address has a slash before it: file:///C:/a.jpg
	}
	return path
}
