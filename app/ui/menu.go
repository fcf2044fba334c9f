package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhicheng/app/look"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// command is something that a menu and keys do.
type command struct {
	words    say.Text
	shortcut fyne.Shortcut
	do       func()
}

func control(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// menu is one menu of the window.
type menu struct {
	title    say.Text
	commands []command
}

// menus are the window's menus with their commands; an empty command is a line
// between others.
func (w *Window) menus() []menu {
	shifted := func(key fyne.KeyName) fyne.Shortcut {
		return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
	}
	pages := []command{
		{say.F("上一步"), control(fyne.KeyPageUp), func() { w.proceed(w.spot().beside(-1)) }},
		{say.F("下一步"), control(fyne.KeyPageDown), func() { w.proceed(w.spot().beside(1)) }},
		{},
	}
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9, fyne.Key0}
	for i, step := range forms.Steps {
		pages = append(pages, command{step.Label(), control(digits[i]), func() { w.turn(step) }})
	}
	return []menu{
		{say.F("文件"), []command{
			{say.F("新建"), control(fyne.KeyN), w.newFile},
			{say.F("打开…"), control(fyne.KeyO), w.openFile},
			{},
			{say.F("保存"), control(fyne.KeyS), w.save},
			{say.F("另存为…"), shifted(fyne.KeyS), w.saveAs},
			{say.F("以前的版本…"), nil, w.showVersions},
			{say.F("换到另一份通知…"), nil, w.moveOn},
			{},
			{say.F("打印清单…"), control(fyne.KeyP), w.printList},
			{say.F("预览清单"), nil, w.previewList},
			{say.F("导出日程…"), nil, func() { saveCalendar(w) }},
			{},
			{quitWords, control(fyne.KeyQ), w.close},
		}},
		{say.F("编辑"), []command{
			{say.F("撤销"), &fyne.ShortcutUndo{}, w.undo},
			{say.F("重做"), &fyne.ShortcutRedo{}, w.redo},
		}},
		{say.F("转到"), pages},
		{say.F("显示"), []command{
			{say.F("跟随系统"), nil, func() { w.appearance(look.System) }},
			{say.F("浅色"), nil, func() { w.appearance(look.Light) }},
			{say.F("深色"), nil, func() { w.appearance(look.Dark) }},
			{},
			{say.F("中文"), nil, func() { w.language("zh") }},
			{say.F("English"), nil, func() { w.language("en") }},
		}},
		{say.F("帮助"), []command{
			{say.F("核对通知包…"), nil, w.checkNotice},
			{},
			{say.F("关于"), nil, w.about},
		}},
	}
}

var quitWords = say.F("退出")

func (w *Window) menu() *fyne.MainMenu {
	bar := &fyne.MainMenu{}
	for _, m := range w.menus() {
		items := make([]*fyne.MenuItem, len(m.commands))
		for i, c := range m.commands {
			items[i] = fyne.NewMenuItemSeparator()
			if !c.words.Empty() {
				items[i] = fyne.NewMenuItem(w.Say(c.words), w.unasked(c.do))
				items[i].Shortcut = c.shortcut
				items[i].IsQuit = c.words.String() == quitWords.String()
			}
		}
		bar.Items = append(bar.Items, fyne.NewMenu(w.Say(m.title), items...))
	}
	return bar
}

// Shortcut does what the keys stand for in the whole window.
func (w *Window) Shortcut(s fyne.Shortcut) bool {
	for _, m := range w.menus() {
		for _, c := range m.commands {
			if c.shortcut != nil && c.shortcut.ShortcutName() == s.ShortcutName() {
				w.unasked(c.do)()
				return true
			}
		}
	}
	return false
}

// unasked does something only while no dialog waits for an answer.
func (w *Window) unasked(do func()) func() {
	return func() {
		if w.window.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// closeUnasked closes the window, unless a dialog waits for an answer.
func (w *Window) closeUnasked() {
	if w.asked() == nil {
		w.close()
	}
}

// edit changes what no single question asks for. It is undone by itself, and undo
// shows the question at path.
func (w *Window) edit(path string, change func(*forms.Applicant)) {
	w.draft.Break()
	w.draft.Edit(path, change)
	w.draft.Break()
}

// undo goes back one edit and shows where.
func (w *Window) undo() {
	if place, ok := w.draft.Undo(); ok {
		w.showChanged(place)
	}
}

func (w *Window) redo() {
	if place, ok := w.draft.Redo(); ok {
		w.showChanged(place)
	}
}

// showChanged goes to what changed, so that nothing changes unseen; the caret stays
// in an input that has the focus.
func (w *Window) showChanged(place string) {
	if w.page.focus().path != place {
		w.GoTo(place)
	}
}

// Keys of the preferences: how the window looks, nothing of an application.
const (
	appearanceKey = "appearance"
	languageKey   = "language"
)

// Appear gives the program the look that was chosen last. Where the system says
// nothing about light and dark, as on many Linux desktops, it is light.
func Appear(application fyne.App) {
	otherwise := look.System
	if runtime.GOOS == "linux" {
		otherwise = look.Light
	}
	mode := application.Preferences().IntWithFallback(appearanceKey, int(otherwise))
	application.Settings().SetTheme(look.New(look.Mode(mode)))
}

func (w *Window) appearance(mode look.Mode) {
	w.config.App.Preferences().SetInt(appearanceKey, int(mode))
	w.config.App.Settings().SetTheme(look.New(mode))
}

// language shows the window in another language and remembers it.
func (w *Window) language(language string) {
	w.config.App.Preferences().SetString(languageKey, language)
	w.Speak(language)
}

func (w *Window) about() {
	text := look.Column(6,
		look.NewText(w.sayf("版本 %s", w.config.Version), look.Style{}),
		look.NewText(w.sayf("只按%s核对：%s。其他年度以当年通知为准。", w.notice().Number, w.sayf("%d年度", w.notice().Year)), look.Style{}),
		w.trust(w.entry),
		look.NewText(w.sayf("填写的内容、照片都只在这台电脑上，软件不联网。结果仅供自查，最终以单位和评审机构审核为准。"), look.Style{}),
		look.NewText(w.sayf("软件按MIT许可证发布；里面用到的字体、数据和开源软件各有自己的许可证。"), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	w.ask(productName, text, button{words: say.F("许可证"), tapped: w.showLicences}, button{words: say.F("知道了"), filled: true})
}

// showLicences shows every licence of what the program is built from.
func (w *Window) showLicences() {
	list := look.Column(look.Gap)
	for _, l := range w.config.Licences {
		list.Add(look.Column(4, look.NewText(l.Name, look.Style{Bold: true}), look.NewText(l.Text, look.Style{Size: look.SizeSmall})))
	}
	w.ask(say.F("许可证"), list, button{words: say.F("关闭"), filled: true})
}
