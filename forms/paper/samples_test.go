package paper_test

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"time"

	"zhicheng/forms/paper"
)

// clauseAnchor is where the sample's annex quotes the hours' clause.
const clauseAnchor = "clause-hours"

func sampleMeta() paper.Meta {
	return paper.Meta{
		Title: "职称申报自查清单", Author: "张𬭎", Program: "职称申报助手 1.0", Notice: "绍市自然资规办〔2020〕25号 第1版",
		File: "张𬭎.zcapp", Made: time.Date(2020, 9, 10, 10, 32, 0, 0, time.UTC),
	}
}

func samplePhoto() *paper.Photo {
	img := image.NewRGBA(image.Rect(0, 0, 600, 840))
	for y := range 840 {
		for x := range 600 {
			shade := color.RGBA{uint8(250 - y/20), uint8(250 - x/12), 245, 255}
			if dx, dy := x-300, y-360; dx*dx+dy*dy < 180*180 {
				shade = color.RGBA{214, 168, 140, 255}
			}
			img.Set(x, y, shade)
		}
	}
	return &paper.Photo{Image: img, Width: 25, Height: 35}
}

// sampleFindings makes n findings of alternating outcomes.
func sampleFindings(n int) []paper.Block {
	kinds := []struct {
		mark paper.Mark
		word string
	}{
		{paper.MarkFail, "不符合"},
		{paper.MarkTodo, "要办"},
		{paper.MarkConfirm, "要问"},
		{paper.MarkMissing, "没填"},
		{paper.MarkPass, "符合"},
		{paper.MarkNotApplicable, "不适用"},
	}
	var blocks []paper.Block
	for i := range n {
		kind := kinds[i%len(kinds)]
		blocks = append(blocks, paper.Finding{
			Mark: kind.mark, Word: kind.word,
			Title:  fmt.Sprintf("%d．2018年一般公需17.5学时，差0.5", i+1),
			Text:   "通知要求每年一般公需科目不少于18学时（含网络学习，以“浙江省专业技术人员继续教育学时登记管理系统”登记为准）。",
			Remedy: "往年能不能补登，通知没有写。请带学时证明问单位。",
			Clause: paper.Ref{"三（三）2", clauseAnchor},
		})
	}
	return blocks
}

// sampleHours is a table of n rows.
func sampleHours(n int) paper.Table {
	table := paper.Table{Columns: []paper.Column{
		{Title: "年度", Share: 12},
		{Title: "科目", Share: 40},
		{Title: "学时", Share: 14, Right: true},
		{Title: "要求", Share: 14, Right: true},
		{Title: "结果", Share: 20},
	}}
	for i := range n {
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: fmt.Sprint(1941 + i)},
			{Text: "一般公需科目" + strings.Repeat("（含网络学习）", i%4)},
			{Text: "17.5"},
			{Text: "18"},
			{Mark: paper.MarkPass, Text: "符合", Bold: true},
		})
	}
	return table
}

// sampleStatement is a text of 1000 characters with blank lines, rare characters
// and Latin words.
func sampleStatement() string {
	const part = "本人自2016年7月参加工作以来，一直从事林业技术工作，主持“珍稀树种𣗋木（Phoebe chekiangensis）容器育苗”等3个项目，获得专利2项；撰写论文《绍兴市森林抚育成效分析》，发表于《浙江林业科技》2019年第4期。\n\n"
	runes := []rune(strings.Repeat(part, 10))
	return string(runes[:1000])
}

// sampleDocument has every kind of block.
func sampleDocument(findings, rows int) *paper.Document {
	blocks := []paper.Block{
		paper.Head{
			Title:    "职称申报自查清单（2020年度·绍兴）",
			Subtitle: "2020年度绍兴市林业工程专业工程师任职资格评审计划",
			Facts: []paper.KeyValue{
				{Key: "姓名", Value: "张𬭎"},
				{Key: "单位", Value: "绍兴市柯桥区林业技术推广中心"},
				{Key: "检查日期", Value: "2020年9月10日"},
				{Key: "依据", Value: "绍市自然资规办〔2020〕25号", Link: clauseAnchor},
			},
			Note:  "本清单由个人自查软件生成，不是官方文件。",
			Photo: samplePhoto(),
		},
		paper.Heading{Level: 1, Text: "有1项不符合通知要求"},
		paper.Paragraph{Runs: []paper.Run{
			{Text: "另有2项没填、3件要办、7件要问。"},
			{Text: "最终以单位和评审机构审核为准。", Bold: true},
			{Text: "按2020年9月10日检查。", Grey: true},
		}},
		paper.Heading{Level: 1, Text: "不符合", Anchor: "fail"},
	}
	blocks = append(blocks, sampleFindings(findings)...)
	blocks = append(
		blocks,
		paper.Heading{Level: 1, Text: "要办的事"},
		paper.TaskList{Tasks: []paper.Task{
			{Title: "补齐2020年6学时", Note: "年度还没结束，请尽快学。", Who: "我", By: "9月23日前", Clause: paper.Ref{"三（三）2", clauseAnchor}},
			{Title: "单位审核业绩档案", Who: "单位", By: "申报之前", Clause: paper.Ref{"附件1-2", ""}, Done: true},
			{Title: "导出评审表，A4，一式3份，盖章", Who: "我、单位、主管部门", By: "10月9日前送到", Clause: paper.Ref{"四（四）", ""}},
		}},
		paper.Heading{Level: 1, Text: "要准备的材料"},
		paper.TaskList{Tasks: []paper.Task{
			{Title: "证件照", Note: "白底，大于215×300像素", Clause: paper.Ref{"附件1-4", ""}},
			{Title: "继续教育证明（逐年）", Clause: paper.Ref{"三（三）", ""}},
		}},
		paper.Heading{Level: 1, Text: "学时"},
		sampleHours(rows),
		paper.BarChart{
			Title: "一般公需科目", Unit: "学时", Required: 18, RequiredLabel: "要求",
			Bars: []paper.Bar{{"2017年", 18, ""}, {"2018年", 17.5, "差0.5"}, {"2019年", 36, ""}, {"2020年", 0, "差18"}},
		},
		paper.Heading{Level: 2, Text: "证件照的数值"},
		paper.KeyValues{Columns: 2, Items: []paper.KeyValue{
			{Key: "格式", Value: "JPEG"},
			{Key: "文件大小", Value: "81,240字节"},
			{Key: "像素", Value: "600×840"},
			{Key: "宽高比", Value: "0.714"},
			{Key: "是否在绍兴从事专业技术工作", Value: "是"},
		}},
		paper.Signatures{Labels: []string{"本人核对", "单位核对"}},
		paper.PageBreak{},
		paper.Heading{Level: 1, Text: "本人述职（1000字）"},
		paper.Statement{Text: sampleStatement()},
		paper.Heading{Level: 1, Text: "引用的条款"},
		paper.Clause{
			Anchor: clauseAnchor, Label: "三（三）2",
			Text: "申报工程师的，2017至2020年每年参加一般公需科目学习不少于18学时。",
		},
	)
	return &paper.Document{Meta: sampleMeta(), Blocks: blocks}
}
