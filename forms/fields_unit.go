package forms

import "zhicheng/forms/say"

// Fields of the unit and of the ways through it (三（一）, 四, 附件1-2, 附件2).
var (
	UnitName = textField(Info{
		Path: "unit.name", Step: StepScope, Label: say.F("单位名称"), Most: 80, Optional: true,
		Hint: say.F("印在清单上，对照填报时可以复制；可以不填。"),
	}, func(a *Applicant) *string { return &a.Unit.Name })
	UnitKind = choiceField(Info{
		Path: "unit.type", Step: StepScope, Label: say.F("单位性质"),
		Options: []Option{
			{string(UnitEnterprise), say.F("企业")},
			{string(UnitPublicInstitution), say.F("事业单位")},
			{string(UnitGovernment), say.F("机关")},
			{string(UnitOther), say.F("其他")},
		},
	}, func(a *Applicant) *UnitType { return &a.Unit.Type })
	UnitCentral = choiceField(Info{
		Path: "unit.central_or_provincial", Step: StepScope, Label: say.F("是中央、省在本市的单位吗？"),
		Hint: say.F("例如央企、省属企业在本市的分支。"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Unit.CentralOrProvincial })
	UnitEntrusted = choiceField(Info{
		Path: "unit.entrusted_review", Step: StepScope, Label: say.F("委托评审办好了吗？"),
		Options: []Option{
			{string(ProgressDone), say.F("已办")},
			{string(ProgressInProgress), say.F("在办")},
			{string(ProgressNotStarted), say.F("没办")},
		},
	}, func(a *Applicant) *Progress { return &a.Unit.EntrustedReview }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool { return a.Unit.CentralOrProvincial == Yes })
	UnitHasDepartment = choiceField(Info{
		Path: "unit.has_department", Step: StepScope, Label: say.F("单位有主管部门吗？"),
		Hint: say.F("民营、股份制企业一般没有。"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Unit.HasDepartment }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool { return a.Unit.Type == UnitEnterprise })
	UnitFileAgency = choiceField(Info{
		Path: "unit.file_agency", Step: StepScope, Label: say.F("人事档案是否委托人才交流中心代理"),
		Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Unit.FileAgency }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool {
			return a.Unit.Type == UnitEnterprise && a.Unit.HasDepartment == No
		})
	UnitJurisdiction = choiceField(Info{
		Path: "unit.jurisdiction", Step: StepScope, Label: say.F("市直单位还是区、县（市）单位？"),
		Hint: say.F("决定材料从哪里报、纸质材料交给谁。"),
		Options: []Option{
			{string(JurisdictionCity), say.F("市直")},
			{string(JurisdictionCounty), say.F("区、县（市）")},
		},
	}, func(a *Applicant) *Jurisdiction { return &a.Unit.Jurisdiction })
	UnitPlatform = choiceField(Info{
		Path: "unit.platform_ready", Step: StepScope, Label: say.F("单位在平台已注册、授权、绑定名称"),
		Hint: say.F("问单位人事办好没有。"), Options: doneOrNot,
	}, func(a *Applicant) *Answer { return &a.Unit.PlatformReady })
	UnitRecord = choiceField(Info{
		Path: "unit.record_reviewed", Step: StepScope, Label: say.F("个人业绩档案已经单位审核通过"),
		Options: doneOrNot,
	}, func(a *Applicant) *Answer { return &a.Unit.RecordReviewed })
	AccountReady = choiceField(Info{
		Path: "account.personal_ready", Step: StepScope, Label: say.F("登录平台的个人账号已注册"),
		Hint: say.F("本软件不需要您的账号和密码。"), Options: doneOrNot,
	}, func(a *Applicant) *Answer { return &a.Account.PersonalReady })
)

// Fields of affiliation and social insurance (三（一）, 三（七）).
var (
	InsurancePlace = choiceField(Info{
		Path: "affiliation.insurance_place", Step: StepScope, Label: say.F("社会保险在哪里？"), Options: regions,
	}, func(a *Applicant) *Region { return &a.Affiliation.InsurancePlace })
	FilePlace = choiceField(Info{
		Path: "affiliation.file_place", Step: StepScope, Label: say.F("人事档案在哪里？"), Options: regions,
	}, func(a *Applicant) *Region { return &a.Affiliation.FilePlace })
	LabourPlace = choiceField(Info{
		Path: "affiliation.labour_place", Step: StepScope, Label: say.F("劳动关系在哪里？"), Options: regions,
	}, func(a *Applicant) *Region { return &a.Affiliation.LabourPlace })
	InsurancePaidByEmployer = choiceField(Info{
		Path: "insurance.paid_by_employer", Step: StepScope, Label: say.F("现在的社保是现工作单位缴的吗？"),
		Hint: say.F("劳务派遣、人事代理的，看社保由谁缴。"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Insurance.PaidByEmployer })
	InsuranceMonths = numberField(Info{
		Path: "insurance.continuous_months", Step: StepScope, Label: say.F("到申报时在本市连续缴纳社保"),
		Hint: say.F("整月数；中间断过的，从最近一次接上算起。"), Unit: say.F("个月"), Most: 600, Integer: true, Example: "12",
	}, func(a *Applicant) *Number { return &a.Insurance.ContinuousMonths }, parseMonths)
	InsuranceNormal = choiceField(Info{
		Path: "insurance.normal_status", Step: StepScope, Label: say.F("现在是正常参保缴费状态吗？"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Insurance.NormalStatus })
	InsuranceProof = choiceField(Info{
		Path: "insurance.proof_ready", Step: StepScope, Label: say.F("外省缴纳证明准备好了吗？"), Options: doneOrNot,
	}, func(a *Applicant) *Answer { return &a.Insurance.ProofReady }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool {
			return a.Affiliation.InsurancePlace == RegionOtherProvince
		})
)

// Fields of discipline, commitment and post (六（一）, 六（二）, 附件1-5).
var (
	DisciplineSanction = choiceField(Info{
		Path: "discipline.sanction", Step: StepIntegrity, Label: say.F("任现职期间受过处分吗？"),
		Options: []Option{
			{string(SanctionNone), say.F("没有")},
			{string(SanctionWarning), say.F("警告")},
			{string(SanctionDemerit), say.F("记过")},
			{string(SanctionMajorDemeritOrAbove), say.F("记大过、降低岗位等级、撤职等")},
			{string(SanctionAccident), say.F("技术责任事故直接责任者")},
			{string(SanctionParty), say.F("党纪处分")},
			{Unsure, say.F("不确定")},
		},
	}, func(a *Applicant) *Sanction { return &a.Discipline.Sanction })
	DisciplineDate = dateField(Info{
		Path: "discipline.date", Step: StepIntegrity, Label: say.F("处分日期"),
	}, func(a *Applicant) *Date { return &a.Discipline.Date }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool { return a.Discipline.Sanctioned() })
	DisciplinePending = choiceField(Info{
		Path: "discipline.pending", Step: StepIntegrity, Label: say.F("有没有正在被处理、调查的问题？"),
		Options: []Option{{"yes", say.F("有")}, {"no", say.F("无")}, {Unsure, say.F("不确定")}},
	}, func(a *Applicant) *Answer { return &a.Discipline.Pending })
	DisciplineDisclosed = choiceField(Info{
		Path: "discipline.disclosed", Step: StepIntegrity, Label: say.F("已经写进申报材料吗？"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Discipline.Disclosed }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool {
			return a.Discipline.Sanctioned() || a.Discipline.Pending == Yes
		})
	DisciplineCancelled = numberField(Info{
		Path: "discipline.cancelled_year", Step: StepIntegrity, Label: say.F("曾被取消评审资格的评审年度"),
		Hint: say.F("没有就留空。"), Unit: say.F("年"), Least: 1990, Most: 2099, Integer: true, Optional: true, Example: "2016",
	}, func(a *Applicant) *Number { return &a.Discipline.CancelledYear }, nil)
	CommitmentSigned = choiceField(Info{
		Path: "discipline.commitment_signed", Step: StepScope, Label: say.F("真实性保证书签好了吗？"),
		Hint: say.F("照平台的提示签。"), Options: doneOrNot,
	}, func(a *Applicant) *Answer { return &a.Discipline.CommitmentSigned })
	PostEstablishment = choiceField(Info{
		Path: "post.establishment", Step: StepIntegrity, Label: say.F("编内还是编外？"),
		Options: []Option{{string(Established), say.F("编内")}, {string(Contract), say.F("编外")}},
	}, func(a *Applicant) *Establishment { return &a.Post.Establishment }).when(inPublicInstitution)
	PostRecommended = choiceField(Info{
		Path: "post.recommended", Step: StepIntegrity, Label: say.F("有空缺岗位并且单位推荐您吗？"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Post.Recommended }).when(inPublicInstitution)
	PostStamps = choiceField(Info{
		Path: "post.form_stamps", Step: StepIntegrity, Label: say.F("岗位信息表盖了哪些章？"),
		Options: []Option{
			{string(StampsNone), say.F("都没盖")},
			{string(StampsDepartment), say.F("主管部门")},
			{string(StampsHRBureau), say.F("人力社保部门")},
			{string(StampsBoth), say.F("两个都盖了")},
		},
	}, func(a *Applicant) *Stamps { return &a.Post.FormStamps }).when(
		func(a *Applicant, d Demands, r *Applicant) bool {
			return inPublicInstitution(a, d, r) && a.Post.Establishment != Contract
		})
)

func inPublicInstitution(a *Applicant, _ Demands, _ *Applicant) bool {
	return a.Unit.Type == UnitPublicInstitution
}

// Sanctioned reports whether a sanction was answered, of whatever kind.
func (d Discipline) Sanctioned() bool {
	return d.Sanction != "" && d.Sanction != SanctionNone && d.Sanction != SanctionUnsure
}
