package ui

import (
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/checklist"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/paper"
)

// ofShaoxing is what only the notice of Shaoxing 2020 says: places, people, papers,
// annexes and numbers. Under another notice nobody reads it.
var ofShaoxing = regexp.MustCompile(`绍|Shaoxing|浙江|Zhejiang|12333|曹园敏|谢钟鑫|8515|8510|浙自然发|浙林人|浙人社发|浙土资发|zj\.gov|220\.191|附件[123](\D|$)|Annex [123](\D|$)` +
	`|(^|\D)(2016|2017|2018|2020)年|(^|\D)(18|90|60)(学时| hours)|(^|\D)280(元| yuan)|(^|\D)1000(字| characters)|30K|215|0\.65|9月23日(截止|24时)|一式3份|A3|A4|24时|5个工作日|马上申报|马上支付|我的申报记录|不宜过多过杂|申报材料内容`)

// ofItsField is the field of work of the notice of Shaoxing, of which a notice of
// another field says nothing.
var ofItsField = regexp.MustCompile(`林业|自然资源|(?i:forest|natural resource|marine|geolog)|地质|地勘|海洋|测绘|国土`)

// checkingDay is that of the test's own clock.
var checkingDay = regexp.MustCompile(`按\d+年\d+月\d+日检查|Checked as on \d+ \w+ \d+`)

// silenced is an application without what was typed and without old days, so that
// what is found is the program's.
func silenced(a *forms.Applicant) *forms.Applicant {
	a.Statement = forms.Statement{}
	a.Achievements = nil
	a.Unit.Name, a.Photo.File = "某单位", "photo.jpg"
	a.Title.QualifiedDate, a.Title.AppointedDate, a.Career.TechnicalWorkStart = forms.ParseDate("2015-03-04"), forms.ParseDate("2015-03-05"), forms.ParseDate("2011-07-01")
	for i := range a.Education {
		a.Education[i].AwardDate, a.Education[i].VerificationValidUntil = forms.ParseDate("2011-06-20"), forms.Date{}
	}
	a.Confirmed = nil
	return a
}

func TestNothingOfTheFirstNoticeIsSaidUnderAnother(t *testing.T) {
	found := map[string]int{}
	for _, id := range []string{"yunzhou-2024", "linxi-2023", "lanwan-2025"} {
		n, err := check.Load(os.DirFS("../../forms/notice/testdata"), id)
		if err != nil {
			t.Fatal(err)
		}
		own, err := check.Load(assets.Notices(), "shaoxing-2020")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"forestry-engineer", "natural-resources-senior"} {
			m := library.Move(silenced(sample(t, name)), library.Entry{Notice: own}, library.Entry{Notice: n})
			if id == "lanwan-2025" {
				plan, _ := n.Plan(map[string]forms.PlanCode{"forestry-engineer": "WE", "natural-resources-senior": "BS"}[name])
				m.Applicant.Plan = forms.Plan{Specialty: plan.Specialties[0], Level: plan.Level, Code: plan.Code, Route: forms.RouteNormal}
			}
			for _, language := range []string{"zh", "en"} {
				for where, line := range readUnder(t, n, m.Applicant, language) {
					for _, words := range line {
						words = checkingDay.ReplaceAllString(words, "")
						leak := ofShaoxing.FindString(words)
						if leak == "" && id == "lanwan-2025" {
							leak = ofItsField.FindString(words)
						}
						if leak != "" && !saidBy(n, leak) {
							found[where+": "+words]++
						}
					}
				}
			}
		}
	}
	for _, words := range slices.Sorted(maps.Keys(found)) {
		t.Errorf("said under another notice: %s", words)
	}
}

// saidBy reports whether the notice itself has these words.
func saidBy(n *notice.Notice, words string) bool {
	words = strings.TrimFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = strings.Replace(words, "Annex ", "附件", 1)
	for _, c := range n.Clauses() {
		if strings.HasPrefix(c.ID, words) || strings.Contains(notice.Squeeze(c.Text), words) {
			return true
		}
	}
	return false
}

// readUnder is everything that is read of an application under a notice: all pages,
// and the printed list.
func readUnder(t *testing.T, n *notice.Notice, a *forms.Applicant, language string) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	d := sit(t, nil)
	d.config.Notice = n
	d.config.Now = func() time.Time { return time.Date(n.Year, 9, 1, 8, 0, 0, 0, time.UTC) }
	d.entry = library.Entry{Notice: n}
	d.files.begin(a, forms.StepPlan)
	d.Speak(language)
	for _, p := range d.Pages() {
		p.Open()
		texts[p.Name] = d.words()
		if d.asks.Open() != nil {
			d.asks.Open().Close()
		}
	}
	d.bar.about()
	texts["about"] = d.words()
	d.asks.Open().Close()
	made := time.Date(2024, 9, 1, 8, 0, 0, 0, time.UTC)
	var list strings.Builder
	if err := paper.WriteText(&list, checklist.Build(a, check.Run(n, a), checklist.Printing{Made: made, File: "x", Program: "x", Language: d.Window.words.spoken})); err != nil {
		t.Fatal(err)
	}
	texts["list"] = strings.Split(list.String(), "\n")
	return texts
}
