package check_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/store"
)

// verdicts are applicants whom an independent reader of the notice judged: single
// changes to one of testdata/verdicts, and the outcomes that an honest reading allows.
var verdicts = []struct{ name, plan, changes, allowed string }{
	{
		"t01c-bach-2017-01-month", "FE", "education.0.level=bachelor; title.qualified_date=2017-01; title.appointed_date=2017-01",
		"tenure-forestry-engineer=confirm",
	},
	{
		"t01d-bach-2016-12-month", "FE", "education.0.level=bachelor; title.qualified_date=2016-12; title.appointed_date=2016-12",
		"tenure-forestry-engineer=pass|confirm",
	},
	{
		"t02-bach-2017-06-30", "FE", "education.0.level=bachelor; title.qualified_date=2017-06-30; title.appointed_date=2017-06-30",
		"tenure-forestry-engineer=fail",
	},
	{
		"t03a-master-1y9m", "FE", "education.0.level=master; education.0.award_date=2018-06-20; title.qualified_date=2019-03-01; title.appointed_date=2019-03-01",
		"tenure-forestry-engineer=confirm",
	},
	{
		"t03b-master-6m", "FE", "education.0.level=master; education.0.award_date=2018-06-20; title.qualified_date=2020-06-30; title.appointed_date=2020-06-30",
		"tenure-forestry-engineer=fail|confirm",
	},
	{
		"t03b2-master-1y", "FE", "education.0.level=master; education.0.award_date=2018-06-20; title.qualified_date=2019-12-31; title.appointed_date=2019-12-31",
		"tenure-forestry-engineer=confirm",
	},
	{
		"t03c-master-2y", "FE", "education.0.level=master; education.0.award_date=2018-06-20; title.qualified_date=2018-12-31; title.appointed_date=2018-12-31",
		"tenure-forestry-engineer=pass",
	},
	{
		"t05-assoc-4", "FE", "",
		"tenure-forestry-engineer=pass",
	},
	{
		"t05b-assoc-then-bach-later", "FE", "education.0.award_date=2014-06; education.1.level=bachelor; education.1.origin=domestic; education.1.award_date=2019-06-30; education.1.is_later=yes; education.1.verification=registration_form",
		"tenure-forestry-engineer=pass|confirm",
	},
	{
		"t05c-bach-then-master-later-2020", "FE", "education.0.level=bachelor; education.0.award_date=2016-06; title.qualified_date=2018-06-30; title.appointed_date=2018-06-30; education.1.level=master; education.1.origin=domestic; education.1.award_date=2020-06-30; education.1.is_later=yes; education.1.verification=registration_form",
		"tenure-forestry-engineer=confirm",
	},
	{
		"t06a-secondary-normal", "FE", "education.0.level=secondary; education.0.award_date=2003-07-01; career.technical_work_start=2003-08-01",
		"tenure-forestry-engineer=fail",
	},
	{
		"t06b-secondary-exc-3", "FE", "plan.route=exceptional; education.0.level=secondary; education.0.award_date=2003-07-01; career.technical_work_start=2003-08-01; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=no; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=certain",
		"exceptional-years=pass|confirm exceptional-items=pass|confirm",
	},
	{
		"t07a-bach-exc-3y-3items", "FE", "plan.route=exceptional; education.0.level=bachelor; title.qualified_date=2017-12-31; title.appointed_date=2017-12-31; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=certain; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-years=pass exceptional-items=pass|confirm tenure-forestry-engineer=not_applicable|confirm|pass",
	},
	{
		"t07b-bach-exc-2+1doubt", "FE", "plan.route=exceptional; education.0.level=bachelor; title.qualified_date=2017-12-31; title.appointed_date=2017-12-31; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=doubtful; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-items=confirm",
	},
	{
		"t07c-bach-exc-2", "FE", "plan.route=exceptional; education.0.level=bachelor; title.qualified_date=2017-12-31; title.appointed_date=2017-12-31; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=no; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-items=fail",
	},
	{
		"t07d-bach-exc-2y", "FE", "plan.route=exceptional; education.0.level=bachelor; title.qualified_date=2018-12-31; title.appointed_date=2018-12-31; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=certain; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-years=fail",
	},
	{
		"t33-qual2016-app2018", "FE", "education.0.level=bachelor; title.appointed_date=2018-01-15",
		"tenure-forestry-engineer=confirm|pass",
	},
	{
		"t33b-qual2018-app2016", "FE", "education.0.level=bachelor; title.qualified_date=2018-12-31; title.appointed_date=2016-06-15",
		"tenure-forestry-engineer=confirm|fail",
	},
	{
		"t33c-only-qual", "FE", "education.0.level=bachelor; title.appointed_date=",
		"tenure-forestry-engineer=pass|confirm|missing",
	},
	{
		"t33e-none-bach", "FE", "education.0.level=bachelor; title.current=none; title.qualified_date=; title.appointed_date=",
		"tenure-forestry-engineer=fail|confirm",
	},
	{
		"t33g-title-before-career", "FE", "education.0.level=bachelor; title.qualified_date=2012-12-31; title.appointed_date=2012-12-31",
		"tenure-forestry-engineer=confirm",
	},
	{
		"t33h-future-title", "FE", "education.0.level=bachelor; title.qualified_date=2021-03-01; title.appointed_date=2021-03-01",
		"tenure-forestry-engineer=fail|confirm|missing",
	},
	{
		"t16b-degree-2020-12", "FE", "education.0.level=master; education.0.award_date=2020-12-20; title.qualified_date=2018-12-31; title.appointed_date=2018-12-31",
		"tenure-forestry-engineer=confirm|fail",
	},
	{
		"t16c-assoc+bach2021", "FE", "education.1.level=bachelor; education.1.origin=domestic; education.1.award_date=2021-01-10; education.1.is_later=yes; education.1.verification=none",
		"tenure-forestry-engineer=pass",
	},
	{
		"h08-17.9", "FE", "education.0.level=bachelor; continuing_education.2018.general_public=17.9",
		"ce-general-public-2018=fail",
	},
	{
		"h09b-2017half", "FE", "education.0.level=master; education.0.award_date=2017-06-20; title.qualified_date=2018-12-31; title.appointed_date=2018-12-31; career.technical_work_start=2017-09-01; continuing_education.2017.general_public=8; continuing_education.2017.evidence=",
		"ce-general-public-2017=confirm|fail",
	},
	{
		"h09c-notemployed-contradict", "FE", "education.0.level=bachelor; continuing_education.2017.employed=no; continuing_education.2017.general_public=; continuing_education.2017.evidence=",
		"ce-general-public-2017=confirm",
	},
	{
		"h10-maternity-0", "FE", "education.0.level=bachelor; continuing_education.2019.general_public=0",
		"ce-general-public-2019=fail",
	},
	{
		"h11-2020-12.5", "FE", "education.0.level=bachelor; continuing_education.2020.general_public=12.5",
		"ce-general-public-2020=todo",
	},
	{
		"h11b-2020-12.5-late", "FE", "schedule.today=2020-12-31; education.0.level=bachelor; continuing_education.2020.general_public=12.5",
		"ce-general-public-2020=todo|fail",
	},
	{
		"h11c-2020-12.5-2021", "FE", "schedule.today=2021-01-02; education.0.level=bachelor; continuing_education.2020.general_public=12.5",
		"ce-general-public-2020=todo",
	},
	{
		"e14a-2000-12-31", "FE", "education.0.level=bachelor; education.0.award_date=2000-12-31; education.0.verification=none",
		"education-verification=not_applicable|pass",
	},
	{
		"e14c-2001-12-31", "FE", "education.0.level=bachelor; education.0.award_date=2001-12-31; education.0.verification=none",
		"education-verification=todo|confirm",
	},
	{
		"e14d-2002", "FE", "education.0.level=bachelor; education.0.award_date=2002-06-30; education.0.verification=none",
		"education-verification=todo",
	},
	{
		"e14e-2000-year-month", "FE", "education.0.level=bachelor; education.0.award_date=2000-12; education.0.verification=none",
		"education-verification=not_applicable|pass",
	},
	{
		"e14f-secondary-2005", "FE", "plan.route=exceptional; education.0.level=secondary; education.0.award_date=2005-06-30; education.0.verification=none",
		"education-verification=not_applicable|pass",
	},
	{
		"e14g-expired-form", "FE", "education.0.level=bachelor; education.0.verification_valid_until=2020-08-01",
		"education-verification=todo|confirm",
	},
	{
		"e18-no-education", "FE", "education=",
		"tenure-forestry-engineer=missing|fail education-verification=missing",
	},
	{
		"s18a-civil", "FE", "scope.civil_servant=civil_servant; education.0.level=bachelor",
		"scope-civil-servant=fail",
	},
	{
		"s18b-ref", "FE", "scope.civil_servant=reference_managed; education.0.level=bachelor",
		"scope-civil-servant=fail",
	},
	{
		"s19a-retired", "FE", "scope.in_service=no; education.0.level=bachelor",
		"scope-employment=fail",
	},
	{
		"s19b-retired-unsure", "FE", "scope.in_service=unsure; education.0.level=bachelor",
		"scope-employment=confirm",
	},
	{
		"s20-dispatch", "FE", "unit.type=other; affiliation.labour_place=zhejiang_other; education.0.level=bachelor",
		"affiliation-alignment=confirm|pass scope-employment=pass|confirm",
	},
	{
		"s21-freelance", "FE", "scope.employed_in_shaoxing=no; education.0.level=bachelor",
		"scope-employment=fail",
	},
	{
		"s21b-not-specialty", "FE", "scope.does_specialty_work=no; education.0.level=bachelor",
		"scope-employment=fail",
	},
	{
		"s21c-government-unit", "FE", "unit.type=government; education.0.level=bachelor",
		"scope-employment=confirm|pass scope-civil-servant=pass|confirm",
	},
	{
		"s22a-central-not", "FE", "unit.central_or_provincial=yes; unit.entrusted_review=not_started; education.0.level=bachelor",
		"entrusted-review=todo",
	},
	{
		"s22b-central-done", "FE", "unit.central_or_provincial=yes; unit.entrusted_review=done; education.0.level=bachelor",
		"entrusted-review=pass",
	},
	{
		"s22c-central-late", "FE", "schedule.today=2020-09-23; unit.central_or_provincial=yes; unit.entrusted_review=in_progress; education.0.level=bachelor",
		"entrusted-review=todo|confirm",
	},
	{
		"s23a-pi-dept", "FE", "unit.type=public_institution; education.0.level=bachelor; post.establishment=established; post.recommended=yes; post.form_stamps=department",
		"post-information-form=todo post-vacancy=pass|confirm",
	},
	{
		"s23b-pi-notrec", "FE", "unit.type=public_institution; education.0.level=bachelor; post.establishment=established; post.recommended=no; post.form_stamps=both",
		"post-vacancy=fail|todo|confirm",
	},
	{
		"i27b-12", "FE", "insurance.continuous_months=12; education.0.level=bachelor",
		"social-insurance-year=pass",
	},
	{
		"i27c-0", "FE", "insurance.continuous_months=0; insurance.normal_status=no; education.0.level=bachelor",
		"social-insurance-year=confirm|todo social-insurance-current=todo|confirm|fail",
	},
	{
		"i28-other-prov", "FE", "affiliation.insurance_place=other_province; insurance.proof_ready=no; education.0.level=bachelor",
		"social-insurance-proof=todo affiliation-alignment=confirm social-insurance-year=confirm|pass",
	},
	{
		"i28b-zj-other", "FE", "affiliation.insurance_place=zhejiang_other; education.0.level=bachelor",
		"social-insurance-proof=not_applicable|pass affiliation-alignment=confirm social-insurance-year=confirm",
	},
	{
		"i28c-file-other", "FE", "affiliation.file_place=other_province; education.0.level=bachelor",
		"affiliation-alignment=pass|confirm",
	},
	{
		"d24a-demerit-2019", "FE", "education.0.level=bachelor; discipline.sanction=demerit; discipline.date=2019-03-01; discipline.disclosed=yes",
		"discipline-two-year-delay=fail",
	},
	{
		"d24b-demerit-2018-09-23", "FE", "education.0.level=bachelor; discipline.sanction=demerit; discipline.date=2018-09-23; discipline.disclosed=yes",
		"discipline-two-year-delay=confirm",
	},
	{
		"d24c-demerit-before", "FE", "education.0.level=bachelor; discipline.sanction=demerit; discipline.date=2015-03-01",
		"discipline-two-year-delay=not_applicable|pass discipline-disclosure=not_applicable|pass",
	},
	{
		"d24d-warning", "FE", "education.0.level=bachelor; discipline.sanction=warning; discipline.date=2019-03-01; discipline.disclosed=no",
		"discipline-two-year-delay=not_applicable|pass discipline-disclosure=todo|confirm",
	},
	{
		"d24e-party", "FE", "education.0.level=bachelor; discipline.sanction=party; discipline.date=2019-03-01; discipline.disclosed=yes",
		"discipline-two-year-delay=confirm",
	},
	{
		"d25a-pending-not", "FE", "education.0.level=bachelor; discipline.pending=yes; discipline.disclosed=no",
		"discipline-disclosure=todo|fail",
	},
	{
		"d26-cancel-2016", "FE", "education.0.level=bachelor; discipline.cancelled_year=2016",
		"discipline-three-year-ban=pass|not_applicable",
	},
	{
		"d26-cancel-2017", "FE", "education.0.level=bachelor; discipline.cancelled_year=2017",
		"discipline-three-year-ban=fail",
	},
	{
		"d26-cancel-2019", "FE", "education.0.level=bachelor; discipline.cancelled_year=2019",
		"discipline-three-year-ban=fail",
	},
	{
		"d27-accident", "FE", "education.0.level=bachelor; discipline.sanction=accident; discipline.date=2020-03; discipline.disclosed=yes",
		"discipline-two-year-delay=fail",
	},
	{
		"p30b-FE-re", "FE", "plan.route=re_evaluation; education.0.level=bachelor",
		"tenure-forestry-engineer=confirm|missing",
	},
	{
		"p32a-land-FE", "FE", "plan.specialty=land; education.0.level=bachelor",
		"plan-match=fail",
	},
	{
		"l34a-last-evening", "FE", "schedule.today=2020-09-23; schedule.individual_submit=2020-09-23; schedule.unit_pass=2020-09-23; education.0.level=bachelor",
		"deadline-individual=pass|todo deadline-unit=pass|todo publicity-window=pass",
	},
	{
		"l34b-24", "FE", "schedule.individual_submit=2020-09-24; schedule.unit_pass=2020-09-25; education.0.level=bachelor",
		"deadline-individual=fail deadline-unit=fail",
	},
	{
		"l34c-today24", "FE", "schedule.today=2020-09-24; education.0.level=bachelor",
		"deadline-individual=pass",
	},
	{
		"l34d-unit-before-ind", "FE", "schedule.individual_submit=2020-09-22; schedule.unit_pass=2020-09-20; education.0.level=bachelor",
		"deadline-unit=confirm|fail",
	},
	{
		"l35a-paper-1009", "FE", "schedule.paper=2020-10-09; education.0.level=bachelor",
		"deadline-paper=pass",
	},
	{
		"l35b-paper-1010", "FE", "schedule.paper=2020-10-10; education.0.level=bachelor",
		"deadline-paper=fail",
	},
	{
		"l35c-paper-1005", "FE", "schedule.paper=2020-10-05; education.0.level=bachelor",
		"deadline-paper=confirm|todo",
	},
	{
		"l36b-unit-sunday0920", "FE", "schedule.individual_submit=2020-09-19; schedule.unit_pass=2020-09-20; education.0.level=bachelor",
		"deadline-unit=pass|confirm",
	},
	{
		"w37a-1000", "FE", "education.0.level=bachelor; statement.text=" + strings.Repeat("林", 1000),
		"statement-length=pass",
	},
	{
		"w37b-1001", "FE", "education.0.level=bachelor; statement.text=" + strings.Repeat("林", 1001),
		"statement-length=fail",
	},
	{
		"w37c-empty", "FE", "education.0.level=bachelor; statement.text=",
		"statement-length=missing",
	},
	{
		"w38-old-achievement", "FE", "education.0.level=bachelor; achievements.0.date=2015-05",
		"achievements-period=confirm|todo|fail",
	},
	{
		"w38b-boundary-month", "FE", "education.0.level=bachelor; achievements.0.date=2016-12",
		"achievements-period=pass|confirm",
	},
	{
		"w38c-future", "FE", "education.0.level=bachelor; achievements.0.date=2021-05",
		"achievements-period=confirm|todo|fail",
	},
	{
		"w38d-none", "FE", "achievements=; education.0.level=bachelor",
		"achievements-period=missing|todo|confirm",
	},
	{
		"m-priv-agency", "FE", "unit.has_department=no; unit.file_agency=yes; education.0.level=bachelor",
		"report-channel=todo|pass",
	},
	{
		"m-priv-noagency", "FE", "unit.has_department=no; unit.file_agency=no; education.0.level=bachelor",
		"report-channel=todo|pass",
	},
	{
		"m-record-no", "FE", "unit.record_reviewed=no; education.0.level=bachelor",
		"record-review=todo",
	},
	{
		"m-commit-no", "FE", "education.0.level=bachelor; discipline.commitment_signed=no",
		"truthfulness-commitment=todo",
	},
	{
		"x03-master-0d", "FE", "education.0.level=master; education.0.award_date=2018-06-20; title.qualified_date=2020-12-31; title.appointed_date=2020-12-31",
		"tenure-forestry-engineer=fail",
	},
	{
		"x05-second-bach-2y", "FE", "education.0.level=second_bachelor; education.0.award_date=2018-06-20; title.qualified_date=2018-12-31; title.appointed_date=2018-12-31",
		"tenure-forestry-engineer=pass",
	},
	{
		"x08-warning-nodate", "FE", "education.0.level=bachelor; discipline.sanction=warning; discipline.disclosed=yes",
		"discipline-disclosure=pass|confirm|missing",
	},
	{
		"x09-demerit-2018-09-23-submit23", "FE", "schedule.individual_submit=2020-09-23; schedule.unit_pass=2020-09-23; education.0.level=bachelor; discipline.sanction=demerit; discipline.date=2018-09-23; discipline.disclosed=yes",
		"discipline-two-year-delay=confirm",
	},
	{
		"x11-demerit-unsure", "FE", "education.0.level=bachelor; discipline.sanction=unsure",
		"discipline-two-year-delay=confirm discipline-disclosure=confirm",
	},
	{
		"x12-today-2026", "FE", "schedule.today=2026-11-25; education.0.level=bachelor; continuing_education.2020.general_public=12",
		"ce-general-public-2020=todo",
	},
	{
		"x14-pi-has-dept-blank", "FE", "unit.type=public_institution; unit.has_department=; education.0.level=bachelor; post.establishment=established; post.recommended=yes; post.form_stamps=both",
		"report-channel=not_applicable|pass",
	},
	{
		"x15-exc-but-normal-ok", "FE", "plan.route=exceptional; education.0.level=bachelor; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=no; forestry_engineer.exceptional_items.2=no; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-items=fail",
	},
	{
		"x17-doctor-6m-assistant", "FE", "education.0.level=doctor; education.0.award_date=2020-06-20; title.qualified_date=2020-07-01; title.appointed_date=2020-07-01",
		"tenure-forestry-engineer=confirm",
	},
	{
		"x18-insurance-decimals", "FE", "insurance.continuous_months=12.5; education.0.level=bachelor",
		"social-insurance-year=pass|missing",
	},
	{
		"x23-file-empty", "FE", "affiliation.file_place=; affiliation.labour_place=; education.0.level=bachelor",
		"affiliation-alignment=missing|confirm|pass",
	},
	{
		"x25-labour-only", "FE", "affiliation.labour_place=unsure; education.0.level=bachelor",
		"affiliation-alignment=confirm|pass",
	},
	{
		"x26-deg-1990-foreign", "FE", "education.0.level=bachelor; education.0.origin=hkmt; education.0.award_date=1990-06; education.0.overseas_certificate=no",
		"education-hkmt=todo",
	},
	{
		"x27-verification-unset", "FE", "education.0.level=bachelor; education.0.verification=",
		"education-verification=missing",
	},
	{
		"x28-1979", "FE", "education.0.level=bachelor; education.0.award_date=1979-06; education.0.verification=",
		"education-verification=not_applicable|pass",
	},
	{
		"x29-achievement-no-date", "FE", "education.0.level=bachelor; achievements.0.date=",
		"achievements-period=missing|confirm|pass",
	},
	{
		"x30-achievement-no-evidence", "FE", "education.0.level=bachelor; achievements.0.evidence=no",
		"achievements-period=pass",
	},
	{
		"x32-today-1010-nothing-submitted", "FE", "schedule.today=2020-10-10; schedule.individual_submit=; schedule.unit_pass=; schedule.paper=; unit.record_reviewed=no; education.0.level=bachelor; discipline.commitment_signed=no",
		"deadline-individual=fail|missing deadline-paper=fail|missing",
	},
	{
		"x33-submit-before-today", "FE", "schedule.today=2020-09-22; schedule.unit_pass=2020-09-23; unit.record_reviewed=no; education.0.level=bachelor; discipline.commitment_signed=no",
		"deadline-individual=pass|confirm",
	},
	{
		"x35-associate-5y-wait", "FE", "title.qualified_date=2017-12-31; title.appointed_date=2017-12-31",
		"tenure-forestry-engineer=fail",
	},
	{
		"x37-exc-master-1y", "FE", "plan.route=exceptional; education.0.level=master; title.qualified_date=2019-12-31; title.appointed_date=2019-12-31; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=certain; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-years=fail",
	},
	{
		"x38-submit-2020-09-19-sat", "FE", "schedule.individual_submit=2020-09-19; education.0.level=bachelor",
		"deadline-individual=pass",
	},
	{
		"z02-later-unsure-2019-assoc", "FE", "education.0.level=secondary; education.0.award_date=2010-06; education.1.level=associate; education.1.origin=domestic; education.1.award_date=2018-06-30; education.1.is_later=unsure; education.1.verification=registration_form",
		"tenure-forestry-engineer=confirm",
	},
	{
		"z26-exc-master-2y", "FE", "plan.route=exceptional; education.0.level=master; title.qualified_date=2018-12-31; title.appointed_date=2018-12-31; forestry_engineer.exceptional_items.0=certain; forestry_engineer.exceptional_items.1=certain; forestry_engineer.exceptional_items.2=certain; forestry_engineer.exceptional_items.3=no; forestry_engineer.exceptional_items.4=no; forestry_engineer.exceptional_items.5=no",
		"exceptional-years=fail",
	},
	{
		"z28-insurance-gap-1month", "FE", "insurance.continuous_months=3; education.0.level=bachelor",
		"social-insurance-year=confirm",
	},
	{
		"z30-submit-before-notice", "FE", "schedule.individual_submit=2020-08-01; schedule.unit_pass=2020-08-03; education.0.level=bachelor",
		"deadline-individual=missing",
	},
	{
		"z31-unit-same-day-last-evening", "FE", "schedule.today=2020-09-23; schedule.individual_submit=2020-09-23; schedule.unit_pass=2020-09-23; unit.record_reviewed=no; education.0.level=bachelor; discipline.commitment_signed=no",
		"record-review=todo",
	},
	{
		"y03-today2026", "FE", "schedule.today=2026-11-25; unit.record_reviewed=no; education.0.level=bachelor; discipline.commitment_signed=no",
		"record-review=todo truthfulness-commitment=todo",
	},
	{
		"r5-route-unsure", "FE", "plan.route=unsure; education.0.level=bachelor; title.current=other_series",
		"tenure-forestry-engineer=confirm",
	},
	{
		"h12-NS-ev-no", "NS", "",
		"ce-natres-evidence-2018=todo|fail",
	},
	{
		"h12b-NS-0hours", "NS", "continuing_education.2018.evidence=yes; continuing_education.2019.total=0",
		"ce-natres-evidence-2019=pass|confirm",
	},
	{
		"e15-foreign-none", "NS", "education.0.origin=foreign; education.0.verification=; education.0.overseas_certificate=no; continuing_education.2018.evidence=yes",
		"education-foreign=todo|fail education-verification=not_applicable",
	},
	{
		"e15b-hkmt-none", "NS", "education.0.origin=hkmt; education.0.verification=; education.0.overseas_certificate=no; continuing_education.2018.evidence=yes",
		"education-hkmt=todo|fail",
	},
	{
		"e17a-later-2018-06", "NS", "continuing_education.2018.evidence=yes; education.1.level=master; education.1.origin=domestic; education.1.award_date=2018-06-30; education.1.is_later=yes; education.1.verification=registration_form",
		"interview-natres=not_applicable|pass",
	},
	{
		"e17c-later-2019-06", "NS", "continuing_education.2018.evidence=yes; education.1.level=master; education.1.origin=domestic; education.1.award_date=2019-06-30; education.1.is_later=yes; education.1.verification=registration_form",
		"interview-natres=todo",
	},
	{
		"e17f-first-2019", "NS", "education.0.award_date=2019-06-30; continuing_education.2018.evidence=yes",
		"interview-natres=not_applicable|pass|confirm",
	},
	{
		"s29a-foreign-none", "NS", "applicant.identity=foreign; applicant.permit=none; continuing_education.2018.evidence=yes",
		"scope-residence-permit=fail|confirm",
	},
	{
		"s29b-hkmt-other", "NS", "applicant.identity=hkmt; applicant.permit=other; continuing_education.2018.evidence=yes",
		"scope-residence-permit=confirm|fail",
	},
	{
		"s29c-hkmt-none", "NS", "applicant.identity=hkmt; applicant.permit=none; continuing_education.2018.evidence=yes",
		"scope-residence-permit=confirm|fail",
	},
	{
		"s29d-foreign-fp", "NS", "applicant.identity=foreign; applicant.permit=foreign_permanent_residence; continuing_education.2018.evidence=yes",
		"scope-residence-permit=pass",
	},
	{
		"p30a-NS-re", "NS", "plan.route=re_evaluation; continuing_education.2018.evidence=yes",
		"interview-natres=todo",
	},
	{
		"p31a-NS-assistant", "NS", "title.current=assistant_engineer; continuing_education.2018.evidence=yes",
		"tenure-external=confirm",
	},
	{
		"p31c-NS-senior", "NS", "title.current=senior_engineer; continuing_education.2018.evidence=yes",
		"tenure-external=confirm",
	},
	{
		"p32b-land-full", "NS", "plan.level=full_senior_engineer; continuing_education.2018.evidence=yes",
		"plan-match=fail",
	},
	{
		"p32c-other", "NS", "plan.specialty=other; continuing_education.2018.evidence=yes",
		"plan-match=fail|confirm",
	},
	{
		"x07-NS-exc", "NS", "plan.route=exceptional; continuing_education.2018.evidence=yes",
		"interview-natres=todo",
	},
	{
		"x10-NS-demerit-2018-11", "NS", "continuing_education.2018.evidence=yes; discipline.sanction=demerit; discipline.date=2018-11-01; discipline.disclosed=yes",
		"discipline-two-year-delay=confirm",
	},
	{
		"x16-hkmt-degree-foreign-person", "NS", "applicant.identity=foreign; applicant.permit=overseas_talent_residence; education.0.origin=foreign; education.0.award_date=1999-06; education.0.overseas_certificate=yes; continuing_education.2018.evidence=yes",
		"education-foreign=pass scope-residence-permit=pass",
	},
	{
		"x20-central-public-inst", "NS", "unit.type=public_institution; unit.central_or_provincial=yes; unit.entrusted_review=done; continuing_education.2018.evidence=yes; post.establishment=established; post.recommended=yes; post.form_stamps=both",
		"entrusted-review=pass post-information-form=pass|confirm",
	},
	{
		"x22-NS-marine", "NS", "plan.specialty=marine; continuing_education.2018.evidence=yes",
		"ce-natres-basis=confirm",
	},
	{
		"x34-title-other-NS", "NS", "title.current=other_series; continuing_education.2018.evidence=yes",
		"tenure-external=confirm",
	},
	{
		"z21-NS-title-2021", "NS", "title.qualified_date=2021-03-01; title.appointed_date=2021-03-01; continuing_education.2018.evidence=yes",
		"tenure-external=fail|confirm",
	},
	{
		"z22-NS-paper-agency", "NS", "unit.has_department=no; unit.file_agency=yes; unit.jurisdiction=city; continuing_education.2018.evidence=yes",
		"report-channel=pass|todo|confirm",
	},
	{
		"h13b-FS-18+0", "FS", "continuing_education.2019.total=90; continuing_education.2019.professional=72; continuing_education.2019.industry_public=0",
		"ce-forestry-public-2019=confirm",
	},
	{
		"h13d-FS-59.5", "FS", "",
		"ce-forestry-professional-2019=fail",
	},
	{
		"h13e-FS-89", "FS", "continuing_education.2019.total=89; continuing_education.2019.professional=60; continuing_education.2019.industry_public=11",
		"ce-forestry-total-2019=fail",
	},
	{
		"h13f-FS-sum-contradict", "FS", "continuing_education.2019.total=90; continuing_education.2019.professional=60; continuing_education.2019.industry_public=10; continuing_education.2019.general_public=10",
		"ce-forestry-total-2019=confirm|pass",
	},
	{
		"h13g-FS-sum>total", "FS", "continuing_education.2019.total=89; continuing_education.2019.professional=60",
		"ce-forestry-total-2019=confirm|fail",
	},
	{
		"h13h-FS-notemployed2018", "FS", "continuing_education.2018.employed=no; continuing_education.2018.general_public=; continuing_education.2018.industry_public=; continuing_education.2018.professional=; continuing_education.2018.total=; continuing_education.2018.evidence=; continuing_education.2019.professional=60",
		"ce-forestry-total-2018=confirm",
	},
	{
		"e17d-later-FS", "FS", "continuing_education.2019.professional=60; education.1.level=master; education.1.origin=domestic; education.1.award_date=2019-06-30; education.1.is_later=yes; education.1.verification=registration_form",
		"interview-forestry=not_applicable|pass",
	},
	{
		"p30c-FS-after", "FS", "plan.route=after_re_evaluation; continuing_education.2019.professional=60",
		"interview-forestry=todo",
	},
	{
		"p30d-FS-re", "FS", "plan.route=re_evaluation; continuing_education.2019.professional=60",
		"interview-forestry=confirm|not_applicable|missing",
	},
	{
		"p30e-FS-exc", "FS", "plan.route=exceptional; continuing_education.2019.professional=60",
		"interview-forestry=not_applicable|confirm|pass|missing",
	},
	{
		"p30f-NE-re", "NE", "",
		"interview-natres=not_applicable",
	},
	{
		"x21-NE-marine", "NE", "plan.specialty=marine; plan.route=normal",
		"plan-match=pass",
	},
	{
		"p31b-FF-engineer", "FF", "",
		"tenure-external=confirm",
	},
}

func TestVerdicts(t *testing.T) {
	n := shipped(t)
	bases := map[string]*forms.Applicant{}
	for _, plan := range plans {
		data, err := os.ReadFile(filepath.Join("testdata", "verdicts", plan+".zcapp"))
		if err != nil {
			t.Fatal(err)
		}
		if bases[plan], err = store.Decode(data); err != nil {
			t.Fatal(err)
		}
		bases[plan].Photo.Facts = goodPhoto
	}
	for _, row := range verdicts {
		t.Run(row.name, func(t *testing.T) {
			a := bases[row.plan].Clone()
			if row.changes != "" {
				edit(t, n, a, row.changes)
			}
			report := check.Run(n, a)
			for _, want := range strings.Fields(row.allowed) {
				id, outcomes, _ := strings.Cut(want, "=")
				f, ok := report.Find(id)
				if !ok || !slices.Contains(strings.Split(outcomes, "|"), f.Outcome.String()) {
					t.Errorf("%s is %s (%s), allowed is %s", id, f.Outcome, f.Found, outcomes)
				}
			}
		})
	}
}
