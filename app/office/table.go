package office

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
)

const rowHeight float32 = 40

// doubleClick is how long after a click on a row a second one opens it.
const doubleClick = 500 * time.Millisecond

// table is the rows one below the other, of which one is chosen. Only those that are seen
// have objects.
type table struct {
	widget.BaseWidget
	v      *View
	scroll *look.Scroll
	body   *body
	ring   *look.Panel

	chosen  int
	focused bool
	clicked time.Time // when the chosen row was clicked last
}

func newTable(v *View) *table {
	t := &table{v: v, ring: look.NewPanel(look.Clear, look.Clear, 6)}
	t.body = newBody(t)
	t.scroll = look.NewScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.body.show() }
	t.ExtendBaseWidget(t)
	return t
}

// update shows the rows as they are now.
func (t *table) update() {
	t.chosen = min(max(t.chosen, 0), max(0, len(t.v.rows)-1))
	t.body.Resize(fyne.NewSize(t.scroll.Size().Width, t.body.MinSize().Height))
	t.scroll.Refresh()
	t.body.show()
}

// choose chooses a row and scrolls to it.
func (t *table) choose(i int) {
	if len(t.v.rows) == 0 {
		return
	}
	t.chosen = min(max(i, 0), len(t.v.rows)-1)
	top := float32(t.chosen) * rowHeight
	offset, height := t.scroll.Offset, t.scroll.Size().Height
	offset.Y = min(max(offset.Y, top+rowHeight-height), top)
	t.scroll.ScrollToOffset(offset)
	t.body.show()
	t.v.showChosen()
}

// click chooses a row, and opens it where it was just clicked.
func (t *table) click(i int) {
	now := time.Now()
	again := i == t.chosen && now.Sub(t.clicked) < doubleClick
	t.clicked = now
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	t.choose(i)
	if again {
		t.clicked = time.Time{}
		t.v.open(i)
	}
}

// FocusGained shows the ring of the focus.
func (t *table) FocusGained() { t.focus(true) }

// FocusLost hides the ring of the focus.
func (t *table) FocusLost() { t.focus(false) }

func (t *table) focus(on bool) {
	t.focused = on
	edge := look.Clear
	if on {
		edge = look.Accent
	}
	t.ring.Set(look.Clear, edge, 2)
}

// TypedRune does nothing: Space arrives as a key.
func (t *table) TypedRune(rune) {}

// TypedKey moves the choice, and opens what is chosen; other keys go to the window.
func (t *table) TypedKey(e *fyne.KeyEvent) {
	page := max(1, int(t.scroll.Size().Height/rowHeight)-1)
	to, moves := map[fyne.KeyName]int{
		fyne.KeyUp: t.chosen - 1, fyne.KeyDown: t.chosen + 1,
		fyne.KeyPageUp: t.chosen - page, fyne.KeyPageDown: t.chosen + page,
		fyne.KeyHome: 0, fyne.KeyEnd: len(t.v.rows) - 1,
	}[e.Name]
	switch {
	case moves:
		t.choose(to)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		t.v.open(t.chosen)
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// HeightAt is the height of all rows: a table in a column is not scrolled by itself.
func (t *table) HeightAt(float32) float32 { return t.body.MinSize().Height }

// CreateRenderer shows the rows and the ring of the focus.
func (t *table) CreateRenderer() fyne.WidgetRenderer {
	return look.Laid(widget.NewSimpleRenderer(container.NewStack(t.scroll, t.ring)), t.Size())
}

// MinSize leaves it to the page how much is seen.
func (t *table) MinSize() fyne.Size { return fyne.NewSize(100, 2*rowHeight) }

// Resize lays the rows out for another width.
func (t *table) Resize(size fyne.Size) {
	t.BaseWidget.Resize(size)
	t.scroll.Resize(size)
	t.update()
}

// body is what the table scrolls: as high as all rows, with objects for those in sight.
type body struct {
	widget.BaseWidget
	t     *table
	lines []*line
}

func newBody(t *table) *body {
	b := &body{t: t}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize is the room for all rows.
func (b *body) MinSize() fyne.Size {
	return fyne.NewSize(100, float32(len(b.t.v.rows))*rowHeight)
}

// show gives the rows in sight their objects.
func (b *body) show() {
	rows := b.t.v.rows
	first := min(max(0, int(b.t.scroll.Offset.Y/rowHeight)), len(rows))
	last := min(len(rows), first+int(b.t.scroll.Size().Height/rowHeight)+2)
	added := false
	for len(b.lines) < last-first {
		b.lines = append(b.lines, newLine(b.t))
		added = true
	}
	for i, l := range b.lines {
		at := first + i
		if at >= last {
			l.Hide()
			continue
		}
		l.Move(fyne.NewPos(0, float32(at)*rowHeight))
		l.Resize(fyne.NewSize(b.Size().Width, rowHeight))
		l.set(at, rows[at])
		l.Show()
	}
	if added {
		b.Refresh()
	}
}

// CreateRenderer draws the rows in sight.
func (b *body) CreateRenderer() fyne.WidgetRenderer { return &bodyRenderer{b} }

type bodyRenderer struct{ b *body }

func (r *bodyRenderer) Layout(fyne.Size)   { r.b.show() }
func (r *bodyRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r *bodyRenderer) Destroy()           {}
func (r *bodyRenderer) Refresh()           { canvas.Refresh(r.b) }

func (r *bodyRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(r.b.lines))
	for i, l := range r.b.lines {
		objects[i] = l
	}
	return objects
}
