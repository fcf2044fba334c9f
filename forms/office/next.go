package office

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Next is what comes next for an application, and by which day; without a day Day is 0.
type Next struct {
	What say.Text
	Day  forms.Day
}

// When returns the day in short, empty where there is none.
func (n Next) When() say.Text {
	if n.Day == 0 {
		return say.Text{}
	}
	return n.Day.Short()
}

// nextOf says what has to be seen to first. What fails and what is missing comes before
// the days: without them no day is of use. Of an expired notice no day is ahead.
func nextOf(n *notice.Notice, a *forms.Applicant, r check.Report) Next {
	next := ahead(n, a, r)
	switch fails, missing, asked := r.Own(check.Fail), r.Own(check.Missing), r.Own(check.Confirm); {
	case len(r.Barring()) > 0:
		return Next{What: check.Barred}
	case len(fails) > 0:
		next.What = fails[0].Title
	case len(missing) > 0:
		next.What = say.F("填完")
	case len(r.Own(check.Todo)) > 0:
		if first := r.ByDue()[0]; first.Due.Day == 0 || next.Day == 0 || first.Due.Set && first.Due.Day <= next.Day {
			next.What = first.Title
		}
	case next.Day == 0 && len(asked) > 0:
		next.What = say.F("问：%s", asked[0].Title)
	}
	return next
}

// ahead is the first day that counts and has not passed: one by which something is to
// do, a planned one, or one of the notice's last days.
func ahead(n *notice.Notice, a *forms.Applicant, r check.Report) Next {
	if r.Expired {
		return Next{}
	}
	var next Next
	for _, f := range r.ByDue() {
		if f.Due.Set {
			next = Next{f.Title, f.Due.Day}
			break
		}
	}
	for _, e := range guide.Agenda(n, a, r.AsOf) {
		if e.Past || e.Kind != guide.Official && e.Kind != guide.Planned {
			continue
		}
		if next.Day == 0 || e.Until < next.Day {
			next = Next{e.Title, e.Until}
		}
		break
	}
	return next
}

// Order is what a table is sorted by.
type Order int

// The orders. Each ends with the names of the files, so that it is the same every time.
const (
	ByName    Order = iota // of the applicant, as a dictionary has it
	ByNext                 // the day that comes next
	ByOutcome              // the worst first
	ByChanged              // the latest first
)

// Sort sorts rows; those without what they are sorted by come last.
func Sort(rows []Row, by Order) {
	names := collate.New(language.Chinese)
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(compare[by](names, a, b), names.CompareString(a.Name, b.Name), strings.Compare(a.Path, b.Path))
	})
}

var compare = map[Order]func(names *collate.Collator, a, b Row) int{
	ByName: func(names *collate.Collator, a, b Row) int {
		return lastIf(a.Name == "", b.Name == "", func() int { return names.CompareString(a.Name, b.Name) })
	},
	ByNext: func(_ *collate.Collator, a, b Row) int {
		return lastIf(a.Next.Day == 0, b.Next.Day == 0, func() int { return cmp.Compare(a.Next.Day, b.Next.Day) })
	},
	ByOutcome: func(_ *collate.Collator, a, b Row) int { return cmp.Compare(b.Outcome, a.Outcome) },
	ByChanged: func(_ *collate.Collator, a, b Row) int { return b.Changed.Compare(a.Changed) },
}

// lastIf puts what lacks something last, and compares what both have.
func lastIf(a, b bool, both func() int) int {
	switch {
	case a && b:
		return 0
	case a:
		return 1
	case b:
		return -1
	}
	return both()
}
