package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// check prints what all checks find of an application.
func (p *program) check(args []string) (int, error) {
	set := p.flags("check", "[--json] [--today 日期] 申报文件")
	asJSON := set.Bool("json", false, "输出 JSON")
	day := set.String("today", "", "按哪一天核对，例如 2020-09-10；文件里写了日子的按文件，都没写的按今天")
	p.noticeFlag(set)
	words, err := parse(set, args, 1, 1)
	if err != nil {
		return statusUnused, err
	}
	today, err := checkingDay(*day)
	if err != nil {
		return statusUnused, err
	}
	j, err := p.judged(words[0], today)
	if err != nil {
		return statusUnused, err
	}
	if *asJSON {
		err = writeJSON(p.out, jsonReport(j.applicant, j.report))
	} else {
		err = writeReport(p.out, j)
	}
	if err != nil {
		return statusUnused, fmt.Errorf("写出结果：%w", err)
	}
	if j.report.Outcome() >= check.Missing {
		return statusBad, nil
	}
	return statusGood, nil
}

// judgement is an application with what all checks found of it, and its photo,
// nil where there is none that can be read.
type judgement struct {
	applicant *forms.Applicant
	report    check.Report
	photo     *photo.Source
	notice    library.Entry
	newer     string // that a later version of the notice is installed
}

// checkingDay reads the day that --today names; without one it is the computer's.
func checkingDay(text string) (forms.Day, error) {
	if text == "" {
		return forms.DayOf(time.Now()), nil
	}
	day := forms.ParseDate(text)
	if !day.Exact() {
		return 0, fmt.Errorf("日期 %s 看不懂，要写成 2020-09-10 的样子", fileread.Shown(text, longestShown))
	}
	return day.First(), nil
}

// judged loads an application with its photo and runs all checks under the notice
// that the file names, as of the given day where the file names none.
func (p *program) judged(path string, today forms.Day) (judgement, error) {
	a, err := store.Load(p.ctx, path)
	if err != nil {
		return judgement{}, err
	}
	entry, err := p.noticeOf(a)
	if err != nil {
		return judgement{}, err
	}
	n := entry.Notice
	var finder *photo.Finder
	if len(a.Photo.Data) > 0 {
		if finder, err = theFinder(); err != nil {
			return judgement{}, err
		}
	}
	measured, source, err := a.Photo.Opened(p.ctx, finder)
	if err != nil {
		return judgement{}, fmt.Errorf("检查照片：%w", err)
	}
	a.Photo = measured
	rules := check.NewRules(n)
	rules.Today = forms.OnDay(today)
	return judgement{a, rules.Run(a), source, entry, p.newer(entry)}, nil
}

type checkJSON struct {
	Notice      string          `json:"notice"`
	Plan        string          `json:"plan"`
	CheckedAsOf string          `json:"checked_as_of"`
	Today       string          `json:"today"`
	Expired     bool            `json:"expired"`
	Outcome     check.Outcome   `json:"outcome"`
	Counts      countsJSON      `json:"counts"`
	Findings    []findingJSON   `json:"findings"`
	Problems    []forms.Problem `json:"problems"`
}

type countsJSON struct {
	Fail          int `json:"fail"`
	Missing       int `json:"missing"`
	Todo          int `json:"todo"`
	Confirm       int `json:"confirm"`
	Pass          int `json:"pass"`
	NotApplicable int `json:"not_applicable"`
}

type findingJSON struct {
	ID       string        `json:"id"`
	Outcome  check.Outcome `json:"outcome"`
	Title    string        `json:"title"`
	Clause   string        `json:"clause"`
	Quote    string        `json:"quote"`
	Found    string        `json:"found"`
	Needed   string        `json:"needed"`
	Remedy   string        `json:"remedy"`
	Question string        `json:"question,omitempty"`
	Answer   string        `json:"answer,omitempty"`
	Step     forms.Step    `json:"step"`
	At       []string      `json:"at"`
	Standing bool          `json:"standing"`
	Measure  *measureJSON  `json:"measure,omitempty"`
}

// measureJSON is a number that was judged; value is as typed, "" for no answer.
type measureJSON struct {
	Value    string `json:"value"`
	Required string `json:"required"`
	Unit     string `json:"unit"`
}

func jsonMeasure(m check.Measure) *measureJSON {
	if m.None() {
		return nil
	}
	value := m.Value.Text()
	if m.Value.Known() {
		value = m.Value.Value().String() // not 18学时, as it may have been typed
	}
	return &measureJSON{value, m.Required.String(), m.Unit.String()}
}

func jsonReport(a *forms.Applicant, r check.Report) checkJSON {
	counts := r.Counts()
	return checkJSON{
		Notice:      r.Notice.ID,
		Plan:        string(a.Plan.Code),
		CheckedAsOf: r.AsOf.Text(),
		Today:       r.Today.Text(),
		Expired:     r.Expired,
		Outcome:     r.Outcome(),
		Counts: countsJSON{
			Fail: counts[check.Fail], Missing: counts[check.Missing], Todo: counts[check.Todo],
			Confirm: counts[check.Confirm], Pass: counts[check.Pass], NotApplicable: counts[check.NotApplicable],
		},
		Findings: jsonFindings(r.Findings),
		Problems: append([]forms.Problem{}, r.Problems...),
	}
}

func jsonFindings(findings []check.Finding) []findingJSON {
	list := make([]findingJSON, len(findings))
	for i, f := range findings {
		list[i] = findingJSON{
			ID: f.ID, Outcome: f.Outcome, Title: f.Title.String(), Found: f.Found.String(), Needed: f.Needed.String(), Remedy: f.Remedy.String(),
			Question: f.Question.String(), Answer: f.Answer.Answer, Step: f.Step, At: append([]string{}, f.At...), Standing: f.Standing, Measure: jsonMeasure(f.Measure),
		}
		if len(f.Cites) > 0 {
			list[i].Clause, list[i].Quote = f.Cites[0].Clause, f.Cites[0].Quote
		}
	}
	return list
}

func writeJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// writeReport prints the findings for people: the headline, then what needs
// somebody to act, worst first, then how many need nothing.
func writeReport(out io.Writer, j judgement) error {
	a, r := j.applicant, j.report
	w := &lines{out: out}
	if rehearsal := r.Rehearsal(); !rehearsal.Empty() {
		w.say("%s", rehearsal)
	}
	verdict, rest := r.Headline()
	w.say("%s", say.Join("。", verdict, rest))
	if plan, ok := r.Notice.Plan(a.Plan.Code); ok {
		w.say("计划：%s", plan.Name)
	}
	w.say("依据：%s%s", r.Notice.Number, trust(j.notice))
	if j.newer != "" {
		w.say("%s", j.newer)
	}
	for _, problem := range r.Problems {
		w.say("\n看不懂  %s “%s”：%s", problem.At, problem.Text, problem.Message)
	}
	for _, o := range []check.Outcome{check.Fail, check.Missing, check.Todo, check.Confirm} {
		for _, f := range r.Own(o) {
			w.finding(f)
		}
	}
	if unplanned := r.Unplanned(); len(unplanned) > 0 {
		titles := make([]say.Text, len(unplanned))
		for i, f := range unplanned {
			titles[i] = f.Title
		}
		w.say("\n没写打算哪一天：%s", say.Join("、", titles...))
	}
	for _, f := range r.Answered() {
		w.say("\n已问过  %s：%s（%s）", f.Title, f.Answer.Answer, f.Answer.Date)
	}
	w.say("\n人人都要问的：")
	for _, f := range r.Standing() {
		w.say("  %s", f.Question)
	}
	w.say("\n符合%d项，不适用%d项。", len(r.Own(check.Pass)), len(r.Own(check.NotApplicable)))
	return w.err
}

// lines writes lines and keeps the first error.
type lines struct {
	out io.Writer
	err error
}

// say writes a line, after an empty one where the format begins with a line end. What
// an application holds cannot move the cursor of the terminal.
func (w *lines) say(format string, args ...any) {
	if w.err != nil {
		return
	}
	line, apart := strings.CutPrefix(format, "\n")
	text := fileread.Shown(fmt.Sprintf(line, args...), longestLine)
	if apart {
		text = "\n" + text
	}
	_, w.err = fmt.Fprintln(w.out, text)
}

// longestShown and longestLine are how many characters of a stranger's word, and of a
// line, are printed.
const (
	longestShown = 80
	longestLine  = 10_000
)

func (w *lines) finding(f check.Finding) {
	clause := ""
	if len(f.Cites) > 0 {
		clause = "〔" + f.Cites[0].Clause + "〕"
	}
	w.say("\n%s  %s：%s %s", f.Outcome.Word(), f.Title, f.Found, clause)
	if !f.Remedy.Empty() {
		w.say("    怎么办：%s", f.Remedy)
	}
	if due := f.Due.Text(); !due.Empty() {
		w.say("    什么时候：%s", due)
	}
	if f.Outcome == check.Confirm {
		w.say("    %s", f.Question)
	}
}
