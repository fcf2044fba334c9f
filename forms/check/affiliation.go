package check

import (
	"regexp"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// affiliationAlignment holds 三（一）:
// 「原则上按人事隶属关系（社会保险、人事档案、劳动关系均一致）」 and, where the three
// differ, 「原则上由社会保险所在单位申报」. “原则上” never makes a fail. Whether the unit
// itself pays the insurance is asked for dispatched and agency staff; unanswered it is
// judged by the three places alone.
var affiliationAlignment = Check{
	ID: "affiliation-alignment", Title: say.F("人事隶属关系"), Step: forms.StepScope, judge: judgeAffiliationAlignment,
	Reads: paths(forms.InsurancePlace, forms.InsurancePaidByEmployer, forms.FilePlace, forms.LabourPlace),
	needs: saying(say.F("原则上三者一致；不一致的由社保所在单位申报")),
}

func judgeAffiliationAlignment(f *facts) Finding {
	switch f.Affiliation.InsurancePlace {
	case forms.RegionHere:
		return insuredHere(f)
	case forms.RegionProvince, forms.RegionOtherProvince:
		place := forms.InsurancePlace.OptionLabel(string(f.Affiliation.InsurancePlace))
		r := confirm(say.F("社会保险在%s，按通知可能要在社保所在地申报", place), say.F("先问单位人事和通知的联系人在哪里报"))
		r.Question = say.F("请问：我的社会保险在%s，应该在%s申报还是在社保所在地申报？", place, f.here())
		return r
	case forms.RegionUnsure:
		r := confirm(say.F("您不确定社会保险在哪里"), lookUp(f, insuredWhere))
		r.Question = placeQuestion
		return r
	}
	if r, asked := paidByOther(f); asked {
		return r
	}
	return missing(forms.InsurancePlace.Info)
}

// insuredWhere is where one finds out where one is insured.
func insuredWhere(site say.Text) say.Text {
	return say.F("登录%s可以查到参保地，或问单位人事", site)
}

// placeQuestion is asked of everything that the place of insurance leaves open.
var placeQuestion = say.F("请问：我的社会保险参保地在哪里，职称应该从哪里申报，要不要上传缴纳证明？")

func insuredHere(f *facts) Finding {
	if r, asked := paidByOther(f); asked {
		return r
	}
	in := map[bool]int{}
	var asks []forms.Info
	for _, place := range []forms.Field[forms.Applicant]{forms.FilePlace, forms.LabourPlace} {
		at := forms.Region(place.Text(f.Applicant))
		if in[at == forms.RegionHere]++; at == "" {
			asks = append(asks, place.Info)
		}
	}
	switch {
	case len(asks) > 0:
		return missing(asks...)
	case in[true] == 0:
		return onlyInsured(f)
	case in[false] == 0:
		return pass(say.F("社会保险、人事档案、劳动关系都在%s", f.here()))
	}
	if unsure := forms.RegionUnsure; f.Affiliation.FilePlace == unsure || f.Affiliation.LabourPlace == unsure {
		return pass(say.F("社会保险在%[1]s；三者不全在%[1]s的，原则上也由社保所在单位申报", f.here()))
	}
	return pass(say.F("社会保险在%[1]s，三者不全在%[1]s：原则上由社保所在单位申报", f.here()))
}

// onlyInsured: the clause is about people whose affiliation is in the city, and
// neither file nor labour relation are.
func onlyInsured(f *facts) Finding {
	file, labour := f.Affiliation.FilePlace, f.Affiliation.LabourPlace
	remedy := say.F("先问单位人事和通知的联系人在哪里报")
	found := say.F("只有社会保险在%s，人事档案和劳动关系都不在", f.here())
	if file == forms.RegionUnsure || labour == forms.RegionUnsure {
		found = say.F("社会保险在%[1]s，人事档案和劳动关系是不是在%[1]s，您不都确定", f.here())
	}
	r := confirm(found, remedy)
	r.Question = say.F("请问：我的社会保险在%s，人事档案在%s，劳动关系在%s，应该在哪里申报？", f.here(), inPlace(file), inPlace(labour))
	return r
}

// inPlace names a place in a sentence.
func inPlace(at forms.Region) say.Text {
	if at == forms.RegionUnsure {
		return say.F("哪里还不清楚")
	}
	return forms.FilePlace.OptionLabel(string(at))
}

// paidByOther asks which unit files for somebody whose insurance another unit pays.
func paidByOther(f *facts) (r Finding, asked bool) {
	switch f.Insurance.PaidByEmployer {
	case forms.No:
		r = confirm(say.F("社会保险不是现工作单位缴的；原则上由社会保险所在单位申报"), say.F("问派遣或代理缴纳的单位和现单位人事：由哪一家申报"))
		r.Question = say.F("请问：我的社会保险不是现工作单位缴的，应该由哪一家单位申报？")
	case forms.YesNoOpen:
		r = confirm(say.F("您不确定社会保险是不是现工作单位缴的"), say.Join("；", lookUp(f, func(site say.Text) say.Text {
			return say.F("登录%s可以查到参保单位，或问单位人事", site)
		}), say.F("原则上由社会保险所在单位申报")))
		r.Question = say.F("请问：我的社会保险由哪一家单位缴，应该由哪一家单位申报？")
	default:
		return r, false
	}
	return r, true
}

// entrustedReview holds 三（一）:
// 「中央、省在绍企事业单位工作人员按人事管理权限办理委托评审后可在我市参加职称评审」.
var entrustedReview = Check{
	ID: EntrustedReview, Title: say.F("委托评审"), Step: forms.StepScope, judge: judgeEntrustedReview,
	Dated: true, Reads: paths(forms.UnitCentral, forms.UnitEntrusted), needs: func(n *notice.Notice) say.Text { return say.F("中央、省在%s的单位先办委托评审", here(n)) },
}

func judgeEntrustedReview(f *facts) Finding {
	switch f.Unit.CentralOrProvincial {
	case forms.No:
		return notApplicable(say.F("不是中央、省在%s的单位，不用委托评审", f.here()))
	case forms.YesNoOpen:
		r := confirm(say.F("您不确定单位是不是中央、省在%s的单位", f.here()), say.F("问单位人事；如果是，要先办委托评审"))
		r.Question = say.F("请问：本单位是不是中央、省在%s的单位，要不要先办委托评审？", f.here())
		return r
	case forms.Yes:
		return entrusted(f)
	}
	return missing(forms.UnitCentral.Info)
}

func entrusted(f *facts) Finding {
	switch f.Unit.EntrustedReview {
	case forms.ProgressDone:
		return pass(say.F("委托评审已经办好"))
	case forms.ProgressInProgress:
		return beforeFiling(f, todo(say.F("委托评审还在办"), say.F("催单位人事尽快办好；要多少时间通知没有写"), ActorUnit))
	case forms.ProgressNotStarted:
		return beforeFiling(f, todo(say.F("委托评审还没办"), say.F("请单位按人事管理权限尽快办委托评审；要多少时间通知没有写"), ActorUnit))
	}
	return missing(forms.UnitEntrusted.Info)
}

// reportChannel holds 附件2二（四）: firms without a department apply through the
// talent centre that keeps the file, or directly to the local department. 四（四） has the
// papers of 「市直单位申报人员由单位统一接收报送」: where both are true they differ.
var reportChannel = Check{
	ID: "report-channel", Title: say.F("申报渠道"), Step: forms.StepScope, judge: judgeReportChannel,
	Reads: paths(forms.UnitKind, forms.UnitHasDepartment, forms.UnitFileAgency, forms.UnitJurisdiction), needs: saying(say.F("无主管部门的企业按档案代理走渠道")),
}

func judgeReportChannel(f *facts) Finding {
	none := notApplicable(say.F("按单位原来的渠道申报，通知没有另外的规定"))
	switch f.Unit.Type {
	case forms.UnitEnterprise:
	case forms.UnitPublicInstitution, forms.UnitGovernment, forms.UnitOther:
		return none
	default:
		return channelWithoutType(f, none)
	}
	switch f.Unit.HasDepartment {
	case forms.Yes:
		return notApplicable(say.F("单位有主管部门，通过主管部门申报"))
	case forms.No:
		return channelOfFile(f)
	case forms.YesNoOpen:
		r := confirm(say.F("您不确定单位有没有主管部门"), say.F("问单位人事；没有主管部门的，渠道看人事档案由谁代理"))
		r.Question = say.F("请问：本单位有没有主管部门，我的职称材料应该报到哪里？")
		return r
	}
	return missing(forms.UnitHasDepartment.Info)
}

// channelWithoutType: where the later answers lead to the same result under
// every kind of unit, the kind need not be known.
func channelWithoutType(f *facts, none Finding) Finding {
	if f.Unit.HasDepartment == forms.Yes {
		return none
	}
	return missing(forms.UnitKind.Info)
}

func channelOfFile(f *facts) Finding {
	switch f.Unit.FileAgency {
	case forms.Yes:
		return throughTalentCentre(f)
	case forms.No:
		return pass(say.F("您的申报渠道：直接向当地主管部门申报（属地管理）"))
	case forms.YesNoOpen:
		r := confirm(say.F("您不确定人事档案是否委托人才交流中心代理"), say.F("问单位人事：档案在人才交流中心就从那里报，否则直接向当地主管部门报"))
		r.Question = say.F("请问：我的人事档案是否委托人才交流中心代理？我应该从哪里申报？")
		return r
	}
	return missing(forms.UnitFileAgency.Info)
}

func throughTalentCentre(f *facts) Finding {
	switch f.Unit.Jurisdiction {
	case forms.JurisdictionCity:
		r := confirm(say.F("一处写人事档案由人才交流中心代理的通过它申报，一处写市直单位由单位统一报送，两处不一样"), say.F("先问人才交流中心和单位人事从哪里报"))
		r.Question = say.F("请问：我的人事档案由人才交流中心代理，单位是市直单位，材料从人才交流中心报还是由单位报？")
		return r
	case forms.JurisdictionCounty:
		return pass(say.F("您的申报渠道：人才交流中心（人事档案由它代理）"))
	}
	return missing(forms.UnitJurisdiction.Info)
}

// unitAccount holds 附件1-2: the unit registers, hands in its authorisation and
// binds its name before anybody of it can fill in the unit's name.
var unitAccount = Check{
	ID: UnitAccount, Title: say.F("单位账号"), Step: forms.StepScope, judge: judgeUnitAccount,
	Dated: true, Reads: paths(forms.UnitPlatform), needs: saying(say.F("单位已注册、授权、绑定名称")),
}

func judgeUnitAccount(f *facts) Finding {
	remedy, question := say.F("请单位人事注册账号、提交授权委托证明、绑定名称。没办好，您填不了现工作单位"), say.F("请问：单位在平台注册、授权、绑定名称了吗？")
	if number := messages(f.notice); number != "" {
		remedy = say.F("请单位人事注册账号、提交授权委托证明、绑定名称；办好会收到%s短信。没办好，您填不了现工作单位", number)
		question = say.F("请问：单位在平台注册、授权、绑定名称了吗？收到过%s短信吗？", number)
	}
	return toFile(f, ready(f.Unit.PlatformReady, forms.UnitPlatform.Info, readiness{
		done:     say.F("单位已在平台注册、授权、绑定名称"),
		open:     say.F("单位还没有在平台注册、授权、绑定名称"),
		unsure:   say.F("单位在平台注册、授权、绑定名称没有"),
		remedy:   remedy,
		question: question,
		due:      dueFirst, who: []Actor{ActorUnit},
	}))
}

// recordReview holds 附件1-2: 「提交所在单位审核，审核通过后方能开始申报」.
var recordReview = Check{
	ID: RecordReview, Title: say.F("业绩档案审核"), Step: forms.StepScope, judge: judgeRecordReview,
	Dated: true, Reads: paths(forms.UnitRecord), needs: saying(say.F("业绩档案经单位审核通过")),
}

func judgeRecordReview(f *facts) Finding {
	return toFile(f, ready(f.Unit.RecordReviewed, forms.UnitRecord.Info, readiness{
		done:     say.F("个人业绩档案已经单位审核通过"),
		open:     say.F("个人业绩档案还没有经单位审核通过"),
		unsure:   say.F("个人业绩档案单位审核通过没有"),
		remedy:   say.F("在平台填好个人信息和业绩档案，提交单位审核；没有通过就不能申报，先办这件事"),
		question: say.F("请问：我的个人业绩档案单位审核通过了吗？"),
		due:      dueFirst, who: []Actor{ActorSelf, ActorUnit},
	}))
}

// personalAccount holds 四（三）: 「账号与浙江政务服务网个人、法人登陆账号相同，并自行注册」.
var personalAccount = Check{
	ID: PersonalAccount, Title: say.F("个人账号"), Step: forms.StepScope, judge: judgePersonalAccount,
	Dated: true, Reads: paths(forms.AccountReady), needs: func(n *notice.Notice) say.Text { return say.F("自行注册%s账号", portal(n)) },
}

// portal is the site whose account is the one for the platform.
func portal(n *notice.Notice) say.Text {
	if n.Portal == nil {
		return say.F("平台")
	}
	return n.Name(n.Portal.Name)
}

// lookUp says where one finds out about one's insurance.
func lookUp(f *facts, at func(site say.Text) say.Text) say.Text {
	if f.notice.Portal == nil {
		return say.F("问单位人事")
	}
	return at(portal(f.notice))
}

// messages are the number from which the unit gets a text message, in the words that the
// notice is cited for; "" where it says none.
func messages(n *notice.Notice) string {
	for _, cite := range n.Cite(UnitAccount) {
		if m := messagePattern.FindStringSubmatch(notice.Squeeze(cite.Quote)); m != nil {
			return m[1]
		}
	}
	return ""
}

var messagePattern = regexp.MustCompile(`(\d{5})短信`)

func judgePersonalAccount(f *facts) Finding {
	site := portal(f.notice)
	return toFile(f, ready(f.Account.PersonalReady, forms.AccountReady.Info, readiness{
		done:     say.F("%s个人账号已注册", site),
		open:     say.F("%s个人账号还没注册", site),
		unsure:   say.F("%s个人账号注册没有", site),
		remedy:   say.F("先注册%s个人账号；本软件不需要您的密码", site),
		question: say.F("请问：平台用的%s个人账号怎么注册？", site),
		due:      dueFirst, who: []Actor{ActorSelf},
	}))
}

// dueFirst is the note on what has to be done before the application can begin.
var dueFirst = say.F("申报之前，先办这件")

// readiness holds the words of a thing that is done or still has to be done.
type readiness struct {
	done, open, remedy, question, due say.Text
	unsure                            say.Text // of what
	who                               []Actor
}

// ready judges a thing that is done (pass), not done (todo) or not known (ask).
func ready(a forms.Answer, ask forms.Info, words readiness) Finding {
	switch a {
	case forms.Yes:
		return pass(words.done)
	case forms.No:
		r := todo(words.open, words.remedy, words.who...)
		r.Due.Note = words.due
		return r
	case forms.YesNoOpen:
		r := confirm(say.F("您不确定%s", words.unsure), say.F("没办好的话：%s", words.remedy))
		r.Question = words.question
		return r
	}
	return missing(ask)
}
