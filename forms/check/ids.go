package check

import "strconv"

// The identifiers of the checks that are named elsewhere: by a step of the platform,
// a material or a page. They are in files and in notice.json and never change. The
// clause of a check is quoted above its Check.
const (
	PlanMatch       = "plan-match"             // the plan is the one of the specialty and the level
	ScopeEmployment = "scope-employment"       // employed here, in technical work of the specialty
	ResidencePermit = "scope-residence-permit" // the permit of residence of foreigners and of people from Hong Kong, Macao and Taiwan

	EntrustedReview      = "entrusted-review"       // central and provincial units arrange the review by commission
	UnitAccount          = "unit-account"           // the unit's account on the platform
	RecordReview         = "record-review"          // the unit's review of the record of achievements
	PersonalAccount      = "personal-account"       // the applicant's account on the platform
	SocialInsuranceYear  = "social-insurance-year"  // how long social insurance has been paid here without a break
	SocialInsuranceProof = "social-insurance-proof" // the proof of social insurance paid in another province

	EducationVerification = "education-verification" // the proof of an education in China
	ForeignEducation      = "education-foreign"      // the certificate of an education abroad
	HKMTEducation         = "education-hkmt"         // the certificate of an education in Hong Kong, Macao or Taiwan

	ProvincialHoursRule = "ce-provincial-rule"       // the province's document about hours
	TenureEngineer      = "tenure-forestry-engineer" // the years as assistant engineer that the notice itself asks for
	TenureExternal      = "tenure-external"          // the years in the present title, where another document says how many
	DepartmentCondition = "department-condition"     // the abilities of one of the two departments of forestry
	ExceptionalItems    = "exceptional-items"        // the achievements of the exceptional route

	TruthfulnessCommitment = "truthfulness-commitment" // the signed promise that everything is true
	DisciplineDisclosure   = "discipline-disclosure"   // sanctions and open cases are in the material
	PostInformationForm    = "post-information-form"   // the form about the post at a public institution

	PhotoFormat     = "photo-format"     // the format of the ID photo's file
	PhotoFileSize   = "photo-file-size"  // the size of the ID photo's file
	PhotoPixels     = "photo-pixels"     // the width and height of the ID photo
	PhotoRatio      = "photo-ratio"      // the ratio of the ID photo's width to its height
	PhotoBackground = "photo-background" // the white background of the ID photo

	LanguageComputerPaper = "language-computer-paper" // what is no condition but counts

	StatementLength    = "statement-length"    // the characters of the self-statement
	AchievementsPeriod = "achievements-period" // the achievements are of the time in the present title

	CommitteeChoice  = "committee-choice"  // which committee receives the application
	PaperReviewForm  = "paper-review-form" // the printed review form
	Fee              = "fee"               // the fee of the review
	AttachmentList   = "attachment-list"   // which attachments to upload
	AnnualAssessment = "annual-assessment" // the yearly assessments by the unit
)

// These were questions once: their keys are those of citations, and of answers that were
// noted to them.
const (
	PaperRoster = "paper-roster" // the printed roster of candidates
	ExportOrder = "export-order" // when the review form can be exported
)

// OfYear returns the identifier of the check of one year, from its key
// in the notice ([forms.HoursRow], [notice.HoursRule]).
func OfYear(key string, year int) string { return key + "-" + strconv.Itoa(year) }
