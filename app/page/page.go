package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
)

// Page is the open step: its heading, its cards with the questions, and what the
// checks found.
type Page struct {
	room *Room
	step forms.Step

	rehearsal *look.Text // that the notice has expired
	// Heading and Lead are above everything else.
	Heading, Lead *look.Text
	Back          *look.Button // to where a link came from
	Main          *fyne.Container
	side          *fyne.Container
	sideWidth     float32         // how wide the side is
	sideScroll    *look.Scroll    // of the side, which is not higher than the window beside the questions
	Body          *fyne.Container // all of the page
	Scroll        *look.Scroll    // of the body
	view          fyne.Size       // what is seen of the page at once
	most          float32         // the widest that the main column becomes
	sideMost      float32         // the widest that the findings beside it become

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
	// sideEdge is around the side within its scroll, which cuts off the softened edge of
	// a card that touches its own.
	sideEdge float32 = 4
	pageGap  float32 = 24
	pageTop  float32 = 16
	headGap  float32 = 12 // below the heading
	pageEnd  float32 = 8  // below the last of a page
	// headWidth is the widest that the lines of a heading are.
	headWidth float32 = 1000
	// besideWidth is how wide the questions stay with the findings beside them.
	besideWidth float32 = 680
	// narrowPage is where the margins of a page become half as wide.
	narrowPage float32 = 720
)

// build makes the page's own parts.
func (p *Page) build() {
	switch p.step {
	case forms.StepPlan:
		buildPlan(p)
	case forms.StepEducation:
		buildEducation(p)
	case forms.StepTitle:
		buildTitle(p)
	case forms.StepContinuingEducation:
		buildHours(p)
	case forms.StepPhoto:
		buildPhoto(p)
	case forms.StepStatement:
		buildStatement(p)
	case forms.StepResults:
		buildResults(p)
	case StepStop:
		buildStop(p)
	case StepTranscript:
		buildTranscript(p)
	case StepPreview:
		buildPreview(p)
	default:
		p.sections(p.asked())
		p.findings()
	}
}

// newPage makes the page of a step with its questions.
func newPage(room *Room, step forms.Step) *Page {
	p := blankPage(room, step)
	p.build()
	p.built, p.made = true, p.rows()
	p.Update()
	return p
}

// blankPage makes a page without its questions, for a window that has not shown
// any yet.
func blankPage(room *Room, step forms.Step) *Page {
	p := &Page{
		room: room, step: step, most: look.TextWidth, sideMost: sideWidth,
		rehearsal: look.NewText("", look.Style{Size: look.SizeSmall, Bold: true, Ink: look.Grey}),
		Heading:   look.NewText(room.Say(step.Label()), look.Style{Size: look.SizeTitle, Bold: true}),
		Lead:      look.NewText(room.Say(step.Lead()), look.Style{Ink: look.Grey}),
		Main:      look.Column(look.Gap), side: look.Column(look.Gap),
		fields: map[string]*field.Field{}, unfold: map[string]func(){}, joints: map[string]*joint{}, opened: map[string]bool{},
		rows: func() string { return "" },
	}
	p.nameParts()
	p.Back = look.NewButton(look.Link, "", func() { room.GoSpot(room.came) }).WithIcon("left")
	p.Back.Hide()
	head := look.Column(2, p.rehearsal, look.Row(0, p.Back), p.Heading, p.Lead)
	p.sideScroll = look.NewScroll(container.New(beside{p}, p.side))
	p.Body = container.New(p, head, p.Main, p.sideScroll)
	p.Scroll = look.NewScroll(p.Body)
	return p
}

// showReturn offers the way back to the page from which a link led here.
func (p *Page) showReturn() {
	p.Back.SetLabel(p.room.sayf("回到“%s”", p.room.Title(p.room.came)))
	p.Back.Show()
	p.arrange()
}

// MinSize returns the size at the width of the window. It moves nothing: what moves has
// the window painted again, and the toolkit asks for sizes whenever it paints.
func (p *Page) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, p.place(objects, p.view.Width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// Layout puts heading, questions and findings below each other, or the findings
// beside the questions where there is room.
func (p *Page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.place(objects, size.Width, look.Put)
}

func (p *Page) place(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	head, main, side := objects[0], objects[1], p.side
	margin := Margin(width)
	room := max(300, width-2*margin)
	wide := min(room, p.most)
	least := p.sideMost * 0.8
	if p.most == look.TextWidth && side.Visible() && room-pageGap-least >= besideWidth {
		wide = min(wide, room-pageGap-least) // narrower questions, so that the findings are beside them
	}
	beside := room-wide-pageGap >= least && side.Visible()
	y := pageTop
	column := func(o fyne.CanvasObject, x, y, width float32) float32 {
		h := look.Height(o, width)
		put(o, fyne.NewPos(x, y), fyne.NewSize(width, h))
		return h
	}
	putSide := func(at fyne.Position, size fyne.Size) {
		p.sideWidth = size.Width
		put(p.sideScroll, at.SubtractXY(sideEdge, sideEdge), size.AddWidthHeight(2*sideEdge, 2*sideEdge))
	}
	y += column(head, margin, y, min(room, headWidth)) + headGap
	mainHeight := column(main, margin, y, wide)
	bottom := y + mainHeight
	switch {
	case beside:
		x, width := margin+wide+pageGap, min(p.sideMost, room-wide-pageGap)
		h := min(look.Height(side, width), max(mainHeight, p.view.Height-y-pageEnd))
		putSide(fyne.NewPos(x, y), fyne.NewSize(width, h))
		bottom = max(bottom, y+h)
	case side.Visible():
		if mainHeight > 0 {
			bottom += look.Gap
		}
		h := look.Height(side, wide)
		putSide(fyne.NewPos(margin, bottom), fyne.NewSize(wide, h))
		bottom += h
	}
	return bottom + pageEnd
}

// beside lays out the side of a page, as high as it is at its width.
type beside struct{ p *Page }

// MinSize returns the height at the width that the page gives it.
func (l beside) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, look.Height(l.p.side, l.p.sideWidth)+2*sideEdge)
}

// Layout gives the side the whole width within its edge.
func (l beside) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*sideEdge
	look.Put(l.p.side, fyne.NewPos(sideEdge, sideEdge), fyne.NewSize(width, look.Height(l.p.side, width)))
}

// Margin returns the margin at both sides of a page of a width.
func Margin(width float32) float32 {
	if width < narrowPage {
		return look.PageMargin / 2
	}
	return look.PageMargin
}

// Fit lays the page out for what is seen of it at once.
func (p *Page) Fit(view fyne.Size) {
	if p.view != view {
		p.view = view
		p.arrange()
	}
}

// arrange lays the page out again after something in it changed.
func (p *Page) arrange() {
	look.Show(p.sideScroll, p.side.Visible())
	p.Scroll.Refresh()
	look.Arrange(p.Body)
	look.Arrange(p.side)
	p.sideScroll.Refresh() // its content is as high as it is now
	canvas.Refresh(p.Scroll)
}

// Update brings the page up to date with the application.
func (p *Page) Update() {
	if !p.built {
		return
	}
	if p.made != p.rows() {
		p.rebuild()
		return
	}
	p.showRehearsal()
	p.room.forgetStop(p.Back)
	a := p.room.View()
	demands := p.room.Draft().Notice().Demands(a)
	for _, f := range p.order {
		look.Show(f.Object(), f.Place.Applies(a, demands) && !folded(p, f.Place.Path))
		f.Update()
		f.Remark(p.room.Say(p.room.Draft().Report().Notes[f.Place.Path]))
	}
	p.showResults()
	noteLacking(p)
	for _, update := range p.updates {
		update()
	}
	if p.panel != nil {
		p.panel.update()
	}
	p.arrange()
}

// showRehearsal says above everything else that the notice has expired.
func (p *Page) showRehearsal() {
	text := p.room.Draft().Report().Rehearsal()
	p.rehearsal.Set(p.room.Say(text))
	look.Show(p.rehearsal, !text.Empty())
}

// Reveal scrolls so that o, which has the focus now, can be seen.
func (p *Page) Reveal(o fyne.CanvasObject) {
	p.room.typedIn, _ = o.(*field.Entry)
	if inside(p.side, o) {
		p.sideScroll.Reveal(o, 8)
	}
	p.Scroll.Reveal(o, 56)
}

// inside reports whether o is a part of another object.
func inside(whole, o fyne.CanvasObject) bool {
	switch whole := whole.(type) {
	case *fyne.Container:
		return slices.ContainsFunc(whole.Objects, func(part fyne.CanvasObject) bool { return part == o || inside(part, o) })
	case *marked:
		return inside(whole.content, o)
	case *field.Entry, *field.Choice, *look.Button:
		return whole == o
	}
	return false
}

// rebuild makes the page anew; what is seen of it and what has the focus stay.
func (p *Page) rebuild() {
	offset, focus := p.Scroll.Offset, p.focus()
	if row, ok := forms.RowOf(focus.path); ok && p.room.shownRows.open < 0 {
		p.room.shownRows = showingRow(row) // it was the only one, and is one of several
	}
	p.room.Open(p.step)
	p.room.page.restore(focus)
	p.room.page.Scroll.ScrollToOffset(offset)
}

// focus is the question that has the focus, path "" for none, and before which
// character its caret is.
type focus struct {
	path  string
	caret int
}

func (p *Page) focus() focus {
	focused := p.room.Window.Canvas().Focused()
	for _, f := range p.order {
		if f.Focusable() != focused {
			continue
		}
		if e := f.Entry(); e != nil {
			return focus{f.Place.Path, e.Caret()}
		}
		return focus{path: f.Place.Path}
	}
	return focus{}
}

// restore gives the focus back to a question, where the page still has it.
func (p *Page) restore(at focus) {
	f, ok := p.fields[at.path]
	if !ok || !f.Object().Visible() {
		return
	}
	p.room.Window.Canvas().Focus(f.Focusable())
	if e := f.Entry(); e != nil {
		e.SetCaret(at.caret)
	}
}

// focusOn puts the focus on the question at a path, which may be folded away.
func (p *Page) focusOn(path string) {
	if unfold := p.unfold[path]; unfold != nil {
		unfold()
		p.Update()
	}
	if j := p.joints[path]; j != nil && j.folded() {
		p.room.Window.Canvas().Focus(j.choice)
		return
	}
	if f, ok := p.fields[path]; ok && f.Object().Visible() {
		p.room.Window.Canvas().Focus(f.Focusable())
	}
}

// spot returns where the page is; it may be still to be opened.
func (p *Page) spot() Spot { return Spot{p.step, p.room.part} }

// Step returns the step whose page it is.
func (p *Page) Step() forms.Step { return p.step }

// Focused returns the path of the question that has the focus, "" for none.
func (p *Page) Focused() string { return p.focus().path }

// Tab returns the button of a tab, counted from 0; nil where the page has none.
func (p *Page) Tab(i int) *look.Button {
	if p.tabs == nil {
		return nil
	}
	return p.tabs.buttons[i]
}
