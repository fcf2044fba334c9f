package page

import (
	"fyne.io/fyne/v2"

	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// tab is one of several views of a page.
type tab struct {
	name  string
	words func() say.Text
}

// tabs is the row of buttons that choose what a page shows, the chosen one underlined.
type tabs struct {
	p       *Page
	tabs    []tab
	buttons []*look.Button
	row     *fyne.Container
}

// newTabs makes the row; chosen takes the name of the tab that was tapped.
func newTabs(p *Page, current string, all []tab, chosen func(name string)) *tabs {
	t := &tabs{p: p, tabs: all}
	t.row = look.Row(look.Gap)
	for _, one := range all {
		b := look.NewButton(look.Link, "", func() { chosen(one.name) })
		b.OnFocus = p.Reveal
		line := look.Space(0, tabLine)
		if one.name == current {
			line.Set(look.Accent, look.Clear, 0)
		}
		t.buttons = append(t.buttons, b)
		t.row.Add(look.Column(6, b, line))
	}
	t.update()
	return t
}

// tabLine is the height of the line under the chosen tab.
const tabLine float32 = 2

func (t *tabs) update() {
	for i, one := range t.tabs {
		t.buttons[i].SetLabel(t.p.room.Say(one.words()))
	}
}
