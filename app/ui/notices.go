package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// notices are the doors to the notices: installing, reading, changing from one to another.
type notices struct{ w *Window }

func isNotice(path string) bool { return strings.EqualFold(filepath.Ext(path), notice.Extension) }

// trust says who vouches for a notice; nothing of the program's own.
func (s *notices) trust(e library.Entry) fyne.CanvasObject {
	text := look.NewText(s.w.Say(e.Trust()), look.Style{Size: look.SizeNote, Ink: look.Grey})
	look.Show(text, e.Origin != library.Own)
	return text
}

// beginUnder begins an empty application: under the only notice, or under the one that
// is chosen.
func (s *notices) beginUnder(step forms.Step, then func()) {
	s.under(func(e library.Entry) {
		s.beginWith(e, step)
		then()
	})
}

// under does something with the only notice, or with the one that is chosen.
func (s *notices) under(do func(library.Entry)) {
	all := []library.Entry{{Notice: s.w.config.Notice}}
	if s.w.config.Library.Own != nil {
		all = s.w.config.Library.All(context.Background())
	}
	if len(all) < 2 {
		do(library.Entry{Notice: s.w.config.Notice})
		return
	}
	s.chooseNotice(say.F("按哪份通知填？"), all, do)
}

// beginWith begins an empty application under a notice.
func (s *notices) beginWith(e library.Entry, step forms.Step) {
	a := forms.New(e.Notice.ID)
	e.Bind(a)
	s.w.entry = e
	s.w.files.begin(a, step)
}

// chooseNotice asks for one of several notices.
func (s *notices) chooseNotice(title say.Text, all []library.Entry, chosen func(library.Entry)) {
	rows := look.Column(look.Gap)
	var d *ask.Dialog
	for _, e := range all {
		expired := look.NewText(s.w.Say(guide.Expired(e.Notice, forms.OnDay(forms.DayOf(s.w.config.Now())))), look.Style{Size: look.SizeNote, Ink: look.Grey})
		take := look.NewButton(look.Outlined, s.w.sayf("%d年度%s · %s", e.Notice.Year, e.Notice.Name(e.Notice.Place), e.Notice.Number), func() {
			d.Close()
			chosen(e)
		})
		rows.Add(look.Column(4, take, s.trust(e), expired))
	}
	d = s.w.asks.Ask(title, rows, ask.Button{Words: say.F("取消")})
}

// openNotice reads a notice's file and asks what to do with it.
func (s *notices) openNotice(path string) {
	busy := s.w.asks.WaitOrStop(say.F("正在打开"), func() {})
	s.w.work.Run(func() func() {
		e, err := s.w.config.Library.Find(context.Background(), path)
		return func() {
			busy()
			var faulty *library.Faulty
			switch {
			case errors.As(err, &faulty):
				s.showFaults(path)
			case err != nil:
				s.w.asks.Fail(say.F("打不开这份通知"), err, say.F("换一个文件；原来的申报没有动。"))
			default:
				s.offerNotice(e)
			}
		}
	})
}

// offerNotice says what a notice is and who made it, and asks whether to install it.
func (s *notices) offerNotice(e library.Entry) {
	n := e.Notice
	line := func(text say.Text) fyne.CanvasObject { return look.NewText(s.w.Say(text), look.Style{}) }
	about := look.Column(6,
		line(say.F("%d年度%s · %s", n.Year, n.Name(n.Place), n.Number)),
		line(say.F("代号%s，第%d版，%d条", n.ID, n.Version, len(n.Clauses()))),
		line(e.Trust()),
		line(say.F("制作日期%s，摘要%s", n.Head.On, short(n.Digest))))
	if n.Head.Remark != "" {
		about.Add(line(say.F("备注：%s", n.Head.Remark)))
	}
	about.Add(look.NewText(s.w.Say(say.Join("", say.F("数字、日期和名字都和它自己的原文一致；原文是不是官网的那份，请自己对照。"), notice.Silence())), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	s.w.asks.Ask(say.F("通知包"), about,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("只看"), Tapped: func() { s.readNotice(e) }},
		ask.Button{Words: say.F("安装"), Filled: true, Tapped: func() { s.install(e, false) }})
}

// digestShown is how many digits of a digest are shown.
const digestShown = 8

func short(digest string) string { return digest[:min(len(digest), digestShown)] }

// readNotice shows a notice's own words.
func (s *notices) readNotice(e library.Entry) {
	text := look.Column(look.SmallGap, s.trust(e))
	for _, c := range e.Notice.Clauses() {
		text.Add(look.NewText(c.ID+"  "+c.Tidy(), look.Style{Size: look.SizeNote}))
	}
	s.w.asks.Ask(say.Typed(e.Notice.Number), text, ask.Button{Words: say.F("关闭"), Filled: true},
		ask.Button{Words: say.F("用它填一份"), Tapped: func() {
			s.w.files.keepFirst(func() { s.beginWith(e, forms.StepPlan) })
		}})
}

// install puts a notice where it is found at every start. Another one of the same id
// is replaced only after a question, which says what is different.
func (s *notices) install(e library.Entry, replace bool) {
	old, err := s.w.config.Library.ByID(context.Background(), e.Notice.ID)
	switch {
	case err == nil && old.Origin == library.Installed && !replace && old.Notice.Digest != e.Notice.Digest:
		s.w.asks.Ask(say.F("已经装了一份同一代号的通知"), s.differences(old.Notice, e.Notice),
			ask.Button{Words: say.F("取消")}, ask.Button{Words: say.F("换成这一份"), Tapped: func() { s.install(e, true) }})
		return
	case err == nil && old.Origin == library.Installed:
		replace = true
	}
	if _, err := s.w.config.Library.Install(e, replace); err != nil {
		s.w.asks.Fail(say.F("装不了这份通知"), err, say.F("可以选“只看”，不装也能用它填一份。"))
		return
	}
	s.w.asks.Ask(say.F("装好了"), look.NewText(s.w.sayf("新建申报时可以选%s。", e.Notice.Number), look.Style{}),
		ask.Button{Words: say.F("知道了")},
		ask.Button{Words: say.F("现在填一份"), Filled: true, Tapped: func() {
			s.w.files.keepFirst(func() { s.beginWith(e, forms.StepPlan) })
		}})
}

// mostDifferences is how many lines a list of differences has.
const mostDifferences = 200

// differences lists what two notices say differently.
func (s *notices) differences(old, new *notice.Notice) *fyne.Container {
	all := notice.Compare(old, new)
	list := look.Column(4, look.NewText(s.w.sayf("%s（第%d版） → %s（第%d版），%d处不同：", old.Number, old.Version, new.Number, new.Version, len(all)), look.Style{Bold: true}))
	for _, d := range all[:min(len(all), mostDifferences)] {
		list.Add(look.NewText(s.w.Say(d.Text()), look.Style{Size: look.SizeNote}))
	}
	return list
}
