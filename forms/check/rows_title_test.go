package check_test

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
	{"FE", master + held("2018-12-31", "2018-12-31"), "achievements-period=todo"},
	{"FE", master + held("2019-01-01", "2019-01-01"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("2019-02-04", "2019-02-04"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	// “左右” is at least half of the years, counting the first and the last day.
	{"FE", master + held("2019-12-31", "2019-12-31"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("2020-01-01", "2020-01-01"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("2020-01-02", "2020-01-02"), "achievements-period=todo tenure-forestry-engineer=fail"},
	{"FE", master + held("2020-01", "2020-01"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("2020-12-31", "2020-12-31"), "achievements-period=todo tenure-forestry-engineer=fail"},
	{"FE", master + held("2019-06-01", "2020-02-01"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	// A title from after the cut-off.
	{"FE", held("2021-01-01", "2021-01-01"), "tenure-forestry-engineer=fail achievements-period=confirm"},
	{"FE", master + held("2021-01-01", "2021-02-01"), "achievements-period=todo tenure-forestry-engineer=fail"},
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
	{"FE", "career.technical_work_start=2018-07-01; " + held("2017-02-01", "2017-02-01"), "tenure-forestry-engineer=confirm"},
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
	{"FE", master + held("2018-12-31", "2019-01-02"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("2018-12", "2018-12"), "achievements-period=todo"},
	{"FE", master + held("2019-01", "2019-01"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("", "2019-06-01"), "achievements-period=todo tenure-forestry-engineer=confirm"},
	{"FE", master + held("", "2018-06-01"), "achievements-period=todo tenure-forestry-engineer=missing"},
	{"FE", "achievements=; education.0.level=second_bachelor; " + held("2018-12-31", "2018-12-31"), "achievements-period=todo"},
	{"FE", "achievements=; education.0.level=second_bachelor; " + held("2019-01-02", "2019-01-02"), "achievements-period=todo tenure-forestry-engineer=confirm"},
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
	{"FE", "education.0.award_date=2018-06-30; " + held("", "2016-12-31"), "tenure-forestry-engineer=confirm achievements-period=missing"},
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
		"FE", onRoute("cccnnn", "education.0.award_date=2020-12-31; title.current="),
		onRouteWell + "education-verification=confirm exceptional-years=missing achievements-period=missing",
	},
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
