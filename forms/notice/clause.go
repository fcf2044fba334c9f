package notice

import (
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

// Clauses returns all clauses in the notice's order.
func (n *Notice) Clauses() []Clause { return slices.Clone(n.clauses) }

// Clause returns the clause with the given number.
func (n *Notice) Clause(id string) (Clause, bool) {
	i, ok := n.index[id]
	if !ok {
		return Clause{}, false
	}
	return n.clauses[i], true
}

// Cite returns the citations of a check or a material by its key; years of the
// same rule share one key.
func (n *Notice) Cite(key string) []Citation { return n.Citations[key] }

// Quotes reports whether the words that a check cites have all of some words: what is
// said of the notice is said only then.
func (n *Notice) Quotes(key string, words ...string) bool {
	quotes := ""
	for _, c := range slices.Concat(n.Citations[key], n.Told[key]) {
		quotes += Squeeze(c.Quote) + "\n"
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(quotes, w) })
}

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
