package office

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// mark tells spreadsheets that the text is UTF-8.
const mark = "\ufeff"

// Table returns the rows as CSV for spreadsheets: UTF-8 with its mark, lines that end
// with CR LF, and no cell that they would take for a formula.
func Table(rows []Row, language *say.Language) ([]byte, error) {
	out := bytes.NewBufferString(mark)
	w := csv.NewWriter(out)
	w.UseCRLF = true
	head := []say.Text{
		say.F("姓名"), say.F("工作单位"), say.F("评审计划"), say.F("结论"),
		check.Fail.Word(), check.Missing.Word(), check.Todo.Word(), check.Confirm.Word(),
		say.F("下一件事"), say.F("日期"), say.F("读不了的原因"), say.F("文件"),
	}
	line := make([]string, len(head))
	for i, title := range head {
		line[i] = title.In(language)
	}
	_ = w.Write(line) // into memory: the error comes at the end
	for _, r := range rows {
		_ = w.Write(r.cells(language))
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func (r Row) cells(language *say.Language) []string {
	count := func(o check.Outcome) string {
		if !r.Usable() {
			return ""
		}
		return strconv.Itoa(r.Counts[o])
	}
	day := ""
	if r.Next.Day != 0 {
		day = r.Next.Day.String()
	}
	cells := []string{
		r.Name, r.Unit, r.Plan.In(language), r.Verdict.In(language),
		count(check.Fail), count(check.Missing), count(check.Todo), count(check.Confirm),
		r.Next.What.In(language), day, r.Trouble.In(language), r.Path,
	}
	for i, cell := range cells {
		cells[i] = harmless(cell)
	}
	return cells
}

// harmless puts a quotation mark before what a spreadsheet would work out: a name from a
// stranger's file runs nothing. Line ends inside of a cell are spaces.
func harmless(cell string) string {
	cell = strings.Map(func(r rune) rune {
		switch r {
		case '\r', '\n', '\t':
			return ' '
		case 0:
			return -1
		}
		return r
	}, cell)
	if first := strings.TrimLeft(cell, " \u00a0\u3000"); first != "" && strings.ContainsRune("=+-@＝＋－＠|%", []rune(first)[0]) {
		return "'" + cell
	}
	return cell
}
