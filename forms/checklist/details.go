package checklist

import (
	"fmt"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/paper"
)

// hours prints the years of continuing education with their gaps, and a chart
// against the required line for each kind that has one.
func (b *builder) hours() {
	plan, ok := b.n.Plan(b.a.Plan.Code)
	years := b.n.Years(plan.Hours)
	if !ok || len(years) == 0 {
		return
	}
	b.heading("继续教育学时")
	table := paper.Table{Columns: []paper.Column{{Title: "年度", Share: 2}}}
	demands := b.n.Demands(b.a)
	for _, p := range forms.YearPlaces(years[0]) {
		if p.Applies(b.a, demands) {
			title := strings.TrimPrefix(p.Label, fmt.Sprintf("%d年", years[0]))
			table.Columns = append(table.Columns, paper.Column{Title: title, Share: 3, Right: p.Kind == forms.KindNumber})
		}
	}
	for _, year := range years {
		row := []paper.Cell{{Text: fmt.Sprint(year)}}
		for _, p := range forms.YearPlaces(year) {
			if p.Applies(b.a, demands) {
				row = append(row, paper.Cell{Text: orDash(p.Shown(b.a))})
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
		title string
		least int
		hours func(forms.TrainingYear) []forms.Number
	}
	var lines []line
	switch rule {
	case forms.HoursGeneralPublic:
		lines = []line{{"一般公需科目", b.n.Hours.GeneralPublic.Least, func(y forms.TrainingYear) []forms.Number {
			return []forms.Number{y.GeneralPublic}
		}}}
	case forms.HoursForestry:
		f := b.n.Hours.Forestry
		lines = []line{
			{"全年合计", f.Total, func(y forms.TrainingYear) []forms.Number { return []forms.Number{y.Total} }},
			{"林业专业科目", f.Professional, func(y forms.TrainingYear) []forms.Number { return []forms.Number{y.Professional} }},
			{"行业公需和一般公需合计", f.Public, func(y forms.TrainingYear) []forms.Number {
				return []forms.Number{y.IndustryPublic, y.GeneralPublic}
			}},
		}
	}
	charts := make([]paper.BarChart, len(lines))
	for i, l := range lines {
		charts[i] = paper.BarChart{Title: l.title, Unit: "学时", Required: float64(l.least), RequiredLabel: "要求"}
		for _, year := range years {
			charts[i].Bars = append(charts[i].Bars, hoursBar(year, l.least, l.hours(b.a.ContinuingEducation[year])))
		}
	}
	return charts
}

func hoursBar(year, least int, parts []forms.Number) paper.Bar {
	var sum forms.Hundredths
	answered, unreadable := false, false
	for _, n := range parts {
		sum += n.Value()
		answered = answered || n.Known()
		unreadable = unreadable || n.Problem() != ""
	}
	bar := paper.Bar{Label: fmt.Sprint(year), Value: float64(sum) / 100}
	switch gap := forms.Whole(least) - sum; {
	case unreadable:
		bar.Note = "看不懂"
	case !answered:
		bar.Note = "没填"
	case gap > 0:
		bar.Note = "差" + gap.String()
	}
	return bar
}

func (b *builder) calendar() {
	b.heading(fmt.Sprintf("日程（%d年）", b.n.Year))
	table := paper.Table{Columns: []paper.Column{{Title: "日期", Share: 8}, {Title: "事项", Share: 14}, {Title: "说明", Share: 16}, {Title: "谁", Share: 6}, {Title: "条款", Share: 6}}}
	for _, e := range guide.Agenda(b.n, b.a) {
		ref := b.clause(e.Clause)
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: e.When()},
			{Text: e.Title, Bold: e.Kind == guide.Official},
			{Text: e.Note},
			{Text: actors(e.Who)},
			{Text: ref.Label, Link: ref.Anchor},
		})
	}
	b.add(table)
}

// photo prints the values of the photo against what the notice asks. What is wrong
// with it stands in its own section and is not said twice.
func (b *builder) photo() {
	findings := b.r.OfStep(forms.StepPhoto)
	if !slices.ContainsFunc(findings, func(f check.Finding) bool { return f.Outcome == check.Pass }) {
		return
	}
	b.heading("证件照 " + b.a.Photo.FileName())
	table := paper.Table{Columns: []paper.Column{{Title: "项目", Share: 3}, {Title: "结果", Share: 2}, {Title: "测得", Share: 7}, {Title: "通知要求", Share: 4}, {Title: "条款", Share: 2}}}
	for _, f := range findings {
		found, ref := f.Found, b.ref(f)
		if f.Outcome != check.Pass {
			found = "见前面的“" + f.Outcome.Word() + "”"
		}
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: f.Title},
			{Text: f.Outcome.Word(), Mark: marks[f.Outcome]},
			{Text: found},
			{Text: f.Needed},
			{Text: ref.Label, Link: ref.Anchor},
		})
	}
	b.add(table)
}
