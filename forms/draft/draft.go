// Package draft is the application being edited: every edit keeps the way back
// and runs all checks again, so that what is seen and what is found always agree.
//
// A Draft is used from one goroutine, that of the window.
package draft

import (
	"reflect"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// HistoryLength is how many edits can be undone.
const HistoryLength = 500

// Draft holds one application, its findings and its history.
type Draft struct {
	notice    *notice.Notice
	rules     *check.Rules
	current   *forms.Applicant
	report    check.Report
	before    check.Report
	undo      []edit
	redo      []edit
	saved     *forms.Applicant
	listeners []func()
	now       func() time.Time // nil: no day of the check
}

// edit is a state to go back to, and the place that the edit after it changed.
type edit struct {
	place  string
	state  *forms.Applicant
	closed bool // what is typed next is not merged with it
}

// New returns the draft of an application; it takes a copy.
func New(n *notice.Notice, a *forms.Applicant) *Draft {
	d := &Draft{notice: n, rules: check.NewRules(n), current: a.Clone()}
	d.rules.Renew(d.current)
	d.saved = d.current
	d.report = d.run()
	d.before = d.report
	return d
}

// Follow has the checks made as of the clock's day from now on, where the application
// names none: with every edit, and at once.
func (d *Draft) Follow(now func() time.Time) {
	d.now = now
	d.report = d.run()
	d.before = d.report
}

// run runs all checks as of the day that the clock shows.
func (d *Draft) run() check.Report {
	if d.now != nil {
		d.rules.Today = forms.OnDay(forms.DayOf(d.now()))
	}
	return d.rules.Run(d.current)
}

// Notice returns the notice under which the application is checked.
func (d *Draft) Notice() *notice.Notice { return d.notice }

// View returns the application as it stands. It must not be changed.
func (d *Draft) View() *forms.Applicant { return d.current }

// Fingerprint marks the facts on which the question of a check rests.
func (d *Draft) Fingerprint(check string) string { return d.rules.Fingerprint(d.current, check) }

// Report returns what the checks find of it.
func (d *Draft) Report() check.Report { return d.report }

// Listen has f called after every change, undo and redo included.
func (d *Draft) Listen(f func()) { d.listeners = append(d.listeners, f) }

// Edit changes the application. Consecutive edits of the same place are undone
// together; place "" is never merged. An edit that changes nothing is none.
func (d *Draft) Edit(place string, change func(*forms.Applicant)) {
	next := d.current.Clone()
	change(next)
	moved := d.followPlan(next)
	if reflect.DeepEqual(next, d.current) {
		return
	}
	if moved || !d.merges(place) {
		d.undo = append(d.undo, edit{place: place, state: d.current})
		if len(d.undo) > HistoryLength {
			d.undo = d.undo[1:]
		}
	}
	d.redo = nil
	d.show(next)
}

// followPlan takes the plan that specialty and level now lead to, unless another was
// chosen than they led to before. It reports whether one plan took the place of another,
// which is undone by itself.
func (d *Draft) followPlan(next *forms.Applicant) bool {
	was := d.current.Plan
	if next.Plan.Code != was.Code || next.Plan.Specialty == was.Specialty && next.Plan.Level == was.Level {
		return false
	}
	before, _ := d.notice.PlanFor(was.Specialty, was.Level)
	if was.Code == "" || was.Code == before.Code {
		fitting, _ := d.notice.PlanFor(next.Plan.Specialty, next.Plan.Level)
		next.Plan.Code = fitting.Code
	}
	return was.Code != "" && next.Plan.Code != was.Code
}

// merges reports whether an edit of the place is undone together with the last one.
func (d *Draft) merges(place string) bool {
	if place == "" || len(d.undo) == 0 || len(d.redo) > 0 {
		return false
	}
	last := d.undo[len(d.undo)-1]
	return last.place == place && !last.closed
}

// Enter puts text into a place.
func (d *Draft) Enter(p forms.Place, text string) {
	d.Edit(p.Path, func(a *forms.Applicant) { p.Enter(a, text) })
}

// Break ends the merging of edits: what is typed next is undone by itself.
func (d *Draft) Break() {
	if n := len(d.undo); n > 0 {
		d.undo[n-1].closed = true
	}
}

// Replace puts another application in the place of this one, with a new history.
func (d *Draft) Replace(n *notice.Notice, a *forms.Applicant) {
	d.notice, d.rules, d.undo, d.redo = n, check.NewRules(n), nil, nil
	d.show(a.Clone())
	d.saved, d.before = d.current, d.report
}

// Undo goes back one edit and returns the place that it had changed.
func (d *Draft) Undo() (place string, ok bool) { return d.step(&d.undo, &d.redo) }

// Redo takes back one Undo and returns the place that changes again.
func (d *Draft) Redo() (place string, ok bool) { return d.step(&d.redo, &d.undo) }

func (d *Draft) step(from, to *[]edit) (string, bool) {
	if len(*from) == 0 {
		return "", false
	}
	last := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, edit{place: last.place, state: d.current, closed: last.closed})
	d.show(last.state)
	return last.place, true
}

// CanUndo and CanRedo report whether there is a way back or forth.
func (d *Draft) CanUndo() bool { return len(d.undo) > 0 }

// CanRedo reports whether an undone edit can be made again.
func (d *Draft) CanRedo() bool { return len(d.redo) > 0 }

// Changes returns which findings the last edit changed, from what to what.
func (d *Draft) Changes() []check.Change { return check.Compare(d.before, d.report) }

// Dirty reports whether anything changed since the last MarkSaved.
func (d *Draft) Dirty() bool { return d.saved != d.current }

// MarkSaved notes that state, a value of an earlier View, is safe on disk.
func (d *Draft) MarkSaved(state *forms.Applicant) { d.saved = state }

func (d *Draft) show(next *forms.Applicant) {
	d.current = next
	d.before, d.report = d.report, d.run()
	for _, f := range d.listeners {
		f()
	}
}
