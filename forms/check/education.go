package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// rowJudge judges one education: the span says what is known of it, and the words
// make the finding where it turns out to be the one that counts.
type rowJudge func(f *facts, e forms.Education, i int) (span, rowWords)

type rowWords func(f *facts, e forms.Education, o Outcome) Finding

// educationRows judges every row, of which the worst counts, and names it.
func educationRows(f *facts, judge rowJudge) Finding {
	rows := f.degrees()
	spans, had := make([]span, len(rows)), make([]span, len(rows))
	words := make([]rowWords, len(rows))
	for i, d := range rows {
		had[i], words[i] = judge(f, d.Education, d.row)
		spans[i] = d.span(had[i])
	}
	all := worst(spans...)
	if !all.decided() {
		return f.missingDegree(all)
	}
	i := slices.IndexFunc(spans, func(s span) bool { return s.decided() && s.least == all.least })
	return rows[i].words(words[i](f, rows[i].Education, had[i].least))
}

// educationPaths are the places of the fields in every row.
func educationPaths(rows int, fields []forms.Field[forms.Education]) []string {
	at := make([]string, 0, rows*len(fields))
	for k := range rows {
		for _, field := range fields {
			at = append(at, forms.EducationPath(field, k))
		}
	}
	return at
}

// noneOf are the words of a rule that is not for an education.
func noneOf(found say.Text) rowWords {
	return func(*facts, forms.Education, Outcome) Finding { return notApplicable(found) }
}

func ask(field forms.Field[forms.Education], i int) forms.Info { return forms.InEducation(field, i) }

// rowName calls an education by its level and award: 本科（2016年6月20日）.
func rowName(e forms.Education) say.Text {
	name := forms.EducationGrade.OptionLabel(string(e.Level))
	if name.Empty() {
		name = say.F("学历")
	}
	if e.AwardDate.Known() {
		return say.F("%s（%s）", name, e.AwardDate.Chinese())
	}
	return name
}

// educationVerification holds 三（四）: 「对于2001年以后取得的国内大专及以上学历要核对
// 《教育部学历证书电子注册备案表》」 or 「《中国高等教育学历认证报告》」. Whether 2001
// itself is meant is not said.
var educationVerification = Check{
	ID: EducationVerification, Title: say.F("学历核验"), Step: forms.StepEducation, judge: judgeEducationVerification,
	Dated: true, InRows: inRows(forms.EducationOrigin, forms.EducationGrade, forms.EducationAward, forms.EducationVerification, forms.EducationValidUntil),
	needs: func(n *notice.Notice) say.Text {
		return say.F("%d年以后的国内大专及以上学历要有备案表或认证报告", n.Verify.SinceYear)
	},
}

func judgeEducationVerification(f *facts) Finding {
	return educationRows(f, verificationOfRow)
}

func verificationOfRow(f *facts, e forms.Education, i int) (span, rowWords) {
	if oneOf(e.Origin, forms.OriginForeign, forms.OriginHKMT) || e.Level == forms.Secondary {
		return known(NotApplicable), noneOf(say.F("没有要核验的国内大专及以上学历"))
	}
	without := Todo
	if e.AwardDate.Known() {
		without = unverified(f, e.AwardDate)
	}
	if without == NotApplicable {
		return known(NotApplicable), awardedBefore
	}
	return verificationAnswer(e, i, without, proof(f, e)), verificationWords
}

// proof is what a paper comes to that is there, or may be: the code on a registration
// form expires, and then it has to be printed anew.
func proof(f *facts, e forms.Education) Outcome {
	until, filing := e.VerificationValidUntil, f.filing()
	switch {
	case e.Verification == forms.VerifiedByReport || !until.Known() || until.First() >= filing.Last():
		return Pass
	case until.Last() < filing.First():
		return Todo
	}
	return Confirm
}

func awardedBefore(f *facts, e forms.Education, _ Outcome) Finding {
	return notApplicable(say.F("%s在%d年以前取得，通知没有要求核验；建议带原件", rowName(e), f.notice.Verify.SinceYear))
}

// verificationAnswer goes through what is not ruled out by origin, level and date;
// without is the outcome of an education without proof.
func verificationAnswer(e forms.Education, i int, without, with Outcome) span {
	all := span{least: NotApplicable, most: without}
	if e.Origin == "" {
		all.asks = append(all.asks, ask(forms.EducationOrigin, i))
	}
	if e.Level == "" {
		all.asks = append(all.asks, ask(forms.EducationGrade, i))
	}
	if !e.AwardDate.Known() {
		all.asks = append(all.asks, ask(forms.EducationAward, i))
	}
	if len(all.asks) == 0 {
		all.least = Pass
	}
	switch {
	case oneOf(e.Verification, forms.VerifiedByRegistrationForm, forms.VerifiedByReport):
		all.most = with
	case e.Verification == "":
		all.most = max(without, with)
		if e.Origin == forms.OriginDomestic {
			all.asks = append(all.asks, ask(forms.EducationVerification, i))
		}
	}
	if len(all.asks) == 0 {
		return known(all.most)
	}
	return all
}

func verificationWords(f *facts, e forms.Education, o Outcome) Finding {
	switch {
	case e.Verification == forms.VerifiedByReport:
		return pass(say.F("%s有认证报告", rowName(e)))
	case e.Verification != forms.VerifiedByRegistrationForm:
		return verificationOpen(f, e, o)
	case o == Pass:
		return pass(say.F("%s有备案表", rowName(e)))
	}
	until, renew := e.VerificationValidUntil.Chinese(), say.F("登录学信网延长在线验证的有效期，或重新打印备案表")
	if o == Todo {
		return beforeFiling(f, todo(say.F("%s的备案表有效期到%s，申报时已经过期", rowName(e), until), renew, ActorSelf))
	}
	r := confirm(say.F("%s的备案表有效期到%s，申报时过没过期要看是哪一天", rowName(e), until), renew)
	r.Question = say.F("请问：我的%s的备案表有效期到%s，申报时还有效吗？", rowName(e), until)
	return r
}

func verificationOpen(f *facts, e forms.Education, outcome Outcome) Finding {
	if outcome == Confirm {
		r := confirm(say.F("%s没有备案表或认证报告，“%d年以后”包不包括这个时间通知没有写", rowName(e), f.notice.Verify.SinceYear), say.F("能办就办一份备案表（学信网打印）"))
		r.Question = say.F("请问：我的%s，要不要备案表或认证报告？", rowName(e))
		return r
	}
	return beforeFiling(f, todo(say.F("%s还没有备案表或认证报告", rowName(e)),
		say.F("登录学信网打印%s，或办学历认证报告，二选一", f.notice.Paper(EducationVerification, say.F("学历备案表"))), ActorSelf))
}

// unverified is the outcome of an education of that date without proof.
func unverified(f *facts, award forms.Date) Outcome {
	o, _ := onDate(award, func(d forms.Day) Outcome {
		year, _, _ := d.Date()
		switch since := f.notice.Verify.SinceYear; {
		case year < since:
			return NotApplicable
		case year == since:
			return Confirm
		}
		return Todo
	})
	return o
}

// educationForeign holds 三（四）: 「国外学历、学位，须提供教育部留学服务中心认证的《国外学历学位认证书》」.
var educationForeign = Check{
	ID: ForeignEducation, Title: say.F("国外学历认证"), Step: forms.StepEducation, judge: judgeEducationForeign,
	Dated: true, InRows: inRows(forms.EducationOrigin, forms.EducationAward, forms.EducationCertificate), needs: naming(ForeignEducation, say.F("国外学历学位认证书")),
}

func judgeEducationForeign(f *facts) Finding {
	return educationRows(f, certificateOf(forms.OriginForeign, say.F("没有国外学历"), f.notice.Paper(ForeignEducation, say.F("国外学历学位认证书"))))
}

// educationHKMT holds 三（四）: 「港、澳、台地区的学历、学位须提供教育部留学服务中心认证的《港澳台学历学位认证书》」.
var educationHKMT = Check{
	ID: HKMTEducation, Title: say.F("港澳台学历认证"), Step: forms.StepEducation, judge: judgeEducationHKMT,
	Dated: true, InRows: inRows(forms.EducationOrigin, forms.EducationAward, forms.EducationCertificate), needs: naming(HKMTEducation, say.F("港澳台学历学位认证书")),
}

func judgeEducationHKMT(f *facts) Finding {
	return educationRows(f, certificateOf(forms.OriginHKMT, say.F("没有港澳台学历"), f.notice.Paper(HKMTEducation, say.F("港澳台学历学位认证书"))))
}

func certificateOf(origin forms.Origin, none, paper say.Text) rowJudge {
	return func(_ *facts, e forms.Education, i int) (span, rowWords) {
		switch e.Origin {
		case origin:
			return certificateSpan(e, i), func(f *facts, e forms.Education, _ Outcome) Finding {
				return certificateAnswer(f, e, paper)
			}
		case "":
			return open(NotApplicable, certificateSpan(e, i).most, ask(forms.EducationOrigin, i)), nil
		}
		return known(NotApplicable), noneOf(none)
	}
}

func certificateSpan(e forms.Education, i int) span {
	switch e.OverseasCertificate {
	case forms.Yes:
		return known(Pass)
	case forms.No:
		return known(Todo)
	case forms.YesNoOpen:
		return known(Confirm)
	}
	return open(Pass, Todo, ask(forms.EducationCertificate, i))
}

func certificateAnswer(f *facts, e forms.Education, paper say.Text) Finding {
	r := ready(e.OverseasCertificate, forms.EducationCertificate.Info, readiness{
		done:     say.F("%s有%s", rowName(e), paper),
		open:     say.F("%s还没有%s", rowName(e), paper),
		unsure:   say.F("%s有没有%s", rowName(e), paper),
		remedy:   say.F("向教育部留学服务中心申请%s；办理要几个星期，请尽早", paper),
		question: say.F("请问：我的%s，申报时还没拿到%s，能不能先报？", rowName(e), paper),
		who:      []Actor{ActorSelf},
	})
	if r.Outcome == Todo {
		return beforeFiling(f, r)
	}
	return r
}
