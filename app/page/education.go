package page

import (
	"zhicheng/forms"
	"zhicheng/forms/say"
)

var educations = list[forms.Education]{
	title:  func(number int) say.Text { return say.F("学历%d", number) },
	most:   forms.MostEducations,
	full:   func(n int) say.Text { return say.F("学历最多%d个，现在有%d个", forms.MostEducations, n) },
	at:     func(a *forms.Applicant) *[]forms.Education { return &a.Education },
	places: forms.EducationPlaces,
}

func buildEducation(p *Page) {
	addRows(p, educations, 1)
	p.Main.Add(adder(p, educations, say.F("再加一个学历")))
	p.findings()
}
