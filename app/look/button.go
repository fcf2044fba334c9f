package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Kind is the weight of a button.
type Kind int

// The kinds: one filled button for the next step, outlined ones beside it, links
// inside text.
const (
	Filled Kind = iota + 1
	Outlined
	Link
	Small // outlined and lower, for tools in a row
)

const (
	buttonHeight  float32 = 38
	smallHeight   float32 = 30
	smallPadding  float32 = 9
	buttonPadding float32 = 18
	iconSize      float32 = 16
)

// Button is something to tap or to press Space or Enter on.
type Button struct {
	widget.BaseWidget
	OnTapped func()
	// OnFocus is called when the button gets the focus.
	OnFocus func(fyne.CanvasObject)

	label    *Text
	icon     *Icon
	kind     Kind
	after    bool // the icon stands behind the label
	disabled bool
	focused  bool
	hovered  bool
	chosen   bool
}

// NewButton returns a button with a label.
func NewButton(kind Kind, label string, tapped func()) *Button {
	style := Style{One: true, Bold: kind == Filled}
	if kind == Link || kind == Small {
		style.Size = SizeNote
	}
	b := &Button{OnTapped: tapped, label: NewText(label, style), kind: kind}
	b.ExtendBaseWidget(b)
	b.colour()
	return b
}

// WithIcon puts an icon before the label, and returns the button.
func (b *Button) WithIcon(name string) *Button {
	b.icon = NewIcon(name, Words, iconSize)
	b.colour()
	return b
}

// WithArrow puts a small icon behind the label, none for "", and returns the button.
func (b *Button) WithArrow(name string) *Button {
	if name == "" {
		b.icon = nil
		b.Refresh()
		return b
	}
	b.icon, b.after = NewIcon(name, Words, 12), true
	b.Refresh()
	return b
}

// SetLabel changes the label.
func (b *Button) SetLabel(label string) {
	if b.label.Words() != label {
		b.label.Set(label)
		b.Refresh()
	}
}

// SetIcon changes the icon.
func (b *Button) SetIcon(name string) {
	b.icon.Set(name, b.ink())
}

// Label returns the label.
func (b *Button) Label() string { return b.label.Words() }

// Enable lets the button be tapped or not.
func (b *Button) Enable(enabled bool) {
	if b.disabled == enabled {
		b.disabled = !enabled
		b.Refresh()
	}
}

// Choose shows that what the button is for is on, or not.
func (b *Button) Choose(on bool) {
	if b.chosen != on {
		b.chosen = on
		b.Refresh()
	}
}

// Chosen reports whether what the button is for is on.
func (b *Button) Chosen() bool { return b.chosen }

// Tapped does what the button is for.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.disabled {
		return
	}
	takeFocus(b)
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// takeFocus moves the focus to what was tapped, so that an input that had it is
// finished first.
func takeFocus(o fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o.(fyne.CanvasObject)); c != nil {
		c.Focus(o)
	}
}

// FocusGained shows the ring of the focus.
func (b *Button) FocusGained() {
	b.focused = true
	if b.OnFocus != nil {
		b.OnFocus(b)
	}
	b.Refresh()
}

// FocusLost hides the ring of the focus.
func (b *Button) FocusLost() {
	b.focused = false
	b.Refresh()
}

// TypedRune does nothing: Space arrives as a key.
func (b *Button) TypedRune(rune) {}

// TypedKey taps the button on Space and Enter; other keys go to the window, as if
// nothing had the focus.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		passOn(b, e)
	}
}

func passOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// MouseIn shows that the button can be tapped.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows the button as it was.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(on bool) {
	b.hovered = on && !b.disabled
	b.Refresh()
}

// Cursor returns the pointing hand.
func (b *Button) Cursor() desktop.Cursor {
	if b.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (b *Button) ink() Ink {
	switch {
	case b.disabled:
		return Grey
	case b.kind == Filled:
		return OnAccent
	case b.kind == Link:
		return Accent
	}
	return Words
}

func (b *Button) fill() Ink {
	switch {
	case b.kind == Filled && !b.disabled:
		return Accent
	case b.chosen:
		return Tint
	case b.hovered:
		return Hover
	case b.kind == Link:
		return Clear
	case b.disabled:
		return Hover
	}
	return Paper
}

func (b *Button) colour() {
	b.label.SetInk(b.ink())
	if b.icon != nil {
		b.icon.Set(b.icon.name, b.ink())
	}
}

func (b *Button) padding() float32 {
	switch b.kind {
	case Link:
		return 2
	case Small:
		return smallPadding
	}
	return buttonPadding
}

func (b *Button) contentWidth() float32 {
	width := b.label.MinSize().Width
	if b.icon != nil {
		width += b.icon.size
		if b.label.text != "" {
			width += b.iconGap()
		}
	}
	return width
}

func (b *Button) iconGap() float32 {
	if b.after {
		return 3
	}
	return 7
}

// MinSize returns the room for label and icon.
func (b *Button) MinSize() fyne.Size {
	height := buttonHeight
	switch b.kind {
	case Link:
		height = b.label.MinSize().Height
	case Small:
		height = smallHeight
	}
	return fyne.NewSize(max(b.contentWidth()+2*b.padding(), height), height)
}

// CreateRenderer draws the button.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{button: b, ring: NewPanel(Clear, Clear, corner+3), ground: NewPanel(Clear, Clear, corner)}
	r.Refresh()
	return Laid(r, b.Size())
}

type buttonRenderer struct {
	button       *Button
	ring, ground *Panel
}

func (r *buttonRenderer) MinSize() fyne.Size { return r.button.MinSize() }
func (r *buttonRenderer) Destroy()           {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.ring, r.ground, r.button.label}
	if r.button.icon != nil {
		objects = append(objects, r.button.icon)
	}
	return objects
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Move(fyne.NewPos(-3, -3))
	r.ring.Resize(size.AddWidthHeight(6, 6))
	b := r.button
	label := b.label.MinSize()
	x := (size.Width - b.contentWidth()) / 2
	labelX := x
	if b.icon != nil && !b.after {
		b.icon.Move(fyne.NewPos(x, (size.Height-b.icon.size)/2))
		labelX += b.icon.size + b.iconGap()
	}
	if b.icon != nil && b.after {
		b.icon.Move(fyne.NewPos(x+label.Width+b.iconGap(), (size.Height-b.icon.size)/2))
	}
	if b.icon != nil {
		b.icon.Resize(fyne.NewSquareSize(b.icon.size))
	}
	b.label.Move(fyne.NewPos(labelX, (size.Height-label.Height)/2))
	b.label.Resize(label)
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	b.colour()
	edge := Clear
	switch {
	case b.chosen:
		edge = Accent
	case b.kind == Outlined || b.kind == Small:
		edge = Edge
	}
	r.ground.Set(b.fill(), edge, 1)
	ring := Clear
	if b.focused {
		ring = Accent
	}
	r.ring.Set(Clear, ring, 2)
	r.Layout(b.Size())
	canvas.Refresh(b)
}
