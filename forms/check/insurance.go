package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// insuranceChecks are the checks of a notice that asks for social insurance; the
// first has the time that it asks for in its title.
func insuranceChecks(n *notice.Notice) []Check {
	if n.Insurance == nil {
		return nil
	}
	year := socialInsuranceYear
	year.Title = say.F("社保满%s", insuredFor(n))
	return []Check{year, socialInsuranceCurrent, socialInsuranceProof}
}

// socialInsuranceYear holds 三（七）: 「原则上须在我市连续缴纳社会保险一年以上」. As of
// which day is not said; “原则上” never makes a fail.
var socialInsuranceYear = Check{
	ID: SocialInsuranceYear, Step: forms.StepScope, judge: judgeSocialInsuranceYear,
	Reads: paths(forms.InsurancePlace, forms.InsuranceMonths),
	needs: func(n *notice.Notice) say.Text {
		if !roomLeft(n) {
			return say.F("在%s连续缴纳%d个月以上", here(n), n.Insurance.Months)
		}
		return say.F("原则上在%s连续缴纳%d个月以上", here(n), n.Insurance.Months)
	},
}

func judgeSocialInsuranceYear(f *facts) Finding {
	r := judgeMonths(f)
	r.Measure = Measure{Value: f.Insurance.ContinuousMonths, Required: forms.Whole(f.notice.Insurance.Months), Unit: say.F("个月")}
	return r
}

func judgeMonths(f *facts) Finding {
	months := f.Insurance.ContinuousMonths
	least := forms.Whole(f.notice.Insurance.Months)
	place, enough := open(Pass, Confirm, forms.InsurancePlace.Info), known(Confirm)
	switch f.Affiliation.InsurancePlace {
	case forms.RegionHere:
		place = known(Pass)
	case forms.RegionProvince, forms.RegionOtherProvince, forms.RegionUnsure:
		place = known(Confirm)
	}
	switch {
	case !months.Known():
		enough = open(Pass, Confirm, forms.InsuranceMonths.Info)
	case months.Value() >= least:
		enough = known(Pass)
	}
	all := worst(place, enough)
	switch {
	case !all.decided():
		return all.missing()
	case all.least == Pass:
		return pass(say.F("在%s连续缴纳社会保险%s个月", f.here(), months.Value()))
	case months.Known() && months.Value() < least:
		return insuranceShort(f, months)
	}
	return insuredElsewhere(f)
}

func insuredElsewhere(f *facts) Finding {
	place, asked := f.Affiliation.InsurancePlace, insuredFor(f.notice)
	if place == forms.RegionUnsure {
		r := confirm(say.F("您不确定社会保险在哪里"), lookUp(f, insuredWhere))
		r.Question = placeQuestion
		return r
	}
	remedy := f.inPrinciple()
	if place == forms.RegionOtherProvince && f.notice.Quotes(SocialInsuranceProof, "外省", "上传") {
		remedy = say.F("通知另一处又写外省交纳的可以上传证明，两处不一致，先问单位和联系人")
	}
	where := forms.InsurancePlace.OptionLabel(string(place))
	wanted := say.F("社会保险在%s，通知要求在%s连续缴满%s", where, f.here(), asked)
	if roomLeft(f.notice) {
		wanted = say.F("社会保险在%s，通知要求原则上在%s连续缴满%s", where, f.here(), asked)
	}
	r := confirm(wanted, remedy)
	r.Question = say.F("请问：我的社会保险在%s，应该在%s申报还是在社保所在地申报？", where, f.here())
	return r
}

// roomLeft reports whether the notice asks for insurance in principle only.
func roomLeft(n *notice.Notice) bool { return n.Quotes(SocialInsuranceYear, "原则上") }

// inPrinciple is what to do where the years of insurance are short.
func (f *facts) inPrinciple() say.Text {
	if roomLeft(f.notice) {
		return say.F("通知写的是“原则上”，先问单位和联系人")
	}
	return say.F("先问单位和通知的联系人")
}

// insuredFor is how long the notice asks for, in words.
func insuredFor(n *notice.Notice) say.Text {
	if n.Insurance.Months == 12 {
		return say.F("一年")
	}
	return say.F("%d个月", n.Insurance.Months)
}

func insuranceShort(f *facts, months forms.Number) Finding {
	gap := forms.Whole(f.notice.Insurance.Months) - months.Value()
	r := confirm(say.F("在%s连续缴纳社会保险%s个月，差%s个月", f.here(), months.Value(), gap), f.inPrinciple())
	r.Question = say.F("请问：我到申报时在%s连续缴纳社保%s个月，不满%s，能不能申报？", f.here(), months.Value(), insuredFor(f.notice))
	return r
}

// socialInsuranceCurrent holds 三（七）: 「且当前处于正常参保缴费状态」.
var socialInsuranceCurrent = Check{
	ID: "social-insurance-current", Title: say.F("社保正常缴费"), Step: forms.StepScope, judge: judgeSocialInsuranceCurrent,
	Reads: paths(forms.InsuranceNormal), needs: saying(say.F("正常参保缴费状态")),
}

func judgeSocialInsuranceCurrent(f *facts) Finding {
	switch f.Insurance.NormalStatus {
	case forms.Yes:
		return pass(say.F("现在是正常参保缴费状态"))
	case forms.No:
		r := confirm(say.F("现在不是正常参保缴费状态"), say.F("请单位补缴或恢复参保，并问联系人申报时以哪一天为准"))
		r.Question = say.F("请问：我的社保现在不是正常参保缴费状态，恢复以后能不能申报，以哪一天的状态为准？")
		return r
	case forms.YesNoOpen:
		r := confirm(say.F("您不确定社保是不是正常缴费状态"), lookUp(f, func(site say.Text) say.Text { return say.F("登录%s查一下，或问单位人事", site) }))
		r.Question = say.F("请问：我的社保现在是不是正常参保缴费状态？")
		return r
	}
	return missing(forms.InsuranceNormal.Info)
}

// socialInsuranceProof holds 三（七）: 「如在外省交纳社保的申报人员，需由个人提供并上传省外缴纳社保的相关证明」;
// inside the province 「无需再提供社保缴纳证明」.
var socialInsuranceProof = Check{
	ID: SocialInsuranceProof, Title: say.F("外省社保证明"), Step: forms.StepScope, judge: judgeSocialInsuranceProof,
	Dated: true, Reads: paths(forms.InsurancePlace, forms.InsuranceProof), needs: saying(say.F("外省的上传缴纳证明")),
}

func judgeSocialInsuranceProof(f *facts) Finding {
	switch f.Affiliation.InsurancePlace {
	case forms.RegionHere, forms.RegionProvince:
		if !f.notice.Quotes(SocialInsuranceProof, "自动获取") {
			return notApplicable(say.F("社保在省内，这一条说的是外省的"))
		}
		return notApplicable(say.F("社保在省内，不用交缴纳证明，系统自动获取；请核对姓名、单位与社保一致"))
	case forms.RegionUnsure:
		r := confirm(say.F("您不确定社会保险在哪里"), say.F("先弄清参保地；在外省的要自己上传缴纳证明"))
		r.Question = placeQuestion
		return r
	case forms.RegionOtherProvince:
	default:
		return missing(forms.InsurancePlace.Info)
	}
	r := ready(f.Insurance.ProofReady, forms.InsuranceProof.Info, readiness{
		done:     say.F("外省缴纳社保的证明已准备好"),
		open:     say.F("外省缴纳社保的证明还没准备好"),
		unsure:   say.F("外省缴纳社保的证明准备好没有"),
		remedy:   say.F("向参保地开缴纳证明并上传；要哪几个月的，通知没有写，先问清"),
		question: say.F("请问：外省缴纳社保的证明要什么样的、要多长时间的？"),
		who:      []Actor{ActorSelf},
	})
	if r.Outcome == Todo {
		return beforeFiling(f, r)
	}
	return r
}
