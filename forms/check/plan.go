package check

import (
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// planMatch holds 附件1-3:
// 「申报人员根据自己申报的专业类别和专业技术职务任职资格等级选择相应的评审计划」.
// The notice has no plan for full senior engineers of natural resources.
var planMatch = Check{
	ID: PlanMatch, Title: say.F("评审计划"), Step: forms.StepPlan, judge: judgePlanMatch,
	Reads: paths(forms.PlanSpecialty, forms.PlanLevel, forms.PlanChoice), needs: saying(say.F("计划与专业、级别一致")),
}

func judgePlanMatch(f *facts) Finding {
	if f.Plan.Specialty == forms.SpecialtyOther {
		found := say.F("您的专业不在通知列出的专业里")
		if openList(f.notice) {
			found = say.F("您的专业不在通知列出的专业里（通知写了“等”字）")
		}
		r := confirm(found, say.F("先问通知的联系人该选哪一个计划"))
		r.Question = say.F("请问：我的专业不在通知列出的专业里，能不能申报，该选哪一个评审计划？")
		return r
	}
	if asks := unanswered(f, forms.PlanSpecialty, forms.PlanLevel); len(asks) > 0 {
		return planWithout(f, asks)
	}
	fitting, ok := f.notice.PlanFor(f.Plan.Specialty, f.Plan.Level)
	if !ok {
		specialty := f.notice.Label(forms.PlanSpecialty.Info, string(f.Plan.Specialty))
		level := f.notice.Label(forms.PlanLevel.Info, string(f.Plan.Level))
		return fail(say.F("这份通知没有%s%s的评审计划", specialty, level),
			say.F("换成通知里有的级别，或问通知的联系人这个级别由哪里评审"))
	}
	switch f.plan.Code {
	case "":
		return missing(forms.PlanChoice.Info)
	case fitting.Code:
		return pass(say.F("您选的是“%s”，与专业、级别一致", f.notice.Name(fitting.Name)))
	}
	return fail(say.F("您选的是“%s”，与专业、级别不一致", f.notice.Name(f.plan.Name)), say.F("改选“%s”", f.notice.Name(fitting.Name)))
}

// openList reports whether a list of specialties of the notice ends in 等.
func openList(n *notice.Notice) bool {
	return slices.ContainsFunc(n.Plans, func(p notice.Plan) bool {
		clause, _ := n.Clause(p.Conditions.Clause)
		return strings.Contains(clause.Text, "等专业")
	})
}

// planWithout judges a choice whose specialty or level is still open: it fails
// at once where no answer can make it fit.
func planWithout(f *facts, asks []forms.Info) Finding {
	if f.plan.Code == "" {
		return missing(append(asks, forms.PlanChoice.Info)...)
	}
	for _, s := range specialties(f) {
		for _, l := range levels(f) {
			plan, _ := f.notice.PlanFor(s, l)
			if plan.Code == f.plan.Code || s == forms.SpecialtyOther {
				return missing(asks...)
			}
		}
	}
	return fail(say.F("您选的是“%s”，与专业、级别不一致", f.notice.Name(f.plan.Name)), say.F("先把专业和级别都填上，软件会算出该选哪一个"))
}

// specialties and levels are the answers that are still possible.
func specialties(f *facts) []forms.Specialty {
	return possible(f.Plan.Specialty, f.notice.Answers(forms.PlanSpecialty.Info, f.Applicant))
}

func levels(f *facts) []forms.Level { return possible(f.Plan.Level, forms.PlanLevel.Options) }

func possible[T ~string](v T, options []forms.Option) []T {
	var all []T
	for _, o := range options {
		if string(v) == o.Value {
			return []T{v}
		}
		all = append(all, T(o.Value))
	}
	return all
}

func unanswered(f *facts, fields ...forms.Field[forms.Applicant]) []forms.Info {
	var asks []forms.Info
	for _, field := range fields {
		if text := field.Text(f.Applicant); text == "" || !field.Problem(f.Applicant).Empty() {
			asks = append(asks, field.Info)
		}
	}
	return asks
}
