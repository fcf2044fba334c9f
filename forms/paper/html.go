package paper

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"image/jpeg"
	"io"
	"math"
	"slices"
	"strings"
)

//go:embed html.css
var htmlStyle string

// WriteHTML writes a document as one HTML file that needs nothing else: style,
// marks and photo are inside it. It prints on A4.
func WriteHTML(w io.Writer, doc *Document) error {
	out := &htmlWriter{out: bufio.NewWriter(w), meta: doc.Meta}
	out.printf(`<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>%s</title>
<style>
%s</style>
</head>
<body>
`, doc.Meta.tag(), escaped(doc.Meta.Title), htmlStyle)
	for _, block := range doc.Blocks {
		out.block(block)
	}
	out.identification()
	out.printf("</body>\n</html>\n")
	if out.err != nil {
		return fmt.Errorf("写网页：%w", out.err)
	}
	if err := out.out.Flush(); err != nil {
		return fmt.Errorf("写网页：%w", err)
	}
	return nil
}

// htmlWriter writes elements and keeps the first error of its own; the writer's
// errors stay in the bufio.Writer until Flush.
type htmlWriter struct {
	out  *bufio.Writer
	meta Meta
	err  error
}

func (h *htmlWriter) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(h.out, format, args...)
}

func escaped(text string) string {
	return html.EscapeString(readable(text))
}

// linkTo wraps a text in a link if there is an anchor.
func linkTo(text, anchor string) string {
	if anchor == "" || text == "" {
		return escaped(text)
	}
	return `<a href="#` + escaped(anchor) + `">` + escaped(text) + `</a>`
}

// identified is the id attribute of an anchor.
func identified(anchor string) string {
	if anchor == "" {
		return ""
	}
	return ` id="` + escaped(anchor) + `"`
}

func (h *htmlWriter) block(block Block) {
	switch b := block.(type) {
	case Head:
		h.head(b)
	case Heading:
		level := max(2, min(b.Level+1, 3))
		h.printf("<h%d%s>%s</h%d>\n", level, identified(b.Anchor), escaped(b.Text), level)
	case Paragraph:
		h.paragraph(b)
	case Finding:
		h.finding(b)
	case TaskList:
		h.tasks(b)
	case Table:
		h.table(b)
	case KeyValues:
		h.pairs(b.Items, b.Columns)
	case BarChart:
		h.chart(b)
	case Statement:
		h.printf("<div class=\"statement\">%s</div>\n", escaped(b.Text))
	case Signatures:
		for _, label := range b.Labels {
			h.printf("<div class=\"sign\">%s <span></span> %s <span></span></div>\n", escaped(label), h.meta.signatureWords())
		}
	case Clause:
		h.printf("<div class=\"row clause\"%s><p class=\"title\">%s</p><p>%s</p></div>\n",
			identified(b.Anchor), escaped(b.Label), lined(b.Text))
	case PageBreak:
		h.printf("<div class=\"break\"></div>\n")
	default:
		panic(fmt.Sprintf("paper: no HTML for %T", block))
	}
}

// lined keeps the line breaks of a text.
func lined(text string) string {
	return strings.ReplaceAll(escaped(text), "\n", "<br>")
}

func (h *htmlWriter) head(head Head) {
	if head.Photo != nil {
		h.photo(*head.Photo)
	}
	h.printf("<h1>%s</h1>\n", escaped(head.Title))
	if head.Subtitle != "" {
		h.printf("<p class=\"sub\">%s</p>\n", escaped(head.Subtitle))
	}
	h.pairs(head.Facts, 1)
	if head.Note != "" {
		h.printf("<p class=\"grey small\">%s</p>\n", lined(head.Note))
	}
}

func (h *htmlWriter) photo(photo Photo) {
	if photo.Image == nil {
		return
	}
	var encoded bytes.Buffer
	shown := smaller(photo.Image, int(photo.Width*DotsPerMillimetre), int(photo.Height*DotsPerMillimetre))
	if err := jpeg.Encode(&encoded, shown, &jpeg.Options{Quality: photoQuality}); err != nil {
		h.err = fmt.Errorf("照片：%w", err)
		return
	}
	h.printf("<div class=\"photo\"><img alt=\"%s\" style=\"width:%gmm;height:%gmm\" src=\"data:image/jpeg;base64,%s\">%s</div>\n",
		escaped(photo.Caption), photo.Width, photo.Height,
		base64.StdEncoding.EncodeToString(encoded.Bytes()), escaped(photo.Caption))
}

func (h *htmlWriter) paragraph(p Paragraph) {
	class := ""
	if p.Small {
		class = ` class="small"`
	}
	h.printf("<p%s>", class)
	for _, run := range p.Runs {
		text := strings.ReplaceAll(linkTo(run.Text, run.Link), "\n", "<br>")
		switch {
		case run.Bold:
			text = "<b>" + text + "</b>"
		case run.Grey:
			text = `<span class="grey">` + text + "</span>"
		}
		h.printf("%s", text)
	}
	h.printf("</p>\n")
}

func (h *htmlWriter) finding(f Finding) {
	h.printf("<div class=\"row finding\"%s><p class=\"title\">%s %s</p><div><p class=\"title\">%s</p>",
		identified(f.Anchor), markSVG(f.Mark), escaped(f.Word), lined(f.Title))
	if f.Text != "" {
		h.printf("<p class=\"note\">%s</p>", lined(f.Text))
	}
	if f.Remedy != "" {
		h.printf("<p><b>%s</b>%s</p>", h.meta.remedyLabel(), lined(f.Remedy))
	}
	h.printf("</div><p>%s</p></div>\n", linkTo(f.Clause.Label, f.Clause.Anchor))
}

// tasks writes a list to tick; columns that no task needs are left out.
func (h *htmlWriter) tasks(list TaskList) {
	plain := !slices.ContainsFunc(list.Tasks, func(task Task) bool { return task.Who != "" || task.By != "" })
	for _, task := range list.Tasks {
		h.task(task, plain)
	}
}

func (h *htmlWriter) task(task Task, plain bool) {
	class, who := "task", fmt.Sprintf("<p>%s</p><p>%s</p>", escaped(task.Who), escaped(task.By))
	if plain {
		class, who = "plain", ""
	}
	h.printf("<div class=\"row %s\"><p>%s</p><div><p class=\"title\">%s</p>",
		class, svg(drawTickBox(point{0.1, 0.1}, task.Done), tickBoxSize+0.2), lined(task.Title))
	if task.Note != "" {
		h.printf("\n<p class=\"note grey\">%s</p>", lined(task.Note))
	}
	h.printf("</div>%s<p>%s</p></div>\n", who, linkTo(task.Clause.Label, task.Clause.Anchor))
}

func (h *htmlWriter) pairs(items []KeyValue, columns int) {
	if len(items) == 0 {
		return
	}
	class := "pairs"
	if columns > 1 {
		class = "pairs two"
	}
	h.printf("<dl class=\"%s\">\n", class)
	for _, pair := range items {
		h.printf("<dt>%s</dt><dd>%s</dd>\n", escaped(pair.Key), linkTo(pair.Value, pair.Link))
	}
	h.printf("</dl>\n")
}

func (h *htmlWriter) table(table Table) {
	h.printf("<div class=\"table\"><table>\n<thead><tr>")
	for _, column := range table.Columns {
		h.printf("<th%s>%s</th>", alignment(column), escaped(column.Title))
	}
	h.printf("</tr></thead>\n<tbody>\n")
	for _, row := range table.Rows {
		h.printf("<tr>")
		for i, cell := range row[:min(len(row), len(table.Columns))] {
			text := strings.ReplaceAll(linkTo(cell.Text, cell.Link), "\n", "<br>")
			if cell.Bold {
				text = "<b>" + text + "</b>"
			}
			h.printf("<td%s>%s%s</td>", alignment(table.Columns[i]), markSVG(cell.Mark), text)
		}
		h.printf("</tr>\n")
	}
	h.printf("</tbody>\n</table></div>\n")
}

func alignment(column Column) string {
	if column.Right {
		return ` class="right"`
	}
	return ""
}

// chart is a table with a drawn bar in each row.
func (h *htmlWriter) chart(chart BarChart) {
	top := chartTop(chart)
	h.printf("<div class=\"table\"><table>\n<thead><tr><th>%s</th><th style=\"width:60%%\">", escaped(chart.Title))
	if chart.Required > 0 {
		h.printf("%s %s", escaped(chart.RequiredLabel), escaped(h.meta.amount(chart.Required, chart.Unit)))
	}
	h.printf("</th><th></th></tr></thead>\n<tbody>\n")
	for _, bar := range chart.Bars {
		value := 100 * barValue(bar) / top
		line := 100 * math.Max(0, chart.Required) / top
		h.printf("<tr><td>%s</td><td><svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">", escaped(bar.Label))
		h.printf(`<rect width="%.2f" height="10" fill="#5B6673"/>`, value)
		if line > value {
			h.printf(`<rect x="%.2f" width="%.2f" height="10" fill="none" stroke="#5B6673" stroke-width=".6" stroke-dasharray="1 1"/>`, value, line-value)
		}
		h.printf(`<rect x="%.2f" width=".4" height="10" fill="#1F2933"/></svg></td>`, line)
		h.printf("<td><b>%s</b> %s</td></tr>\n", escaped(h.meta.amount(bar.Value, chart.Unit)), escaped(bar.Note))
	}
	h.printf("</tbody>\n</table></div>\n")
}

func (h *htmlWriter) identification() {
	h.printf("<footer>%s</footer>\n", escaped(h.meta.Foot()))
}
