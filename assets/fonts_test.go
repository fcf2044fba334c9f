package assets

import (
	"encoding/binary"
	"os"
	"strings"
	"testing"

	textfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// programSymbols are the marks and signs that the program itself writes.
const programSymbols = "✓⚠●○▲△◆■□①②③④⑤⑥⑦⑧⑨⑩〔〕《》〈〉「」『』【】（）“”‘’×÷±≥≤≠▶▼…—–·→←↑↓、。，；：？！％‰℃㎡§°№"

func printFonts(t *testing.T) map[string]*sfnt.Font {
	t.Helper()
	return parsed(t, map[string][]byte{"regular": FontRegular, "bold": FontBold})
}

func windowFonts(t *testing.T) map[string]*sfnt.Font {
	t.Helper()
	return parsed(t, map[string][]byte{"regular": WindowRegular, "bold": WindowBold})
}

func allFonts(t *testing.T) map[string]*sfnt.Font {
	t.Helper()
	return parsed(t, map[string][]byte{
		"regular": FontRegular, "bold": FontBold,
		"window regular": WindowRegular, "window bold": WindowBold,
	})
}

func parsed(t *testing.T, files map[string][]byte) map[string]*sfnt.Font {
	t.Helper()
	fonts := make(map[string]*sfnt.Font)
	for name, data := range files {
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fonts[name] = font
	}
	return fonts
}

// sourceLacks is what Noto Sans SC itself does not have of GBK.
const sourceLacks = "≒"

func isPrivate(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF
}

func isCharacter(r rune) bool {
	return r != '\uFFFD' && !isPrivate(r) && !strings.ContainsRune(sourceLacks, r)
}

// gbkRunes decodes every two-byte code of GBK. The areas that the encoding leaves
// to its users decode to private code points, which are no characters.
func gbkRunes(t *testing.T) []rune {
	t.Helper()
	var runes []rune
	decoder := simplifiedchinese.GBK.NewDecoder()
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			if trail == 0x7F {
				continue
			}
			text, err := decoder.Bytes([]byte{byte(lead), byte(trail)})
			if err != nil {
				continue
			}
			decoded := []rune(string(text))
			if len(decoded) == 1 && isCharacter(decoded[0]) {
				runes = append(runes, decoded[0])
			}
		}
	}
	if len(runes) < 21700 {
		t.Fatalf("only %d characters of GBK decoded", len(runes))
	}
	return runes
}

func standardRunes(t *testing.T) []rune {
	t.Helper()
	data, err := os.ReadFile("fonts/hanzi8105.txt")
	if err != nil {
		t.Fatal(err)
	}
	var runes []rune
	for _, line := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(line, "#") {
			runes = append(runes, []rune(line)...)
		}
	}
	if len(runes) != 8105 {
		t.Fatalf("hanzi8105.txt has %d characters", len(runes))
	}
	return runes
}

func latinRunes() []rune {
	var runes []rune
	for r := rune(0x20); r < 0x7F; r++ {
		runes = append(runes, r)
	}
	for r := rune(0xA0); r <= 0xFF; r++ {
		runes = append(runes, r)
	}
	return runes
}

func TestFontsCoverTheirCharacters(t *testing.T) {
	groups := map[string][]rune{
		"GBK":      gbkRunes(t),
		"通用规范汉字表":  standardRunes(t),
		"Latin-1":  latinRunes(),
		"programs": []rune(programSymbols),
	}
	for weight, font := range allFonts(t) {
		for group, runes := range groups {
			if missing := uncovered(t, font, runes); len(missing) > 0 {
				t.Errorf("%s lacks %d of %s: %q", weight, len(missing), group, string(missing))
			}
		}
	}
}

func uncovered(t *testing.T, font *sfnt.Font, runes []rune) []rune {
	t.Helper()
	var buffer sfnt.Buffer
	var missing []rune
	for _, r := range runes {
		glyph, err := font.GlyphIndex(&buffer, r)
		if err != nil {
			t.Fatal(err)
		}
		if glyph == 0 {
			missing = append(missing, r)
		}
	}
	return missing
}

func TestFontsLackWhatTheyShould(t *testing.T) {
	for weight, font := range allFonts(t) {
		if missing := uncovered(t, font, []rune("☐🙂")); len(missing) != 2 {
			t.Errorf("%s: the coverage test finds only %q missing", weight, string(missing))
		}
	}
}

func TestPrivateRunesLeadToTheSameGlyph(t *testing.T) {
	table := PrivateRunes()
	for weight, font := range printFonts(t) {
		var buffer sfnt.Buffer
		for character, private := range table {
			want, err := font.GlyphIndex(&buffer, character)
			if err != nil {
				t.Fatal(err)
			}
			got, err := font.GlyphIndex(&buffer, private)
			if err != nil {
				t.Fatal(err)
			}
			if want == 0 || got != want || !isPrivate(private) {
				t.Errorf("%s: %c is glyph %d, its private code %U glyph %d", weight, character, want, private, got)
			}
		}
	}
	for _, r := range standardRunes(t) {
		if _, ok := table[r]; r > 0xFFFF && !ok {
			t.Errorf("%c (%U) has no private code", r, r)
		}
	}
}

func TestPrivateRunesAreEveryPrivateGlyph(t *testing.T) {
	table := PrivateRunes()
	taken := make(map[rune]rune)
	for character, private := range table {
		if other, ok := taken[private]; ok {
			t.Errorf("%U stands for %c and %c", private, character, other)
		}
		taken[private] = character
	}
	for weight, font := range printFonts(t) {
		var buffer sfnt.Buffer
		for r := rune(0xE000); r <= 0xF8FF; r++ {
			glyph, err := font.GlyphIndex(&buffer, r)
			if err != nil {
				t.Fatal(err)
			}
			if _, ok := taken[r]; ok != (glyph != 0) {
				t.Errorf("%s: %U in the table: %t, glyph %d", weight, r, ok, glyph)
			}
		}
	}
}

// The window shows the list as it is printed, line for line.
func TestWindowFontsAreAsWideAsPrint(t *testing.T) {
	runes := append(append(standardRunes(t), latinRunes()...), []rune(programSymbols)...)
	printed := printFonts(t)
	for weight, shown := range windowFonts(t) {
		for _, r := range runes {
			if a, b := advance(t, printed[weight], r), advance(t, shown, r); max(a-b, b-a) > 1 {
				t.Errorf("%s: %c is %d units wide in print and %d on the screen", weight, r, a, b)
			}
		}
	}
}

// advance returns the width of a character in units of a thousandth of its size.
func advance(t *testing.T, font *sfnt.Font, r rune) int {
	t.Helper()
	var buffer sfnt.Buffer
	glyph, err := font.GlyphIndex(&buffer, r)
	if err != nil {
		t.Fatal(err)
	}
	width, err := font.GlyphAdvance(&buffer, glyph, fixed.I(1000), textfont.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return width.Round()
}

func TestFontsCarryTheirOwnName(t *testing.T) {
	for weight, font := range allFonts(t) {
		var buffer sfnt.Buffer
		for _, id := range []sfnt.NameID{sfnt.NameIDFamily, sfnt.NameIDFull, sfnt.NameIDPostScript} {
			name, err := font.Name(&buffer, id)
			if err != nil {
				t.Fatal(err)
			}
			plain := strings.ReplaceAll(FontFamily, " ", "")
			if !strings.HasPrefix(strings.ReplaceAll(name, " ", ""), plain) {
				t.Errorf("%s: name %d is %q", weight, id, name)
			}
		}
		license, err := font.Name(&buffer, sfnt.NameIDLicense)
		if err != nil || !strings.Contains(license, "SIL Open Font License") {
			t.Errorf("%s: licence %q, %v", weight, license, err)
		}
	}
}

// Readers that compute a checksum pad odd tables in place, and readers that
// complete short metrics append to them; neither may happen to shared bytes.
func TestFontTablesAreWholeWords(t *testing.T) {
	for weight, data := range map[string][]byte{"regular": FontRegular, "bold": FontBold} {
		sizes := make(map[string]uint32)
		for i := range int(binary.BigEndian.Uint16(data[4:])) {
			record := data[12+16*i:]
			sizes[string(record[:4])] = binary.BigEndian.Uint32(record[12:])
		}
		for _, tag := range []string{"name", "post", "OS/2", "prep", "cvt ", "fpgm", "gasp"} {
			if sizes[tag]%4 != 0 {
				t.Errorf("%s: table %s has %d bytes", weight, tag, sizes[tag])
			}
		}
		font, err := sfnt.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if want := uint32(font.NumGlyphs() * 4); sizes["hmtx"] != want {
			t.Errorf("%s: hmtx has %d bytes, want %d", weight, sizes["hmtx"], want)
		}
	}
}
