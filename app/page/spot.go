package page

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// Spot is a page of the window: a step, and which of its parts, from 0.
type Spot struct {
	Step forms.Step
	Part int
}

// Title is what the page is called where a button leads to it.
func (s Spot) Title() say.Text {
	switch {
	case s.Step == StepTranscript:
		return transcriptTitle
	case s.Step == StepStop:
		return check.Barred
	case forms.Parts(s.Step) > 1:
		return forms.Sections(s.Step)[s.Part].Title
	}
	return s.Step.Label()
}

// Beside returns the page after it, or before it for -1; the zero spot at the ends.
func (s Spot) Beside(by int) Spot {
	if BehindResults(s.Step) && by < 0 {
		return Spot{forms.StepResults, 0}
	}
	if part := s.Part + by; part >= 0 && part < forms.Parts(s.Step) {
		return Spot{s.Step, part}
	}
	i := slices.Index(forms.Steps, s.Step)
	if i < 0 || i+by < 0 || i+by >= len(forms.Steps) {
		return Spot{}
	}
	step := forms.Steps[i+by]
	if by < 0 {
		return Spot{step, forms.Parts(step) - 1}
	}
	return Spot{step, 0}
}

// Before reports whether another page comes after it.
func (s Spot) Before(other Spot) bool {
	mine, its := slices.Index(forms.Steps, s.Step), slices.Index(forms.Steps, other.Step)
	return mine < its || mine == its && s.Part < other.Part
}

// holds reports whether a finding of the step belongs to the part: the last one that
// asks what the finding read.
func (s Spot) holds(f check.Finding) bool {
	if forms.Parts(s.Step) == 1 {
		return true
	}
	last := 0
	for _, path := range f.At {
		if part, ok := forms.PartOf(s.Step, path); ok {
			last = max(last, part)
		}
	}
	return last == s.Part
}
