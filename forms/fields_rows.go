package forms

import (
	"slices"

	"zhicheng/forms/say"
)

// Fields of one education (三（四）).
var (
	EducationGrade = choiceField(Info{
		Path: "level", Step: StepEducation, Label: say.F("层次"),
		Options: []Option{
			{string(Secondary), say.F("中专及以下")},
			{string(Associate), say.F("大专")},
			{string(Bachelor), say.F("本科")},
			{string(SecondBachelor), say.F("第二学士学位")},
			{string(Master), say.F("硕士")},
			{string(Doctor), say.F("博士")},
		},
	}, func(e *Education) *EducationLevel { return &e.Level })
	EducationOrigin = choiceField(Info{
		Path: "origin", Step: StepEducation, Label: say.F("取得地"),
		Options: []Option{
			{string(OriginDomestic), say.F("国内")},
			{string(OriginForeign), say.F("国外")},
			{string(OriginHKMT), say.F("港澳台")},
		},
	}, func(e *Education) *Origin { return &e.Origin })
	EducationAward = dateField(Info{
		Path: "award_date", Step: StepEducation, Label: say.F("取得时间"),
		Hint: say.F("毕业证书上的日期，例如2012-06-30。"),
	}, func(e *Education) *Date { return &e.AwardDate })
	EducationIsLater = choiceField(Info{
		Path: "is_later", Step: StepEducation, Label: say.F("是工作以后取得的吗（后学历）？"),
		Hint: say.F("一般指参加工作以后取得的学历；通知另有说法的，照通知。"), Options: yesNoUnsure,
	}, func(e *Education) *Answer { return &e.IsLater }).when(
		func(_ *Applicant, d Demands, _ *Education) bool { return d.Later })
	EducationVerification = choiceField(Info{
		Path: "verification", Step: StepEducation, Label: say.F("核验材料"),
		Hint: say.F("学信网打印的备案表，或学历认证报告，有一样就行。"),
		Options: []Option{
			{string(VerifiedByRegistrationForm), say.F("备案表")},
			{string(VerifiedByReport), say.F("认证报告")},
			{string(NotVerified), say.F("都没有")},
		},
	}, func(e *Education) *Verification { return &e.Verification }).when(
		func(_ *Applicant, _ Demands, e *Education) bool { return toVerify(e) })
	EducationValidUntil = dateField(Info{
		Path: "verification_valid_until", Step: StepEducation, Label: say.F("备案表在线验证有效期至"),
		Hint: say.F("在线验证码一到六个月就过期，最好能撑到送纸质材料那天。"), Optional: true,
	}, func(e *Education) *Date { return &e.VerificationValidUntil }).when(
		func(_ *Applicant, _ Demands, e *Education) bool {
			return toVerify(e) && e.Verification == VerifiedByRegistrationForm
		})
	EducationCertificate = choiceField(Info{
		Path: "overseas_certificate", Step: StepEducation, Label: say.F("教育部留服中心认证书"),
		Hint: say.F("办理要几个星期，请尽早。"), Options: doneOrNot,
	}, func(e *Education) *Answer { return &e.OverseasCertificate }).when(
		func(_ *Applicant, _ Demands, e *Education) bool {
			return e.Origin == OriginForeign || e.Origin == OriginHKMT
		})
)

// toVerify reports whether 三（四） asks for a paper that proves the education.
func toVerify(e *Education) bool { return e.Origin == OriginDomestic && e.Level != Secondary }

// Fields of one achievement (三（二）, 附件1-7).
var (
	AchievementName = textField(Info{
		Path: "name", Step: StepStatement, Label: say.F("名称"), Most: 120, Optional: true,
	}, func(r *Achievement) *string { return &r.Name })
	AchievementCategory = choiceField(Info{
		Path: "kind", Step: StepStatement, Label: say.F("类别"), Optional: true,
		Options: []Option{
			{"technical_innovation", say.F("技术创新")},
			{"patent", say.F("专利")},
			{"result_application", say.F("成果转化")},
			{"technology_promotion", say.F("技术推广")},
			{"standard", say.F("标准制定")},
			{"decision_consulting", say.F("决策咨询")},
			{"public_service", say.F("公共服务")},
			{"paper", say.F("论文")},
			{"other", say.F("其他")},
		},
	}, func(r *Achievement) *AchievementKind { return &r.Kind })
	AchievementDate = dateField(Info{
		Path: "date", Step: StepStatement, Label: say.F("时间"),
		Hint: say.F("完成或取得的时间；要在任现职以后。"),
	}, func(r *Achievement) *Date { return &r.Date })
	AchievementRole = textField(Info{
		Path: "role", Step: StepStatement, Label: say.F("本人角色"), Most: 80, Optional: true,
		Hint: say.F("例如主持、第二完成人。"),
	}, func(r *Achievement) *string { return &r.Role })
	AchievementEvidence = choiceField(Info{
		Path: "evidence", Step: StepStatement, Label: say.F("有证明材料吗？"), Options: yesNo, Optional: true,
	}, func(r *Achievement) *Answer { return &r.Evidence })
)

// Fields of one year's continuing education (三（三）). Hours are 学时.
var (
	TrainingEmployed = choiceField(Info{
		Path: "employed", Step: StepContinuingEducation, Label: say.F("这一年已参加工作吗？"), Options: yesNoUnsure,
	}, func(y *TrainingYear) *Answer { return &y.Employed }).when(
		func(a *Applicant, d Demands, y *TrainingYear) bool { return d.asksEmployment(a, y) })
	TrainingGeneralPublic = hoursField(GeneralPublic, say.F("一般公需科目"),
		func(y *TrainingYear) *Number { return &y.GeneralPublic })
	TrainingIndustryPublic = hoursField(IndustryPublic, say.F("行业公需科目"),
		func(y *TrainingYear) *Number { return &y.IndustryPublic })
	TrainingProfessional = hoursField(Professional, say.F("专业科目"),
		func(y *TrainingYear) *Number { return &y.Professional })
	TrainingTotal    = totalField()
	TrainingEvidence = choiceField(Info{
		Path: "evidence", Step: StepContinuingEducation, Label: say.F("有学习证明材料吗？"), Options: yesNoUnsure,
	}, func(y *TrainingYear) *Answer { return &y.Evidence }).when(
		func(_ *Applicant, d Demands, _ *TrainingYear) bool { return d.Evidence })
)

const mostHours = 2000

// hoursField asks for the hours of a subject, under the plans that ask for it.
func hoursField(subject Subject, label say.Text, at func(*TrainingYear) *Number) Field[TrainingYear] {
	return numberField(Info{
		Path: string(subject), Step: StepContinuingEducation, Label: label, Unit: say.F("学时"), Most: mostHours, Example: "17.5",
	}, at, nil).when(func(_ *Applicant, d Demands, _ *TrainingYear) bool {
		return slices.ContainsFunc(d.Hours, func(r HoursRow) bool { return slices.Contains(r.Subjects, subject) })
	})
}

// totalField is the year's total, which cannot be smaller than its parts.
func totalField() Field[TrainingYear] {
	f := hoursField(Total, say.F("全年合计"), func(y *TrainingYear) *Number { return &y.Total })
	inRange := f.Problem
	f.Problem = func(y *TrainingYear) say.Text {
		parts := y.GeneralPublic.Value() + y.IndustryPublic.Value() + y.Professional.Value()
		if y.Total.Known() && y.Total.Value() < parts {
			return say.F("合计%s小于各科目相加的%s，请检查", y.Total.Value(), parts)
		}
		return inRange(y)
	}
	return f
}
