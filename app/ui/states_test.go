package ui

import (
	"fmt"
	"strings"
	"testing"

	"zhicheng/forms"
)

// stateNames are the states in which every page is measured, from the emptiest.
var stateNames = []string{"empty", "plan", "half", "full", "limits"}

// state returns an application as it is at one point of being filled in.
func state(t testing.TB, name string) *forms.Applicant {
	t.Helper()
	switch name {
	case "empty":
		return forms.New("shaoxing-2020")
	case "plan":
		a := forms.New("shaoxing-2020")
		a.Plan = sample(t, "forestry-engineer").Plan
		return a
	case "half":
		a := sample(t, "forestry-engineer")
		a.Photo, a.Statement, a.Achievements = forms.Photo{}, forms.Statement{}, nil
		a.Discipline, a.Post, a.Schedule = forms.Discipline{}, forms.Post{}, forms.Schedule{}
		return a
	case "full":
		return sample(t, "forestry-engineer")
	case "beyond":
		return beyondTheLimits(t)
	}
	return atTheLimits(t)
}

// atTheLimits fills an application with as much as its file takes.
func atTheLimits(t testing.TB) *forms.Applicant {
	t.Helper()
	a := sample(t, "forestry-engineer")
	line := func(s string) string { return strings.Repeat(s, forms.MostLine)[:len(s)*forms.MostLine] }
	a.Plan.Route = forms.RouteExceptional
	a.Person.Name, a.Unit.Name = line("名"), line("某")
	education := a.Education[0]
	for len(a.Education) < forms.MostEducations {
		a.Education = append(a.Education, education)
	}
	a.Achievements = nil
	for i := range forms.MostAchievements {
		name := []rune(fmt.Sprintf("业绩%d", i+1) + line("绩"))[:forms.MostLine]
		a.Achievements = append(a.Achievements, forms.Achievement{
			Name: string(name), Kind: "standard", Date: forms.ParseDate("2019-11-08"), Role: line("角"), Evidence: forms.Yes,
		})
	}
	for year := 2011; len(a.ContinuingEducation) < forms.MostYears; year++ {
		y := a.ContinuingEducation[2018]
		y.IndustryPublic, y.Professional, y.Total = y.GeneralPublic, y.GeneralPublic, forms.ParseNumber("90")
		a.ContinuingEducation[year] = y
	}
	for i := range forms.ExceptionalItemCount {
		a.ForestryEngineer.ExceptionalItems[i] = "certain"
		a.ForestryEngineer.ExceptionalNotes[i] = strings.Repeat("注", forms.MostNote)
	}
	limit := 1000
	a.Statement = forms.Statement{Text: strings.Repeat("述", limit), Overflow: strings.Repeat("余", forms.MostStatement-limit)}
	return a
}

// beyondTheLimits is as much as a stranger's file may have: megabytes in one line, and
// everywhere else ten times what the format is made for.
func beyondTheLimits(t testing.TB) *forms.Applicant {
	t.Helper()
	a := atTheLimits(t)
	huge := strings.Repeat("名", 350_000)
	a.Person.Name, a.Unit.Name = huge, strings.Repeat("word", 250_000)
	a.Title.QualifiedDate, a.Insurance.ContinuousMonths = forms.ParseDate(huge), forms.ParseNumber(huge)
	a.Plan.Specialty = forms.Specialty(huge)
	a.Achievements[0].Name, a.Achievements[0].Date = huge, forms.ParseDate("1990-01-01")
	for range 9 * forms.MostAchievements {
		a.Achievements = append(a.Achievements, a.Achievements[1])
	}
	for range 9 * forms.MostEducations {
		a.Education = append(a.Education, a.Education[0])
	}
	a.ForestryEngineer.ExceptionalNotes[0] = strings.Repeat("注\n", 100_000)
	a.Statement.Overflow = strings.Repeat(huge, 3)
	a.Confirmed = []forms.Confirmation{{Check: "committee-choice", Answer: huge}}
	return a
}
