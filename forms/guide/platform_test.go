package guide_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

func shipped(t *testing.T) *notice.Notice {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func sample(t *testing.T, name string) *forms.Applicant {
	t.Helper()
	a, err := store.Load(context.Background(), filepath.Join("..", "..", "assets", "samples", name+".zcapp"))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func platform(t *testing.T, a *forms.Applicant) []guide.PlatformStep {
	t.Helper()
	n := shipped(t)
	return guide.Platform(n, a, check.Run(n, a))
}

// texts are the values of a step as group/label=text.
func texts(s guide.PlatformStep) []string {
	var all []string
	for _, v := range s.Values {
		all = append(all, v.Group.String()+"/"+v.Label.String()+"="+v.Text)
	}
	return all
}

func missing(s guide.PlatformStep) []string {
	var all []string
	for _, p := range s.Missing {
		all = append(all, p.Path)
	}
	return all
}

func TestPlatformHasTheTenStepsOfAnnexOne(t *testing.T) {
	names := []string{
		"用户登录、注册", "完善个人信息和业绩档案", "职称申报", "证件照维护", "个人承诺",
		"填写申报信息", "提取业绩材料", "上传附件", "缴纳费用", "报送评审表",
	}
	for _, a := range []*forms.Applicant{forms.New("shaoxing-2020"), sample(t, "forestry-engineer")} {
		n := shipped(t)
		report := check.Run(n, a)
		steps := guide.Platform(n, a, report)
		if len(steps) != len(names) {
			t.Fatalf("%d steps", len(steps))
		}
		for i, s := range steps {
			if s.Name != names[i] || s.Title.Empty() {
				t.Errorf("step %d is %q, %q", i+1, s.Name, s.Title)
			}
			for _, id := range slices.Concat(s.Checks, s.Reminders) {
				if _, ok := report.Find(id); !ok {
					t.Errorf("%s: there is no check %s", s.Clause, id)
				}
			}
		}
	}
}

func TestPlatformHasEveryValue(t *testing.T) {
	a := sample(t, "natural-resources-senior")
	a.Statement.Overflow = "放不下的字"
	a.Person.Name = " 陈土方 "
	steps := platform(t, a)
	want := map[int][]string{
		0: {"/平台网址=https://zcps.rlsbt.zj.gov.cn"},
		1: {
			"个人基本信息/姓名=陈土方", "个人基本信息/现工作单位名称=某市国土勘测规划院",
			"学历1/层次=本科", "学历1/取得地=国内", "学历1/取得时间=2009-06-30",
			"学历2/层次=硕士", "学历2/取得地=国内", "学历2/取得时间=2018-12-20",
			"职称与资历/现职称=工程师", "职称与资历/资格取得时间=2014-12-25", "职称与资历/聘任（任职）时间=2015-01-10",
			"职称与资历/从事专业技术工作开始时间=2009-07-15",
			"业绩1/名称=第三次全国国土调查（某区）", "业绩1/类别=公共服务", "业绩1/时间=2020-06", "业绩1/本人角色=技术负责人",
			"业绩4/名称=《土地整治项目测量技术规程》", "业绩4/类别=标准制定", "业绩4/时间=2020-01-09", "业绩4/本人角色=第三起草人",
		},
		2: {"/评审计划=2020年度自然资源领域高级工程师任职资格评审计划"},
		5: {"/专业=土地工程", "/申报级别=高级工程师", "/申报方式=正常", "/本人述职=" + a.Statement.Text},
		6: {"/业绩1=第三次全国国土调查（某区）", "/业绩4=《土地整治项目测量技术规程》"},
		9: {"/联系人=曹园敏 85157235、谢钟鑫 85109697"},
	}
	for i, values := range want {
		got := texts(steps[i])
		for _, v := range values {
			if !slices.Contains(got, v) {
				t.Errorf("step %d lacks %s:\n%s", i+1, v, strings.Join(got, "\n"))
			}
		}
	}
	for _, s := range steps {
		for _, v := range s.Values {
			if strings.Contains(v.Text, "放不下的字") || v.Text == "" || strings.Contains(v.Text, "学时") {
				t.Errorf("%s: %s is %q", s.Clause, v.Label, v.Text)
			}
			if v.File != (s.Clause == "附件1-4") {
				t.Errorf("%s: %s is a file: %t", s.Clause, v.Label, v.File)
			}
		}
		if got := missing(s); len(got) != 0 {
			t.Errorf("%s lacks %q", s.Clause, got)
		}
	}
	if len(steps[3].Values) != 1 || len(steps[7].Materials) < 4 || len(steps[9].Materials) != 2 {
		t.Errorf("photo %v, to upload %v, papers %v", texts(steps[3]), steps[7].Materials, steps[9].Materials)
	}
}

func TestHoursAreGivenAsThePlanAsksThem(t *testing.T) {
	steps := platform(t, sample(t, "forestry-engineer"))
	got := texts(steps[1])
	if !slices.Contains(got, "继续教育学时/2018年一般公需科目=17.5") {
		t.Errorf("hours: %q", got)
	}
	if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "行业公需") }) {
		t.Errorf("hours that the plan does not ask: %q", got)
	}
}

func TestTheUnitsDeadlineIsThatOfTheNotice(t *testing.T) {
	n, a := shipped(t), forms.New("shaoxing-2020")
	for hour, want := range map[int]string{24: "单位提交截止2020年9月23日（24时）", 17: "单位提交截止2020年9月23日（17时）", 0: "单位提交截止2020年9月23日"} {
		unitDay(n).Hour = hour
		if wait := guide.Platform(n, a, check.Run(n, a))[7].Wait; !strings.HasSuffix(wait.String(), want) {
			t.Errorf("hour %d: %s", hour, wait)
		}
	}
}

// What the platform would not take is not offered, but named as missing.
func TestWhatIsNotReadyIsNotOffered(t *testing.T) {
	limit := shipped(t).Statement.Limit
	for name, row := range map[string]struct {
		step, change string
		edit         func(*forms.Applicant)
		offered      bool
	}{
		"statement at the limit": {"附件1-6", "statement.text", func(a *forms.Applicant) { a.Statement.Text = strings.Repeat("字", limit) }, true},
		"statement beyond it":    {"附件1-6", "statement.text", func(a *forms.Applicant) { a.Statement.Text = strings.Repeat("字", limit+1) }, false},
		"route not sure":         {"附件1-6", "plan.route", func(a *forms.Applicant) { a.Plan.Route = forms.RouteUnsure }, false},
		"month alone":            {"附件1-2", "title.qualified_date", func(a *forms.Applicant) { a.Title.QualifiedDate = forms.ParseDate("2016年12月") }, true},
		"date unreadable":        {"附件1-2", "title.qualified_date", func(a *forms.Applicant) { a.Title.QualifiedDate = forms.ParseDate("去年") }, false},
		"hours unreadable": {"附件1-2", "continuing_education.2019.general_public", func(a *forms.Applicant) {
			forms.OfYear(forms.TrainingGeneralPublic, 2019).Enter(a, "十二")
		}, false},
		"no plan":  {"附件1-3", "plan.code", func(a *forms.Applicant) { a.Plan.Code = "" }, false},
		"no photo": {"附件1-4", "photo.file", func(a *forms.Applicant) { a.Photo = forms.Photo{} }, false},
	} {
		a := sample(t, "forestry-engineer")
		row.edit(a)
		for _, s := range platform(t, a) {
			if s.Clause == row.step && slices.Contains(missing(s), row.change) == row.offered {
				t.Errorf("%s: missing are %q, values %q", name, missing(s), texts(s))
			}
		}
	}
}

func TestEmptyApplicationNamesWhatIsMissing(t *testing.T) {
	steps := platform(t, forms.New("shaoxing-2020"))
	for i, want := range map[int][]string{
		1: {"applicant.name", "unit.name", "education.0.level", "education.0.origin", "education.0.award_date", "title.current", "title.qualified_date", "title.appointed_date", "achievements.0.name"},
		2: {"plan.code"}, 3: {"photo.file"}, 6: {"achievements.0.name"},
		5: {"plan.specialty", "plan.level", "plan.route", "statement.text"},
	} {
		if got := missing(steps[i]); !slices.Equal(got, want) {
			t.Errorf("step %d lacks %q, want %q", i+1, got, want)
		}
	}
	none := forms.New("shaoxing-2020")
	none.Title.Current = forms.TitleNone
	if got := missing(platform(t, none)[1]); slices.Contains(got, "title.qualified_date") {
		t.Error("who has no title is asked for its dates")
	}
}

// Only answers speak against a tick; what stays to do whatever is answered does not.
func TestWhatSpeaksAgainstATick(t *testing.T) {
	n := shipped(t)
	a := sample(t, "forestry-engineer")
	a.Unit.RecordReviewed, a.Discipline.CommitmentSigned = forms.No, forms.No
	report := check.Run(n, a)
	var against []string
	for _, s := range guide.Platform(n, a, report) {
		for _, f := range s.Against(report) {
			against = append(against, s.Clause+" "+f.ID)
		}
	}
	if want := []string{"附件1-2 record-review", "附件1-5 truthfulness-commitment"}; !slices.Equal(against, want) {
		t.Errorf("against the ticks: %q, want %q", against, want)
	}
}

func TestMarksTellValuesApart(t *testing.T) {
	seen := map[string]guide.PlatformValue{}
	for _, v := range []guide.PlatformValue{
		{Group: say.F("a"), Label: say.F("b"), Text: "c"},
		{Group: say.F("ab"), Label: say.Text{}, Text: "c"},
		{Group: say.F("a"), Label: say.Text{}, Text: "bc"},
		{Group: say.F("a"), Label: say.F("b"), Text: "c "},
		{Label: say.F("b"), Text: "c"},
		{},
	} {
		if other, ok := seen[v.Mark()]; ok {
			t.Errorf("%+v and %+v have one mark", v, other)
		}
		seen[v.Mark()] = v
		if v.Text != "" && strings.Contains(v.Mark(), v.Text) && len(v.Text) > 1 {
			t.Errorf("the mark of %+v shows it", v)
		}
	}
}
