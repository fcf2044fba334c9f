package look

import (
	"image/color"

	"fyne.io/fyne/v2"

	"zhicheng/forms/check"
)

// Ink names a colour by what it is for; the theme has one for light and one for
// dark surroundings.
type Ink = fyne.ThemeColorName

// The inks.
const (
	Ground   Ink = "zc-ground"    // behind everything
	Paper    Ink = "zc-paper"     // cards and the step list
	Line     Ink = "zc-line"      // hairlines
	Edge     Ink = "zc-edge"      // round inputs and buttons; stronger than Line
	Words    Ink = "zc-words"     // text
	Grey     Ink = "zc-grey"      // text of less weight
	Accent   Ink = "zc-accent"    // links, the filled button, focus
	OnAccent Ink = "zc-on-accent" // text on Accent
	Tint     Ink = "zc-tint"      // ground of what is chosen
	Hover    Ink = "zc-hover"     // ground of what the pointer is on
	Shade    Ink = "zc-shade"     // over the part of a picture that is cut away
	OnMark   Ink = "zc-on-mark"   // the sign on a mark's disc
	Track    Ink = "zc-track"     // behind a bar
	Veil     Ink = "zc-veil"      // over the window while a dialog is open
	Glow     Ink = "zc-glow"      // over what the pointer is on, whatever its colour
	Halo     Ink = "zc-halo"      // over what has the focus, whatever its colour
	Clear    Ink = "zc-clear"     // nothing

	fail          Ink = "zc-fail"
	missing       Ink = "zc-missing"
	todo          Ink = "zc-todo"
	confirm       Ink = "zc-confirm"
	pass          Ink = "zc-pass"
	notApplicable Ink = "zc-not-applicable"
)

// pair is one ink in light and in dark surroundings.
type pair struct{ light, dark color.NRGBA }

var palette = map[Ink]pair{
	Ground:   {rgb(0xF6F7F9), rgb(0x15191E)},
	Paper:    {rgb(0xFFFFFF), rgb(0x1E242B)},
	Line:     {rgb(0xE1E5EA), rgb(0x2E3741)},
	Edge:     {rgb(0xB4BDC8), rgb(0x56626F)},
	Words:    {rgb(0x1F2933), rgb(0xE6EAEE)},
	Grey:     {rgb(0x5B6673), rgb(0x9AA5B1)},
	Accent:   {rgb(0x1F5FBF), rgb(0x6FA3F0)},
	OnAccent: {rgb(0xFFFFFF), rgb(0x15191E)},
	Tint:     {rgb(0xE8EFFA), rgb(0x25354D)},
	Hover:    {rgb(0xEFF2F6), rgb(0x28303A)},
	Shade:    {color.NRGBA{0x1F, 0x29, 0x33, 0x88}, color.NRGBA{0, 0, 0, 0x99}},
	OnMark:   {rgb(0xFFFFFF), rgb(0x1E242B)},
	Track:    {rgb(0xEDF0F4), rgb(0x2A323B)},
	Veil:     {color.NRGBA{0x1F, 0x29, 0x33, 0x38}, color.NRGBA{0, 0, 0, 0x78}},
	Glow:     {color.NRGBA{0x1F, 0x29, 0x33, 0x14}, color.NRGBA{0xFF, 0xFF, 0xFF, 0x18}},
	Halo:     {color.NRGBA{0x1F, 0x5F, 0xBF, 0x2A}, color.NRGBA{0x6F, 0xA3, 0xF0, 0x40}},
	Clear:    {},

	fail:          {rgb(0xB3261E), rgb(0xF2867E)},
	missing:       {rgb(0x9AA5B1), rgb(0x8894A0)},
	todo:          {rgb(0x9A5B00), rgb(0xE0A94A)},
	confirm:       {rgb(0x5A4FB0), rgb(0xA79CF0)},
	pass:          {rgb(0x1B7F4B), rgb(0x5FC08F)},
	notApplicable: {rgb(0x5B6673), rgb(0x9AA5B1)},
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

var outcomeInks = map[check.Outcome]Ink{
	check.Fail:          fail,
	check.Missing:       missing,
	check.Todo:          todo,
	check.Confirm:       confirm,
	check.Pass:          pass,
	check.NotApplicable: notApplicable,
}

// InkOf returns the colour of an outcome's mark.
func InkOf(o check.Outcome) Ink { return outcomeInks[o] }

// WordInk returns the colour of words about an outcome. The ring of what is
// missing is too pale to read, so its words are grey.
func WordInk(o check.Outcome) Ink {
	if o == check.Missing {
		return Grey
	}
	return InkOf(o)
}
