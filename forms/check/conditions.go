package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// departmentCondition holds 附件3（一）1: 「具备下列部门之一的条件」. Whether the four
// abilities are there is judged by the committee. （一） is headed “正常晋升”; whether
// its 1 binds the exceptional route too is not said, so there a “no” is a question.
var departmentCondition = Check{
	ID: DepartmentCondition, Title: say.F("部门能力条件"), Step: forms.StepTitle, judge: judgeDepartmentCondition,
	only: byTenure(notice.TenureEngineer),
	Reads: paths(forms.PlanRoute, forms.ForestryDepartment, forms.ForestryAbility(0), forms.ForestryAbility(1),
		forms.ForestryAbility(2), forms.ForestryAbility(3)),
	needs: saying(say.F("具备两个部门之一的四条")),
}

func judgeDepartmentCondition(f *facts) Finding {
	fe := f.ForestryEngineer
	lacking := lackingAbility(f)
	// The abilities are those of the chosen department: without it they say nothing yet.
	parts := []span{open(Confirm, Fail, forms.ForestryDepartment.Info)}
	if oneOf(fe.Department, forms.DepartmentProduction, forms.DepartmentResearch) {
		parts[0] = known(Confirm)
	}
	for i, a := range fe.Ability {
		parts = append(parts, abilityAnswer(a, lacking, forms.ForestryAbility(i).Info))
	}
	all, clause := worst(parts...), clauses(f.notice.Cite(DepartmentCondition))
	switch no := abilitiesAnswered(fe, forms.No); {
	case !all.decided():
		return all.missing()
	case !no.Empty() && all.least == Confirm:
		r := confirm(say.F("%s的能力条件%s答了“否”；破格要不要这一条，通知没有写", clause, no), say.F("先问单位和通知的联系人"))
		r.Question = say.F("请问：破格申报要不要同时具备%s的四条能力条件？", clause)
		return r
	case all.least == Fail:
		return fail(say.F("%s的能力条件%s答了“否”", clause, no), say.F("四条都要具备；说不准的改选“不确定”，带业绩材料问单位"))
	}
	if open := abilitiesAnswered(fe, forms.YesNoOpen); !open.Empty() {
		r := confirm(say.F("%s的能力条件%s您不确定", clause, open), say.F("对照业绩材料再看一遍；是否具备由评委判断"))
		r.Question = say.F("请问：%s的四条能力条件要怎么证明？", clause)
		return r
	}
	r := confirm(say.F("您选了“%s”，四条都认为具备；是否具备由评委判断", forms.ForestryDepartment.OptionLabel(string(fe.Department))),
		say.F("每一条准备一件业绩材料"))
	r.Question = say.F("请问：%s的四条能力条件要交哪些证明材料？", clause)
	return r
}

// lackingAbility is what a lacking ability leads to: on the normal route it fails.
func lackingAbility(f *facts) span {
	switch f.route() {
	case forms.RouteNormal:
		return known(Fail)
	case "":
		return open(Confirm, Fail, forms.PlanRoute.Info)
	}
	return known(Confirm)
}

// abilityAnswer: a declared ability is still judged by the committee. One that is
// not answered is asked for even where no answer could fail.
func abilityAnswer(a forms.Answer, lacking span, ask forms.Info) span {
	switch a {
	case forms.No:
		return lacking
	case forms.Yes, forms.YesNoOpen:
		return known(Confirm)
	}
	return open(Confirm, Fail, ask)
}

func abilitiesAnswered(fe forms.ForestryEngineer, answer forms.Answer) say.Text {
	var marks []say.Text
	for i, a := range fe.Ability {
		if a == answer {
			marks = append(marks, say.Typed(forms.Circled(i)))
		}
	}
	return say.Join("、", marks...)
}

// exceptionalYears holds 附件3（二）: 「不具备规定学历，担任助理工程师职务满四年；具备规定学历，
// 担任助理工程师职务满三年」.
var exceptionalYears = Check{
	ID: "exceptional-years", Title: say.F("破格年限"), Step: forms.StepTitle, judge: judgeExceptionalYears,
	only:  byTenure(notice.TenureEngineer),
	Reads: paths(forms.PlanRoute, forms.TitleQualified, forms.TitleAppointed), InRows: inRows(forms.EducationGrade, forms.EducationAward),
	needs: func(n *notice.Notice) say.Text {
		rule := n.Engineer.Exceptional
		return say.F("任助理工程师满%d年或%d年", rule.YearsWithEducation, rule.YearsWithout)
	},
}

func judgeExceptionalYears(f *facts) Finding {
	return onExceptionalRoute(f, func() Finding {
		rule := f.notice.Engineer.Exceptional
		with, without := held(f, rule.YearsWithEducation, false), held(f, rule.YearsWithout, false)
		h, years, all := with, rule.YearsWithEducation, with.span
		d, asks := laidDownEducation(f)
		switch {
		case len(asks) > 0:
			all = either(asks, with.span, without.span)
		case d.Level == "" || d.soon && without.decided() && without.least == Pass:
			h, years, all = without, rule.YearsWithout, without.span
		default:
			all = d.span(all)
		}
		switch {
		case !all.decided():
			return f.missingDegree(all)
		case years == rule.YearsWithout:
			return exceptionalText(f, h, years)
		}
		return d.words(exceptionalText(f, h, years))
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

func exceptionalText(f *facts, h holding, years int) Finding {
	text, asked := tenureText(f, h.start), say.F("满%d年", years)
	r := Finding{}
	switch {
	case h.least == Pass:
		r = pass(say.F("任助理工程师%s", text))
	case h.least == Fail:
		r = fail(say.F("任助理工程师%s，破格要%s，差%d天", text, asked, h.gap), say.F("年限到截止日不够，等下一年"))
	case h.undated:
		r = confirm(say.F("任助理工程师%s，够不够要看是哪一天", text), toTheDay)
	case h.onlyOne:
		r = confirm(say.F("任助理工程师%s；资格取得和聘任两个时间只有一个%s", text, asked), say.F("问清按哪一天起算"))
	default:
		r = confirm(say.F("任助理工程师%s，破格要%s，按对应日算差%d天", text, asked, h.gap), say.F("首尾两天都算就正好满，请问清怎么算"))
	}
	r.Needed = asked
	return r
}

// exceptionalItems holds 附件3（二）: 「具备下列规定条件中的三项者，可以破格晋升工程师资格」. Two
// achievements under one number are one item.
var exceptionalItems = Check{
	ID: ExceptionalItems, Title: say.F("破格条件"), Step: forms.StepTitle, judge: judgeExceptionalItems,
	only: byTenure(notice.TenureEngineer),
	Reads: paths(forms.PlanRoute, forms.ForestryExceptional(0), forms.ForestryExceptional(1), forms.ForestryExceptional(2),
		forms.ForestryExceptional(3), forms.ForestryExceptional(4), forms.ForestryExceptional(5)),
	needs: func(n *notice.Notice) say.Text { return say.F("六项里有%d项", n.Engineer.Exceptional.Items) },
}

func judgeExceptionalItems(f *facts) Finding {
	return onExceptionalRoute(f, func() Finding {
		least := f.notice.Engineer.Exceptional.Items
		certain, doubtful := 0, 0
		var asks []forms.Info
		for i, c := range f.ForestryEngineer.ExceptionalItems {
			switch c {
			case forms.Certain:
				certain++
			case forms.Doubtful:
				doubtful++
			case forms.NotCertain:
			default:
				asks = append(asks, forms.ForestryExceptional(i).Info)
			}
		}
		result := span{
			least: itemsOutcome(certain+len(asks), doubtful, least),
			most:  itemsOutcome(certain, doubtful, least),
			asks:  asks,
		}
		if !result.decided() {
			return result.missing()
		}
		return itemsText(certain, doubtful, least, result.least)
	})
}

func itemsOutcome(certain, doubtful, least int) Outcome {
	switch {
	case certain >= least:
		return Pass
	case certain+doubtful >= least:
		return Confirm
	}
	return Fail
}

func itemsText(certain, doubtful, least int, o Outcome) Finding {
	text := say.F("六项里确定有%d项，说不准%d项；同一项里有多个成果只算一项", certain, doubtful)
	r := Finding{}
	switch o {
	case Pass:
		r = pass(text)
	case Confirm:
		r = confirm(text, say.F("说不准的几项带材料去问单位和通知的联系人"))
		r.Question = say.F("请问：我破格条件确定有%d项、说不准%d项，说不准的几项算不算？", certain, doubtful)
	default:
		r = fail(text, say.F("还差%d项；看看有没有漏算的业绩，没有就走正常晋升或等下一年", least-certain-doubtful))
	}
	r.Needed = say.F("六项里有%d项", least)
	return r
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
