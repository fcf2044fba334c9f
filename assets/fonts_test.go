package assets

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// programSymbols are the marks and signs that the program itself writes.
const programSymbols = "✓⚠●○▲△◆■□①②③④⑤⑥⑦⑧⑨⑩〔〕《》〈〉「」『』【】（）“”‘’×÷±≥≤≠▶▼…—–·→←↑↓、。，；：？！％‰℃㎡§°№"

func bothFonts(t *testing.T) map[string]*sfnt.Font {
	t.Helper()
	return parsed(t, map[string][]byte{"regular": FontRegular, "bold": FontBold})
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
	for weight, font := range bothFonts(t) {
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
	for weight, font := range bothFonts(t) {
		if missing := uncovered(t, font, []rune("☐🙂")); len(missing) != 2 {
			t.Errorf("%s: the coverage test finds only %q missing", weight, string(missing))
		}
	}
}

// Both weights have the same characters, and none in the codes that are left to private
// use: print gives those to what is beyond U+FFFF.
func TestFontsHaveTheSameCharacters(t *testing.T) {
	fonts := bothFonts(t)
	beyond := 0
	for r := rune(1); r < 0x40000; r++ {
		regular, bold := has(t, fonts["regular"], r), has(t, fonts["bold"], r)
		if regular != bold || regular && unicode.Is(unicode.Co, r) {
			t.Errorf("%U: regular %t, bold %t", r, regular, bold)
		}
		if regular && r > 0xFFFF {
			beyond++
		}
	}
	if beyond == 0 || beyond > 0xF900-0xE000 {
		t.Errorf("%d characters beyond U+FFFF, more than there are private codes", beyond)
	}
}

func has(t *testing.T, font *sfnt.Font, r rune) bool {
	t.Helper()
	return len(uncovered(t, font, []rune{r})) == 0
}

func TestFontsCarryTheirOwnName(t *testing.T) {
	for weight, font := range bothFonts(t) {
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
