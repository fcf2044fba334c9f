package check

import (
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// unread says of a finding that is missing what was typed all the same and could not be
// read or cannot be, which is something else than not filled in.
func unread(n *notice.Notice, a *forms.Applicant, f Finding) Finding {
	if f.Outcome != Missing {
		return f
	}
	var typed, open []say.Text
	for _, p := range forms.PlacesAt(f.At) {
		text := strings.TrimSpace(p.Text(a))
		switch {
		case p.Kind == forms.KindFile:
			return f
		case text == "":
			open = append(open, p.Label)
		case p.Impossible(a), p.Problem(a).Empty():
			typed = append(typed, say.F("“%s”不能用（%s）", n.Shown(p, a), p.Label))
		default:
			typed = append(typed, say.F("没看懂“%s”（%s）", forms.Brief(text, mostTyped), p.Label))
		}
	}
	if len(typed) == 0 {
		f.Unplanned = !slices.ContainsFunc(f.At, func(path string) bool { return !isPlanned(path) })
		return f
	}
	if len(open) > 0 {
		typed = append(typed, say.F("还没填：%s", say.Join("、", open...)))
	}
	f.Found = say.Join("；", typed...)
	if len(open) == 0 {
		f.Remedy = say.F("到“%s”里改", forms.PlacesAt(f.At)[0].Step.Label())
	}
	return f
}

// mostTyped is how many characters of what was typed a finding names.
const mostTyped = 40

// unusualHours are more hours in a year than anybody is likely to have.
const unusualHours = 1000

// notes are what has to be known of answers that are no mistake, by their places: days
// that have not come yet, and hours that are a great many.
func notes(f *facts) map[string]say.Text {
	all := map[string]say.Text{}
	ahead := func(path string, d forms.Date) {
		if asOf := f.clock.asOf; d.Known() && asOf.Known() && d.First() > asOf.Last() {
			all[path] = say.F("这个日期还没有到")
		}
	}
	for _, dated := range []struct {
		field forms.Field[forms.Applicant]
		date  forms.Date
	}{
		{forms.TitleQualified, f.Title.QualifiedDate},
		{forms.TitleAppointed, f.Title.AppointedDate},
		{forms.CareerStart, f.Career.TechnicalWorkStart},
		{forms.DisciplineDate, f.Discipline.Date},
	} {
		ahead(dated.field.Path, dated.date)
	}
	for i, r := range f.Achievements {
		ahead(forms.AchievementPath(forms.AchievementDate, i), r.Date)
	}
	for i, e := range f.Education {
		f.noteAward(all, forms.EducationPath(forms.EducationAward, i), e)
	}
	for year, y := range f.ContinuingEducation {
		for _, s := range forms.Subjects {
			if hours := y.Of(s); hours.Known() && hours.Value() > forms.Whole(unusualHours) {
				all[training(year, s.Field()).Path] = say.F("一年超过%d学时，填对了吗？", unusualHours)
			}
		}
	}
	return all
}

func (f *facts) noteAward(all map[string]say.Text, path string, e forms.Education) {
	switch {
	case f.notGot(e):
		all[path] = say.F("还没有取得，不算")
	case f.awardedThen(e.AwardDate):
		all[path] = say.F("申报时可能还没有取得，请填到日")
	case f.awardedLate(e.AwardDate):
		all[path] = say.F("申报时还没有取得")
	}
}
