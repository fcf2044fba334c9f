package field

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms"
)

// Entry is an input of text. Tab always leaves it, undo and redo are those of the
// application, and it is as wide as its answer is long. What a key costs grows little
// with the text: lines are broken by the widths of characters, and only those that are
// seen are drawn. The toolkit's own input needs a tenth of a second for a key in 2,000
// characters.
type Entry struct {
	widget.BaseWidget
	// OnEdit makes an edit where the text is kept, and returns what the input shows
	// then and where the caret is in it. Where it is nil the input keeps its text.
	OnEdit func(forms.Edit) (text string, caret int)
	// OnChanged is called after each edit, with the text.
	OnChanged func(text string)
	// OnEntered is called by Enter in an input of one line; nil goes to what comes next.
	OnEntered func()
	// OnLeft is called when the input loses the focus.
	OnLeft func()

	host     Host
	readOnly bool
	width    float32 // 0 for the whole line

	set
	moved bool    // the caret, since the last edit
	wish  float32 // the place in a line to which going up and down returns, -1 for none
	focus bool
	shift bool
	pointer
	drawn *entryRenderer // nil while it is not shown
}

// NewEntry returns an input of one line.
func NewEntry(host Host, width float32) *Entry {
	return newEntry(&Entry{host: host, width: width, set: set{rows: 1}})
}

// NewLongEntry returns an input of several lines; rows is how many are seen.
func NewLongEntry(host Host, rows int) *Entry {
	return newEntry(&Entry{host: host, set: set{rows: rows, multiLine: true}})
}

// NewReading returns a long text that can be read and copied; rows is how many lines
// are seen.
func NewReading(host Host, rows int) *Entry {
	return newEntry(&Entry{host: host, set: set{rows: rows, multiLine: true}, readOnly: true})
}

func newEntry(e *Entry) *Entry {
	e.wish, e.size, e.measure = -1, e.Size, look.NewMeasure(look.SizeText, false)
	e.ExtendBaseWidget(e)
	return e
}

// Text returns what the input shows.
func (e *Entry) Text() string { return string(e.text) }

// MultiLine reports whether the text may have several lines.
func (e *Entry) MultiLine() bool { return e.multiLine }

// SetText puts another text in the place of all that is there, as an edit.
func (e *Entry) SetText(text string) {
	e.edit(forms.Edit{To: len(e.text), Text: e.plain(text)})
}

// Caret returns before which character the caret is.
func (e *Entry) Caret() int { return e.caret }

// SetCaret moves the caret before the character of a number.
func (e *Entry) SetCaret(caret int) { e.move(min(max(0, caret), len(e.text)), false) }

// Selected returns the text that is selected.
func (e *Entry) Selected() string {
	from, to := e.selection()
	return string(e.text[from:to])
}

// show replaces the text; the caret stays where it was as far as the text reaches.
func (e *Entry) show(text string) {
	if e.Text() != text {
		e.replace([]rune(text), e.caret)
	}
}

func (e *Entry) replace(text []rune, caret int) {
	e.text, e.broken = text, 0
	e.caret = min(caret, len(text))
	e.anchor, e.ending, e.wish = e.caret, false, -1
	e.Refresh()
	e.caretMoved()
}

// edit changes the text.
func (e *Entry) edit(c forms.Edit) {
	if e.readOnly {
		return
	}
	c.Moved, e.moved = e.moved, false
	text, caret := c.In(e.text)
	e.text, e.caret, e.anchor, e.broken = text, caret, caret, 0
	if e.OnEdit != nil {
		shown, at := e.OnEdit(c)
		text, caret = []rune(shown), at
	}
	e.replace(text, caret)
	if e.OnChanged != nil {
		e.OnChanged(string(text))
	}
}

// put puts text in the place of the selection.
func (e *Entry) put(text string, pasted bool) {
	from, to := e.selection()
	e.edit(forms.Edit{From: from, To: to, Text: text, Pasted: pasted})
}

// plain returns text as it may stand in the input: plain line ends, and blanks for
// them on one line.
func (e *Entry) plain(text string) string {
	text = forms.PlainLines(strings.ToValidUTF8(text, "\uFFFD"))
	if !e.multiLine {
		text = strings.ReplaceAll(strings.Trim(text, "\n"), "\n", " ")
	}
	return text
}

// MinSize returns the width of the answer and the height of the lines.
func (e *Entry) MinSize() fyne.Size {
	return fyne.NewSize(max(e.width, 2*entryPadding+theme.Size(theme.SizeNameText)), float32(e.rows)*e.line()+2*entryPadding)
}

// HeightAt returns the height, which the width does not change.
func (e *Entry) HeightAt(float32) float32 { return e.MinSize().Height }

// AcceptsTab says that Tab is not text.
func (e *Entry) AcceptsTab() bool { return false }

// Focused reports whether the input has the focus.
func (e *Entry) Focused() bool { return e.focus }

// FocusGained shows the caret and scrolls to the input.
func (e *Entry) FocusGained() {
	e.focus = true
	e.Refresh()
	e.host.Reveal(e)
	e.host.Caret(e)
}

// FocusLost finishes the answer.
func (e *Entry) FocusLost() {
	e.focus, e.shift, e.moved = false, false, true
	e.Refresh()
	e.host.Break()
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

func (e *Entry) caretMoved() {
	if e.focus {
		e.host.Caret(e)
	}
}

// CreateRenderer draws the box, the lines that are seen, selection and caret.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{
		entry: e, box: look.NewPanel(look.Paper, look.Edge, 6),
		caret: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), wheel: newWheel(e),
	}
	for range e.rows {
		r.lines = append(r.lines, canvas.NewText("", nil))
		r.marks = append(r.marks, canvas.NewRectangle(nil))
	}
	r.blink = &fyne.Animation{Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Tick: r.tick}
	r.bar.CornerRadius = barWidth / 2
	e.drawn = r
	return look.Laid(r, e.Size())
}

// redraw draws what is seen, wherever the caret is.
func (e *Entry) redraw() {
	if e.drawn != nil {
		e.drawn.draw()
		canvas.Refresh(e)
	}
}

// box is the ground and the edge of the input.
func (e *Entry) box() (fill, edge look.Ink, stroke float32) {
	switch {
	case e.focus:
		return look.Paper, look.Accent, 2
	case e.readOnly:
		return look.Ground, look.Line, 1
	}
	return look.Paper, look.Edge, 1
}
