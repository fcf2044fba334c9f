// Package assets holds the files that the program carries inside itself.
package assets

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// FontFamily is the family name written in the fonts. They are subsets of Noto
// Sans SC under the SIL Open Font License, which reserves the original name.
const FontFamily = "Zhicheng Sans"

// FontRegular and FontBold are the two weights of [FontFamily] for print, as
// TrueType files: GBK, the 8105 characters of 通用规范汉字表, Latin and the common
// symbols. assets/fonts/subset.py makes them. The bytes are shared by all documents
// and must never be modified.
//
//go:embed fonts/ZhichengSans-Regular.ttf
var FontRegular []byte

// FontBold is the bold weight; see [FontRegular].
//
//go:embed fonts/ZhichengSans-Bold.ttf
var FontBold []byte

// WindowRegular and WindowBold are the same characters in the same design for the
// screen, with PostScript outlines: a font of these is opened in 1 ms and 7 MB, and
// one of TrueType outlines in 40 ms and 26 MB. Print needs the others, since the
// PDF writer embeds TrueType only.
//
//go:embed fonts/ZhichengSans-Regular.otf
var WindowRegular []byte

// WindowBold is the bold weight; see [WindowRegular].
//
//go:embed fonts/ZhichengSans-Bold.otf
var WindowBold []byte

//go:embed fonts/private.txt
var privateRunes string

// PrivateRunes returns, for every character beyond U+FFFF that the fonts have, the
// private code point (from U+E000 on) that leads to the same glyph. Programs that
// know only the Basic Multilingual Plane can print the character through it.
func PrivateRunes() (map[rune]rune, error) {
	table := make(map[rune]rune)
	for number, line := range strings.Split(privateRunes, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		private, character, err := parsePrivateLine(line)
		if err != nil {
			return nil, fmt.Errorf("读私有码位表第 %d 行：%w", number+1, err)
		}
		table[character] = private
	}
	return table, nil
}

// parsePrivateLine reads "E000 20087 𠂇".
func parsePrivateLine(line string) (private, character rune, err error) {
	parts := strings.Fields(line)
	if len(parts) != 3 {
		return 0, 0, fmt.Errorf("%q 不是三段", line)
	}
	code, err := strconv.ParseInt(parts[0], 16, 32)
	if err != nil {
		return 0, 0, fmt.Errorf("私有码位 %q：%w", parts[0], err)
	}
	named, err := strconv.ParseInt(parts[1], 16, 32)
	if err != nil {
		return 0, 0, fmt.Errorf("码位 %q：%w", parts[1], err)
	}
	shown, _ := utf8.DecodeRuneInString(parts[2])
	if shown != rune(named) {
		return 0, 0, fmt.Errorf("%q 里的字不是 U+%04X", line, named)
	}
	return rune(code), shown, nil
}
