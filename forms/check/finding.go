package check

import (
	"cmp"
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Actor is who has to do something.
type Actor string

// The actors.
const (
	ActorSelf       Actor = "self"
	ActorUnit       Actor = "unit"
	ActorDepartment Actor = "department"
)

// Say returns who that is, as the applicant reads it.
func (a Actor) Say() say.Text {
	switch a {
	case ActorUnit:
		return say.F("单位")
	case ActorDepartment:
		return say.F("主管部门")
	}
	return say.F("本人")
}

// Finding is what one check came to, with the clause it rests on.
type Finding struct {
	ID       string
	Outcome  Outcome
	Title    say.Text
	Rule     say.Text // the title without a year, which the years of one rule share
	Found    say.Text // what the application says, with its figures
	Needed   say.Text // what the notice asks
	Remedy   say.Text // what to do; never empty for Fail, Missing and Todo
	Question say.Text // ready to ask, for Confirm
	Measure  Measure  // what was measured; zero where nothing is
	Cites    []notice.Citation
	Step     forms.Step
	// At names the places of the file that the check read; for Missing exactly
	// the questions whose answers would settle it.
	At       []string
	Standing bool // a question for everybody, not about this applicant
	Advice   bool // goes beyond the notice
	// Unplanned says of what is Missing that it waits only for planned days, without which
	// nobody applies worse.
	Unplanned bool
	// Bars says that one cannot apply at all, and Otherwise in which cases one could.
	Bars      bool
	Otherwise []say.Text
	// Who has to act and by which day, for Todo; a zero Due has no day.
	Who []Actor
	Due Due
	// Answer is the applicant's confirmation, while it counts.
	Answer forms.Confirmation
}

// Measure is the number that a check judged and what the notice asks, both in Unit.
// The zero Measure is none.
type Measure struct {
	Value    forms.Number // not known where it is not answered
	Required forms.Hundredths
	Unit     say.Text
}

// None reports whether nothing was measured.
func (m Measure) None() bool { return m.Unit.Empty() }

// Gap returns how much is missing of what is asked for at least.
func (m Measure) Gap() forms.Hundredths { return max(0, m.Required-m.Value.Value()) }

// Due is the day by which something has to be done. Without Set the day is not
// printed and only tells the order.
type Due struct {
	Day  forms.Day
	Set  bool
	Note say.Text // such as "先办这件事"
}

// Text returns the due day without its year, with its note, as it is read by people; ""
// for none.
func (d Due) Text() say.Text { return d.by(d.Day.Short()) }

// Chinese is Text with the year, for what is read apart from the program.
func (d Due) Chinese() say.Text { return d.by(d.Day.Chinese()) }

func (d Due) by(day say.Text) say.Text {
	switch {
	case d.Set && !d.Note.Empty():
		return say.F("%s前，%s", day, d.Note)
	case d.Set:
		return say.F("%s前", day)
	}
	return d.Note
}

// Answered reports whether the applicant has asked and noted the answer.
func (f Finding) Answered() bool { return f.Answer.Answer != "" }

// Report is everything that the checks found of one application.
type Report struct {
	Notice   *notice.Notice
	Findings []Finding
	Problems []forms.Problem
	// Today is the day of the check, AsOf the day that it is judged as on: the same, but
	// for a notice that has expired. Both are unknown where no day was handed in.
	Today, AsOf forms.Date
	Expired     bool

	// Notes are remarks on answers that are no mistake, by their places.
	Notes map[string]say.Text
	// Ticked are the checks of what the applicant has ticked off as done; no check knows.
	Ticked []string

	retired []Finding // answers to questions that are asked no more
}

// Outcome returns the worst outcome of all findings.
func (r Report) Outcome() Outcome {
	worst := NotApplicable
	for _, f := range r.Findings {
		worst = max(worst, f.Outcome)
	}
	return worst
}

// Counts returns how many findings have each outcome.
func (r Report) Counts() map[Outcome]int {
	counts := make(map[Outcome]int, len(Outcomes))
	for _, f := range r.Findings {
		counts[f.Outcome]++
	}
	return counts
}

// Own returns the findings about this applicant, in order of concern, without
// the standing questions, what was ticked and what waits for a plan. Of those that ask the
// same there is one.
func (r Report) Own(outcome Outcome) []Finding {
	return together(r.filter(func(f Finding) bool {
		return f.Outcome == outcome && !f.Standing && !f.Unplanned && !f.Answered() && !r.ticked(f)
	}))
}

// Unplanned returns the findings that wait only for days that the applicant may plan.
func (r Report) Unplanned() []Finding {
	return r.filter(func(f Finding) bool { return f.Unplanned })
}

func (r Report) ticked(f Finding) bool { return f.Outcome == Todo && slices.Contains(r.Ticked, f.ID) }

// Standing returns the questions that are the same for everybody.
func (r Report) Standing() []Finding {
	return r.filter(func(f Finding) bool { return f.Standing && !f.Answered() })
}

// Answered returns the questions that the applicant has asked already, also those that
// are asked no more.
func (r Report) Answered() []Finding {
	return append(together(r.filter(Finding.Answered)), r.retired...)
}

// Sharing returns the checks that ask the same question as one of them, that one first.
func (r Report) Sharing(id string) []string {
	ids := []string{id}
	asked, ok := r.Find(id)
	for _, f := range r.Findings {
		if ok && f.Outcome == Confirm && f.ID != id && f.Question.String() == asked.Question.String() {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// together makes one finding of the questions that are the same in their words: it is
// found what all of them found. What is not asked stays as it is.
func together(findings []Finding) []Finding {
	var kept []Finding
	at := map[string]int{}
	for _, f := range findings {
		i, known := at[f.Question.String()]
		switch {
		case f.Outcome != Confirm:
		case known:
			kept[i] = kept[i].and(f)
			continue
		default:
			at[f.Question.String()] = len(kept)
		}
		kept = append(kept, f)
	}
	return kept
}

// and adds to a question what another finding of the same question found.
func (f Finding) and(other Finding) Finding {
	f.Title = say.Join("、", f.Title, other.Title)
	if f.Found.String() != other.Found.String() {
		f.Found = say.Join("；", f.Found, other.Found)
	}
	f.At = append(slices.Clone(f.At), slices.DeleteFunc(slices.Clone(other.At), func(path string) bool { return slices.Contains(f.At, path) })...)
	f.Cites = append(slices.Clone(f.Cites), slices.DeleteFunc(slices.Clone(other.Cites), func(c notice.Citation) bool { return slices.Contains(f.Cites, c) })...)
	return f
}

// shareAnswers lets what was answered to a question count for every finding that asks
// the same.
func shareAnswers(findings []Finding) {
	given := map[string]forms.Confirmation{}
	for _, f := range findings {
		if f.Answered() {
			given[f.Question.String()] = f.Answer
		}
	}
	if len(given) == 0 {
		return
	}
	for i, f := range findings {
		if f.Outcome == Confirm && !f.Answered() {
			findings[i].Answer = given[f.Question.String()]
		}
	}
}

// ByDue returns the things to do in the order of their days; what has none comes
// first, as it has to be done before everything else.
func (r Report) ByDue() []Finding {
	todo := r.Own(Todo)
	slices.SortStableFunc(todo, func(a, b Finding) int { return cmp.Compare(a.Due.Day, b.Due.Day) })
	return todo
}

// OfStep returns the findings of one step.
func (r Report) OfStep(step forms.Step) []Finding {
	return r.filter(func(f Finding) bool { return f.Step == step })
}

// Find returns the finding of a check.
func (r Report) Find(id string) (Finding, bool) {
	i := slices.IndexFunc(r.Findings, func(f Finding) bool { return f.ID == id })
	if i < 0 {
		return Finding{}, false
	}
	return r.Findings[i], true
}

func (r Report) filter(keep func(Finding) bool) []Finding {
	var kept []Finding
	for _, f := range r.Findings {
		if keep(f) {
			kept = append(kept, f)
		}
	}
	return kept
}

// Barring returns the findings by which the applicant cannot apply at all.
func (r Report) Barring() []Finding { return r.filter(func(f Finding) bool { return f.Bars }) }

// LastWord ends every conclusion.
var LastWord = say.F("最终以单位和评审机构审核为准。")

// Asking is the heading of what has to be asked: how many questions are the applicant's
// own, as the headline counts them, and how many are everybody's.
func (r Report) Asking() say.Text {
	switch own, standing := len(r.Own(Confirm)), len(r.Standing()); {
	case standing == 0:
		return say.F("要问的事（%d）", own)
	case own == 0:
		return say.F("每个人都要问的事（%d）", standing)
	default:
		return say.F("要问的事（%d），每个人都要问的（%d）", own, standing)
	}
}

// Barred is the conclusion for who cannot apply at all.
var Barred = say.F("照这份通知，您不能申报")

// Headline returns the conclusion in one line, and what is to be said besides. It
// never says that somebody will pass the evaluation.
func (r Report) Headline() (verdict, rest say.Text) {
	if barring := r.Barring(); len(barring) > 0 {
		found := make([]say.Text, len(barring))
		for i, f := range barring {
			found[i] = f.Found
		}
		return Barred, say.Join("。", say.Join("；", found...), LastWord)
	}
	if n := len(r.Own(Fail)); n > 0 {
		return say.F("有%d项不符合通知要求", n), say.Text{}
	}
	if n := len(r.Own(Missing)); n > 0 {
		return say.F("还有%d项没填，先填完", n), say.Text{}
	}
	open := say.F("还有%d件事要办、%d件事要问。", len(r.Own(Todo)), len(r.Own(Confirm)))
	return say.F("没有发现不符合通知的地方"), say.Join("", open, LastWord)
}
