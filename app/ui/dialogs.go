package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
)

// question is a card over the window that has to be answered.
type question struct {
	widget.BaseWidget
	w     *Window
	card  *fyne.Container
	leave func() // what its first answer does
}

// asked returns the dialog that is open on top, nil for none.
func (w *Window) asked() *question {
	d, _ := w.window.Canvas().Overlays().Top().(*question)
	return d
}

// dismiss gives the first answer, which changes nothing.
func (d *question) dismiss() {
	d.close()
	if d.leave != nil {
		d.leave()
	}
}

const dialogWidth float32 = 500

// button is one answer of a dialog; tapped may be nil.
type button struct {
	words  string
	filled bool
	tapped func()
}

// ask opens a dialog with a title, what it shows, and its answers; the last one
// has the focus, and Escape gives the first.
func (w *Window) ask(title string, content fyne.CanvasObject, buttons ...button) *question {
	d := &question{w: w}
	row := look.Row(look.SmallGap)
	var last *look.Button
	for i, b := range buttons {
		if i == 0 {
			d.leave = b.tapped
		}
		kind := look.Outlined
		if b.filled {
			kind = look.Filled
		}
		last = look.NewButton(kind, w.Say(b.words), func() {
			d.close()
			if b.tapped != nil {
				b.tapped()
			}
		})
		last.OnKey = w.Key
		row.Add(last)
	}
	body := look.Column(look.Gap, look.NewText(w.Say(title), look.Style{Size: look.SizeHead, Bold: true}), content, container.New(rightAligned{}, row))
	d.card = look.Backed(look.NewPanel(look.Paper, look.Line, 8), look.Inset(look.Even(24), body))
	d.ExtendBaseWidget(d)
	d.Resize(w.window.Canvas().Size())
	w.window.Canvas().Overlays().Add(d)
	if last != nil {
		w.window.Canvas().Focus(last)
	}
	return d
}

func (d *question) close() { d.w.window.Canvas().Overlays().Remove(d) }

// CreateRenderer draws a veil over the window and the card in its middle.
func (d *question) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(sheet{}, look.NewPanel(look.Veil, look.Clear, 0), d.card))
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

// tell opens a dialog that says something.
func (w *Window) tell(title, text string) {
	w.ask(title, look.NewText(w.Say(text), look.Style{}), button{words: "知道了", filled: true})
}

// fail tells of an error: what was attempted and what can be done.
func (w *Window) fail(title string, err error, remedy string) {
	w.ask(title, look.Column(6, look.NewText(w.Say(err.Error()), look.Style{}),
		look.NewText(w.Say(remedy), look.Style{Ink: look.Grey})), button{words: "知道了", filled: true})
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
// while it finds the same.
func (w *Window) askAnswer(f check.Finding) {
	original, _ := w.draft.Report().Find(f.ID)
	entry := field.NewLongEntry(w, 3)
	content := look.Column(look.SmallGap, look.NewText(w.Say(f.Question), look.Style{}),
		look.NewText(w.Say("谁答复的、怎么答复的，记在这里，也会印在清单上。"), look.Style{Size: look.SizeNote, Ink: look.Grey}), entry)
	w.ask("记下答复", content, button{words: "取消"}, button{words: "记下", filled: true, tapped: func() {
		if entry.Text == "" {
			return
		}
		w.draft.Edit("", func(a *forms.Applicant) {
			a.Confirmed = append(without(a.Confirmed, f.ID), forms.Confirmation{
				Check: f.ID, Found: original.Found, Answer: entry.Text, Date: forms.DayOf(w.config.Now()).String(),
			})
		})
	}})
	w.window.Canvas().Focus(entry)
}

// dropAnswer opens a question again.
func (w *Window) dropAnswer(id string) {
	w.draft.Edit("", func(a *forms.Applicant) { a.Confirmed = without(a.Confirmed, id) })
}

func without(all []forms.Confirmation, id string) []forms.Confirmation {
	var kept []forms.Confirmation
	for _, c := range all {
		if c.Check != id {
			kept = append(kept, c)
		}
	}
	return kept
}
