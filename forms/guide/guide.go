// Package guide says what follows from the answers: the plan that fits and why
// the others do not, the materials to prepare, the way of the papers, the days
// that count, and the values to put into the platform. Window, printed list and
// command line show the same.
//
// It judges nothing: outcomes come from package check.
package guide

import (
	"slices"

	"zhicheng/forms"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// PlanFit says of one evaluation plan whether it fits specialty and level.
type PlanFit struct {
	Plan   notice.Plan
	Fits   bool
	Chosen bool
	// Reason is why it does not fit, or cannot be told yet; empty where it fits.
	Reason say.Text
}

// Plans returns every plan of the notice, in its order, with whether it fits
// (附件1-3).
func Plans(n *notice.Notice, a *forms.Applicant) []PlanFit {
	fits := make([]PlanFit, len(n.Plans))
	for i, p := range n.Plans {
		fits[i] = PlanFit{Plan: p, Chosen: p.Code == a.Plan.Code, Reason: planReason(n, p, a)}
		fits[i].Fits = fits[i].Reason.Empty()
	}
	return fits
}

func planReason(n *notice.Notice, p notice.Plan, a *forms.Applicant) say.Text {
	var reasons []say.Text
	switch s := a.Plan.Specialty; {
	case s == "":
		reasons = append(reasons, say.F("还没填专业"))
	case !slices.Contains(p.Specialties, s):
		reasons = append(reasons, say.F("专业是%s，这个计划是%s的", n.Label(forms.PlanSpecialty.Info, string(s)), specialtyNames(n, p)))
	}
	switch l := a.Plan.Level; {
	case l == "":
		reasons = append(reasons, say.F("还没填级别"))
	case l != p.Level:
		reasons = append(reasons, say.F("报的是%s，这个计划评%s", n.Label(forms.PlanLevel.Info, string(l)), n.Label(forms.PlanLevel.Info, string(p.Level))))
	}
	return say.Join("；", reasons...)
}

func specialtyNames(n *notice.Notice, p notice.Plan) say.Text {
	names := make([]say.Text, len(p.Specialties))
	for i, s := range p.Specialties {
		names[i] = n.Label(forms.PlanSpecialty.Info, string(s))
	}
	return say.Join("、", names...)
}

// Papers says to whom the papers go (四（四）); empty where the notice asks for none.
func Papers(n *notice.Notice, a *forms.Applicant) say.Text {
	if !n.OnPaper() {
		return say.Text{}
	}
	if n.Receiver == nil {
		return say.F("纸质材料交到哪里，问单位人事。")
	}
	office := n.Name(n.Receiver.Name)
	text := map[forms.Jurisdiction]say.Text{
		forms.JurisdictionCity:   say.F("市直单位：交给单位，由单位统一报送。"),
		forms.JurisdictionCounty: say.F("区、县（市）单位：交给当地%s，由它统一报送。", office),
	}[a.Unit.Jurisdiction]
	if text.Empty() {
		text = say.F("区、县（市）的交给当地%s，市直单位的交给单位，由它们统一报送。", office)
	}
	if n.PostAddress != nil {
		text = say.Join("", text, say.F("不方便的也可以邮寄：%s（以当年通知为准）。", n.PostAddress.Text))
	}
	return text
}

// Contacts returns the notice's contacts in one line.
func Contacts(n *notice.Notice) say.Text {
	var list []say.Text
	for _, c := range n.Contacts {
		list = append(list, say.Typed(c.Name+" "+c.Phone))
	}
	return say.Join("、", list...)
}

// Expired says that the notice's dates have passed on the given day; empty where
// they have not or the day is not known.
func Expired(n *notice.Notice, today forms.Date) say.Text {
	last := n.Closes()
	if !today.Known() || today.Last() <= last.Day.Day {
		return say.Text{}
	}
	what := milestoneName(n, last)
	if last.Kind == notice.PaperDay {
		what = say.F("纸质材料%s截止", last.Day.Chinese())
	} else {
		what = say.Join("", what, last.Day.Chinese())
	}
	return say.F("这份通知的日期已经过了（%s）。本软件只按这份%d年度通知核对；其他年度以当年通知为准。", what, n.Year)
}
