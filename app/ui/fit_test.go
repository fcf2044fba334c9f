package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/page"
	"zhicheng/forms"
)

// smallScreen is what a frame, a menu and a task bar leave of a small laptop's screen of
// 1366×768, and whole the same without them.
var (
	smallScreen = fyne.NewSize(1366, 672)
	whole       = fyne.NewSize(1366, 768)
)

// endless are the pages that grow with what was answered: the answers, what is copied to
// the platform, and the sheets of the list.
var endless = []string{"results-answers", string(page.StepTranscript), string(page.StepPreview)}

// longer are the pages whose English words need the whole screen.
var longer = []string{
	"plan", "scope-2", "education", "title", "title-2", "photo", "integrity", "results", "results-agenda",
}

// Pages are seen whole on a small screen, whatever was answered, in both languages.
func TestPagesFitASmallScreen(t *testing.T) {
	alone(t)
	all := map[string]*forms.Applicant{"empty": nil}
	for _, name := range samples {
		all[name] = sample(t, name)
	}
	for name, a := range all {
		d := sit(t, a)
		for _, language := range []string{"zh", "en"} {
			d.Speak(language)
			for _, p := range d.Pages() {
				d.window.Resize(smallScreen)
				if language == "en" && slices.Contains(longer, p.Name) {
					d.window.Resize(whole)
				}
				p.Open()
				if slices.Contains(endless, p.Name) || !d.started {
					continue
				}
				where := strings.Join([]string{name, language, p.Name}, " ")
				needed, room := d.room.Page().Scroll.Content.MinSize().Height, d.room.Page().Scroll.Size().Height
				if needed > room {
					t.Errorf("%s: %v high, room for %v", where, needed, room)
				}
				if n := d.questions(); n > mostQuestions {
					t.Errorf("%s: %d questions", where, n)
				}
			}
		}
	}
}

// mostQuestions is how many are on a page: a table of years has a few more.
const mostQuestions = 7

// questions counts what is asked on the open page.
func (d *desk) questions() int {
	n := 0
	walk(d.room.Page().Main, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		switch o.(type) {
		case *field.Choice, *field.Entry:
			n++
		}
	})
	return n
}
