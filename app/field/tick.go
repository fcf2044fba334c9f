package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// Tick is a square to tick with its words: Space, Enter or a tap ticks it and
// takes the tick back.
type Tick struct {
	widget.BaseWidget
	host     Host
	onToggle func()
	done     bool
	focused  bool
	hovered  bool
	undone   say.Text // what it says
	ticked   say.Text // and when it is ticked
	label    *look.Text
	sign     *look.Icon
}

const (
	tickHeight float32 = 34
	tickSquare float32 = 18
	// TickPadding is what is left of the square.
	TickPadding float32 = 8
)

// NewTick returns a box that says one thing while it is not ticked and another when it
// is; toggled is called where it is tapped, and shows it as it is then.
func NewTick(host Host, undone, ticked say.Text, toggled func()) *Tick {
	t := &Tick{
		host: host, onToggle: toggled, undone: undone, ticked: ticked,
		label: look.NewText("", look.Style{One: true}), sign: look.NewIcon("check", look.OnAccent, tickSquare),
	}
	t.ExtendBaseWidget(t)
	t.Mark(false)
	return t
}

// Mark shows the box ticked or not.
func (t *Tick) Mark(done bool) {
	t.done = done
	words, ink := t.undone, look.Words
	if done {
		words, ink = t.ticked, look.Accent
	}
	t.label.Set(t.host.Say(words))
	t.label.SetInk(ink)
	t.label.SetBold(done)
	t.Refresh()
}

// Done reports whether it is ticked.
func (t *Tick) Done() bool { return t.done }

// Focused reports whether it shows the ring.
func (t *Tick) Focused() bool { return t.focused }

// Tapped ticks, or takes the tick back.
func (t *Tick) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	t.onToggle()
}

// TypedKey ticks with Space and Enter; the page keys turn the page.
func (t *Tick) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		t.Tapped(nil)
	default:
		t.host.Key(e)
	}
}

// TypedRune does nothing: Space arrives as a key.
func (t *Tick) TypedRune(rune) {}

// FocusGained shows the ring.
func (t *Tick) FocusGained() {
	t.focused = true
	t.host.Reveal(t)
	t.Refresh()
}

// FocusLost hides the ring.
func (t *Tick) FocusLost() { t.focused = false; t.Refresh() }

// MouseIn shows that the box can be ticked.
func (t *Tick) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved does nothing.
func (t *Tick) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows the box as it was.
func (t *Tick) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor returns the pointing hand.
func (t *Tick) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MinSize returns the room for square and words.
func (t *Tick) MinSize() fyne.Size {
	return fyne.NewSize(2*TickPadding+tickSquare+8+t.label.MinSize().Width, tickHeight)
}

// CreateRenderer draws square and words.
func (t *Tick) CreateRenderer() fyne.WidgetRenderer {
	r := &tickRenderer{
		box: t, ring: look.NewPanel(look.Clear, look.Clear, 9),
		ground: look.NewPanel(look.Clear, look.Clear, 6), square: look.NewPanel(look.Paper, look.Words, 4),
	}
	r.Refresh()
	return look.Laid(r, t.Size())
}

type tickRenderer struct {
	box                  *Tick
	ring, ground, square *look.Panel
}

func (r *tickRenderer) MinSize() fyne.Size { return r.box.MinSize() }
func (r *tickRenderer) Destroy()           {}
func (r *tickRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring, r.ground, r.square, r.box.sign, r.box.label}
}

func (r *tickRenderer) Layout(size fyne.Size) {
	r.ring.Move(fyne.NewPos(-3, -3))
	r.ring.Resize(size.AddWidthHeight(6, 6))
	r.ground.Resize(size)
	square := fyne.NewSquareSize(tickSquare)
	look.Put(r.square, fyne.NewPos(TickPadding, (size.Height-tickSquare)/2), square)
	look.Put(r.box.sign, fyne.NewPos(TickPadding, (size.Height-tickSquare)/2), square)
	label := r.box.label.MinSize()
	look.Put(r.box.label, fyne.NewPos(TickPadding+tickSquare+8, (size.Height-label.Height)/2), label)
}

func (r *tickRenderer) Refresh() {
	t := r.box
	ground, edge, ring := look.Clear, look.Edge, look.Clear
	if t.done {
		edge = look.Clear
	}
	if t.hovered {
		ground = look.Hover
	}
	if t.focused {
		ring = look.Accent
	}
	r.ground.Set(ground, edge, 1)
	r.ring.Set(look.Clear, ring, 2)
	fill, rim := look.Paper, look.Grey
	if t.done {
		fill, rim = look.Accent, look.Accent
	}
	r.square.Set(fill, rim, 1.5)
	look.Show(t.sign, t.done)
	r.Layout(t.Size())
	canvas.Refresh(t)
}
