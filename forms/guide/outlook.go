package guide

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// outlookYears is how far the outlook goes.
const outlookYears = 10

// Outlook says from which year on an application would no longer fail for want of
// time, what stands against it until then, and what changes besides, if the rules
// stayed as they are. It is no verdict: a later notice can say anything. It never
// names a year whose last filing day is before today, and is empty where time changes
// nothing.
func Outlook(n *notice.Notice, a *forms.Applicant, today forms.Date) []say.Text {
	o := newOutlook(n, a, today)
	var said []say.Text
	if held := o.held(); len(held) > 0 && o.earliest() > 0 {
		said = append(said, say.F("照%d年度通知的规定推算，时间上最早%d年度可以申报；以后年度的规定可能变，以当年通知为准。", n.Year, o.earliest()))
		said = append(said, held...)
	}
	said = append(said, o.eased()...)
	said = append(said, o.office()...)
	return append(said, o.insured()...)
}

// outlook is an application under the notice of each year from the first on in which
// it can still be filed.
type outlook struct {
	notice  *notice.Notice
	a       *forms.Applicant // without what is about one year alone
	today   forms.Date
	first   int
	reports []check.Report // of the years first, first+1, …
}

func newOutlook(n *notice.Notice, a *forms.Applicant, today forms.Date) *outlook {
	o := &outlook{notice: n, a: timeless(n, a, today), today: today, first: n.Year}
	for today.Known() && n.Filing().Day.AddYears(o.first-n.Year) < today.First() {
		o.first++
	}
	for year := o.first; year <= o.first+outlookYears; year++ {
		o.reports = append(o.reports, check.Run(n.Shifted(year-n.Year), o.a))
	}
	return o
}

// timeless is an application without its planned days, and without the hours of years
// that are not over: they can still be made up.
func timeless(n *notice.Notice, a *forms.Applicant, today forms.Date) *forms.Applicant {
	b := a.Clone()
	b.Schedule = forms.Schedule{}
	running := n.Year
	if today.Known() {
		running = today.First().Year()
	}
	for year := range b.ContinuingEducation {
		if year >= running {
			delete(b.ContinuingEducation, year)
		}
	}
	return b
}

// until returns the first year in which a finding of the first report is no longer one
// of the given outcomes; 0 where it is all along.
func (o *outlook) until(id string, outcomes ...check.Outcome) int {
	for i, report := range o.reports {
		f, asked := report.Find(id)
		if !asked || !is(f, outcomes...) {
			return o.first + i
		}
	}
	return 0
}

func is(f check.Finding, outcomes ...check.Outcome) bool { return slices.Contains(outcomes, f.Outcome) }

// earliest is the first year in which nothing fails that fails now and does not fail
// for ever; 0 where there is none.
func (o *outlook) earliest() int {
	last := o.reports[len(o.reports)-1]
	for i, report := range o.reports {
		waiting := false
		for _, f := range report.Own(check.Fail) {
			end, _ := last.Find(f.ID)
			waiting = waiting || end.Outcome != check.Fail
		}
		if !waiting {
			return o.first + i
		}
	}
	return 0
}

// held says what fails now and until when.
func (o *outlook) held() []say.Text {
	var held []say.Text
	for _, f := range o.reports[0].Own(check.Fail) {
		if year := o.until(f.ID, check.Fail); year > 0 {
			held = append(held, say.F("%s：%s；推算到%d年度不再影响。", f.Title, f.Found, year))
		}
	}
	return held
}

// eased says what is a task or a question now and settles itself with time.
func (o *outlook) eased() []say.Text {
	var eased []say.Text
	for _, f := range o.reports[0].Findings {
		if !is(f, check.Todo, check.Confirm) || f.Standing {
			continue
		}
		year := o.until(f.ID, check.Todo, check.Confirm, check.Fail, check.Missing)
		if year == 0 {
			continue
		}
		if later, asked := o.reports[year-o.first].Find(f.ID); asked {
			eased = append(eased, say.F("%s：推算从%d年度起%s。", f.Title, year, later.Outcome.Word()))
		}
	}
	return eased
}

// office says how long the present title will have been held by the ends of the next
// years, where another document says how long it has to be.
func (o *outlook) office() []say.Text {
	plan, ok := o.notice.Plan(o.a.Plan.Code)
	start := o.a.Title.AppointedDate
	if !start.Known() {
		start = o.a.Title.QualifiedDate
	}
	if !ok || plan.Tenure != notice.TenureExternal || !start.Known() {
		return nil
	}
	var years []say.Text
	for year := o.first; year < o.first+3; year++ {
		cutoff := o.notice.Cutoff().AddYears(year - o.notice.Year)
		if held := forms.Between(start.First(), cutoff).Years; held > 0 {
			years = append(years, say.F("到%d年底满%d年", year, held))
		}
	}
	if len(years) == 0 {
		return nil
	}
	return []say.Text{say.F("任现职：%s；要几年写在%s里。", say.Join("、", years...), o.notice.Name(plan.Conditions.Document))}
}

// insured says on which day the months of social insurance are full, which were counted
// for this notice.
func (o *outlook) insured() []say.Text {
	months := o.a.Insurance.ContinuousMonths
	if o.notice.Insurance == nil || o.first != o.notice.Year || !months.Known() || !o.today.Known() || o.a.Insurance.NormalStatus == forms.No {
		return nil
	}
	missing := forms.Whole(o.notice.Insurance.Months) - months.Value()
	if missing <= 0 {
		return nil
	}
	whole := int((missing + 99) / 100)
	return []say.Text{say.F("社会保险不断缴的话，到%s满%d个月。", o.today.First().AddMonths(whole).Chinese(), o.notice.Insurance.Months)}
}
