package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/app/office"
	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
	"zhicheng/forms/guide"
	model "zhicheng/forms/office"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// folderKey is the preference for the folder whose applications the start page shows.
const folderKey = "folder"

// overview is the start page from the first application on: the table of all.
type overview struct {
	w        *Window
	table    *office.View    // nil while another page is shown
	measured *store.Measured // nil before the first table
}

// Say returns a text in the language of the window.
func (o *overview) Say(text say.Text) string { return o.w.Say(text) }

// Background runs slow work whatever application is open.
func (o *overview) Background(work func() func()) { o.w.work.RunAnyway(work) }

// Do runs something in the window's goroutine.
func (o *overview) Do(do func()) {
	if o.w.config.AtOnce {
		do()
		return
	}
	fyne.Do(do)
}

// Open opens a file.
func (o *overview) Open(path string) { o.w.files.keepFirst(func() { o.w.files.load(path) }) }

// Begin shows the application of a colleague.
func (o *overview) Begin(a *forms.Applicant) {
	o.w.work.RunAnyway(func() func() {
		entry, err := o.w.files.source().NoticeOf(context.Background(), a)
		return func() {
			if err != nil {
				o.w.asks.Fail(say.F("打不开这个文件"), err, say.F("换一个文件；原来的申报没有动。"))
				return
			}
			o.w.files.keepFirst(func() {
				o.w.entry = entry
				o.w.files.begin(a, forms.StepPlan)
				o.w.frame.remarks(say.F("单位和所在地照抄了同事的，请逐项核对；其余都是空的"))
			})
		}
	})
}

// ChooseFolder and ChooseSave ask for a folder, and for a file to write.
func (o *overview) ChooseFolder(title say.Text, chosen func(string)) {
	o.w.asks.ChooseFolder(title, chosen)
}

// ChooseSave asks for a file to write.
func (o *overview) ChooseSave(title say.Text, name string, chosen func(string)) {
	o.w.asks.ChooseSave(title, name, chosen)
}

// Ask asks a question.
func (o *overview) Ask(title, text say.Text, answers ...office.Answer) {
	buttons := make([]ask.Button, len(answers))
	for i, a := range answers {
		buttons[i] = ask.Button{Words: a.Words, Filled: a.Filled, Tapped: a.Do}
	}
	o.w.asks.Ask(title, look.NewText(o.Say(text), look.Style{}), buttons...)
}

// makeTable makes the table.
func (o *overview) makeTable() *office.View {
	w := o.w
	preferences := w.config.App.Preferences()
	if o.measured == nil {
		o.measured = w.config.Shelf.Measured(w.config.Version)
	}
	return office.New(o, office.Config{
		Reader: model.Reader{
			Notice: w.files.source().NoticeOf, Finder: w.config.Finder, Shelf: w.config.Shelf, Measured: o.measured, Today: forms.DayOf(w.config.Now()),
		},
		Fonts: w.config.Fonts, Spec: w.config.Notice.Photo.Spec, Language: w.words.spoken, Now: w.config.Now,
		Printing: checklist.Printing{Program: w.Say(productName) + " " + w.config.Version},
		Show:     w.lists.openPath, Recent: w.files.recent,
		Folder: preferences.String(folderKey), Keep: func(folder string) { preferences.SetString(folderKey, folder) },
	})
}

// open shows the table.
func (o *overview) open() {
	o.leave()
	o.table = o.makeTable()
	whole := look.NewScroll(container.New(overviewLayout{}, o.head(), o.table.Object(), o.foot()))
	o.w.window.SetContent(container.NewStack(look.NewPanel(look.Ground, look.Clear, 0), whole))
	o.table.Start()
}

// head says by which notice, and offers the ways to an application.
func (o *overview) head() fyne.CanvasObject {
	w, n := o.w, o.w.config.Notice
	lead := say.Join("", say.F("依据 %s。", n.Number), guide.Expired(n, forms.OnDay(forms.DayOf(w.config.Now()))))
	title := look.Cells(look.SmallGap, 0, look.NewText(w.sayf("申报"), look.Style{Size: look.SizeTitle, Bold: true, One: true}),
		look.NewButton(look.Outlined, w.sayf("打开…"), w.files.openFile).WithIcon("open"),
		look.NewButton(look.Filled, w.sayf("新建"), w.files.newFile))
	return look.Column(look.SmallGap, title, look.NewText(w.Say(lead), look.Style{Size: look.SizeNote, Ink: look.Grey}), w.files.leftovers())
}

func (o *overview) foot() fyne.CanvasObject {
	w := o.w
	links := look.Flow(24,
		look.NewButton(look.Link, w.sayf("看一份填好的示例"), w.handbook.openSample),
		look.NewButton(look.Link, w.sayf("只检查照片"), w.files.checkPhoto),
		look.NewButton(look.Link, w.sayf("要准备什么，大约多久"), w.files.tellPreparing),
		look.NewText(w.sayf("填写的内容和照片只在这台电脑上，软件不联网。"), look.Style{Size: look.SizeNote, Ink: look.Grey, One: true}))
	return look.Column(12, look.Rule(), links)
}

// leave stops what the table does; another page comes.
func (o *overview) leave() {
	if o.table != nil {
		o.table.Stop()
		o.table = nil
	}
}

// openFolder shows the applications of a folder.
func (o *overview) openFolder(folder string) {
	o.w.files.keepFirst(func() {
		o.w.config.App.Preferences().SetString(folderKey, folder)
		o.w.files.openStart()
	})
}

// show leaves the application for the table of all.
func (o *overview) show() { o.w.files.keepFirst(o.w.files.openStart) }

// beginColleague begins the application of a colleague: of the row that is chosen in the
// table, or else of the applicant whose application is open.
func (o *overview) beginColleague() {
	if o.table != nil {
		o.table.BeginLikeChosen()
		return
	}
	o.Begin(model.SameUnit(o.w.View()))
}

// overviewLayout gives the table the height that head and foot leave.
type overviewLayout struct{}

// MinSize leaves room for a few rows; a lower window scrolls.
func (overviewLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, leastOverview)
}

// leastOverview and widestOverview are in the toolkit's units.
const (
	leastOverview  float32 = 570
	widestOverview float32 = 1160
)

// Layout leaves a margin at all sides.
func (overviewLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(widestOverview, size.Width-2*page.Margin(size.Width))
	left := (size.Width - width) / 2
	top := min(28, size.Height/24)
	head, foot := look.Height(objects[0], width), look.Height(objects[2], width)
	look.Put(objects[0], fyne.NewPos(left, top), fyne.NewSize(width, head))
	y := top + head + look.Gap
	end := size.Height - foot - look.Gap
	look.Put(objects[1], fyne.NewPos(left, y), fyne.NewSize(width, max(0, end-y-look.SmallGap)))
	look.Put(objects[2], fyne.NewPos(left, end), fyne.NewSize(width, foot))
}
