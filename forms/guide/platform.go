package guide

import (
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// PlatformStep is one of the ten steps in which the platform is filled in
// (附件1), with this applicant's values ready to copy.
type PlatformStep struct {
	Clause string   // 附件1-1 …
	Name   string   // as the platform and 附件1 call the step
	Title  say.Text // what to do in it
	Values []PlatformValue
	// Missing are the places whose values the step needs and does not have, or has
	// in a form that the platform does not take.
	Missing []forms.Place
	// Materials are the papers that the step asks for.
	Materials []Material
	Checks    []string // the checks of answers that say whether the step is ready
	// Reminders are the checks that no answer settles: what to do, ask or mind in
	// this step.
	Reminders []string
	Wait      say.Text // what has to come from somebody else first
	Note      say.Text
}

// sheet is what the steps are made from.
type sheet struct {
	n *notice.Notice
	a *forms.Applicant
	r check.Report
}

// Platform returns the steps of 附件1 in their order, those that the notice has.
func Platform(n *notice.Notice, a *forms.Applicant, r check.Report) []PlatformStep {
	s := sheet{n, a, r}
	var steps []PlatformStep
	for _, step := range append(s.before(), s.after()...) {
		if clause, ok := n.Clause(step.Clause); ok {
			step.Name = stepName(clause)
			steps = append(steps, step)
		}
	}
	return steps
}

// stepName is how a clause of 附件1 begins: its number is left out, what follows
// the first full stop too.
func stepName(c notice.Clause) string {
	name, _, _ := strings.Cut(c.Text, "。")
	return strings.TrimLeft(name, "0123456789.、 ")
}

// before are the steps up to the promise, 附件1-1 to 附件1-5.
func (s sheet) before() []PlatformStep {
	person := s.person()
	return []PlatformStep{
		{
			Clause: s.n.PlatformSteps[notice.StepLogin], Title: say.F("用电脑登录平台"), Checks: []string{check.PersonalAccount},
			Values: []PlatformValue{{Label: say.F("平台网址"), Text: s.n.Platform}},
			Note:   s.loginNote(),
		},
		{
			Clause: s.n.PlatformSteps[notice.StepRecord], Title: say.F("完善个人信息和业绩档案，交单位审核"),
			Checks: []string{check.UnitAccount, check.RecordReview}, Values: person.values, Missing: person.missing,
			Wait: say.F("单位审核通过，才能做下一步"),
		},
		s.planStep(),
		s.photoStep(),
		s.promiseStep(),
	}
}

// promiseStep says how the promise is signed where the notice does.
func (s sheet) promiseStep() PlatformStep {
	step := PlatformStep{Clause: s.n.PlatformSteps[notice.StepPromise], Title: say.F("在平台上签真实性保证书"), Checks: []string{check.TruthfulnessCommitment}}
	if s.tells(notice.StepPromise, "扫描二维码") {
		step.Title, step.Note = say.F("用手机扫码签真实性保证书"), say.F("手边要有手机，用微信等扫平台上的二维码。")
	}
	return step
}

// tells reports whether the clause of a step has some words.
func (s sheet) tells(step notice.PlatformStep, words string) bool {
	clause, _ := s.n.Clause(s.n.PlatformSteps[step])
	return strings.Contains(notice.Squeeze(clause.Text), words)
}

// after are the steps from the application itself, 附件1-6 to 附件1-10.
func (s sheet) after() []PlatformStep {
	application, achievements := s.application(), s.achievements()
	chosen := say.F("只选有代表性的。")
	if s.n.Quotes(check.AchievementsPeriod, "不宜过多过杂") {
		chosen = say.F("只选有代表性的，不宜过多过杂。")
	}
	upload, papers := s.materials()
	return []PlatformStep{
		{
			Clause: s.n.PlatformSteps[notice.StepForm], Title: say.F("填写申报信息、选受理评审委员会、填本人述职"),
			Checks: []string{check.StatementLength}, Reminders: []string{check.CommitteeChoice},
			Values: application.values, Missing: application.missing,
			Note: say.F("这里又问学历、职称、学时的，第2步里都有。"),
		},
		{
			Clause: s.n.PlatformSteps[notice.StepAchievements], Title: say.F("从业绩档案里选任现职以来的业绩"), Checks: []string{check.AchievementsPeriod},
			Values: achievements.values, Missing: achievements.missing, Note: chosen,
		},
		{
			Clause: s.n.PlatformSteps[notice.StepAttachments], Title: say.F("上传附件"), Reminders: []string{check.AttachmentList}, Materials: upload,
			Wait: s.unitCheck(),
		},
		{
			Clause: s.n.PlatformSteps[notice.StepPayment], Title: say.F("缴纳费用"), Reminders: []string{check.Fee},
			Wait: say.F("材料经评审委员会审核通过，才能缴"), Note: s.withoutFee(),
		},
		{
			Clause: s.n.PlatformSteps[notice.StepReviewForm], Title: say.F("导出评审表，盖章报送"), Materials: papers,
			Reminders: []string{check.PaperReviewForm}, Values: s.address(),
			Wait: say.F("所在单位、主管部门盖章"), Note: Papers(s.n, s.a),
		},
	}
}

// loginNote says with which account one logs in.
func (s sheet) loginNote() say.Text {
	if s.n.Portal == nil {
		return say.F("用您的个人账号和密码登录。本软件不问您的密码。")
	}
	return say.F("用%s的个人账号和密码登录。本软件不问您的密码。", s.n.Name(s.n.Portal.Name))
}

// withoutFee is what the notice says to those for whom it prints no fee.
func (s sheet) withoutFee() say.Text {
	if f, _ := s.r.Find(check.Fee); f.Outcome == check.NotApplicable {
		return f.Found
	}
	return say.Text{}
}

// unitCheck says by when the unit has to have checked and submitted (四（二）).
func (s sheet) unitCheck() say.Text {
	d := s.n.On(notice.UnitDay)
	switch {
	case !s.n.Has(notice.UnitDay):
		return say.F("提交以后单位审核")
	case d.Hour == 0:
		return say.F("提交以后单位审核，单位提交截止%s", d.Day.Chinese())
	}
	return say.F("提交以后单位审核，单位提交截止%s（%d时）", d.Day.Chinese(), d.Hour)
}

// all are the checks and the reminders of a step.
func (s PlatformStep) all() []string { return slices.Concat(s.Checks, s.Reminders) }

// Ready returns the worst outcome of a step's checks.
func (s PlatformStep) Ready(r check.Report) check.Outcome {
	worst := check.NotApplicable
	for _, id := range s.all() {
		if f, ok := r.Find(id); ok && !f.Answered() {
			worst = max(worst, f.Outcome)
		}
	}
	return worst
}

// Findings returns what the checks say of a step, in their order.
func (s PlatformStep) Findings(r check.Report) []check.Finding {
	var list []check.Finding
	for _, id := range s.all() {
		if f, ok := r.Find(id); ok && !f.Answered() && f.Outcome != check.NotApplicable {
			list = append(list, f)
		}
	}
	return list
}

// Answered returns the questions of a step to which the applicant has an answer.
func (s PlatformStep) Answered(r check.Report) []check.Finding {
	var list []check.Finding
	for _, id := range s.all() {
		if f, ok := r.Find(id); ok && f.Answered() {
			list = append(list, f)
		}
	}
	return list
}

// Against returns the findings that a step which is done speaks against: answers
// that say that it cannot be done yet, or must not.
func (s PlatformStep) Against(r check.Report) []check.Finding {
	return slices.DeleteFunc(s.Findings(r), func(f check.Finding) bool {
		return f.Outcome != check.Fail && f.Outcome != check.Todo || !slices.Contains(s.Checks, f.ID)
	})
}

// Marks returns a mark of each value of a step; another value has another mark.
func (s PlatformStep) Marks() []string {
	marks := make([]string, len(s.Values))
	for i, v := range s.Values {
		marks[i] = v.Mark()
	}
	return marks
}
