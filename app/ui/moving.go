package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/library"
	"zhicheng/forms/say"
)

// moveOn asks under which other notice a copy of this application is to go on.
func (w *Window) moveOn() {
	if !w.started {
		return
	}
	var others []library.Entry
	if w.config.Library.Own != nil {
		for _, e := range w.config.Library.All(context.Background()) {
			if e.Notice.ID != w.notice().ID {
				others = append(others, e)
			}
		}
	}
	if len(others) == 0 {
		w.asks.Tell(say.F("换到另一份通知"), say.F("没有别的通知。先打开一份通知包（.zcnotice），选“安装”。"))
		return
	}
	w.chooseNotice(say.F("换到哪一份通知？"), others, w.offerMove)
}

// offerMove says what becomes of the answers before anything does.
func (w *Window) offerMove(to library.Entry) {
	m := library.Move(w.View(), w.entry, to)
	page := look.Column(10,
		look.NewText(w.sayf("会另做一份，原来的这份不动。"), look.Style{}),
		w.places(say.F("沿用%d项", len(m.Kept)), nil),
		w.places(say.F("要重答%d项", len(m.Again)), m.Again),
		w.places(say.F("新问的%d项", len(m.New)), m.New),
		look.NewText(w.sayf("变了的要求"), look.Style{Bold: true}),
		w.differences(w.notice(), to.Notice))
	w.asks.Ask(say.F("换到%s", to.Notice.Number), page,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("另做一份"), Filled: true, Tapped: func() {
			w.keepFirst(func() {
				w.entry = to
				w.begin(m.Applicant, forms.StepPlan)
			})
		}})
}

// places lists questions below a heading.
func (w *Window) places(heading say.Text, places []forms.Place) *fyne.Container {
	list := look.Column(4, look.NewText(w.Say(heading), look.Style{Bold: true}))
	for _, p := range places {
		list.Add(look.NewText(w.Say(p.Label), look.Style{Size: look.SizeNote}))
	}
	return list
}
