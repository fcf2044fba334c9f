package field

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// pointer is where the mouse is with what it does.
type pointer struct {
	bar     bool      // it drags the bar
	turned  float32   // of the wheel, and not yet scrolled
	doubled time.Time // when it was clicked twice
}

// thrice is how soon after a double click another one selects the paragraph.
const thrice = 400 * time.Millisecond

// Cursor returns the caret's shape.
func (e *Entry) Cursor() desktop.Cursor { return desktop.TextCursor }

// Tapped takes the focus.
func (e *Entry) Tapped(*fyne.PointEvent) { e.takeFocus() }

func (e *Entry) takeFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && !e.focus {
		c.Focus(e)
	}
}

// MouseDown puts the caret under the pointer, and with Shift the selection's end.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.takeFocus()
	e.bar = e.scrolls() && m.Position.X > e.Size().Width-barZone
	switch {
	case e.bar:
		mouse{e}.scrollTo(m.Position.Y)
	case m.Button == desktop.MouseButtonSecondary && e.caret != e.anchor: // the menu is for the selection
	case time.Since(e.doubled) < thrice:
		mouse{e}.selectParagraph()
	default:
		mouse{e}.point(m.Position, e.shift || m.Modifier&fyne.KeyModifierShift != 0)
	}
}

// MouseUp does nothing: the selection is made already.
func (e *Entry) MouseUp(*desktop.MouseEvent) {}

// Dragged selects up to the pointer.
func (e *Entry) Dragged(d *fyne.DragEvent) {
	if e.bar {
		mouse{e}.scrollTo(d.Position.Y)
		return
	}
	mouse{e}.point(d.Position, true)
}

// DragEnd ends a selection by the mouse.
func (e *Entry) DragEnd() { e.bar = false }

// DoubleTapped selects the word under the pointer.
func (e *Entry) DoubleTapped(*fyne.PointEvent) {
	e.doubled = time.Now()
	to := e.caret
	if to == len(e.text) || to > 0 && class(e.text[to]) == 0 {
		to--
	}
	if to < 0 {
		return
	}
	kind, from := class(e.text[to]), to
	for ; from > 0 && e.text[from-1] != '\n' && class(e.text[from-1]) == kind; from-- {
	}
	for to < len(e.text) && e.text[to] != '\n' && class(e.text[to]) == kind {
		to++
	}
	mouse{e}.selectFrom(from, to)
}

// TappedSecondary opens the menu of the clipboard.
func (e *Entry) TappedSecondary(at *fyne.PointEvent) {
	e.takeFocus()
	board := fyne.CurrentApp().Clipboard()
	item := func(words string, s fyne.Shortcut) *fyne.MenuItem {
		return fyne.NewMenuItem(lang.L(words), func() { e.TypedShortcut(s) })
	}
	items := []*fyne.MenuItem{
		item("Cut", &fyne.ShortcutCut{Clipboard: board}), item("Copy", &fyne.ShortcutCopy{Clipboard: board}),
		item("Paste", &fyne.ShortcutPaste{Clipboard: board}), item("Select all", &fyne.ShortcutSelectAll{}),
	}
	if e.readOnly {
		items = []*fyne.MenuItem{items[1], items[3]}
	}
	driver := fyne.CurrentApp().Driver()
	place := driver.AbsolutePositionForObject(e).Add(at.Position)
	widget.NewPopUpMenu(fyne.NewMenu("", items...), driver.CanvasForObject(e)).ShowAtPosition(place)
}

// wheel is over an input and takes the mouse wheel. The input itself does not: the
// toolkit clips what takes it, and cuts its edge.
type wheel struct {
	widget.BaseWidget
	entry *Entry
}

func newWheel(e *Entry) *wheel {
	w := &wheel{entry: e}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled scrolls the input or the page.
func (w *wheel) Scrolled(s *fyne.ScrollEvent) { mouse{w.entry}.scrolled(s) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// mouse is what the mouse does in an input.
type mouse struct{ *Entry }

// point moves the caret to a position.
func (m mouse) point(at fyne.Position, selecting bool) {
	lines, row := m.seen(), 0
	if m.multiLine {
		lines, row = m.laid(), m.top+int((at.Y-entryPadding)/m.line())
		if at.Y < entryPadding {
			row = m.top - 1
		}
	}
	line := lines[min(max(0, row), len(lines)-1)]
	to := m.at(line, at.X-entryPadding)
	if !m.multiLine && to == line.To && at.X > m.Size().Width { // dragged beyond the edge
		to = min(len(m.text), to+1)
	}
	m.move(to, selecting)
	m.ending = to == line.To
	m.Refresh()
}

func (m mouse) selectParagraph() {
	from, to := m.caret, m.caret
	for from > 0 && m.text[from-1] != '\n' {
		from--
	}
	for to < len(m.text) && m.text[to] != '\n' {
		to++
	}
	m.selectFrom(from, to)
}

func (m mouse) selectFrom(from, to int) {
	m.move(to, false)
	m.anchor = from
	m.Refresh()
}

// scrolled scrolls the page: the toolkit gives the wheel to what is under the pointer,
// and a page full of inputs could not be scrolled. A long text keeps the wheel while it
// is typed in, as far as it reaches.
func (m mouse) scrolled(s *fyne.ScrollEvent) {
	most := len(m.laid()) - m.rows
	if !m.focus || !m.scrolls() || m.top == 0 && s.Scrolled.DY > 0 || m.top >= most && s.Scrolled.DY < 0 {
		m.host.Wheel(s)
		return
	}
	m.turned += s.Scrolled.DY
	by := int(m.turned / m.line())
	m.turned -= float32(by) * m.line()
	m.top = min(max(0, m.top-by), most)
	m.redraw()
}

// scrollTo moves the bar's middle to a height.
func (m mouse) scrollTo(y float32) {
	lines := float32(len(m.laid()))
	m.top = int(y/m.Size().Height*lines - float32(m.rows)/2)
	m.top = min(max(0, m.top), len(m.lines)-m.rows)
	m.redraw()
}
