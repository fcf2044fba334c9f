package ui

// rebuild makes the page anew; what is seen of it and what has the focus stay.
func (p *page) rebuild() {
	offset, focus := p.scroll.Offset, p.focus()
	p.w.open(p.step)
	p.w.page.restore(focus)
	p.w.page.scroll.ScrollToOffset(offset)
}

// focus is the question that has the focus, path "" for none, and before which
// character its caret is.
type focus struct {
	path  string
	caret int
}

func (p *page) focus() focus {
	focused := p.w.window.Canvas().Focused()
	for _, f := range p.order {
		if f.Focusable() != focused {
			continue
		}
		if e := f.Entry(); e != nil {
			return focus{f.Place.Path, e.Caret()}
		}
		return focus{path: f.Place.Path}
	}
	return focus{}
}

// restore gives the focus back to a question, where the page still has it.
func (p *page) restore(at focus) {
	f, ok := p.fields[at.path]
	if !ok || !f.Object().Visible() {
		return
	}
	p.w.window.Canvas().Focus(f.Focusable())
	if e := f.Entry(); e != nil {
		e.SetCaret(at.caret)
	}
}
