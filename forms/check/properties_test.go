package check_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// Whatever was answered, a finding says what was found and rests on the notice's
// own words; what fails, is missing or has to be done says how to go on, and what
// has to be asked is ready to be asked.
func TestFindingsAreComplete(t *testing.T) {
	for _, share := range []int{0, 30, 95} {
		ofRandom(t, share, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
			seen := map[string]bool{}
			for _, f := range check.Run(n, a).Findings {
				if seen[f.ID] {
					r.Fatalf("%s twice", f.ID)
				}
				seen[f.ID] = true
				completeFinding(r, n, f)
			}
		})
	}
}

func completeFinding(t *rapid.T, n *notice.Notice, f check.Finding) {
	needsRemedy := f.Outcome == check.Fail || f.Outcome == check.Missing || f.Outcome == check.Todo
	switch {
	case f.Outcome.Word().Empty():
		t.Fatalf("%s has the outcome %d", f.ID, f.Outcome)
	case f.Found.Empty() || f.Title.Empty() || f.Needed.Empty() || f.Step == "":
		t.Fatalf("%s says too little: %+v", f.ID, f)
	case needsRemedy && f.Remedy.Empty():
		t.Fatalf("%s (%s) without a remedy", f.ID, f.Outcome)
	case f.Outcome == check.Confirm && !strings.HasPrefix(f.Question.String(), "请问："):
		t.Fatalf("%s asks %q", f.ID, f.Question)
	case f.Outcome == check.Confirm && !strings.HasSuffix(f.Question.String(), "？"):
		t.Fatalf("%s asks %q", f.ID, f.Question)
	case f.Outcome == check.Todo && len(f.Who) == 0:
		t.Fatalf("%s does not say who has to do it", f.ID)
	case f.Outcome == check.Missing && len(f.At) == 0:
		t.Fatalf("%s does not say what is missing", f.ID)
	case len(f.Cites) == 0:
		t.Fatalf("%s cites nothing", f.ID)
	}
	for _, text := range []string{f.Found.String(), f.Needed.String(), f.Remedy.String(), f.Question.String()} {
		if strings.Contains(text, "%!") || strings.Contains(text, "“”") || strings.Contains(text, "（）") {
			t.Fatalf("%s says %q", f.ID, text)
		}
	}
	for _, cite := range f.Cites {
		clause, ok := n.Clause(cite.Clause)
		if !ok || cite.Quote == "" || !strings.Contains(notice.Squeeze(clause.Text), notice.Squeeze(cite.Quote)) {
			t.Fatalf("%s: %s does not say %q", f.ID, cite.Clause, cite.Quote)
		}
	}
}

// A missing finding names questions that are asked and not answered, and only
// such; who answers them, and those that come up then, is told the outcome.
func TestMissingNamesOpenQuestions(t *testing.T) {
	ofRandom(t, 40, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		if !routeOffered(n, a) {
			a.Plan.Route = ""
		}
		rules := check.NewRules(n)
		open := missingFindings(rules.Run(a))
		places := placesByPath(n, a)
		for _, f := range open {
			for _, path := range f.At {
				p, ok := places[path]
				if !ok {
					r.Fatalf("%s asks for %s, which is no place", f.ID, path)
				}
				if p.Answered(a) || !p.Applies(a, n.Demands(a)) {
					r.Fatalf("%s asks for %s, answered %q", f.ID, path, p.Text(a))
				}
			}
		}
		if len(open) == 0 {
			return
		}
		id := rapid.SampledFrom(open).Draw(r, "finding").ID
		for range 16 {
			f, _ := rules.Run(a).Find(id)
			if f.Outcome != check.Missing {
				return
			}
			places = placesByPath(n, a)
			for _, path := range f.At {
				drawOffered(r, n, a, places[path])
			}
		}
		r.Fatalf("%s stays missing", id)
	})
}

func placesByPath(n *notice.Notice, a *forms.Applicant) map[string]forms.Place {
	places := map[string]forms.Place{}
	for _, p := range allPlaces(n, a) {
		places[p.Path] = p
	}
	return places
}

func missingFindings(r check.Report) []check.Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f check.Finding) bool {
		return f.Outcome != check.Missing || strings.HasPrefix(f.ID, "photo-")
	})
}

// drawOffered answers a question so that the plan offers the answer.
func drawOffered(t *rapid.T, n *notice.Notice, a *forms.Applicant, p forms.Place) {
	answers := answersTo(n, p)
	if plan, ok := n.Plan(a.Plan.Code); ok && p.Path == forms.PlanRoute.Path {
		answers = nil
		for _, route := range plan.Routes {
			answers = append(answers, string(route))
		}
	}
	p.Enter(a, rapid.SampledFrom(answers).Draw(t, p.Path))
	if !routeOffered(n, a) {
		a.Plan.Route = ""
	}
}

// Answers to questions that are not asked of this applicant stay in the file and
// influence nothing, whatever they are.
func TestAnswersThatDoNotApply(t *testing.T) {
	ofRandom(t, 0, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		b := a.Clone()
		for _, p := range questions(n, a) {
			if p.Applies(a, n.Demands(a)) {
				continue
			}
			answers := append([]string{"", "!"}, answersTo(n, p)...)
			p.Enter(b, rapid.SampledFrom(answers).Draw(r, p.Path))
			if p.Applies(b, n.Demands(b)) {
				p.Enter(b, p.Text(a)) // the answer itself makes it apply
			}
		}
		was, is := rules.Run(a), rules.Run(b)
		if found := differences(was, is); len(found) > 0 {
			r.Fatalf("answers that do not apply changed %q", found)
		}
		if len(is.Problems) != len(was.Problems) {
			r.Fatalf("answers that do not apply made problems %v", is.Problems)
		}
	})
}

// 不确定 is never by itself a reason to pass or to fail: where it passes or fails,
// every other answer does too.
func TestUnsureNeverDecides(t *testing.T) {
	ofRandom(t, 10, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		var offering []forms.Place
		for _, p := range questions(n, a) {
			if slices.Contains(answersTo(n, p), forms.Unsure) && p.Applies(a, n.Demands(a)) {
				offering = append(offering, p)
			}
		}
		p := offering[rapid.IntRange(0, len(offering)-1).Draw(r, "question")]
		p.Enter(a, forms.Unsure)
		if !p.Applies(a, n.Demands(a)) {
			return // another answer made it apply
		}
		unsure := outcomes(rules.Run(a))
		for _, answer := range answersTo(n, p) {
			p.Enter(a, answer)
			if !routeOffered(n, a) {
				continue
			}
			for id, o := range outcomes(rules.Run(a)) {
				if u := unsure[id]; (u == check.Pass || u == check.Fail) && u != o {
					r.Fatalf("%s=不确定 makes %s %s, %s makes it %s", p.Path, id, u, answer, o)
				}
			}
		}
	})
}

// An answer that nobody can have counts as none.
func TestImpossibleAnswersDecideNothing(t *testing.T) {
	ofRandom(t, 10, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		rules := check.NewRules(n)
		asked := slices.DeleteFunc(questions(n, a), func(p forms.Place) bool {
			choice := p.Kind == forms.KindChoice
			number := p.Kind == forms.KindNumber && p.Path != forms.DisciplineCancelled.Path
			return !choice && !number || !p.Applies(a, n.Demands(a))
		})
		p := asked[rapid.IntRange(0, len(asked)-1).Draw(r, "question")]
		p.Enter(a, "")
		empty := outcomes(rules.Run(a))
		p.Enter(a, "99999")
		for id, o := range outcomes(rules.Run(a)) {
			if o != empty[id] {
				r.Fatalf("%s=99999 makes %s %s, unanswered it is %s", p.Path, id, o, empty[id])
			}
		}
	})
}

// Run looks and touches nothing, and says the same when asked again.
func TestRunIsPure(t *testing.T) {
	ofRandom(t, 20, func(r *rapid.T, n *notice.Notice, a *forms.Applicant) {
		before := a.Clone()
		first, second := check.Run(n, a), check.Run(n, a)
		if !reflect.DeepEqual(a, before) {
			r.Fatalf("the application was changed")
		}
		if !reflect.DeepEqual(first.Findings, second.Findings) {
			r.Fatalf("two runs differ: %q", differences(first, second))
		}
	})
}

// A way of applying that the plan does not offer counts as none chosen, and is
// named as a problem.
func TestRouteOfAnotherPlan(t *testing.T) {
	n := shipped(t)
	rules := check.NewRules(n)
	for _, plan := range plans {
		a := passing(t, plan)
		a.Plan.Route = ""
		open := rules.Run(a)
		offered, _ := n.Plan(forms.PlanCode(plan))
		for _, o := range n.Answers(forms.PlanRoute.Info, &forms.Applicant{}) {
			a.Plan.Route = forms.Route(o.Value)
			got := rules.Run(a)
			if slices.Contains(offered.Routes, a.Plan.Route) {
				if len(got.Problems) > 0 {
					t.Errorf("%s, %s: problems %v", plan, o.Label, got.Problems)
				}
				continue
			}
			if !maps.Equal(outcomes(open), outcomes(got)) {
				t.Errorf("%s, %s: %q", plan, o.Label, differences(open, got))
			}
			if len(got.Problems) != 1 || got.Problems[0].At != "plan.route" || !strings.Contains(got.Problems[0].Message.String(), "通知没有写您选的评审计划可以按“"+o.Label.String()+"”申报") {
				t.Errorf("%s, %s: problems %v", plan, o.Label, got.Problems)
			}
		}
	}
	a := passing(t, "FE")
	a.Plan.Code = "XY"
	if p := rules.Run(a).Problems; len(p) != 1 || p[0].At != "plan.code" || p[0].Text != "XY" || !strings.Contains(p[0].Message.String(), "“XY”") {
		t.Errorf("a plan that there is not: %v", p)
	}
}
