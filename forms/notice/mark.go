package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A clause's mark is made of numbers as the notice counts: 三（八）2（4）, 附件1-10,
// 附件3（一）1（2）④, or a word for what has no number, such as 落款.

// step is one number of a mark: of which kind, and which.
type step struct {
	kind  string
	value int
}

// stepKinds are the ways of counting, each with what it looks like in a mark and at
// the beginning of a line.
var stepKinds = []struct {
	kind        string
	mark, begin *regexp.Regexp
}{
	{"附件", regexp.MustCompile(`^附件(\d{1,2})`), regexp.MustCompile(`^附\s*件\s*(\d{1,2}|[一二三四五六七八九十])\s*[：:．.]?\s*`)},
	{"-", regexp.MustCompile(`^-(\d{1,3})`), regexp.MustCompile(`^(\d{1,3})\s*[.．、]`)},
	{"章", regexp.MustCompile(`^第([一二三四五六七八九十]{1,3})[章条]`), regexp.MustCompile(`^第([一二三四五六七八九十]{1,3})[章条]`)},
	{"一", regexp.MustCompile(`^([一二三四五六七八九十]{1,3})`), regexp.MustCompile(`^([一二三四五六七八九十]{1,3})、`)},
	{"（一）", regexp.MustCompile(`^（([一二三四五六七八九十]{1,3})）`), regexp.MustCompile(`^[（(]([一二三四五六七八九十]{1,3})[）)]`)},
	{"（1）", regexp.MustCompile(`^（(\d{1,3})）`), regexp.MustCompile(`^[（(](\d{1,3})[）)]`)},
	{"1", regexp.MustCompile(`^(\d{1,3})`), regexp.MustCompile(`^(\d{1,3})\s*[.．、]`)},
	{"①", regexp.MustCompile(`^([①-⑳])`), regexp.MustCompile(`^([①-⑳])`)},
}

func stepValue(text string) int {
	if r := []rune(text)[0]; r >= '①' && r <= '⑳' {
		return int(r-'①') + 1
	}
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	n, _ := chineseNumber(text)
	return int(n)
}

// wordMark is a mark of what has no number.
var wordMark = regexp.MustCompile(`^[\p{Han}]{2,10}$`)

// parseMark cuts a mark into its numbers; a word has none. It reports whether the
// mark is one.
func parseMark(id string) (steps []step, ok bool) {
	for rest := id; rest != ""; {
		cut := false
		for _, k := range stepKinds {
			m := k.mark.FindStringSubmatch(rest)
			if m == nil || k.kind == "附件" && len(steps) > 0 || k.kind == "-" && len(steps) == 0 {
				continue
			}
			steps, rest, cut = append(steps, step{k.kind, stepValue(m[1])}), rest[len(m[0]):], true
			break
		}
		if !cut {
			return nil, len(steps) == 0 && wordMark.MatchString(id)
		}
	}
	return steps, len(steps) > 0
}

// begins returns the numbers with which a line may be said to begin: 1. can count
// below an annex or below a section.
func begins(line string) []step {
	var steps []step
	line = strings.TrimSpace(line)
	if first, _ := utf8.DecodeRuneInString(line); !strings.ContainsRune("附第（(0123456789一二三四五六七八九十", first) && (first < '①' || first > '⑳') {
		return nil
	}
	for _, k := range stepKinds {
		if m := k.begin.FindStringSubmatch(line); m != nil {
			steps = append(steps, step{k.kind, stepValue(m[1])})
		}
	}
	return steps
}

// block is the lines below one mark. A clause may have several: it goes on after one
// of its sub-clauses under its mark again.
type block struct {
	id    string
	line  int // of the mark
	steps []step
	lines []string
}

// mostClauses is how many clauses a notice has at most.
const mostClauses = 2000

// cutBlocks cuts the text at its marks, and reports lines that belong to none.
func cutBlocks(text string, report func(line int, where, format string, values ...any)) []block {
	var blocks []block
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		id, marked := strings.CutPrefix(line, clauseMark)
		switch {
		case hidden(line) != 0:
			report(i+1, "", "有看不见的字符（U+%04X），删掉", hidden(line))
		case marked:
			id = strings.TrimRight(id, " \t")
			steps, ok := parseMark(id)
			if !ok {
				report(i+1, "", "条款号“%s”要写成“三（二）1”“附件1-4”的样子", id)
			}
			blocks = append(blocks, block{id: id, line: i + 1, steps: steps})
			if len(blocks) > mostClauses {
				return blocks
			}
			continue
		case strings.HasPrefix(strings.TrimSpace(line), "§"):
			report(i+1, "", "条款号前面要正好是“§”加一个空格，在行首")
			continue
		}
		switch {
		case len(blocks) > 0:
			blocks[len(blocks)-1].lines = append(blocks[len(blocks)-1].lines, line)
		case strings.TrimSpace(line) != "":
			report(i+1, "", "前面没有条款号，原文要从“§ 文号”那样的一行开始")
			return blocks
		}
	}
	return blocks
}

// clausesOf joins the blocks of each clause, in the order of their first marks.
func clausesOf(blocks []block) []Clause {
	at := map[string]int{}
	var texts []*strings.Builder
	var clauses []Clause
	for _, b := range blocks {
		i, known := at[b.id]
		if !known {
			i = len(clauses)
			at[b.id] = i
			clauses, texts = append(clauses, Clause{ID: b.id}), append(texts, &strings.Builder{})
		}
		for _, line := range b.lines {
			if line = strings.TrimSpace(line); line != "" {
				texts[i].WriteString(line + "\n")
			}
		}
	}
	for i := range clauses {
		clauses[i].Text = strings.TrimSuffix(texts[i].String(), "\n")
	}
	return clauses
}

// examineMarks compares the marks with the text below them and with each other.
func (e *examination) examineMarks(blocks []block) {
	wrong, _ := e.faults.split()
	switch {
	case len(blocks) > mostClauses:
		e.textFault(blocks[mostClauses].line, "", "条款太多，最多%d条", mostClauses)
		return
	case len(blocks) == 0 && len(wrong) == 0:
		e.textFault(1, "", "原文是空的")
	}
	seen := map[string]int{} // the mark's last block
	for i := range blocks {
		b := &blocks[i]
		e.examineNumber(b)
		if last, again := seen[b.id]; again {
			e.examineContinued(blocks[last+1:i], b)
		} else {
			e.examineOrder(blocks, i, seen)
		}
		seen[b.id] = i
	}
	e.examineGaps(blocks, seen)
}

// examineNumber compares a mark with the number at the beginning of its text, and
// looks for the number of the next clause inside of it.
func (e *examination) examineNumber(b *block) {
	first := true
	if !slices.ContainsFunc(b.lines, func(line string) bool { return strings.TrimSpace(line) != "" }) {
		e.textFault(b.line, b.id, "“%s”下面没有原文", b.id)
	}
	for i, line := range b.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		at := begins(line)
		if len(b.steps) == 0 {
			if b.id != footer && first && slices.ContainsFunc(at, func(s step) bool { return s.kind == "一" || s.kind == "（一）" }) {
				e.textFault(b.line+1+i, b.id, "这一行有自己的编号，不属于“%s”", b.id)
			}
			first = false
			continue
		}
		own := b.steps[len(b.steps)-1]
		same := slices.IndexFunc(at, func(s step) bool { return s.kind == own.kind })
		switch {
		case first && len(at) > 0 && same < 0 && !below(at, own):
			e.textFault(b.line+1+i, b.id, "条款号是“%s”，原文这里的编号不是", b.id)
		case first && same >= 0 && at[same].value != own.value:
			e.textFault(b.line+1+i, b.id, "条款号是“%s”，原文这里编的是%d", b.id, at[same].value)
		case !first && same >= 0 && at[same].value == own.value+1 && own.kind != "-" || !first && len(at) == 1 && at[0].kind == "一":
			e.textFault(b.line+1+i, b.id, "这一行像是下一条的开头，前面少了“§”")
		}
		first = false
	}
}

// below reports whether a line's number counts something inside of a clause that has
// no number line of its own.
func below(at []step, own step) bool {
	order := map[string]int{"附件": 0, "章": 1, "一": 2, "（一）": 3, "-": 3, "1": 4, "（1）": 5, "①": 6}
	return slices.ContainsFunc(at, func(s step) bool { return order[s.kind] > order[own.kind] })
}

// examineContinued looks at a mark that is there again: between its blocks are only
// its own sub-clauses, and the text goes on without a number.
func (e *examination) examineContinued(between []block, b *block) {
	for _, other := range between {
		if !strings.HasPrefix(other.id, b.id) {
			e.textFault(b.line, b.id, "条款号“%s”前面已经有了", b.id)
			return
		}
	}
	for _, line := range b.lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(between) == 0 || len(begins(line)) > 0 {
			e.textFault(b.line, b.id, "条款号“%s”前面已经有了", b.id)
		}
		return
	}
}

// parent is a mark without its last number.
func parent(b block) string {
	if len(b.steps) == 0 {
		return ""
	}
	last := b.steps[len(b.steps)-1]
	return strings.TrimSuffix(b.id, stepText(last))
}

// above is the mark of the clause above another; "" for one that has none.
func above(id string) string {
	steps, _ := parseMark(id)
	return parent(block{id: id, steps: steps})
}

// stepText is a number as marks have it.
func stepText(s step) string {
	switch s.kind {
	case "附件":
		return fmt.Sprintf("附件%d", s.value)
	case "-":
		return fmt.Sprintf("-%d", s.value)
	case "一":
		return chineseNumeral(s.value)
	case "（一）":
		return "（" + chineseNumeral(s.value) + "）"
	case "（1）":
		return fmt.Sprintf("（%d）", s.value)
	case "①":
		return string(rune('①' + s.value - 1))
	case "章":
		return "" // 第一章 and 第一条 are not told apart here
	}
	return strconv.Itoa(s.value)
}

// examineOrder reports a clause that is behind one with a greater number.
func (e *examination) examineOrder(blocks []block, i int, _ map[string]int) {
	b := blocks[i]
	if i == 0 || len(b.steps) == 0 {
		return
	}
	before := blocks[i-1]
	for k := range min(len(b.steps), len(before.steps)) {
		switch {
		case b.steps[k].kind != before.steps[k].kind || b.steps[k].value > before.steps[k].value:
			return
		case b.steps[k].value < before.steps[k].value:
			e.textFault(b.line, b.id, "“%s”写在“%s”后面，顺序不对", b.id, before.id)
			return
		}
	}
	if len(b.steps) < len(before.steps) {
		e.textFault(b.line, b.id, "“%s”写在“%s”后面，顺序不对", b.id, before.id)
	}
}

// examineGaps doubts numbers that are passed over, unless the notice says that the
// published text has none.
func (e *examination) examineGaps(blocks []block, seen map[string]int) {
	there := map[string]bool{}
	for id := range seen {
		for rest := id; rest != ""; { // a sub-clause stands for its parents
			there[rest] = true
			steps, _ := parseMark(rest)
			if len(steps) == 0 {
				break
			}
			rest = parent(block{id: rest, steps: steps})
		}
	}
	asked := map[string]bool{}
	for _, b := range blocks {
		if len(b.steps) == 0 || b.steps[len(b.steps)-1].kind == "章" {
			continue
		}
		last := b.steps[len(b.steps)-1]
		for v := last.value - 1; v >= 1; v-- {
			id := parent(b) + stepText(step{last.kind, v})
			if there[id] || asked[id] {
				break
			}
			asked[id] = true
			if e.n.Absent[id] == "" {
				e.textDoubt(b.line, b.id, "前面没有“%s”：漏了，还是原文就没有（原文没有的写进 absent）", id)
			}
		}
	}
	for id := range e.n.Absent {
		if there[id] {
			e.wrong(join("absent", id), "原文里有“%s”", id)
		}
	}
}

// footer is the mark of the notice's end: annexes, office, date, contacts.
const footer = "落款"
