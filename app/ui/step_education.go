package ui

import "zhicheng/forms"

var educations = list[forms.Education]{
	title: "学历%d", most: forms.MostEducations, full: "学历最多%d个，现在有%d个",
	at: func(a *forms.Applicant) *[]forms.Education { return &a.Education },
	of: forms.OfEducation,
	ask: []forms.Field[forms.Education]{
		forms.EducationGrade, forms.EducationOrigin, forms.EducationAward, forms.EducationIsLater,
		forms.EducationVerification, forms.EducationValidUntil, forms.EducationCertificate,
	},
}

func (p *page) buildEducation() {
	addRows(p, educations, 1)
	p.main.Add(adder(p, educations, "再加一个学历"))
	p.findings()
}
