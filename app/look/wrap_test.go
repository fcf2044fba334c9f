package look

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// monospaced counts a Chinese character as two.
func monospaced(s string) float32 {
	var n float32
	for _, r := range s {
		n++
		if r > 0x2E7F || strings.ContainsRune("“”‘’…—", r) {
			n++
		}
	}
	return n
}

func TestWrap(t *testing.T) {
	for _, row := range []struct {
		text  string
		width float32
		want  []string
	}{
		{"", 10, []string{""}},
		{"一二三四五", 10, []string{"一二三四五"}},
		{"一二三四五六", 10, []string{"一二三四五", "六"}},
		{"一二三四五，六", 10, []string{"一二三四", "五，六"}},
		{"一二三四（五六）", 10, []string{"一二三四", "（五六）"}},
		{"甲\n乙", 10, []string{"甲", "乙"}},
		{"甲\n\n乙", 10, []string{"甲", "", "乙"}},
		{"hello wide world", 10, []string{"hello wide", "world"}},
		{"abcdefghijklmn", 10, []string{"abcdefghij", "klmn"}},
		{"要求18学时", 6, []string{"要求18", "学时"}},
		{"填2016-12-31吧", 12, []string{"填2016-12-31", "吧"}},
	} {
		if got := wrap(row.text, row.width, measureBy(2, monospaced)); !slices.Equal(got, row.want) {
			t.Errorf("wrap(%q, %v) = %q, want %q", row.text, row.width, got, row.want)
		}
	}
}

func TestWrapKeepsEveryCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("一二三，。（）“”a b1.\n"))).Draw(t, "text")
		width := rapid.Float32Range(2, 40).Draw(t, "width")
		lines := wrap(text, width, measureBy(2, monospaced))
		if got, want := squeeze(strings.Join(lines, "")), squeeze(text); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// Every character is in exactly one line, and only line ends are in none.
func TestLinesHoldEveryCharacter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := []rune(rapid.StringOf(rapid.RuneFrom([]rune("一，（a 1\n\u0301"))).Draw(t, "text"))
		next := 0
		for i, line := range measureBy(2, monospaced).Break(text, rapid.Float32Range(1, 20).Draw(t, "width")) {
			if i > 0 && line.From == next+1 && text[next] == '\n' {
				next++
			}
			if line.From != next || line.To < line.From {
				t.Fatalf("after %d comes %v", next, line)
			}
			next = line.To
		}
		if next != len(text) {
			t.Fatalf("%d of %d characters are in lines", next, len(text))
		}
	})
}

// What a line costs does not grow with the text.
func TestBreakingMeasuresEachCharacterOnce(t *testing.T) {
	asked := 0
	m := measureBy(2, func(s string) float32 { asked++; return monospaced(s) })
	for range 3 {
		m.Break([]rune(strings.Repeat("甲aé—。 ", 5000)), 60)
	}
	if asked > 5 {
		t.Errorf("the toolkit was asked %d times for the widths of 6 characters", asked)
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
