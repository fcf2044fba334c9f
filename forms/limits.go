package forms

import "fmt"

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
	tooMany := func(at, what string, n, most int) {
		if n > most {
			problems = append(problems, Problem{At: at, Message: fmt.Sprintf(what, most, n)})
		}
	}
	tooMany(educationList, "学历最多%d个，现在有%d个", len(a.Education), MostEducations)
	tooMany(yearList, "继续教育最多%d年，现在有%d年", len(a.ContinuingEducation), MostYears)
	tooMany(achievementList, "业绩最多%d项，现在有%d项", len(a.Achievements), MostAchievements)
	for _, c := range a.Confirmed {
		tooMany(confirmedList, "记下的答复最多%d字，有一条%d字", Characters(c.Answer), MostNote)
	}
	return problems
}
