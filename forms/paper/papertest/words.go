package papertest

import (
	"strconv"

	"zhicheng/forms/paper"
)

// Words are all texts of a document in the order of reading.
func Words(doc *paper.Document) []string {
	var texts []string
	for _, block := range doc.Blocks {
		texts = append(texts, words(block)...)
	}
	return texts
}

func words(block paper.Block) (texts []string) {
	add := func(more ...string) { texts = append(texts, more...) }
	switch b := block.(type) {
	case paper.Head:
		add(b.Title, b.Subtitle)
		add(pairs(b.Facts)...)
		add(b.Note)
		if b.Photo != nil {
			add(b.Photo.Caption)
		}
	case paper.Heading:
		add(b.Text)
	case paper.Paragraph:
		add(b.Text())
	case paper.Finding:
		add(b.Word, b.Title, b.Clause.Label, b.Text)
		if b.Remedy != "" {
			add("怎么办：", b.Remedy)
		}
	case paper.TaskList:
		for _, task := range b.Tasks {
			add(task.Title, task.Note, task.Clause.Label, task.By, task.Who)
		}
	case paper.Table:
		for _, column := range b.Columns {
			add(column.Title)
		}
		for _, row := range b.Rows {
			for _, cell := range row {
				add(cell.Text)
			}
		}
	case paper.KeyValues:
		add(pairs(b.Items)...)
	case paper.BarChart:
		add(b.Title, b.RequiredLabel, figure(b.Required), b.Unit)
		for _, bar := range b.Bars {
			add(bar.Label, figure(bar.Value), b.Unit, bar.Note)
		}
	case paper.Statement:
		add(b.Text)
	case paper.Signatures:
		for _, label := range b.Labels {
			add(label, "日期")
		}
	case paper.Clause:
		add(b.Label, b.Text)
	}
	return texts
}

func pairs(items []paper.KeyValue) []string {
	var texts []string
	for _, pair := range items {
		texts = append(texts, pair.Key, pair.Value)
	}
	return texts
}

func figure(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }
