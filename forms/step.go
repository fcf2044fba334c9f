package forms

import (
	"slices"

	"zhicheng/forms/say"
)

// Step is what is asked together while an application is prepared.
type Step string

// The steps, in their order.
const (
	StepPlan                Step = "plan"
	StepScope               Step = "scope"
	StepEducation           Step = "education"
	StepTitle               Step = "title"
	StepContinuingEducation Step = "continuing_education"
	StepPhoto               Step = "photo"
	StepStatement           Step = "statement"
	StepIntegrity           Step = "integrity"
	StepSchedule            Step = "schedule"
	StepResults             Step = "results"
)

// Steps lists the steps in their order.
var Steps = []Step{
	StepPlan, StepScope, StepEducation, StepTitle, StepContinuingEducation,
	StepPhoto, StepStatement, StepIntegrity, StepSchedule, StepResults,
}

// Pages lists the steps that have pages of their own: the planned days are asked with the
// results, from which they follow.
var Pages = slices.DeleteFunc(slices.Clone(Steps), func(s Step) bool { return s == StepSchedule })

var stepTexts = map[Step][2]say.Text{
	StepPlan:                {say.F("申报计划"), say.F("先定专业和级别，软件算出该选哪一个评审计划。")},
	StepScope:               {say.F("申报资格与单位"), say.F("谁可以报、从哪个单位报、账号和社保办好没有。")},
	StepEducation:           {say.F("学历"), say.F("申报用到的学历都填上，一行一个；不够就加一行。")},
	StepTitle:               {say.F("职称与资历"), say.F("年限都算到截止日；只知道月份也可以先填月份。")},
	StepContinuingEducation: {say.F("继续教育"), say.F("按年填已经登记的学时，可以有小数。")},
	StepPhoto:               {say.F("证件照"), say.F("照通知的要求检查、裁剪。照片只在这台电脑上处理，不会上传。")},
	StepStatement:           {say.F("述职与业绩"), say.F("本人述职和任现职以来的代表性业绩。")},
	StepIntegrity:           {say.F("诚信与岗位"), say.F("处分情况；事业单位还有岗位。只存在这台电脑上。")},
	StepSchedule:            {say.F("日程"), say.F("打算哪天办哪件事。")},
	StepResults:             {say.F("结果与清单"), say.F("逐条对照通知的结果，可以打印成自查清单。")},
}

// Label returns the step's Chinese name.
func (s Step) Label() say.Text { return stepTexts[s][0] }

// Lead returns one sentence that says what the step is for.
func (s Step) Lead() say.Text { return stepTexts[s][1] }
