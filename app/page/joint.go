package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
)

// joint asks several questions at once; they are shown where they are not answered alike.
type joint struct {
	forms.Joint
	p      *Page
	choice *field.Choice
	apart  bool // each is to be answered by itself
}

// Answers of a joint question.
const (
	JointAll   = "all"
	JointApart = "apart"
)

// jointAt makes the question that is asked instead of several, before the first of them.
func jointAt(p *Page, path string) []fyne.CanvasObject {
	for _, declared := range forms.Joints {
		if declared.Fields[0].Path != path {
			continue
		}
		j := &joint{Joint: declared, p: p}
		j.choice = field.NewChoice(p.room, []forms.Option{{Value: JointAll, Label: j.All}, {Value: JointApart, Label: j.Apart}}, false)
		j.choice.OnChosen = j.choose
		for _, f := range j.Fields {
			p.joints[f.Path] = j
		}
		p.updates = append(p.updates, j.update)
		head := look.Column(0, look.NewText(p.room.Say(j.Label), look.Style{Bold: true}))
		if !j.Hint.Empty() {
			head.Add(p.note(j.Hint))
		}
		return []fyne.CanvasObject{look.Column(6, head, j.choice)}
	}
	return nil
}

func (j *joint) choose(answer string) {
	j.apart = answer == JointApart
	if j.apart {
		j.p.Update()
		return
	}
	value := ""
	if answer == JointAll {
		value = j.Value
	}
	j.p.room.Edit(j.Fields[0].Path, func(a *forms.Applicant) { j.Enter(a, value) })
	j.p.Update()
}

// folded reports whether the questions are hidden behind the joint one.
func (j *joint) folded() bool {
	all, none := j.Alike(j.p.room.View())
	return !j.apart && (all || none)
}

func (j *joint) update() {
	all, none := j.Alike(j.p.room.View())
	switch {
	case j.apart || !all && !none:
		j.choice.Mark(JointApart)
	case all:
		j.choice.Mark(JointAll)
	default:
		j.choice.Mark("")
	}
}

// folded reports whether the question at a path is hidden behind a joint one.
func folded(p *Page, path string) bool {
	j := p.joints[path]
	return j != nil && j.folded()
}
