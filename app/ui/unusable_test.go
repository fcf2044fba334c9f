package ui

import (
	"strings"
	"testing"

	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// An answer that cannot be used is as open as none: its page, the list of steps and the
// results say so, and the results lead to it.
func TestAnswersThatCannotBeUsedStayOpen(t *testing.T) {
	const nothing = "没有要处理的事"
	for _, row := range []struct{ path, text string }{
		{forms.TitleQualified.Path, "0000-00-00"},
		{forms.CareerStart.Path, "1850-01-01"},
		{"education.0.award_date", "2016-02-30"},
		{forms.InsuranceMonths.Path, "999999999999999999999999"},
		{forms.DisciplineCancelled.Path, "二〇一九"},
		{forms.PersonName.Path, strings.Repeat("名", 200)},
		{forms.UnitName.Path, strings.Repeat("单", 200)},
		{forms.AchievementPath(forms.AchievementDate, 0), "旧"},
		{"continuing_education.2017.general_public", "十八来个"},
		{forms.DisciplineCancelled.Path, "2031"},
		{forms.PlanRoute.Path, "skilled_talent"},
		{forms.PlanSpecialty.Path, "astronomy"},
	} {
		d := sit(t, sample(t, "forestry-engineer"))
		place := forms.PlacesAt([]string{row.path})[0]
		d.draft.Edit(row.path, func(a *forms.Applicant) { place.Enter(a, row.text) })
		d.GoTo(row.path)
		state := d.room.StateOf(place.Step).Outcome
		if len(d.room.Parts(place.Step)) > 1 {
			state = d.room.StateOfPart(d.room.Spot())
		}
		if state < check.Missing {
			t.Errorf("%s: the list of steps shows its page as %s", row.path, state)
		}
		if said := d.said(); strings.Contains(said, nothing) || !strings.Contains(said, "有1处填写用不上") {
			t.Errorf("%s: its page shows %q", row.path, said)
		}
		for _, p := range d.draft.Report().Problems {
			if !d.says(p.Message.String()) {
				t.Errorf("%s: its page does not say %q", row.path, p.Message)
			}
		}
		d.room.GoTab(page.TabVerdict)
		if line := place.Step.Label().String() + "："; !strings.Contains(d.said(), line) {
			t.Errorf("%s: the results do not say %q", row.path, line)
			continue
		}
		d.tap("去填")
		if !d.hasFocus(place) {
			t.Errorf("%s: the results do not lead to it", row.path)
		}
	}
}

// A photo that is not there or cannot be read is a question of the results too.
func TestPhotosThatCannotBeUsedStayOpen(t *testing.T) {
	for name, picture := range map[string]forms.Photo{
		"not there": {File: "nowhere.jpg", Trouble: say.Typed("照片 nowhere.jpg：没有这个文件")},
		"not read":  {Name: "photo.jpg", Data: []byte("no picture"), Facts: photo.Facts{Problem: photo.NotPicture, Bytes: 10}},
	} {
		a := sample(t, "forestry-engineer")
		a.Photo = picture
		d := sit(t, a)
		d.room.GoTab(page.TabVerdict)
		if !strings.Contains(d.said(), "证件照：1个问题") {
			t.Errorf("%s: the results do not say it", name)
			continue
		}
		if d.tap("去填"); d.Step() != forms.StepPhoto {
			t.Errorf("%s: the results lead to %s", name, d.Step())
		}
	}
}
