package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/ask"
	"zhicheng/app/document"
	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/guide"
	"zhicheng/forms/library"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

const (
	startWidth float32 = 600
	startGap   float32 = 16
	startEdge  float32 = 16 // above and below what the page says
)

// openStart shows what the program is and the ways in.
func (f *files) openStart() {
	f.w.started = false
	endChecking(f.w)
	f.w.overview.leave()
	if len(f.recent()) > 0 || f.w.config.App.Preferences().String(folderKey) != "" {
		f.w.overview.open()
		return
	}
	content := look.Column(startGap, f.welcome(), f.ways(), f.otherWays(), f.leftovers())
	ground := look.NewPanel(look.Ground, look.Clear, 0)
	scroll := look.NewScroll(container.New(startLayout{}, content))
	f.w.window.SetContent(container.NewStack(ground, scroll))
}

// startLayout puts the start page in the middle of the window.
type startLayout struct{}

func (startLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(startWidth, look.Height(objects[0], startWidth)+2*startEdge)
}

func (startLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := look.Height(objects[0], startWidth)
	objects[0].Resize(fyne.NewSize(startWidth, height))
	objects[0].Move(fyne.NewPos((size.Width-startWidth)/2, max(startEdge, (size.Height-height)*0.4)))
	look.Arrange(objects[0])
}

func (f *files) welcome() fyne.CanvasObject {
	n := f.w.config.Notice
	name := look.Row(14, look.Sized(fyne.NewSquareSize(44), canvas.NewImageFromResource(look.AppIcon())),
		look.NewText(f.w.Say(productName), look.Style{Size: look.SizeTitle, Bold: true, One: true}))
	return look.Column(10, name,
		look.NewText(f.w.sayf("对照%d年度%s%s职称申报的通知（%s），逐条看自己符不符合、还差什么，裁好证件照，写好述职，打印自查清单。",
			n.Year, n.Name(n.Place), n.Fields(), n.Number), look.Style{}),
		look.NewText(f.w.sayf("填写的内容和照片只在这台电脑上，软件不联网。"), look.Style{Ink: look.Grey}),
		look.NewText(f.w.Say(guide.Expired(n, forms.OnDay(forms.DayOf(f.w.config.Now())))), look.Style{Ink: look.Grey}))
}

// ways are the three ways in.
func (f *files) ways() fyne.CanvasObject {
	return look.Flow(look.SmallGap,
		look.NewButton(look.Filled, f.w.sayf("开始填写"), func() { f.w.notices.beginUnder(forms.StepPlan, func() {}) }),
		look.NewButton(look.Outlined, f.w.sayf("打开已有的…"), f.openFile).WithIcon("open"),
		look.NewButton(look.Outlined, f.w.sayf("只检查照片"), f.checkPhoto).WithIcon("photo"))
}

// checkPhoto opens the page for photos alone.
func (f *files) checkPhoto() {
	f.w.notices.under(func(e library.Entry) { checkPhotos(f.w, e) })
}

// otherWays are for who wants to look first, or has many to look after.
func (f *files) otherWays() fyne.CanvasObject {
	return look.Flow(24,
		look.NewButton(look.Link, f.w.sayf("看一份填好的示例"), f.w.handbook.openSample),
		look.NewButton(look.Link, f.w.sayf("要准备什么，大约多久"), f.tellPreparing),
		look.NewButton(look.Link, f.w.sayf("看一个文件夹里的全部申报…"), func() {
			f.w.asks.ChooseFolder(say.F("选放申报文件的文件夹"), f.w.overview.openFolder)
		}))
}

// tellPreparing says what to have at hand.
func (f *files) tellPreparing() {
	f.w.asks.Tell(say.F("要准备什么，大约多久"), say.F("大约十分钟。手边放着：毕业证书和学位证书上的日期、现职称的取得和聘任日期、近几年每年的继续教育学时、社保连续缴纳的月数、一张白底的照片、述职的文字。记不清的可以先空着，以后再填。"))
}

// leftovers offers what an earlier run left that is in no file, once the shelf has
// answered: the page does not wait for it.
func (f *files) leftovers() fyne.CanvasObject {
	rows := look.Column(10)
	card := look.Card(12, look.NewText(f.w.sayf("上次没有存好的申报"), look.Style{Bold: true}), rows)
	card.Hide()
	left := f.left
	f.w.work.RunAnyway(func() func() {
		left.Read()
		return func() {
			for _, l := range left.Known() {
				rows.Add(f.leftover(l))
				card.Show()
			}
			if content := f.w.window.Content(); content != nil && !f.w.started {
				content.Refresh()
				look.Arrange(content)
			}
		}
	})
	return card
}

// leftover is a row of what an earlier run left. What cannot be read says why; to go
// on with it would overwrite it.
func (f *files) leftover(l store.Leftover) fyne.CanvasObject {
	if l.Trouble != nil {
		return look.Stretch(12, 0, look.NewText(f.w.sayf("自动保存于%s的一份打不开：%s", moment(l.Saved), l.Trouble), look.Style{}))
	}
	name := l.Content.Person.Name
	if name == "" {
		name = f.w.sayf("没有填姓名")
	}
	if path := l.Unsaved.Origin().Path; path != "" {
		name += " · " + filepath.Base(path)
	}
	row := look.Stretch(12, 0, look.NewText(f.w.sayf("%s · 自动保存于%s", name, moment(l.Saved)), look.Style{}))
	row.Add(look.NewButton(look.Link, f.w.sayf("接着填"), func() { f.resume(l) }).WithArrow("right"))
	row.Add(look.NewButton(look.Link, f.w.sayf("不要了"), func() { f.throwAway(l, name) }))
	return row
}

// throwAway throws a draft away, after a question: there is no way back.
func (f *files) throwAway(l store.Leftover, name string) {
	f.w.asks.Ask(say.F("扔掉这份申报？"), look.NewText(f.w.sayf("%s · 自动保存于%s", name, moment(l.Saved)), look.Style{}),
		ask.Button{Words: say.F("取消")},
		ask.Button{Words: say.F("扔掉"), Tapped: func() {
			l.Unsaved.Discard()
			f.left.Taken(l)
			f.openStart()
		}})
}

// resume goes on with a draft of an earlier run; it stays where it is kept.
func (f *files) resume(l store.Leftover) {
	a := l.Content
	f.w.work.Run(func() func() {
		entry, err := f.source().NoticeOf(context.Background(), a)
		filled := a
		if err == nil {
			filled, err = document.Measured(context.Background(), a, f.w.config.Finder)
		}
		return func() {
			if err != nil {
				f.w.asks.Fail(say.F("接不上这份申报"), err, say.F("换一份，或者重新填。"))
				return
			}
			f.left.Taken(l)
			l.Content, f.w.entry = filled, entry
			f.w.keep.turnTo(document.Resume(f.w.keep.keeping(), l), filled, forms.StepPlan)
			if f.w.doc.Path() != "" {
				f.w.keep.autosave() // on into the file
			}
			f.w.notices.offerLater()
		}
	})
}
