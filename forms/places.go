package forms

import (
	"fmt"
	"slices"
)

// OfEducation returns the place of a field in the i-th education, from 0.
func OfEducation(f Field[Education], i int) Place {
	return f.at(listRow("education", fmt.Sprintf("学历%d ", i+1), i,
		func(a *Applicant) *[]Education { return &a.Education }))
}

// OfAchievement returns the place of a field in the i-th achievement, from 0.
func OfAchievement(f Field[Achievement], i int) Place {
	return f.at(listRow("achievements", fmt.Sprintf("业绩%d ", i+1), i,
		func(a *Applicant) *[]Achievement { return &a.Achievements }))
}

// listRow is the i-th row of a list. Entering something into the row behind the
// last adds it; rows farther out do not exist.
func listRow[R any](path, label string, i int, list func(*Applicant) *[]R) row[R] {
	return row[R]{
		prefix: fmt.Sprintf("%s.%d.", path, i),
		label:  label,
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
		return slices.Contains(d.Years, year) && asked(a, d, y)
	}
	return f.at(row[TrainingYear]{
		prefix: fmt.Sprintf("continuing_education.%d.", year),
		label:  fmt.Sprintf("%d年", year),
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
	Path: "forestry_engineer.department", Step: StepTitle, Label: "部门",
	Hint: "附件3的四条按部门分两套，选一套对照。",
	Options: []Option{
		{string(DepartmentProduction), "生产、技术管理"},
		{string(DepartmentResearch), "研究、设计"},
	},
}, func(a *Applicant) *Department { return &a.ForestryEngineer.Department }).when(
	func(_ *Applicant, d Demands, _ *Applicant) bool { return d.Conditions })

var circled = [...]string{"①", "②", "③", "④", "⑤", "⑥"}

// ForestryAbility asks whether the i-th ability (from 0) of 附件3（一）1 is there.
func ForestryAbility(i int) Field[Applicant] {
	return choiceField(Info{
		Path: fmt.Sprintf("forestry_engineer.ability.%d", i), Step: StepTitle,
		Label: "附件3能力条件" + circled[i], Options: yesNoUnsure,
	}, func(a *Applicant) *Answer { return &a.ForestryEngineer.Ability[i] }).when(
		func(_ *Applicant, d Demands, _ *Applicant) bool { return d.Conditions })
}

// ForestryExceptional asks for the i-th item (from 0) of 附件3（二）.
func ForestryExceptional(i int) Field[Applicant] {
	return choiceField(Info{
		Path: fmt.Sprintf("forestry_engineer.exceptional_items.%d", i), Step: StepTitle,
		Label: fmt.Sprintf("破格条件第%d项", i+1),
		Options: []Option{
			{string(Certain), "确定有"}, {string(Doubtful), "说不准"}, {string(NotCertain), "没有"},
		},
	}, func(a *Applicant) *Certainty { return &a.ForestryEngineer.ExceptionalItems[i] }).when(exceptional)
}

// ForestryNote asks what the i-th item (from 0) of 附件3（二） rests on.
func ForestryNote(i int) Field[Applicant] {
	return textField(Info{
		Path: fmt.Sprintf("forestry_engineer.exceptional_notes.%d", i), Step: StepTitle,
		Label: fmt.Sprintf("破格条件第%d项说明", i+1), Most: 200, Optional: true,
		Hint: "成果名称、授予单位、级别、时间。",
	}, func(a *Applicant) *string { return &a.ForestryEngineer.ExceptionalNotes[i] }).when(exceptional)
}

func exceptional(a *Applicant, d Demands, _ *Applicant) bool {
	return d.Conditions && a.Plan.Route == RouteExceptional
}

// Places returns every place of the application in the order of the steps,
// whether it applies or not. An application without an education has the first
// row's places all the same.
func Places(a *Applicant, d Demands) []Place {
	places := of(PlanSpecialty, PlanLevel, PlanChoice, PlanRoute,
		ScopeCivilServant, ScopeEmployed, ScopeInService, ScopeSpecialtyWork,
		PersonIdentity, PersonPermit, PersonName,
		UnitKind, UnitName, UnitCentral, UnitEntrusted, UnitHasDepartment, UnitFileAgency,
		UnitJurisdiction, UnitPlatform, UnitRecord, AccountReady,
		InsurancePlace, FilePlace, LabourPlace, InsuranceMonths, InsuranceNormal, InsuranceProof)
	for i := range max(1, len(a.Education)) {
		places = append(places, EducationPlaces(i)...)
	}
	places = append(places, of(TitleCurrent, TitleQualified, TitleAppointed, CareerStart, ForestryDepartment)...)
	for i := range AbilityCount {
		places = append(places, Of(ForestryAbility(i)))
	}
	for i := range ExceptionalItemCount {
		places = append(places, of(ForestryExceptional(i), ForestryNote(i))...)
	}
	for _, year := range years(a, d) {
		places = append(places, YearPlaces(year)...)
	}
	places = append(places, of(PhotoFile, StatementText, StatementOverflow)...)
	for i := range a.Achievements {
		places = append(places, AchievementPlaces(i)...)
	}
	return append(places, of(DisciplineSanction, DisciplineDate, DisciplinePending, DisciplineDisclosed,
		DisciplineCancelled, CommitmentSigned, PostEstablishment, PostRecommended, PostStamps,
		ScheduleToday, ScheduleSubmit, ScheduleUnitPass, SchedulePaper)...)
}

// EducationPlaces returns the places of the i-th education, from 0.
func EducationPlaces(i int) []Place {
	return each(i, OfEducation, EducationGrade, EducationOrigin, EducationAward, EducationIsLater,
		EducationVerification, EducationValidUntil, EducationCertificate)
}

// YearPlaces returns the places of one year's continuing education.
func YearPlaces(year int) []Place {
	return each(year, OfYear, TrainingEmployed, TrainingGeneralPublic, TrainingIndustryPublic,
		TrainingProfessional, TrainingTotal, TrainingEvidence)
}

// AchievementPlaces returns the places of the i-th achievement, from 0.
func AchievementPlaces(i int) []Place {
	return each(i, OfAchievement, AchievementName, AchievementCategory, AchievementDate,
		AchievementRole, AchievementEvidence)
}

func of(fields ...Field[Applicant]) []Place {
	places := make([]Place, len(fields))
	for i, f := range fields {
		places[i] = Of(f)
	}
	return places
}

func each[R any](i int, place func(Field[R], int) Place, fields ...Field[R]) []Place {
	places := make([]Place, len(fields))
	for k, f := range fields {
		places[k] = place(f, i)
	}
	return places
}

// years returns the years that the plan asks for and those that the application
// has besides, ascending.
func years(a *Applicant, d Demands) []int {
	all := slices.Clone(d.Years)
	for year := range a.ContinuingEducation {
		all = append(all, year)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Problem is an answer that cannot be used as it stands: unreadable, out of
// range, or contradicting another. It is not a finding of a check.
type Problem struct {
	At      string `json:"at"`
	Text    string `json:"text"`
	Message string `json:"message"`
}

// Problems returns the problems of every place that applies.
func Problems(a *Applicant, d Demands) []Problem {
	var problems []Problem
	for _, p := range Places(a, d) {
		if message := p.Problem(a); message != "" && p.Applies(a, d) {
			problems = append(problems, Problem{At: p.Path, Text: p.Text(a), Message: message})
		}
	}
	return problems
}
