package guide

import (
	"fmt"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// PlatformStep is one of the ten steps in which the platform is filled in
// (附件1), with this applicant's values ready to copy.
type PlatformStep struct {
	Clause string // 附件1-1 …
	Title  string
	Values []PlatformValue
	Checks []string // the checks that say whether the step is ready
	Wait   string   // what has to come from somebody else first
}

// PlatformValue is a value to put into the platform.
type PlatformValue struct{ Label, Text string }

// Platform returns the steps of 附件1 in their order, those that the notice has.
func Platform(n *notice.Notice, a *forms.Applicant) []PlatformStep {
	steps := []PlatformStep{
		{
			Clause: "附件1-1", Title: "用电脑登录平台", Checks: []string{"personal-account"},
			Values: []PlatformValue{{"平台网址", n.Platform}},
		},
		{
			Clause: "附件1-2", Title: "完善个人信息和业绩档案，交单位审核", Checks: []string{"unit-account", "record-review"},
			Values: personValues(a), Wait: "单位审核通过以后才能开始申报",
		},
		{Clause: "附件1-3", Title: "选评审计划，点“马上申报”", Checks: []string{"plan-match"}, Values: planValues(n, a)},
		{
			Clause: "附件1-4", Title: "上传证件照", Values: photoValues(a),
			Checks: []string{"photo-format", "photo-file-size", "photo-pixels", "photo-ratio", "photo-background"},
		},
		{Clause: "附件1-5", Title: "用手机扫码签真实性保证书", Checks: []string{"truthfulness-commitment"}},
		{
			Clause: "附件1-6", Title: "填写申报信息、选受理评审委员会、填本人述职", Checks: []string{"statement-length", "committee-choice"},
			Values: applicationValues(n, a), Wait: "选哪个受理评审委员会，先问单位",
		},
		{Clause: "附件1-7", Title: "从业绩档案里选任现职以来的业绩", Checks: []string{"achievements-period"}, Values: achievementValues(a)},
		{Clause: "附件1-8", Title: "上传附件", Checks: []string{"attachment-list"}, Wait: "通知缺附件清单，先对照“要准备的材料”和平台提示"},
		{Clause: "附件1-9", Title: "缴纳费用", Checks: []string{"fee"}, Wait: "材料经评审委员会审核通过以后"},
		{Clause: "附件1-10", Title: "导出评审表，盖章报送", Checks: []string{"paper-review-form", "paper-roster", "export-order"}, Wait: Papers(n, a)},
	}
	return slices.DeleteFunc(steps, func(s PlatformStep) bool {
		_, ok := n.Clause(s.Clause)
		return !ok
	})
}

// Ready returns the worst outcome of a step's checks.
func (s PlatformStep) Ready(r check.Report) check.Outcome {
	worst := check.NotApplicable
	for _, id := range s.Checks {
		if f, ok := r.Find(id); ok && !f.Answered() {
			worst = max(worst, f.Outcome)
		}
	}
	return worst
}

// values returns what is answered in the given places.
func values(a *forms.Applicant, places ...forms.Place) []PlatformValue {
	var list []PlatformValue
	for _, p := range places {
		if p.Answered(a) {
			list = append(list, PlatformValue{p.Label, p.Shown(a)})
		}
	}
	return list
}

func personValues(a *forms.Applicant) []PlatformValue {
	return values(a, forms.Of(forms.PersonName), forms.Of(forms.UnitName))
}

func planValues(n *notice.Notice, a *forms.Applicant) []PlatformValue {
	plan, ok := n.Plan(a.Plan.Code)
	if !ok {
		return nil
	}
	return []PlatformValue{{forms.PlanChoice.Label, plan.Name}}
}

func photoValues(a *forms.Applicant) []PlatformValue {
	if !a.Photo.Chosen() {
		return nil
	}
	f := a.Photo.Facts
	if f.Width == 0 {
		return []PlatformValue{{"照片文件", a.Photo.FileName()}}
	}
	return []PlatformValue{{"照片文件", fmt.Sprintf("%s（%d×%d像素，%d字节）", a.Photo.FileName(), f.Width, f.Height, f.Bytes)}}
}

func applicationValues(n *notice.Notice, a *forms.Applicant) []PlatformValue {
	list := values(a, forms.Of(forms.PlanSpecialty), forms.Of(forms.PlanLevel), forms.Of(forms.PlanRoute),
		forms.Of(forms.TitleCurrent), forms.Of(forms.TitleQualified), forms.Of(forms.TitleAppointed), forms.Of(forms.CareerStart))
	for i := range a.Education {
		list = append(list, values(a, forms.EducationPlaces(i)[:4]...)...)
	}
	for _, year := range n.Demands(a).Years {
		list = append(list, values(a, forms.YearPlaces(year)[1:5]...)...)
	}
	return append(list, values(a, forms.Of(forms.StatementText))...)
}

func achievementValues(a *forms.Applicant) []PlatformValue {
	var list []PlatformValue
	for i, r := range a.Achievements {
		parts := []string{r.Name, forms.AchievementCategory.OptionLabel(string(r.Kind)), r.Date.Text(), r.Role}
		parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
		if len(parts) > 0 {
			list = append(list, PlatformValue{fmt.Sprintf("业绩%d", i+1), strings.Join(parts, "，")})
		}
	}
	return list
}
