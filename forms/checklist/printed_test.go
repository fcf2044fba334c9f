package checklist

import (
	"strings"
	"testing"

	"zhicheng/forms/check"
	"zhicheng/forms/paper"
	"zhicheng/forms/paper/papertest"
)

// Copied from the PDF, the list gives every label, finding and the whole statement
// back, in order, for the samples and for every plan.
func TestListComesBackInOrder(t *testing.T) {
	all := applications(t)
	for _, name := range append([]string{"empty", "passing FF", "passing NE", "bare FS"}, samples...) {
		t.Run(name, func(t *testing.T) {
			doc := all[name].document()
			papertest.ComesBack(t, doc, paper.Compose(doc, fonts()))
		})
	}
}

// Where tables go over many pages nothing is lost.
func TestLargestListComesBack(t *testing.T) {
	a := judged(t, largestApplicant(t))
	if notPassing := len(a.findings.Findings) - len(a.findings.Own(check.Pass)) - len(a.findings.Own(check.NotApplicable)); notPassing < 30 {
		t.Errorf("only %d findings do not pass", notPassing)
	}
	got := papertest.Copied(t, a.document(), a.pages())
	wanted := []string{longName, a.applicant.Statement.Text, a.applicant.Statement.Overflow}
	for _, achievement := range a.applicant.Achievements {
		wanted = append(wanted, achievement.Name)
	}
	for _, f := range a.findings.Findings {
		switch {
		case f.Unplanned:
		case f.Standing:
			wanted = append(wanted, f.Question.String())
		case f.Outcome == check.Missing:
			wanted = append(wanted, f.Title.String(), f.Found.String())
		default:
			wanted = append(wanted, f.Found.String())
		}
	}
	for _, want := range wanted {
		if !strings.Contains(got, papertest.WithoutSpace(want)) {
			t.Errorf("%q did not come back", want)
		}
	}
}

func TestRareNamesComeBackExactly(t *testing.T) {
	a := sampleApplicant(t, "forestry-engineer")
	a.Person.Name, a.Statement.Text = "𬭎𫍯𫖮", statementOf1000()
	made := judged(t, a)
	papertest.ComesBack(t, made.document(), made.pages())
	if list := made.pages().Unprintable(); len(list) > 0 {
		t.Errorf("unprintable: %v", list)
	}
}

func TestListsHaveNoFaults(t *testing.T) {
	all := applications(t)
	for _, name := range []string{"empty", "largest", "forestry-engineer", "passing FF"} {
		t.Run(name, func(t *testing.T) { papertest.Sound(t, papertest.PDF(t, all[name].pages())) })
	}
}
