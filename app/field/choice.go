package field

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/forms"
)

// Choice is one question with its answers side by side, or below each other where
// they are long. It is one stop of the Tab key: the arrows move between the
// answers, Space and Enter choose, the digits choose directly, Delete takes the
// answer back.
type Choice struct {
	widget.BaseWidget
	// OnChosen is called with the new answer, "" when it was taken back.
	OnChosen func(value string)

	host    Host
	options []forms.Option
	stacked bool
	chosen  string
	cursor  int
	hovered int
	focused bool
}

// NewChoice returns a choice between options; stacked ones stand below each other.
func NewChoice(host Host, options []forms.Option, stacked bool) *Choice {
	c := &Choice{host: host, options: options, stacked: stacked, hovered: -1}
	c.ExtendBaseWidget(c)
	return c
}

func sameOption(a, b forms.Option) bool {
	return a.Value == b.Value && a.Label.String() == b.Label.String()
}

// SetOptions offers other answers.
func (c *Choice) SetOptions(options []forms.Option) {
	if slices.EqualFunc(options, c.options, sameOption) {
		return
	}
	c.options, c.cursor = options, 0
	c.Refresh()
}

// Mark shows an answer as chosen.
func (c *Choice) Mark(value string) {
	if value == c.chosen {
		return
	}
	c.chosen = value
	c.Refresh()
}

// Chosen returns the answer that is shown as chosen.
func (c *Choice) Chosen() string { return c.chosen }

// Centre returns the middle of an answer inside the choice, and false where there
// is no such answer.
func (c *Choice) Centre(value string) (fyne.Position, bool) {
	i := c.index(value)
	if i < 0 {
		return fyne.Position{}, false
	}
	p := c.places(c.Size().Width)[i]
	return p.position.AddXY(p.size.Width/2, p.size.Height/2), true
}

func (c *Choice) index(value string) int {
	return slices.IndexFunc(c.options, func(o forms.Option) bool { return o.Value == value })
}

func (c *Choice) choose(i int) {
	if i < 0 || i >= len(c.options) {
		return
	}
	c.cursor = i
	if value := c.options[i].Value; value != c.chosen {
		c.set(value)
	}
}

func (c *Choice) set(value string) {
	c.chosen = value
	c.Refresh()
	if c.OnChosen != nil {
		c.OnChosen(value)
	}
}

// Tapped chooses the answer under the pointer. A second tap changes nothing, as a
// double click is soon made; Delete takes an answer back, and so does undo.
func (c *Choice) Tapped(e *fyne.PointEvent) {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	c.choose(c.at(e.Position))
}

func (c *Choice) at(p fyne.Position) int {
	return slices.IndexFunc(c.places(c.Size().Width), func(o place) bool { return o.holds(p) })
}

// FocusGained shows which answer the keys would choose.
func (c *Choice) FocusGained() {
	c.focused = true
	c.cursor = max(0, c.index(c.chosen))
	c.Refresh()
	c.host.Reveal(c)
}

// FocusLost hides the ring.
func (c *Choice) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedRune chooses by number.
func (c *Choice) TypedRune(r rune) {
	if i := int(r - '1'); i >= 0 && i < len(c.options) && c.chosen != c.options[i].Value {
		c.choose(i)
	}
}

// TypedKey moves between the answers and chooses.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		c.move(-1)
	case fyne.KeyRight, fyne.KeyDown:
		c.move(1)
	case fyne.KeySpace:
		c.choose(c.cursor)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.enter()
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.set("")
	case fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyEscape:
		c.host.Key(e)
	}
}

// enter chooses, and goes on where that is chosen already.
func (c *Choice) enter() {
	if c.cursor != c.index(c.chosen) {
		c.choose(c.cursor)
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.FocusNext()
	}
}

func (c *Choice) move(by int) {
	c.cursor = (c.cursor + by + len(c.options)) % max(1, len(c.options))
	c.Refresh()
}

// MouseIn does nothing: MouseMoved follows.
func (c *Choice) MouseIn(*desktop.MouseEvent) {}

// MouseMoved shows the answer under the pointer.
func (c *Choice) MouseMoved(e *desktop.MouseEvent) { c.hover(c.at(e.Position)) }

// MouseOut shows no answer under the pointer.
func (c *Choice) MouseOut() { c.hover(-1) }

func (c *Choice) hover(i int) {
	if i != c.hovered {
		c.hovered = i
		c.Refresh()
	}
}

// Cursor returns the pointing hand.
func (c *Choice) Cursor() desktop.Cursor { return desktop.PointerCursor }
