package forms

import "slices"

// Unsure is the answer 不确定, the same in every question that offers it.
const Unsure = "unsure"

// Answer is the answer to a yes/no question.
type Answer string

// The answers to a yes/no question.
const (
	Yes       Answer = "yes"
	No        Answer = "no"
	YesNoOpen Answer = Unsure
)

// Specialty is the field of work that is applied for (附件1-3, 二).
type Specialty string

// SpecialtyOther stands for a specialty that the notice covers only by its “等”.
const SpecialtyOther Specialty = "other"

// Level is the level of the title that is applied for.
type Level string

// The three levels of the notice.
const (
	LevelEngineer           Level = "engineer"
	LevelSeniorEngineer     Level = "senior_engineer"
	LevelFullSeniorEngineer Level = "full_senior_engineer"
)

// PlanCode names one of the notice's evaluation plans (评审计划).
type PlanCode string

// Route is the way of applying (申报方式).
type Route string

// The routes that every notice can have; the others are the notice's own.
const (
	RouteNormal      Route = "normal"
	RouteExceptional Route = "exceptional"
	RouteUnsure      Route = Unsure
)

// Identity tells which group of persons the applicant belongs to (一).
type Identity string

// The groups of persons.
const (
	IdentityMainland Identity = "mainland"
	IdentityForeign  Identity = "foreign"
	IdentityHKMT     Identity = "hkmt"
)

// Permit is the residence permit of an applicant from abroad, Hong Kong, Macao
// or Taiwan (一).
type Permit string

// The permits; the notice names the first two.
const (
	PermitForeignPermanentResidence Permit = "foreign_permanent_residence"
	PermitOverseasTalentResidence   Permit = "overseas_talent_residence"
	PermitOther                     Permit = "other"
	PermitNone                      Permit = "none"
)

// ServiceStatus tells whether the applicant is a civil servant (一).
type ServiceStatus string

// The answers to the civil-servant question.
const (
	NotCivilServant  ServiceStatus = "no"
	CivilServant     ServiceStatus = "civil_servant"
	ReferenceManaged ServiceStatus = "reference_managed"
	ServiceUnsure    ServiceStatus = Unsure
)

// UnitType is the kind of employer (用人单位).
type UnitType string

// The kinds of employers.
const (
	UnitEnterprise        UnitType = "enterprise"
	UnitPublicInstitution UnitType = "public_institution"
	UnitGovernment        UnitType = "government"
	UnitOther             UnitType = "other"
)

// Progress is the state of a procedure at another office.
type Progress string

// The states of a procedure.
const (
	ProgressDone       Progress = "done"
	ProgressInProgress Progress = "in_progress"
	ProgressNotStarted Progress = "not_started"
)

// Jurisdiction tells whom the unit belongs to: it decides the way of the papers
// (四（四）).
type Jurisdiction string

// The jurisdictions.
const (
	JurisdictionCity   Jurisdiction = "city"
	JurisdictionCounty Jurisdiction = "county"
)

// Region is where insurance, personnel file or labour relation are kept.
type Region string

// The regions that a notice tells apart: its place, the rest of the province, and other
// provinces. The words in files are those of the first notice, and stay.
const (
	RegionHere          Region = "shaoxing"
	RegionProvince      Region = "zhejiang_other"
	RegionOtherProvince Region = "other_province"
	RegionUnsure        Region = Unsure
)

// EducationLevel is the level of a degree or graduation.
type EducationLevel string

// The levels of education, lowest first; Secondary includes everything below an
// associate degree.
const (
	Secondary      EducationLevel = "secondary"
	Associate      EducationLevel = "associate"
	Bachelor       EducationLevel = "bachelor"
	SecondBachelor EducationLevel = "second_bachelor"
	Master         EducationLevel = "master"
	Doctor         EducationLevel = "doctor"
)

// Origin is where a degree was obtained.
type Origin string

// The origins that the notice tells apart (三（四）).
const (
	OriginDomestic Origin = "domestic"
	OriginForeign  Origin = "foreign"
	OriginHKMT     Origin = "hkmt"
)

// Verification is the paper that proves a domestic education (三（四）).
type Verification string

// The papers, either of which suffices.
const (
	VerifiedByRegistrationForm Verification = "registration_form"
	VerifiedByReport           Verification = "verification_report"
	NotVerified                Verification = "none"
)

// CurrentTitle is the professional title held now.
type CurrentTitle string

// The titles held now.
const (
	TitleAssistantEngineer CurrentTitle = "assistant_engineer"
	TitleEngineer          CurrentTitle = "engineer"
	TitleSeniorEngineer    CurrentTitle = "senior_engineer"
	TitleOtherSeries       CurrentTitle = "other_series"
	TitleNone              CurrentTitle = "none"
)

// Above returns how many steps a level is above a title: 1 for the next one, 0 or
// less for a title that is as high already. ladder is false for a title that is not
// on the ladder of engineers.
func (l Level) Above(t CurrentTitle) (steps int, ladder bool) {
	titles := []CurrentTitle{TitleAssistantEngineer, TitleEngineer, TitleSeniorEngineer}
	levels := []Level{LevelEngineer, LevelSeniorEngineer, LevelFullSeniorEngineer}
	from, to := slices.Index(titles, t), slices.Index(levels, l)
	return to + 1 - from, from >= 0 && to >= 0
}

// Department is the kind of work that 附件3（一）1 tells apart.
type Department string

// The two departments.
const (
	DepartmentProduction Department = "production"
	DepartmentResearch   Department = "research"
)

// Certainty is how sure the applicant is of one of the six items of 附件3（二）.
type Certainty string

// The certainties.
const (
	Certain    Certainty = "certain"
	Doubtful   Certainty = "doubtful"
	NotCertain Certainty = "no"
)

// Sanction is a disciplinary measure since the present title was obtained (六（二）).
type Sanction string

// The sanctions. Demerit (记过), MajorDemeritOrAbove and Accident delay an
// application, Warning (警告) has only to be disclosed, party sanctions have a
// scale of their own.
const (
	SanctionNone                Sanction = "none"
	SanctionWarning             Sanction = "warning"
	SanctionDemerit             Sanction = "demerit"
	SanctionMajorDemeritOrAbove Sanction = "major_demerit_or_above"
	SanctionAccident            Sanction = "accident"
	SanctionParty               Sanction = "party"
	SanctionUnsure              Sanction = Unsure
)

// Establishment tells established from contract staff of a public institution.
type Establishment string

// The two kinds of staff.
const (
	Established Establishment = "established"
	Contract    Establishment = "contract"
)

// Stamps tells which stamps the 岗位信息表 carries (六（一）).
type Stamps string

// The stamps on the form.
const (
	StampsNone       Stamps = "none"
	StampsDepartment Stamps = "department"
	StampsHRBureau   Stamps = "hr_bureau"
	StampsBoth       Stamps = "both"
)

// AchievementKind sorts an achievement by the categories of 三（二）.
type AchievementKind string
