package office

import "zhicheng/forms"

// SameUnit begins the application of a colleague: the unit with its account on the
// platform, where it and its people are kept, and the notice are those of another
// application. What is about the person is empty, also whether that person has an
// account, a reviewed record or an entrusted review.
func SameUnit(a *forms.Applicant) *forms.Applicant {
	b := forms.New(a.Notice)
	b.NoticeCopy = a.NoticeCopy
	b.Unit, b.Affiliation = a.Unit, a.Affiliation
	b.Unit.RecordReviewed, b.Unit.EntrustedReview = "", ""
	b.Scope.EmployedHere = a.Scope.EmployedHere
	return b
}
