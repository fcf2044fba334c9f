package field

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
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
	// OnLeft is called when the input loses the focus.
	OnLeft func()

	host      Host
	multiLine bool
	readOnly  bool
	width     float32 // 0 for the whole line
	rows      int     // lines that are seen

	text   []rune
	caret  int // before the character of this number
	anchor int // where the selection begins or ends, the caret being its other side
	// ending is true for a caret at the end of a line that goes on in the next one.
	ending bool
	moved  bool    // the caret, since the last edit
	wish   float32 // the place in a line to which going up and down returns, -1 for none
	focus  bool
	shift  bool
	pointer
	drawn *entryRenderer // nil while it is not shown

	measure *look.Measure
	lines   []look.Span
	broken  float32 // the width for which lines were made, 0 for none
	top     int     // the first line that is seen, or of one line the first character
}

// NewEntry returns an input of one line.
func NewEntry(host Host, width float32) *Entry {
	return newEntry(&Entry{host: host, width: width, rows: 1})
}

// NewLongEntry returns an input of several lines; rows is how many are seen.
func NewLongEntry(host Host, rows int) *Entry {
	return newEntry(&Entry{host: host, rows: rows, multiLine: true})
}

// NewReading returns a long text that can be read and copied; rows is how many lines
// are seen.
func NewReading(host Host, rows int) *Entry {
	return newEntry(&Entry{host: host, rows: rows, multiLine: true, readOnly: true})
}

func newEntry(e *Entry) *Entry {
	e.wish, e.measure = -1, look.NewMeasure(look.SizeText, false)
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

func (e *Entry) selection() (from, to int) { return min(e.caret, e.anchor), max(e.caret, e.anchor) }

// show replaces the text; the caret stays where it was as far as the text reaches.
func (e *Entry) show(text string) {
	if e.Text() != text {
		e.set([]rune(text), e.caret)
	}
}

func (e *Entry) set(text []rune, caret int) {
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
	e.set(text, caret)
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

const (
	entryPadding float32 = 8
	caretWidth   float32 = 2
)

// line is the height of a line.
func (e *Entry) line() float32 {
	height := fyne.MeasureText("字", look.SizeText, fyne.TextStyle{}).Height
	if e.multiLine {
		height += 2
	}
	return height
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

// room is the width in which the text is set; before the input has a place no text is
// too wide.
func (e *Entry) room() float32 {
	if e.Size().Width == 0 {
		return math.MaxInt32
	}
	return max(1, e.Size().Width-2*entryPadding)
}

// laid returns the lines of the text, one for an input of one line.
func (e *Entry) laid() []look.Span {
	if room := e.room(); e.broken != room {
		e.broken, e.lines = room, []look.Span{{From: 0, To: len(e.text)}}
		if e.multiLine {
			e.lines = e.measure.Break(e.text, room)
		}
	}
	return e.lines
}

// rowOf returns the line in which a place in the text is.
func (e *Entry) rowOf(place int) int {
	lines := e.laid()
	row, _ := slices.BinarySearchFunc(lines, place, func(l look.Span, place int) int { return l.From - place })
	if row == len(lines) || lines[row].From > place {
		row--
	}
	if e.ending && row > 0 && lines[row].From == place && lines[row-1].To == place {
		row--
	}
	return row
}

// seen returns the lines that are seen, with the part of them that is.
func (e *Entry) seen() []look.Span {
	lines := e.laid()
	if e.multiLine {
		return lines[e.top:min(len(lines), e.top+e.rows)]
	}
	end, used := e.top, float32(0)
	for end < len(e.text) && used <= e.room() {
		used += e.measure.Width(e.text[end])
		end++
	}
	if used > e.room() {
		end--
	}
	return []look.Span{{From: e.top, To: max(end, e.top)}}
}

// follow moves what is seen so that the caret is in it.
func (e *Entry) follow() {
	if e.multiLine {
		row := e.rowOf(e.caret)
		e.top = max(min(e.top, row), row-e.rows+1)
		e.top = min(e.top, max(0, len(e.lines)-e.rows))
		return
	}
	e.top = min(e.top, e.caret)
	first, used := e.caret, caretWidth
	for first > 0 && used+e.measure.Width(e.text[first-1]) <= e.room() {
		first--
		used += e.measure.Width(e.text[first])
	}
	e.top = max(e.top, first)
	if e.room() > 2*look.SizeText && e.caret == len(e.text) {
		e.top = first // nothing is hidden at the left that has room
	}
}

// CursorPosition returns the place of the caret in the input.
func (e *Entry) CursorPosition() fyne.Position {
	row := e.rowOf(e.caret)
	if !e.multiLine {
		return fyne.NewPos(entryPadding+e.across(e.top, e.caret), entryPadding)
	}
	x := e.across(e.laid()[row].From, e.caret)
	return fyne.NewPos(entryPadding+min(x, e.room()), entryPadding+float32(row-e.top)*e.line())
}

// across returns the width of a part of a line.
func (e *Entry) across(from, to int) float32 {
	if to <= from {
		return 0
	}
	return e.measure.Text(string(e.text[from:to]))
}

// at returns the place in the text nearest to x in a line.
func (e *Entry) at(line look.Span, x float32) int {
	place, left := line.From, float32(0)
	for place < line.To {
		next := forms.After(e.text[:line.To], place)
		width := e.across(place, next)
		if left+width/2 > x {
			break
		}
		left, place = left+width, next
	}
	return place
}
