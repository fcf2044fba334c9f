package notice_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/notice"
)

// restDays are the days off of a year's autumn as the State Council published
// them, worked out by hand and not from the notice's file.
func restDay(d time.Time, makeUp bool) bool {
	switch date := d.Format("01-02"); {
	case d.Year() == 2020 && date >= "10-01" && date <= "10-08":
		return true
	case d.Year() == 2020 && (date == "09-27" || date == "10-10"):
		return !makeUp
	case d.Year() == 2023 && date >= "09-29" && date <= "10-06":
		return true
	case d.Year() == 2023 && (date == "10-07" || date == "10-08"):
		return !makeUp
	}
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}

// naiveAfter counts one day after another with the standard library's calendar.
func naiveAfter(d time.Time, n int, makeUp bool) []string {
	days := []string{}
	for len(days) < n {
		d = d.AddDate(0, 0, 1)
		if !restDay(d, makeUp) {
			days = append(days, d.Format(time.DateOnly))
		}
	}
	return days
}

func calendars(t *testing.T) map[string]notice.Calendar {
	return map[string]notice.Calendar{"shipped": shipped(t).Calendar, "invented": invented(t).Calendar}
}

// TestWorkingDays compares the count with a naive one from every day of the
// calendar, for one to twelve days, with and without make-up days.
func TestWorkingDays(t *testing.T) {
	for name, c := range calendars(t) {
		checked := 0
		for d := c.From.Day; d <= c.To.Day-20; d++ {
			y, m, day := d.Date()
			start := time.Date(y, m, day, 0, 0, 0, 0, time.UTC)
			for _, makeUp := range []bool{true, false} {
				if c.Working(d, makeUp) == restDay(start, makeUp) {
					t.Errorf("%s: %s is working: %t (make-up %t)", name, d, c.Working(d, makeUp), makeUp)
				}
				for n := range 12 {
					var got []string
					for _, after := range c.After(d, n, makeUp) {
						got = append(got, after.String())
					}
					if want := naiveAfter(start, n, makeUp); !slices.Equal(got, want) {
						t.Errorf("%s: %d working days after %s are %v, want %v", name, n, d, got, want)
					}
					checked++
				}
			}
		}
		if checked < 2000 {
			t.Errorf("%s: only %d counts compared", name, checked)
		}
	}
}

func TestPublicityOf2020(t *testing.T) {
	c := shipped(t).Calendar
	for _, row := range []struct{ unit, with, without string }{
		{"2020-09-17", "2020-09-24", "2020-09-24"},
		{"2020-09-20", "2020-09-25", "2020-09-25"},
		{"2020-09-21", "2020-09-27", "2020-09-28"},
		{"2020-09-22", "2020-09-28", "2020-09-29"},
		{"2020-09-23", "2020-09-29", "2020-09-30"},
		{"2020-09-24", "2020-09-30", "2020-10-09"},
		{"2020-09-25", "2020-10-09", "2020-10-12"},
	} {
		unit := forms.ParseDate(row.unit).First()
		with, without := c.After(unit, 5, true), c.After(unit, 5, false)
		if with[4].String() != row.with || without[4].String() != row.without {
			t.Errorf("after %s: %s and %s, want %s and %s", row.unit, with[4], without[4], row.with, row.without)
		}
	}
}

// Before is the last day from which After does not go beyond the end.
func TestBeforeTurnsAfterRound(t *testing.T) {
	all := calendars(t)
	rapid.Check(t, func(r *rapid.T) {
		c := all[rapid.SampledFrom([]string{"shipped", "invented"}).Draw(r, "calendar")]
		end := c.From.Day + forms.Day(rapid.IntRange(30, 120).Draw(r, "end"))
		n := rapid.IntRange(1, 10).Draw(r, "days")
		makeUp := rapid.Bool().Draw(r, "make-up")
		last := c.Before(end, n, makeUp)
		if days := c.After(last, n, makeUp); days[n-1] > end {
			r.Fatalf("%d days after %s end on %s, after %s", n, last, days[n-1], end)
		}
		if days := c.After(last+1, n, makeUp); days[n-1] <= end {
			r.Fatalf("%s would still do, not only %s", last+1, last)
		}
	})
}

func TestCovers(t *testing.T) {
	c := shipped(t).Calendar
	for day, want := range map[string]bool{"2020-08-23": false, "2020-08-24": true, "2020-12-31": true, "2021-01-01": false} {
		if got := c.Covers(forms.ParseDate(day).First()); got != want {
			t.Errorf("covers %s: %t", day, got)
		}
	}
}
