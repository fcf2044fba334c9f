package guide

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// EventKind sorts the days of an agenda.
type EventKind int

// The kinds of days.
const (
	Planned  EventKind = iota + 1 // the applicant's own day
	Official                      // the notice's last day
	Publicity
	Holiday
)

// Event is a day that counts, or several days in a row.
type Event struct {
	Kind   EventKind
	Day    forms.Day
	Until  forms.Day // the last of several days, otherwise Day
	Title  say.Text
	Note   say.Text
	Who    []check.Actor
	Clause string
	Past   bool // before the day of the check
}

// When returns the days as they stand in a list: 9月23日 or 10月1日—10月8日.
func (e Event) When() say.Text {
	if e.Until > e.Day {
		return say.F("%s—%s", e.Day.Short(), e.Until.Short())
	}
	return e.Day.Short()
}

// Agenda returns the days that count for this applicant in their order: the
// notice's own, the planned ones, and the publicity counted from the day on which
// the unit passes, or else from the last possible one. Those before asOf have passed.
func Agenda(n *notice.Notice, a *forms.Applicant, asOf forms.Date) []Event {
	dated := *a
	dated.Schedule = a.Schedule.In(n.Year)
	a = &dated
	events := officialDays(n, a)
	events = append(events, plannedDays(a)...)
	events = append(events, publicity(n, a)...)
	events = append(events, holidays(n)...)
	for i := range events {
		if events[i].Until < events[i].Day {
			events[i].Until = events[i].Day
		}
		events[i].Past = asOf.Known() && events[i].Until < asOf.First()
	}
	slices.SortStableFunc(events, func(x, y Event) int { return int(x.Day - y.Day) })
	return events
}

// officialDays are the days that the notice sets, in its order.
func officialDays(n *notice.Notice, a *forms.Applicant) []Event {
	events := make([]Event, len(n.Milestones))
	for i, m := range n.Milestones {
		events[i] = Event{Kind: Official, Day: m.Day.Day, Clause: m.Clause, Title: milestoneTitle(n, m), Note: milestoneNote(n, a, m)}
		for _, who := range m.Whose() {
			events[i].Who = append(events[i].Who, check.Actor(who))
		}
	}
	return events
}

// milestoneNames are how the days of each kind are called.
var milestoneNames = map[notice.MilestoneKind]say.Text{
	notice.OpeningDay:    say.F("网上申报开始"),
	notice.IndividualDay: say.F("个人网上申报截止"),
	notice.UnitDay:       say.F("单位审核通过并提交截止"),
	notice.DepartmentDay: say.F("主管部门审查截止"),
	notice.SystemDay:     say.F("系统截止"),
	notice.PaperFromDay:  say.F("纸质材料开始报送"),
	notice.PaperDay:      say.F("纸质材料报送截止"),
	notice.PaymentDay:    say.F("缴费截止"),
	notice.CutoffDay:     say.F("年限算到这一天"),
}

func milestoneName(n *notice.Notice, m notice.Milestone) say.Text {
	if m.Kind == "" {
		return n.Name(m.Name)
	}
	return milestoneNames[m.Kind]
}

// milestoneTitle names the hour where the notice does.
func milestoneTitle(n *notice.Notice, m notice.Milestone) say.Text {
	switch {
	case m.Hour == 0:
		return milestoneName(n, m)
	case m.Kind == notice.UnitDay:
		return say.F("单位审核通过并提交，%d时截止", m.Hour)
	}
	return say.F("%s，%d时", milestoneName(n, m), m.Hour)
}

func milestoneNote(n *notice.Notice, a *forms.Applicant, m notice.Milestone) say.Text {
	remark := n.Remark(m.Kind)
	switch m.Kind {
	case "":
		return n.Name(m.Remark)
	case notice.IndividualDay:
		return say.Join("；", filingNote(n, m), remark)
	case notice.PaperDay:
		return paperNote(n, a, remark)
	}
	return remark
}

// filingNote keeps some days in reserve: 附件2二（一）2 「退回修改」.
func filingNote(n *notice.Notice, m notice.Milestone) say.Text {
	var hour say.Text
	if m.Hour == 0 {
		hour = say.F("通知没有写几点")
	}
	cites, together := n.Note(notice.NoteReturned), n.On(notice.UnitDay).Day == m.Day
	early := say.F("请早几天")
	switch {
	case together && len(cites) > 0:
		early = say.F("单位也是这一天截止，有误的会退回修改（%s），请早几天", cites[0].Clause)
	case together:
		early = say.F("单位也是这一天截止，请早几天")
	case len(cites) > 0:
		early = say.F("有误的会退回修改（%s），请早几天", cites[0].Clause)
	}
	return say.Join("；", hour, early)
}

// paperNote says, to who applies for a senior level, which committee comes first:
// 附件2二（三） 「将中评委评审通过人员提交至到高评委办公室审查」.
func paperNote(n *notice.Notice, a *forms.Applicant, remark say.Text) say.Text {
	var early, first say.Text
	if n.Calendar.HolidayBefore(n.On(notice.PaperDay).Day.Day) {
		early = say.F("节前送到最稳妥")
	}
	plan, _ := n.Plan(a.Plan.Code)
	if cites := n.Note(notice.NoteRecommendation); len(cites) > 0 && plan.Level != "" && plan.Level != forms.LevelEngineer {
		first = say.F("先经中评委推荐，再报高评委（%s）", cites[0].Clause)
	}
	return say.Join("；", early, remark, first)
}

func plannedDays(a *forms.Applicant) []Event {
	s := a.Schedule
	var events []Event
	for _, p := range []struct {
		date  forms.Date
		title say.Text
		who   check.Actor
	}{
		{s.IndividualSubmit, say.F("您打算网上申报"), check.ActorSelf},
		{s.UnitPass, say.F("单位预计通过"), check.ActorUnit},
		{s.Paper, say.F("您打算送到纸质材料"), check.ActorSelf},
	} {
		if p.date.Known() {
			events = append(events, Event{
				Kind: Planned, Day: p.date.First(), Until: p.date.Last(), Title: p.title, Who: []check.Actor{p.who},
			})
		}
	}
	return events
}

// publicity counts the working days of the publicity where the notice asks for one.
func publicity(n *notice.Notice, a *forms.Applicant) []Event {
	if n.Publicity == nil {
		return nil
	}
	from := n.Filing().Day.Day
	if n.Has(notice.SystemDay) {
		from = n.Calendar.Before(n.On(notice.SystemDay).Day.Day, n.Publicity.Days, true)
	}
	if n.Has(notice.UnitDay) {
		from = min(from, n.On(notice.UnitDay).Day.Day)
	}
	title := say.F("单位最晚要在%s通过，公示%d个工作日", from.Short(), n.Publicity.Days)
	if pass := a.Schedule.UnitPass; pass.Known() {
		from = pass.Last()
		title = say.F("单位%s通过，公示%d个工作日", from.Short(), n.Publicity.Days)
	}
	days := n.Calendar.After(from, n.Publicity.Days, true)
	names := make([]say.Text, len(days))
	for i, d := range days {
		names[i] = d.Short()
		if slices.Contains(n.Calendar.Workdays, notice.Day{Day: d}) {
			names[i] = say.F("%s（调休上班）", names[i])
		}
	}
	return []Event{{
		Kind: Publicity, Day: days[0], Until: days[len(days)-1], Who: []check.Actor{check.ActorUnit},
		Title: title, Note: say.Join("、", names...), Clause: n.Publicity.Clause,
	}}
}

// holidays joins the public holidays that follow one another.
func holidays(n *notice.Notice) []Event {
	var events []Event
	for _, d := range n.Calendar.Holidays {
		if last := len(events) - 1; last >= 0 && events[last].Until == d.Day-1 {
			events[last].Until = d.Day
			continue
		}
		events = append(events, Event{Kind: Holiday, Day: d.Day, Until: d.Day, Title: say.F("放假")})
	}
	return events
}

// LastDays says of the last days among some days whether they count themselves; empty where
// none of them is one that the notice sets.
func LastDays(n *notice.Notice, days []forms.Day) say.Text {
	var counted, untold []say.Text
	for _, m := range n.Milestones {
		if slices.Contains(noLastDays, m.Kind) || !slices.Contains(days, m.Day.Day) {
			continue
		}
		named := say.F("%s（%s）", m.Chinese(), milestoneName(n, m))
		if n.CountsItself(m) {
			counted = append(counted, named)
		} else {
			untold = append(untold, named)
		}
	}
	var parts []say.Text
	if len(untold) > 0 {
		parts = append(parts, say.F("通知没有写%s当天算不算，早一天办最稳妥。", say.Join("、", untold...)))
	}
	if len(counted) > 0 {
		parts = append(parts, say.F("%s：当天算。", say.Join("、", counted...)))
	}
	return say.Join("", parts...)
}

// noLastDays are the kinds of days until which nothing has to be done.
var noLastDays = []notice.MilestoneKind{notice.OpeningDay, notice.PaperFromDay, notice.CutoffDay}
