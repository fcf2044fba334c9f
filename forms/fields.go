package forms

import (
	"zhicheng/forms/say"
)

// Answers to questions, in the order in which they are shown.
var (
	yesNo       = []Option{{"yes", say.F("是")}, {"no", say.F("否")}}
	yesNoUnsure = []Option{{"yes", say.F("是")}, {"no", say.F("否")}, {Unsure, say.F("不确定")}}
	doneOrNot   = []Option{{"yes", say.F("办好了")}, {"no", say.F("还没有")}, {Unsure, say.F("不确定")}}
	regions     = []Option{
		{string(RegionHere), say.F("本市")},
		{string(RegionProvince), say.F("本省其他市")},
		{string(RegionOtherProvince), say.F("外省")},
		{Unsure, say.F("不确定")},
	}
)

// Fields of the plan step (附件1-3).
var (
	PlanSpecialty = choiceField(Info{
		Path: "plan.specialty", Step: StepPlan, Label: say.F("专业"),
		Hint: say.F("按您从事的专业选。"),
	}, func(a *Applicant) *Specialty { return &a.Plan.Specialty })
	PlanLevel = choiceField(Info{
		Path: "plan.level", Step: StepPlan, Label: say.F("申报级别"),
		Hint: say.F("这次要评的级别，不是现在的职称。"),
		Options: []Option{
			{string(LevelEngineer), say.F("工程师")},
			{string(LevelSeniorEngineer), say.F("高级工程师")},
			{string(LevelFullSeniorEngineer), say.F("正高级工程师")},
		},
	}, func(a *Applicant) *Level { return &a.Plan.Level })
	PlanChoice = choiceField(Info{
		Path: "plan.code", Step: StepPlan, Label: say.F("评审计划"),
		Hint: say.F("平台上的名称，一字不差。"),
	}, func(a *Applicant) *PlanCode { return &a.Plan.Code })
	PlanRoute = choiceField(Info{
		Path: "plan.route", Step: StepPlan, Label: say.F("申报方式"),
		Hint: say.F("一般是“正常”。"), More: say.F("破格：学历或年限不够、凭突出业绩申报；转评：从其他系列的职称转过来。分不清自己算哪一种，就问单位人事。有的计划没有转评：从其他系列转过来的，先问单位人事和通知的联系人。"),
	}, func(a *Applicant) *Route { return &a.Plan.Route })
)

// Fields of the person and of who may apply (一).
var (
	PersonName = textField(Info{
		Path: "applicant.name", Step: StepScope, Label: say.F("姓名"), Most: 40, Optional: true,
		Hint: say.F("印在清单上，对照填报时可以复制；可以不填。"),
	}, func(a *Applicant) *string { return &a.Person.Name })
	PersonIdentity = choiceField(Info{
		Path: "applicant.identity", Step: StepScope, Label: say.F("身份"),
		Options: []Option{
			{string(IdentityMainland), say.F("内地")},
			{string(IdentityForeign), say.F("外籍")},
			{string(IdentityHKMT), say.F("港澳台")},
		},
	}, func(a *Applicant) *Identity { return &a.Person.Identity })
	PersonPermit = choiceField(Info{
		Path: "applicant.permit", Step: StepScope, Label: say.F("持有的证件"),
		Options: []Option{
			{string(PermitForeignPermanentResidence), say.F("外国人永久居留证")},
			{string(PermitOverseasTalentResidence), say.F("海外高层次人才居住证")},
			{string(PermitOther), say.F("其他")},
			{string(PermitNone), say.F("没有")},
		},
	}, func(a *Applicant) *Permit { return &a.Person.Permit }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool {
			return a.Person.Identity == IdentityForeign || a.Person.Identity == IdentityHKMT
		})
	ScopeCivilServant = choiceField(Info{
		Path: "scope.civil_servant", Step: StepScope, Label: say.F("是公务员或参照公务员法管理的人员吗？"),
		Hint: say.F("参公：单位虽是事业单位，人员按公务员法管理。拿不准就选“不确定”，问单位人事。"),
		Options: []Option{
			{string(NotCivilServant), say.F("不是")},
			{string(CivilServant), say.F("公务员")},
			{string(ReferenceManaged), say.F("参公")},
			{Unsure, say.F("不确定")},
		},
	}, func(a *Applicant) *ServiceStatus { return &a.Scope.CivilServant })
	ScopeEmployed = choiceField(Info{
		Path: "scope.employed_in_shaoxing", Step: StepScope, Label: say.F("现在在本市就业吗？"),
		Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Scope.EmployedHere })
	ScopeInService = choiceField(Info{
		Path: "scope.in_service", Step: StepScope, Label: say.F("是在职人员吗？"),
		Hint: say.F("已经退休的不算在职。"), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Scope.InService })
	ScopeSpecialtyWork = choiceField(Info{
		Path: "scope.does_specialty_work", Step: StepScope, Label: say.F("从事所报专业的技术工作吗？"),
		Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.Scope.DoesSpecialtyWork })
)

// Fields of the title and the working life.
var (
	TitleCurrent = choiceField(Info{
		Path: "title.current", Step: StepTitle, Label: say.F("现职称"),
		Hint: say.F("没有职称的选“没有”，就不问下面两个日期。"),
		Options: []Option{
			{string(TitleAssistantEngineer), say.F("助理工程师")},
			{string(TitleEngineer), say.F("工程师")},
			{string(TitleSeniorEngineer), say.F("高级工程师")},
			{string(TitleOtherSeries), say.F("其他系列")},
			{string(TitleNone), say.F("没有")},
		},
	}, func(a *Applicant) *CurrentTitle { return &a.Title.Current })
	TitleQualified = dateField(Info{
		Path: "title.qualified_date", Step: StepTitle, Label: say.F("资格取得时间"),
		Hint: say.F("职称证书上的日期，例如2016-12-31；只知道月份写2016-12。"),
	}, func(a *Applicant) *Date { return &a.Title.QualifiedDate }).when(titled)
	TitleAppointed = dateField(Info{
		Path: "title.appointed_date", Step: StepTitle, Label: say.F("聘任（任职）时间"),
		Hint: say.F("单位聘任文件上的日期；没有聘任文件的（例如民营企业），填从事这份工作的第一天。任职年限从资格取得和聘任中较晚的一天算起。"),
	}, func(a *Applicant) *Date { return &a.Title.AppointedDate }).when(titled)
	CareerStart = dateField(Info{
		Path: "career.technical_work_start", Step: StepTitle, Label: say.F("从事专业技术工作开始时间"),
		Hint: say.F("专业技术工作年限从这一天算；还没有职称的、选“破格”里按工作年限算的一项的要填，其他情形可以不填。"), Optional: true,
	}, func(a *Applicant) *Date { return &a.Career.TechnicalWorkStart })
)

// titled reports whether there can be a present title with dates.
func titled(a *Applicant, _ Demands, _ *Applicant) bool { return a.Title.Current != TitleNone }

// Fields of photo, statement and schedule.
var (
	PhotoFile = Field[Applicant]{
		Info: Info{
			Path: "photo.file", Step: StepPhoto, Label: say.F("证件照"), Kind: KindFile,
			Hint: say.F("选一张照片，或者把照片拖进窗口。"),
		},
		Text: func(a *Applicant) string {
			if !a.Photo.Chosen() {
				return ""
			}
			return a.Photo.FileName()
		},
		Enter:   func(*Applicant, string) {},
		Problem: func(a *Applicant) say.Text { return a.Photo.Trouble },
	}
	StatementText = textField(Info{
		Path: "statement.text", Step: StepStatement, Label: say.F("本人述职"), Kind: KindLongText,
		Hint: say.F("主要写个人主要业绩。"),
	}, func(a *Applicant) *string { return &a.Statement.Text })
	StatementOverflow = textField(Info{
		Path: "statement.overflow", Step: StepStatement, Label: say.F("超出的文字"), Kind: KindLongText, Optional: true,
		Hint: say.F("放不下的文字保存在这里，不计入述职，随时可以移回去。"),
	}, func(a *Applicant) *string { return &a.Statement.Overflow }).when(
		func(a *Applicant, _ Demands, _ *Applicant) bool { return a.Statement.Overflow != "" }).problem(
		func(a *Applicant) say.Text {
			n := Characters(a.Statement.Text) + Characters(a.Statement.Overflow)
			if n > MostStatement {
				return say.F("本人述职和超出的文字一共最多%d字，现在有%d字", MostStatement, n)
			}
			return say.Text{}
		})
	ScheduleToday = yearlessField(Info{
		Path: "schedule.today", Step: StepSchedule, Label: say.F("按哪一天检查"), Optional: true,
		Hint: say.F("一般是今天。想看“如果在那一天会怎样”，可以改。"),
	}, func(a *Applicant) *Date { return &a.Schedule.Today })
	ScheduleSubmit = yearlessField(Info{
		Path: "schedule.individual_submit", Step: StepSchedule, Label: say.F("打算（或已经）哪天网上申报？"),
		Hint: say.F("给单位留出审核的时间，至少提前几天。"), Optional: true,
	}, func(a *Applicant) *Date { return &a.Schedule.IndividualSubmit })
	ScheduleUnitPass = yearlessField(Info{
		Path: "schedule.unit_pass", Step: StepSchedule, Label: say.F("单位预计哪天通过？"),
		Hint: say.F("先问单位人事；公示从通过的第二天算起。"), Optional: true,
	}, func(a *Applicant) *Date { return &a.Schedule.UnitPass }).when(
		func(_ *Applicant, d Demands, _ *Applicant) bool { return !d.NoUnitDay })
	SchedulePaper = yearlessField(Info{
		Path: "schedule.paper", Step: StepSchedule, Label: say.F("纸质材料哪天送到？"),
		Hint: say.F("邮寄按送到的那天填。"), Optional: true,
	}, func(a *Applicant) *Date { return &a.Schedule.Paper }).when(
		func(_ *Applicant, d Demands, _ *Applicant) bool { return !d.NoPapers })
)
