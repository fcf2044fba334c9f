package notice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"zhicheng/forms"
)

// examineRules looks at the numbers of every section that the notice has.
func (e *examination) examineRules() {
	e.examineHours()
	if e.n.Engineer != nil {
		e.examineEngineer(*e.n.Engineer)
	}
	for k, i := range e.n.Interviews {
		e.examineInterview(rowOf("interviews", k), i)
		if slices.ContainsFunc(e.n.Interviews[:k], func(other Interview) bool { return other.ID == i.ID || other.Check == i.Check }) {
			e.wrong(rowOf("interviews", k)+".id", "“%s”写了两次", i.ID)
		}
	}
	if s := e.n.Insurance; s != nil {
		e.said(quantity{"insurance.months", s.Clause, s.Months, unitMonths, fmt.Sprintf("%d个月", s.Months), near(`连续`, `社会保险`)})
	}
	if v := e.n.Verify; v != nil {
		e.said(quantity{"verification.since_year", v.Clause, v.SinceYear, unitSince, fmt.Sprintf("%d年", v.SinceYear), nil})
	}
	if d := e.n.Discipline; d != nil {
		e.said(quantity{"discipline.delay_years", d.Clause, d.DelayYears, unitYears, fmt.Sprintf("%d年", d.DelayYears), near(`延迟|推迟|延期`)})
		e.said(quantity{"discipline.ban_years", d.Clause, d.BanYears, unitYears, fmt.Sprintf("%d年", d.BanYears), near(`次年起`)})
	}
	e.examineLeftOut()
	s := e.n.Statement
	e.said(quantity{"statement.limit", s.Clause, s.Limit, unitLetters, fmt.Sprintf("%d字", s.Limit), near(`本人述职|述职`)})
	e.examinePhoto()
	e.examineMaterials()
}

// spoken are words by which a text speaks of a section.
var spoken = map[string]*regexp.Regexp{
	"insurance":          regexp.MustCompile(`连续缴纳(社会保险|社保)`),
	"verification":       regexp.MustCompile(`\d{4}年(以后|后|起)取得的?.{0,4}(学历|大专)`),
	"discipline":         regexp.MustCompile(`次年起.{1,3}年|(延迟|推迟|延期).{1,3}年`),
	"interviews":         regexp.MustCompile(`应当?参加.{0,20}(面试|答辩)`),
	"engineer":           regexp.MustCompile(`助理工程师.{0,6}年`),
	"publicity":          regexp.MustCompile(`公示.{0,20}个工作日|个工作日.{0,20}公示`),
	"recommendation_fee": regexp.MustCompile(`“[^”]*费”`),
	"post_address":       regexp.MustCompile(`地址：.{0,30}(路|街|道|号)`),
}

// examineLeftOut doubts a section that is not there though the text speaks of it.
func (e *examination) examineLeftOut() {
	for section, words := range spoken {
		if e.tree.child(section).size() > 0 || e.unread[section] {
			continue
		}
		if found := words.FindString(e.whole().text); found != "" {
			e.doubt(section, "没有写“%s”，原文里有“%s”", section, found)
		}
	}
}

// educationWords are how a notice speaks of an education.
var educationWords = map[forms.EducationLevel][]string{
	forms.Doctor: {"博士"}, forms.Master: {"硕士"}, forms.SecondBachelor: {"第二学士", "双学士"},
	forms.Bachelor: {"本科", "学士"}, forms.Associate: {"大专", "专科"}, forms.Secondary: {"中专"},
}

// educationName is the first of the words of an education.
func educationName(level forms.EducationLevel) string {
	return append(slices.Clone(educationWords[level]), "这种学历")[0]
}

// educationsIn returns the educations that a text names; 第二学士 is no 学士.
func educationsIn(text string) []forms.EducationLevel {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "双学士", "◆"), "第二学士", "◆")
	var found []forms.EducationLevel
	for _, o := range forms.EducationGrade.Options {
		level := forms.EducationLevel(o.Value)
		words := educationWords[level]
		if level == forms.SecondBachelor {
			words = []string{"◆"}
		}
		if slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) }) {
			found = append(found, level)
		}
	}
	return found
}

func (e *examination) examineEngineer(g Engineer) {
	if !e.there(g.Clause) {
		return
	}
	own := e.own(g.Clause)
	listed := slices.Clone(g.Examined)
	for i, t := range g.Tenure {
		path := rowOf("engineer.tenure", i)
		for _, level := range t.Levels {
			if level == "" {
				continue // could not be read
			}
			if slices.Contains(listed, level) {
				e.wrong(path+".levels", "“%s”写了两次", level)
			}
			listed = append(listed, level)
			e.examineTenure(path, g.Clause, t, level)
		}
	}
	for _, level := range educationsIn(own.text) {
		if !slices.Contains(listed, level) {
			e.wrong("engineer.tenure", "%s写到了%s，这里没有写“%s”要几年", g.Clause, educationName(level), level)
		}
	}
	for i, level := range g.Examined {
		if slices.Contains(g.Examined[:i], level) {
			e.wrong(rowOf("engineer.examined", i), "“%s”写了两次", level)
		}
		if level != "" && !slices.ContainsFunc(own.cut("；;。"), func(p passage) bool {
			return strings.Contains(p.text, "考") && slices.Contains(educationsIn(p.text), level)
		}) {
			e.wrong(rowOf("engineer.examined", i), "%s里没有说%s考察合格就可以", g.Clause, educationName(level))
		}
	}
	x := g.Exceptional
	if own := e.own(x.Clause); own.text != "" {
		e.said(quantity{"engineer.exceptional.years_with_education", x.Clause, x.YearsWithEducation, unitYears, fmt.Sprintf("%d年", x.YearsWithEducation), near(`(^|[^不])具备规定学历`)})
		e.said(quantity{"engineer.exceptional.years_without", x.Clause, x.YearsWithout, unitYears, fmt.Sprintf("%d年", x.YearsWithout), near(`不具备规定学历`)})
		e.said(quantity{"engineer.exceptional.items", x.Clause, x.Items, unitItems, fmt.Sprintf("%d项", x.Items), near(`中的`, `中有`, `中`)})
	}
	e.examineItems(x)
	if x.Service != nil {
		e.examineService(*x.Service, x.Clause)
	} else if found := serviceWords.FindString(e.under(x.Clause).text); found != "" {
		e.doubt("engineer.exceptional.service", "没有写“service”，%s里有“%s”", x.Clause, found)
	}
	e.examineAbilities(g)
}

// serviceWords are how an item asks for years of work by education.
var serviceWords = regexp.MustCompile(`中专[^；。]{0,6}[\d一二三四五六七八九十]+年`)

// examineItems wants the items to be those that are below the clause, or the number of
// them in it.
func (e *examination) examineItems(x Exceptional) {
	const path = "engineer.exceptional.of"
	listed := 0
	for e.under(fmt.Sprintf("%s%d", x.Clause, listed+1)).text != "" {
		listed++
	}
	switch {
	case x.Of < x.Items || x.Of > forms.ExceptionalItemCount:
		e.wrong(path, "要在%d到%d之间：%d项里要%d项", x.Items, forms.ExceptionalItemCount, x.Of, x.Items)
	case listed > 0 && listed != x.Of:
		e.wrong(path, "%s下面有%d项，这里写的是%d项", x.Clause, listed, x.Of)
	case listed == 0:
		e.said(quantity{path, x.Clause, x.Of, unitItems, fmt.Sprintf("%d项", x.Of), nil})
	}
}

// examineService wants both numbers of years, and the item's number to be its clause's.
func (e *examination) examineService(s Service, above string) {
	const path = "engineer.exceptional.service."
	e.said(quantity{path + "years_secondary", s.Clause, s.YearsSecondary, unitYears, fmt.Sprintf("中专%d年", s.YearsSecondary), near(`中专`)})
	e.said(quantity{path + "years_other", s.Clause, s.YearsOther, unitYears, fmt.Sprintf("其他学历%d年", s.YearsOther), near(`其他学历|其他|其它`)})
	steps, _ := parseMark(s.Clause)
	if len(steps) > 0 && (!isUnder(s.Clause, above) || steps[len(steps)-1].value != s.Item) {
		e.wrong(path+"item", "%s不是%s的第%d项", s.Clause, above, s.Item)
	}
}

// examineTenure wants the years, and the 左右, behind the name of each education.
func (e *examination) examineTenure(path, clause string, t Tenure, level forms.EducationLevel) {
	p := e.own(clause)
	if !slices.Contains(educationsIn(p.text), level) {
		e.wrong(path+".levels", "%s里没有写%s", clause, strings.Join(educationWords[level], "、"))
		return
	}
	q := quantity{path + ".years", clause, t.Years, unitYears, fmt.Sprintf("%s%d年", educationName(level), t.Years), near(educationWords[level]...)}
	e.said(q)
	for _, h := range q.candidates(p) {
		if h.value == t.Years && strings.HasPrefix(p.text[h.end:], "左右") != t.About {
			e.wrong(path+".about", "%s里%s的年数后面%s“左右”", clause, educationName(level), map[bool]string{true: "没有", false: "有"}[t.About])
		}
	}
}

// departmentWords are how a notice speaks of a department.
var departmentWords = map[forms.Department]string{forms.DepartmentProduction: "生产", forms.DepartmentResearch: "研究"}

func (e *examination) examineAbilities(g Engineer) {
	for _, d := range []forms.Department{forms.DepartmentProduction, forms.DepartmentResearch} {
		path := join("engineer.abilities", string(d))
		if name := g.Departments[d]; name != "" && !strings.Contains(e.whole().text, newPassage(name).text) {
			e.wrong(join("engineer.departments", string(d)), "原文里没有“%s”", name)
		}
		ids := g.Abilities[d]
		if len(ids) == 0 || len(ids) > forms.AbilityCount {
			e.wrong(path, "部门%s要有1到%d条能力条件", d, forms.AbilityCount)
			continue
		}
		for i, id := range ids {
			e.exists(rowOf(path, i), id)
			here := rowOf(path, i)
			same := !slices.ContainsFunc(ids, func(other string) bool { return other != id }) // all in one clause
			switch {
			case i > 0 && !same && e.clauses[id] <= e.clauses[ids[i-1]]:
				e.wrong(here, "“%s”要照原文的先后，不重复", id)
			case e.under(id).text != e.own(id).text:
				e.wrong(here, "“%s”下面还分了条，要写到最细的一条", id)
			}
			e.examineDepartment(rowOf(path, i), id, d)
		}
		e.examineListed(path, ids)
	}
}

var circled = regexp.MustCompile(`[①-⑳]`)

// examineListed wants as many abilities as the text lists: next to the first, or inside
// of the one clause that has them all.
func (e *examination) examineListed(path string, ids []string) {
	steps, _ := parseMark(ids[0])
	if len(steps) == 0 {
		return
	}
	above, listed := parent(block{id: ids[0], steps: steps}), 0
	for _, c := range e.n.clauses {
		if steps, _ := parseMark(c.ID); len(steps) > 0 && above != "" && parent(block{id: c.ID, steps: steps}) == above {
			listed++
		}
	}
	if inside := circled.FindAllString(e.own(ids[0]).text, -1); len(inside) > 1 {
		listed = len(inside)
	}
	if listed > 1 && listed != len(ids) {
		e.wrong(path, "原文里有%d条，这里写了%d条", listed, len(ids))
	}
}

// examineDepartment looks at the nearest clause above an ability that names a department.
func (e *examination) examineDepartment(path, id string, d forms.Department) {
	steps, _ := parseMark(id)
	for above := parent(block{id: id, steps: steps}); above != "" && len(steps) > 0; {
		text := e.own(above).text
		production, research := strings.Contains(text, "生产"), strings.Contains(text, "研究")
		if production != research {
			if !strings.Contains(text, departmentWords[d]) {
				e.wrong(path, "“%s”是另一类部门的条件（%s）", id, text)
			}
			return
		}
		steps, _ = parseMark(above)
		above = parent(block{id: above, steps: steps})
	}
}

// routeWord is how the notice speaks of a way of applying, "" for one that needs no word.
func (e *examination) routeWord(route forms.Route) string {
	for _, r := range e.routes() {
		if r.Value == route {
			return r.Name
		}
	}
	return ""
}

// routes are the ways of applying that a text can name.
func (e *examination) routes() []RouteName {
	return append([]RouteName{{forms.RouteExceptional, "破格"}}, e.n.Routes...)
}

// routesIn returns the routes that a text names, by the longer of two words where one
// is part of the other.
func (e *examination) routesIn(text string) []forms.Route {
	var found []forms.Route
	longest := func(r, s RouteName) int { return len(s.Name) - len(r.Name) }
	for _, r := range slices.SortedStableFunc(slices.Values(e.routes()), longest) {
		if r.Name != "" && strings.Contains(text, r.Name) {
			found = append(found, r.Value)
			text = strings.ReplaceAll(text, r.Name, "")
		}
	}
	return found
}

// examineRouteNames wants the notice's own ways of applying to be words of the text,
// each once, and offered by a plan.
func (e *examination) examineRouteNames() {
	for i, r := range e.n.Routes {
		path := rowOf("routes", i)
		switch {
		case !wordPattern.MatchString(string(r.Value)) || slices.Contains([]forms.Route{forms.RouteNormal, forms.RouteExceptional, forms.RouteUnsure}, r.Value):
			e.wrong(path+".value", "“%s”要用小写字母，不能是 normal、exceptional、unsure", r.Value)
		case slices.ContainsFunc(e.n.Routes[:i], func(s RouteName) bool { return r.Value == s.Value || r.Name == s.Name }):
			e.wrong(path+".value", "申报方式“%s”写了两次", r.Value)
		case !slices.ContainsFunc(e.n.Plans, func(p Plan) bool { return slices.Contains(p.Routes, r.Value) }):
			e.wrong(path+".value", "申报方式“%s”没有一个评审计划", r.Name)
		}
		if len([]rune(r.Name)) < 2 || !strings.Contains(e.whole().text, r.Name) {
			e.wrong(path+".name", "“%s”要有两个字以上，原文里有", r.Name)
		}
	}
}

// knownRoutes reports routes that are neither the program's nor the notice's.
func (e *examination) knownRoutes(path string, routes []forms.Route) {
	for i, r := range routes {
		if r != forms.RouteNormal && r != forms.RouteUnsure && e.routeWord(r) == "" {
			e.wrong(rowOf(path+".routes", i), "routes 里没有“%s”", r)
		}
	}
}

func (e *examination) examineInterview(path string, i Interview) {
	p := e.under(i.Clause)
	if p.text == "" {
		return
	}
	e.knownRoutes(path, i.Routes)
	e.within(path+".name", i.Clause, i.Name)
	if named := e.routesIn(p.text); !sameSet(named, i.Routes) {
		e.wrong(path+".routes", "%s里要面试的申报方式是%s", i.Clause, e.routeNames(named))
	}
	later := near(`后学历|后取得的?学历`)
	found := after(p, later[0], unitYears.hits(p))
	switch {
	case i.LaterEducationYears > 0:
		e.said(quantity{path + ".later_education_years", i.Clause, i.LaterEducationYears, unitYears, fmt.Sprintf("%d年", i.LaterEducationYears), later}, p)
	case len(found) > 0:
		e.wrong(path+".later_education_years", "%s写了后学历%s，这里没有写", i.Clause, quoted(p, found))
	}
}

func (e *examination) routeNames(routes []forms.Route) string {
	if len(routes) == 0 {
		return "没有"
	}
	words := make([]string, len(routes))
	for i, r := range routes {
		words[i] = e.routeWord(r)
	}
	return strings.Join(words, "、")
}

// sameSet reports whether two lists have the same members, each once.
func sameSet[T comparable](a, b []T) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(x T) bool { return !slices.Contains(b, x) }) &&
		!slices.ContainsFunc(b, func(x T) bool { return !slices.Contains(a, x) })
}
