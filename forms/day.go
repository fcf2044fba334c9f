package forms

import (
	"time"

	"zhicheng/forms/say"
)

// Day is a calendar day, counted in days from 1970-01-01. Days are compared and
// subtracted with the ordinary operators.
type Day int

const hoursPerDay = 24 * time.Hour

// NewDay returns the day of the given date. Values outside their usual ranges
// are normalised as by [time.Date].
func NewDay(year int, month time.Month, day int) Day {
	return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DayOf returns the day on which t lies in t's own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / int64(hoursPerDay/time.Second))
}

func (d Day) time() time.Time {
	return time.Unix(int64(d)*int64(hoursPerDay/time.Second), 0).UTC()
}

// Year returns the day's year.
func (d Day) Year() int {
	year, _, _ := d.Date()
	return year
}

// Date returns year, month and day of the month.
func (d Day) Date() (year int, month time.Month, day int) { return d.time().Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.time().Weekday() }

// AddYears returns the corresponding day n years later: the same month and day,
// and 28 February for a 29 February that the year does not have.
func (d Day) AddYears(n int) Day {
	y, m, day := d.Date()
	if m == time.February && day == 29 && !leap(y+n) {
		day = 28
	}
	return NewDay(y+n, m, day)
}

// AddMonths returns the corresponding day n months later, or the last day of
// that month where it is shorter.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Date()
	last := NewDay(y, m+time.Month(n)+1, 0)
	_, _, lastDay := last.Date()
	return last - Day(lastDay-min(day, lastDay))
}

func leap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// String returns the day as 2020-09-23, the form of the application file.
func (d Day) String() string { return d.time().Format(time.DateOnly) }

// Chinese returns the day as it stands in a sentence: 2020年9月23日.
func (d Day) Chinese() say.Text {
	y, m, day := d.Date()
	return say.F("%d年%s%d日", y, month(m), day)
}

// Short returns the day without its year: 9月23日.
func (d Day) Short() say.Text {
	_, m, day := d.Date()
	return say.F("%s%d日", month(m), day)
}

// months are the names of the months: other languages have words for them.
var months = [...]say.Text{
	say.F("1月"), say.F("2月"), say.F("3月"), say.F("4月"), say.F("5月"), say.F("6月"),
	say.F("7月"), say.F("8月"), say.F("9月"), say.F("10月"), say.F("11月"), say.F("12月"),
}

func month(m time.Month) say.Text { return months[m-1] }

// Span is a length of time in whole years, months and days.
type Span struct{ Years, Months, Days int }

// Between returns the span from start to end, both days inside the calendar and
// start not after end; otherwise the zero span.
func Between(start, end Day) Span {
	if end < start {
		return Span{}
	}
	sy, sm, _ := start.Date()
	ey, em, _ := end.Date()
	months := (ey-sy)*12 + int(em) - int(sm)
	if start.AddMonths(months) > end {
		months--
	}
	return Span{months / 12, months % 12, int(end - start.AddMonths(months))}
}

// Say returns the span as 4年15天, without what is none: a whole 4年, and 0天 for no time.
// %v, as “%d年” is the label of a year.
func (s Span) Say() say.Text {
	var parts []say.Text
	if s.Years > 0 {
		parts = append(parts, say.F("%v年", s.Years))
	}
	if s.Months > 0 {
		parts = append(parts, say.F("%d个月", s.Months))
	}
	if s.Days > 0 || len(parts) == 0 {
		parts = append(parts, say.F("%d天", s.Days))
	}
	return say.Join("", parts...)
}

// String returns the Chinese of [Span.Say].
func (s Span) String() string { return s.Say().String() }
