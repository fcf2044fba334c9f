package notice

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Clause is a part of the notice with its number, such as 三（三）2, and its
// words as published.
type Clause struct {
	ID   string
	Text string
}

// clauseMark begins the line that names the clause that follows.
const clauseMark = "§ "

// parseClauses cuts a clauses.txt at its marks. A clause that continues after
// one of its sub-clauses stands under its mark again.
func parseClauses(text string) ([]Clause, error) {
	var clauses []Clause
	current := -1
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if id, ok := strings.CutPrefix(line, clauseMark); ok {
			current = slices.IndexFunc(clauses, func(c Clause) bool { return c.ID == id })
			if current < 0 {
				clauses = append(clauses, Clause{ID: id})
				current = len(clauses) - 1
			}
			continue
		}
		if current < 0 {
			return nil, fmt.Errorf("第%d行前面没有条款号", i+1)
		}
		if line = strings.TrimSpace(line); line != "" {
			clauses[current].Text += line + "\n"
		}
	}
	for i := range clauses {
		clauses[i].Text = strings.TrimSuffix(clauses[i].Text, "\n")
	}
	return clauses, nil
}

// Clauses returns all clauses in the notice's order.
func (n *Notice) Clauses() []Clause { return slices.Clone(n.clauses) }

// Clause returns the clause with the given number.
func (n *Notice) Clause(id string) (Clause, bool) {
	i := slices.IndexFunc(n.clauses, func(c Clause) bool { return c.ID == id })
	if i < 0 {
		return Clause{}, false
	}
	return n.clauses[i], true
}

// Cite returns the citations of a check or a material by its key; years of the
// same rule share one key.
func (n *Notice) Cite(key string) []Citation { return n.Citations[key] }

// Squeeze removes all white space: the published file breaks lines and puts
// spaces inside phrases, and a quote is verbatim but for those.
func Squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}
