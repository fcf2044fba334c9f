package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

const corpus = "../../check/testdata/corpus"

// judged is what zc check --json prints, with every key of its form.
type judged struct {
	Notice      string          `json:"notice"`
	Plan        string          `json:"plan"`
	CheckedAsOf string          `json:"checked_as_of"`
	Today       string          `json:"today"`
	Expired     bool            `json:"expired"`
	Outcome     string          `json:"outcome"`
	Counts      map[string]int  `json:"counts"`
	Findings    []judgedFinding `json:"findings"`
	Problems    []struct {
		At      string `json:"at"`
		Text    string `json:"text"`
		Message string `json:"message"`
	} `json:"problems"`
}

type judgedFinding struct {
	ID       string   `json:"id"`
	Outcome  string   `json:"outcome"`
	Title    string   `json:"title"`
	Clause   string   `json:"clause"`
	Quote    string   `json:"quote"`
	Found    string   `json:"found"`
	Needed   string   `json:"needed"`
	Remedy   string   `json:"remedy"`
	Question string   `json:"question"`
	Answer   string   `json:"answer"`
	Step     string   `json:"step"`
	At       []string `json:"at"`
	Standing bool     `json:"standing"`
	Measure  *struct {
		Value    string `json:"value"`
		Required string `json:"required"`
		Unit     string `json:"unit"`
	} `json:"measure"`
}

// checkJSONOf runs zc check --json and reads what it prints, strictly.
func checkJSONOf(t *testing.T, path string, flags ...string) (j judged, status int) {
	t.Helper()
	var out, errOut bytes.Buffer
	status = run(t.Context(), append([]string{"check", "--json", path}, flags...), &out, &errOut)
	if errOut.Len() > 0 {
		t.Fatalf("%s: %s", path, errOut.String())
	}
	decoder := json.NewDecoder(&out)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&j); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return j, status
}

// expectedOf reads the outcomes in a companion file of the corpus.
func expectedOf(t *testing.T, path string, ids []string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		word, names, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, name := range strings.Fields(names) {
			family, many := strings.CutSuffix(name, "*")
			for _, id := range ids {
				if id == name || many && strings.HasPrefix(id, family) {
					want[id] = map[string]string{"na": "not_applicable"}[word] + strings.TrimPrefix(word, "na")
				}
			}
		}
	}
	return want
}

// Each of the invented people gets through the whole program what the notice says
// of them.
func TestCheckJSONOfTheCorpus(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus, "*.zcapp"))
	if err != nil || len(files) < 20 {
		t.Fatalf("%d people, %v", len(files), err)
	}
	for _, path := range files {
		j, status := checkJSONOf(t, path)
		var ids []string
		for _, f := range j.Findings {
			ids = append(ids, f.ID)
		}
		want := expectedOf(t, strings.TrimSuffix(path, ".zcapp")+".expect", ids)
		counts, worst := map[string]int{}, "not_applicable"
		order := []string{"not_applicable", "pass", "confirm", "todo", "missing", "fail"}
		for _, f := range j.Findings {
			if w, ok := want[f.ID]; ok && f.Outcome != w {
				t.Errorf("%s: %s is %s, want %s", path, f.ID, f.Outcome, w)
			}
			counts[f.Outcome]++
			if slices.Index(order, f.Outcome) > slices.Index(order, worst) {
				worst = f.Outcome
			}
			if f.Title == "" || f.Clause == "" || f.Quote == "" || f.Found == "" || f.Step == "" || (f.Question != "") != (f.Outcome == "confirm") {
				t.Errorf("%s: %s says too little: %+v", path, f.ID, f)
			}
		}
		if len(ids) < 60 || len(slices.Compact(slices.Sorted(slices.Values(ids)))) != len(ids) {
			t.Errorf("%s: %d findings", path, len(ids))
		}
		for o, n := range j.Counts {
			if counts[o] != n {
				t.Errorf("%s: %d findings are %s, the count says %d", path, counts[o], o, n)
			}
		}
		if len(j.Counts) != 6 || j.Outcome != worst || (status == statusBad) != (worst == "fail" || worst == "missing") || status == statusUnused {
			t.Errorf("%s: outcome %s, want %s; exit status %d", path, j.Outcome, worst, status)
		}
	}
}

// The day of the check is that of the file, or the one of the command; a notice that has
// expired is judged as on the filing day.
func TestCheckJSONOfDays(t *testing.T) {
	stored := filepath.Join(corpus, "01-forest-farm.zcapp")
	open := filepath.Join(t.TempDir(), "a.zcapp")
	if err := os.WriteFile(open, []byte(`{"format": 1, "schedule": {"individual_submit": "2020-09-18"}, "unit": {"record_reviewed": "no"}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		path, day, today, asOf string
		expired                bool
		review                 string
	}{
		{stored, "2026-11-25", "2020-09-10", "2020-09-10", false, "pass"},
		{open, "2020-09-10", "2020-09-10", "2020-09-10", false, "todo"},
		{open, "2020-09-24", "2020-09-24", "2020-09-24", false, "fail"},
		{open, "2020-10-10", "2020-10-10", "2020-09-18", true, "todo"},
		{open, "", forms.DayOf(time.Now()).String(), "2020-09-18", true, "todo"},
	} {
		var flags []string
		if row.day != "" {
			flags = []string{"--today", row.day}
		}
		j, _ := checkJSONOf(t, row.path, flags...)
		at := slices.IndexFunc(j.Findings, func(f judgedFinding) bool { return f.ID == check.RecordReview })
		if j.Today != row.today || j.CheckedAsOf != row.asOf || j.Expired != row.expired || j.Findings[at].Outcome != row.review {
			t.Errorf("%+v: today %s, as of %s, expired %t, %s", row, j.Today, j.CheckedAsOf, j.Expired, j.Findings[at].Outcome)
		}
	}
}

// The example of the format's description, with a photo beside it.
func TestCheckJSONOfTheExample(t *testing.T) {
	folder := t.TempDir()
	photo, err := os.ReadFile(filepath.Join(corpus, "white.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	example := `{"format": 1, "notice": "shaoxing-2020",
  "schedule": {"today": "2020-09-10", "individual_submit": "2020-09-18", "unit_pass": "2020-09-21", "paper": "2020-09-29"},
  "plan": {"specialty": "forestry", "level": "engineer", "code": "FE", "route": "normal"},
  "applicant": {"name": "张三", "identity": "mainland", "permit": ""},
  "scope": {"civil_servant": "no", "employed_in_shaoxing": "yes", "in_service": "yes", "does_specialty_work": "yes"},
  "unit": {"name": "", "type": "enterprise", "central_or_provincial": "no", "entrusted_review": "", "has_department": "yes", "file_agency": "", "jurisdiction": "county", "platform_ready": "yes", "record_reviewed": "yes"},
  "account": {"personal_ready": "yes"},
  "affiliation": {"insurance_place": "shaoxing", "file_place": "shaoxing", "labour_place": "shaoxing"},
  "insurance": {"continuous_months": "44", "normal_status": "yes", "proof_ready": ""},
  "education": [{"level": "bachelor", "origin": "domestic", "award_date": "2016-06-20", "is_later": "no", "verification": "registration_form", "verification_valid_until": "", "overseas_certificate": ""}],
  "title": {"current": "assistant_engineer", "qualified_date": "2016-12-31", "appointed_date": "2016-12-31"},
  "career": {"technical_work_start": "2016-07-01"},
  "forestry_engineer": {"department": "production", "ability": ["yes", "yes", "yes", "yes"], "exceptional_items": ["", "", "", "", "", ""], "exceptional_notes": ["", "", "", "", "", ""]},
  "continuing_education": {
    "2017": {"employed": "yes", "general_public": "18", "industry_public": "", "professional": "", "total": "", "evidence": ""},
    "2018": {"general_public": "18"}, "2019": {"general_public": "18"}, "2020": {"general_public": "12.5"}
  },
  "discipline": {"sanction": "none", "date": "", "pending": "no", "disclosed": "", "cancelled_year": "", "commitment_signed": "yes"},
  "post": {"establishment": "", "recommended": "", "form_stamps": ""},
  "photo": {"file": "photo.jpg"},
  "statement": {"text": "……", "overflow": ""},
  "achievements": [{"name": "……", "kind": "technical_innovation", "date": "2018-05-01", "role": "", "evidence": "yes"}],
  "confirmed": []
}`
	for name, data := range map[string][]byte{"photo.jpg": photo, "a.zcapp": []byte(example)} {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	j, status := checkJSONOf(t, filepath.Join(folder, "a.zcapp"))
	if status != statusGood || j.Outcome != check.Todo.String() || j.Plan != "FE" || j.CheckedAsOf != "2020-09-10" || j.Notice != "shaoxing-2020" || len(j.Problems) != 0 {
		t.Errorf("status %d, %s, %s, %s, problems %v", status, j.Outcome, j.Plan, j.CheckedAsOf, j.Problems)
	}
	want := map[string]int{"fail": 0, "missing": 0, "todo": 3, "confirm": 4, "pass": 26, "not_applicable": 34}
	for o, n := range want {
		if j.Counts[o] != n {
			t.Errorf("%d findings are %s, want %d", j.Counts[o], o, n)
		}
	}
	for _, f := range j.Findings {
		if f.ID == "statement-length" && (f.Found != "共2字" || f.Needed != "1000字以内" || f.Clause != "附件1-6" || f.Quote != "字数控制在1000字以内" || f.Step != "statement" || f.At[0] != "statement.text") {
			t.Errorf("the statement: %+v", f)
		}
	}
}
