package paper

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// setChars gives Chinese characters the width 2 and everything up to U+02FF 1.
func setChars(text string) []char {
	var chars []char
	for _, r := range text {
		width := 2.0
		if r < 0x300 {
			width = 1
		}
		if unicode.Is(unicode.Mn, r) {
			width = 0
		}
		chars = append(chars, char{r: r, width: width})
	}
	return chars
}

// drawn returns the lines as they are printed.
func drawn(text string, width float64) []string {
	runes := []rune(text)
	var lines []string
	for _, line := range breakLines(setChars(text), width) {
		lines = append(lines, string(runes[line.from:line.to]))
	}
	return lines
}

func TestBreakLines(t *testing.T) {
	cases := []struct {
		name  string
		text  string
		width float64
		want  []string
	}{
		{"empty", "", 10, nil},
		{"fits", "中文", 4, []string{"中文"}},
		{"breaks between characters", "中文中文中", 4, []string{"中文", "中文", "中"}},
		{"comma goes with its character", "中文，文", 4, []string{"中", "文，", "文"}},
		{"two marks", "中文字”。文", 6, []string{"中文", "字”。", "文"}},
		{"bracket goes with what follows", "中文（字）", 6, []string{"中文", "（字）"}},
		{"word stays whole", "中文report文", 8, []string{"中文", "report文"}},
		{"number stays whole", "学时12.5学时", 7, []string{"学时", "12.5学", "时"}},
		{"date stays whole", "到2020-09-23止", 11, []string{"到", "2020-09-23", "止"}},
		{"space hangs", "abc def", 3, []string{"abc", "def"}},
		{"spaces before a mark", "abc ，def", 6, []string{"abc ，", "def"}},
		{"bracket before spaces", "中（ 文字", 4, []string{"中", "（", "文字"}},
		{"long word fills the line", "中abcdefghij", 6, []string{"中abcd", "efghij"}},
		{"long word of its own", "abcdefgh", 3, []string{"abc", "def", "gh"}},
		{"dash stays whole", "中文——文", 6, []string{"中文", "——文"}},
		{"ellipsis stays whole", "中文字……", 8, []string{"中文", "字……"}},
		{"apostrophe", "中don’t", 7, []string{"中", "don’t"}},
		{"closing quote", "“中”don", 6, []string{"“中”", "don"}},
		{"line breaks", "中\n\n文\n", 4, []string{"中", "", "文"}},
		{"indent", "　　中文", 6, []string{"　　中", "文"}},
		{"only marks", "，，，，", 4, []string{"，，", "，，"}},
		{"only opening", "（（（（", 4, []string{"（（", "（（"}},
		{"too narrow", "中文", 1, []string{"中", "文"}},
		{"accent stays", "aaa\u0301a", 3, []string{"aaa\u0301", "a"}},
		{"no-break space", "中18\u00A0hours", 8, []string{"中", "18\u00A0hours"}},
		{"slash at neither edge", "我/单位/部门", 8, []string{"我/单", "位/部门"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := drawn(c.text, c.width); !slices.Equal(got, c.want) {
				t.Errorf("%q at %v:\n got %q\nwant %q", c.text, c.width, got, c.want)
			}
		})
	}
}

// The marks of the printed page's rule, written down apart from the code.
const (
	forbiddenStart = "，。、；：？！）》】”’」』〕…"
	forbiddenEnd   = "（《【“‘「『〔"
)

func mixedText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("中文字学时申报职称绍兴年度")), 1, 12, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune(forbiddenStart+forbiddenEnd)), 1, 3, -1),
		rapid.StringMatching(`[A-Za-z0-9.,()/:-]{1,30}`),
		rapid.SampledFrom([]string{" ", "  ", "　", "\n", "\n\n", "——", "……", "\u00A0", "e\u0301", "’"}),
		rapid.StringN(0, 4, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), "")
	})
}

func TestBreakLinesLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chars := setChars(mixedText().Draw(t, "text"))
		at := 0
		for _, line := range breakLines(chars, rapid.Float64Range(1, 40).Draw(t, "width")) {
			if line.from != at || line.to < line.from || line.next < line.to {
				t.Fatalf("line %+v after %d", line, at)
			}
			for _, c := range chars[line.to:line.next] {
				if c.r != '\n' && !isSpace(c.r) {
					t.Fatalf("%q is not drawn", c.r)
				}
			}
			at = line.next
		}
		if at != len(chars) {
			t.Fatalf("%d of %d characters in lines", at, len(chars))
		}
	})
}

func TestBreakLinesKeepsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chars := setChars(mixedText().Draw(t, "text"))
		width := rapid.Float64Range(1, 40).Draw(t, "width")
		for _, line := range breakLines(chars, width) {
			used, visible := 0.0, 0
			for _, c := range chars[line.from:line.to] {
				used += c.width
				if !unicode.Is(unicode.Mn, c.r) && !isSpace(c.r) {
					visible++
				}
			}
			if used > width+slack && visible > 1 {
				t.Fatalf("line %+v is %v wide, allowed %v", line, used, width)
			}
		}
	})
}

// A forbidden mark may stand at the edge only where no place inside the line
// before it is free of forbidden marks: a run of marks longer than a line.
func TestBreakLinesKeepsMarksFromTheEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := mixedText().Draw(t, "text")
		chars := setChars(text)
		lines := breakLines(chars, rapid.Float64Range(4, 40).Draw(t, "width"))
		for i := 1; i < len(lines); i++ {
			before, line := lines[i-1], lines[i]
			if chars[before.next-1].r == '\n' || line.to == line.from {
				continue
			}
			broken := edgesBreakRule(chars, before, line.from)
			if broken && hasFreePlace(chars, before) {
				t.Fatalf("%q | %q", textOf(chars, before), textOf(chars, line))
			}
		}
	})
}

// edgesBreakRule tells whether the break before at leaves a forbidden mark at
// either side.
func edgesBreakRule(chars []char, before textLine, at int) bool {
	if strings.ContainsRune(forbiddenStart, chars[at].r) {
		return true
	}
	return before.to > before.from && strings.ContainsRune(forbiddenEnd, chars[before.to-1].r)
}

// hasFreePlace tells whether the line could have been broken earlier between two
// ordinary Chinese characters.
func hasFreePlace(chars []char, line textLine) bool {
	for at := line.from + 1; at < line.to; at++ {
		if unicode.Is(unicode.Han, chars[at-1].r) && unicode.Is(unicode.Han, chars[at].r) {
			return true
		}
	}
	return false
}

func textOf(chars []char, line textLine) string {
	var text strings.Builder
	for _, c := range chars[line.from:line.to] {
		text.WriteRune(c.r)
	}
	return text.String()
}

func TestBreakLinesKeepsWordsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.OneOf(
			rapid.StringMatching(`[A-Za-z0-9]{1,12}`),
			rapid.StringOfN(rapid.RuneFrom([]rune("中文字")), 1, 5, -1),
		), 1, 30).Draw(t, "words")
		for _, line := range drawn(strings.Join(words, " "), rapid.Float64Range(12, 40).Draw(t, "width")) {
			for _, part := range strings.Fields(line) {
				if part[0] < 0x80 && !slices.Contains(words, part) {
					t.Fatalf("%q is a piece of a word", part)
				}
			}
		}
	})
}

func FuzzBreakLines(f *testing.F) {
	f.Add("中文，（abc）", 5.0)
	f.Fuzz(func(t *testing.T, text string, width float64) {
		chars := setChars(text)
		at := 0
		for _, line := range breakLines(chars, width) {
			at = line.next
		}
		if at != len(chars) {
			t.Errorf("%d of %d", at, len(chars))
		}
	})
}

func BenchmarkBreakLines(b *testing.B) {
	chars := setChars(strings.Repeat("自2016年参加工作以来，一直从事林业（森林培育）技术工作，主持过report等。", 30))
	for b.Loop() {
		breakLines(chars, 98)
	}
}
