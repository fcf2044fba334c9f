// Package assets holds the files that the program carries inside itself.
package assets

import (
	_ "embed"
	"fmt"
	"strings"
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
func PrivateRunes() map[rune]rune {
	table := make(map[rune]rune)
	for line := range strings.Lines(privateRunes) { // "E000 20087 𠂇"
		if line[0] == '#' {
			continue
		}
		var private, named, character rune
		if _, err := fmt.Sscanf(line, "%X %X %c", &private, &named, &character); err != nil || character != named {
			panic(fmt.Sprintf("assets: fonts/private.txt: %q", line))
		}
		table[character] = private
	}
	return table
}
