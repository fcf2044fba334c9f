package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"zhicheng/forms"
)

// inputs are the places in which keys are measured: of every kind, and of every page
// that has any.
var inputs = []forms.Place{
	forms.Of(forms.PersonName), forms.Of(forms.InsuranceMonths),
	forms.OfEducation(forms.EducationAward, 0), forms.Of(forms.TitleQualified), forms.Of(forms.ForestryNote(0)),
	forms.OfYear(forms.TrainingGeneralPublic, 2018), forms.Of(forms.StatementText),
	forms.OfAchievement(forms.AchievementName, 0), forms.OfAchievement(forms.AchievementDate, 0),
	forms.Of(forms.DisciplineCancelled), forms.Of(forms.SchedulePaper),
}

// BenchmarkBare is the yardstick: one key in the toolkit's own input with a paragraph
// of 1,000 characters, and nothing round it.
func BenchmarkBare(b *testing.B) {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapBreak
	w := test.NewWindow(e)
	defer w.Close()
	w.Resize(fyne.NewSize(672, 300))
	w.Canvas().Focus(e)
	for i := 0; b.Loop(); i++ {
		b.StopTimer()
		e.SetText(strings.Repeat("字", 999))
		e.CursorColumn = 999
		b.StartTimer()
		e.TypedRune(rune(0x4E00 + i)) // always another one: the toolkit remembers how wide a text is
	}
}

// alternate types a character and takes it away, in turn.
func alternate(b *testing.B, e fyne.Focusable) {
	for i := 0; b.Loop(); i++ {
		if i%2 > 0 {
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		} else {
			e.TypedRune('0' + rune(i/2%10))
		}
	}
}

// BenchmarkKey is one key with all checks and everything that the window shows.
func BenchmarkKey(b *testing.B) {
	eachState(b, func(b *testing.B, d *desk) {
		for _, p := range inputs {
			b.Run(p.Path, func(b *testing.B) {
				d.GoTo(p.Path)
				f := d.room.Page().Field(p.Path)
				if f == nil || f.Entry() == nil || !f.Object().Visible() {
					b.Skip("not asked")
				}
				d.focusOn(p)
				alternate(b, f.Entry())
			})
		}
	})
}

// BenchmarkPage is opening a page. What the window does beside its own goroutine, as
// drawing the preview, is page.Counts too.
func BenchmarkPage(b *testing.B) {
	eachState(b, func(b *testing.B, d *desk) {
		for _, page := range d.Pages() {
			b.Run(page.Name, func(b *testing.B) {
				for b.Loop() {
					page.Open()
				}
			})
		}
	})
}

// BenchmarkAnswer is one tap on a page full of questions.
func BenchmarkAnswer(b *testing.B) {
	eachState(b, func(b *testing.B, d *desk) {
		d.Go(forms.StepScope)
		c := d.room.Page().Field(forms.ScopeEmployed.Path).Choice()
		yes, _ := c.Centre("yes")
		no, _ := c.Centre("no")
		for other := false; b.Loop(); other = !other {
			if other {
				test.TapAt(c, yes)
			} else {
				test.TapAt(c, no)
			}
		}
	})
}

func eachState(b *testing.B, measure func(*testing.B, *desk)) {
	for _, name := range stateNames {
		b.Run(name, func(b *testing.B) { measure(b, sit(b, state(b, name))) })
	}
}
