package guide

import (
	"slices"
	"strings"

	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Term is a word of the notice or of this program with what it means.
type Term struct {
	Word    say.Text
	Meaning say.Text
	// Own: it is a word of this program, not of the notice.
	Own bool
}

// Terms are the words that applicants ask about: those that the notice has, then those of
// this program.
func Terms(n *notice.Notice) []Term {
	text := ""
	for _, c := range n.Clauses() {
		text += notice.Squeeze(c.Text) + "\n"
	}
	return slices.DeleteFunc(terms(), func(t Term) bool { return !t.Own && !strings.Contains(text, t.Word.String()) })
}

func terms() []Term {
	return []Term{
		{say.F("评审计划"), say.F("按专业和级别开的评审批次。申报时在平台上选一个，选错了评审机构不受理。"), false},
		{say.F("申报方式"), say.F("正常申报、破格、转评等。各有各的条件；拿不准先按正常申报核对。"), true},
		{say.F("破格"), say.F("年限不够、但有通知列出的突出业绩时的申报方式。要本人拿得出材料，由评审机构认定。"), false},
		{say.F("转评"), say.F("从别的系列转到这个专业来评。"), false},
		{say.F("人事隶属关系"), say.F("社会保险、人事档案、劳动关系这三样在哪里。职称申报原则上按它来，三样要一致。"), false},
		{say.F("委托评审"), say.F("不归本市管的单位，按规定办了委托手续，才能在本市评审。"), false},
		{say.F("一般公需"), say.F("继续教育里人人都学的公共科目，每年都有学时要求。"), false},
		{say.F("行业公需"), say.F("继续教育里本行业的公共科目；哪些专业、哪个级别要，看通知。"), false},
		{say.F("专业科目"), say.F("继续教育里和本职专业有关的课程、培训。"), false},
		{say.F("学时"), say.F("继续教育按它来计，每个年度分别核对。"), false},
		{say.F("后学历"), say.F("先有一个学历，工作以后又取得的学历或学位。刚取得不久的，看面试的条款。"), false},
		{say.F("任职年限"), say.F("任现职称的年数，算到通知写的那一天。从取得资格还是从聘任算起，看通知；通知没有写、两种算法结果又不同时，列为要问。"), false},
		{say.F("年度考核"), say.F("单位每年对您的考核结果，审查材料时要看。"), false},
		{say.F("述职"), say.F("您自己写的主要业绩，不能超过限定的字数。"), false},
		{say.F("业绩档案"), say.F("平台上您个人的业绩记录，由单位审核后才能用来申报。"), false},
		{say.F("公示"), say.F("单位审核通过以后公开申报人员的业绩，满规定的工作日、没有意见才能往上报。"), false},
		{say.F("主管部门"), say.F("管您单位的部门。有主管部门的，材料先交给它审核。"), false},
		{say.F("人才交流中心"), say.F("没有主管部门的企业，人事档案委托它代理的，通过它申报。"), false},
		{say.F("市直"), say.F("直接归市里管的单位；其余是区、县（市）的单位。决定材料从哪里报。"), false},
		{say.F("真实性保证书"), say.F("您对提交的材料真实性负责的承诺。"), false},
		{say.F("花名册"), say.F("申报人员的名单，随纸质材料一起交。"), false},
		{say.F("不符合"), say.F("照通知的任何一种读法都不行。先看条款和怎么办；有的可以补，有的今年不行。"), true},
		{say.F("要办"), say.F("条件能满足，但还有一件事没做，写着什么时候以前做完。"), true},
		{say.F("要问"), say.F("通知没有写清，或者要别人认定。清单上写好了怎么问，问到以后把答复记下来。"), true},
		{say.F("没填"), say.F("还没有回答，所以没法核对。"), true},
		{say.F("不适用"), say.F("这一条与您的情况无关。"), true},
		{say.F("演练"), say.F("通知的日期已经过了，程序就按当年申报那一天来核对，看看照这份规定行不行。"), true},
		{say.F("申报文件"), say.F("您填的全部内容和照片，存在一个以.zcapp结尾的文件里，只在您的电脑上。"), true},
		{say.F("通知包"), say.F("以.zcnotice结尾的文件，里面是另一份通知的原文和数字。打开以后，程序就能按那份通知核对。"), true},
	}
}
