package office

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"sync"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/library"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// Reader reads applications and checks them.
type Reader struct {
	// Notice returns the notice of an application. It is called by one goroutine at a time.
	Notice func(context.Context, *forms.Applicant) (library.Entry, error)
	// Finder makes what looks for faces, when the first photo comes.
	Finder func() (*photo.Finder, error)
	// Shelf knows what was ticked off; nil where there is none.
	Shelf *store.Shelf
	// Measured knows photos that were measured before; nil knows none.
	Measured *store.Measured
	// Today is the day of the check for applications that name none.
	Today forms.Day
}

// Application is one application that was read and checked.
type Application struct {
	Path   string
	Person *forms.Applicant // with its photo measured
	Report check.Report     // without what was ticked off
	Entry  library.Entry    // its notice
	// Unmeasured: the photo is still to be measured, and Report says nothing of it.
	Unmeasured bool
}

// Read reads the files of rows on all cores, within bounded memory, and tells of each
// one that is done by its place; each is called by one goroutine at a time. It tells of
// an application twice where its photo has to be measured, which takes a hundred times as
// long as all else: first without the photo, when all others are read with it. When ctx
// ends, what was not read is told as such.
func (r Reader) Read(ctx context.Context, rows []Row, each func(i int, row Row)) {
	var later []int
	r.each(ctx, rows, false, func(i int, a *Application, err error) {
		row := rows[i].with(a, err)
		if row.Unmeasured {
			later = append(later, i)
		}
		each(i, row)
	})
	slices.Sort(later)
	again := make([]Row, len(later))
	for k, i := range later {
		again[k] = rows[i]
	}
	r.each(ctx, again, true, func(k int, a *Application, err error) {
		if !errors.Is(err, ErrStopped) {
			each(later[k], again[k].with(a, err))
		}
	})
	_ = r.Measured.Keep() // it is measured again
}

// with is a row with what was read of its file.
func (r Row) with(a *Application, err error) Row {
	row := r.anew()
	if err != nil {
		row.Trouble = say.Of(err)
	} else {
		row.take(a)
	}
	return row
}

// anew is a row before its file is read; what the disk says of the file is asked again.
func (r Row) anew() Row {
	row := Row{Path: r.Path, Changed: r.Changed, Size: r.Size}
	if info, err := os.Stat(r.Path); err == nil {
		row.Changed, row.Size = info.ModTime(), info.Size()
	}
	return row
}

// take fills a row with what was read.
func (r *Row) take(a *Application) {
	n := a.Entry.Notice
	r.Unmeasured = a.Unmeasured
	r.Name, r.Unit, r.Trust = a.Person.Person.Name, a.Person.Unit.Name, a.Entry.Stranger()
	if plan, ok := n.Plan(a.Person.Plan.Code); ok {
		r.Plan = n.Name(plan.Short)
	}
	r.Counts = map[check.Outcome]int{}
	r.Outcome = check.Pass
	for _, o := range []check.Outcome{check.Confirm, check.Todo, check.Missing, check.Fail} {
		if r.Counts[o] = len(a.Report.Own(o)); r.Counts[o] > 0 {
			r.Outcome = o
		}
	}
	r.Verdict, _ = a.Report.Headline()
	r.Next = nextOf(n, a.Person, a.Report)
}

// each reads and checks the files, and hands over one after the other. Photos are
// measured where that is asked.
func (r Reader) each(ctx context.Context, rows []Row, measure bool, each func(i int, a *Application, err error)) {
	j := &reading{Reader: r, ctx: ctx, measure: measure, notices: map[noticeKey]*judge{}, read: make([]*forms.Applicant, len(rows))}
	tasks := make([]photo.Task, len(rows))
	for i, row := range rows {
		tasks[i] = photo.Task{Name: strconv.Itoa(i), Read: func() ([]byte, error) { return j.load(i, row.Path) }}
	}
	batch := photo.Batch{Finder: nil, Progress: func(done photo.Done, _, _ int) {
		i, _ := strconv.Atoi(done.Name)
		a, err := j.judged(i, rows[i].Path, done)
		each(i, a, err)
	}}
	if len(rows) > 0 && measure {
		batch.Finder, j.noFinder = r.Finder()
	}
	batch.Run(ctx, tasks)
}

// reading is one call of [Reader.Read].
type reading struct {
	Reader
	ctx      context.Context
	measure  bool
	noFinder error
	large    sync.Mutex         // held while a file is read that is larger than any of ours
	read     []*forms.Applicant // nil until the file was read; each is its own task's
	notices  map[noticeKey]*judge
}

// usual is the size up to which the program writes files, in bytes.
const usual = 16 << 20

// load reads one file and gives its photo, as it would be saved, where that is to be
// measured.
func (j *reading) load(i int, path string) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && info.Size() > usual {
		j.large.Lock()
		defer j.large.Unlock()
	}
	a, err := store.Load(j.ctx, path)
	if err != nil {
		return nil, cmp.Or(errors.Unwrap(err), err) // the row has the file's name
	}
	if len(a.Photo.Data) > 0 {
		if clean, err := photo.Clean(j.ctx, a.Photo.Data); err == nil {
			a.Photo.Data = clean
		}
	}
	facts, known := j.Measured.Of(a.Photo.Data)
	a.Photo.Facts = facts
	j.read[i] = a
	if known || !j.measure {
		return nil, nil
	}
	return a.Photo.Data, nil
}

// judged checks what was read. It is called by one goroutine at a time.
func (j *reading) judged(i int, path string, done photo.Done) (*Application, error) {
	a := j.read[i]
	j.read[i] = nil
	switch {
	case a == nil && errors.Is(done.Err, context.Canceled):
		return nil, ErrStopped
	case a == nil:
		return nil, done.Err
	}
	unmeasured := len(a.Photo.Data) > 0 && a.Photo.Facts == photo.Facts{}
	if unmeasured && j.measure {
		if err := j.take(a, done); err != nil {
			return nil, err
		}
		unmeasured = false
	}
	by, err := j.judge(a)
	if err != nil {
		return nil, err
	}
	made := &Application{Path: path, Person: a, Entry: by.entry, Report: by.rules.Run(a)}
	made.Report.Ticked = j.ticked(made)
	if made.Unmeasured = unmeasured; unmeasured {
		made.Report.Findings = slices.DeleteFunc(made.Report.Findings, func(f check.Finding) bool { return f.Step == forms.StepPhoto })
	}
	return made, nil
}

// take takes what was measured of a photo. What is wrong with the picture is one of its
// facts.
func (j *reading) take(a *forms.Applicant, done photo.Done) error {
	var problem photo.Problem
	switch {
	case j.noFinder != nil:
		return j.noFinder
	case errors.Is(done.Err, context.Canceled):
		return ErrStopped
	case done.Err != nil && !errors.As(done.Err, &problem):
		return done.Err
	}
	a.Photo.Facts = done.Source
	j.Measured.Add(a.Photo.Data, done.Source)
	return nil
}

// judge is a notice with its checks, or why there is none.
type judge struct {
	entry library.Entry
	rules *check.Rules
	err   error
}

// noticeKey is by what applications of one notice are told.
type noticeKey struct {
	id   string
	copy forms.NoticeCopy
}

// judge returns the checks of an application's notice, read once for all of them.
func (j *reading) judge(a *forms.Applicant) (*judge, error) {
	key := noticeKey{a.Notice, a.NoticeCopy}
	by := j.notices[key]
	if by == nil {
		by = &judge{}
		if by.entry, by.err = j.Notice(j.ctx, a); by.err == nil {
			by.rules = check.NewRules(by.entry.Notice)
			by.rules.Today = forms.OnDay(j.Today)
		}
		j.notices[key] = by
	}
	return by, by.err
}

// ticked are the checks of what was ticked off on the way through the platform.
func (j *reading) ticked(a *Application) []string {
	if j.Shelf == nil {
		return nil
	}
	ticks := j.Shelf.Ticks(a.Path)
	if len(ticks.Done) == 0 || ticks.Notice != a.Entry.Notice.ID {
		return nil
	}
	var checks []string
	for _, step := range guide.Platform(a.Entry.Notice, a.Person, a.Report) {
		if _, done := ticks.Done[step.Clause]; done {
			checks = append(checks, step.Reminders...)
		}
	}
	return checks
}
