package page

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/field"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// platformCard is one step of the platform: open while it is to do, one line when
// it is ticked off.
type platformCard struct {
	t        *transcript
	number   int
	step     guide.PlatformStep
	tick     *field.Tick
	panel    *look.Panel
	content  *fyne.Container
	holder   *fyne.Container // content with the room round it
	object   *fyne.Container
	unfolded bool // a step that is ticked off shows its values all the same
	first    int  // the first value that is shown of a long list
	key      string
}

func newPlatformCard(t *transcript, i int, step guide.PlatformStep) *platformCard {
	c := &platformCard{
		t: t, number: i + 1, step: step,
		panel: look.NewPanel(look.Paper, look.Line, 8), content: look.Column(12), holder: look.Column(0),
	}
	c.tick = field.NewTick(t.p.room, say.F("这一步在平台上做完了"), say.F("已做完"), func() { t.toggle(i) })
	c.object = look.Backed(c.panel, c.holder)
	return c
}

// Room round what is on a card, and round the one line of a step that is done.
var (
	openRoom = look.Insets{Top: 16, Right: 20, Bottom: 16, Left: 20}
	doneRoom = look.Insets{Top: 5, Right: 20, Bottom: 5, Left: openRoom.Left - field.TickPadding}
)

// update makes the card anew where it shows something else; the tick keeps the
// focus.
func (c *platformCard) update(next bool) {
	book := c.t.p.room.Ticks()
	done, changed := book.Done(c.step), book.Changed(c.step)
	key := fmt.Sprint(done, changed, next, c.unfolded, c.first)
	if key == c.key {
		return
	}
	c.key = key
	c.tick.Mark(done)
	c.content.RemoveAll()
	c.panel.Set(look.Paper, look.Line, 1)
	c.holder.RemoveAll()
	if done {
		c.holder.Add(look.Inset(doneRoom, c.content))
		c.fold(changed)
		return
	}
	c.holder.Add(look.Inset(openRoom, c.content))
	if next {
		c.panel.Set(look.Paper, look.Accent, 1.5)
		c.content.Add(look.NewText(c.t.p.room.sayf("接下来做这一步"), look.Style{Size: look.SizeNote, Bold: true, Ink: look.Accent}))
	}
	c.open()
}

// open shows what a step is and all that it takes.
func (c *platformCard) open() {
	p, report := c.t.p, c.t.p.room.Draft().Report()
	clauses := p.clauses([]notice.Citation{{Clause: c.step.Clause}})
	link := p.opener("platform:"+c.step.Clause, clauses)
	link.SetLabel(c.step.Clause)
	ready := c.step.Ready(report)
	state := look.NewText(c.stateWord(ready), look.Style{Size: look.SizeNote, Ink: look.WordInk(ready), One: true})
	c.content.Add(look.Stretch(10, 1, look.Inset(look.Insets{Top: 3}, look.NewMark(ready)), c.titles(), state, link))
	values, rest := c.fill()
	rest.Add(look.Row(0, c.tick))
	c.content.Add(indented(look.Column(10, clauses, container.New(besides{gap: 10}, values, rest))))
}

// stateWord says of a step's mark what it means here.
func (c *platformCard) stateWord(ready check.Outcome) string {
	if ready == check.Pass {
		return c.t.p.room.sayf("准备好了")
	}
	return c.t.p.room.Say(ready.Word())
}

func indented(o fyne.CanvasObject) fyne.CanvasObject {
	return look.Inset(look.Insets{Left: look.MarkSize + 10}, o)
}

func (c *platformCard) name() string { return fmt.Sprintf("%d. %s", c.number, c.step.Name) }

// titles are the step's own name, as it stands on the platform, and what to do.
func (c *platformCard) titles() fyne.CanvasObject {
	titles := look.Column(0, look.NewText(c.name(), look.Style{Size: look.SizeHead, Bold: true}))
	if what := c.t.p.room.Say(c.step.Title); what != c.step.Name {
		titles.Add(look.NewText(what, look.Style{Size: look.SizeNote, Ink: look.Grey}))
	}
	return titles
}

// fold shows a step that is done in one line, with what speaks against it.
func (c *platformCard) fold(changed bool) {
	p := c.t.p
	words, icon := say.F("看内容"), "right"
	if c.unfolded {
		words, icon = say.F("收起"), "down"
	}
	link := look.NewButton(look.Link, p.room.Say(words), nil).WithArrow(icon)
	link.OnTapped = func() {
		c.unfolded = !c.unfolded
		c.t.update()
		p.arrange()
	}
	link.OnFocus = p.Reveal
	name := look.NewText(c.name(), look.Style{Ink: look.Grey})
	c.content.Add(look.Cells(12, 1, c.tick, name, link))
	below := look.Column(10)
	for _, f := range c.step.Against(p.room.Draft().Report()) {
		below.Add(c.findingLine(f, p.room.sayf("打了勾，但您的答案还是：%s", f.Found)))
	}
	if changed {
		below.Add(c.changedLine())
	}
	switch {
	case c.unfolded:
		values, rest := c.fill()
		below.Add(indented(container.New(besides{gap: 10}, values, rest)))
	case changed:
		below.Add(indented(c.values(func(v guide.PlatformValue) bool { return p.room.Ticks().Newer(c.step, v) })))
	}
	if len(below.Objects) > 0 {
		c.content.Add(look.Inset(look.Insets{Left: field.TickPadding, Bottom: openRoom.Bottom - doneRoom.Bottom}, below))
	}
}

// changedLine says that the platform has something else by now.
func (c *platformCard) changedLine() fyne.CanvasObject {
	room := c.t.p.room
	link := look.NewButton(look.Link, room.sayf("平台上也改好了"), func() {
		room.Tick(c.step, true)
		c.t.update()
		c.t.p.arrange()
		room.Window.Canvas().Focus(c.tick)
	})
	link.OnFocus = c.t.p.Reveal
	return c.line(check.Todo, room.sayf("打勾以后这里的内容改过，平台上也要跟着改。"), link)
}

// fill makes the values, and what is open, to ask or to wait for.
func (c *platformCard) fill() (values, body *fyne.Container) {
	p := c.t.p
	body = look.Column(10)
	values = c.values(func(guide.PlatformValue) bool { return true })
	c.addMaterials(values)
	listed := map[string]bool{}
	for _, f := range c.step.Findings(p.room.Draft().Report()) {
		switch {
		case f.Outcome > check.Pass:
			body.Add(c.findingLine(f, p.room.Say(joinFound(f))))
		case len(c.step.Values) == 0:
			body.Add(c.line(f.Outcome, p.room.Say(f.Found), nil))
		}
		for _, at := range f.At {
			listed[at] = listed[at] || f.Outcome == check.Missing
		}
	}
	for _, f := range c.step.Answered(p.room.Draft().Report()) {
		body.Add(c.line(check.Pass, p.room.sayf("问清了：%s", forms.Brief(f.Answer.Answer, forms.MostNote)), nil))
	}
	c.addMissing(body, listed)
	if !c.step.Wait.Empty() {
		body.Add(c.labelled(say.F("要等"), c.step.Wait))
	}
	if !c.step.Note.Empty() {
		body.Add(c.labelled(say.F("说明"), c.step.Note))
	}
	return values, body
}

func joinFound(f check.Finding) say.Text {
	if f.Remedy.Empty() {
		return f.Found
	}
	return say.Join("；", f.Found, f.Remedy)
}

// labelled is a note behind a bold word that says what it is.
func (c *platformCard) labelled(word, text say.Text) fyne.CanvasObject {
	room := c.t.p.room
	return look.Stretch(10, 1, look.NewText(room.Say(word), look.Style{Size: look.SizeNote, Bold: true, One: true}),
		look.NewText(room.Say(text), look.Style{Size: look.SizeNote}))
}

// line is a sentence behind its mark, and a link where something can be done here.
func (c *platformCard) line(o check.Outcome, text string, link *look.Button) fyne.CanvasObject {
	row := look.Stretch(8, 1, look.Inset(look.Insets{Top: 1.5}, look.NewMark(o)), look.NewText(text, look.Style{Size: look.SizeNote}))
	if link != nil {
		row.Add(link)
	}
	return row
}

// findingLine says what a check found, and leads to the answer where there is one.
func (c *platformCard) findingLine(f check.Finding, text string) fyne.CanvasObject {
	if len(f.At) == 0 || slices.Contains(c.step.Reminders, f.ID) {
		return c.line(f.Outcome, text, nil)
	}
	words := say.F("去改")
	if f.Outcome == check.Missing {
		words = say.F("去填")
	}
	link := look.NewButton(look.Link, c.t.p.room.Say(words), func() { c.t.p.room.Visit(f) }).WithArrow("right")
	link.OnFocus = c.t.p.Reveal
	return c.line(f.Outcome, text, link)
}

// mostNamed is how many open questions are named.
const mostNamed = 4

// addMissing names the values that the step does not have yet, but for those that
// a finding names.
func (c *platformCard) addMissing(body *fyne.Container, listed map[string]bool) {
	places := slices.DeleteFunc(slices.Clone(c.step.Missing), func(p forms.Place) bool { return listed[p.Path] })
	if len(places) == 0 {
		return
	}
	room := c.t.p.room
	var labels []say.Text
	for _, p := range places[:min(len(places), mostNamed)] {
		labels = append(labels, p.Label)
	}
	text := room.sayf("还没填好：%s", say.Join("、", labels...))
	if len(places) > mostNamed {
		text = room.sayf("还没填好：%s，共%d项", say.Join("、", labels...), len(places))
	}
	link := look.NewButton(look.Link, room.sayf("去填"), func() { room.GoTo(places[0].Path) }).WithArrow("right")
	link.OnFocus = c.t.p.Reveal
	body.Add(c.line(check.Missing, text, link))
}
