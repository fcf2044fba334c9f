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
	if missing := n.MissingSection(); !missing.Empty() && len(n.Cite(check.AttachmentList)) > 0 {
		return say.F("这份通知缺了“申报材料内容”部分（%s），下面的清单是从其他条款里找出来的，不是官方清单，以平台提示为准。", missing)
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
	b := &materials{n: n, a: a, r: r}
	b.always(check.PhotoBackground, say.F("白底证件照"), say.F("JPG，按“证件照”一步的五项检查"))
	b.always(check.TruthfulnessCommitment, say.Typed("《专业技术资格申报材料真实性保证书》"), say.F("手机扫码在线签署"))
	b.always(check.StatementLength, say.F("本人述职"), say.F("%d字以内", n.Statement.Limit))
	b.where(check.EducationVerification, say.F("学历备案表或学历认证报告"), verificationNote(n, a))
	b.where(check.ForeignEducation, say.Typed("《国外学历学位认证书》"), educationNames(n, a, from(forms.OriginForeign)))
	b.where(check.HKMTEducation, say.Typed("《港澳台学历学位认证书》"), educationNames(n, a, from(forms.OriginHKMT)))
	b.hours()
	b.where(check.SocialInsuranceProof, say.F("外省缴纳社保的证明"), say.F("要哪几个月的，通知没有写"))
	b.where(check.EntrustedReview, say.F("委托评审手续"), say.F("按人事管理权限办理，由单位出"))
	b.where(check.ResidencePermit, say.F("居留证件"), forms.PersonPermit.OptionLabel(string(a.Person.Permit)))
	b.where(check.PostInformationForm, say.F("《事业单位人员职称申报岗位信息表》扫描件"), say.F("主管部门和人力社保部门两个章"))
	b.where(check.DisciplineDisclosure, say.F("处分或正在处理问题的情况说明"), say.F("写什么格式，通知没有写"))
	b.achievements()
	if n.Engineer != nil {
		b.where(check.ExceptionalItems, say.F("破格条件的证明"), say.F("%s项里的%d项，逐项准备", forms.Numeral(n.Engineer.Exceptional.Of), n.Engineer.Exceptional.Items))
	}
	if form := n.Papers.ReviewForm; form != nil {
		b.always(check.PaperReviewForm, say.Typed("《专业技术职务任职资格评审表》"), stamped(n, form))
	}
	if form := n.Papers.Roster; form != nil {
		b.always(check.PaperRoster, say.Typed("《评审对象资格审查花名册》"), say.F("%s，由谁导出问单位", stamped(n, form)))
	}
	b.extras()
	return b.list
}

// stamped is how a form is printed, and whose stamps it carries (四（四）).
func stamped(n *notice.Notice, form *notice.Paper) say.Text {
	if len(n.Note(notice.NoteStamps)) == 0 {
		return say.F("%s，盖章", form.Asked())
	}
	return say.F("%s，单位、主管部门等盖章", form.Asked())
}

type materials struct {
	n    *notice.Notice
	a    *forms.Applicant
	r    check.Report
	list []Material
}

// always adds a material of every applicant, unless the notice does not cite it. The
// printed forms and the commitment are there only when everything else is.
func (b *materials) always(key string, name, note say.Text) {
	if cites := b.n.Cite(key); len(cites) > 0 {
		f, _ := b.r.Find(key)
		b.list = append(b.list, Material{Name: name, Note: note, Cite: cites[0], Check: key, Ready: f.Outcome == check.Pass})
	}
}

// where adds a material if the check of the same key applies to this applicant.
func (b *materials) where(key string, name, note say.Text) {
	f, ok := b.r.Find(key)
	if !ok || f.Outcome == check.NotApplicable || f.Outcome == check.Missing && !b.likely(key) {
		return
	}
	b.always(key, name, note)
}

// likely keeps what an unfinished application will need all the same.
func (b *materials) likely(key string) bool { return key == check.EducationVerification }

// hours adds the proof of continuing education, year by year, with those that are there.
func (b *materials) hours() {
	plan, _ := b.n.Plan(b.a.Plan.Code)
	rule := b.n.HoursOf(plan)
	if rule.Evidence == "" {
		return
	}
	lacks := func(year int) bool { return b.a.ContinuingEducation[year].Evidence != forms.Yes }
	ready := !slices.ContainsFunc(rule.Years, lacks)
	names := make([]say.Text, len(rule.Years))
	for i, y := range rule.Years {
		if names[i] = say.F("%d年", y); !ready && !lacks(y) {
			names[i] = say.F("%d年（已有）", y)
		}
	}
	b.always(rule.Evidence, say.F("继续教育证明材料"), say.F("%s，每年一份", say.Join("、", names...)))
	b.list[len(b.list)-1].Ready = ready
}

// achievements adds the material on the achievements, there where the answers say so.
func (b *materials) achievements() {
	rows, proved := 0, 0
	for _, r := range b.a.Achievements {
		if r == (forms.Achievement{}) {
			continue
		}
		if rows++; r.Evidence == forms.Yes {
			proved++
		}
	}
	note := say.F("任现职以来，有代表性")
	switch {
	case b.a.Title.Current == forms.TitleNone:
		note = say.F("近几年的，有代表性")
	case 0 < proved && proved < rows:
		note = say.F("%d项，任现职以来，有代表性；其中%d项已有证明", rows, proved)
	case rows > 0:
		note = say.F("%d项，任现职以来，有代表性", rows)
	}
	before := len(b.list)
	if b.always(check.AchievementsPeriod, say.F("业绩材料"), note); len(b.list) > before {
		b.list[before].Ready = rows > 0 && proved == rows
	}
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
		add(say.F("单位公示证明"), say.F("公示%d个工作日、没有异议，由单位出", p.Workdays), nil)
	}
	add(say.F("年度考核情况"), say.F("通知没有写哪几年、什么等次，主管部门会查"), b.n.Cite(check.AnnualAssessment))
	add(say.F("外语、计算机成绩和论文"), say.F("不是必备条件，有就附上，会计入量化评价"), b.n.Cite(check.LanguageComputerPaper))
}

// educationNames lists educations: 本科（2016年6月20日）、硕士. One that nobody can have by
// the cut-off counts in no check and needs no proof.
func educationNames(n *notice.Notice, a *forms.Applicant, wanted func(forms.Education) bool) say.Text {
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
	return say.Join("、", names...)
}

func from(origin forms.Origin) func(forms.Education) bool {
	return func(e forms.Education) bool { return e.Origin == origin }
}

// verificationNote names every degree that needs proof (三（四）).
func verificationNote(n *notice.Notice, a *forms.Applicant) say.Text {
	names := educationNames(n, a, func(e forms.Education) bool {
		year, _, _ := e.AwardDate.Last().Date()
		return e.Origin == forms.OriginDomestic && e.Level != forms.Secondary && (!e.AwardDate.Known() || n.Verify != nil && year >= n.Verify.SinceYear)
	})
	if !names.Empty() {
		return say.F("国内大专及以上，%s，二选一", names)
	}
	return say.F("国内大专及以上，二选一")
}

func first(cites []notice.Citation) notice.Citation {
	if len(cites) == 0 {
		return notice.Citation{}
	}
	return cites[0]
}
