package check_test

import "strings"

// sanctioned gives a sanction of that kind and day; whether it was disclosed.
func sanctioned(kind, day, disclosed string) string {
	return "discipline.sanction=" + kind + "; discipline.date=" + day + "; discipline.disclosed=" + disclosed
}

var disciplineRows = []row{
	{"FE", "discipline.commitment_signed=no", "truthfulness-commitment=todo"},
	{"FE", "discipline.commitment_signed=unsure", "truthfulness-commitment=confirm"},
	{"FE", "discipline.commitment_signed=", "truthfulness-commitment=missing"},

	// The years of office of another title, or of dates that contradict, are not known.
	{"FE", "title.current=other_series; " + sanctioned("demerit", "2019-06-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm tenure-forestry-engineer=confirm"},
	{"FE", "title.current=engineer; " + sanctioned("demerit", "2017-06-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm tenure-forestry-engineer=confirm"},
	{"FE", "career.technical_work_start=2018-01-01; " + sanctioned("demerit", "2019-06-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm tenure-forestry-engineer=confirm"},
	{"FE", "title.current=none; " + sanctioned("party", "", "no"), "discipline-disclosure=confirm discipline-two-year-delay=confirm tenure-forestry-engineer=confirm achievements-period=na"},

	{"FE", sanctioned("warning", "2018-03-01", "yes"), "discipline-disclosure=pass"},
	{"FE", sanctioned("warning", "2018-03-01", "no"), "discipline-disclosure=todo"},
	{"FE", sanctioned("warning", "2018-03-01", "unsure"), "discipline-disclosure=confirm"},
	{"FE", sanctioned("warning", "2018-03-01", ""), "discipline-disclosure=missing"},
	{"FE", sanctioned("warning", "", "no"), "discipline-disclosure=missing"},
	// The title began on 8 October 2016, with the appointment.
	{"FE", sanctioned("warning", "2016-10-08", "no"), "discipline-disclosure=todo"},
	{"FE", sanctioned("warning", "2016-10-07", "no"), "discipline-disclosure=na"},
	{"FE", sanctioned("warning", "2016-10", "no"), "discipline-disclosure=confirm"},
	{"FE", sanctioned("warning", "2016-10", "yes"), "discipline-disclosure=confirm"},
	{"FE", sanctioned("warning", "2016-09", "no"), "discipline-disclosure=na"},
	{"FE", sanctioned("warning", "2016-11", "no"), "discipline-disclosure=todo"},
	{"FE", sanctioned("warning", "2016-11", "no") + "; title.appointed_date=2016-11", "discipline-disclosure=confirm"},
	{
		"FE", sanctioned("warning", "2018-03-01", "no") + "; title.appointed_date=",
		"discipline-disclosure=missing tenure-forestry-engineer=missing achievements-period=missing",
	},
	{
		"FE", sanctioned("warning", "2016-08-31", "no") + "; title.appointed_date=",
		"discipline-disclosure=na tenure-forestry-engineer=missing achievements-period=missing",
	},
	{"FE", "discipline.pending=yes; discipline.disclosed=yes", "discipline-disclosure=confirm"},
	{"FE", "discipline.pending=yes; discipline.disclosed=no", "discipline-disclosure=todo"},
	{"FE", sanctioned("warning", "2018-03-01", "yes") + "; discipline.pending=yes", "discipline-disclosure=confirm"},
	{"FE", sanctioned("warning", "2018-03-01", "yes") + "; discipline.pending=unsure", "discipline-disclosure=confirm"},
	{"FE", "discipline.pending=yes; discipline.disclosed=unsure", "discipline-disclosure=confirm"},
	{"FE", "discipline.pending=yes", "discipline-disclosure=missing"},
	{"FE", "discipline.pending=unsure", "discipline-disclosure=confirm"},
	{"FE", "discipline.pending=", "discipline-disclosure=missing"},
	{"FE", "discipline.disclosed=no", ""},
	{"FE", "discipline.date=2018-01-01", ""},
	{"FE", "discipline.sanction=", "discipline-disclosure=missing discipline-two-year-delay=missing"},
	{"FE", "discipline.sanction=fine", "discipline-disclosure=missing discipline-two-year-delay=missing"},
	{"FE", "discipline.sanction=unsure", "discipline-disclosure=confirm discipline-two-year-delay=confirm"},
	{
		"FE", "discipline.sanction=; discipline.pending=yes; discipline.disclosed=no",
		"discipline-disclosure=todo discipline-two-year-delay=missing",
	},
	{
		"FE", sanctioned("party", "2018-03-01", "yes"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("party", "2018-03-01", "no"),
		"discipline-disclosure=todo discipline-two-year-delay=confirm",
	},

	// A party sanction before the present title is nobody's business any more.
	{"FE", sanctioned("party", "2016-10-07", "no"), ""},
	{"FE", sanctioned("party", "2016-10", "yes"), "discipline-disclosure=confirm discipline-two-year-delay=confirm"},
	{"FE", sanctioned("party", "", "yes"), "discipline-disclosure=missing discipline-two-year-delay=missing"},

	// Without a title the time of the present one has no beginning.
	{"FE", "title.current=none; " + sanctioned("demerit", "2012-01-01", "yes"), untitled + "discipline-disclosure=confirm discipline-two-year-delay=confirm"},
	{"FE", "title.current=none; " + sanctioned("warning", "2018-03-01", "no"), untitled + "discipline-disclosure=confirm"},
	{"FE", "title.current=none; " + sanctioned("party", "2018-03-01", "no"), untitled + "discipline-disclosure=confirm discipline-two-year-delay=confirm"},
	{"FE", "title.current=none; discipline.pending=yes; discipline.disclosed=no", untitled + "discipline-disclosure=todo"},
	{"FE", "title.current=; " + sanctioned("demerit", "2019-01-01", "yes"), noTitle + "discipline-disclosure=missing discipline-two-year-delay=missing"},
	{"FE", "title.current=; " + sanctioned("demerit", "2016-10", "yes"), noTitle + "discipline-disclosure=confirm discipline-two-year-delay=confirm"},

	// Two years from the sanction to the filing day of 14 September 2020, to the cut-off,
	// by calendar years, and four years of office and two more: from 2014-12-31.
	{"FE", sanctioned("demerit", "2018-09-14", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2018-09-15", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2018-12-31", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2018-12", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2019-01-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=fail"},
	{"FE", sanctioned("demerit", "2019-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=fail"},
	{"FE", sanctioned("major_demerit_or_above", "2019-01-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=fail"},
	{"FE", sanctioned("accident", "2020-05-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=fail"},
	{"FE", sanctioned("demerit", "2018-09", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2018-10", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{
		"FE", sanctioned("demerit", "2018-09-14", "yes") + "; " + held("2014-12-31", "2014-12-31"),
		"discipline-disclosure=pass discipline-two-year-delay=pass",
	},
	{
		"FE", sanctioned("demerit", "2018-08", "yes") + "; " + held("2014-12", "2014-12"),
		"discipline-disclosure=pass discipline-two-year-delay=pass",
	},
	{
		"FE", sanctioned("demerit", "2018-09-15", "yes") + "; " + held("2014-12-31", "2014-12-31"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2018-09-14", "yes") + "; " + held("2015-01-01", "2015-01-01"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2018-09-15", "yes") + "; " + held("2015-01-01", "2015-01-01"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2018-09-15", "yes") + "; " + held("2015-01-02", "2015-01-02"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	// No way of counting is enough only if the years of office are not either.
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; " + held("2014-12-31", "2014-12-31"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; " + held("2015-01-01", "2015-01-01"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; " + held("2015-01-02", "2015-01-02"),
		"discipline-disclosure=pass discipline-two-year-delay=fail",
	},
	// Two years 左右 and two more: from 2016-12-31 in any case.
	{
		"FE", sanctioned("demerit", "2018-09-14", "yes") + "; education.0.level=master",
		"discipline-disclosure=pass discipline-two-year-delay=pass",
	},
	{
		"FE", sanctioned("demerit", "2018-09-14", "yes") + "; education.0.level=master; " + held("2017-06-01", "2017-06-01"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2018-09-15", "yes") + "; education.0.level=master; " + held("2017-06-01", "2017-06-01"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	// On the exceptional route three years of office and two more: from 2015-12-31.
	{
		"FE", sanctioned("demerit", "2018-09-14", "yes") + "; " + onRoute("cccnnn", held("2015-12-31", "2015-12-31")),
		onRouteWell + "discipline-disclosure=pass discipline-two-year-delay=pass",
	},
	{
		"FE", sanctioned("demerit", "2018-09-15", "yes") + "; " + onRoute("cccnnn", held("2015-12-31", "2015-12-31")),
		onRouteWell + "discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; " + onRoute("cccnnn", held("2016-01-02", "2016-01-02")),
		onRouteWell + "discipline-disclosure=pass discipline-two-year-delay=fail",
	},
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; plan.route=unsure",
		"tenure-forestry-engineer=confirm exceptional-years=confirm exceptional-items=confirm discipline-disclosure=pass discipline-two-year-delay=confirm",
	},
	// Where the needed years are in another document, the last way stays open.
	{"NS", sanctioned("demerit", "2015-05-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"NS", sanctioned("demerit", "2020-05-01", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FF", sanctioned("accident", "2020-05-01", "no"), "discipline-disclosure=todo discipline-two-year-delay=confirm"},
	// The later of the two dates begins the title, whichever it is.
	{"FE", sanctioned("warning", "2016-10-08", "no") + "; " + held("2016-10-08", "2016-09-01"), "discipline-disclosure=todo"},
	{"FE", sanctioned("warning", "2016-10-07", "no") + "; " + held("2016-10-08", "2016-09-01"), "discipline-disclosure=na"},
	// A filing day of which only the month is known.
	{
		"FE", sanctioned("demerit", "2018-09-30", "yes") + "; " + days("2020-09", "2020-09-30"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm deadline-individual=confirm deadline-unit=fail publicity-window=fail",
	},
	{
		"FE", sanctioned("demerit", "2018-10-01", "yes") + "; " + days("2020-09", "2020-09-30"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm deadline-individual=confirm deadline-unit=fail publicity-window=fail",
	},
	// While no day is planned it is the last possible one, 23 September 2020.
	{
		"FE", sanctioned("demerit", "2018-09-23", "yes") + "; schedule.individual_submit=; " + held("2014-12-31", "2014-12-31"),
		"discipline-disclosure=pass discipline-two-year-delay=pass deadline-individual=missing deadline-unit=missing",
	},
	{
		"FE", sanctioned("demerit", "2018-09-24", "yes") + "; schedule.individual_submit=; " + held("2014-12-31", "2014-12-31"),
		"discipline-disclosure=pass discipline-two-year-delay=confirm deadline-individual=missing deadline-unit=missing",
	},
	// Before the present title it is nobody's business any more.
	{"FE", sanctioned("demerit", "2016-10-07", "no"), ""},
	{"FE", sanctioned("demerit", "2016-10-08", "yes"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2016-10", "yes"), "discipline-disclosure=confirm discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "", "yes"), "discipline-disclosure=missing discipline-two-year-delay=missing"},
	{
		"FE", sanctioned("demerit", "2018-09-15", "yes") + "; schedule.individual_submit=",
		"discipline-disclosure=pass discipline-two-year-delay=confirm deadline-individual=missing deadline-unit=missing",
	},
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; education.0.level=",
		"discipline-disclosure=pass discipline-two-year-delay=missing tenure-forestry-engineer=missing education-verification=missing",
	},
	{
		"FE", sanctioned("demerit", "2019-01-01", "yes") + "; plan.code=",
		withoutPlan + "discipline-disclosure=pass discipline-two-year-delay=missing",
	},

	{"FE", "discipline.cancelled_year=2015", "discipline-three-year-ban=pass"},
	{"FE", "discipline.cancelled_year=2016", "discipline-three-year-ban=pass"},
	{"FE", "discipline.cancelled_year=2017", "discipline-three-year-ban=fail"},
	{"FE", "discipline.cancelled_year=2018", "discipline-three-year-ban=fail"},
	{"FF", "discipline.cancelled_year=2019", "discipline-three-year-ban=fail"},
	// Whether somebody may come back in the same year is not said; later years are no answer.
	{"FE", "discipline.cancelled_year=2020", "discipline-three-year-ban=confirm"},
	{"FE", "discipline.cancelled_year=2021", "discipline-three-year-ban=missing"},
	{"FE", "discipline.cancelled_year=2017.5", "discipline-three-year-ban=missing"},
	{"FE", "discipline.cancelled_year=前年", "discipline-three-year-ban=missing"},
	{"FE", "discipline.cancelled_year=1989", "discipline-three-year-ban=missing"},
}

const noPhoto = "photo-format=missing photo-file-size=missing photo-pixels=missing photo-ratio=missing photo-background=missing"

var photoRows = []row{
	{"FE", "photo.file=", noPhoto},
	{"FE", "photo.trouble=没有这个文件", noPhoto},
	{"FE", "photo.file=photo.JPEG", ""},
	{"FE", "photo.file=photo.png", "photo-format=fail"},
	{"FE", "photo.file=photo", "photo-format=fail"},
	{"FE", "photo.format=png", "photo-format=fail"},
	{"FE", "photo.format=webp", "photo-format=fail"},
	{"FE", "photo.format=heic; photo.width=0; photo.height=0; photo.problem=heic; photo.background=", "photo-format=fail photo-pixels=missing photo-ratio=missing photo-background=missing"},
	{"FE", "photo.format=; photo.width=0; photo.height=0; photo.problem=not_picture; photo.background=", "photo-format=fail photo-pixels=missing photo-ratio=missing photo-background=missing"},
	{"FE", "photo.problem=truncated; photo.background=", "photo-format=fail photo-background=missing"},
	{"FE", "photo.bytes=0; photo.format=; photo.width=0; photo.height=0; photo.problem=empty; photo.background=", "photo-format=fail photo-file-size=fail photo-pixels=missing photo-ratio=missing photo-background=missing"},
	{"FE", "photo.bytes=1", "photo-file-size=fail"},
	{"FE", "photo.bytes=30000", "photo-file-size=fail"},
	{"FE", "photo.bytes=30001", "photo-file-size=confirm"},
	{"FE", "photo.bytes=30720", "photo-file-size=confirm"},
	{"FE", "photo.bytes=30721", ""},
	{"FE", "photo.bytes=999999", ""},
	{"FE", "photo.bytes=1000000", "photo-file-size=confirm"},
	{"FE", "photo.bytes=1048575", "photo-file-size=confirm"},
	{"FE", "photo.bytes=1048576", "photo-file-size=fail"},
	{"FE", "photo.width=216; photo.height=301", ""},
	{"FE", "photo.width=215; photo.height=301", "photo-pixels=confirm"},
	{"FE", "photo.width=216; photo.height=300", "photo-pixels=confirm"},
	{"FE", "photo.width=215; photo.height=300", "photo-pixels=confirm"},
	{"FE", "photo.width=214; photo.height=301", "photo-pixels=fail"},
	{"FE", "photo.width=220; photo.height=299", "photo-pixels=fail"},
	{"FE", "photo.width=650; photo.height=1000", ""},
	{"FE", "photo.width=649; photo.height=1000", "photo-ratio=fail"},
	{"FE", "photo.width=800; photo.height=1000", ""},
	{"FE", "photo.width=801; photo.height=1000", "photo-ratio=fail"},
	{"FE", "photo.width=240; photo.height=300", "photo-pixels=confirm"},
	{"FE", "photo.width=358; photo.height=441", "photo-ratio=fail"},
	{"FE", "photo.width=344; photo.height=441", ""},
	{"FE", "photo.width=295; photo.height=413", ""},
	{"FE", "photo.width=413; photo.height=579", ""},
	{"FE", "photo.width=413; photo.height=626", ""},
	{"FE", "photo.width=413; photo.height=636", "photo-ratio=fail"},
	{"FE", "photo.width=640; photo.height=480", "photo-ratio=fail"},
	{"FE", "photo.background=near_white", "photo-background=confirm"},
	{"FE", "photo.background=other; photo.lightness=60; photo.chroma=45", "photo-background=fail"},
	{"FE", "photo.background=other; photo.lightness=30; photo.chroma=2", "photo-background=fail"},
	{"FE", "photo.background=other; photo.lightness=60; photo.chroma=5", "photo-background=confirm"},
	{"FE", "photo.background=", "photo-background=missing"},

	{"FE", "statement.text=", "statement-length=missing"},
	{"FE", "statement.text=" + strings.Repeat("字", 1001), "statement-length=fail"},
	{"FE", "statement.text=" + strings.Repeat("字", 999) + " 字", "statement-length=confirm"},

	{"FE", "achievements=", "achievements-period=todo"},
	{"FE", "achievements=; schedule.today=2020-09-24", "achievements-period=todo"},
	// The filing day is 14 September.
	{"FE", "achievements.0.date=2020-09-14", ""},
	{"FE", "achievements.0.date=2020-09-15", "achievements-period=confirm"},
	{"FE", "achievements.0.date=2020-09", ""},
	{"FE", "achievements.0.date=2020-10", "achievements-period=confirm"},
	{"FE", "achievements.0.date=2020-09-23; schedule.individual_submit=", "deadline-individual=missing deadline-unit=missing"},
	{"FE", "achievements.0.date=2020-09-24; schedule.individual_submit=", "achievements-period=confirm deadline-individual=missing deadline-unit=missing"},
	{"FE", "achievements.0.date=2016-10-08", ""},
	{"FE", "achievements.0.date=2016-10-08; " + held("2016-10-08", "2016-09-01"), ""},
	{"FE", "achievements.0.date=2016-10-07; " + held("2016-10-08", "2016-09-01"), "achievements-period=confirm"},
	{"FE", "achievements.0.date=2016-10-07", "achievements-period=confirm"},
	{"FE", "achievements.0.date=2016-10", "achievements-period=confirm"},
	{"FE", "achievements.0.date=2016-09", "achievements-period=confirm"},
	{"FE", "achievements.0.date=2016-11", ""},
	{"FE", "achievements.0.date=", "achievements-period=missing"},
	{"FE", "achievements.0.date=2016", "achievements-period=missing"},
	{"FE", "achievements.1.name=规程; achievements.1.date=2015-01-01", "achievements-period=confirm"},
	{"FE", "achievements.1.name=规程", "achievements-period=missing"},
	{"FE", "achievements.0.date=2016-10-07; achievements.1.name=规程", "achievements-period=confirm"},
}

var scheduleRows = []row{
	{"FE", days("2020-09-23", "2020-09-23"), ""},
	{"FE", days("2020-09-24", "2020-09-23"), "deadline-individual=fail deadline-unit=fail"},
	{"FE", days("2020-09-24", "2020-09-24"), "deadline-individual=fail deadline-unit=fail publicity-window=confirm"},
	{"FE", days("2020-09-22", "2020-09-21"), "deadline-unit=fail"},
	{"FE", days("", "2020-09-17"), "deadline-individual=missing deadline-unit=missing"},
	{"FE", days("", "2020-09-24"), "deadline-individual=missing deadline-unit=fail publicity-window=confirm"},
	{"FE", days("", ""), "deadline-individual=missing deadline-unit=missing publicity-window=missing"},
	{"FE", days("2020-09-14", ""), "deadline-unit=missing publicity-window=missing"},
	{"FE", days("2020-09", "2020-09-17"), "deadline-individual=confirm deadline-unit=confirm"},
	{"FE", days("2020-08", "2020-09-17"), ""},
	{"FE", days("2020-09-14", "2020-09"), "deadline-unit=confirm publicity-window=confirm"},
	{"FE", days("2020-09-14", "2020-08"), "deadline-unit=fail"},
	{"FE", days("2020-10", "2020-10"), "deadline-individual=fail deadline-unit=fail publicity-window=fail"},
	{"FE", days("2020-09-14", "2020-09-20"), ""},
	{"FE", days("2020-09-14", "2020-09-21"), ""},
	{"FE", days("2020-09-14", "2020-09-22"), ""},
	{"FE", days("2020-09-14", "2020-09-23"), ""},
	{"FE", days("2020-09-14", "2020-09-24"), "deadline-unit=fail publicity-window=confirm"},
	{"FE", days("2020-09-14", "2020-09-25"), "deadline-unit=fail publicity-window=fail"},
	// Nobody can plan a day before the notice was issued or beyond its calendar.
	{"FE", days("2020-08-24", "2020-08-24"), ""},
	{"FE", days("2020-08-23", "2020-09-17"), "deadline-individual=missing deadline-unit=missing"},
	{"FE", days("2020-09-14", "2020-08-23"), "deadline-unit=missing publicity-window=missing"},
	{"FE", days("2020-09-14", "2020-07"), "deadline-unit=missing publicity-window=missing"},
	{"FE", days("2020-12-31", "2020-09-17"), "deadline-individual=fail deadline-unit=fail education-verification=todo"},
	{"FE", days("2021-01-01", "2020-09-17"), "deadline-individual=missing deadline-unit=missing"},
	{"FE", days("2020-09-14", "2021-09-17"), "deadline-unit=missing publicity-window=missing"},
	{"FE", "schedule.paper=2021-10-01", "deadline-paper=missing"},
	{"FE", "schedule.paper=2020-10-09", ""},
	{"FE", "schedule.paper=2020-10-10", "deadline-paper=fail"},
	{"FE", "schedule.paper=2020-10", "deadline-paper=confirm"},
	{"FE", "schedule.paper=2020-09", "deadline-paper=confirm"},
	// The unit passes on 17 September, and the publicity ends on the 24th. The 27th is a
	// Sunday that is worked, from 1 to 8 October nobody works.
	{"FE", "schedule.paper=2020-09-24", "deadline-paper=todo"},
	{"FE", "schedule.paper=2020-09-25", ""},
	{"FE", "schedule.paper=2020-09-26", "deadline-paper=todo"},
	{"FE", "schedule.paper=2020-09-27", ""},
	{"FE", "schedule.paper=2020-09-30", ""},
	{"FE", "schedule.paper=2020-10-01", "deadline-paper=todo"},
	{"FE", "schedule.paper=2020-10-08", "deadline-paper=todo"},
	{"FE", "schedule.paper=2020-09-29; schedule.unit_pass=2020-09-21", ""},
	{"FE", "schedule.paper=2020-09-29; schedule.unit_pass=2020-09-22", "deadline-paper=todo"}, // ends on the 28th or the 29th
	{"FE", "schedule.paper=2020-09-24; schedule.unit_pass=", "deadline-unit=missing publicity-window=missing"},
	{"FE", "schedule.paper=2020-09-26; schedule.unit_pass=", "deadline-unit=missing publicity-window=missing deadline-paper=todo"},
	{"FE", "schedule.paper=2020-11", "deadline-paper=fail"},
	{"FE", "schedule.paper=", "deadline-paper=missing"},
}

func days(submit, unit string) string {
	return "schedule.individual_submit=" + submit + "; schedule.unit_pass=" + unit
}
