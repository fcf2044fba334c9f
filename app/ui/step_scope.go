package ui

import (
	"zhicheng/forms"
	"zhicheng/forms/say"
)

func (p *page) buildScope() {
	p.card(say.F("申报人"), p.ask(
		forms.Of(forms.ScopeCivilServant), forms.Of(forms.ScopeEmployed), forms.Of(forms.ScopeInService),
		forms.Of(forms.ScopeSpecialtyWork), forms.Of(forms.PersonIdentity), forms.Of(forms.PersonPermit),
		forms.Of(forms.PersonName))...)
	p.card(say.F("单位"), p.ask(
		forms.Of(forms.UnitKind), forms.Of(forms.UnitName), forms.Of(forms.UnitCentral), forms.Of(forms.UnitEntrusted),
		forms.Of(forms.UnitHasDepartment), forms.Of(forms.UnitFileAgency), forms.Of(forms.UnitJurisdiction))...)
	p.card(say.F("账号和审核"), p.ask(
		forms.Of(forms.AccountReady), forms.Of(forms.UnitPlatform), forms.Of(forms.UnitRecord))...)
	p.card(say.F("人事关系和社保"), p.ask(
		forms.Of(forms.InsurancePlace), forms.Of(forms.FilePlace), forms.Of(forms.LabourPlace),
		forms.Of(forms.InsuranceMonths), forms.Of(forms.InsuranceNormal), forms.Of(forms.InsuranceProof))...)
	p.findings()
}

func (p *page) buildIntegrity() {
	p.card(say.F("处分和承诺"), p.ask(
		forms.Of(forms.DisciplineSanction), forms.Of(forms.DisciplineDate), forms.Of(forms.DisciplinePending),
		forms.Of(forms.DisciplineDisclosed), forms.Of(forms.DisciplineCancelled), forms.Of(forms.CommitmentSigned))...)
	p.card(say.F("岗位（事业单位）"), p.ask(
		forms.Of(forms.PostEstablishment), forms.Of(forms.PostRecommended), forms.Of(forms.PostStamps))...)
	p.findings()
}
