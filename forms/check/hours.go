package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// yearJudge makes the judge of one year's hours.
type yearJudge func(f *facts, year int) Finding

// running reports whether a year of hours is the one that the cut-off ends: it
// was not over when the notice closed, so a gap is still to be done.
func (f *facts) running(year int) bool {
	cutoff, _, _ := f.notice.Dates.Cutoff.Day.Date()
	return year >= cutoff
}

// short is the finding of a gap: to be done in the running year, too late before.
func (f *facts) short(year int, found say.Text) Finding {
	if f.running(year) {
		r := todo(found, say.F("年度还没有结束，%s前学完；网上申报%s截止，请先学", f.notice.Dates.Cutoff.Day.Short(), f.notice.Dates.Individual.Day.Short()), ActorSelf)
		return beforeFiling(f, r)
	}
	return fail(found, say.F("往年能不能补登，通知没有写；有没登记上的学时先补登记，再带学时证明问单位或%s", f.contact()))
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

// generalPublic holds 三（三）2: 「近四年（2017-2020年）一般公需科目培训且每年不少于18学时」.
// What holds for a year before the applicant worked is not said; who has the
// hours need not say whether they worked then.
var generalPublic = Check{
	ID: GeneralPublicHours, Title: say.F("一般公需学时"), Step: forms.StepContinuingEducation, only: byHours(forms.HoursGeneralPublic),
	needs: func(n *notice.Notice) say.Text { return say.F("每年不少于%d学时", n.Hours.GeneralPublic.Least) },
}

func judgeGeneralPublic(f *facts, year int) Finding {
	y := f.ContinuingEducation[year]
	least := f.notice.Hours.GeneralPublic.Least
	switch y.Employed {
	case forms.No:
		r := confirm(say.F("%d年还没参加工作；没有参加工作的年度要不要学时，通知没有写", year), say.F("问单位和通知的联系人"))
		r.Question = say.F("请问：我%d年还没参加工作，没有这一年的一般公需学时，能不能申报？", year)
		return r
	case forms.YesNoOpen:
		r := confirm(say.F("您不确定%d年是否已参加工作", year), say.F("查劳动合同或社保记录，再改答案"))
		r.Question = say.F("请问：我%d年算不算已参加工作，要不要这一年的一般公需学时？", year)
		return r
	}
	if !y.GeneralPublic.Known() {
		return missing(training(year, forms.TrainingGeneralPublic))
	}
	hours, gap := y.GeneralPublic.Value(), forms.Whole(least)-y.GeneralPublic.Value()
	if gap <= 0 {
		return pass(say.F("%d年一般公需%s学时", year, hours))
	}
	if y.Employed != forms.Yes && !f.running(year) {
		return missing(training(year, forms.TrainingEmployed))
	}
	return f.short(year, say.F("%d年一般公需%s学时，要求%d学时，差%s", year, hours, least, gap))
}

// hoursWords are the sentences of one kind of hours.
type hoursWords struct {
	enough func(year int, hours forms.Hundredths) say.Text
	short  func(year int, hours forms.Hundredths, asked int, gap forms.Hundredths) say.Text
}

// atLeast judges one kind of hours of a forestry year against its requirement.
func atLeast(field forms.Field[forms.TrainingYear], hours func(forms.TrainingYear) forms.Number,
	least func(*facts) int, words hoursWords,
) yearJudge {
	return func(f *facts, year int) Finding {
		n := hours(f.ContinuingEducation[year])
		if !n.Known() {
			return missing(training(year, field))
		}
		asked := least(f)
		gap := forms.Whole(asked) - n.Value()
		if gap <= 0 {
			return pass(words.enough(year, n.Value()))
		}
		return f.short(year, words.short(year, n.Value(), asked, gap))
	}
}

// forestryTotal holds 三（三）3（2）: 「要求每年达到90学时」.
var forestryTotal = Check{
	ID: ForestryTotalHours, Title: say.F("总学时"), Step: forms.StepContinuingEducation, only: byHours(forms.HoursForestry),
	needs: func(n *notice.Notice) say.Text { return say.F("每年达到%d学时", n.Hours.Forestry.Total) },
}

var judgeForestryTotal = atLeast(forms.TrainingTotal,
	func(y forms.TrainingYear) forms.Number { return y.Total },
	func(f *facts) int { return f.notice.Hours.Forestry.Total },
	hoursWords{
		func(year int, hours forms.Hundredths) say.Text { return say.F("%d年共%s学时", year, hours) },
		func(year int, hours forms.Hundredths, asked int, gap forms.Hundredths) say.Text {
			return say.F("%d年共%s学时，要求%d学时，差%s", year, hours, asked, gap)
		},
	})

// forestryProfessional holds 三（三）3（2）: 「其中林业专业科目不少于60学时」.
var forestryProfessional = Check{
	ID: ForestryProfessionalHours, Title: say.F("林业专业科目学时"), Step: forms.StepContinuingEducation, only: byHours(forms.HoursForestry),
	needs: func(n *notice.Notice) say.Text {
		return say.F("每年不少于%d学时", n.Hours.Forestry.Professional)
	},
}

var judgeForestryProfessional = atLeast(forms.TrainingProfessional,
	func(y forms.TrainingYear) forms.Number { return y.Professional },
	func(f *facts) int { return f.notice.Hours.Forestry.Professional },
	hoursWords{
		func(year int, hours forms.Hundredths) say.Text {
			return say.F("%d年林业专业科目%s学时", year, hours)
		},
		func(year int, hours forms.Hundredths, asked int, gap forms.Hundredths) say.Text {
			return say.F("%d年林业专业科目%s学时，要求%d学时，差%s", year, hours, asked, gap)
		},
	})

// forestryPublic holds 三（三）3（2）: 「林业行业公需科目和一般公需科目不少于18学时」.
// Whether each or both together is not said; “each” would make the total
// of 90 pointless, so a sufficient sum is a question and never a fail.
var forestryPublic = Check{
	ID: ForestryPublicHours, Title: say.F("公需科目学时"), Step: forms.StepContinuingEducation, only: byHours(forms.HoursForestry),
	needs: func(n *notice.Notice) say.Text {
		return say.F("行业公需和一般公需不少于%d学时", n.Hours.Forestry.Public)
	},
}

func judgeForestryPublic(f *facts, year int) Finding {
	y := f.ContinuingEducation[year]
	least := forms.Whole(f.notice.Hours.Forestry.Public)
	if asks := publicOpen(y, year); len(asks) > 0 {
		return missing(asks...)
	}
	industry, general := y.IndustryPublic, y.GeneralPublic
	sum := industry.Value() + general.Value()
	switch {
	case industry.Value() >= least && general.Value() >= least:
		return pass(say.F("%d年行业公需%s、一般公需%s学时，各自够了", year, industry.Value(), general.Value()))
	case sum >= least:
		return f.publicQuestion(year, y)
	}
	return f.short(year, say.F("%d年行业公需%s、一般公需%s学时，合起来%s，要求%s，差%s", year, industry.Value(), general.Value(), sum, least, least-sum))
}

func publicOpen(y forms.TrainingYear, year int) []forms.Info {
	var asks []forms.Info
	if !y.IndustryPublic.Known() {
		asks = append(asks, training(year, forms.TrainingIndustryPublic))
	}
	if !y.GeneralPublic.Known() {
		asks = append(asks, training(year, forms.TrainingGeneralPublic))
	}
	return asks
}

func (f *facts) publicQuestion(year int, y forms.TrainingYear) Finding {
	industry, general := y.IndustryPublic, y.GeneralPublic
	sum, least := industry.Value()+general.Value(), f.notice.Hours.Forestry.Public
	r := confirm(say.F("%d年行业公需%s、一般公需%s学时，合起来%s够%d，各自不都够", year, industry.Value(), general.Value(), sum, least),
		say.F("通知没有写是各%d还是合计%d，按合计算够了，请问清", least, least))
	r.Question = say.F("请问：我%d年行业公需%s学时、一般公需%s学时，合计%s，是否符合%s“不少于%d学时”？", year, industry.Value(), general.Value(), sum, f.notice.Hours.Forestry.Clause, least)
	return r
}

// natresEvidence holds 三（三）3（1）: 「须提供近三年(2018-2020)继续教育证明材料」. No
// number of hours is printed.
var natresEvidence = Check{
	ID: ContinuingEducationProof, Title: say.F("继续教育证明"), Step: forms.StepContinuingEducation, only: byHours(forms.HoursEvidence),
	needs: saying(say.F("继续教育证明材料")),
}

func judgeNatresEvidence(f *facts, year int) Finding {
	r := ready(f.ContinuingEducation[year].Evidence, training(year, forms.TrainingEvidence), readiness{
		done:     say.F("%d年有继续教育证明材料（通知没有写学时数）", year),
		open:     say.F("%d年还没有继续教育证明材料", year),
		remedy:   say.F("准备这一年的培训、进修、学术交流或远程教育证明，申报时作为附件上传；通知没有写要多少学时"),
		question: say.F("请问：%d年的继续教育证明材料要什么样的、要多少学时？", year),
		who:      []Actor{ActorSelf},
	})
	if r.Outcome == Todo {
		return beforeFiling(f, r)
	}
	return r
}

// natresBasis holds 三（三）3（1）: 「地勘土管测绘专业请参照…国土空间规划专业可参考…」. For
// marine and other specialties no document is named.
var natresBasis = Check{
	ID: "ce-natres-basis", Title: say.F("学时登记细则"), Step: forms.StepContinuingEducation, judge: judgeNatresBasis, only: byHours(forms.HoursEvidence),
	Reads: paths(forms.PlanSpecialty), needs: saying(say.F("按本专业的登记细则")),
}

func judgeNatresBasis(f *facts) Finding {
	specialty := f.Plan.Specialty
	name := forms.PlanSpecialty.OptionLabel(string(specialty))
	if specialty == "" || !oneOf(specialty, possible(forms.Specialty(""), forms.PlanSpecialty.Info)...) {
		return missing(forms.PlanSpecialty.Info)
	}
	i := slices.IndexFunc(f.notice.Hours.Evidence.Bases, func(b notice.HoursBasis) bool {
		return slices.Contains(b.Specialties, specialty)
	})
	if i < 0 {
		r := confirm(say.F("%s专业的学时按哪个细则登记，通知没有写", name), say.F("问单位和通知的联系人"))
		r.Question = say.F("请问：%s专业的继续教育学时按哪个细则登记？", name)
		return r
	}
	basis := f.notice.Hours.Evidence.Bases[i]
	if basis.Binding {
		return pass(say.F("%s专业参照%s", name, basis.Document))
	}
	r := confirm(say.F("%s专业“可参考”%s", name, basis.Document), say.F("“可参考”不是必须，问清按哪个细则登记"))
	r.Question = say.F("请问：%s专业的学时一定要按%s登记吗？", name, basis.Document)
	return r
}

// yearly makes one check for each year of a rule.
func yearly(c Check, years []int, judge yearJudge, fields ...forms.Field[forms.TrainingYear]) []Check {
	checks := make([]Check, len(years))
	for i, year := range years {
		checks[i] = c
		checks[i].ID = OfYear(c.ID, year)
		checks[i].Title = say.F("%d年%s", year, c.Title)
		checks[i].Key = c.ID
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
	if rule := n.Hours.GeneralPublic; rule != nil {
		checks = append(checks, yearly(generalPublic, rule.Years, judgeGeneralPublic, forms.TrainingGeneralPublic, forms.TrainingEmployed)...)
	}
	if rule := n.Hours.Forestry; rule != nil {
		checks = append(checks, yearly(forestryTotal, rule.Years, judgeForestryTotal, forms.TrainingTotal)...)
		checks = append(checks, yearly(forestryProfessional, rule.Years, judgeForestryProfessional, forms.TrainingProfessional)...)
		checks = append(checks, yearly(forestryPublic, rule.Years, judgeForestryPublic, forms.TrainingIndustryPublic, forms.TrainingGeneralPublic)...)
	}
	if rule := n.Hours.Evidence; rule != nil {
		checks = append(checks, yearly(natresEvidence, rule.Years, judgeNatresEvidence, forms.TrainingEvidence)...)
		checks = append(checks, natresBasis)
	}
	return append(checks, provincialRule)
}
