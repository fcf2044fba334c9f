package notice

import (
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms/say"
)

// english is what of a notice is said in English: its names, and some clauses by
// their numbers. What is not there stays Chinese.
type english struct {
	Names   map[string]string `json:"names,omitempty"`
	Clauses map[string]string `json:"clauses,omitempty"`
}

// examineEnglish compares the English with what it translates: nothing is left over,
// and no number is another one.
func (e *examination) examineEnglish() {
	names := e.n.names()
	for _, chinese := range slices.Sorted(maps.Keys(e.n.english.Names)) {
		if !slices.Contains(names, chinese) {
			e.englishFault(join("names", chinese), "通知里没有这个名字")
		}
		e.sameNumbers(join("names", chinese), chinese, e.n.english.Names[chinese])
	}
	for _, id := range slices.Sorted(maps.Keys(e.n.english.Clauses)) {
		if _, ok := e.clauses[id]; !ok {
			e.englishFault(join("clauses", id), "没有条款“%s”", id)
			continue
		}
		e.sameNumbers(join("clauses", id), e.own(id).text, e.n.english.Clauses[id])
	}
}

// sameNumbers reports a number of the English that the Chinese does not have.
func (e *examination) sameNumbers(path, chinese, english string) {
	said := amountsIn(newPassage(chinese))
	for _, number := range numbersIn.FindAllString(english, -1) {
		value, _ := parseNumber(number)
		if !strings.Contains(chinese, number) && !slices.ContainsFunc(said, func(a amount) bool { return a.value == value }) {
			e.englishFault(path, "英文里的%s，中文里没有", number)
		}
	}
}

var numbersIn = regexp.MustCompile(`\d+(?:\.\d+)?`)

// names are what [Notice.Name] may be asked for: the words of the data but those that are
// compared with the text only, and the marks.
func (n *Notice) names() []string {
	m := *n
	m.Citations, m.Told, m.PassedOver, m.Informative = nil, nil, nil, nil
	var names []string
	walk(reflect.ValueOf(m), "", func(_ string, v reflect.Value) {
		if v.Kind() == reflect.String {
			names = append(names, v.String())
		}
	})
	for _, c := range n.clauses {
		names = append(names, c.ID)
	}
	return names
}

// Name returns a name that the notice uses, such as that of a plan, as a text.
func (n *Notice) Name(chinese string) say.Text { return inEnglish(chinese, n.english.Names[chinese]) }

// Words returns the words of a clause as a text, without the spaces around its lines.
func (n *Notice) Words(id string) say.Text {
	clause, _ := n.Clause(id)
	return inEnglish(clause.Tidy(), n.english.Clauses[id])
}

func inEnglish(chinese, english string) say.Text {
	if english == "" {
		return say.Typed(chinese)
	}
	return say.Own(chinese, map[string]string{"en": english})
}

// Tidy returns the words of a clause without the spaces around its lines.
func (c Clause) Tidy() string {
	lines := strings.Split(c.Text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}
