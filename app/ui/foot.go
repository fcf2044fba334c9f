package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/say"
)

// foot leads to the steps before and after, and counts what is answered and open.
type foot struct {
	w              *Window
	answered       *look.Text  // of how many questions
	done           *look.Panel // how much of them, along the upper edge
	share          float32
	previous, next *look.Button
	counts         []*look.Text // number, words, number, words …
	saved          *look.Text   // whether the file is safe, where no rail says so
	middle         *fyne.Container
	object         *fyne.Container
}

func newFoot(w *Window) *foot {
	f := &foot{w: w, middle: look.Row(4)}
	f.saved = look.NewText("", look.Style{Size: look.SizeSmall, Ink: look.Grey, One: true})
	f.previous = look.NewButton(look.Outlined, "", func() { w.room.Proceed(w.room.Beside(w.room.Spot(), -1)) })
	f.next = look.NewButton(look.Filled, "", func() { w.room.Proceed(w.room.Beside(w.room.Spot(), 1)) })
	f.answered = look.NewText("", look.Style{Size: look.SizeNote, Bold: true, One: true})
	f.done = look.NewPanel(look.Accent, look.Clear, 0)
	f.middle.Add(f.answered)
	for _, c := range page.Counts {
		if c.Words.Empty() {
			continue
		}
		f.middle.Add(look.NewText("·", look.Style{Size: look.SizeNote, Ink: look.Grey, One: true}))
		number := look.NewText("", look.Style{Size: look.SizeNote, Bold: true, One: true})
		words := look.NewText(w.Say(c.Words), look.Style{Size: look.SizeNote, Ink: look.Grey, One: true})
		f.counts = append(f.counts, number)
		f.middle.Add(number)
		f.middle.Add(words)
	}
	f.object = container.New(f,
		look.NewPanel(look.Paper, look.Clear, 0), look.Rule(), f.previous, f.middle, f.next, f.saved, f.done)
	return f
}

// MinSize returns the height of the foot.
func (f *foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, footHeight) }

// Layout puts the buttons at the sides and the counts in the middle between them.
func (f *foot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width, 1))
	f.done.Resize(fyne.NewSize(size.Width*f.share, doneHeight))
	place := func(o fyne.CanvasObject, x float32) {
		o.Resize(o.MinSize())
		o.Move(fyne.NewPos(x, (size.Height-o.MinSize().Height)/2))
	}
	f.label(size.Width)
	left, right := page.Margin(size.Width), size.Width-page.Margin(size.Width)
	if f.previous.Visible() {
		place(f.previous, left)
		left += f.previous.MinSize().Width
	}
	if f.next.Visible() {
		right -= f.next.MinSize().Width
		place(f.next, right)
	}
	width := f.middle.MinSize().Width
	x := min(max((size.Width-width)/2, left+footGap), right-footGap-width)
	place(f.middle, x)
	f.middle.Layout.Layout(f.middle.Objects, f.middle.Size())
	look.Show(f.saved, !f.w.rail.object.Visible())
	if f.saved.Visible() {
		f.middle.Move(fyne.NewPos(x, footHeight/2-f.middle.MinSize().Height-1))
		f.saved.Resize(f.saved.MinSize())
		f.saved.Move(fyne.NewPos(x+(width-f.saved.MinSize().Width)/2, footHeight/2+1))
	}
}

// showFile says whether the application is safe.
func (f *foot) showFile(state string) {
	f.saved.Set(state)
	f.Layout(f.object.Objects, f.object.Size())
}

const (
	footGap    float32 = 16
	doneHeight float32 = 3
)

// label names the steps on the buttons where there is room for their names.
func (f *foot) label(width float32) {
	before, after := f.w.room.Beside(f.w.room.Spot(), -1), f.w.room.Beside(f.w.room.Spot(), 1)
	f.button(f.previous, say.F("上一步 %s", f.w.room.Title(before)), before)
	f.button(f.next, say.F("下一步 %s", f.w.room.Title(after)), after)
	needed := f.middle.MinSize().Width + 2*footGap + 2*page.Margin(width)
	for _, b := range []*look.Button{f.previous, f.next} {
		if b.Visible() {
			needed += b.MinSize().Width
		}
	}
	if needed > width && width > 0 {
		f.previous.SetLabel(f.w.sayf("上一步"))
		f.next.SetLabel(f.w.sayf("下一步"))
	}
}

func (f *foot) update() {
	if f == nil {
		return
	}
	answered, asked := forms.Count(f.w.View(), f.w.draft.Notice().Demands(f.w.View()))
	f.answered.Set(f.w.sayf("已答%d/%d", answered, asked))
	f.share = float32(answered) / float32(max(1, asked))
	counts := f.w.room.CountOf(func(check.Finding) bool { return true })
	shown := f.counts
	for _, c := range page.Counts {
		if !c.Words.Empty() {
			shown[0].Set(strconv.Itoa(counts[c.Outcome]))
			shown = shown[1:]
		}
	}
	f.Layout(f.object.Objects, f.object.Size())
}

func (f *foot) button(b *look.Button, words say.Text, to page.Spot) {
	if to.Step == "" {
		b.Hide()
		return
	}
	b.SetLabel(f.w.Say(words))
	b.Show()
}
