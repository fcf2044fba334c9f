package check

import (
	"maps"
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
		case d.Level == "":
			years, all = rule.YearsWithout, without
		case d.soon || !d.AwardDate.Known(): // what is enough without it is enough
			all = best(d.span(with), without)
			if without.decided() && without.least == Pass {
				years = rule.YearsWithout
			}
		}
		switch {
		case !all.decided():
			return f.missingDegree(all)
		case years == rule.YearsWithout, len(asks) > 0: // whatever the education is
			return exceptionalText(f, years, all.least)
		}
		r := exceptionalText(f, years, with.least)
		if d.soon {
			r.Found = say.Join("，", rowName(d.Education), r.Found)
		}
		return d.words(r)
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
	w := officeWords{asked: say.F("满%d年", years), years: years, otherwise: normalInstead}
	if r, found := w.say(f, o); found {
		return r
	}
	r := pass(w.held(f, start(f.Title)))
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
	needs:  func(n *notice.Notice) say.Text { return someItems(n.Engineer.Exceptional) },
}

// someItems is how many items are asked for: 六项里有3项.
func someItems(rule notice.Exceptional) say.Text {
	return say.F("%s项里有%d项", forms.Numeral(rule.Of), rule.Items)
}

func judgeExceptionalItems(f *facts) Finding {
	return onExceptionalRoute(f, func() Finding {
		items, why := exceptionalItemsOf(f)
		best, worst := certainties{}, certainties{}
		for _, item := range items {
			best[item.best]++
			worst[item.worst]++
		}
		least := f.notice.Engineer.Exceptional.Items
		result := span{least: itemsOutcome(best, least), most: itemsOutcome(worst, least)}
		if !result.decided() {
			return missing(itemAsks(items, least)...)
		}
		if result.least == Fail {
			best = worst
		}
		return itemsText(f, best, why, result.least)
	})
}

// certainties counts items by how sure they are.
type certainties map[forms.Certainty]int

// item is how certain one of the items can be at best and at worst, as answers are open;
// dated is the worst to which open dates alone can lead.
type item struct {
	best, dated, worst forms.Certainty
	asks, dates        []forms.Info
}

// exceptionalItemsOf returns the items, and why one that was declared counts less.
func exceptionalItemsOf(f *facts) (items []item, why say.Text) {
	rule := f.notice.Engineer.Exceptional
	service := rule.Service
	for i, declared := range f.ForestryEngineer.ExceptionalItems[:min(rule.Of, forms.ExceptionalItemCount)] {
		item := item{best: forms.Certain, dated: forms.Certain, worst: forms.Certain}
		if service != nil && service.Item == i+1 && declared != forms.NotCertain {
			item.best, item.dated, item.dates = served(f, *service)
		}
		switch answered := oneOf(declared, forms.Certain, forms.Doubtful, forms.NotCertain); {
		case answered && lessCertain(declared, item.best) != declared:
			why = notCounted(*service, item.best)
			item.worst = item.dated
		case answered:
			item.best, item.dated = declared, lessCertain(item.dated, declared)
			item.worst = item.dated
		case item.best == forms.NotCertain:
			item.worst = forms.NotCertain
		default:
			item.worst, item.asks = forms.NotCertain, []forms.Info{forms.ForestryExceptional(i).Info}
		}
		items = append(items, item)
	}
	return items, why
}

// itemAsks are the questions that are open and can make a difference.
func itemAsks(items []item, least int) []forms.Info {
	var asks []forms.Info
	for i, item := range items {
		others := slices.Delete(slices.Clone(items), i, i+1)
		if matters(others, item.best, item.worst, least) {
			asks = append(asks, item.asks...)
		}
		if matters(others, item.best, item.dated, least) {
			asks = append(asks, item.dates...)
		}
	}
	return asks
}

// matters reports whether, with some answer to the other items, the outcome differs
// between two certainties of one.
func matters(others []item, a, b forms.Certainty, least int) bool {
	if a == b {
		return false
	}
	var look func(k int, count certainties) bool
	look = func(k int, count certainties) bool {
		if k == len(others) {
			return itemsOutcome(count.with(a), least) != itemsOutcome(count.with(b), least)
		}
		return slices.ContainsFunc(certaintyOrder, func(c forms.Certainty) bool {
			return lessCertain(c, others[k].best) == c && lessCertain(c, others[k].worst) == others[k].worst && look(k+1, count.with(c))
		})
	}
	return look(0, certainties{})
}

func (c certainties) with(one forms.Certainty) certainties {
	more := maps.Clone(c)
	more[one]++
	return more
}

var certaintyOrder = []forms.Certainty{forms.NotCertain, forms.Doubtful, forms.Certain}

func lessCertain(a, b forms.Certainty) forms.Certainty {
	return certaintyOrder[min(slices.Index(certaintyOrder, a), slices.Index(certaintyOrder, b))]
}

// served judges the item of years of work, 附件3（二）6: 「从事专业技术工作中专毕业十五年以上，
// 其他学历二十年以上」. That can mean the years of technical work or those since the
// graduation: short by both it does not count, short by one it is doubtful.
func served(f *facts, s notice.Service) (sure, unsure forms.Certainty, asks []forms.Info) {
	var works, graduations []span
	for _, d := range f.degrees() {
		var work, graduation []span
		for _, level := range possible(d.Level, forms.EducationGrade.Options) {
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

func itemsText(f *facts, count certainties, why say.Text, o Outcome) Finding {
	certain, doubtful, least := count[forms.Certain], count[forms.Doubtful], f.notice.Engineer.Exceptional.Items
	text := say.F("%s项里确定有%d项，说不准%d项；同一项里有多个成果只算一项", forms.Numeral(f.notice.Engineer.Exceptional.Of), certain, doubtful)
	if !why.Empty() {
		text = say.Join("；", text, why)
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
	r.Needed = someItems(f.notice.Engineer.Exceptional)
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
		return routeQuestion(f)
	case "":
		return missing(forms.PlanRoute.Info)
	}
	return notApplicable(say.F("您不走破格"))
}
