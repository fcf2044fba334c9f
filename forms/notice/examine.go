package notice

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms"
)

// examination compares a notice's data with its text. It goes through all of it and
// collects what it finds; where a value could not be read nothing more is said of it.
type examination struct {
	n       *Notice
	tree    *node // of the data
	english *node
	source  Source
	blocks  []block // of the text
	faults  Faults
	unread  map[string]bool // paths of which something was said
	clauses map[string]int
	texts   map[string]passage // by clause
	fixes   map[string]string  // values that the text proposes, where they are asked for
}

// wrong reports a value of the data.
func (e *examination) wrong(path, format string, values ...any) {
	e.say(path, false, fmt.Sprintf(format, values...))
}

// doubt asks the maker of the notice to look at a value.
func (e *examination) doubt(path, format string, values ...any) {
	e.say(path, true, fmt.Sprintf(format, values...))
}

func (e *examination) say(path string, doubt bool, message string) {
	for at := path; at != ""; at = at[:max(0, strings.LastIndexByte(at, '.'))] {
		if e.unread[at] {
			return
		}
	}
	if path != "" && !doubt {
		e.unread[path] = true
	}
	e.add(Fault{Part: PartData, Line: e.tree.lineOf(path), Where: path, Message: message, Doubt: doubt})
}

func (e *examination) textFault(line int, where, format string, values ...any) {
	e.add(Fault{Part: PartText, Line: line, Where: where, Message: fmt.Sprintf(format, values...)})
}

func (e *examination) textDoubt(line int, where, format string, values ...any) {
	e.add(Fault{Part: PartText, Line: line, Where: where, Message: fmt.Sprintf(format, values...), Doubt: true})
}

// add puts the line where the maker of the notice sees it.
func (e *examination) add(f Fault) {
	part := e.source.parts[f.Part]
	f.File = part.name
	if f.Line > 0 {
		f.Line += part.above
	}
	if len(e.faults) < mostFaults {
		e.faults = append(e.faults, f)
	}
}

// own is the text of a clause; under is that of its sub-clauses too.
func (e *examination) own(id string) passage {
	if p, known := e.texts[id]; known {
		return p
	}
	text := ""
	if i, ok := e.clauses[id]; ok {
		text = e.n.clauses[i].Text
	}
	p := newPassage(text)
	e.texts[id] = p
	return p
}

func (e *examination) under(id string) passage {
	key := id + "…"
	if p, known := e.texts[key]; known {
		return p
	}
	var texts []string
	for _, c := range e.n.clauses {
		if isUnder(c.ID, id) {
			texts = append(texts, c.Text)
		}
	}
	p := newPassage(strings.Join(texts, "\n"))
	e.texts[key] = p
	return p
}

// isUnder reports whether a mark is that of a clause or of one of its sub-clauses.
func isUnder(id, clause string) bool {
	rest, ok := strings.CutPrefix(id, clause)
	if !ok || clause == "" {
		return false
	}
	if rest == "" {
		return true
	}
	first, last := []rune(rest)[0], []rune(clause)[len([]rune(clause))-1]
	digits := "0123456789"
	numerals := "一二三四五六七八九十"
	return !(strings.ContainsRune(digits, first) && strings.ContainsRune(digits, last)) &&
		!(strings.ContainsRune(numerals, first) && strings.ContainsRune(numerals, last))
}

// whole is the text of the whole notice.
func (e *examination) whole() passage {
	var texts []string
	if p, known := e.texts[""]; known {
		return p
	}
	for _, c := range e.n.clauses {
		texts = append(texts, c.Text)
	}
	e.texts[""] = newPassage(strings.Join(texts, "\n"))
	return e.texts[""]
}

// quantity is a number of the data that its clause has to say.
type quantity struct {
	path, clause string
	value        int
	unit         unit
	shown        string // with its unit, as the notice would say it
	// near are words behind which the number is the next one of its unit; the first
	// that the text has counts, and where it has none any number of the unit will do.
	near []*regexp.Regexp
}

// near makes the patterns of [quantity].
func near(patterns ...string) []*regexp.Regexp {
	list := make([]*regexp.Regexp, len(patterns))
	for i, p := range patterns {
		list[i] = regexp.MustCompile(p)
	}
	return list
}

// candidates returns the numbers in a passage that can be meant.
func (q quantity) candidates(p passage) []hit {
	hits := q.unit.hits(p)
	for _, pattern := range q.near {
		if first := after(p, pattern, hits); len(first) > 0 {
			return first
		}
	}
	return hits
}

func (q quantity) in(p passage) bool {
	return slices.ContainsFunc(q.candidates(p), func(h hit) bool { return h.value == q.value })
}

// said reports a number that its clause does not say. The first of the passages that
// has a number of its kind decides; without any it is the clause.
func (e *examination) said(q quantity, passages ...passage) {
	if q.value == 0 || !e.there(q.clause) {
		return // left out, or reported already
	}
	for _, p := range append(slices.Clone(passages), e.own(q.clause)) {
		found := q.candidates(p)
		if len(found) == 0 {
			continue
		}
		if !q.in(p) {
			if same := found[0].value; !slices.ContainsFunc(found, func(h hit) bool { return h.value != same }) {
				e.fix(q.path, fmt.Sprint(same))
			}
			e.wrong(q.path, "%s里没有“%s”，写的是%s", q.clause, q.shown, quoted(p, found))
		}
		return
	}
	e.wrong(q.path, "%s里没有“%s”", q.clause, q.shown)
}

func quoted(p passage, hits []hit) string {
	var words []string
	for _, h := range hits {
		if word := "“" + p.text[h.at:h.end] + "”"; !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.Join(words[:min(len(words), 5)], "、")
}

// named reports words of the data that are not a name or a whole phrase of their clause.
func (e *examination) named(path, clause, words string) {
	switch {
	case words == "" || !e.there(clause) || balanced(words) && e.own(clause).says(words):
	case strings.Contains(e.own(clause).text, newPassage(words).text):
		e.wrong(path, "“%s”在%s里只是更长的名字的一部分，要写全", words, clause)
	case strings.Contains(e.under(clause).text, newPassage(words).text):
		e.wrong(path, "“%s”写在%s下面的小条里，条款要写到那一条", words, clause)
	default:
		e.wrong(path, "%s里没有“%s”", clause, words)
	}
}

// within reports words of the data that their clause does not have word for word.
func (e *examination) within(path, clause, words string) {
	if words == "" || !e.there(clause) || balanced(words) && e.own(clause).holds(words) {
		return
	}
	if found := wild(newPassage(words).text).FindString(e.own(clause).text); found != "" {
		e.fix(path, quotedJSON(found))
	}
	e.wrong(path, "%s里没有“%s”", clause, words)
}

// balanced reports whether a name has both of its brackets.
func balanced(words string) bool {
	for _, pair := range []string{"《》", "（）", "〔〕", "()", "“”"} {
		sign := []rune(pair)
		if strings.Count(words, string(sign[0])) != strings.Count(words, string(sign[1])) {
			return false
		}
	}
	return true
}

// day reports a day that its clause does not say.
func (e *examination) day(path, clause string, day forms.Day, near ...*regexp.Regexp) {
	if !e.there(clause) {
		return
	}
	p := e.own(clause)
	if found := days(p, e.n.Year); len(found) > 0 {
		hits := make([]hit, len(found))
		for i, d := range found {
			hits[i] = hit{d.at, d.end, int(d.day)}
		}
		for _, pattern := range near {
			if first := after(p, pattern, hits); len(first) > 0 {
				hits = first
				break
			}
		}
		if !slices.ContainsFunc(hits, func(h hit) bool { return h.value == int(day) }) {
			if len(hits) == 1 {
				e.fix(path, quotedJSON(forms.Day(hits[0].value).String()))
			}
			e.wrong(path, "%s里没有“%s”，写的是%s", clause, day.Chinese(), quoted(p, hits))
		}
		return
	}
	e.wrong(path, "%s里没有“%s”", clause, day.Chinese())
}

// examineClauses looks at every clause that the data names, wherever it is.
func (e *examination) examineClauses() {
	walk(reflect.ValueOf(e.n), "", func(path string, v reflect.Value) {
		if key := last(path); key == "clause" || key == "not_in" {
			e.exists(path, v.String())
		}
	})
	for id := range e.n.Informative {
		e.exists(join("informative", id), id)
	}
}

// there reports whether the text has a clause.
func (e *examination) there(clause string) bool {
	_, ok := e.clauses[clause]
	return ok
}

// exists reports a clause that the text does not have.
func (e *examination) exists(path, id string) {
	if _, ok := e.clauses[id]; !ok && id != "" {
		e.wrong(path, "没有条款“%s”", id)
	}
}

// shortestQuote is how many characters a quote has at least.
const shortestQuote = 3

func (e *examination) examineQuotes() {
	for key, citations := range e.n.Citations {
		if len(citations) == 0 {
			e.wrong(join("citations", key), "没有写引哪一条；不引就删掉这一项")
		}
		e.examineCitations(join("citations", key), citations)
	}
	e.examineNotes()
}

// examineCitations wants each quote to be word for word in its clause, and once.
func (e *examination) examineCitations(path string, citations []Citation) {
	for i, c := range citations {
		quote := newPassage(c.Quote).text
		path := fmt.Sprintf("%s.%d.quote", path, i)
		switch _, known := e.clauses[c.Clause]; {
		case !known || c.Quote == "":
		case !strings.Contains(e.own(c.Clause).text, quote):
			e.wrong(path, "%s里没有原话“%s”", c.Clause, c.Quote)
		case len([]rune(quote)) < shortestQuote:
			e.wrong(path, "原话“%s”太短，至少%d个字", c.Quote, shortestQuote)
		case slices.Contains(citations[:i], c):
			e.wrong(path, "和前面引的是同一句")
		case !balanced(quote) || !e.own(c.Clause).phrases(quote):
			e.doubt(path, "原话“%s”前面或后面少引了字，要从一句话的开头、标点后面引到标点前面", c.Quote)
		}
	}
}
