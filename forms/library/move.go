package library

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
)

// Moved is an application that goes on under another notice, and what became of its
// answers.
type Moved struct {
	Applicant *forms.Applicant
	// Kept are the answers that stay, Again those that were given and have to be given
	// anew, New those that only the other notice asks for.
	Kept, Again, New []forms.Place
	Differences      []notice.Difference
}

// Move returns a copy of an application under another notice. What is of the person
// stays; what was about the old year is asked anew.
func Move(a *forms.Applicant, from, to Entry) Moved {
	b := a.Clone()
	to.Bind(b)
	b.Schedule = forms.Schedule{}
	b.Confirmed = nil
	b.Insurance.ContinuousMonths = forms.Number{}
	b.Discipline.CommitmentSigned = ""
	b.Unit.RecordReviewed = ""
	b.Post.Recommended, b.Post.FormStamps = "", ""
	b.Plan.Code, b.Plan.Route = "", ""
	if plan, ok := to.Notice.PlanFor(b.Plan.Specialty, b.Plan.Level); ok {
		b.Plan.Code = plan.Code
		if slices.Contains(plan.Routes, a.Plan.Route) {
			b.Plan.Route = a.Plan.Route
		}
	}
	years := to.Notice.Demands(b).Years
	for year := range b.ContinuingEducation {
		if !slices.Contains(years, year) {
			delete(b.ContinuingEducation, year)
		}
	}
	b.Statement = forms.NewWriting(b.Statement, to.Notice.Statement.Limit).Fitted().Statement
	m := Moved{Applicant: b, Differences: notice.Compare(from.Notice, to.Notice)}
	m.sort(a, from.Notice, to.Notice)
	return m
}

// Renew returns a copy of an application under a later version of its notice. Every
// answer stays; what the statement may no longer have becomes its overflow.
func Renew(a *forms.Applicant, to Entry) *forms.Applicant {
	b := a.Clone()
	to.Bind(b)
	b.Statement = forms.NewWriting(b.Statement, to.Notice.Statement.Limit).Fitted().Statement
	return b
}

// sort tells what became of each question.
func (m *Moved) sort(a *forms.Applicant, from, to *notice.Notice) {
	before := map[string]forms.Place{}
	for _, p := range asked(a, from.Demands(a)) {
		before[p.Path] = p
	}
	after := map[string]bool{}
	for _, p := range asked(m.Applicant, to.Demands(m.Applicant)) {
		after[p.Path] = true
		old, asked := before[p.Path]
		switch answered := asked && old.Text(a) != ""; {
		case !asked && p.Text(m.Applicant) == "":
			m.New = append(m.New, p)
		case answered && p.Text(m.Applicant) == "":
			m.Again = append(m.Again, p)
		case p.Text(m.Applicant) != "":
			m.Kept = append(m.Kept, p)
		}
	}
}

// asked are the questions that an application is asked.
func asked(a *forms.Applicant, d forms.Demands) []forms.Place {
	return slices.DeleteFunc(forms.Places(a, d), func(p forms.Place) bool { return !p.Applies(a, d) })
}
