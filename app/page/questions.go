package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// asked returns the sections that the page asks.
func (p *Page) asked() []forms.Section {
	list := forms.Sections(p.step)
	if len(list) > 1 {
		return list[p.room.part : p.room.part+1]
	}
	return list
}

// nameParts names the page of a step that has several.
func (p *Page) nameParts() {
	if parts := p.room.Parts(p.step); len(parts) > 1 {
		p.Heading.Set(p.room.Say(p.room.Title(p.spot())))
		p.Lead.Set(p.room.sayf("%s，第%d页，共%d页。", p.step.Label(), slices.Index(parts, p.room.part)+1, len(parts)))
	}
}

// field makes the field of a place and keeps it up to date.
func (p *Page) field(place forms.Place, options field.Options) *field.Field {
	options.Answers = p.room.Draft().Notice().Answers(place.Info, p.room.View())
	if !place.More.Empty() {
		options.Aside = moreOf(p, place)
	}
	f := field.New(p.room, p.room.Draft(), place, options)
	p.fields[place.Path] = f
	p.order = append(p.order, f)
	return f
}

// moreOf is the link behind which the rest of a hint is.
func moreOf(p *Page, place forms.Place) fyne.CanvasObject {
	return toggle(p, "hint:"+place.Path, say.F("更多"), func(open bool) {
		if f := p.fields[place.Path]; f != nil {
			f.Hint(open)
		}
	})
}

// ask makes fields below each other, those of short answers beside each other.
func (p *Page) ask(places ...forms.Place) *look.Pairs {
	asked := newQuestions()
	for _, place := range places {
		for _, joint := range jointAt(p, place.Path) {
			asked.Add(false, joint)
		}
		asked.Add(short(place), p.field(place, field.Options{}).Object())
	}
	return asked
}

func newQuestions() *look.Pairs { return look.NewPairs(pairGap, questionGap) }

// pairGap is between questions beside each other.
const pairGap float32 = 24

// shortAnswers is how many characters the answers of a question have at most that has room
// beside another.
const shortAnswers = 12

// short reports whether a question has room beside another: a day, a number, or one of
// a few short answers.
func short(place forms.Place) bool {
	switch place.Kind {
	case forms.KindDate, forms.KindNumber:
		return true
	case forms.KindChoice:
		n := 0
		for _, o := range place.Options {
			n += forms.Characters(o.Label.String())
		}
		return n > 0 && n <= shortAnswers
	}
	return false
}

// sections puts sections on the page, each on a card.
func (p *Page) sections(list []forms.Section) {
	for _, s := range list {
		title := s.Title
		if len(forms.Sections(p.step)) > 1 {
			title = say.Text{} // the heading says it
		}
		p.card(title, p.ask(s.Places()...))
	}
}

// questionGap is between questions below each other.
const questionGap float32 = 14

// card puts questions on a card with a title; it is hidden while none applies.
func (p *Page) card(title say.Text, asked *look.Pairs) {
	card := look.Card(look.Gap, p.title(title), asked.Object())
	if title.Empty() {
		card = look.Card(look.Gap, asked.Object())
	}
	p.updates = append(p.updates, func() { look.Show(card, asked.Any()) })
	p.Main.Add(card)
}

func (p *Page) title(text say.Text) *look.Text {
	return look.NewText(p.room.Say(text), look.Style{Size: look.SizeHead, Bold: true})
}

func (p *Page) note(text say.Text) *look.Text {
	return look.NewText(p.room.Say(text), look.Style{Size: look.SizeNote, Ink: look.Grey})
}

// findings puts the panel of the step's findings on the page.
func (p *Page) findings() {
	p.panel = newPanel(p)
	p.side.Add(p.panel.object)
}

// showResults puts what the checks say of an answer below its question: each
// finding below the last of the answered questions that it read.
func (p *Page) showResults() {
	below := map[*field.Field][]check.Finding{}
	for _, finding := range p.room.Draft().Report().OfStep(asks(p)) {
		if finding.Standing || !p.room.holds(p.spot(), finding) || !slices.Contains([]check.Outcome{check.Fail, check.Todo, check.Confirm}, finding.Outcome) {
			continue // a right answer needs no echo, which would move what is below it
		}
		if f := p.lastRead(finding); f != nil {
			below[f] = append(below[f], finding)
		}
	}
	for _, f := range p.order {
		if !f.Bare() {
			p.showBelow(f, below[f])
		}
	}
}

// asks returns the step whose questions are on the page: the results ask for the days.
func asks(p *Page) forms.Step {
	if p.step == forms.StepResults {
		return forms.StepSchedule
	}
	return p.step
}

func (p *Page) lastRead(finding check.Finding) *field.Field {
	if severalEducations(finding.At) {
		return nil // which row decides is not told; the page's findings have it
	}
	for _, f := range slices.Backward(p.order) {
		if f.Place.Path == forms.ScheduleToday.Path {
			continue // the day of the check is no question of any finding
		}
		if slices.Contains(finding.At, f.Place.Path) && f.Object().Visible() && f.Place.Answered(p.room.View()) {
			return f
		}
	}
	return nil
}

func (p *Page) showBelow(f *field.Field, findings []check.Finding) {
	key := keyOf(findings)
	if len(f.Below.Objects) > 0 && f.Below.Objects[0].(*marked).key == key || key == "" && len(f.Below.Objects) == 0 {
		return
	}
	f.Below.RemoveAll()
	for i, finding := range findings {
		line := p.resultLine(finding)
		if i == 0 {
			line.key = key
		}
		f.Below.Add(line)
	}
}

// severalEducations reports whether places are in more than one education.
func severalEducations(paths []string) bool {
	first := ""
	for _, path := range paths {
		list, rest, _ := strings.Cut(path, ".")
		row, _, _ := strings.Cut(rest, ".")
		switch {
		case list != "education":
		case first == "":
			first = row
		case row != first:
			return true
		}
	}
	return false
}

// keyOf tells findings apart by what is shown of them.
func keyOf(findings []check.Finding) string {
	var key strings.Builder
	for _, f := range findings {
		key.WriteString(strings.Join([]string{f.ID, f.Outcome.String(), f.Found.String(), f.Remedy.String(), f.Answer.Answer}, "\x00") + "\x01")
	}
	return key.String()
}

// Fields returns the questions in their order.
func (p *Page) Fields() []*field.Field { return p.order }

// Field returns the question at a path, nil where the page does not ask it.
func (p *Page) Field(path string) *field.Field { return p.fields[path] }

// Joint returns the question that is asked instead of the one at a path, nil for none;
// folded tells that the one at the path is hidden because of it.
func (p *Page) Joint(path string) (choice *field.Choice, folded bool) {
	if j := p.joints[path]; j != nil {
		return j.choice, j.folded()
	}
	return nil, false
}
