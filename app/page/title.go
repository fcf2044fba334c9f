package page

import (
	"fmt"

	"zhicheng/app/field"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

func buildTitle(p *Page) {
	switch p.room.part {
	case 1:
		buildAbilities(p)
	case 2:
		buildExceptional(p)
	default:
		p.sections(p.asked())
	}
	p.findings()
	p.rows = func() string { return string(p.room.View().ForestryEngineer.Department) }
}

// buildAbilities asks for the four abilities in the notice's own words, which
// depend on the department.
func buildAbilities(p *Page) {
	questions := p.ask(forms.Of(forms.ForestryDepartment))
	for i := range forms.AbilityCount {
		label := abilityWords(p, i)
		questions.Add(false, p.field(forms.Of(forms.ForestryAbility(i)), field.Options{Label: label, Beside: true}).Object())
	}
	p.card(say.Text{}, questions)
}

// abilityWords returns the words of the i-th ability, "" before a department is
// chosen.
func abilityWords(p *Page, i int) say.Text {
	n := p.room.Draft().Notice()
	if n.Engineer == nil {
		return say.Text{}
	}
	ids := n.Engineer.Abilities[p.room.View().ForestryEngineer.Department]
	if i >= len(ids) {
		return say.Text{}
	}
	return n.Words(ids[i])
}

// buildExceptional asks for the items of the exceptional route in the notice's
// own words, with what each rests on.
func buildExceptional(p *Page) {
	n := p.room.Draft().Notice()
	if n.Engineer == nil {
		return
	}
	questions := newQuestions()
	for i := range n.Engineer.Exceptional.Of {
		label := n.Words(fmt.Sprintf("%s%d", n.Engineer.Exceptional.Clause, i+1))
		item := p.field(forms.Of(forms.ForestryExceptional(i)), field.Options{Label: label}).Object()
		note := p.field(forms.Of(forms.ForestryNote(i)), field.Options{Label: say.F("第%d项的说明", i+1)}).Object()
		questions.Add(false, item)
		questions.Add(false, note)
	}
	p.card(say.Text{}, questions)
}
