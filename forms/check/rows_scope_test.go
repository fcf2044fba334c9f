package check_test

var scopeRows = []row{
	{"FE", "scope.employed_in_shaoxing=no", "scope-employment=fail"},
	{"FE", "scope.in_service=no", "scope-employment=fail"},
	{"FE", "scope.does_specialty_work=no", "scope-employment=fail"},
	{"FE", "scope.employed_in_shaoxing=unsure", "scope-employment=confirm"},
	{"FE", "scope.in_service=unsure", "scope-employment=confirm"},
	{"FE", "scope.does_specialty_work=unsure", "scope-employment=confirm"},
	{"FE", "scope.in_service=", "scope-employment=missing"},
	{"FE", "scope.employed_in_shaoxing=; scope.in_service=; scope.does_specialty_work=", "scope-employment=missing"},
	// A known “no” decides at once.
	{"FE", "scope.employed_in_shaoxing=; scope.in_service=no", "scope-employment=fail"},
	{"FE", "scope.employed_in_shaoxing=no; scope.in_service=unsure", "scope-employment=fail"},
	{"FE", "scope.employed_in_shaoxing=; scope.in_service=unsure", "scope-employment=missing"},
	{"FE", "unit.type=government", "scope-employment=confirm"},
	{"FE", "unit.type=other", "scope-employment=confirm"},
	{"FE", "unit.type=government; scope.in_service=no", "scope-employment=fail"},
	{"FE", "unit.type=government; scope.in_service=unsure", "scope-employment=confirm"},
	{"FE", "unit.type=government; scope.in_service=", "scope-employment=missing"},
	{"FE", "unit.type=", "scope-employment=missing post-information-form=missing post-vacancy=missing"},
	{"FE", "unit.type=; scope.in_service=no", "scope-employment=fail post-information-form=missing post-vacancy=missing"},
	{"FE", "unit.type=; scope.in_service=unsure", "scope-employment=confirm post-information-form=missing post-vacancy=missing"},
	{"FE", "unit.type=public_institution", "post-information-form=missing post-vacancy=missing"},

	{"NS", "scope.civil_servant=civil_servant", "scope-civil-servant=fail"},
	{"NS", "scope.civil_servant=reference_managed", "scope-civil-servant=fail"},
	{"NS", "scope.civil_servant=unsure", "scope-civil-servant=confirm"},
	{"NS", "scope.civil_servant=", "scope-civil-servant=missing"},

	{"FE", "applicant.identity=", "scope-residence-permit=missing"},
	{"FE", "applicant.identity=foreign", "scope-residence-permit=missing"},
	{"FE", "applicant.identity=hkmt", "scope-residence-permit=missing"},
	{"FE", "applicant.permit=none", "scope-residence-permit=na"},
	{"FF", "applicant.permit=overseas_talent_residence", "scope-residence-permit=pass"},
	{"FF", "applicant.permit=other", "scope-residence-permit=fail"},
	{"FF", "applicant.permit=none", "scope-residence-permit=fail"},
	{"FF", "applicant.permit=", "scope-residence-permit=missing"},
	{"FF", "applicant.identity=hkmt", "scope-residence-permit=pass"},
	{"FF", "applicant.identity=hkmt; applicant.permit=overseas_talent_residence", "scope-residence-permit=pass"},
	{"FF", "applicant.identity=hkmt; applicant.permit=other", "scope-residence-permit=confirm"},
	{"FF", "applicant.identity=hkmt; applicant.permit=none", "scope-residence-permit=confirm"},
}

// withoutPlan is what stays open while nobody knows which plan is meant.
const withoutPlan = "plan-match=missing ce-general-public-*=missing ce-forestry-*=missing ce-natres-*=missing " +
	"tenure-forestry-engineer=missing tenure-external=missing department-condition=missing fee=missing "

var planRows = []row{
	{"FE", "plan.specialty=land", "plan-match=fail"},
	{"FE", "plan.specialty=other", "plan-match=confirm"},
	{"FE", "plan.specialty=", "plan-match=missing"},
	{"FE", "plan.level=senior_engineer", "plan-match=fail"},
	{"FE", "plan.level=full_senior_engineer", "plan-match=fail"},
	{"FE", "plan.level=", "plan-match=missing"},
	{"FE", "plan.specialty=; plan.level=", "plan-match=missing"},
	{"FE", "plan.specialty=; plan.level=senior_engineer", "plan-match=missing"},
	{"FE", "plan.specialty=marine; plan.level=", "plan-match=fail"},
	{"FE", "plan.specialty=other; plan.level=", "plan-match=confirm"},
	{
		"FE", "plan.code=NE",
		"plan-match=fail tenure-forestry-engineer=na tenure-external=todo department-condition=na",
	},
	{"FE", "plan.code=", withoutPlan},
	{"FE", "plan.code=XX", withoutPlan},
	{"NS", "plan.code=", withoutPlan},
	// There is no plan for full senior engineers of natural resources, whatever is chosen.
	{"NS", "plan.level=full_senior_engineer", "plan-match=fail"},
	{"NS", "plan.level=full_senior_engineer; plan.code=", withoutPlan + "plan-match=fail"},
	{"NS", "plan.specialty=geology", ""},
	{"NS", "plan.specialty=surveying", ""},
	{"NS", "plan.specialty=spatial_planning", ""},
	{"NS", "plan.specialty=marine", "ce-natres-basis=confirm"},
	{"NS", "plan.specialty=other", "plan-match=confirm ce-natres-basis=confirm"},
	{"NS", "plan.specialty=forestry", "plan-match=fail ce-natres-basis=confirm"},
	{"NS", "plan.specialty=", "plan-match=missing ce-natres-basis=missing"},
	{"NS", "plan.specialty=forrest", "plan-match=missing ce-natres-basis=missing"},
	{"NE", "plan.specialty=marine", ""},
	{"NE", "plan.level=senior_engineer", "plan-match=fail"},
	{"FS", "plan.level=full_senior_engineer", "plan-match=fail"},
	{"FF", "plan.level=senior_engineer", "plan-match=fail"},
}

var unitRows = []row{
	{"FE", "affiliation.file_place=zhejiang_other", ""},
	{"FE", "affiliation.labour_place=unsure", ""},
	{"FE", "affiliation.file_place=other_province; affiliation.labour_place=zhejiang_other", "affiliation-alignment=confirm"},
	{"FE", "affiliation.file_place=other_province; affiliation.labour_place=unsure", "affiliation-alignment=confirm"},
	{"FE", "affiliation.file_place=unsure; affiliation.labour_place=unsure", "affiliation-alignment=confirm"},
	{"FE", "affiliation.file_place=; affiliation.labour_place=", "affiliation-alignment=missing"},
	{"FE", "affiliation.file_place=; affiliation.labour_place=unsure", "affiliation-alignment=missing"},
	{"FE", "affiliation.labour_place=", "affiliation-alignment=missing"},
	// Who is insured through another unit asks which unit files.
	{"FE", "insurance.paid_by_employer=yes", ""},
	{"FE", "insurance.paid_by_employer=", ""},
	{"FE", "insurance.paid_by_employer=no", "affiliation-alignment=confirm"},
	{"FE", "insurance.paid_by_employer=unsure", "affiliation-alignment=confirm"},
	{"FE", "insurance.paid_by_employer=no; affiliation.file_place=", "affiliation-alignment=confirm"},
	{
		"FE", "insurance.paid_by_employer=no; affiliation.insurance_place=",
		"affiliation-alignment=confirm social-insurance-year=missing social-insurance-proof=missing",
	},
	{"FE", "affiliation.insurance_place=zhejiang_other", "affiliation-alignment=confirm social-insurance-year=confirm"},
	{"FE", "affiliation.insurance_place=other_province", "affiliation-alignment=confirm social-insurance-year=confirm social-insurance-proof=missing"},
	{
		"FE", "affiliation.insurance_place=other_province; insurance.proof_ready=yes",
		"affiliation-alignment=confirm social-insurance-year=confirm social-insurance-proof=pass",
	},
	{
		"FE", "affiliation.insurance_place=other_province; insurance.proof_ready=no",
		"affiliation-alignment=confirm social-insurance-year=confirm social-insurance-proof=todo",
	},
	{
		"FE", "affiliation.insurance_place=other_province; insurance.proof_ready=unsure",
		"affiliation-alignment=confirm social-insurance-year=confirm social-insurance-proof=confirm",
	},
	{
		"FE", "affiliation.insurance_place=unsure",
		"affiliation-alignment=confirm social-insurance-year=confirm social-insurance-proof=confirm",
	},
	{
		"FE", "affiliation.insurance_place=",
		"affiliation-alignment=missing social-insurance-year=missing social-insurance-proof=missing",
	},
	{
		"FE", "affiliation.insurance_place=; insurance.continuous_months=11",
		"affiliation-alignment=missing social-insurance-year=confirm social-insurance-proof=missing",
	},
	{
		"FE", "affiliation.insurance_place=zhejiang_other; insurance.continuous_months=",
		"affiliation-alignment=confirm social-insurance-year=confirm",
	},
	{"FE", "insurance.proof_ready=no", ""},
	{"FE", "insurance.continuous_months=0", "social-insurance-year=confirm"},
	{"FE", "insurance.continuous_months=11", "social-insurance-year=confirm"},
	{"FE", "insurance.continuous_months=12", "social-insurance-year=pass"},
	{"FE", "insurance.continuous_months=", "social-insurance-year=missing"},
	{"FE", "insurance.continuous_months=十二", "social-insurance-year=missing"},
	{"FE", "insurance.continuous_months=11.5", "social-insurance-year=missing"},
	{"FE", "insurance.continuous_months=600", "social-insurance-year=pass"},
	{"FE", "insurance.continuous_months=601", "social-insurance-year=missing"},
	{"FE", "insurance.normal_status=no", "social-insurance-current=confirm"},
	{"FE", "insurance.normal_status=unsure", "social-insurance-current=confirm"},
	{"FE", "insurance.normal_status=", "social-insurance-current=missing"},

	{"NS", "unit.entrusted_review=in_progress", "entrusted-review=todo"},
	{"NS", "unit.entrusted_review=not_started", "entrusted-review=todo"},
	{"NS", "unit.entrusted_review=", "entrusted-review=missing"},
	{"NS", "unit.central_or_provincial=no", "entrusted-review=na"},
	{"NS", "unit.central_or_provincial=unsure", "entrusted-review=confirm"},
	{"NS", "unit.central_or_provincial=", "entrusted-review=missing"},
	{"FE", "unit.entrusted_review=not_started", ""},

	{"NE", "unit.file_agency=no", "report-channel=pass"},
	// 附件2二（四） and 四（四） differ for a unit of the city whose files a talent centre keeps.
	{"NE", "unit.jurisdiction=city", "report-channel=confirm"},
	{"NE", "unit.jurisdiction=", "report-channel=missing"},
	{"NE", "unit.file_agency=no; unit.jurisdiction=", "report-channel=pass"},
	{"NE", "unit.file_agency=unsure", "report-channel=confirm"},
	{"NE", "unit.file_agency=", "report-channel=missing"},
	{"NE", "unit.has_department=yes", "report-channel=na"},
	{"NE", "unit.has_department=unsure", "report-channel=confirm"},
	{"NE", "unit.has_department=", "report-channel=missing"},
	{"NE", "unit.type=government", "scope-employment=confirm report-channel=na"},
	{"NE", "unit.type=", "scope-employment=missing report-channel=missing post-information-form=missing post-vacancy=missing"},
	{"NE", "unit.type=firm", "scope-employment=missing report-channel=missing post-information-form=missing post-vacancy=missing"},
	{"NS", "unit.has_department=no; unit.file_agency=no", ""},

	{"FE", "unit.platform_ready=no", "unit-account=todo"},
	{"FE", "unit.platform_ready=unsure", "unit-account=confirm"},
	{"FE", "unit.platform_ready=", "unit-account=missing"},
	{"FE", "unit.record_reviewed=no", "record-review=todo"},
	{"FE", "unit.record_reviewed=unsure", "record-review=confirm"},
	{"FE", "unit.record_reviewed=", "record-review=missing"},
	{"FE", "account.personal_ready=no", "personal-account=todo"},
	{"FE", "account.personal_ready=unsure", "personal-account=confirm"},
	{"FE", "account.personal_ready=", "personal-account=missing"},

	{"FS", "post.form_stamps=none", "post-information-form=todo"},
	{"FS", "post.form_stamps=department", "post-information-form=todo"},
	{"FS", "post.form_stamps=hr_bureau", "post-information-form=todo"},
	{"FS", "post.form_stamps=", "post-information-form=missing"},
	{"FS", "post.establishment=contract", "post-information-form=confirm"},
	{"FS", "post.establishment=contract; post.form_stamps=none", "post-information-form=confirm"},
	{"FS", "post.establishment=contract; post.form_stamps=", "post-information-form=confirm"},
	{"FS", "post.establishment=", "post-information-form=missing"},
	{"FS", "post.establishment=; post.form_stamps=", "post-information-form=missing"},
	{"FS", "post.recommended=no", "post-vacancy=fail"},
	{"FS", "post.recommended=unsure", "post-vacancy=confirm"},
	{"FS", "post.recommended=", "post-vacancy=missing"},
	// 六（一） says 事业单位专业技术人员, 附件2三2 says 事业编制人员.
	{"FS", "post.establishment=contract; post.recommended=no", "post-information-form=confirm post-vacancy=confirm"},
	{"FS", "post.establishment=; post.recommended=no", "post-information-form=missing post-vacancy=missing"},
	{"FS", "post.establishment=; post.recommended=unsure", "post-information-form=missing post-vacancy=confirm"},
	{"FE", "post.establishment=established; post.recommended=no; post.form_stamps=none", ""},
}

func validUntil(day string) string { return "education.0.verification_valid_until=" + day }

var educationRows = []row{
	// What is still to be answered may be a form that has run out, beside a degree to ask about.
	{
		"FE", "education.0.award_date=2001-07-01; education.0.verification=; " + validUntil("2020-09-01") + "; " + secondRow("associate") + "; education.1.award_date=2020-12-31",
		"education-verification=missing",
	},
	{"FE", "education.0.verification=verification_report", ""},
	// The code on a registration form expires; the filing day is 14 September.
	{"FE", validUntil("2020-09-13"), "education-verification=todo"},
	{"FE", validUntil("2020-09-14"), ""},
	{"FE", validUntil("2020-08"), "education-verification=todo"},
	{"FE", validUntil("2020-09"), "education-verification=confirm"},
	{"FE", validUntil("2020-09-20") + "; schedule.individual_submit=2020-09", "education-verification=confirm deadline-individual=confirm deadline-unit=confirm"},
	{"FE", validUntil("2020-09-22") + "; schedule.individual_submit=", "education-verification=todo deadline-individual=missing deadline-unit=missing"},
	{"FE", validUntil("2020-01-01") + "; education.0.verification=verification_report", ""},
	{"FE", validUntil("2020-01-01") + "; education.0.award_date=2000-06-30", "education-verification=na"},
	{"FE", validUntil("2020-01-01") + "; education.0.award_date=2001-06-30", "education-verification=todo"},
	{"FE", "education.0.verification=none", "education-verification=todo"},
	{"FE", "education.0.verification=", "education-verification=missing"},
	{"FE", "education.0.award_date=2002-01-01; education.0.verification=none", "education-verification=todo"},
	{"FE", "education.0.award_date=2001-12-31; education.0.verification=none", "education-verification=confirm"},
	{"FE", "education.0.award_date=2001-01-01; education.0.verification=none", "education-verification=confirm"},
	{"FE", "education.0.award_date=2000-12-31; education.0.verification=none", "education-verification=na"},
	{"FE", "education.0.award_date=2002-01; education.0.verification=none", "education-verification=todo"},
	{"FE", "education.0.award_date=2001-06; education.0.verification=none", "education-verification=confirm"},
	{"FE", "education.0.award_date=2000-12; education.0.verification=none", "education-verification=na"},
	{"FE", "education.0.award_date=2000-12-31; education.0.verification=", "education-verification=na"},
	{"FE", "education.0.award_date=2001-12-31; education.0.verification=registration_form", "education-verification=pass"},
	{"FE", "education.0.award_date=2001; education.0.verification=none", "education-verification=missing tenure-forestry-engineer=missing"},
	{"FE", "education.0.award_date=", "education-verification=missing tenure-forestry-engineer=missing"},
	{"FE", "education.0.award_date=; education.0.verification=none", "education-verification=missing tenure-forestry-engineer=missing"},
	{"FE", "education.0.level=associate; education.0.verification=none", "education-verification=todo"},
	{"FE", "education.0.level=secondary; education.0.verification=none", "education-verification=na tenure-forestry-engineer=fail"},
	{"FE", "education.0.level=", "education-verification=missing tenure-forestry-engineer=missing"},
	{"FE", "education.0.level=phd", "education-verification=missing tenure-forestry-engineer=missing"},
	{"FE", "education=", "education-verification=missing education-foreign=missing education-hkmt=missing tenure-forestry-engineer=missing"},
	{"NS", "education.0.origin=", "education-verification=missing education-foreign=missing education-hkmt=missing"},
	{
		"NS", "education.0.origin=; education.0.award_date=2000-12-31",
		"education-verification=na education-foreign=missing education-hkmt=missing",
	},

	{"FE", "education.0.origin=foreign", "education-verification=na education-foreign=missing"},
	{"FE", "education.0.origin=foreign; education.0.overseas_certificate=yes", "education-verification=na education-foreign=pass"},
	{"FE", "education.0.origin=foreign; education.0.overseas_certificate=no", "education-verification=na education-foreign=todo"},
	{"FE", "education.0.origin=foreign; education.0.overseas_certificate=unsure", "education-verification=na education-foreign=confirm"},
	{"FE", "education.0.origin=hkmt", "education-verification=na education-hkmt=missing"},
	{"FE", "education.0.origin=hkmt; education.0.overseas_certificate=yes", "education-verification=na education-hkmt=pass"},
	{"FE", "education.0.origin=hkmt; education.0.overseas_certificate=no", "education-verification=na education-hkmt=todo"},
	{"FE", "education.0.origin=hkmt; education.0.overseas_certificate=unsure", "education-verification=na education-hkmt=confirm"},
	// No date limit: a foreign degree from before 2001 needs its certificate too.
	{"FF", "education.0.award_date=1995-05; education.0.overseas_certificate=no", "education-foreign=todo"},
	{"FF", "education.1.overseas_certificate=no", "education-hkmt=todo"},
	{"FF", "education.1.overseas_certificate=", "education-hkmt=missing"},

	// Of several educations the worst counts, except for the years of office.
	{
		"FE", "education.0.award_date=2001-07-01; education.0.verification=none; education.1.level=master; education.1.origin=domestic; " +
			"education.1.award_date=2012-06-30; education.1.is_later=no; education.1.verification=none",
		"education-verification=todo",
	},
	{
		"FE", "education.1.level=master; education.1.origin=domestic; education.1.award_date=2019-06-30; education.1.is_later=yes; " +
			"education.1.verification=none",
		"education-verification=todo",
	},
	{
		"FE", "education.1.level=master; education.1.origin=foreign; education.1.award_date=2012-06-30; education.1.is_later=no; " +
			"education.1.overseas_certificate=no",
		"education-foreign=todo",
	},
	// An unfinished row cannot make it better than the worst that is certain.
	{
		"FE", "education.0.verification=none; education.1.level=associate; education.1.origin=domestic",
		"education-verification=todo",
	},
	{"FE", "education.1.level=associate; education.1.origin=domestic", "education-verification=missing"},
	{"FF", "education.0.overseas_certificate=no; education.2.origin=foreign", "education-foreign=todo"},
}
