package forms

import (
	"slices"

	"zhicheng/forms/say"
)

// Joint is one question for several that most people answer alike.
type Joint struct {
	Label, Hint say.Text
	Alike       []Alike  // its answers
	Apart       say.Text // the answer to answer each by itself
	Fields      []Field[Applicant]
}

// Alike is an answer to several questions at once.
type Alike struct {
	Label  say.Text
	Values []string // in the order of the questions; one for all where they have the same
}

func (k Alike) value(i int) string { return k.Values[min(i, len(k.Values)-1)] }

// Joints are the questions that can be answered together.
var Joints = []Joint{
	{
		Label: say.F("在本市就业、在职、从事所报专业的技术工作，并且是内地身份吗？"),
		Hint:  say.F("已经退休的不算在职；外籍、港澳台的不是内地身份。有一样不是或者不确定的，分开答。"),
		Alike: []Alike{{say.F("都是"), []string{string(Yes), string(Yes), string(Yes), string(IdentityMainland)}}},
		Apart: say.F("不都是，分开答"), Fields: []Field[Applicant]{ScopeEmployed, ScopeInService, ScopeSpecialtyWork, PersonIdentity},
	},
	{
		Label: say.F("单位是市直的，还是区、县（市）的？"),
		Hint:  say.F("决定材料从哪里报、纸质材料交给谁。中央、省在本市的单位，例如央企、省属企业的分支，分开答。"),
		Alike: []Alike{
			{say.F("市直"), []string{string(No), string(JurisdictionCity)}},
			{say.F("区、县（市）"), []string{string(No), string(JurisdictionCounty)}},
		},
		Apart: say.F("中央、省的单位或不确定，分开答"), Fields: []Field[Applicant]{UnitCentral, UnitJurisdiction},
	},
	{
		Label: say.F("申报以前要办的四件事办好了吗？"),
		Hint:  say.F("登录平台的个人账号；单位在平台注册、授权、绑定名称；单位审核个人业绩档案；签真实性保证书。"),
		Alike: []Alike{{say.F("都办好了"), []string{string(Yes)}}, {say.F("都还没有"), []string{string(No)}}},
		Apart: say.F("有的办好了，分开答"), Fields: []Field[Applicant]{AccountReady, UnitPlatform, UnitRecord, CommitmentSigned},
	},
	{
		Label: say.F("社会保险、人事档案、劳动关系都在本市吗？"),
		Alike: []Alike{{say.F("都在本市"), []string{string(RegionHere)}}},
		Apart: say.F("不都在，分开答"), Fields: []Field[Applicant]{InsurancePlace, FilePlace, LabourPlace},
	},
	{
		Label: say.F("社保由现工作单位缴，现在正常参保缴费吗？"),
		Hint:  say.F("劳务派遣、人事代理的，看社保由谁缴。"),
		Alike: []Alike{{say.F("都是"), []string{string(Yes)}}},
		Apart: say.F("不都是，分开答"), Fields: []Field[Applicant]{InsurancePaidByEmployer, InsuranceNormal},
	},
	{
		Label: say.F("任现职期间受过处分，或者有正在被处理、调查的问题吗？"),
		Hint:  say.F("问这个是因为不如实写会被取消资格；答案只存在这台电脑上。"),
		Alike: []Alike{{say.F("都没有"), []string{string(SanctionNone), string(No)}}},
		Apart: say.F("有或不确定，分开答"), Fields: []Field[Applicant]{DisciplineSanction, DisciplinePending},
	},
	{
		Label: say.F("是编内人员，有空缺岗位并且单位推荐，岗位信息表两个章都盖了吗？"),
		Hint:  say.F("事业单位的人员才问；两个章是主管部门和人力社保部门的。"),
		Alike: []Alike{
			{say.F("都是"), []string{string(Established), string(Yes), string(StampsBoth)}},
			{say.F("都是，章还没盖"), []string{string(Established), string(Yes), string(StampsNone)}},
		},
		Apart: say.F("不都是，分开答"), Fields: []Field[Applicant]{PostEstablishment, PostRecommended, PostStamps},
	},
}

// Chosen returns which answer all its questions have, from 0; -1 for none of them. Open
// reports whether none of its questions has any.
func (j Joint) Chosen(a *Applicant) (answer int, open bool) {
	open = !slices.ContainsFunc(j.Fields, func(f Field[Applicant]) bool { return f.Text(a) != "" })
	return slices.IndexFunc(j.Alike, func(k Alike) bool {
		for i, f := range j.Fields {
			if f.Text(a) != k.value(i) {
				return false
			}
		}
		return true
	}), open
}

// Enter gives all its questions an answer, or none where the answer is -1.
func (j Joint) Enter(a *Applicant, answer int) {
	for i, f := range j.Fields {
		value := ""
		if answer >= 0 {
			value = j.Alike[answer].value(i)
		}
		f.Enter(a, value)
	}
}

// Asked reports whether any of its questions is asked.
func (j Joint) Asked(a *Applicant, d Demands) bool {
	return slices.ContainsFunc(j.Fields, func(f Field[Applicant]) bool { return f.asked(a, d, a) })
}
