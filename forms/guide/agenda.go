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
	events = append(events, publicity(n, a))
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

func officialDays(n *notice.Notice, a *forms.Applicant) []Event {
	d := n.Dates
	return []Event{
		{
			Kind: Official, Day: d.Individual.Day.Day, Clause: d.Individual.Clause, Who: []check.Actor{check.ActorSelf},
			Title: say.F("个人网上申报截止"), Note: filingNote(n),
		},
		{
			Kind: Official, Day: d.Unit.Day.Day, Clause: d.Unit.Clause, Who: []check.Actor{check.ActorUnit},
			Title: unitTitle(d.Unit.Hour), Note: say.F("过了系统不予提交"),
		},
		{
			Kind: Official, Day: d.System.Day.Day, Clause: d.System.Clause,
			Title: say.F("系统截止"), Note: say.F("只留给公示，不是个人申报的日期"),
		},
		{
			Kind: Official, Day: d.Paper.Day.Day, Clause: d.Paper.Clause, Who: []check.Actor{check.ActorSelf, check.ActorUnit},
			Title: say.F("纸质材料报送截止"), Note: paperNote(n, a),
		},
		{
			Kind: Official, Day: d.Cutoff.Day.Day, Clause: d.Cutoff.Clause,
			Title: say.F("年限算到这一天"), Note: say.F("专业技术工作年限和任职年限"),
		},
	}
}

// unitTitle names the hour where the notice does.
func unitTitle(hour int) say.Text {
	if hour == 0 {
		return say.F("单位审核通过并提交截止")
	}
	return say.F("单位审核通过并提交，%d时截止", hour)
}

// filingNote keeps some days in reserve: 附件2二（一）2 「退回修改」.
func filingNote(n *notice.Notice) say.Text {
	if cites := n.Note(notice.NoteReturned); len(cites) > 0 {
		return say.F("通知没有写几点；单位也是这一天截止，有误的会退回修改（%s），请早几天", cites[0].Clause)
	}
	return say.F("通知没有写几点；单位也是这一天截止，请早几天")
}

// paperNote says, to who applies for a senior level, which committee comes first:
// 附件2二（三） 「将中评委评审通过人员提交至到高评委办公室审查」.
func paperNote(n *notice.Notice, a *forms.Applicant) say.Text {
	note := say.F("邮寄按寄出还是收到算，通知没有写")
	if n.Calendar.HolidayBefore(n.Dates.Paper.Day.Day) {
		note = say.F("节前送到最稳妥；邮寄按寄出还是收到算，通知没有写")
	}
	plan, _ := n.Plan(a.Plan.Code)
	if cites := n.Note(notice.NoteRecommendation); len(cites) > 0 && plan.Level != "" && plan.Level != forms.LevelEngineer {
		return say.Join("；", note, say.F("先经中评委推荐，再报高评委（%s）", cites[0].Clause))
	}
	return note
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

func publicity(n *notice.Notice, a *forms.Applicant) Event {
	from := min(n.Calendar.Before(n.Dates.System.Day.Day, n.Dates.PublicityDays, true), n.Dates.Unit.Day.Day)
	title := say.F("单位最晚要在%s通过，公示%d个工作日", from.Short(), n.Dates.PublicityDays)
	if pass := a.Schedule.UnitPass; pass.Known() {
		from = pass.Last()
		title = say.F("单位%s通过，公示%d个工作日", from.Short(), n.Dates.PublicityDays)
	}
	days := n.Calendar.After(from, n.Dates.PublicityDays, true)
	names := make([]say.Text, len(days))
	for i, d := range days {
		names[i] = d.Short()
		if slices.Contains(n.Calendar.Workdays, notice.Day{Day: d}) {
			names[i] = say.F("%s（调休上班）", names[i])
		}
	}
	return Event{
		Kind: Publicity, Day: days[0], Until: days[len(days)-1], Who: []check.Actor{check.ActorUnit},
		Title: title, Note: say.Join("、", names...), Clause: n.Dates.Unit.Clause,
	}
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
