package page

import (
	"strconv"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

const (
	yearWidth   float32 = 46
	hoursWidth  float32 = 80
	resultWidth float32 = 146
	barLeast    float32 = 60 // a narrower bar says nothing; the words beside it remain
)

func buildHours(p *Page) {
	p.rows = func() string { return string(p.room.View().Plan.Code) }
	n := p.room.Draft().Notice()
	plan, _ := n.Plan(p.room.View().Plan.Code)
	rule := n.HoursOf(plan)
	if len(rule.Years) == 0 {
		p.Main.Add(look.Card(look.SmallGap, look.NewText(p.room.sayf("先选评审计划，才知道要填哪几年、哪几科。"), look.Style{}),
			look.Row(0, look.NewButton(look.Outlined, p.room.sayf("去选评审计划"), func() { p.room.GoTo(forms.PlanChoice.Path) }))))
		return
	}
	switch {
	case len(rule.Rows) == 1 && len(rule.Rows[0].Subjects) == 1:
		yearTable(p, rule.Years, rule.Rows[0])
	case len(rule.Rows) > 0:
		for _, year := range rule.Years {
			p.Main.Add(yearCard(p, year, rule.Rows))
		}
	}
	if rule.Evidence != "" {
		buildEvidence(p, rule.Years)
	}
	leadHours(p, rule)
	p.findings()
}

// leadHours says what the rule asks of each year.
func leadHours(p *Page, rule notice.HoursRule) {
	asked := make([]say.Text, len(rule.Rows))
	for i, row := range rule.Rows {
		asked[i] = say.F("%s不少于%d学时", row.Names(), row.Least)
	}
	if len(asked) > 0 {
		p.Lead.Set(p.room.sayf("%d—%d年，每年%s。按年填已经登记的学时，可以有小数。",
			rule.Years[0], rule.Years[len(rule.Years)-1], say.Join("、", asked...)))
	}
}

// yearTable is the table of a rule of one subject, a line a year.
func yearTable(p *Page, years []int, row forms.HoursRow) {
	table := look.Column(9, look.Cells(12, 2, look.Wide(yearWidth, small(p, say.F("年度"))),
		look.Wide(hoursWidth, small(p, say.F("%s学时", row.Names()))), look.Roomy(barLeast, small(p, say.F("要求%d学时", row.Least))),
		look.Wide(resultWidth, small(p, say.Text{}))))
	for _, year := range years {
		hours := p.field(forms.OfYear(row.Subjects[0].Field(), year), field.Options{Bare: true})
		bar, verdict := measured(p, check.OfYear(row.Check, year))
		table.Add(look.Rule())
		table.Add(look.Cells(12, 2, look.Wide(yearWidth, yearText(p, year)), look.Wide(hoursWidth, hours.Object()),
			look.Roomy(barLeast, bar), look.Wide(resultWidth, verdict)))
		table.Add(hours.Trouble())
		table.Add(p.field(forms.OfYear(forms.TrainingEmployed, year), field.Options{}).Object())
	}
	p.Main.Add(look.Card(0, table))
}

func small(p *Page, text say.Text) *look.Text {
	return look.NewText(p.room.Say(text), look.Style{Size: look.SizeSmall, Ink: look.Grey})
}

func yearText(p *Page, year int) *look.Text {
	return look.NewText(strconv.Itoa(year), look.Style{Size: look.SizeHead, One: true})
}

// verdict is the result at the end of a row: mark and a few words.
type verdict struct {
	mark   *look.Icon
	words  *look.Text
	object *fyne.Container
}

func newVerdict() *verdict {
	v := &verdict{mark: look.NewMark(check.Missing), words: look.NewText("", look.Style{One: true})}
	v.object = look.Row(6, v.mark, v.words)
	return v
}

// measured is the bar and the verdict of a finding about hours.
func measured(p *Page, id string) (*Bar, fyne.CanvasObject) {
	bar, verdict := newBar(), newVerdict()
	p.updates = append(p.updates, func() {
		f, _ := p.room.Draft().Report().Find(id)
		verdict.show(p, f)
		bar.set(f.Measure, barInk(f.Outcome))
	})
	return bar, verdict.object
}

// show shows a finding's outcome and gap in words.
func (v *verdict) show(p *Page, f check.Finding) {
	look.Show(v.object, f.ID != "" && f.Outcome != check.NotApplicable)
	v.mark.SetMark(f.Outcome)
	gap := f.Measure.Gap()
	words := p.room.Say(f.Outcome.Word())
	switch {
	case f.Outcome == check.Fail && gap > 0:
		words = p.room.sayf("不符合，差%s", gap)
	case f.Outcome == check.Todo && gap > 0:
		words = p.room.sayf("还差%s，来得及", gap)
	}
	v.words.Set(words)
}

func barInk(o check.Outcome) look.Ink {
	if o == check.Fail || o == check.Todo || o == check.Confirm {
		return look.InkOf(o)
	}
	return look.Accent
}

// yearCard is one year of a rule of several subjects: what is typed, and how far it
// reaches.
func yearCard(p *Page, year int, asked []forms.HoursRow) fyne.CanvasObject {
	inputs, troubles := look.Flow(28), look.Column(4)
	results := look.Column(6)
	typed := map[forms.Subject]bool{}
	for _, row := range asked {
		for _, subject := range row.Subjects {
			if typed[subject] {
				continue
			}
			typed[subject] = true
			input := p.field(forms.OfYear(subject.Field(), year), field.Options{Bare: true})
			inputs.Add(look.Column(4, look.NewText(p.room.Say(subject.Field().Label), look.Style{Size: look.SizeNote, One: true}), look.Row(0, input.Object())))
			troubles.Add(input.Trouble())
		}
		bar, verdict := measured(p, check.OfYear(row.Check, year))
		label := look.NewText(p.room.sayf("%s，要%d", row.Names(), row.Least), look.Style{Size: look.SizeNote, Ink: look.Grey})
		results.Add(look.Cells(12, 1, look.Wide(190, label), bar, look.Wide(resultWidth+20, verdict)))
	}
	employed := p.field(forms.OfYear(forms.TrainingEmployed, year), field.Options{})
	return look.Card(14, p.title(say.F("%d年", year)), inputs, troubles, employed.Object(), look.Rule(), results)
}

// buildEvidence asks for the proof of each year's hours.
func buildEvidence(p *Page, years []int) {
	rows := look.Column(12)
	for _, year := range years {
		evidence := p.field(forms.OfYear(forms.TrainingEvidence, year), field.Options{Bare: true})
		rows.Add(look.Cells(12, 1, look.Wide(yearWidth, yearText(p, year)), evidence.Object()))
	}
	p.Main.Add(look.Card(14, p.title(forms.TrainingEvidence.Label), rows))
}
