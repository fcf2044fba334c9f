package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// page is the open step: its heading, its cards with the questions, and what the
// checks found.
type page struct {
	w    *Window
	step forms.Step

	rehearsal     *look.Text // that the notice has expired
	heading, lead *look.Text
	back          *look.Button // to where a link came from
	main          *fyne.Container
	side          *fyne.Container
	body          *fyne.Container
	scroll        *look.Scroll
	width         float32
	most          float32 // the widest that the main column becomes
	sideMost      float32 // the widest that the findings beside it become

	fields map[string]*field.Field
	order  []*field.Field
	// unfold brings the question at a path into view where it may be folded away.
	unfold map[string]func()
	// updates are called after each change of the application.
	updates []func()
	// rows tells which rows the page was built with; other rows need another page.
	rows func() string
	made string
	// collapses is true where only one row of a list shows its questions.
	collapses bool
	// built is false for the page of a window that shows no page yet.
	built bool
	// settle is called when the page stands in the window; nil for most.
	settle func()
	// joints are the questions that answer several, by the paths of those.
	joints map[string]*joint
	// opened are the findings whose clause is shown.
	opened map[string]bool
	panel  *panel
	tabs   *tabs // nil for most
}

const (
	sideWidth float32 = 400
	pageGap   float32 = 24
	// besideWidth is how wide the questions stay with the findings beside them.
	besideWidth float32 = 680
	// narrowPage is where the margins of a page become half as wide.
	narrowPage float32 = 720
)

// build makes the page's own parts.
func (p *page) build() {
	switch p.step {
	case forms.StepPlan:
		p.buildPlan()
	case forms.StepEducation:
		p.buildEducation()
	case forms.StepTitle:
		p.buildTitle()
	case forms.StepContinuingEducation:
		p.buildHours()
	case forms.StepPhoto:
		p.buildPhoto()
	case forms.StepStatement:
		p.buildStatement()
	case forms.StepSchedule:
		p.buildSchedule()
	case forms.StepResults:
		p.buildResults()
	case stepStop:
		p.buildStop()
	case stepTranscript:
		p.buildTranscript()
	case stepPreview:
		p.buildPreview()
	default:
		p.sections(p.asked())
		p.findings()
	}
}

// newPage makes the page of a step with its questions.
func newPage(w *Window, step forms.Step) *page {
	p := blankPage(w, step)
	p.build()
	p.built, p.made = true, p.rows()
	p.update()
	return p
}

// blankPage makes a page without its questions, for a window that has not shown
// any yet.
func blankPage(w *Window, step forms.Step) *page {
	p := &page{
		w: w, step: step, most: look.TextWidth, sideMost: sideWidth,
		rehearsal: look.NewText("", look.Style{Size: look.SizeSmall, Bold: true, Ink: look.Grey}),
		heading:   look.NewText(w.Say(step.Label()), look.Style{Size: look.SizeTitle, Bold: true}),
		lead:      look.NewText(w.Say(step.Lead()), look.Style{Ink: look.Grey}),
		main:      look.Column(look.Gap), side: look.Column(look.Gap),
		fields: map[string]*field.Field{}, unfold: map[string]func(){}, joints: map[string]*joint{}, opened: map[string]bool{},
		rows: func() string { return "" },
	}
	p.nameParts()
	p.back = look.NewButton(look.Link, "", p.goBack).WithIcon("left")
	p.back.Hide()
	head := look.Column(2, p.rehearsal, look.Row(0, p.back), p.heading, p.lead)
	p.body = container.New(p, head, p.main, p.side)
	p.scroll = look.NewScroll(p.body)
	return p
}

// showReturn offers the way back to the page from which a link led here.
func (p *page) showReturn() {
	p.back.SetLabel(p.w.sayf("回到“%s”", p.w.came.title()))
	p.back.Show()
	p.arrange()
}

func (p *page) goBack() { p.w.goSpot(p.w.came) }

// MinSize returns the size at the width of the window.
func (p *page) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, p.place(objects, p.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Layout puts heading, questions and findings below each other, or the findings
// beside the questions where there is room.
func (p *page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

func (p *page) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	head, main, side := objects[0], objects[1], objects[2]
	margin := pageMargin(width)
	room := max(300, width-2*margin)
	wide := min(room, p.most)
	least := p.sideMost * 0.8
	if p.most == look.TextWidth && side.Visible() && room-pageGap-least >= besideWidth {
		wide = min(wide, room-pageGap-least) // narrower questions, so that the findings are beside them
	}
	beside := room-wide-pageGap >= least && side.Visible()
	y := float32(28)
	column := func(o fyne.CanvasObject, x, y, width float32) float32 {
		h := look.Height(o, width)
		look.Put(o, fyne.NewPos(x, y), fyne.NewSize(width, h))
		return h
	}
	y += column(head, margin, y, wide) + 20
	mainHeight := column(main, margin, y, wide)
	bottom := y + mainHeight
	switch {
	case beside:
		x := margin + wide + pageGap
		h := column(side, x, y, min(p.sideMost, room-wide-pageGap))
		bottom = max(bottom, y+h)
	case side.Visible():
		if mainHeight > 0 {
			bottom += look.Gap
		}
		bottom += column(side, margin, bottom, wide)
	}
	return bottom + 40
}

// pageMargin returns the margin at both sides of a page of a width.
func pageMargin(width float32) float32 {
	if width < narrowPage {
		return look.PageMargin / 2
	}
	return look.PageMargin
}

// fit lays the page out for a width of its area.
func (p *page) fit(width float32) {
	if p.width != width {
		p.width = width
		p.arrange()
	}
}

// arrange lays the page out again after something in it changed.
func (p *page) arrange() {
	p.scroll.Refresh()
	look.Arrange(p.body)
	canvas.Refresh(p.scroll)
}

// update brings the page up to date with the application.
func (p *page) update() {
	if !p.built {
		return
	}
	if p.made != p.rows() {
		p.rebuild()
		return
	}
	p.showRehearsal()
	a := p.w.draft.View()
	demands := p.w.draft.Notice().Demands(a)
	for _, f := range p.order {
		look.Show(f.Object(), f.Place.Applies(a, demands) && !p.folded(f.Place.Path))
		f.Update()
		f.Remark(p.w.Say(p.w.draft.Report().Notes[f.Place.Path]))
	}
	p.showResults()
	p.noteLacking()
	for _, update := range p.updates {
		update()
	}
	if p.panel != nil {
		p.panel.update()
	}
	p.arrange()
}

// showRehearsal says above everything else that the notice has expired.
func (p *page) showRehearsal() {
	text := p.w.draft.Report().Rehearsal()
	p.rehearsal.Set(p.w.Say(text))
	look.Show(p.rehearsal, !text.Empty())
}

// field makes the field of a place and keeps it up to date.
func (p *page) field(place forms.Place, options field.Options) *field.Field {
	options.Answers = p.w.draft.Notice().Answers(place.Info, p.w.draft.View())
	f := field.New(p.w, place, options)
	p.fields[place.Path] = f
	p.order = append(p.order, f)
	return f
}

// ask makes fields below each other.
func (p *page) ask(places ...forms.Place) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, place := range places {
		objects = append(objects, p.jointAt(place.Path)...)
		objects = append(objects, p.field(place, field.Options{}).Object())
	}
	return objects
}

// sections puts sections on the page, each on a card.
func (p *page) sections(list []forms.Section) {
	for _, s := range list {
		title := s.Title
		if forms.Parts(p.step) > 1 {
			title = say.Text{} // the heading says it
		}
		p.card(title, p.ask(s.Places()...)...)
	}
}

// card puts questions on a card with a title; it is hidden while none applies.
func (p *page) card(title say.Text, objects ...fyne.CanvasObject) *fyne.Container {
	content := look.Column(22, objects...)
	card := look.Card(look.Gap, p.title(title), content)
	if title.Empty() {
		card = look.Card(look.Gap, content)
	}
	p.updates = append(p.updates, func() {
		look.Show(card, slices.ContainsFunc(objects, fyne.CanvasObject.Visible))
	})
	p.main.Add(card)
	return card
}

func (p *page) title(text say.Text) *look.Text {
	return look.NewText(p.w.Say(text), look.Style{Size: look.SizeHead, Bold: true})
}

func (p *page) note(text say.Text) *look.Text {
	return look.NewText(p.w.Say(text), look.Style{Size: look.SizeNote, Ink: look.Grey})
}

// findings puts the panel of the step's findings on the page.
func (p *page) findings() {
	p.panel = newPanel(p)
	p.side.Add(p.panel.object)
}

// reveal scrolls so that o, which has the focus now, can be seen.
func (p *page) reveal(o fyne.CanvasObject) {
	p.w.typedIn, _ = o.(*field.Entry)
	p.scroll.Reveal(o, 56)
}

// showResults puts what the checks say of an answer below its question: each
// finding below the last of the answered questions that it read.
func (p *page) showResults() {
	below := map[*field.Field][]check.Finding{}
	for _, finding := range p.w.draft.Report().OfStep(p.step) {
		if finding.Standing || !p.spot().holds(finding) || !slices.Contains([]check.Outcome{check.Fail, check.Todo, check.Confirm}, finding.Outcome) {
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

func (p *page) lastRead(finding check.Finding) *field.Field {
	if severalEducations(finding.At) {
		return nil // which row decides is not told; the page's findings have it
	}
	for _, f := range slices.Backward(p.order) {
		if f.Place.Path == forms.ScheduleToday.Path {
			continue // the day of the check is no question of any finding
		}
		if slices.Contains(finding.At, f.Place.Path) && f.Object().Visible() && f.Place.Answered(p.w.draft.View()) {
			return f
		}
	}
	return nil
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

func (p *page) showBelow(f *field.Field, findings []check.Finding) {
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

// keyOf tells findings apart by what is shown of them.
func keyOf(findings []check.Finding) string {
	var key strings.Builder
	for _, f := range findings {
		key.WriteString(strings.Join([]string{f.ID, f.Outcome.String(), f.Found.String(), f.Remedy.String(), f.Answer.Answer}, "\x00") + "\x01")
	}
	return key.String()
}
