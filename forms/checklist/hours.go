package checklist

import (
	"fmt"
	"slices"
	"strconv"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
)

// hours prints the years of continuing education with their gaps, and a chart
// against the required line for each kind that has one.
func (b *builder) hours() {
	plan, ok := b.n.Plan(b.a.Plan.Code)
	rule := b.n.HoursOf(plan)
	if !ok || len(rule.Years) == 0 {
		return
	}
	b.heading(say.F("继续教育学时"))
	if table := b.yearTable(rule.Years); len(table.Columns) > 2 || len(rule.Rows) == 0 {
		b.add(table) // of one question the chart says as much
	}
	for _, row := range rule.Rows {
		b.add(b.chart(row, rule.Years))
	}
}

// yearTable has a line for each year and a column for each question that one of the
// years is asked.
func (b *builder) yearTable(years []int) paper.Table {
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("年度"), Share: 2}}, Rows: make([][]paper.Cell, len(years))}
	for i, year := range years {
		table.Rows[i] = []paper.Cell{{Text: fmt.Sprint(year)}}
	}
	demands := b.n.Demands(b.a)
	for question, p := range forms.YearPlaces(years[0]) {
		applies := func(year int) bool { return forms.YearPlaces(year)[question].Applies(b.a, demands) }
		if !slices.ContainsFunc(years, applies) {
			continue
		}
		table.Columns = append(table.Columns, paper.Column{Title: b.say(p.Column), Share: 3, Right: p.Kind == forms.KindNumber})
		for i, year := range years {
			table.Rows[i] = append(table.Rows[i], paper.Cell{Text: orDash(b.say(forms.YearPlaces(year)[question].Shown(b.a)))})
		}
	}
	return table
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

// chart compares the hours of each year with the line that the notice draws, as the
// findings measured them.
func (b *builder) chart(row forms.HoursRow, years []int) paper.BarChart {
	chart := paper.BarChart{
		Title: b.sayf("%s学时", row.Names()), Unit: b.sayf("学时"),
		Required: float64(row.Least), RequiredLabel: b.sayf("要求"),
	}
	for _, year := range years {
		f, _ := b.r.Find(check.OfYear(row.Check, year))
		chart.Bars = append(chart.Bars, b.bar(strconv.Itoa(year), f.Measure))
	}
	return chart
}

func (b *builder) bar(label string, m check.Measure) paper.Bar {
	bar := paper.Bar{Label: label, Value: float64(m.Value.Value()) / 100}
	switch gap := m.Gap(); {
	case !m.Value.Problem().Empty():
		bar.Note = b.sayf("看不懂")
	case !m.Value.Known():
		bar.Note = b.sayf("没填")
	case gap > 0:
		bar.Note = b.sayf("差%s", gap)
	}
	return bar
}
