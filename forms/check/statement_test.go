package check_test

import (
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// TestStatementLength holds 附件1-6 at 1000 characters: a character is a code
// point, a line break of CR and LF is one.
func TestStatementLength(t *testing.T) {
	n := shipped(t)
	full := strings.Repeat("字", 999)
	for name, row := range map[string]struct {
		text  string
		want  check.Outcome
		found string
	}{
		"white space alone":        {" \r\n\t　", check.Missing, "还没填"},
		"one":                      {"业", check.Pass, "共1字"},
		"999":                      {full, check.Pass, "共999字"},
		"1000":                     {full + "。", check.Pass, "共1000字"},
		"1001":                     {full + "。。", check.Fail, "共1001字"},
		"1000 with a space":        {full + " 。", check.Confirm, "共1001字（含标点、空格、换行），不含空白1000字"},
		"1000 with a wide space":   {full + "　。", check.Confirm, "不含空白1000字"},
		"1000 with a tab":          {full + "\t。", check.Confirm, "不含空白1000字"},
		"999 and LF":               {full + "\n", check.Pass, "共1000字"},
		"999 and CRLF":             {full + "\r\n", check.Pass, "共1000字"},
		"999 and CR":               {full + "\r", check.Pass, "共1000字"},
		"1000 and CRLF":            {full + "。\r\n", check.Confirm, "共1001字（含标点、空格、换行），不含空白1000字"},
		"1000 and two CRLF":        {full + "。\r\n\r\n", check.Confirm, "共1002字"},
		"1000 and many spaces":     {full + "。" + strings.Repeat(" \n", 500), check.Confirm, "共2000字（含标点、空格、换行），不含空白1000字"},
		"1001 and a space":         {full + "。。 ", check.Fail, "不含空白1001字"},
		"beyond the first plane":   {full + "𠮷", check.Pass, "共1000字"},
		"two beyond it":            {full + "𠮷😀", check.Fail, "共1001字"},
		"a base and its accent":    {full + "e\u0301", check.Fail, "共1001字"},
		"a broken byte counts one": {full + "\xff", check.Pass, "共1000字"},
		"far too long":             {strings.Repeat("长", 5000), check.Fail, "共5000字"},
	} {
		a := passing(t, "FE")
		a.Statement.Text = row.text
		f, _ := check.Run(n, a).Find("statement-length")
		if f.Outcome != row.want || !strings.Contains(f.Found.String(), row.found) {
			t.Errorf("%s: %s (%s), want %s with %q", name, f.Outcome, f.Found, row.want, row.found)
		}
		if a.Statement.Text != row.text {
			t.Errorf("%s: the text was changed", name)
		}
	}
}

func TestStatementSaysHowMuchToCut(t *testing.T) {
	a := passing(t, "FE")
	a.Statement.Text = strings.Repeat("字", 1037)
	f, _ := check.Run(shipped(t), a).Find("statement-length")
	if !strings.Contains(f.Remedy.String(), "删37字") {
		t.Errorf("the remedy is %q", f.Remedy)
	}
}

// What has no room is not counted, but is seen to: it will not be handed in. There may be room
// for it by now, as in a file of somebody else.
func TestOverflowIsSeenTo(t *testing.T) {
	for _, row := range []struct {
		text, over  int
		want        check.Outcome
		found, does string
	}{
		{1000, 0, check.Pass, "共1000字", ""},
		{1000, 3000, check.Todo, "另有3000字没有放进述职，不会提交", "改短"},
		{999, 1, check.Todo, "另有1字没有放进述职，不会提交", "移回述职"},
		{999, 2, check.Todo, "另有2字没有放进述职，不会提交", "改短"},
		{1001, 2, check.Fail, "共1001字", "还要删1字"},
		{0, 2, check.Missing, "", ""},
	} {
		a := passing(t, "FE")
		a.Statement = forms.Statement{Text: strings.Repeat("字", row.text), Overflow: strings.Repeat("字", row.over)}
		f, _ := check.Run(shipped(t), a).Find("statement-length")
		if f.Outcome != row.want || !strings.Contains(f.Found.String(), row.found) || !strings.Contains(f.Remedy.String(), row.does) {
			t.Errorf("%d and %d characters: %s (%s; %s)", row.text, row.over, f.Outcome, f.Found, f.Remedy)
		}
	}
	a := passing(t, "FE")
	a.Statement.Overflow = " \n"
	if f, _ := check.Run(shipped(t), a).Find("statement-length"); f.Outcome != check.Pass {
		t.Errorf("white space that has no room: %s", f.Outcome)
	}
}
