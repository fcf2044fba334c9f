package check_test

import (
	"strings"
	"testing"

	"zhicheng/forms/check"
)

// Days that nobody has planned yet are nothing to fill in first. A day that is typed and
// cannot be read is.
func TestUnplannedDaysAreNotMissing(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct {
		changes            string
		missing, unplanned int
	}{
		{"unit.name=", 0, 0},
		{"schedule.individual_submit=", 0, 2}, // the unit's day is judged by both
		{"schedule.unit_pass=", 0, 2},
		{"schedule.individual_submit=; schedule.unit_pass=; schedule.paper=", 0, 4},
		{"schedule.paper=十月", 1, 0},
		{"schedule.individual_submit=2020-08-01", 2, 0}, // before the notice
		{"schedule.individual_submit=; schedule.unit_pass=下周", 2, 1},
		{"schedule.individual_submit=; unit.record_reviewed=", 1, 2},
	} {
		a := passing(t, "NE")
		edit(t, n, a, row.changes)
		r := check.Run(n, a)
		if got := len(r.Own(check.Missing)); got != row.missing {
			t.Errorf("%s: %d are missing, want %d", row.changes, got, row.missing)
		}
		if got := len(r.Unplanned()); got != row.unplanned {
			t.Errorf("%s: %d are not planned, want %d", row.changes, got, row.unplanned)
		}
		verdict, _ := r.Headline()
		if row.missing == 0 && strings.Contains(verdict.String(), "没填") {
			t.Errorf("%s: %s", row.changes, verdict)
		}
	}
}
