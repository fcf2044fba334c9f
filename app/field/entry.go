package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"zhicheng/forms"
)

// Entry is an input of text. Tab always leaves it, undo and redo are those of the
// application, and it is as wide as its answer is long.
type Entry struct {
	widget.Entry
	// OnLeft is called when the input loses the focus.
	OnLeft func()

	host    Host
	width   float32
	focused bool
	onFocus func(focused bool) // nil for most
}

// NewEntry returns an input of one line.
func NewEntry(host Host, width float32) *Entry {
	e := &Entry{host: host, width: width}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.OnCursorChanged = e.caretMoved
	e.ExtendBaseWidget(e)
	return e
}

// NewLongEntry returns an input of several lines; rows is how many are seen.
func NewLongEntry(host Host, rows int) *Entry {
	e := &Entry{host: host}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapBreak
	e.OnCursorChanged = e.caretMoved
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(rows)
	return e
}

// MinSize returns the width of the answer and the height of the lines.
func (e *Entry) MinSize() fyne.Size {
	size := e.Entry.MinSize()
	if e.width > 0 {
		size.Width = e.width
	}
	return size
}

// HeightAt returns the height, which the width does not change.
func (e *Entry) HeightAt(float32) float32 { return e.MinSize().Height }

// AcceptsTab says that Tab is not text.
func (e *Entry) AcceptsTab() bool { return false }

// Focused reports whether the input has the focus.
func (e *Entry) Focused() bool { return e.focused }

// FocusGained shows the caret and scrolls to the input.
func (e *Entry) FocusGained() {
	e.focused = true
	e.focusChanged()
	e.Entry.FocusGained()
	e.host.Reveal(e)
	e.host.Caret(e)
}

func (e *Entry) focusChanged() {
	if e.onFocus != nil {
		e.onFocus(e.focused)
	}
}

func (e *Entry) caretMoved() {
	if e.focused {
		e.host.Caret(e)
	}
}

// FocusLost finishes the answer.
func (e *Entry) FocusLost() {
	e.focused = false
	e.focusChanged()
	e.Entry.FocusLost()
	e.host.Break()
	if e.OnLeft != nil {
		e.OnLeft()
	}
}

// TypedKey lets Enter go to the next question and the page keys move the page.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.host.Key(key)
		return
	}
	if !e.MultiLine {
		switch key.Name {
		case fyne.KeyReturn, fyne.KeyEnter:
			fyne.CurrentApp().Driver().CanvasForObject(e).FocusNext()
			return
		case fyne.KeyPageUp, fyne.KeyPageDown:
			e.host.Key(key)
			return
		}
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut hands undo, redo and what text editing does not know to the
// window.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if e.host.Shortcut(s) {
		return
	}
	paste, ok := s.(*fyne.ShortcutPaste)
	if !ok {
		e.Entry.TypedShortcut(s)
		return
	}
	plain := clip{paste.Clipboard, e.MultiLine}
	// Without text the widget would take the selection away and tell nobody.
	if plain.Content() != "" {
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: plain})
	}
}

// clip is a clipboard whose line ends suit the input before they come into it, so
// that the caret stands behind what was pasted.
type clip struct {
	fyne.Clipboard
	lines bool
}

// Content returns what is pasted; the widget writes blanks for the line ends inside
// an input of one line.
func (c clip) Content() string {
	text := forms.PlainLines(c.Clipboard.Content())
	if !c.lines {
		text = strings.Trim(text, "\n")
	}
	return text
}

// show replaces the text; the caret stays where it was as far as the text reaches.
func (e *Entry) show(text string) {
	if e.Text == text {
		return
	}
	changed := e.OnChanged
	e.OnChanged = nil
	e.SetText(text)
	e.OnChanged = changed
}
