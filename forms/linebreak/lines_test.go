package linebreak

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// widthsOf gives Chinese characters the width 2 and everything up to U+02FF 1.
func widthsOf(text []rune) []float64 {
	widths := make([]float64, len(text))
	for i, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r < 0x300:
			widths[i] = 1
		default:
			widths[i] = 2
		}
	}
	return widths
}

func lines(text []rune, room float64) []Line { return Lines(text, widthsOf(text), room) }

// shown returns the lines as they are printed.
func shown(text string, room float64) []string {
	runes := []rune(text)
	var all []string
	for _, line := range lines(runes, room) {
		all = append(all, string(runes[line.From:line.To]))
	}
	return all
}

func TestLines(t *testing.T) {
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
		{"long word with a hyphen", "General-course hours", 13, []string{"General-", "course hours"}},
		{"long word with hyphens", "a state-of-the-art", 10, []string{"a state-", "of-the-art"}},
		{"long word begins with a hyphen", "-abcdefgh", 4, []string{"-abc", "defg", "h"}},
		{"hyphen in a word that fits", "中文A-4纸", 5, []string{"中文", "A-4纸"}},
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
		{"no break before a no-break space", "中文\u00A0字", 5, []string{"中", "文\u00A0字"}},
		{"a joiner joins", "中👩\u200D👩", 6, []string{"中", "👩\u200D👩"}},
		{"one dash is a connector", "中文字—字", 6, []string{"中文", "字—字"}},
		{"number of a clause", "见条款三（二）1的", 14, []string{"见条款", "三（二）1的"}},
		{"number in an annex", "见附件1-3的", 8, []string{"见", "附件1-3", "的"}},
		{"long number", "中附件2二（一）1中", 15, []string{"中", "附件2二（一）1", "中"}},
		{"number with brackets at the end", "条款三（三）3（1）字", 15, []string{"条款", "三（三）3（1）", "字"}},
		{"half-width brackets", "见条款三(二)1的", 11, []string{"见条款", "三(二)1的"}},
		{"number wider than the line", "三（二）1", 6, []string{"三", "（二）", "1"}},
		{"two numbers", "三（二）1、附件1-3", 11, []string{"三（二）1、", "附件1-3"}},
		{"no number", "有三（三个）字", 4, []string{"有三", "（三", "个）", "字"}},
		{"slash at neither edge", "我/单位/部门", 8, []string{"我/单", "位/部门"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(c.text, c.width); !slices.Equal(got, c.want) {
				t.Errorf("%q at %v:\n got %q\nwant %q", c.text, c.width, got, c.want)
			}
		})
	}
}

// The signs of GB/T 15834—2011 by its clauses, written down apart from the code, and
// half-width ones that people type for them.
const (
	forbiddenStart = "。？！，、；：" + "”’）］〕】｝》〉」』" + "…" + "～" + "·" + "／/" + "．｡､｣.?!,;:)]}-~%"
	forbiddenEnd   = "“‘（［〔【｛《〈「『" + "／/" + "｢([{"
)

func TestSignsKeepFromTheEdges(t *testing.T) {
	for _, sign := range forbiddenStart {
		if got := shown("中文"+string(sign)+"字", 4); strings.HasPrefix(got[1], string(sign)) {
			t.Errorf("%c begins a line: %q", sign, got)
		}
	}
	for _, sign := range forbiddenEnd {
		room := 4 + widthsOf([]rune{sign})[0]
		if got := shown("中文"+string(sign)+"字", room); strings.HasSuffix(got[0], string(sign)) {
			t.Errorf("%c ends a line: %q", sign, got)
		}
	}
}

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

func TestLinesLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(mixedText().Draw(t, "text"))
		at := 0
		for _, line := range lines(text, rapid.Float64Range(1, 40).Draw(t, "width")) {
			if line.From != at || line.To < line.From || line.Next < line.To {
				t.Fatalf("line %+v after %d", line, at)
			}
			for _, c := range text[line.To:line.Next] {
				if c != '\n' && !isSpace(c) {
					t.Fatalf("%q is not drawn", c)
				}
			}
			at = line.Next
		}
		if at != len(text) {
			t.Fatalf("%d of %d characters in lines", at, len(text))
		}
	})
}

func TestLinesKeepsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(mixedText().Draw(t, "text"))
		width := rapid.Float64Range(1, 40).Draw(t, "width")
		widths := widthsOf(text)
		for _, line := range lines(text, width) {
			used, visible := 0.0, 0
			for i, c := range text[line.From:line.To] {
				used += widths[line.From+i]
				if !unicode.Is(unicode.Mn, c) && !isSpace(c) {
					visible++
				}
			}
			if used > width+slack && visible > 1 {
				t.Fatalf("line %+v is %v wide, allowed %v", line, used, width)
			}
		}
	})
}

// A forbidden sign may be at the edge only where no place inside the line
// before it is free of forbidden signs: a run of signs longer than a line.
func TestLinesKeepsSignsFromTheEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(mixedText().Draw(t, "text"))
		lines := lines(text, rapid.Float64Range(4, 40).Draw(t, "width"))
		for i := 1; i < len(lines); i++ {
			before, line := lines[i-1], lines[i]
			if text[before.Next-1] == '\n' || line.To == line.From {
				continue
			}
			broken := edgesBreakRule(text, before, line.From)
			if broken && hasFreePlace(text, before) {
				t.Fatalf("%q | %q", string(text[before.From:before.To]), string(text[line.From:line.To]))
			}
		}
	})
}

// edgesBreakRule tells whether the break before at leaves a forbidden sign at
// either side.
func edgesBreakRule(text []rune, before Line, at int) bool {
	if strings.ContainsRune(forbiddenStart, text[at]) {
		return true
	}
	return before.To > before.From && strings.ContainsRune(forbiddenEnd, text[before.To-1])
}

// hasFreePlace tells whether the line could have been broken earlier between two
// ordinary Chinese characters.
func hasFreePlace(text []rune, line Line) bool {
	for at := line.From + 1; at < line.To; at++ {
		if unicode.Is(unicode.Han, text[at-1]) && unicode.Is(unicode.Han, text[at]) {
			return true
		}
	}
	return false
}

func TestLinesKeepsWordsWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.OneOf(
			rapid.StringMatching(`[A-Za-z0-9]{1,12}`),
			rapid.StringOfN(rapid.RuneFrom([]rune("中文字")), 1, 5, -1),
		), 1, 30).Draw(t, "words")
		for _, line := range shown(strings.Join(words, " "), rapid.Float64Range(12, 40).Draw(t, "width")) {
			for _, part := range strings.Fields(line) {
				if part[0] < 0x80 && !slices.Contains(words, part) {
					t.Fatalf("%q is a piece of a word", part)
				}
			}
		}
	})
}

// A number of a clause is on one line wherever a line has room for it.
func TestLinesKeepsNumbersOfClausesWhole(t *testing.T) {
	number := rapid.StringMatching(`([一二三十]{1,2}（[一二十]{1,2}）|附件[1-9](-[1-9]|[一二]（[一二]）|[一二]))([1-9]{1,2}(（[1-9]）)?)?`)
	words := rapid.StringOfN(rapid.RuneFrom([]rune("中文字，。的")), 1, 20, -1)
	rapid.Check(t, func(t *rapid.T) {
		before, clause, after := words.Draw(t, "before"), number.Draw(t, "number"), words.Draw(t, "after")
		text := before + clause + after
		room := rapid.Float64Range(26, 60).Draw(t, "room")
		if lines := shown(text, room); !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, clause) }) {
			t.Fatalf("%q is cut: %q", clause, lines)
		}
	})
}

func FuzzLines(f *testing.F) {
	f.Add("中文，（abc）", 5.0)
	f.Fuzz(func(t *testing.T, typed string, width float64) {
		text := []rune(typed)
		at := 0
		for _, line := range lines(text, width) {
			at = line.Next
		}
		if at != len(text) {
			t.Errorf("%d of %d", at, len(text))
		}
	})
}

func BenchmarkLines(b *testing.B) {
	text := []rune(strings.Repeat("自2016年参加工作以来，一直从事林业（森林培育）技术工作，主持过report等。", 30))
	widths := widthsOf(text)
	for b.Loop() {
		Lines(text, widths, 98)
	}
}
