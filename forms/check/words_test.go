package check_test

import (
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// TestFiguresInWords holds the figures that findings say: from when to when, how
// much is short, what has to be asked. Every figure was worked out by hand.
func TestFiguresInWords(t *testing.T) {
	for _, row := range []struct{ plan, changes, id, says string }{
		{"FE", "schedule.today=", "tenure-forestry-engineer", "本科（2016年6月20日），任助理工程师从2016年10月8日到2020年12月31日共4年2个月23天"},
		{"FE", held("2016-10-08", "2016-09-01"), "tenure-forestry-engineer", "任助理工程师从2016年10月8日到2020年12月31日共4年2个月23天"},
		{"FE", held("2017-01-02", "2017-01-02"), "tenure-forestry-engineer", "共3年11个月29天，要求4年以上，差2天"},
		{"FE", held("2017-01-01", "2017-01-01"), "tenure-forestry-engineer", "共3年11个月30天，要求4年以上，按周年算差1天"},
		{"FE", held("2017-01", "2017-01"), "tenure-forestry-engineer", "任助理工程师从2017年1月到2020年12月31日共3年11个月（按月末算），够不够要看是哪一天"},
		{"FE", held("2016-12-31", "2017-03-01"), "tenure-forestry-engineer", "任助理工程师从2017年3月1日到2020年12月31日共3年9个月30天；资格取得和聘任两个时间只有一个够4年以上"},
		{"FE", master + held("2019-02-05", "2019-02-05"), "tenure-forestry-engineer", "要求2年左右，按周年算差36天"},
		{"FE", onRoute("ccdnnn", held("2018-01-02", "2018-01-02")), "exceptional-years", "要求满3年，差2天"},
		{"FE", onRoute("ccdnnn", ""), "exceptional-items", "六项里确定有2项，说不准1项；同一项里有多个成果只算一项"},
		{"FE", onRoute("cnnnnn", ""), "exceptional-items", "还差2项"},
		{"FE", "continuing_education.2018.general_public=17.5", "ce-general-public-2018", "2018年一般公需17.5学时，要求18学时，差0.5"},
		{"FE", "continuing_education.2020.general_public=0", "ce-general-public-2020", "2020年一般公需0学时，要求18学时，差18"},
		{"FS", less("2018", "89.75"), "ce-forestry-total-2018", "2018年合计89.75学时，要求90学时，差0.25"},
		{"FS", "continuing_education.2019.professional=41", "ce-forestry-professional-2019", "2019年专业科目41学时，要求60学时，差19"},
		{"FS", public("2018", "12", "6"), "ce-forestry-public-2018", "请问：三（三）3（2）“不少于18学时”是行业公需、一般公需合计，还是各自都要18学时？"},
		{"FS", public("2018", "9", "8.5"), "ce-forestry-public-2018", "合计17.5，要求18学时，差0.5"},
		{"FE", "insurance.continuous_months=7", "social-insurance-year", "在绍兴连续缴纳社会保险7个月，差5个月"},
		{"NS", "schedule.today=", "tenure-external", "对照浙自然发〔2020〕15号核对年限（您任现职从2014年1月1日到2020年12月31日共6年11个月30天，专业技术工作从2005年8月1日到2020年12月31日共15年4个月30天）"},
		{"FF", "schedule.today=", "tenure-external", "浙林人〔2019〕64号"},
		{"FS", "schedule.today=", "tenure-external", "浙林人〔2018〕56号"},
		{"NS", "schedule.today=", "fee", "要交评审费280元"},
		{"FE", "discipline.cancelled_year=2017", "discipline-three-year-ban", "2017年评审时被取消资格，2018—2020年不能参加评审"},
		{"FE", "discipline.cancelled_year=2017", "discipline-three-year-ban", "2021年起可以再报"},
		{"FE", sanctioned("demerit", "2018-09-14", "yes"), "discipline-two-year-delay", "2018年9月14日受处分（记过）；延迟2年有几种算法：从处分日到申报日已满，从处分日到截止日已满，按评审年度已满，按任职年限再加2年未满"},
		{"FE", sanctioned("accident", "2018-09-23", "yes") + "; " + held("2014-12-31", "2014-12-31"), "discipline-two-year-delay", "2018年9月23日定性为技术责任事故的直接责任者"},
		// A later filing day within the deadline settles it; a day after it does not.
		{"FE", sanctioned("demerit", "2018-09-23", "yes") + "; " + held("2014-12-31", "2014-12-31"), "discipline-two-year-delay", "改到9月23日申报，几种算法就都满了"},
		{"FE", sanctioned("demerit", "2018-09-20", "yes") + "; " + held("2014-12-31", "2014-12-31"), "discipline-two-year-delay", "改到9月20日—9月23日申报，几种算法就都满了"},
		{"FE", sanctioned("demerit", "2018-09-24", "yes") + "; " + held("2014-12-31", "2014-12-31"), "discipline-two-year-delay", "怎么算通知没有写，问单位和通知的联系人"},
		{"FE", sanctioned("demerit", "2018-09-23", "yes"), "discipline-two-year-delay", "怎么算通知没有写，问单位和通知的联系人"},
		{"FE", held("2021-01-01", "2021-02-01"), "tenure-forestry-engineer", "本科（2016年6月20日），任职时间2021年2月1日在截止日2020年12月31日以后"},
		{"FE", held("2017-06-01", "2017-06-01"), "tenure-forestry-engineer", "可以看破格条件：任助理工程师满3年、六项里有3项的，把“申报方式”改成“破格”"},
		{"FE", held("2019-06-01", "2019-06-01"), "tenure-forestry-engineer", "今年不能按这一条申报；到2023年6月1日满4年"},
		{"FE", onRoute("ccnnnn", ""), "exceptional-items", "您正常晋升的年限已经够，把“申报方式”改成“正常”"},
		{"FE", onRoute("ccnnnn", ""), "tenure-forestry-engineer", "正常晋升的年限您也够，把“申报方式”改成“正常”"},
		{"FE", onRoute("ccnnnn", "education.0.level=master; "+held("2018-12-31", "2018-12-31")), "exceptional-years", "您正常晋升的年限已经够"},
		{"FE", onRoute("ccnnnn", "education.0.level=master; "+held("2019-12-31", "2019-12-31")), "exceptional-years", "正常晋升够不够要问"},
		{"FE", onRoute("ccnnnc", ""), "exceptional-items", "第6项按专业技术工作年限和毕业后的年限算都不满（中专毕业15年，其他学历20年），不算"},
		{"FE", onRoute("ccnnnc", served("1999-01-01", "2001-07-01")), "exceptional-items", "不是两种都满，按说不准算"},
		{"FE", "title.current=none; " + sanctioned("party", "", "no"), "discipline-disclosure", "请问：我还没有职称，受过处分（党纪处分），要不要写进申报材料？"},
		{"FE", "title.current=none; " + sanctioned("accident", "", "no"), "discipline-disclosure", "请问：我还没有职称，定性为技术责任事故的直接责任者，要不要写进申报材料？"},
		{"FE", "schedule.today=2020-09-30; continuing_education.2020.general_public=10", "ce-general-public-2020", "网上申报已截止，学完问单位能不能补交"},
		{"FE", "schedule.today=2020-09-23; continuing_education.2020.general_public=10", "ce-general-public-2020", "网上申报9月23日截止，请先学"},
		{"FE", "schedule.today=2020-09-24; account.personal_ready=no", "deadline-individual", "还没有申报的，马上问单位和通知的联系人还有没有补救"},
		{"FE", "schedule.today=2020-09-23; account.personal_ready=no", "deadline-individual", "还没有申报的改日期，马上去办"},
		{"FE", "schedule.today=2020-09-24; schedule.individual_submit=2020-09-25", "deadline-individual", "马上问单位和通知的联系人还有没有补救"},
		{"FE", "schedule.today=2020-09-24; " + days("2020-09-22", "2020-09-25"), "deadline-unit", "马上问单位和通知的联系人还有没有补救"},
		{"FE", "schedule.today=2020-09-24; " + days("2020-09-22", "2020-09-25"), "publicity-window", "马上问单位和通知的联系人还有没有补救"},
		{"FE", "schedule.today=2020-09-24; account.personal_ready=unsure", "personal-account", "没办好的话：马上问单位和通知的联系人还有没有补救"},
		{"FE", "schedule.today=2020-09-21; schedule.individual_submit=2020-09-18; " + sanctioned("demerit", "2018-09-19", "yes") + "; " + held("2014-12-31", "2014-12-31"), "discipline-two-year-delay", "改到9月21日—9月23日申报，几种算法就都满了"},
		{"FE", "education.0.award_date=2020-09", "education-verification", "请问：我的本科（2020年9月）和申报在同一个月，申报时还没有取得的，能不能按它申报？"},
		{"FE", "education.0.award_date=2020-10", "education-verification", "请问：我的本科（2020年10月）在申报以后、截止日以前取得，能不能按它申报？"},
		{"NS", "plan.specialty=other", "ce-natres-basis", "请问：我的专业不在通知列出的专业里，继续教育学时按哪个细则登记？"},
		{"FE", "affiliation.labour_place=unsure", "affiliation-alignment", "三者不全在绍兴的，原则上也由社保所在单位申报"},
		{"FE", "scope.in_service=unsure", "scope-employment", "“是在职人员吗？”答的是“不确定”"},
		{"FE", "schedule.paper=2020-10", "deadline-paper", "请问：我网上申报、单位审核通过、送纸质材料，定在哪一天合适？"},
		{"FE", "schedule.individual_submit=2030-01-01", "deadline-individual", "到“日程”里改"},
		{"FE", "plan.route=re_evaluation", "tenure-forestry-engineer", "到“申报计划”里改"},
		{"NS", "continuing_education.2019.evidence=unsure", "ce-natres-evidence-2019", "您不确定有没有2019年的继续教育证明材料"},
		{"FE", "title.current=none", "tenure-forestry-engineer", "请问：我没有助理工程师职称，专业技术工作从2012年7月1日到2020年12月31日共8年5个月30天，算不算“从事助理工程师工作”？"},
		{"NS", "title.current=other_series", "tenure-external", "请问：我的现职称是其他系列的，能不能按正常申报高级工程师，要不要先转评？"},
		{"NS", "title.current=senior_engineer", "tenure-external", "请问：我已经是高级工程师，还能不能申报高级工程师？"},
		{"NS", "title.current=assistant_engineer", "tenure-external", "请问：我的现职称是助理工程师，能不能直接申报高级工程师？"},
		{"FE", "education.0.award_date=2018-06-30; education.0.is_later=unsure", "tenure-forestry-engineer", "请问：我的本科（2018年6月30日）在任职开始以后取得，取得以前任助理工程师的年限算不算？"},
		{"NS", later("unsure", "2019-01-01"), "interview-natres", "请问：我的本科（2019年1月1日）算不算后学历，要不要面试？"},
		{"FE", "insurance.paid_by_employer=no", "affiliation-alignment", "请问：我的社会保险不是现工作单位缴的，应该由哪一家单位申报？"},
		{"FE", "affiliation.insurance_place=zhejiang_other", "social-insurance-year", "通知写的是“原则上”，先问单位和联系人"},
		{"FE", "discipline.commitment_signed=no", "truthfulness-commitment", "伪造证件或证明、材料虚假、严重违反规定的，取消资格（已评上的也取消），次年起3年不能评"},
		{"FE", sanctioned("demerit", "2018-09", "yes"), "discipline-two-year-delay", "从处分日到申报日不能确定"},
		{"FS", "post.form_stamps=department", "post-information-form", "岗位信息表还缺人力社保部门的章"},
		{"FS", "post.form_stamps=hr_bureau", "post-information-form", "岗位信息表还缺主管部门的章"},
		{"FE", "photo.width=358; photo.height=441", "photo-ratio", "宽高比0.812（358×441）"},
		{"FE", "photo.width=358; photo.height=441", "photo-ratio", "把358×441裁成343×441就可以"},
		{"FE", "photo.bytes=30001", "photo-file-size", "请问：照片文件30001字节，算不算“大于30K，小于1M”？"},
		{"FE", days("2020-09-23", "2020-09-23"), "deadline-unit", "单位当天就得审完并提交，先和单位人事说好"},
		{"FE", days("2020-09-23", "2020-09-23"), "deadline-individual", "您打算2020年9月23日，截止9月23日；单位当天就得审完并提交，先和单位人事说好"},
		{"FE", days("2020-09-22", "2020-09-23"), "deadline-individual", "您打算2020年9月22日，截止9月23日"},
		{"FE", days("2020-09-14", "2020-09-23"), "publicity-window", "单位9月23日通过，公示5个工作日到9月29日（9月27日调休上班；不算这一天就到9月30日），系统9月30日截止"},
		{"FE", days("2020-09-14", "2020-09-24"), "publicity-window", "请问：系统的5个工作日公示期算不算调休上班的9月27日？"},
		{"FE", days("2020-09-14", "2020-09-17"), "publicity-window", "单位9月17日通过，公示5个工作日到9月24日，系统9月30日截止"},
		{"FE", days("2020-09-14", "2020-09-25"), "publicity-window", "请单位提前到9月23日或更早通过"},
		{"FE", "schedule.paper=2020-10-10", "deadline-paper", "您打算2020年10月10日，过了截止日2020年10月9日"},
		{"FE", "achievements.0.date=2015-01-01", "achievements-period", "“营造林作业设计”的时间早于任现职"},
		{"FE", "achievements.0.date=2015-01-01; achievements.0.name=", "achievements-period", "第1项业绩的时间早于任现职"},
		{"FE", "plan.specialty=land", "plan-match", "改选“2020年度绍兴市自然资源工程专业工程师任职资格评审计划”"},
		{"NS", "plan.level=full_senior_engineer", "plan-match", "这份通知没有土地工程正高级工程师的评审计划"},
		{"NE", "unit.file_agency=no", "report-channel", "您的申报渠道：直接向当地主管部门申报（属地管理）"},
		{"FE", "education.0.award_date=2001-07; education.0.verification=none", "education-verification", "本科（2001年7月）没有备案表或认证报告，“2001年以后”包不包括这个时间通知没有写"},
	} {
		n := shipped(t)
		a := passing(t, row.plan)
		edit(t, n, a, row.changes)
		f, _ := check.Run(n, a).Find(row.id)
		if !strings.Contains(f.Found.String()+"\n"+f.Remedy.String()+"\n"+f.Question.String(), row.says) {
			t.Errorf("%s, %s: %s says\n%s\n%s\n%s\nwant %s", row.plan, row.changes, row.id, f.Found, f.Remedy, f.Question, row.says)
		}
	}
}

// A cut-off in the middle of a month: a month-only award can lie on both sides of
// its anniversary.
func TestCutoffInTheMiddleOfAMonth(t *testing.T) {
	n := *shipped(t)
	n.Milestones = slices.Clone(n.Milestones)
	for i := range n.Milestones {
		if n.Milestones[i].Kind == notice.CutoffDay {
			n.Milestones[i].Day.Day = forms.NewDay(2020, 12, 15)
		}
	}
	for _, row := range []struct {
		changes, id string
		want        check.Outcome
	}{
		{held("2016-12", "2016-12"), "tenure-forestry-engineer", check.Confirm},
		{held("2016-12-15", "2016-12-15"), "tenure-forestry-engineer", check.Pass},
		{held("2016-12-17", "2016-12-17"), "tenure-forestry-engineer", check.Fail},
		{"education.0.is_later=yes; education.0.award_date=2016-12", "tenure-forestry-engineer", check.Confirm},
		{"education.0.is_later=yes; education.0.award_date=2016-11", "tenure-forestry-engineer", check.Pass},
		{"education.0.is_later=; education.0.award_date=2016-12", "tenure-forestry-engineer", check.Confirm},
		{"plan.specialty=land; plan.level=senior_engineer; plan.code=NS; " + later("yes", "2018-12"), "interview-natres", check.Confirm},
		{"plan.specialty=land; plan.level=senior_engineer; plan.code=NS; " + later("yes", "2019-01"), "interview-natres", check.Todo},
	} {
		a := passing(t, "FE")
		edit(t, &n, a, row.changes)
		if f, _ := check.Run(&n, a).Find(row.id); f.Outcome != row.want {
			t.Errorf("%s: %s is %s (%s), want %s", row.changes, row.id, f.Outcome, f.Found, row.want)
		}
	}
}

// Plans without a fee of their own, and notices without a contact, say so.
func TestNoticeWithLittle(t *testing.T) {
	n := *shipped(t)
	n.Contacts, n.Discipline = nil, nil
	a := passing(t, "FE")
	edit(t, &n, a, "continuing_education.2018.general_public=1; discipline.pending=yes; discipline.disclosed=no")
	r := check.Run(&n, a)
	hours, _ := r.Find("ce-general-public-2018")
	disclosure, _ := r.Find("discipline-disclosure")
	if !strings.HasSuffix(hours.Remedy.String(), "通知的联系人") || !strings.Contains(disclosure.Remedy.String(), "不写会取消资格；") {
		t.Errorf("the remedies are %q and %q", hours.Remedy, disclosure.Remedy)
	}
	if _, ok := r.Find("discipline-three-year-ban"); ok {
		t.Error("a notice without sanctions has a ban")
	}
	n.Hours = nil
	for _, c := range check.All(&n) {
		if strings.HasPrefix(c.ID, "ce-") && c.ID != "ce-provincial-rule" {
			t.Errorf("a notice without hours has %s", c.ID)
		}
	}
}
