package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// renumbered are the marks of a pattern that are other ones in a text: of clauses with
// nearly the same words, in their order.
func renumbered(pattern, clauses []Clause) map[string]string {
	words := func(c Clause) string { return withoutNumber(newPassage(c.Text).text) }
	taken := map[string]bool{}
	moved := map[string]string{}
	var open []Clause
	for _, old := range pattern {
		i := slices.IndexFunc(clauses, func(c Clause) bool { return c.ID == old.ID })
		if i >= 0 && likeness(words(old), words(clauses[i])) >= alike {
			taken[old.ID] = true
			continue
		}
		open = append(open, old)
	}
	for _, old := range open {
		best, like := "", alike
		for _, c := range clauses {
			if now := likeness(words(old), words(c)); !taken[c.ID] && now > like {
				best, like = c.ID, now
			}
		}
		if best != "" {
			taken[best], moved[old.ID] = true, best
		}
	}
	return moved
}

var (
	jsonString = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	annexMark  = regexp.MustCompile(`附件\d{1,2}`)
)

// remark writes the data of a pattern with other marks: wherever a mark is, as a value or as
// a key, and the annexes in words.
func remark(data []byte, moved map[string]string) []byte {
	return jsonString.ReplaceAllFunc(data, func(quoted []byte) []byte {
		text := string(quoted[1 : len(quoted)-1])
		if other, ok := moved[text]; ok {
			return []byte(`"` + other + `"`)
		}
		return []byte(`"` + annexMark.ReplaceAllStringFunc(text, func(annex string) string {
			if other, ok := moved[annex]; ok {
				return other
			}
			return annex
		}) + `"`)
	})
}

// translated is the English of a pattern as far as it is of names and clauses that the
// drafted notice has, and what to say of it.
func (e *examination) translated(pattern Source, moved map[string]string) (data []byte, remarks []string) {
	if !pattern.parts[PartEnglish].there || e.n == nil {
		return nil, nil
	}
	tree := parseTree(remark(bytesWithoutMark(pattern.parts[PartEnglish].data), moved), func(int, string) {})
	earlier := clausesOf(cutBlocks(string(bytesWithoutMark(pattern.parts[PartText].data)), func(int, string, string, ...any) {}))
	var lost []string
	section := func(name string, keep func(key string) bool) string {
		var lines []string
		list := tree.child(name)
		for i := range list.size() {
			key, value := list.keys[i], list.kids[i].shown()
			if !keep(key) {
				lost = append(lost, key)
				continue
			}
			lines = append(lines, fmt.Sprintf("    %s: %s", quotedJSON(key), quotedJSON(value)))
		}
		return fmt.Sprintf("  %q: {\n%s\n  }", name, strings.Join(lines, ",\n"))
	}
	names := e.n.names()
	text := "{\n" + section("names", func(key string) bool { return slices.Contains(names, key) }) + ",\n" +
		section("clauses", func(key string) bool {
			was := slices.IndexFunc(earlier, func(c Clause) bool { return c.ID == key || moved[c.ID] == key })
			return was >= 0 && newPassage(earlier[was].Text).text == e.own(key).text
		}) + "\n}\n"
	if len(lost) > 0 {
		remarks = append(remarks, fmt.Sprintf("英文（english.json）照抄了名字和原文没有变的；没有抄的%d处要另外译，不译就用中文：%s", len(lost), strings.Join(lost, "、")))
	}
	return []byte(text), remarks
}

// Around a value in the pattern's clause: how many characters have to be the same in the
// text for the value between them to be the new one, at most and at least.
const (
	widest    = 12
	narrowest = 3
)

// aligned is what a text has where an earlier one has a value: between the same words; ""
// where it has no such words.
func aligned(earlier, text, value string) string {
	old, value := []rune(newPassage(earlier).text), newPassage(value).text
	at := strings.Index(string(old), value)
	if value == "" || at < 0 {
		return ""
	}
	at = len([]rune(string(old)[:at]))
	before, after := old[:at], old[at+len([]rune(value)):]
	text = newPassage(text).text
	for n := min(widest, len(before)); n >= min(narrowest, len(before)); n-- {
		begin := strings.Index(text, string(before[len(before)-n:]))
		if begin < 0 || n == 0 && len(before) > 0 {
			continue
		}
		rest := text[begin+len(string(before[len(before)-n:])):]
		if len(after) == 0 {
			return rest
		}
		for m := min(widest, len(after)); m > 0; m-- {
			end := strings.Index(rest, string(after[:m]))
			if end > 0 && end <= 2*len(value)+widest {
				return rest[:end]
			}
		}
	}
	return ""
}

// fixAligned proposes the values that the text has where the pattern has its own: in each
// group of the data the words that its clause said in the pattern and says no more.
func (e *examination) fixAligned(earlier map[string]string) {
	var walk func(n *node, path, clause string)
	walk = func(n *node, path, clause string) {
		if own, ok := n.child("clause").single(); ok {
			clause = own
		}
		for i, kid := range n.kids {
			key := fmt.Sprint(i)
			if n.kind == '{' {
				key = n.keys[i]
			}
			here := join(path, key)
			value, ok := kid.single()
			switch {
			case !ok:
				walk(kid, here, clause)
			case key == "clause" || clause == "" || strings.Contains(e.own(clause).text, newPassage(value).text):
			default:
				if found := aligned(earlier[clause], e.own(clause).text, value); found != "" {
					e.fix(here, quotedJSON(found))
				}
			}
		}
	}
	walk(e.tree, "", "")
}
