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
	}
	return atTheLimits(t)
}

// The format's limits.
const (
	mostEducations   = 50
	mostAchievements = 500
	mostYears        = 10
	mostWritten      = 20000
	mostLine         = 200
	mostNote         = 2000
)

// atTheLimits fills an application with as much as its file takes.
func atTheLimits(t testing.TB) *forms.Applicant {
	t.Helper()
	a := sample(t, "forestry-engineer")
	line := func(s string) string { return strings.Repeat(s, mostLine)[:len(s)*mostLine] }
	a.Plan.Route = forms.RouteExceptional
	a.Person.Name, a.Unit.Name = line("名"), line("某")
	education := a.Education[0]
	for len(a.Education) < mostEducations {
		a.Education = append(a.Education, education)
	}
	a.Achievements = nil
	for i := range mostAchievements {
		name := []rune(fmt.Sprintf("业绩%d", i+1) + line("绩"))[:mostLine]
		a.Achievements = append(a.Achievements, forms.Achievement{
			Name: string(name), Kind: "standard", Date: forms.ParseDate("2019-11-08"), Role: line("角"), Evidence: forms.Yes,
		})
	}
	for year := 2011; len(a.ContinuingEducation) < mostYears; year++ {
		y := a.ContinuingEducation[2018]
		y.IndustryPublic, y.Professional, y.Total = y.GeneralPublic, y.GeneralPublic, forms.ParseNumber("90")
		a.ContinuingEducation[year] = y
	}
	for i := range forms.ExceptionalItemCount {
		a.ForestryEngineer.ExceptionalItems[i] = "certain"
		a.ForestryEngineer.ExceptionalNotes[i] = strings.Repeat("注", mostNote)
	}
	limit := 1000
	a.Statement = forms.Statement{Text: strings.Repeat("述", limit), Overflow: strings.Repeat("余", mostWritten-limit)}
	return a
}
