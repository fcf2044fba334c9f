package page

import (
	"slices"

	"zhicheng/forms"
)

// Spot is a page of the window: a step, and which of its parts, from 0.
type Spot struct {
	Step forms.Step
	Part int
}

// Before reports whether another page comes after it.
func (s Spot) Before(other Spot) bool {
	mine, its := slices.Index(forms.Steps, s.Step), slices.Index(forms.Steps, other.Step)
	return mine < its || mine == its && s.Part < other.Part
}

// holds reports whether the question at a path is on the page.
func (s Spot) holds(path string) bool {
	part, ok := forms.PartOf(s.Step, path)
	return ok && part == s.Part
}
