// Package help is the window beside the program's own: how to use it, the notice word for
// word with a search, the terms, and the keys.
package help

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"zhicheng/app/look"
	"zhicheng/forms/guide"
	"zhicheng/forms/notice"
	"zhicheng/forms/say"
)

// Tab is a page of the window.
type Tab int

// The pages, in their order.
const (
	Manual Tab = iota
	Notice
	Terms
	Keys
)

var titles = []say.Text{Manual: say.F("使用说明"), Notice: say.F("通知原文"), Terms: say.F("名词"), Keys: say.F("快捷键")}

// Key is what keys do.
type Key struct {
	Words say.Text
	Keys  string // as they are printed on the keyboard: Ctrl+S
}

// Content is what the window shows.
type Content struct {
	Notice *notice.Notice
	Trust  say.Text // who vouches for the notice
	Manual string   // Markdown; "" where there is none
	Keys   []Key    // of the menus
	// Language is that of the window, nil for Chinese.
	Language *say.Language
}

// Window is the open window.
type Window struct {
	content Content
	window  fyne.Window
	tab     Tab
	tabs    []*look.Button
	page    *fyne.Container // holds the open tab
	reader  *reader         // of the notice, nil on other tabs
	scroll  *look.Scroll
}

// firstSize is that of the window when it opens.
var firstSize = fyne.NewSize(780, 640)

// Open opens a window at a tab.
func Open(application fyne.App, content Content, tab Tab) *Window {
	w := &Window{content: content, window: application.NewWindow(content.say(say.F("帮助"))), page: container.NewStack()}
	w.window.SetPadded(false)
	w.window.Resize(firstSize)
	row := look.Flow(look.SmallGap)
	for i, title := range titles {
		b := look.NewButton(look.Outlined, content.say(title), func() { w.Show(Tab(i)) })
		w.tabs = append(w.tabs, b)
		row.Add(b)
	}
	w.window.SetContent(container.New(frame{}, look.NewPanel(look.Ground, look.Clear, 0), row, w.page))
	w.window.Canvas().SetOnTypedKey(w.key)
	w.Show(tab)
	w.window.Show()
	return w
}

// Fyne returns the toolkit's window.
func (w *Window) Fyne() fyne.Window { return w.window }

// Close closes the window.
func (w *Window) Close() { w.window.Close() }

// OnClosed has f called when the window is closed.
func (w *Window) OnClosed(f func()) { w.window.SetOnClosed(f) }

// Raise brings the window to the front.
func (w *Window) Raise() { w.window.RequestFocus() }

// Show shows a tab.
func (w *Window) Show(tab Tab) {
	w.tab, w.reader = tab, nil
	for i, b := range w.tabs {
		b.Choose(Tab(i) == tab)
	}
	switch tab {
	case Notice:
		w.reader = newReader(w)
		w.scroll = w.reader.scroll
		w.set(w.reader.object)
		w.window.Canvas().Focus(w.reader.search)
		return
	case Terms:
		w.scrolled(w.terms())
	case Keys:
		w.scrolled(w.keys())
	default:
		w.scrolled(w.manual())
	}
}

func (w *Window) set(o fyne.CanvasObject) {
	w.page.Objects = []fyne.CanvasObject{o}
	w.page.Refresh()
	look.Arrange(w.window.Content())
}

func (w *Window) scrolled(o fyne.CanvasObject) {
	w.scroll = look.NewScroll(container.New(sheet{}, o))
	w.set(w.scroll)
}

// Quote shows a clause of the notice.
func (w *Window) Quote(clause string) {
	w.Show(Notice)
	w.reader.goTo(clause)
}

// Search shows where the notice has some words.
func (w *Window) Search(words string) {
	w.Show(Notice)
	w.reader.search.SetText(words)
}

// key closes the window, or moves what is shown.
func (w *Window) key(e *fyne.KeyEvent) {
	page := w.scroll.Size().Height - 40
	switch e.Name {
	case fyne.KeyEscape:
		w.Close()
	case fyne.KeyPageDown:
		w.moveBy(page)
	case fyne.KeyPageUp:
		w.moveBy(-page)
	case fyne.KeyHome:
		w.scroll.ScrollToTop()
	case fyne.KeyEnd:
		w.scroll.ScrollToBottom()
	}
}

func (w *Window) moveBy(d float32) {
	at := w.scroll.Offset
	at.Y += d
	w.scroll.ScrollToOffset(at)
}

func (c Content) say(text say.Text) string { return text.In(c.Language) }

// terms lists the words with what they mean; a link looks for them in the notice.
func (w *Window) terms() fyne.CanvasObject {
	list := look.Column(14)
	for _, term := range guide.Terms(w.content.Notice) {
		head := look.Row(10, look.NewText(w.content.say(term.Word), look.Style{Bold: true, One: true}))
		if word := term.Word.String(); !term.Own && len(w.content.find(word)) > 0 {
			head.Add(look.NewButton(look.Link, w.content.say(say.F("在通知里找")), func() { w.Search(word) }))
		}
		list.Add(look.Column(2, head, look.NewText(w.content.say(term.Meaning), look.Style{})))
	}
	return list
}

// find returns the clauses that have some words.
func (c Content) find(words string) []string {
	var found []string
	for _, clause := range c.Notice.Clauses() {
		if len(notice.Find(clause.Text, words)) > 0 {
			found = append(found, clause.ID)
		}
	}
	return found
}

// usualKeys are keys that no menu has.
var usualKeys = []Key{
	{say.F("使用说明"), "F1"},
	{say.F("下一个输入框、选项或按钮"), "Tab"},
	{say.F("上一个"), "Shift+Tab"},
	{say.F("选中、按下"), "Space / Enter"},
	{say.F("离开对话框、预览清单、对照填报"), "Esc"},
	{say.F("翻一屏"), "PageUp / PageDown"},
	{say.F("到开头、到末尾"), "Home / End"},
}

// keys lists the keys of the menus, and those that no menu has.
func (w *Window) keys() fyne.CanvasObject {
	list := look.Column(8)
	for _, key := range append(append([]Key{}, w.content.Keys...), usualKeys...) {
		list.Add(look.Cells(look.Gap, 1, look.Wide(190, look.NewText(key.Keys, look.Style{Bold: true, One: true})), look.NewText(w.content.say(key.Words), look.Style{})))
	}
	return list
}

// manual shows how to use the program.
func (w *Window) manual() fyne.CanvasObject {
	if w.content.Manual == "" {
		return look.NewText(w.content.say(say.F("这份程序里没有带使用说明。")), look.Style{Ink: look.Grey})
	}
	return markdown(w.content.Manual)
}

// frame puts the tabs above the page.
type frame struct{}

// MinSize is small: the window is for reading.
func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, 300) }

// Layout puts the ground below everything.
func (frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const margin = 20
	objects[0].Resize(size)
	top := look.Height(objects[1], size.Width-2*margin)
	objects[1].Move(fyne.NewPos(margin, margin))
	objects[1].Resize(fyne.NewSize(size.Width-2*margin, top))
	y := margin + top + look.SmallGap
	objects[2].Move(fyne.NewPos(0, y))
	objects[2].Resize(fyne.NewSize(size.Width, max(0, size.Height-y)))
}

// sheet puts text into the middle of the width, no wider than text is read.
type sheet struct{}

const sheetMargin float32 = 20

func sheetWidth(width float32) float32 { return min(look.TextWidth, max(1, width-2*sheetMargin)) }

// MinSize is as high as the text at the width that it has.
func (s sheet) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := sheetWidth(objects[0].Size().Width + 2*sheetMargin)
	return fyne.NewSize(0, look.Height(objects[0], width)+2*sheetMargin)
}

// HeightAt is the height at a width.
func (s sheet) HeightAt(objects []fyne.CanvasObject, width float32) float32 {
	return look.Height(objects[0], sheetWidth(width)) + 2*sheetMargin
}

// Layout puts the text at the top.
func (s sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := sheetWidth(size.Width)
	objects[0].Move(fyne.NewPos(sheetMargin, sheetMargin))
	objects[0].Resize(fyne.NewSize(width, look.Height(objects[0], width)))
}
