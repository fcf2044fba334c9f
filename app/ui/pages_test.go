package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
)

// plans are applications of every plan, to see every page's every question.
func plans(t *testing.T) map[string]*forms.Applicant {
	all := map[string]*forms.Applicant{"empty": forms.New("shaoxing-2020")}
	for _, code := range []forms.PlanCode{"NS", "NE", "FF", "FS", "FE"} {
		a := sample(t, "forestry-engineer")
		a.Plan.Code, a.Plan.Route = code, forms.RouteExceptional
		a.Unit.Type, a.Unit.HasDepartment = forms.UnitEnterprise, forms.No
		a.Unit.CentralOrProvincial = forms.Yes
		a.Affiliation.InsurancePlace = forms.RegionOtherProvince
		a.Discipline.Sanction = forms.SanctionWarning
		a.Person.Identity = forms.IdentityForeign
		a.Education = append(a.Education, forms.Education{Origin: forms.OriginForeign})
		a.Statement.Overflow = "放不下的字"
		all[string(code)] = a
	}
	return all
}

func TestEveryQuestionIsOnItsPage(t *testing.T) {
	for name, a := range plans(t) {
		d := sit(t, a)
		demands := d.draft.Notice().Demands(a)
		for _, p := range forms.Places(a, demands) {
			if p.Kind == forms.KindFile {
				continue
			}
			if d.Step() != p.Step {
				d.Go(p.Step)
			}
			f := d.room.Page().Field(p.Path)
			asked := f != nil && visible(d, f.Object())
			if !asked && p.Applies(a, demands) { // on another page of the step, or folded
				d.GoTo(p.Path)
				f = d.room.Page().Field(p.Path)
				joint, folded := d.room.Page().Joint(p.Path)
				asked = f != nil && visible(d, f.Object()) || folded && visible(d, joint)
			}
			if asked != p.Applies(a, demands) {
				t.Errorf("%s: %s is asked: %t, applies: %t", name, p.Path, asked, p.Applies(a, demands))
			}
		}
	}
}

// visible reports whether o can be seen: neither it nor what it stands in is hidden.
func visible(d *desk, o fyne.CanvasObject) bool {
	seen := false
	walk(d.window.Content(), fyne.Position{}, func(other fyne.CanvasObject, _ fyne.Position) { seen = seen || other == o })
	return seen
}

func TestPagesAsGolden(t *testing.T) {
	for _, name := range samples {
		d := sit(t, sample(t, name))
		for _, page := range d.Pages() {
			page.Open()
			shown := fyne.CanvasObject(d.room.Page().Body)
			if d.checking != nil {
				shown = d.window.Content()
			}
			golden(t, name+"-"+page.Name+".txt", outline(shown))
		}
	}
}

// sizes are the smallest window, one of a small laptop and a large one.
var sizes = []fyne.Size{fyne.NewSize(SmallestWidth, SmallestHeight), fyne.NewSize(1024, 700), fyne.NewSize(1920, 1080)}

func TestNoTextIsClipped(t *testing.T) {
	all := plans(t)
	for language, names := range map[string][]string{"zh": {"empty", "FE", "NS"}, "en": {"FE", "FS"}} {
		for _, name := range names {
			d := sit(t, all[name])
			d.Speak(language)
			for _, size := range sizes {
				d.window.Resize(size)
				for _, page := range d.Pages() {
					page.Open()
					where := strings.Join([]string{language, name, page.Name}, " ")
					noTextIsClipped(t, d, where)
				}
			}
		}
	}
}

// noTextIsClipped holds every text against the widget that it stands in and
// against the window's width, and no two texts on one place.
func noTextIsClipped(t *testing.T, d *desk, where string) {
	t.Helper()
	type placed struct {
		words    string
		min, max fyne.Position
	}
	var texts []placed
	width := d.window.Canvas().Size().Width
	walk(d.window.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
		switch o := o.(type) {
		case *look.Text:
			if o.MinSize().Height > o.Size().Height+0.5 {
				t.Errorf("%s: “%s” is %v high and needs %v", where, o.Words(), o.Size().Height, o.MinSize().Height)
			}
		case *canvas.Text:
			right := at.X + o.MinSize().Width
			if o.Alignment != fyne.TextAlignCenter && right > width+0.5 {
				t.Errorf("%s: “%s” ends at %v in a window of %v", where, o.Text, right, width)
			}
			if o.Alignment != fyne.TextAlignCenter && o.Text != "" {
				texts = append(texts, placed{o.Text, at.AddXY(0, 6), at.AddXY(o.MinSize().Width, o.MinSize().Height-6)})
			}
		}
	})
	onPage := func(p placed) bool { return p.min.X > railWidth || !d.rail.object.Visible() }
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if onPage(a) == onPage(b) && a.min.X < b.max.X-1 && b.min.X < a.max.X-1 && a.min.Y < b.max.Y && b.min.Y < a.max.Y &&
				max(a.max.Y, b.max.Y) < d.window.Canvas().Size().Height-footHeight {
				t.Errorf("%s: “%s” and “%s” lie on each other", where, a.words, b.words)
			}
		}
	}
}

func TestAnswersShowTheirResultAtOnce(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.pick(forms.Of(forms.ScopeCivilServant), string(forms.CivilServant))
	if got := d.draft.View().Scope.CivilServant; got != forms.CivilServant {
		t.Fatalf("the draft holds %q", got)
	}
	f := d.room.Page().Field(forms.ScopeCivilServant.Path)
	if len(f.Below.Objects) != 1 {
		t.Fatalf("%d results below the question", len(f.Below.Objects))
	}
	if state := d.room.StateOf(forms.StepScope); state.Outcome != check.Fail {
		t.Errorf("the list of steps says %s", state.Outcome)
	}
	if !slices.Contains(d.words(), "您是公务员") {
		t.Errorf("the result is not shown: %q", d.words())
	}
	d.pick(forms.Of(forms.ScopeCivilServant), string(forms.NotCivilServant))
	if state := d.room.StateOf(forms.StepScope); state.Outcome == check.Fail {
		t.Error("the list of steps still says fail")
	}
}

func TestConditionalQuestionsComeAndGo(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	shown := func(f forms.Field[forms.Applicant]) bool { return visible(d, d.room.Page().Field(f.Path).Object()) }
	if shown(forms.PersonPermit) {
		t.Error("the permit is asked of everybody")
	}
	d.pick(forms.Of(forms.PersonIdentity), string(forms.IdentityHKMT))
	if !shown(forms.PersonPermit) {
		t.Error("the permit is not asked of applicants from Hong Kong")
	}
	d.Undo()
	if shown(forms.PersonPermit) {
		t.Error("after undo the permit is still asked")
	}
}

func TestHoursShowGapAndBar(t *testing.T) {
	a := sample(t, "forestry-engineer")
	a.ContinuingEducation = forms.ContinuingEducation{}
	d := sit(t, a)
	d.Go(forms.StepContinuingEducation)
	for year, hours := range map[int]string{2018: "17.5", 2020: "12"} {
		d.write(forms.OfYear(forms.TrainingGeneralPublic, year), hours)
	}
	for _, want := range []string{"不符合，差0.5", "还差6，来得及"} {
		if !slices.Contains(d.words(), want) {
			t.Errorf("“%s” is not shown", want)
		}
	}
}

func TestRowsAreAddedMovedRemovedAndBroughtBack(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepEducation)
	level := func(i int) forms.EducationLevel { return d.draft.View().Education[i].Level }
	d.pick(forms.OfEducation(forms.EducationGrade, 0), string(forms.Bachelor))
	d.tap("再加一个学历")
	d.pick(forms.OfEducation(forms.EducationGrade, 1), string(forms.Master))
	d.tap("上移")
	if level(0) != forms.Master || level(1) != forms.Bachelor {
		t.Errorf("after moving: %s, %s", level(0), level(1))
	}
	d.tap("删除")
	if n := len(d.draft.View().Education); n != 1 || level(0) != forms.Bachelor {
		t.Errorf("after removing: %d rows", n)
	}
	d.Undo()
	if n := len(d.draft.View().Education); n != 2 || level(0) != forms.Master {
		t.Errorf("after undo: %d rows", n)
	}
}

// The plan is taken as soon as specialty and level lead to it, moves along with them
// and says so; another can be chosen, and then stays.
func TestPlanIsTakenAndMovesAlong(t *testing.T) {
	d := sit(t, nil)
	d.pick(forms.Of(forms.PlanSpecialty), "forestry")
	d.pick(forms.Of(forms.PlanLevel), string(forms.LevelSeniorEngineer))
	is := func(code forms.PlanCode, said ...string) {
		t.Helper()
		if got := d.draft.View().Plan.Code; got != code || !d.saysAll(said...) {
			t.Errorf("the plan is %s, not %s; %q is said: %t", got, code, said, d.saysAll(said...))
		}
	}
	is("FS", "您报：")
	d.pick(forms.Of(forms.PlanLevel), string(forms.LevelEngineer))
	is("FE", "计划跟着专业和级别换了")
	d.tap("撤销")
	is("FS", "您报：")
	d.tap("换一个")
	d.pick(forms.Of(forms.PlanChoice), "NS")
	is("NS", "该选：")
	d.pick(forms.Of(forms.PlanLevel), string(forms.LevelEngineer))
	is("NS", "该选：")
	d.tap("选“林业工程师”")
	is("FE", "您报：")
	d.pick(forms.Of(forms.PlanLevel), string(forms.LevelSeniorEngineer))
	if d.room.Page().Field(forms.PlanLevel.Path) == nil {
		t.Error("the page is gone")
	}
	d.Go(forms.StepContinuingEducation)
	if d.room.Page().Field(forms.OfYear(forms.TrainingTotal, 2019).Path) == nil {
		t.Error("the hours of the plan are not asked")
	}
}

func TestResultsLeadToTheQuestionAndBack(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepContinuingEducation)
	d.write(forms.OfYear(forms.TrainingGeneralPublic, 2019), "1")
	d.Go(forms.StepResults)
	f, ok := d.draft.Report().Find("ce-general-public-2019")
	if !ok || f.Outcome != check.Fail {
		t.Fatalf("the year is %v", f.Outcome)
	}
	d.room.Visit(f)
	if d.Step() != forms.StepContinuingEducation {
		t.Fatalf("the link leads to %s", d.Step())
	}
	if d.window.Canvas().Focused() == nil {
		t.Error("no question has the focus")
	}
	d.tap("回到“结果与清单”")
	if d.Step() != forms.StepResults {
		t.Errorf("back is %s", d.Step())
	}
}

func TestClauseOpensInPlace(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.pick(forms.Of(forms.ScopeCivilServant), string(forms.CivilServant))
	const words = "公务员（含参照公务员法管理的工作人员）不得参加专业技术人才职称评审"
	has := func() bool {
		return slices.ContainsFunc(d.words(), func(s string) bool { return strings.Contains(s, words) })
	}
	if has() {
		t.Error("the clause is open from the start")
	}
	d.tap("依据")
	if !has() {
		t.Error("the clause does not open")
	}
	d.tap("依据")
	if has() {
		t.Error("the clause does not close")
	}
}

func TestAnswersOfOthersAreNoted(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.Go(forms.StepResults)
	before := len(d.draft.Report().Standing())
	d.tap("展开，逐条复制")
	d.tap("问清了")
	overlay := d.window.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("no dialog")
	}
	test.Type(d.window.Canvas().Focused(), "单位人事说不用")
	d.tap("记下")
	if len(d.draft.View().Confirmed) != 1 {
		t.Fatalf("%d answers noted", len(d.draft.View().Confirmed))
	}
	answered := d.draft.Report().Answered()
	if len(answered) != 1 || len(d.draft.Report().Standing()) > before {
		t.Errorf("%d answered", len(answered))
	}
	d.tap("重新问")
	if len(d.draft.View().Confirmed) != 0 {
		t.Error("the answer stays")
	}
}

// A scroll cuts off the softened edge of a card that touches its own.
func TestNoCardTouchesTheEdgeOfItsScroll(t *testing.T) {
	d := sit(t, sample(t, samples[0]))
	for _, size := range []fyne.Size{fyne.NewSize(1024, 700), fyne.NewSize(1920, 1080)} {
		d.window.Resize(size)
		for _, page := range d.Pages() {
			page.Open()
			walk(d.room.Page().Body, fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
				scroll, ok := o.(*look.Scroll)
				if !ok {
					return
				}
				walk(scroll.Content, at, func(o fyne.CanvasObject, in fyne.Position) {
					if card, ok := o.(*look.Panel); ok && (in.X < at.X+1 || in.X+card.Size().Width > at.X+scroll.Size().Width-1) {
						t.Errorf("%v %s: a card from %.0f to %.0f in a scroll from %.0f to %.0f", size, page.Name,
							in.X, in.X+card.Size().Width, at.X, at.X+scroll.Size().Width)
					}
				})
			})
		}
	}
}
