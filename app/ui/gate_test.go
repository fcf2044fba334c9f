package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
)

// Who cannot apply meets a page that says so instead of the next questions, with the
// notice's words, the way back to the answer and the way on.
func TestTheGate(t *testing.T) {
	d := sit(t, nil)
	d.Go(forms.StepScope)
	d.GoTo(forms.ScopeCivilServant.Path)
	d.pick(forms.Of(forms.ScopeCivilServant), string(forms.ReferenceManaged))
	d.room.Proceed(page.Spot{Step: forms.StepPlan})
	if d.Step() != forms.StepPlan {
		t.Fatalf("what is before is at %s", d.Step())
	}
	d.Go(forms.StepScope)
	d.room.Proceed(page.Spot{Step: forms.StepEducation})
	if d.Step() != page.StepStop || !d.saysAll("公务员（含参照公务员法管理的工作人员）不得参加专业技术人才职称评审") {
		t.Fatalf("on %s: %q", d.Step(), d.words())
	}
	d.named = filepath.Join(t.TempDir(), "说明.pdf")
	d.tap("存一页说明（PDF）")
	if data, err := os.ReadFile(d.named); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("no PDF: %v", err)
	}
	d.tap("关闭")
	d.tap("改答案")
	if f := d.room.Page().Field(forms.ScopeCivilServant.Path); d.Step() != forms.StepScope || d.window.Canvas().Focused() != f.Focusable() {
		t.Fatalf("the answer is not asked, on %s", d.Step())
	}
	d.room.Proceed(page.Spot{Step: forms.StepTitle})
	d.tap("仍要继续填写")
	if d.Step() != forms.StepTitle {
		t.Fatalf("goes on to %s", d.Step())
	}
	d.room.Proceed(page.Spot{Step: forms.StepPhoto})
	if d.Step() != forms.StepPhoto {
		t.Error("told twice")
	}
	d.Go(forms.StepScope)
	d.draft.Enter(forms.Of(forms.ScopeInService), string(forms.No))
	d.room.Proceed(page.Spot{Step: forms.StepEducation})
	if d.Step() != page.StepStop {
		t.Error("another reason is not told")
	}
	d.room.Proceed(page.Spot{Step: forms.StepResults})
	if d.Step() != forms.StepResults || !d.saysAll(check.Barred.String()) || d.saysAll("项没填，") {
		t.Errorf("the results on %s: %q", d.Step(), d.words()[:8])
	}
}

// The way back to what stopped somebody goes with the answer that did.
func TestTheWayBackToTheGateGoes(t *testing.T) {
	d := sit(t, sample(t, "forestry-engineer"))
	d.draft.Enter(forms.Of(forms.ScopeCivilServant), string(forms.CivilServant))
	d.Go(forms.StepScope)
	d.room.Proceed(page.Spot{Step: forms.StepEducation})
	d.tap("改答案")
	if !d.room.Page().Back.Visible() {
		t.Fatal("no way back while it is true")
	}
	d.pick(forms.Of(forms.ScopeCivilServant), string(forms.NotCivilServant))
	if d.room.Page().Back.Visible() {
		t.Error("the way back is to what is not true any more")
	}
	d.GoTo(forms.EducationAward.Path)
	if d.room.Page().Back.Visible() && d.saysAll(check.Barred.String()) {
		t.Error("another page leads back to it")
	}
}

// The gate is for who is barred alone, and leads to the answer that bars.
func TestTheGateIsForTheBarred(t *testing.T) {
	for name, row := range map[string]struct {
		put func(*forms.Applicant)
		at  string // the answer that bars, "" for none
	}{
		"empty": {func(*forms.Applicant) {}, ""},
		"unsure": {func(a *forms.Applicant) {
			a.Scope.CivilServant, a.Scope.InService = forms.ServiceUnsure, forms.YesNoOpen
		}, ""},
		"work": {func(a *forms.Applicant) { a.Scope.DoesSpecialtyWork = forms.No }, forms.ScopeSpecialtyWork.Path},
		"permit": {func(a *forms.Applicant) {
			a.Person.Identity, a.Person.Permit = forms.IdentityForeign, forms.PermitNone
		}, forms.PersonIdentity.Path},
	} {
		a := sample(t, "forestry-engineer")
		if name == "empty" {
			a = forms.New("shaoxing-2020")
		}
		row.put(a)
		d := sit(t, a)
		d.Go(forms.StepScope)
		d.room.Proceed(page.Spot{Step: forms.StepEducation})
		if got := d.Step() == page.StepStop; got != (row.at != "") {
			t.Errorf("%s: stopped %t", name, got)
			continue
		}
		if row.at != "" {
			if got := d.room.BarringAnswer(d.draft.Report().Barring()[0]); got != row.at {
				t.Errorf("%s: leads to %s", name, got)
			}
		}
	}
}
