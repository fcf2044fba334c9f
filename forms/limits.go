package forms

import (
	"zhicheng/forms/say"
)

// What an application file is made for. What exceeds a limit is read and kept, and
// said as a problem: nothing is cut.
const (
	MostEducations   = 50
	MostAchievements = 500
	MostYears        = 10     // of continuing education
	MostLine         = 200    // characters of a text on one line
	MostNote         = 2_000  // characters of a note or of a noted answer
	MostStatement    = 20_000 // characters of the statement and what does not fit into it
)

// excesses are the problems of what is too much as a whole.
func excesses(a *Applicant) []Problem {
	var problems []Problem
	tooMany := func(at string, n, most int, message say.Text) {
		if n > most {
			problems = append(problems, Problem{At: at, Message: message})
		}
	}
	educations, years, achievements := len(a.Education), len(a.ContinuingEducation), len(a.Achievements)
	tooMany(educationList, educations, MostEducations, say.F("学历最多%d个，现在有%d个", MostEducations, educations))
	tooMany(yearList, years, MostYears, say.F("继续教育最多%d年，现在有%d年", MostYears, years))
	tooMany(achievementList, achievements, MostAchievements, say.F("业绩最多%d项，现在有%d项", MostAchievements, achievements))
	for _, c := range a.Confirmed {
		n := Characters(c.Answer)
		tooMany(confirmedList, n, MostNote, say.F("记下的答复最多%d字，有一条%d字", MostNote, n))
	}
	return problems
}
