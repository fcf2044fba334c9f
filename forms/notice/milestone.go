package notice

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/say"
)

// MilestoneKind is what a day is about that the program knows to use.
type MilestoneKind string

// The kinds of days. A notice has any of them, each once.
const (
	OpeningDay    MilestoneKind = "opening"    // from which applications are taken
	IndividualDay MilestoneKind = "individual" // the applicant's last day
	UnitDay       MilestoneKind = "unit"       // until which the unit passes them on
	DepartmentDay MilestoneKind = "department"
	SystemDay     MilestoneKind = "system" // the platform closes
	PaperFromDay  MilestoneKind = "paper_from"
	PaperDay      MilestoneKind = "paper"
	PaymentDay    MilestoneKind = "payment"
	CutoffDay     MilestoneKind = "cutoff" // up to which years are counted
)

// Who is whose day it is, or who brings a paper.
type Who string

// Those who have to act.
const (
	Self         Who = "self"
	ByUnit       Who = "unit"
	ByDepartment Who = "department"
)

// Milestone is a day that the notice sets: of a kind, or with a name of its own.
type Milestone struct {
	Kind MilestoneKind `json:"kind,omitempty"`
	Name string        `json:"name,omitempty"`
	Who  []Who         `json:"who,omitempty"` // none: those of the kind
	Deadline
	// Remark is said with the day, in words of the notice's maker.
	Remark string `json:"remark,omitempty"`
}

// Publicity is how many working days the unit makes the application public.
type Publicity struct {
	Days   int    `json:"days"`
	Clause string `json:"clause"`
}

// milestoneKind is whose the days of a kind are, and near which words a notice sets them.
type milestoneKind struct {
	kind MilestoneKind
	who  []Who
	near []*regexp.Regexp
}

// milestoneKinds are all of them.
var milestoneKinds = []milestoneKind{
	{OpeningDay, []Who{Self}, near(`申报时间`, `网上申报`, `开始`)},
	{IndividualDay, []Who{Self}, near(`个人网上申报`, `个人申报截止`, `申报截止`, `截止`)},
	{UnitDay, []Who{ByUnit}, near(`最晚提交时间`, `单位审核通过后`, `单位`)},
	{DepartmentDay, []Who{ByDepartment}, near(`主管部门`)},
	{SystemDay, nil, near(`系统申报`, `系统(?:关闭|截止)?`)},
	{PaperFromDay, []Who{Self, ByUnit}, near(`报送时间`, `纸质`)},
	{PaperDay, []Who{Self, ByUnit}, near(`报送截止时间`, `纸质`)},
	{PaymentDay, []Who{Self}, near(`缴费|交费|缴纳|交纳`)},
	{CutoffDay, nil, near(`截止`, `计算`)},
}

// orders are the days of which one cannot be before another.
var orders = []struct {
	first, second MilestoneKind
	message       string
}{
	{OpeningDay, IndividualDay, "个人截止不能早于开始申报"},
	{IndividualDay, UnitDay, "单位截止不能早于个人截止"},
	{UnitDay, DepartmentDay, "主管部门截止不能早于单位截止"},
	{IndividualDay, SystemDay, "系统截止不能早于个人截止"},
	{UnitDay, SystemDay, "系统截止不能早于单位截止"},
	{PaperFromDay, PaperDay, "纸质材料截止不能早于开始报送"},
	{IndividualDay, PaperDay, "纸质材料截止不能早于个人截止"},
	{UnitDay, PaperDay, "纸质材料截止不能早于单位截止"},
	{IndividualDay, PaymentDay, "缴费截止不能早于个人截止"},
}

// Has reports whether the notice sets a day of a kind.
func (n *Notice) Has(kind MilestoneKind) bool { return n.milestone(kind) >= 0 }

// On returns the day of a kind; the zero deadline where the notice sets none.
func (n *Notice) On(kind MilestoneKind) Deadline {
	if i := n.milestone(kind); i >= 0 {
		return n.Milestones[i].Deadline
	}
	return Deadline{}
}

func (n *Notice) milestone(kind MilestoneKind) int {
	return slices.IndexFunc(n.Milestones, func(m Milestone) bool { return m.Kind == kind })
}

// Remark is what is said with the day of a kind; empty where nothing is.
func (n *Notice) Remark(kind MilestoneKind) say.Text {
	if i := n.milestone(kind); i >= 0 && n.Milestones[i].Remark != "" {
		return n.Name(n.Milestones[i].Remark)
	}
	return say.Text{}
}

// Filing is the last day on which one can apply: the applicant's own, or the next that
// the notice sets.
func (n *Notice) Filing() Deadline {
	for _, kind := range []MilestoneKind{IndividualDay, UnitDay, DepartmentDay, SystemDay} {
		if n.Has(kind) {
			return n.On(kind)
		}
	}
	return n.Closes().Deadline
}

// Closes is the last day on which anything of the notice can be done: the end of its
// year where it sets none.
func (n *Notice) Closes() Milestone {
	last := Milestone{}
	for _, m := range n.Milestones {
		if m.Kind != CutoffDay && m.Day.Day >= last.Day.Day {
			last = m
		}
	}
	if last.Clause == "" {
		last.Day.Day = forms.NewDay(n.Year, 12, 31)
	}
	return last
}

// Cutoff is the day up to which years are counted: the end of the year where the
// notice does not say.
func (n *Notice) Cutoff() forms.Day {
	if n.Has(CutoffDay) {
		return n.On(CutoffDay).Day.Day
	}
	return forms.NewDay(n.Year, 12, 31)
}

// Whose are those who have to act by the day.
func (m Milestone) Whose() []Who {
	if len(m.Who) > 0 {
		return m.Who
	}
	return m.usual().who
}

// usual is what holds for all days of the kind.
func (m Milestone) usual() milestoneKind {
	for _, k := range milestoneKinds {
		if k.kind == m.Kind {
			return k
		}
	}
	return milestoneKind{}
}

// examineMilestones looks at the days: each in its clause, and in an order that can be.
func (e *examination) examineMilestones() {
	for i, m := range e.n.Milestones {
		path := rowOf("milestones", i)
		same := func(other Milestone) bool { return m.Kind == other.Kind && m.Name == other.Name }
		switch {
		case m.Kind == "" && m.Name == "", m.Kind != "" && m.Name != "":
			e.wrong(path, "要写 kind 或者 name，只写一个")
		case slices.ContainsFunc(e.n.Milestones[:i], same):
			e.wrong(path, "“%s”写了两次", cmp.Or(string(m.Kind), m.Name))
		}
		nearby := m.usual().near
		if m.Name != "" {
			nearby = near(regexp.QuoteMeta(newPassage(m.Name).text))
		}
		e.within(path+".name", m.Clause, m.Name)
		e.plainWords(path+".remark", m.Clause, m.Remark, e.ofDay(m.Deadline))
		if m.Day.Day != 0 {
			e.day(path+".day", m.Clause, m.Day.Day, nearby...)
			e.examineHour(path, m.Deadline)
		}
	}
	e.examineDayOrder()
	e.examineCutoff()
	if p := e.n.Publicity; p != nil {
		e.said(quantity{"publicity.days", p.Clause, p.Days, unitWorkdays, fmt.Sprintf("%d个工作日", p.Days), nil})
	}
	e.examineDaysLeftOut()
}

func (e *examination) examineDayOrder() {
	for _, o := range orders {
		first, second := e.n.On(o.first).Day.Day, e.n.On(o.second).Day.Day
		if first != 0 && second != 0 && second < first {
			e.wrong(e.dayPath(o.second), "%s", o.message)
		}
	}
	if last := e.n.On(IndividualDay).Day.Day; last != 0 && last < e.n.Issued.Day {
		e.wrong(e.dayPath(IndividualDay), "个人截止不能早于发通知那天")
	}
}

// dayPath is the path of the day of a kind that there is.
func (e *examination) dayPath(kind MilestoneKind) string {
	return fmt.Sprintf("milestones.%d.day", e.n.milestone(kind))
}

// examineCutoff wants the day up to which years are counted where any are, and in the
// notice's year or the one before.
func (e *examination) examineCutoff() {
	day := e.n.On(CutoffDay).Day
	switch y, _, _ := day.Date(); {
	case day.Day == 0:
		if counts := e.n.countsYears(); counts && !e.unread["milestones"] && !e.n.Has(CutoffDay) {
			e.wrong("milestones", "没有写 cutoff：任职年限算到哪一天")
		}
	case e.n.Year > 0 && (y > e.n.Year || y < e.n.Year-1):
		e.wrong(e.dayPath(CutoffDay), "资历截止在%d年，通知是%d年度的", y, e.n.Year)
	}
}

// countsYears reports whether something of the notice is counted in years up to a day.
func (n *Notice) countsYears() bool {
	return n.Engineer != nil || slices.ContainsFunc(n.Interviews, func(i Interview) bool { return i.LaterEducationYears > 0 })
}

// deadlineWords are how a text speaks of a day by which something has to be done.
var deadlineWords = regexp.MustCompile(`截止|最晚|之?前|为止|止`)

// examineDaysLeftOut doubts a day by which something has to be done and of which the
// data has nothing.
func (e *examination) examineDaysLeftOut() {
	for _, c := range e.n.clauses {
		if e.n.Informative[c.ID] != "" || e.unread["milestones"] {
			continue
		}
		for _, part := range e.own(c.ID).cut("。；;") {
			if deadlineWords.MatchString(part.text) {
				e.examineDaysOf(c.ID, part)
			}
		}
	}
}

// examineDaysOf doubts a day of a passage of a clause of which the data has nothing.
func (e *examination) examineDaysOf(clause string, part passage) {
	for _, d := range days(part, e.n.Year) {
		if word := part.text[d.at:d.end]; d.day.Year() >= e.n.Year-1 && !e.known(clause, d.day, word) {
			e.doubt("milestones", "%s里的“%s”没有写进来", clause, word)
		}
	}
}

// known reports whether a day of a clause is in the data, or a sentence with it is one
// of those that are passed over.
func (e *examination) known(clause string, day forms.Day, word string) bool {
	return slices.ContainsFunc(e.n.Milestones, func(m Milestone) bool { return m.Clause == clause && (m.Day.Day == day || m.Day.Day == 0) }) ||
		clause == footer && day == e.n.Issued.Day || e.passedOver(clause, word)
}
