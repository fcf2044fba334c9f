package check

import (
	"regexp"
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// standing makes a question that is the same for everybody under a notice.
func standing(found func(*notice.Notice) say.Text, remedy, question say.Text) func(*facts) Finding {
	return func(f *facts) Finding {
		r := confirm(found(f.notice), remedy)
		r.Question = question
		return r
	}
}

// committeeChoice: 附件1-6 「根据所属关系选择受理评审委员会」.
var committeeChoice = Check{
	ID: CommitteeChoice, Title: say.F("受理评审委员会"), Step: forms.StepSchedule, Standing: true,
	needs: func(n *notice.Notice) say.Text {
		if n.Quotes(CommitteeChoice, "所属关系") {
			return say.F("按所属关系选择")
		}
		return say.F("按通知和平台提示")
	},
	judge: standing(func(n *notice.Notice) say.Text {
		if n.Quotes(CommitteeChoice, "所属关系") {
			return say.F("要按所属关系选受理评审委员会，通知没有列出名单")
		}
		return say.F("要选受理评审委员会")
	}, say.F("选错要退回，选之前问单位"), say.F("请问：我在平台上应该选哪一个受理评审委员会？")),
}

// attachmentList: 附件1-8 「详见通知正文“申报材料内容”部分」, which the notice lacks.
var attachmentList = Check{
	ID: AttachmentList, Title: say.F("附件清单"), Step: forms.StepSchedule, Standing: true,
	needs: saying(say.F("以平台提示为准")),
	judge: judgeAttachmentList,
}

func judgeAttachmentList(f *facts) Finding {
	remedy := say.F("问单位和通知的联系人要附件清单")
	missing, part := f.notice.MissingSection(), AbsentPart(f.notice)
	if missing.Empty() || part == "" {
		r := confirm(say.F("上传哪些附件，以平台提示为准"), remedy)
		r.Question = say.F("请问：要上传哪些附件，有没有清单？")
		return r
	}
	r := confirm(say.F("通知缺“%s”部分（%s），正式附件清单以平台提示为准", part, missing), remedy)
	r.Question = say.F("请问：通知正文没有“%s”部分，要上传哪些附件，有没有清单？", part)
	return r
}

var partOfNotice = regexp.MustCompile(`(?:通知正文)“([^”]+)”部分`)

// AbsentPart is the part of the notice to which it refers for the attachments and which it
// lacks; "" where it refers to none.
func AbsentPart(n *notice.Notice) string {
	for _, c := range n.Cite(AttachmentList) {
		if m := partOfNotice.FindStringSubmatch(notice.Squeeze(c.Quote)); m != nil {
			return m[1]
		}
	}
	return ""
}

// annualAssessment: 附件2三2 names 年度考核 among what is checked, and nothing else does.
var annualAssessment = Check{
	ID: AnnualAssessment, Title: say.F("年度考核"), Step: forms.StepSchedule, Standing: true,
	needs: saying(say.F("主管部门会查")),
	judge: standing(func(n *notice.Notice) say.Text {
		if NoYearsOfAssessment(n) {
			return say.F("主管部门会查年度考核，但通知没有写要哪几年、什么等次")
		}
		return say.F("主管部门会查年度考核；要哪几年、什么等次，看条款")
	}, say.F("问单位人事"), say.F("请问：年度考核要哪几年的、什么等次，要不要上传证明？")),
}

var yearsOfAssessment = regexp.MustCompile(`(?:考核)[^。；]{0,20}(?:年|合格|优秀|称职)|近.{1,2}年[^。；]{0,10}考核`)

// NoYearsOfAssessment reports whether the clauses that speak of the yearly assessments say
// neither which years nor what comes up to them.
func NoYearsOfAssessment(n *notice.Notice) bool {
	return !slices.ContainsFunc(n.Cite(AnnualAssessment), func(c notice.Citation) bool {
		clause, _ := n.Clause(c.Clause)
		return yearsOfAssessment.MatchString(notice.Squeeze(clause.Text))
	})
}

// provincialRule: 三（三）1 「学时要求按照《浙江省专业技术人员继续教育学时管理办法（试行）》（浙人社发〔2016〕63号）执行」.
var provincialRule = Check{
	ID: ProvincialHoursRule, Title: say.F("省学时办法"), Step: forms.StepContinuingEducation, Standing: true, judge: judgeProvincialRule,
	needs: func(n *notice.Notice) say.Text { return say.F("按%s", hoursDocument(n)) },
}

func judgeProvincialRule(f *facts) Finding {
	document := hoursDocument(f.notice)
	found := say.F("%s还有没有别的学时要求，通知只引用了文件名，没有写数字", document)
	if slices.ContainsFunc(f.notice.Cite(ProvincialHoursRule), func(c notice.Citation) bool { return hoursInWords.MatchString(notice.Squeeze(c.Quote)) }) {
		found = say.F("%s还有没有别的学时要求，要看那份文件", document)
	}
	r := confirm(found, say.F("问单位人事"))
	r.Question = say.F("请问：%s对我申报的级别，还有没有通知里没写的学时要求？", document)
	return r
}

var hoursInWords = regexp.MustCompile(`\d+学时`)

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

// paperReviewForm holds 四（四）: 「导出《专业技术职务任职资格评审表》（一式3份，A4纸打印）」. That it is
// exported after filing (四（四）) or after payment (附件1-10), and that 附件1 does not name
// the roster, is for the platform and the unit to say: a note, no question.
var paperReviewForm = Check{
	ID: PaperReviewForm, Title: say.F("评审表"), Step: forms.StepSchedule, judge: judgePaperReviewForm,
	needs: func(n *notice.Notice) say.Text {
		form, _ := n.Material(PaperReviewForm)
		if form.Asked().Empty() {
			return say.F("盖章")
		}
		return say.F("%s，盖章", form.Asked())
	},
}

func judgePaperReviewForm(f *facts) Finding {
	remedy := []say.Text{say.F("在平台导出、打印，盖章后报送")}
	if f.notice.Quotes(notice.NoteStamps, "单位", "主管部门等盖章") {
		remedy[0] = say.F("在平台导出、打印，经单位、主管部门等盖章后报送；还要哪些章，通知写了“等”，问单位")
	}
	if f.notice.Quotes(ExportOrder, "申报成功后", "缴纳费用后") { // that it is said twice, and not the same, is the question
		remedy = append(remedy, say.F("评审表一处说申报成功后导出，一处说缴费后导出，按平台提示"))
	}
	if roster, ok := f.notice.Material(PaperRoster); ok && len(f.notice.Cite(PaperRoster)) > 0 {
		name := f.notice.Name(roster.Name)
		switch {
		case len(roster.Who) > 0:
			remedy = append(remedy, say.Join("", name, roster.Asked()))
		default:
			remedy = append(remedy, say.F("%s%s，由谁导出、打印，通知没有写，问单位人事", name, roster.Asked()))
		}
	}
	form, _ := f.notice.Material(PaperReviewForm)
	r := todo(say.F("%s要%s、盖章", f.notice.Name(form.Name), form.Printed()), say.Join("；", remedy...),
		ActorSelf, ActorUnit, ActorDepartment)
	if f.notice.Has(notice.PaperDay) {
		r.Due = Due{Day: f.notice.On(notice.PaperDay).Day.Day, Set: true, Note: say.F("送到")}
	}
	return r
}

// retired are questions that the checks asked once and ask no more: what was answered to
// them stays readable.
var retired = map[string]say.Text{PaperRoster: say.F("花名册"), ExportOrder: say.F("评审表导出顺序")}

// retiredAnswers are the noted answers to retired questions.
func retiredAnswers(a *forms.Applicant) []Finding {
	var answers []Finding
	for _, note := range a.Confirmed {
		if title, ok := retired[note.Check]; ok && note.Answer != "" {
			answers = append(answers, Finding{
				ID: note.Check, Title: title, Outcome: Confirm, Found: say.F("这个问题现在不用问了"),
				Step: forms.StepSchedule, Standing: true, Answer: note,
			})
		}
	}
	return answers
}

// fee holds 六（三）: 「申报自然资源工程专业高级工程师需要交纳高评委评审费280元」. For the other
// plans no amount is printed; whoever the platform asks to pay sees it there.
var fee = Check{
	ID: Fee, Title: say.F("评审费"), Step: forms.StepSchedule, judge: judgeFee, only: anyPlan, Reads: paths(forms.PlanChoice), needs: saying(say.F("按通知和平台提示")),
}

func judgeFee(f *facts) Finding {
	pay := say.F("按平台显示的交")
	if f.notice.Quotes(Fee, "“马上支付”") {
		pay = say.F("平台出现“马上支付”时，按它显示的交")
	}
	if other := recommendationFee(f); !other.Empty() {
		pay = say.Join("；", pay, other)
	}
	if f.plan.Fee == nil {
		return notApplicable(say.Join("；", say.F("通知没有写这个计划的评审费"), pay))
	}
	if f.notice.Quotes(Fee, "审核通过后", "“我的申报记录”") {
		pay = say.Join("；", say.F("材料经评委会审核通过后，在平台“我的申报记录”里交"), pay)
	}
	r := todo(say.F("要交评审费%d元", f.plan.Fee.Yuan), pay, ActorSelf)
	switch n := f.notice; {
	case n.Has(notice.PaymentDay):
		r.Due = Due{Day: n.On(notice.PaymentDay).Day.Day, Set: true}
	case n.Has(notice.SystemDay):
		r.Due = Due{Day: n.On(notice.SystemDay).Day.Day, Note: say.F("审核通过以后")}
	default:
		r.Due = Due{Day: n.Closes().Day.Day, Note: say.F("审核通过以后")}
	}
	return r
}

// recommendationFee is what 附件2二（一）1 lets be taken besides of those whom the middle
// committee recommends to a higher one: 「除召开中评委会议收取“中推高推荐费”外，其他审核环节不得收取任何
// 费用」.
func recommendationFee(f *facts) say.Text {
	named := f.notice.RecommendationFee
	if named == nil || f.plan.Level == forms.LevelEngineer {
		return say.Text{}
	}
	return say.F("中评委推荐时可能收“%s”（%s），没有写金额；其他环节不得收费", f.notice.Name(named.Name), named.Clause)
}
