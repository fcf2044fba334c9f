package notice_test

import (
	"strings"
	"testing"
)

// officialText is the text of the shipped notice as its office printed it: without marks.
func officialText(t testing.TB) string {
	t.Helper()
	var text strings.Builder
	for line := range strings.Lines(original(t)["clauses.txt"]) {
		if !strings.HasPrefix(line, "§ ") {
			text.WriteString(line)
		}
	}
	return text.String()
}

// A notice is compared with what somebody copied from the office's page: the page's own
// words around it, breaks and kinds of signs do not count; a word that is another one, or
// that is missing, does.
func TestOfficialTextIsCompared(t *testing.T) {
	text := officialText(t)
	var broken strings.Builder
	for i, r := range []rune(text) {
		if broken.WriteRune(r); i%37 == 36 {
			broken.WriteString("\r\n ")
		}
	}
	for name, row := range map[string]struct{ text, clause, ours, theirs string }{
		"the same":                {text, "", "", ""},
		"with the page around it": {"首页 > 通知公告\n索引号：001\n" + text + "\n打印本页 关闭窗口", "", "", ""},
		"without its number":      {text[strings.Index(text, "关于做好2020年度全市"):], "", "", ""},
		"broken into lines":       {broken.String(), "", "", ""},
		"other signs":             {strings.NewReplacer("（", "(", "）", ")", "，", ",", "“", "\"", "”", "\"", "〔", "[", "〕", "]").Replace(text), "", "", ""},
		"wide digits":             {strings.NewReplacer("2020", "２０２０").Replace(text), "", "", ""},
		"marks without width":     {strings.ReplaceAll(text, "继续教育", "继\u200b续教育"), "", "", ""},
		"another number":          {strings.Replace(text, "每年不少于18学时", "每年不少于20学时", 1), "三（三）2", "不少于18学时", "不少于20学时"},
		"a word more":             {strings.Replace(text, "（二）单位审核。", "（二）单位初步审核。", 1), "四（二）", "（二）单位审核", "（二）单位初步审核"},
		"a word less":             {strings.Replace(text, "延迟2年申报", "延迟申报", 1), "六（二）", "延迟2年申报", "延迟申报"},
		"without its end":         {text[:strings.Index(text, "6.从事专业技术工作中专")], "附件3（二）6", "6.从事专业技术工作中专", ""},
		"another text":            {"关于做好2021年度职称工作的通知", "", "绍市自然资规办〔2020", ""},
		"nothing":                 {"", "", "绍市自然资规办〔2020", ""},
	} {
		m := shipped(t).Against(row.text)
		switch {
		case m == nil && row.ours == "":
		case m == nil || row.ours == "":
			t.Errorf("%s: %+v", name, m)
		case m.Clause != row.clause || !strings.Contains(m.Ours, row.ours) || !strings.Contains(m.Theirs, row.theirs):
			t.Errorf("%s: %s, want %s: %s / %s", name, m.Say(), row.clause, row.ours, row.theirs)
		}
	}
}

// The line of a difference is that of the text which was copied.
func TestLineOfADifference(t *testing.T) {
	text := "首页\n\n" + strings.Replace(officialText(t), "280元", "300元", 1)
	want := 1 + strings.Count(text[:strings.Index(text, "300元")], "\n")
	if m := shipped(t).Against(text); m == nil || m.Line != want || m.Clause != "六（三）" {
		t.Errorf("%+v, want line %d", m, want)
	}
}
