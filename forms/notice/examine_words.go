package notice

import (
	"regexp"
	"slices"
	"strings"
)

// amount is a number in a sentence with what it counts: 24时, 近九年, 一式3份.
type amount struct {
	text  string
	value float64
	unit  string
}

var (
	// amounts are numbers with their units; without one only digits are a number, as 一
	// is in many words.
	amounts = regexp.MustCompile(numeral + `(?:多|余)?个?(学时|工作日|小时|月|年|日|号|天|时|点|份|项|字|元|圆|篇|次|岁|像素|[KkMm]B?|%)|(\d+(?:\.\d+)?)`)
	dates   = regexp.MustCompile(`(\d{1,2})月(\d{1,2})[日号]`)
	// references are documents and annexes.
	references = regexp.MustCompile(`《[^》]*》|附件\d+|附件[一二三四五六七八九十]+`)
	sameUnits  = strings.NewReplacer("号", "日", "点", "时", "圆", "元", "k", "K", "m", "M", "B", "")
)

// amountsIn returns the numbers of a passage, those of names of documents aside.
func amountsIn(p passage) []amount {
	var all []amount
	text := references.ReplaceAllStringFunc(p.text, func(s string) string { return strings.Repeat("#", len(s)) })
	for _, m := range dates.FindAllStringSubmatch(text, -1) {
		month, _ := parseNumber(m[1])
		day, _ := parseNumber(m[2])
		all = append(all, amount{m[0], month*100 + day, "月日"})
	}
	for _, m := range amounts.FindAllStringSubmatchIndex(text, -1) {
		a := amount{text: text[m[0]:m[1]]}
		number := ""
		if m[2] >= 0 {
			number, a.unit = text[m[2]:m[3]], sameUnits.Replace(text[m[4]:m[5]])
		} else {
			number = text[m[6]:m[7]]
		}
		if value, ok := parseNumber(number); ok {
			a.value = value
			all = append(all, a)
		}
	}
	return all
}

// plainWords reports a number, a document or an annex, in words of the notice's maker,
// that the part of the clause which they are about does not have.
func (e *examination) plainWords(path, clause, words string, about passage) {
	if !e.there(clause) {
		return
	}
	p := newPassage(words)
	for _, reference := range references.FindAllString(p.text, -1) {
		if !isUnder(clause, reference) && !e.own(clause).refers(reference) {
			e.wrong(path, "%s里没有“%s”", clause, reference)
		}
	}
	own := amountsIn(p)
	if len(own) == 0 {
		return
	}
	said := amountsIn(about)
	for _, a := range own {
		if !slices.ContainsFunc(said, func(b amount) bool { return a.value == b.value && (a.unit == b.unit || a.unit == "") }) {
			e.wrong(path, "%s里说这件事的地方没有“%s”", clause, a.text)
		}
	}
}

// refers reports whether a passage has a reference, and not one with a longer number.
func (p passage) refers(reference string) bool {
	return slices.Contains(references.FindAllString(p.text, -1), reference)
}

// around is the part of a passage that a day is about: its sentence, up to the days
// before and after it.
func around(p passage, day dayHit, all []dayHit) passage {
	begin, end := 0, len(p.text)
	for _, other := range all {
		switch {
		case other.end <= day.at:
			begin = max(begin, other.end)
		case other.at >= day.end:
			end = min(end, other.at)
		}
	}
	if stop := strings.LastIndex(p.text[begin:day.at], "。"); stop >= 0 {
		begin += stop
	}
	if stop := strings.Index(p.text[day.end:end], "。"); stop >= 0 {
		end = day.end + stop
	}
	return p.part(begin, end)
}

// ofDay joins what a clause says around a day.
func (e *examination) ofDay(d Deadline) passage {
	p := e.own(d.Clause)
	all := days(p, e.n.Year)
	var parts []string
	for _, day := range all {
		if day.day == d.Day.Day {
			parts = append(parts, around(p, day, all).text)
		}
	}
	return newPassage(strings.Join(parts, "\n"))
}

// naming joins the sentences of a clause that have one of some names.
func (e *examination) naming(clause string, names []string) passage {
	var parts []string
	for _, p := range e.own(clause).sentences() {
		if slices.ContainsFunc(names, func(name string) bool { return strings.Contains(p.text, newPassage(name).text) }) {
			parts = append(parts, p.text)
		}
	}
	return newPassage(strings.Join(parts, "\n"))
}

// examineReasons compares the words that say why a clause is not used with the clause.
func (e *examination) examineReasons() {
	for id, why := range e.n.Informative {
		e.plainWords(join("informative", id), id, why, e.own(id))
	}
	for i, p := range e.n.PassedOver {
		e.plainWords(rowOf("passed_over", i)+".why", p.Clause, p.Why, e.own(p.Clause))
	}
	for id, why := range e.n.Absent {
		for _, reference := range references.FindAllString(newPassage(why).text, -1) {
			if e.under(reference).text == "" && !e.whole().refers(reference) {
				e.wrong(join("absent", id), "原文里没有“%s”", reference)
			}
		}
	}
}
