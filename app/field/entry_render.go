package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/look"
)

type entryRenderer struct {
	entry    *Entry
	box      *look.Panel
	marks    []*canvas.Rectangle // of the selection, one a line
	lines    []*canvas.Text
	caret    *canvas.Rectangle
	bar      *canvas.Rectangle
	wheel    *wheel
	blink    *fyne.Animation
	blinking bool
}

func (r *entryRenderer) MinSize() fyne.Size { return r.entry.MinSize() }

func (r *entryRenderer) Destroy() { r.blink.Stop() }

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.box}
	for _, mark := range r.marks {
		objects = append(objects, mark)
	}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	return append(objects, r.caret, r.bar, r.wheel)
}

func (r *entryRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.wheel.Resize(size)
	r.entry.follow()
	r.draw()
}

// Refresh draws what is seen round the caret.
func (r *entryRenderer) Refresh() {
	r.entry.follow()
	r.draw()
	canvas.Refresh(r.entry)
}

func (r *entryRenderer) draw() {
	e := r.entry
	if e.Size().IsZero() {
		return // it has no place yet
	}
	r.box.Set(e.box())
	seen := e.seen()
	for i := range r.lines {
		line := look.Span{}
		if i < len(seen) {
			line = seen[i]
		}
		r.drawLine(i, line)
	}
	r.drawCaret()
	look.Show(r.bar, e.scrolls())
	if e.scrolls() {
		r.bar.FillColor = look.ColourOf(look.Edge)
		at, size := e.barPlace()
		r.bar.Move(at)
		r.bar.Resize(size)
	}
}

func (r *entryRenderer) drawLine(i int, line look.Span) {
	e, text, mark := r.entry, r.lines[i], r.marks[i]
	y := entryPadding + float32(i)*e.line()
	ink := look.Words
	if e.readOnly {
		ink = look.Grey
	}
	words := string(e.text[line.From:line.To])
	text.Color, text.TextSize = look.ColourOf(ink), look.SizeText
	text.Move(fyne.NewPos(entryPadding, y))
	if text.Text != words {
		text.Text = words
		text.Resize(fyne.NewSize(e.room(), text.MinSize().Height))
	}
	text.Refresh()
	from, to := e.selection()
	from, to = max(from, line.From), min(to, line.To)
	look.Show(mark, from < to)
	if from < to {
		left := e.across(line.From, from)
		mark.FillColor = look.ColourOf(look.Halo)
		mark.Move(fyne.NewPos(entryPadding+left, y))
		mark.Resize(fyne.NewSize(min(e.across(from, to), e.room()-left), e.line()))
	}
}

func (r *entryRenderer) drawCaret() {
	e := r.entry
	at := e.CursorPosition()
	inside := at.Y >= entryPadding && at.Y < entryPadding+float32(e.rows)*e.line()
	r.caret.FillColor = look.ColourOf(look.Accent)
	r.caret.Move(at.SubtractXY(caretWidth/2, 0))
	r.caret.Resize(fyne.NewSize(caretWidth, e.line()))
	look.Show(r.caret, e.focus && !e.readOnly && inside)
	if blinks := e.focus && !e.readOnly; blinks != r.blinking {
		r.blinking = blinks
		if blinks {
			r.blink.Start()
		} else {
			r.blink.Stop()
		}
	}
}

// tick hides the caret in the second half of each second.
func (r *entryRenderer) tick(done float32) {
	colour := look.ColourOf(look.Accent)
	if done > 0.5 && done < 1 {
		colour = look.ColourOf(look.Clear)
	}
	if r.caret.FillColor != colour {
		r.caret.FillColor = colour
		r.caret.Refresh()
	}
}
