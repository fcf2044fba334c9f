package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// tenureExternal holds 二（一）–（三）: the years stand in a document that the notice only
// names, so the applicant compares them. 三（六）: 「专业技术工作年限及任职年限计算均截止到
// 2020年12月31日」.
var tenureExternal = Check{
	ID: TenureExternal, Title: say.F("任职年限"), Step: forms.StepTitle, judge: judgeTenureExternal,
	only: byTenure(notice.TenureExternal), needs: saying(say.F("见评价条件文件")),
	Reads: paths(forms.PlanRoute, forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed, forms.CareerStart),
}

func judgeTenureExternal(f *facts) Finding {
	r := externalTenure(f)
	if r.Outcome == Missing {
		return r
	}
	r.Needed = say.F("见%s", f.plan.Conditions.Document)
	if c, ok := f.notice.Clause(f.plan.Conditions.Clause); ok {
		r.Cites = append([]notice.Citation{{Clause: c.ID, Quote: c.Text}}, f.notice.Cite(TenureExternal)...)
	}
	return r
}

// externalTenure: where the years themselves are not known, only what is odd about the
// title is a question. The starting titles of the other routes are in the documents too.
func externalTenure(f *facts) Finding {
	other := f.Title.Current != "" && f.Title.Current != forms.TitleNone && !f.rightTitle()
	switch {
	case f.Title.Current == forms.TitleNone:
		return untitledExternal(f)
	case other && oneOf(f.route(), forms.RouteNormal, forms.RouteUnsure):
		return titleQuestion(f)
	}
	if r, odd := oddDates(f); odd {
		return r
	}
	asks := titleOpen(f)
	switch {
	case f.Title.Current == "":
		asks = append([]forms.Info{forms.TitleCurrent.Info}, asks...)
	case other && f.route() == "":
		asks = append([]forms.Info{forms.PlanRoute.Info}, asks...)
	}
	if len(asks) > 0 {
		return missing(asks...)
	}
	document := f.plan.Conditions.Document
	text := say.F("您任现职%s", tenureText(f, start(f.Title)))
	if work := workText(f); !work.Empty() {
		text = say.Join("，", text, work)
	}
	return withFiling(f, todo(say.F("对照%s核对年限（%s）", document, text), say.F("找%s对照年限、学历和业绩条件", document), ActorSelf))
}

func untitledExternal(f *facts) Finding {
	document := f.plan.Conditions.Document
	r := confirm(say.F("您没有职称；%s要不要先有职称，本软件没有这份文件", document), say.F("找%s对照年限、学历和业绩条件，先问单位人事", document))
	r.Question = say.F("请问：我没有职称，按%s能不能直接申报%s？", document, f.notice.Label(forms.PlanLevel.Info, string(f.plan.Level)))
	return r
}

// oddDates asks about a title from after the cut-off, or from before the work began.
func oddDates(f *facts) (r Finding, odd bool) {
	began := start(f.Title)
	if began.Known() && began.First() > f.notice.Cutoff() {
		r = confirm(tenureText(f, began), say.F("核对日期；没填错的，先问单位人事和通知的联系人"))
		r.Question = say.F("请问：我的%s，能不能申报？", tenureText(f, began))
		return r, true
	}
	title, odd := beforeWork(f)
	if odd {
		r = contradiction(f, title)
	}
	return r, odd
}
