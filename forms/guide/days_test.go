package guide_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
)

// unitDay is the unit's last day in the notice's data, to be changed.
func unitDay(n *notice.Notice) *notice.Milestone {
	n.Milestones = slices.Clone(n.Milestones)
	return &n.Milestones[slices.IndexFunc(n.Milestones, func(m notice.Milestone) bool { return m.Kind == notice.UnitDay })]
}

// material is that of a check in the notice's data, to be changed.
func material(n *notice.Notice, key string) *notice.Material {
	n.Materials = slices.Clone(n.Materials)
	return &n.Materials[slices.IndexFunc(n.Materials, func(m notice.Material) bool { return m.Check == key })]
}

func titles(n *notice.Notice) (all []string) {
	for _, e := range guide.Agenda(n, forms.New(n.ID), forms.Date{}) {
		all = append(all, e.Title.String(), e.Note.String())
	}
	return all
}

func materialNotes(n *notice.Notice) (all []string) {
	a := forms.New(n.ID)
	for _, m := range guide.Materials(n, a, check.Run(n, a)) {
		all = append(all, m.Note.String())
	}
	return all
}

// What changes from year to year is the notice's data, in sentences too.
func TestSentencesFollowTheNotice(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*notice.Notice)
		says   func(*notice.Notice) []string
		want   string
	}{
		"the hour":           {func(n *notice.Notice) { unitDay(n).Hour = 17 }, titles, "单位审核通过并提交，17时截止"},
		"no hour":            {func(n *notice.Notice) { unitDay(n).Hour = 0 }, titles, "单位审核通过并提交截止"},
		"a holiday before":   {func(*notice.Notice) {}, titles, "节前送到最稳妥；邮寄按寄出还是收到算，通知没有写"},
		"no holiday before":  {func(n *notice.Notice) { n.Calendar.Holidays = nil }, titles, "邮寄按寄出还是收到算，通知没有写"},
		"copies of the form": {func(n *notice.Notice) { material(n, check.PaperReviewForm).Copies = 2 }, materialNotes, "A4纸一式2份，单位、主管部门等盖章"},
		"no size of paper":   {func(n *notice.Notice) { material(n, check.PaperRoster).Size = "" }, materialNotes, "一式3份，单位、主管部门等盖章，由谁导出问单位"},
	} {
		n := shipped(t)
		row.change(n)
		if got := row.says(n); !slices.Contains(got, row.want) {
			t.Errorf("%s: nothing says “%s” in %q", name, row.want, got)
		}
	}
}

// Every note of the notice is told somewhere: without it the materials or the days of
// some applicant say something else.
func TestEveryNoteIsTold(t *testing.T) {
	for _, key := range notice.Notes {
		n, told := shipped(t), false
		for _, plan := range n.Plans {
			a := forms.New(n.ID)
			a.Plan.Code = plan.Code
			with := everything(n, a)
			without := *n
			without.Told = maps.Clone(n.Told)
			delete(without.Told, key)
			told = told || with != everything(&without, a)
		}
		if !told {
			t.Errorf("nobody is told of the note %q", key)
		}
	}
}

// everything are the days and the materials of an applicant in one text.
func everything(n *notice.Notice, a *forms.Applicant) string {
	text := guide.ReadableRemark(n).String()
	for _, e := range guide.Agenda(n, a, forms.Date{}) {
		text += e.Title.String() + e.Note.String()
	}
	for _, m := range guide.Materials(n, a, check.Run(n, a)) {
		text += m.Name.String() + m.Note.String()
	}
	return text
}

// Of proof it says which is there by year, and of every degree that needs it.
func TestMaterialsSayWhatIsThere(t *testing.T) {
	n := shipped(t)
	a := sample(t, "natural-resources-senior")
	a.Education = append(a.Education,
		forms.Education{Level: forms.Master, Origin: forms.OriginDomestic, AwardDate: forms.ParseDate("2018-06")},
		forms.Education{Level: forms.Associate, Origin: forms.OriginDomestic, AwardDate: forms.ParseDate("2000-06-30")},
		forms.Education{Level: forms.Secondary, Origin: forms.OriginDomestic, AwardDate: forms.ParseDate("2002-06-30")},
		forms.Education{Level: forms.Doctor, Origin: forms.OriginDomestic, AwardDate: forms.ParseDate("2021-01-01")})
	year := a.ContinuingEducation[2019]
	year.Evidence = forms.No
	a.ContinuingEducation[2019] = year
	for i := range a.Achievements {
		a.Achievements[i].Evidence = forms.Yes
	}
	proofs := map[string]guide.Material{}
	for _, m := range guide.Materials(n, a, check.Run(n, a)) {
		proofs[m.Name.String()] = m
	}
	for name, want := range map[string]string{
		"继续教育证明材料":        "2018年（已有）、2019年、2020年（已有），每年一份",
		"学历备案表或学历认证报告":    "国内大专及以上，本科（2009年6月30日）、硕士（2018年12月20日）、硕士（2018年6月），每个学历都要一份，两种证明，二选一",
		"业绩材料":            "4项，任现职以来，有代表性",
		"《专业技术职务任职资格评审表》": "A4纸一式3份，单位、主管部门等盖章",
		"《评审对象资格审查花名册》":   "A3纸一式3份，单位、主管部门等盖章，由谁导出问单位",
	} {
		if got := proofs[name].Note.String(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if proofs["继续教育证明材料"].Ready || !proofs["业绩材料"].Ready {
		t.Errorf("ready: hours %t, achievements %t", proofs["继续教育证明材料"].Ready, proofs["业绩材料"].Ready)
	}
	for _, name := range []string{"身份证", "毕业证书、学位证书", "职称证书和聘任文件", "单位公示证明", "年度考核情况", "外语、计算机成绩和论文"} {
		if !proofs[name].Extra {
			t.Errorf("%s is not among what is of use", name)
		}
	}
	a.Achievements[0].Evidence = forms.No
	for _, m := range guide.Materials(n, a, check.Run(n, a)) {
		if m.Name.String() == "业绩材料" && (m.Ready || m.Note.String() != "4项，任现职以来，有代表性；其中3项已有证明") {
			t.Errorf("one proof lacks: %q, ready %t", m.Note, m.Ready)
		}
	}
}

// Achievements are everybody's, also of whom the time in a title cannot be asked of.
func TestAchievementsAreEverybodysMaterial(t *testing.T) {
	n := shipped(t)
	for title, want := range map[forms.CurrentTitle]string{
		forms.TitleNone: "近几年的，有代表性", forms.TitleEngineer: "任现职以来，有代表性", "": "任现职以来，有代表性",
	} {
		a := forms.New(n.ID)
		a.Title.Current = title
		if text := everything(n, a); !strings.Contains(text, "业绩材料"+want) {
			t.Errorf("with the title %q: %s", title, text)
		}
	}
}

// Senior applicants go through the mid-level committee first.
func TestSeniorPlansAreRecommendedFirst(t *testing.T) {
	n := shipped(t)
	for _, plan := range n.Plans {
		a := forms.New(n.ID)
		a.Plan.Code = plan.Code
		says := strings.Contains(everything(n, a), "先经中评委推荐，再报高评委")
		if senior := plan.Level != forms.LevelEngineer; says != senior {
			t.Errorf("%s: told of the recommendation %t", plan.Code, says)
		}
	}
}

// Of each last day it is said whether the notice counts the day itself.
func TestLastDays(t *testing.T) {
	n := shipped(t)
	paper, filing, cutoff := n.On(notice.PaperDay).Day.Day, n.Filing().Day.Day, n.Cutoff()
	const untold = "通知没有写2020年9月23日（个人网上申报截止）当天算不算，早一天办最稳妥。"
	const counted = "2020年9月23日24时（单位审核通过并提交截止）：当天算。"
	for _, c := range []struct {
		days []forms.Day
		want string
	}{
		{nil, ""},
		{[]forms.Day{cutoff, filing + 1}, ""},
		{[]forms.Day{filing, filing}, untold + counted},
		{[]forms.Day{paper, filing}, "通知没有写2020年9月23日（个人网上申报截止）、2020年10月9日（纸质材料报送截止）当天算不算，早一天办最稳妥。" + counted},
	} {
		if got := guide.LastDays(n, c.days).String(); got != c.want {
			t.Errorf("%v: %q, want %q", c.days, got, c.want)
		}
	}
}
