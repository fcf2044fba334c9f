package notice

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// Condition is one of the few that a material can hang on besides its check.
type Condition string

// The conditions: facts of the applicant, never an expression.
const (
	WhenTitled            Condition = "titled"             // has a title already
	WhenPublicInstitution Condition = "public_institution" // 事业单位
	WhenExceptional       Condition = "exceptional"        // on the exceptional route
	WhenForeign           Condition = "foreign_education"
	WhenHKMT              Condition = "hkmt_education" // of Hong Kong, Macao or Taiwan
	WhenSanctioned        Condition = "sanctioned"
)

var conditions = []Condition{WhenTitled, WhenPublicInstitution, WhenExceptional, WhenForeign, WhenHKMT, WhenSanctioned}

// Material is something that the notice asks for, in its own words but for what it is
// called and the remark.
type Material struct {
	Name   string   `json:"name"`             // as the clause has it
	Or     []string `json:"or,omitempty"`     // what will do instead
	Called string   `json:"called,omitempty"` // "": by its names
	For    string   `json:"for,omitempty"`    // of whom or what, if not of all
	Format string   `json:"format,omitempty"`
	Limit  string   `json:"limit,omitempty"`
	Size   string   `json:"size,omitempty"` // of paper: A4
	Copies int      `json:"copies,omitempty"`
	Who    []Who    `json:"who,omitempty"` // brings it; none where the notice does not say
	Clause string   `json:"clause"`
	NotIn  string   `json:"not_in,omitempty"` // a clause that lists materials and passes this one over
	// Check is the key of the check that says whether it is asked for and there.
	Check  string           `json:"check,omitempty"`
	When   Condition        `json:"when,omitempty"`
	Plans  []forms.PlanCode `json:"plans,omitempty"` // none: of all
	Remark string           `json:"remark,omitempty"`
}

// Material returns the material of a check.
func (n *Notice) Material(check string) (Material, bool) {
	i := slices.IndexFunc(n.Materials, func(m Material) bool { return m.Check == check })
	if i < 0 {
		return Material{}, false
	}
	return n.Materials[i], true
}

// Paper is what the notice calls the material of a check, or other words where it names
// none.
func (n *Notice) Paper(check string, other say.Text) say.Text {
	if m, ok := n.Material(check); ok {
		return n.Name(m.Name)
	}
	return other
}

// OnPaper reports whether anything is handed in on paper.
func (n *Notice) OnPaper() bool {
	return n.Has(PaperDay) || slices.ContainsFunc(n.Materials, func(m Material) bool { return m.Copies > 0 })
}

// Title is what a material is called in a list.
func (n *Notice) Title(m Material) say.Text {
	if m.Called != "" {
		return n.Name(m.Called)
	}
	names := []say.Text{n.Name(m.Name)}
	for _, other := range m.Or {
		names = append(names, n.Name(other))
	}
	return say.Join("、", names...)
}

// Asked returns paper and copies: A4纸一式3份; empty where the notice says neither.
func (m Material) Asked() say.Text {
	switch {
	case m.Copies == 0:
		return say.Text{}
	case m.Size == "":
		return say.F("一式%d份", m.Copies)
	}
	return say.F("%s纸一式%d份", m.Size, m.Copies)
}

// Printed returns paper and copies as what to do: A4纸打印一式3份.
func (m Material) Printed() say.Text {
	switch {
	case m.Copies == 0:
		return say.F("打印")
	case m.Size == "":
		return say.F("打印一式%d份", m.Copies)
	}
	return say.F("%s纸打印一式%d份", m.Size, m.Copies)
}

// words are those that the material is found by in a text.
func (m Material) words() []string { return append([]string{m.Name}, m.Or...) }

// shortestName is how many characters a material's name has at least.
const shortestName = 2

func (e *examination) examineMaterials() {
	for i, m := range e.n.Materials {
		path := rowOf("materials", i)
		if len([]rune(m.Name)) < shortestName && !e.unread[path+".name"] {
			e.wrong(path+".name", "“%s”太短，至少%d个字", m.Name, shortestName)
		}
		e.within(path+".name", m.Clause, m.Name)
		for k, other := range m.Or {
			e.within(rowOf(path+".or", k), m.Clause, other)
			if other == m.Name || slices.Contains(m.Or[:k], other) {
				e.wrong(rowOf(path+".or", k), "“%s”写了两次", other)
			}
		}
		e.within(path+".for", m.Clause, m.For)
		e.within(path+".format", m.Clause, m.Format)
		e.within(path+".limit", m.Clause, m.Limit)
		about := e.naming(m.Clause, m.words())
		e.plainWords(path+".called", m.Clause, m.Called, about)
		e.plainWords(path+".remark", m.Clause, m.Remark, about)
		e.examineCopies(path, m)
		e.examineSpoken(path, m, about)
		if m.NotIn != "" && strings.Contains(e.under(m.NotIn).text, newPassage(m.Name).text) {
			e.wrong(path+".not_in", "%s里写了%s", m.NotIn, m.Name)
		}
		for k, code := range m.Plans {
			if _, ok := e.n.Plan(code); !ok && code != "" {
				e.wrong(rowOf(path+".plans", k), "没有评审计划“%s”", code)
			}
		}
		if slices.ContainsFunc(e.n.Materials[:i], func(o Material) bool {
			return o.Name == m.Name && o.Clause == m.Clause && o.Check == m.Check && o.When == m.When
		}) {
			e.wrong(path, "“%s”写了两次", m.Name)
		}
	}
	if r := e.n.Receiver; r != nil {
		e.within("receiver.name", r.Clause, r.Name)
	}
	e.examinePapersLeftOut()
}

// spokenOf are words by which a text says more of a material.
var spokenOf = []struct {
	key   string
	value func(Material) string
	words *regexp.Regexp
}{
	{"format", func(m Material) string { return m.Format }, regexp.MustCompile(`(?i)格式为?(?:JPE?G|PNG|PDF|WORD)|(?:JPE?G|PNG|PDF|WORD)格式`)},
	{"limit", func(m Material) string { return m.Limit }, regexp.MustCompile(`\d+字(?:以内|以下|左右)|不[多少]于\d+[篇页项字]`)},
	{"for", func(m Material) string { return m.For }, regexp.MustCompile(`对于?\d{4}年以?[后起前]取得的`)},
}

// examineSpoken doubts what is left out of a material though the sentences that name it
// say so, and a paper that another clause passes over.
func (e *examination) examineSpoken(path string, m Material, about passage) {
	for _, s := range spokenOf {
		if found := s.words.FindString(about.text); found != "" && s.value(m) == "" && e.alone(m, about) {
			e.doubt(join(path, s.key), "没有写“%s”，%s里有“%s”", s.key, m.Clause, found)
		}
	}
	if m.NotIn != "" || m.Copies == 0 {
		return
	}
	for _, other := range e.n.Materials {
		if other.Clause != m.Clause || other.Copies == 0 || other.Name == m.Name {
			continue
		}
		for _, c := range e.n.clauses {
			if annex := annexOf(c.ID); annex != c.ID && strings.Contains(e.own(c.ID).text, newPassage(other.Name).text) && !strings.Contains(e.under(annex).text, newPassage(m.Name).text) {
				e.doubt(join(path, "not_in"), "没有写“not_in”，%s写了%s，没有写这一样", c.ID, other.Name)
				return
			}
		}
	}
}

// alone reports whether a material is the first of those that its sentences name.
func (e *examination) alone(m Material, about passage) bool {
	first := strings.Index(about.text, newPassage(m.Name).text)
	return !slices.ContainsFunc(e.n.Materials, func(o Material) bool {
		at := strings.Index(about.text, newPassage(o.Name).text)
		return o.Clause == m.Clause && at >= 0 && at < first
	})
}

var sizePattern = regexp.MustCompile(`[AB][1-6]`)

// examineCopies compares copies and size of paper with what the clause says behind the
// material's name, up to where another is named.
func (e *examination) examineCopies(path string, m Material) {
	own, name := e.own(m.Clause), newPassage(m.Name).text
	at := strings.Index(own.text, name)
	if at < 0 || name == "" || e.unread[path+".copies"] {
		return
	}
	from, end := at+len(name), len(own.text)
	if stop := strings.Index(own.text[from:], "。"); stop >= 0 {
		end = from + stop
	}
	for _, other := range e.n.Materials {
		for _, word := range other.words() {
			if i := strings.Index(own.text[from:], newPassage(word).text); i >= 0 && word != "" && !strings.Contains(m.Name, word) {
				end = min(end, from+i)
			}
		}
	}
	part := own.part(from, max(from, end))
	found := unitCopies.hits(part)
	switch {
	case m.Copies > 0 && len(found) == 0:
		e.wrong(path+".copies", "%s里%s后面没有写一式几份", m.Clause, m.Name)
	case m.Copies == 0 && len(found) > 0:
		e.wrong(path+".copies", "%s里写了%s，这里没有写", m.Clause, quoted(part, found))
	case m.Copies > 0 && found[0].value != m.Copies:
		e.fix(path+".copies", fmt.Sprint(found[0].value))
		e.wrong(path+".copies", "%s里没有“一式%d份”，写的是%s", m.Clause, m.Copies, quoted(part, found[:1]))
	}
	if said := sizePattern.FindString(part.text); said != m.Size {
		if said != "" && m.Size != "" {
			e.fix(path+".size", quotedJSON(said))
		}
		e.wrong(path+".size", "%s里写的是“%s”，这里是“%s”", m.Clause, cmp.Or(said, "没有"), cmp.Or(m.Size, "没有"))
	}
}

// Papers that a text asks for: in a sentence that asks, by the kind of their names.
var (
	asksFor   = regexp.MustCompile(`提供|提交|上传|导出|签署|报送|核对`)
	paperName = regexp.MustCompile(`《[^》]{2,40}(?:表|书|册|报告|证|证明|承诺|名单)》`)
)

// examinePapersLeftOut doubts a paper of the text that is among no materials.
func (e *examination) examinePapersLeftOut() {
	known := ""
	for _, m := range e.n.Materials {
		known += newPassage(strings.Join(m.words(), "\n")).text + "\n"
	}
	said := map[string]bool{}
	for _, c := range e.n.clauses {
		for _, name := range e.askedFor(c.ID) {
			if !said[name] && !strings.Contains(known, name) && !e.passedOver(c.ID, name) {
				said[name] = true
				e.doubt("materials", "%s里的%s没有写进来", c.ID, name)
			}
		}
	}
}

// askedFor are the names of the papers that a clause asks for.
func (e *examination) askedFor(clause string) (names []string) {
	if e.n.Informative[clause] != "" {
		return nil
	}
	for _, part := range e.own(clause).cut("。；;") {
		if asksFor.MatchString(part.text) {
			names = append(names, paperName.FindAllString(part.text, -1)...)
		}
	}
	return names
}

// passedOver reports whether a sentence of a clause that is passed over has a word.
func (e *examination) passedOver(clause, word string) bool {
	return slices.ContainsFunc(e.n.PassedOver, func(p PassedOver) bool {
		return p.Clause == clause && strings.Contains(newPassage(p.Quote).text, word)
	})
}
