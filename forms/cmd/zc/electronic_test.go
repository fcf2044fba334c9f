package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/store"
)

// electronic is the invented notice of another city without papers, without a day of
// the unit, without a publicity and without a fee: a folder of files.
func electronic(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "lanwan-2025")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	changes := map[string][]string{
		"clauses.txt": {
			`，2025年9月20日前通过。通过后公示7个工作日`, "",
			"§ 四（三）\n（三）纸质评审表一式2份、花名册一式1份，2025年10月20日前送到。\n", "",
			"§ 六（三）\n（三）建筑工程正高级、高级工程师评审费400元。\n", "",
			"评审表在缴费后导出。", "", "§ 七\n七、疫情期间纸质材料可以延期，另行通知。\n联系人：蓝汀，电话87650001。\n", "§ 七\n七、联系人：蓝汀，电话87650001。\n",
		},
		"english.json": {
			`    "评审表": "Review form (评审表)",` + "\n", "", `    "花名册": "Roster (花名册)",` + "\n", "",
		},
		"notice.json": {
			`, "fee": {"yuan": 400, "clause": "六（三）"}`, "",
			`    {"kind": "unit", "day": "2025-09-20", "clause": "四（二）"},` + "\n", "", `    {"kind": "paper", "day": "2025-10-20", "clause": "四（三）"},` + "\n", "",
			`  "publicity": {"days": 7, "clause": "四（二）"},` + "\n", "",
			`    "deadline-unit": [{"clause": "四（二）", "quote": "2025年9月20日前通过"}],` + "\n", "",
			`    "publicity-window": [{"clause": "四（二）", "quote": "通过后公示7个工作日"}],` + "\n", "",
			`    "deadline-paper": [{"clause": "四（三）", "quote": "2025年10月20日前送到"}],` + "\n", "",
			`    "paper-review-form": [{"clause": "四（三）", "quote": "纸质评审表一式2份"}],` + "\n", "",
			`    "paper-roster": [{"clause": "四（三）", "quote": "花名册一式1份"}],` + "\n", "",
			`    "fee": [{"clause": "六（三）", "quote": "建筑工程正高级、高级工程师评审费400元"}],` + "\n", "",
			`"quote": "学历、资历、年度考核由主管部门审查"}],`, `"quote": "学历、资历、年度考核由主管部门审查"}]`,
			`    "export-order": [{"clause": "附件2", "quote": "评审表在缴费后导出"}]` + "\n", "",
		},
	}
	papers := regexp.MustCompile(`,\n    \{"name": "(评审表|花名册)"[^\n]*?\}(,?)`)
	for _, name := range []string{"clauses.txt", "notice.json", "english.json"} {
		data, err := os.ReadFile(filepath.Join("../../notice/testdata/lanwan-2025", name))
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for i := 0; i < len(changes[name]); i += 2 {
			if !strings.Contains(text, changes[name][i]) {
				t.Fatalf("%s does not have %q", name, changes[name][i])
			}
			text = strings.ReplaceAll(text, changes[name][i], changes[name][i+1])
		}
		for name == "notice.json" && papers.MatchString(text) {
			text = papers.ReplaceAllString(text, "$2")
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// A notice without papers, without a day of the unit, a publicity and a fee is data:
// nothing asks for them, in either language, and what is left is judged.
func TestANoticeWithoutPapersIsData(t *testing.T) {
	folder := electronic(t)
	if text := printedBy(t, "notice", "check", folder); strings.Contains(text, "不对") {
		t.Fatal(text)
	}
	for i, sample := range []string{"forestry-engineer", "natural-resources-senior"} {
		path := withoutPhoto(t, another(t, folder, sample, [2]forms.PlanCode{"WE", "BS"}[i]))
		a, err := store.Load(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		a.Schedule.Today, a.Schedule.IndividualSubmit = forms.ParseDate("2025-09-01"), forms.ParseDate("2025-09-16")
		if err := store.Save(path, a); err != nil {
			t.Fatal(err)
		}
		got, _ := checkJSONOf(t, path, "--notice", folder)
		outcomes := map[string]string{}
		for _, f := range got.Findings {
			outcomes[f.ID] = f.Outcome
		}
		for id, want := range map[string]string{
			"deadline-individual": "fail", "deadline-unit": "", "deadline-paper": "", "publicity-window": "", "paper-review-form": "", "fee": "",
		} {
			if outcomes[id] != want {
				t.Errorf("%s: %s is %q, want %q", sample, id, outcomes[id], want)
			}
		}
		list := filepath.Join(t.TempDir(), "list.txt")
		for _, language := range []string{"zh", "en"} {
			text := printedBy(t, "check", "--notice", folder, path) + printedBy(t, "report", "-f", "--lang", language, "--notice", folder, path, list)
			data, err := os.ReadFile(list)
			if err != nil {
				t.Fatal(err)
			}
			text += string(data)
			if found := regexp.MustCompile(`.*(纸质|评审表|花名册|公示|评审费|缴费截止|单位预计|Papers|hand in the paper|roster|[Rr]eview form|public notice period|[Ff]ee\b).*`).FindAllString(text, -1); len(found) > 0 {
				t.Errorf("%s, %s: it still says\n%s", sample, language, strings.Join(found, "\n"))
			}
		}
	}
}
