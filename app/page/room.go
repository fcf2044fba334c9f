// Package page is what the window shows of each step: its questions, what the checks say
// of the answers, and the results. It knows the window through small interfaces.
package page

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"

	"zhicheng/app/document"
	"zhicheng/app/field"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/draft"
	"zhicheng/forms/guide"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Application is what the pages show and change.
type Application interface {
	Draft() *draft.Draft
	// Edit changes what no single question asks for. It is undone by itself, and undo
	// shows the question at path.
	Edit(path string, change func(*forms.Applicant))
	Undo()
	// Ticks are the steps done on the platform, and Tick notes one.
	Ticks() *document.Ticks
	Tick(step guide.PlatformStep, done bool)
}

// Frame is what is round the page.
type Frame interface {
	// Leave is told before another page is made.
	Leave()
	// Turned shows a page, whose questions come after.
	Turned(p *Page)
	// Quote shows a clause in the whole notice.
	Quote(clause string)
}

// Answers asks what was answered, and takes the statement out of a file.
type Answers interface {
	// AskAnswer asks what was answered to a finding's question, and DropAnswer asks the
	// question of a check again.
	AskAnswer(f check.Finding)
	DropAnswer(id string)
	OpenText()
}

// Lists prints, saves and draws the list, and what else is written of it.
type Lists interface {
	PrintList()
	SaveReasons()
	SaveCalendar()
	// DrawList draws at most most sheets from first on, with so many dots to the inch,
	// and hands them over when they are there.
	DrawList(sheets Part, dots float64, drawn func(Sheets))
	// Lacking returns the characters of a text that neither window nor list can show.
	Lacking(text string) []paper.Unprintable
}

// Sheets are drawn pages of the list, and the characters that it prints as 〓.
type Sheets struct {
	Part
	Pictures []image.Image
	Lacking  []paper.Unprintable
}

// Photo is the photo by hand.
type Photo interface {
	// View makes what is shown of the picture, and what brings it up to date.
	View() (shown fyne.CanvasObject, update func())
	// Looks returns what the application's photo looks like, and what it did before its
	// background was made white; nil where that is not known.
	Looks() (now, plain image.Image)
	// Frame returns the frame on the picture; opened is false while there is none.
	Frame() (frame photo.Frame, opened bool)
	// Trial returns the photo before and after whitening, while the applicant has to say
	// whether to take it, and Decide takes it or not.
	Trial() (before, after image.Image, asked bool)
	Decide(take bool)
	// Save writes the photo into a file of its own.
	Save()
}

// Room is where one page after the other is shown, with what outlives a page.
type Room struct {
	field.Host
	Application
	Frame
	Answers
	Lists
	Photo  Photo
	Window fyne.Window

	page *Page
	// came is the page from which a link led to the open one, the zero spot where none did.
	came Spot
	// typedIn is the input that had the focus last, nil where something else has had it since.
	typedIn *field.Entry
	// part is the open part of a step that has several.
	part int
	gate gate
	// tab is the tab of the results that is open.
	tab string
	// shownRows is what the open page shows of a long list.
	shownRows shownRows
}

func (r *Room) sayf(format string, values ...any) string { return r.Say(say.F(format, values...)) }

// View returns the application as it stands.
func (r *Room) View() *forms.Applicant { return r.Draft().View() }

// Begin makes the room ready for a window that shows no page yet.
func (r *Room) Begin() { r.page = blankPage(r, forms.StepPlan) }

// Forget forgets what belonged to the application before.
func (r *Room) Forget() { r.gate = gate{} }

// Page returns the open page.
func (r *Room) Page() *Page { return r.page }

// Spot returns where the open page is.
func (r *Room) Spot() Spot { return Spot{r.page.step, r.part} }

// TypedIn returns the input that had the focus last, nil where something else has had
// it since.
func (r *Room) TypedIn() *field.Entry { return r.typedIn }

// Go opens a step's page.
func (r *Room) Go(step forms.Step) { r.GoSpot(Spot{step, 0}) }

// GoSpot opens a page.
func (r *Room) GoSpot(s Spot) {
	r.came, r.part = Spot{}, s.Part
	r.shownRows = shownRows{0, -1}
	r.Open(s.Step)
}

// GoTab opens the results at a tab.
func (r *Room) GoTab(name string) {
	r.tab = name
	r.Go(forms.StepResults)
}

// Open makes the page of a step anew.
func (r *Room) Open(step forms.Step) {
	step = r.pageOf(step)
	if parts := r.Parts(step); !slices.Contains(parts, r.part) {
		r.part = parts[0]
	}
	r.typedIn = nil
	r.Window.Canvas().Unfocus()
	r.Leave()
	r.page = newPage(r, step)
	r.Turned(r.page)
	if r.came != (Spot{}) {
		r.page.showReturn()
	}
	if r.page.settle != nil {
		r.page.settle()
	}
}

// pageOf returns the step on whose page another is: the days are a tab of the results.
func (r *Room) pageOf(step forms.Step) forms.Step {
	if step == forms.StepSchedule {
		r.tab = TabAgenda
		return forms.StepResults
	}
	return step
}

// leadTo opens the page to which a link leads, with the way back.
func (r *Room) leadTo(s Spot) {
	if r.pageOf(s.Step) != r.page.step {
		r.came = r.Spot()
	}
	r.part = s.Part
	r.Open(s.Step)
}

// GoTo opens the page of a place and puts the focus on its question.
func (r *Room) GoTo(path string) {
	step, ok := forms.StepOf(path)
	if !ok {
		return
	}
	if row, ok := forms.RowOf(path); ok {
		r.shownRows = showingRow(row)
	}
	part, _ := forms.PartOf(step, path)
	part = max(part, 0)
	tab := r.tab
	step = r.pageOf(step)
	switch {
	case step != r.page.step:
		r.leadTo(Spot{step, part})
	case part != r.part || tab != r.tab:
		r.part = part
		r.Open(step)
	case r.page.collapses && r.page.made != r.page.rows():
		r.page.Update()
	}
	r.page.focusOn(path)
}

// Visit opens the first question that a finding read and that is asked, those of
// its own step first, or the page of its step.
func (r *Room) Visit(f check.Finding) {
	a := r.View()
	demands := r.Draft().Notice().Demands(a)
	read := slices.DeleteFunc(forms.PlacesAt(f.At), func(p forms.Place) bool { return !p.Applies(a, demands) })
	own := slices.IndexFunc(read, func(p forms.Place) bool { return p.Step == f.Step })
	if len(read) > 0 {
		r.GoTo(read[max(own, 0)].Path)
		return
	}
	r.leadTo(Spot{f.Step, 0})
}

// Title is what a page is called where a button leads to it.
func (r *Room) Title(s Spot) say.Text {
	switch {
	case s.Step == StepTranscript:
		return transcriptTitle
	case s.Step == StepStop:
		return check.Barred
	case len(r.Parts(s.Step)) > 1:
		return forms.Sections(s.Step)[s.Part].Title
	}
	return s.Step.Label()
}

// Parts returns the parts of a step that ask the application anything, from 0; each is a
// page.
func (r *Room) Parts(step forms.Step) []int {
	return forms.Parts(step, r.View(), r.Draft().Notice().Demands(r.View()))
}

// Beside returns the page after another, or before it for -1; the zero spot at the ends.
func (r *Room) Beside(s Spot, by int) Spot {
	if BehindResults(s.Step) && by < 0 {
		return Spot{forms.StepResults, 0}
	}
	pages := r.spots()
	i := slices.Index(pages, s)
	if i < 0 { // a part that asks nothing any more
		i = slices.IndexFunc(pages, func(other Spot) bool { return other.Step == s.Step })
	}
	if i < 0 || i+by < 0 || i+by >= len(pages) {
		return Spot{}
	}
	return pages[i+by]
}

// spots are the pages that ask something, and the results, in their order.
func (r *Room) spots() []Spot {
	var spots []Spot
	for _, step := range forms.Pages {
		for _, part := range r.Parts(step) {
			spots = append(spots, Spot{step, part})
		}
	}
	return spots
}

// holds reports whether a finding of the step belongs to the part: the last one that
// asks what the finding read.
func (r *Room) holds(s Spot, f check.Finding) bool {
	parts := r.Parts(s.Step)
	if len(parts) == 1 {
		return true
	}
	last := parts[0]
	for _, path := range f.At {
		if part, ok := forms.PartOf(s.Step, path); ok && slices.Contains(parts, part) {
			last = max(last, part)
		}
	}
	return last == s.Part
}
