package ui

import (
	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// traces are what the program keeps on this computer.
type traces struct{ w *Window }

// clear asks, and then removes what the program keeps on this computer besides the
// applicant's own files.
func (t traces) clear() {
	if t.w.config.Shelf == nil {
		t.w.asks.Tell(say.F("清除本机记录"), say.F("这台电脑上没有留下记录。"))
		return
	}
	text := say.F("会删掉：没有存成文件的申报、文件以前的版本、最近打开的列表、打的勾、出错的记录。没有办法恢复。您自己存的申报文件、清单和照片不会动。")
	t.w.asks.Ask(say.F("清除本机记录？"), look.NewText(t.w.Say(text), look.Style{}),
		ask.Button{Words: say.F("取消"), Filled: true},
		ask.Button{Words: say.F("清除"), Tapped: t.clearNow})
}

func (t traces) clearNow() {
	shelf, left := t.w.config.Shelf, t.w.files.left
	preferences := t.w.config.App.Preferences()
	for _, key := range []string{folderKey, pageFileKey, pageStepKey} {
		preferences.RemoveValue(key)
	}
	t.w.overview.measured = nil
	t.w.work.RunAnyway(func() func() {
		dropped := 0
		for _, l := range left.Known() {
			l.Unsaved.Discard()
			left.Taken(l)
			dropped++
		}
		cleared, err := shelf.Clear()
		cleared.Drafts += dropped
		return func() {
			t.w.window.SetMainMenu(t.w.bar.menu())
			if !t.w.started {
				t.w.files.openStart()
			}
			if err != nil {
				t.w.asks.Fail(say.F("没有全部清除"), err, say.F("关掉其他窗口再试一次。"))
				return
			}
			t.w.asks.Tell(say.F("清除了"), clearedText(cleared))
		}
	})
}

// clearedText says what was removed.
func clearedText(c store.Cleared) say.Text {
	text := say.F("删掉了%d份没有存成文件的申报、%d个以前的版本、%d条最近打开、%d份打的勾、%d份出错记录，一共%dKB。您自己存的文件没有动。",
		c.Drafts, c.Versions, c.Recent, c.Ticks, c.Crashes, (c.Bytes+1023)/1024)
	if c.Busy > 0 {
		text = say.Join("", text, say.F("还有%d份正在窗口里填，留着没有删。", c.Busy))
	}
	return text
}
