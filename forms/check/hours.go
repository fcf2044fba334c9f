package check

import (
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// running reports whether a year of hours is the one that the cut-off ends: it
// was not over when the notice closed, so a gap is still to be done.
func (f *facts) running(year int) bool {
	return year >= f.notice.Cutoff().Year()
}

// short is the finding of a gap: to be done in the running year, too late before.
func (f *facts) short(year int, row forms.HoursRow) Finding {
	y := f.ContinuingEducation[year]
	found := say.F("%d年%s，要求%d学时，差%s", year, hoursOf(y, row), row.Least, row.Short(y))
	if f.running(year) {
		return f.stillToLearn(found)
	}
	return fail(found, say.F("往年能不能补登，通知没有写；有没登记上的学时先补登记%s，再带学时证明问单位或%s", f.learning(), f.contact()))
}

// stillToLearn is a gap in the running year, to be closed before filing where that can
// still be.
func (f *facts) stillToLearn(found say.Text) Finding {
	over, filing := f.notice.Cutoff(), f.notice.Filing().Day
	if !f.passed(filing.Day) {
		return withFiling(f, todo(found, say.F("年度还没有结束，%s前学完；网上申报%s截止，请先学%s", over.Short(), filing.Short(), f.learning()), ActorSelf))
	}
	r := todo(found, say.F("年度还没有结束，%s前学完%s；网上申报已截止，学完问单位能不能补交", over.Short(), f.learning()), ActorSelf)
	r.Due = Due{Day: over, Set: true}
	return r
}

// learning names the platform on which the plan's hours are learned, in brackets, and
// what is wrong with its printed address.
func (f *facts) learning() say.Text {
	platform := f.notice.HoursOf(f.plan).Learning
	switch {
	case platform == nil:
		return say.Text{}
	case strings.ContainsAny(platform.Address, " \t\u3000"):
		return say.F("（%s，%s，网址里的空格是通知印错的）", f.notice.Name(platform.Name), platform.Address)
	}
	return say.F("（%s，%s）", f.notice.Name(platform.Name), platform.Address)
}

// contact is the first telephone number that the notice names.
func (f *facts) contact() say.Text {
	if len(f.notice.Contacts) == 0 {
		return say.F("通知的联系人")
	}
	return say.Typed(f.notice.Contacts[0].Phone)
}

func training(year int, field forms.Field[forms.TrainingYear]) forms.Info {
	return forms.InYear(field, year)
}

// hoursRows are the hours of a year. 三（三）2: 「近四年（2017-2020年）一般公需科目培训且每年不少于18学时」;
// 三（三）3（2）: 「要求每年达到90学时，其中林业专业科目不少于60学时，林业行业公需科目和一般公需科目不少于18学时」.
// Whether the two public subjects have 18 each or together is not said; “each” would
// make the total of 90 pointless, so a sufficient sum is a question and never a fail.
// Nor is it said what holds for a year in which one did not work, or not all of it.
func hoursRows(rule notice.HoursRule) []Check {
	var checks []Check
	for _, row := range rule.Rows {
		c := Check{
			ID: row.Check, Title: say.F("%s学时", row.Names()), Step: forms.StepContinuingEducation, only: byHours(rule.ID),
			Reads: paths(forms.CareerStart),
			needs: saying(say.F("每年不少于%d学时", row.Least)),
		}
		fields := []forms.Field[forms.TrainingYear]{forms.TrainingEmployed}
		for _, s := range row.Subjects {
			fields = append(fields, s.Field())
		}
		checks = append(checks, yearly(c, rule.Years, func(f *facts, year int) Finding { return judgeHours(f, row, year) }, fields...)...)
	}
	return checks
}

func judgeHours(f *facts, row forms.HoursRow, year int) Finding {
	r := judgeYear(f, row, year)
	r.Measure = Measure{Value: row.Hours(f.ContinuingEducation[year]), Required: forms.Whole(row.Least), Unit: say.F("学时")}
	return r
}

func judgeYear(f *facts, row forms.HoursRow, year int) Finding {
	y, work := f.ContinuingEducation[year], f.EmploymentIn(year)
	sum, each := row.Gap(y)
	open := row.Open(y)
	switch {
	case each == 0, sum == 0 && row.Reading == forms.Together:
		return pass(say.F("%d年%s", year, hoursOf(y, row)))
	case len(open) > 0 && work != forms.NotEmployed:
		return missingHours(year, open)
	case len(open) == 0 && sum == 0 && row.Reading == forms.Unclear:
		return eachOrTogether(f, row, year)
	case work == forms.Employed, f.running(year) && work != forms.NotEmployed:
		return f.short(year, row)
	case work == forms.EmploymentOpen:
		return missing(training(year, forms.TrainingEmployed))
	}
	return notAllYear(f, row, year)
}

func missingHours(year int, subjects []forms.Subject) Finding {
	asks := make([]forms.Info, len(subjects))
	for i, s := range subjects {
		asks[i] = training(year, s.Field())
	}
	return missing(asks...)
}

// hoursOf lists the hours of a row's subjects that are known, and their sum.
func hoursOf(y forms.TrainingYear, row forms.HoursRow) say.Text {
	var parts []say.Text
	for _, s := range row.Subjects {
		if n := y.Of(s); n.Known() {
			parts = append(parts, say.F("%s%s学时", s.Say(), n.Value()))
		}
	}
	switch len(parts) {
	case 0:
		return say.F("没有填%s学时", row.Names())
	case 1:
		return parts[0]
	}
	if row.Reading == forms.Each {
		return say.Join("、", parts...)
	}
	return say.F("%s，合计%s", say.Join("、", parts...), row.Hours(y).Value())
}

// eachOrTogether is the question of hours that are enough in one of two readings.
func eachOrTogether(f *facts, row forms.HoursRow, year int) Finding {
	r := confirm(say.F("%d年%s，已达%d；但各科没有各自都达到%d", year, hoursOf(f.ContinuingEducation[year], row), row.Least, row.Least),
		say.F("通知没有写是各%d还是合计%d，按合计算够了，请问清", row.Least, row.Least))
	r.Question = say.F("请问：%s“不少于%d学时”是%s合计，还是各自都要%d学时？", f.notice.HoursOf(f.plan).Clause, row.Least, row.Names(), row.Least)
	return r
}

// notAllYear is the question of a year in which the applicant did not work, not all of
// it, or is not sure of it.
func notAllYear(f *facts, row forms.HoursRow, year int) Finding {
	why, remedy := say.F("%d年还没有参加工作", year), say.F("产假、病假和年中参加工作，通知都没有写；问单位和通知的联系人")
	switch f.EmploymentIn(year) {
	case forms.EmploymentBegan:
		why = say.F("%d年才参加工作", year)
	case forms.EmploymentUnsure:
		why, remedy = say.F("您不确定%d年是否已参加工作", year), say.F("查劳动合同或社保记录，再改答案")
	}
	r := confirm(say.F("%s；%s，要求%d学时", why, hoursOf(f.ContinuingEducation[year], row), row.Least), remedy)
	r.Question = say.F("请问：没有参加工作的年度、年中才参加工作的年度学时不够，能不能申报？")
	return r
}

// evidenceOfHours is the proof of each year's hours. 三（三）3（1）, 三（三）3（2）:
// 「须提供近三年(2018-2020)继续教育证明材料」.
func evidenceOfHours(n *notice.Notice, rule notice.HoursRule) []Check {
	c := Check{
		ID: rule.Evidence, Title: say.F("继续教育证明"), Step: forms.StepContinuingEducation, only: byHours(rule.ID),
		Dated: true, Reads: paths(forms.CareerStart), needs: saying(say.F("继续教育证明材料")),
	}
	how := say.F("通知没有写要多少学时")
	if number := citedDocument(n, rule.Evidence); !number.Empty() {
		how = say.F("学时的取得和认定参照%s", number)
	}
	return yearly(c, rule.Years, func(f *facts, year int) Finding { return judgeEvidence(f, year, how) },
		forms.TrainingEmployed, forms.TrainingEvidence)
}

func judgeEvidence(f *facts, year int, how say.Text) Finding {
	y := f.ContinuingEducation[year]
	if y.Evidence != forms.Yes && f.EmploymentIn(year) == forms.NotEmployed {
		r := confirm(say.F("%d年还没有参加工作，没有这一年的继续教育证明材料", year), say.F("没有参加工作的年度要不要证明，通知没有写；问单位和通知的联系人"))
		r.Question = say.F("请问：没有参加工作的年度，要不要继续教育证明材料？")
		return r
	}
	r := ready(y.Evidence, training(year, forms.TrainingEvidence), readiness{
		done:     say.F("%d年有继续教育证明材料（%s）", year, how),
		open:     say.F("%d年还没有继续教育证明材料", year),
		unsure:   say.F("有没有%d年的继续教育证明材料", year),
		remedy:   say.F("准备这一年的培训、进修、学术交流或远程教育证明，作为附件上传；%s", how),
		question: say.F("请问：继续教育证明材料要什么样的、要多少学时？"),
		who:      []Actor{ActorSelf},
	})
	if r.Outcome == Todo {
		return beforeFiling(f, r)
	}
	return r
}

// hoursBasis holds 三（三）3（1）: 「地勘土管测绘专业请参照…国土空间规划专业可参考…」. For
// marine and other specialties no document is named.
var hoursBasis = Check{
	ID: "ce-natres-basis", Title: say.F("学时登记细则"), Step: forms.StepContinuingEducation, judge: judgeHoursBasis,
	Reads: paths(forms.PlanSpecialty), needs: saying(say.F("按本专业的登记细则")),
}

func judgeHoursBasis(f *facts) Finding {
	specialty := f.Plan.Specialty
	name := f.notice.Label(forms.PlanSpecialty.Info, string(specialty))
	if specialty == "" {
		return missing(forms.PlanSpecialty.Info)
	}
	bases := f.notice.HoursOf(f.plan).Bases
	i := slices.IndexFunc(bases, func(b notice.HoursBasis) bool {
		return slices.Contains(b.Specialties, specialty)
	})
	switch {
	case i < 0 && specialty == forms.SpecialtyOther:
		r := confirm(say.F("您的专业不在通知列出的专业里，学时按哪个细则登记，通知没有写"), say.F("问单位和通知的联系人"))
		r.Question = say.F("请问：我的专业不在通知列出的专业里，继续教育学时按哪个细则登记？")
		return r
	case i < 0:
		r := confirm(say.F("%s专业的学时按哪个细则登记，通知没有写", name), say.F("问单位和通知的联系人"))
		r.Question = say.F("请问：%s专业的继续教育学时按哪个细则登记？", name)
		return r
	}
	basis := bases[i]
	if basis.Binding {
		return pass(say.F("%s专业参照%s", name, basis.Document))
	}
	return pass(say.F("%s专业“可参考”%s，不是必须", name, basis.Document))
}

// yearly makes one check for each year of a rule.
func yearly(c Check, years []int, judge func(f *facts, year int) Finding, fields ...forms.Field[forms.TrainingYear]) []Check {
	checks := make([]Check, len(years))
	for i, year := range years {
		checks[i] = c
		checks[i].ID = OfYear(c.ID, year)
		checks[i].Title, checks[i].Rule = say.F("%d年%s", year, c.Title), c.Title
		checks[i].Key = c.ID
		checks[i].Reads = slices.Clone(c.Reads)
		for _, field := range fields {
			checks[i].Reads = append(checks[i].Reads, training(year, field).Path)
		}
		checks[i].judge = func(f *facts) Finding { return judge(f, year) }
	}
	return checks
}

// hoursChecks are the checks of the hours that the notice asks for.
func hoursChecks(n *notice.Notice) []Check {
	var checks []Check
	for _, rule := range n.Hours {
		checks = append(checks, hoursRows(rule)...)
		if rule.Evidence != "" {
			checks = append(checks, evidenceOfHours(n, rule)...)
		}
		if len(rule.Bases) > 0 {
			basis := hoursBasis
			basis.only = byHours(rule.ID)
			checks = append(checks, basis)
		}
	}
	return append(checks, provincialRule)
}
