package check_test

import (
	"strings"
	"testing"

	"zhicheng/assets"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
)

// Who cannot apply at all is told so, whatever else is open; who is not sure is not.
func TestBarring(t *testing.T) {
	n, err := notice.Load(assets.Notices(), "shaoxing-2020")
	if err != nil {
		t.Fatal(err)
	}
	foreign := func(permit forms.Permit) func(*forms.Applicant) {
		return func(a *forms.Applicant) { a.Person.Identity, a.Person.Permit = forms.IdentityForeign, permit }
	}
	for name, row := range map[string]struct {
		put   func(*forms.Applicant)
		found string // "" where nothing bars
	}{
		"empty":             {func(*forms.Applicant) {}, ""},
		"civil servant":     {func(a *forms.Applicant) { a.Scope.CivilServant = forms.CivilServant }, "您是公务员"},
		"reference managed": {func(a *forms.Applicant) { a.Scope.CivilServant = forms.ReferenceManaged }, "您是参照公务员法管理的人员"},
		"perhaps a servant": {func(a *forms.Applicant) { a.Scope.CivilServant = forms.ServiceUnsure }, ""},
		"no servant":        {func(a *forms.Applicant) { a.Scope.CivilServant = forms.NotCivilServant }, ""},
		"elsewhere":         {func(a *forms.Applicant) { a.Scope.EmployedHere = forms.No }, "您不在绍兴就业"},
		"perhaps elsewhere": {func(a *forms.Applicant) { a.Scope.EmployedHere = forms.YesNoOpen }, ""},
		"retired":           {func(a *forms.Applicant) { a.Scope.InService = forms.No }, "您不是在职人员"},
		"other work":        {func(a *forms.Applicant) { a.Scope.DoesSpecialtyWork = forms.No }, "您不从事所报专业的技术工作"},
		"perhaps other work": {func(a *forms.Applicant) {
			a.Scope.InService, a.Scope.EmployedHere, a.Scope.DoesSpecialtyWork = forms.YesNoOpen, forms.YesNoOpen, forms.YesNoOpen
		}, ""},
		"no permit":      {foreign(forms.PermitNone), "外籍人员持有的证件填的是“没有”"},
		"permit":         {foreign(forms.PermitForeignPermanentResidence), ""},
		"permit unknown": {foreign(""), ""},
		"other failure":  {func(a *forms.Applicant) { a.Discipline.Disclosed, a.Discipline.Pending = forms.No, forms.Yes }, ""},
		"two reasons": {func(a *forms.Applicant) {
			a.Scope.CivilServant, a.Scope.InService = forms.CivilServant, forms.No
		}, "您不是在职人员；您是公务员"},
	} {
		t.Run(name, func(t *testing.T) {
			a := forms.New(n.ID)
			row.put(a)
			r := check.Run(n, a)
			verdict, rest := r.Headline()
			if got := verdict.String() == check.Barred.String(); got != (row.found != "") {
				t.Fatalf("barred: %t, %s", got, verdict)
			}
			if !strings.HasPrefix(rest.String(), row.found) {
				t.Errorf("because: %s", rest)
			}
			for _, f := range r.Barring() {
				if f.Outcome != check.Fail || len(f.Otherwise) == 0 || len(f.Cites) == 0 {
					t.Errorf("%s bars without a clause, or nothing would change it", f.ID)
				}
			}
		})
	}
}
