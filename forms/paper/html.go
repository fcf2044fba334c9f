package paper

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image/jpeg"
	"io"
	"math"
	"slices"
	"strings"
)

// WriteHTML writes a document as one HTML file that needs nothing else: style,
// marks and photo are inside it. It prints on A4.
func WriteHTML(w io.Writer, doc *Document) error {
	out := &htmlWriter{out: bufio.NewWriter(w)}
	out.printf(`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>%s</title>
<style>%s</style>
</head>
<body>
`, escaped(doc.Meta.Title), htmlStyle)
	for _, block := range doc.Blocks {
		out.block(block)
	}
	out.identification(doc.Meta)
	out.printf("</body>\n</html>\n")
	if out.err != nil {
		return fmt.Errorf("写网页：%w", out.err)
	}
	if err := out.out.Flush(); err != nil {
		return fmt.Errorf("写网页：%w", err)
	}
	return nil
}

const htmlStyle = `
@page { size: A4; margin: 18mm }
body { font: 10pt/1.5 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif; color: #1F2933; max-width: 174mm; margin: 8mm auto; padding: 0 3mm; overflow-wrap: anywhere; line-break: strict }
h1 { font-size: 16pt; margin: 0 } h2 { font-size: 12.5pt; border-bottom: .2mm solid #B4BCC6; margin: 6mm 0 1mm; break-after: avoid } h3 { font-size: 10pt; margin: 3mm 0 1mm; break-after: avoid }
p { margin: 2mm 0 } h2 + p, h3 + p { break-after: avoid } .sub { font-size: 11pt; font-weight: bold; margin: 0 0 1mm } .grey, dt { color: #5B6673 } .small, .note, table, .pairs, .clause, .photo { font-size: 8.5pt }
a { color: #1F5FBF; text-decoration: none; white-space: nowrap } .photo { float: right; margin: 0 0 3mm 6mm; text-align: center } .photo img { border: .15mm solid #B4BCC6; display: block }
.row { display: grid; gap: 0 3mm; border-bottom: .1mm solid #B4BCC6; padding: .7mm 0; break-inside: avoid } .row p { margin: 0 } .title { font-weight: bold }
.finding { grid-template-columns: 19mm 1fr 27mm } .task { grid-template-columns: 5mm 1fr 21mm 27mm 24mm } .plain { grid-template-columns: 5mm 1fr 27mm } .plain .title, .plain .note { display: inline } .plain .note { margin-left: 3mm } .clause { grid-template-columns: 27mm 1fr; border: 0 }
svg.mark { width: 3.5mm; height: 3.5mm; vertical-align: -.5mm; margin-right: 1mm } svg.bar { width: 100%; height: 3.4mm; display: block }
table { border-collapse: collapse; width: 100% } th { text-align: left; border-bottom: .3mm solid #1F2933 } td { border-bottom: .1mm solid #B4BCC6; vertical-align: top } td, th { padding: .5mm 3mm .5mm 0 } td:first-child { min-width: 24mm } td:has(> .mark) { white-space: nowrap } .right { text-align: right } tr { break-inside: avoid }
.pairs { display: grid; grid-template-columns: max-content 1fr; gap: .3mm 4mm; margin: 2mm 0 } .two { grid-template-columns: auto 1fr auto 1fr } dd { margin: 0; white-space: pre-wrap }
.statement { white-space: pre-wrap } .break { break-before: page } .sign { display: inline-block; width: 47%; margin: 9mm 2% 0 0; break-before: avoid } .sign span { display: inline-block; border-bottom: .2mm solid #1F2933; width: 22mm }
footer { margin-top: 4mm; border-top: .15mm solid #B4BCC6; font-size: 7.5pt; color: #5B6673; break-before: avoid }
@media (max-width: 150mm) { .finding, .task, .plain, .clause { grid-template-columns: 6mm 1fr } .finding > p:first-child, .task > p:first-child, .plain > p:first-child { grid-column: 1 } .finding { grid-template-columns: 1fr } .task > :nth-child(n+2), .plain > :nth-child(n+2) { grid-column: 2 } .clause { grid-template-columns: 1fr } .task.head { display: none } .two { grid-template-columns: max-content 1fr } .table { overflow-x: auto } }
@media print { body { margin: 0; padding: 0 } }
`

// htmlWriter writes elements and keeps the first error of its own; the writer's
// errors stay in the bufio.Writer until Flush.
type htmlWriter struct {
	out *bufio.Writer
	err error
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
			h.printf("<div class=\"sign\">%s <span></span> %s <span></span></div>\n", escaped(label), signatureWords)
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
		h.printf("<p><b>%s</b>%s</p>", remedyLabel, lined(f.Remedy))
	}
	h.printf("</div><p>%s</p></div>\n", linkTo(f.Clause.Label, f.Clause.Anchor))
}

// tasks writes a list to tick; columns that no task needs are left out.
func (h *htmlWriter) tasks(list TaskList) {
	if b := list.Header; b != (Task{}) {
		h.printf("<div class=\"row task head small grey\"><p></p><p>%s</p><p>%s</p><p>%s</p><p>%s</p></div>\n",
			escaped(b.Title), escaped(b.Who), escaped(b.By), escaped(b.Clause.Label))
	}
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
		h.printf("%s %s%s", escaped(chart.RequiredLabel), figure(chart.Required), escaped(chart.Unit))
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
		h.printf("<td><b>%s%s</b> %s</td></tr>\n", figure(bar.Value), escaped(chart.Unit), escaped(bar.Note))
	}
	h.printf("</tbody>\n</table></div>\n")
}

func (h *htmlWriter) identification(meta Meta) {
	h.printf("<footer>%s</footer>\n", escaped(meta.Foot()))
}

// markSVG is a mark as an inline drawing.
func markSVG(mark Mark) string {
	if mark == NoMark {
		return ""
	}
	return svg(drawMark(mark, point{markRadius, markRadius}, markRadius), 2*markRadius)
}

// svg turns drawn items into an inline drawing of the given size.
func svg(items []item, size float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="mark" viewBox="0 0 %g %g" aria-hidden="true">`, size, size)
	for _, drawn := range items {
		switch d := drawn.(type) {
		case disc:
			fmt.Fprintf(&b, `<circle cx="%.3f" cy="%.3f" r="%.3f" %s/>`, d.centre.x, d.centre.y, d.radius, paint(d.ink, d.width))
		case frame:
			fmt.Fprintf(&b, `<rect x="%.3f" y="%.3f" width="%.3f" height="%.3f" %s/>`, d.at.x, d.at.y, d.w, d.h, paint(d.ink, d.width))
		case stroke:
			b.WriteString(`<polyline points="`)
			for _, p := range d.points {
				fmt.Fprintf(&b, "%.3f,%.3f ", p.x, p.y)
			}
			fmt.Fprintf(&b, `" stroke-linecap="round" stroke-linejoin="round" %s/>`, paint(d.ink, d.width))
		}
	}
	b.WriteString("</svg>")
	return b.String()
}

// paint is the attributes of a filled shape, or of a line with a width.
func paint(ink colour, width float64) string {
	if width == 0 {
		return fmt.Sprintf(`fill="#%02X%02X%02X"`, ink[0], ink[1], ink[2])
	}
	return fmt.Sprintf(`fill="none" stroke="#%02X%02X%02X" stroke-width="%.3f"`, ink[0], ink[1], ink[2], width)
}
