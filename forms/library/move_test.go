package library_test

import (
	"os"
	"slices"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/store"
)

// What is of the person stays, what was about the old year is asked again, and the
// application that is moved stays what it was.
func TestMove(t *testing.T) {
	a, err := store.Load(t.Context(), "../../assets/samples/forestry-engineer.zcapp")
	if err != nil {
		t.Fatal(err)
	}
	own, err := check.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	other, err := check.Load(os.DirFS("../notice/testdata"), "yunzhou-2024")
	if err != nil {
		t.Fatal(err)
	}
	before, err := store.Encode(a)
	if err != nil {
		t.Fatal(err)
	}
	m := library.Move(a, library.Entry{Notice: own}, library.Entry{Notice: other, Origin: library.Opened, Text: []byte("x")})
	b := m.Applicant
	for name, ok := range map[string]bool{
		"the name": b.Person == a.Person, "the educations": slices.Equal(b.Education, a.Education), "the title": b.Title == a.Title,
		"the photo": len(b.Photo.Data) > 0, "the achievements": len(b.Achievements) == len(a.Achievements), "the plan": b.Plan.Code == "FE",
		"the notice": b.Notice == "yunzhou-2024" && b.NoticeCopy.File == "x", "the statement": b.Statement.Text == a.Statement.Text,
		"no days": b.Schedule == forms.Schedule{}, "no answers noted": len(b.Confirmed) == 0, "no months": !b.Insurance.ContinuousMonths.Known(),
		"no promise": b.Discipline.CommitmentSigned == "", "no review": b.Unit.RecordReviewed == "", "no stamps": b.Post.FormStamps == "",
	} {
		if !ok {
			t.Errorf("%s: %+v", name, b)
		}
	}
	for year := range b.ContinuingEducation {
		if year < 2021 || year > 2024 {
			t.Errorf("hours of %d stay", year)
		}
	}
	after, err := store.Encode(a)
	if err != nil || string(after) != string(before) {
		t.Errorf("the moved application changed: %v", err)
	}
	paths := func(places []forms.Place) (all []string) {
		for _, p := range places {
			all = append(all, p.Path)
		}
		return all
	}
	if kept, again, fresh := paths(m.Kept), paths(m.Again), paths(m.New); !slices.Contains(kept, "applicant.name") ||
		!slices.Contains(again, "insurance.continuous_months") || !slices.Contains(fresh, "continuing_education.2024.general_public") {
		t.Errorf("kept %q, again %q, new %q", kept, again, fresh)
	}
	if !slices.ContainsFunc(m.Differences, func(d notice.Difference) bool { return d.Old == "1000" && d.New == "1300" }) {
		t.Errorf("the limit of the statement is no difference: %v", m.Differences[:5])
	}
}

// A text that is longer than the new limit keeps its end apart.
func TestMovedStatementFits(t *testing.T) {
	own, _ := check.Load(assets.Notices(), "shaoxing-2020")
	other, err := check.Load(os.DirFS("../notice/testdata"), "yunzhou-2024")
	if err != nil {
		t.Fatal(err)
	}
	a := forms.New("yunzhou-2024")
	for range 1200 {
		a.Statement.Text += "述"
	}
	b := library.Move(a, library.Entry{Notice: other}, library.Entry{Notice: own}).Applicant
	if n, over := len([]rune(b.Statement.Text)), len([]rune(b.Statement.Overflow)); n != 1000 || over != 200 {
		t.Errorf("%d characters stay, %d are kept apart", n, over)
	}
}
