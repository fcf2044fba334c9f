package office

import (
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	model "zhicheng/forms/office"
	"zhicheng/forms/say"
)

// The columns of the table, from left to right.
const (
	columnName = iota
	columnPlan
	columnState
	columnNext
	columnChanged
	columnCount
)

const (
	cellGap  float32 = 14
	lineSide float32 = 12
	// linksFrom, planFrom and changedFrom are the table's widths from which there is room
	// for the links of a row, for the plan, and for when the file was changed.
	linksFrom   float32 = 620
	planFrom    float32 = 800
	changedFrom float32 = 900
	// wideFrom is the width from which no cell needs to be cut in either language.
	wideFrom float32 = 1100
)

// columns are the places of the columns in a table of a width; one without room is 0 wide.
func columns(width, links float32) (left, wide [columnCount]float32) {
	wide = [columnCount]float32{columnName: 112, columnPlan: 150, columnState: 236, columnChanged: 92}
	if width >= wideFrom {
		wide[columnPlan], wide[columnState] = 176, 280
	}
	if width < changedFrom {
		wide[columnChanged] = 0
	}
	if width < planFrom {
		wide[columnPlan], wide[columnState] = 0, 200
	}
	if width < linksFrom {
		links = -cellGap
	}
	rest := width - 2*lineSide - links
	for _, w := range wide {
		if w > 0 {
			rest -= w + cellGap
		}
	}
	wide[columnNext] = max(40, rest-cellGap)
	x := lineSide
	for i, w := range wide {
		left[i] = x
		if w > 0 {
			x += w + cellGap
		}
	}
	return left, wide
}

// line is one row of the table.
type line struct {
	widget.BaseWidget
	t *table
	i int

	ground *look.Panel
	rule   *look.Panel
	mark   *look.Icon
	cells  [columnCount]*look.Text
	said   [columnCount]string // what the cells say where there is room
	open   *look.Text
	like   *look.Text
	usable bool
	hover  bool
}

func newLine(t *table) *line {
	l := &line{t: t, ground: look.NewPanel(look.Clear, look.Clear, 6), rule: look.Rule(), mark: look.NewMark(check.Missing)}
	for i := range l.cells {
		l.cells[i] = look.NewText("", look.Style{One: true, Bold: i == columnName})
	}
	l.open = look.NewText(t.v.host.Say(say.F("打开")), look.Style{Size: look.SizeNote, Ink: look.Accent, One: true})
	l.like = look.NewText(t.v.host.Say(say.F("同单位新建")), look.Style{Size: look.SizeNote, Ink: look.Accent, One: true})
	l.ExtendBaseWidget(l)
	return l
}

// set shows a row.
func (l *line) set(i int, row model.Row) {
	l.i, l.usable = i, row.Usable()
	l.said = l.t.v.cells(row)
	ink := look.Words
	if !row.Usable() {
		ink = look.Grey
	}
	for _, cell := range l.cells {
		cell.SetInk(ink)
	}
	l.cells[columnChanged].SetInk(look.Grey)
	if row.Usable() {
		l.mark.SetMark(row.Outcome)
	}
	show(l.mark, row.Usable())
	l.colour()
	l.arrange()
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

func (l *line) colour() {
	switch {
	case l.i == l.t.chosen:
		l.ground.Set(look.Tint, look.Clear, 0)
	case l.hover:
		l.ground.Set(look.Hover, look.Clear, 0)
	default:
		l.ground.Set(look.Clear, look.Clear, 0)
	}
}

// arrange puts the cells into their columns and cuts what has no room.
func (l *line) arrange() {
	size := l.Size()
	l.ground.Resize(size)
	l.rule.Move(fyne.NewPos(0, size.Height-1))
	l.rule.Resize(fyne.NewSize(size.Width, 1))
	linked := size.Width >= linksFrom
	show(l.open, linked)
	show(l.like, linked && l.usable)
	x := size.Width - lineSide
	for _, link := range []*look.Text{l.like, l.open} {
		x -= link.MinSize().Width
		put(link, x, size.Height)
		x -= cellGap
	}
	left, wide := columns(size.Width, l.t.v.linksWidth())
	for i, cell := range l.cells {
		at, room := left[i], wide[i]
		if i == columnState && l.mark.Visible() {
			l.mark.Move(fyne.NewPos(at, (size.Height-look.MarkSize)/2))
			l.mark.Resize(fyne.NewSquareSize(look.MarkSize))
			at, room = at+look.MarkSize+8, room-look.MarkSize-8
		}
		if i == columnState && l.said[columnNext] == "" {
			room += wide[columnNext] + cellGap
		}
		cell.Set(look.Fitted(l.said[i], room, look.SizeText, i == columnName))
		put(cell, at, size.Height)
	}
}

func put(t *look.Text, x, height float32) {
	size := t.MinSize()
	t.Move(fyne.NewPos(x, (height-size.Height)/2))
	t.Resize(size)
}

// Tapped chooses the row, or does what a link in it says.
func (l *line) Tapped(e *fyne.PointEvent) {
	switch {
	case e == nil:
		l.t.click(l.i)
	case l.like.Visible() && within(l.like, e.Position):
		l.t.choose(l.i)
		l.t.v.beginLike(l.i)
	case l.open.Visible() && within(l.open, e.Position):
		l.t.choose(l.i)
		l.t.v.open(l.i)
	default:
		l.t.click(l.i)
	}
}

func within(o fyne.CanvasObject, at fyne.Position) bool {
	const near = 4
	from, to := o.Position().SubtractXY(near, near), o.Position().AddXY(o.Size().Width+near, o.Size().Height+near)
	return at.X >= from.X && at.Y >= from.Y && at.X <= to.X && at.Y <= to.Y
}

// MouseIn shows that the row can be chosen.
func (l *line) MouseIn(*desktop.MouseEvent) { l.point(true) }

// MouseMoved does nothing.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut shows the row as it was.
func (l *line) MouseOut() { l.point(false) }

func (l *line) point(on bool) {
	l.hover = on
	l.colour()
}

// Cursor is a hand.
func (l *line) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return &lineRenderer{l} }

type lineRenderer struct{ l *line }

func (r *lineRenderer) Layout(fyne.Size)   { r.l.arrange() }
func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(100, rowHeight) }
func (r *lineRenderer) Destroy()           {}
func (r *lineRenderer) Refresh()           { canvas.Refresh(r.l) }

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.l.ground, r.l.rule, r.l.mark}
	for _, cell := range r.l.cells {
		objects = append(objects, cell)
	}
	return append(objects, r.l.open, r.l.like)
}

// linksWidth is the room that the links of a row take.
func (v *View) linksWidth() float32 {
	m := look.NewMeasure(look.SizeNote, false)
	return m.Text(v.host.Say(say.F("打开"))) + m.Text(v.host.Say(say.F("同单位新建"))) + cellGap
}

// cells are what a row says, by its columns.
func (v *View) cells(row model.Row) (said [columnCount]string) {
	said[columnName] = row.Name
	if row.Name == "" {
		said[columnName] = stem(row.Path)
	}
	said[columnPlan] = v.host.Say(row.Plan)
	said[columnChanged] = v.since(row.Changed)
	switch {
	case !row.Trouble.Empty():
		said[columnState] = v.host.Say(row.Trouble)
		return said
	case !row.Usable():
		said[columnState] = "…"
		return said
	}
	said[columnState] = v.host.Say(state(row))
	said[columnNext] = v.host.Say(next(row.Next))
	return said
}

// stem is a file's name without its ending.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// state says how many findings want something done, the worst first.
func state(row model.Row) say.Text {
	var parts []say.Text
	add := func(text say.Text, n int) {
		if n > 0 {
			parts = append(parts, text)
		}
	}
	fails, missing, todo, asked := row.Counts[check.Fail], row.Counts[check.Missing], row.Counts[check.Todo], row.Counts[check.Confirm]
	add(say.F("%d项不符合", fails), fails)
	add(say.F("%d项没填", missing), missing)
	add(say.F("%d件要办", todo), todo)
	add(say.F("%d件要问", asked), asked)
	if row.Unmeasured {
		parts = append(parts, say.F("照片还没看"))
	}
	if len(parts) == 0 {
		return check.Pass.Word()
	}
	return say.Join(" · ", parts...)
}

// next says what comes next and when.
func next(n model.Next) say.Text {
	if n.Day == 0 {
		return n.What
	}
	return say.F("%s %s", n.Day.Short(), n.What)
}

// since says when a file was changed: the time today, else the day.
func (v *View) since(changed time.Time) string {
	switch now := v.config.Now(); {
	case changed.IsZero():
		return ""
	case forms.DayOf(changed.Local()) == forms.DayOf(now):
		return changed.Local().Format("15:04")
	default:
		return forms.DayOf(changed.Local()).String()
	}
}
