package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// truthfulnessCommitment holds 附件1-5: 「使用微信等手机应用扫描二维码，在线签署《专业技术资格
// 申报材料真实性保证书》」.
var truthfulnessCommitment = Check{
	ID: TruthfulnessCommitment, Title: say.F("真实性保证书"), Step: forms.StepScope, judge: judgeTruthfulnessCommitment,
	Dated: true, Reads: paths(forms.CommitmentSigned), needs: saying(say.F("在线签署保证书")),
}

func judgeTruthfulnessCommitment(f *facts) Finding {
	paper := f.notice.Paper(TruthfulnessCommitment, say.F("真实性保证书"))
	r := ready(f.Discipline.CommitmentSigned, forms.CommitmentSigned.Info, readiness{
		done:     say.F("%s已签", paper),
		open:     say.F("%s还没签", paper),
		unsure:   say.F("真实性保证书签好没有"),
		remedy:   commitmentRemedy(f.notice),
		question: say.F("请问：真实性保证书在平台哪一步签？"),
		who:      []Actor{ActorSelf},
	})
	if r.Outcome == Todo {
		r = withFiling(f, r)
	}
	return toFile(f, r)
}

// commitmentRemedy says what false papers cost. 六（二）1, 2 and 4: 「伪造、编造证件、证明材料」,
// 「提交虚假申报材料」, 「其他严重违反评审规定的行为」.
func commitmentRemedy(n *notice.Notice) say.Text {
	how := say.F("申报时在平台上签")
	if n.Quotes(TruthfulnessCommitment, "扫描二维码") {
		how = say.F("申报时在平台上用手机微信等扫码在线签，手机要带在身边")
	}
	if n.Discipline == nil {
		return how
	}
	return say.Join("；", how, say.F("伪造证件或证明、材料虚假、严重违反规定的，取消资格（已评上的也取消），次年起%d年不能评", n.Discipline.BanYears))
}

// membership says whether a day lies in the time of the present title.
type membership int

const (
	outside membership = iota + 1
	inside
	unclear  // months whose days disagree
	early    // outside or unclear, as dates are missing
	unknown  // dates are missing
	doubtful // not sure whether there is anything
	untitled // there is no present title
)

// duringTitle reports whether d lies on or after the start of the present title,
// unless there is none; asks are the dates of the title that could tell.
func duringTitle(f *facts, d forms.Date) (when membership, asks []forms.Info) {
	if f.Title.Current == forms.TitleNone {
		return untitled, nil
	}
	if !d.Known() {
		return unknown, titleOpen(f)
	}
	q, a := f.Title.QualifiedDate, f.Title.AppointedDate
	if q.Known() && d.Last() < q.First() || a.Known() && d.Last() < a.First() {
		return outside, nil
	}
	asks = titleOpen(f)
	after := (!q.Known() || d.First() >= q.Last()) && (!a.Known() || d.First() >= a.Last())
	switch {
	case len(asks) > 0 && !after:
		return early, asks
	case len(asks) > 0:
		return unknown, asks
	case after:
		return inside, nil
	}
	return unclear, nil
}

func sanctionedDuringTitle(f *facts) (when membership, asks []forms.Info) {
	when, asks = duringTitle(f, f.Discipline.Date)
	if when == unknown && !f.Discipline.Date.Known() {
		asks = append([]forms.Info{forms.DisciplineDate.Info}, asks...)
	}
	return when, asks
}

// sanctionQuestion is that of every check for whom is not sure of a sanction.
var sanctionQuestion = say.F("请问：我任现职期间有没有处分，是不是记过以上，要不要写进申报材料？")

// sameMonthQuestion is that of every check for a sanction of the month in which the
// title began.
var sameMonthQuestion = say.F("请问：我的处分是在任现职期间吗，要不要写进申报材料？")

// disciplineDisclosure holds 六（二）3: 「任现职期间，曾有严重违反纪律行为而受到处分或有违法违纪行为
// 仍在处理、处罚、处分阶段，在申报材料中未反映」. What is punished is not disclosing.
var disciplineDisclosure = Check{
	ID: DisciplineDisclosure, Title: say.F("如实反映处分"), Step: forms.StepIntegrity, judge: judgeDisciplineDisclosure, Dated: true,
	Reads: paths(forms.DisciplineSanction, forms.DisciplineDate, forms.DisciplinePending, forms.DisciplineDisclosed,
		forms.TitleCurrent, forms.TitleQualified, forms.TitleAppointed),
	needs: saying(say.F("处分和正在处理的问题写进材料")),
}

func judgeDisciplineDisclosure(f *facts) Finding {
	all := disclosureSpan(f)
	switch {
	case !all.decided():
		return all.missing()
	case all.least == NotApplicable:
		return notApplicable(say.F("任现职期间没有处分，也没有正在处理的问题"))
	case all.least == Pass:
		return pass(say.F("处分已经写进申报材料"))
	case all.least == Todo:
		return toFile(f, withFiling(f, undisclosed(f)))
	}
	return disclosureQuestion(f)
}

// undisclosed says what is not in the material yet, and what that would cost.
func undisclosed(f *facts) Finding {
	remedy := say.F("如实写进材料；不写会取消资格")
	if d := f.notice.Discipline; d != nil {
		remedy = say.F("如实写进材料；不写会取消资格，次年起%d年不能评", d.BanYears)
	}
	if f.Discipline.Pending == forms.Yes {
		remedy = say.Join("；", remedy, say.F("还在处理的能不能申报，通知没有写，先问单位"))
		return todo(say.F("正在处理的问题还没写进申报材料"), remedy, ActorSelf)
	}
	return todo(say.F("任现职期间的处分还没写进申报材料"), remedy, ActorSelf)
}

// disclosureQuestion says which of the answers leaves it open.
func disclosureQuestion(f *facts) Finding {
	ask := func(found, remedy, question say.Text) Finding {
		r := confirm(found, remedy)
		r.Question = question
		return r
	}
	d := f.Discipline
	sure := say.F("问单位人事，弄清后改答案；宁可写进材料")
	when, _ := sanctionedDuringTitle(f)
	switch {
	case d.Pending == forms.Yes && d.Disclosed == forms.YesNoOpen:
		return ask(say.F("您不确定正在处理的问题写进材料没有"), sure, say.F("请问：我正在处理的问题写进申报材料了没有？"))
	case d.Pending == forms.Yes:
		return ask(say.F("正在处理的问题已经写进申报材料；还在处理的能不能申报，通知没有写"), say.F("申报前先问单位和通知的联系人"),
			say.F("请问：我有正在处理的问题，已经写进申报材料，今年能不能申报？"))
	case d.Sanction == forms.SanctionUnsure:
		return ask(say.F("您不确定任现职期间有没有处分"), sure, sanctionQuestion)
	case d.Pending == forms.YesNoOpen:
		return ask(say.F("您不确定有没有正在处理的问题"), sure, say.F("请问：我有没有正在处理、要写进申报材料的问题？"))
	case when == untitled:
		return ask(say.F("您还没有职称，“任现职期间”从哪一天算，通知没有写"), say.F("先如实写进材料，再问单位和通知的联系人"),
			say.F("请问：我还没有职称，%s，要不要写进申报材料？", sanctionText(f)))
	case when == unclear:
		return ask(say.F("处分日期和任现职的开始在同一个月，分不出先后"), say.F("把这几个日期都填到日"), sameMonthQuestion)
	}
	return ask(say.F("您不确定处分写进材料没有"), sure, say.F("请问：我的处分写进申报材料了没有？"))
}

// disclosureSpan goes through what is still possible of the three facts.
func disclosureSpan(f *facts) span {
	sanctions, sanctionAsks := possibleSanctions(f)
	pending := possible(f.Discipline.Pending, forms.DisciplinePending.Options)
	disclosed := possible(f.Discipline.Disclosed, forms.DisciplineDisclosed.Options)
	all := span{least: Fail, most: NotApplicable}
	bySanction, byPending, byDisclosed := false, false, false
	for _, s := range sanctions {
		for _, p := range pending {
			for _, d := range disclosed {
				o := disclosure(s, p, d)
				all.least, all.most = min(all.least, o), max(all.most, o)
				bySanction = bySanction || o != disclosure(sanctions[0], p, d)
				byPending = byPending || o != disclosure(s, pending[0], d)
				byDisclosed = byDisclosed || o != disclosure(s, p, disclosed[0])
			}
		}
	}
	if bySanction {
		all.asks = append(all.asks, sanctionAsks...)
	}
	if byPending {
		all.asks = append(all.asks, forms.DisciplinePending.Info)
	}
	if byDisclosed && forms.DisciplineDisclosed.When(f.Applicant, forms.Demands{}, f.Applicant) {
		all.asks = append(all.asks, forms.DisciplineDisclosed.Info)
	}
	return all
}

// possibleSanctions tells where in time the sanction can lie, and what would tell
// it; without a sanction it is outside, and unclear where one is not sure of it.
func possibleSanctions(f *facts) ([]membership, []forms.Info) {
	switch s := f.Discipline.Sanction; {
	case s == forms.SanctionNone:
		return []membership{outside}, nil
	case s == forms.SanctionUnsure:
		return []membership{doubtful}, nil
	}
	when, asks := sanctionedDuringTitle(f)
	all := []membership{when}
	switch when {
	case early:
		all = []membership{outside, unclear}
	case unknown:
		all = []membership{outside, inside, unclear}
	}
	if f.Title.Current == "" {
		all, asks = append(all, untitled), append([]forms.Info{forms.TitleCurrent.Info}, asks...)
	}
	if !f.Discipline.Sanctioned() {
		return append(all, outside, doubtful), []forms.Info{forms.DisciplineSanction.Info}
	}
	return all, asks
}

// disclosure judges three known facts: the sanction, whether something is pending,
// and whether it was disclosed. Whether somebody may apply while a case is pending
// is not said.
func disclosure(sanction membership, pending, disclosed forms.Answer) Outcome {
	matters := sanction == inside || pending == forms.Yes
	doubt := sanction == doubtful || pending == forms.YesNoOpen
	switch {
	case matters && disclosed == forms.No:
		return Todo
	case sanction == inside && pending == forms.No && disclosed == forms.Yes:
		return Pass
	case matters, doubt, sanction == unclear, sanction == untitled:
		return Confirm
	}
	return NotApplicable
}
