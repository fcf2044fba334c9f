package page

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

// State is what the list of steps says of one step.
type State struct {
	Outcome check.Outcome
	Note    string
}

// StateOf returns the worst outcome of a step's own findings and how many there
// are. Standing questions are the same for everybody and count nowhere here.
func (r *Room) StateOf(step forms.Step) State {
	if step == forms.StepResults {
		return r.overall()
	}
	counts := r.CountOf(func(f check.Finding) bool { return r.standsOn(f, step) })
	switch {
	case counts[check.Fail] > 0:
		return State{check.Fail, r.sayf("%d项不符合", counts[check.Fail])}
	case counts[check.Missing] > 0 && !forms.Begun(r.View(), r.Draft().Notice().Demands(r.View()), step):
		return State{check.Missing, r.sayf("还没开始")}
	case counts[check.Missing] > 0 || len(r.wrong(step)) > 0:
		return State{check.Missing, r.sayf("没填完")}
	case counts[check.Todo] > 0:
		return State{check.Todo, r.sayf("%d件要办", counts[check.Todo])}
	case counts[check.Confirm] > 0:
		return State{check.Confirm, r.sayf("%d件要问", counts[check.Confirm])}
	}
	return State{check.Pass, ""}
}

// standsOn reports whether a finding is to be seen to on a step: on its own, and what
// is missing also where it is asked.
func (r *Room) standsOn(f check.Finding, step forms.Step) bool {
	if f.Step == step || f.Outcome != check.Missing {
		return f.Step == step
	}
	return slices.ContainsFunc(f.At, func(path string) bool {
		at, ok := forms.StepOf(path)
		return ok && at == step
	})
}

// overall is the state of the results: open while anything is missing.
func (r *Room) overall() State {
	counts := r.CountOf(func(check.Finding) bool { return true })
	if counts[check.Missing] > 0 {
		return State{check.Missing, r.sayf("没填完")}
	}
	for _, o := range []check.Outcome{check.Fail, check.Todo, check.Confirm} {
		if counts[o] > 0 {
			return State{o, ""}
		}
	}
	return State{check.Pass, ""}
}

// CountOf returns how many of the applicant's own open findings have each outcome.
func (r *Room) CountOf(keep func(check.Finding) bool) map[check.Outcome]int {
	counts := map[check.Outcome]int{}
	report := r.Report()
	for _, o := range check.Outcomes {
		for _, f := range report.Own(o) {
			if keep(f) {
				counts[o]++
			}
		}
	}
	return counts
}

// Report is what the checks find, without the things to do that were ticked off on the
// way through the platform.
func (r *Room) Report() check.Report {
	report := r.Draft().Report()
	if !r.Ticks().Any() {
		return report
	}
	for _, step := range r.platformSteps() {
		if r.Ticks().Done(step) {
			report.Ticked = append(report.Ticked, step.Reminders...)
		}
	}
	return report
}

// Count is an outcome whose findings are Counts, with the words for it.
type Count struct {
	Outcome check.Outcome
	Words   say.Text             // after the number; empty for what the foot does not count
	Says    func(n int) say.Text // with the number
}

// Counts are the outcomes that foot and results count, the worst first.
var Counts = []Count{
	{check.Fail, say.F("项不符合"), func(n int) say.Text { return say.F("%d项不符合", n) }},
	{check.Missing, say.Text{}, func(n int) say.Text { return say.F("%d项没填", n) }},
	{check.Todo, say.F("件要办"), func(n int) say.Text { return say.F("%d件要办", n) }},
	{check.Confirm, say.F("件要问"), func(n int) say.Text { return say.F("%d件要问", n) }},
}

// StateOfPart returns what a part came to: the worst of its findings, or that answers
// are missing.
func (r *Room) StateOfPart(s Spot) check.Outcome {
	worst := check.Pass
	for _, o := range []check.Outcome{check.Fail, check.Todo, check.Confirm} {
		for _, f := range r.Report().Own(o) {
			if f.Step == s.Step && r.holds(s, f) {
				worst = max(worst, o)
			}
		}
	}
	if slices.ContainsFunc(r.openOn(s.Step, r.waiting(r.Report().Own(check.Missing))), s.holds) {
		worst = max(worst, check.Missing)
	}
	return worst
}

// waiting returns the questions that missing findings wait for: of each finding those that
// have no answer or one that cannot be used, and where the answers do not tell, all that it
// read.
func (r *Room) waiting(findings []check.Finding) []forms.Place {
	a := r.View()
	demands := r.Draft().Notice().Demands(a)
	wrong := map[string]bool{}
	for _, p := range r.Draft().Report().Problems {
		wrong[p.At] = true
	}
	var paths []string
	for _, f := range findings {
		read := slices.DeleteFunc(forms.PlacesAt(f.At), func(p forms.Place) bool { return !p.Applies(a, demands) })
		open := slices.DeleteFunc(slices.Clone(read), func(p forms.Place) bool { return p.Answered(a) && !wrong[p.Path] })
		if len(open) == 0 {
			open = read
		}
		for _, p := range open {
			paths = append(paths, p.Path)
		}
	}
	return forms.PlacesAt(paths)
}

// wrong returns the paths of a step whose answers cannot be used as they are, be there a
// finding that waits for them or not. There may be a thousand with every key press.
func (r *Room) wrong(step forms.Step) []string {
	var paths []string
	for _, p := range r.Draft().Report().Problems {
		if at, ok := forms.StepOf(p.At); ok && at == step {
			paths = append(paths, p.At)
		}
	}
	return paths
}

// openOn returns the paths of the questions of a step among those that findings wait for,
// and of those whose answers cannot be used.
func (r *Room) openOn(step forms.Step, waiting []forms.Place) []string {
	var paths []string
	for _, p := range waiting {
		if p.Step == step {
			paths = append(paths, p.Path)
		}
	}
	return together(paths, r.wrong(step))
}

// together returns the paths of both lists, each once.
func together(some, others []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Concat(some, others), func(path string) bool {
		again := seen[path]
		seen[path] = true
		return again
	})
}

// labels names questions one after the other.
func (r *Room) labels(paths []string) string {
	var labels []say.Text
	for _, p := range forms.PlacesAt(paths[:min(len(paths), mostLabels)]) {
		labels = append(labels, p.Label)
	}
	named := r.Say(say.Join("；", labels...))
	if len(paths) > mostLabels {
		named += " …"
	}
	return named
}

func (r *Room) platformSteps() []guide.PlatformStep {
	return guide.Platform(r.Draft().Notice(), r.View(), r.Draft().Report())
}
