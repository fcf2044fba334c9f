package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// scopeEmployment holds 一: 「凡在我市就业的各类企事业单位从事自然资源工程和林业工程专业技术工作的在职人员」.
// Other employers than enterprises and public institutions are not named.
var scopeEmployment = Check{
	ID: ScopeEmployment, Step: forms.StepScope, Gate: true, judge: judgeScopeEmployment,
	Reads: paths(forms.ScopeEmployed, forms.ScopeInService, forms.ScopeSpecialtyWork, forms.UnitKind),
	needs: func(n *notice.Notice) say.Text {
		return say.F("在%s企事业单位从事所报专业的在职人员", here(n))
	},
}

// employmentIn is the check with the notice's place in its title.
func employmentIn(n *notice.Notice) Check {
	c := scopeEmployment
	c.Title = say.F("在%s在职就业", here(n))
	return c
}

func judgeScopeEmployment(f *facts) Finding {
	unit := known(Pass)
	switch f.Unit.Type {
	case forms.UnitEnterprise, forms.UnitPublicInstitution:
	case forms.UnitGovernment, forms.UnitOther:
		unit = known(Confirm)
	default:
		unit = open(Pass, Confirm, forms.UnitKind.Info)
	}
	s := f.Scope
	all := worst(
		answered(s.EmployedHere, Pass, Fail, forms.ScopeEmployed.Info),
		answered(s.InService, Pass, Fail, forms.ScopeInService.Info),
		answered(s.DoesSpecialtyWork, Pass, Fail, forms.ScopeSpecialtyWork.Info),
		unit,
	)
	switch {
	case !all.decided():
		return all.missing()
	case all.least == Fail:
		return fail(scopeRefusal(f), say.F("这一条不符合就不能申报；填错了请改，另有情形请先问通知的联系人")).otherwise(employedAfterAll(f)...)
	case all.least == Confirm:
		return scopeQuestion(f)
	}
	return pass(say.F("您在%s的企事业单位从事所报专业的技术工作，是在职人员", f.here()))
}

func scopeRefusal(f *facts) say.Text {
	s := f.Scope
	switch forms.No {
	case s.InService:
		return say.F("您不是在职人员")
	case s.EmployedHere:
		return say.F("您不在%s就业", f.here())
	}
	return say.F("您不从事所报专业的技术工作")
}

// employedAfterAll says of each answer that bars in which case it would be another.
func employedAfterAll(f *facts) []say.Text {
	var cases []say.Text
	for _, c := range []struct {
		answer forms.Answer
		text   say.Text
	}{
		{f.Scope.InService, say.F("还没有退休、和单位有劳动或人事关系：改成“是”。")},
		{f.Scope.EmployedHere, say.F("工作单位在%s，只是人或者社保在别处：就业改成“是”，社保另答。", f.here())},
		{f.Scope.DoesSpecialtyWork, say.F("从事的是通知里的另一个专业：换成那个专业，这一问改成“是”。")},
	} {
		if c.answer == forms.No {
			cases = append(cases, c.text)
		}
	}
	return append(cases, say.F("拿不准：改成“不确定”，问单位人事或通知的联系人。"))
}

func scopeQuestion(f *facts) Finding {
	if oneOf(f.Unit.Type, forms.UnitGovernment, forms.UnitOther) {
		found := say.F("单位性质填的是“%s”，算不算通知说的单位要问", forms.UnitKind.OptionLabel(string(f.Unit.Type)))
		if f.notice.Quotes(ScopeEmployment, "企事业单位") {
			found = say.F("单位性质填的是“%s”，通知只写了企事业单位", forms.UnitKind.OptionLabel(string(f.Unit.Type)))
		}
		r := confirm(found, say.F("申报前先问通知的联系人"))
		r.Question = say.F("请问：我的单位不是企业也不是事业单位，能不能申报？")
		return r
	}
	var unsure []say.Text
	for _, field := range []forms.Field[forms.Applicant]{forms.ScopeEmployed, forms.ScopeInService, forms.ScopeSpecialtyWork} {
		if field.Text(f.Applicant) == forms.Unsure {
			unsure = append(unsure, say.F("“%s”", field.Label))
		}
	}
	r := confirm(say.F("%s答的是“不确定”", say.Join("、", unsure...)), say.F("问清楚后改成是或否"))
	r.Question = say.F("请问：我算不算在%s就业、从事所报专业技术工作的在职人员？", f.here())
	return r
}

// scopeCivilServant holds 一: 「公务员（含参照公务员法管理的工作人员）不得参加专业技术人才职称评审」.
var scopeCivilServant = Check{
	ID: "scope-civil-servant", Title: say.F("公务员身份"), Step: forms.StepScope, Gate: true, judge: judgeScopeCivilServant,
	Reads: paths(forms.ScopeCivilServant), needs: saying(say.F("不是公务员或参公人员")),
}

func judgeScopeCivilServant(f *facts) Finding {
	switch f.Scope.CivilServant {
	case forms.NotCivilServant:
		return pass(say.F("您不是公务员，也不是参公人员"))
	case forms.CivilServant:
		return fail(say.F("您是公务员"), say.F("公务员不能参加职称评审；填错了请改")).otherwise(servantAfterAll...)
	case forms.ReferenceManaged:
		return fail(say.F("您是参照公务员法管理的人员"), say.F("参公人员不能参加职称评审；填错了请改")).otherwise(servantAfterAll...)
	case forms.ServiceUnsure:
		r := confirm(say.F("您不确定自己是不是公务员或参公人员"), say.F("问单位人事：本单位是不是参公管理"))
		r.Question = say.F("请问：本单位是不是参照公务员法管理，我算不算参公人员？")
		return r
	}
	return missing(forms.ScopeCivilServant.Info)
}

var servantAfterAll = []say.Text{
	say.F("在企业工作，或者事业单位没有实行参公管理：改成“不是”。"),
	say.F("单位实行参公管理，而您的岗位可能不在里面：改成“不确定”，问单位人事。"),
}

// scopeResidencePermit holds 一:
// 「持有外国人永久居留证、海外高层次人才居住证的外籍和港澳台工程专业技术人才」.
// Which permit of residents from Hong Kong, Macao and Taiwan is meant is not said.
var scopeResidencePermit = Check{
	ID: ResidencePermit, Title: say.F("居留证件"), Step: forms.StepScope, Gate: true, judge: judgeScopeResidencePermit,
	Reads: paths(forms.PersonIdentity, forms.PersonPermit), needs: saying(say.F("外国人永久居留证或海外高层次人才居住证")),
}

func judgeScopeResidencePermit(f *facts) Finding {
	switch f.Person.Identity {
	case forms.IdentityMainland:
		return notApplicable(say.F("内地人员不用居留证件"))
	case forms.IdentityForeign, forms.IdentityHKMT:
		return permit(f)
	}
	return missing(forms.PersonIdentity.Info)
}

func permit(f *facts) Finding {
	label := forms.PersonPermit.OptionLabel(string(f.Person.Permit))
	switch f.Person.Permit {
	case forms.PermitForeignPermanentResidence, forms.PermitOverseasTalentResidence:
		return pass(say.F("您持有%s", label))
	case forms.PermitOther, forms.PermitNone:
		if f.Person.Identity == forms.IdentityHKMT {
			r := confirm(say.F("港澳台人员持有的证件填的是“%s”，通知没有写能不能报", label), say.F("申报前先问通知的联系人"))
			r.Question = say.F("请问：港澳台人员没有外国人永久居留证和海外高层次人才居住证，持港澳台居民居住证等其他证件能不能申报？")
			return r
		}
		return fail(say.F("外籍人员持有的证件填的是“%s”", label), say.F("没有这两种证件的，按通知今年不能报；已有请改答案")).otherwise(
			say.F("已经持有外国人永久居留证或海外高层次人才居住证：改成那一种。"), say.F("身份填错了：改身份。"))
	}
	return missing(forms.PersonPermit.Info)
}
