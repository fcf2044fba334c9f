package ui

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// spot is a page of the window: a step, and which of its parts, from 0.
type spot struct {
	step forms.Step
	part int
}

// spot returns the open page.
func (w *Window) spot() spot { return spot{w.page.step, w.part} }

// spot returns where the page is; it may be still to be opened.
func (p *page) spot() spot { return spot{p.step, p.w.part} }

// title is what the page is called where a button leads to it.
func (s spot) title() say.Text {
	switch {
	case s.step == stepTranscript:
		return transcriptTitle
	case s.step == stepStop:
		return check.Barred
	case forms.Parts(s.step) > 1:
		return forms.Sections(s.step)[s.part].Title
	}
	return s.step.Label()
}

// beside returns the page after it, or before it for -1; the zero spot at the ends.
func (s spot) beside(by int) spot {
	if behindResults(s.step) && by < 0 {
		return spot{forms.StepResults, 0}
	}
	if part := s.part + by; part >= 0 && part < forms.Parts(s.step) {
		return spot{s.step, part}
	}
	i := slices.Index(forms.Steps, s.step)
	if i < 0 || i+by < 0 || i+by >= len(forms.Steps) {
		return spot{}
	}
	step := forms.Steps[i+by]
	if by < 0 {
		return spot{step, forms.Parts(step) - 1}
	}
	return spot{step, 0}
}

// isBefore reports whether another page comes after it.
func (s spot) isBefore(other spot) bool {
	mine, its := slices.Index(forms.Steps, s.step), slices.Index(forms.Steps, other.step)
	return mine < its || mine == its && s.part < other.part
}

// holds reports whether a finding of the step belongs to the part: the last one that
// asks what the finding read.
func (s spot) holds(f check.Finding) bool {
	if forms.Parts(s.step) == 1 {
		return true
	}
	last := 0
	for _, path := range f.At {
		if part, ok := forms.PartOf(s.step, path); ok {
			last = max(last, part)
		}
	}
	return last == s.part
}

// asked returns the sections that the page asks.
func (p *page) asked() []forms.Section {
	list := forms.Sections(p.step)
	if forms.Parts(p.step) > 1 {
		return list[p.w.part : p.w.part+1]
	}
	return list
}

// nameParts names the page of a step that has several.
func (p *page) nameParts() {
	if n := forms.Parts(p.step); n > 1 {
		p.heading.Set(p.w.Say(p.spot().title()))
		p.lead.Set(p.w.sayf("%s，第%d页，共%d页。", p.step.Label(), p.w.part+1, n))
	}
}

// stateOfPart returns what a part came to: the worst of its findings, or that answers
// are missing.
func (w *Window) stateOfPart(s spot) check.Outcome {
	worst := check.Pass
	for _, o := range []check.Outcome{check.Fail, check.Todo, check.Confirm} {
		for _, f := range w.report().Own(o) {
			if f.Step == s.step && s.holds(f) {
				worst = max(worst, o)
			}
		}
	}
	var missing []string
	for _, f := range w.report().Own(check.Missing) {
		missing = append(missing, f.At...)
	}
	for _, place := range w.unanswered(missing) {
		if part, ok := forms.PartOf(s.step, place.Path); ok && part == s.part {
			worst = max(worst, check.Missing)
		}
	}
	return worst
}
