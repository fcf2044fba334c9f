package forms

import (
	"maps"
	"slices"
)

// FileFormat is the version of the application file that this program writes; it reads all from 1
// on. Format 2 has photo.whitened and insurance.paid_by_employer, and keeps a noted answer by the
// facts that it is about.
const FileFormat = 2

// NoticeCopy is the text of a notice inside of an application, with its version and the
// digest under which it was put there.
type NoticeCopy struct {
	Version int    `json:"version"`
	SHA256  string `json:"sha256"`
	File    string `json:"file"`
}

// Applicant is one application with everything that was answered. It is a plain
// value: use [Applicant.Clone] before changing a copy. Photo.Data is never
// changed in place.
type Applicant struct {
	Format int    `json:"format"`
	Notice string `json:"notice"` // its id
	// NoticeCopy is of a notice that the program does not carry; package store keeps it
	// under the key notice.
	NoticeCopy          NoticeCopy          `json:"-"`
	Schedule            Schedule            `json:"schedule"`
	Plan                Plan                `json:"plan"`
	Person              Person              `json:"applicant"`
	Scope               Scope               `json:"scope"`
	Unit                Unit                `json:"unit"`
	Account             Account             `json:"account"`
	Affiliation         Affiliation         `json:"affiliation"`
	Insurance           Insurance           `json:"insurance"`
	Education           []Education         `json:"education"`
	Title               Title               `json:"title"`
	Career              Career              `json:"career"`
	ForestryEngineer    ForestryEngineer    `json:"forestry_engineer"`
	ContinuingEducation ContinuingEducation `json:"continuing_education"`
	Discipline          Discipline          `json:"discipline"`
	Post                Post                `json:"post"`
	Photo               Photo               `json:"photo"`
	Statement           Statement           `json:"statement"`
	Achievements        []Achievement       `json:"achievements"`
	Confirmed           []Confirmation      `json:"confirmed"`
}

// Schedule holds the day of the check and the applicant's own plan of dates (四).
type Schedule struct {
	Today            Date `json:"today"`
	IndividualSubmit Date `json:"individual_submit"`
	UnitPass         Date `json:"unit_pass"`
	Paper            Date `json:"paper"`
}

// In returns the schedule with the days that were typed without a year in a year.
func (s Schedule) In(year int) Schedule {
	return Schedule{s.Today.In(year), s.IndividualSubmit.In(year), s.UnitPass.In(year), s.Paper.In(year)}
}

// Plan holds what is applied for (附件1-3).
type Plan struct {
	Specialty Specialty `json:"specialty"`
	Level     Level     `json:"level"`
	Code      PlanCode  `json:"code"`
	Route     Route     `json:"route"`
}

// Person holds who applies. No identity number: no rule needs it.
type Person struct {
	Name     string   `json:"name"`
	Identity Identity `json:"identity"`
	Permit   Permit   `json:"permit"`
}

// Scope holds the facts that decide who may apply at all (一).
type Scope struct {
	CivilServant      ServiceStatus `json:"civil_servant"`
	EmployedHere      Answer        `json:"employed_in_shaoxing"`
	InService         Answer        `json:"in_service"`
	DoesSpecialtyWork Answer        `json:"does_specialty_work"`
}

// Unit holds the employer and what it has done on the platform.
type Unit struct {
	Name                string       `json:"name"`
	Type                UnitType     `json:"type"`
	CentralOrProvincial Answer       `json:"central_or_provincial"`
	EntrustedReview     Progress     `json:"entrusted_review"`
	HasDepartment       Answer       `json:"has_department"`
	FileAgency          Answer       `json:"file_agency"`
	Jurisdiction        Jurisdiction `json:"jurisdiction"`
	PlatformReady       Answer       `json:"platform_ready"`
	RecordReviewed      Answer       `json:"record_reviewed"`
}

// Account holds whether the applicant can log in. Passwords are never asked for.
type Account struct {
	PersonalReady Answer `json:"personal_ready"`
}

// Affiliation holds where the three parts of 人事隶属关系 are kept (三（一）).
type Affiliation struct {
	InsurancePlace Region `json:"insurance_place"`
	FilePlace      Region `json:"file_place"`
	LabourPlace    Region `json:"labour_place"`
}

// Insurance holds the social insurance (三（一）, 三（七）); months are whole months.
type Insurance struct {
	PaidByEmployer   Answer `json:"paid_by_employer"`
	ContinuousMonths Number `json:"continuous_months"`
	NormalStatus     Answer `json:"normal_status"`
	ProofReady       Answer `json:"proof_ready"`
}

// Education is one degree or graduation (三（四）).
type Education struct {
	Level                  EducationLevel `json:"level"`
	Origin                 Origin         `json:"origin"`
	AwardDate              Date           `json:"award_date"`
	IsLater                Answer         `json:"is_later"`
	Verification           Verification   `json:"verification"`
	VerificationValidUntil Date           `json:"verification_valid_until"`
	OverseasCertificate    Answer         `json:"overseas_certificate"`
}

// Title holds the present title.
type Title struct {
	Current       CurrentTitle `json:"current"`
	QualifiedDate Date         `json:"qualified_date"`
	AppointedDate Date         `json:"appointed_date"`
}

// Career holds the working life.
type Career struct {
	TechnicalWorkStart Date `json:"technical_work_start"`
}

// Counts of the lists in 附件3.
const (
	AbilityCount         = 4
	ExceptionalItemCount = 6
)

// ForestryEngineer holds the conditions of 附件3.
type ForestryEngineer struct {
	Department       Department                      `json:"department"`
	Ability          [AbilityCount]Answer            `json:"ability"`
	ExceptionalItems [ExceptionalItemCount]Certainty `json:"exceptional_items"`
	ExceptionalNotes [ExceptionalItemCount]string    `json:"exceptional_notes"`
}

// TrainingYear holds one year's hours of continuing education (三（三）).
type TrainingYear struct {
	Employed       Answer `json:"employed"`
	GeneralPublic  Number `json:"general_public"`
	IndustryPublic Number `json:"industry_public"`
	Professional   Number `json:"professional"`
	Total          Number `json:"total"`
	Evidence       Answer `json:"evidence"`
}

// ContinuingEducation holds the years' hours, keyed by the four-digit year.
type ContinuingEducation map[int]TrainingYear

// Discipline holds sanctions and the applicant's promise (六（二）, 附件1-5).
type Discipline struct {
	Sanction         Sanction `json:"sanction"`
	Date             Date     `json:"date"`
	Pending          Answer   `json:"pending"`
	Disclosed        Answer   `json:"disclosed"`
	CancelledYear    Number   `json:"cancelled_year"`
	CommitmentSigned Answer   `json:"commitment_signed"`
}

// Post holds the post in a public institution (六（一）).
type Post struct {
	Establishment Establishment `json:"establishment"`
	Recommended   Answer        `json:"recommended"`
	FormStamps    Stamps        `json:"form_stamps"`
}

// Statement holds 本人述职: the text, and what did not fit into its limit.
type Statement struct {
	Text     string `json:"text"`
	Overflow string `json:"overflow"`
}

// Achievement is one achievement (三（二）, 附件1-7).
type Achievement struct {
	Name     string          `json:"name"`
	Kind     AchievementKind `json:"kind"`
	Date     Date            `json:"date"`
	Role     string          `json:"role"`
	Evidence Answer          `json:"evidence"`
}

// Confirmation is the answer to a question that a check had raised. It counts while
// the facts are the same that the check had read.
type Confirmation struct {
	Check string `json:"check"`
	Facts string `json:"facts"` // their fingerprint
	// Found is the sentence by which format 1 kept the answer instead.
	Found  string `json:"found,omitempty"`
	Answer string `json:"answer"`
	Date   string `json:"date"`
}

// Reread reads numbers again as their questions do: a file has them without the unit that
// is asked there.
func (a *Applicant) Reread() {
	for _, f := range []Field[Applicant]{InsuranceMonths, DisciplineCancelled} {
		f.Enter(a, f.Text(a))
	}
	for year, y := range a.ContinuingEducation {
		for _, s := range Subjects {
			f := s.Field()
			f.Enter(&y, f.Text(&y))
		}
		a.ContinuingEducation[year] = y
	}
}

// New returns an empty application under the given notice.
func New(notice string) *Applicant {
	return &Applicant{Format: FileFormat, Notice: notice}
}

// Clone returns a copy that shares nothing changeable with a.
func (a *Applicant) Clone() *Applicant {
	b := *a
	b.Education = slices.Clone(a.Education)
	b.Achievements = slices.Clone(a.Achievements)
	b.Confirmed = slices.Clone(a.Confirmed)
	b.ContinuingEducation = maps.Clone(a.ContinuingEducation)
	return &b
}
