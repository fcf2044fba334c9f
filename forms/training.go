package forms

import (
	"slices"

	"zhicheng/forms/say"
)

// Subject is a kind of hours of continuing education (三（三）).
type Subject string

// The subjects. The total is that of a whole year, whatever the subjects.
const (
	GeneralPublic  Subject = "general_public"
	IndustryPublic Subject = "industry_public"
	Professional   Subject = "professional"
	Total          Subject = "total"
)

// Subjects are all of them in the order in which a year asks for them.
var Subjects = []Subject{GeneralPublic, IndustryPublic, Professional, Total}

// Say returns the subject as it is said before its hours.
func (s Subject) Say() say.Text {
	switch s {
	case GeneralPublic:
		return say.F("一般公需")
	case IndustryPublic:
		return say.F("行业公需")
	case Professional:
		return say.F("专业科目")
	}
	return say.F("合计")
}

// Field returns the question about the subject's hours in a year.
func (s Subject) Field() Field[TrainingYear] {
	switch s {
	case GeneralPublic:
		return TrainingGeneralPublic
	case IndustryPublic:
		return TrainingIndustryPublic
	case Professional:
		return TrainingProfessional
	}
	return TrainingTotal
}

// Of returns the hours of a subject.
func (y TrainingYear) Of(s Subject) Number {
	switch s {
	case GeneralPublic:
		return y.GeneralPublic
	case IndustryPublic:
		return y.IndustryPublic
	case Professional:
		return y.Professional
	}
	return y.Total
}

// HoursRow asks for hours of one or several subjects in each year of a rule. The
// notice's data is made of them.
type HoursRow struct {
	Check    string    `json:"check"` // the key of the check that judges it
	Subjects []Subject `json:"subjects"`
	Least    int       `json:"least"` // hours a year
	Reading  Reading   `json:"reading,omitempty"`
}

// Reading says how the hours of several subjects reach what is asked; "" for one
// subject.
type Reading string

// The readings.
const (
	Together Reading = "together" // their sum
	Each     Reading = "each"     // each by itself
	Unclear  Reading = "unclear"  // the notice can be read in both ways
)

// Names returns the row's subjects as they are said before their hours.
func (r HoursRow) Names() say.Text {
	names := make([]say.Text, len(r.Subjects))
	for i, s := range r.Subjects {
		names[i] = s.Say()
	}
	return say.Join("、", names...)
}

// Hours returns the hours of the row's subjects that are known: their sum, or the
// fewest where each has to reach. They are not known while none is, and what cannot be
// read where something was typed that is no number.
func (r HoursRow) Hours(y TrainingYear) Number {
	var known []Hundredths
	for _, s := range r.Subjects {
		n := y.Of(s)
		if !n.Problem().Empty() {
			return n
		}
		if n.Known() {
			known = append(known, n.Value())
		}
	}
	switch {
	case len(known) == 0:
		return Number{}
	case r.Reading == Each:
		return Exactly(slices.Min(known))
	}
	sum := Hundredths(0)
	for _, hours := range known {
		sum += hours
	}
	return Exactly(sum)
}

// Open returns the subjects whose hours are not known.
func (r HoursRow) Open(y TrainingYear) []Subject {
	return slices.DeleteFunc(slices.Clone(r.Subjects), func(s Subject) bool { return y.Of(s).Known() })
}

// Gap returns how many hours are short, by the sum of the subjects and with each by
// itself; what is not known counts as none.
func (r HoursRow) Gap(y TrainingYear) (sum, each Hundredths) {
	least := Whole(r.Least)
	sum = least
	for _, s := range r.Subjects {
		hours := y.Of(s).Value()
		sum -= hours
		each += max(0, least-hours)
	}
	return max(0, sum), each
}

// Short returns how many hours are missing by the easiest reading of the row.
func (r HoursRow) Short(y TrainingYear) Hundredths {
	sum, each := r.Gap(y)
	if r.Reading == Each {
		return each
	}
	return sum
}

// Employment is what the answers tell of an applicant's work in a year.
type Employment int

// What they tell.
const (
	EmploymentOpen   Employment = iota // nothing
	NotEmployed                        // not yet, or not in that year
	EmploymentBegan                    // work began in the year
	Employed                           // work began before
	EmploymentUnsure                   // the applicant does not know
)

// EmploymentIn returns what the answers tell of a year: 否 for the year itself, then
// the day on which work began, then the year's answer.
func (a *Applicant) EmploymentIn(year int) Employment {
	answer, start := a.ContinuingEducation[year].Employed, a.Career.TechnicalWorkStart
	switch {
	case answer == No, start.Known() && year < start.First().Year():
		return NotEmployed
	case start.Known() && year <= start.Last().Year():
		return EmploymentBegan
	case start.Known(), answer == Yes:
		return Employed
	case answer == YesNoOpen:
		return EmploymentUnsure
	}
	return EmploymentOpen
}

// asksEmployment reports whether it has to be asked if the applicant worked in the
// year that the demands are narrowed to: only where hours are short and nothing else
// tells. The running year can still be made up. 否 counts, so it is shown.
func (d Demands) asksEmployment(a *Applicant, y *TrainingYear) bool {
	if y.Employed == No {
		return len(d.Hours) > 0 || d.Evidence
	}
	year := d.Years[0]
	return year < d.Running && !a.Career.TechnicalWorkStart.Known() &&
		slices.ContainsFunc(d.Hours, func(r HoursRow) bool { return len(r.Open(*y)) == 0 && r.Short(*y) > 0 })
}

// inYear returns the demands of the i-th year alone.
func (d Demands) inYear(i int) Demands {
	d.Years = d.Years[i : i+1]
	return d
}
