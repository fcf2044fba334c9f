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
	needs: func(n *notice.Notice) say.Text {
		return say.F("具备两个部门之一的%s条", forms.Numeral(n.Abilities("")))
	},
}

func judgeDepartmentCondition(f *facts) Finding {
	fe := f.ForestryEngineer
	lacking := lackingAbility(f)
	// The abilities are those of the chosen department: without it they say nothing yet.
	parts := []span{open(Pass, Fail, forms.ForestryDepartment.Info)}
	if oneOf(fe.Department, forms.DepartmentProduction, forms.DepartmentResearch) {
		parts[0] = known(Pass)
	}
	count := f.notice.Abilities(fe.Department)
	for i, a := range fe.Ability[:count] {
		parts = append(parts, abilityAnswer(a, lacking, forms.ForestryAbility(i).Info))
	}
	all, clause, every := worst(parts...), clauses(f.notice.Cite(DepartmentCondition)), forms.Numeral(count)
	switch no := abilitiesAnswered(fe.Ability[:count], forms.No); {
	case !all.decided():
		return all.missing()
	case !no.Empty() && all.least == Confirm:
		r := confirm(say.F("%s的能力条件%s答了“否”；破格要不要这一条，通知没有写", clause, no), say.F("先问单位和通知的联系人"))
		r.Question = say.F("请问：破格申报要不要同时具备%s的%s条能力条件？", clause, every)
		return r
	case all.least == Fail:
		return fail(say.F("%s的能力条件%s答了“否”", clause, no), say.F("%s条都要具备；说不准的改选“不确定”，带业绩材料问单位", every))
	}
	if open := abilitiesAnswered(fe.Ability[:count], forms.YesNoOpen); !open.Empty() {
		r := confirm(say.F("%s的能力条件%s您不确定", clause, open), say.F("对照业绩材料再看一遍；是否具备由评委判断"))
		r.Question = say.F("请问：%s的%s条能力条件要怎么证明？", clause, every)
		return r
	}
	return withFiling(f, todo(say.F("您选了“%s”，%s条都认为具备；是否具备由评委判断", f.notice.Label(forms.ForestryDepartment.Info, string(fe.Department)), every),
		say.F("准备能说明这%s条的材料，每一条一件", every), ActorSelf))
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

// abilityAnswer: a declared ability only has to be shown, as the committee judges it.
// One that is not answered is asked for even where no answer could fail.
func abilityAnswer(a forms.Answer, lacking span, ask forms.Info) span {
	switch a {
	case forms.No:
		return lacking
	case forms.Yes:
		return known(Pass)
	case forms.YesNoOpen:
		return known(Confirm)
	}
	return open(Pass, Fail, ask)
}

func abilitiesAnswered(abilities []forms.Answer, answer forms.Answer) say.Text {
	var marks []say.Text
	for i, a := range abilities {
		if a == answer {
			marks = append(marks, say.Typed(forms.Circled(i)))
		}
	}
	return say.Join("、", marks...)
}
