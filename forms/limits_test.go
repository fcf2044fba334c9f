package forms_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
)

// filled answers a place with something, whatever its kind.
func filled(p forms.Place) string {
	if len(p.Options) > 0 {
		return p.Options[0].Value
	}
	return "1"
}

func TestEveryPlaceHasItsStep(t *testing.T) {
	a := &forms.Applicant{Education: make([]forms.Education, 12), Achievements: make([]forms.Achievement, 3)}
	for _, p := range forms.Places(a, everything) {
		if step, ok := forms.StepOf(p.Path); !ok || step != p.Step {
			t.Errorf("StepOf(%s) = %s, %t; want %s", p.Path, step, ok, p.Step)
		}
	}
	for path, want := range map[string]forms.Step{
		"education": forms.StepEducation, "continuing_education": forms.StepContinuingEducation,
		"achievements": forms.StepStatement, "confirmed": forms.StepResults,
		"education.999.level": forms.StepEducation, "": "", "education.0": "", "education.0.name": "", "level": "", "nothing.0.level": "",
	} {
		if step, ok := forms.StepOf(path); step != want || ok != (want != "") {
			t.Errorf("StepOf(%q) = %q, %t; want %q", path, step, ok, want)
		}
	}
}

// Places are found by their paths as they are among all of them, in their order.
func TestPlacesAtTheirPaths(t *testing.T) {
	a := rows()
	places := forms.Places(a, everything)
	var paths, want []string
	for i, p := range places {
		if i%3 > 0 {
			want = append(want, p.Path)
			paths = append([]string{p.Path, p.Path, "education", "nothing.1.name"}, paths...)
		}
	}
	var got []string
	for _, p := range forms.PlacesAt(paths) {
		got = append(got, p.Path)
	}
	if !slices.Equal(got, want) {
		t.Errorf("found are %q, want %q", got, want)
	}
	for path, want := range map[string]int{"education.7.level": 7, "achievements.499.name": 499, "education": -1, "continuing_education.2018.total": -1, "plan.code": -1} {
		if row, ok := forms.RowOf(path); ok != (want >= 0) || ok && row != want {
			t.Errorf("RowOf(%s) = %d, %t, want %d", path, row, ok, want)
		}
	}
}

// A step is begun by each of its answers that is asked, and by no other.
func TestBegunByEachAnswer(t *testing.T) {
	empty := &forms.Applicant{}
	for _, step := range forms.Steps {
		if forms.Begun(empty, everything, step) {
			t.Errorf("%s is begun without an answer", step)
		}
	}
	places := append(forms.Places(empty, everything), forms.AchievementPlaces(0)...)
	for _, p := range places {
		a := &forms.Applicant{}
		p.Enter(a, filled(p))
		for _, step := range forms.Steps {
			want := step == p.Step && p.Answered(a) && p.Applies(a, everything)
			if got := forms.Begun(a, everything, step); got != want {
				t.Errorf("after an answer to %s %s is begun: %t, want %t", p.Path, step, got, want)
			}
		}
	}
}

// What is too much is said with its number and kept; what just fits is not.
func TestLimitsAreSaid(t *testing.T) {
	long := func(n int) string { return strings.Repeat("字", n) }
	years := func(n int) forms.ContinuingEducation {
		all := forms.ContinuingEducation{}
		for i := range n {
			all[2000+i] = forms.TrainingYear{}
		}
		return all
	}
	for _, row := range []struct {
		at, what string
		most     int
		with     func(a *forms.Applicant, n int)
	}{
		{"education", "学历最多50个，现在有%d个", 50, func(a *forms.Applicant, n int) { a.Education = make([]forms.Education, n) }},
		{"achievements", "业绩最多500项，现在有%d项", 500, func(a *forms.Applicant, n int) { a.Achievements = make([]forms.Achievement, n) }},
		{"continuing_education", "继续教育最多10年，现在有%d年", 10, func(a *forms.Applicant, n int) { a.ContinuingEducation = years(n) }},
		{
			"statement.overflow", "本人述职和超出的文字一共最多20000字，现在有%d字", 20000,
			func(a *forms.Applicant, n int) {
				a.Statement = forms.Statement{Text: long(1000), Overflow: long(n - 1000)}
			},
		},
		{"confirmed", "记下的答复最多2000字，有一条%d字", 2000, func(a *forms.Applicant, n int) {
			a.Confirmed = []forms.Confirmation{{Answer: "行"}, {Answer: long(n)}}
		}},
		{"forestry_engineer.exceptional_notes.5", "破格条件第6项说明最多2000字，填了%d字", 2000, func(a *forms.Applicant, n int) {
			a.Plan.Route, a.ForestryEngineer.ExceptionalNotes[5] = forms.RouteExceptional, long(n)
		}},
	} {
		for _, n := range []int{row.most, row.most + 1} {
			a := &forms.Applicant{}
			row.with(a, n)
			var said []string
			for _, p := range forms.Problems(a, everything) {
				if p.At == row.at {
					said = append(said, p.Message.String())
				}
			}
			want := []string(nil)
			if n > row.most {
				want = []string{fmt.Sprintf(row.what, n)}
			}
			if !slices.Equal(said, want) {
				t.Errorf("%s with %d: said %q, want %q", row.at, n, said, want)
			}
		}
	}
}

// Every text has a limit, none above that of the file; the notice has the
// statement's.
func TestEveryTextHasALimit(t *testing.T) {
	for _, p := range append(forms.Places(&forms.Applicant{}, everything), forms.AchievementPlaces(0)...) {
		most := map[forms.Kind]int{forms.KindText: forms.MostLine, forms.KindLongText: forms.MostNote}[p.Kind]
		if most > 0 && (p.Most <= 0 || p.Most > most) && !strings.HasPrefix(p.Path, "statement.") {
			t.Errorf("%s takes %d characters, want 1 to %d", p.Path, p.Most, most)
		}
	}
}
