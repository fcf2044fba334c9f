package check_test

import (
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// rules lists every check of the 2020 notice in the order of its findings, with
// the outcomes that it can come to. “missing” is the one that comes from a fact
// that is still open.
var rules = []struct{ id, outcomes string }{
	{"scope-employment", "pass fail confirm missing"},
	{"scope-civil-servant", "pass fail confirm missing"},
	{"scope-residence-permit", "na pass fail confirm missing"},
	{"plan-match", "pass fail confirm missing"},
	{"affiliation-alignment", "pass confirm missing"},
	{"entrusted-review", "na pass todo confirm missing"},
	{"report-channel", "na pass confirm missing"},
	{"unit-account", "pass fail todo confirm missing"},
	{"record-review", "pass fail todo confirm missing"},
	{"personal-account", "pass fail todo confirm missing"},
	{"social-insurance-year", "pass confirm missing"},
	{"social-insurance-current", "pass confirm missing"},
	{"social-insurance-proof", "na pass todo confirm missing"},
	{"education-verification", "na pass todo confirm missing"},
	{"education-foreign", "na pass todo confirm missing"},
	{"education-hkmt", "na pass todo confirm missing"},
	{"ce-general-public-2017", "na pass fail confirm missing"},
	{"ce-general-public-2018", "na pass fail confirm missing"},
	{"ce-general-public-2019", "na pass fail confirm missing"},
	{"ce-general-public-2020", "na pass todo confirm missing"},
	{"ce-forestry-total-2018", "na pass fail confirm missing"},
	{"ce-forestry-total-2019", "na pass fail confirm missing"},
	{"ce-forestry-total-2020", "na pass todo confirm missing"},
	{"ce-forestry-professional-2018", "na pass fail confirm missing"},
	{"ce-forestry-professional-2019", "na pass fail confirm missing"},
	{"ce-forestry-professional-2020", "na pass todo confirm missing"},
	{"ce-forestry-public-2018", "na pass fail confirm missing"},
	{"ce-forestry-public-2019", "na pass fail confirm missing"},
	{"ce-forestry-public-2020", "na pass todo confirm missing"},
	{"ce-forestry-evidence-2018", "na pass todo confirm missing"},
	{"ce-forestry-evidence-2019", "na pass todo confirm missing"},
	{"ce-forestry-evidence-2020", "na pass todo confirm missing"},
	{"ce-natres-evidence-2018", "na pass todo confirm missing"},
	{"ce-natres-evidence-2019", "na pass todo confirm missing"},
	{"ce-natres-evidence-2020", "na pass todo confirm missing"},
	{"ce-natres-basis", "na pass confirm missing"},
	{"ce-provincial-rule", "confirm"},
	{"tenure-forestry-engineer", "na pass fail confirm missing"},
	{"tenure-external", "na todo confirm missing"},
	{"department-condition", "na todo fail confirm missing"},
	{"exceptional-years", "na pass fail confirm missing"},
	{"exceptional-items", "na pass fail confirm missing"},
	{"language-computer-paper", "na"},
	{"interview-natres", "na todo confirm missing"},
	{"interview-forestry", "na todo confirm missing"},
	{"truthfulness-commitment", "pass fail todo confirm missing"},
	{"discipline-disclosure", "na pass fail todo confirm missing"},
	{"discipline-two-year-delay", "na pass fail confirm missing"},
	{"discipline-three-year-ban", "na pass fail confirm missing"},
	{"post-information-form", "na pass todo confirm missing"},
	{"post-vacancy", "na pass fail confirm missing"},
	{"photo-format", "pass fail missing"},
	{"photo-file-size", "pass fail confirm missing"},
	{"photo-pixels", "pass fail confirm missing"},
	{"photo-ratio", "pass fail missing"},
	{"photo-background", "pass fail confirm missing"},
	{"statement-length", "pass fail confirm missing"},
	{"achievements-period", "na pass todo confirm missing"},
	{"deadline-individual", "pass fail confirm missing"},
	{"deadline-unit", "pass fail confirm missing"},
	{"publicity-window", "pass fail confirm missing"},
	{"deadline-paper", "pass fail todo confirm missing"},
	{"committee-choice", "confirm"},
	{"paper-review-form", "todo"},
	{"fee", "na todo missing"},
	{"attachment-list", "confirm"},
	{"annual-assessment", "confirm"},
}

// standing are the questions that are the same for everybody.
var standing = []string{
	"ce-provincial-rule", "committee-choice", "attachment-list", "annual-assessment",
}

func TestChecksInTheirOrder(t *testing.T) {
	var want, got []string
	for _, rule := range rules {
		want = append(want, rule.id)
	}
	for _, c := range check.All(shipped(t)) {
		got = append(got, c.ID)
		if c.Standing != slices.Contains(standing, c.ID) {
			t.Errorf("%s: standing is %t", c.ID, c.Standing)
		}
		if c.Title.Empty() || c.Step == "" || c.Step.Label().Empty() {
			t.Errorf("%s has no title or no step", c.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("checks are\n%q\nwant\n%q", got, want)
	}
	for _, a := range []*forms.Applicant{forms.New("shaoxing-2020"), passing(t, "NS"), passing(t, "FE")} {
		got = nil
		for _, f := range check.Run(shipped(t), a).Findings {
			got = append(got, f.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("findings are\n%q\nwant\n%q", got, want)
		}
	}
}

// everybody holds of each of the five passing applicants.
const everybody = "scope-employment=pass scope-civil-servant=pass plan-match=pass affiliation-alignment=pass " +
	"unit-account=pass record-review=pass personal-account=pass social-insurance-year=pass social-insurance-current=pass " +
	"social-insurance-proof=na truthfulness-commitment=pass discipline-disclosure=na discipline-two-year-delay=na " +
	"discipline-three-year-ban=na language-computer-paper=na photo-format=pass photo-file-size=pass photo-pixels=pass " +
	"photo-ratio=pass photo-background=pass statement-length=pass deadline-individual=pass deadline-unit=pass " +
	"publicity-window=pass deadline-paper=pass paper-review-form=todo ce-provincial-rule=confirm committee-choice=confirm " +
	"attachment-list=confirm annual-assessment=confirm "

// passingOutcomes is what holds of one of them besides.
var passingOutcomes = map[string]string{
	"NS": "scope-residence-permit=na entrusted-review=pass report-channel=na education-verification=pass education-foreign=na " +
		"education-hkmt=na ce-general-public-*=na ce-forestry-*=na ce-natres-*=pass tenure-forestry-engineer=na tenure-external=todo " +
		"department-condition=na exceptional-years=na exceptional-items=na interview-natres=na interview-forestry=na " +
		"post-information-form=pass post-vacancy=pass achievements-period=pass fee=todo",
	"NE": "scope-residence-permit=na entrusted-review=na report-channel=pass education-verification=pass education-foreign=na " +
		"education-hkmt=na ce-general-public-*=pass ce-forestry-*=na ce-natres-*=na tenure-forestry-engineer=na tenure-external=todo " +
		"department-condition=na exceptional-years=na exceptional-items=na interview-natres=na interview-forestry=na " +
		"post-information-form=na post-vacancy=na achievements-period=pass fee=na",
	"FF": "scope-residence-permit=pass entrusted-review=na report-channel=pass education-verification=na education-foreign=pass " +
		"education-hkmt=pass ce-general-public-*=na ce-forestry-*=pass ce-natres-*=na tenure-forestry-engineer=na tenure-external=todo " +
		"department-condition=na exceptional-years=na exceptional-items=na interview-natres=na interview-forestry=na " +
		"post-information-form=na post-vacancy=na achievements-period=pass fee=na",
	"FS": "scope-residence-permit=na entrusted-review=na report-channel=na education-verification=pass education-foreign=na " +
		"education-hkmt=na ce-general-public-*=na ce-forestry-*=pass ce-natres-*=na tenure-forestry-engineer=na tenure-external=todo " +
		"department-condition=na exceptional-years=na exceptional-items=na interview-natres=na interview-forestry=na " +
		"post-information-form=pass post-vacancy=pass achievements-period=todo fee=na",
	"FE": "scope-residence-permit=na entrusted-review=na report-channel=na education-verification=pass education-foreign=na " +
		"education-hkmt=na ce-general-public-*=pass ce-forestry-*=na ce-natres-*=na tenure-forestry-engineer=pass tenure-external=na " +
		"department-condition=todo exceptional-years=na exceptional-items=na interview-natres=na interview-forestry=na " +
		"post-information-form=na post-vacancy=na achievements-period=pass fee=na",
}

func TestPassingApplicants(t *testing.T) {
	for _, plan := range plans {
		want := expected(t, everybody+passingOutcomes[plan])
		if len(want) != len(rules) {
			t.Errorf("%s: %d outcomes are expected, want all %d", plan, len(want), len(rules))
		}
		report := check.Run(shipped(t), passing(t, plan))
		for id, got := range outcomes(report) {
			if got != want[id] {
				f, _ := report.Find(id)
				t.Errorf("%s: %s is %s (%s), want %s", plan, id, got, f.Found, want[id])
			}
		}
		if len(report.Problems) > 0 {
			t.Errorf("%s: problems %v", plan, report.Problems)
		}
	}
}

// row is one change to a passing applicant and the outcomes that differ from it
// then. Every check that is not named has to stay as it was.
type row struct{ plan, changes, want string }

// reached are the outcomes that rows have come to, by check.
type reached map[string]map[check.Outcome]bool

func (r reached) add(id string, o check.Outcome) {
	if r[id] == nil {
		r[id] = map[check.Outcome]bool{}
	}
	r[id][o] = true
}

// tables are all rows, by topic.
var tables = map[string][]row{
	"scope": scopeRows, "unit": unitRows, "education": educationRows, "hours": hoursRows, "tenure": tenureRows,
	"exceptional": exceptionalRows, "interview": interviewRows, "discipline": disciplineRows, "photo": photoRows,
	"schedule": scheduleRows, "clock": clockRows, "plan": planRows,
}

func TestOneChange(t *testing.T) {
	seen := reached{}
	for topic, rows := range tables {
		t.Run(topic, func(t *testing.T) {
			for _, r := range rows {
				oneChange(t, r, seen)
			}
		})
	}
	for _, plan := range plans {
		for id, o := range expected(t, everybody+passingOutcomes[plan]) {
			seen.add(id, o)
		}
	}
	for _, rule := range rules {
		for _, word := range strings.Fields(rule.outcomes) {
			if !seen[rule.id][words[word]] {
				t.Errorf("no row leads %s to %s", rule.id, word)
			}
			delete(seen[rule.id], words[word])
		}
		for o := range seen[rule.id] {
			t.Errorf("%s came to %s, which the rule does not know", rule.id, o)
		}
	}
}

func oneChange(t *testing.T, r row, seen reached) {
	t.Helper()
	n := shipped(t)
	a := passing(t, r.plan)
	want := outcomes(check.Run(n, a))
	for id, o := range expected(t, r.want) {
		want[id] = o
	}
	edit(t, n, a, r.changes)
	report := check.Run(n, a)
	for _, f := range report.Findings {
		seen.add(f.ID, f.Outcome)
		if f.Outcome != want[f.ID] {
			t.Errorf("%s, %s: %s is %s (%s), want %s", r.plan, r.changes, f.ID, f.Outcome, f.Found, want[f.ID])
		}
	}
}
