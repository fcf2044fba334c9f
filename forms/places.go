package forms

import (
	"fmt"
	"slices"
	"strconv"

	"zhicheng/forms/say"
)

// Where the lists are in the file.
const (
	educationList   = "education"
	yearList        = "continuing_education"
	achievementList = "achievements"
	confirmedList   = "confirmed"
)

// OfEducation returns the place of a field in the i-th education, from 0.
func OfEducation(f Field[Education], i int) Place {
	return f.at(listRow(educationName(i), i, func(a *Applicant) *[]Education { return &a.Education }))
}

// OfAchievement returns the place of a field in the i-th achievement, from 0.
func OfAchievement(f Field[Achievement], i int) Place {
	return f.at(listRow(achievementName(i), i, func(a *Applicant) *[]Achievement { return &a.Achievements }))
}

// InEducation returns what is said of a field in the i-th education, from 0.
func InEducation(f Field[Education], i int) Info { return f.in(educationName(i)) }

// EducationPath returns the place in the file of a field in the i-th education.
func EducationPath(f Field[Education], i int) string {
	return educationName(i).prefix + f.Path
}

// InAchievement returns what is said of a field in the i-th achievement, from 0.
func InAchievement(f Field[Achievement], i int) Info { return f.in(achievementName(i)) }

// AchievementPath returns the place in the file of a field in the i-th achievement.
func AchievementPath(f Field[Achievement], i int) string {
	return achievementName(i).prefix + f.Path
}

// InYear returns what is said of a field in the given year's continuing education.
func InYear(f Field[TrainingYear], year int) Info { return f.in(yearName(year)) }

func educationName(i int) rowName {
	return rowName{educationList + "." + strconv.Itoa(i) + ".", func(field say.Text) say.Text { return say.F("学历%d %s", i+1, field) }}
}

func achievementName(i int) rowName {
	return rowName{achievementList + "." + strconv.Itoa(i) + ".", func(field say.Text) say.Text { return say.F("业绩%d %s", i+1, field) }}
}

func yearName(year int) rowName {
	return rowName{yearList + "." + strconv.Itoa(year) + ".", func(field say.Text) say.Text { return say.F("%d年%s", year, field) }}
}

// listRow is the i-th row of a list. Entering something into the row behind the
// last adds it; rows farther out do not exist.
func listRow[R any](name rowName, i int, list func(*Applicant) *[]R) row[R] {
	return row[R]{
		rowName: name,
		read: func(a *Applicant) *R {
			if rows := *list(a); i < len(rows) {
				return &rows[i]
			}
			return new(R)
		},
		change: func(a *Applicant, change func(*R)) {
			rows := list(a)
			if i == len(*rows) {
				*rows = append(*rows, *new(R))
			}
			if i < len(*rows) {
				change(&(*rows)[i])
			}
		},
	}
}

// OfYear returns the place of a field in the given year's continuing education.
func OfYear(f Field[TrainingYear], year int) Place {
	asked := f.When
	f.When = func(a *Applicant, d Demands, y *TrainingYear) bool {
		i := slices.Index(d.Years, year)
		return i >= 0 && asked(a, d.inYear(i), y)
	}
	return f.at(row[TrainingYear]{
		rowName: yearName(year),
		read: func(a *Applicant) *TrainingYear {
			y := a.ContinuingEducation[year]
			return &y
		},
		change: func(a *Applicant, change func(*TrainingYear)) {
			y := a.ContinuingEducation[year]
			change(&y)
			if a.ContinuingEducation == nil {
				a.ContinuingEducation = ContinuingEducation{}
			}
			a.ContinuingEducation[year] = y
		},
	})
}

// ForestryDepartment asks for the kind of work (附件3（一）1).
var ForestryDepartment = choiceField(Info{
	Path: "forestry_engineer.department", Step: StepTitle, Label: say.F("部门"),
	Hint: say.F("通知对两类部门各有要求，选您所在的那一类。"),
	Options: []Option{
		{string(DepartmentProduction), say.F("生产、技术管理")},
		{string(DepartmentResearch), say.F("研究、设计")},
	},
}, func(a *Applicant) *Department { return &a.ForestryEngineer.Department }).when(
	func(_ *Applicant, d Demands, _ *Applicant) bool { return d.Conditions })

// Circled returns the sign of the i-th item (from 0) of a list in the notice: ① to ⑥.
func Circled(i int) string { return string('①' + rune(i)) }

// ForestryAbility asks whether the i-th ability (from 0) of 附件3（一）1 is there.
func ForestryAbility(i int) Field[Applicant] { return abilityFields[i] }

// ForestryExceptional asks for the i-th item (from 0) of 附件3（二）.
func ForestryExceptional(i int) Field[Applicant] { return exceptionalFields[i] }

// ForestryNote asks what the i-th item (from 0) of 附件3（二） rests on.
func ForestryNote(i int) Field[Applicant] { return noteFields[i] }

var (
	abilityFields     = numbered(AbilityCount, abilityField)
	exceptionalFields = numbered(ExceptionalItemCount, exceptionalField)
	noteFields        = numbered(ExceptionalItemCount, noteField)
)

func numbered(n int, field func(int) Field[Applicant]) []Field[Applicant] {
	fields := make([]Field[Applicant], n)
	for i := range fields {
		fields[i] = field(i)
	}
	return fields
}

func abilityField(i int) Field[Applicant] {
	return choiceField(Info{
		Path: fmt.Sprintf("forestry_engineer.ability.%d", i), Step: StepTitle,
		Label: say.F("能力条件%s", Circled(i)), Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.ForestryEngineer.Ability[i] }).when(
		func(_ *Applicant, d Demands, _ *Applicant) bool { return d.Conditions && i < d.Abilities })
}

func exceptionalField(i int) Field[Applicant] {
	return choiceField(Info{
		Path: fmt.Sprintf("forestry_engineer.exceptional_items.%d", i), Step: StepTitle,
		Label: say.F("破格条件第%d项", i+1),
		Options: []Option{
			{string(Certain), say.F("确定有")}, {string(Doubtful), say.F("说不准")}, {string(NotCertain), say.F("没有")},
		},
	}, func(a *Applicant) *Certainty { return &a.ForestryEngineer.ExceptionalItems[i] }).when(exceptional(i))
}

func noteField(i int) Field[Applicant] {
	return textField(Info{
		Path: fmt.Sprintf("forestry_engineer.exceptional_notes.%d", i), Step: StepTitle,
		Label: say.F("破格条件第%d项说明", i+1), Kind: KindLongText, Most: MostNote, Optional: true,
		Hint: say.F("成果名称、授予单位、级别、时间。"),
	}, func(a *Applicant) *string { return &a.ForestryEngineer.ExceptionalNotes[i] }).when(exceptional(i))
}

func exceptional(i int) func(*Applicant, Demands, *Applicant) bool {
	return func(a *Applicant, d Demands, _ *Applicant) bool {
		return d.Conditions && i < d.Items && a.Plan.Route == RouteExceptional
	}
}
