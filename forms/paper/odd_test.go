package paper_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms/paper"
)

// longName has forty characters, among them one beyond the BMP.
const longName = "阿卜杜热合曼·买买提依明·艾则孜汗·吐尔逊古丽·努尔买买提江·𬭎喆𫍯图尔荪阿依慕"

// oddText has one of everything that gofpdf or a font stumbles over.
const oddText = "制表\t符\r\n换行\r回车\n全角　空格\u00A0不断\u2003宽空格\u200B零宽\uFEFF标记\u00AD连字🙂表情\U000E0041标签\uE000私用\u0007响铃\x00空字节\xFF\xFE坏字节é组合e\u0301字"

// namesDocument prints characters beyond the BMP that the fonts have, hundreds of them:
// what gofpdf does with a font takes the square of their number.
func namesDocument(t testing.TB) *paper.Document {
	t.Helper()
	var some []rune
	for i, r := range beyondTheBMP() {
		if i%6 == 0 {
			some = append(some, r)
		}
	}
	all := string(some)
	meta := sampleMeta()
	meta.Title, meta.Author = "𬭎𫍯𫖮", longName
	return &paper.Document{Meta: meta, Blocks: []paper.Block{
		paper.Head{Title: "𬭎𫍯𫖮", Subtitle: longName, Facts: []paper.KeyValue{{Key: "姓名", Value: longName}}, Photo: samplePhoto()},
		paper.Heading{Level: 1, Text: "𬭎的标题"},
		paper.Paragraph{Runs: []paper.Run{{Text: all}, {Text: all, Bold: true}}},
		paper.Signatures{Labels: []string{longName}},
	}}
}

// beyondTheBMP are the ideographs beyond U+FFFF that the fonts have.
var beyondTheBMP = sync.OnceValue(func() []rune {
	var planes []rune
	for r := rune(0x20000); r < 0x40000; r++ {
		planes = append(planes, r)
	}
	lacking := make(map[rune]bool)
	for _, u := range paper.OurFonts().Lacking(string(planes)) {
		lacking[u.Rune] = true
	}
	return slices.DeleteFunc(planes, func(r rune) bool { return lacking[r] })
})

// oddDocument has odd text in every place that takes text.
func oddDocument() *paper.Document {
	unbroken := strings.Repeat("abcdefghij0123456789", 30)
	ref := paper.Ref{Label: oddText, Anchor: "nowhere"}
	return &paper.Document{Meta: paper.Meta{Title: oddText, Author: oddText, Program: unbroken, Notice: oddText, File: unbroken}, Blocks: []paper.Block{
		paper.PageBreak{},
		paper.Head{Title: oddText, Subtitle: unbroken, Facts: []paper.KeyValue{{Key: oddText, Value: unbroken}}, Note: oddText, Photo: &paper.Photo{Width: 25, Height: 35, Caption: oddText}},
		paper.Heading{Level: 2, Text: oddText, Anchor: "here"},
		paper.Heading{Level: 9, Text: unbroken, Anchor: "here"},
		paper.Heading{Text: "\u200B"},
		paper.Paragraph{},
		paper.Paragraph{Runs: []paper.Run{{Text: oddText}, {Text: unbroken, Link: "here"}}, Small: true},
		paper.Finding{Mark: paper.MarkFail, Word: oddText, Title: unbroken, Text: oddText, Remedy: oddText, Clause: ref},
		paper.Finding{},
		paper.TaskList{Tasks: []paper.Task{{Title: oddText, Note: unbroken, Who: oddText, By: unbroken, Clause: ref}, {}}},
		paper.Table{},
		paper.Table{
			Columns: []paper.Column{{Title: oddText}, {Title: unbroken, Right: true}},
			Rows:    [][]paper.Cell{{{Text: unbroken, Mark: paper.MarkPass}, {Text: oddText}, {Text: "one too many"}}, {}, {{Text: strings.Repeat(oddText, 30)}}},
		},
		paper.KeyValues{},
		paper.KeyValues{Columns: 3, Items: []paper.KeyValue{{Key: oddText, Value: unbroken}, {Key: unbroken, Value: oddText}, {}}},
		paper.BarChart{},
		paper.BarChart{Title: oddText, Unit: oddText, RequiredLabel: unbroken, Required: -1, Bars: []paper.Bar{{oddText, -3, unbroken}}},
		paper.Statement{},
		paper.Statement{Text: oddText},
		paper.Signatures{},
		paper.Signatures{Labels: []string{oddText, "\u200B", unbroken}},
		paper.Clause{Anchor: "clause", Label: unbroken, Text: strings.Repeat(oddText, 100)},
		paper.PageBreak{},
	}}
}

// randomDocument mixes blocks of random texts.
func randomDocument() *rapid.Generator[*paper.Document] {
	return rapid.Custom(func(t *rapid.T) *paper.Document {
		doc := &paper.Document{Meta: paper.Meta{Title: anyText().Draw(t, "title"), Author: anyText().Draw(t, "author")}}
		doc.Blocks = rapid.SliceOfN(randomBlock(), 0, 12).Draw(t, "blocks")
		return doc
	})
}

// anyText mixes Chinese with its marks, words, numbers and whatever else can be typed.
func anyText() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.StringOfN(rapid.RuneFrom([]rune("中文字学时，。、；：（《“”》）——…… 　\n\u00A0")), 1, 12, -1),
		rapid.StringMatching(`[A-Za-z0-9.,()/:-]{1,30}`),
		rapid.SampledFrom([]string{oddText, longName, "e\u0301", "’", "\n\n"}),
		rapid.String(),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 12), func(parts []string) string { return strings.Join(parts, "") })
}

func randomBlock() *rapid.Generator[paper.Block] {
	return rapid.Custom(func(t *rapid.T) paper.Block {
		text := func() string { return anyText().Draw(t, "text") }
		texts := func() []string { return rapid.SliceOfN(anyText(), 0, 30).Draw(t, "texts") }
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return paper.Head{Title: text(), Subtitle: text(), Facts: randomPairs(t), Note: text(), Photo: &paper.Photo{Width: 25, Height: 35, Caption: text()}}
		case 1:
			return paper.Heading{Level: rapid.IntRange(0, 3).Draw(t, "level"), Text: text(), Anchor: "a"}
		case 2:
			return paper.Paragraph{Runs: []paper.Run{{Text: text()}, {Text: text(), Bold: true}, {Text: text(), Link: "a"}}}
		case 3:
			return paper.Finding{Mark: paper.Mark(rapid.IntRange(0, 6).Draw(t, "mark")), Word: "不适用", Title: text(), Text: text(), Remedy: text(), Clause: paper.Ref{text(), "a"}}
		case 4:
			return paper.TaskList{Tasks: []paper.Task{{Title: text(), Note: text(), Who: text(), By: text()}, {Title: text()}}}
		case 5:
			table := paper.Table{Columns: []paper.Column{{Title: text(), Share: 1}, {Title: text(), Share: 2}, {Title: text(), Share: 1, Right: true}}}
			for _, one := range texts() {
				table.Rows = append(table.Rows, []paper.Cell{{Text: one}, {Mark: paper.MarkPass, Text: text()}, {Text: text(), Bold: true}})
			}
			return table
		case 6:
			return paper.KeyValues{Columns: rapid.IntRange(0, 2).Draw(t, "columns"), Items: randomPairs(t)}
		case 7:
			return paper.BarChart{Title: text(), Unit: text(), RequiredLabel: text(), Required: rapid.Float64().Draw(t, "required"), Bars: []paper.Bar{{text(), rapid.Float64().Draw(t, "value"), text()}}}
		case 8:
			return paper.Statement{Text: text()}
		default:
			return paper.Clause{Anchor: "a", Label: text(), Text: text()}
		}
	})
}

func randomPairs(t *rapid.T) []paper.KeyValue {
	var pairs []paper.KeyValue
	for range rapid.IntRange(0, 5).Draw(t, "pairs") {
		pairs = append(pairs, paper.KeyValue{Key: anyText().Draw(t, "key"), Value: anyText().Draw(t, "value")})
	}
	return pairs
}
