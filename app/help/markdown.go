package help

import (
	"regexp"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
)

// markdown shows a text in the few forms of Markdown that a manual needs: headings,
// paragraphs, lists, quotes, tables and code. What is bold or a link in a line is shown
// without its signs. A picture is left out: it shows the window that the reader has before
// them, and would make the program larger.
func markdown(text string) *fyne.Container {
	p := &markdownPage{list: look.Column(10)}
	for line := range strings.Lines(text) {
		p.line(strings.TrimRight(line, " \t\r\n"))
	}
	p.end()
	return p.list
}

// markdownPage collects the blocks of a page.
type markdownPage struct {
	list      *fyne.Container
	paragraph []string
	code      bool
}

var (
	heading  = regexp.MustCompile(`^(#{1,6})\s+(.+?)\s*#*$`)
	listItem = regexp.MustCompile(`^(\s*)([-*+]|\d{1,3}[.)])\s+(.*)$`)
	ruled    = regexp.MustCompile(`^\|?[\s:|-]+\|?$`)
	picture  = regexp.MustCompile(`^!\[[^\]]*\]\([^)]*\)$`)
	inline   = regexp.MustCompile("!?\\[([^\\]]*)\\]\\([^)]*\\)|\\*\\*([^*]+)\\*\\*|`([^`]*)`")
)

func (p *markdownPage) line(line string) {
	trimmed := strings.TrimSpace(line)
	switch item := listItem.FindStringSubmatch(line); {
	case strings.HasPrefix(trimmed, "```"):
		p.end()
		p.code = !p.code
	case p.code:
		p.list.Add(look.NewText(line, look.Style{Size: look.SizeNote, Ink: look.Grey}))
	case trimmed == "", picture.MatchString(trimmed):
		p.end()
	case heading.MatchString(line):
		p.end()
		m := heading.FindStringSubmatch(line)
		p.list.Add(look.NewText(plain(m[2]), look.Style{Size: headingSize(len(m[1])), Bold: true}))
	case item != nil:
		p.end()
		p.item(item)
	case strings.HasPrefix(trimmed, ">"):
		p.end()
		p.list.Add(look.NewText(plain(strings.TrimSpace(strings.TrimLeft(trimmed, "> "))), look.Style{Ink: look.Grey}))
	case strings.HasPrefix(trimmed, "|"):
		p.end()
		p.row(trimmed)
	default:
		p.paragraph = append(p.paragraph, trimmed)
	}
}

func headingSize(level int) float32 {
	switch level {
	case 1:
		return look.SizeTitle
	case 2:
		return look.SizeHead
	}
	return look.SizeText
}

// item adds an item of a list, indented as it is written.
func (p *markdownPage) item(m []string) {
	sign := m[2]
	if strings.Contains("-*+", sign) {
		sign = "·"
	}
	left := float32(min(len(m[1]), 12)) * 7
	p.list.Add(look.Inset(look.Insets{Left: left}, look.Stretch(8, 1, look.NewText(sign, look.Style{One: true}), look.NewText(plain(m[3]), look.Style{}))))
}

// row adds a row of a table, its cells beside each other; the line below the titles is
// left out.
func (p *markdownPage) row(line string) {
	if ruled.MatchString(line) {
		return
	}
	cells := strings.Split(strings.Trim(line, "|"), "|")
	first := look.NewText(plain(strings.TrimSpace(cells[0])), look.Style{Bold: true})
	rest := make([]string, len(cells)-1)
	for i, cell := range cells[1:] {
		rest[i] = plain(strings.TrimSpace(cell))
	}
	p.list.Add(look.Stretch(look.Gap, 1, look.Wide(170, first), look.NewText(strings.Join(rest, " · "), look.Style{})))
}

// end ends a paragraph. Lines of Chinese are joined as they are, others with a space.
func (p *markdownPage) end() {
	if len(p.paragraph) == 0 {
		return
	}
	text := p.paragraph[0]
	for _, line := range p.paragraph[1:] {
		if last := text[len(text)-1]; last < 0x80 && line[0] < 0x80 {
			text += " "
		}
		text += line
	}
	p.list.Add(look.NewText(plain(text), look.Style{}))
	p.paragraph = nil
}

// plain takes the signs of bold text, code and links away.
func plain(text string) string { return inline.ReplaceAllString(text, "$1$2$3") }
