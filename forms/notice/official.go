package notice

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhicheng/forms/say"
)

// Mismatch is the first place at which a notice and the official text differ.
type Mismatch struct {
	Clause       string // "" before the first
	Line         int    // of the official text, from 1; 0 where it does not have the beginning
	Ours, Theirs string // from a few characters before the difference on; "" at an end
}

// Say returns where the difference is and both texts.
func (m Mismatch) Say() say.Text {
	end := func(text string) say.Text {
		if text == "" {
			return say.F("到这里就没有了")
		}
		return say.F("“%s”", text)
	}
	if m.Line == 0 {
		return say.F("贴进来的原文里没有找到这份通知的开头“%s”", m.Ours)
	}
	return say.F("第一处不同在%s（贴进来的第%d行）：通知里是%s，官网原文是%s", m.Clause, m.Line, end(m.Ours), end(m.Theirs))
}

// official is a text as it is compared: without white space, its signs as one kind, and
// of each byte on which line it was.
type official struct {
	text  string
	lines []int // by rune
}

// sameSign are signs that a page and a file may write either way.
var sameSign = map[rune]rune{
	'(': '（', ')': '）', ',': '，', ';': '；', ':': '：', '?': '？', '!': '！',
	'"': '“', '”': '“', '＂': '“', '‘': '“', '’': '“', '\'': '“', '[': '〔', ']': '〕', '﹝': '〔', '﹞': '〕', '［': '〔', '］': '〕',
	'—': '-', '–': '-', '－': '-', '~': '-', '～': '-', '×': '*', '✕': '*',
}

func newOfficial(text string) official {
	var o official
	var b strings.Builder
	line := 1
	for _, r := range text {
		switch {
		case r == '\n':
			line++
			continue
		case unicode.IsSpace(r), unicode.Is(unicode.Cf, r): // marks without width, as pages have them
			continue
		}
		r = narrow(r)
		if same, ok := sameSign[r]; ok {
			r = same
		}
		b.WriteRune(r)
		o.lines = append(o.lines, line)
	}
	o.text = b.String()
	return o
}

// Around a beginning and a difference, in characters.
const (
	beginning  = 12
	beforeDiff = 8
	afterDiff  = 24
)

// heads are how many clauses at most come before the first that a page has: it may show
// number and title elsewhere.
const heads = 3

// Against compares the notice's text with the official one, as somebody copied it: from
// where it has the notice's beginning on, white space and the kinds of signs aside. What
// is before the beginning and behind the end is of the page. It returns nil where all of
// the notice is there word for word.
func (n *Notice) Against(text string) *Mismatch {
	ours, theirs := newOfficial(n.text), newOfficial(text)
	a := []rune(ours.text)
	for _, head := range n.starts[:min(len(n.starts), heads)] {
		from := slices.IndexFunc(ours.lines, func(line int) bool { return line >= head.line })
		if from < 0 {
			break
		}
		begin := string(a[from:min(len(a), from+beginning)])
		if at := strings.Index(theirs.text, begin); at >= 0 {
			return n.apart(a[from:], ours.lines[from:], theirs, utf8.RuneCountInString(theirs.text[:at]))
		}
	}
	return &Mismatch{Ours: string(a[:min(len(a), beginning)])}
}

// apart returns the first difference between our text, with its lines, and theirs from an
// offset on.
func (n *Notice) apart(a []rune, lines []int, theirs official, skipped int) *Mismatch {
	b := []rune(theirs.text)[skipped:]
	for i := range a {
		if i < len(b) && a[i] == b[i] {
			continue
		}
		line := theirs.lines[min(skipped+i, len(theirs.lines)-1)]
		return &Mismatch{Clause: n.clauseAt(lines[i]), Line: line, Ours: shownFrom(a, i), Theirs: shownFrom(b, i)}
	}
	return nil
}

func shownFrom(text []rune, at int) string {
	if at >= len(text) {
		return ""
	}
	return string(text[max(0, at-beforeDiff):min(len(text), at+afterDiff)])
}

// clauseAt is the clause of a line of the notice's text.
func (n *Notice) clauseAt(line int) string {
	id := ""
	for _, b := range n.starts {
		if b.line > line {
			break
		}
		id = b.id
	}
	return id
}

// textOf joins the lines of the blocks as they were published, and says on which line of
// them each begins.
func textOf(blocks []block) (text string, starts []block) {
	var all []string
	for _, b := range blocks {
		starts = append(starts, block{id: b.id, line: len(all) + 1})
		all = append(all, b.lines...)
	}
	return strings.Join(all, "\n"), starts
}
