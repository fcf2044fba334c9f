package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// truthfulnessCommitment holds 附件1-5: 「使用微信等手机应用扫描二维码，在线签署《专业技术资格
// 申报材料真实性保证书》」.
var truthfulnessCommitment = Check{
	ID: TruthfulnessCommitment, Title: say.F("真实性保证书"), Step: forms.StepIntegrity, judge: judgeTruthfulnessCommitment,
	Dated: true, Reads: paths(forms.CommitmentSigned), needs: saying(say.F("在线签署保证书")),
}

func judgeTruthfulnessCommitment(f *facts) Finding {
	r := ready(f.Discipline.CommitmentSigned, forms.CommitmentSigned.Info, readiness{
		done:     say.F("《专业技术资格申报材料真实性保证书》已签"),
		open:     say.F("《专业技术资格申报材料真实性保证书》还没签"),
		remedy:   say.F("申报时在平台上用手机微信等扫码在线签，手机要带在身边"),
		question: say.F("请问：真实性保证书在平台哪一步签？"),
		who:      []Actor{ActorSelf},
	})
	if r.Outcome == Todo {
		r.Due = Due{Day: f.notice.Dates.Individual.Day.Day, Set: true}
	}
	return toFile(f, r)
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
)

// duringTitle reports whether d lies on or after the start of the present title;
// asks are the dates of the title that could tell.
func duringTitle(f *facts, d forms.Date) (when membership, asks []forms.Info) {
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
	if !f.Discipline.Date.Known() {
		asks = append([]forms.Info{forms.DisciplineDate.Info}, asks...)
	}
	return when, asks
}

// disciplineDisclosure holds 六（二）3: 「任现职期间，曾有严重违反纪律行为而受到处分或有违法违纪行为
// 仍在处理、处罚、处分阶段，在申报材料中未反映」. What is punished is not disclosing.
var disciplineDisclosure = Check{
	ID: DisciplineDisclosure, Title: say.F("如实反映处分"), Step: forms.StepIntegrity, judge: judgeDisciplineDisclosure,
	Reads: paths(forms.DisciplineSanction, forms.DisciplineDate, forms.DisciplinePending, forms.DisciplineDisclosed,
		forms.TitleQualified, forms.TitleAppointed),
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
		return pass(say.F("处分或正在处理的问题已经写进申报材料"))
	case all.least == Fail:
		return fail(say.F("任现职期间的处分或正在处理的问题还没写进申报材料"),
			disclosureRemedy(f.notice))
	}
	r := confirm(say.F("处分、正在处理的问题或有没有写进材料，有一项不确定"), say.F("问单位人事，弄清后改答案；宁可写进材料"))
	r.Question = say.F("请问：我任现职期间有没有要写进申报材料的处分或正在处理的问题？")
	return r
}

// disclosureRemedy says how long nobody can apply after a cancelled evaluation.
func disclosureRemedy(n *notice.Notice) say.Text {
	if n.Discipline == nil {
		return say.F("如实写进材料；不写会取消资格。正在处理的能不能报，通知没有写，先问单位")
	}
	return say.F("如实写进材料；不写会取消资格，次年起%d年不能评。正在处理的能不能报，通知没有写，先问单位", n.Discipline.BanYears)
}

// disclosureSpan goes through what is still possible of the three facts.
func disclosureSpan(f *facts) span {
	sanctions, sanctionAsks := possibleSanctions(f)
	pending := possible(f.Discipline.Pending, forms.DisciplinePending.Info)
	disclosed := possible(f.Discipline.Disclosed, forms.DisciplineDisclosed.Info)
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
	if !f.Discipline.Sanctioned() {
		return append(all, outside, doubtful), []forms.Info{forms.DisciplineSanction.Info}
	}
	return all, asks
}

// disclosure judges three known facts: the sanction, whether something is pending,
// and whether it was disclosed.
func disclosure(sanction membership, pending, disclosed forms.Answer) Outcome {
	matters := sanction == inside || pending == forms.Yes
	doubt := sanction == doubtful || pending == forms.YesNoOpen
	switch {
	case matters && disclosed == forms.No:
		return Fail
	case matters && disclosed == forms.Yes && !doubt:
		return Pass
	case matters, doubt, sanction == unclear:
		return Confirm
	}
	return NotApplicable
}

// disciplineTwoYearDelay holds 六（二）: 「任现职期间，受记过以上处分或已定性为技术责任事故的直接
// 责任者，延迟2年申报」. From when the two years run is not said: from the
// sanction (A), or as two more years of office (B).
var disciplineTwoYearDelay = Check{
	ID: "discipline-two-year-delay", Title: say.F("延迟申报"), Step: forms.StepIntegrity, judge: judgeDisciplineTwoYearDelay, only: anyPlan,
	Reads: paths(forms.DisciplineSanction, forms.DisciplineDate, forms.TitleQualified, forms.TitleAppointed,
		forms.ScheduleSubmit, forms.PlanRoute, forms.PlanChoice),
	InRows: inRows(forms.EducationGrade, forms.EducationAward),
	needs: func(n *notice.Notice) say.Text {
		return say.F("受记过以上处分延迟%d年", n.Discipline.DelayYears)
	},
}

func judgeDisciplineTwoYearDelay(f *facts) Finding {
	switch f.Discipline.Sanction {
	case forms.SanctionNone, forms.SanctionWarning:
		return notApplicable(say.F("没有记过以上处分，也不是技术责任事故直接责任者"))
	case forms.SanctionParty:
		r := confirm(say.F("党纪处分与“记过以上”怎么对应，通知没有写"), say.F("问单位人事和通知的联系人"))
		r.Question = say.F("请问：党纪处分算不算“记过以上处分”，要不要延迟%d年申报？", f.notice.Discipline.DelayYears)
		return r
	case forms.SanctionUnsure:
		r := confirm(say.F("您不确定有没有记过以上处分"), say.F("问单位人事，弄清后改答案"))
		r.Question = say.F("请问：我任现职期间有没有记过以上处分？")
		return r
	case forms.SanctionDemerit, forms.SanctionMajorDemeritOrAbove, forms.SanctionAccident:
	default:
		return missing(forms.DisciplineSanction.Info)
	}
	when, asks := sanctionedDuringTitle(f)
	switch when {
	case outside:
		return notApplicable(say.F("处分在取得现职称以前"))
	case unknown, early:
		return missing(asks...)
	case unclear:
		return confirm(say.F("处分日期和任现职的开始在同一个月，分不出先后"), say.F("把这几个日期都填到日"))
	}
	return delayByReadings(f)
}

// delayByReadings compares both readings of the two years.
func delayByReadings(f *facts) Finding {
	a, b := delayFromSanction(f), delayOfTenure(f)
	both := agreement(a, b)
	if !both.decided() {
		return both.missing()
	}
	years := f.notice.Discipline.DelayYears
	text := say.F("%s受“%s”：按处分日起满%d年算%s；按年限加%d年算%s", f.Discipline.Date.Chinese(), forms.DisciplineSanction.OptionLabel(string(f.Discipline.Sanction)), years, readingText(a), years, readingText(b))
	switch both.least {
	case Pass:
		return pass(text)
	case Fail:
		return fail(text, say.F("两种算法都还没到，延到满%d年以后再报", years))
	}
	r := confirm(text, say.F("从哪一天起算，通知没有写，问单位和通知的联系人"))
	r.Question = say.F("请问：我%s受处分，“延迟%d年申报”从哪一天起算，今年能不能报？", f.Discipline.Date.Chinese(), years)
	return r
}

// agreement of two readings: both hold, both fail, or it has to be asked.
func agreement(a, b span) span {
	hold, refuse := a.least == Pass && b.least == Pass, a.most == Fail && b.most == Fail
	if a.decided() && b.decided() && (hold || refuse) {
		return known(a.least)
	}
	all := known(Confirm)
	if hold {
		all.least = Pass
	}
	if refuse {
		all.most = Fail
	}
	for _, reading := range []span{a, b} {
		if !all.decided() && !reading.decided() {
			all.asks = append(all.asks, reading.asks...)
		}
	}
	return all
}

func readingText(s span) say.Text {
	switch {
	case s.decided() && s.least == Pass:
		return say.F("已满")
	case s.decided() && s.least == Fail:
		return say.F("未满")
	}
	return say.F("说不准")
}

// delayFromSanction counts from the sanction to the filing day.
func delayFromSanction(f *facts) span {
	submit := f.filing()
	years := f.notice.Discipline.DelayYears
	date := f.Discipline.Date
	switch {
	case date.Last().AddYears(years) <= submit.First():
		return known(Pass)
	case date.First().AddYears(years) > submit.Last():
		return known(Fail)
	}
	return known(Confirm)
}

// delayOfTenure adds the delay to the years of office; only a plan whose years
// the notice holds can be computed, and only the normal route.
func delayOfTenure(f *facts) span {
	if f.plan.Tenure != notice.TenureEngineer {
		return known(Confirm)
	}
	switch f.route() {
	case forms.RouteNormal:
		return delayedTenure(f)
	case "":
		return either([]forms.Info{forms.PlanRoute.Info}, delayedTenure(f), known(Confirm))
	}
	return known(Confirm)
}

func delayedTenure(f *facts) span {
	rows := f.degrees()
	spans := make([]span, len(rows))
	for i, e := range rows {
		levels := possible(e.Level, forms.EducationGrade.Info)
		parts := make([]span, len(levels))
		for k, level := range levels {
			parts[k] = delayedAt(f, level)
		}
		if spans[i] = parts[0]; len(parts) > 1 {
			spans[i] = either([]forms.Info{ask(forms.EducationGrade, e.row)}, parts...)
		}
		spans[i] = e.span(spans[i])
	}
	return best(spans...)
}

func delayedAt(f *facts, level forms.EducationLevel) span {
	rule, ok := yearsFor(f, level)
	if !ok {
		return known(Confirm)
	}
	return held(f, rule.Years+f.notice.Discipline.DelayYears, rule.About).span
}

// disciplineThreeYearBan holds 六（二）: 「取消评审资格，已通过评审的取消其任职资格，并在评审次年起
// 3年内不得参加评审」. Full senior engineers are not named there; they are judged alike.
var disciplineThreeYearBan = Check{
	ID: "discipline-three-year-ban", Title: say.F("取消资格以后"), Step: forms.StepIntegrity, judge: judgeDisciplineThreeYearBan,
	Reads: paths(forms.DisciplineCancelled),
	needs: func(n *notice.Notice) say.Text {
		return say.F("取消资格次年起%d年不得参加", n.Discipline.BanYears)
	},
}

func judgeDisciplineThreeYearBan(f *facts) Finding {
	cancelled := f.Discipline.CancelledYear
	switch {
	case cancelled.Text() == "":
		return notApplicable(say.F("没有被取消过评审资格"))
	case !cancelled.Known() || cancelled.Value()%100 != 0:
		return missing(forms.DisciplineCancelled.Info)
	}
	year, ban := int(cancelled.Value()/100), f.notice.Discipline.BanYears
	text := say.F("%d年评审时被取消资格，%d—%d年不能参加评审", year, year+1, year+ban)
	if year+1 <= f.notice.Year && f.notice.Year <= year+ban {
		return fail(text, say.F("%d年起可以再报", year+ban+1))
	}
	return pass(text)
}
