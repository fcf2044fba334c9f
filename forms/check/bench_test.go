package check_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// largest has forty rows of educations, achievements and years together.
func largest(tb rapid.TB, plan string) *forms.Applicant {
	a := passing(tb, plan)
	for i := range 8 {
		e := a.Education[0]
		e.AwardDate = forms.ParseDate(fmt.Sprintf("%d-06-30", 1998+i))
		a.Education = append(a.Education, e)
	}
	for i := range 28 {
		a.Achievements = append(a.Achievements, forms.Achievement{
			Name: fmt.Sprintf("第%d项业绩", i+1), Kind: "standard",
			Date: forms.ParseDate(fmt.Sprintf("%d-%02d-15", 2017+i%3, 1+i%12)), Role: "主持", Evidence: forms.Yes,
		})
	}
	for _, id := range standing {
		a.Confirmed = append(a.Confirmed, forms.Confirmation{Check: id, Found: "旧话", Answer: "问过人事", Date: "2020-09-01"})
	}
	a.Statement.Text = strings.Repeat("负责林场营造林作业设计，主持编制森林经营方案。\n", 40)
	return a
}

// BenchmarkRun measures what every key press costs. The aim is 200 µs.
func BenchmarkRun(b *testing.B) {
	n := shipped(b)
	rules := check.NewRules(n)
	for name, a := range map[string]*forms.Applicant{
		"largest FE": largest(b, "FE"), "largest FS": largest(b, "FS"),
		"passing NS": passing(b, "NS"), "empty": forms.New(n.ID),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				rules.Run(a)
			}
		})
	}
}

// BenchmarkNewRules measures what opening an application costs once.
func BenchmarkNewRules(b *testing.B) {
	n := shipped(b)
	b.ReportAllocs()
	for b.Loop() {
		check.NewRules(n)
	}
}
