package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"zhicheng/forms"
)

// BenchmarkKeyInStatement is one key in a paragraph of 1000 characters, with all
// checks and everything that the window shows.
func BenchmarkKeyInStatement(b *testing.B) {
	d := sitFor(b)
	d.Go(forms.StepStatement)
	entry := d.page.fields[forms.StatementText.Path].Entry()
	d.window.Canvas().Focus(entry)
	full := strings.Repeat("字", 999)
	for b.Loop() {
		b.StopTimer()
		entry.SetText(full)
		b.StartTimer()
		test.Type(entry, "末")
	}
}

// BenchmarkAnswer is one tap on a page full of questions.
func BenchmarkAnswer(b *testing.B) {
	d := sitFor(b)
	d.Go(forms.StepScope)
	c := d.page.fields[forms.ScopeEmployed.Path].Choice()
	yes, _ := c.Centre("yes")
	no, _ := c.Centre("no")
	for other := false; b.Loop(); other = !other {
		if other {
			test.TapAt(c, yes)
		} else {
			test.TapAt(c, no)
		}
	}
}

// BenchmarkOpenPage is opening the page with the most questions.
func BenchmarkOpenPage(b *testing.B) {
	d := sitFor(b)
	for b.Loop() {
		d.Go(forms.StepScope)
	}
}

func sitFor(b *testing.B) *desk {
	b.Helper()
	return sit(b, sample(b, "forestry-engineer"))
}
