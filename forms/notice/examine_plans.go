package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms"
)

const mostPlans = 30

// specialtiesIn returns the specialties that a text names, by the notice's words.
func (e *examination) specialtiesIn(text string) []forms.Specialty {
	var found []forms.Specialty
	for _, s := range e.n.Specialties {
		if slices.ContainsFunc(s.Words, func(w string) bool { return strings.Contains(text, w) }) {
			found = append(found, s.Value)
		}
	}
	return found
}

func (e *examination) specialtyNames(values []forms.Specialty) string {
	var names []string
	for _, s := range e.n.Specialties {
		if slices.Contains(values, s.Value) {
			names = append(names, s.Name)
		}
	}
	return strings.Join(names, "、")
}

// addressees are whom a text speaks of; none where it does not say.
type addressees struct {
	levels []forms.Level
	fields []string
}

var (
	titles   = regexp.MustCompile(`《[^》]*》`)
	fullWord = regexp.MustCompile(`正高级?(工程师|职称)?`)
	someWord = regexp.MustCompile(`高级(工程师|职称)?`)
	midWord  = regexp.MustCompile(`中级(工程师|职称)?|中、|工程师`)
	office   = regexp.MustCompile(`^(和规划|主管|厅|局|部|委|行政|办)`)
)

// addressed reads whom a text speaks of.
func (e *examination) addressed(text string) addressees {
	var a addressees
	text = titles.ReplaceAllString(text, "")
	a.fields = e.fieldsIn(text)
	text = strings.NewReplacer("助理工程师", "", "中高级", "中级高级", "高评委", "", "中评委", "", "级评审委员会", "").Replace(text)
	if strings.Contains(text, "各级") {
		return addressees{[]forms.Level{forms.LevelEngineer, forms.LevelSeniorEngineer, forms.LevelFullSeniorEngineer}, a.fields}
	}
	for _, w := range []struct {
		word  *regexp.Regexp
		level forms.Level
	}{{fullWord, forms.LevelFullSeniorEngineer}, {someWord, forms.LevelSeniorEngineer}, {midWord, forms.LevelEngineer}} {
		if w.word.MatchString(text) {
			a.levels, text = append(a.levels, w.level), w.word.ReplaceAllString(text, "")
		}
	}
	return a
}

// fieldsIn returns the fields of the plans that a text names, itself or by one of
// their specialties; an office that is called after a field is not meant.
func (e *examination) fieldsIn(text string) []string {
	var found []string
	for _, p := range e.n.Plans {
		if p.Field == "" || slices.Contains(found, p.Field) {
			continue
		}
		named := slices.ContainsFunc(e.specialtiesIn(text), func(s forms.Specialty) bool { return slices.Contains(p.Specialties, s) })
		for i, part := range strings.Split(text, p.Field) {
			named = named || i > 0 && !office.MatchString(part)
		}
		if named {
			found = append(found, p.Field)
		}
	}
	return found
}

// leaveOut reports whether a text speaks of others than a plan's applicants.
func (a addressees) leaveOut(p Plan) bool {
	return len(a.levels) > 0 && !slices.Contains(a.levels, p.Level) || len(a.fields) > 0 && !slices.Contains(a.fields, p.Field)
}

// mean reports whether a text speaks of a plan's applicants expressly.
func (a addressees) mean(p Plan) bool { return slices.Contains(a.levels, p.Level) && !a.leaveOut(p) }

func (e *examination) examinePlans() {
	n := e.n
	if len(n.Plans) == 0 || len(n.Plans) > mostPlans {
		e.wrong("plans", "有%d个评审计划，要有1到%d个", len(n.Plans), mostPlans)
	}
	e.examineSpecialties()
	e.examineRouteNames()
	for i, p := range n.Plans {
		path := rowOf("plans", i)
		for j, q := range n.Plans[:i] {
			switch {
			case p.Code == q.Code:
				e.wrong(path+".code", "计划代码%s重复", p.Code)
			case p.Name == q.Name:
				e.wrong(path+".name", "和第%d个计划同名", j+1)
			case p.Level == q.Level && slices.ContainsFunc(p.Specialties, func(s forms.Specialty) bool { return slices.Contains(q.Specialties, s) }):
				e.wrong(path+".specialties", "和计划%s的专业、级别重了，一个专业一个级别只能有一个计划", q.Code)
			case p.Field == q.Field && !sameSet(p.Specialties, q.Specialties):
				e.doubt(path+".specialties", "和同一领域的计划%s的专业不一样", q.Code)
			}
		}
		e.examinePlanName(path, p)
		e.examineConditions(path, p)
		e.examinePlanRules(path, p)
		e.examineRoutes(path, p)
		e.examineFee(path, p)
	}
	e.examineUnused()
}

func (e *examination) examineSpecialties() {
	for i, s := range e.n.Specialties {
		path := rowOf("specialties", i)
		switch {
		case !wordPattern.MatchString(string(s.Value)) || s.Value == forms.SpecialtyOther:
			e.wrong(path+".value", "“%s”要用小写字母，不能是 other", s.Value)
		case slices.ContainsFunc(e.n.Specialties[:i], func(t SpecialtyName) bool { return s.Value == t.Value || s.Name == t.Name }):
			e.wrong(path+".value", "专业“%s”写了两次", s.Value)
		case !slices.ContainsFunc(e.n.Plans, func(p Plan) bool { return slices.Contains(p.Specialties, s.Value) }):
			e.wrong(path+".value", "专业“%s”没有一个评审计划", s.Name)
		}
		if s.Name != "" && !e.whole().says(s.Name) {
			e.wrong(path+".name", "原文里没有“%s”这个专业", s.Name)
		}
		if named := e.specialtiesIn(s.Name); s.Name != "" && !slices.Contains(named, s.Value) {
			e.wrong(path+".words", "“%s”里没有一个自己的词", s.Name)
		}
		e.examineWords(path, i)
	}
}

// examineWords wants the words of a specialty to be its own, and in the text.
func (e *examination) examineWords(path string, i int) {
	for k, w := range e.n.Specialties[i].Words {
		here := rowOf(path+".words", k)
		switch {
		case len([]rune(w)) < 2 || !strings.Contains(e.whole().text, w):
			e.wrong(here, "“%s”要有两个字以上，原文里有", w)
		case slices.Contains(e.n.Specialties[i].Words[:k], w),
			slices.ContainsFunc(e.n.Specialties[:i], func(s SpecialtyName) bool { return slices.Contains(s.Words, w) }):
			e.wrong(here, "“%s”前面已经写了", w)
		}
	}
}

// examinePlanName wants the name whole in its clause, and of the level, the field and
// the year that the plan is said to be.
func (e *examination) examinePlanName(path string, p Plan) {
	e.named(path+".name", p.Clause, p.Name)
	if !codePattern.MatchString(string(p.Code)) {
		e.wrong(path+".code", "“%s”要用大写字母和数字", p.Code)
	}
	for _, name := range []struct{ key, text string }{{".name", p.Name}, {".short", p.Short}} {
		if levels := e.addressed(name.text).levels; len(levels) != 1 || levels[0] != p.Level {
			e.wrong(path+".level", "级别和名称“%s”对不上", name.text)
		}
	}
	if p.Field != "" && (len([]rune(p.Field)) < 2 || !strings.Contains(p.Name, p.Field)) {
		e.wrong(path+".field", "“%s”要是计划名称里的词，两个字以上", p.Field)
	}
	if year := anyYear.FindString(p.Name); year != "" && year != fmt.Sprint(e.n.Year) {
		e.wrong(path+".name", "名称里是%s年，通知是%d年度的", year, e.n.Year)
	}
	rest := []rune(p.Name)
	for _, r := range p.Short {
		i := slices.Index(rest, r)
		if i < 0 {
			e.wrong(path+".short", "短名要由名称里的字组成")
			break
		}
		rest = rest[i+1:]
	}
	for i, s := range p.Specialties {
		if !slices.ContainsFunc(e.n.Specialties, func(t SpecialtyName) bool { return t.Value == s }) {
			e.wrong(rowOf(path+".specialties", i), "specialties 里没有“%s”", s)
		}
	}
	if len(p.Specialties) == 0 {
		e.wrong(path+".specialties", "没有写专业")
	}
}

// examineConditions looks at the document of a plan's conditions and at whom the
// clause that names it speaks of.
func (e *examination) examineConditions(path string, p Plan) {
	c := p.Conditions
	e.named(path+".conditions.document", c.Clause, c.Document)
	own := e.own(c.Clause).text
	if own == "" {
		return
	}
	if e.addressed(own).leaveOut(p) {
		e.wrong(path+".conditions.clause", "%s说的不是这个计划的专业或级别", c.Clause)
	}
	named := e.specialtiesIn(titles.ReplaceAllString(own, ""))
	if len(named) > 0 && !sameSet(named, p.Specialties) {
		e.wrong(path+".specialties", "%s里的专业是%s", c.Clause, e.specialtyNames(named))
	}
	annex := strings.HasPrefix(c.Document, "附件")
	switch {
	case annex && e.under(c.Document).text == "":
		e.wrong(path+".conditions.document", "原文里没有%s", c.Document)
	case p.Tenure == TenureEngineer && e.n.Engineer == nil:
		e.wrong(path+".tenure", "计划%s要的年限规则“%s”没有写", p.Code, p.Tenure)
	case p.Tenure == TenureEngineer && !isUnder(e.n.Engineer.Clause, c.Document):
		e.wrong(path+".tenure", "engineer 的条款不在这个计划的条件“%s”里", c.Document)
	}
}

// examinePlanRules looks at whether the rules that a plan follows speak of its
// applicants, and whether one that does was left out.
func (e *examination) examinePlanRules(path string, p Plan) {
	known := p.Hours == ""
	for _, r := range e.n.Hours {
		a := e.addressed(e.sentence(r).text)
		if own := e.own(r.Clause).text; len(a.levels) == 0 {
			a = e.addressed(own)
		}
		known = known || r.ID == p.Hours
		e.follows(path+".hours", r.Clause, p, matching{r.ID == p.Hours, p.Hours == "", a})
	}
	if !known {
		e.wrong(path+".hours", "计划%s要的学时规则“%s”没有写", p.Code, p.Hours)
	}
	known = p.Interview == ""
	for _, i := range e.n.Interviews {
		known = known || i.ID == p.Interview
		e.follows(path+".interview", i.Clause, p, matching{i.ID == p.Interview, p.Interview == "", e.addressed(e.own(i.Clause).text)})
	}
	if !known {
		e.wrong(path+".interview", "计划%s要的面试规则“%s”没有写", p.Code, p.Interview)
	}
}

// matching is how a plan stands to a rule: whether it follows it, or none, and whom
// the rule's clause speaks of.
type matching struct {
	follows, none bool
	addressees
}

func (e *examination) follows(path, clause string, p Plan, m matching) {
	switch {
	case m.follows && m.leaveOut(p):
		e.wrong(path, "%s说的不是这个计划的专业或级别", clause)
	case m.none && m.mean(p):
		e.wrong(path, "%s说的就是这个计划的申报人，这里没有写", clause)
	}
}

func (e *examination) examineRoutes(path string, p Plan) {
	e.knownRoutes(path, p.Routes)
	for i, r := range p.Routes {
		here := rowOf(path+".routes", i)
		switch word := e.routeWord(r); {
		case slices.Index(p.Routes, r) < i:
			e.wrong(here, "“%s”写了两次", r)
		case word != "" && !strings.Contains(e.whole().text, word):
			e.wrong(here, "原文里没有“%s”", word)
		case word != "" && !e.supported(p, r):
			e.doubt(here, "原文里的“%s”说的不是这个计划", word)
		}
	}
	for _, r := range []forms.Route{forms.RouteNormal, forms.RouteUnsure} {
		if !slices.Contains(p.Routes, r) {
			e.wrong(path+".routes", "缺了“%s”", r)
		}
	}
	for _, r := range e.n.InterviewOf(p).Routes {
		if !slices.Contains(p.Routes, r) {
			e.wrong(path+".routes", "面试的条款写到了“%s”，这里没有“%s”", e.routeWord(r), r)
		}
	}
	if p.Tenure == TenureEngineer && !slices.Contains(p.Routes, forms.RouteExceptional) {
		e.wrong(path+".routes", "engineer 里有破格的条件，这里没有“%s”", forms.RouteExceptional)
	}
}

// supported reports whether something in the notice speaks for a route of a plan, or
// nothing speaks of the route at all but in passing.
func (e *examination) supported(p Plan, r forms.Route) bool {
	if p.Tenure == TenureEngineer && r == forms.RouteExceptional {
		return true
	}
	elsewhere := false
	for _, q := range e.n.Plans {
		if slices.Contains(e.n.InterviewOf(q).Routes, r) {
			if q.Field == p.Field {
				return true
			}
			elsewhere = true
		}
	}
	return !elsewhere
}

// examineFee compares a plan's fee with the part of the sentence that says it.
func (e *examination) examineFee(path string, p Plan) {
	if p.Fee != nil {
		own := e.own(p.Fee.Clause)
		if a, ok := e.feeFor(own, p.Fee.Yuan); ok && a.leaveOut(p) {
			e.wrong(path+".fee", "%s里%d元说的不是这个计划的专业或级别", p.Fee.Clause, p.Fee.Yuan)
			return
		}
		e.said(quantity{path + ".fee.yuan", p.Fee.Clause, p.Fee.Yuan, unitYuan, fmt.Sprintf("%d元", p.Fee.Yuan), nil})
		return
	}
	for _, c := range e.n.clauses {
		own := e.own(c.ID)
		if !strings.ContainsAny(own.text, "元圆") {
			continue
		}
		for _, h := range unitYuan.hits(own) {
			if a, ok := e.feeFor(own, h.value); ok && a.mean(p) {
				e.wrong(path+".fee", "%s写了“%s”，这个计划没有写", c.ID, own.text[h.at:h.end])
				return
			}
		}
	}
}

// feeFor returns whom the part of a sentence with an amount speaks of.
func (e *examination) feeFor(p passage, yuan int) (addressees, bool) {
	for _, part := range p.segments() {
		if slices.ContainsFunc(unitYuan.hits(part), func(h hit) bool { return h.value == yuan }) {
			if a := e.addressed(part.text); len(a.levels) > 0 {
				return a, true
			}
			return e.addressed(p.text), true
		}
	}
	return addressees{}, false
}

// examineUnused reports rules that no plan follows, and fees that no plan has.
func (e *examination) examineUnused() {
	used := func(has func(Plan) bool) bool { return slices.ContainsFunc(e.n.Plans, has) }
	for i, r := range e.n.Hours {
		if !used(func(p Plan) bool { return p.Hours == r.ID }) {
			e.wrong(rowOf("hours", i), "没有一个计划用这条学时规则")
		}
	}
	if e.n.Engineer != nil && !used(func(p Plan) bool { return p.Tenure == TenureEngineer }) {
		e.wrong("engineer", "没有一个计划用这些条件")
	}
	for k, i := range e.n.Interviews {
		if !used(func(p Plan) bool { return p.Interview == i.ID }) {
			e.wrong(rowOf("interviews", k), "没有一个计划用这条面试规则")
		}
	}
}
