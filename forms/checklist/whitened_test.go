package checklist

import (
	"bytes"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/paper"
)

// TestAChangedBackgroundIsOnTheList says so where the photo is listed, and only then.
func TestAChangedBackgroundIsOnTheList(t *testing.T) {
	for _, whitened := range []bool{false, true} {
		a := sampleApplicant(t, "natural-resources-senior")
		a.Photo.Whitened = whitened
		var text bytes.Buffer
		if err := paper.WriteText(&text, judged(t, a).document()); err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(text.String(), forms.WhitenedNote.String()); got != whitened {
			t.Errorf("whitened %t: said %t", whitened, got)
		}
	}
}
