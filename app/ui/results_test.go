package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/page"
	"zhicheng/forms"
)

// The tabs can be reached and turned by keys, and the focus stays on the tab.
func TestTabsOfTheResults(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.room.GoTab(page.TabVerdict)
	for i, words := range []string{"接下来做什么（6），按日期", "改这一页", "按日子排"} {
		b := d.room.Page().Tab(i)
		d.window.Canvas().Focus(b)
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if !slices.Contains(d.texts(), words) {
			t.Errorf("tab %d does not show %q", i, words)
		}
		if d.window.Canvas().Focused() != d.room.Page().Tab(i) {
			t.Errorf("tab %d lost the focus", i)
		}
	}
	d.Go(forms.StepPlan)
	d.Go(forms.StepResults)
	if !slices.Contains(d.texts(), "按日子排") {
		t.Error("the results open at another tab than they were left at")
	}
}

// texts is what can be seen, a label of a button as well.
func (d *desk) texts() []string {
	lines := strings.Split(outline(d.room.Page().Body), "\n")
	for i, line := range lines {
		lines[i] = strings.Trim(strings.TrimSpace(line), "{}")
	}
	return lines
}

// Every answer has its way to the question, and what is not answered comes first.
func TestAnswersLeadToTheirQuestions(t *testing.T) {
	open := sample(t, "forestry-engineer")
	open.Plan.Route = ""
	d := sit(t, open)
	d.room.GoTab(page.TabAnswers)
	d.tap("去填")
	if !d.hasFocus(forms.Of(forms.PlanRoute)) {
		t.Error("the first link does not lead to the open question")
	}
	d.tap("回到“结果与清单”")
	d.tap("改")
	if !d.hasFocus(forms.Of(forms.PlanSpecialty)) {
		t.Error("the first answer's link does not lead to its question")
	}
}

// At the limits of a file the page does not list thousands of rows.
func TestAnswersAtTheLimits(t *testing.T) {
	d := sit(t, state(t, "limits"))
	d.room.GoTab(page.TabAnswers)
	if n := strings.Count(outline(d.room.Page().Body), "改\n"); n > 400 {
		t.Errorf("%d rows", n)
	}
}

// Days that are planned on the tab move the calendar above them.
func TestPlannedDaysOnTheAgenda(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.room.GoTab(page.TabAgenda)
	d.write(forms.Of(forms.ScheduleSubmit), "2020-09-15")
	if !slices.Contains(d.texts(), "9月15日") {
		t.Errorf("the planned day is not in the calendar: %q", d.texts())
	}
}

// The days go to a file that a calendar reads.
func TestCalendarIsExported(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.room.GoTab(page.TabAgenda)
	d.named = filepath.Join(t.TempDir(), "日程")
	d.tap("导出日程…")
	data, err := os.ReadFile(d.named + ".ics")
	if err != nil || !strings.Contains(string(data), "SUMMARY:您打算网上申报\r\n") {
		t.Fatalf("%s, %v", data, err)
	}
	d.tap("打开")
	if !slices.Equal(d.shown, []string{d.named + ".ics"}) {
		t.Errorf("shown %q", d.shown)
	}
}

// The days are asked with the results, and every link to one leads there; the day of the
// check is folded until it is asked for.
func TestDaysAreAskedWithTheResults(t *testing.T) {
	a := sample(t, "forestry-engineer")
	a.Schedule = forms.Schedule{}
	d := sit(t, a)
	for _, step := range forms.Pages {
		if step == forms.StepSchedule {
			t.Error("the days have a page of their own")
		}
	}
	d.room.GoTab(page.TabVerdict)
	d.GoTo(forms.ScheduleSubmit.Path)
	if d.Step() != forms.StepResults || !d.hasFocus(forms.Of(forms.ScheduleSubmit)) {
		t.Errorf("the link leads to %s", d.Step())
	}
	if d.room.Page().Field(forms.ScheduleToday.Path).Object().Visible() {
		t.Error("the day of the check is asked of everybody")
	}
	d.tap("换一天核对")
	if !d.hasFocus(forms.Of(forms.ScheduleToday)) {
		t.Error("the day of the check is not asked")
	}
	d.room.GoTab(page.TabVerdict)
	if said := outline(d.room.Page().Main); strings.Contains(said, "没填") {
		t.Errorf("a day that nobody has planned is missing:\n%s", said)
	}
	d.Go(forms.StepEducation)
	d.GoTo(forms.SchedulePaper.Path)
	d.tap("回到“学历”")
	if d.Step() != forms.StepEducation {
		t.Errorf("the way back leads to %s", d.Step())
	}
}
