package check_test

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// invented is a notice of another town and year, run through the same code.
func invented(t rapid.TB) *notice.Notice {
	t.Helper()
	n, err := notice.Load(os.DirFS("../notice/testdata"), "linxi-2023")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestDroppedSectionsBringNoChecks(t *testing.T) {
	var want []string
	for _, rule := range rules {
		id := rule.id
		switch {
		case strings.HasPrefix(id, "social-insurance"), id == "interview-forestry", id == "attachment-list", id == "report-channel",
			strings.HasPrefix(id, "ce-forestry-evidence"):
			continue
		case strings.HasPrefix(id, "ce-") && strings.Contains(id, "-20"):
			year := id[len(id)-1] - '0'
			id = id[:len(id)-4] + "202" + string('0'+(year+3)%10)
		}
		want = append(want, id)
	}
	var got []string
	for _, c := range check.All(invented(t)) {
		got = append(got, c.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("checks are\n%q\nwant\n%q", got, want)
	}
}

// inventedRows are single changes to an applicant whom the invented notice passes,
// on both sides of its own lines.
var inventedRows = []row{
	{"FE", "continuing_education.2020.general_public=23.5", "ce-general-public-2020=fail"},
	{"FE", "continuing_education.2022.general_public=23.5", "ce-general-public-2022=fail"},
	{"FE", "continuing_education.2023.general_public=23.5", "ce-general-public-2023=todo"},
	{"FE", held("2020-12-31", "2020-12-31"), "tenure-forestry-engineer=pass"},
	{"FE", held("2021-01-01", "2021-01-01"), "tenure-forestry-engineer=confirm"},
	{"FE", held("2021-01-02", "2021-01-02"), "tenure-forestry-engineer=fail"},
	{"FE", "education.0.level=associate; " + held("2018-12-31", "2018-12-31"), "tenure-forestry-engineer=pass"},
	{"FE", "education.0.level=associate; " + held("2019-01-02", "2019-01-02"), "tenure-forestry-engineer=fail"},
	{"FE", "education.0.level=master; " + held("2022-12-31", "2022-12-31"), "tenure-forestry-engineer=pass"},
	{"FE", "education.0.level=master; " + held("2023-01-02", "2023-01-02"), "tenure-forestry-engineer=fail"},
	{"FE", onRoute("ccnnnn", held("2021-12-31", "2021-12-31")), onRouteWell},
	{"FE", onRoute("cnnnnn", held("2022-01-02", "2022-01-02")), onRouteWell + "exceptional-years=fail exceptional-items=fail"},
	{"FE", onRoute("cdnnnn", below+"; "+held("2020-12-31", "2020-12-31")), onRouteWell + "exceptional-items=confirm education-verification=na"},
	{"FE", onRoute("ccnnnn", below+"; "+held("2021-01-02", "2021-01-02")), onRouteWell + "exceptional-years=fail education-verification=na"},
	{"FE", "education.0.award_date=2001-12-31; education.0.verification=none", "education-verification=na"},
	{"FE", "education.0.award_date=2002-06-30; education.0.verification=none", "education-verification=confirm"},
	{"FE", "education.0.award_date=2003-01-01; education.0.verification=none", "education-verification=todo"},
	{"FE", "discipline.cancelled_year=2017", "discipline-three-year-ban=pass"},
	{"FE", "discipline.cancelled_year=2018", "discipline-three-year-ban=fail"},
	{"FE", "discipline.cancelled_year=2022", "discipline-three-year-ban=fail"},
	{"FE", "discipline.cancelled_year=2023", "discipline-three-year-ban=confirm"},
	{"FE", "discipline.cancelled_year=2024", "discipline-three-year-ban=missing"},
	// One year from the sanction to the filing day of 2023-09-05; 3 years of office
	// and one more by the cut-off: from 2019-12-31.
	{"FE", sanctioned("demerit", "2022-09-05", "yes") + "; " + held("2019-12-31", "2019-12-31"), "discipline-disclosure=pass discipline-two-year-delay=pass"},
	{"FE", sanctioned("demerit", "2022-09-06", "yes") + "; " + held("2020-01-02", "2020-01-02"), "discipline-disclosure=pass discipline-two-year-delay=confirm"},
	{"FE", sanctioned("demerit", "2023-01-01", "yes") + "; " + held("2020-01-02", "2020-01-02"), "discipline-disclosure=pass discipline-two-year-delay=fail"},
	{"FE", days("2023-09-15", "2023-09-20"), "publicity-window=pass"},
	{"FE", days("2023-09-16", "2023-09-20"), "deadline-individual=fail"},
	{"FE", days("2023-09-05", "2023-09-21"), "deadline-unit=fail publicity-window=confirm"},
	{"FE", days("2023-09-05", "2023-09-22"), "deadline-unit=fail publicity-window=confirm"},
	{"FE", days("2023-09-05", "2023-09-25"), "deadline-unit=fail publicity-window=fail"},
	{"FE", "schedule.paper=2023-10-20", ""},
	{"FE", "schedule.paper=2023-10-21", "deadline-paper=fail"},
	{"FE", "photo.bytes=50000", "photo-file-size=fail"},
	{"FE", "photo.bytes=51200", "photo-file-size=confirm"},
	{"FE", "photo.bytes=1999999", ""},
	{"FE", "photo.bytes=2097152", "photo-file-size=fail"},
	{"FE", "photo.width=295; photo.height=414", "photo-pixels=confirm"},
	{"FE", "photo.width=294; photo.height=413", "photo-pixels=fail"},
	{"FE", "photo.width=760; photo.height=1000", "photo-ratio=fail"},
	{"FE", "photo.width=600; photo.height=1000", ""},
	{"FE", "statement.text=" + strings.Repeat("字", 1500), ""},
	{"FE", "statement.text=" + strings.Repeat("字", 1501), "statement-length=fail"},

	{"NS", "plan.level=full_senior_engineer", "plan-match=fail"},
	{"NS", "plan.level=full_senior_engineer; plan.code=NF; title.current=senior_engineer", ""},
	{"NS", "plan.specialty=marine", ""},
	{"NS", "plan.specialty=spatial_planning", "ce-natres-basis=confirm"},
	{"NS", later("yes", "2020-09-05"), ""},
	{"NS", later("yes", "2020-09-06"), "interview-natres=confirm"},
	{"NS", later("yes", "2020-12-31"), "interview-natres=confirm"},
	{"NS", later("yes", "2021-01-01"), "interview-natres=todo"},
	{"NS", "plan.route=re_evaluation", "interview-natres=todo"},
	{"NS", "continuing_education.2021.evidence=no", "ce-natres-evidence-2021=todo"},

	{"FS", "continuing_education.2021.total=72; continuing_education.2021.professional=42", "ce-forestry-total-2021=pass"},
	{"FS", "continuing_education.2021.total=71.5", "ce-forestry-total-2021=fail"},
	{"FS", "continuing_education.2022.professional=41.5", "ce-forestry-professional-2022=fail"},
	{"FS", public("2023", "9", "10.5"), "ce-forestry-public-2023=todo"},
	{"FS", public("2022", "10", "10"), "ce-forestry-public-2022=confirm"},
	{"FS", public("2022", "20", "20"), ""},
}

// movedTo2023 is the passing applicant of a plan three years later, with the hours
// and the photo that the invented notice asks for.
func movedTo2023(t *testing.T, n *notice.Notice, plan string) *forms.Applicant {
	a := passing(t, plan)
	a.Notice = n.ID
	edit(t, n, a, "achievements=; schedule.today=2023-09-01; schedule.individual_submit=2023-09-05; schedule.unit_pass=2023-09-08; schedule.paper=2023-10-20; "+
		"photo.width=480; photo.height=700; education.0.verification_valid_until=")
	if plan == "FE" {
		edit(t, n, a, held("2019-10-08", "2019-10-08")+"; education.0.award_date=2016-06-20")
	}
	for year := 2020; year <= 2023; year++ {
		a.ContinuingEducation[year] = forms.TrainingYear{
			Employed: forms.Yes, GeneralPublic: forms.ParseNumber("24"), IndustryPublic: forms.ParseNumber("20"),
			Professional: forms.ParseNumber("42"), Total: forms.ParseNumber("86"), Evidence: forms.Yes,
		}
	}
	return a
}

// everyonesTasks are left to do even for whom nothing is wrong.
var everyonesTasks = []string{"paper-review-form", "fee", "tenure-external", "department-condition", "achievements-period"}

func TestInventedNoticeJudgesByItsOwnNumbers(t *testing.T) {
	n := invented(t)
	rules := check.NewRules(n)
	for _, plan := range []string{"NS", "FS", "FE"} {
		for _, f := range rules.Run(movedTo2023(t, n, plan)).Findings {
			if f.Outcome >= check.Missing || f.Outcome == check.Todo && !slices.Contains(everyonesTasks, f.ID) {
				t.Errorf("%s: %s is %s (%s)", plan, f.ID, f.Outcome, f.Found)
			}
		}
	}
	for _, r := range inventedRows {
		a := movedTo2023(t, n, r.plan)
		want := outcomes(rules.Run(a))
		for _, part := range strings.Fields(r.want) {
			id, word, _ := strings.Cut(part, "=")
			if _, ok := want[id]; !ok {
				t.Fatalf("the notice has no check %s", id)
			}
			want[id] = words[word]
		}
		edit(t, n, a, r.changes)
		for _, f := range rules.Run(a).Findings {
			if f.Outcome != want[f.ID] {
				t.Errorf("%s, %.90s: %s is %s (%s), want %s", r.plan, r.changes, f.ID, f.Outcome, f.Found, want[f.ID])
			}
		}
	}
}

// No sentence of a finding under the invented notice carries a number or a name of
// the shipped one.
func TestInventedNoticeSaysItsOwnNumbers(t *testing.T) {
	n := invented(t)
	foreign := []string{
		"2001年以", "不少于18", "要求18", "要求90", "要求60", "12个月", "一年，能不能", "缴满一年", "1000字", "215", "0.65", "30K", "小于1M",
		"280", "63号", "三（三）3", "延迟2年", "次年起3年", "满2年以后", "2020年12月", "9月23日", "9月30日", "10月9日前送到",
		"5个工作日", "85157235", "24时", "A4", "A3", "3份", "附件1", "中推高", "节前", "4年以上", "2年左右", "有3项", "满4年", "15号", "56号", "64号", "浙土资发",
	}
	rapid.Check(t, func(r *rapid.T) {
		a := drawApplicant(r, n, 20)
		for _, f := range check.Run(n, a).Findings {
			for _, word := range foreign {
				text := f.Needed.String() + "\n" + f.Remedy.String() + "\n" + f.Question.String()
				if strings.Contains(text, word) {
					r.Fatalf("%s says %q: %s", f.ID, word, text)
				}
			}
			for _, cite := range f.Cites {
				if _, ok := n.Clause(cite.Clause); !ok {
					r.Fatalf("%s cites %s", f.ID, cite.Clause)
				}
			}
		}
	})
}

// What the notice says of its papers, hours and fees stands in its data.
func TestInventedNoticeSaysItsOwnWords(t *testing.T) {
	n := invented(t)
	a := movedTo2023(t, n, "FE")
	edit(t, n, a, "schedule.unit_pass=2023-09-25; schedule.paper=2023-10-21")
	for id, want := range map[string][3]string{ // found, needed, remedy
		"paper-review-form": {"评审表要打印一式2份、盖章", "一式2份，盖章", "在平台导出、打印，盖章后报送；花名册一式1份，由谁导出、打印，通知没有写，问单位人事"},
		"fee":               {"通知没有写这个计划的评审费；按平台显示的交", "按通知和平台提示", ""},
		"deadline-unit":     {"单位预计2023年9月25日通过，过了截止日2023年9月20日", "2023年9月20日截止", "和单位说好在9月20日前通过并提交"},
		"deadline-paper":    {"您打算2023年10月21日，过了截止日2023年10月20日", "2023年10月20日截止", "改到10月20日或更早"},
	} {
		f, _ := check.Run(n, a).Find(id)
		if f.Found.String() != want[0] || f.Needed.String() != want[1] || f.Remedy.String() != want[2] && want[2] != "" {
			t.Errorf("%s: %q, %q, %q", id, f.Found, f.Needed, f.Remedy)
		}
	}
	n.Engineer.Exceptional.Clause = "附件9（二）"
	n.Citations["department-condition"] = []notice.Citation{{Clause: "附件9（一）"}}
	edit(t, n, a, "education.0.level=secondary; forestry_engineer.ability.0=no")
	for id, part := range map[string]string{"tenure-forestry-engineer": "看附件9（二）的条件", "department-condition": "附件9（一）的能力条件①答了“否”"} {
		if f, _ := check.Run(n, a).Find(id); !strings.Contains(f.Found.String()+f.Remedy.String(), part) {
			t.Errorf("%s does not say %q: %q, %q", id, part, f.Found, f.Remedy)
		}
	}
}

// quotedWords are words in quotation marks.
var quotedWords = regexp.MustCompile(`“([^”]+)”`)

// What is quoted to an applicant is what the notice says, or a word of the program: its
// labels, the answers, or what the applicant typed.
func TestWhatIsQuotedIsInTheNotice(t *testing.T) {
	own := ""
	for _, p := range forms.Places(forms.New(""), forms.Demands{}) {
		own += p.Label.String() + "\n"
		for _, o := range p.Options {
			own += o.Label.String() + "\n"
		}
	}
	for _, step := range forms.Steps {
		own += step.Label().String() + "\n"
	}
	for _, id := range []string{"linxi-2023", "lanwan-2025"} {
		n, err := check.Load(os.DirFS("../notice/testdata"), id)
		if err != nil {
			t.Fatal(err)
		}
		text := own + fmt.Sprint(n.Answers(forms.PlanChoice.Info, forms.New("")), n.Answers(forms.PlanSpecialty.Info, forms.New("")), n.Answers(forms.PlanRoute.Info, forms.New("")))
		for _, c := range n.Clauses() {
			text += notice.Squeeze(c.Text) + "\n"
		}
		said := map[string]string{}
		t.Run(id, rapid.MakeCheck(func(r *rapid.T) {
			a := drawApplicant(r, n, 90)
			a.Schedule = forms.Schedule{}
			for _, f := range check.Run(n, a).Findings {
				for _, words := range []string{f.Found.String(), f.Remedy.String(), f.Needed.String(), f.Question.String()} {
					for _, m := range quotedWords.FindAllStringSubmatch(words, -1) {
						if !strings.Contains(text, notice.Squeeze(m[1])) && !strings.Contains(words, m[0]+"不能用") {
							said[m[1]] = f.ID + ": " + words
						}
					}
					for _, claim := range []string{"通知写了", "通知写的是", "通知另一处", "一处写", "一处说"} {
						if strings.Contains(words, claim) {
							said[claim] = f.ID + ": " + words
						}
					}
				}
			}
		}))
		for words, where := range said {
			t.Errorf("%s: %s in %s", id, words, where)
		}
	}
}

// Cover compares clauses and checks: nothing is left over in the shipped notice,
// and what the invented one lacks is named.
func TestCover(t *testing.T) {
	clean := check.Cover(shipped(t))
	if len(clean.Uncited)+len(clean.WithoutClause)+len(clean.Silent) > 0 {
		t.Errorf("shipped: no check cites %q, no clause backs %q, nothing rests on %q", clean.Uncited, clean.WithoutClause, clean.Silent)
	}
	for clause, key := range map[string]string{
		"三（三）2": "ce-general-public", "二（一）": "tenure-external/NS", "二（二）": "tenure-external/FF", "附件3（二）6": "exceptional-items",
	} {
		if !slices.Contains(clean.Citing[clause], key) {
			t.Errorf("%s is cited by %q, want %s", clause, clean.Citing[clause], key)
		}
	}
	c := check.Cover(invented(t))
	if !slices.Equal(c.Uncited, []string{"七"}) || !slices.Equal(c.WithoutClause, []string{"report-channel"}) {
		t.Errorf("invented: no check cites %q, no clause backs %q", c.Uncited, c.WithoutClause)
	}
}

// Every sentence of the shipped notice is used or has a reason: whatever is taken out
// of the data, the clause or the sentence that lost it is named.
func TestNoSentenceIsLost(t *testing.T) {
	n := shipped(t)
	lost := func(what string, c *notice.Notice) {
		if cover := check.Cover(c); len(cover.Uncited)+len(cover.Silent) == 0 {
			t.Errorf("without %s nothing is missed", what)
		}
	}
	for i := range n.PassedOver {
		c := *n
		c.PassedOver = slices.Delete(slices.Clone(n.PassedOver), i, i+1)
		lost(n.PassedOver[i].Quote, &c)
	}
	for _, key := range notice.Notes {
		c := *n
		c.Told = maps.Clone(n.Told)
		delete(c.Told, key)
		if key != notice.NoteStamps { // the same sentence names the printed forms
			lost("the note "+key, &c)
		}
	}
	for clause := range n.Informative {
		c := *n
		c.Informative = maps.Clone(n.Informative)
		delete(c.Informative, clause)
		lost(clause, &c)
	}
}

// A citation that belongs to no check is a slip of the notice's data.
func TestCitationsBelongToChecks(t *testing.T) {
	for _, n := range []*notice.Notice{shipped(t), invented(t)} {
		keys := map[string]bool{check.PaperRoster: true, check.ExportOrder: true} // of notes on the papers
		for _, c := range check.All(n) {
			keys[c.Key] = true
		}
		for key := range n.Citations {
			if !keys[key] {
				t.Errorf("%s: %q is cited by no check", n.ID, key)
			}
		}
	}
}

// A notice that lists four items asks four, and says four.
func TestFewerItems(t *testing.T) {
	n := invented(t)
	a := movedTo2023(t, n, "FE")
	edit(t, n, a, onRoute("ccnnnn", held("2021-12-31", "2021-12-31")))
	n.Engineer.Exceptional.Of = 4
	f, _ := check.Run(n, a).Find(check.ExceptionalItems)
	if f.Outcome != check.Pass || f.Needed.String() != "四项里有2项" || !strings.HasPrefix(f.Found.String(), "四项里确定有2项") {
		t.Errorf("%v: %s, needed %s", f.Outcome, f.Found, f.Needed)
	}
	for i := range forms.ExceptionalItemCount {
		if asked := forms.Of(forms.ForestryExceptional(i)).Applies(a, n.Demands(a)); asked != (i < 4) {
			t.Errorf("item %d is asked: %t", i+1, asked)
		}
	}
	edit(t, n, a, onRoute("cnnncc", held("2021-12-31", "2021-12-31")))
	if f, _ := check.Run(n, a).Find(check.ExceptionalItems); f.Outcome != check.Fail {
		t.Errorf("two items that are not in the notice count: %v", f.Outcome)
	}
}

// How many abilities there are is the notice's, and so are the names of departments,
// levels and the site of the account.
func TestNamesAndNumbersAreTheNotices(t *testing.T) {
	n := invented(t)
	a := movedTo2023(t, n, "FE")
	engineer := *n.Engineer
	n.Engineer = &engineer
	n.Engineer.Abilities = map[forms.Department][]string{"production": {"附件3（一）1", "附件3（一）1", "附件3（一）1"}, "research": {"附件3（一）1"}}
	n.Levels = map[forms.Level]string{forms.LevelSeniorEngineer: "副高"}
	edit(t, n, a, "forestry_engineer.department=production; forestry_engineer.ability.3=")
	f, _ := check.Run(n, a).Find("department-condition")
	if f.Outcome != check.Todo || f.Found.String() != "您选了“生产管理”，三条都认为具备；是否具备由评委判断" {
		t.Errorf("three abilities: %s, %s", f.Outcome, f.Found)
	}
	edit(t, n, a, "forestry_engineer.department=research; forestry_engineer.ability.1=no; account.personal_ready=no; affiliation.insurance_place=unsure")
	if f, _ = check.Run(n, a).Find("department-condition"); f.Outcome != check.Todo {
		t.Errorf("one ability: %s, %s", f.Outcome, f.Found)
	}
	report := check.Run(n, a)
	for id, want := range map[string]string{"personal-account": "平台个人账号还没注册", "affiliation-alignment": "问单位人事"} {
		if f, _ := report.Find(id); !strings.Contains(f.Found.String()+f.Remedy.String(), want) {
			t.Errorf("%s: %q, %q", id, f.Found, f.Remedy)
		}
	}
	if name := n.Label(forms.PlanLevel.Info, string(forms.LevelSeniorEngineer)).String(); name != "副高" {
		t.Errorf("the level is called %q", name)
	}
}
