package ui

import (
	"slices"
	"strings"
	"testing"

	"zhicheng/app/page"
	"zhicheng/forms"
)

// saysAll reports whether a text with all parts can be seen.
func (d *desk) saysAll(parts ...string) bool {
	return slices.ContainsFunc(d.words(), func(text string) bool {
		return !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(text, part) })
	})
}

// What the fonts lack is said while it is typed, on the results and on the preview,
// and it is what the list prints as 〓.
func TestCharactersThatTheFontsLack(t *testing.T) {
	const warning = "清单上会印成〓"
	for _, row := range []struct {
		text    string
		lacking []string
	}{
		{"张三", nil},
		{"Ünal Müller", nil},
		{"吉林𬭎", nil}, // beyond U+FFFF, and in the fonts
		{"𠀀田", []string{"𠀀（U+20000）"}},
		{"王㐂🙂", []string{"㐂（U+3402）", "🙂（U+1F642）"}},
		{"\U000E0001\uE000", []string{"U+E000"}},
	} {
		d := sit(t, sample(t, "forestry-engineer"))
		d.Go(forms.StepScope)
		d.focusOn(forms.Of(forms.PersonName))
		d.keys(row.text)
		d.check(row.text, "while it is typed", warning, row.lacking)
		for _, open := range []func(){func() { d.Go(forms.StepScope) }, func() { d.Go(forms.StepResults) }, func() { d.Go(page.StepPreview) }} {
			open()
			d.check(row.text, string(d.Step()), warning, row.lacking)
		}
		pages, err := d.lists.compose(d.lists.toPrint())
		if err != nil {
			t.Fatal(err)
		}
		var printed []string
		for _, u := range pages.Unprintable() {
			printed = append(printed, u.Name())
		}
		if !slices.Equal(printed, row.lacking) {
			t.Errorf("%q: the list lacks %q, the window says %q", row.text, printed, row.lacking)
		}
	}
}

func (d *desk) check(text, where, warning string, lacking []string) {
	d.t.Helper()
	if got := d.saysAll(append(lacking, warning)...); got != (lacking != nil) {
		d.t.Errorf("%q, %s: a warning that names %q: %t", text, where, lacking, got)
	}
}

// What is typed anywhere is looked at, in every kind of text.
func TestLackingCharactersAreFoundEverywhere(t *testing.T) {
	const rare = "𠀀"
	for name, put := range map[string]func(*forms.Applicant){
		"unit":        func(a *forms.Applicant) { a.Unit.Name = rare },
		"statement":   func(a *forms.Applicant) { a.Statement.Text = rare },
		"overflow":    func(a *forms.Applicant) { a.Statement.Overflow = rare },
		"achievement": func(a *forms.Applicant) { a.Achievements[2].Role = rare },
		"date":        func(a *forms.Applicant) { a.Title.QualifiedDate = forms.ParseDate(rare) },
		"note":        func(a *forms.Applicant) { a.ForestryEngineer.ExceptionalNotes[3] = rare },
		"answer":      func(a *forms.Applicant) { a.Confirmed = []forms.Confirmation{{Answer: rare}} },
	} {
		a := sample(t, "forestry-engineer")
		put(a)
		d := sit(t, a)
		d.Go(forms.StepResults)
		if !d.saysAll("𠀀（U+20000）", "〓") {
			t.Errorf("%s: nothing is said", name)
		}
	}
}
