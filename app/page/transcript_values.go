package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
)

const (
	shownOfValue = 120 // characters
	valueLabel   = float32(168)
)

// valuesAtOnce is how many values a card shows.
const valuesAtOnce = 40

// values lists those that are wanted by what they are part of, a part of a long list.
func (c *platformCard) values(wanted func(guide.PlatformValue) bool) *fyne.Container {
	all := slices.DeleteFunc(slices.Clone(c.step.Values), func(v guide.PlatformValue) bool { return !wanted(v) })
	body, group := look.Column(10), say.Text{}
	if len(all) > valuesAtOnce {
		shown := PartFrom(c.first, valuesAtOnce, len(all))
		body.Add(pager{c.t.p, shown, c.turn}.object())
		all = all[shown.First:shown.End()]
	}
	var rows *fyne.Container
	for _, v := range all {
		if rows == nil || v.Group.String() != group.String() {
			group, rows = v.Group, look.Column(6)
			if !group.Empty() {
				rows.Add(look.NewText(c.t.p.room.Say(group), look.Style{Size: look.SizeNote, Bold: true}))
			}
			body.Add(rows)
		}
		rows.Add(c.value(v))
	}
	return body
}

// turn shows the values from another one on.
func (c *platformCard) turn(first int) {
	c.t.p.room.Window.Canvas().Focus(c.tick)
	c.first = first
	c.t.update()
	c.t.p.arrange()
}

// value is one value with its button; of a long one the beginning is shown.
func (c *platformCard) value(v guide.PlatformValue) fyne.CanvasObject {
	shown := strings.ReplaceAll(forms.Brief(v.Text, shownOfValue), "\n", " ")
	row := look.Stretch(12, 1, look.Wide(valueLabel, c.label(v.Label)), look.NewText(shown, look.Style{}))
	room := c.t.p.room
	if room.Ticks().Newer(c.step, v) {
		row.Add(look.NewText(room.sayf("改过"), look.Style{Size: look.SizeNote, Bold: true, Ink: look.WordInk(check.Todo), One: true}))
	}
	if v.File {
		save := look.NewButton(look.Link, room.sayf("另存为…"), room.Photo.Save)
		save.OnFocus = c.t.p.Reveal
		row.Add(save)
		return row
	}
	row.Add(c.copier(v))
	return row
}

// label is the Chinese label, as it has to be found on the platform, and beneath
// it what it means in the language of the window.
func (c *platformCard) label(text say.Text) fyne.CanvasObject {
	labels := look.Column(0, look.NewText(text.String(), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	if meaning := c.t.p.room.Say(text); meaning != text.String() {
		labels.Add(look.NewText(meaning, look.Style{Size: look.SizeSmall, Ink: look.Grey}))
	}
	return labels
}

// copier copies a value, and says so as long as the value stays the same.
func (c *platformCard) copier(v guide.PlatformValue) *look.Button {
	room, book := c.t.p.room, c.t.p.room.Ticks()
	b := look.NewButton(look.Link, room.sayf("复制"), nil).WithIcon("copy")
	said := func() {
		b.SetLabel(room.sayf("已复制"))
		b.SetIcon("check")
	}
	if book.Copied[v.Mark()] {
		said()
	}
	b.OnTapped = func() {
		fyne.CurrentApp().Clipboard().SetContent(v.Text)
		book.Copied[v.Mark()] = true
		said()
		c.t.p.arrange()
	}
	b.OnFocus = c.t.p.Reveal
	return b
}

// addMaterials lists the papers that the step asks for.
func (c *platformCard) addMaterials(body *fyne.Container) {
	if len(c.step.Materials) == 0 {
		return
	}
	room := c.t.p.room
	rows := look.Column(6, look.NewText(room.sayf("要准备的材料"), look.Style{Size: look.SizeNote, Bold: true}))
	derived := false
	for _, m := range c.step.Materials {
		if m.Extra && !derived {
			derived = true
			rows.Add(look.NewText(room.sayf("通知的材料里没有列，但用得上"), look.Style{Size: look.SizeNote, Bold: true}))
		}
		texts := look.Column(0, look.NewText(room.Say(m.Name), look.Style{}))
		if note := m.Told(); !note.Empty() {
			texts.Add(look.NewText(room.Say(note), look.Style{Size: look.SizeNote, Ink: look.Grey}))
		}
		rows.Add(look.Stretch(8, 1, look.NewText("·", look.Style{One: true}), texts))
	}
	if derived {
		for _, remark := range []say.Text{guide.DerivedRemark(room.Draft().Notice()), guide.ReadableRemark(room.Draft().Notice())} {
			if !remark.Empty() {
				rows.Add(look.NewText(room.Say(remark), look.Style{Size: look.SizeNote, Ink: look.Grey}))
			}
		}
	}
	body.Add(rows)
}
