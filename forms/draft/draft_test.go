package draft_test

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/draft"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

var shipped = sync.OnceValue(func() *notice.Notice {
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		panic(err)
	}
	return n
})

// engineer is a forestry engineer to whom no rule objects.
func engineer(t rapid.TB) *forms.Applicant {
	t.Helper()
	data, err := os.ReadFile("../check/testdata/passing/FE.zcapp")
	if err != nil {
		t.Fatal(err)
	}
	a, err := store.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func outcome(d *draft.Draft, id string) check.Outcome {
	f, _ := d.Report().Find(id)
	return f.Outcome
}

func TestEditRunsTheChecks(t *testing.T) {
	d := draft.New(shipped(), engineer(t))
	if got := outcome(d, "scope-employment"); got != check.Pass {
		t.Fatalf("before: %s", got)
	}
	d.Enter(forms.Of(forms.ScopeInService), "no")
	if got := outcome(d, "scope-employment"); got != check.Fail || d.View().Scope.InService != forms.No {
		t.Errorf("after: %s", got)
	}
}

func TestUndoAndRedoBringBackBoth(t *testing.T) {
	d := draft.New(shipped(), engineer(t))
	before, found := d.View().Clone(), d.Report()
	d.Enter(forms.Of(forms.TitleAppointed), "2017-01-02")
	changed, foundChanged := d.View().Clone(), d.Report()
	if place, ok := d.Undo(); !ok || place != "title.appointed_date" {
		t.Errorf("undone: %q, %t", place, ok)
	}
	if !reflect.DeepEqual(d.View(), before) || !reflect.DeepEqual(d.Report().Findings, found.Findings) {
		t.Error("undo did not bring back application and findings")
	}
	if place, ok := d.Redo(); !ok || place != "title.appointed_date" {
		t.Errorf("redone: %q, %t", place, ok)
	}
	if !reflect.DeepEqual(d.View(), changed) || !reflect.DeepEqual(d.Report().Findings, foundChanged.Findings) {
		t.Error("redo did not bring back application and findings")
	}
	if _, ok := d.Redo(); ok || d.CanRedo() || !d.CanUndo() {
		t.Error("there is something to redo still")
	}
}

func TestEditsOfOnePlaceAreUndoneTogether(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	name := forms.Of(forms.PersonName)
	for _, text := range []string{"章", "章林", "章林木"} {
		d.Enter(name, text)
	}
	d.Break()
	d.Enter(name, "章林木森")
	d.Enter(forms.Of(forms.UnitName), "林场")
	d.Edit("", func(a *forms.Applicant) { a.Person.Name = "甲" })
	d.Edit("", func(a *forms.Applicant) { a.Person.Name = "乙" })
	var names []string
	for d.CanUndo() {
		d.Undo()
		names = append(names, d.View().Person.Name+d.View().Unit.Name)
	}
	if got := strings.Join(names, " "); got != "甲林场 章林木森林场 章林木森 章林木 " {
		t.Errorf("undone to %q", got)
	}
}

func TestUndoNamesThePlaceOfABrokenOffEdit(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	d.Enter(forms.Of(forms.PersonName), "甲")
	d.Break()
	if place, ok := d.Undo(); !ok || place != "applicant.name" {
		t.Errorf("undone: %q, %t", place, ok)
	}
}

func TestAnEditThatChangesNothingIsNone(t *testing.T) {
	d := draft.New(shipped(), engineer(t))
	told := 0
	d.Listen(func() { told++ })
	d.Enter(forms.Of(forms.PersonName), d.View().Person.Name)
	d.Edit("", func(*forms.Applicant) {})
	if told != 0 || d.CanUndo() || d.Dirty() {
		t.Errorf("told %d times, undo %t, dirty %t", told, d.CanUndo(), d.Dirty())
	}
}

func TestAnEditEndsTheWayForth(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	name := forms.Of(forms.PersonName)
	d.Enter(name, "甲")
	d.Break()
	d.Enter(name, "乙")
	d.Undo()
	d.Enter(name, "丙") // typed where “甲” stands: not merged with it
	if d.CanRedo() {
		t.Error("乙 can still be redone")
	}
	d.Undo()
	if got := d.View().Person.Name; got != "甲" {
		t.Errorf("undone to %q", got)
	}
}

func TestListeners(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	var seen []string
	d.Listen(func() { seen = append(seen, "1"+d.View().Person.Name) })
	d.Listen(func() { seen = append(seen, "2"+d.View().Person.Name) })
	d.Enter(forms.Of(forms.PersonName), "甲")
	d.Undo()
	d.Redo()
	d.Replace(shipped(), forms.New(""))
	d.Undo()
	if got := strings.Join(seen, " "); got != "1甲 2甲 1 2 1甲 2甲 1 2" {
		t.Errorf("told %q", got)
	}
}

func TestHistoryHasAnEnd(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	for i := range draft.HistoryLength + 5 {
		d.Edit("", func(a *forms.Applicant) { a.Person.Name = fmt.Sprint(i) })
	}
	undone := 0
	for d.CanUndo() {
		d.Undo()
		undone++
	}
	if undone != draft.HistoryLength || d.View().Person.Name != "4" {
		t.Errorf("%d edits undone, back to %q", undone, d.View().Person.Name)
	}
}

func TestSavedAndDirty(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	name := forms.Of(forms.PersonName)
	d.Enter(name, "甲")
	saved := d.View()
	d.Break()
	d.Enter(name, "乙")
	d.MarkSaved(saved) // the write ended after the next key
	if !d.Dirty() {
		t.Error("乙 is not saved, yet clean")
	}
	d.Undo()
	if d.Dirty() {
		t.Error("甲 is saved, yet dirty")
	}
	d.Redo()
	d.MarkSaved(d.View())
	if d.Dirty() {
		t.Error("乙 is saved, yet dirty")
	}
}

func TestReplaceBeginsAnew(t *testing.T) {
	d := draft.New(shipped(), forms.New(""))
	d.Enter(forms.Of(forms.PersonName), "甲")
	other := engineer(t)
	invented, err := notice.Load(os.DirFS("../notice/testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	d.Replace(invented, other)
	if d.CanUndo() || d.CanRedo() || d.Dirty() || len(d.Changes()) != 0 || d.Notice() != invented {
		t.Error("the new application has an old history")
	}
	if _, ok := d.Report().Find("social-insurance-year"); ok || d.Report().Notice != invented {
		t.Error("the new application is checked by the old notice")
	}
	other.Person.Name = "别人"
	if d.View().Person.Name == "别人" {
		t.Error("the draft shares what it was given")
	}
}

func TestChanges(t *testing.T) {
	d := draft.New(shipped(), engineer(t))
	if len(d.Changes()) != 0 {
		t.Errorf("nothing was edited: %v", d.Changes())
	}
	say := func() string {
		var all []string
		for _, c := range d.Changes() {
			all = append(all, c.After.ID+" "+c.Before.Outcome.String()+"→"+c.After.Outcome.String())
		}
		return strings.Join(all, ", ")
	}
	d.Enter(forms.Of(forms.InsurancePlace), "other_province")
	want := "affiliation-alignment pass→confirm, social-insurance-year pass→confirm, social-insurance-proof not_applicable→missing"
	if got := say(); got != want {
		t.Errorf("changes: %s", got)
	}
	d.Enter(forms.OfYear(forms.TrainingGeneralPublic, 2018), "21") // other words, the same outcome
	if got := say(); got != "ce-general-public-2018 pass→pass" {
		t.Errorf("changes: %s", got)
	}
	d.Undo()
	if got := say(); got != "ce-general-public-2018 pass→pass" {
		t.Errorf("changes of undo: %s", got)
	}
	d.Undo()
	if got := say(); !strings.HasPrefix(got, "affiliation-alignment confirm→pass") {
		t.Errorf("changes of undo: %s", got)
	}
	d.Enter(forms.Of(forms.UnitName), "会稽林场")
	if got := say(); got != "" {
		t.Errorf("a name changes %s", got)
	}
}

// What a file of format 1 kept by its sentence is kept by the facts from then on; opening
// it is no change to be saved.
func TestOldConfirmationsAreRenewed(t *testing.T) {
	a := engineer(t)
	a.Insurance.ContinuousMonths = forms.ParseNumber("11")
	f, _ := check.Run(shipped(), a).Find("social-insurance-year")
	a.Confirmed = []forms.Confirmation{
		{Check: f.ID, Found: f.Found.String(), Answer: "可以"},
		{Check: "fee", Found: "从前的一句话", Answer: "三百"},
	}
	d := draft.New(shipped(), a)
	want := []forms.Confirmation{{Check: f.ID, Facts: d.Fingerprint(f.ID), Answer: "可以"}, a.Confirmed[1]}
	if got := d.View().Confirmed; !slices.Equal(got, want) || want[0].Facts == "" {
		t.Errorf("renewed are %+v, want %+v", got, want)
	}
	if d.Dirty() || len(d.Report().Answered()) != 1 || a.Confirmed[0].Facts != "" {
		t.Error("opening changes the application")
	}
}

// A confirmation counts while the facts are the same.
func TestConfirmationsCountWhileTheQuestionIsTheSame(t *testing.T) {
	a := engineer(t)
	a.Insurance.ContinuousMonths = forms.ParseNumber("11")
	d := draft.New(shipped(), a)
	f, _ := d.Report().Find("social-insurance-year")
	d.Edit("", func(a *forms.Applicant) {
		a.Confirmed = append(a.Confirmed, forms.Confirmation{Check: f.ID, Facts: d.Fingerprint(f.ID), Answer: "人事说可以", Date: "2020-09-01"})
	})
	answered := func() bool {
		f, _ := d.Report().Find("social-insurance-year")
		return f.Answered()
	}
	if !answered() || len(d.Changes()) != 1 || len(d.Report().Answered()) != 1 {
		t.Fatalf("the answer does not count: %v", d.Changes())
	}
	d.Enter(forms.Of(forms.InsuranceMonths), "10")
	if answered() {
		t.Error("the answer counts for another number of months")
	}
	d.Enter(forms.Of(forms.InsuranceMonths), "11")
	if !answered() {
		t.Error("the answer does not count any more")
	}
	d.Enter(forms.Of(forms.InsuranceMonths), "12")
	if f, _ := d.Report().Find("social-insurance-year"); f.Answered() || f.Outcome != check.Pass {
		t.Errorf("a passing check is answered: %+v", f)
	}
}

// Whatever is edited, undone and redone, the draft is where a list of states says,
// and its findings are those of that state.
func TestHistoryIsAListOfStates(t *testing.T) {
	names := []forms.Place{forms.Of(forms.PersonName), forms.Of(forms.UnitName), forms.OfYear(forms.TrainingTotal, 2019), forms.OfEducation(forms.EducationGrade, 0)}
	rapid.Check(t, func(r *rapid.T) {
		d := draft.New(shipped(), forms.New("shaoxing-2020"))
		states, at := []*forms.Applicant{d.View().Clone()}, 0
		for range rapid.IntRange(1, 25).Draw(r, "steps") {
			switch rapid.IntRange(0, 3).Draw(r, "step") {
			case 0:
				if _, ok := d.Undo(); ok != (at > 0) {
					r.Fatalf("undo: %t at state %d", ok, at)
				}
				at = max(0, at-1)
			case 1:
				if _, ok := d.Redo(); ok != (at < len(states)-1) {
					r.Fatalf("redo: %t at state %d of %d", ok, at, len(states))
				}
				at = min(len(states)-1, at+1)
			default:
				next := d.View().Clone()
				place := names[rapid.IntRange(0, len(names)-1).Draw(r, "place")]
				place.Enter(next, rapid.SampledFrom([]string{"", "1", "2", "3"}).Draw(r, "text"))
				d.Break()
				d.Edit(place.Path, func(a *forms.Applicant) { *a = *next })
				if !reflect.DeepEqual(next, states[at]) {
					states, at = append(states[:at+1], next.Clone()), at+1
				}
			}
			if !reflect.DeepEqual(d.View(), states[at]) {
				r.Fatalf("the draft is not state %d", at)
			}
			if !reflect.DeepEqual(d.Report().Findings, check.Run(shipped(), states[at]).Findings) {
				r.Fatalf("the findings are not those of state %d", at)
			}
		}
	})
}

// BenchmarkEdit measures a key press: the edit, all checks, the history. The aim
// is below 1 ms.
func BenchmarkEdit(b *testing.B) {
	a := engineer(b)
	for i := range 28 {
		a.Achievements = append(a.Achievements, forms.Achievement{Name: fmt.Sprint(i), Date: forms.ParseDate("2018-05-01")})
	}
	for range 8 {
		a.Education = append(a.Education, a.Education[0])
	}
	d := draft.New(shipped(), a)
	statement := forms.Of(forms.StatementText)
	texts := []string{strings.Repeat("述", 900), strings.Repeat("述", 901)}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		d.Enter(statement, texts[i%2])
		i++
	}
}

// The clock's day counts where the application names none, from the next edit on.
func TestFollowsTheClock(t *testing.T) {
	day := time.Date(2020, 9, 23, 23, 59, 0, 0, time.UTC)
	d := draft.New(shipped(), forms.New(""))
	if d.Report().Today.Known() {
		t.Errorf("without a clock today is %s", d.Report().Today.Text())
	}
	d.Follow(func() time.Time { return day })
	enter := func(answer string) check.Outcome {
		d.Enter(forms.Of(forms.UnitRecord), answer)
		f, _ := d.Report().Find(check.RecordReview)
		return f.Outcome
	}
	if o := enter("no"); o != check.Todo {
		t.Errorf("on the last evening it is %s", o)
	}
	day = day.Add(time.Minute)
	enter("yes")
	if o := enter("no"); o != check.Fail {
		t.Errorf("a minute later it is %s", o)
	}
	d.Enter(forms.Of(forms.ScheduleToday), "2020-09-20")
	if o := enter("no"); o != check.Todo {
		t.Errorf("as of the day in the file it is %s", o)
	}
}
