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

// moving makes a copy of an application under another notice.
type moving struct{ w *Window }

// moveOn asks under which other notice a copy of this application is to go on.
func (m moving) moveOn() {
	if !m.w.started {
		return
	}
	var others []library.Entry
	if m.w.config.Library.Own != nil {
		for _, e := range m.w.config.Library.All(context.Background()) {
			if e.Notice.ID != m.w.notice().ID {
				others = append(others, e)
			}
		}
	}
	if len(others) == 0 {
		m.w.asks.Tell(say.F("换到另一份通知"), say.F("没有别的通知。先打开一份通知包（.zcnotice），选“安装”。"))
		return
	}
	m.w.notices.chooseNotice(say.F("换到哪一份通知？"), others, m.offerMove)
}

// offerMove says what becomes of the answers before anything does.
func (m moving) offerMove(to library.Entry) {
	moved := library.Move(m.w.View(), m.w.entry, to)
	page := look.Column(10,
		look.NewText(m.w.sayf("会另做一份，原来的这份不动。"), look.Style{}),
		m.places(say.F("沿用%d项", len(moved.Kept)), nil),
		m.places(say.F("要重答%d项", len(moved.Again)), moved.Again),
		m.places(say.F("新问的%d项", len(moved.New)), moved.New),
		look.NewText(m.w.sayf("变了的要求"), look.Style{Bold: true}),
		m.w.notices.differences(m.w.notice(), to.Notice))
	m.w.asks.Ask(say.F("换到%s", to.Notice.Number), page,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("另做一份"), Filled: true, Tapped: func() {
			m.w.files.keepFirst(func() {
				m.w.entry = to
				m.w.files.begin(moved.Applicant, forms.StepPlan)
			})
		}})
}

// places lists questions below a heading.
func (m moving) places(heading say.Text, places []forms.Place) *fyne.Container {
	list := look.Column(4, look.NewText(m.w.Say(heading), look.Style{Bold: true}))
	for _, p := range places {
		list.Add(look.NewText(m.w.Say(p.Label), look.Style{Size: look.SizeNote}))
	}
	return list
}

// offerLater offers a later version of the application's notice that is installed, with
// what is different; it is taken by a copy, and only if somebody says so.
func (s *notices) offerLater() {
	e := s.w.entry
	if e.Origin == library.Own || s.w.config.Library.Own == nil {
		return
	}
	s.w.work.Run(func() func() {
		later, ok := s.w.config.Library.Newer(context.Background(), e)
		return func() {
			if ok && s.w.entry.Notice == e.Notice && s.w.asks.Open() == nil {
				s.askLater(later)
			}
		}
	})
}

func (s *notices) askLater(later library.Entry) {
	var content fyne.CanvasObject = look.Column(10,
		look.NewText(s.w.sayf("这份申报按第%d版填的，本机装了第%d版。换的话会另做一份，填的都在，原来的这份不动。", s.w.notice().Version, later.Notice.Version), look.Style{}),
		s.differences(s.w.notice(), later.Notice))
	s.w.asks.Ask(say.F("这份通知有新的一版"), content,
		ask.Button{Words: say.F("还按第%d版", s.w.notice().Version)},
		ask.Button{Words: say.F("另做一份"), Filled: true, Tapped: func() {
			s.w.files.keepFirst(func() {
				a := library.Renew(s.w.View(), later)
				s.w.entry = later
				s.w.files.begin(a, forms.StepPlan)
			})
		}})
}
