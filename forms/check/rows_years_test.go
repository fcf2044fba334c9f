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
	{"NE", "career.technical_work_start=2018-01-01; continuing_education.2018.general_public=17.5; continuing_education.2017.general_public=", "ce-general-public-2018=confirm ce-general-public-2017=confirm"},
	{"NE", "career.technical_work_start=2017-12-31; continuing_education.2018.general_public=17.5; continuing_education.2017.general_public=0", "ce-general-public-2018=fail ce-general-public-2017=confirm"},
	{"NE", "career.technical_work_start=2018-12; continuing_education.2018.general_public=", "ce-general-public-2018=missing"},
	{"NE", "career.technical_work_start=2020-02; continuing_education.2020.general_public=17", "ce-general-public-2020=todo"},
	{"NE", "career.technical_work_start=2018-06; continuing_education.2017.employed=yes; continuing_education.2017.general_public=17", "ce-general-public-2017=confirm"},
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
	{"FF", "career.technical_work_start=2019-05; continuing_education.2019.total=40; continuing_education.2019.professional=10", "ce-forestry-total-2019=confirm ce-forestry-professional-2019=confirm"},
	{"FF", "career.technical_work_start=2019-05; continuing_education.2018.evidence=no; continuing_education.2019.evidence=no", "ce-forestry-evidence-2018=confirm ce-forestry-evidence-2019=todo"},
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

// held dates the title; the achievement of 2018 goes where it would be too early.
func held(qualified, appointed string) string {
	return "title.qualified_date=" + qualified + "; title.appointed_date=" + appointed
}

var tenureRows = []row{
	{"FE", held("2016-12-31", "2016-12-31"), ""},
	{"FE", held("2017-01-01", "2017-01-01"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2017-01-02", "2017-01-02"), "tenure-forestry-engineer=fail"},
	{"FE", held("2016-02-29", "2016-02-29"), ""},
	{"FE", held("2016-12-31", "2017-01-01"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2016-12-31", "2017-01-02"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2017-01-02", "2016-12-31"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2017-01-01", "2017-01-02"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2016-12", "2016-12"), ""},
	{"FE", held("2017-01", "2017-01"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2017-02", "2017-02"), "tenure-forestry-engineer=fail"},
	{"FE", held("2016-12", "2017-02"), "tenure-forestry-engineer=confirm"},
	{"FE", held("", ""), "tenure-forestry-engineer=missing achievements-period=missing"},
	{"FE", held("2016-09-01", ""), "tenure-forestry-engineer=missing achievements-period=missing"},
	{"FE", held("", "2017-02-01"), "tenure-forestry-engineer=missing achievements-period=missing"},
	{"FE", held("", "2017-01-01"), "tenure-forestry-engineer=confirm achievements-period=missing"},
	{"FE", held("2016年9月1日", "20161008"), ""},
	{"FE", held("2016", "2016-10-08"), "tenure-forestry-engineer=missing achievements-period=missing"},
	{"FE", held("2016-02-30", "2016-10-08"), "tenure-forestry-engineer=missing achievements-period=missing"},
	{"FE", "education.0.level=associate; " + held("2016-12-31", "2016-12-31"), ""},
	{"FE", "education.0.level=associate; " + held("2017-01-01", "2017-01-01"), "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.level=associate; " + held("2017-01-02", "2017-01-02"), "tenure-forestry-engineer=fail"},
	{"FE", master + held("2018-12-31", "2018-12-31"), "achievements-period=na"},
	{"FE", master + held("2019-01-01", "2019-01-01"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("2019-02-04", "2019-02-04"), "achievements-period=na tenure-forestry-engineer=confirm"},
	// “左右” is at least half of the years, counting the first and the last day.
	{"FE", master + held("2019-12-31", "2019-12-31"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("2020-01-01", "2020-01-01"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("2020-01-02", "2020-01-02"), "achievements-period=na tenure-forestry-engineer=fail"},
	{"FE", master + held("2020-01", "2020-01"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("2020-12-31", "2020-12-31"), "achievements-period=na tenure-forestry-engineer=fail"},
	{"FE", master + held("2019-06-01", "2020-02-01"), "achievements-period=na tenure-forestry-engineer=confirm"},
	// A title from after the cut-off.
	{"FE", held("2021-01-01", "2021-01-01"), "tenure-forestry-engineer=fail achievements-period=confirm"},
	{"FE", master + held("2021-01-01", "2021-02-01"), "achievements-period=na tenure-forestry-engineer=fail"},
	{"FE", held("2016-09-01", "2021-01-01"), "tenure-forestry-engineer=confirm achievements-period=confirm"},
	{"FE", "education.0.level=doctor; " + held("2021-01-01", "2021-01-01"), "tenure-forestry-engineer=confirm achievements-period=confirm"},
	{"NS", held("2021-01-01", "2021-01-01"), "tenure-external=confirm achievements-period=confirm"},
	{"NS", held("", "2021-01-01"), "tenure-external=confirm achievements-period=confirm"},
	{"NS", held("2019-01-01", "2020-12"), "achievements-period=confirm"},
	// A title from before the start of the work contradicts it.
	{"FE", "career.technical_work_start=2016-09-02", "tenure-forestry-engineer=confirm"},
	{"FE", "career.technical_work_start=2016-09-01", ""},
	{"FE", "career.technical_work_start=2016-09", ""},
	{"FE", "career.technical_work_start=2016-10", "tenure-forestry-engineer=confirm"},
	{"FE", "career.technical_work_start=", ""},
	{"FE", "career.technical_work_start=2018-07-01; " + held("2017-02-01", "2017-02-01"), "tenure-forestry-engineer=fail"},
	{"NS", "career.technical_work_start=2013-11-21", "tenure-external=confirm"},
	{"NS", "career.technical_work_start=2013-11-20", ""},
	// Titles other than the one below the level.
	{"FE", "title.current=engineer", "tenure-forestry-engineer=confirm"},
	{"FE", "title.current=senior_engineer; " + held("", ""), "tenure-forestry-engineer=confirm achievements-period=missing"},
	{"FE", "title.current=other_series; " + held("2020-01-01", "2020-01-01"), "tenure-forestry-engineer=confirm achievements-period=confirm"},
	{"FE", "title.current=other_series; education.0.level=secondary", "tenure-forestry-engineer=fail education-verification=na"},
	{"FE", "title.current=", "tenure-forestry-engineer=missing achievements-period=missing"},
	{"FE", "title.current=; " + held("2017-01-01", "2017-01-01"), "tenure-forestry-engineer=confirm achievements-period=missing"},
	{"NE", "title.current=engineer", "tenure-external=confirm"},
	{"NE", "title.current=other_series", "tenure-external=confirm"},
	{"NE", "title.current=other_series; plan.route=re_evaluation", ""},
	{"NE", "title.current=other_series; plan.route=unsure", "tenure-external=confirm"},
	{"NE", "title.current=other_series; plan.route=", "tenure-external=missing"},
	{"NE", "title.current=assistant_engineer; plan.route=", ""},
	{"NE", "title.current=; plan.route=exceptional", "tenure-external=missing achievements-period=missing"},
	{"NS", "title.current=assistant_engineer", "tenure-external=confirm"},
	{"NS", "title.current=senior_engineer; " + held("", ""), "tenure-external=confirm achievements-period=missing"},
	{"FS", "title.current=senior_engineer", "tenure-external=confirm"},
	{"FS", "title.current=assistant_engineer; plan.route=landmark_achievement", "interview-forestry=todo"},
	{"FF", "title.current=engineer", "tenure-external=confirm"},
	{"FF", "title.current=other_series", "tenure-external=confirm"},
	// No title at all: its dates are asked nowhere, and the years of work may count.
	{"FE", none, untitled},
	{"FE", none + "; " + held("2021-01-01", "2021-01-01"), untitled},
	{"FE", none + "; career.technical_work_start=2016-12-31", untitled},
	{"FE", none + "; career.technical_work_start=2017-01-01", untitled},
	{"FE", none + "; career.technical_work_start=2017-01-02", untitled + "tenure-forestry-engineer=fail"},
	{"FE", none + "; career.technical_work_start=", untitled + "tenure-forestry-engineer=missing"},
	{"FE", none + "; education.0.level=doctor; career.technical_work_start=2020-07-01", untitled},
	{"FE", none + "; education.0.level=master; career.technical_work_start=2020-01-01", untitled},
	{"FE", none + "; education.0.level=master; career.technical_work_start=2020-01-02", untitled + "tenure-forestry-engineer=fail"},
	{"FE", none + "; education.0.level=secondary", untitled + "tenure-forestry-engineer=fail education-verification=na"},
	{"NE", none, "tenure-external=confirm achievements-period=na"},
	{"NS", none + "; plan.route=exceptional", "tenure-external=confirm achievements-period=na interview-natres=todo"},
	{"FF", none, "tenure-external=confirm achievements-period=na"},
	{"FS", none, "tenure-external=confirm"},
	{"FE", master + held("2018-12-31", "2019-01-02"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("2018-12", "2018-12"), "achievements-period=na"},
	{"FE", master + held("2019-01", "2019-01"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("", "2019-06-01"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", master + held("", "2018-06-01"), "achievements-period=na tenure-forestry-engineer=missing"},
	{"FE", "achievements=; education.0.level=second_bachelor; " + held("2018-12-31", "2018-12-31"), "achievements-period=na"},
	{"FE", "achievements=; education.0.level=second_bachelor; " + held("2019-01-02", "2019-01-02"), "achievements-period=na tenure-forestry-engineer=confirm"},
	{"FE", "education.0.level=doctor", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.level=doctor; " + held("", ""), "tenure-forestry-engineer=confirm achievements-period=missing"},
	{"FE", "education.0.level=secondary; " + held("", ""), "education-verification=na tenure-forestry-engineer=fail achievements-period=missing"},
	// A degree got after the title began, by its own fourth anniversary; whether it is a
	// later one (后学历) is not asked, the dates tell.
	{"FE", "education.0.is_later=yes; education.0.award_date=2016-12-31", ""},
	{"FE", "education.0.is_later=yes; education.0.award_date=2016-12", ""},
	{"FE", "education.0.award_date=2017-01-01", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.is_later=yes; education.0.award_date=2017-01-01", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.is_later=yes; education.0.award_date=2017-01", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.is_later=unsure; education.0.award_date=2018-06-30", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.is_later=; education.0.award_date=2018-06-30", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.is_later=; education.0.award_date=2016-06-30", ""},
	{"FE", "education.0.award_date=", "tenure-forestry-engineer=missing education-verification=missing"},
	{"FE", "education.0.award_date=2018-06-30; " + held("2017-01-02", "2017-01-02"), "tenure-forestry-engineer=fail"},
	{"FE", "education.0.level=master; education.0.award_date=2018-12-31", ""},
	{"FE", "education.0.level=master; education.0.award_date=2019-01-01", "tenure-forestry-engineer=confirm"},
	{"FE", "education.0.level=master; education.0.is_later=yes; education.0.award_date=2020-06-30", "tenure-forestry-engineer=confirm"},
	// Each education would entitle by itself: the easiest counts.
	{"FE", secondRow("secondary"), ""},
	{"FE", "education.0.level=secondary; " + secondRow("associate"), ""},
	{"FE", held("2018-01-10", "2018-01-10") + "; " + secondRow("master"), ""},
	{"FE", held("2018-01-10", "2018-01-10") + "; " + secondRow("doctor"), "tenure-forestry-engineer=confirm"},
	{"FE", secondRow(""), ""},

	{"FE", "plan.route=", "tenure-forestry-engineer=missing exceptional-years=missing exceptional-items=missing"},
	{"FE", "plan.route=unsure", "tenure-forestry-engineer=confirm exceptional-years=confirm exceptional-items=confirm"},
	{"FE", "plan.route=point_scoring", "tenure-forestry-engineer=missing exceptional-years=missing exceptional-items=missing"},

	{"NS", held("2019-12-31", "2020-01-01"), "achievements-period=confirm"},
	{"NS", held("2013-11-20", ""), "tenure-external=missing achievements-period=missing"},
	{"NE", held("", "2016-01"), "tenure-external=missing achievements-period=missing"},
	{"FF", held("", ""), "tenure-external=missing achievements-period=missing"},
	{"FS", held("", ""), "tenure-external=missing"},
}

const (
	master   = "achievements=; education.0.level=master; "
	none     = "title.current=none"
	untitled = "tenure-forestry-engineer=confirm achievements-period=na "
	noTitle  = "tenure-forestry-engineer=missing achievements-period=missing "
)

func secondRow(level string) string {
	return "education.1.level=" + level + "; education.1.origin=domestic; education.1.award_date=2012-06-30; " +
		"education.1.is_later=no; education.1.verification=registration_form"
}

// onRoute puts the passing forestry engineer on the exceptional route.
func onRoute(items, more string) string {
	change := "plan.route=exceptional"
	marks := map[rune]string{'c': "certain", 'd': "doubtful", 'n': "no", '_': ""}
	for i, mark := range items {
		change += "; forestry_engineer.exceptional_items." + string(rune('0'+i)) + "=" + marks[mark]
	}
	if more != "" {
		change += "; " + more
	}
	return change
}

const onRouteWell = "tenure-forestry-engineer=na exceptional-years=pass exceptional-items=pass "

var exceptionalRows = []row{
	{"FE", onRoute("cccnnn", ""), onRouteWell},
	{"FE", onRoute("cccccc", ""), onRouteWell},
	{"FE", onRoute("ccc___", ""), onRouteWell},
	{"FE", onRoute("ccdnnn", ""), onRouteWell + "exceptional-items=confirm"},
	{"FE", onRoute("dddnnn", ""), onRouteWell + "exceptional-items=confirm"},
	{"FE", onRoute("dddddd", ""), onRouteWell + "exceptional-items=confirm"},
	{"FE", onRoute("ccnnnn", ""), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("cdnnnn", ""), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("nnnnnn", ""), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("nnnn__", ""), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("nnn___", ""), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("nn____", ""), onRouteWell + "exceptional-items=missing"},
	{"FE", onRoute("cc____", ""), onRouteWell + "exceptional-items=missing"},
	{"FE", onRoute("cddn__", ""), onRouteWell + "exceptional-items=confirm"},
	{"FE", onRoute("ccn_n_", ""), onRouteWell + "exceptional-items=missing"},
	{"FE", onRoute("______", ""), onRouteWell + "exceptional-items=missing"},
	{"FE", onRoute("cccnnn", held("2017-12-31", "2017-12-31")), onRouteWell},
	{"FE", onRoute("cccnnn", held("2018-01-01", "2018-01-01")), onRouteWell + "exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", held("2018-01-02", "2018-01-02")), onRouteWell + "exceptional-years=fail"},
	{"FE", onRoute("cccnnn", held("2017-12-31", "2018-01-02")), onRouteWell + "exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", held("2018-01", "2018-01")), onRouteWell + "exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", held("2017-12", "2017-12")), onRouteWell},
	{"FE", onRoute("cccnnn", held("2016-02-29", "2016-02-29")), onRouteWell},
	{"FE", onRoute("cccnnn", held("", "2018-01-01")), onRouteWell + "exceptional-years=confirm achievements-period=missing"},
	{"FE", onRoute("cccnnn", held("", "2018-02-01")), onRouteWell + "exceptional-years=missing achievements-period=missing"},
	{"FE", onRoute("cccnnn", below), onRouteWell + "education-verification=na"},
	{"FE", onRoute("cccnnn", below+"; "+held("2016-12-31", "2016-12-31")), onRouteWell + "education-verification=na"},
	{"FE", onRoute("cccnnn", below+"; "+held("2017-01-01", "2017-01-01")), onRouteWell + "education-verification=na exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", below+"; "+held("2017-01-02", "2017-01-02")), onRouteWell + "education-verification=na exceptional-years=fail"},
	{"FE", onRoute("cccnnn", below+"; "+held("2017-06-01", "2017-06-01")+"; "+secondRow("associate")), onRouteWell},
	{"FE", onRoute("cccnnn", "education.0.level="), onRouteWell + "education-verification=missing"},
	{
		"FE", onRoute("cccnnn", "education.0.level=; "+held("2017-06-01", "2017-06-01")),
		onRouteWell + "education-verification=missing exceptional-years=missing",
	},
	{
		"FE", onRoute("cccnnn", "education.0.level=; "+held("2018-02-01", "2018-02-01")),
		onRouteWell + "education-verification=missing exceptional-years=fail",
	},
	// A degree got after the filing day (14 September) is a question, one got after the
	// cut-off none at all; four years need no degree.
	{"FE", onRoute("cccnnn", threeYears+"2020-09-14"), onRouteWell},
	{"FE", onRoute("cccnnn", threeYears+"2020-09-15"), onRouteWell + "education-verification=confirm exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", threeYears+"2020-08"), onRouteWell},
	{"FE", onRoute("cccnnn", threeYears+"2020-09"), onRouteWell + "education-verification=confirm exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", threeYears+"2020-12-31"), onRouteWell + "education-verification=confirm exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", threeYears+"2020-12-31; "+secondRow("associate")), onRouteWell + "education-verification=confirm"},
	{"FE", onRoute("cccnnn", threeYears+"2021-01-01"), onRouteWell + notGot + "exceptional-years=missing"},
	{"FE", onRoute("cccnnn", threeYears+"2021-01-01; "+secondRow("associate")), onRouteWell},
	{"FE", onRoute("cccnnn", "education.0.award_date=2020-12-31"), onRouteWell + "education-verification=confirm"},
	{
		"FE", onRoute("cccnnn", threeYears+"2020-09-23; schedule.individual_submit="),
		onRouteWell + "deadline-individual=missing deadline-unit=missing",
	},
	{
		"FE", onRoute("cccnnn", threeYears+"2020-09-24; schedule.individual_submit="),
		onRouteWell + "education-verification=confirm exceptional-years=confirm deadline-individual=missing deadline-unit=missing",
	},
	{"FF", "education.0.award_date=2020-09-15", "education-foreign=confirm"},
	{"FF", "education.0.award_date=2020-09-15; education.0.overseas_certificate=no", "education-foreign=todo"},
	{"NS", "education.0.award_date=2021-01-01", notGot + "interview-natres=missing"},
	// The exceptional route asks for the same title, and the years of work for lack of one.
	{"FE", onRoute("cccnnn", "title.current=engineer"), onRouteWell + "exceptional-years=confirm"},
	{"FE", onRoute("cccnnn", "title.current="), onRouteWell + "exceptional-years=missing achievements-period=missing"},
	{"FE", onRoute("cccnnn", none), onRouteWell + "exceptional-years=confirm achievements-period=na"},
	{"FE", onRoute("cccnnn", none+"; career.technical_work_start=2018-01-01"), onRouteWell + "exceptional-years=confirm achievements-period=na"},
	{"FE", onRoute("cccnnn", none+"; career.technical_work_start=2018-01-02"), onRouteWell + "exceptional-years=fail achievements-period=na"},
	{"FE", onRoute("cccnnn", "career.technical_work_start=2016-09-02"), onRouteWell + "exceptional-years=confirm"},
	// Item 6: twenty years of work and since the graduation, fifteen after a secondary one.
	{"FE", onRoute("ccnnnc", served("2000-12-31", "2000-12-31")), onRouteWell + old},
	{"FE", onRoute("ccnnnc", served("2001-01-01", "2000-12-31")), onRouteWell + old + "exceptional-items=confirm"},
	{"FE", onRoute("ccnnnc", served("2000-12-31", "2001-01-01")), onRouteWell + "exceptional-items=confirm"},
	{"FE", onRoute("ccnnnc", served("2001-01-02", "2000-12-31")), onRouteWell + old + "exceptional-items=confirm"},
	{"FE", onRoute("ccnnnc", served("2001-01-02", "2001-01-02")), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("ccnnnd", served("2001-01-02", "2001-01-02")), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("ccnnnd", served("2000-12-31", "2000-12-31")), onRouteWell + old + "exceptional-items=confirm"},
	{"FE", onRoute("ccnnn_", served("2001-01-02", "2001-01-02")), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("ccnnn_", served("2000-12-31", "2000-12-31")), onRouteWell + old + "exceptional-items=missing"},
	{"FE", onRoute("ccnnnc", served("", "2000-12-31")), onRouteWell + old + "exceptional-items=missing"},
	{"FE", onRoute("ccnnnc", served("", "2001-01-02")), onRouteWell + "exceptional-items=missing"},
	{"FE", onRoute("ccnnnd", served("", "2000-12-31")), onRouteWell + old + "exceptional-items=confirm"},
	// It is asked for only where it decides.
	{"FE", onRoute("cccnnc", served("", "2001-01-02")), onRouteWell},
	{"FE", onRoute("cnnnnc", served("", "2001-01-02")), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("ccnnnn", served("", "2001-01-02")), onRouteWell + "exceptional-items=fail"},
	{"FE", onRoute("ccnnnc", served("2005-12-31", "2005-12-31")+"; "+below), onRouteWell + "education-verification=na"},
	{"FE", onRoute("ccnnnc", served("2006-01-02", "2006-01-02")+"; "+below), onRouteWell + "education-verification=na exceptional-items=fail"},
	// The normal route does not look at items, whatever stands in the file.
	{"FE", "forestry_engineer.exceptional_items.0=no; forestry_engineer.exceptional_items.1=no", ""},

	{"FE", "forestry_engineer.ability.0=no", "department-condition=fail"},
	{"FE", "forestry_engineer.ability.3=no; forestry_engineer.ability.1=", "department-condition=fail"},
	{"FE", "forestry_engineer.ability.2=unsure", "department-condition=confirm"},
	{"FE", "forestry_engineer.ability.2=unsure; forestry_engineer.ability.1=no", "department-condition=fail"},
	{"FE", "forestry_engineer.ability.1=", "department-condition=missing"},
	{"FE", "forestry_engineer.department=research", ""},
	{"FE", "forestry_engineer.department=", "department-condition=missing"},
	{"FE", "forestry_engineer.department=; forestry_engineer.ability.0=no", "department-condition=fail"},
	// 附件3（一） is headed 正常晋升: whether its abilities bind 破格 is not said.
	{"FE", onRoute("cccnnn", "forestry_engineer.ability.0=no"), onRouteWell + "department-condition=confirm"},
	{"FE", onRoute("cccnnn", "forestry_engineer.ability.0="), onRouteWell + "department-condition=missing"},
	{
		"FE", "plan.route=unsure; forestry_engineer.ability.0=no",
		"tenure-forestry-engineer=confirm exceptional-years=confirm exceptional-items=confirm department-condition=confirm",
	},
	{
		"FE", "plan.route=; forestry_engineer.ability.0=no",
		"tenure-forestry-engineer=missing exceptional-years=missing exceptional-items=missing department-condition=missing",
	},
}

const (
	threeYears = "title.qualified_date=2017-06-01; title.appointed_date=2017-06-01; education.0.award_date="
	notGot     = "education-verification=missing education-foreign=missing education-hkmt=missing "
)

const below = "education.0.level=secondary"

// served dates the start of the work and the graduation; old is what a degree from
// before 2001 changes besides.
func served(work, graduation string) string {
	return "career.technical_work_start=" + work + "; education.0.award_date=" + graduation
}

const old = "education-verification=na "

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
