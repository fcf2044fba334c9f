package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// tenureForestryEngineer holds 附件3（一）2: 「获得硕士学位或取得第二学士学位，从事助理
// 工程师工作二年左右；获得学士学位或大学本科毕业，从事助理工程师工作四年以上；大学专科毕业，
// 从事助理工程师工作四年以上」, counted to the cut-off of 三（六）.
var tenureForestryEngineer = Check{
	ID: TenureEngineer, Title: say.F("任职年限"), Step: forms.StepTitle, judge: judgeTenureForestryEngineer,
	only: byTenure(notice.TenureEngineer), needs: tenureNeeds,
	Reads:  paths(forms.PlanRoute, forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed, forms.CareerStart),
	InRows: inRows(forms.EducationGrade, forms.EducationAward),
}

func judgeTenureForestryEngineer(f *facts) Finding {
	switch f.route() {
	case forms.RouteNormal:
		return tenureByEducation(f)
	case forms.RouteExceptional:
		if normalWay(f) == Pass {
			return notApplicable(say.F("您走破格；正常晋升的年限您也够，把“申报方式”改成“正常”，就不用看破格条件"))
		}
		return notApplicable(say.F("您走破格，不看这一条的年限，看%s", f.notice.Engineer.Exceptional.Clause))
	case forms.RouteUnsure:
		return routeQuestion(f)
	}
	return missing(forms.PlanRoute.Info)
}

// reEvaluation is the way of applying of who comes from another series.
const reEvaluation = forms.Route("re_evaluation")

// routeQuestion also asks about a way of applying that the notice has and this plan does
// not.
func routeQuestion(f *facts) Finding {
	r := confirm(say.F("您不确定按正常还是破格申报"), say.F("先问单位人事，再改“申报方式”"))
	r.Question = say.F("请问：我应该按正常还是破格申报？")
	if i := slices.IndexFunc(f.notice.Routes, func(way notice.RouteName) bool { return way.Value == reEvaluation }); i >= 0 && !slices.Contains(f.plan.Routes, reEvaluation) {
		r.Question = say.F("请问：我应该按正常还是破格申报？通知没有写%s可以%s，从其他系列转过来的怎么报？", f.notice.Name(f.plan.Short), f.notice.Name(f.notice.Routes[i].Name))
	}
	return r
}

// tenureSpans judges each degree that counts by itself, and without regard to whether
// it is there on the filing day.
func tenureSpans(f *facts) (rows []degree, spans, had []span) {
	rows = f.degrees()
	spans, had = make([]span, len(rows)), make([]span, len(rows))
	for i, d := range rows {
		had[i] = tenureOfRow(f, d.Education, d.row)
		spans[i] = d.span(had[i])
	}
	return rows, spans, had
}

// normalWay is what the normal route comes to for whom it is not chosen; Missing while
// it is not decided.
func normalWay(f *facts) Outcome {
	_, spans, _ := tenureSpans(f)
	if all := best(spans...); all.decided() {
		return all.least
	}
	return Missing
}

// tenureByEducation takes the education with which the rule is easiest to meet:
// each of them would entitle by itself.
func tenureByEducation(f *facts) Finding {
	rows, spans, had := tenureSpans(f)
	all := best(spans...)
	if !all.decided() {
		return f.missingDegree(all)
	}
	i := slices.IndexFunc(spans, func(s span) bool { return s.decided() && s.least == all.least })
	return rows[i].words(tenureWords(f, rows[i].Education, had[i].least))
}

// tenureOfRow judges one education; without a level every level is possible.
func tenureOfRow(f *facts, e forms.Education, i int) span {
	levels := possible(e.Level, forms.EducationGrade.Options)
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
	o := office(f, rule.Years, slack(rule))
	if o.least != Pass {
		return o
	}
	return worst(o, yearsBeforeDegree(f, rule, e, i))
}

// slack is how many months the years may be short of before it fails: none, and where
// the notice says 左右 half of them.
func slack(rule notice.Tenure) int {
	if rule.About {
		return rule.Years * monthsPerYear / 2
	}
	return 0
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
	w := officeWords{lead: rowName(e), asked: tenureRule(rule).asked(), years: rule.Years, slack: slack(rule), otherwise: exceptionalInstead}
	if r, found := w.say(f, o); found {
		return r
	}
	text := w.held(f, start(f.Title))
	if o == Confirm {
		return degreeQuestion(rule, e, text)
	}
	return pass(text)
}

// exceptionalInstead says which other way is open to whom the years are short: the
// exceptional route, if its own years are met, and otherwise from when on they will do.
func exceptionalInstead(f *facts, day forms.Day, years int) say.Text {
	rule := f.notice.Engineer.Exceptional
	least := rule.YearsWithEducation
	if d, asks := laidDownEducation(f); len(asks) == 0 && d.Level == "" {
		least = rule.YearsWithout
	}
	if office(f, least, 0).least <= Confirm {
		return say.F("可以看破格条件：任助理工程师满%d年、%s的，把“申报方式”改成“破格”（%s）", least, someItems(rule), rule.Clause)
	}
	return fromThenOn(day, years)
}

// fromThenOn says when the years will be full; what holds then is up to another notice.
func fromThenOn(day forms.Day, years int) say.Text {
	return say.F("年限到截止日不够，今年不能按这一条申报；到%s满%d年，那时看当年的通知", day.Chinese(), years)
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

// officeWords words years in a title that are short, that may be, or that are asked of
// another title; otherwise says what is left to do where they fail, from the day on
// which the years are full.
type officeWords struct {
	lead         say.Text // the degree; empty where none matters
	asked        say.Text
	years, slack int
	otherwise    func(f *facts, full forms.Day, years int) say.Text
}

// say returns the finding; found is false where the years are enough.
func (w officeWords) say(f *facts, o Outcome) (r Finding, found bool) {
	h := held(f, w.years, w.slack)
	title, contradicts := beforeWork(f)
	switch {
	case f.Title.Current == forms.TitleNone:
		r = w.untitled(f, o)
	case f.Title.Current != "" && !f.rightTitle():
		r = titleQuestion(f)
	case contradicts:
		r = contradiction(f, title)
	case h.least != Pass:
		r = w.short(f, h)
	default:
		return r, false
	}
	r.Needed = w.asked
	return r, true
}

// untitled: 「从事助理工程师工作」 may be read as the work, but nobody has worked as an
// engineer for longer than at all.
func (w officeWords) untitled(f *facts, o Outcome) Finding {
	text := workText(f)
	if o == Fail {
		full := f.Career.TechnicalWorkStart.Last().AddYears(w.years)
		return fail(say.F("您没有职称；%s，也不满足“%s”", text, w.asked), w.otherwise(f, full, w.years))
	}
	r := confirm(say.F("您没有职称；没有职称的专业技术工作算不算任助理工程师，通知没有写"), say.F("先问单位人事和通知的联系人"))
	r.Question = say.F("请问：我没有助理工程师职称，%s，算不算任助理工程师的年限？", text)
	if f.notice.Quotes(TenureEngineer, "从事助理工程师工作") {
		r.Found = say.F("您没有职称；没有职称的专业技术工作算不算“从事助理工程师工作”，通知没有写")
		r.Question = say.F("请问：我没有助理工程师职称，%s，算不算“从事助理工程师工作”？", text)
	}
	return r
}

// held says of whom the years are, and from when to when.
func (w officeWords) held(f *facts, start forms.Date) say.Text {
	text := tenureText(f, start)
	if start.First() <= f.notice.Cutoff() {
		text = say.F("任助理工程师%s", text)
	}
	if w.lead.Empty() {
		return text
	}
	return say.Join("，", w.lead, text)
}

func (w officeWords) short(f *facts, h holding) Finding {
	text := w.held(f, h.start)
	late := h.start.First() > f.notice.Cutoff()
	full := h.start.Last().AddYears(w.years)
	var r Finding
	switch {
	case h.least == Fail && late:
		r = fail(text, w.otherwise(f, full, w.years))
	case h.least == Fail:
		r = fail(say.F("%s，要求%s，差%d天", text, w.asked, h.gap), w.otherwise(f, full, w.years))
	case h.undated:
		r = confirm(say.F("%s，够不够要看是哪一天", text), toTheDay)
		r.Question = say.F("请问：我%s，算不算满足“%s”？", text, w.asked)
	case h.onlyOne:
		r = confirm(say.F("%s；资格取得和聘任两个时间只有一个够%s", text, w.asked), say.F("问清按哪一天起算"))
		r.Question = say.F("请问：我的任职年限按资格取得和聘任两个时间算，只有一个够%s，以哪个为准？", w.asked)
	default:
		r = confirm(say.F("%s，要求%s，按周年算差%d天", text, w.asked, h.gap), w.shortRemedy())
		r.Question = say.F("请问：我%s，按周年算差%d天，算不算满足“%s”？", text, h.gap, w.asked)
	}
	return r
}

func (w officeWords) shortRemedy() say.Text {
	if w.slack > 0 {
		return say.F("“左右”可以差多少，通知没有写，请问清")
	}
	return say.F("首尾两天都算就正好满，按周年算差1天，请问清怎么算")
}

// yearsBeforeDegree asks about years of office before a degree, which the notice
// neither counts nor excludes: years that are enough began before a degree of less.
func yearsBeforeDegree(f *facts, rule notice.Tenure, e forms.Education, i int) span {
	switch {
	case !e.AwardDate.Known():
		return open(Pass, Confirm, ask(forms.EducationAward, i))
	case e.AwardDate.Last().AddYears(rule.Years) <= f.notice.Cutoff():
		return known(Pass)
	}
	return known(Confirm)
}

func degreeQuestion(rule notice.Tenure, e forms.Education, text say.Text) Finding {
	r := confirm(say.F("%s；但这个学历在任职开始以后取得，取得后到截止日不满%d年", text, rule.Years),
		say.F("取得学历以前的任职年限算不算，通知没有写，请问清"))
	r.Needed = tenureRule(rule).asked()
	r.Question = say.F("请问：我的%s在任职开始以后取得，取得以前任助理工程师的年限算不算？", rowName(e))
	return r
}
