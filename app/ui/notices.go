package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/library"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"

	"fyne.io/fyne/v2"
)

// notice is that of the application which is open.
func (w *Window) notice() *notice.Notice { return w.entry.Notice }

func isNotice(path string) bool { return strings.EqualFold(filepath.Ext(path), notice.Extension) }

// trust says who vouches for a notice; nothing of the program's own.
func (w *Window) trust(e library.Entry) fyne.CanvasObject {
	text := look.NewText(w.Say(e.Trust()), look.Style{Size: look.SizeNote, Ink: look.Grey})
	look.Show(text, e.Origin != library.Own)
	return text
}

// beginUnder begins an empty application: under the only notice, or under the one that
// is chosen.
func (w *Window) beginUnder(step forms.Step, then func()) {
	all := []library.Entry{{Notice: w.config.Notice}}
	if w.config.Library.Own != nil {
		all = w.config.Library.All(context.Background())
	}
	if len(all) < 2 {
		w.beginWith(library.Entry{Notice: w.config.Notice}, step)
		then()
		return
	}
	w.chooseNotice(say.F("按哪份通知填？"), all, func(e library.Entry) {
		w.beginWith(e, step)
		then()
	})
}

// beginWith begins an empty application under a notice.
func (w *Window) beginWith(e library.Entry, step forms.Step) {
	a := forms.New(e.Notice.ID)
	e.Bind(a)
	w.entry = e
	w.begin(a, step)
}

// chooseNotice asks for one of several notices.
func (w *Window) chooseNotice(title say.Text, all []library.Entry, chosen func(library.Entry)) {
	rows := look.Column(look.Gap)
	var d *ask.Dialog
	for _, e := range all {
		expired := look.NewText(w.Say(guide.Expired(e.Notice, forms.OnDay(forms.DayOf(w.config.Now())))), look.Style{Size: look.SizeNote, Ink: look.Grey})
		take := look.NewButton(look.Outlined, w.sayf("%d年度%s · %s", e.Notice.Year, e.Notice.Name(e.Notice.Place), e.Notice.Number), func() {
			d.Close()
			chosen(e)
		})
		rows.Add(look.Column(4, take, w.trust(e), expired))
	}
	d = w.asks.Ask(title, rows, ask.Button{Words: say.F("取消")})
}

// openNotice reads a notice's file and asks what to do with it.
func (w *Window) openNotice(path string) {
	busy := w.asks.WaitOrStop(say.F("正在打开"), func() {})
	w.work.Run(func() func() {
		e, err := w.config.Library.Find(context.Background(), path)
		return func() {
			busy()
			var faulty *library.Faulty
			switch {
			case errors.As(err, &faulty):
				w.showFaults(path)
			case err != nil:
				w.asks.Fail(say.F("打不开这份通知"), err, say.F("换一个文件；原来的申报没有动。"))
			default:
				w.offerNotice(e)
			}
		}
	})
}

// offerNotice says what a notice is and who made it, and asks whether to install it.
func (w *Window) offerNotice(e library.Entry) {
	n := e.Notice
	line := func(text say.Text) fyne.CanvasObject { return look.NewText(w.Say(text), look.Style{}) }
	about := look.Column(6,
		line(say.F("%d年度%s · %s", n.Year, n.Name(n.Place), n.Number)),
		line(say.F("代号%s，第%d版，%d条", n.ID, n.Version, len(n.Clauses()))),
		line(e.Trust()),
		line(say.F("制作日期%s，摘要%s", n.Head.On, short(n.Digest))))
	if n.Head.Remark != "" {
		about.Add(line(say.F("备注：%s", n.Head.Remark)))
	}
	about.Add(look.NewText(w.sayf("数字、日期和名字都和它自己的原文一致；原文是不是官网的那份，请自己对照。"), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	w.asks.Ask(say.F("通知包"), about,
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("只看"), Tapped: func() { w.readNotice(e) }},
		ask.Button{Words: say.F("安装"), Filled: true, Tapped: func() { w.install(e, false) }})
}

// digestShown is how many digits of a digest are shown.
const digestShown = 8

func short(digest string) string { return digest[:min(len(digest), digestShown)] }

// readNotice shows a notice's own words.
func (w *Window) readNotice(e library.Entry) {
	text := look.Column(look.SmallGap, w.trust(e))
	for _, c := range e.Notice.Clauses() {
		text.Add(look.NewText(c.ID+"  "+c.Tidy(), look.Style{Size: look.SizeNote}))
	}
	w.asks.Ask(say.Typed(e.Notice.Number), text, ask.Button{Words: say.F("关闭"), Filled: true},
		ask.Button{Words: say.F("用它填一份"), Tapped: func() {
			w.keepFirst(func() { w.beginWith(e, forms.StepPlan) })
		}})
}

// install puts a notice where it is found at every start. Another one of the same id
// is replaced only after a question, which says what is different.
func (w *Window) install(e library.Entry, replace bool) {
	old, err := w.config.Library.ByID(context.Background(), e.Notice.ID)
	switch {
	case err == nil && old.Origin == library.Installed && !replace && old.Notice.Digest != e.Notice.Digest:
		w.asks.Ask(say.F("已经装了一份同一代号的通知"), w.differences(old.Notice, e.Notice),
			ask.Button{Words: say.F("取消")}, ask.Button{Words: say.F("换成这一份"), Tapped: func() { w.install(e, true) }})
		return
	case err == nil && old.Origin == library.Installed:
		replace = true
	}
	if _, err := w.config.Library.Install(e, replace); err != nil {
		w.asks.Fail(say.F("装不了这份通知"), err, say.F("可以选“只看”，不装也能用它填一份。"))
		return
	}
	w.asks.Ask(say.F("装好了"), look.NewText(w.sayf("新建申报时可以选%s。", e.Notice.Number), look.Style{}),
		ask.Button{Words: say.F("知道了")},
		ask.Button{Words: say.F("现在填一份"), Filled: true, Tapped: func() {
			w.keepFirst(func() { w.beginWith(e, forms.StepPlan) })
		}})
}

// mostDifferences is how many lines a list of differences has.
const mostDifferences = 200

// differences lists what two notices say differently.
func (w *Window) differences(old, new *notice.Notice) *fyne.Container {
	all := notice.Compare(old, new)
	list := look.Column(4, look.NewText(w.sayf("%s（第%d版） → %s（第%d版），%d处不同：", old.Number, old.Version, new.Number, new.Version, len(all)), look.Style{Bold: true}))
	for _, d := range all[:min(len(all), mostDifferences)] {
		list.Add(look.NewText(w.Say(d.Text()), look.Style{Size: look.SizeNote}))
	}
	return list
}
