package ui

import (
	"testing"

	"zhicheng/forms"
)

func TestDeviceIsNotProposed(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.write(forms.Of(forms.PersonName), "CON")
	if got := suggestedName(d.Window); got != "职称申报" {
		t.Errorf("proposed is %q", got)
	}
}
