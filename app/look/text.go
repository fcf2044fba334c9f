package look

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Style is how a text is set.
type Style struct {
	Size float32 // 0 stands for SizeText
	Bold bool
	Ink  Ink // "" stands for Words
	// One keeps the text on one line, which then is as wide as it is long.
	One   bool
	Align fyne.TextAlign
}

// Text is text on a page: without margins, with the line height of the look, and
// broken as Chinese is.
type Text struct {
	widget.BaseWidget
	text  string
	style Style

	wrapped []string
	width   float32  // for which wrapped was made
	marked  [][2]int // parts on a coloured ground, in bytes
}

// NewText returns a text in the given style.
func NewText(text string, style Style) *Text {
	if style.Size == 0 {
		style.Size = SizeText
	}
	if style.Ink == "" {
		style.Ink = Words
	}
	t := &Text{text: text, style: style, width: -1}
	t.ExtendBaseWidget(t)
	return t
}

// Set shows another text.
func (t *Text) Set(text string) {
	if text == t.text {
		return
	}
	t.text, t.width = text, -1
	t.Refresh()
}

// Mark puts parts of the text on a coloured ground; each is from a byte to another one.
func (t *Text) Mark(parts [][2]int) {
	if len(parts)+len(t.marked) > 0 {
		t.marked = parts
		t.Refresh()
	}
}

// SetInk shows the text in another colour.
func (t *Text) SetInk(ink Ink) {
	if ink != t.style.Ink {
		t.style.Ink = ink
		t.Refresh()
	}
}

// SetBold shows the text bold or not.
func (t *Text) SetBold(bold bool) {
	if bold != t.style.Bold {
		t.style.Bold, t.width = bold, -1
		t.Refresh()
	}
}

// Words returns the text.
func (t *Text) Words() string { return t.text }

func (t *Text) measure() *Measure { return NewMeasure(t.style.Size, t.style.Bold) }

// raise moves the line up by a share of its size: Chinese characters stand a
// little below the middle between the font's ascent and descent.
const raise = 0.06

func (t *Text) line() float32 {
	return float32(math.Round(float64(t.style.Size * lineHeight)))
}

func (t *Text) lines(width float32) []string {
	if t.style.One {
		return []string{t.text}
	}
	if width != t.width {
		t.wrapped, t.width = wrap(t.text, width, t.measure()), width
	}
	return t.wrapped
}

// HeightAt returns the height of the text at a width.
func (t *Text) HeightAt(width float32) float32 {
	return t.line() * float32(len(t.lines(width)))
}

// MinSize returns the size of one line, or for text that wraps the height at the
// width it has.
func (t *Text) MinSize() fyne.Size {
	if t.style.One {
		return fyne.NewSize(t.measure().Text(t.text), t.line())
	}
	if t.Size().Width <= 0 {
		return fyne.NewSize(t.style.Size, t.line())
	}
	return fyne.NewSize(t.style.Size, t.HeightAt(t.Size().Width))
}

// CreateRenderer draws the lines.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return Laid(&textRenderer{text: t}, t.Size()) }

type textRenderer struct {
	text    *Text
	marks   []fyne.CanvasObject // below the lines
	lines   []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) MinSize() fyne.Size           { return r.text.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}

func (r *textRenderer) Layout(size fyne.Size) {
	t := r.text
	words := t.lines(size.Width)
	for len(r.lines) < len(words) {
		line := canvas.NewText("", ColourOf(t.style.Ink))
		r.lines = append(r.lines, line)
	}
	r.lines = r.lines[:len(words)]
	r.mark(words)
	r.objects = append(r.objects[:0], r.marks...)
	for i, line := range r.lines {
		r.place(line, words[i], i)
		r.objects = append(r.objects, line)
	}
}

// mark draws the grounds of the marked parts, which may go on in the next line.
func (r *textRenderer) mark(words []string) {
	r.marks = r.marks[:0]
	t, end := r.text, 0
	if len(t.marked) == 0 {
		return
	}
	m := t.measure()
	for i, line := range words {
		at := strings.Index(t.text[end:], line)
		if at < 0 {
			continue
		}
		start := end + at
		end = start + len(line)
		for _, part := range t.marked {
			from, to := max(part[0], start), min(part[1], end)
			if from >= to {
				continue
			}
			ground := canvas.NewRectangle(ColourOf(Halo))
			ground.Move(fyne.NewPos(m.Text(t.text[start:from]), float32(i)*t.line()))
			ground.Resize(fyne.NewSize(m.Text(t.text[from:to]), t.line()))
			r.marks = append(r.marks, ground)
		}
	}
}

func (r *textRenderer) place(line *canvas.Text, words string, i int) {
	t := r.text
	line.Text, line.TextSize, line.Color = words, t.style.Size, ColourOf(t.style.Ink)
	line.TextStyle, line.Alignment = fyne.TextStyle{Bold: t.style.Bold}, t.style.Align
	height := line.MinSize().Height
	line.Resize(fyne.NewSize(t.Size().Width, height))
	line.Move(fyne.NewPos(0, float32(i)*t.line()+(t.line()-height)/2-t.style.Size*raise))
}

func (r *textRenderer) Refresh() {
	r.Layout(r.text.Size())
	for _, line := range r.lines {
		line.Refresh()
	}
	canvas.Refresh(r.text)
}

// Fitted returns a text that is cut, with a sign, where it is wider than its room on one
// line.
func Fitted(text string, room, size float32, bold bool) string {
	m := NewMeasure(size, bold)
	if m.Text(text) <= room {
		return text
	}
	room -= m.Text("…")
	var width float32
	for i, r := range text {
		if width += m.Width(r); width > room {
			return text[:i] + "…"
		}
	}
	return text
}
