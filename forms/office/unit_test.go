package office_test

import (
	"testing"

	"zhicheng/forms"
	"zhicheng/forms/office"
	"zhicheng/forms/store"
)

func TestSameUnit(t *testing.T) {
	a := plain(t, "forestry-engineer")
	b := office.SameUnit(a)
	if b.Unit.Name != a.Unit.Name || b.Unit.PlatformReady != a.Unit.PlatformReady || b.Affiliation != a.Affiliation || b.Notice != a.Notice {
		t.Errorf("the unit is %+v", b.Unit)
	}
	n := b.Clone()
	n.Unit, n.Affiliation, n.Scope, n.Notice, n.NoticeCopy = forms.Unit{}, forms.Affiliation{}, forms.Scope{}, "", forms.NoticeCopy{}
	if !store.Same(n, forms.New("")) {
		t.Error("something of the person is kept")
	}
	if b.Unit.RecordReviewed != "" || b.Account.PersonalReady != "" || b.Scope.InService != "" || b.Scope.CivilServant != "" {
		t.Error("answers about the person are kept")
	}
}
