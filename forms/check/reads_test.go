package check_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// These are the answers by which a sentence calls an education or achievement.
var (
	callsEducation   = regexp.MustCompile(`^education\.\d+\.(level|award_date)$`)
	callsAchievement = regexp.MustCompile(`^achievements\.\d+\.name$`)
)

// A finding names every place on which it rests: where another answer changes
// what was found, the question is one of those that the finding leads to. A
// missing finding names only what is open.
func TestFindingsNameWhatTheyRead(t *testing.T) {
	ofRandom(t, 10, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		for i := range a.Achievements {
			a.Achievements[i].Name = "规划" // a row with nothing in it is none
		}
		asked := slices.DeleteFunc(questions(n, a), func(p forms.Place) bool {
			return p.Path == forms.PlanChoice.Path || callsAchievement.MatchString(p.Path) || !p.Applies(a, n.Demands(a))
		})
		p := asked[rapid.IntRange(0, len(asked)-1).Draw(r, "question")]
		was := rules.Run(a)
		drawAnswer(r, n, a, p)
		for _, change := range check.Compare(was, rules.Run(a)) {
			renamed := change.Before.Outcome == change.After.Outcome && callsEducation.MatchString(p.Path)
			for _, f := range []check.Finding{change.Before, change.After} {
				if f.Outcome != check.Missing && !renamed && !leadsTo(f, p) {
					r.Fatalf("%s rests on %s and names only %q: %q", f.ID, p.Path, f.At, []string{change.Before.Found.String(), change.After.Found.String()})
				}
			}
		}
	})
}

// An outcome changes only with a fact that its check declares to read, whatever else is
// open or not.
func TestOutcomesRestOnDeclaredFacts(t *testing.T) {
	for _, share := range []int{0, 40} {
		ofRandom(t, share, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
			rules := check.NewRules(n)
			asked := questions(n, a)
			p := asked[rapid.IntRange(0, len(asked)-1).Draw(r, "question")]
			was := outcomes(rules.Run(a))
			if rapid.IntRange(0, 4).Draw(r, "emptied") == 0 {
				p.Enter(a, "")
			} else {
				drawAnswer(r, n, a, p)
			}
			is := outcomes(rules.Run(a))
			for _, c := range check.All(n) {
				if was[c.ID] != is[c.ID] && !c.Declares(p.Path, len(a.Education)) {
					r.Fatalf("%s went from %s to %s with %s, which it does not declare", c.ID, was[c.ID], is[c.ID], p.Path)
				}
			}
		})
	}
}

// leadsTo reports whether a finding names a place, or the rows in which it would be.
func leadsTo(f check.Finding, p forms.Place) bool {
	return slices.ContainsFunc(f.At, func(at string) bool {
		return at == p.Path || strings.HasPrefix(p.Path, at+".")
	})
}

// The places of findings that rest on several steps, as files and window have them.
func TestFindingsOfSeveralSteps(t *testing.T) {
	n := shipped(t)
	title := []string{"title.current", "title.qualified_date", "title.appointed_date"}
	for _, row := range []struct {
		plan, changes, id string
		want              []string
	}{
		{"FE", "plan.route=normal", "tenure-forestry-engineer", append([]string{"plan.route"}, append(title, "career.technical_work_start", "education.0.level", "education.0.award_date", "schedule.individual_submit")...)},
		{"FE", "plan.route=exceptional", "exceptional-years", append([]string{"plan.route"}, append(title, "career.technical_work_start", "education.0.level", "education.0.award_date", "schedule.individual_submit")...)},
		{"NS", "plan.route=normal", "interview-natres", []string{"plan.route", "schedule.individual_submit", "education.0.award_date", "education.0.is_later"}},
		{"FS", "plan.route=normal", "interview-forestry", []string{"plan.route"}},
		{"FS", "plan.route=normal", "tenure-external", append([]string{"plan.route"}, append(title, "career.technical_work_start")...)},
		{
			"FE", "discipline.sanction=demerit; discipline.date=2018-01-01", "discipline-two-year-delay", append([]string{"discipline.sanction", "discipline.date"},
				append(title, "schedule.individual_submit", "plan.route", "plan.code", "education.0.level", "education.0.award_date")...),
		},
		{"FE", "discipline.sanction=warning; discipline.date=2018-01-01; discipline.disclosed=yes", "discipline-disclosure", append([]string{"discipline.sanction", "discipline.date", "discipline.pending", "discipline.disclosed"}, append(title, "schedule.individual_submit", "schedule.today")...)},
		{"FE", "education.0.verification=registration_form", "education-verification", []string{"education.0.origin", "education.0.level", "education.0.award_date", "education.0.verification", "education.0.verification_valid_until", "schedule.individual_submit", "schedule.today"}},
		// What is open is named alone.
		{"FE", "education.0.level=", "tenure-forestry-engineer", []string{"education.0.level"}},
	} {
		a := passing(t, row.plan)
		edit(t, n, a, row.changes)
		f, _ := check.Run(n, a).Find(row.id)
		if !slices.Equal(f.At, row.want) {
			t.Errorf("%s %s: %s (%s) is at %q, want %q", row.plan, row.changes, f.ID, f.Found, f.At, row.want)
		}
	}
}
