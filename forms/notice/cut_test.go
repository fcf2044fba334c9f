package notice_test

import (
	"regexp"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/notice"
)

// numberOfLine is the number with which a line of the published text begins.
var numberOfLine = regexp.MustCompile(`(?m)^\s*(（[一二三四五六七八九十]+）|[（(]\d+[）)]|\d+[.．、]|[一二三四五六七八九十]+、|[①-⑳])`)

// cutAgain is how many of the shipped clauses a text is cut into, their numbers aside.
func cutAgain(t *testing.T, text string) int {
	t.Helper()
	pattern, err := notice.Folder(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	p, err := notice.Propose("shaoxing-2020", []byte(text), pattern)
	if err != nil {
		t.Fatal(err)
	}
	n, _, _ := notice.Examine(p.Source)
	if n == nil {
		return 0
	}
	bare := func(text string) string { return notice.Squeeze(numberOfLine.ReplaceAllString(text, "")) }
	right := 0
	for _, c := range shipped(t).Clauses() {
		if d, ok := n.Clause(c.ID); ok && bare(c.Text) == bare(d.Text) {
			right++
		}
	}
	return right
}

// brokenAt is a text with its lines broken as a page of that many characters has them.
func brokenAt(text string, width int) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		r := []rune(strings.TrimSpace(line))
		for ; len(r) > width; r = r[width:] {
			out.WriteString(string(r[:width]) + "\n")
		}
		out.WriteString(string(r) + "\n")
	}
	return out.String()
}

// A text that was copied out of a PDF has its lines broken; most clauses are found all
// the same.
func TestBrokenTextIsCut(t *testing.T) {
	text := officialText(t)
	for _, width := range []int{20, 28, 36, 50} {
		right := cutAgain(t, brokenAt(text, width))
		t.Logf("%d characters a line: %d of 98 clauses", width, right)
		if right < 94 {
			t.Errorf("%d characters a line: only %d clauses", width, right)
		}
	}
}

// A text that lost its numbers, as one that Word counted has, is cut by the likeness to
// the pattern, and it is said.
func TestTextWithoutNumbersIsCut(t *testing.T) {
	text := numberOfLine.ReplaceAllString(officialText(t), "")
	if right := cutAgain(t, text); right < 95 {
		t.Errorf("only %d of 98 clauses", right)
	}
	pattern, _ := notice.Folder(assets.Notices(), "shaoxing-2020")
	p, err := notice.Propose("shaoxing-2020", []byte(text+"\n天上的星星不说话，地上的娃娃想妈妈。\n"), pattern)
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(p.Remarks, "\n")
	for _, want := range []string{"原文的编号丢了", "没有编号，和照着写的那份哪一条都不像：“天上的星星"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said in\n%s", want, said)
		}
	}
}
