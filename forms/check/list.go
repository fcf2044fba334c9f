package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// All returns every check of a notice in the fixed order in which findings are
// written. A section that the notice does not have brings no checks, and a
// standing question is asked only where the notice's own words raise it.
func All(n *notice.Notice) []Check {
	checks := make([]Check, 0, 70)
	checks = append(checks,
		scopeEmployment, scopeCivilServant, scopeResidencePermit, planMatch,
		affiliationAlignment, entrustedReview, reportChannel, unitAccount, recordReview, personalAccount,
	)
	checks = append(checks, insuranceChecks(n)...)
	checks = append(checks, educationChecks(n)...)
	checks = append(checks, hoursChecks(n)...)
	checks = append(checks, tenureChecks(n)...)
	checks = append(checks, disciplineChecks(n)...)
	checks = append(checks, photoChecks()...)
	checks = append(checks, scheduleChecks()...)
	for i := range checks {
		if checks[i].Key == "" {
			checks[i].Key = checks[i].ID
		}
	}
	return slices.DeleteFunc(checks, func(c Check) bool { return c.Standing && len(n.Cite(c.Key)) == 0 })
}

func paths(fields ...forms.Field[forms.Applicant]) []string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = f.Path
	}
	return list
}

func inRows(fields ...forms.Field[forms.Education]) []forms.Field[forms.Education] { return fields }

func saying(text say.Text) func(*notice.Notice) say.Text {
	return func(*notice.Notice) say.Text { return text }
}

func insuranceChecks(n *notice.Notice) []Check {
	if n.Insurance == nil {
		return nil
	}
	return []Check{
		{
			ID: "social-insurance-year", Title: say.F("社保满%s", insuredFor(n)), Step: forms.StepScope, judge: socialInsuranceYear,
			Reads: paths(forms.InsurancePlace, forms.InsuranceMonths),
			needs: func(n *notice.Notice) say.Text {
				return say.F("原则上在绍兴连续缴纳%d个月以上", n.Insurance.Months)
			},
		},
		{
			ID: "social-insurance-current", Title: say.F("社保正常缴费"), Step: forms.StepScope, judge: socialInsuranceCurrent,
			Reads: paths(forms.InsuranceNormal), needs: saying(say.F("正常参保缴费状态")),
		},
		{
			ID: SocialInsuranceProof, Title: say.F("外省社保证明"), Step: forms.StepScope, judge: socialInsuranceProof,
			Reads: paths(forms.InsurancePlace, forms.InsuranceProof), needs: saying(say.F("外省的上传缴纳证明")),
		},
	}
}

func educationChecks(n *notice.Notice) []Check {
	var checks []Check
	if n.Verify != nil {
		checks = append(checks, Check{
			ID: EducationVerification, Title: say.F("学历核验"), Step: forms.StepEducation, judge: educationVerification,
			InRows: inRows(forms.EducationOrigin, forms.EducationGrade, forms.EducationAward, forms.EducationVerification),
			needs: func(n *notice.Notice) say.Text {
				return say.F("%d年以后的国内大专及以上学历要有备案表或认证报告", n.Verify.SinceYear)
			},
		})
	}
	return append(checks,
		Check{
			ID: ForeignEducation, Title: say.F("国外学历认证"), Step: forms.StepEducation, judge: educationForeign,
			InRows: inRows(forms.EducationOrigin, forms.EducationCertificate), needs: saying(say.Typed("《国外学历学位认证书》")),
		},
		Check{
			ID: HKMTEducation, Title: say.F("港澳台学历认证"), Step: forms.StepEducation, judge: educationHKMT,
			InRows: inRows(forms.EducationOrigin, forms.EducationCertificate), needs: saying(say.Typed("《港澳台学历学位认证书》")),
		})
}

func hoursChecks(n *notice.Notice) []Check {
	step := forms.StepContinuingEducation
	var checks []Check
	if rule := n.Hours.GeneralPublic; rule != nil {
		checks = append(checks, yearly(Check{
			ID: GeneralPublicHours, Title: say.F("一般公需学时"), Step: step, only: byHours(forms.HoursGeneralPublic),
			needs: saying(say.F("每年不少于%d学时", rule.Least)),
		}, rule.Years, generalPublic, forms.TrainingGeneralPublic, forms.TrainingEmployed)...)
	}
	if rule := n.Hours.Forestry; rule != nil {
		checks = append(checks, forestryChecks(rule)...)
	}
	if rule := n.Hours.Evidence; rule != nil {
		checks = append(checks, yearly(Check{
			ID: ContinuingEducationProof, Title: say.F("继续教育证明"), Step: step, only: byHours(forms.HoursEvidence),
			needs: saying(say.F("继续教育证明材料")),
		}, rule.Years, natresEvidence, forms.TrainingEvidence)...)
		checks = append(checks, Check{
			ID: "ce-natres-basis", Title: say.F("学时登记细则"), Step: step, judge: natresBasis, only: byHours(forms.HoursEvidence),
			Reads: paths(forms.PlanSpecialty), needs: saying(say.F("按本专业的登记细则")),
		})
	}
	return append(checks, Check{
		ID: ProvincialHoursRule, Title: say.F("省学时办法"), Step: step, Standing: true, judge: provincialRule,
		needs: func(n *notice.Notice) say.Text { return say.F("按%s", hoursDocument(n)) },
	})
}

func forestryChecks(rule *notice.ForestryHours) []Check {
	only, step := byHours(forms.HoursForestry), forms.StepContinuingEducation
	checks := yearly(Check{
		ID: ForestryTotalHours, Title: say.F("总学时"), Step: step, only: only,
		needs: saying(say.F("每年达到%d学时", rule.Total)),
	}, rule.Years, forestryTotal, forms.TrainingTotal)
	checks = append(checks, yearly(Check{
		ID: ForestryProfessionalHours, Title: say.F("林业专业科目学时"), Step: step, only: only,
		needs: saying(say.F("每年不少于%d学时", rule.Professional)),
	}, rule.Years, forestryProfessional, forms.TrainingProfessional)...)
	return append(checks, yearly(Check{
		ID: ForestryPublicHours, Title: say.F("公需科目学时"), Step: step, only: only,
		needs: saying(say.F("行业公需和一般公需不少于%d学时", rule.Public)),
	}, rule.Years, forestryPublic, forms.TrainingIndustryPublic, forms.TrainingGeneralPublic)...)
}

func byHours(rule forms.HoursRule) func(notice.Plan) bool {
	return func(p notice.Plan) bool { return p.Hours == rule }
}

func byTenure(rule notice.TenureRule) func(notice.Plan) bool {
	return func(p notice.Plan) bool { return p.Tenure == rule }
}

func byInterview(rule notice.InterviewRule) func(notice.Plan) bool {
	return func(p notice.Plan) bool { return p.Interview == rule }
}

func tenureChecks(n *notice.Notice) []Check {
	var checks []Check
	dates := paths(forms.PlanRoute, forms.TitleQualified, forms.TitleAppointed)
	if n.Engineer != nil {
		checks = append(checks, Check{
			ID: "tenure-forestry-engineer", Title: say.F("任职年限"), Step: forms.StepTitle, judge: tenureForestryEngineer,
			only: byTenure(notice.TenureEngineer), Reads: dates, needs: tenureNeeds,
			InRows: inRows(forms.EducationGrade, forms.EducationAward, forms.EducationIsLater),
		})
	}
	checks = append(checks, Check{
		ID: TenureExternal, Title: say.F("任职年限"), Step: forms.StepTitle, judge: tenureExternal,
		only: byTenure(notice.TenureExternal), Reads: dates[1:], needs: saying(say.F("见评价条件文件")),
	})
	if n.Engineer != nil {
		checks = append(checks, conditionChecks(dates)...)
	}
	checks = append(checks, Check{
		ID: "language-computer-paper", Title: say.F("外语、计算机、论文"), Step: forms.StepStatement, judge: languageComputerPaper,
		needs: saying(say.F("不是必备条件")),
	})
	if n.Interviews.Natural != nil {
		checks = append(checks, Check{
			ID: "interview-natres", Title: say.F("面试"), Step: forms.StepTitle, judge: interviewNatres,
			only: byInterview(notice.InterviewNatural), Reads: paths(forms.PlanRoute, forms.ScheduleSubmit),
			InRows: inRows(forms.EducationAward, forms.EducationIsLater), needs: saying(say.F("有规定情形的应参加面试")),
		})
	}
	if n.Interviews.Forestry != nil {
		checks = append(checks, Check{
			ID: "interview-forestry", Title: say.F("面试答辩"), Step: forms.StepTitle, judge: interviewForestry,
			only: byInterview(notice.InterviewForestry), Reads: paths(forms.PlanRoute), needs: saying(say.F("有规定情形的应参加面试答辩")),
		})
	}
	return checks
}

func conditionChecks(dates []string) []Check {
	only := byTenure(notice.TenureEngineer)
	return []Check{
		{
			ID: DepartmentCondition, Title: say.F("部门能力条件"), Step: forms.StepTitle, judge: departmentCondition, only: only,
			Reads: paths(forms.PlanRoute, forms.ForestryDepartment, forms.ForestryAbility(0), forms.ForestryAbility(1),
				forms.ForestryAbility(2), forms.ForestryAbility(3)),
			needs: saying(say.F("具备两个部门之一的四条")),
		},
		{
			ID: "exceptional-years", Title: say.F("破格年限"), Step: forms.StepTitle, judge: exceptionalYears, only: only,
			Reads: dates, InRows: inRows(forms.EducationGrade),
			needs: func(n *notice.Notice) say.Text {
				rule := n.Engineer.Exceptional
				return say.F("任助理工程师满%d年或%d年", rule.YearsWithEducation, rule.YearsWithout)
			},
		},
		{
			ID: ExceptionalItems, Title: say.F("破格条件"), Step: forms.StepTitle, judge: exceptionalItems, only: only,
			Reads: paths(forms.PlanRoute, forms.ForestryExceptional(0), forms.ForestryExceptional(1), forms.ForestryExceptional(2),
				forms.ForestryExceptional(3), forms.ForestryExceptional(4), forms.ForestryExceptional(5)),
			needs: func(n *notice.Notice) say.Text { return say.F("六项里有%d项", n.Engineer.Exceptional.Items) },
		},
	}
}
