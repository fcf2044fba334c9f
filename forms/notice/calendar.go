package notice

import (
	"slices"
	"time"

	"zhicheng/forms"
)

// Day is a day of the notice, written 2020-09-23.
type Day struct{ forms.Day }

// Calendar tells working days: Monday to Friday, but for public holidays, and
// the weekend days that are worked to make up for them (调休上班).
type Calendar struct {
	From     Day    `json:"from"`
	To       Day    `json:"to"`
	Holidays []Day  `json:"holidays,omitempty"`
	Workdays []Day  `json:"workdays,omitempty"`
	Source   string `json:"source"`
}

// Working reports whether d is a working day; makeUp says whether make-up days
// count, as one cannot know of every system.
func (c Calendar) Working(d forms.Day, makeUp bool) bool {
	switch {
	case slices.Contains(c.Holidays, Day{d}):
		return false
	case slices.Contains(c.Workdays, Day{d}):
		return makeUp
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// After returns the n working days that follow d, not counting d itself.
func (c Calendar) After(d forms.Day, n int, makeUp bool) []forms.Day {
	days := make([]forms.Day, 0, n)
	for len(days) < n {
		d++
		if c.Working(d, makeUp) {
			days = append(days, d)
		}
	}
	return days
}

// Before returns the last day after which at least n working days follow up to
// and including end.
func (c Calendar) Before(end forms.Day, n int, makeUp bool) forms.Day {
	for ; n > 0; end-- {
		if c.Working(end, makeUp) {
			n--
		}
	}
	return end
}

// HolidayBefore reports whether a public holiday lies in the week before a day.
func (c Calendar) HolidayBefore(last forms.Day) bool {
	return slices.ContainsFunc(c.Holidays, func(d Day) bool { return d.Day < last && d.Day >= last-7 })
}

// Covers reports whether the calendar knows the holidays of d.
func (c Calendar) Covers(d forms.Day) bool { return c.From.Day <= d && d <= c.To.Day }
