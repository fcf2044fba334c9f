package notice

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Proposal is a notice as far as a program can draft it from the published text and
// the notice of an earlier year. Its maker goes over every line.
type Proposal struct {
	Source  Source
	Remarks []string // what to look at
}

// rounds is how often the data is compared with the text: a fixed year lets more be
// found than the one before.
const rounds = 5

// Propose cuts a published text at its own numbers, and rewrites the data of a pattern
// by it: quotes whose numbers changed, and numbers of which the clause has one other.
func Propose(id string, text []byte, pattern Source) (Proposal, error) {
	published, err := Text(text)
	if err != nil {
		return Proposal{}, err
	}
	if !pattern.parts[PartData].there {
		return Proposal{}, errors.New("没有照着写的通知：用 --like 指一份")
	}
	cut := cutText(published)
	earlier := clausesOf(cutBlocks(string(bytesWithoutMark(pattern.parts[PartText].data)), func(int, string, string, ...any) {}))
	if numbers(published)*2 < numbers(string(pattern.parts[PartText].data)) {
		cut = cutLike(published, earlier)
	}
	s := Source{Name: id}
	s.parts[PartText] = sourcePart{name: partFiles[PartText], there: true, data: []byte(cut.text())}
	data := bytesWithoutMark(pattern.parts[PartData].data)
	if tree := parseTree(data, func(int, string) {}); tree == nil || tree.kind != '{' {
		return Proposal{}, errors.New("照着写的那份通知读不了")
	}
	moved := renumbered(earlier, clausesOf(cutBlocks(cut.text(), func(int, string, string, ...any) {})))
	data = edited(remark(data, moved), map[string]string{"id": quotedJSON(id), "version": "1"})
	said := map[string]string{} // in the pattern, by the new marks
	for _, c := range earlier {
		said[cmp.Or(moved[c.ID], c.ID)] = c.Text
	}
	changes := map[string]string{}
	for range rounds {
		s.parts[PartData] = sourcePart{name: partFiles[PartData], there: true, data: data}
		fixes := s.fixes(said)
		if len(fixes) == 0 {
			break
		}
		maps.Copy(changes, fixes)
		data = edited(data, fixes)
	}
	p := Proposal{Source: s, Remarks: cut.remarks}
	for _, old := range slices.Sorted(maps.Keys(moved)) {
		p.Remarks = append(p.Remarks, fmt.Sprintf("条款换了编号：%s → %s", old, moved[old]))
	}
	for _, path := range slices.Sorted(maps.Keys(changes)) {
		p.Remarks = append(p.Remarks, fmt.Sprintf("照原文改了 %s：%s", path, changes[path]))
	}
	e := examinationOf(s)
	e.read()
	if english, remarks := e.translated(pattern, moved); english != nil {
		p.Source.parts[PartEnglish] = sourcePart{name: partFiles[PartEnglish], there: true, data: english}
		p.Remarks = append(p.Remarks, remarks...)
	}
	p.Remarks = append(p.Remarks, "放假和调休（calendar）原文里没有，先只写了国庆三天：照国务院办公厅当年的放假安排改好，再在 calendar.source 里写上是哪一份。")
	return p, nil
}

// Text returns a published text as somebody saved it; the error says what its encoding is
// and on which line it goes wrong.
func Text(data []byte) (string, error) {
	if line, message := encoding(bytesWithoutMark(data)); message != "" {
		return "", fmt.Errorf("第%d行：%s", line, message)
	}
	return string(bytesWithoutMark(data)), nil
}

func bytesWithoutMark(data []byte) []byte {
	return []byte(strings.TrimPrefix(string(data), "\ufeff"))
}

func quotedJSON(text string) string {
	data, _ := json.Marshal(text) // a string always can be
	return string(data)
}

// fixes are the values of the data for which the text has exactly one other; said is what
// the pattern says in its clauses.
func (s Source) fixes(said map[string]string) map[string]string {
	e := examinationOf(s)
	e.fixes = map[string]string{}
	if !e.read() {
		return nil
	}
	e.examine()
	e.fixHead()
	e.fixQuotes(said)
	e.fixAligned(said)
	return e.fixes
}

// fix proposes a value for a path.
func (e *examination) fix(path, value string) {
	if _, known := e.fixes[path]; e.fixes != nil && !known {
		e.fixes[path] = value
	}
}

// fixNumber proposes another number than that of the data.
func (e *examination) fixNumber(path string, now, found int) {
	if now != found {
		e.fix(path, fmt.Sprint(found))
	}
}

var titleYear = regexp.MustCompile(`(\d{4})年度?`)

// fixHead proposes number, year, day of issue, and a calendar of the year.
func (e *examination) fixHead() {
	if number := e.own("文号").text; number != "" && number != newPassage(e.n.Number).text {
		e.fix("number", quotedJSON(number))
	}
	year := e.n.Year
	if m := titleYear.FindStringSubmatch(e.own("标题").text); m != nil && m[1] != fmt.Sprint(year) {
		e.fix("year", m[1])
	}
	if found := days(e.own(footer), year); len(found) == 1 && found[0].day != e.n.Issued.Day {
		e.fix("issued", quotedJSON(found[0].day.String()))
	}
	if !strings.Contains(e.n.Calendar.Source, fmt.Sprint(year)) {
		e.fix("calendar.from", quotedJSON(e.n.Issued.String()))
		e.fix("calendar.to", quotedJSON(fmt.Sprintf("%d-12-31", year)))
		e.fix("calendar.holidays", fmt.Sprintf(`["%d-10-01", "%d-10-02", "%d-10-03"]`, year, year, year))
		e.fix("calendar.workdays", "[]")
		e.fix("calendar.source", `""`) // refused until somebody names the arrangement that it agrees with
	}
	if m := officeOf.FindStringSubmatch(e.own("印发").text); m != nil && m[1] != e.n.Place {
		e.fix("place", quotedJSON(m[1]))
	}
	if site := siteIn.FindString(e.own(e.n.Filing().Clause).text); site != "" && site != e.n.Platform {
		e.fix("platform", quotedJSON(site))
	}
	for i, p := range e.n.Plans {
		if plan := e.own(p.Clause); !plan.says(p.Name) {
			if name := nearest(p.Name, planNames.FindAllString(plan.text, -1)); name != "" {
				e.fix(rowOf("plans", i)+".name", quotedJSON(name))
			}
		}
	}
}

// officeOf is a place with the office of it that prints the notice, and siteIn a site's
// address.
var (
	officeOf = regexp.MustCompile(`^([\p{Han}]{2,6}?)[省市县区][\p{Han}]`)
	siteIn   = regexp.MustCompile(`https?://[\w.-]+`)
)

var planNames = regexp.MustCompile(`[\p{Han}]*\d{4}年度[\p{Han}]{6,50}计划`)

// numberInQuote is what may differ between the years in the same words.
var numberInQuote = regexp.MustCompile(`\d+(?:\.\d+)?|[一二两三四五六七八九十]+([年项份个])`)

// fixQuotes rewrites quotes that the text has with other numbers, between the same words,
// or nearly.
func (e *examination) fixQuotes(said map[string]string) {
	for key, citations := range e.n.Citations {
		for i, c := range citations {
			quote := newPassage(c.Quote).text
			own := e.own(c.Clause)
			if quote == "" || strings.Contains(own.text, quote) {
				continue
			}
			path := fmt.Sprintf("citations.%s.%d", key, i)
			if found := wild(quote).FindString(own.text); found != "" {
				e.fix(path+".quote", quotedJSON(found))
				continue
			}
			if found := aligned(said[c.Clause], own.text, quote); found != "" {
				e.fix(path+".quote", quotedJSON(found))
				continue
			}
			if id := e.onlyClause(quote, citations); id != "" {
				e.fix(path+".clause", quotedJSON(id))
				continue
			}
			var sentences []string
			for _, p := range own.cut("。；") {
				sentences = append(sentences, strings.TrimRight(p.text, "。；"))
			}
			if found := nearest(quote, sentences); found != "" {
				e.fix(path+".quote", quotedJSON(found))
			}
		}
	}
}

// onlyClause is the one clause with a quote that none of some citations is of; "" where
// there are several.
func (e *examination) onlyClause(quote string, citations []Citation) string {
	found := ""
	for _, c := range e.n.clauses {
		cited := slices.ContainsFunc(citations, func(other Citation) bool {
			return other.Clause == c.ID && newPassage(other.Quote).text == quote
		})
		switch {
		case cited || !strings.Contains(e.own(c.ID).text, quote):
		case found != "":
			return ""
		default:
			found = c.ID
		}
	}
	return found
}

// wild is a quote in which any number may be another one.
func wild(quote string) *regexp.Regexp {
	var out strings.Builder
	at := 0
	for _, m := range numberInQuote.FindAllStringSubmatchIndex(quote, -1) {
		out.WriteString(regexp.QuoteMeta(quote[at:m[0]]))
		if m[2] < 0 {
			out.WriteString(`\d+(?:\.\d+)?`)
		} else {
			out.WriteString(`[一二两三四五六七八九十]+` + quote[m[2]:m[3]])
		}
		at = m[1]
	}
	return regexp.MustCompile(out.String() + regexp.QuoteMeta(quote[at:]))
}

// alike is how much of two texts has to be the same for one to stand for the other.
const alike = 0.6

// nearest returns the candidate that is most like a text, "" where none is.
func nearest(text string, candidates []string) string {
	best := slices.MaxFunc(append(candidates, ""), func(a, b string) int { return cmp.Compare(likeness(text, a), likeness(text, b)) })
	if likeness(text, best) < alike {
		return ""
	}
	return best
}

// likeness is the share of pairs of characters that two texts have in common.
func likeness(a, b string) float64 {
	pairs := func(s string) map[string]int {
		r := []rune(s)
		count := map[string]int{}
		for i := 0; i+1 < len(r); i++ {
			count[string(r[i:i+2])]++
		}
		return count
	}
	x, y := pairs(a), pairs(b)
	common, all := 0, len([]rune(a))+len([]rune(b))-2
	for pair, n := range x {
		common += min(n, y[pair])
	}
	if all <= 0 {
		return 0
	}
	return 2 * float64(common) / float64(all)
}

// edited puts values into a JSON text at their paths and leaves the rest as it is.
func edited(data []byte, values map[string]string) []byte {
	tree := parseTree(data, func(int, string) {})
	type edit struct {
		begin, end int
		value      string
	}
	var edits []edit
	for path, value := range values {
		n := tree
		for _, key := range strings.Split(path, ".") {
			n = n.child(key)
		}
		if n != nil {
			edits = append(edits, edit{n.begin, n.end, value})
		}
	}
	slices.SortFunc(edits, func(a, b edit) int { return b.begin - a.begin })
	out := string(data)
	for _, e := range edits {
		out = out[:e.begin] + e.value + out[e.end:]
	}
	return []byte(out)
}

// Files are the files of a notice's folder, by their names.
func (s Source) Files() map[string][]byte {
	files := map[string][]byte{}
	for part, name := range partFiles {
		if p := s.parts[part]; p.there {
			files[name] = append([]byte(strings.TrimRight(string(bytesWithoutMark(p.data)), "\r\n")), '\n')
		}
	}
	return files
}
