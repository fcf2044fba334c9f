package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// All returns every check of a notice in the fixed order in which findings are
// written. A section that the notice does not have brings no checks, and neither does
// a check for which it cites no words: nobody fails a rule that cannot be shown.
func All(n *notice.Notice) []Check {
	return slices.DeleteFunc(offered(n), func(c Check) bool { return len(n.Cite(c.Key)) == 0 })
}

// offered are the checks that the sections of a notice bring, cited or not.
func offered(n *notice.Notice) []Check {
	checks := slices.Concat(
		[]Check{employmentIn(n), scopeCivilServant, scopeResidencePermit, planMatch},
		[]Check{affiliationAlignment, entrustedReview, reportChannel, unitAccount, recordReview, personalAccount},
		insuranceChecks(n),
		where(n.Verify != nil, educationVerification),
		[]Check{educationForeign, educationHKMT},
		hoursChecks(n),
		where(n.Engineer != nil, tenureForestryEngineer),
		where(n.Has(notice.CutoffDay), tenureExternal),
		where(n.Engineer != nil, departmentCondition, exceptionalYears, exceptionalItems),
		[]Check{languageComputerPaper},
		interviewChecks(n),
		[]Check{truthfulnessCommitment, disciplineDisclosure},
		where(n.Discipline != nil, disciplineTwoYearDelay, disciplineThreeYearBan),
		[]Check{postInformationForm, postVacancy},
		[]Check{photoFormat, photoFileSize, photoPixels, photoRatio, photoBackground, statementLength, achievementsPeriod},
		where(n.Has(notice.IndividualDay), deadlineIndividual),
		where(n.Has(notice.UnitDay), deadlineUnit),
		where(n.Has(notice.SystemDay) && n.Publicity != nil, publicityWindow),
		where(n.Has(notice.PaperDay), deadlinePaper),
		[]Check{committeeChoice},
		where(hasMaterial(n, PaperReviewForm), paperReviewForm),
		[]Check{fee, attachmentList, annualAssessment},
	)
	for i := range checks {
		if checks[i].Key == "" {
			checks[i].Key = checks[i].ID
		}
	}
	return checks
}

func hasMaterial(n *notice.Notice, key string) bool {
	_, has := n.Material(key)
	return has
}

// where returns the checks of a section that the notice has.
func where(has bool, checks ...Check) []Check {
	if !has {
		return nil
	}
	return checks
}

// here is the place of a notice, as its applicants call it.
func here(n *notice.Notice) say.Text { return n.Name(n.Place) }

func (f *facts) here() say.Text { return here(f.notice) }

func paths(fields ...forms.Field[forms.Applicant]) []string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = f.Path
	}
	return list
}

func inRows(fields ...forms.Field[forms.Education]) []forms.Field[forms.Education] { return fields }

func saying(text say.Text) func(*notice.Notice) say.Text {
	return func(*notice.Notice) say.Text { return text }
}

// naming says what the notice calls the paper of a check.
func naming(key string, other say.Text) func(*notice.Notice) say.Text {
	return func(n *notice.Notice) say.Text { return n.Paper(key, other) }
}

func byHours(rule string) func(notice.Plan) bool {
	return func(p notice.Plan) bool { return p.Hours == rule }
}

func byTenure(rule notice.TenureRule) func(notice.Plan) bool {
	return func(p notice.Plan) bool { return p.Tenure == rule }
}

func byInterview(rule string) func(notice.Plan) bool {
	return func(p notice.Plan) bool { return p.Interview == rule }
}
