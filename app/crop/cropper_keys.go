package crop

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhicheng/forms/say"
)

// Key tells what keys do on the picture.
type Key struct {
	Words say.Text
	Keys  string
}

// Keys are what the keys do on the picture, as the help shows them.
var Keys = []Key{
	{say.F("证件照：移动框"), "← → ↑ ↓"},
	{say.F("证件照：改框的大小"), "Shift+← → ↑ ↓"},
	{say.F("证件照：转半度"), "[ ]"},
	{say.F("证件照：转90°"), "{ }"},
	{say.F("证件照：看近、看远、看全"), "+ - 0"},
	{say.F("证件照：参考线"), "G"},
	{say.F("证件照：选哪张脸"), "1–9"},
}

// FocusGained shows the ring.
func (c *Cropper) FocusGained() {
	c.focused = true
	c.Refresh()
	c.e.host.Reveal(c)
}

// FocusLost hides the ring.
func (c *Cropper) FocusLost() { c.focused, c.shift = false, false; c.Refresh() }

// KeyDown notes that Shift is held.
func (c *Cropper) KeyDown(e *fyne.KeyEvent) { c.hold(e, true) }

// KeyUp notes that Shift is held no more.
func (c *Cropper) KeyUp(e *fyne.KeyEvent) { c.hold(e, false) }

func (c *Cropper) hold(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		c.shift = down
	}
}

// runes are what the characters do; those of a Chinese keyboard do the same.
var runes = map[rune]func(*Cropper){
	'+': func(c *Cropper) { c.zoomBy(1) }, '=': func(c *Cropper) { c.zoomBy(1) }, '＋': func(c *Cropper) { c.zoomBy(1) },
	'-': func(c *Cropper) { c.zoomBy(-1) }, '－': func(c *Cropper) { c.zoomBy(-1) },
	'0': func(c *Cropper) { c.zoom(1, fyne.Position{}) },
	'[': func(c *Cropper) { c.hand().turn(1) }, '【': func(c *Cropper) { c.hand().turn(1) },
	']': func(c *Cropper) { c.hand().turn(-1) }, '】': func(c *Cropper) { c.hand().turn(-1) },
	'{': func(c *Cropper) { c.hand().quarter(-1) }, '「': func(c *Cropper) { c.hand().quarter(-1) },
	'}': func(c *Cropper) { c.hand().quarter(1) }, '」': func(c *Cropper) { c.hand().quarter(1) },
	'g': func(c *Cropper) { c.guide() }, 'G': func(c *Cropper) { c.guide() },
}

// TypedRune turns, zooms, shows guides, or chooses a face.
func (c *Cropper) TypedRune(r rune) {
	if do := runes[r]; do != nil {
		do(c)
	}
	if r >= '1' && r <= '9' {
		c.hand().choose(int(r - '0'))
	}
}

// guide shows the lines of eyes and head, or hides them.
func (c *Cropper) guide() {
	c.e.noGuides = !c.e.noGuides
	c.changed()
	c.Refresh()
}

// TypedKey moves the frame by the arrows, resizes it with Shift, and moves the page by the page keys.
func (c *Cropper) TypedKey(e *fyne.KeyEvent) {
	way, ok := map[fyne.KeyName]image.Point{
		fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1},
	}[e.Name]
	switch {
	case !ok:
		c.e.host.Key(e)
	case !c.hand().opened():
	case c.shift:
		c.grow(way)
	default:
		c.hand().place(c.rect.Add(way.Mul(c.step())))
	}
}

// step is how far a key moves the frame, in pixels of the picture.
func (c *Cropper) step() int { return max(1, c.rect.Dx()/50) }

// grow resizes the frame about its middle: each side by itself where its shape is free, else both,
// larger to the right and down.
func (c *Cropper) grow(way image.Point) {
	shape := c.hand().shape()
	wish := c.rect.Size()
	if shape.free() {
		wish = wish.Add(way.Mul(c.step()))
		if wide, high := shape.spec.Shaped(wish.X, wish.Y); image.Pt(wide, high) == c.rect.Size() {
			return // at the limit of the notice
		}
	} else {
		wish.X += (way.X + way.Y) * c.step()
	}
	_, scale := c.shown()
	if least := int(leastFrame / scale); wish.X < least || wish.Y < least {
		return
	}
	c.hand().place(shape.grown(c.rect, wish, c.hand().limits()))
}
