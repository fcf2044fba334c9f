package guide

import (
	"strconv"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// DerivedRemark stands above every list of materials, which is no official one; of
// a notice without such a list it says so.
func DerivedRemark(n *notice.Notice) say.Text {
	if len(n.Cite(check.AttachmentList)) == 0 {
		return say.F("下面的清单是从通知的条款里找出来的，不是官方清单，以平台提示为准。")
	}
	return say.F("这份通知缺了“申报材料内容”部分（从四直接到六），下面的清单是从其他条款里找出来的，不是官方清单，以平台提示为准。")
}

// Material is something to prepare.
type Material struct {
	Name say.Text
	Note say.Text
	// Cite is the clause from which it follows. Without one the notice does not
	// name it, and it is listed because it will be needed.
	Cite notice.Citation
	// Check is the check that says whether it is there, "" for none.
	Check string
}

// Named reports whether the notice itself names the material.
func (m Material) Named() bool { return m.Cite.Clause != "" }

// Materials returns what this applicant has to prepare, only what applies, in the
// order of the platform's steps. It is derived: see [DerivedRemark].
func Materials(n *notice.Notice, a *forms.Applicant, r check.Report) []Material {
	b := &materials{n: n, a: a, r: r}
	b.always(check.PhotoBackground, say.F("白底证件照"), say.F("JPG，按“证件照”一步的五项检查"))
	b.always(check.TruthfulnessCommitment, say.Typed("《专业技术资格申报材料真实性保证书》"), say.F("手机扫码在线签署"))
	b.always(check.StatementLength, say.F("本人述职"), say.F("%d字以内", n.Statement.Limit))
	b.where(check.EducationVerification, say.F("学历备案表或学历认证报告"), verificationNote(a))
	b.where(check.ForeignEducation, say.Typed("《国外学历学位认证书》"), educationNames(a, forms.OriginForeign))
	b.where(check.HKMTEducation, say.Typed("《港澳台学历学位认证书》"), educationNames(a, forms.OriginHKMT))
	b.hours()
	b.where(check.SocialInsuranceProof, say.F("外省缴纳社保的证明"), say.F("要哪几个月的，通知没有写"))
	b.where(check.EntrustedReview, say.F("委托评审手续"), say.F("按人事管理权限办理，由单位出"))
	b.where(check.ResidencePermit, say.F("居留证件"), forms.PersonPermit.OptionLabel(string(a.Person.Permit)))
	b.where(check.PostInformationForm, say.F("《事业单位人员职称申报岗位信息表》扫描件"), say.F("主管部门和人力社保部门两个章"))
	b.where(check.DisciplineDisclosure, say.F("处分或正在处理问题的情况说明"), say.F("写什么格式，通知没有写"))
	b.where(check.AchievementsPeriod, say.F("业绩材料"), say.F("%d项，任现职以来，有代表性", len(a.Achievements)))
	if n.Engineer != nil {
		b.where(check.ExceptionalItems, say.F("破格条件的证明"), say.F("六项里的%d项，逐项准备", n.Engineer.Exceptional.Items))
	}
	b.always(check.PaperReviewForm, say.Typed("《专业技术职务任职资格评审表》"), say.F("%s，盖章", n.Papers.ReviewForm.Asked()))
	b.always(check.PaperRoster, say.Typed("《评审对象资格审查花名册》"), say.F("%s，由谁导出问单位", n.Papers.Roster.Asked()))
	b.list = append(b.list,
		Material{Name: say.F("职称证书和聘任文件"), Note: say.F("通知没有点名，但核对年限用得上")},
		Material{Name: say.F("年度考核情况"), Note: say.F("通知没有写哪几年、什么等次，主管部门会查"), Cite: first(n.Cite(check.AnnualAssessment))})
	return b.list
}

type materials struct {
	n    *notice.Notice
	a    *forms.Applicant
	r    check.Report
	list []Material
}

// always adds a material of every applicant, unless the notice does not cite it.
func (b *materials) always(key string, name, note say.Text) {
	if cites := b.n.Cite(key); len(cites) > 0 {
		b.list = append(b.list, Material{Name: name, Note: note, Cite: cites[0], Check: key})
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

// hours adds the proof of continuing education, year by year.
func (b *materials) hours() {
	plan, ok := b.n.Plan(b.a.Plan.Code)
	rule := b.n.HoursOf(plan)
	if !ok || len(rule.Years) == 0 {
		return
	}
	years := make([]say.Text, 0, 4)
	for _, y := range rule.Years {
		years = append(years, say.Typed(strconv.Itoa(y)))
	}
	key := rule.Evidence
	if key == "" {
		key = rule.Rows[0].Check
	}
	b.always(key, say.F("继续教育证明材料"), say.F("%s年，每年一份", say.Join("、", years...)))
}

// educationNames lists the educations from one origin: 本科、硕士.
func educationNames(a *forms.Applicant, origin forms.Origin) say.Text {
	var names []say.Text
	for _, e := range a.Education {
		if e.Origin == origin && e.Level != "" {
			names = append(names, forms.EducationGrade.OptionLabel(string(e.Level)))
		}
	}
	return say.Join("、", names...)
}

func verificationNote(a *forms.Applicant) say.Text {
	if names := educationNames(a, forms.OriginDomestic); !names.Empty() {
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
