package check_test

var hoursRows = []row{
	{"FE", "continuing_education.2017.general_public=17.5", "ce-general-public-2017=fail"},
	{"FE", "continuing_education.2018.general_public=17.5", "ce-general-public-2018=fail"},
	{"FE", "continuing_education.2019.general_public=17.5", "ce-general-public-2019=fail"},
	{"FE", "continuing_education.2020.general_public=17.5", "ce-general-public-2020=todo"},
	{"FE", "continuing_education.2018.general_public=17.99", "ce-general-public-2018=fail"},
	{"FE", "continuing_education.2018.general_public=18", ""},
	{"FE", "continuing_education.2018.general_public=18.00", ""},
	{"FE", "continuing_education.2018.general_public=１８．５", ""},
	{"FE", "continuing_education.2018.general_public=0", "ce-general-public-2018=fail"},
	{"FE", "continuing_education.2020.general_public=0", "ce-general-public-2020=todo"},
	{"FE", "continuing_education.2017.general_public=", "ce-general-public-2017=missing"},
	{"FE", "continuing_education.2018.general_public=", "ce-general-public-2018=missing"},
	{"FE", "continuing_education.2019.general_public=", "ce-general-public-2019=missing"},
	{"FE", "continuing_education.2020.general_public=", "ce-general-public-2020=missing"},
	{"FE", "continuing_education.2019.general_public=十八", "ce-general-public-2019=missing"},
	{"FE", "continuing_education.2019.general_public=-1", "ce-general-public-2019=missing"},
	{"FE", "continuing_education.2019.general_public=2000", ""},
	{"FE", "continuing_education.2019.general_public=2000.5", "ce-general-public-2019=missing"},
	// A year without work, or in which it began, does not fail; enough hours are enough.
	{"FE", "continuing_education.2017.employed=no", ""},
	{"FE", "continuing_education.2018.employed=no; continuing_education.2018.general_public=", "ce-general-public-2018=confirm"},
	{"FE", "continuing_education.2019.employed=no; continuing_education.2019.general_public=0", "ce-general-public-2019=confirm"},
	{"FE", "continuing_education.2020.employed=no; continuing_education.2020.general_public=0", "ce-general-public-2020=confirm"},
	{"FE", "continuing_education.2018.employed=unsure; continuing_education.2018.general_public=17.5", "ce-general-public-2018=fail"},
	{"FE", "continuing_education.2018.employed=; continuing_education.2018.general_public=17.5", "ce-general-public-2018=fail"},
	{"FE", "career.technical_work_start=; continuing_education.2018.employed=unsure", ""},
	{"FE", "career.technical_work_start=; continuing_education.2018.employed=unsure; continuing_education.2018.general_public=17.5", "ce-general-public-2018=confirm"},
	{"FE", "career.technical_work_start=; continuing_education.2018.employed=", ""},
	{"FE", "career.technical_work_start=; continuing_education.2018.employed=; continuing_education.2018.general_public=17.5", "ce-general-public-2018=missing"},
	{"FE", "career.technical_work_start=; continuing_education.2018.employed=yes; continuing_education.2018.general_public=17.5", "ce-general-public-2018=fail"},
	{"FE", "career.technical_work_start=; continuing_education.2020.employed=; continuing_education.2020.general_public=17.5", "ce-general-public-2020=todo"},
	{"NE", "career.technical_work_start=2018-01-01; continuing_education.2018.general_public=17.5; continuing_education.2017.general_public=", "ce-general-public-2018=confirm ce-general-public-2017=confirm tenure-external=confirm"},
	{"NE", "career.technical_work_start=2017-12-31; continuing_education.2018.general_public=17.5; continuing_education.2017.general_public=0", "ce-general-public-2018=fail ce-general-public-2017=confirm tenure-external=confirm"},
	{"NE", "career.technical_work_start=2018-12; continuing_education.2018.general_public=", "ce-general-public-2018=missing tenure-external=confirm"},
	{"NE", "career.technical_work_start=2020-02; continuing_education.2020.general_public=17", "ce-general-public-2020=todo tenure-external=confirm"},
	{"NE", "career.technical_work_start=2018-06; continuing_education.2017.employed=yes; continuing_education.2017.general_public=17", "ce-general-public-2017=confirm tenure-external=confirm"},
	{"NE", "continuing_education.2017.general_public=17", "ce-general-public-2017=fail"},
	{"NE", "continuing_education.2020.general_public=17", "ce-general-public-2020=todo"},
	// Hours that the plan does not ask for.
	{"FE", "continuing_education.2018.total=0; continuing_education.2018.professional=0; continuing_education.2018.evidence=no", ""},
	{"FS", "continuing_education.2017.general_public=0", ""},
	{"NS", "continuing_education.2018.general_public=0; continuing_education.2017.evidence=no", ""},

	{"FS", "continuing_education.2018.total=90", ""},
	{"FS", less("2018", "89.5"), "ce-forestry-total-2018=fail ce-forestry-public-2018=confirm"},
	{"FS", less("2019", "89.5"), "ce-forestry-total-2019=fail ce-forestry-public-2019=confirm"},
	{"FS", less("2020", "89.5"), "ce-forestry-total-2020=todo ce-forestry-public-2020=confirm"},
	{"FS", less("2018", "90"), "ce-forestry-public-2018=confirm"},
	{"FF", less("2018", "89.99"), "ce-forestry-total-2018=fail ce-forestry-public-2018=confirm"},
	{"FF", less("2020", "0"), "ce-forestry-total-2020=todo ce-forestry-public-2020=confirm"},
	{"FS", "continuing_education.2018.total=", "ce-forestry-total-2018=missing"},
	{"FS", "continuing_education.2019.total=", "ce-forestry-total-2019=missing"},
	{"FS", "continuing_education.2020.total=", "ce-forestry-total-2020=missing"},
	{"FS", "continuing_education.2018.professional=59.5", "ce-forestry-professional-2018=fail"},
	{"FS", "continuing_education.2019.professional=59.5", "ce-forestry-professional-2019=fail"},
	{"FS", "continuing_education.2020.professional=59.5", "ce-forestry-professional-2020=todo"},
	{"FS", "continuing_education.2018.professional=60", ""},
	{"FF", "continuing_education.2018.professional=0", "ce-forestry-professional-2018=fail"},
	{"FS", "continuing_education.2018.professional=", "ce-forestry-professional-2018=missing"},
	{"FS", "continuing_education.2019.professional=", "ce-forestry-professional-2019=missing"},
	{"FS", "continuing_education.2020.professional=", "ce-forestry-professional-2020=missing"},
	{"FS", public("2018", "17.5", "18"), "ce-forestry-public-2018=confirm"},
	{"FS", public("2018", "18", "0"), "ce-forestry-public-2018=confirm"},
	{"FS", public("2018", "9", "9"), "ce-forestry-public-2018=confirm"},
	{"FS", public("2018", "9", "8.5"), "ce-forestry-public-2018=fail"},
	{"FS", public("2018", "17.5", "0"), "ce-forestry-public-2018=fail"},
	{"FS", public("2018", "0", "0"), "ce-forestry-public-2018=fail"},
	{"FS", public("2019", "9", "9"), "ce-forestry-public-2019=confirm"},
	{"FS", public("2019", "9", "8.99"), "ce-forestry-public-2019=fail"},
	{"FS", public("2020", "12", "6"), "ce-forestry-public-2020=confirm"},
	{"FS", public("2020", "12", "5.5"), "ce-forestry-public-2020=todo"},
	{"FS", public("2018", "18", ""), "ce-forestry-public-2018=missing"},
	{"FS", public("2018", "", "18"), "ce-forestry-public-2018=missing"},
	{"FS", public("2018", "17", ""), "ce-forestry-public-2018=missing"},
	{"FS", public("2019", "", ""), "ce-forestry-public-2019=missing"},
	{"FS", public("2020", "", "0"), "ce-forestry-public-2020=missing"},
	{"FF", public("2018", "10", "7"), "ce-forestry-public-2018=fail"},

	{"FS", "continuing_education.2018.employed=no; continuing_education.2018.total=; continuing_education.2018.professional=; continuing_education.2018.industry_public=; continuing_education.2018.general_public=; continuing_education.2018.evidence=", "ce-forestry-total-2018=confirm ce-forestry-professional-2018=confirm ce-forestry-public-2018=confirm ce-forestry-evidence-2018=confirm"},
	{"FF", "career.technical_work_start=2019-05; continuing_education.2019.total=40; continuing_education.2019.professional=10", "ce-forestry-total-2019=confirm ce-forestry-professional-2019=confirm tenure-external=confirm"},
	{"FF", "career.technical_work_start=2019-05; continuing_education.2018.evidence=no; continuing_education.2019.evidence=no", "ce-forestry-evidence-2018=confirm ce-forestry-evidence-2019=todo tenure-external=confirm"},
	{"FS", "continuing_education.2018.evidence=no", "ce-forestry-evidence-2018=todo"},
	{"FS", "continuing_education.2019.evidence=unsure", "ce-forestry-evidence-2019=confirm"},
	{"FF", "continuing_education.2020.evidence=no", "ce-forestry-evidence-2020=todo"},
	{"FF", "continuing_education.2020.evidence=unsure", "ce-forestry-evidence-2020=confirm"},
	{"FF", "continuing_education.2020.employed=no; continuing_education.2020.total=60; continuing_education.2020.professional=30", "ce-forestry-total-2020=confirm ce-forestry-professional-2020=confirm"},
	{"FF", "continuing_education.2020.evidence=", "ce-forestry-evidence-2020=missing"},
	{"NS", "continuing_education.2018.evidence=no", "ce-natres-evidence-2018=todo"},
	{"NS", "continuing_education.2019.evidence=no", "ce-natres-evidence-2019=todo"},
	{"NS", "continuing_education.2020.evidence=no", "ce-natres-evidence-2020=todo"},
	{"NS", "continuing_education.2018.evidence=unsure", "ce-natres-evidence-2018=confirm"},
	{"NS", "continuing_education.2019.evidence=unsure", "ce-natres-evidence-2019=confirm"},
	{"NS", "continuing_education.2020.evidence=unsure", "ce-natres-evidence-2020=confirm"},
	{"NS", "continuing_education.2018.evidence=", "ce-natres-evidence-2018=missing"},
	{"NS", "continuing_education.2019.evidence=", "ce-natres-evidence-2019=missing"},
	{"NS", "continuing_education.2020.evidence=", "ce-natres-evidence-2020=missing"},
}

// less gives a year a total that is not below its parts: 60 and 10 and 10.
func less(year, total string) string {
	at := "continuing_education." + year + "."
	change := public(year, "10", "10") + "; " + at + "total=" + total
	if total == "0" { // below its parts all the same: a problem, and judged by its number
		return change
	}
	return change + "; " + at + "professional=60"
}

func public(year, industry, general string) string {
	at := "continuing_education." + year + "."
	return at + "industry_public=" + industry + "; " + at + "general_public=" + general
}

var interviewRows = []row{
	{"NS", "plan.route=exceptional", "interview-natres=todo"},
	{"NS", "plan.route=re_evaluation", "interview-natres=todo"},
	{"NS", "plan.route=unsure", "interview-natres=confirm"},
	{"NS", "plan.route=", "interview-natres=missing"},
	{"NS", "plan.route=skilled_talent", "interview-natres=missing"},
	{"NS", "plan.route=exceptional; education.0.is_later=; education.0.award_date=2019-06-30", "interview-natres=todo"},
	{"NS", later("yes", "2018-08"), ""},
	{"NS", later("yes", "2018-09-14"), ""},
	{"NS", later("yes", "2018-09-15"), "interview-natres=confirm"},
	{"NS", later("yes", "2018-09"), "interview-natres=confirm"},
	{"NS", later("yes", "2018-12-31"), "interview-natres=confirm"},
	{"NS", later("yes", "2018-12"), "interview-natres=confirm"},
	{"NS", later("yes", "2019-01-01"), "interview-natres=todo"},
	{"NS", later("yes", "2019-01"), "interview-natres=todo"},
	{"NS", later("yes", "2020-02-29"), "interview-natres=todo"},
	{"NS", later("no", "2020-06-30"), ""},
	{"NS", later("unsure", "2019-01-01"), "interview-natres=confirm"},
	{"NS", later("unsure", "2018-12-31"), "interview-natres=confirm"},
	{"NS", later("unsure", "2010-06-30"), ""},
	{"NS", later("", "2019-01-01"), "interview-natres=missing"},
	{"NS", later("", "2018-12-31"), "interview-natres=missing"},
	{"NS", later("", "2010-06-30"), ""},
	{"NS", later("yes", ""), "interview-natres=missing education-verification=missing"},
	{"NS", "education=", "education-verification=missing education-foreign=missing education-hkmt=missing interview-natres=missing"},
	{
		"NS", later("yes", "2018-12-31") + "; schedule.individual_submit=",
		"interview-natres=confirm deadline-individual=missing deadline-unit=missing",
	},
	{
		"NS", later("yes", "2019-01-01") + "; schedule.individual_submit=",
		"interview-natres=todo deadline-individual=missing deadline-unit=missing",
	},
	// While no day is planned it is the last possible one, 23 September 2020.
	{
		"NS", later("yes", "2018-09-23") + "; schedule.individual_submit=",
		"deadline-individual=missing deadline-unit=missing",
	},
	{
		"NS", later("yes", "2018-09-24") + "; schedule.individual_submit=",
		"interview-natres=confirm deadline-individual=missing deadline-unit=missing",
	},
	{
		"NS", later("yes", "2018-09-10") + "; schedule.individual_submit=2020-09",
		"interview-natres=confirm deadline-individual=confirm deadline-unit=confirm",
	},
	{
		"NS", "education.1.level=master; education.1.origin=domestic; education.1.award_date=2019-06-30; education.1.is_later=yes; " +
			"education.1.verification=registration_form",
		"interview-natres=todo",
	},
	// A route of another plan is no route of this one.
	{"NE", "plan.route=exceptional", ""},
	{"NE", later("yes", "2019-06-30") + "; education.0.verification=verification_report", ""},

	{"FS", "plan.route=after_re_evaluation", "interview-forestry=todo"},
	{"FS", "plan.route=landmark_achievement", "interview-forestry=todo"},
	{"FF", "plan.route=point_scoring", "interview-forestry=todo"},
	{"FF", "plan.route=skilled_talent", "interview-forestry=todo"},
	{"FS", "plan.route=unsure", "interview-forestry=confirm"},
	{"FS", "plan.route=", "interview-forestry=missing"},
	{"FS", "plan.route=exceptional", "interview-forestry=missing"},
	{"FS", later("yes", "2020-06-30"), ""},
}

func later(is, award string) string {
	return "education.0.is_later=" + is + "; education.0.award_date=" + award
}
