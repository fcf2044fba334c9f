package check

import (
	"regexp"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// standing makes a question that is the same for everybody.
func standing(found, remedy, question say.Text) func(*facts) Finding {
	return func(*facts) Finding {
		r := confirm(found, remedy)
		r.Question = question
		return r
	}
}

// committeeChoice: 附件1-6 「根据所属关系选择受理评审委员会」.
var committeeChoice = Check{
	ID: CommitteeChoice, Title: say.F("受理评审委员会"), Step: forms.StepSchedule, Standing: true,
	needs: saying(say.F("按所属关系选择")),
	judge: standing(say.F("要按所属关系选受理评审委员会，通知没有列出名单"), say.F("选错要退回，选之前问单位"),
		say.F("请问：我在平台上应该选哪一个受理评审委员会？")),
}

// attachmentList: 附件1-8 「详见通知正文“申报材料内容”部分」, which the notice lacks.
var attachmentList = Check{
	ID: AttachmentList, Title: say.F("附件清单"), Step: forms.StepSchedule, Standing: true,
	needs: saying(say.F("以平台提示为准")),
	judge: standing(say.F("通知缺“申报材料内容”部分（从四直接到六），正式附件清单以平台提示为准"), say.F("问单位和通知的联系人要附件清单"),
		say.F("请问：通知正文没有“申报材料内容”部分，要上传哪些附件，有没有清单？")),
}

// annualAssessment: 附件2三2 names 年度考核 among what is checked, and nothing else does.
var annualAssessment = Check{
	ID: AnnualAssessment, Title: say.F("年度考核"), Step: forms.StepSchedule, Standing: true,
	needs: saying(say.F("通知没有写")),
	judge: standing(say.F("主管部门会查年度考核，但通知没有写要哪几年、什么等次"), say.F("问单位人事"),
		say.F("请问：年度考核要哪几年的、什么等次，要不要上传证明？")),
}

// exportOrder: 四（四） says after filing, 附件1-10 after payment.
var exportOrder = Check{
	ID: ExportOrder, Title: say.F("评审表导出顺序"), Step: forms.StepSchedule, Standing: true,
	needs: saying(say.F("按平台提示")),
	judge: standing(say.F("评审表一处说申报成功后导出，一处说缴费后导出"), say.F("按平台提示办，拿不准就问联系人"),
		say.F("请问：《专业技术职务任职资格评审表》是申报成功后就导出，还是缴费以后才导出？")),
}

// paperRoster: 四（四） 「《评审对象资格审查花名册》（一式3份，A3纸打印）」; 附件1 does not name it.
var paperRoster = Check{
	ID: PaperRoster, Title: say.F("花名册"), Step: forms.StepSchedule, Standing: true, judge: judgePaperRoster,
	needs: func(n *notice.Notice) say.Text { return n.Papers.Roster.Asked() },
}

func judgePaperRoster(f *facts) Finding {
	roster, remedy := f.notice.Papers.Roster, say.F("问单位人事")
	if roster.NotIn != "" {
		remedy = say.F("问单位人事；%s没有提到花名册", f.notice.Name(roster.NotIn))
	}
	r := confirm(say.F("《评审对象资格审查花名册》%s，由谁导出、打印，通知没有写", roster.Asked()), remedy)
	r.Question = say.F("请问：《评审对象资格审查花名册》由单位导出打印，还是由我自己导出打印？")
	return r
}

// provincialRule: 三（三）1 「学时要求按照《浙江省专业技术人员继续教育学时管理办法（试行）》（浙人社发〔2016〕63号）执行」.
var provincialRule = Check{
	ID: ProvincialHoursRule, Title: say.F("省学时办法"), Step: forms.StepContinuingEducation, Standing: true, judge: judgeProvincialRule,
	needs: func(n *notice.Notice) say.Text { return say.F("按%s", hoursDocument(n)) },
}

func judgeProvincialRule(f *facts) Finding {
	document := hoursDocument(f.notice)
	r := confirm(say.F("%s还有没有别的学时要求，通知只引用了文件名，没有写数字", document), say.F("问单位人事"))
	r.Question = say.F("请问：%s对我申报的级别，还有没有通知里没写的学时要求？", document)
	return r
}

var documentNumber = regexp.MustCompile(`\p{Han}+〔\d{4}〕\d+号`)

// hoursDocument is the number of the document that the notice cites for hours.
func hoursDocument(n *notice.Notice) say.Text {
	if number := citedDocument(n, ProvincialHoursRule); !number.Empty() {
		return number
	}
	return say.F("通知引用的学时办法")
}

// citedDocument is the first number of a document in the words on which a check rests;
// empty where there is none.
func citedDocument(n *notice.Notice, key string) say.Text {
	for _, cite := range n.Cite(key) {
		if number := documentNumber.FindString(notice.Squeeze(cite.Quote)); number != "" {
			return say.Typed(number)
		}
	}
	return say.Text{}
}

// paperReviewForm holds 四（四）: 「导出《专业技术职务任职资格评审表》（一式3份，A4纸打印）」.
var paperReviewForm = Check{
	ID: PaperReviewForm, Title: say.F("评审表"), Step: forms.StepSchedule, judge: judgePaperReviewForm,
	needs: func(n *notice.Notice) say.Text { return say.F("%s，盖章", n.Papers.ReviewForm.Asked()) },
}

func judgePaperReviewForm(f *facts) Finding {
	r := todo(say.F("《专业技术职务任职资格评审表》要%s、盖章", f.notice.Papers.ReviewForm.Printed()),
		say.F("在平台导出、打印，经单位、主管部门等盖章后报送；还要哪些章，通知写了“等”，问单位"), ActorSelf, ActorUnit, ActorDepartment)
	r.Due = Due{Day: f.notice.Dates.Paper.Day.Day, Set: true, Note: say.F("送到")}
	return r
}

// fee holds 六（三）: 「申报自然资源工程专业高级工程师需要交纳高评委评审费280元」. For the other
// plans no amount is printed.
var fee = Check{
	ID: Fee, Title: say.F("评审费"), Step: forms.StepSchedule, judge: judgeFee, only: anyPlan, Reads: paths(forms.PlanChoice), needs: saying(say.F("按通知和平台提示")),
}

func judgeFee(f *facts) Finding {
	if f.plan.Fee == nil {
		r := confirm(say.F("通知没有写您这个计划的费用"), otherFee(f.notice))
		r.Question = say.F("请问：我申报的“%s”要交多少费用、交给谁？", f.notice.Name(f.plan.Short))
		return r
	}
	r := todo(say.F("要交评审费%d元", f.plan.Fee.Yuan), say.F("材料经评委会审核通过后，在平台“我的申报记录”里点“马上支付”"), ActorSelf)
	r.Due = Due{Day: f.notice.Dates.System.Day.Day, Note: say.F("审核通过以后")}
	return r
}

var annex = regexp.MustCompile(`^附件\d+`)

// otherFee is what to do where a plan has no amount. 附件2二（一）1: 「除召开中评委会议收取
// “中推高推荐费”外，其他审核环节不得收取任何费用」.
func otherFee(n *notice.Notice) say.Text {
	named := n.RecommendationFee
	if named == nil {
		return say.F("按平台提示，问单位")
	}
	return say.F("%s提到“%s”，没有金额；其他环节不得收费。按平台提示，问单位", n.Name(annex.FindString(named.Clause)), n.Name(named.Name))
}
