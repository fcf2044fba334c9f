package field

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
)

// pointer is what the mouse does in an input.
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
		e.scrollTo(m.Position.Y)
	case m.Button == desktop.MouseButtonSecondary && e.caret != e.anchor: // the menu is for the selection
	case time.Since(e.doubled) < thrice:
		e.selectParagraph()
	default:
		e.point(m.Position, e.shift || m.Modifier&fyne.KeyModifierShift != 0)
	}
}

// MouseUp does nothing: the selection is made already.
func (e *Entry) MouseUp(*desktop.MouseEvent) {}

// Dragged selects up to the pointer.
func (e *Entry) Dragged(d *fyne.DragEvent) {
	if e.bar {
		e.scrollTo(d.Position.Y)
		return
	}
	e.point(d.Position, true)
}

// DragEnd ends a selection by the mouse.
func (e *Entry) DragEnd() { e.bar = false }

// point moves the caret to a position.
func (e *Entry) point(at fyne.Position, selecting bool) {
	lines, row := e.seen(), 0
	if e.multiLine {
		lines, row = e.laid(), e.top+int((at.Y-entryPadding)/e.line())
		if at.Y < entryPadding {
			row = e.top - 1
		}
	}
	line := lines[min(max(0, row), len(lines)-1)]
	to := e.at(line, at.X-entryPadding)
	if !e.multiLine && to == line.To && at.X > e.Size().Width { // dragged beyond the edge
		to = min(len(e.text), to+1)
	}
	e.move(to, selecting)
	e.ending = to == line.To
	e.Refresh()
}

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
	e.selectFrom(from, to)
}

func (e *Entry) selectParagraph() {
	from, to := e.caret, e.caret
	for from > 0 && e.text[from-1] != '\n' {
		from--
	}
	for to < len(e.text) && e.text[to] != '\n' {
		to++
	}
	e.selectFrom(from, to)
}

func (e *Entry) selectFrom(from, to int) {
	e.move(to, false)
	e.anchor = from
	e.Refresh()
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

const (
	barWidth float32 = 4
	barZone  float32 = 12
)

// scrolls reports whether there are more lines than are seen.
func (e *Entry) scrolls() bool { return len(e.laid()) > e.rows && e.multiLine }

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
func (w *wheel) Scrolled(s *fyne.ScrollEvent) { w.entry.scrolled(s) }

// CreateRenderer draws nothing.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// scrolled scrolls the page: the toolkit gives the wheel to what is under the pointer,
// and a page full of inputs could not be scrolled. A long text keeps the wheel while it
// is typed in, as far as it reaches.
func (e *Entry) scrolled(s *fyne.ScrollEvent) {
	most := len(e.laid()) - e.rows
	if !e.focus || !e.scrolls() || e.top == 0 && s.Scrolled.DY > 0 || e.top >= most && s.Scrolled.DY < 0 {
		e.host.Wheel(s)
		return
	}
	e.turned += s.Scrolled.DY
	by := int(e.turned / e.line())
	e.turned -= float32(by) * e.line()
	e.top = min(max(0, e.top-by), most)
	e.redraw()
}

// scrollTo moves the bar's middle to a height.
func (e *Entry) scrollTo(y float32) {
	lines := float32(len(e.laid()))
	e.top = int(y/e.Size().Height*lines - float32(e.rows)/2)
	e.top = min(max(0, e.top), len(e.lines)-e.rows)
	e.redraw()
}

// barPlace returns where the bar is.
func (e *Entry) barPlace() (fyne.Position, fyne.Size) {
	lines, height := float32(len(e.laid())), e.Size().Height-4
	length := max(20, height*float32(e.rows)/lines)
	share := float32(e.top) / max(1, lines-float32(e.rows))
	return fyne.NewPos(e.Size().Width-barWidth-3, 2+share*(height-length)), fyne.NewSize(barWidth, length)
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
