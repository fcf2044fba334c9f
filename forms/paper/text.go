package paper

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/width"
)

// WriteText writes a document as plain UTF-8 text with the same words in the same
// order as on paper.
func WriteText(w io.Writer, doc *Document) error {
	out := &textWriter{out: bufio.NewWriter(w), meta: doc.Meta}
	for _, block := range doc.Blocks {
		out.block(block)
	}
	out.identification()
	if err := out.out.Flush(); err != nil {
		return fmt.Errorf("写文本：%w", err)
	}
	return nil
}

// textWriter writes lines; errors stay in the bufio.Writer until Flush.
type textWriter struct {
	out  *bufio.Writer
	meta Meta
}

// line writes a text, its further lines indented like the first.
func (t *textWriter) line(indent int, text string) {
	pad := strings.Repeat(" ", indent)
	for _, one := range strings.Split(readable(text), "\n") {
		_, _ = t.out.WriteString(strings.TrimRight(pad+one, " ") + "\n")
	}
}

// given writes a line unless there is nothing to say.
func (t *textWriter) given(indent int, text string) {
	if text != "" {
		t.line(indent, text)
	}
}

func (t *textWriter) gap() {
	_, _ = t.out.WriteString("\n")
}

func (t *textWriter) block(block Block) {
	switch b := block.(type) {
	case Head:
		t.head(b)
	case Heading:
		t.heading(b)
	case Paragraph:
		t.line(0, b.Text())
	case Finding:
		t.finding(b)
	case TaskList:
		for _, task := range b.Tasks {
			t.task(task)
		}
	case Table:
		t.table(b)
	case KeyValues:
		t.pairs(b.Items)
	case BarChart:
		t.chart(b)
	case Statement:
		t.line(0, b.Text)
	case Signatures:
		t.gap()
		for _, label := range b.Labels {
			t.line(0, label+" ________________    "+t.meta.signatureWords()+" ____________")
		}
	case Clause:
		t.line(0, b.Label)
		t.line(4, b.Text)
	case PageBreak:
	default:
		panic(fmt.Sprintf("paper: no text for %T", block))
	}
}

func (t *textWriter) head(h Head) {
	t.line(0, h.Title)
	t.given(0, h.Subtitle)
	t.pairs(h.Facts)
	t.given(0, h.Note)
	if h.Photo != nil {
		t.given(0, h.Photo.Caption)
	}
}

func (t *textWriter) heading(h Heading) {
	t.gap()
	text := readable(h.Text)
	t.line(0, text)
	if h.Level <= 1 {
		t.line(0, strings.Repeat("-", columns(text)))
	}
}

func (t *textWriter) finding(f Finding) {
	t.line(0, "["+f.Word+"] "+f.Title+bracketed(f.Clause))
	t.given(4, f.Text)
	if f.Remedy != "" {
		t.line(4, t.meta.remedyLabel()+f.Remedy)
	}
}

func (t *textWriter) task(task Task) {
	box := "□ "
	if task.Done {
		box = "√ "
	}
	t.line(0, box+taskLine(task))
	t.given(3, task.Note)
}

// taskLine is what to do, who does it, by when and by which clause.
func taskLine(task Task) string {
	line := task.Title
	for _, part := range []string{task.Who, task.By} {
		if part != "" {
			line += " · " + part
		}
	}
	return line + bracketed(task.Clause)
}

func (t *textWriter) pairs(items []KeyValue) {
	for _, pair := range items {
		switch {
		case strings.HasSuffix(pair.Key, "?"): // a question in English
			t.line(0, pair.Key+" "+pair.Value)
			continue
		case strings.HasSuffix(pair.Key, "？"):
			t.line(0, pair.Key+pair.Value)
			continue
		}
		t.line(0, t.meta.sayf("%s：%s", pair.Key, pair.Value))
	}
}

func (t *textWriter) chart(c BarChart) {
	title := c.Title
	if c.Required > 0 {
		title = t.meta.sayf("%s（%s%s）", c.Title, c.RequiredLabel, t.meta.amount(c.Required, c.Unit))
	}
	t.line(0, title)
	for _, bar := range c.Bars {
		t.line(4, strings.TrimRight(bar.Label+" "+t.meta.amount(bar.Value, c.Unit)+" "+bar.Note, " "))
	}
}

// table writes columns of equal width.
func (t *textWriter) table(table Table) {
	titles := make([]Cell, len(table.Columns))
	for i, column := range table.Columns {
		titles[i].Text = column.Title
	}
	rows := append([][]Cell{titles}, table.Rows...)
	widths := make([]int, len(table.Columns))
	for _, row := range rows {
		for i, cell := range row[:min(len(row), len(widths))] {
			widths[i] = max(widths[i], columns(cellText(cell)))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row[:min(len(row), len(widths))] {
			text := cellText(cell)
			pad := strings.Repeat(" ", widths[i]-columns(text))
			if table.Columns[i].Right {
				line.WriteString(pad + text + "  ")
			} else {
				line.WriteString(text + pad + "  ")
			}
		}
		t.line(0, line.String())
	}
}

func cellText(cell Cell) string {
	return strings.ReplaceAll(readable(cell.Text), "\n", " ")
}

// identification is what the foot of each page says on paper.
func (t *textWriter) identification() {
	t.gap()
	t.line(0, t.meta.Foot())
}

func bracketed(ref Ref) string {
	if ref.Label == "" {
		return ""
	}
	return " 〔" + ref.Label + "〕"
}

// columns is how many columns of a fixed-width screen a text takes.
func columns(text string) int {
	sum := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			sum += 2
		default:
			sum++
		}
	}
	return sum
}

// readable makes a text fit for a text file: valid UTF-8, lines that end in \n,
// control characters shown as U+FFFD.
func readable(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case isLineBreak(r):
			return '\n'
		case r == '\t':
			return r
		case r < ' ', r >= 0x7F && r < 0xA0:
			return '\uFFFD'
		}
		return r
	}, text)
}
