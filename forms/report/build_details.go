package report

import (
	"fmt"
	"slices"
	"strings"

	"zhicheng/forms"
	"zhicheng/forms/guide"
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
	table := Table{Columns: []Column{{Title: "年度", Share: 2}}}
	demands := b.n.Demands(b.a)
	for _, p := range forms.YearPlaces(years[0]) {
		if p.Applies(b.a, demands) {
			title := strings.TrimPrefix(p.Label, fmt.Sprintf("%d年", years[0]))
			table.Columns = append(table.Columns, Column{Title: title, Share: 3, Right: p.Kind == forms.KindNumber})
		}
	}
	for _, year := range years {
		row := []Cell{{Text: fmt.Sprint(year)}}
		for _, p := range forms.YearPlaces(year) {
			if p.Applies(b.a, demands) {
				row = append(row, Cell{Text: orDash(p.Shown(b.a))})
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
func (b *builder) charts(rule forms.HoursRule, years []int) []BarChart {
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
	charts := make([]BarChart, len(lines))
	for i, l := range lines {
		charts[i] = BarChart{Title: l.title, Unit: "学时", Required: float64(l.least), RequiredLabel: "要求"}
		for _, year := range years {
			charts[i].Bars = append(charts[i].Bars, hoursBar(year, l.least, l.hours(b.a.ContinuingEducation[year])))
		}
	}
	return charts
}

func hoursBar(year, least int, parts []forms.Number) Bar {
	var sum forms.Hundredths
	answered := false
	for _, n := range parts {
		sum += n.Value()
		answered = answered || n.Known()
	}
	bar := Bar{Label: fmt.Sprint(year), Value: float64(sum) / 100}
	switch gap := forms.Whole(least) - sum; {
	case !answered:
		bar.Note = "没填"
	case gap > 0:
		bar.Note = "差" + gap.String()
	}
	return bar
}

func (b *builder) calendar() {
	b.heading("日程")
	table := Table{Columns: []Column{{Title: "日期", Share: 4}, {Title: "事项", Share: 7}, {Title: "说明", Share: 9}, {Title: "谁", Share: 2}, {Title: "条款", Share: 3}}}
	for _, e := range guide.Agenda(b.n, b.a) {
		ref := b.clause(e.Clause)
		table.Rows = append(table.Rows, []Cell{
			{Text: e.When()},
			{Text: e.Title, Bold: e.Kind == guide.Official},
			{Text: e.Note},
			{Text: actors(e.Who)},
			{Text: ref.Label, Link: ref.Anchor},
		})
	}
	b.add(table)
}

func (b *builder) photo() {
	if !b.a.Photo.Chosen() {
		return
	}
	b.heading("证件照 " + b.a.Photo.FileName())
	table := Table{Columns: []Column{{Title: "项目", Share: 3}, {Title: "结果", Share: 2}, {Title: "测得", Share: 8}, {Title: "通知要求", Share: 4}}}
	for _, f := range b.r.OfStep(forms.StepPhoto) {
		table.Rows = append(table.Rows, []Cell{
			{Text: f.Title}, {Text: f.Outcome.Word(), Mark: marks[f.Outcome]}, {Text: f.Found}, {Text: f.Needed},
		})
	}
	b.add(table)
}

// answers prints what was filled in, so that the unit can verify it. What stands
// in tables above, and the statement on its own page, is not repeated.
func (b *builder) answers() {
	b.heading("我填的内容")
	b.list(forms.StepPlan, forms.StepScope)
	b.rows(forms.StepEducation.Label(), "学历", len(b.a.Education), forms.EducationPlaces)
	b.list(forms.StepTitle, forms.StepIntegrity)
	b.rows("业绩", "业绩", len(b.a.Achievements), forms.AchievementPlaces)
}

// inHead lists the answers that stand in the head of the page.
var inHead = []string{forms.PlanChoice.Path, forms.PersonName.Path, forms.UnitName.Path}

// list prints the answers of some steps in two columns.
func (b *builder) list(steps ...forms.Step) {
	demands := b.n.Demands(b.a)
	list, labels := KeyValues{Columns: 2}, make([]string, len(steps))
	for i, step := range steps {
		labels[i] = step.Label()
		for _, p := range forms.Places(b.a, demands) {
			if p.Step == step && p.Answered(b.a) && p.Applies(b.a, demands) && !slices.Contains(inHead, p.Path) {
				list.Items = append(list.Items, KeyValue{Key: p.Label, Value: b.shown(p)})
			}
		}
	}
	if len(list.Items) > 0 {
		b.add(Heading{Level: 2, Text: strings.Join(labels, "，")}, list)
	}
}

// rows prints a list of the application as a table; columns that nobody filled in
// are left out.
func (b *builder) rows(heading, label string, count int, places func(int) []forms.Place) {
	demands := b.n.Demands(b.a)
	table := Table{Rows: make([][]Cell, count)}
	for k, column := range places(0) {
		cells := make([]Cell, count)
		filled := false
		for i := range count {
			if p := places(i)[k]; p.Applies(b.a, demands) {
				cells[i].Text = b.shown(p)
				filled = filled || p.Answered(b.a)
			}
		}
		if !filled {
			continue
		}
		title := strings.TrimPrefix(column.Label, label+"1 ")
		table.Columns = append(table.Columns, Column{Title: title, Share: columnShare(column)})
		for i := range count {
			table.Rows[i] = append(table.Rows[i], cells[i])
		}
	}
	if len(table.Columns) > 0 {
		b.add(Heading{Level: 2, Text: heading}, table)
	}
}

func columnShare(p forms.Place) float64 {
	if p.Kind == forms.KindText {
		return 3
	}
	return 2
}

func (b *builder) shown(p forms.Place) string {
	return p.Shown(b.a) + p.Unit
}

func (b *builder) statement() {
	text := b.a.Statement.Text
	if strings.TrimSpace(text) == "" {
		return
	}
	f, _ := b.r.Find("statement-length")
	b.add(PageBreak{})
	b.heading(forms.StatementText.Label)
	b.remark(fmt.Sprintf("共%d字（含标点、空格、换行），不含空白%d字，不含空白和标点%d字；%s，结果：%s",
		forms.Characters(text), forms.CharactersWithoutSpace(text), forms.CharactersWithoutPunctuation(text), f.Needed, f.Outcome.Word()))
	b.add(Statement{Text: text})
	if overflow := b.a.Statement.Overflow; overflow != "" {
		b.add(Heading{Level: 2, Text: forms.StatementOverflow.Label})
		b.remark("没有放进述职，不计字数。")
		b.add(Statement{Text: overflow})
	}
}

// annex quotes the clauses that the list names, in the notice's order.
func (b *builder) annex() {
	b.heading("引用的条款")
	b.remark("以下是" + b.n.Number + "的原文。")
	for _, c := range b.n.Clauses() {
		if b.used[c.ID] {
			b.add(Clause{Anchor: anchor(c.ID), Label: c.ID, Text: c.Text})
		}
	}
}
