package guide

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// DerivedRemark stands above every list of materials, which is no official one; of
// a notice without such a list it says so.
func DerivedRemark(n *notice.Notice) say.Text {
	if missing, part := n.MissingSection(), check.AbsentPart(n); !missing.Empty() && part != "" {
		return say.F("这份通知缺了“%s”部分（%s），下面的清单是从其他条款里找出来的，不是官方清单，以平台提示为准。", part, missing)
	}
	return say.F("下面的清单是从通知的条款里找出来的，不是官方清单，以平台提示为准。")
}

// ReadableRemark says what becomes of scans that cannot be read; empty where the notice
// does not say so.
func ReadableRemark(n *notice.Notice) say.Text {
	cites := n.Note(notice.NoteReadable)
	if len(cites) == 0 {
		return say.Text{}
	}
	return say.F("扫描件要清楚：不符合要求或模糊不清的会退回重新填报（%s），耽误的由个人和单位承担。", cites[0].Clause)
}

// Material is something to prepare.
type Material struct {
	Name say.Text
	Note say.Text
	// Cite is the clause from which it follows.
	Cite notice.Citation
	// Check is the check that says whether it is asked for, "" for none.
	Check string
	Ready bool // the answers say that it is there
	Extra bool // the notice does not ask for it, and it will be of use
}

// Told is the note on a material, with whether it is there.
func (m Material) Told() say.Text {
	if m.Ready {
		return say.Join("", m.Note, say.F("（已有）"))
	}
	return m.Note
}

// Materials returns what this applicant has to prepare, only what applies, in the
// order of the platform's steps, and behind it what the notice does not name but is
// of use. It is derived: see [DerivedRemark].
func Materials(n *notice.Notice, a *forms.Applicant, r check.Report) []Material {
	plan, _ := n.Plan(a.Plan.Code)
	b := &materials{n: n, a: a, r: r, plan: plan}
	for _, m := range n.Materials {
		if b.asked(m) {
			b.add(m)
		}
	}
	b.extras()
	return b.list
}

type materials struct {
	n    *notice.Notice
	a    *forms.Applicant
	r    check.Report
	plan notice.Plan
	list []Material
}

// everybodys are the checks of what is everybody's, whatever the check comes to.
var everybodys = []string{
	check.PhotoBackground, check.TruthfulnessCommitment, check.StatementLength, check.AchievementsPeriod, check.PaperReviewForm, check.PaperRoster,
}

// asked reports whether a material is asked of this applicant: its plan and its
// condition are theirs, and its check applies to them. What an unfinished application
// will need all the same is kept.
func (b *materials) asked(m notice.Material) bool {
	f, made := b.r.Find(m.Check)
	switch {
	case len(m.Plans) > 0 && !slices.Contains(m.Plans, b.plan.Code), !holds(m.When, b.a):
		return false
	case m.Check == "", slices.Contains(everybodys, m.Check):
		return true
	case b.evidence(m.Check):
		return b.n.HoursOf(b.plan).Evidence == m.Check
	}
	return made && f.Outcome != check.NotApplicable && (f.Outcome != check.Missing || m.Check == check.EducationVerification)
}

// holds reports whether a condition is one of the applicant's.
func holds(when notice.Condition, a *forms.Applicant) bool {
	educated := func(o forms.Origin) bool { return slices.ContainsFunc(a.Education, from(o)) }
	switch when {
	case notice.WhenTitled:
		return a.Title.Current != "" && a.Title.Current != forms.TitleNone
	case notice.WhenPublicInstitution:
		return a.Unit.Type == forms.UnitPublicInstitution
	case notice.WhenExceptional:
		return a.Plan.Route == forms.RouteExceptional
	case notice.WhenForeign:
		return educated(forms.OriginForeign)
	case notice.WhenHKMT:
		return educated(forms.OriginHKMT)
	case notice.WhenSanctioned:
		return a.Discipline.Sanctioned()
	}
	return true
}

// evidence reports whether a check is that of the proof of hours of some plan.
func (b *materials) evidence(key string) bool {
	return slices.ContainsFunc(b.n.Hours, func(r notice.HoursRule) bool { return r.Evidence == key })
}

// add takes a material with what the notice says of it, and what the answers do.
func (b *materials) add(m notice.Material) {
	f, _ := b.r.Find(m.Check)
	list := Material{Name: b.n.Title(m), Check: m.Check, Cite: notice.Citation{Clause: m.Clause, Quote: m.Name}, Ready: f.Outcome == check.Pass}
	detail, remark := b.detail(m), b.words(m.Remark)
	switch {
	case m.Check == check.AchievementsPeriod:
		remark, list.Ready = b.achievements(remark)
	case b.evidence(m.Check):
		detail, list.Ready = b.hours()
	}
	list.Note = say.Join("，", b.words(m.For), b.words(m.Format), b.words(m.Limit), detail, remark, b.paper(m), bringer(m))
	b.list = append(b.list, list)
}

func (b *materials) words(chinese string) say.Text {
	if chinese == "" {
		return say.Text{}
	}
	return b.n.Name(chinese)
}

// paper is how a form is printed, and whose stamps it carries (四（四）).
func (b *materials) paper(m notice.Material) say.Text {
	switch asked := m.Asked(); {
	case asked.Empty():
		return say.Text{}
	case len(b.n.Note(notice.NoteStamps)) == 0:
		return say.F("%s，盖章", asked)
	default:
		return say.F("%s，单位、主管部门等盖章", asked)
	}
}

// bringer says who brings what the applicant does not bring alone; of a printed form
// also that the notice does not say who.
func bringer(m notice.Material) say.Text {
	switch {
	case len(m.Who) == 0 && m.Copies > 0:
		return say.F("由谁导出问单位")
	case len(m.Who) == 0, slices.Contains(m.Who, notice.Self):
		return say.Text{}
	}
	names := make([]say.Text, len(m.Who))
	for i, who := range m.Who {
		names[i] = check.Actor(who).Say()
	}
	return say.F("由%s出", say.Join("、", names...))
}

// detail is what the answers say of a material.
func (b *materials) detail(m notice.Material) say.Text {
	switch m.Check {
	case check.PhotoBackground:
		return say.F("按“证件照”一步的%s项检查", forms.Numeral(photoChecks(b.r)))
	case check.EducationVerification:
		return each(m, educationNames(b.n, b.a, toVerify(b.n)))
	case check.ForeignEducation:
		return each(m, educationNames(b.n, b.a, from(forms.OriginForeign)))
	case check.HKMTEducation:
		return each(m, educationNames(b.n, b.a, from(forms.OriginHKMT)))
	case check.ResidencePermit:
		return forms.PersonPermit.OptionLabel(string(b.a.Person.Permit))
	case check.ExceptionalItems:
		if b.n.Engineer != nil {
			return say.F("%s项里的%d项，逐项准备", forms.Numeral(b.n.Engineer.Exceptional.Of), b.n.Engineer.Exceptional.Items)
		}
	}
	return say.Text{}
}

// photoChecks is how many checks of the photo the notice brings.
func photoChecks(r check.Report) int {
	count := 0
	for _, f := range r.Findings {
		if f.Step == forms.StepPhoto {
			count++
		}
	}
	return count
}

// hours are the years of continuing education, with those of which the proof is there,
// and whether all are.
func (b *materials) hours() (note say.Text, ready bool) {
	rule := b.n.HoursOf(b.plan)
	lacks := func(year int) bool { return b.a.ContinuingEducation[year].Evidence != forms.Yes }
	ready = !slices.ContainsFunc(rule.Years, lacks)
	names := make([]say.Text, len(rule.Years))
	for i, y := range rule.Years {
		if names[i] = say.F("%d年", y); !ready && !lacks(y) {
			names[i] = say.F("%d年（已有）", y)
		}
	}
	return say.F("%s，每年一份", say.Join("、", names...)), ready
}

// achievements says how many achievements there are, and of how many the proof is there.
// Without a title nothing has been achieved since one.
func (b *materials) achievements(remark say.Text) (note say.Text, ready bool) {
	rows, proved := 0, 0
	for _, r := range b.a.Achievements {
		if r == (forms.Achievement{}) {
			continue
		}
		if rows++; r.Evidence == forms.Yes {
			proved++
		}
	}
	ready = rows > 0 && proved == rows
	switch {
	case b.a.Title.Current == forms.TitleNone:
		return say.F("近几年的，有代表性"), ready
	case 0 < proved && proved < rows:
		return say.F("%s；其中%d项已有证明", say.Join("，", say.F("%d项", rows), remark), proved), ready
	case rows > 0:
		return say.Join("，", say.F("%d项", rows), remark), ready
	}
	return remark, ready
}

// extras adds what the notice does not name but is of use.
func (b *materials) extras() {
	add := func(name, note say.Text, cites []notice.Citation) {
		b.list = append(b.list, Material{Name: name, Note: note, Cite: first(cites), Extra: true})
	}
	add(say.F("身份证"), say.Text{}, nil)
	add(say.F("毕业证书、学位证书"), say.Text{}, nil)
	if b.a.Title.Current != forms.TitleNone {
		add(say.F("职称证书和聘任文件"), say.Text{}, nil)
	}
	if plan, ok := b.n.Plan(b.a.Plan.Code); ok && b.n.HoursOf(plan).Evidence == "" {
		add(say.F("继续教育学时证明"), say.F("通知只要学时，没有要求交证明；主管部门会核对学时"), nil)
	}
	if p := b.n.Publicity; p != nil {
		add(say.F("单位公示证明"), say.F("公示%d个工作日、没有异议，由单位出", p.Days), nil)
	}
	years := say.F("主管部门会查")
	if check.NoYearsOfAssessment(b.n) {
		years = say.F("通知没有写哪几年、什么等次，主管部门会查")
	}
	add(say.F("年度考核情况"), years, b.n.Cite(check.AnnualAssessment))
	counted := say.F("不是必备条件，有就附上")
	if b.n.Quotes(check.LanguageComputerPaper, "量化评价") {
		counted = say.F("不是必备条件，有就附上，会计入量化评价")
	}
	add(say.F("外语、计算机成绩和论文"), counted, b.n.Cite(check.LanguageComputerPaper))
}

// educationNames lists educations: 本科（2016年6月20日）、硕士. One that nobody can have by
// the cut-off counts in no check and needs no proof.
func educationNames(n *notice.Notice, a *forms.Applicant, wanted func(forms.Education) bool) []say.Text {
	var names []say.Text
	for _, e := range a.Education {
		notGot := e.AwardDate.Known() && e.AwardDate.First() > n.Cutoff()
		if !wanted(e) || e.Level == "" || notGot {
			continue
		}
		name := forms.EducationGrade.OptionLabel(string(e.Level))
		if e.AwardDate.Known() {
			name = say.F("%s（%s）", name, e.AwardDate.Chinese())
		}
		names = append(names, name)
	}
	return names
}

// each joins the names of educations: of several, each needs a proof, and where one of two
// papers will do it is not one of two educations.
func each(m notice.Material, names []say.Text) say.Text {
	joined := say.Join("、", names...)
	switch {
	case len(names) < 2:
		return joined
	case len(m.Or) == 1:
		return say.F("%s，每个学历都要一份，两种证明", joined)
	}
	return say.F("%s，每个学历都要一份", joined)
}

func from(origin forms.Origin) func(forms.Education) bool {
	return func(e forms.Education) bool { return e.Origin == origin }
}

// toVerify are the degrees of which a proof is asked (三（四）).
func toVerify(n *notice.Notice) func(forms.Education) bool {
	return func(e forms.Education) bool {
		year, _, _ := e.AwardDate.Last().Date()
		return e.Origin == forms.OriginDomestic && e.Level != forms.Secondary && (!e.AwardDate.Known() || n.Verify != nil && year >= n.Verify.SinceYear)
	}
}

func first(cites []notice.Citation) notice.Citation {
	if len(cites) == 0 {
		return notice.Citation{}
	}
	return cites[0]
}
