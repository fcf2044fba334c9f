package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
)

const (
	shownOfValue = 120 // characters
	valueLabel   = float32(168)
)

// values lists those that are wanted by what they are part of.
func (c *platformCard) values(wanted func(guide.PlatformValue) bool) *fyne.Container {
	body, group := look.Column(10), ""
	var rows *fyne.Container
	for _, v := range c.step.Values {
		if !wanted(v) {
			continue
		}
		if rows == nil || v.Group != group {
			group, rows = v.Group, look.Column(6)
			if group != "" {
				rows.Add(look.NewText(c.t.p.w.Say(group), look.Style{Size: look.SizeNote, Bold: true}))
			}
			body.Add(rows)
		}
		rows.Add(c.value(v))
	}
	return body
}

// value is one value with its button; of a long one the beginning is shown.
func (c *platformCard) value(v guide.PlatformValue) fyne.CanvasObject {
	shown := strings.ReplaceAll(v.Text, "\n", " ")
	if runes := []rune(shown); len(runes) > shownOfValue {
		shown = string(runes[:shownOfValue]) + "……"
	}
	row := look.Stretch(12, 1, look.Wide(valueLabel, c.label(v.Label)), look.NewText(shown, look.Style{}))
	w := c.t.p.w
	if w.doc.Ticks.Newer(c.step, v) {
		row.Add(look.NewText(w.Say("改过"), look.Style{Size: look.SizeNote, Bold: true, Ink: look.WordInk(check.Todo), One: true}))
	}
	if v.File {
		save := look.NewButton(look.Link, w.Say("另存为…"), w.savePhoto)
		save.OnFocus = c.t.p.reveal
		row.Add(save)
		return row
	}
	row.Add(c.copier(v))
	return row
}

// label is the Chinese label, as it has to be found on the platform, and beneath
// it what it means in the language of the window.
func (c *platformCard) label(text string) fyne.CanvasObject {
	labels := look.Column(0, look.NewText(text, look.Style{Size: look.SizeNote, Ink: look.Grey}))
	if meaning := c.t.p.w.Say(text); meaning != text {
		labels.Add(look.NewText(meaning, look.Style{Size: look.SizeSmall, Ink: look.Grey}))
	}
	return labels
}

// copier copies a value, and says so as long as the value stays the same.
func (c *platformCard) copier(v guide.PlatformValue) *look.Button {
	w, book := c.t.p.w, c.t.p.w.doc.Ticks
	b := look.NewButton(look.Link, w.Say("复制"), nil).WithIcon("copy")
	said := func() {
		b.SetLabel(w.Say("已复制"))
		b.SetIcon("check")
	}
	if book.Copied[v.Mark()] {
		said()
	}
	b.OnTapped = func() {
		w.config.App.Clipboard().SetContent(v.Text)
		book.Copied[v.Mark()] = true
		said()
		c.t.p.arrange()
	}
	b.OnFocus = c.t.p.reveal
	return b
}

// addMaterials lists the papers that the step asks for.
func (c *platformCard) addMaterials(body *fyne.Container) {
	if len(c.step.Materials) == 0 {
		return
	}
	w := c.t.p.w
	rows := look.Column(6, look.NewText(w.Say("要准备的材料"), look.Style{Size: look.SizeNote, Bold: true}))
	derived := false
	for _, m := range c.step.Materials {
		derived = derived || !m.Named()
		texts := look.Column(0, look.NewText(w.Say(m.Name), look.Style{}))
		if m.Note != "" {
			texts.Add(look.NewText(w.Say(m.Note), look.Style{Size: look.SizeNote, Ink: look.Grey}))
		}
		rows.Add(look.Stretch(8, 1, look.NewText("·", look.Style{One: true}), texts))
	}
	if derived {
		rows.Add(look.NewText(w.Say(guide.DerivedRemark(w.draft.Notice())), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	}
	body.Add(rows)
}
