package main

import (
	"bytes"
	"context"
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
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// ofShaoxing is what only the notice of Shaoxing 2020 says: places, people, papers,
// annexes and numbers; ofItsField is its field of work.
var (
	ofShaoxing = regexp.MustCompile(`绍|Shaoxing|浙江|Zhejiang|12333|曹园敏|谢钟鑫|8515|8510|浙自然发|浙林人|浙人社发|浙土资发|zj\.gov|220\.191|附件[123](\D|$)|Annex [123](\D|$)` +
		`|(^|\D)(2016|2017|2018|2020)年|(^|\D)(18|90|60)(学时| hours)|(^|\D)280(元| yuan)|(^|\D)1000(字| characters)|30K|215|0\.65|9月23日(截止|24时)|一式3份|A3|A4|24时|5个工作日|马上申报|马上支付|我的申报记录|不宜过多过杂|申报材料内容`)
	ofItsField = regexp.MustCompile(`林业|自然资源|Forestry|(?i:natural resources)|地质|地勘|海洋|测绘|国土`)
)

// ownFolder is that of a test's files, whose name is made of any digits.
var ownFolder = regexp.MustCompile(regexp.QuoteMeta(os.TempDir()) + `/\S*/`)

// another is an application of a sample under an invented notice, in a file; code is
// its plan there, "" for the one of the same specialty and level.
func another(t *testing.T, folder, sample string, code forms.PlanCode) string {
	t.Helper()
	n, err := check.Load(os.DirFS(filepath.Dir(folder)), filepath.Base(folder))
	if err != nil {
		t.Fatal(err)
	}
	own, err := check.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	a, err := store.Load(t.Context(), filepath.Join("../../../assets/samples", sample+".zcapp"))
	if err != nil {
		t.Fatal(err)
	}
	a.Statement, a.Achievements, a.Confirmed = forms.Statement{}, nil, nil
	a.Unit.Name, a.Photo.File = "某单位", "photo.jpg"
	a.Title.QualifiedDate, a.Title.AppointedDate, a.Career.TechnicalWorkStart = forms.ParseDate("2015-03-04"), forms.ParseDate("2015-03-05"), forms.ParseDate("2011-07-01")
	for i := range a.Education {
		a.Education[i].AwardDate, a.Education[i].VerificationValidUntil = forms.ParseDate("2011-06-20"), forms.Date{}
	}
	a = library.Move(a, library.Entry{Notice: own}, library.Entry{Notice: n}).Applicant
	if plan, ok := n.Plan(code); ok {
		a.Plan = forms.Plan{Specialty: plan.Specialties[0], Level: plan.Level, Code: code, Route: forms.RouteNormal}
	}
	path := filepath.Join(t.TempDir(), "a.zcapp")
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	return path
}

// withoutPhoto is an application without its photo, which takes most of the time.
func withoutPhoto(t *testing.T, path string) string {
	t.Helper()
	a, err := store.Load(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	a.Photo = forms.Photo{}
	path = filepath.Join(t.TempDir(), "bare.zcapp")
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	return path
}

// printedBy is what a command prints, on both streams.
func printedBy(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if status := run(context.Background(), args, &out, &out); status > 1 {
		t.Errorf("%q: status %d", args, status)
	}
	return out.String()
}

// saidBy reports whether the notice itself has these words.
func saidBy(n *notice.Notice, words string) bool {
	words = strings.TrimFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	words = strings.Replace(words, "Annex ", "附件", 1)
	return slices.ContainsFunc(n.Clauses(), func(c notice.Clause) bool {
		return strings.HasPrefix(c.ID, words) || strings.Contains(notice.Squeeze(c.Text), words)
	})
}

func TestNothingOfTheFirstNoticeIsPrintedUnderAnother(t *testing.T) {
	for id, plans := range map[string][2]forms.PlanCode{"yunzhou-2024": {}, "linxi-2023": {}, "lanwan-2025": {"WE", "BS"}} {
		folder := filepath.Join("../../notice/testdata", id)
		n, err := check.Load(os.DirFS("../../notice/testdata"), id)
		if err != nil {
			t.Fatal(err)
		}
		picture := copied(t, "forestry-engineer.jpg", filepath.Join(t.TempDir(), "photo.jpg"))
		printed := map[string]string{"notice": printedBy(t, "notice", folder), "photo": printedBy(t, "photo", "--notice", folder, picture, filepath.Join(t.TempDir(), "cropped.jpg"))}
		for i, sample := range []string{"forestry-engineer", "natural-resources-senior"} {
			path := another(t, folder, sample, plans[i])
			list := filepath.Join(t.TempDir(), "list.txt")
			bare := withoutPhoto(t, path)
			if i > 0 {
				path = bare // of the photo the same is said whoever applies
			}
			printed["check "+sample] = printedBy(t, "check", "--notice", folder, path)
			printed["json "+sample] = printedBy(t, "check", "--json", "--notice", folder, bare)
			printed["report "+sample] = printedBy(t, "report", "--notice", folder, bare, list)
			text, err := os.ReadFile(list)
			if err != nil {
				t.Fatal(err)
			}
			printed["list "+sample] = string(text)
			printed["English report "+sample] = printedBy(t, "report", "-f", "--lang", "en", "--notice", folder, path, list)
			if text, err = os.ReadFile(list); err != nil {
				t.Fatal(err)
			}
			printed["English list "+sample] = string(text)
		}
		for command, text := range printed {
			for line := range strings.Lines(ownFolder.ReplaceAllString(text, "")) {
				leak := ofShaoxing.FindString(line)
				if leak == "" && id == "lanwan-2025" {
					leak = ofItsField.FindString(line)
				}
				if leak != "" && !saidBy(n, leak) {
					t.Errorf("%s, %s: %q in %s", id, command, leak, line)
				}
			}
		}
	}
}

// sixthPlan writes a copy of the notice of 2020 with one more plan, of a level and with
// hours that the notice does not have, and returns its folder.
func sixthPlan(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "shaoxing-sixth")
	for name, changes := range map[string][]string{
		"english.json": nil,
		"notice.json": {
			`"id": "shaoxing-2020"`, `"id": "shaoxing-sixth"`,
			`"plans": [`, `"plans": [
    {"code": "NF", "name": "2020年度自然资源领域正高级工程师任职资格评审计划", "short": "自然资源正高级工程师", "clause": "附件1-3",
     "field": "自然资源", "specialties": ["geology", "land", "surveying", "spatial_planning", "marine"], "level": "full_senior_engineer",
     "routes": ["normal", "unsure"], "conditions": {"document": "浙自然发〔2020〕99号", "clause": "二（五）"}, "hours": "two_years", "tenure": "external"},`,
			`"hours": [`, `"hours": [
    {"id": "two_years", "clause": "三（三）3（3）", "years": [2019, 2020],
      "rows": [{"check": "ce-both", "subjects": ["professional", "industry_public"], "least": 33, "reading": "together"}]},`,
			`"citations": {`, `"citations": {
    "ce-both": [{"clause": "三（三）3（3）", "quote": "每年专业科目和行业公需科目合计不少于33学时"}],`,
		},
		"clauses.txt": {
			"§ 三（四）", "§ 三（三）3（3）\n（3）申报自然资源工程专业正高级工程师的，2019-2020年每年专业科目和行业公需科目合计不少于33学时。\n§ 三（四）",
			"§ 三\n", "§ 二（五）\n（五）自然资源专业正高级工程师申报条件按浙自然发〔2020〕99号执行。\n§ 三\n",
			"（1）2020年度自然资源领域高级", "（0）2020年度自然资源领域正高级工程师任职资格评审计划；\n（1）2020年度自然资源领域高级",
		},
	} {
		data, err := os.ReadFile(filepath.Join("../../../assets/notices/shaoxing-2020", name))
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for i := 0; i < len(changes); i += 2 {
			if !strings.Contains(text, changes[i]) {
				t.Fatalf("%s does not have %q", name, changes[i])
			}
			text = strings.Replace(text, changes[i], changes[i+1], 1)
		}
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// A sixth plan with hours of its own is data: it is chosen, checked and printed.
func TestASixthPlanIsData(t *testing.T) {
	folder := sixthPlan(t)
	path := another(t, folder, "natural-resources-senior", "NF")
	a, err := store.Load(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	a.ContinuingEducation = forms.ContinuingEducation{2019: {Employed: forms.Yes, Professional: forms.ParseNumber("20"), IndustryPublic: forms.ParseNumber("12.5")}}
	a.ContinuingEducation[2020] = forms.TrainingYear{Employed: forms.Yes, Professional: forms.ParseNumber("20"), IndustryPublic: forms.ParseNumber("13")}
	a.Schedule.Today = forms.ParseDate("2020-09-01")
	if err := store.Save(path, a); err != nil {
		t.Fatal(err)
	}
	got, _ := checkJSONOf(t, path, "--notice", folder)
	outcomes := map[string]string{}
	for _, f := range got.Findings {
		outcomes[f.ID] = f.Outcome
	}
	if got.Plan != "NF" || len(got.Problems) > 0 || outcomes["plan-match"] != "pass" || outcomes["ce-both-2019"] != "fail" || outcomes["ce-both-2020"] != "pass" || outcomes["tenure-external"] == "" {
		t.Errorf("plan %s, problems %v, outcomes %v", got.Plan, got.Problems, outcomes)
	}
	list := filepath.Join(t.TempDir(), "list.txt")
	text := printedBy(t, "check", "--notice", folder, path) + printedBy(t, "report", "--notice", folder, path, list)
	printed, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"33学时", "三（三）3（3）", "2019"} {
		if !strings.Contains(text, words) || !strings.Contains(string(printed), words) {
			t.Errorf("neither output nor list may lack %q", words)
		}
	}
	if !strings.Contains(string(printed), "2020年度自然资源领域正高级工程师任职资格评审计划") || !strings.Contains(string(printed), "32.5") {
		t.Error("the list names neither the plan nor the hours")
	}
}
