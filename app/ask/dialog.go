package ask

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// Dialog is a card over the window that has to be answered.
type Dialog struct {
	widget.BaseWidget
	// Scroll is what it shows, where the window is too low for all of it.
	Scroll *look.Scroll
	// Left runs when it is left without an answer; nil for nothing.
	Left func()
	// Card is what is seen of it over the veil.
	Card *fyne.Container

	window fyne.Window
}

// Dismiss leaves the dialog without any of its answers.
func (d *Dialog) Dismiss() {
	d.Close()
	if d.Left != nil {
		d.Left()
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

// Button is one answer of a dialog.
type Button struct {
	Words  say.Text
	Filled bool   // it is the one that most want
	Tapped func() // nil for nothing but the end of the dialog
}

// Ask opens a dialog with a title, what it shows, and its answers. The filled one has
// the focus; where none is, the first has it, because the others destroy something.
// Escape gives none.
func (a *Asker) Ask(title say.Text, content fyne.CanvasObject, buttons ...Button) *Dialog {
	d := &Dialog{window: a.window}
	row := look.Row(look.SmallGap)
	var focused *look.Button
	for _, b := range buttons {
		kind := look.Outlined
		if b.Filled {
			kind = look.Filled
		}
		answer := look.NewButton(kind, a.say(b.Words), func() {
			d.Close()
			if b.Tapped != nil {
				b.Tapped()
			}
		})
		if b.Filled || focused == nil {
			focused = answer
		}
		row.Add(answer)
	}
	each(content, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok {
			b.OnFocus = d.Reveal
		}
	})
	d.Scroll = look.NewScroll(container.New(dialogContent{}, content))
	heading := look.NewText(a.say(title), look.Style{Size: look.SizeHead, Bold: true})
	body := container.New(dialogBody{}, heading, d.Scroll, container.New(rightAligned{}, row))
	d.Card = look.Backed(look.NewPanel(look.Paper, look.Line, 8), look.Inset(look.Even(dialogMargin), body))
	d.ExtendBaseWidget(d)
	d.Resize(a.window.Canvas().Size())
	a.window.Canvas().Overlays().Add(d)
	if focused != nil {
		a.window.Canvas().Focus(focused)
	}
	return d
}

// Reveal scrolls to what got the focus.
func (d *Dialog) Reveal(o fyne.CanvasObject) { d.Scroll.Reveal(o, look.SmallGap) }

// Close takes the dialog away.
func (d *Dialog) Close() { d.window.Canvas().Overlays().Remove(d) }

// Arrange lays the dialog out again after what it shows changed.
func (d *Dialog) Arrange() {
	d.Refresh()
	look.Arrange(d.Card)
}

// CreateRenderer draws a veil over the window and the card in its middle.
func (d *Dialog) CreateRenderer() fyne.WidgetRenderer {
	content := container.New(sheet{}, look.NewPanel(look.Veil, look.Clear, 0), d.Card)
	return look.Laid(widget.NewSimpleRenderer(content), d.Size())
}

// sheet puts a card in the middle of the window.
type sheet struct{}

func (sheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(dialogWidth, 200) }

func (sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := min(look.Height(objects[1], dialogWidth), size.Height-20)
	look.Put(objects[0], fyne.Position{}, size)
	look.Put(objects[1], fyne.NewPos((size.Width-dialogWidth)/2, max(10, (size.Height-height)*0.4)), fyne.NewSize(dialogWidth, height))
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
	look.Put(heading, fyne.Position{}, fyne.NewSize(size.Width, top))
	room := max(0, size.Height-besidesContent(objects, size.Width))
	// The bar of the scroll stands in the margin, beside what is scrolled.
	look.Put(scroll, fyne.NewPos(-ringRoom, top+look.Gap-ringRoom), fyne.NewSize(size.Width+ringRoom+dialogMargin/2, room+2*ringRoom))
	look.Arrange(scroll.Content)
	height := look.Height(answers, size.Width)
	look.Put(answers, fyne.NewPos(0, size.Height-height), fyne.NewSize(size.Width, height))
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
	look.Put(objects[0], fyne.NewSquareOffsetPos(ringRoom), fyne.NewSize(width, look.Height(objects[0], width)))
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
