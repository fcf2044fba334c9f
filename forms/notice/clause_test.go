package notice_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms/notice"
)

// published is the SHA-256 of the notice's text as it was published.
const published = "fe2396a6225f814d3842e0ecbe27955322d24eb3837c468c270c4f611d1dd7c1"

// material is where the original text and its reading lie, if they are there.
const material = "../../../shared/"

// withoutMarks is clauses.txt without the lines that name the clauses.
func withoutMarks(t *testing.T) string {
	t.Helper()
	data, err := fs.ReadFile(assets.Notices(), "shaoxing-2020/clauses.txt")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, line := range strings.SplitAfter(string(data), "\n") {
		if !strings.HasPrefix(line, "§ ") {
			text.WriteString(line)
		}
	}
	return text.String()
}

func TestClausesAreThePublishedText(t *testing.T) {
	text := withoutMarks(t)
	sum := sha256.Sum256([]byte(text))
	if got := hex.EncodeToString(sum[:]); got != published {
		t.Errorf("the text without marks has the hash %s", got)
	}
}

func TestClausesAreTheOriginal(t *testing.T) {
	original, err := os.ReadFile(material + "notice/shaoxing-2020.txt")
	if err != nil {
		t.Skipf("没有原文，没有逐字对照：%v", err)
	}
	if text := withoutMarks(t); text != string(original) {
		t.Error("clauses.txt without its marks is not the original, byte for byte")
	}
}

var (
	quoted    = regexp.MustCompile(`「([^」]+)」`)
	readPart  = regexp.MustCompile(`(?s)\n# Part A\..*?\n# Part D\.`)
	defective = regexp.MustCompile(`(?m)^\| X24 \|.*$`) // lists typing slips, not phrases
)

// Every phrase that the reading of the rules quotes stands in the notice.
func TestReadingQuotesTheNotice(t *testing.T) {
	reading, err := os.ReadFile(material + "rules.md")
	if err != nil {
		t.Skipf("没有逐条解读，没有核对引文：%v", err)
	}
	part := defective.ReplaceAllString(readPart.FindString(string(reading)), "")
	text := notice.Squeeze(withoutMarks(t))
	quotes := quoted.FindAllStringSubmatch(part, -1)
	if len(quotes) < 150 {
		t.Fatalf("only %d quotes found", len(quotes))
	}
	for _, quote := range quotes {
		for _, piece := range strings.Split(quote[1], "…") {
			if !strings.Contains(text, notice.Squeeze(piece)) {
				t.Errorf("the notice does not say %q", piece)
			}
		}
	}
}

func TestClauses(t *testing.T) {
	n := shipped(t)
	for id, text := range map[string]string{
		"文号":          "绍市自然资规办〔2020〕25号",
		"六（三）":        "（三）收费标准：申报自然资源工程专业高级工程师需要交纳高评委评审费280元。",
		"三（八）2（4）":    "（4）通过高技能人才方式申报的;",
		"附件3（一）1（2）④": "④能够指导助理工程师的工作和学习。",
		"附件3":         "附件3:\n绍兴市林业专业中级工程师申报条件",
		"附件3（一）1":     "1.具备下列部门之一的条件",
		"三（八）1（2）":    "（2）后学历（或学位）取得时间不满2年的；",
		"附件3（一）1（1）①": "①基本掌握现代生产管理和技术管理的方法，有独立解决比较复杂的技术问题的能力。",
	} {
		if clause, ok := n.Clause(id); !ok || clause.Text != text || clause.ID != id {
			t.Errorf("%s says %q, want %q", id, clause.Text, text)
		}
	}
	// 六（二） goes on after its four numbers.
	if clause, _ := n.Clause("六（二）"); !strings.HasPrefix(clause.Text, "（二）申报纪律。") || !strings.HasSuffix(clause.Text, "延迟2年申报。") {
		t.Errorf("六（二） says %q", clause.Text)
	}
	if _, ok := n.Clause("五"); ok {
		t.Error("the notice has no section 五")
	}
	seen := map[string]bool{}
	for _, clause := range n.Clauses() {
		if seen[clause.ID] || clause.Text == "" || strings.ContainsRune(clause.Text, '§') {
			t.Errorf("clause %q says %q", clause.ID, clause.Text)
		}
		seen[clause.ID] = true
	}
	if len(seen) < 80 {
		t.Errorf("only %d clauses", len(seen))
	}
}

// The returned list is the caller's own.
func TestClausesAreNotShared(t *testing.T) {
	n := shipped(t)
	n.Clauses()[0].Text = "x"
	if n.Clauses()[0].Text == "x" {
		t.Error("a caller can change the notice's text")
	}
}

func TestSqueeze(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "字数": "字数", " 格式为JPG \n\n或JPEG　格式\t": "格式为JPG或JPEG格式", "a\u00a0b\u2003c\r\n": "abc",
	} {
		if got := notice.Squeeze(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
