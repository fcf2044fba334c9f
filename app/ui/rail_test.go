package ui

import "testing"

// Whatever it says of the file, the rail stays as wide as it is, in both languages.
func TestRailKeepsItsWidth(t *testing.T) {
	alone(t)
	d := sit(t, sample(t, "forestry-engineer"))
	for _, language := range []string{"zh", "en"} {
		d.Speak(language)
		d.Go("scope")
		for _, state := range []string{d.rail.saved.Words(), "Not saved yet, and kept on this computer until it is"} {
			d.rail.saved.Set(state)
			if got := d.rail.saved.MinSize().Width; got > railWidth-2*railPadding {
				t.Errorf("%s: %q is %g wide", language, state, got)
			}
		}
	}
}
