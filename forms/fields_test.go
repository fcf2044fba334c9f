package forms_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// everything asks every question that any plan asks.
var everything = forms.Demands{
	Hours: []forms.HoursRow{{Subjects: forms.Subjects, Least: 18, Reading: forms.Together}}, Evidence: true,
	Years: []int{2017, 2018, 2019, 2020}, Running: 2020, Conditions: true, Items: forms.ExceptionalItemCount,
}

// rows is an application with a row in every list, on which every place exists.
func rows() *forms.Applicant {
	a := forms.New("shaoxing-2020")
	a.Education = make([]forms.Education, 2)
	a.Achievements = make([]forms.Achievement, 2)
	return a
}

// typedPlaces are all places into which something can be typed or chosen.
func typedPlaces(a *forms.Applicant) []forms.Place {
	return slices.DeleteFunc(forms.Places(a, everything), func(p forms.Place) bool { return p.Kind == forms.KindFile })
}

// ofNotice are the choices to which the notice gives the answers.
var ofNotice = []string{forms.PlanSpecialty.Path, forms.PlanChoice.Path, forms.PlanRoute.Path}

func TestEveryFieldIsDescribed(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range forms.Places(rows(), everything) {
		if seen[p.Path] {
			t.Errorf("%s twice", p.Path)
		}
		seen[p.Path] = true
		if p.Label.Empty() || p.Kind == 0 || !slices.Contains(forms.Steps, p.Step) || p.Step == forms.StepResults {
			t.Errorf("%s: label %q, kind %d, step %q", p.Path, p.Label, p.Kind, p.Step)
		}
		if p.Kind == forms.KindChoice && len(p.Options) < 2 && !slices.Contains(ofNotice, p.Path) {
			t.Errorf("%s offers %v", p.Path, p.Options)
		}
		values, labels := map[string]bool{}, map[string]bool{}
		for _, o := range p.Options {
			if o.Value == "" || o.Label.Empty() || values[o.Value] || labels[o.Label.String()] {
				t.Errorf("%s offers %v", p.Path, p.Options)
			}
			values[o.Value], labels[o.Label.String()] = true, true
		}
		if (p.Kind == forms.KindNumber) != (p.Most > 0 && !p.Unit.Empty()) {
			t.Errorf("%s: kind %d, at most %d %s", p.Path, p.Kind, p.Most, p.Unit)
		}
		for _, banned := range []string{"请输入", "抱歉", "有效的", "非法"} {
			if strings.Contains(p.Hint.String()+p.Label.String(), banned) {
				t.Errorf("%s says %s", p.Path, banned)
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d places", len(seen))
	}
}

func TestSteps(t *testing.T) {
	if len(forms.Steps) != 10 || forms.Steps[0] != forms.StepPlan || forms.Steps[9] != forms.StepResults {
		t.Errorf("steps are %v", forms.Steps)
	}
	used := map[forms.Step]bool{forms.StepResults: true}
	for _, p := range forms.Places(rows(), everything) {
		used[p.Step] = true
	}
	for _, s := range forms.Steps {
		if s.Label().Empty() || s.Lead().Empty() || !used[s] {
			t.Errorf("%s: %q, %q, used %t", s, s.Label(), s.Lead(), used[s])
		}
	}
}

// held returns what a file holds at a path such as education.0.level.
func held(t *testing.T, a *forms.Applicant, path string) string {
	t.Helper()
	data, err := store.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	for _, key := range strings.Split(path, ".") {
		switch inner := value.(type) {
		case map[string]any:
			value = inner[key]
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i >= len(inner) {
				t.Fatalf("%s: nothing at %s", path, key)
			}
			value = inner[i]
		}
	}
	text, ok := value.(string)
	if !ok {
		t.Fatalf("the file holds %v at %s", value, path)
	}
	return text
}

// A path is where the file holds the answer, and nothing else changes with it.
func TestPathsAreThoseOfTheFile(t *testing.T) {
	for i, p := range typedPlaces(rows()) {
		a := rows()
		text := fmt.Sprintf("第%d个答案", i)
		p.Enter(a, text)
		if p.Text(a) != text || !p.Answered(a) {
			t.Errorf("%s shows %q after %q", p.Path, p.Text(a), text)
		}
		if got := held(t, a, p.Path); got != text {
			t.Errorf("the file holds %q at %s, want %q", got, p.Path, text)
		}
		for _, other := range typedPlaces(a) {
			if other.Path != p.Path && other.Answered(a) {
				t.Errorf("entering %s answers %s", p.Path, other.Path)
			}
		}
	}
}

// The address without the place is that of the place.
func TestInfoOfRows(t *testing.T) {
	for name, row := range map[string]struct{ info, place forms.Info }{
		"education":   {forms.InEducation(forms.EducationAward, 1), forms.OfEducation(forms.EducationAward, 1).Info},
		"achievement": {forms.InAchievement(forms.AchievementDate, 2), forms.OfAchievement(forms.AchievementDate, 2).Info},
		"year":        {forms.InYear(forms.TrainingTotal, 2019), forms.OfYear(forms.TrainingTotal, 2019).Info},
	} {
		if row.info.Path != row.place.Path || row.info.Label.String() != row.place.Label.String() {
			t.Errorf("%s: %s %s, the place is %s %s", name, row.info.Path, row.info.Label, row.place.Path, row.place.Label)
		}
	}
	if forms.EducationPath(forms.EducationGrade, 1) != "education.1.level" || forms.AchievementPath(forms.AchievementDate, 0) != "achievements.0.date" {
		t.Error("paths of rows are not those of the file")
	}
}

// Typing into the row behind the last adds it; rows farther out do not exist.
func TestRowsBehindTheLast(t *testing.T) {
	a := forms.New("")
	forms.OfEducation(forms.EducationGrade, 0).Enter(a, "master")
	forms.OfEducation(forms.EducationGrade, 2).Enter(a, "doctor")
	forms.OfAchievement(forms.AchievementName, 0).Enter(a, "规程")
	forms.OfYear(forms.TrainingTotal, 2019).Enter(a, "90")
	if len(a.Education) != 1 || a.Education[0].Level != forms.Master || len(a.Achievements) != 1 || a.ContinuingEducation[2019].Total.Text() != "90" {
		t.Errorf("got %+v", a)
	}
	if text := forms.OfEducation(forms.EducationGrade, 7).Text(a); text != "" {
		t.Errorf("row 8 says %q", text)
	}
	b := a.Clone()
	forms.OfEducation(forms.EducationGrade, 0).Enter(b, "bachelor")
	forms.OfAchievement(forms.AchievementName, 0).Enter(b, "专利")
	forms.OfYear(forms.TrainingTotal, 2019).Enter(b, "1")
	if a.Education[0].Level != forms.Master || a.Achievements[0].Name != "规程" || a.ContinuingEducation[2019].Total.Text() != "90" {
		t.Errorf("changing a copy changed the original: %+v", a)
	}
}

func TestProblemsOfFields(t *testing.T) {
	for _, row := range []struct {
		path, text, problem string
		impossible          bool
	}{
		{"insurance.continuous_months", "600", "", false},
		{"insurance.continuous_months", "601", "应在0到600之间，填的是601", true},
		{"insurance.continuous_months", "11.5", "要写成整数，填的是11.5", true},
		{"insurance.continuous_months", "十一", "要写成数字", false},
		{"continuing_education.2018.general_public", "2000", "", false},
		{"continuing_education.2018.general_public", "2000.01", "应在0到2000之间", true},
		{"continuing_education.2018.general_public", "17.5", "", false},
		{"discipline.cancelled_year", "1989", "应在1990到2099之间", true},
		{"discipline.cancelled_year", "2018", "", false},
		{"scope.in_service", "maybe", "没有“maybe”这个选项", true},
		{"scope.in_service", "unsure", "", false},
		{"plan.code", "anything", "", false},
		{"title.qualified_date", "2016", "只有年份", false},
		{"applicant.name", strings.Repeat("名", 40), "", false},
		{"applicant.name", strings.Repeat("名", 41), "姓名最多40字，填了41字", false},
		{"statement.text", strings.Repeat("字", 3000), "", false},
	} {
		a := rows()
		places := forms.Places(a, everything)
		p := places[slices.IndexFunc(places, func(p forms.Place) bool { return p.Path == row.path })]
		p.Enter(a, row.text)
		problem := p.Problem(a)
		if problem.Empty() != (row.problem == "") || !strings.Contains(problem.String(), row.problem) || p.Impossible(a) != row.impossible {
			t.Errorf("%s=%.20s: problem %q, impossible %t", row.path, row.text, problem, p.Impossible(a))
		}
		listed := forms.Problems(a, everything)
		if (len(listed) == 1) != (!problem.Empty()) || len(listed) == 1 && (listed[0].At != row.path || listed[0].Message.String() != problem.String() || listed[0].Text != p.Text(a)) {
			t.Errorf("%s=%.20s: the list of problems is %v", row.path, row.text, listed)
		}
	}
}

func TestTotalSmallerThanItsParts(t *testing.T) {
	a := rows()
	a.ContinuingEducation = forms.ContinuingEducation{2018: {
		GeneralPublic: forms.ParseNumber("18"), IndustryPublic: forms.ParseNumber("18.5"), Professional: forms.ParseNumber("60"),
	}}
	for total, want := range map[string]string{"96.5": "", "96.49": "合计96.49小于各科目相加的96.5", "": "", "九十": "要写成数字"} {
		place := forms.OfYear(forms.TrainingTotal, 2018)
		place.Enter(a, total)
		if problem := place.Problem(a); problem.Empty() != (want == "") || !strings.Contains(problem.String(), want) {
			t.Errorf("a total of %q: %q", total, problem)
		}
	}
}

// Problems of questions that are not asked are none.
func TestProblemsOfWhatIsAsked(t *testing.T) {
	a := rows()
	a.Person.Permit = "paper"
	a.ContinuingEducation = forms.ContinuingEducation{2016: {Total: forms.ParseNumber("viele")}, 2018: {Evidence: "maybe"}}
	if found := forms.Problems(a, forms.Demands{}); len(found) > 0 {
		t.Errorf("problems %v", found)
	}
	a.Person.Identity = forms.IdentityForeign
	if found := forms.Problems(a, everything); len(found) != 2 || found[0].At != "applicant.permit" || found[1].At != "continuing_education.2018.evidence" {
		t.Errorf("problems %v", found)
	}
}

func TestShown(t *testing.T) {
	a := rows()
	a.Scope.InService, a.Person.Name, a.Plan.Specialty = forms.YesNoOpen, "张三", "mystery"
	for _, row := range []struct {
		place forms.Place
		want  string
	}{
		{forms.Of(forms.ScopeInService), "不确定"},
		{forms.Of(forms.PersonName), "张三"},
		{forms.Of(forms.PlanSpecialty), "mystery"},
		{forms.Of(forms.UnitKind), ""},
	} {
		if got := row.place.Shown(a); got.String() != row.want {
			t.Errorf("%s is shown as %q, want %q", row.place.Path, got, row.want)
		}
	}
}

// FuzzEnter types anything into every place: what is shown is shown again after
// saving and loading.
func FuzzEnter(f *testing.F) {
	for _, text := range []string{"", " ", "yes", "2016-12-31", "２０１６年２月", "18.5", "1e9", "十二", "a\r\nb\rc", "\x00\u2028<&>\"\\", "𠮷😀e\u0301", "null", "2016-02-30", "\ufeff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("a keyboard types no broken UTF-8")
		}
		a := rows()
		shown := map[string]string{}
		for _, p := range typedPlaces(a) {
			p.Enter(a, text)
			shown[p.Path] = p.Text(a)
		}
		data, err := store.Encode(a)
		if err != nil {
			t.Fatal(err)
		}
		b, err := store.Decode(data)
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		for _, p := range typedPlaces(b) {
			if got := p.Text(b); got != shown[p.Path] {
				t.Errorf("%s was %q and comes back as %q", p.Path, shown[p.Path], got)
			}
			if p.Problem(a).String() != p.Problem(b).String() {
				t.Errorf("%s has another problem: %q, %q", p.Path, p.Problem(a), p.Problem(b))
			}
		}
		again, err := store.Encode(b)
		if err != nil || string(again) != string(data) {
			t.Errorf("saved again the file differs: %v\n%s\n%s", err, data, again)
		}
	})
}

// The questions are counted as the places that apply are, apart from those that no
// check needs.
func TestQuestionsAreCounted(t *testing.T) {
	for _, a := range []*forms.Applicant{forms.New("shaoxing-2020"), rows()} {
		for _, p := range typedPlaces(a) {
			for _, d := range []forms.Demands{{}, everything} {
				answered, asked := 0, 0
				for _, q := range forms.Places(a, d) {
					if !q.Optional && q.Applies(a, d) {
						asked++
						if q.Answered(a) {
							answered++
						}
					}
				}
				if gotAnswered, gotAsked := forms.Count(a, d); gotAnswered != answered || gotAsked != asked {
					t.Fatalf("%d of %d are answered, want %d of %d", gotAnswered, gotAsked, answered, asked)
				}
			}
			p.Enter(a, "unsure")
		}
	}
}

// A number is understood with the unit that its question asks for, a day without its year
// where the year is that of the notice; both stay as they were typed.
func TestAnswersWithTheirUnit(t *testing.T) {
	hours := forms.OfYear(forms.TrainingGeneralPublic, 2018)
	months, year := forms.Of(forms.InsuranceMonths), forms.Of(forms.DisciplineCancelled)
	for _, row := range []struct {
		place forms.Place
		typed string
		want  string // of the problem, "" for none
	}{
		{hours, "18学时", ""},
		{hours, "１７.5 学时", ""},
		{hours, "18", ""},
		{hours, "18个月", "没看懂“18个月”，要写成数字，例如17.5"},
		{hours, "18年", "没看懂“18年”"},
		{hours, "学时", "没看懂“学时”"},
		{hours, "十八来个", "没看懂“十八来个”"},
		{hours, "2001学时", "应在0到2000之间"},
		{hours, "17.555", "最多写两位小数"},
		{months, "12个月", ""},
		{months, "12月", ""},
		{months, "1年", ""},
		{months, "1年6个月", ""},
		{months, "1年半", "没看懂“1年半”，要写成数字，例如12"},
		{months, "12学时", "没看懂“12学时”"},
		{months, "51年", "应在0到600之间"},
		{year, "2016年", ""},
		{year, "2016", ""},
		{year, "前年", "没看懂“前年”，要写成数字，例如2016"},
		{year, "16年", "应在1990到2099之间"},
		{forms.Of(forms.ScheduleSubmit), "9月23日", ""},
		{forms.Of(forms.SchedulePaper), "10月9号", ""},
		{forms.Of(forms.ScheduleToday), "2月29日", ""},
		{forms.Of(forms.ScheduleUnitPass), "2月30日", "没看懂“2月30日”，请写成9月23日或2020-09-23"},
		{forms.Of(forms.TitleQualified), "9月23日", "没看懂“9月23日”，请写成2016-12-31或2016-12"},
		{forms.OfEducation(forms.EducationAward, 0), "2016年", "只有年份"},
	} {
		a := forms.New("")
		row.place.Enter(a, row.typed)
		problem := row.place.Problem(a).String()
		if (problem == "") != (row.want == "") || !strings.Contains(problem, row.want) {
			t.Errorf("%s %q: %q, want %q", row.place.Path, row.typed, problem, row.want)
		}
		if text := row.place.Text(a); row.want == "" && row.typed != "18" && row.typed != "2016" && text != row.typed {
			t.Errorf("%s %q is kept as %q", row.place.Path, row.typed, text)
		}
	}
	a := forms.New("")
	months.Enter(a, "1年6个月")
	hours.Enter(a, "17.5学时")
	year.Enter(a, "2016年")
	if a.Insurance.ContinuousMonths.Value() != forms.Whole(18) || a.ContinuingEducation[2018].GeneralPublic.Value() != 1750 || a.Discipline.CancelledYear.Value() != forms.Whole(2016) {
		t.Errorf("%v, %v", a.Insurance, a.ContinuingEducation)
	}
	for typed, want := range map[string]string{"9月23日": "2020-09-23", "9月": "", "2020-09-01": "2020-09-01", "2月29日": "2020-02-29"} {
		d := forms.ParseDate(typed).In(2020)
		if got := map[bool]string{true: d.First().String()}[d.Known()]; got != want || d.Text() != typed {
			t.Errorf("%q in 2020 is %q (%q), want %q", typed, got, d.Text(), want)
		}
	}
	if d := forms.ParseDate("2月29日").In(2021); d.Known() {
		t.Errorf("29 February 2021 is %s", d.First())
	}
}
