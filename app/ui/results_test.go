package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/forms"
)

// The tabs can be reached and turned by keys, and the focus stays on the tab.
func TestTabsOfTheResults(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	openTab(d.Window, tabVerdict)
	for i, words := range []string{"接下来做什么（6），按日期", "改这一页", "按日子排"} {
		b := d.page.tabs.buttons[i]
		d.window.Canvas().Focus(b)
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		if !slices.Contains(d.texts(), words) {
			t.Errorf("tab %d does not show %q", i, words)
		}
		if d.window.Canvas().Focused() != d.page.tabs.buttons[i] {
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
	lines := strings.Split(outline(d.page.body), "\n")
	for i, line := range lines {
		lines[i] = strings.Trim(strings.TrimSpace(line), "{}")
	}
	return lines
}

// Every answer is on the tab once, with its way to the question, and what is not
// answered comes first.
func TestAllAnswersAreListed(t *testing.T) {
	for _, name := range []string{"empty", "half", "full"} {
		d := sit(t, state(t, name))
		openTab(d.Window, tabAnswers)
		a := d.View()
		demands := d.draft.Notice().Demands(a)
		listed := map[string]int{}
		for _, g := range asked(a, demands) {
			for _, p := range g.places {
				listed[p.Path]++
			}
		}
		for _, p := range forms.Places(a, demands) {
			want := 0
			if p.Applies(a, demands) {
				want = 1
			}
			if listed[p.Path] != want {
				t.Errorf("%s: %s is listed %d times, want %d", name, p.Path, listed[p.Path], want)
			}
		}
	}
	open := sample(t, "forestry-engineer")
	open.Plan.Route = ""
	d := sit(t, open)
	openTab(d.Window, tabAnswers)
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
	openTab(d.Window, tabAnswers)
	if n := strings.Count(outline(d.page.body), "改\n"); n > 400 {
		t.Errorf("%d rows", n)
	}
}

// Days that are planned on the tab move the calendar above them.
func TestPlannedDaysOnTheAgenda(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	openTab(d.Window, tabAgenda)
	d.write(forms.Of(forms.ScheduleSubmit), "2020-09-15")
	if !slices.Contains(d.texts(), "9月15日") {
		t.Errorf("the planned day is not in the calendar: %q", d.texts())
	}
}

// The days go to a file that a calendar reads.
func TestCalendarIsExported(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	openTab(d.Window, tabAgenda)
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
