package paper

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	cases := []struct {
		name, text, want string
		replaced         map[rune]int
	}{
		{"plain", "中文 abc，", "中文 abc，", nil},
		{"line breaks", "a\r\nb\rc\nd\u2028e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh", nil},
		{"blank lines", "a\r\n\r\nb\n\nc\r\rd", "a\n\nb\n\nc\n\nd", nil},
		{"tab", "a\tb", "a    b", nil},
		{"full-width space", "a　b", "a　b", nil},
		{"odd spaces", "a\u1680b\u2003c", "a b\u2003c", nil},
		{"invisible", "a\u200B\uFEFF\u00AD\u2060\u202E\uFE0F\U000E0101b", "ab", nil},
		{"control", "a\x00b\x07c\x7F", "a〓b〓c〓", map[rune]int{0: 1, 7: 1, 0x7F: 1}},
		{"bad bytes", "a\xFFb\xE4\xB8c", "a〓b〓〓c", map[rune]int{utf8.RuneError: 3}},
		{"replaced before", "a\uFFFDb", "a〓b", map[rune]int{utf8.RuneError: 1}},
		{"emoji", "🙂好🙂", "〓好〓", map[rune]int{'🙂': 2}},
		{"family emoji", "👨\u200D👩", "〓〓", map[rune]int{'👨': 1, '👩': 1}},
		{"private", "\uE000\uF8FF", "〓〓", map[rune]int{0xE000: 1, 0xF8FF: 1}},
		{"rare names", "𬭎𫍯𫖮𠀀", "𬭎𫍯𫖮〓", map[rune]int{'𠀀': 1}},
		{"no character", "\uFFFE\U0010FFFF", "〓〓", map[rune]int{0xFFFE: 1, 0x10FFFF: 1}},
		{"accents in pieces", "e\u0301a\u0304u\u0308", "éāü", nil},
		{"other scripts", "ا가", "〓〓", map[rune]int{'ا': 1, '가': 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			cleaner := newCleaner(newMeasure(OurFonts()))
			if got := string(cleaner.text(c.text)); got != c.want {
				t.Errorf("%q: got %q, want %q", c.text, got, c.want)
			}
			for r, count := range c.replaced {
				if cleaner.replaced[r] != count {
					t.Errorf("%U: %d times, want %d", r, cleaner.replaced[r], count)
				}
			}
			if len(cleaner.replaced) != len(c.replaced) {
				t.Errorf("replaced %v, want %v", cleaner.replaced, c.replaced)
			}
		})
	}
}

// What is left after cleaning can be printed, and cleaning it again changes
// nothing.
func TestCleanIsPrintable(t *testing.T) {
	measure := newMeasure(OurFonts())
	rapid.Check(t, func(t *rapid.T) {
		special := rapid.SampledFrom([]rune("中，a \n\r\t\u00A0\u3000\u200B\u0301\uE000\U000E0101🙂𬭎e"))
		text := rapid.OneOf(
			rapid.StringOf(special), rapid.String(),
			rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		).Draw(t, "text")
		clean := newCleaner(measure).text(text)
		for _, r := range clean {
			if r != '\n' && !measure.printable(r) {
				t.Fatalf("%U is left in %q", r, text)
			}
		}
		again := newCleaner(measure)
		if second := again.text(string(clean)); string(second) != string(clean) || len(again.replaced) > 0 {
			t.Fatalf("%q became %q", string(clean), string(second))
		}
	})
}

// What the window says of a text is what the list prints as 〓.
func TestLackingIsWhatIsPrintedAsSubstitute(t *testing.T) {
	fonts := OurFonts()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune("张三𠀀🙂㐂e\u0301q\u0301\u200D\uE000a\n\t\u00A0")))).Draw(t, "text")
		c := newCleaner(newMeasure(fonts))
		c.text(text)
		printed, lacking := c.unprintable(), fonts.Lacking(text)
		if len(printed) != len(lacking) {
			t.Fatalf("%q: printed so are %v, said %v", text, printed, lacking)
		}
		for i := range printed {
			if printed[i].Rune != lacking[i].Rune {
				t.Fatalf("%q: printed so are %v, said %v", text, printed, lacking)
			}
		}
	})
}
