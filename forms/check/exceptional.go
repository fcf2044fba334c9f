package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// exceptionalYears holds 附件3（二）: 「不具备规定学历，担任助理工程师职务满四年；具备规定学历，
// 担任助理工程师职务满三年」.
var exceptionalYears = Check{
	ID: "exceptional-years", Title: say.F("破格年限"), Step: forms.StepTitle, judge: judgeExceptionalYears,
	only:  byTenure(notice.TenureEngineer),
	Reads: paths(forms.PlanRoute, forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed, forms.CareerStart), InRows: inRows(forms.EducationGrade, forms.EducationAward),
	needs: func(n *notice.Notice) say.Text {
		rule := n.Engineer.Exceptional
		return say.F("任助理工程师满%d年或%d年", rule.YearsWithEducation, rule.YearsWithout)
	},
}

func judgeExceptionalYears(f *facts) Finding {
	return onExceptionalRoute(f, func() Finding {
		rule := f.notice.Engineer.Exceptional
		with, without := office(f, rule.YearsWithEducation, 0), office(f, rule.YearsWithout, 0)
		years, all := rule.YearsWithEducation, with
		d, asks := laidDownEducation(f)
		switch {
		case len(asks) > 0:
			all = either(asks, with, without)
		case d.Level == "" || d.soon && without.decided() && without.least == Pass:
			years, all = rule.YearsWithout, without
		default:
			all = d.span(all)
		}
		switch {
		case !all.decided():
			return f.missingDegree(all)
		case years == rule.YearsWithout:
			return exceptionalText(f, years, all.least)
		}
		return d.words(exceptionalText(f, years, with.least))
	})
}

// laidDownEducation returns an associate degree or one above, best one that is there
// on the filing day; asks are the levels that could still tell. With neither there is
// none.
func laidDownEducation(f *facts) (has degree, asks []forms.Info) {
	for _, d := range f.degrees() {
		switch {
		case d.Level == "":
			asks = append(asks, ask(forms.EducationGrade, d.row))
		case d.Level != forms.Secondary && !d.soon:
			return d, nil
		case d.Level != forms.Secondary:
			has = d
		}
	}
	return has, asks
}

func exceptionalText(f *facts, years int, o Outcome) Finding {
	w := officeWords{lead: say.F("任助理工程师"), asked: say.F("满%d年", years), years: years, otherwise: normalInstead}
	if r, found := w.say(f, o); found {
		return r
	}
	r := pass(say.F("任助理工程师%s", tenureText(f, start(f.Title))))
	r.Needed = w.asked
	return r
}

// normalInstead says to whom the exceptional route is closed whether the normal one is
// open, and otherwise from when on the years will do.
func normalInstead(f *facts, day forms.Day, years int) say.Text {
	if normal := chooseNormal(f); !normal.Empty() {
		return normal
	}
	return fromThenOn(day, years)
}

// exceptionalItems holds 附件3（二）: 「具备下列规定条件中的三项者，可以破格晋升工程师资格」. Two
// achievements under one number are one item.
var exceptionalItems = Check{
	ID: ExceptionalItems, Title: say.F("破格条件"), Step: forms.StepTitle, judge: judgeExceptionalItems,
	only: byTenure(notice.TenureEngineer),
	Reads: paths(forms.PlanRoute, forms.ForestryExceptional(0), forms.ForestryExceptional(1), forms.ForestryExceptional(2),
		forms.ForestryExceptional(3), forms.ForestryExceptional(4), forms.ForestryExceptional(5), forms.CareerStart),
	InRows: inRows(forms.EducationGrade, forms.EducationAward),
	needs:  func(n *notice.Notice) say.Text { return say.F("六项里有%d项", n.Engineer.Exceptional.Items) },
}

func judgeExceptionalItems(f *facts) Finding {
	return onExceptionalRoute(f, func() Finding {
		count := countItems(f)
		rule := f.notice.Engineer.Exceptional
		result := span{
			least: itemsOutcome(count.best, rule.Items),
			most:  itemsOutcome(count.worst, rule.Items),
			asks:  count.asks,
		}
		if !result.decided() {
			return result.missing()
		}
		return itemsText(f, count, result.least)
	})
}

// certainties counts items by how sure they are.
type certainties map[forms.Certainty]int

// itemCount is how many items there are at best and at worst, as answers are open; why
// says which declared item does not count, or not surely.
type itemCount struct {
	best, worst certainties
	asks        []forms.Info
	why         say.Text
}

func countItems(f *facts) itemCount {
	c := itemCount{best: certainties{}, worst: certainties{}}
	service := f.notice.Engineer.Exceptional.Service
	for i, declared := range f.ForestryEngineer.ExceptionalItems {
		sure, unsure := forms.Certain, forms.Certain
		var asks []forms.Info
		if service != nil && service.Item == i+1 && declared != forms.NotCertain {
			sure, unsure, asks = served(f, *service)
		}
		switch answered := oneOf(declared, forms.Certain, forms.Doubtful, forms.NotCertain); {
		case answered && lessCertain(declared, sure) != declared:
			c.why = notCounted(*service, sure)
		case answered:
			sure, unsure = declared, lessCertain(unsure, declared)
		case sure != forms.NotCertain:
			unsure, asks = forms.NotCertain, append(asks, forms.ForestryExceptional(i).Info)
		}
		if sure == unsure {
			asks = nil
		}
		c.best[sure]++
		c.worst[unsure]++
		c.asks = append(c.asks, asks...)
	}
	return c
}

func lessCertain(a, b forms.Certainty) forms.Certainty {
	order := []forms.Certainty{forms.NotCertain, forms.Doubtful, forms.Certain}
	return order[min(slices.Index(order, a), slices.Index(order, b))]
}

// served judges the item of years of work, 附件3（二）6: 「从事专业技术工作中专毕业十五年以上，
// 其他学历二十年以上」. That can mean the years of technical work or those since the
// graduation: short by both it does not count, short by one it is doubtful.
func served(f *facts, s notice.Service) (sure, unsure forms.Certainty, asks []forms.Info) {
	var works, graduations []span
	for _, d := range f.degrees() {
		var work, graduation []span
		for _, level := range possible(d.Level, forms.EducationGrade.Info) {
			years := s.YearsOther
			if level == forms.Secondary {
				years = s.YearsSecondary
			}
			work = append(work, fullYears(f, f.Career.TechnicalWorkStart, years, forms.CareerStart.Info))
			graduation = append(graduation, fullYears(f, d.AwardDate, years, ask(forms.EducationAward, d.row)))
		}
		works = append(works, ofLevels(d, work))
		graduations = append(graduations, ofLevels(d, graduation))
	}
	work, graduation := best(works...), best(graduations...)
	sure, unsure = byBoth(work.least, graduation.least), byBoth(work.most, graduation.most)
	if sure == unsure {
		return sure, unsure, nil
	}
	return sure, unsure, append(work.asks, graduation.asks...)
}

// fullYears judges years from a date to the cut-off.
func fullYears(f *facts, from forms.Date, years int, ask forms.Info) span {
	if !from.Known() {
		return open(Pass, Fail, ask)
	}
	o, _ := onDate(from, byCutoff(f, years, 0))
	return known(o)
}

// ofLevels joins what the levels come to that a degree can have.
func ofLevels(d degree, spans []span) span {
	if len(spans) == 1 {
		return spans[0]
	}
	return either([]forms.Info{ask(forms.EducationGrade, d.row)}, spans...)
}

// byBoth is how certain an item can be of which there are two readings.
func byBoth(a, b Outcome) forms.Certainty {
	switch {
	case a == Pass && b == Pass:
		return forms.Certain
	case a == Fail && b == Fail:
		return forms.NotCertain
	}
	return forms.Doubtful
}

// notCounted says why a declared item of years counts less than declared.
func notCounted(s notice.Service, bound forms.Certainty) say.Text {
	if bound == forms.NotCertain {
		return say.F("第%d项按专业技术工作年限和毕业后的年限算都不满（中专毕业%d年，其他学历%d年），不算", s.Item, s.YearsSecondary, s.YearsOther)
	}
	return say.F("第%d项（中专毕业%d年，其他学历%d年）按专业技术工作年限和毕业后的年限算，不是两种都满，按说不准算", s.Item, s.YearsSecondary, s.YearsOther)
}

func itemsOutcome(count certainties, least int) Outcome {
	switch {
	case count[forms.Certain] >= least:
		return Pass
	case count[forms.Certain]+count[forms.Doubtful] >= least:
		return Confirm
	}
	return Fail
}

func itemsText(f *facts, count itemCount, o Outcome) Finding {
	certain, doubtful, least := count.best[forms.Certain], count.best[forms.Doubtful], f.notice.Engineer.Exceptional.Items
	if o == Fail && count.worst[forms.Certain]+count.worst[forms.Doubtful] < certain+doubtful {
		certain, doubtful = count.worst[forms.Certain], count.worst[forms.Doubtful]
	}
	text := say.F("六项里确定有%d项，说不准%d项；同一项里有多个成果只算一项", certain, doubtful)
	if !count.why.Empty() {
		text = say.Join("；", text, count.why)
	}
	var r Finding
	switch o {
	case Pass:
		r = pass(text)
	case Confirm:
		r = confirm(text, say.F("说不准的几项带材料去问单位和通知的联系人"))
		r.Question = say.F("请问：我破格条件确定有%d项、说不准%d项，说不准的几项算不算？", certain, doubtful)
	default:
		r = fail(text, say.Join("；", say.F("还差%d项，看看有没有漏算的业绩", least-certain-doubtful), withoutItems(f)))
	}
	r.Needed = say.F("六项里有%d项", least)
	return r
}

// withoutItems says to whom the items lack whether the normal route is open.
func withoutItems(f *facts) say.Text {
	if normal := chooseNormal(f); !normal.Empty() {
		return normal
	}
	return say.F("没有就今年不能走破格")
}

// chooseNormal says that the normal route is open, or may be; "" where it is not.
func chooseNormal(f *facts) say.Text {
	switch normalWay(f) {
	case Pass:
		return say.F("您正常晋升的年限已经够，把“申报方式”改成“正常”")
	case Confirm:
		return say.F("正常晋升够不够要问：把“申报方式”改成“正常”，看要问什么")
	}
	return say.Text{}
}

// onExceptionalRoute judges only who applies by the exceptional route (破格).
func onExceptionalRoute(f *facts, judge func() Finding) Finding {
	switch f.route() {
	case forms.RouteExceptional:
		return judge()
	case forms.RouteUnsure:
		return routeQuestion()
	case "":
		return missing(forms.PlanRoute.Info)
	}
	return notApplicable(say.F("您不走破格"))
}
