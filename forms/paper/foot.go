package paper

import (
	"path/filepath"
	"slices"
	"strings"
)

// foot is what is below the body of a page.
type foot struct {
	text   string // who, which file, which notice, made when
	number string
}

// Where the foot is: its rule, the gap before the page number, and how narrow what may be
// shortened becomes, in millimetres.
const (
	footTop   = paperHeight - margin + 4
	footGap   = 5.0
	footLeast = 14.0
	footLines = 2
	footTurns = 3
)

// footBar separates the parts. It is narrow, and nobody has it in a name.
const footBar = " | "

// footPart is a part of the foot. What has a cut may be shortened to some of its
// characters, in turn; the others, who made the notice among them, stay whole.
type footPart struct {
	text string
	turn int
	cut  func(text []rune, keep int) string
}

// footParts are the parts in the order of the foot, without those that say nothing.
func (m Meta) footParts() []footPart {
	all := []footPart{{m.Author, 2, cutEnd}, {m.File, 1, cutFile}, {text: m.Notice}, {m.Program, footTurns, cutEnd}}
	if d := m.Made; !d.IsZero() {
		all = append(all, footPart{text: m.sayf("%d年%d月%d日 %.2d:%.2d 打印", d.Year(), int(d.Month()), d.Day(), d.Hour(), d.Minute())})
	}
	var parts []footPart
	for _, part := range all {
		if part.text != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func joinFoot(parts []footPart) string {
	texts := make([]string, len(parts))
	for i, part := range parts {
		texts[i] = part.text
	}
	return strings.Join(texts, footBar)
}

// cutEnd keeps the beginning of a text, for names.
func cutEnd(text []rune, keep int) string { return string(text[:keep]) + "…" }

// cutFile leaves out the ending of a file's name, then the middle: names differ where
// they begin and end.
func cutFile(name []rune, keep int) string {
	base := []rune(strings.TrimSuffix(string(name), filepath.Ext(string(name))))
	if keep >= len(base) {
		return string(base)
	}
	tail := keep / 2
	return string(base[:keep-tail]) + "…" + string(base[len(base)-tail:])
}

// feet are the feet of so many pages. All have the same text, which leaves room for the
// widest number.
func (c *composer) feet(count int) []foot {
	feet, widest := make([]foot, count), 0.0
	for i := range feet {
		feet[i].number = c.meta.sayf("第%d页，共%d页", i+1, count)
		widest = max(widest, c.footWidth(feet[i].number))
	}
	text := c.fittedFoot(bodyWidth - footGap - widest)
	for i := range feet {
		feet[i].text = text
	}
	return feet
}

// fittedFoot is the text of the foot, shortened as far as one line asks: the name of the
// file first, then the author's, then the program's.
func (c *composer) fittedFoot(room float64) string {
	parts := c.meta.footParts()
	for i := range parts {
		parts[i].text = c.cleaner.line(parts[i].text)
	}
	for turn := 1; turn <= footTurns; turn++ {
		over := c.footWidth(joinFoot(parts)) - room
		if i := slices.IndexFunc(parts, func(p footPart) bool { return p.turn == turn }); i >= 0 && over > 0 {
			parts[i].text = c.narrowed(parts[i], c.footWidth(parts[i].text)-over)
		}
	}
	text := joinFoot(parts)
	if lines := c.lines(text, tinyGrey, room); len(lines) > footLines {
		text = c.cutTo(text, lines, room)
	}
	return text
}

// narrowed is a part cut to a width, but not below the least one.
func (c *composer) narrowed(part footPart, width float64) string {
	width = max(width, footLeast)
	text := []rune(part.text)
	if c.footWidth(part.text) <= width {
		return part.text
	}
	for keep := len(text) - 1; keep > 0; keep-- {
		if cut := part.cut(text, keep); c.footWidth(cut) <= width {
			return cut
		}
	}
	return part.text
}

// cutTo cuts a text at the end to as many lines as a foot has.
func (c *composer) cutTo(text string, lines []setLine, room float64) string {
	keep := 0
	for _, line := range lines[:footLines] {
		keep += len([]rune(line.text()))
	}
	runes := []rune(text)
	for keep = min(keep, len(runes)); keep > 0; keep-- {
		if cut := cutEnd(runes, keep); len(c.lines(cut, tinyGrey, room)) <= footLines {
			return cut
		}
	}
	return ""
}

// footWidth is the width of a text in the type of the foot, in millimetres.
func (c *composer) footWidth(text string) float64 {
	const never = 1e6
	return firstLine(c.lines(text, tinyGrey, never)).width
}

// foot draws the identification and the page number below the body.
func (c *composer) foot(f foot) []item {
	width := c.footWidth(f.number)
	left := stripe{x: 0, lines: c.lines(f.text, tinyGrey, bodyWidth-footGap-width)}
	right := stripe{x: bodyWidth - width, lines: c.lines(f.number, tinyGrey, width)}
	rows := stacked(abreast(left, right), margin, footTop+0.8)
	return append([]item{rule(margin, footTop, bodyWidth, 0.15)}, rows...)
}

// text is what a line says.
func (l setLine) text() string {
	var text strings.Builder
	for _, one := range l.items {
		if inked, ok := one.(inkedText); ok {
			text.WriteString(inked.text)
		}
	}
	return text.String()
}
