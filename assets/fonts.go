// Package assets holds the files that the program carries inside itself.
package assets

import _ "embed"

// FontFamily is the family name written in the fonts. They are subsets of Noto
// Sans SC under the SIL Open Font License, which reserves the original name.
const FontFamily = "Zhicheng Sans"

// FontRegular and FontBold are the two weights of [FontFamily], for the window and for
// print, as OpenType files with PostScript outlines: GBK, the 8105 characters of
// 通用规范汉字表, every rarer character that may stand in a name, Latin and the common
// symbols. assets/fonts/subset.py makes them. A font of these is opened in 1 ms, and one
// of TrueType outlines in 40 ms. The bytes are shared by the window and all documents and
// must never be modified.
//
//go:embed fonts/ZhichengSans-Regular.otf
var FontRegular []byte

// FontBold is the bold weight; see [FontRegular].
//
//go:embed fonts/ZhichengSans-Bold.otf
var FontBold []byte
