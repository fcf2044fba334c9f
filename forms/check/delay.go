package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// disciplineTwoYearDelay holds 六（二）: 「任现职期间，受记过以上处分或已定性为技术责任事故的直接
// 责任者，延迟2年申报」. From when the two years run, and to when, is not said: see
// delayReadings.
var disciplineTwoYearDelay = Check{
	ID: "discipline-two-year-delay", Title: say.F("延迟申报"), Step: forms.StepIntegrity, judge: judgeDisciplineTwoYearDelay, only: anyPlan,
	Reads: paths(forms.DisciplineSanction, forms.DisciplineDate, forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed,
		forms.ScheduleSubmit, forms.PlanRoute, forms.PlanChoice),
	InRows: inRows(forms.EducationGrade, forms.EducationAward),
	needs: func(n *notice.Notice) say.Text {
		return say.F("受记过以上处分延迟%d年", n.Discipline.DelayYears)
	},
}

func judgeDisciplineTwoYearDelay(f *facts) Finding {
	switch f.Discipline.Sanction {
	case forms.SanctionNone, forms.SanctionWarning:
		return notApplicable(say.F("没有记过以上处分，也不是技术责任事故直接责任者"))
	case forms.SanctionUnsure:
		r := confirm(say.F("您不确定任现职期间有没有处分"), say.F("问单位人事，弄清后改答案"))
		r.Question = sanctionQuestion
		return r
	case forms.SanctionDemerit, forms.SanctionMajorDemeritOrAbove, forms.SanctionAccident, forms.SanctionParty:
	default:
		return missing(forms.DisciplineSanction.Info)
	}
	r, asks := delayUnderTitle(f)
	if f.Title.Current == "" && r.Outcome != Confirm { // without a title it is a question
		asks = append([]forms.Info{forms.TitleCurrent.Info}, asks...)
	}
	if len(asks) > 0 {
		return missing(asks...)
	}
	return r
}

// delayUnderTitle judges a sanction by whether it was in the time of the title; asks
// are what is still open.
func delayUnderTitle(f *facts) (r Finding, asks []forms.Info) {
	years := f.notice.Discipline.DelayYears
	switch when, asks := sanctionedDuringTitle(f); when {
	case outside:
		return notApplicable(say.F("处分在取得现职称以前")), nil
	case unknown, early:
		return r, asks
	case untitled:
		r = confirm(say.F("您还没有职称，“任现职期间”从哪一天算，通知没有写"), say.F("申报前先问单位和通知的联系人"))
		r.Question = say.F("请问：我还没有职称，%s，要不要延迟%d年申报？", sanctionText(f), years)
		return r, nil
	case unclear:
		r = confirm(say.F("处分日期和任现职的开始在同一个月，分不出先后"), say.F("把这几个日期都填到日"))
		r.Question = sameMonthQuestion
		return r, nil
	}
	if f.Discipline.Sanction == forms.SanctionParty {
		r = confirm(say.F("党纪处分与“记过以上”怎么对应，通知没有写"), say.F("问单位人事和通知的联系人"))
		r.Question = say.F("请问：党纪处分算不算“记过以上处分”，要不要延迟%d年申报？", years)
		return r, nil
	}
	return delayByReadings(f)
}

func sanctionName(f *facts) say.Text {
	return forms.DisciplineSanction.OptionLabel(string(f.Discipline.Sanction))
}

// reading is one way of counting the two years, in words with its result.
type reading struct {
	span
	text func(result say.Text) say.Text
}

// delayReadings are the ways of counting: from the sanction to the filing day, to the
// cut-off, by calendar years, and as two more years of office.
func delayReadings(f *facts) []reading {
	years := f.notice.Discipline.DelayYears
	submit, cutoff := f.filing(), f.notice.Cutoff()
	over := func(until forms.Day) span { return fromSanction(f, years, until) }
	byFiling := over(submit.First())
	if byFiling.least != over(submit.Last()).least {
		byFiling = known(Confirm)
	}
	date := f.Discipline.Date
	first, _, _ := date.First().Date()
	last, _, _ := date.Last().Date()
	return []reading{
		{byFiling, func(result say.Text) say.Text { return say.F("从处分日到申报日%s", result) }},
		{over(cutoff), func(result say.Text) say.Text { return say.F("从处分日到截止日%s", result) }},
		{byYear(first, last, f.notice.Year-years), func(result say.Text) say.Text { return say.F("按评审年度%s", result) }},
		{delayOfTenure(f), func(result say.Text) say.Text { return say.F("按任职年限再加%d年%s", years, result) }},
	}
}

// fromSanction judges whether the years from the sanction are over on a day.
func fromSanction(f *facts, years int, until forms.Day) span {
	o, _ := onDate(f.Discipline.Date, func(d forms.Day) Outcome {
		if d.AddYears(years) <= until {
			return Pass
		}
		return Fail
	})
	return known(o)
}

func byYear(first, last, latest int) span {
	switch {
	case last <= latest:
		return known(Pass)
	case first > latest:
		return known(Fail)
	}
	return known(Confirm)
}

// delayByReadings compares the ways of counting: all hold, none holds, or it has to
// be asked.
func delayByReadings(f *facts) (r Finding, asks []forms.Info) {
	readings := delayReadings(f)
	spans := make([]span, len(readings))
	results := make([]say.Text, len(readings))
	for i, r := range readings {
		spans[i], results[i] = r.span, r.text(readingText(r.span))
	}
	all := agreement(spans...)
	if !all.decided() {
		return r, all.asks
	}
	years := f.notice.Discipline.DelayYears
	text := say.F("%s；延迟%d年有几种算法：%s", sanctionText(f), years, say.Join("，", results...))
	switch all.least {
	case Pass:
		return pass(text), nil
	case Fail:
		return fail(text, say.F("哪一种算法都还没满，延到满%d年以后再报", years)), nil
	}
	return delayQuestion(f, text, spans), nil
}

// sanctionText: nobody “receives” an accident; it is found who is responsible.
func sanctionText(f *facts) say.Text {
	day, accident := f.Discipline.Date, f.Discipline.Sanction == forms.SanctionAccident
	switch {
	case accident && !day.Known():
		return say.F("定性为技术责任事故的直接责任者")
	case accident:
		return say.F("%s定性为技术责任事故的直接责任者", day.Chinese())
	case !day.Known():
		return say.F("受过处分（%s）", sanctionName(f))
	}
	return say.F("%s受处分（%s）", day.Chinese(), sanctionName(f))
}

// delayQuestion names the later filing day on which every way of counting holds, where
// there is one before the deadline.
func delayQuestion(f *facts, text say.Text, spans []span) Finding {
	years := f.notice.Discipline.DelayYears
	remedy := say.F("怎么算通知没有写，问单位和通知的联系人")
	day, last := f.Discipline.Date.Last().AddYears(years), f.notice.Filing().Day.Day
	if f.clock.asOf.Known() {
		day = max(day, f.clock.asOf.First())
	}
	others := func(s span) bool { return s.decided() && s.least == Pass }
	if spans[0].least != Pass && !slices.ContainsFunc(spans[1:], func(s span) bool { return !others(s) }) && day <= last {
		remedy = say.F("改到%s申报，几种算法就都满了", days(day, last))
	}
	r := confirm(text, remedy)
	r.Question = say.F("请问：我%s，“延迟%d年申报”从哪一天算到哪一天，今年能不能报？", sanctionText(f), years)
	return r
}

// days names the first and the last of some days, or the one.
func days(first, last forms.Day) say.Text {
	if first == last {
		return first.Short()
	}
	return say.F("%s—%s", first.Short(), last.Short())
}

// agreement of several readings: all hold, none holds, or it has to be asked.
func agreement(readings ...span) span {
	every := func(is func(span) bool) bool {
		return !slices.ContainsFunc(readings, func(s span) bool { return !is(s) })
	}
	hold, refuse := every(func(s span) bool { return s.least == Pass }), every(func(s span) bool { return s.most == Fail })
	if (hold || refuse) && every(span.decided) {
		return known(readings[0].least)
	}
	all := known(Confirm)
	if hold {
		all.least = Pass
	}
	if refuse {
		all.most = Fail
	}
	for _, s := range readings {
		if !all.decided() && !s.decided() {
			all.asks = append(all.asks, s.asks...)
		}
	}
	return all
}

func readingText(s span) say.Text {
	switch {
	case s.decided() && s.least == Pass:
		return say.F("已满")
	case s.decided() && s.least == Fail:
		return say.F("未满")
	}
	return say.F("不能确定")
}

// delayOfTenure adds the delay to the years of office. Where another document holds
// the years, none are asked, or the dates are of another title or contradict, it is not
// known.
func delayOfTenure(f *facts) span {
	_, contradicts := beforeWork(f)
	if f.plan.Tenure != notice.TenureEngineer || contradicts || f.Title.Current != "" && !f.rightTitle() {
		return known(Confirm)
	}
	switch f.route() {
	case forms.RouteNormal:
		return delayedTenure(f)
	case forms.RouteExceptional:
		return delayedExceptional(f)
	case "":
		return either([]forms.Info{forms.PlanRoute.Info}, delayedTenure(f), delayedExceptional(f), known(Confirm))
	}
	return known(Confirm)
}

func delayedTenure(f *facts) span {
	rows := f.degrees()
	spans := make([]span, len(rows))
	for i, e := range rows {
		levels := possible(e.Level, forms.EducationGrade.Options)
		parts := make([]span, len(levels))
		for k, level := range levels {
			parts[k] = delayedAt(f, level)
		}
		if spans[i] = parts[0]; len(parts) > 1 {
			spans[i] = either([]forms.Info{ask(forms.EducationGrade, e.row)}, parts...)
		}
		spans[i] = e.span(spans[i])
	}
	return best(spans...)
}

func delayedAt(f *facts, level forms.EducationLevel) span {
	rule, ok := yearsFor(f, level)
	if !ok {
		return known(Confirm)
	}
	return held(f, rule.Years+f.notice.Discipline.DelayYears, slack(rule)).span
}

func delayedExceptional(f *facts) span {
	rule, delay := f.notice.Engineer.Exceptional, f.notice.Discipline.DelayYears
	with, without := held(f, rule.YearsWithEducation+delay, 0).span, held(f, rule.YearsWithout+delay, 0).span
	d, asks := laidDownEducation(f)
	switch {
	case len(asks) > 0:
		return either(asks, with, without)
	case d.Level == "":
		return without
	}
	return d.span(with)
}

// disciplineThreeYearBan holds 六（二）: 「取消评审资格，已通过评审的取消其任职资格，并在评审次年起
// 3年内不得参加评审」. Full senior engineers are not named there; they are judged alike.
// Whether somebody cancelled in the notice's own year may apply again is not said.
var disciplineThreeYearBan = Check{
	ID: "discipline-three-year-ban", Title: say.F("取消资格以后"), Step: forms.StepIntegrity, judge: judgeDisciplineThreeYearBan,
	Reads: paths(forms.DisciplineCancelled),
	needs: func(n *notice.Notice) say.Text {
		return say.F("取消资格次年起%d年不得参加", n.Discipline.BanYears)
	},
}

func judgeDisciplineThreeYearBan(f *facts) Finding {
	cancelled := f.Discipline.CancelledYear
	switch {
	case cancelled.Text() == "":
		return notApplicable(say.F("没有被取消过评审资格"))
	case !cancelled.Known() || cancelled.Value()%100 != 0:
		return missing(forms.DisciplineCancelled.Info)
	}
	year, ban := int(cancelled.Value()/100), f.notice.Discipline.BanYears
	text := say.F("%d年评审时被取消资格，%d—%d年不能参加评审", year, year+1, year+ban)
	switch {
	case year == f.notice.Year:
		r := confirm(say.F("%s；当年能不能再报，通知没有写", text), say.F("申报前先问单位和通知的联系人"))
		r.Question = say.F("请问：我%d年评审时被取消资格，当年还能不能再申报？", year)
		return r
	case year+1 <= f.notice.Year && f.notice.Year <= year+ban:
		return fail(text, say.F("%d年起可以再报", year+ban+1))
	}
	return pass(text)
}

// cancelledLater reports a cancelled evaluation of a year that is still to come:
// nobody can have it.
func cancelledLater(n *notice.Notice, a *forms.Applicant) []forms.Problem {
	cancelled := a.Discipline.CancelledYear
	if !cancelled.Known() || int(cancelled.Value()/100) <= n.Year {
		return nil
	}
	return []forms.Problem{{
		At: forms.DisciplineCancelled.Path, Text: cancelled.Text(), Impossible: true,
		Message: say.F("这份通知是%d年度的，以后的年度还没有评审，请检查", n.Year),
	}}
}
