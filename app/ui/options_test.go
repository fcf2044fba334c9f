package ui

import (
	"os"
	"slices"
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
)

// pagesUnder is what the plan page and the hours page say of an application of a plan.
func pagesUnder(t *testing.T, n *notice.Notice, code forms.PlanCode) (plan, hours string) {
	t.Helper()
	p, _ := n.Plan(code)
	a := forms.New(n.ID)
	a.Plan = forms.Plan{Specialty: p.Specialties[0], Level: p.Level, Code: code}
	d := sit(t, nil)
	d.config.Notice = n
	d.entry = library.Entry{Notice: n}
	d.files.begin(a, forms.StepPlan)
	plan = strings.Join(d.words(), "\n")
	d.Go(forms.StepContinuingEducation)
	return plan, strings.Join(d.words(), "\n")
}

func wantWords(t *testing.T, page string, wanted, unwanted []string) {
	t.Helper()
	for _, words := range wanted {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not say %q:\n%s", words, page)
		}
	}
	if i := slices.IndexFunc(unwanted, func(words string) bool { return strings.Contains(page, words) }); i >= 0 {
		t.Errorf("the page says %q:\n%s", unwanted[i], page)
	}
}

func TestPagesOfANoticeOfAnotherField(t *testing.T) {
	n, err := check.Load(os.DirFS("../../forms/notice/testdata"), "lanwan-2025")
	if err != nil {
		t.Fatal(err)
	}
	plan, hours := pagesUnder(t, n, "WS")
	wantWords(t, plan, []string{"结构设计", "水利工程", "其他", "澜湾市2025年度水利高级工程师评审计划", "绿色通道"}, []string{"林业", "转评再", "赋分", "高技能"})
	wantWords(t, hours, []string{"72", "42", "2023"}, []string{"林业", "90"})
}

func TestPagesOfASixthPlan(t *testing.T) {
	n, err := check.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	n.Plans = append(n.Plans, notice.Plan{
		Code: "NF", Name: "自然资源正高级工程师评审计划", Short: "自然资源正高级工程师", Field: "自然资源", Specialties: []forms.Specialty{"marine"},
		Level: forms.LevelFullSeniorEngineer, Routes: []forms.Route{forms.RouteNormal, forms.RouteUnsure}, Hours: "two_years", Tenure: notice.TenureExternal,
	})
	n.Hours = append(n.Hours, notice.HoursRule{ID: "two_years", Clause: "三（三）1", Years: []int{2019, 2020}, Rows: []forms.HoursRow{
		{Check: "ce-both", Subjects: []forms.Subject{"professional", "industry_public"}, Least: 33, Reading: forms.Together},
	}})
	n.Citations["ce-both"] = n.Citations[check.ProvincialHoursRule]
	plan, hours := pagesUnder(t, n, "NF")
	wantWords(t, plan, []string{"自然资源正高级工程师评审计划"}, []string{"破格条件"})
	wantWords(t, hours, []string{"33", "2019", "2020"}, []string{"2018", "2017", "18学时"})
}
