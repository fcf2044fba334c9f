package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// holding is how long the present title has been held by the cut-off, seen from
// the qualification and from the appointment (三（六）): the later of the two
// counts, and where only one of them meets the years it has to be asked.
type holding struct {
	span
	start   forms.Date // the later known date
	undated bool       // a month whose days disagree
	onlyOne bool       // only one of the two dates meets the years
	gap     int        // days short, seen from start
}

// held judges n years of office by the cut-off. about turns a shortage into a
// question, as the notice then says 左右.
func held(f *facts, years int, about bool) holding {
	cutoff := f.notice.Dates.Cutoff.Day.Day
	judge := func(d forms.Day) Outcome {
		switch end := d.AddYears(years); {
		case end <= cutoff:
			return Pass
		case end == cutoff+1 || about:
			return Confirm
		}
		return Fail
	}
	h := holding{start: start(f.Title)}
	if h.start.Known() {
		h.gap = max(0, int(h.start.Last().AddYears(years)-cutoff))
	}
	outcomes := map[Outcome]bool{}
	for _, d := range []forms.Date{f.Title.QualifiedDate, f.Title.AppointedDate} {
		if d.Known() {
			o, month := onDate(d, judge)
			outcomes[o] = true
			h.undated = h.undated || month
		}
	}
	h.onlyOne = outcomes[Fail] && len(outcomes) > 1
	h.span = holdingSpan(outcomes, titleOpen(f), about)
	return h
}

// holdingSpan is what the outcomes of the known dates leave open.
func holdingSpan(outcomes map[Outcome]bool, asks []forms.Info, about bool) span {
	switch {
	case outcomes[Confirm] || outcomes[Fail] && len(outcomes) > 1:
		return known(Confirm)
	case len(asks) == 0 && outcomes[Fail]:
		return known(Fail)
	case len(asks) == 0:
		return known(Pass)
	case outcomes[Fail]:
		return open(Confirm, Fail, asks...)
	case outcomes[Pass] || about:
		return open(Pass, Confirm, asks...)
	}
	return open(Pass, Fail, asks...)
}

// start returns the day from which the present title counts: the later of
// qualification and appointment, as far as they are known.
func start(t forms.Title) forms.Date {
	q, a := t.QualifiedDate, t.AppointedDate
	if a.Known() && (!q.Known() || a.Last() >= q.Last()) {
		return a
	}
	return q
}

// titleOpen returns the dates of the title that are not known yet.
func titleOpen(f *facts) []forms.Info {
	var asks []forms.Info
	if !f.Title.QualifiedDate.Known() {
		asks = append(asks, forms.TitleQualified.Info)
	}
	if !f.Title.AppointedDate.Known() {
		asks = append(asks, forms.TitleAppointed.Info)
	}
	return asks
}

// tenureText says from when to when, and how long that is.
func tenureText(f *facts, start forms.Date) say.Text {
	cutoff := f.notice.Dates.Cutoff.Day
	text := say.F("从%s到%s共%s", start.Chinese(), cutoff.Chinese(), forms.Between(start.Last(), cutoff.Day))
	if !start.Exact() {
		return say.F("%s（按月末算）", text)
	}
	return text
}

// tenureForestryEngineer holds 附件3（一）2: 「获得硕士学位或取得第二学士学位，从事助理
// 工程师工作二年左右；获得学士学位或大学本科毕业，从事助理工程师工作四年以上；大学专科毕业，
// 从事助理工程师工作四年以上」, counted to the cut-off of 三（六）.
var tenureForestryEngineer = Check{
	ID: "tenure-forestry-engineer", Title: say.F("任职年限"), Step: forms.StepTitle, judge: judgeTenureForestryEngineer,
	only: byTenure(notice.TenureEngineer), Reads: paths(forms.PlanRoute, forms.TitleQualified, forms.TitleAppointed), needs: tenureNeeds,
	InRows: inRows(forms.EducationGrade, forms.EducationAward, forms.EducationIsLater),
}

func judgeTenureForestryEngineer(f *facts) Finding {
	switch f.route() {
	case forms.RouteNormal:
		return tenureByEducation(f)
	case forms.RouteExceptional:
		return notApplicable(say.F("您走破格，不看这一条的年限，看%s", f.notice.Engineer.Exceptional.Clause))
	case forms.RouteUnsure:
		return routeQuestion()
	}
	return missing(forms.PlanRoute.Info)
}

func routeQuestion() Finding {
	r := confirm(say.F("您不确定按正常还是破格申报"), say.F("先问单位人事，再改“申报方式”"))
	r.Question = say.F("请问：我应该按正常还是破格申报？")
	return r
}

// tenureByEducation takes the education with which the rule is easiest to meet:
// each of them would entitle by itself.
func tenureByEducation(f *facts) Finding {
	rows := f.degrees()
	spans, had := make([]span, len(rows)), make([]span, len(rows))
	for i, d := range rows {
		had[i] = tenureOfRow(f, d.Education, d.row)
		spans[i] = d.span(had[i])
	}
	all := best(spans...)
	if !all.decided() {
		return f.missingDegree(all)
	}
	i := slices.IndexFunc(spans, func(s span) bool { return s.decided() && s.least == all.least })
	return rows[i].words(tenureWords(f, rows[i].Education, had[i].least))
}

// tenureOfRow judges one education; without a level every level is possible.
func tenureOfRow(f *facts, e forms.Education, i int) span {
	levels := possible(e.Level, forms.EducationGrade.Info)
	if len(levels) == 1 {
		return tenureWith(f, e, i)
	}
	spans := make([]span, len(levels))
	for k, level := range levels {
		with := e
		with.Level = level
		spans[k] = tenureWith(f, with, i)
	}
	return either([]forms.Info{ask(forms.EducationGrade, i)}, spans...)
}

func tenureWith(f *facts, e forms.Education, i int) span {
	if slices.Contains(f.notice.Engineer.Examined, e.Level) {
		return known(Confirm)
	}
	rule, ok := yearsFor(f, e.Level)
	if !ok {
		return known(Fail)
	}
	h := held(f, rule.Years, rule.About)
	if h.least != Pass {
		return h.span
	}
	return worst(h.span, laterEducation(f, rule, e, i))
}

// yearsFor returns the rule of a level; ok is false where no years suffice.
func yearsFor(f *facts, level forms.EducationLevel) (rule notice.Tenure, ok bool) {
	k := slices.IndexFunc(f.notice.Engineer.Tenure, func(t notice.Tenure) bool {
		return slices.Contains(t.Levels, level)
	})
	if k < 0 {
		return notice.Tenure{}, false
	}
	return f.notice.Engineer.Tenure[k], true
}

// tenureWords words what an education came to.
func tenureWords(f *facts, e forms.Education, o Outcome) Finding {
	if slices.Contains(f.notice.Engineer.Examined, e.Level) {
		r := confirm(say.F("%s没有年限要求，要“经考察合格”；由谁考察，通知没有写", rowName(e)), say.F("先问单位和通知的联系人"))
		r.Question = say.F("请问：博士申报工程师，“经考察合格”由谁考察、要什么材料？")
		return r
	}
	rule, ok := yearsFor(f, e.Level)
	if !ok {
		return fail(say.F("%s，正常晋升要求大专及以上学历", rowName(e)),
			say.F("只能走破格：把“申报方式”改成破格，看%s的条件", f.notice.Engineer.Exceptional.Clause))
	}
	h := held(f, rule.Years, rule.About)
	text := say.Join("，", rowName(e), tenureText(f, h.start))
	switch {
	case h.least != Pass:
		return tenureShort(rule, text, h)
	case o == Confirm:
		return laterQuestion(rule, e, text)
	}
	return pass(text)
}

// tenureNeeds lists the years by level: 本科、大专4年以上，硕士、第二学士2年左右.
func tenureNeeds(n *notice.Notice) say.Text {
	var rules []say.Text
	for _, t := range slices.Backward(n.Engineer.Tenure) {
		var levels []say.Text
		for _, level := range t.Levels {
			if level == forms.SecondBachelor {
				levels = append(levels, say.F("第二学士"))
			} else {
				levels = append(levels, forms.EducationGrade.OptionLabel(string(level)))
			}
		}
		rules = append(rules, tenureRule(t).of(say.Join("、", levels...)))
	}
	return say.Join("，", rules...)
}

func (r tenureRule) of(levels say.Text) say.Text {
	if r.About {
		return say.F("%s%d年左右", levels, r.Years)
	}
	return say.F("%s%d年以上", levels, r.Years)
}

func (r tenureRule) asked() say.Text {
	if r.About {
		return say.F("%d年左右", r.Years)
	}
	return say.F("%d年以上", r.Years)
}

type tenureRule notice.Tenure

// tenureShort words a tenure that is short, or that may be.
func tenureShort(rule notice.Tenure, text say.Text, h holding) Finding {
	asked := tenureRule(rule).asked()
	r := Finding{}
	switch {
	case h.least == Fail:
		r = fail(say.F("%s，要求%s，差%d天", text, asked, h.gap), say.F("年限到截止日不够，等下一年；有突出业绩的看破格条件"))
	case h.undated:
		r = confirm(say.F("%s，够不够要看是哪一天", text), toTheDay)
		r.Question = say.F("请问：我%s，算不算满足“%s”？", text, asked)
	case h.onlyOne:
		r = confirm(say.F("%s；资格取得和聘任两个时间只有一个够%s", text, asked), say.F("通知写的是“从事助理工程师工作”，问清按哪一天起算"))
		r.Question = say.F("请问：我的任职年限按资格取得和聘任两个时间算，只有一个够%s，以哪个为准？", asked)
	default:
		r = confirm(say.F("%s，要求%s，按对应日算差%d天", text, asked, h.gap), shortRemedy(rule))
		r.Question = say.F("请问：我%s，按对应日算差%d天，算不算满足“%s”？", text, h.gap, asked)
	}
	r.Needed = asked
	return r
}

func shortRemedy(rule notice.Tenure) say.Text {
	if rule.About {
		return say.F("“左右”可以差多少，通知没有写，请问清")
	}
	return say.F("首尾两天都算就正好满，按对应日算差1天，请问清怎么算")
}

// laterEducation asks about years of office before a later education, which the
// notice neither counts nor excludes, where they are needed. For “about” rules
// the years are not a firm line, so it does not ask.
func laterEducation(f *facts, rule notice.Tenure, e forms.Education, i int) span {
	if rule.About || e.IsLater == forms.No {
		return known(Pass)
	}
	var asks []forms.Info
	matters := true
	if e.AwardDate.Known() {
		matters = e.AwardDate.Last().AddYears(rule.Years) > f.notice.Dates.Cutoff.Day.Day
	} else {
		asks = append(asks, ask(forms.EducationAward, i))
	}
	if !matters {
		return known(Pass)
	}
	if e.IsLater == "" {
		asks = append(asks, ask(forms.EducationIsLater, i))
	}
	if len(asks) > 0 {
		return open(Pass, Confirm, asks...)
	}
	return known(Confirm)
}

func laterQuestion(rule notice.Tenure, e forms.Education, text say.Text) Finding {
	r := confirm(say.F("%s；但这是后学历，取得后到截止日不满%d年", text, rule.Years),
		say.F("取得学历以前的任职年限算不算，通知没有写，请问清"))
	r.Needed = tenureRule(rule).asked()
	r.Question = say.F("请问：我的%s是后学历，取得以前任助理工程师的年限算不算？", rowName(e))
	return r
}

// tenureExternal holds 二（一）–（三）: the years stand in a document that the
// notice only names, so nothing but the tenure itself can be said.
var tenureExternal = Check{
	ID: TenureExternal, Title: say.F("任职年限"), Step: forms.StepTitle, judge: judgeTenureExternal,
	only: byTenure(notice.TenureExternal), Reads: paths(forms.TitleQualified, forms.TitleAppointed), needs: saying(say.F("见评价条件文件")),
}

func judgeTenureExternal(f *facts) Finding {
	if asks := titleOpen(f); len(asks) > 0 {
		return missing(asks...)
	}
	text := tenureText(f, start(f.Title))
	document := f.plan.Conditions.Document
	r := confirm(say.F("任现职%s；要几年写在%s里，本软件没有这份文件", text, document), say.F("找%s对照年限、学历和业绩条件", document))
	r.Needed = say.F("见%s", document)
	r.Question = say.F("请问：我任现职%s，按%s够不够年限？", text, document)
	if c, ok := f.notice.Clause(f.plan.Conditions.Clause); ok {
		r.Cites = append([]notice.Citation{{Clause: c.ID, Quote: c.Text}}, f.notice.Cite(TenureExternal)...)
	}
	return r
}
