package check

import (
	"fmt"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// clock tells of which day an application is judged. No check reads another: the
// day is handed in, and one in the file wins.
type clock struct {
	today   forms.Date // unknown: no day was handed in, and nothing has passed
	asOf    forms.Date // the day judged as on
	expired bool
}

// clockOf returns the clock of an application. After the notice's last day
// nothing of the notice can be done any more: it is judged as on the filing day.
func clockOf(f *facts, today forms.Date) clock {
	if stored := f.Schedule.Today; stored.Known() {
		today = stored
	}
	c := clock{today: today, asOf: today}
	if today.Known() && today.First() > f.notice.Closes().Day.Day {
		c.asOf, c.expired = forms.OnDay(f.filing().First()), true
	}
	return c
}

// passed reports whether a day is over.
func (f *facts) passed(last forms.Day) bool {
	return f.clock.asOf.Known() && f.clock.asOf.First() > last
}

// mark tells the days on which questions change from one another: which of those that
// count are over.
func (f *facts) mark() string {
	if !f.clock.asOf.Known() {
		return ""
	}
	over := []bool{f.passed(f.notice.Filing().Day.Day)}
	for _, planned := range []forms.Date{f.Schedule.IndividualSubmit, f.Schedule.UnitPass, f.Schedule.Paper} {
		over = append(over, planned.Known() && f.passed(planned.Last()))
	}
	return fmt.Sprint(over)
}

// beforeFiling sets the last day of the individual application as the due day of
// something to hand in with it. After that day it is a question: 附件2二（一）2 knows
// 「退回修改」.
func beforeFiling(f *facts, r Finding) Finding {
	last := f.notice.Filing().Day.Day
	r = withFiling(f, r)
	if r.Outcome != Todo || !f.passed(last) {
		return r
	}
	late := confirm(closed(r.Found, last), say.Join("；", say.F("审核时还可能退回修改，马上问单位能不能补"), r.Remedy))
	late.Question = say.F("请问：%s，现在还能不能补上？", closed(r.Found, last))
	return late
}

// withFiling only sets the due day, while it is not over: for what can be done after it
// all the same.
func withFiling(f *facts, r Finding) Finding {
	if last := f.notice.Filing().Day.Day; !f.passed(last) {
		r.Due = Due{Day: last, Set: true}
	}
	return r
}

// toFile is beforeFiling for what has to be done before anybody can file at all: after
// the last day it is too late.
func toFile(f *facts, r Finding) Finding {
	last := f.notice.Filing().Day.Day
	switch {
	case !f.passed(last):
	case r.Outcome == Todo:
		return fail(closed(r.Found, last), tooLate)
	case r.Outcome == Confirm:
		r.Remedy = say.F("没办好的话：%s", tooLate)
	}
	return r
}

// tooLate is all that is left to do after a last day.
var tooLate = say.F("马上问单位和通知的联系人还有没有补救")

// unlessOver is a remedy up to a day.
func (f *facts) unlessOver(last forms.Day, remedy say.Text) say.Text {
	if f.passed(last) {
		return tooLate
	}
	return remedy
}

func closed(found say.Text, last forms.Day) say.Text {
	return say.Join("；", found, say.F("个人网上申报%s已截止", last.Short()))
}

// filingNeeds are the answers without which nobody can have filed.
var filingNeeds = []forms.Field[forms.Applicant]{forms.UnitPlatform, forms.UnitRecord, forms.AccountReady, forms.CommitmentSigned}

// happened makes a planned day that is over a question where something that comes
// before it is answered 否 or 不确定.
func (f *facts) happened(planned forms.Date, r Finding) Finding {
	if r.Outcome != Pass || !f.passed(planned.Last()) {
		return r
	}
	for _, need := range filingNeeds {
		answer := need.Text(f.Applicant)
		if !oneOf(answer, string(forms.No), forms.Unsure) {
			continue
		}
		remedy := say.F("已经办好的改答案；还没有申报的改日期，马上去办")
		if f.passed(f.notice.Filing().Day.Day) {
			remedy = say.F("已经办好的改答案；还没有申报的，马上问单位和通知的联系人还有没有补救")
		}
		q := confirm(say.F("%s已经过去，可是“%s”答的是“%s”", planned.Chinese(), need.Label, need.OptionLabel(answer)), remedy)
		q.Question = say.F("请问：单位在平台上看到我的申报了吗，走到哪一步了？")
		return q
	}
	return r
}

// Rehearsal says that the notice has expired and as of which day its rules are tried
// out; empty where it has not.
func (r Report) Rehearsal() say.Text {
	if !r.Expired {
		return say.Text{}
	}
	return say.F("通知已过期，按%s当天演练", r.AsOf.Chinese())
}
