package check

import (
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// filing is the day on which the applicant files online: the planned one, and while
// there is none the last on which it is possible (四（一）).
func (f *facts) filing() forms.Date {
	if submit := f.Schedule.IndividualSubmit; submit.Known() {
		return submit
	}
	return forms.OnDay(f.notice.Filing().Day.Day)
}

// degree is an education that counts: one got by the cut-off (三（六）).
type degree struct {
	forms.Education
	row  int  // in the file
	soon bool // may not be there yet on the filing day
	may  bool // or may be, as it is of the month of the filing day
}

// degrees are the educations that count. Without any there is one with nothing in it,
// for the row behind the last: what is not filled in yet.
func (f *facts) degrees() []degree {
	degrees := make([]degree, 0, max(1, len(f.Education)))
	for i, e := range f.Education {
		if !f.notGot(e) {
			degrees = append(degrees, degree{e, i, f.awardedLate(e.AwardDate), f.awardedThen(e.AwardDate)})
		}
	}
	if len(degrees) == 0 {
		degrees = append(degrees, degree{row: len(f.Education)})
	}
	return degrees
}

// notGot reports an education that nobody can have by the cut-off: it counts in no check.
func (f *facts) notGot(e forms.Education) bool {
	return e.AwardDate.Known() && e.AwardDate.First() > f.notice.Cutoff()
}

// awardedLate reports a day after the filing day, or a month in which it may be.
func (f *facts) awardedLate(award forms.Date) bool {
	return award.Known() && award.Last() > f.filing().First()
}

// awardedThen reports a month of which some days are before the filing day and some after.
func (f *facts) awardedThen(award forms.Date) bool {
	return f.awardedLate(award) && award.First() <= f.filing().Last()
}

// span is s for this degree: what is not there on the filing day makes nothing better
// than a question.
func (d degree) span(s span) span {
	switch later := unsettled(s.most); {
	case d.soon:
		s.least, s.most = unsettled(s.least), later
		if s.decided() {
			s.asks = nil
		}
	case !d.AwardDate.Known() && later != s.most:
		s.most, s.asks = later, append(s.asks, ask(forms.EducationAward, d.row))
	}
	return s
}

func unsettled(o Outcome) Outcome {
	if o == Pass {
		return Confirm
	}
	return o
}

// words adds to a finding on a degree that it is not there on the filing day.
func (d degree) words(r Finding) Finding {
	if !d.soon {
		return r
	}
	text := say.F("这个学历申报时还没有取得")
	question := say.F("请问：我的%s在申报以后、截止日以前取得，能不能按它申报？", rowName(d.Education))
	if d.may {
		text = say.F("这个学历和申报在同一个月，申报时可能还没有取得")
		question = say.F("请问：我的%s和申报在同一个月，申报时还没有取得的，能不能按它申报？", rowName(d.Education))
	}
	switch r.Outcome {
	case Pass:
		needed := r.Needed
		r = confirm(say.Join("；", r.Found, text), say.F("取得以后再申报最稳妥；来不及的，先问单位和通知的联系人"))
		r.Needed, r.Question = needed, question
	case Confirm:
		r.Found = say.Join("；", r.Found, text)
	}
	return r
}

// missingDegree is the finding of a check of which nothing is known: that there is no
// degree that counts, or which questions would tell.
func (f *facts) missingDegree(s span) Finding {
	r := s.missing()
	if len(f.Education) == 0 {
		return r
	}
	for _, e := range f.Education {
		if !f.notGot(e) {
			return r
		}
	}
	r.Found = say.F("%s还没有取得，不算；请填已经取得的学历", rowName(f.Education[0]))
	return r
}
