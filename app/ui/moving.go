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
func (s *notices) moveOn() {
	if !s.w.started {
		return
	}
	var others []library.Entry
	if s.w.config.Library.Own != nil {
		for _, e := range s.w.config.Library.All(context.Background()) {
			if e.Notice.ID != s.w.notice().ID {
				others = append(others, e)
			}
		}
	}
	if len(others) == 0 {
		s.w.asks.Tell(say.F("换到另一份通知"), say.F("没有别的通知。先打开一份通知包（.zcnotice），选“安装”。"))
		return
	}
	s.chooseNotice(say.F("换到哪一份通知？"), others, s.offerMove)
}

// offerMove says what becomes of the answers before anything does.
func (s *notices) offerMove(to library.Entry) {
	m := library.Move(s.w.View(), s.w.entry, to)
	page := look.Column(10,
		look.NewText(s.w.sayf("会另做一份，原来的这份不动。"), look.Style{}),
		s.places(say.F("沿用%d项", len(m.Kept)), nil),
		s.places(say.F("要重答%d项", len(m.Again)), m.Again),
		s.places(say.F("新问的%d项", len(m.New)), m.New),
		look.NewText(s.w.sayf("变了的要求"), look.Style{Bold: true}),
		s.differences(s.w.notice(), to.Notice))
	s.w.asks.Ask(say.F("换到%s", to.Notice.Number), page,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("另做一份"), Filled: true, Tapped: func() {
			s.w.files.keepFirst(func() {
				s.w.entry = to
				s.w.files.begin(m.Applicant, forms.StepPlan)
			})
		}})
}

// places lists questions below a heading.
func (s *notices) places(heading say.Text, places []forms.Place) *fyne.Container {
	list := look.Column(4, look.NewText(s.w.Say(heading), look.Style{Bold: true}))
	for _, p := range places {
		list.Add(look.NewText(s.w.Say(p.Label), look.Style{Size: look.SizeNote}))
	}
	return list
}
