// Package office is the table of many applications: those of a folder, or the ones that
// were open last, with what can be done for all of them. Nothing is read before it is
// shown; the rows fill in as their files are read beside the window.
package office

import (
	"context"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/checklist"
	model "zhicheng/forms/office"
	"zhicheng/forms/paper"
	"zhicheng/forms/photo"
	"zhicheng/forms/say"
)

// Host is the window around the table.
type Host interface {
	// Say returns a text in the language of the window.
	Say(text say.Text) string
	// Background runs slow work beside the window, and what it returns in the window's own
	// goroutine.
	Background(work func() func())
	// Do runs something in the window's goroutine, from another one.
	Do(do func())
	// Open opens an application's file, and Begin shows an application that has none.
	Open(path string)
	Begin(a *forms.Applicant)
	// ChooseFolder and ChooseSave ask for a folder, and for a file to write.
	ChooseFolder(title say.Text, chosen func(folder string))
	ChooseSave(title say.Text, name string, chosen func(path string))
	// Ask asks a question; an answer may do nothing.
	Ask(title, text say.Text, answers ...Answer)
}

// Answer is one answer of a question; the filled one has the focus.
type Answer struct {
	Words  say.Text
	Filled bool
	Do     func()
}

// Config is what the table needs besides its window.
type Config struct {
	Reader   model.Reader
	Fonts    func() (*paper.Fonts, error)
	Spec     photo.Spec // of ID photos
	Printing checklist.Printing
	Language *say.Language // of tables and lists, nil for Chinese
	// Show shows a folder in the system's own window.
	Show func(folder string)
	Now  func() time.Time
	// Recent are the files that were open last; no disk is asked for them.
	Recent func() []string
	// Folder is the folder that was shown last, "" for the recent files, and Keep is told
	// of another one.
	Folder string
	Keep   func(folder string)
}

// View is the table with what is above and below it.
type View struct {
	host   Host
	config Config

	folder string // "" for the recent files
	rows   []model.Row
	left   int // files of the folder that are not listed
	order  model.Order
	stop   context.CancelFunc // of what is under way, nil where nothing is

	table    *table
	place    *look.Text // the folder and how many files there are
	recent   *look.Button
	sorts    map[model.Order]*look.Button
	progress *look.Text
	stopping *look.Button
	chosen   *look.Text // what is to be said of the chosen row
	actions  []*look.Button
	object   *fyne.Container
}

// New makes the table; it is empty until [View.Start].
func New(host Host, config Config) *View {
	v := &View{host: host, config: config, folder: config.Folder, order: model.ByChanged}
	v.place = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	v.progress = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey, One: true})
	v.chosen = look.NewText("", look.Style{Size: look.SizeNote, Ink: look.Grey})
	v.table = newTable(v)
	v.object = v.build()
	v.showProgress(say.Text{})
	return v
}

// Object returns what the window shows.
func (v *View) Object() fyne.CanvasObject { return v.object }

// Focus puts the keys on the table.
func (v *View) Focus(c fyne.Canvas) { c.Focus(v.table) }

// Rows returns the rows in their order.
func (v *View) Rows() []model.Row { return slices.Clone(v.rows) }

// Chosen returns the chosen row.
func (v *View) Chosen() (row model.Row, ok bool) {
	if v.table.chosen >= len(v.rows) {
		return model.Row{}, false
	}
	return v.rows[v.table.chosen], true
}

// Start lists the files and begins to read them.
func (v *View) Start() { v.list() }

// Stop ends what is under way.
func (v *View) Stop() {
	if v.stop != nil {
		v.stop()
		v.stop = nil
	}
}

// ShowFolder shows another folder, and Recent the files that were open last.
func (v *View) ShowFolder(folder string) {
	v.folder = folder
	v.config.Keep(folder)
	v.list()
}

// ShowRecent shows the files that were open last.
func (v *View) ShowRecent() { v.ShowFolder("") }

// list lists the files anew, beside the window: a folder may be on a slow disk.
func (v *View) list() {
	v.Stop()
	folder, recent := v.folder, v.config.Recent()
	show(v.recent, folder != "")
	if folder == "" {
		v.take(model.Listed(recent), 0)
		v.check()
		return
	}
	v.take(nil, 0)
	v.showProgress(say.F("正在看文件夹"))
	v.host.Background(func() func() {
		rows, left, err := model.Files(folder)
		return func() {
			if v.folder != folder { // another one was chosen meanwhile
				return
			}
			v.showProgress(say.Text{})
			if err != nil {
				v.place.Set(v.host.Say(say.Of(err)))
				look.Arrange(v.object)
				return
			}
			v.take(rows, left)
			v.check()
		}
	})
}

// take shows other rows.
func (v *View) take(rows []model.Row, left int) {
	v.rows, v.left, v.table.chosen = rows, left, 0
	v.table.scroll.ScrollToTop()
	v.sort()
}

// check reads all files again.
func (v *View) check() {
	v.Stop()
	ctx, stop := context.WithCancel(context.Background())
	v.stop = stop
	rows, reader := slices.Clone(v.rows), v.config.Reader
	c := &collector{v: v, ctx: ctx, total: len(rows)}
	if len(rows) > 0 {
		v.showProgress(say.F("正在看，%d／%d", 0, len(rows)))
	}
	v.host.Background(func() func() {
		reader.Read(ctx, rows, func(_ int, row model.Row) { c.add(row) })
		return func() {
			c.show()
			if ctx.Err() == nil {
				v.stop = nil
				v.sort()
				v.showProgress(say.Text{})
			}
		}
	})
}

// collector takes the rows that were read to the window, many at a time.
type collector struct {
	v     *View
	ctx   context.Context
	total int

	mu    sync.Mutex
	rows  map[string]model.Row // by path
	whole int                  // rows that will not be told again
	asked bool                 // the window was asked to show what came
}

// add is called from the reader's goroutines.
func (c *collector) add(row model.Row) {
	c.mu.Lock()
	if c.rows == nil {
		c.rows = map[string]model.Row{}
	}
	c.rows[row.Path] = row
	if !row.Unmeasured {
		c.whole++
	}
	asked := c.asked
	c.asked = true
	c.mu.Unlock()
	if !asked {
		c.v.host.Do(c.show)
	}
}

// show shows what came since the last time.
func (c *collector) show() {
	c.mu.Lock()
	rows, whole := c.rows, c.whole
	c.rows, c.asked = nil, false
	c.mu.Unlock()
	if c.ctx.Err() != nil || len(rows) == 0 {
		return
	}
	for i, row := range c.v.rows {
		if read, ok := rows[row.Path]; ok {
			c.v.rows[i] = read
		}
	}
	c.v.table.update()
	c.v.showChosen()
	c.v.showProgress(say.F("正在看，%d／%d", whole, c.total))
}

// sort puts the rows in order; the chosen one stays chosen.
func (v *View) sort() {
	chosen, ok := v.Chosen()
	model.Sort(v.rows, v.order)
	if ok {
		v.table.chosen = max(0, slices.IndexFunc(v.rows, func(r model.Row) bool { return r.Path == chosen.Path }))
	}
	for by, b := range v.sorts {
		icon := ""
		if by == v.order {
			icon = "down"
		}
		b.WithArrow(icon)
	}
	v.table.update()
	v.showPlace()
	v.showChosen()
}

func (v *View) showPlace() {
	where := say.F("最近打开的（%d份）", len(v.rows))
	if v.folder != "" {
		where = say.F("%s（%d份）", v.folder, len(v.rows))
	}
	if v.left > 0 {
		where = say.Join("；", where, say.F("还有%d份没有列出来", v.left))
	}
	v.place.Set(v.host.Say(where))
	for _, b := range v.actions {
		b.Enable(len(v.rows) > 0)
	}
	look.Arrange(v.object)
}

// showChosen says of the chosen row what has no room in it.
func (v *View) showChosen() {
	row, ok := v.Chosen()
	text := say.Text{}
	switch {
	case !ok && v.folder == "":
		text = say.F("这里列出最近打开的申报；也可以看一个文件夹里的全部申报。")
	case !ok:
		text = say.F("这个文件夹里没有申报文件（.zcapp）。")
	case !row.Trouble.Empty():
		text = say.Join("：", say.Typed(filepath.Base(row.Path)), row.Trouble)
	case row.Usable():
		text = say.Join("：", say.Typed(filepath.Base(row.Path)), say.Join("。", row.Verdict, row.Trust))
	}
	v.chosen.Set(v.host.Say(text))
	look.Arrange(v.object)
}

// showProgress says what is under way; nothing for an empty text.
func (v *View) showProgress(text say.Text) {
	v.progress.Set(v.host.Say(text))
	show(v.stopping, !text.Empty())
	look.Arrange(v.object)
}

// open opens a row's file.
func (v *View) open(i int) {
	if i < len(v.rows) {
		v.host.Open(v.rows[i].Path)
	}
}

// gap is between the parts of the view.
const gap = look.SmallGap

// build puts the parts together: place, table, what is said of the chosen row, buttons.
func (v *View) build() *fyne.Container {
	link := func(words say.Text, do func()) *look.Button { return look.NewButton(look.Link, v.host.Say(words), do) }
	v.recent = link(say.F("看最近打开的"), v.ShowRecent)
	v.stopping = link(say.F("停下"), v.interrupt)
	head := look.Cells(look.Gap, 0, v.place, v.progress, v.stopping, v.recent, link(say.F("换文件夹…"), v.chooseFolder))
	heads := container.New(headLayout{v}, v.heads()...)
	card := look.Backed(look.NewPanel(look.Paper, look.Line, 8), container.New(tableLayout{}, heads, look.Rule(), v.table))
	return container.New(viewLayout{}, head, card, v.chosen, v.buttons())
}

// heads are the titles of the columns; those by which the rows can be sorted are links.
func (v *View) heads() []fyne.CanvasObject {
	v.sorts = map[model.Order]*look.Button{}
	sort := func(words say.Text, by model.Order) fyne.CanvasObject {
		b := look.NewButton(look.Link, v.host.Say(words), func() { v.order = by; v.sort() })
		v.sorts[by] = b
		return b
	}
	return []fyne.CanvasObject{
		columnName:    sort(say.F("姓名"), model.ByName),
		columnPlan:    look.NewText(v.host.Say(say.F("评审计划")), look.Style{Size: look.SizeNote, Ink: look.Grey, One: true}),
		columnState:   sort(say.F("情况"), model.ByOutcome),
		columnNext:    sort(say.F("下一件事"), model.ByNext),
		columnChanged: sort(say.F("改动"), model.ByChanged),
	}
}
