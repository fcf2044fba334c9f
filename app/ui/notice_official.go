package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/fileread"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// compareOfficial asks for the official text of the notice, from the clipboard or a file.
func (s *notices) compareOfficial() {
	text := look.NewText(s.w.sayf("把官网那一页的文字从头到尾复制下来，点“粘贴”；存成了文本文件的，点“打开文件”。网页上别的字不要紧。"), look.Style{})
	s.w.asks.Ask(say.F("对照官网原文"), text,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("打开文件"), Tapped: func() { s.w.asks.ChooseOpen(say.F("官网原文"), []string{".txt"}, s.readOfficial) }},
		ask.Button{Words: say.F("粘贴"), Filled: true, Tapped: func() { s.official(s.w.config.App.Clipboard().Content()) }})
}

// readOfficial reads the official text from a file.
func (s *notices) readOfficial(path string) {
	s.w.work.Run(func() func() {
		data, err := fileread.File(context.Background(), path, notice.Largest)
		text := ""
		if err == nil {
			text, err = decodeText(data)
		}
		return func() {
			if err != nil {
				s.w.asks.Fail(say.F("读不了这个文本"), say.Errorf("打开 %s：%w", fileread.Name(path), err), say.F("用记事本打开它，另存为UTF-8编码再试；或者复制后粘贴。"))
				return
			}
			s.official(text)
		}
	})
}

// official says where the notice and the official text first differ. Of an installed one
// that does not, the day is kept.
func (s *notices) official(text string) {
	if different := s.w.notice().Against(text); different != nil {
		s.w.asks.Tell(say.F("对照官网原文"), different.Say())
		return
	}
	same := say.F("%s：和官网原文一字不差。", s.w.notice().Number)
	if s.w.config.Library.Own != nil {
		today := forms.OnDay(forms.DayOf(s.w.config.Now()))
		if e, err := s.w.config.Library.Remember(context.Background(), s.w.entry, today); err == nil {
			s.w.entry = e
			s.w.rail.update()
			same = say.Join("", same, say.F("记下了对照的日子，文号旁边会写。"))
		}
	}
	s.w.asks.Tell(say.F("对照官网原文"), same)
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
