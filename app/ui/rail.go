package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/forms"
)

// rail is the list of steps at the left with what each came to.
type rail struct {
	w      *Window
	plan   *look.Text
	steps  []*stepItem
	saved  *look.Text
	tick   *look.Icon
	name   *look.Text
	scroll *look.Scroll
	items  *fyne.Container // the steps
	object *fyne.Container
}

const (
	stepHeight  float32 = 38
	railPadding float32 = 20
	partHeight  float32 = 30
)

func newRail(w *Window) *rail {
	r := &rail{
		w:     w,
		plan:  look.NewText("", look.Style{Size: look.SizeSmall, Ink: look.Grey}),
		saved: look.NewText("", look.Style{Size: look.SizeSmall, Ink: look.Grey}),
		tick:  look.NewIcon("check", look.Grey, 12),
		name:  look.NewText("", look.Style{Size: look.SizeSmall, Ink: look.Grey}),
	}
	head := look.Column(2, look.NewText(w.Say(productName), look.Style{Size: look.SizeHead, Bold: true}), r.plan)
	items := look.Column(0)
	for _, step := range forms.Pages {
		for part := -1; part < len(forms.Sections(step)); part++ {
			item := newStepItem(w, page.Spot{Step: step, Part: part})
			r.steps = append(r.steps, item)
			items.Add(item)
		}
	}
	foot := look.Column(2, look.Cells(4, 1, r.tick, r.saved), r.name)
	r.items = look.Wide(railWidth-1, items)
	r.scroll = look.NewScroll(r.items)
	r.object = container.New(r,
		look.NewPanel(look.Paper, look.Clear, 0), look.Rule(),
		look.Inset(look.Insets{Top: 20, Right: railPadding, Left: railPadding, Bottom: 0}, head), r.scroll,
		look.Rule(), look.Inset(look.Insets{Top: 12, Right: railPadding, Bottom: 12, Left: railPadding}, foot))
	return r
}

// MinSize returns the width of the rail.
func (r *rail) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(railWidth, SmallestHeight) }

// Layout puts the name at the top, the file at the foot and the steps between them;
// they scroll where the window is low.
func (r *rail) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, edge, head, steps, rule, foot := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5]
	ground.Resize(size)
	edge.Move(fyne.NewPos(size.Width-1, 0))
	edge.Resize(fyne.NewSize(1, size.Height))
	headHeight := max(78, look.Height(head, size.Width)+10)
	head.Resize(fyne.NewSize(size.Width, headHeight))
	footHeight := look.Height(foot, size.Width)
	steps.Move(fyne.NewPos(0, headHeight))
	steps.Resize(fyne.NewSize(size.Width-1, size.Height-headHeight-footHeight))
	foot.Move(fyne.NewPos(0, size.Height-footHeight))
	foot.Resize(fyne.NewSize(size.Width, footHeight))
	rule.Move(fyne.NewPos(0, size.Height-footHeight))
	rule.Resize(fyne.NewSize(size.Width-1, 1))
}

func (r *rail) update() {
	if r == nil {
		return
	}
	n := r.w.draft.Notice()
	text := r.w.sayf("%d年度 · %s", n.Year, n.Name(n.Place))
	if plan, ok := n.Plan(r.w.draft.View().Plan.Code); ok {
		text = r.beside(text, r.w.Say(n.Name(plan.Short)))
	}
	if stranger := r.w.entry.Stranger(); !stranger.Empty() {
		text += "\n" + r.w.Say(stranger)
	}
	r.plan.Set(text)
	for _, item := range r.steps {
		item.update()
	}
	r.showFile()
	for _, item := range r.steps {
		if item.current() && r.object.Visible() {
			r.scroll.Reveal(item, 0)
		}
	}
}

// beside puts the plan behind year and place, or on a line of its own where both
// do not fit.
func (r *rail) beside(text, plan string) string {
	both := text + " · " + plan
	if fyne.MeasureText(both, look.SizeSmall, fyne.TextStyle{}).Width > railWidth-2*railPadding {
		return text + "\n" + plan
	}
	return both
}

// showFile shows whether the application is safe, and where.
func (r *rail) showFile() {
	if r == nil {
		return
	}
	state, safe := r.w.keep.state()
	r.w.foot.showFile(state)
	r.saved.Set(state)
	if safe {
		r.tick.Show()
	} else {
		r.tick.Hide()
	}
	name, title := r.w.sayf("还没有文件名"), r.w.Say(productName)
	if r.w.doc.Path() != "" {
		name = filepath.Base(r.w.doc.Path())
		title = name + " - " + title
	}
	r.w.window.SetTitle(title)
	r.name.Set(name)
	r.object.Layout.Layout(r.object.Objects, r.object.Size())
	look.Arrange(r.object)
	r.scroll.Refresh() // a chosen step is bold and may need another line
	look.Arrange(r.items)
}

// stepItem is one line of the list of steps.
type stepItem struct {
	widget.BaseWidget
	w       *Window
	spot    page.Spot // part -1 for the step as a whole
	mark    *look.Icon
	label   *look.Text
	note    *look.Text
	focused bool
	hovered bool
}

func newStepItem(w *Window, s page.Spot) *stepItem {
	i := &stepItem{w: w, spot: s}
	i.mark = look.NewMark(i.state().Outcome)
	i.label = look.NewText(w.Say(s.Step.Label()), look.Style{})
	if i.isPart() {
		i.label = look.NewText(w.Say(forms.Sections(s.Step)[s.Part].Title), look.Style{Size: look.SizeNote})
	}
	i.note = look.NewText("", look.Style{Size: look.SizeSmall, Ink: look.Grey, One: true})
	i.ExtendBaseWidget(i)
	return i
}

func (i *stepItem) current() bool {
	open := i.open()
	if i.isPart() {
		return open == i.spot
	}
	return i.holdsOpen() && !i.several()
}

// open returns the page that is open, or from which somebody was stopped.
func (i *stepItem) open() page.Spot {
	open := page.Spot{Step: forms.StepPlan, Part: 0}
	if i.w.room.Page() != nil {
		open = i.w.room.Spot()
	}
	if open.Step == page.StepStop {
		open = i.w.room.StoppedAt()
	}
	return open
}

// holdsOpen reports whether the open page is one of its step.
func (i *stepItem) holdsOpen() bool {
	step := i.open().Step
	return step == i.spot.Step || page.BehindResults(step) && i.spot.Step == forms.StepResults
}

// several reports whether its step has more pages than one.
func (i *stepItem) several() bool { return len(i.w.room.Parts(i.spot.Step)) > 1 }

func (i *stepItem) isPart() bool { return i.spot.Part >= 0 }

func (i *stepItem) state() page.State {
	if i.isPart() {
		return page.State{Outcome: i.w.room.StateOfPart(i.spot)}
	}
	return i.w.room.StateOf(i.spot.Step)
}

// left is how far its mark is from the edge.
func (i *stepItem) left() float32 {
	if i.isPart() {
		return railPadding + look.MarkSize + 10
	}
	return railPadding
}

func (i *stepItem) update() {
	look.Show(i, !i.isPart() || i.holdsOpen() && i.several() && slices.Contains(i.w.room.Parts(i.spot.Step), i.spot.Part))
	if !i.Visible() {
		return
	}
	state := i.state()
	i.mark.SetMark(state.Outcome)
	i.note.Set(state.Note)
	i.label.SetBold(i.current() || !i.isPart() && i.holdsOpen())
	i.Refresh()
}

// Tapped opens the step.
func (i *stepItem) Tapped(*fyne.PointEvent) { i.visit() }

func (i *stepItem) visit() { i.w.room.Proceed(page.Spot{Step: i.spot.Step, Part: max(0, i.spot.Part)}) }

// TypedKey opens the step with Space and Enter; the page keys move the page.
func (i *stepItem) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		i.visit()
	default:
		i.w.Key(e)
	}
}

// TypedRune does nothing.
func (i *stepItem) TypedRune(rune) {}

// FocusGained shows the ring, and the step where it is out of sight.
func (i *stepItem) FocusGained() {
	i.focused = true
	i.Refresh()
	i.w.rail.scroll.Reveal(i, 0)
}

// FocusLost hides the ring.
func (i *stepItem) FocusLost() { i.focused = false; i.Refresh() }

// MouseIn shows that the step can be opened.
func (i *stepItem) MouseIn(*desktop.MouseEvent) { i.hovered = true; i.Refresh() }

// MouseMoved does nothing.
func (i *stepItem) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows the step as it was.
func (i *stepItem) MouseOut() { i.hovered = false; i.Refresh() }

// Cursor returns the pointing hand.
func (i *stepItem) Cursor() desktop.Cursor { return desktop.PointerCursor }

// HeightAt returns the height of a line, or of several where label and note do not
// fit beside each other.
func (i *stepItem) HeightAt(width float32) float32 {
	label, note := i.rooms(width)
	if i.isPart() {
		return max(partHeight, label+12)
	}
	return max(stepHeight, label+note+14)
}

// rooms returns the heights of the label and of the note below it, 0 for a note
// that stands beside.
func (i *stepItem) rooms(width float32) (label, note float32) {
	room := width - railPadding - i.left() - look.MarkSize - 10
	label = i.label.HeightAt(room)
	beside := fyne.MeasureText(i.label.Words(), look.SizeText, fyne.TextStyle{Bold: true}).Width + i.note.MinSize().Width + 8
	if i.note.Words() != "" && beside > room {
		note = i.note.MinSize().Height
	}
	return label, note
}

// MinSize returns the height of a line.
func (i *stepItem) MinSize() fyne.Size { return fyne.NewSize(100, i.HeightAt(railWidth-1)) }

// CreateRenderer draws the line.
func (i *stepItem) CreateRenderer() fyne.WidgetRenderer {
	r := &stepRenderer{
		item: i, ground: look.NewPanel(look.Clear, look.Clear, 0),
		bar: look.NewPanel(look.Clear, look.Clear, 0), ring: look.NewPanel(look.Clear, look.Clear, 6),
	}
	r.Refresh()
	return look.Laid(r, i.Size())
}

type stepRenderer struct {
	item              *stepItem
	ground, bar, ring *look.Panel
}

func (r *stepRenderer) MinSize() fyne.Size { return r.item.MinSize() }
func (r *stepRenderer) Destroy()           {}
func (r *stepRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.ring, r.item.mark, r.item.label, r.item.note}
}

func (r *stepRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height))
	r.ring.Move(fyne.NewPos(6, 2))
	r.ring.Resize(size.SubtractWidthHeight(12, 4))
	i := r.item
	left := i.left() + look.MarkSize + 10
	label, note := i.rooms(size.Width)
	top := (size.Height - label - note) / 2
	look.Put(i.mark, fyne.NewPos(i.left(), top+2), i.mark.MinSize())
	look.Put(i.label, fyne.NewPos(left, top), fyne.NewSize(size.Width-railPadding-left, label))
	beside := i.note.MinSize()
	if note > 0 {
		look.Put(i.note, fyne.NewPos(left, top+label), beside)
		return
	}
	look.Put(i.note, fyne.NewPos(size.Width-railPadding-beside.Width, (size.Height-beside.Height)/2), beside)
}

func (r *stepRenderer) Refresh() {
	ground, bar, ring := look.Clear, look.Clear, look.Clear
	if r.item.hovered {
		ground = look.Hover
	}
	if r.item.current() {
		ground, bar = look.Tint, look.Accent
	}
	if r.item.focused {
		ring = look.Accent
	}
	r.ground.Set(ground, look.Clear, 0)
	r.bar.Set(bar, look.Clear, 0)
	r.ring.Set(look.Clear, ring, 2)
	r.Layout(r.item.Size())
	canvas.Refresh(r.item)
}
