package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

const (
	yearWidth   float32 = 46
	hoursWidth  float32 = 80
	resultWidth float32 = 146
	barLeast    float32 = 60 // a narrower bar says nothing; the words beside it remain
)

func (p *page) buildHours() {
	p.rows = func() string { return string(p.w.draft.View().Plan.Code) }
	demands := p.w.draft.Notice().Demands(p.w.draft.View())
	switch demands.Hours {
	case forms.HoursGeneralPublic:
		p.buildGeneralPublic(demands.Years)
	case forms.HoursForestry:
		p.buildForestry(demands.Years)
	case forms.HoursEvidence:
	default:
		p.main.Add(look.Card(look.SmallGap, look.NewText(p.w.sayf("先选评审计划，才知道要填哪几年、哪几科。"), look.Style{}),
			look.Row(0, look.NewButton(look.Outlined, p.w.sayf("去选评审计划"), func() { p.w.GoTo(forms.PlanChoice.Path) }))))
		return
	}
	p.buildEvidence(demands.Years)
	p.findings()
}

// buildGeneralPublic is the table of 三（三）2: one subject, four years.
func (p *page) buildGeneralPublic(years []int) {
	rule := p.w.draft.Notice().Hours.GeneralPublic
	p.lead.Set(p.w.sayf("申报工程师：%d—%d年，每年一般公需科目不少于%d学时。按年填已经登记的学时，可以有小数。",
		years[0], years[len(years)-1], rule.Least))
	table := look.Column(9)
	for _, year := range years {
		employed := p.field(forms.OfYear(forms.TrainingEmployed, year), field.Options{Bare: true})
		hours := p.field(forms.OfYear(forms.TrainingGeneralPublic, year), field.Options{Bare: true})
		bar, verdict := newBar(rule.Least), newVerdict()
		answers := employed.Choice().LineWidth()
		if len(table.Objects) == 0 {
			table.Add(p.tableHead(rule.Least, answers))
		}
		table.Add(look.Rule())
		table.Add(look.Cells(12, 3, look.Wide(yearWidth, p.year(year)), look.Wide(answers, employed.Object()),
			look.Wide(hoursWidth, hours.Object()), look.Roomy(barLeast, bar), look.Wide(resultWidth, verdict.object)))
		table.Add(hours.Trouble())
		p.updates = append(p.updates, func() {
			n := p.w.draft.View().ContinuingEducation[year].GeneralPublic
			verdict.show(p, hoursResult{check.OfYear(check.GeneralPublicHours, year), n, rule.Least}, bar)
		})
	}
	p.main.Add(look.Card(0, table))
}

func (p *page) tableHead(least int, answers float32) fyne.CanvasObject {
	return look.Cells(12, 3, look.Wide(yearWidth, p.small(say.F("年度"))), look.Wide(answers, p.small(say.F("这一年已参加工作吗"))),
		look.Wide(hoursWidth, p.small(say.F("一般公需学时"))), look.Roomy(barLeast, p.small(say.F("要求%d学时", least))), look.Wide(resultWidth, p.small(say.Text{})))
}

func (p *page) small(text say.Text) *look.Text {
	return look.NewText(p.w.Say(text), look.Style{Size: look.SizeSmall, Ink: look.Grey})
}

func (p *page) year(year int) *look.Text {
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

// hoursResult is a finding about hours, with the hours and what is required.
type hoursResult struct {
	finding  string
	hours    forms.Number
	required int
}

// show shows a result in words and as a bar.
func (v *verdict) show(p *page, r hoursResult, b *bar) {
	f, ok := p.w.draft.Report().Find(r.finding)
	show(v.object, ok && f.Outcome != check.NotApplicable)
	v.mark.SetMark(f.Outcome)
	gap := forms.Whole(r.required) - r.hours.Value()
	words := p.w.Say(f.Outcome.Word())
	switch {
	case f.Outcome == check.Fail && gap > 0:
		words = p.w.sayf("不符合，差%s", gap)
	case f.Outcome == check.Todo && gap > 0:
		words = p.w.sayf("还差%s，来得及", gap)
	}
	v.words.Set(words)
	b.set(r.hours, barInk(f.Outcome))
}

func barInk(o check.Outcome) look.Ink {
	if o == check.Fail || o == check.Todo || o == check.Confirm {
		return look.InkOf(o)
	}
	return look.Accent
}

// buildForestry is the table of 三（三）3（2）: a total and its parts, three years.
func (p *page) buildForestry(years []int) {
	rule := p.w.draft.Notice().Hours.Forestry
	p.lead.Set(p.w.sayf("林业正高级、高级工程师：%d—%d年，每年%d学时，其中专业科目%d、公需科目%d。可以有小数。",
		years[0], years[len(years)-1], rule.Total, rule.Professional, rule.Public))
	for _, year := range years {
		p.main.Add(p.forestryYear(year))
	}
	p.main.Add(p.readings(years))
}

func (p *page) forestryYear(year int) fyne.CanvasObject {
	rule := p.w.draft.Notice().Hours.Forestry
	inputs, troubles := look.Flow(28), look.Column(4)
	for _, f := range []forms.Field[forms.TrainingYear]{
		forms.TrainingTotal, forms.TrainingProfessional, forms.TrainingIndustryPublic, forms.TrainingGeneralPublic,
	} {
		input := p.field(forms.OfYear(f, year), field.Options{Bare: true})
		inputs.Add(look.Column(4, look.NewText(p.w.Say(f.Label), look.Style{Size: look.SizeNote, One: true}), look.Row(0, input.Object())))
		troubles.Add(input.Trouble())
	}
	rows := look.Column(6)
	training := func() forms.TrainingYear { return p.w.draft.View().ContinuingEducation[year] }
	for _, r := range []struct {
		key      string
		label    say.Text
		required int
		hours    func() forms.Number
	}{
		{check.ForestryTotalHours, say.F("全年合计"), rule.Total, func() forms.Number { return training().Total }},
		{check.ForestryProfessionalHours, say.F("专业科目"), rule.Professional, func() forms.Number { return training().Professional }},
		{check.ForestryPublicHours, say.F("公需科目合计"), rule.Public, func() forms.Number { return publicSum(training()) }},
	} {
		bar, verdict := newBar(r.required), newVerdict()
		label := look.NewText(p.w.sayf("%s，要%d", r.label, r.required), look.Style{Size: look.SizeNote, Ink: look.Grey})
		rows.Add(look.Cells(12, 1, look.Wide(128, label), bar, look.Wide(resultWidth+20, verdict.object)))
		p.updates = append(p.updates, func() {
			verdict.show(p, hoursResult{check.OfYear(r.key, year), r.hours(), r.required}, bar)
		})
	}
	return look.Card(14, p.title(say.F("%d年", year)), inputs, troubles, look.Rule(), rows)
}

// publicSum is the hours of both public subjects, unknown while neither is known.
func publicSum(y forms.TrainingYear) forms.Number {
	if !y.IndustryPublic.Known() && !y.GeneralPublic.Known() {
		return forms.Number{}
	}
	return forms.Exactly(y.IndustryPublic.Value() + y.GeneralPublic.Value())
}

// readings shows both ways to read the sentence about the public subjects.
func (p *page) readings(years []int) fyne.CanvasObject {
	rule := p.w.draft.Notice().Hours.Forestry
	table := look.Column(8)
	for _, year := range years {
		together, each := look.NewText("", look.Style{Size: look.SizeNote}), look.NewText("", look.Style{Size: look.SizeNote})
		table.Add(look.Cells(12, 2, look.Wide(yearWidth, p.year(year)), look.Wide(220, together), each))
		p.updates = append(p.updates, func() {
			y := p.w.draft.View().ContinuingEducation[year]
			together.Set(p.w.sayf("合计读法：%s", reach(publicSum(y), rule.Public)))
			each.Set(p.w.sayf("各自读法：行业公需%s，一般公需%s", reach(y.IndustryPublic, rule.Public), reach(y.GeneralPublic, rule.Public)))
		})
	}
	note := p.note(say.F("“公需科目不少于18学时”有两种读法：两科合计，或者每科各自。合计够了、各自不够，就列为要问。"))
	return look.Card(12, p.title(say.F("两种读法")), note, table)
}

// reach says how far hours are from what is required.
func reach(n forms.Number, required int) say.Text {
	gap := forms.Whole(required) - n.Value()
	switch {
	case !n.Known():
		return say.F("没填")
	case gap > 0:
		return say.F("%s（差%s）", n.Text(), gap)
	}
	return say.F("%s（够了）", n.Text())
}

// buildEvidence asks for the proof of each year's hours.
func (p *page) buildEvidence(years []int) {
	rows := look.Column(12)
	for _, year := range years {
		evidence := p.field(forms.OfYear(forms.TrainingEvidence, year), field.Options{Bare: true})
		rows.Add(look.Cells(12, 1, look.Wide(yearWidth, p.year(year)), evidence.Object()))
	}
	p.main.Add(look.Card(14, p.title(forms.TrainingEvidence.Label), rows))
}
