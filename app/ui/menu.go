package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"zhicheng/app/ask"
	"zhicheng/app/help"
	"zhicheng/app/look"
	"zhicheng/app/page"
	"zhicheng/forms"
	"zhicheng/forms/say"
)

// command is something that a menu and keys do.
type command struct {
	words    say.Text
	shortcut fyne.Shortcut
	do       func()
	ticked   bool // it is what is so now
	// under are the commands of the menu that opens beside it, nil for none.
	under func() []command
}

func control(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// menu is one menu of the window.
type menu struct {
	title    say.Text
	commands []command
}

// menus are the window's menus.
type menus struct{ w *Window }

// menus are the window's menus with their commands; an empty command is a line
// between others.
func (b *menus) menus() []menu {
	return []menu{
		{say.F("文件"), b.fileCommands()},
		{say.F("编辑"), b.editCommands()},
		{say.F("转到"), b.pageCommands()},
		{say.F("显示"), b.viewCommands()},
		{say.F("帮助"), b.helpCommands()},
	}
}

func shifted(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func (b *menus) fileCommands() []command {
	return []command{
		{words: say.F("新建"), shortcut: control(fyne.KeyN), do: b.w.files.newFile},
		{words: say.F("打开…"), shortcut: control(fyne.KeyO), do: b.w.files.openFile},
		{words: say.F("最近打开"), under: b.recentCommands},
		{words: say.F("申报一览"), shortcut: shifted(fyne.KeyO), do: b.w.overview.show},
		{words: say.F("新建同单位的申报"), shortcut: shifted(fyne.KeyN), do: b.w.overview.beginColleague},
		{},
		{words: say.F("保存"), shortcut: control(fyne.KeyS), do: b.w.keep.save},
		{words: say.F("另存为…"), shortcut: shifted(fyne.KeyS), do: b.w.keep.saveAs},
		{words: say.F("以前的版本…"), do: b.w.keep.showVersions},
		{words: say.F("换到另一份通知…"), do: moving{b.w}.moveOn},
		{},
		{words: say.F("打印清单…"), shortcut: control(fyne.KeyP), do: b.w.lists.PrintList},
		{words: say.F("预览清单"), do: func() { b.w.Go(page.StepPreview) }},
		{words: say.F("导出日程…"), do: b.w.lists.SaveCalendar},
		{},
		{words: say.F("清除本机记录…"), do: traces{b.w}.clear},
		{},
		{words: quitWords, shortcut: control(fyne.KeyQ), do: b.w.keep.close},
	}
}

func (b *menus) editCommands() []command {
	board := b.w.config.App.Clipboard()
	return []command{
		{words: say.F("撤销"), shortcut: &fyne.ShortcutUndo{}, do: b.w.Undo},
		{words: say.F("重做"), shortcut: &fyne.ShortcutRedo{}, do: b.w.redo},
		{},
		{words: say.F("剪切"), do: func() { b.clip(&fyne.ShortcutCut{Clipboard: board}) }},
		{words: say.F("复制"), do: func() { b.clip(&fyne.ShortcutCopy{Clipboard: board}) }},
		{words: say.F("粘贴"), do: func() { b.clip(&fyne.ShortcutPaste{Clipboard: board}) }},
		{words: say.F("全选"), do: func() { b.clip(&fyne.ShortcutSelectAll{}) }},
	}
}

func (b *menus) pageCommands() []command {
	pages := []command{
		{words: say.F("上一步"), shortcut: control(fyne.KeyPageUp), do: func() { b.w.room.Proceed(b.w.room.Beside(b.w.room.Spot(), -1)) }},
		{words: say.F("下一步"), shortcut: control(fyne.KeyPageDown), do: func() { b.w.room.Proceed(b.w.room.Beside(b.w.room.Spot(), 1)) }},
		{},
	}
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	for i, step := range forms.Pages {
		pages = append(pages, command{words: step.Label(), shortcut: control(digits[i]), do: func() { b.w.room.Proceed(page.Spot{Step: step}) }})
	}
	return pages
}

func (b *menus) viewCommands() []command {
	mode := func(words say.Text, mode look.Mode) command {
		return command{words: words, do: func() { b.appearance(mode) }, ticked: appearanceOf(b.w.config.App) == mode}
	}
	return append([]command{
		mode(say.F("跟随系统"), look.System),
		mode(say.F("浅色"), look.Light),
		mode(say.F("深色"), look.Dark),
		{},
		{words: say.F("中文"), do: func() { b.language("zh") }, ticked: b.w.words.spoken == nil},
		{words: say.F("English"), do: func() { b.language("en") }, ticked: b.w.words.spoken != nil},
		{},
	}, b.zoomCommands()...)
}

func (b *menus) helpCommands() []command {
	return []command{
		{words: say.F("使用说明"), do: func() { b.w.handbook.open(help.Manual) }},
		{words: say.F("通知原文"), shortcut: control(fyne.KeyF), do: func() { b.w.handbook.open(help.Notice) }},
		{words: say.F("名词"), do: func() { b.w.handbook.open(help.Terms) }},
		{words: say.F("快捷键"), do: func() { b.w.handbook.open(help.Keys) }},
		{words: say.F("看一份填好的示例"), do: b.w.handbook.openSample},
		{},
		{words: say.F("对照官网原文…"), do: b.w.notices.compareOfficial},
		{words: say.F("核对通知包…"), do: b.w.notices.checkNotice},
		{},
		{words: say.F("关于"), do: b.about},
	}
}

var quitWords = say.F("退出")

func (b *menus) menu() *fyne.MainMenu {
	bar := &fyne.MainMenu{}
	for _, m := range b.menus() {
		bar.Items = append(bar.Items, fyne.NewMenu(b.w.Say(m.title), b.items(m.commands)...))
	}
	return bar
}

// items are the lines of a menu.
func (b *menus) items(commands []command) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(commands))
	for i, c := range commands {
		items[i] = fyne.NewMenuItemSeparator()
		if c.words.Empty() {
			continue
		}
		items[i] = fyne.NewMenuItem(b.w.Say(c.words), nil)
		items[i].Shortcut = c.shortcut
		items[i].Checked = c.ticked
		items[i].IsQuit = c.words.String() == quitWords.String()
		if c.under == nil {
			items[i].Action = b.unasked(c.do)
			continue
		}
		below := b.items(c.under())
		items[i].ChildMenu, items[i].Disabled = fyne.NewMenu("", below...), len(below) == 0
	}
	return items
}

// recentCommands open the files that were open last.
func (b *menus) recentCommands() []command {
	var commands []command
	for _, path := range b.w.files.recent() {
		commands = append(commands, command{words: say.Typed(shortPath(path)), do: func() { b.w.files.keepFirst(func() { b.w.files.load(path) }) }})
	}
	return commands
}

// unasked does something only while no dialog waits for an answer.
func (b *menus) unasked(do func()) func() {
	return func() {
		if b.w.window.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// closeUnasked closes the window, unless a dialog waits for an answer.
func (b *menus) closeUnasked() {
	if b.w.asks.Open() == nil {
		b.w.keep.close()
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
	application.Settings().SetTheme(look.New(appearanceOf(application)))
}

// appearanceOf returns the look that was chosen last.
func appearanceOf(application fyne.App) look.Mode {
	otherwise := look.System
	if runtime.GOOS == "linux" {
		otherwise = look.Light
	}
	return look.Mode(application.Preferences().IntWithFallback(appearanceKey, int(otherwise)))
}

// clip cuts, copies, pastes or selects in the input that had the focus last: the menu
// takes the focus away. Without one, what is pasted is a photo.
func (b *menus) clip(s fyne.Shortcut) {
	e := b.w.room.TypedIn()
	if e == nil {
		if _, paste := s.(*fyne.ShortcutPaste); paste {
			b.w.pastePhoto()
		}
		return
	}
	b.w.window.Canvas().Focus(e)
	e.TypedShortcut(s)
}

func (b *menus) appearance(mode look.Mode) {
	b.w.config.App.Preferences().SetInt(appearanceKey, int(mode))
	b.w.config.App.Settings().SetTheme(look.New(mode))
	b.w.window.SetMainMenu(b.menu()) // another one is ticked
}

// language shows the window in another language and remembers it.
func (b *menus) language(language string) {
	b.w.config.App.Preferences().SetString(languageKey, language)
	b.w.Speak(language)
}

func (b *menus) about() {
	text := look.Column(6,
		look.NewText(b.w.sayf("版本 %s", b.w.config.Version), look.Style{}),
		look.NewText(b.w.sayf("只按%s核对：%s。其他年度以当年通知为准。", b.w.notice().Number, b.w.sayf("%d年度", b.w.notice().Year)), look.Style{}),
		b.w.notices.trust(b.w.entry),
		look.NewText(b.w.sayf("填写的内容、照片都只在这台电脑上，软件不联网。结果仅供自查，最终以单位和评审机构审核为准。"), look.Style{}),
		look.NewText(b.w.sayf("软件按MIT许可证发布；里面用到的字体、数据和开源软件各有自己的许可证。"), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	b.w.asks.Ask(productName, text, ask.Button{Words: say.F("许可证"), Tapped: b.showLicences}, ask.Button{Words: say.F("知道了"), Filled: true})
}

// showLicences shows every licence of what the program is built from.
func (b *menus) showLicences() {
	list := look.Column(look.Gap)
	for _, l := range b.w.config.Licences {
		list.Add(look.Column(4, look.NewText(l.Name, look.Style{Bold: true}), look.NewText(l.Text, look.Style{Size: look.SizeSmall})))
	}
	b.w.asks.Ask(say.F("许可证"), list, ask.Button{Words: say.F("关闭"), Filled: true})
}
