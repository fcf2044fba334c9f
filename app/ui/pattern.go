package ui

import (
	"encoding/json"
	"fmt"
	"regexp"
	"sort"
	"strings"
)

// pattern translates a sentence that the checks put together: {1}, {2} … stand for
// its changing parts, which are translated in their turn.
type pattern struct {
	match *regexp.Regexp
	order []int // the number of each part, in the order of the Chinese
	other string
}

var slot = regexp.MustCompile(`\{(\d)\}`)

// read takes a table of translations; keys with {1} are patterns.
func (d *dictionary) read(data []byte) {
	if err := json.Unmarshal(data, &d.texts); err != nil {
		panic(fmt.Sprintf("english.json: %v", err)) // compiled in, and read by every test
	}
	for key, other := range d.texts {
		if slot.MatchString(key) {
			d.patterns = append(d.patterns, newPattern(key, other))
		}
	}
	// The longest first: it says most about what it matches.
	sort.Slice(d.patterns, func(i, j int) bool {
		a, b := d.patterns[i].match.String(), d.patterns[j].match.String()
		if len(a) != len(b) {
			return len(a) > len(b)
		}
		return a < b
	})
}

func newPattern(key, other string) pattern {
	p := pattern{other: other}
	var expression strings.Builder
	expression.WriteString("(?s)^")
	last := 0
	for _, at := range slot.FindAllStringSubmatchIndex(key, -1) {
		expression.WriteString(regexp.QuoteMeta(key[last:at[0]]))
		expression.WriteString("(.+?)")
		p.order = append(p.order, int(key[at[2]]-'0'))
		last = at[1]
	}
	expression.WriteString(regexp.QuoteMeta(key[last:]) + "$")
	p.match = regexp.MustCompile(expression.String())
	return p
}

func (p pattern) apply(d *dictionary, text string) (string, bool) {
	parts := p.match.FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	other := p.other
	for i, number := range p.order {
		other = strings.ReplaceAll(other, fmt.Sprintf("{%d}", number), d.say(parts[i+1]))
	}
	return other, true
}
