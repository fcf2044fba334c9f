package check

import (
	"zhicheng/forms"
	"zhicheng/forms/notice"
)

// Judge runs this one check.
func (c Check) Judge(n *notice.Notice, a *forms.Applicant) Finding {
	f := &facts{Applicant: a, notice: n}
	f.plan, f.planned = n.Plan(a.Plan.Code)
	return c.run(f)
}

// ForPlan reports whether the check is a rule of the plan.
func (c Check) ForPlan(p notice.Plan) bool { return c.only == nil || c.only(p) }
