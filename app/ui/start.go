package ui

import (
	"context"
	"path/filepath"

	"zhicheng/forms/say"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/store"
)

const startWidth float32 = 600

// openStart shows what the program is and the ways in.
func (w *Window) openStart() {
	w.started = false
	content := look.Column(28, w.welcome(), w.ways(), w.leftovers(), w.recentFiles())
	ground := look.NewPanel(look.Ground, look.Clear, 0)
	scroll := look.NewScroll(container.New(startLayout{}, content))
	w.window.SetContent(container.NewStack(ground, scroll))
}

// startLayout puts the start page in the middle of the window.
type startLayout struct{}

func (startLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(startWidth, look.Height(objects[0], startWidth)+80)
}

func (startLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := look.Height(objects[0], startWidth)
	objects[0].Resize(fyne.NewSize(startWidth, height))
	objects[0].Move(fyne.NewPos((size.Width-startWidth)/2, max(40, (size.Height-height)*0.4)))
	look.Arrange(objects[0])
}

func (w *Window) welcome() fyne.CanvasObject {
	n := w.config.Notice
	name := look.Row(14, look.Sized(fyne.NewSquareSize(44), canvas.NewImageFromResource(look.AppIcon())),
		look.NewText(w.Say(productName), look.Style{Size: look.SizeTitle, Bold: true, One: true}))
	return look.Column(10, name,
		look.NewText(w.sayf("对照%d年度%s%s职称申报的通知（%s），逐条看自己符不符合、还差什么，裁好证件照，写好述职，打印自查清单。",
			n.Year, n.Name(n.Place), n.Fields(), n.Number), look.Style{}),
		look.NewText(w.sayf("填写的内容和照片只在这台电脑上，软件不联网。"), look.Style{Ink: look.Grey}),
		look.NewText(w.Say(guide.Expired(n, forms.OnDay(forms.DayOf(w.config.Now())))), look.Style{Ink: look.Grey}))
}

// ways are the three ways in.
func (w *Window) ways() fyne.CanvasObject {
	return look.Flow(look.SmallGap,
		look.NewButton(look.Filled, w.sayf("开始填写"), func() { w.beginUnder(forms.StepPlan, func() {}) }),
		look.NewButton(look.Outlined, w.sayf("打开已有的…"), w.openFile).WithIcon("open"),
		look.NewButton(look.Outlined, w.sayf("只检查照片…"), func() {
			w.beginUnder(forms.StepPhoto, w.crop.Choose)
		}).WithIcon("photo"))
}

// leftovers offers what an earlier run left that is in no file, once the shelf has
// answered: the page does not wait for it.
func (w *Window) leftovers() fyne.CanvasObject {
	rows := look.Column(10)
	card := look.Card(12, look.NewText(w.sayf("上次没有存好的申报"), look.Style{Bold: true}), rows)
	card.Hide()
	left := w.left
	w.work.RunAnyway(func() func() {
		left.Read()
		return func() {
			for _, l := range left.Known() {
				rows.Add(w.leftover(l))
				card.Show()
			}
			if content := w.window.Content(); content != nil && !w.started {
				content.Refresh()
				look.Arrange(content)
			}
		}
	})
	return card
}

// leftover is a row of what an earlier run left. What cannot be read says why; to go
// on with it would overwrite it.
func (w *Window) leftover(l store.Leftover) fyne.CanvasObject {
	if l.Trouble != nil {
		return look.Stretch(12, 0, look.NewText(w.sayf("自动保存于%s的一份打不开：%s", moment(l.Saved), l.Trouble), look.Style{}))
	}
	name := l.Content.Person.Name
	if name == "" {
		name = w.sayf("没有填姓名")
	}
	if path := l.Unsaved.Origin().Path; path != "" {
		name += " · " + filepath.Base(path)
	}
	row := look.Stretch(12, 0, look.NewText(w.sayf("%s · 自动保存于%s", name, moment(l.Saved)), look.Style{}))
	row.Add(look.NewButton(look.Link, w.sayf("接着填"), func() { w.resume(l) }).WithArrow("right"))
	row.Add(look.NewButton(look.Link, w.sayf("不要了"), func() { w.throwAway(l, name) }))
	return row
}

// throwAway throws a draft away, after a question: there is no way back.
func (w *Window) throwAway(l store.Leftover, name string) {
	w.asks.Ask(say.F("扔掉这份申报？"), look.NewText(w.sayf("%s · 自动保存于%s", name, moment(l.Saved)), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("扔掉"), Tapped: func() {
			l.Unsaved.Discard()
			w.left.Taken(l)
			w.openStart()
		}})
}

// resume goes on with a draft of an earlier run; it stays where it is kept.
func (w *Window) resume(l store.Leftover) {
	a := l.Content
	w.work.Run(func() func() {
		entry, err := w.noticeOf(context.Background(), a)
		filled := a
		if err == nil {
			filled, err = measured(context.Background(), a, w.config.Finder)
		}
		return func() {
			if err != nil {
				w.asks.Fail(say.F("接不上这份申报"), err, say.F("换一份，或者重新填。"))
				return
			}
			w.left.Taken(l)
			l.Content, w.entry = filled, entry
			w.turnTo(document.Resume(w.keeping(), l), filled, forms.StepPlan)
			if w.doc.Path() != "" {
				w.autosave() // on into the file
			}
		}
	})
}
