package checklist

import (
	"fmt"

	"zhicheng/forms"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// hours prints the years of continuing education with their gaps, and a chart
// against the required line for each kind that has one.
func (b *builder) hours() {
	plan, ok := b.n.Plan(b.a.Plan.Code)
	years := b.n.Years(plan.Hours)
	if !ok || len(years) == 0 {
		return
	}
	b.heading(say.F("继续教育学时"))
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("年度"), Share: 2}}}
	demands := b.n.Demands(b.a)
	for _, p := range forms.YearPlaces(years[0]) {
		if p.Applies(b.a, demands) {
			table.Columns = append(table.Columns, paper.Column{Title: titleWithoutYear(b.say(p.Label)), Share: 3, Right: p.Kind == forms.KindNumber})
		}
	}
	for _, year := range years {
		row := []paper.Cell{{Text: fmt.Sprint(year)}}
		for _, p := range forms.YearPlaces(year) {
			if p.Applies(b.a, demands) {
				row = append(row, paper.Cell{Text: orDash(b.say(p.Shown(b.a)))})
			}
		}
		table.Rows = append(table.Rows, row)
	}
	b.add(table)
	for _, chart := range b.charts(plan.Hours, years) {
		b.add(chart)
	}
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

// charts compares the hours of each year with the lines that the notice draws.
func (b *builder) charts(rule forms.HoursRule, years []int) []paper.BarChart {
	type line struct {
		title say.Text
		least int
		hours func(forms.TrainingYear) []forms.Number
	}
	var lines []line
	switch rule {
	case forms.HoursGeneralPublic:
		lines = []line{{say.F("一般公需科目"), b.n.Hours.GeneralPublic.Least, func(y forms.TrainingYear) []forms.Number {
			return []forms.Number{y.GeneralPublic}
		}}}
	case forms.HoursForestry:
		f := b.n.Hours.Forestry
		lines = []line{
			{say.F("全年合计"), f.Total, func(y forms.TrainingYear) []forms.Number { return []forms.Number{y.Total} }},
			{say.F("林业专业科目"), f.Professional, func(y forms.TrainingYear) []forms.Number { return []forms.Number{y.Professional} }},
			{say.F("行业公需和一般公需合计"), f.Public, func(y forms.TrainingYear) []forms.Number {
				return []forms.Number{y.IndustryPublic, y.GeneralPublic}
			}},
		}
	}
	charts := make([]paper.BarChart, len(lines))
	for i, l := range lines {
		charts[i] = paper.BarChart{Title: b.say(l.title), Unit: b.sayf("学时"), Required: float64(l.least), RequiredLabel: b.sayf("要求")}
		for _, year := range years {
			charts[i].Bars = append(charts[i].Bars, b.hoursBar(year, l.least, l.hours(b.a.ContinuingEducation[year])))
		}
	}
	return charts
}

func (b *builder) hoursBar(year, least int, parts []forms.Number) paper.Bar {
	var sum forms.Hundredths
	answered, unreadable := false, false
	for _, n := range parts {
		sum += n.Value()
		answered = answered || n.Known()
		unreadable = unreadable || !n.Problem().Empty()
	}
	bar := paper.Bar{Label: fmt.Sprint(year), Value: float64(sum) / 100}
	switch gap := forms.Whole(least) - sum; {
	case unreadable:
		bar.Note = b.sayf("看不懂")
	case !answered:
		bar.Note = b.sayf("没填")
	case gap > 0:
		bar.Note = b.sayf("差%s", gap)
	}
	return bar
}
