package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

const (
	optionHeight  float32 = 36
	optionPadding float32 = 13
	dotSize       float32 = 14
	dotGap        float32 = 7
	optionGap     float32 = look.SmallGap
)

// place is where an answer stands.
type place struct {
	position fyne.Position
	size     fyne.Size
}

func (p place) holds(q fyne.Position) bool {
	return q.X >= p.position.X && q.X < p.position.X+p.size.Width &&
		q.Y >= p.position.Y && q.Y < p.position.Y+p.size.Height
}

// labelWidth is that of the bold label, so that choosing moves nothing.
func labelWidth(label string) float32 {
	return fyne.MeasureText(label, look.SizeText, fyne.TextStyle{Bold: true}).Width
}

func (c *Choice) places(width float32) []place {
	places := make([]place, len(c.options))
	var x, y float32
	for i, o := range c.options {
		size := fyne.NewSize(labelWidth(c.host.Say(o.Label))+dotSize+dotGap+2*optionPadding, optionHeight)
		if c.stacked {
			size = c.stackedSize(o.Label, width)
		}
		if x > 0 && (c.stacked || x+size.Width > width+0.5) {
			x, y = 0, y+places[i-1].size.Height+optionGap
		}
		places[i] = place{fyne.NewPos(x, y), size}
		x += size.Width + optionGap
	}
	return places
}

func (c *Choice) stackedSize(label say.Text, width float32) fyne.Size {
	text := look.NewText(c.host.Say(label), look.Style{Bold: true})
	height := text.HeightAt(width-dotSize-dotGap-2*optionPadding) + optionHeight - text.HeightAt(9999)
	return fyne.NewSize(width, height)
}

// LineWidth returns the width of all answers beside each other.
func (c *Choice) LineWidth() float32 {
	width := -optionGap
	for _, o := range c.options {
		width += labelWidth(c.host.Say(o.Label)) + dotSize + dotGap + 2*optionPadding + optionGap
	}
	return max(0, width)
}

// HeightAt returns the height of all rows of answers.
func (c *Choice) HeightAt(width float32) float32 {
	places := c.places(width)
	if len(places) == 0 {
		return 0
	}
	last := places[len(places)-1]
	return last.position.Y + last.size.Height
}

// MinSize returns the widest answer and the height at the width of the choice.
func (c *Choice) MinSize() fyne.Size {
	var width float32
	for _, o := range c.options {
		width = max(width, labelWidth(c.host.Say(o.Label))+dotSize+dotGap+2*optionPadding)
	}
	if c.stacked {
		width = 200
	}
	return fyne.NewSize(width, c.HeightAt(max(width, c.Size().Width)))
}

// CreateRenderer draws the answers.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{choice: c}
	r.Refresh()
	return look.Laid(r, c.Size())
}

// optionView is what is drawn of one answer.
type optionView struct {
	ring, ground *look.Panel
	dot          *look.Panel
	label        *look.Text
}

type choiceRenderer struct {
	choice  *Choice
	views   []optionView
	objects []fyne.CanvasObject
}

func (r *choiceRenderer) MinSize() fyne.Size           { return r.choice.MinSize() }
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *choiceRenderer) Destroy()                     {}

func (r *choiceRenderer) build() {
	if len(r.views) == len(r.choice.options) {
		return
	}
	r.views, r.objects = nil, nil
	for range r.choice.options {
		v := optionView{
			ring:   look.NewPanel(look.Clear, look.Clear, 9),
			ground: look.NewPanel(look.Paper, look.Edge, 6),
			dot:    look.NewPanel(look.Paper, look.Edge, dotSize/2),
			label:  look.NewText("", look.Style{}),
		}
		r.views = append(r.views, v)
		r.objects = append(r.objects, v.ring, v.ground, v.dot, v.label)
	}
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.build()
	for i, p := range r.choice.places(size.Width) {
		v := r.views[i]
		v.ground.Move(p.position)
		v.ground.Resize(p.size)
		v.ring.Move(p.position.SubtractXY(3, 3))
		v.ring.Resize(p.size.AddWidthHeight(6, 6))
		v.dot.Move(p.position.AddXY(optionPadding, (p.size.Height-dotSize)/2))
		v.dot.Resize(fyne.NewSquareSize(dotSize))
		room := p.size.Width - 2*optionPadding - dotSize - dotGap + 1
		height := v.label.HeightAt(room)
		v.label.Move(p.position.AddXY(optionPadding+dotSize+dotGap, (p.size.Height-height)/2))
		v.label.Resize(fyne.NewSize(room, height))
	}
}

func (r *choiceRenderer) Refresh() {
	r.build()
	c := r.choice
	for i, v := range r.views {
		o := c.options[i]
		v.label.Set(c.host.Say(o.Label))
		chosen := o.Value == c.chosen
		v.label.SetBold(chosen)
		switch {
		case chosen:
			v.ground.Set(look.Tint, look.Accent, 1.5)
			v.dot.Set(look.Paper, look.Accent, 4.5)
		case i == c.hovered:
			v.ground.Set(look.Hover, look.Edge, 1)
			v.dot.Set(look.Paper, look.Edge, 1.5)
		default:
			v.ground.Set(look.Paper, look.Edge, 1)
			v.dot.Set(look.Paper, look.Edge, 1.5)
		}
		ring := look.Clear
		if c.focused && i == c.cursor {
			ring = look.Accent
		}
		v.ring.Set(look.Clear, ring, 2)
	}
	r.Layout(c.Size())
	canvas.Refresh(c)
}
