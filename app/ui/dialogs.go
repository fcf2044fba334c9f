package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// question is a card over the window that has to be answered.
type question struct {
	widget.BaseWidget
	w      *Window
	card   *fyne.Container
	scroll *look.Scroll // what it shows, where the window is too low for all of it
	left   func()       // runs when it is left without an answer; nil for nothing
}

// asked returns the dialog that is open on top, nil for none.
func (w *Window) asked() *question {
	d, _ := w.window.Canvas().Overlays().Top().(*question)
	return d
}

// dismiss leaves the dialog without any of its answers.
func (d *question) dismiss() {
	d.close()
	if d.left != nil {
		d.left()
	}
}

const (
	dialogWidth float32 = 500
	// dialogMargin stands between the edge of a dialog and what it shows.
	dialogMargin float32 = 24
	// ringRoom is left for the ring of what has the focus where it is scrolled.
	ringRoom float32 = 6
	// mostContent is from which height on what a dialog shows is scrolled.
	mostContent float32 = 460
)

// button is one answer of a dialog; tapped may be nil.
type button struct {
	words  say.Text
	filled bool
	tapped func()
}

// ask opens a dialog with a title, what it shows, and its answers. The filled one has
// the focus; where none is, the first has it, because the others destroy something.
// Escape gives none.
func (w *Window) ask(title say.Text, content fyne.CanvasObject, buttons ...button) *question {
	d := &question{w: w}
	row := look.Row(look.SmallGap)
	var focused *look.Button
	for _, b := range buttons {
		kind := look.Outlined
		if b.filled {
			kind = look.Filled
		}
		answer := look.NewButton(kind, w.Say(b.words), func() {
			d.close()
			if b.tapped != nil {
				b.tapped()
			}
		})
		if b.filled || focused == nil {
			focused = answer
		}
		row.Add(answer)
	}
	each(content, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok {
			b.OnFocus = d.reveal
		}
	})
	d.scroll = look.NewScroll(container.New(dialogContent{}, content))
	heading := look.NewText(w.Say(title), look.Style{Size: look.SizeHead, Bold: true})
	body := container.New(dialogBody{}, heading, d.scroll, container.New(rightAligned{}, row))
	d.card = look.Backed(look.NewPanel(look.Paper, look.Line, 8), look.Inset(look.Even(dialogMargin), body))
	d.ExtendBaseWidget(d)
	d.Resize(w.window.Canvas().Size())
	w.window.Canvas().Overlays().Add(d)
	if focused != nil {
		w.window.Canvas().Focus(focused)
	}
	return d
}

// reveal scrolls to what got the focus.
func (d *question) reveal(o fyne.CanvasObject) { reveal(d.scroll, o, look.SmallGap) }

func (d *question) close() { d.w.window.Canvas().Overlays().Remove(d) }

// CreateRenderer draws a veil over the window and the card in its middle.
func (d *question) CreateRenderer() fyne.WidgetRenderer {
	content := container.New(sheet{}, look.NewPanel(look.Veil, look.Clear, 0), d.card)
	return look.Laid(widget.NewSimpleRenderer(content), d.Size())
}

// sheet puts a card in the middle of the window.
type sheet struct{}

func (sheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(dialogWidth, 200) }

func (sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := min(look.Height(objects[1], dialogWidth), size.Height-20)
	put(objects[0], fyne.Position{}, size)
	put(objects[1], fyne.NewPos((size.Width-dialogWidth)/2, max(10, (size.Height-height)*0.4)), fyne.NewSize(dialogWidth, height))
	look.Arrange(objects[1])
}

// dialogBody puts heading, content and answers below each other; the content gives
// way where the window is low.
type dialogBody struct{}

func (dialogBody) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (dialogBody) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	content := look.Height(objects[1].(*look.Scroll).Content, width)
	return min(content, mostContent) + besidesContent(objects, width)
}

// besidesContent is the height of heading and answers, with the gaps.
func besidesContent(objects []fyne.CanvasObject, width float32) float32 {
	height := look.Height(objects[0], width) + look.Gap
	if answers := look.Height(objects[2], width); answers > 0 {
		height += look.Gap + answers
	}
	return height
}

func (dialogBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	heading, scroll, answers := objects[0], objects[1].(*look.Scroll), objects[2]
	top := look.Height(heading, size.Width)
	put(heading, fyne.Position{}, fyne.NewSize(size.Width, top))
	room := max(0, size.Height-besidesContent(objects, size.Width))
	// The bar of the scroll stands in the margin, beside what is scrolled.
	put(scroll, fyne.NewPos(-ringRoom, top+look.Gap-ringRoom), fyne.NewSize(size.Width+ringRoom+dialogMargin/2, room+2*ringRoom))
	look.Arrange(scroll.Content)
	height := look.Height(answers, size.Width)
	put(answers, fyne.NewPos(0, size.Height-height), fyne.NewSize(size.Width, height))
}

// dialogContent is as wide as a dialog leaves room, whatever it is scrolled in.
type dialogContent struct{}

func (l dialogContent) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.HeightAt(objects, 0)+2*ringRoom)
}

func (dialogContent) HeightAt(objects []fyne.CanvasObject, _ float32) float32 {
	return look.Height(objects[0], dialogWidth-2*dialogMargin)
}

func (dialogContent) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	width := dialogWidth - 2*dialogMargin
	put(objects[0], fyne.NewSquareOffsetPos(ringRoom), fyne.NewSize(width, look.Height(objects[0], width)))
}

// tell opens a dialog that says something.
func (w *Window) tell(title, text say.Text) {
	w.ask(title, look.NewText(w.Say(text), look.Style{}), button{words: say.F("知道了"), filled: true})
}

// fail tells of an error: what was attempted and what can be done.
func (w *Window) fail(title say.Text, err error, remedy say.Text) {
	w.ask(title, look.Column(6, look.NewText(w.Say(say.Of(err)), look.Style{}),
		look.NewText(w.Say(remedy), look.Style{Ink: look.Grey})), button{words: say.F("知道了"), filled: true})
}

// rightAligned puts a row at the right.
type rightAligned struct{}

func (rightAligned) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (rightAligned) HeightAt(objects []fyne.CanvasObject, _ float32) float32 {
	return objects[0].MinSize().Height
}

func (rightAligned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	min := objects[0].MinSize()
	objects[0].Resize(min)
	objects[0].Move(fyne.NewPos(size.Width-min.Width, 0))
}

// askAnswer notes what was answered to a question; the check counts it as settled
// while the facts are the same.
func (w *Window) askAnswer(f check.Finding) {
	entry := field.NewLongEntry(w, 3)
	entry.SetText(w.unsaid[f.ID])
	entry.OnChanged = func(text string) { w.notYet(f.ID, text) }
	content := look.Column(look.SmallGap, look.NewText(w.Say(f.Question), look.Style{}),
		look.NewText(w.sayf("谁答复的、怎么答复的，记在这里，也会印在清单上。"), look.Style{Size: look.SizeNote, Ink: look.Grey}), entry)
	w.ask(say.F("记下答复"), content, button{words: say.F("取消")}, button{words: say.F("记下"), filled: true, tapped: func() {
		if entry.Text() == "" {
			return
		}
		w.notYet(f.ID, "")
		w.edit(answersPath, func(a *forms.Applicant) {
			a.Confirmed = append(without(a.Confirmed, w.draft.Report().Sharing(f.ID)), forms.Confirmation{
				Check: f.ID, Facts: w.draft.Fingerprint(f.ID), Answer: entry.Text(), Date: forms.DayOf(w.config.Now()).String(),
			})
		})
	}})
	w.window.Canvas().Focus(entry)
	entry.SetCaret(len(w.unsaid[f.ID])) // behind what was typed before
}

// notYet keeps what was typed as an answer and not noted, for the next time that the
// question is opened; "" forgets it.
func (w *Window) notYet(id, text string) {
	if w.unsaid == nil {
		w.unsaid = map[string]string{}
	}
	w.unsaid[id] = text
}

// answersPath stands for the answers that were noted: no page asks for them one by
// one, the results show them.
const answersPath = "confirmed"

// dropAnswer opens a question again, for every finding that asks it.
func (w *Window) dropAnswer(id string) {
	w.edit(answersPath, func(a *forms.Applicant) { a.Confirmed = without(a.Confirmed, w.draft.Report().Sharing(id)) })
}

func without(all []forms.Confirmation, ids []string) []forms.Confirmation {
	return slices.DeleteFunc(slices.Clone(all), func(c forms.Confirmation) bool { return slices.Contains(ids, c.Check) })
}
