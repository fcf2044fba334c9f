package guide

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// PlatformValue is a value to put into the platform, in the form in which it is
// typed there.
type PlatformValue struct {
	Group say.Text // what the value is part of, such as 学历1; "" for none
	Label say.Text
	Text  string
	// File tells that the value is the photo: there is nothing to copy, it is saved
	// and chosen on the platform.
	File bool
}

// markBytes is how much of its fingerprint tells a value from another.
const markBytes = 8

// Mark returns a fingerprint of the value, which does not show it.
func (v PlatformValue) Mark() string {
	sum := sha256.Sum256([]byte(v.Group.String() + "\x00" + v.Label.String() + "\x00" + v.Text))
	return hex.EncodeToString(sum[:markBytes])
}

// entries collects the values of a step and what is missing among them.
type entries struct {
	n       *notice.Notice
	a       *forms.Applicant
	d       forms.Demands
	values  []PlatformValue
	missing []forms.Place
}

func (s sheet) entries() *entries { return &entries{n: s.n, a: s.a, d: s.n.Demands(s.a)} }

// add takes what stands in a place under a label of its own; places that are not
// asked are left out.
func (e *entries) add(group, label say.Text, p forms.Place) {
	switch {
	case !p.Applies(e.a, e.d):
	case !p.Answered(e.a) || p.Text(e.a) == forms.Unsure || !p.Problem(e.a).Empty() || p.Kind == forms.KindChoice && !e.n.Offers(p.Info, p.Text(e.a)):
		e.missing = append(e.missing, p)
	default:
		text := e.n.Shown(p, e.a).String()
		if p.Kind == forms.KindText {
			text = strings.TrimSpace(text) // not what somebody would type into the platform
		}
		e.values = append(e.values, PlatformValue{Group: group, Label: label, Text: text})
	}
}

func (e *entries) addAll(group say.Text, fields ...forms.Field[forms.Applicant]) {
	for _, f := range fields {
		e.add(group, f.Label, forms.Of(f))
	}
}

// unitLabel is how 附件1-2 names the place of the unit on the platform.
var unitLabel = say.F("现工作单位名称")

// person are the personal data and the record of achievements (附件1-2).
func (s sheet) person() *entries {
	e := s.entries()
	e.addAll(say.F("个人基本信息"), forms.PersonName)
	e.add(say.F("个人基本信息"), unitLabel, forms.Of(forms.UnitName))
	for i := range max(1, len(s.a.Education)) {
		for _, f := range []forms.Field[forms.Education]{forms.EducationGrade, forms.EducationOrigin} {
			e.add(say.F("学历%d", i+1), f.Label, forms.OfEducation(f, i))
		}
		e.add(say.F("学历%d", i+1), forms.EducationAward.Label, forms.OfEducation(forms.EducationAward, i))
	}
	e.title()
	for _, year := range e.d.Years {
		for _, f := range []forms.Field[forms.TrainingYear]{
			forms.TrainingGeneralPublic, forms.TrainingIndustryPublic, forms.TrainingProfessional, forms.TrainingTotal,
		} {
			p := forms.OfYear(f, year)
			e.add(say.F("继续教育学时"), p.Label, p)
		}
	}
	for i := range max(1, len(s.a.Achievements)) {
		e.achievement(i)
	}
	return e
}

// title is the present title; who has none has no dates of it either.
func (e *entries) title() {
	group := forms.StepTitle.Label()
	e.addAll(group, forms.TitleCurrent)
	if e.a.Title.Current != forms.TitleNone {
		e.addAll(group, forms.TitleQualified, forms.TitleAppointed)
	}
	if forms.Of(forms.CareerStart).Answered(e.a) {
		e.addAll(group, forms.CareerStart)
	}
}

func (e *entries) achievement(i int) {
	group := say.F("业绩%d", i+1)
	for k, f := range []forms.Field[forms.Achievement]{
		forms.AchievementName, forms.AchievementCategory, forms.AchievementDate, forms.AchievementRole,
	} {
		if p := forms.OfAchievement(f, i); k == 0 || i < len(e.a.Achievements) && p.Answered(e.a) {
			e.add(group, f.Label, p)
		}
	}
}

func (s sheet) planStep() PlatformStep {
	step := PlatformStep{Clause: s.n.PlatformSteps[notice.StepPlan], Title: say.F("选评审计划"), Checks: []string{check.PlanMatch}}
	if s.tells(notice.StepPlan, "“马上申报”") {
		step.Title = say.F("选评审计划，点“马上申报”")
	}
	if s.n.Quotes(check.RecordReview, "审核通过后方能") {
		step.Wait = say.F("单位审核通过业绩档案，才能点")
	}
	if plan, ok := s.n.Plan(s.a.Plan.Code); ok {
		step.Values = []PlatformValue{{Label: forms.PlanChoice.Label, Text: plan.Name}}
	} else {
		step.Missing = []forms.Place{forms.Of(forms.PlanChoice)}
	}
	return step
}

func (s sheet) photoStep() PlatformStep {
	step := PlatformStep{
		Clause: s.n.PlatformSteps[notice.StepPhoto], Title: say.F("上传证件照"),
		Checks: []string{check.PhotoFormat, check.PhotoFileSize, check.PhotoPixels, check.PhotoRatio, check.PhotoBackground},
	}
	p := s.a.Photo
	if len(p.Data) == 0 {
		step.Missing = []forms.Place{forms.Of(forms.PhotoFile)}
		return step
	}
	text := p.FileName()
	if f := p.Facts; f.Width > 0 {
		text = fmt.Sprintf("%s（%d×%d像素，%s）", p.FileName(), f.Width, f.Height, f.BytesInK())
	}
	step.Values = []PlatformValue{{Label: say.F("照片文件"), Text: text, File: true}}
	return step
}

// application is what is applied for, and the statement (附件1-6).
func (s sheet) application() *entries {
	e := s.entries()
	e.addAll(say.Text{}, forms.PlanSpecialty, forms.PlanLevel, forms.PlanRoute)
	for i := range forms.ExceptionalItemCount {
		if p := forms.Of(forms.ForestryNote(i)); p.Answered(s.a) {
			e.add(say.Text{}, p.Label, p)
		}
	}
	if forms.Characters(s.a.Statement.Text) > s.n.Statement.Limit {
		e.missing = append(e.missing, forms.Of(forms.StatementText)) // the platform would cut it
	} else {
		e.addAll(say.Text{}, forms.StatementText)
	}
	return e
}

// achievements names what is chosen from the record (附件1-7).
func (s sheet) achievements() *entries {
	e := s.entries()
	for i := range max(1, len(s.a.Achievements)) {
		e.add(say.Text{}, say.F("业绩%d", i+1), forms.OfAchievement(forms.AchievementName, i))
	}
	return e
}

// materials are the papers to upload, and those that are handed in at the end.
func (s sheet) materials() (upload, papers []Material) {
	elsewhere := []string{check.PhotoBackground, check.TruthfulnessCommitment, check.StatementLength} // steps of their own
	for _, m := range Materials(s.n, s.a, s.r) {
		switch {
		case m.Check == check.PaperReviewForm || m.Check == check.PaperRoster:
			papers = append(papers, m)
		case !slices.Contains(elsewhere, m.Check):
			upload = append(upload, m)
		}
	}
	return upload, papers
}

func (s sheet) address() []PlatformValue {
	var list []PlatformValue
	if s.n.PostAddress != nil {
		list = append(list, PlatformValue{Label: say.F("邮寄地址"), Text: s.n.PostAddress.Text})
	}
	if len(s.n.Contacts) > 0 {
		list = append(list, PlatformValue{Label: say.F("联系人"), Text: Contacts(s.n).String()})
	}
	return list
}
