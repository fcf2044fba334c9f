package check

import (
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// inPublicInstitution judges only the staff of public institutions (事业单位).
func inPublicInstitution(f *facts, judge func() Finding) Finding {
	switch f.Unit.Type {
	case forms.UnitPublicInstitution:
		return judge()
	case forms.UnitEnterprise, forms.UnitGovernment, forms.UnitOther:
		return notApplicable(say.F("不是事业单位"))
	}
	return missing(forms.UnitKind.Info)
}

// postInformationForm holds 六（一）: 「须上传经主管部门和人力社保部门审核盖章的《事业单位人员职称
// 申报岗位信息表》扫描件」. Whether contract staff need it is not said.
var postInformationForm = Check{
	ID: PostInformationForm, Title: say.F("岗位信息表"), Step: forms.StepIntegrity, judge: judgePostInformationForm,
	Dated: true, Reads: paths(forms.UnitKind, forms.PostEstablishment, forms.PostStamps), needs: saying(say.F("两个部门盖章的扫描件")),
}

func judgePostInformationForm(f *facts) Finding {
	return inPublicInstitution(f, func() Finding {
		stamps := f.Post.FormStamps
		switch f.Post.Establishment {
		case forms.Established:
			return stampsOnForm(f)
		case forms.Contract:
			remedy := say.F("问单位人事")
			if f.notice.Quotes(postVacancy.ID, "事业单位专业技术人员") && f.notice.Quotes(AnnualAssessment, "事业编制人员") {
				remedy = say.F("一处写“事业单位专业技术人员”，一处写“事业编制人员”，问单位人事")
			}
			r := confirm(say.F("您是编外人员，要不要岗位信息表通知没有写清"), remedy)
			r.Question = say.F("请问：事业单位编外人员要不要交%s？", f.notice.Paper(PostInformationForm, say.F("岗位信息表")))
			return r
		}
		if stamps == "" {
			return missing(forms.PostEstablishment.Info, forms.PostStamps.Info)
		}
		return missing(forms.PostEstablishment.Info)
	})
}

func stampsOnForm(f *facts) Finding {
	lacking := map[forms.Stamps]say.Text{
		forms.StampsNone:       say.F("主管部门和人力社保部门"),
		forms.StampsDepartment: say.F("人力社保部门"),
		forms.StampsHRBureau:   say.F("主管部门"),
	}
	if f.Post.FormStamps == forms.StampsBoth {
		return pass(say.F("岗位信息表两个章都盖了"))
	}
	who, ok := lacking[f.Post.FormStamps]
	if !ok {
		return missing(forms.PostStamps.Info)
	}
	return beforeFiling(f, todo(say.F("岗位信息表还缺%s的章", who), say.F("请单位去%s盖章，扫描后上传", who), ActorUnit, ActorDepartment))
}

// postVacancy holds 六（一）: 「应在核定的岗位结构比例内进行，根据空缺岗位数和工作需要，在符合申报条件
// 的人员中择优推荐参加评审，并在单位内进行公示」. Whether contract staff are meant is not
// said, so their “no” is a question.
var postVacancy = Check{
	ID: "post-vacancy", Title: say.F("岗位与推荐"), Step: forms.StepIntegrity, judge: judgePostVacancy,
	Reads: paths(forms.UnitKind, forms.PostEstablishment, forms.PostRecommended), needs: saying(say.F("有空缺岗位并经单位推荐、公示")),
}

func judgePostVacancy(f *facts) Finding {
	return inPublicInstitution(f, func() Finding {
		switch f.Post.Recommended {
		case forms.Yes:
			return pass(say.F("有空缺岗位，单位推荐了您；推荐人选还要在单位内公示"))
		case forms.YesNoOpen:
			return vacancyQuestion(say.F("您不确定有没有空缺岗位、单位是否推荐您"))
		case forms.No:
			return withoutVacancy(f)
		}
		return missing(forms.PostRecommended.Info)
	})
}

func withoutVacancy(f *facts) Finding {
	switch f.Post.Establishment {
	case forms.Established:
		return fail(say.F("“%s”答的是“否”", forms.PostRecommended.Label), say.F("问单位人事今年还有没有岗位；没有推荐就不能报，推荐了还要在单位内公示"))
	case forms.Contract:
		return vacancyQuestion(say.F("“%s”答的是“否”；您是编外人员，这一条管不管编外，通知没有写清", forms.PostRecommended.Label))
	}
	return missing(forms.PostEstablishment.Info)
}

func vacancyQuestion(found say.Text) Finding {
	r := confirm(found, say.F("问单位人事；推荐了还要在单位内公示"))
	r.Question = say.F("请问：今年有没有我可以报的空缺岗位，单位推荐我吗，公示了没有？")
	return r
}
