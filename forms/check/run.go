package check

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Check is one rule of the notice: its identifier, fixed for files, command line
// and printed list, and the function that judges it.
type Check struct {
	ID       string
	Title    say.Text
	Rule     say.Text // the title that the years of one rule share; empty for the others
	Key      string   // of the citations; years of one rule share it
	Step     forms.Step
	Standing bool
	Gate     bool     // who fails it cannot apply at all
	Reads    []string // places of the file outside educations and achievements
	// InRows are the fields that it reads in every education.
	InRows []forms.Field[forms.Education]
	// Dated says that it reads which days are over.
	Dated bool

	// only tells for which plans the rule is; nil for all.
	only func(notice.Plan) bool
	// needs says in short what the notice asks.
	needs func(*notice.Notice) say.Text
	judge func(*facts) Finding
}

// facts is what a check may look at: the notice, the applicant, the plan that was
// chosen and the day as of which it is judged. No clock of the computer, no files.
type facts struct {
	*forms.Applicant
	notice  *notice.Notice
	plan    notice.Plan
	planned bool // the plan is one of the notice's
	clock   clock
	answers map[string]string // of all places, made when they are needed first
}

// Rules are the checks of one notice, made once and run often.
type Rules struct {
	// Today is the day of the check, for applications that name none; unknown: no day
	// has passed.
	Today forms.Date

	notice *notice.Notice
	checks []Check
}

// NewRules returns the checks of a notice.
func NewRules(n *notice.Notice) *Rules { return &Rules{notice: n, checks: All(n)} }

// Run returns the findings of all checks of a notice in their fixed order, and
// the problems of the answers. It does not change a.
func Run(n *notice.Notice, a *forms.Applicant) Report { return NewRules(n).Run(a) }

// Run returns the findings of all checks in their fixed order, and the problems
// of the answers. It does not change a.
func (r *Rules) Run(a *forms.Applicant) Report {
	n := r.notice
	a = inYear(n, a)
	report := Report{Notice: n, Findings: make([]Finding, len(r.checks))}
	report.Problems = slices.Concat(answerProblems(n, a), planProblems(n, a), forms.Problems(a, n.Demands(a)), dayProblems(n, a), cancelledLater(n, a))
	f := r.facts(a, slices.ContainsFunc(report.Problems, func(p forms.Problem) bool { return p.Impossible }))
	report.Today, report.AsOf, report.Expired = f.clock.today, f.clock.asOf, f.clock.expired
	for i := range r.checks {
		report.Findings[i] = unread(n, a, r.checks[i].run(f))
	}
	report.Notes = notes(f)
	for _, p := range slices.Concat(answerProblems(n, a), planProblems(n, a), dayProblems(n, a), cancelledLater(n, a)) {
		report.Notes[p.At] = p.Message // the question itself knows of no notice
	}
	shareAnswers(report.Findings)
	report.retired = retiredAnswers(a)
	return report
}

// facts are what the checks look at: without the answers that nobody can have.
func (r *Rules) facts(a *forms.Applicant, impossible bool) *facts {
	a = inYear(r.notice, a)
	f := &facts{Applicant: a, notice: r.notice}
	if impossible {
		f.Applicant = possibleAnswers(r.notice, a)
	}
	f.plan, f.planned = r.notice.Plan(a.Plan.Code)
	f.clock = clockOf(f, r.Today)
	return f
}

// inYear returns the application with the planned days that were typed without a year in
// that of the notice.
func inYear(n *notice.Notice, a *forms.Applicant) *forms.Applicant {
	dated := a.Schedule.In(n.Year)
	if dated == a.Schedule {
		return a
	}
	b := *a
	b.Schedule = dated
	return &b
}

// possibleAnswers returns the application without the answers that nobody can
// have: they are problems of their fields and decide no rule.
func possibleAnswers(n *notice.Notice, a *forms.Applicant) *forms.Applicant {
	b := a.Clone()
	for _, p := range dayProblems(n, a) {
		plannedDay(p.At).Enter(b, "")
	}
	if len(cancelledLater(n, a)) > 0 {
		forms.DisciplineCancelled.Enter(b, "?")
	}
	for _, field := range noticed {
		if !n.Offers(field.Info, field.Text(a)) {
			field.Enter(b, "")
		}
	}
	for _, p := range forms.Places(a, n.Demands(a)) {
		switch {
		case !p.Impossible(a):
		case p.Kind == forms.KindNumber:
			p.Enter(b, "?") // no number, and something was typed all the same
		default:
			p.Enter(b, "")
		}
	}
	return b
}

func (c *Check) run(f *facts) (r Finding) {
	defer func() {
		if cause := recover(); cause != nil {
			panic(Bug{Check: c.ID, Cause: cause})
		}
	}()
	if c.only != nil && !f.planned {
		r = c.whateverPlan(f)
	} else {
		r = c.under(f)
	}
	c.label(&r, f)
	r.Answer = c.confirmation(f, r)
	return r
}

// Bug is the panic of a check, with the check's name.
type Bug struct {
	Check string
	Cause any
}

// under judges the applicant as under the plan of f.
func (c *Check) under(f *facts) Finding {
	if c.only != nil && !c.only(f.plan) {
		return notApplicable(say.F("您选的评审计划没有这一条要求"))
	}
	return c.judge(f)
}

// whateverPlan judges without a plan: a result that is the same under every plan
// stands, otherwise the plan is missing.
func (c *Check) whateverPlan(f *facts) Finding {
	var first Finding
	for i, plan := range f.notice.Plans {
		as := *f
		as.plan = plan
		r := c.under(&as)
		if i == 0 {
			first = r
		}
		if r.Outcome != first.Outcome || !slices.Equal(r.At, first.At) {
			return missing(forms.PlanChoice.Info)
		}
	}
	return first
}

// anyPlan marks a rule that is for every plan and whose result depends on it.
func anyPlan(notice.Plan) bool { return true }

func (c *Check) label(f *Finding, read *facts) {
	n := read.notice
	f.ID, f.Title, f.Rule, f.Step, f.Standing = c.ID, c.Title, c.Title, c.Step, c.Standing
	f.Bars = c.Gate && f.Outcome == Fail
	if !c.Rule.Empty() {
		f.Rule = c.Rule
	}
	if f.Cites == nil {
		f.Cites = n.Cite(c.Key)
	}
	if f.Needed.Empty() && c.needs != nil {
		f.Needed = c.needs(n)
	}
	if f.At == nil {
		f.At = c.places(len(read.Education))
	}
	if f.Outcome == Confirm && f.Question.Empty() {
		f.Question = say.F("请问：%s，是否符合%s的要求？", f.Found, clauses(f.Cites))
	}
}

// places are all that the check reads of an application with so many educations. Whether
// a degree is there on the filing day is read wherever its award is; as on that day an
// expired notice is judged.
func (c *Check) places(educations int) []string {
	at := append(c.Reads[:len(c.Reads):len(c.Reads)], educationPaths(educations, c.InRows)...)
	award := func(f forms.Field[forms.Education]) bool { return f.Path == forms.EducationAward.Path }
	if (c.Dated || slices.ContainsFunc(c.InRows, award)) && !slices.Contains(at, forms.ScheduleSubmit.Path) {
		at = append(at, forms.ScheduleSubmit.Path)
	}
	if c.Dated {
		at = append(at, forms.ScheduleToday.Path)
	}
	return at
}

func clauses(cites []notice.Citation) say.Text {
	if len(cites) == 0 {
		return say.F("通知")
	}
	return say.Typed(cites[0].Clause)
}

// planProblems reports a plan that the notice does not have, and a route that the
// plan does not offer.
func planProblems(n *notice.Notice, a *forms.Applicant) []forms.Problem {
	code, route := string(a.Plan.Code), string(a.Plan.Route)
	plan, ok := n.Plan(a.Plan.Code)
	switch {
	case !ok && code != "":
		return []forms.Problem{{
			At: forms.PlanChoice.Path, Text: code,
			Message: say.F("这份通知没有代码为“%s”的评审计划，请重新选择", forms.Brief(code, 40)),
		}}
	case ok && route != "" && n.Offers(forms.PlanRoute.Info, route) && !slices.Contains(plan.Routes, a.Plan.Route):
		return []forms.Problem{{
			At: forms.PlanRoute.Path, Text: route,
			Message: say.F("通知没有写您选的评审计划可以按“%s”申报；确实要这样报的，先问单位人事和通知的联系人，填错了请改", n.Label(forms.PlanRoute.Info, route)),
		}}
	}
	return nil
}

// noticed are the choices among what the notice names.
var noticed = []forms.Field[forms.Applicant]{forms.PlanSpecialty, forms.PlanRoute}

// answerProblems reports answers that the notice does not have.
func answerProblems(n *notice.Notice, a *forms.Applicant) []forms.Problem {
	var problems []forms.Problem
	for _, field := range noticed {
		if text := field.Text(a); !n.Offers(field.Info, text) {
			problems = append(problems, forms.Problem{
				At: field.Path, Text: text, Impossible: true,
				Message: say.F("这份通知没有“%s”这个选项，请重新选择", forms.Brief(text, 40)),
			})
		}
	}
	return problems
}

// plannedDays are the days that the applicant plans.
var plannedDays = []forms.Field[forms.Applicant]{forms.ScheduleSubmit, forms.ScheduleUnitPass, forms.SchedulePaper}

func plannedDay(path string) forms.Field[forms.Applicant] {
	return plannedDays[indexOfPlanned(path)]
}

func isPlanned(path string) bool { return indexOfPlanned(path) >= 0 }

func indexOfPlanned(path string) int {
	return slices.IndexFunc(plannedDays, func(f forms.Field[forms.Applicant]) bool { return f.Path == path })
}

// dayProblems reports planned days on which nobody can do anything under this notice:
// before it was issued, or beyond its calendar.
func dayProblems(n *notice.Notice, a *forms.Applicant) []forms.Problem {
	var problems []forms.Problem
	for _, field := range plannedDays {
		day := forms.ParseDate(field.Text(a)).In(n.Year)
		p := forms.Problem{At: field.Path, Text: day.Text(), Impossible: true}
		switch {
		case !day.Known():
			continue
		case day.Last() < n.Issued.Day:
			p.Message = say.F("通知%s才印发，这个日期在它以前", n.Issued.Chinese())
		case day.First() > n.Calendar.To.Day:
			p.Message = say.F("这份通知只管到%s，这个日期在它以后", n.Calendar.To.Chinese())
		default:
			continue
		}
		problems = append(problems, p)
	}
	return problems
}

// Change is a finding that an edit changed.
type Change struct{ Before, After Finding }

// Compare returns the findings whose outcome or words differ between two reports.
func Compare(before, after Report) []Change {
	var changes []Change
	for _, now := range after.Findings {
		was, _ := before.Find(now.ID)
		if was.Outcome != now.Outcome || was.Found.String() != now.Found.String() || was.Answer != now.Answer {
			changes = append(changes, Change{was, now})
		}
	}
	for _, was := range before.Findings {
		if _, still := after.Find(was.ID); !still {
			changes = append(changes, Change{Before: was})
		}
	}
	return changes
}

// route returns the way of applying, unanswered where the plan does not offer
// the one that stands in the file.
func (f *facts) route() forms.Route {
	if slices.Contains(f.plan.Routes, f.Plan.Route) {
		return f.Plan.Route
	}
	return ""
}

func pass(found say.Text) Finding          { return Finding{Outcome: Pass, Found: found} }
func notApplicable(found say.Text) Finding { return Finding{Outcome: NotApplicable, Found: found} }

func fail(found, remedy say.Text) Finding {
	return Finding{Outcome: Fail, Found: found, Remedy: remedy}
}

// otherwise adds in which cases somebody who is barred could apply.
func (f Finding) otherwise(cases ...say.Text) Finding {
	f.Otherwise = cases
	return f
}

func confirm(found, remedy say.Text) Finding {
	return Finding{Outcome: Confirm, Found: found, Remedy: remedy}
}

func todo(found, remedy say.Text, who ...Actor) Finding {
	return Finding{Outcome: Todo, Found: found, Remedy: remedy, Who: who}
}

// missing names the questions whose answers would settle the check.
func missing(asks ...forms.Info) Finding {
	f := Finding{Outcome: Missing}
	var labels []say.Text
	for _, ask := range asks {
		if !slices.Contains(f.At, ask.Path) {
			f.At = append(f.At, ask.Path)
			labels = append(labels, ask.Label)
		}
	}
	f.Found = say.F("还没填：%s", say.Join("、", labels...))
	if len(asks) > 0 {
		f.Remedy = say.F("到“%s”里填上", asks[0].Step.Label())
	}
	return f
}
