package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Judge runs this one check.
func (c Check) Judge(n *notice.Notice, a *forms.Applicant) Finding {
	return c.run((&Rules{notice: n}).facts(a, false))
}

// Declares reports whether the check says of itself that it reads a place of an
// application with so many educations.
func (c Check) Declares(place string, educations int) bool {
	return c.reads(place) || slices.Contains(c.places(educations), place)
}

// ForPlan reports whether the check is a rule of the plan.
func (c Check) ForPlan(p notice.Plan) bool { return c.only == nil || c.only(p) }

// Reword has a check say other words for what it finds.
func (r *Rules) Reword(id string, found say.Text) {
	for i, c := range r.checks {
		if c.ID == id {
			r.checks[i].judge = func(f *facts) Finding {
				finding := c.judge(f)
				finding.Found = found
				return finding
			}
		}
	}
}
