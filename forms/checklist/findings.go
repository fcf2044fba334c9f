package checklist

import (
	"slices"
	"strings"

	"zhicheng/forms/say"

	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/paper"
)

var marks = map[check.Outcome]paper.Mark{
	check.Fail: paper.MarkFail, check.Missing: paper.MarkMissing, check.Todo: paper.MarkTodo,
	check.Confirm: paper.MarkConfirm, check.Pass: paper.MarkPass, check.NotApplicable: paper.MarkNotApplicable,
}

// failing prints, below the verdict that counts them, what no reading of the notice
// allows, each with the notice's own words.
func (b *builder) failing() {
	findings := b.r.Own(check.Fail)
	section, most := check.Fail.Word(), b.fitting(len(findings))
	for i, f := range findings {
		made := paper.Finding{
			Mark: paper.MarkFail, Word: b.say(f.Outcome.Word()), Title: b.say(f.Found), Text: b.say(say.Join("，", f.Title, b.demand(f))),
			Remedy: b.say(f.Remedy), Clause: b.refAll(f),
		}
		if i >= most {
			left := b.later(section)
			left.blocks = append(left.blocks, made)
			continue
		}
		made.Text = b.noted(quotes, section, made.Title, made.Text)
		made.Remedy = b.noted(remedies, section, made.Title, made.Remedy)
		b.add(made)
	}
	b.rest(len(findings) - most)
}

// demand says in short what the notice asks, and quotes it.
func (b *builder) demand(f check.Finding) say.Text {
	var parts []say.Text
	if !f.Needed.Empty() {
		parts = append(parts, say.F("要求：%s", f.Needed))
	}
	if len(f.Cites) > 0 && f.Cites[0].Quote != "" {
		parts = append(parts, say.F("通知原话：“%s”", f.Cites[0].Quote))
	}
	return say.Join("。", parts...)
}

func (b *builder) counted(o check.Outcome, n int) { b.heading(say.F("%s（%d）", o.Word(), n)) }

// missing prints what is not answered yet, an answer once with all that it would
// settle: an application that was just begun lacks dozens.
func (b *builder) missing() {
	findings := b.r.Own(check.Missing)
	if len(findings) == 0 {
		return
	}
	b.counted(check.Missing, len(findings))
	b.add(b.open(findings))
}

// unplanned prints the days that are not planned: of use, and needed for nothing else.
func (b *builder) unplanned() {
	findings := b.r.Unplanned()
	if len(findings) == 0 {
		return
	}
	b.heading(say.F("还没打算的日子（%d）", len(findings)))
	b.remark(say.F("不填不影响别的核对；填了能看来不来得及。"))
	b.add(b.open(findings))
}

// open is a table of answers that are not there yet, each once with all that it would settle.
func (b *builder) open(findings []check.Finding) paper.Table {
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("没填的"), Share: 6}, {Title: b.sayf("怎么办"), Share: 5}, {Title: b.sayf("填了才能核对的项目"), Share: 6}, {Title: b.sayf("条款"), Share: 3}}}
	for _, settled := range grouped(findings, func(f check.Finding) string { return say.F("%s\n%s", f.Found, f.Remedy).String() }) {
		f := settled[0]
		var titles []say.Text
		for _, one := range settled {
			b.refAll(one)
			titles = append(titles, one.Title)
		}
		var clause paper.Cell
		if len(settled) == 1 {
			clause = linked(b.ref(f))
		}
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: b.say(f.Found), Mark: paper.MarkMissing}, {Text: b.say(f.Remedy)}, {Text: b.say(say.Join("、", titles...))}, clause,
		})
	}
	return table
}

// problems prints the answers that could not be read.
func (b *builder) problems() {
	if len(b.r.Problems) == 0 {
		return
	}
	b.heading(say.F("看不懂的填写（%d）", len(b.r.Problems)))
	b.remark(say.F("这些填写没有用来核对，改好以后再打印一次。"))
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("项目"), Share: 4}, {Title: b.sayf("填的是"), Share: 4}, {Title: b.sayf("怎么办"), Share: 8}}}
	labels := b.labels()
	for _, p := range b.r.Problems {
		label, ok := labels[p.At]
		if step, listed := forms.StepOf(p.At); !ok && listed {
			label = step.Label() // a list as a whole
		}
		table.Rows = append(table.Rows, []paper.Cell{{Text: b.say(label)}, {Text: forms.Brief(p.Text, briefText)}, {Text: b.say(p.Message)}})
	}
	b.add(table)
}

// briefText is how many characters are printed of an answer that is too long.
const briefText = 120

// labels are what the places of the file are called on the screen.
func (b *builder) labels() map[string]say.Text {
	labels := map[string]say.Text{}
	for _, p := range forms.Places(b.a, b.n.Demands(b.a)) {
		labels[p.Path] = p.Label
	}
	return labels
}

// passing prints what is met, one row for all years of a rule, and what does not
// apply with its reason. The photo has a table of its own.
func (b *builder) passing() {
	all := b.r.Own(check.Pass)
	table := paper.Table{Columns: []paper.Column{{Title: b.sayf("项目"), Share: 3}, {Title: b.sayf("您的情况"), Share: 7}, {Title: b.sayf("通知要求"), Share: 5}, {Title: b.sayf("条款"), Share: 3}}}
	for _, years := range grouped(all, sameRule) {
		f := years[0]
		if f.Step == forms.StepPhoto {
			continue
		}
		table.Rows = append(table.Rows, []paper.Cell{
			{Text: b.say(f.Rule), Mark: paper.MarkPass}, {Text: b.joined(years)}, {Text: b.say(f.Needed)}, linked(b.ref(f)),
		})
	}
	if len(all) > 0 {
		b.counted(check.Pass, len(all))
		if slices.ContainsFunc(all, func(f check.Finding) bool { return f.Step == forms.StepPhoto }) {
			b.remark(say.F("证件照的各项在后面的表里。"))
		}
	}
	if len(table.Rows) > 0 {
		b.add(table)
	}
	if reasons := b.reasons(b.r.Own(check.NotApplicable)); !reasons.Empty() {
		b.remark(say.F("不适用：%s。", reasons))
	}
}

// grouped puts findings of the same key together, in the order of the first.
func grouped(findings []check.Finding, key func(check.Finding) string) [][]check.Finding {
	var groups [][]check.Finding
	at := map[string]int{}
	for _, f := range findings {
		i, known := at[key(f)]
		if !known {
			i = len(groups)
			at[key(f)] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
	}
	return groups
}

// sameRule is the key of the several years of one rule.
func sameRule(f check.Finding) string {
	return f.Rule.String() + "\n" + f.Needed.String()
}

func (b *builder) joined(years []check.Finding) string {
	found := make([]string, len(years))
	for i, f := range years {
		found[i] = b.say(f.Found)
	}
	return strings.Join(found, "\n")
}

// reasons lists rules by the reason why they do not apply.
func (b *builder) reasons(findings []check.Finding) say.Text {
	var reasons []say.Text
	for _, same := range grouped(findings, func(f check.Finding) string { return f.Found.String() }) {
		var titles []say.Text
		known := map[string]bool{}
		for _, f := range same {
			if rule := f.Rule.String(); !known[rule] {
				known[rule] = true
				titles = append(titles, f.Rule)
			}
		}
		reasons = append(reasons, say.F("%s（%s）", say.Join("、", titles...), same[0].Found))
	}
	return say.Join("；", reasons...)
}
