package ui

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
)

// stepState is what the list of steps says of one step.
type stepState struct {
	outcome check.Outcome
	note    string
}

// stateOf returns the worst outcome of a step's own findings and how many there
// are. Standing questions are the same for everybody and count nowhere here.
func (w *Window) stateOf(step forms.Step) stepState {
	if step == forms.StepResults {
		return w.overall()
	}
	counts := w.counts(func(f check.Finding) bool { return w.standsOn(f, step) })
	switch {
	case counts[check.Fail] > 0:
		return stepState{check.Fail, w.sayf("%d项不符合", counts[check.Fail])}
	case counts[check.Missing] > 0 && !forms.Begun(w.View(), w.draft.Notice().Demands(w.View()), step):
		return stepState{check.Missing, w.sayf("还没开始")}
	case counts[check.Missing] > 0 || w.problemsOn(step) > 0:
		return stepState{check.Missing, w.sayf("没填完")}
	case counts[check.Todo] > 0:
		return stepState{check.Todo, w.sayf("%d件要办", counts[check.Todo])}
	case counts[check.Confirm] > 0:
		return stepState{check.Confirm, w.sayf("%d件要问", counts[check.Confirm])}
	}
	return stepState{check.Pass, ""}
}

// standsOn reports whether a finding is to be seen to on a step: on its own, and what
// is missing also where it is asked.
func (w *Window) standsOn(f check.Finding, step forms.Step) bool {
	if f.Step == step || f.Outcome != check.Missing {
		return f.Step == step
	}
	return slices.ContainsFunc(f.At, func(path string) bool {
		at, ok := forms.StepOf(path)
		return ok && at == step
	})
}

// overall is the state of the results: open while anything is missing.
func (w *Window) overall() stepState {
	counts := w.counts(func(check.Finding) bool { return true })
	if counts[check.Missing] > 0 {
		return stepState{check.Missing, w.sayf("没填完")}
	}
	for _, o := range []check.Outcome{check.Fail, check.Todo, check.Confirm} {
		if counts[o] > 0 {
			return stepState{o, ""}
		}
	}
	return stepState{check.Pass, ""}
}

// counts returns how many of the applicant's own open findings have each outcome.
func (w *Window) counts(keep func(check.Finding) bool) map[check.Outcome]int {
	counts := map[check.Outcome]int{}
	report := w.report()
	for _, o := range check.Outcomes {
		for _, f := range report.Own(o) {
			if keep(f) {
				counts[o]++
			}
		}
	}
	return counts
}

// report is what the checks find, without the things to do that were ticked off on the
// way through the platform.
func (w *Window) report() check.Report {
	r := w.draft.Report()
	if !w.doc.Ticks.Any() {
		return r
	}
	for _, step := range w.platformSteps() {
		if w.doc.Ticks.Done(step) {
			r.Ticked = append(r.Ticked, step.Reminders...)
		}
	}
	return r
}

func (w *Window) problemsOn(step forms.Step) int {
	n := 0
	for _, p := range w.draft.Report().Problems {
		if at, ok := forms.StepOf(p.At); ok && at == step {
			n++
		}
	}
	return n
}
