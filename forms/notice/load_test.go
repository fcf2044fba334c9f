package notice_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/notice"
)

func shipped(t testing.TB) *notice.Notice {
	t.Helper()
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// invented is a notice of another town and year: other numbers, other dates, six
// plans, no section on insurance or forestry interviews.
func invented(t testing.TB) *notice.Notice {
	t.Helper()
	n, err := notice.Load(os.DirFS("testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// What is not compared again is read the same, and what cannot be read is refused.
func TestTrusted(t *testing.T) {
	n, err := notice.Trusted(assets.Notices(), "shaoxing-2020")
	if err != nil || !reflect.DeepEqual(n, shipped(t)) {
		t.Errorf("the notice differs, %v", err)
	}
	for name, files := range map[string]fstest.MapFS{
		"no such folder":    {},
		"no text":           {"x/notice.json": {Data: []byte("{}")}},
		"no data":           {"x/clauses.txt": {Data: []byte("§ 一\n一、x\n")}},
		"broken data":       {"x/notice.json": {Data: []byte("{")}, "x/clauses.txt": {Data: []byte("§ 一\n一、x\n")}},
		"data of no notice": {"x/notice.json": {Data: []byte(`{"year": "?"}`)}, "x/clauses.txt": {Data: []byte("§ 一\n一、x\n")}},
	} {
		if n, err := notice.Trusted(files, "x"); err == nil || n != nil {
			t.Errorf("%s: %v, %v", name, n, err)
		}
	}
}

func TestShippedNotice(t *testing.T) {
	n := shipped(t)
	if n.ID != "shaoxing-2020" || n.Year != 2020 || n.Number != "绍市自然资规办〔2020〕25号" || n.Version < 1 {
		t.Errorf("the notice is %s of %d, %s, version %d", n.ID, n.Year, n.Number, n.Version)
	}
	for code, name := range map[forms.PlanCode]string{
		"NS": "2020年度自然资源领域高级工程师任职资格评审计划",
		"NE": "2020年度绍兴市自然资源工程专业工程师任职资格评审计划",
		"FF": "2020年度浙江省林业工程正高级工程师专业技术职务任职资格评审申报计划",
		"FS": "2020年度浙江省林业工程高级工程师专业技术职务任职资格评审申报计划",
		"FE": "2020年度绍兴市林业工程专业工程师任职资格评审计划",
	} {
		plan, ok := n.Plan(code)
		if !ok || plan.Name != name {
			t.Errorf("%s is %q, want %q", code, plan.Name, name)
		}
	}
	if len(n.Plans) != 5 {
		t.Errorf("%d plans", len(n.Plans))
	}
}

// The hour, the papers and the fee without an amount stand in the clauses that
// are named for them, and the clause that passes over the roster does not name it.
func TestPapersHourAndFeeAsPublished(t *testing.T) {
	n := shipped(t)
	published := func(id, words string) {
		t.Helper()
		if c, _ := n.Clause(id); !strings.Contains(notice.Squeeze(c.Text), words) {
			t.Errorf("%s does not say %s", id, words)
		}
	}
	form, _ := n.Material("paper-review-form")
	roster, _ := n.Material("paper-roster")
	for _, p := range []notice.Material{form, roster} {
		published(p.Clause, fmt.Sprintf("%s（一式%d份，%s纸打印）", p.Name, p.Copies, p.Size))
	}
	published(n.On(notice.UnitDay).Clause, n.On(notice.UnitDay).Chinese().String())
	published(n.RecommendationFee.Clause, "除召开中评委会议收取“"+n.RecommendationFee.Name+"”外")
	for _, c := range n.Clauses() {
		if strings.HasPrefix(c.ID, roster.NotIn) && strings.Contains(c.Text, "花名册") {
			t.Errorf("%s names the roster", c.ID)
		}
	}
	if got := n.On(notice.UnitDay).Short().String() + " " + n.On(notice.PaperDay).Short().String(); got != "9月23日24时 10月9日" {
		t.Errorf("the deadlines read %s", got)
	}
}

func TestInventedNotice(t *testing.T) {
	n := invented(t)
	if len(n.Plans) != 6 || n.Insurance != nil || len(n.Interviews) != 1 || n.Year != 2023 {
		t.Errorf("the invented notice is not what its file says: %+v", n)
	}
	plan, ok := n.PlanFor("geology", forms.LevelFullSeniorEngineer)
	if !ok || plan.Code != "NF" {
		t.Errorf("full senior geologists have the plan %q", plan.Code)
	}
}

func TestPlanFor(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct {
		specialty forms.Specialty
		level     forms.Level
		want      forms.PlanCode
	}{
		{"geology", forms.LevelEngineer, "NE"},
		{"land", forms.LevelSeniorEngineer, "NS"},
		{"surveying", forms.LevelEngineer, "NE"},
		{"spatial_planning", forms.LevelSeniorEngineer, "NS"},
		{"marine", forms.LevelEngineer, "NE"},
		{"marine", forms.LevelFullSeniorEngineer, ""},
		{"forestry", forms.LevelEngineer, "FE"},
		{"forestry", forms.LevelSeniorEngineer, "FS"},
		{"forestry", forms.LevelFullSeniorEngineer, "FF"},
		{forms.SpecialtyOther, forms.LevelEngineer, ""},
		{"", "", ""},
	} {
		if plan, ok := n.PlanFor(row.specialty, row.level); plan.Code != row.want || ok != (row.want != "") {
			t.Errorf("%s, %s: %q, want %q", row.specialty, row.level, plan.Code, row.want)
		}
	}
}

func TestDemands(t *testing.T) {
	n := shipped(t)
	for code, want := range map[forms.PlanCode]struct {
		first, rows int
		evidence    bool
	}{
		"NS": {2018, 0, true}, "NE": {2017, 1, false}, "FF": {2018, 3, true}, "FS": {2018, 3, true}, "FE": {2017, 1, false},
	} {
		a := forms.New(n.ID)
		a.Plan.Code = code
		d := n.Demands(a)
		if len(d.Hours) != want.rows || d.Evidence != want.evidence || d.Years[0] != want.first || d.Years[len(d.Years)-1] != 2020 || d.Running != 2020 {
			t.Errorf("%s asks for %+v", code, d)
		}
		if d.Conditions != (code == "FE") {
			t.Errorf("%s: conditions %t", code, d.Conditions)
		}
	}
	if d := n.Demands(forms.New(n.ID)); d.Hours != nil || d.Years != nil || d.Routes != nil {
		t.Errorf("without a plan: %+v", d)
	}
	if n.HoursOf(notice.Plan{Hours: "nonsense"}).Years != nil {
		t.Error("an unknown rule has years")
	}
}

func TestAnswers(t *testing.T) {
	n := shipped(t)
	for code, want := range map[forms.PlanCode]string{
		"NS": "正常 破格 转评 不确定", "NE": "正常 破格 转评 不确定", "FE": "正常 破格 不确定",
		"FS": "正常 转评后再申报 标志性业绩 赋分 高技能人才 不确定",
		"FF": "正常 转评后再申报 标志性业绩 赋分 高技能人才 不确定",
		"":   "正常 破格 转评 转评后再申报 标志性业绩 赋分 高技能人才 不确定",
	} {
		a := forms.New(n.ID)
		a.Plan.Code = code
		var labels []string
		for _, o := range n.Answers(forms.PlanRoute.Info, a) {
			labels = append(labels, o.Label.String())
		}
		if got := strings.Join(labels, " "); got != want {
			t.Errorf("%s offers %s, want %s", code, got, want)
		}
	}
	if options := n.Answers(forms.PlanChoice.Info, forms.New(n.ID)); len(options) != 5 || options[0].Value != "NS" {
		t.Errorf("plans on offer: %v", options)
	}
}

// broken is the invented notice with one change to its numbers or its text.
func broken(t *testing.T, file, old, new string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"notice.json", "clauses.txt"} {
		data, err := os.ReadFile("testdata/linxi-2023/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if name == file {
			if !strings.Contains(string(data), old) {
				t.Fatalf("%s does not contain %q", file, old)
			}
			data = []byte(strings.Replace(string(data), old, new, 1))
		}
		files["linxi-2023/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}

func TestBadNoticesAreRefused(t *testing.T) {
	for name, row := range map[string]struct{ file, old, new, reason string }{
		"unknown key":          {"notice.json", `"place"`, `"town": "", "place"`, "不认识的部分“town”"},
		"unknown nested key":   {"notice.json", `"delay_years"`, `"delay_months": 1, "delay_years"`, "不认识的项目“delay_months”"},
		"not JSON":             {"notice.json", `"id"`, `id`, "notice.json"},
		"cut off":              {"notice.json", "  \"informative\": {", "\"informative\": {\x00", "notice.json"},
		"something behind":     {"notice.json", "\n}\n", "\n}\n{}", "后面多了内容"},
		"another id":           {"notice.json", `"linxi-2023"`, `"linxi-2024"`, "文件夹叫“linxi-2023”"},
		"dangling clause":      {"notice.json", `"clause": "三（三）", "since_year"`, `"clause": "九", "since_year"`, "没有条款“九”"},
		"dangling citation":    {"notice.json", `"clause": "三（四）", "quote"`, `"clause": "三（九）", "quote"`, "没有条款“三（九）”"},
		"dangling ability":     {"notice.json", `"production": ["附件3（一）1"`, `"production": ["附件3（一）9"`, "没有条款“附件3（一）9”"},
		"dangling information": {"notice.json", `"五": "指向附件2"`, `"五十": ""`, "informative.五十"},
		"altered quote":        {"notice.json", "作出真实性承诺", "作出承诺", "里没有原话“申报人员自行注册个人账号并作出承诺”"},
		"empty quote":          {"notice.json", `"申报人员自行注册个人账号并作出真实性承诺"`, `""`, "citations.truthfulness-commitment.0.quote）：是空的"},
		"altered text":         {"clauses.txt", "本人述职1500字", "本人述职2000字", "里没有原话“本人述职1500字以内”"},
		"text before a mark":   {"clauses.txt", "§ 文号\n", "", "clauses.txt 第1行：前面没有条款号"},
		"altered plan name":    {"notice.json", "年度林业工程师评审计划", "年度林业工程师评审方案", "附件1里没有“临溪市2023年度林业工程师评审方案”"},
		"plan code twice":      {"notice.json", `"code": "NF"`, `"code": "NS"`, "计划代码NS重复"},
		"hours without a rule": {"notice.json", `"hours": "forestry"`, `"hours": "weekly"`, "要的学时规则“weekly”没有写"},
		"interview dropped":    {"notice.json", `"hours": "forestry", "tenure": "external", "interview": ""`, `"hours": "forestry", "tenure": "external", "interview": "forestry"`, "面试规则“forestry”没有写"},
		"unknown tenure":       {"notice.json", `"tenure": "engineer"`, `"tenure": "years"`, "没有“years”"},
		"deadline outside":     {"notice.json", `"to": "2023-12-31"`, `"to": "2023-10-01"`, "日历没有包括2023-10-09"},
		"no publicity":         {"notice.json", `"days": 7`, `"days": 0`, "要写大于0的整数"},
		"three abilities":      {"notice.json", `"research": ["附件3（一）1", `, `"research": [`, "原文里有4条，这里写了3条"},
		"a month as a day":     {"notice.json", `"2023-09-15"`, `"2023-09"`, "要写成2020-09-23的样子"},
		"no such day":          {"notice.json", `"2023-09-15"`, `"2023-09-31"`, "要写成2020-09-23的样子"},
		"a number as a day":    {"notice.json", `"day": "2023-09-15"`, `"day": 20230915`, "日期要写成2020-09-23的样子"},
		"no copies":            {"notice.json", `"copies": 1`, `"copies": 0`, "要写大于0的整数"},
		"no such hour":         {"notice.json", `"day": "2023-09-20"`, `"day": "2023-09-20", "hour": 25`, "没有25时"},
		"dangling omission":    {"notice.json", `"copies": 1`, `"copies": 1, "not_in": "附件9"`, "没有条款“附件9”"},
		"dangling fee":         {"notice.json", `"materials"`, `"recommendation_fee": {"name": "x", "clause": "附件9"}, "materials"`, "没有条款“附件9”"},
		"photo contradicts":    {"notice.json", `"bytes_sure_above": 51200`, `"bytes_sure_above": 49999`, "照片要求"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := notice.Load(broken(t, row.file, row.old, row.new), "linxi-2023")
			if err == nil || !strings.Contains(err.Error(), row.reason) || !strings.Contains(err.Error(), "读取通知 linxi-2023") {
				t.Errorf("got %v, want %s", err, row.reason)
			}
		})
	}
	for _, missing := range []string{"linxi-2023/notice.json", "linxi-2023/clauses.txt"} {
		files := broken(t, "notice.json", "柳溪", "柳溪").(fstest.MapFS)
		delete(files, missing)
		if _, err := notice.Load(files, "linxi-2023"); err == nil {
			t.Errorf("loaded without %s", missing)
		}
	}
	for _, id := range []string{"nowhere-2020", "", "..", "../notices/shaoxing-2020", "/"} {
		if _, err := notice.Load(assets.Notices(), id); !errors.Is(err, notice.ErrNone) {
			t.Errorf("a notice that is not there, %q: %v", id, err)
		}
	}
}

// Every number of the shipped notice stands in the clause that is named beside it.
func TestNumbersStandInTheirClause(t *testing.T) {
	n := shipped(t)
	for _, row := range []struct {
		clause string
		phrase []string
	}{
		{n.Hours[0].Clause, []string{"2017-2020年", "每年不少于18学时"}},
		{n.Hours[1].Clause, []string{"(2018-2020)", "每年达到90学时", "不少于60学时", "一般公需科目不少于18学时"}},
		{n.Hours[2].Clause, []string{"近三年(2018-2020)", "浙土资发〔2017〕20号"}},
		{n.On(notice.CutoffDay).Clause, []string{"2020年12月31日"}},
		{n.Filing().Clause, []string{"个人网上申报截止时间为2020年9月23日", "预留5个工作日", "2020年9月30日"}},
		{n.On(notice.UnitDay).Clause, []string{"2020年9月23日24时", "预留5个工作日"}},
		{n.On(notice.SystemDay).Clause, []string{"系统申报截止时间为2020年9月30日"}},
		{n.On(notice.PaperDay).Clause, []string{"报送截止时间2020年10月9日"}},
		{n.Engineer.Clause, []string{"第二学士学位，从事助理工程师工作二年左右", "大学本科毕业，从事助理工程师工作四年以上", "大学专科毕业，从事助理工程师工作四年以上"}},
		{n.Engineer.Exceptional.Clause, []string{"不具备规定学历，担任助理工程师职务满四年", "具备规定学历，担任助理工程师职务满三年", "三项者"}},
		{n.Insurance.Clause, []string{"连续缴纳社会保险一年以上"}},
		{n.Verify.Clause, []string{"2001年以后"}},
		{n.Discipline.Clause, []string{"次年起3年内", "延迟2年申报"}},
		{n.Photo.Clause, []string{"大于30K且小于1M", "大于215*300", "大于等于0.65且小于等于0.8"}},
		{n.Statement.Clause, []string{"1000字以内"}},
		{n.Plans[0].Fee.Clause, []string{"评审费280元"}},
		{n.Interviews[0].Clause + "（2）", []string{"不满2年"}},
		{n.Contacts[0].Clause, []string{n.Contacts[0].Name, n.Contacts[0].Phone, n.Contacts[1].Name, n.Contacts[1].Phone, "2020年8月24日"}},
		{n.PostAddress.Clause, []string{n.PostAddress.Text}},
	} {
		clause, ok := n.Clause(row.clause)
		for _, phrase := range row.phrase {
			if !ok || !strings.Contains(notice.Squeeze(clause.Text), phrase) {
				t.Errorf("%s does not say %s", row.clause, phrase)
			}
		}
	}
	var least []int
	for _, rule := range n.Hours {
		for _, row := range rule.Rows {
			least = append(least, row.Least)
		}
	}
	if !slices.Equal(least, []int{18, 90, 60, 18}) {
		t.Errorf("hours are %v", least)
	}
	if d := n.Discipline; d.DelayYears != 2 || d.BanYears != 3 || n.Insurance.Months != 12 || n.Verify.SinceYear != 2001 || n.Statement.Limit != 1000 {
		t.Errorf("delay %+v, insurance %+v, verification %+v, statement %+v", d, n.Insurance, n.Verify, n.Statement)
	}
	if p := n.Photo.Spec; p.BytesFailAtMost != 30_000 || p.BytesSureAbove != 30*1024 || p.BytesSureBelow != 1_000_000 || p.BytesFailFrom != 1<<20 ||
		p.WidthAbove != 215 || p.HeightAbove != 300 || p.RatioMinHundredths != 65 || p.RatioMaxHundredths != 80 {
		t.Errorf("photo %+v", p)
	}
	if e := n.Engineer; e.Exceptional.YearsWithEducation != 3 || e.Exceptional.YearsWithout != 4 || e.Exceptional.Items != 3 ||
		e.Tenure[0].Years != 2 || !e.Tenure[0].About || e.Tenure[1].Years != 4 || e.Tenure[1].About {
		t.Errorf("engineer %+v", e)
	}
}
