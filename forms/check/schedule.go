package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// byDay judges a planned day against the last one.
func byDay(planned forms.Date, ask forms.Info, last forms.Day, remedy say.Text) Finding {
	if !planned.Known() {
		return missing(ask)
	}
	o, month := onDate(planned, func(d forms.Day) Outcome {
		if d <= last {
			return Pass
		}
		return Fail
	})
	switch {
	case month:
		return whichDay(say.F("您打算%s，截止%s，要看是哪一天", planned.Chinese(), last.Short()))
	case o == Pass:
		return pass(say.F("您打算%s，截止%s", planned.Chinese(), last.Short()))
	}
	return fail(say.F("您打算%s，过了截止日%s", planned.Chinese(), last.Chinese()), remedy)
}

// whichDay asks for the day where only a month was planned.
func whichDay(found say.Text) Finding {
	r := confirm(found, toTheDay)
	r.Question = say.F("请问：我网上申报、单位审核通过、送纸质材料，定在哪一天合适？")
	return r
}

// closing says until when something is taken.
func closing(kind notice.MilestoneKind) func(*notice.Notice) say.Text {
	return func(n *notice.Notice) say.Text { return say.F("%s截止", n.On(kind).Chinese()) }
}

// deadlineIndividual holds 四（一）: 「个人网上申报截止时间为2020年9月23日」.
var deadlineIndividual = Check{
	ID: "deadline-individual", Title: say.F("个人网上申报"), Step: forms.StepSchedule, judge: judgeDeadlineIndividual,
	Dated: true, Reads: append(paths(forms.ScheduleSubmit), paths(filingNeeds...)...),
	needs: closing(notice.IndividualDay),
}

func judgeDeadlineIndividual(f *facts) Finding {
	last, planned := f.notice.On(notice.IndividualDay).Day.Day, f.Schedule.IndividualSubmit
	r := byDay(planned, forms.ScheduleSubmit.Info, last, f.unlessOver(last, say.F("改到%s或更早；过了截止日今年报不了", last.Short())))
	if r.Outcome == Pass && planned.First() == f.notice.On(notice.UnitDay).Day.Day {
		r.Found = say.Join("；", r.Found, sameDay)
	}
	return f.happened(planned, r)
}

// deadlinePaper holds 四（四）: 「报送截止时间2020年10月9日」. Whether sending or arrival
// counts is not said. Before the publicity is over, and on days without work, nobody
// takes them.
var deadlinePaper = Check{
	ID: "deadline-paper", Title: say.F("纸质材料"), Step: forms.StepSchedule, judge: judgeDeadlinePaper,
	Dated: true, Reads: append(paths(forms.SchedulePaper, forms.ScheduleUnitPass), paths(filingNeeds...)...),
	needs: closing(notice.PaperDay),
}

func judgeDeadlinePaper(f *facts) Finding {
	last := f.notice.On(notice.PaperDay).Day.Day
	remedy := f.notice.Remark(notice.PaperDay)
	if f.notice.Calendar.HolidayBefore(last) {
		remedy = say.Join("，", say.F("节前送到最稳妥"), remedy)
	}
	remedy = say.Join("；", say.F("改到%s或更早", last.Short()), remedy)
	planned := f.Schedule.Paper
	r := byDay(planned, forms.SchedulePaper.Info, last, remedy)
	if r.Outcome != Pass {
		return r
	}
	if !planned.Exact() {
		return whichDay(say.F("您打算%s，截止%s，要看是哪一天", planned.Chinese(), last.Short()))
	}
	if shut := f.shut(planned.First()); !shut.Empty() {
		late := todo(shut, say.F("改到工作日、公示结束以后"), ActorSelf)
		late.Due = Due{Day: last, Set: true}
		return late
	}
	return f.happened(planned, r)
}

// shut says why nobody takes papers on a day; empty where somebody may.
func (f *facts) shut(day forms.Day) say.Text {
	if !f.notice.Calendar.Working(day, true) {
		return say.F("您打算%s送，这一天不上班", day.Short())
	}
	pass, last := f.Schedule.UnitPass, f.notice.On(notice.PaperDay).Day.Day
	if !pass.Known() || f.notice.Publicity == nil {
		return say.Text{}
	}
	with, without := publicityEnd(f.notice, pass.Last(), true), publicityEnd(f.notice, pass.Last(), false)
	end := max(with, without)
	if end >= last {
		end = min(with, without)
	}
	if day > end || end >= last { // a publicity that is too late is for its own check
		return say.Text{}
	}
	return say.F("您打算%s送，公示到%s才结束", day.Short(), end.Short())
}

// deadlineUnit holds 四（二）: 「单位审核通过后，最晚提交时间为2020年9月23日24时」. The unit
// cannot pass what the applicant has not handed in.
var deadlineUnit = Check{
	ID: "deadline-unit", Title: say.F("单位审核提交"), Step: forms.StepSchedule, judge: judgeDeadlineUnit,
	Dated: true, Reads: append(paths(forms.ScheduleUnitPass, forms.ScheduleSubmit), paths(filingNeeds...)...),
	needs: closing(notice.UnitDay),
}

func judgeDeadlineUnit(f *facts) Finding {
	unit, individual := f.Schedule.UnitPass, f.Schedule.IndividualSubmit
	last := f.notice.On(notice.UnitDay).Day.Day
	remedy := f.unlessOver(last, say.Join("；", say.F("和单位说好在%s前通过并提交", f.notice.On(notice.UnitDay).Short()), f.notice.Remark(notice.UnitDay)))
	r := byDay(unit, forms.ScheduleUnitPass.Info, last, remedy)
	switch {
	case r.Outcome == Fail:
		return fail(say.F("单位预计%s通过，过了截止日%s", unit.Chinese(), last.Chinese()), remedy)
	case individual.Known() && individual.First() > last:
		return fail(say.F("您打算%s申报，单位的截止日是%s，来不及通过", individual.Chinese(), last.Chinese()), remedy)
	case r.Outcome == Missing && !individual.Known():
		return missing(forms.ScheduleUnitPass.Info, forms.ScheduleSubmit.Info)
	case r.Outcome == Missing:
		return r
	case !individual.Known():
		return missing(forms.ScheduleSubmit.Info)
	case unit.Last() < individual.First():
		return fail(say.F("单位预计%s通过，早于您申报的%s", unit.Chinese(), individual.Chinese()),
			say.F("单位要在您申报以后才能审核，改其中一个日期"))
	case unit.First() < individual.Last() && !(unit.Exact() && individual.Exact()):
		return whichDay(say.F("单位通过和您申报的先后，要看是哪一天"))
	case r.Outcome == Confirm:
		return r
	}
	return f.happened(unit, unitInTime(unit, individual, f.notice.On(notice.UnitDay)))
}

func unitInTime(unit, individual forms.Date, last notice.Deadline) Finding {
	text := say.F("单位预计%s通过，截止%s", unit.Chinese(), last.Short())
	if unit == individual {
		text = say.Join("；", text, sameDay)
	}
	return pass(text)
}

var sameDay = say.F("单位当天就得审完并提交，先和单位人事说好")

// publicityWindow holds 四（二）: 「系统自动预留5个工作日为公示期，如若超期，系统识别后将不予提交」.
// Whether the platform counts a make-up working day is not known.
var publicityWindow = Check{
	ID: "publicity-window", Title: say.F("公示期"), Step: forms.StepSchedule, judge: judgePublicityWindow,
	Dated: true, Reads: paths(forms.ScheduleUnitPass),
	needs: func(n *notice.Notice) say.Text {
		return say.F("%d个工作日，系统%s截止", n.Publicity.Days, n.On(notice.SystemDay).Day.Short())
	},
}

func judgePublicityWindow(f *facts) Finding {
	pass1 := f.Schedule.UnitPass
	if !pass1.Known() {
		return missing(forms.ScheduleUnitPass.Info)
	}
	n := f.notice
	o, month := onDate(pass1, func(d forms.Day) Outcome { return publicityOutcome(n, d) })
	if month {
		return whichDay(say.F("单位%s通过，公示来不来得及要看是哪一天", pass1.Chinese()))
	}
	text := publicityText(n, pass1.Last())
	switch o {
	case Pass:
		return pass(say.Join("；", text, reserve(n, pass1.Last())))
	case Fail:
		latest := n.Calendar.Before(n.On(notice.SystemDay).Day.Day, n.Publicity.Days, false)
		return fail(text, f.unlessOver(latest, say.F("请单位提前到%s或更早通过", latest.Short())))
	}
	r := confirm(text, f.unlessOver(pass1.Last()-1, say.F("请单位再提前一天通过，两种算法都来得及")))
	r.Question = say.F("请问：系统的%d个工作日公示期算不算调休上班的%s？", n.Publicity.Days, makeUpDays(n, pass1.Last()))
	return r
}

// reserve says how many days are left for what is sent back for changes. 附件2一4: the
// publicity begins after 「确定所有申报人员审查通过后」.
func reserve(n *notice.Notice, unitPass forms.Day) say.Text {
	system, days := n.On(notice.SystemDay).Day.Day, n.Publicity.Days
	latest := min(n.Calendar.Before(system, days, true), n.Calendar.Before(system, days, false))
	if n.Has(notice.UnitDay) {
		latest = min(latest, n.On(notice.UnitDay).Day.Day)
	}
	if unitPass >= latest {
		return say.F("本单位的申报人员全部通过才开始公示，一天余量也没有")
	}
	return say.F("本单位的申报人员全部通过才开始公示，最晚%s，还有%d天余量", latest.Short(), int(latest-unitPass))
}

func publicityOutcome(n *notice.Notice, unitPass forms.Day) Outcome {
	with, without := publicityEnd(n, unitPass, true), publicityEnd(n, unitPass, false)
	system := n.On(notice.SystemDay).Day.Day
	switch {
	case with <= system && without <= system:
		return Pass
	case with <= system || without <= system:
		return Confirm
	}
	return Fail
}

func publicityEnd(n *notice.Notice, unitPass forms.Day, makeUp bool) forms.Day {
	days := n.Calendar.After(unitPass, n.Publicity.Days, makeUp)
	return days[len(days)-1]
}

func publicityText(n *notice.Notice, unitPass forms.Day) say.Text {
	with, without := publicityEnd(n, unitPass, true), publicityEnd(n, unitPass, false)
	days, system := n.Publicity.Days, n.On(notice.SystemDay).Day.Short()
	if with != without {
		return say.F("单位%s通过，公示%d个工作日到%s（%s调休上班；不算这一天就到%s），系统%s截止",
			unitPass.Short(), days, with.Short(), makeUpDays(n, unitPass), without.Short(), system)
	}
	return say.F("单位%s通过，公示%d个工作日到%s，系统%s截止", unitPass.Short(), days, with.Short(), system)
}

// makeUpDays names the make-up working days that fall into the publicity.
func makeUpDays(n *notice.Notice, unitPass forms.Day) say.Text {
	var names []say.Text
	for _, d := range n.Calendar.After(unitPass, n.Publicity.Days, true) {
		if slices.Contains(n.Calendar.Workdays, notice.Day{Day: d}) {
			names = append(names, d.Short())
		}
	}
	return say.Join("、", names...)
}
