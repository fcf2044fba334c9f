package paper_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhicheng/forms/paper"
)

// trust is what is said of a notice that is not the program's own.
const trust = "绍市自然资规办〔2020〕25号 第1版（不是本软件自带的，制作人自称柳溪）"

func footMeta(author, file, notice string) paper.Meta {
	return paper.Meta{
		Author: author, File: file, Notice: notice, Program: "职称申报助手 1.0.0",
		Made: time.Date(2020, 12, 31, 23, 59, 0, 0, time.UTC),
	}
}

// footLines are the lines of the foot of a page with the given identification, without
// the page number.
func footLines(meta paper.Meta, pages int) []string {
	doc := &paper.Document{Meta: meta}
	for i := range pages {
		if i > 0 {
			doc.Blocks = append(doc.Blocks, paper.PageBreak{})
		}
		doc.Blocks = append(doc.Blocks, paper.Paragraph{Runs: []paper.Run{{Text: "字"}}})
	}
	var lines []string
	for _, box := range paper.Compose(doc, paper.OurFonts()).TextBoxes(pages - 1) {
		if box.Top >= paper.FootTop && !strings.HasPrefix(box.Text, "第") {
			lines = append(lines, box.Text)
		}
	}
	return lines
}

func TestFootTakesOneLine(t *testing.T) {
	const notice = "绍市自然资规办〔2020〕25号 第1版"
	cases := []struct {
		name, author, file, notice string
		pages                      int
		want                       []string // parts that the line has
	}{
		{"short", "张三", "张三.zcapp", notice, 1, []string{"张三 | 张三.zcapp | "}},
		{"the sample", "陈土方", "natural-resources-senior.zcapp", notice, 12, []string{"陈土方 | natural", "…", "-senior | "}},
		{"long file", "张三", strings.Repeat("很长的文件名", 40) + "2020.zcapp", notice, 1, []string{"张三 | 很长的文件", "…", "2020 | "}},
		{"long name", strings.Repeat("阿卜杜热合曼·", 6), "申报.zcapp", notice, 1, []string{"阿卜杜热", "… | 申报 | "}},
		{"both", strings.Repeat("阿卜杜热合曼·", 6), strings.Repeat("narrow-i", 40) + ".zcapp", notice, 99, []string{"阿卜杜热", "… | narr", "…", "i | "}},
		{"nobody's", "", strings.Repeat("很长的文件名", 40), notice, 1, []string{"很长的", "…"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			lines := footLines(footMeta(c.author, c.file, c.notice), c.pages)
			if len(lines) != 1 {
				t.Fatalf("%d lines: %q", len(lines), lines)
			}
			for _, want := range append(c.want, c.notice, "职称申报助手 1.0.0 | 2020年12月31日 23:59 打印") {
				if !strings.Contains(lines[0], want) {
					t.Errorf("%q lacks %q", lines[0], want)
				}
			}
		})
	}
}

// Who made a notice stays on every page, in a second line if need be.
func TestFootKeepsTheTrustWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		author := rapid.StringOfN(rapid.RuneFrom([]rune("阿卜i杜W热")), 0, 60, -1).Draw(t, "author")
		file := rapid.StringOfN(rapid.RuneFrom([]rune("文件ilWm-")), 0, 250, -1).Draw(t, "file")
		lines := footLines(footMeta(author, file, trust), rapid.IntRange(1, 12).Draw(t, "pages"))
		if text := strings.Join(lines, ""); len(lines) > 2 || !strings.Contains(strings.ReplaceAll(text, " ", ""), strings.ReplaceAll(trust, " ", "")) {
			t.Fatalf("%q", lines)
		}
	})
}

// What nothing can be left out of is cut at the end of the second line.
func TestFootIsCut(t *testing.T) {
	lines := footLines(footMeta("张三", "张三.zcapp", strings.Repeat("很长的文号", 60)), 1)
	if len(lines) != 2 || !strings.HasSuffix(lines[1], "…") {
		t.Errorf("foot %q", lines)
	}
}
