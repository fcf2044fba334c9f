package words

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

func shipped(t testing.TB) *notice.Notice {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// typed is what a person types wherever text can be typed.
const typed = "鼎鼐甲乙"

// shown are the texts of an application that reach the window.
func shown(n *notice.Notice, a *forms.Applicant) []say.Text {
	report := check.Run(n, a)
	verdict, rest := report.Headline()
	texts := []say.Text{verdict, rest, guide.Papers(n, a), guide.Expired(n, a.Schedule.Today)}
	for _, f := range append(report.Findings, check.Advice(n.Photo.Spec, a.Photo.Facts)...) {
		texts = append(texts, f.Title, f.Found, f.Needed, f.Remedy, f.Question, f.Due.Text(), f.Outcome.Word())
		for _, who := range f.Who {
			texts = append(texts, who.Say())
		}
	}
	for _, p := range report.Problems {
		texts = append(texts, p.Message)
	}
	for _, p := range forms.Places(a, n.Demands(a)) {
		texts = append(texts, p.Label, p.Hint, p.More, p.Unit, p.Problem(a))
		for _, o := range p.Options {
			texts = append(texts, o.Label)
		}
	}
	for _, e := range guide.Agenda(n, a, report.AsOf) {
		texts = append(texts, e.When(), e.Title, e.Note)
	}
	for _, m := range guide.Materials(n, a, report) {
		texts = append(texts, m.Name, m.Note)
	}
	for _, s := range guide.Platform(n, a, report) {
		texts = append(texts, s.Title, s.Wait)
		for _, v := range s.Values {
			texts = append(texts, v.Group, v.Label)
		}
	}
	for _, fit := range guide.Plans(n, a) {
		texts = append(texts, n.Name(fit.Plan.Name), n.Name(fit.Plan.Short), fit.Reason)
	}
	return texts
}

// everyday are the texts that do not depend on an application.
func everyday(n *notice.Notice) []say.Text {
	texts := []say.Text{n.Name(n.Place), guide.DerivedRemark(n)}
	for _, s := range forms.Steps {
		texts = append(texts, s.Label(), s.Lead())
	}
	conditions := slices.Concat(slices.Collect(maps.Values(n.Engineer.Abilities))...)
	for i := range forms.ExceptionalItemCount {
		conditions = append(conditions, fmt.Sprintf("%s%d", n.Engineer.Exceptional.Clause, i+1))
	}
	for _, id := range conditions {
		texts = append(texts, n.Words(id))
	}
	for _, o := range append(n.Answers(forms.PlanChoice.Info, forms.New(n.ID)), n.Answers(forms.PlanRoute.Info, forms.New(n.ID))...) {
		texts = append(texts, o.Label)
	}
	for _, p := range []photo.Problem{
		photo.Empty, photo.NotPicture, photo.Unsupported, photo.IsHEIC, photo.Truncated, photo.Damaged, photo.ZeroSized,
		photo.TooManyPixels, photo.TooMuchMemory, photo.TooMuchWork, photo.TooSmall, photo.BytesOutOfReach, photo.SmallHead, photo.FewPixels,
	} {
		texts = append(texts, p.Say(), p.Remedy())
	}
	for _, r := range []photo.Refusal{photo.NotUniform, photo.NearSkin, photo.TooDark, photo.NotClean, photo.LikeClothes} {
		texts = append(texts, r.Say())
	}
	for _, file := range []string{"", "x", "{}", `{"format":"x"}`, `{"format":99}`, `{"format":1,"x":1,"y":2}`, `{"format":1,"plan":{},"plan":{}}`, `{"format":1,"plan":7}`} {
		if _, err := store.Decode([]byte(file)); err != nil {
			texts = append(texts, say.Of(err))
		}
	}
	_, err := store.Load(context.Background(), "no-such-folder/no-such-file.zcapp")
	return append(texts, say.Of(err), say.Of(store.WriteFile("no-such-folder/x", nil)))
}

// dice makes applications.
type dice struct {
	*rand.Rand
	n *notice.Notice
}

func (d dice) one(from ...string) string { return from[d.IntN(len(from))] }

// applicant answers every question at random; dull is how often it is left out.
func (d dice) applicant() *forms.Applicant {
	a := forms.New(d.n.ID)
	a.Schedule.Today = forms.ParseDate(d.one("2020-08-25", "2020-09-10", "2020-11-01", ""))
	a.Education = make([]forms.Education, d.IntN(4))
	a.Achievements = make([]forms.Achievement, d.IntN(3))
	if d.IntN(8) > 0 {
		plan := d.n.Plans[d.IntN(len(d.n.Plans))]
		a.Plan = forms.Plan{Specialty: plan.Specialties[d.IntN(len(plan.Specialties))], Level: plan.Level, Code: plan.Code}
	}
	dull := d.IntN(3)
	for _, p := range forms.Places(a, d.n.Demands(a)) {
		if d.IntN(10) < dull || strings.HasPrefix(p.Path, "plan.") && p.Answered(a) && d.IntN(6) > 0 {
			continue
		}
		if p.Enter(a, d.answer(p)); !p.Problem(a).Empty() && d.IntN(4) > 0 {
			p.Enter(a, "")
		}
	}
	a.Photo = d.photo()
	return a
}

func (d dice) answer(p forms.Place) string {
	switch p.Kind {
	case forms.KindChoice:
		options := d.n.Answers(p.Info, &forms.Applicant{})
		if d.IntN(40) == 0 {
			return "no-such-answer"
		}
		return options[d.IntN(len(options))].Value
	case forms.KindDate:
		return d.date(p)
	case forms.KindNumber:
		return d.one("0", "5.5", "11", "12", "17.5", "18", "20", "40", "60", "90", "120", "2017", "2019", "2020", "3000", "1.234", typed)
	case forms.KindLongText:
		return strings.Repeat("字 ", d.IntN(3)*d.IntN(520))
	}
	return strings.Repeat(typed, d.IntN(1+d.IntN(60)))
}

func (d dice) date(p forms.Place) string {
	if p.Step == forms.StepSchedule {
		return d.one("2020-09", "2020-09-18", "2020-09-22", "2020-09-23", "2020-09-24", "2020-10-09", "2020-10-12", "2020-10", "2020")
	}
	year, month, day := 2014+d.IntN(7), 1+d.IntN(12), 1+d.IntN(28)
	switch d.IntN(12) {
	case 0:
		return d.one(typed, "2020-02-30", "1800-01", "2020-13", "2000-12", "2001-06-30", "2001")
	case 1, 2:
		return fmt.Sprintf("%d-%02d", year, month)
	case 3, 4:
		return d.one("2016-12-31", "2017-01-01", "2016-12", "2017-01", "2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01", "2019-01")
	}
	return fmt.Sprintf("%d-%02d-%02d", year, month, day)
}

func (d dice) photo() forms.Photo {
	if d.IntN(6) == 0 {
		return forms.Photo{Trouble: say.Typed(d.one("", typed)), File: d.one("", "x.jpg")}
	}
	f := photo.Facts{
		Format: photo.Format(d.one("jpeg", "jpeg", "jpeg", "png", "heic", "tiff", "")), Orientation: 1,
		Width: []int{0, 200, 215, 480, 600}[d.IntN(5)], Height: []int{0, 300, 640, 2000}[d.IntN(4)],
		Bytes: []int{0, 1, 30_000, 30_100, 90_000, 1_020_000, 2_000_000}[d.IntN(7)],
		Background: photo.Background{
			Verdict:   photo.BackgroundVerdict(d.one(string(photo.White), string(photo.NearWhite), string(photo.Other), "")),
			Lightness: 100 * d.Float64(), Chroma: 40 * d.Float64(),
		},
	}
	if d.IntN(8) == 0 {
		f.Problem = photo.Damaged
	}
	f.Face.Count, f.Face.Tilt = d.IntN(3), 8*d.Float64()-4
	f.Quality = photo.Quality{Sharpness: d.Float64(), Lightness: 100 * d.Float64(), HeadShare: d.Float64(), ShoulderShare: d.Float64()}
	f.Quality.OffCentre, f.Quality.Greyscale = d.Float64()/5, d.IntN(2) == 0
	return forms.Photo{Name: typed + d.one(".jpg", ".png", ""), Data: []byte{1}, Facts: f}
}

// written are the applications that lie in files: samples, passing ones, and the
// corpus of the checks.
func written(t testing.TB) []*forms.Applicant {
	t.Helper()
	var names []string
	for _, pattern := range []string{"assets/samples/*.zcapp", "forms/check/testdata/*/*.zcapp", "forms/check/testdata/*/*/*.zcapp"} {
		found, err := filepath.Glob(filepath.Join("..", "..", pattern))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) < 7 {
		t.Fatalf("only %d application files", len(names))
	}
	var all []*forms.Applicant
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := store.Decode(header.ReplaceAll(data, nil))
		if err != nil {
			continue
		}
		for i := range a.Achievements {
			a.Achievements[i].Name = typed
		}
		all = append(all, a)
	}
	if len(all) < 7 {
		t.Fatalf("only %d of %d application files can be read", len(all), len(names))
	}
	return all
}

// header is what files of the corpus have before the application.
var header = regexp.MustCompile(`(?m)^(#|//).*\n`)

const applications = 500

// corpus are all texts that the tests have, each once, by their Chinese.
func corpus(t testing.TB) map[string]say.Text {
	t.Helper()
	n := shipped(t)
	d := dice{rand.New(rand.NewPCG(2020, 25)), n}
	all := map[string]say.Text{}
	add := func(texts []say.Text) {
		for _, text := range texts {
			all[text.String()] = text
		}
	}
	add(everyday(n))
	for _, a := range written(t) {
		add(shown(n, a))
	}
	for range applications {
		add(shown(n, d.applicant()))
	}
	delete(all, "")
	return all
}

// kept are the ways in which Chinese may stand in English.
var kept = []*regexp.Regexp{
	regexp.MustCompile(`《[^《》]+》`),
	regexp.MustCompile(`\p{Han}+〔\d{4}〕\d+号`),
	regexp.MustCompile(`\d{4}年度\p{Han}+评审(?:申报)?计划`),
	regexp.MustCompile(`附件\d(?:-\d+)?[一二三]?(?:（[一二三四五]）)?\d*(?:（\d+）)?[①-⑨]?`),
	regexp.MustCompile(`[一二三四五六七八九十]（[一二三四五六七八九十]）(?:\d+(?:（\d+）)?)?`),
	regexp.MustCompile(`\([^()]*\p{Han}[^()]*\)`),
	regexp.MustCompile(`\[\p{Han}+\]`),
	regexp.MustCompile(`\b(?:of|under|from) [一二三四五六七八九十](?: to [一二三四五六七八九十])?`),
	regexp.MustCompile(`(?:by post: [^()]*|` + typed + `)`),
}

// leftover returns an English text without what may be Chinese in it.
func leftover(english string) string {
	for _, form := range kept {
		english = form.ReplaceAllString(english, "")
	}
	return english
}

// What the program puts into a sentence is said in English too; only what was typed,
// and the notice's own names, may stay Chinese.
func TestEverythingShownIsEnglish(t *testing.T) {
	english := English()
	texts := corpus(t)
	if len(texts) < 2000 {
		t.Fatalf("only %d texts", len(texts))
	}
	for chinese, text := range texts {
		if rest := leftover(text.In(english)); hasHan(rest) || strings.ContainsAny(rest, "，。；：、？！") {
			t.Errorf("%s\n is half Chinese: %s", chinese, text.In(english))
		}
	}
}

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}
