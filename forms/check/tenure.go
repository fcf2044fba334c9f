package check

import (
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// holding is how long the present title has been held by the cut-off, seen from
// the qualification and from the appointment (三（六）): the later of the two
// counts, and where only one of them meets the years it has to be asked.
type holding struct {
	span
	start   forms.Date // the later known date
	undated bool       // a month whose days disagree
	onlyOne bool       // only one of the two dates meets the years
	gap     int        // days short, seen from start
}

// held judges n years of office by the cut-off. Short by at most so many months it is
// a question, where the notice says 左右; so is a day that only counting both the first
// and the last day makes up for.
func held(f *facts, years, slack int) holding {
	cutoff := f.notice.Cutoff()
	h := holding{start: start(f.Title)}
	if h.start.Known() {
		h.gap = max(0, int(h.start.Last().AddYears(years)-cutoff))
	}
	outcomes := map[Outcome]bool{}
	for _, d := range []forms.Date{f.Title.QualifiedDate, f.Title.AppointedDate} {
		if d.Known() {
			o, month := onDate(d, byCutoff(f, years, slack))
			outcomes[o] = true
			h.undated = h.undated || month
		}
	}
	h.onlyOne = outcomes[Fail] && outcomes[Pass]
	h.span = holdingSpan(outcomes, titleOpen(f))
	return h
}

// byCutoff judges whether years from a day are over by the cut-off.
func byCutoff(f *facts, years, slack int) func(forms.Day) Outcome {
	cutoff := f.notice.Cutoff()
	return func(d forms.Day) Outcome {
		switch {
		case d.AddYears(years) <= cutoff:
			return Pass
		case d.AddMonths(monthsPerYear*years-slack) <= cutoff+1:
			return Confirm
		}
		return Fail
	}
}

const monthsPerYear = 12

// holdingSpan is what the outcomes of the known dates leave open.
func holdingSpan(outcomes map[Outcome]bool, asks []forms.Info) span {
	switch {
	case outcomes[Confirm] || outcomes[Fail] && outcomes[Pass]:
		return known(Confirm)
	case len(asks) == 0 && outcomes[Fail]:
		return known(Fail)
	case len(asks) == 0:
		return known(Pass)
	case outcomes[Fail]:
		return open(Confirm, Fail, asks...)
	case outcomes[Pass]:
		return open(Pass, Confirm, asks...)
	}
	return open(Pass, Fail, asks...)
}

// start returns the day from which the present title counts: the later of
// qualification and appointment, as far as they are known.
func start(t forms.Title) forms.Date {
	q, a := t.QualifiedDate, t.AppointedDate
	if a.Known() && (!q.Known() || a.Last() >= q.Last()) {
		return a
	}
	return q
}

// titleOpen returns the dates of the title that are not known yet.
func titleOpen(f *facts) []forms.Info {
	var asks []forms.Info
	if !f.Title.QualifiedDate.Known() {
		asks = append(asks, forms.TitleQualified.Info)
	}
	if !f.Title.AppointedDate.Known() {
		asks = append(asks, forms.TitleAppointed.Info)
	}
	return asks
}

// tenureText says from when to when, and how long that is.
func tenureText(f *facts, start forms.Date) say.Text {
	cutoff := f.notice.Cutoff()
	if start.First() > cutoff {
		return say.F("任职时间%s在截止日%s以后", start.Chinese(), cutoff.Chinese())
	}
	text := say.F("从%s到%s共%s", start.Chinese(), cutoff.Chinese(), forms.Between(start.Last(), cutoff))
	if !start.Exact() {
		return say.F("%s（按月末算）", text)
	}
	return text
}

// office judges years in the title below the level that is applied for. Another title
// has to be asked about, and so have dates that contradict; without one the years of technical work could be meant, which
// may be read as the work of that title.
func office(f *facts, years, slack int) span {
	titled := held(f, years, slack).span
	if _, contradicts := beforeWork(f); contradicts {
		titled = known(Confirm)
	}
	switch current := f.Title.Current; {
	case f.rightTitle():
		return titled
	case current == forms.TitleNone:
		return technicalYears(f, years, slack)
	case current == "":
		return either([]forms.Info{forms.TitleCurrent.Info}, titled, technicalYears(f, years, slack), known(Confirm))
	}
	return known(Confirm)
}

// rightTitle reports the title below the level that is applied for.
func (f *facts) rightTitle() bool {
	steps, ladder := f.plan.Level.Above(f.Title.Current)
	return ladder && steps == 1
}

// beforeWork returns a date of the title that is before the start of the work: one of
// them must be wrong.
func beforeWork(f *facts) (title forms.Date, found bool) {
	work := f.Career.TechnicalWorkStart
	for _, d := range []forms.Date{f.Title.QualifiedDate, f.Title.AppointedDate} {
		if d.Known() && work.Known() && d.Last() < work.First() {
			return d, true
		}
	}
	return title, false
}

// technicalYears: without a title the years of technical work may count, and nobody has
// more years of office than of work.
func technicalYears(f *facts, years, slack int) span {
	work := f.Career.TechnicalWorkStart
	if !work.Known() {
		return open(Confirm, Fail, forms.CareerStart.Info)
	}
	if o, _ := onDate(work, byCutoff(f, years, slack)); o == Fail {
		return known(Fail)
	}
	return known(Confirm)
}

// workText says how long the applicant has done technical work.
func workText(f *facts) say.Text {
	switch work := f.Career.TechnicalWorkStart; {
	case !work.Known():
		return say.Text{}
	case work.First() > f.notice.Cutoff():
		return say.F("专业技术工作从%s才开始", work.Chinese())
	default:
		return say.F("专业技术工作%s", tenureText(f, work))
	}
}

// titleQuestion asks about a title that is not the one below the level.
func titleQuestion(f *facts) Finding {
	current, level := forms.TitleCurrent.OptionLabel(string(f.Title.Current)), f.notice.Label(forms.PlanLevel.Info, string(f.plan.Level))
	remedy := say.F("填错了请改“现职称”；没填错的先问单位人事和通知的联系人")
	var r Finding
	switch steps, ladder := f.plan.Level.Above(f.Title.Current); {
	case !ladder:
		r = confirm(say.F("现职称是其他系列的；能不能直接按正常申报%s，通知没有写", level), remedy)
		r.Question = say.F("请问：我的现职称是其他系列的，能不能按正常申报%s，要不要先转评？", level)
	case steps < 1:
		r = confirm(say.F("现职称已经是%s，这次报的是%s", current, level), remedy)
		r.Question = say.F("请问：我已经是%s，还能不能申报%s？", current, level)
	default:
		r = confirm(say.F("现职称是%s，离%s中间还隔一级", current, level), remedy)
		r.Question = say.F("请问：我的现职称是%s，能不能直接申报%s？", current, level)
	}
	return r
}

// contradiction words dates of which one must be wrong.
func contradiction(f *facts, title forms.Date) Finding {
	work := f.Career.TechnicalWorkStart
	r := confirm(say.F("任职时间%s早于开始专业技术工作的%s，两个日期对不上", title.Chinese(), work.Chinese()), say.F("核对这两个日期，填错了请改；没填错的先问单位人事"))
	r.Question = say.F("请问：我的任职时间%s早于开始专业技术工作的%s，任职年限从哪一天算？", title.Chinese(), work.Chinese())
	return r
}
