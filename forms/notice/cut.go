package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A cutter finds the clauses of a published text by the text's own numbers. It is a
// proposal: whoever makes the notice goes over the marks.
type cutter struct {
	blocks  []block
	at      map[string]int
	stack   []step
	ids     []string // of the stack
	root    string   // the annex, "" in the body
	section string   // head, intro, body, tail, annex or end
	current string
	remarks []string
}

var (
	dayAlone    = regexp.MustCompile(`^\d{4}年\d{1,2}月\d{1,2}日$`)
	printedDay  = regexp.MustCompile(`\d{4}年\d{1,2}月\d{1,2}日\s*印发`)
	numberAlone = regexp.MustCompile(`^[\p{Han}]{2,12}[〔\[（(]\d{4}[〕\]）)](第)?\d+号$`)
	annexTitle  = regexp.MustCompile(`^附\s*件\s*(\d{1,2}|[一二三四五六七八九十])?\s*[：:．.]?\s*(.*)$`)
	planLine    = regexp.MustCompile(`^[（(]?\d{1,2}[）).．、]?\s*[\p{Han}]*\d{4}年度[\p{Han}]{4,60}计划[；;。]?$`)
	// numberedLine is no decimal: 1.申报, and not 0.65.
	numberedLine = regexp.MustCompile(`^\d{1,2}[.．、][^\d\s]`)
	remarkLine   = regexp.MustCompile(`^(注|网址|备注|联系|地址)`)
)

// cutText proposes the clauses of a published text.
func cutText(text string) *cutter {
	c := &cutter{at: map[string]int{}, section: "head"}
	for i, line := range strings.Split(unwrap(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			c.line(i+1, line)
		}
	}
	return c
}

// unwrap joins the lines that a PDF broke: where many lines have the same greatest length.
func unwrap(text string) string {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\n")
	longest, full, near := 0, 0, 0
	size := func(line string) int { return len([]rune(strings.TrimSpace(line))) }
	for _, line := range lines {
		longest = max(longest, size(line))
	}
	for _, line := range lines {
		if size(line) > 0 {
			full++
		}
		if size(line) >= longest-2 {
			near++
		}
	}
	if longest > 60 || near*5 < full {
		return strings.Join(lines, "\n")
	}
	var out []string
	open := false
	for _, line := range lines {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
			continue
		case open && !annexTitle.MatchString(trimmed) && !numbered(trimmed):
			out[len(out)-1] += trimmed
		default:
			out = append(out, trimmed)
		}
		open = size(line) >= longest-2 && !strings.HasSuffix(trimmed, "。") && !strings.HasSuffix(trimmed, "；")
	}
	return strings.Join(out, "\n")
}

// numbered reports whether a line begins with a number that no sentence is broken before.
func numbered(line string) bool {
	return numberedLine.MatchString(line) ||
		slices.ContainsFunc(begins(line), func(s step) bool {
			return s.kind == "（一）" || s.kind == "（1）" || s.kind == "①" || s.kind == "章"
		})
}

// cutLike proposes the clauses of a published text that has lost its numbers, as one that
// was copied out of Word has: each paragraph is the clause of the pattern that it is like,
// in the pattern's order, and what is like none goes on with the one before.
func cutLike(text string, pattern []Clause) *cutter {
	c := &cutter{at: map[string]int{}}
	last := -1
	for i, line := range strings.Split(unwrap(text), "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		best := likest(line, pattern, max(last, 0), last+reach)
		if best < 0 {
			c.remarks = append(c.remarks, fmt.Sprintf("原文第%d行没有编号，和照着写的那份哪一条都不像：“%s”", i+1, excerpt(line)))
			best = max(last, 0)
		}
		last = best
		c.add(pattern[best].ID, line)
	}
	c.remarks = append(c.remarks, "原文的编号丢了（多半是Word的自动编号），条款号是照那一份猜的：最好从官网网页重新复制")
	return c
}

// likest is which clause of a pattern, from one up to before another, has the line that a
// line is most like; -1 where it is like none.
func likest(line string, pattern []Clause, from, to int) (best int) {
	best, like := -1, alike
	for k := from; k < min(len(pattern), to); k++ {
		for own := range strings.Lines(pattern[k].Text) {
			if now := likeness(line, withoutNumber(own)); now > like {
				best, like = k, now
			}
		}
	}
	return best
}

// reach is how many clauses of the pattern a text may leave out between two paragraphs.
const reach = 12

// withoutNumber is a line without the number that it begins with.
func withoutNumber(line string) string {
	line = strings.TrimSpace(line)
	for _, k := range stepKinds {
		if at := k.begin.FindStringIndex(line); at != nil && k.kind != "附件" {
			return line[at[1]:]
		}
	}
	return line
}

// numbers is how many lines of a text begin with a number.
func numbers(text string) int {
	count := 0
	for line := range strings.Lines(text) {
		if len(begins(line)) > 0 {
			count++
		}
	}
	return count
}

func (c *cutter) add(id, line string) {
	if len(c.blocks) == 0 || c.blocks[len(c.blocks)-1].id != id {
		c.blocks = append(c.blocks, block{id: id})
	}
	c.at[id] = len(c.blocks) - 1
	last := &c.blocks[len(c.blocks)-1]
	last.lines = append(last.lines, line)
	c.current = id
}

func isSection(line string) bool {
	return slices.ContainsFunc(begins(line), func(s step) bool { return s.kind == "一" || s.kind == "章" })
}

func (c *cutter) line(n int, line string) {
	if c.head(line) || c.annex(line) {
		return
	}
	switch c.section {
	case "tail":
		c.add(footer, line)
	case "end":
		c.add("印发", line)
	default:
		c.body(n, line)
	}
}

// head takes what is before the first section: number, title, introduction.
func (c *cutter) head(line string) bool {
	_, titled := c.at["标题"]
	switch {
	case c.section != "head" && c.section != "intro":
		return false
	case isSection(line) && titled:
		c.section = "body"
		return false
	case c.section == "intro":
		c.add("引言", line)
	case numberAlone.MatchString(newPassage(line).text) && c.at["文号"] == 0 && !titled:
		c.add("文号", line)
	case titled && (strings.HasSuffix(line, "：") || strings.HasPrefix(line, "根据") || len([]rune(line)) > 60):
		c.section = "intro"
		c.add("引言", line)
	default:
		c.add("标题", line)
	}
	return true
}

// annex takes the list of annexes, the date, the printing note, and an annex's title.
func (c *cutter) annex(line string) bool {
	m := annexTitle.FindStringSubmatch(line)
	switch {
	case c.section == "head" || c.section == "intro" || c.section == "end":
		return false
	case c.section == "annex" && printedDay.MatchString(line):
		c.section = "end"
		c.add("印发", line)
	case m != nil && m[1] != "" && (m[2] == "" || c.section != "body" && len([]rune(m[2])) < 40):
		c.root, c.section = fmt.Sprintf("附件%d", stepValue(m[1])), "annex"
		c.stack, c.ids = nil, nil
		c.add(c.root, line)
	case c.section == "body" && (m != nil && m[1] == "" || dayAlone.MatchString(newPassage(line).text)):
		c.section = "tail"
		c.add(footer, line)
	default:
		return false
	}
	return true
}

// body takes a numbered line to its clause, and another one to that before it.
func (c *cutter) body(n int, line string) {
	at := begins(line)
	if planLine.MatchString(line) { // the names of the plans are one clause
		c.add(c.current, line)
		return
	}
	if len(at) == 0 {
		c.unnumbered(n, line)
		return
	}
	s := at[0]
	if s.kind == "-" && (len(c.stack) > 0 && c.stack[0].kind != "-" || c.root == "") && len(at) > 1 {
		s = at[1] // 1. below a section
	}
	if i := slices.IndexFunc(c.stack, func(x step) bool { return x.kind == s.kind }); i >= 0 {
		if s.value != c.stack[i].value+1 {
			c.remarks = append(c.remarks, fmt.Sprintf("原文第%d行：“%s”的编号和前面接不上", n, excerpt(line)))
		}
		c.stack, c.ids = c.stack[:i], c.ids[:i]
	} else if s.value != 1 {
		c.remarks = append(c.remarks, fmt.Sprintf("原文第%d行：“%s”不从一开始", n, excerpt(line)))
	}
	above := c.root
	if len(c.ids) > 0 {
		above = c.ids[len(c.ids)-1]
	}
	id := above + stepText(s)
	c.stack, c.ids = append(c.stack, s), append(c.ids, id)
	c.add(id, line)
}

// unnumbered takes a line that goes on with the clause, or, after a list, with the
// clause above the list.
func (c *cutter) unnumbered(n int, line string) {
	to := c.current
	if k := len(c.ids); k >= 2 && to == c.ids[k-1] && !remarkLine.MatchString(line) {
		above := c.ids[k-2]
		lines := c.blocks[c.at[above]].lines
		own := c.blocks[c.at[to]].lines
		if strings.HasSuffix(strings.TrimSpace(lines[len(lines)-1]), "：") && len(own) == 1 && len([]rune(own[0])) < 90 {
			to = above
			c.stack, c.ids = c.stack[:k-1], c.ids[:k-1]
			c.remarks = append(c.remarks, fmt.Sprintf("原文第%d行：“%s”没有编号，放到了%s，请看一眼", n, excerpt(line), to))
		}
	}
	if to == "" {
		to = "标题"
	}
	c.add(to, line)
}

// text is the proposed clauses.txt.
func (c *cutter) text() string {
	var out strings.Builder
	for _, b := range c.blocks {
		out.WriteString(clauseMark + b.id + "\n" + strings.Join(b.lines, "\n") + "\n")
	}
	return out.String()
}
