package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// interviewChecks are the checks of the rules of interviews. 三（八）1: 「（1）破格申报的」「（2）后学历
// （或学位）取得时间不满2年的」「（3）转评的」; as of which day the two years count is not said. 三（八）2: 「（1）
// 转评后再申报的」「（2）通过标志性业绩申报的」「（3）通过赋分方式申报的」「（4）通过高技能人才方式申报的」.
func interviewChecks(n *notice.Notice) []Check {
	checks := make([]Check, len(n.Interviews))
	for i, rule := range n.Interviews {
		c := Check{
			ID: rule.Check, Title: n.Name(rule.Name), Step: forms.StepTitle, only: byInterview(rule.ID),
			judge: func(f *facts) Finding { return judgeInterviewRoute(f, rule) },
			Reads: paths(forms.PlanRoute), needs: saying(say.F("有规定情形的应参加%s", n.Name(rule.Name))),
		}
		if rule.LaterEducationYears > 0 {
			c.judge = func(f *facts) Finding { return judgeInterview(f, rule) }
			c.Reads, c.InRows = append(c.Reads, forms.ScheduleSubmit.Path), inRows(forms.EducationAward, forms.EducationIsLater)
		}
		checks[i] = c
	}
	return checks
}

func judgeInterview(f *facts, rule notice.Interview) Finding {
	route := interviewRoute(f, rule.Routes)
	parts := []span{route}
	worstRow, which := NotApplicable, forms.Education{}
	for _, d := range f.degrees() {
		s := laterInterview(f, d.Education, d.row, rule.LaterEducationYears)
		parts = append(parts, s)
		if s.decided() && s.least > worstRow {
			worstRow, which = s.least, d.Education
		}
	}
	all := worst(parts...)
	switch {
	case !all.decided():
		return f.missingDegree(all)
	case all.least == NotApplicable:
		return notApplicable(say.F("没有触发面试的情形；评委会仍可能另行通知"))
	case route.decided() && route.least == all.least:
		return interviewByRoute(f, route.least)
	case all.least == Todo:
		return interviewTodo(say.F("%s是后学历，到截止日不满%d年，应参加面试", rowName(which), rule.LaterEducationYears))
	}
	return interviewQuestion(f, which, rule.LaterEducationYears)
}

// interviewQuestion says which leaves it open: whether it is a later education, the day
// of a month, or the day to which the years count.
func interviewQuestion(f *facts, e forms.Education, years int) Finding {
	remedy, cutoff := say.F("问清要不要面试，先按要面试准备"), f.notice.Cutoff()
	first, last := e.AwardDate.First().AddYears(years), e.AwardDate.Last().AddYears(years)
	var r Finding
	switch {
	case e.IsLater == forms.YesNoOpen:
		r = confirm(say.F("您不确定%s是不是后学历；到申报时不满%d年的后学历要面试", rowName(e), years), remedy)
		r.Question = say.F("请问：我的%s算不算后学历，要不要面试？", rowName(e))
	case first <= cutoff && last > cutoff:
		r = confirm(say.F("%s是后学历，到截止日满不满%d年要看是哪一天", rowName(e), years), toTheDay)
		r.Question = say.F("请问：我的%s是后学历，到%s满不满%d年，要不要面试？", rowName(e), cutoff.Chinese(), years)
	default:
		r = confirm(say.F("%s是后学历，到申报时和到截止日算，满不满%d年不一样；按哪一天算，通知没有写", rowName(e), years), remedy)
		r.Question = say.F("请问：我的%s是后学历，到申报时和到%s算，满不满%d年不一样，要不要面试？", rowName(e), cutoff.Chinese(), years)
	}
	return r
}

// interviewRoute is what the way of applying says about an interview.
func interviewRoute(f *facts, routes []forms.Route) span {
	switch route := f.route(); {
	case route == "":
		return open(NotApplicable, Todo, forms.PlanRoute.Info)
	case route == forms.RouteUnsure:
		return known(Confirm)
	case slices.Contains(routes, route):
		return known(Todo)
	}
	return known(NotApplicable)
}

func interviewByRoute(f *facts, o Outcome) Finding {
	if o == Confirm {
		r := confirm(say.F("您不确定申报方式，有些方式要参加面试"), say.F("先问单位人事，再改“申报方式”"))
		r.Question = say.F("请问：我应该按哪种方式申报，要不要面试？")
		return r
	}
	return interviewTodo(say.F("您的申报方式是“%s”，应参加面试", f.notice.Label(forms.PlanRoute.Info, string(f.Plan.Route))))
}

func interviewTodo(found say.Text) Finding {
	return todo(found, say.F("准备面试；时间地点通知没有写，等另外通知"), ActorSelf)
}

// laterInterview judges one education by the anniversary of its award.
func laterInterview(f *facts, e forms.Education, i, years int) span {
	if e.IsLater == forms.No {
		return known(NotApplicable)
	}
	s := open(NotApplicable, Todo, ask(forms.EducationAward, i))
	if e.AwardDate.Known() {
		s = anniversary(f, e.AwardDate, years)
	}
	if s.decided() && s.least == NotApplicable {
		return s
	}
	switch e.IsLater {
	case forms.Yes:
		return s
	case forms.YesNoOpen:
		return unsureLater(s)
	}
	return open(NotApplicable, s.most, append([]forms.Info{ask(forms.EducationIsLater, i)}, s.asks...)...)
}

// unsureLater: an education of which it is not sure whether it is a later one
// has to be asked about, unless its age settles it.
func unsureLater(s span) span {
	if s.decided() {
		return known(Confirm)
	}
	return open(NotApplicable, Confirm, s.asks...)
}

// anniversary compares the day on which the years are complete with the cut-off
// and with the filing day; between the two it has to be asked.
func anniversary(f *facts, award forms.Date, years int) span {
	cutoff := f.notice.Cutoff()
	first, last := award.First().AddYears(years), award.Last().AddYears(years)
	switch {
	case first > cutoff:
		return known(Todo)
	case last > cutoff:
		return known(Confirm)
	case last <= f.filing().First():
		return known(NotApplicable)
	}
	return known(Confirm)
}

// judgeInterviewRoute judges a rule that the way of applying alone decides.
func judgeInterviewRoute(f *facts, rule notice.Interview) Finding {
	s := interviewRoute(f, rule.Routes)
	switch {
	case !s.decided():
		return s.missing()
	case s.least == NotApplicable:
		return notApplicable(say.F("没有触发面试的情形；评委会仍可能另行通知"))
	}
	return interviewByRoute(f, s.least)
}
