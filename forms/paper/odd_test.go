package paper

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/assets"
)

// longName has forty characters, among them one beyond the BMP.
const longName = "阿卜杜热合曼·买买提依明·艾则孜汗·吐尔逊古丽·努尔买买提江·𬭎喆𫍯图尔荪阿依慕"

// oddText has one of everything that gofpdf or a font stumbles over.
const oddText = "制表\t符\r\n换行\r回车\n全角　空格\u00A0不断\u2003宽空格\u200B零宽\uFEFF标记\u00AD连字🙂表情\U000E0041标签\uE000私用\u0007响铃\x00空字节\xFF\xFE坏字节é组合e\u0301字"

// namesDocument prints every character beyond the BMP that the fonts have.
func namesDocument(t testing.TB) *Document {
	t.Helper()
	table, err := assets.PrivateRunes()
	if err != nil {
		t.Fatal(err)
	}
	set := make(map[rune]bool)
	for character := range table {
		set[character] = true
	}
	all := string(sortedRunes(set))
	meta := sampleMeta()
	meta.Title, meta.Author = "𬭎𫍯𫖮", longName
	return &Document{Meta: meta, Blocks: []Block{
		Head{Title: "𬭎𫍯𫖮", Subtitle: longName, Facts: []KeyValue{{Key: "姓名", Value: longName}}, Photo: samplePhoto()},
		Heading{Level: 1, Text: "𬭎的标题"},
		Paragraph{Runs: []Run{{Text: all}, {Text: all, Bold: true}}},
		Signatures{Labels: []string{longName}},
	}}
}

// oddDocument has odd text in every place that takes text.
func oddDocument() *Document {
	unbroken := strings.Repeat("abcdefghij0123456789", 30)
	ref := Ref{Label: oddText, Anchor: "nowhere"}
	return &Document{Meta: Meta{Title: oddText, Author: oddText, Program: unbroken, Notice: oddText, File: unbroken}, Blocks: []Block{
		PageBreak{},
		Head{Title: oddText, Subtitle: unbroken, Facts: []KeyValue{{Key: oddText, Value: unbroken}}, Note: oddText, Photo: &Photo{Width: 25, Height: 35, Caption: oddText}},
		Heading{Level: 2, Text: oddText, Anchor: "here"},
		Heading{Level: 9, Text: unbroken, Anchor: "here"},
		Heading{Text: "\u200B"},
		Paragraph{},
		Paragraph{Runs: []Run{{Text: oddText}, {Text: unbroken, Link: "here"}}, Small: true},
		Finding{Mark: MarkFail, Word: oddText, Title: unbroken, Text: oddText, Remedy: oddText, Clause: ref},
		Finding{},
		TaskList{Tasks: []Task{{Title: oddText, Note: unbroken, Who: oddText, By: unbroken, Clause: ref}, {}}},
		Table{},
		Table{
			Columns: []Column{{Title: oddText}, {Title: unbroken, Right: true}},
			Rows:    [][]Cell{{{Text: unbroken, Mark: MarkPass}, {Text: oddText}, {Text: "one too many"}}, {}, {{Text: strings.Repeat(oddText, 30)}}},
		},
		KeyValues{},
		KeyValues{Columns: 3, Items: []KeyValue{{Key: oddText, Value: unbroken}, {Key: unbroken, Value: oddText}, {}}},
		BarChart{},
		BarChart{Title: oddText, Unit: oddText, RequiredLabel: unbroken, Required: -1, Bars: []Bar{{oddText, -3, unbroken}}},
		Statement{},
		Statement{Text: oddText},
		Signatures{},
		Signatures{Labels: []string{oddText, "\u200B", unbroken}},
		Clause{Anchor: "clause", Label: unbroken, Text: strings.Repeat(oddText, 100)},
		PageBreak{},
	}}
}

// randomDocument mixes blocks of random texts.
func randomDocument() *rapid.Generator[*Document] {
	return rapid.Custom(func(t *rapid.T) *Document {
		doc := &Document{Meta: Meta{Title: anyText().Draw(t, "title"), Author: anyText().Draw(t, "author")}}
		doc.Blocks = rapid.SliceOfN(randomBlock(), 0, 12).Draw(t, "blocks")
		return doc
	})
}

func anyText() *rapid.Generator[string] {
	return rapid.OneOf(mixedText(), rapid.String(), rapid.SampledFrom([]string{"", oddText, longName}))
}

func randomBlock() *rapid.Generator[Block] {
	return rapid.Custom(func(t *rapid.T) Block {
		text := func() string { return anyText().Draw(t, "text") }
		texts := func() []string { return rapid.SliceOfN(anyText(), 0, 30).Draw(t, "texts") }
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return Head{Title: text(), Subtitle: text(), Facts: randomPairs(t), Note: text(), Photo: &Photo{Width: 25, Height: 35, Caption: text()}}
		case 1:
			return Heading{Level: rapid.IntRange(0, 3).Draw(t, "level"), Text: text(), Anchor: "a"}
		case 2:
			return Paragraph{Runs: []Run{{Text: text()}, {Text: text(), Bold: true}, {Text: text(), Link: "a"}}}
		case 3:
			return Finding{Mark: Mark(rapid.IntRange(0, 6).Draw(t, "mark")), Word: "不适用", Title: text(), Text: text(), Remedy: text(), Clause: Ref{text(), "a"}}
		case 4:
			return TaskList{Tasks: []Task{{Title: text(), Note: text(), Who: text(), By: text()}, {Title: text()}}}
		case 5:
			table := Table{Columns: []Column{{Title: text(), Share: 1}, {Title: text(), Share: 2}, {Title: text(), Share: 1, Right: true}}}
			for _, one := range texts() {
				table.Rows = append(table.Rows, []Cell{{Text: one}, {Mark: MarkPass, Text: text()}, {Text: text(), Bold: true}})
			}
			return table
		case 6:
			return KeyValues{Columns: rapid.IntRange(0, 2).Draw(t, "columns"), Items: randomPairs(t)}
		case 7:
			return BarChart{Title: text(), Unit: text(), RequiredLabel: text(), Required: rapid.Float64().Draw(t, "required"), Bars: []Bar{{text(), rapid.Float64().Draw(t, "value"), text()}}}
		case 8:
			return Statement{Text: text()}
		default:
			return Clause{Anchor: "a", Label: text(), Text: text()}
		}
	})
}

func randomPairs(t *rapid.T) []KeyValue {
	var pairs []KeyValue
	for range rapid.IntRange(0, 5).Draw(t, "pairs") {
		pairs = append(pairs, KeyValue{Key: anyText().Draw(t, "key"), Value: anyText().Draw(t, "value")})
	}
	return pairs
}
