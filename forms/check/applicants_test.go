package check_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"pgregory.net/rapid"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

var loadShipped = sync.OnceValues(func() (*notice.Notice, error) {
	return notice.Load(assets.Notices(), "shaoxing-2020")
})

// shipped is the notice that the program carries.
func shipped(t rapid.TB) *notice.Notice {
	t.Helper()
	n, err := loadShipped()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// goodPhoto meets every rule of 附件1-4.
var goodPhoto = photo.Facts{
	Format: photo.JPEG, Width: 480, Height: 640, Bytes: 90_000, Orientation: 1,
	Background: photo.Background{Verdict: photo.White, Lightness: 98, Chroma: 1, Share: 0.4},
}

var readPassing = sync.OnceValues(func() (map[string]*forms.Applicant, error) {
	all := map[string]*forms.Applicant{}
	for _, plan := range plans {
		data, err := os.ReadFile(filepath.Join("testdata", "passing", plan+".zcapp"))
		if err != nil {
			return nil, err
		}
		a, err := store.Decode(data)
		if err != nil {
			return nil, err
		}
		a.Photo.Facts = goodPhoto
		all[plan] = a
	}
	return all, nil
})

var plans = []string{"NS", "NE", "FF", "FS", "FE"}

// passing is an applicant of the plan to whom no rule objects.
func passing(t rapid.TB, plan string) *forms.Applicant {
	t.Helper()
	all, err := readPassing()
	if err != nil {
		t.Fatal(err)
	}
	if all[plan] == nil {
		t.Fatalf("no passing applicant %q", plan)
	}
	return all[plan].Clone()
}

// edit makes changes such as "title.appointed_date=2017-01-01; education=".
func edit(t rapid.TB, n *notice.Notice, a *forms.Applicant, changes string) {
	t.Helper()
	for _, change := range strings.Split(changes, ";") {
		path, value, ok := strings.Cut(strings.TrimSpace(change), "=")
		if !ok {
			t.Fatalf("%q is no change", change)
		}
		switch {
		case path == "education" && value == "":
			a.Education = nil
		case path == "achievements" && value == "":
			a.Achievements = nil
		case strings.HasPrefix(path, "photo."):
			editPhoto(t, a, path, value)
		default:
			place := placeAt(t, n, a, path)
			place.Enter(a, value)
			if place.Text(a) != value && place.Problem(a).Empty() && place.Kind == forms.KindChoice {
				t.Fatalf("%s did not take %q", path, value)
			}
		}
	}
}

// allPlaces are the places of an application and of the rows behind its last ones.
func allPlaces(n *notice.Notice, a *forms.Applicant) []forms.Place {
	places := forms.Places(a, n.Demands(a))
	places = append(places, forms.EducationPlaces(len(a.Education))...)
	places = append(places, forms.AchievementPlaces(len(a.Achievements))...)
	for year := 2016; year <= 2024; year++ {
		places = append(places, forms.YearPlaces(year)...)
	}
	return places
}

func placeAt(t rapid.TB, n *notice.Notice, a *forms.Applicant, path string) forms.Place {
	t.Helper()
	places := allPlaces(n, a)
	i := slices.IndexFunc(places, func(p forms.Place) bool { return p.Path == path })
	if i < 0 {
		t.Fatalf("there is no place %q", path)
	}
	return places[i]
}

// editPhoto changes what was measured of the photo.
func editPhoto(t rapid.TB, a *forms.Applicant, path, value string) {
	t.Helper()
	number := func() int {
		n, err := strconv.Atoi(value)
		if err != nil {
			t.Fatalf("%s=%s: %v", path, value, err)
		}
		return n
	}
	f := &a.Photo.Facts
	switch path {
	case "photo.file":
		a.Photo.File = value
	case "photo.trouble":
		a.Photo.Trouble = say.Typed(value)
	case "photo.format":
		f.Format = photo.Format(value)
	case "photo.problem":
		f.Problem = photo.Problem(value)
	case "photo.bytes":
		f.Bytes = number()
	case "photo.width":
		f.Width = number()
	case "photo.height":
		f.Height = number()
	case "photo.background":
		f.Background.Verdict = photo.BackgroundVerdict(value)
	case "photo.lightness":
		f.Background.Lightness = float64(number())
	case "photo.chroma":
		f.Background.Chroma = float64(number())
	default:
		t.Fatalf("%s is no photo fact", path)
	}
}

// outcomes of a report by check.
func outcomes(r check.Report) map[string]check.Outcome {
	all := make(map[string]check.Outcome, len(r.Findings))
	for _, f := range r.Findings {
		all[f.ID] = f.Outcome
	}
	return all
}

// words are the names of outcomes in tables and expectations.
var words = map[string]check.Outcome{
	"na": check.NotApplicable, "pass": check.Pass, "confirm": check.Confirm,
	"todo": check.Todo, "missing": check.Missing, "fail": check.Fail,
}

// identifiers expands a name with "*" at its end to the checks of all its years.
func identifiers(t rapid.TB, name string) []string {
	t.Helper()
	family, years := strings.CutSuffix(name, "*")
	var found []string
	for _, rule := range rules {
		if rule.id == name || years && strings.HasPrefix(rule.id, family) {
			found = append(found, rule.id)
		}
	}
	if len(found) == 0 {
		t.Fatalf("there is no check %q", name)
	}
	return found
}

// expected reads "scope-employment=fail fee=missing".
func expected(t rapid.TB, text string) map[string]check.Outcome {
	t.Helper()
	want := map[string]check.Outcome{}
	for _, part := range strings.Fields(text) {
		name, word, _ := strings.Cut(part, "=")
		outcome, ok := words[word]
		if !ok {
			t.Fatalf("%q names no outcome", part)
		}
		for _, id := range identifiers(t, name) {
			want[id] = outcome
		}
	}
	return want
}
