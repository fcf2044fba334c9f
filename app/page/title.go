package page

import (
	"fmt"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

func buildTitle(p *Page) {
	sections := forms.Sections(p.step)
	p.sections(sections[:1])
	buildAbilities(p, sections[1].Title)
	buildExceptional(p, sections[2].Title)
	p.findings()
	p.rows = func() string { return string(p.room.View().ForestryEngineer.Department) }
}

// buildAbilities asks for the four abilities in the notice's own words, which
// depend on the department.
func buildAbilities(p *Page, title say.Text) {
	questions := p.ask(forms.Of(forms.ForestryDepartment))
	for i := range forms.AbilityCount {
		label := abilityWords(p, i)
		questions = append(questions, p.field(forms.Of(forms.ForestryAbility(i)), field.Options{Label: label}).Object())
	}
	p.card(title, questions...)
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
func buildExceptional(p *Page, title say.Text) {
	n := p.room.Draft().Notice()
	if n.Engineer == nil {
		return
	}
	var questions []fyne.CanvasObject
	for i := range n.Engineer.Exceptional.Of {
		label := n.Words(fmt.Sprintf("%s%d", n.Engineer.Exceptional.Clause, i+1))
		item := p.field(forms.Of(forms.ForestryExceptional(i)), field.Options{Label: label}).Object()
		note := p.field(forms.Of(forms.ForestryNote(i)), field.Options{Label: say.F("第%d项的说明", i+1)}).Object()
		questions = append(questions, look.Column(10, item, note))
	}
	card := p.card(title, questions...)
	p.updates = append(p.updates, func() { look.Show(card, p.fields[forms.ForestryExceptional(0).Path].Object().Visible()) })
}
