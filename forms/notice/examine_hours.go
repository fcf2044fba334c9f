package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms"
)

// subjectWords are how a notice speaks of the hours of a subject.
var subjectWords = map[forms.Subject]string{
	forms.GeneralPublic: `公需科目`, forms.IndustryPublic: `公需科目`, forms.Professional: `专业科目`, forms.Total: `每年|总|合计`,
}

// ownWords are how a notice speaks of one subject and of no other.
var ownWords = map[forms.Subject]*regexp.Regexp{
	forms.GeneralPublic: regexp.MustCompile(`一般公需`), forms.IndustryPublic: regexp.MustCompile(`行业公需`), forms.Professional: regexp.MustCompile(`专业科目|专业课`),
}

// examineSubjects compares the subjects of a row with those that its words name; words
// that name none are of the total.
func (e *examination) examineSubjects(path string, row forms.HoursRow) {
	for _, c := range e.n.Citations[row.Check] {
		quote := newPassage(c.Quote).text
		var named []forms.Subject
		for _, s := range forms.Subjects {
			if words := ownWords[s]; words != nil && words.MatchString(quote) {
				named = append(named, s)
			}
		}
		total := slices.Contains(row.Subjects, forms.Total)
		if len(unitHours.hits(newPassage(quote))) > 0 && (len(named) > 0 && !sameSet(named, row.Subjects) || len(named) == 0 && !total && !strings.Contains(quote, "公需")) {
			e.wrong(path, "“%s”引的原话“%s”说的不是这些科目", row.Check, c.Quote)
			return
		}
	}
}

// numbers are the hours that a rule asks for.
func (r HoursRule) numbers(path string) []quantity {
	var list []quantity
	for i, row := range r.Rows {
		var words []*regexp.Regexp
		if len(row.Subjects) > 0 && row.Subjects[0] != "" {
			words = near(subjectWords[row.Subjects[0]])
		}
		list = append(list, quantity{fmt.Sprintf("%s.rows.%d.least", path, i), r.Clause, row.Least, unitHours, fmt.Sprintf("%d学时", row.Least), words})
	}
	return list
}

// sentence returns the sentence of the clause that says most of a rule; among equals
// one that speaks of the applicants for whom the rule is.
func (e *examination) sentence(r HoursRule) passage {
	best, most := passage{}, -1
	for _, p := range e.own(r.Clause).sentences() {
		count := 0
		if r.spanned(p) {
			count += 2
		}
		for _, q := range r.numbers("") {
			if q.in(p) {
				count += 2
			}
		}
		a := e.addressed(p.text)
		if !slices.ContainsFunc(e.n.Plans, func(p Plan) bool { return p.Hours == r.ID && a.leaveOut(p) }) {
			count++
		}
		if count > most {
			best, most = p, count
		}
	}
	return best
}

func (r HoursRule) spanned(p passage) bool {
	return len(r.Years) > 0 && slices.Contains(yearSpans(p), [2]int{r.Years[0], r.Years[len(r.Years)-1]})
}

func (e *examination) examineHours() {
	for i, r := range e.n.Hours {
		path := rowOf("hours", i)
		p := e.sentence(r)
		e.examineYears(path+".years", r, p)
		for _, q := range r.numbers(path) {
			e.said(q, p)
		}
		for j, row := range r.Rows {
			e.examineRow(rowOf(path+".rows", j), i, j, row)
		}
		switch {
		case slices.ContainsFunc(e.n.Hours[:i], func(q HoursRule) bool { return q.ID == r.ID }):
			e.wrong(path+".id", "学时规则“%s”重复", r.ID)
		case len(r.Rows) == 0 && r.Evidence == "":
			e.wrong(path, "学时规则“%s”什么也没有要", r.ID)
		}
		if hits := unitHours.hits(p); len(hits) > len(r.Rows) {
			e.doubt(path+".rows", "%s里写的是%s，这里只有%d项", r.Clause, quoted(p, hits), len(r.Rows))
		}
		e.cited(path+".evidence", r.Clause, r.Evidence)
		if r.Learning != nil {
			e.named(path+".learning.name", r.Learning.Clause, r.Learning.Name)
			e.named(path+".learning.address", r.Learning.Clause, r.Learning.Address)
		}
		if found := learningWords.FindString(e.own(r.Clause).text); r.Learning == nil && found != "" {
			e.doubt(path+".learning", "没有写“learning”，%s里有“%s”", r.Clause, found)
		}
		e.examineBases(path+".bases", r)
		for j, b := range r.Bases {
			e.examineBasis(rowOf(path+".bases", j), r.Clause, b)
		}
	}
}

// learningWords are how a clause names a site on which hours are learned.
var learningWords = regexp.MustCompile(`登录“[^”]*平台”.{0,4}学习|学习平台|https?:`)

// cited wants a check that a rule names to cite the clause of the rule.
func (e *examination) cited(path, clause, check string) {
	if check != "" && !slices.ContainsFunc(e.n.Citations[check], func(c Citation) bool { return isUnder(c.Clause, clause) }) {
		e.wrong(path, "citations 里没有“%s”引%s的话", check, clause)
	}
}

// examineRow looks at one number of hours: what it counts, and which check judges it.
func (e *examination) examineRow(path string, rule, at int, row forms.HoursRow) {
	several := len(row.Subjects) > 1
	switch {
	case len(row.Subjects) == 0 || !sameSet(row.Subjects, slices.Compact(slices.Clone(row.Subjects))):
		e.wrong(path+".subjects", "科目要写，不重复")
	case several != (row.Reading != ""):
		e.wrong(path+".reading", "几个科目要写 reading（together、each 或 unclear），一个科目不写")
	}
	e.examineSubjects(path+".subjects", row)
	e.cited(path+".check", e.n.Hours[rule].Clause, row.Check)
	e.examineQuoted(path+".least", row.Check, e.n.Hours[rule].numbers("")[at])
	for i, r := range e.n.Hours[:rule+1] {
		for j, other := range r.Rows {
			if (i < rule || j < at) && other.Check == row.Check {
				e.wrong(path+".check", "“%s”前面已经用了", row.Check)
			}
		}
	}
	if i := slices.IndexFunc(e.n.Hours[rule].Rows, func(r forms.HoursRow) bool { return slices.Contains(r.Subjects, forms.Total) }); i >= 0 && row.Least > e.n.Hours[rule].Rows[i].Least {
		e.wrong(path+".least", "比总学时%d还多", e.n.Hours[rule].Rows[i].Least)
	}
}

// examineQuoted wants a number in the words that its check cites, and no other one.
func (e *examination) examineQuoted(path, check string, q quantity) {
	quotes, said := e.n.Citations[check], false
	for _, c := range quotes {
		p := newPassage(c.Quote)
		if said = said || q.in(p); len(q.candidates(p)) > 0 && !q.in(p) {
			e.wrong(path, "“%s”引的原话里写的是%s", check, quoted(p, q.candidates(p)))
			return
		}
	}
	if len(quotes) > 0 && !said {
		e.wrong(path, "“%s”引的原话里没有“%s”", check, q.shown)
	}
}

// examineYears wants the years ascending without a hole, and said as a span.
func (e *examination) examineYears(path string, s HoursRule, p passage) {
	if !e.there(s.Clause) {
		return
	}
	if len(s.Years) == 0 {
		e.wrong(path, "没有写年份")
		return
	}
	for i := 1; i < len(s.Years); i++ {
		if s.Years[i] != s.Years[i-1]+1 {
			e.wrong(path, "年份要从早到晚，一年不缺：%v", s.Years)
			return
		}
	}
	if s.spanned(p) {
		return
	}
	first, last := s.Years[0], s.Years[len(s.Years)-1]
	spans := yearSpans(p)
	if len(spans) == 0 {
		spans = yearSpans(e.own(s.Clause))
		if slices.Contains(spans, [2]int{first, last}) {
			return
		}
	}
	if len(s.Years) == 1 && strings.Contains(p.text, fmt.Sprintf("%d年", first)) {
		return
	}
	if len(spans) == 1 && spans[0][1]-spans[0][0] < 10 {
		var years []string
		for y := spans[0][0]; y <= spans[0][1]; y++ {
			years = append(years, fmt.Sprint(y))
		}
		e.fix(path, "["+strings.Join(years, ", ")+"]")
	}
	written := ""
	for _, span := range spans {
		written += fmt.Sprintf("“%d-%d年”", span[0], span[1])
	}
	if written != "" {
		written = "，写的是" + written
	}
	e.wrong(path, "%s里没有“%d-%d年”%s", s.Clause, first, last, written)
}

var documentNumber = regexp.MustCompile(`[\p{Han}]+〔\d{4}〕\d+号`)

// examineBases reports a document that is there twice, and doubts one that the text
// names for some specialties and no rule of the clause does.
func (e *examination) examineBases(path string, h HoursRule) {
	known := ""
	for _, r := range e.n.Hours {
		for i, b := range r.Bases {
			if r.Clause == h.Clause {
				known += newPassage(b.Document).text
			}
			if r.ID == h.ID && slices.ContainsFunc(r.Bases[:i], func(c HoursBasis) bool { return b.Document == c.Document }) {
				e.wrong(rowOf(path, i), "“%s”写了两次", b.Document)
			}
		}
	}
	for _, p := range e.own(h.Clause).segments() {
		before, title, ok := strings.Cut(p.text, "《")
		title, behind, _ := strings.Cut(title, "》")
		number := documentNumber.FindString(behind)
		if named := e.specialtiesIn(before); ok && len(named) > 0 && !strings.Contains(known, title) && (number == "" || !strings.Contains(known, number)) {
			e.doubt(path, "没有写%s的《%s》", e.specialtyNames(named), title)
		}
	}
}

// examineBasis compares a document by which hours are counted with the part of the
// sentence that names it: for which specialties, and whether it binds.
func (e *examination) examineBasis(path, clause string, b HoursBasis) {
	e.named(path+".document", clause, b.Document)
	for _, p := range e.own(clause).segments() {
		if !strings.Contains(p.text, newPassage(b.Document).text) {
			continue
		}
		before, _, _ := strings.Cut(p.text, "《")
		if named := e.specialtiesIn(before); len(named) > 0 && !sameSet(named, b.Specialties) {
			e.wrong(path+".specialties", "%s里这份文件管的是%s", clause, e.specialtyNames(named))
		}
		if loose := strings.Contains(before, "可参考") || strings.Contains(before, "可以参考"); loose == b.Binding {
			e.wrong(path+".binding", "%s里写的是“%s”", clause, before)
		}
		return
	}
}
