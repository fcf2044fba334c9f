package forms

import (
	"fmt"
	"slices"
)

// Fields of one education (三（四）).
var (
	EducationGrade = choiceField(Info{
		Path: "level", Step: StepEducation, Label: "层次",
		Options: []Option{
			{string(Secondary), "中专及以下"},
			{string(Associate), "大专"},
			{string(Bachelor), "本科"},
			{string(SecondBachelor), "第二学士学位"},
			{string(Master), "硕士"},
			{string(Doctor), "博士"},
		},
	}, func(e *Education) *EducationLevel { return &e.Level })
	EducationOrigin = choiceField(Info{
		Path: "origin", Step: StepEducation, Label: "取得地",
		Options: []Option{
			{string(OriginDomestic), "国内"},
			{string(OriginForeign), "国外"},
			{string(OriginHKMT), "港澳台"},
		},
	}, func(e *Education) *Origin { return &e.Origin })
	EducationAward = dateField(Info{
		Path: "award_date", Step: StepEducation, Label: "取得时间",
		Hint: "毕业证书上的日期，例如2012-06-30。",
	}, func(e *Education) *Date { return &e.AwardDate })
	EducationIsLater = choiceField(Info{
		Path: "is_later", Step: StepEducation, Label: "是工作以后取得的吗（后学历）",
		Hint: "通知没有给“后学历”下定义，一般指参加工作以后取得的学历。", Options: yesNoUnsure,
	}, func(e *Education) *Answer { return &e.IsLater })
	EducationVerification = choiceField(Info{
		Path: "verification", Step: StepEducation, Label: "核验材料",
		Hint: "学信网打印的备案表，或学历认证报告，有一样就行。",
		Options: []Option{
			{string(VerifiedByRegistrationForm), "备案表"},
			{string(VerifiedByReport), "认证报告"},
			{string(NotVerified), "都没有"},
		},
	}, func(e *Education) *Verification { return &e.Verification }).when(
		func(_ *Applicant, _ Demands, e *Education) bool { return toVerify(e) })
	EducationValidUntil = dateField(Info{
		Path: "verification_valid_until", Step: StepEducation, Label: "备案表在线验证有效期至",
		Hint: "在线验证码一到六个月就过期，最好能撑到送纸质材料那天。", Optional: true,
	}, func(e *Education) *Date { return &e.VerificationValidUntil }).when(
		func(_ *Applicant, _ Demands, e *Education) bool {
			return toVerify(e) && e.Verification == VerifiedByRegistrationForm
		})
	EducationCertificate = choiceField(Info{
		Path: "overseas_certificate", Step: StepEducation, Label: "教育部留服中心认证书",
		Hint: "办理要几个星期，请尽早。", Options: doneOrNot,
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
		Path: "name", Step: StepStatement, Label: "名称", Most: 120, Optional: true,
	}, func(r *Achievement) *string { return &r.Name })
	AchievementCategory = choiceField(Info{
		Path: "kind", Step: StepStatement, Label: "类别", Optional: true,
		Options: []Option{
			{"technical_innovation", "技术创新"},
			{"patent", "专利"},
			{"result_application", "成果转化"},
			{"technology_promotion", "技术推广"},
			{"standard", "标准制定"},
			{"decision_consulting", "决策咨询"},
			{"public_service", "公共服务"},
			{"paper", "论文"},
			{"other", "其他"},
		},
	}, func(r *Achievement) *AchievementKind { return &r.Kind })
	AchievementDate = dateField(Info{
		Path: "date", Step: StepStatement, Label: "时间",
		Hint: "完成或取得的时间；要在任现职以后。",
	}, func(r *Achievement) *Date { return &r.Date })
	AchievementRole = textField(Info{
		Path: "role", Step: StepStatement, Label: "本人角色", Most: 80, Optional: true,
		Hint: "例如主持、第二完成人。",
	}, func(r *Achievement) *string { return &r.Role })
	AchievementEvidence = choiceField(Info{
		Path: "evidence", Step: StepStatement, Label: "有证明材料吗", Options: yesNo, Optional: true,
	}, func(r *Achievement) *Answer { return &r.Evidence })
)

// Fields of one year's continuing education (三（三）). Hours are 学时.
var (
	TrainingEmployed = choiceField(Info{
		Path: "employed", Step: StepContinuingEducation, Label: "这一年已参加工作吗", Options: yesNoUnsure,
	}, func(y *TrainingYear) *Answer { return &y.Employed }).when(hoursRule(HoursGeneralPublic))
	TrainingGeneralPublic = hoursField("general_public", "一般公需科目",
		func(y *TrainingYear) *Number { return &y.GeneralPublic }, HoursGeneralPublic, HoursForestry)
	TrainingIndustryPublic = hoursField("industry_public", "行业公需科目",
		func(y *TrainingYear) *Number { return &y.IndustryPublic }, HoursForestry)
	TrainingProfessional = hoursField("professional", "专业科目",
		func(y *TrainingYear) *Number { return &y.Professional }, HoursForestry)
	TrainingTotal    = totalField()
	TrainingEvidence = choiceField(Info{
		Path: "evidence", Step: StepContinuingEducation, Label: "有学习证明材料吗", Options: yesNoUnsure,
	}, func(y *TrainingYear) *Answer { return &y.Evidence }).when(
		hoursRule(HoursGeneralPublic, HoursForestry, HoursEvidence))
)

const mostHours = 2000

func hoursField(path, label string, at func(*TrainingYear) *Number, rules ...HoursRule) Field[TrainingYear] {
	return numberField(Info{
		Path: path, Step: StepContinuingEducation, Label: label, Unit: "学时", Most: mostHours,
	}, at).when(hoursRule(rules...))
}

func hoursRule(rules ...HoursRule) func(*Applicant, Demands, *TrainingYear) bool {
	return func(_ *Applicant, d Demands, _ *TrainingYear) bool { return slices.Contains(rules, d.Hours) }
}

// totalField is the year's total, which cannot be smaller than its parts.
func totalField() Field[TrainingYear] {
	f := hoursField("total", "全年合计", func(y *TrainingYear) *Number { return &y.Total }, HoursForestry)
	inRange := f.Problem
	f.Problem = func(y *TrainingYear) string {
		parts := y.GeneralPublic.Value() + y.IndustryPublic.Value() + y.Professional.Value()
		if y.Total.Known() && y.Total.Value() < parts {
			return fmt.Sprintf("合计%s小于各科目相加的%s，请检查", y.Total.Text(), parts)
		}
		return inRange(y)
	}
	return f
}
