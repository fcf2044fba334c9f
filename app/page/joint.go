package ui

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
)

// joint asks several questions at once; they are shown where they are not answered alike.
type joint struct {
	forms.Joint
	p      *page
	choice *field.Choice
	apart  bool // each is to be answered by itself
}

// Answers of a joint question.
const (
	jointAll   = "all"
	jointApart = "apart"
)

// jointAt makes the question that is asked instead of several, before the first of them.
func (p *page) jointAt(path string) []fyne.CanvasObject {
	for _, declared := range forms.Joints {
		if declared.Fields[0].Path != path {
			continue
		}
		j := &joint{Joint: declared, p: p}
		j.choice = field.NewChoice(p.w, []forms.Option{{Value: jointAll, Label: j.All}, {Value: jointApart, Label: j.Apart}}, false)
		j.choice.OnChosen = j.choose
		for _, f := range j.Fields {
			p.joints[f.Path] = j
		}
		p.updates = append(p.updates, j.update)
		head := look.Column(0, look.NewText(p.w.Say(j.Label), look.Style{Bold: true}))
		if !j.Hint.Empty() {
			head.Add(p.note(j.Hint))
		}
		return []fyne.CanvasObject{look.Column(6, head, j.choice)}
	}
	return nil
}

func (j *joint) choose(answer string) {
	j.apart = answer == jointApart
	if j.apart {
		j.p.update()
		return
	}
	value := ""
	if answer == jointAll {
		value = j.Value
	}
	j.p.w.Edit(j.Fields[0].Path, func(a *forms.Applicant) { j.Enter(a, value) })
	j.p.update()
}

// folded reports whether the questions are hidden behind the joint one.
func (j *joint) folded() bool {
	all, none := j.Alike(j.p.w.View())
	return !j.apart && (all || none)
}

func (j *joint) update() {
	all, none := j.Alike(j.p.w.View())
	switch {
	case j.apart || !all && !none:
		j.choice.Mark(jointApart)
	case all:
		j.choice.Mark(jointAll)
	default:
		j.choice.Mark("")
	}
}

// folded reports whether the question at a path is hidden behind a joint one.
func (p *page) folded(path string) bool {
	j := p.joints[path]
	return j != nil && j.folded()
}
