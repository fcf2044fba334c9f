package guide_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/store"
)

// Each row is a passing applicant with changes, the day of the check, and what the
// outlook says, in this order.
func TestOutlook(t *testing.T) {
	for name, row := range map[string]struct {
		plan, today string
		change      func(*forms.Applicant)
		want        []string
	}{
		"nothing that time changes": {"FE", "2020-09-10", func(*forms.Applicant) {}, nil},
		"a year short of hours": {
			"FE", "2020-09-10",
			func(a *forms.Applicant) { setHours(a, 2018, "17.5") },
			[]string{"最早2022年度可以申报", "2018年一般公需学时：2018年一般公需17.5学时，要求18学时，差0.5；推算到2022年度不再影响"},
		},
		"years too short": {
			"FE", "2020-09-10",
			func(a *forms.Applicant) { setTitle(a, "2018-06-30") },
			[]string{"最早2022年度可以申报", "任职年限："},
		},
		"the running year can be made up": {
			"FE", "2020-09-10",
			func(a *forms.Applicant) { setHours(a, 2020, "2") },
			nil,
		},
		"no year before the day of the check": {
			"FE", "2026-11-25",
			func(a *forms.Applicant) { setTitle(a, "2024-06-01") },
			[]string{"最早2028年度可以申报"},
		},
		"a question that settles itself": {
			"FE", "2026-11-25",
			func(a *forms.Applicant) { setTitle(a, "2024-01-01") },
			[]string{"任职年限：推算从2028年度起符合"},
		},
		"this year's last day is over": {
			"FE", "2020-09-24",
			func(a *forms.Applicant) { setHours(a, 2017, "1") },
			nil, // 2017 is not asked for in 2021
		},
		"other rules than time": {
			"FE", "2020-09-10",
			func(a *forms.Applicant) { a.Scope.CivilServant = "civil_servant" },
			nil,
		},
		"insurance": {
			"FE", "2020-09-10",
			func(a *forms.Applicant) { a.Insurance.ContinuousMonths = forms.ParseNumber("10.5") },
			[]string{"社会保险不断缴的话，到2020年11月10日满12个月"},
		},
		"an office of which another document says the years": {
			"NS", "2020-09-10", func(*forms.Applicant) {},
			[]string{"任现职：到2020年底满6年、到2021年底满7年、到2022年底满8年；要几年写在浙自然发〔2020〕15号里"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := passing(t, row.plan)
			row.change(a)
			said := guide.Outlook(shipped(t), a, forms.ParseDate(row.today))
			if len(said) < len(row.want) || len(row.want) == 0 && len(said) > 0 {
				t.Fatalf("it says %v", said)
			}
			for i, want := range row.want {
				if !strings.Contains(said[i].String(), want) {
					t.Errorf("it says %v, want %s", said, want)
				}
			}
		})
	}
}

// The outlook never names a year of application before the day of the check.
func TestOutlookNeverLooksBack(t *testing.T) {
	n := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		a := passing(t, rapid.SampledFrom([]string{"NE", "FE", "FS", "FF", "NS"}).Draw(r, "plan"))
		setTitle(a, forms.NewDay(rapid.IntRange(2010, 2035).Draw(r, "title"), 6, 30).String())
		setHours(a, rapid.IntRange(2017, 2020).Draw(r, "year"), rapid.SampledFrom([]string{"", "1", "18"}).Draw(r, "hours"))
		year := rapid.IntRange(2019, 2040).Draw(r, "today")
		for _, text := range guide.Outlook(n, a, forms.OnDay(forms.NewDay(year, 10, 1))) {
			for early := 2015; early <= year; early++ {
				if early != 2020 && strings.Contains(text.String(), "最早"+forms.NewDay(early, 1, 1).String()[:4]+"年度") {
					r.Fatalf("in %d it says %s", year, text)
				}
			}
		}
	})
}

// passing is an applicant whom the 2020 notice passes under a plan.
func passing(t *testing.T, plan string) *forms.Applicant {
	t.Helper()
	a, err := store.Load(t.Context(), "../check/testdata/passing/"+plan+".zcapp")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func setTitle(a *forms.Applicant, day string) {
	a.Title.QualifiedDate, a.Title.AppointedDate = forms.ParseDate(day), forms.ParseDate(day)
}

func setHours(a *forms.Applicant, year int, hours string) {
	y := a.ContinuingEducation[year]
	y.GeneralPublic = forms.ParseNumber(hours)
	a.ContinuingEducation[year] = y
}
