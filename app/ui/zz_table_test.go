package ui

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"zhicheng/forms"
)

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(1, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestZZTable(t *testing.T) {
	runtime.LockOSThread()
	only := os.Getenv("STATE")
	for _, name := range append(stateNames, "beyond") {
		if only != "" && only != name {
			continue
		}
		a := state(t, name)
		start := cpu()
		d := sit(t, a)
		fmt.Println(name, "sit", (cpu() - start).Round(time.Microsecond*100))
		for _, page := range d.Pages() {
			if o := os.Getenv("PAGE"); o != "" && o != page.Name {
				continue
			}
			start := cpu()
			page.Open()
			first := (cpu() - start)
			best := time.Hour
			for range 3 {
				start := cpu()
				page.Open()
				best = min(best, (cpu() - start))
			}
			fmt.Println(name, "page", page.Name, "first", first.Round(time.Microsecond*100), "again", best.Round(time.Microsecond*100))
		}
		for _, key := range []struct {
			step forms.Step
			p    forms.Place
		}{
			{forms.StepScope, forms.Of(forms.PersonName)},
			{forms.StepScope, forms.Of(forms.InsuranceMonths)},
			{forms.StepEducation, forms.OfEducation(forms.EducationAward, 0)},
			{forms.StepTitle, forms.Of(forms.TitleQualified)},
			{forms.StepTitle, forms.Of(forms.ForestryNote(0))},
			{forms.StepContinuingEducation, forms.OfYear(forms.TrainingGeneralPublic, 2018)},
			{forms.StepStatement, forms.Of(forms.StatementText)},
			{forms.StepStatement, forms.OfAchievement(forms.AchievementName, 0)},
			{forms.StepSchedule, forms.Of(forms.SchedulePaper)},
		} {
			if o := os.Getenv("PAGE"); o != "" && o != string(key.step) {
				continue
			}
			d.Go(key.step)
			f := d.page.fields[key.p.Path]
			if f == nil || !f.Object().Visible() || f.Entry() == nil {
				fmt.Println(name, "key", key.p.Path, "-")
				continue
			}
			d.window.Canvas().Focus(f.Focusable())
			best := time.Hour
			for i := range 6 {
				start := cpu()
				if i%2 == 0 {
					test.Type(f.Entry(), "1")
				} else {
					f.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				}
				best = min(best, (cpu() - start))
			}
			fmt.Println(name, "key", key.p.Path, best.Round(time.Microsecond*100))
		}
	}
}
