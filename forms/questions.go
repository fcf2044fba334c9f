package forms

import (
	"slices"
	"strings"

	"zhicheng/forms/say"
)

// Section is some questions of a step that belong together.
type Section struct {
	Step   Step
	Title  say.Text // empty where the step's own name says enough
	Fields []Field[Applicant]
	Rows   string // the list whose rows it asks, "" for none
}

// sections are the questions of an application in their order, apart from those of
// the rows: educations, years of continuing education and achievements.
var sections = []Section{
	{StepPlan, say.Text{}, []Field[Applicant]{PlanSpecialty, PlanLevel, PlanChoice, PlanRoute}, ""},
	{StepScope, say.F("申报人"), []Field[Applicant]{
		ScopeCivilServant, ScopeEmployed, ScopeInService, ScopeSpecialtyWork, PersonIdentity, PersonPermit, PersonName,
	}, ""},
	{StepScope, say.F("单位"), []Field[Applicant]{
		UnitKind, UnitName, UnitCentral, UnitJurisdiction, UnitEntrusted, UnitHasDepartment, UnitFileAgency,
	}, ""},
	{StepScope, say.F("账号和审核"), []Field[Applicant]{AccountReady, UnitPlatform, UnitRecord, CommitmentSigned}, ""},
	{StepScope, say.F("人事关系和社保"), []Field[Applicant]{
		InsurancePlace, FilePlace, LabourPlace, InsurancePaidByEmployer, InsuranceNormal, InsuranceMonths, InsuranceProof,
	}, ""},
	{StepTitle, say.F("现职称和年限"), []Field[Applicant]{TitleCurrent, TitleQualified, TitleAppointed, CareerStart}, ""},
	{StepTitle, say.F("能力条件"), append([]Field[Applicant]{ForestryDepartment}, abilityFields...), ""},
	{StepTitle, say.F("破格条件"), itemFields(), ""},
	{StepPhoto, say.Text{}, []Field[Applicant]{PhotoFile}, ""},
	{StepStatement, say.F("述职"), []Field[Applicant]{StatementText, StatementOverflow}, ""},
	{StepStatement, say.F("代表性业绩"), nil, achievementList},
	{StepIntegrity, say.Text{}, []Field[Applicant]{
		DisciplineSanction, DisciplineDate, DisciplinePending, DisciplineDisclosed, DisciplineCancelled,
		PostEstablishment, PostRecommended, PostStamps,
	}, ""},
	{StepSchedule, say.F("您的打算"), []Field[Applicant]{ScheduleSubmit, ScheduleUnitPass, SchedulePaper, ScheduleToday}, ""},
}

// Sections returns the sections of a step in their order.
func Sections(step Step) []Section {
	return slices.DeleteFunc(slices.Clone(sections), func(s Section) bool { return s.Step != step })
}

// Parts returns the numbers of the sections of a step, from 0, that ask an application
// anything: each is a page. It has at least one, 0 for a step without sections. A list
// has a page once it has a row.
func Parts(step Step, a *Applicant, d Demands) []int {
	var parts []int
	for i, s := range Sections(step) {
		asks := func(f Field[Applicant]) bool { return f.asked(a, d, a) }
		if s.Rows == achievementList && len(a.Achievements) > 0 || slices.ContainsFunc(s.Fields, asks) {
			parts = append(parts, i)
		}
	}
	if len(parts) == 0 {
		return []int{0}
	}
	return parts
}

// PartOf returns the section of a step that asks the question at a path, from 0; ok is
// false where the step does not ask it in a section.
func PartOf(step Step, path string) (part int, ok bool) {
	list, _, _ := strings.Cut(path, ".")
	for _, s := range sections {
		switch {
		case s.Step != step:
		case s.Rows != "" && s.Rows == list || slices.ContainsFunc(s.Fields, func(f Field[Applicant]) bool { return f.Path == path }):
			return part, true
		default:
			part++
		}
	}
	return -1, false
}

// Places returns the places of a section's questions.
func (s Section) Places() []Place { return placesOf(s.Fields) }

// fieldsOf are the fields of steps, in their order.
func fieldsOf(steps ...Step) []Field[Applicant] {
	var fields []Field[Applicant]
	for _, s := range sections {
		if slices.Contains(steps, s.Step) {
			fields = append(fields, s.Fields...)
		}
	}
	return fields
}

// The fields in the order of the steps, cut where rows are between them.
var (
	fieldsBeforeEducation = fieldsOf(StepPlan, StepScope)
	educationFields       = []Field[Education]{
		EducationGrade, EducationOrigin, EducationAward, EducationIsLater,
		EducationVerification, EducationValidUntil, EducationCertificate,
	}
	fieldsBeforeYears = fieldsOf(StepTitle)
	yearFields        = []Field[TrainingYear]{
		TrainingTotal, TrainingProfessional, TrainingIndustryPublic, TrainingGeneralPublic,
		TrainingEmployed, TrainingEvidence,
	}
	fieldsBeforeAchievements = fieldsOf(StepPhoto, StepStatement)
	achievementFields        = []Field[Achievement]{
		AchievementName, AchievementCategory, AchievementDate, AchievementRole, AchievementEvidence,
	}
	fieldsAfterAchievements = fieldsOf(StepIntegrity, StepSchedule)
)

// itemFields are the items of 附件3（二）, each with its note behind it.
func itemFields() []Field[Applicant] {
	var fields []Field[Applicant]
	for i, item := range exceptionalFields {
		fields = append(fields, item, noteFields[i])
	}
	return fields
}

// Places returns every place of the application in the order of the steps,
// whether it applies or not. An application without an education has the first
// row's places all the same.
func Places(a *Applicant, d Demands) []Place {
	places := slices.Clone(placesBeforeEducation)
	for i := range max(1, len(a.Education)) {
		places = append(places, EducationPlaces(i)...)
	}
	places = append(places, placesBeforeYears...)
	for _, year := range years(a, d) {
		places = append(places, YearPlaces(year)...)
	}
	places = append(places, placesBeforeAchievements...)
	for i := range a.Achievements {
		places = append(places, AchievementPlaces(i)...)
	}
	return append(places, placesAfterAchievements...)
}

// The places outside the rows are the same for every application.
var (
	placesBeforeEducation    = placesOf(fieldsBeforeEducation)
	placesBeforeYears        = placesOf(fieldsBeforeYears)
	placesBeforeAchievements = placesOf(fieldsBeforeAchievements)
	placesAfterAchievements  = placesOf(fieldsAfterAchievements)
)

func placesOf(fields []Field[Applicant]) []Place {
	places := make([]Place, len(fields))
	for i, f := range fields {
		places[i] = Of(f)
	}
	return places
}

// EducationPlaces returns the places of the i-th education, from 0.
func EducationPlaces(i int) []Place { return each(i, OfEducation, educationFields) }

// YearPlaces returns the places of one year's continuing education.
func YearPlaces(year int) []Place { return each(year, OfYear, yearFields) }

// AchievementPlaces returns the places of the i-th achievement, from 0.
func AchievementPlaces(i int) []Place { return each(i, OfAchievement, achievementFields) }

func each[R any](i int, place func(Field[R], int) Place, fields []Field[R]) []Place {
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
// range, too long, or contradicting another. It is not a finding of a check.
type Problem struct {
	At      string   `json:"at"`
	Text    string   `json:"text"`
	Message say.Text `json:"message"`
	// Impossible says that nobody can have the answer: it counts as none.
	Impossible bool `json:"-"`
}

// Problems returns the problems of every place that applies, in the order of
// [Places], and after them those of lists and of the statement as a whole.
func Problems(a *Applicant, d Demands) []Problem {
	q := &inspection{a: a, d: d}
	look(q, fieldsBeforeEducation, a, rowName{})
	for i := range a.Education {
		look(q, educationFields, &a.Education[i], educationName(i))
	}
	look(q, fieldsBeforeYears, a, rowName{})
	for i, year := range d.Years {
		if y, ok := a.ContinuingEducation[year]; ok {
			q.d = d.inYear(i)
			look(q, yearFields, &y, yearName(year))
		}
	}
	q.d = d
	look(q, fieldsBeforeAchievements, a, rowName{})
	for i := range a.Achievements {
		look(q, achievementFields, &a.Achievements[i], achievementName(i))
	}
	look(q, fieldsAfterAchievements, a, rowName{})
	return append(q.problems, excesses(a)...)
}

// inspection goes through the fields of an application without building their
// places: it runs with every key press.
type inspection struct {
	a        *Applicant
	d        Demands
	problems []Problem
}

func look[R any](q *inspection, fields []Field[R], r *R, name rowName) {
	for i := range fields {
		f := &fields[i]
		message := f.Problem(r)
		if message.Empty() || f.When != nil && !f.When(q.a, q.d, r) {
			continue
		}
		impossible := f.Impossible != nil && f.Impossible(r)
		q.problems = append(q.problems, Problem{name.prefix + f.Path, f.Text(r), message, impossible})
	}
}

// Begun reports whether anything is answered that a step asks.
func Begun(a *Applicant, d Demands, step Step) bool {
	q := &inspection{a: a, d: d}
	switch step {
	case StepEducation:
		return beginsAny(q, step, educationFields, a.Education)
	case StepContinuingEducation:
		for i, year := range d.Years {
			q.d = d.inYear(i)
			if y := a.ContinuingEducation[year]; begins(q, step, yearFields, &y) {
				return true
			}
		}
		return false
	}
	return begins(q, step, fieldsBeforeEducation, a) || begins(q, step, fieldsBeforeYears, a) ||
		begins(q, step, fieldsBeforeAchievements, a) || begins(q, step, fieldsAfterAchievements, a) ||
		beginsAny(q, step, achievementFields, a.Achievements)
}

func beginsAny[R any](q *inspection, step Step, fields []Field[R], rows []R) bool {
	for i := range rows {
		if begins(q, step, fields, &rows[i]) {
			return true
		}
	}
	return false
}

func begins[R any](q *inspection, step Step, fields []Field[R], r *R) bool {
	for i := range fields {
		f := &fields[i]
		if f.Step == step && f.Text(r) != "" && f.asked(q.a, q.d, r) {
			return true
		}
	}
	return false
}

// Count returns how many of the questions that are asked are answered. Those that
// no check needs do not count.
func Count(a *Applicant, d Demands) (answered, asked int) {
	q := &inspection{a: a, d: d}
	count := func(has, asks int) { answered, asked = answered+has, asked+asks }
	for _, fields := range [][]Field[Applicant]{fieldsBeforeEducation, fieldsBeforeYears, fieldsBeforeAchievements, fieldsAfterAchievements} {
		count(answers(q, fields, a))
	}
	rows := a.Education
	if len(rows) == 0 {
		rows = make([]Education, 1)
	}
	for i := range rows {
		count(answers(q, educationFields, &rows[i]))
	}
	for i, year := range d.Years {
		q.d = d.inYear(i)
		y := a.ContinuingEducation[year]
		count(answers(q, yearFields, &y))
	}
	q.d = d
	for i := range a.Achievements {
		count(answers(q, achievementFields, &a.Achievements[i]))
	}
	return answered, asked
}

func answers[R any](q *inspection, fields []Field[R], r *R) (answered, asked int) {
	for i := range fields {
		f := &fields[i]
		if f.Optional || f.When != nil && !f.When(q.a, q.d, r) {
			continue
		}
		asked++
		if f.Text(r) != "" {
			answered++
		}
	}
	return answered, asked
}
