package page

import (
	"strconv"

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

// JointApart is the answer to answer each by itself; the others are the numbers of theirs.
const JointApart = "apart"

// jointAt makes the question that is asked instead of several, before the first of them.
func jointAt(p *Page, path string) []fyne.CanvasObject {
	for _, declared := range forms.Joints {
		if declared.Fields[0].Path != path {
			continue
		}
		j := &joint{Joint: declared, p: p}
		var answers []forms.Option
		for i, k := range j.Alike {
			answers = append(answers, forms.Option{Value: strconv.Itoa(i), Label: k.Label})
		}
		j.choice = field.NewChoice(p.room, append(answers, forms.Option{Value: JointApart, Label: j.Apart}), false)
		j.choice.OnChosen = j.choose
		for _, f := range j.Fields {
			p.joints[f.Path] = j
		}
		head := look.Column(0, look.NewText(p.room.Say(j.Label), look.Style{Bold: true}))
		if !j.Hint.Empty() {
			head.Add(p.note(j.Hint))
		}
		object := look.Column(6, head, j.choice)
		p.updates = append(p.updates, j.update, func() {
			look.Show(object, j.Asked(p.room.View(), p.room.Draft().Notice().Demands(p.room.View())))
		})
		return []fyne.CanvasObject{object}
	}
	return nil
}

func (j *joint) choose(answer string) {
	j.apart = answer == JointApart
	if j.apart {
		j.p.Update()
		return
	}
	alike, err := strconv.Atoi(answer)
	if err != nil {
		alike = -1 // no answer
	}
	j.p.room.Edit(j.Fields[0].Path, func(a *forms.Applicant) { j.Enter(a, alike) })
	j.p.Update()
}

// folded reports whether the questions are hidden behind the joint one.
func (j *joint) folded() bool {
	answer, open := j.Chosen(j.p.room.View())
	return !j.apart && (answer >= 0 || open)
}

func (j *joint) update() {
	switch answer, open := j.Chosen(j.p.room.View()); {
	case j.apart || answer < 0 && !open:
		j.choice.Mark(JointApart)
	case answer >= 0:
		j.choice.Mark(strconv.Itoa(answer))
	default:
		j.choice.Mark("")
	}
}

// folded reports whether the question at a path is hidden behind a joint one.
func folded(p *Page, path string) bool {
	j := p.joints[path]
	return j != nil && j.folded()
}
