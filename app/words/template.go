package words

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// template is an entry with arguments.
type template struct {
	chinese string
	// between are the texts before, between and behind the arguments.
	between []string
	kinds   []kind
	parts   []part
	weight  int // characters of its own: templates with more are tried first
}

// kind is what an argument may be.
type kind int

const (
	anything kind = iota // translated by itself
	verbatim             // kept as typed
	whole                // a whole number
	decimal
)

// part is a piece of the English: text, or an argument where number is not 0.
type part struct {
	text   string
	number int
}

var verb = regexp.MustCompile(`%(?:\[(\d+)\])?(?:\.\d+)?([a-z%])`)

// compile reads an entry. An entry without arguments has no kinds.
func compile(e entry) *template {
	t := &template{chinese: e.chinese}
	for i, p := range pieces(e.chinese) {
		if i%2 == 0 {
			t.between = append(t.between, p.text)
			t.weight += utf8.RuneCountInString(p.text)
			continue
		}
		t.kinds = append(t.kinds, map[string]kind{"d": whole, "f": decimal}[p.text])
	}
	next := 1
	for i, p := range pieces(e.english) {
		if i%2 == 0 {
			t.parts = append(t.parts, part{text: p.text})
			continue
		}
		if p.number == 0 {
			p.number = next
		}
		next = p.number + 1
		if p.text == "v" && p.number <= len(t.kinds) {
			t.kinds[p.number-1] = verbatim
		}
		t.parts = append(t.parts, part{number: p.number})
	}
	return t
}

// pieces cuts a format: text, verb, text, verb … text. A verb has its letter as
// text and the number of its argument, 0 for the next one.
func pieces(format string) []part {
	var all []part
	text, from := "", 0
	for _, at := range verb.FindAllStringSubmatchIndex(format, -1) {
		text += format[from:at[0]]
		from = at[1]
		letter := format[at[4]:at[5]]
		if letter == "%" {
			text += "%"
			continue
		}
		number := 0
		if at[2] >= 0 {
			number, _ = strconv.Atoi(format[at[2]:at[3]])
		}
		all = append(all, part{text: text}, part{letter, number})
		text = ""
	}
	return append(all, part{text: text + format[from:]})
}

// apply translates a text by a template.
func (t *Translator) apply(m *template, text string) (string, bool) {
	last := len(m.kinds)
	if !strings.HasPrefix(text, m.between[0]) || !strings.HasSuffix(text, m.between[last]) ||
		len(text) <= len(m.between[0])+len(m.between[last]) {
		return "", false
	}
	inner := text[len(m.between[0]) : len(text)-len(m.between[last])]
	arguments, ok := t.arguments(m, 0, inner)
	if !ok {
		return "", false
	}
	return m.write(arguments), true
}

// arguments finds what stands for the i-th argument and those behind it.
func (t *Translator) arguments(m *template, i int, text string) ([]string, bool) {
	if i == len(m.kinds)-1 {
		english, ok := t.argument(m.kinds[i], text)
		return []string{english}, ok
	}
	behind := m.between[i+1]
	for _, at := range ends(text, behind, m.kinds[i]) {
		english, ok := t.argument(m.kinds[i], text[:at])
		if !ok {
			continue
		}
		if others, ok := t.arguments(m, i+1, text[at+len(behind):]); ok {
			return append([]string{english}, others...), true
		}
	}
	return nil, false
}

// ends returns where an argument may end: what was typed as late as possible, as it
// may hold anything.
func ends(text, behind string, k kind) []int {
	var all []int
	for from := 0; behind != "" && from < len(text); {
		at := strings.Index(text[from:], behind)
		if at < 0 {
			break
		}
		all = append(all, from+at)
		from += at + len(behind)
	}
	if k == verbatim {
		slices.Reverse(all)
	}
	return all
}

var (
	wholeForm   = regexp.MustCompile(`^-?\d+$`)
	decimalForm = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

func (t *Translator) argument(k kind, text string) (string, bool) {
	switch {
	case text == "":
		return "", false
	case k == verbatim:
		return text, true
	case k == whole:
		return text, wholeForm.MatchString(text)
	case k == decimal:
		return text, decimalForm.MatchString(text)
	}
	r := t.find(text)
	return r.text, r.complete
}

func (m *template) write(arguments []string) string {
	var english strings.Builder
	for _, p := range m.parts {
		if p.number > 0 {
			english.WriteString(arguments[p.number-1])
		} else {
			english.WriteString(p.text)
		}
	}
	return one.ReplaceAllString(english.String(), "${1}1 $2")
}

// one finds the plural behind a lonely 1.
var one = regexp.MustCompile(`(^|[^\d.,])1 (hour|day|month|year|item|character|question|face|thing|check|requirement|achievement|pixel)s\b`)
