package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/check"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// marked is a line with a mark, and the key of what it shows.
type marked struct {
	widget.BaseWidget
	key     string
	content *fyne.Container
}

func newMarked(content *fyne.Container) *marked {
	m := &marked{content: content}
	m.ExtendBaseWidget(m)
	return m
}

// HeightAt returns the height of the content.
func (m *marked) HeightAt(width float32) float32 { return look.Height(m.content, width) }

// CreateRenderer shows the content.
func (m *marked) CreateRenderer() fyne.WidgetRenderer {
	return look.Laid(widget.NewSimpleRenderer(m.content), m.Size())
}

// resultLine is a finding below its question: what was found; a link opens what is asked,
// what to do and the clause's own words.
func (p *Page) resultLine(f check.Finding) *marked {
	found := look.NewText(p.room.Say(f.Found), look.Style{Size: look.SizeNote})
	rest := look.Column(2)
	if !f.Needed.Empty() {
		rest.Add(look.NewText(p.room.sayf("要求：%s", f.Needed), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	}
	if !f.Remedy.Empty() {
		rest.Add(look.NewText(p.room.Say(f.Remedy), look.Style{Size: look.SizeNote}))
	}
	rest.Add(p.clauses(f.Cites))
	link := p.opener("line:"+f.ID, rest)
	return newMarked(look.Stretch(6, 1, look.Inset(look.Insets{Top: 1.5}, look.NewMark(f.Outcome)), look.Column(2, found, rest), link))
}

// opener returns the link that shows and hides what is behind a finding.
func (p *Page) opener(key string, hidden *fyne.Container) *look.Button {
	look.Show(hidden, p.opened[key])
	link := look.NewButton(look.Link, p.room.sayf("依据"), nil).WithArrow("right")
	p.turn(link, p.opened[key])
	link.OnTapped = func() {
		p.opened[key] = !p.opened[key]
		look.Show(hidden, p.opened[key])
		p.turn(link, p.opened[key])
		p.arrange()
	}
	link.OnFocus = p.Reveal
	return link
}

func (p *Page) turn(link *look.Button, open bool) {
	if open {
		link.SetIcon("down")
	} else {
		link.SetIcon("right")
	}
}

// clauses quotes the notice: number and words of each clause.
func (p *Page) clauses(cites []notice.Citation) *fyne.Container {
	box := look.Column(10)
	seen := map[string]bool{}
	for _, cite := range cites {
		clause, ok := p.room.Draft().Notice().Clause(cite.Clause)
		if !ok || seen[cite.Clause] {
			continue
		}
		seen[cite.Clause] = true
		box.Add(look.Column(0,
			look.Cells(look.SmallGap, 0, look.NewText(p.room.sayf("通知 %s", clause.ID), look.Style{Size: look.SizeSmall, Ink: look.Grey, Bold: true}),
				look.NewButton(look.Link, p.room.sayf("在通知里看"), func() { p.room.Quote(clause.ID) })),
			look.NewText(clause.Tidy(), look.Style{Size: look.SizeNote})))
	}
	return look.Backed(look.NewPanel(look.Ground, look.Line, 6), look.Inset(look.Even(12), box))
}

// findingRow is a finding: mark, what was found in bold, what to do first, and below it
// the clause and the ways to the rest.
func (p *Page) findingRow(f check.Finding, links ...fyne.CanvasObject) fyne.CanvasObject {
	return look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(f.Outcome)), said(p, f, links...))
}

// said is what was found and what to do, with the links that open the words of the notice
// and what else there is to do.
func said(p *Page, f check.Finding, links ...fyne.CanvasObject) *fyne.Container {
	texts := look.Column(2, look.NewText(p.room.Say(f.Found), look.Style{Bold: true}))
	clauses := p.clauses(f.Cites)
	var own []fyne.CanvasObject
	if len(f.Cites) > 0 {
		link := p.opener("row:"+f.ID, clauses)
		link.SetLabel(f.Cites[0].Clause)
		own = append(own, link)
	}
	if !f.Remedy.Empty() {
		todo, more := remedy(p, f)
		texts.Add(todo)
		own = append(own, more...)
	}
	texts.Add(look.Flow(14, append(own, links...)...))
	texts.Add(clauses)
	return texts
}

// panel is the card with a step's findings.
type panel struct {
	p      *Page
	object *fyne.Container
	list   *fyne.Container
	key    string
}

func newPanel(p *Page) *panel {
	n := &panel{p: p, list: look.Column(12)}
	n.object = look.Card(look.Gap, n.list)
	return n
}

// listed returns what the panel shows, worst first, standing questions last.
func (n *panel) listed() []check.Finding {
	report := n.p.room.Draft().Report()
	var own, standing []check.Finding
	for _, o := range []check.Outcome{check.Fail, check.Todo, check.Confirm} {
		for _, f := range report.OfStep(n.p.step) {
			switch {
			case f.Outcome != o || f.Answered() || !n.p.room.holds(n.p.spot(), f):
			case f.Standing:
				standing = append(standing, f)
			default:
				own = append(own, f)
			}
		}
	}
	return append(own, standing...)
}

// open returns the paths of the questions whose answers are missing and of those whose
// answers cannot be used: those of this page, and those of other pages without which this
// one's findings stay open.
func (n *panel) open() (missing, wrong []string) {
	room, step := n.p.room, n.p.step
	var findings []check.Finding
	for _, f := range room.Draft().Report().Findings {
		if f.Outcome == check.Missing && room.standsOn(f, step) {
			findings = append(findings, f)
		}
	}
	elsewhere := func(path string) bool {
		part, ok := forms.PartOf(step, path)
		return ok && part != room.part
	}
	for _, p := range room.waiting(findings) {
		switch {
		case elsewhere(p.Path):
		case p.Answered(room.View()):
			wrong = append(wrong, p.Path)
		default:
			missing = append(missing, p.Path)
		}
	}
	return missing, together(wrong, slices.DeleteFunc(room.wrong(step), elsewhere))
}

func (n *panel) update() {
	findings := n.listed()
	missing, wrong := n.open()
	key := keyOf(findings) + strings.Join(missing, " ") + "\x00" + strings.Join(wrong, " ")
	if n.key == key && n.key != "" {
		return
	}
	n.key = key
	n.list.RemoveAll()
	for _, f := range findings {
		n.add(n.p.findingRow(f))
	}
	n.addOpen(say.F("还有%d个问题没答", len(missing)), say.F("去填"), missing)
	n.addOpen(say.F("有%d处填写用不上", len(wrong)), say.F("去改"), wrong)
	if len(n.list.Objects) == 0 {
		nothing := say.F("这一步没有要处理的事")
		if len(n.p.room.Parts(n.p.step)) > 1 {
			nothing = say.F("这一页没有要处理的事")
		}
		n.add(look.Row(8, look.NewMark(check.Pass), look.NewText(n.p.room.Say(nothing), look.Style{One: true})))
	}
}

func (n *panel) add(row fyne.CanvasObject) {
	if len(n.list.Objects) > 0 {
		n.list.Add(look.Rule())
	}
	n.list.Add(row)
}

// mostLabels is how many open questions are named.
const mostLabels = 40

// addOpen names open questions in one row and leads to the first.
func (n *panel) addOpen(title, way say.Text, paths []string) {
	if len(paths) == 0 {
		return
	}
	link := look.NewButton(look.Link, n.p.room.Say(way), func() { n.p.room.GoTo(paths[0]) }).WithArrow("right")
	n.add(look.Stretch(10, 1, look.Inset(look.Insets{Top: 2}, look.NewMark(check.Missing)),
		look.Column(2, look.NewText(n.p.room.Say(title), look.Style{Bold: true}),
			look.NewText(n.p.room.labels(paths), look.Style{Size: look.SizeNote, Ink: look.Grey})), link))
}
