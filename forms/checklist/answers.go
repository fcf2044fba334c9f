package checklist

import (
	"slices"
	"strings"

	"zhicheng/forms/say"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/paper"
)

// answers prints what was filled in, so that the unit can verify it. What is
// in tables above, and the statement on its own page, is not repeated.
func (b *builder) answers() {
	b.heading(say.F("我填的内容"))
	b.list(forms.StepPlan, forms.StepScope)
	b.rows(forms.StepEducation.Label(), len(b.a.Education), forms.EducationPlaces)
	b.list(forms.StepTitle, forms.StepIntegrity)
	b.rows(say.F("业绩"), len(b.a.Achievements), forms.AchievementPlaces)
}

// inHead lists the answers that are in the head of the page.
var inHead = []string{forms.PlanChoice.Path, forms.PersonName.Path, forms.UnitName.Path}

// list prints the answers of two steps in two columns, long ones below in one.
func (b *builder) list(first, second forms.Step) {
	demands := b.n.Demands(b.a)
	short, long := paper.KeyValues{Columns: 2}, paper.KeyValues{}
	for _, step := range []forms.Step{first, second} {
		for _, p := range forms.Places(b.a, demands) {
			if p.Step != step || !p.Answered(b.a) || !p.Applies(b.a, demands) || slices.Contains(inHead, p.Path) {
				continue
			}
			list := &short
			if p.Kind == forms.KindLongText || p.Kind == forms.KindText && p.Most > shortText {
				list = &long
			}
			list.Items = append(list.Items, paper.KeyValue{Key: b.say(p.Label), Value: b.shown(p)})
		}
	}
	if len(short.Items)+len(long.Items) > 0 {
		b.subheading(say.F("%s，%s", first.Label(), second.Label()))
	}
	for _, list := range []paper.KeyValues{short, long} {
		if len(list.Items) > 0 {
			b.add(list)
		}
	}
}

// rows prints a list of the application as a table; columns that nobody filled in
// are left out.
func (b *builder) rows(heading say.Text, count int, places func(int) []forms.Place) {
	demands := b.n.Demands(b.a)
	table := paper.Table{Rows: make([][]paper.Cell, count)}
	for k, column := range places(0) {
		cells := make([]paper.Cell, count)
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
		table.Columns = append(table.Columns, paper.Column{Title: b.say(column.Column), Share: columnShare(column)})
		for i := range count {
			table.Rows[i] = append(table.Rows[i], cells[i])
		}
	}
	if len(table.Columns) > 0 {
		b.subheading(heading)
		b.add(table)
	}
}

// shortText is how many characters a text may have to be set next to others.
const shortText = 80

func columnShare(p forms.Place) float64 {
	switch {
	case p.Kind == forms.KindText && p.Most > shortText:
		return 6
	case p.Kind == forms.KindText:
		return 3
	}
	return 2
}

// shown is an answer with its unit, unless that was typed.
func (b *builder) shown(p forms.Place) string {
	if p.Kind == forms.KindNumber && !forms.ParseNumber(p.Text(b.a)).Known() {
		return b.say(b.n.Shown(p, b.a))
	}
	return b.say(say.Join("", b.n.Shown(p, b.a), p.Unit))
}

func (b *builder) statement() {
	text := b.a.Statement.Text
	if strings.TrimSpace(text) == "" {
		return
	}
	f, _ := b.r.Find(check.StatementLength)
	b.heading(forms.StatementText.Label)
	b.remark(say.F("共%d字（含标点、空格、换行），不含空白%d字，不含空白和标点%d字；%s，结果：%s",
		forms.Characters(text), forms.CharactersWithoutSpace(text), forms.CharactersWithoutPunctuation(text), f.Needed, f.Outcome.Word()))
	b.add(paper.Statement{Text: text})
	if overflow := b.a.Statement.Overflow; overflow != "" {
		b.subheading(forms.StatementOverflow.Label)
		b.remark(say.F("没有放进述职，不计字数。"))
		b.add(paper.Statement{Text: overflow})
	}
}
