package ui

import (
	"zhicheng/forms/guide"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// SaveCalendar writes the days as a file that calendars read.
func (w *Window) SaveCalendar() {
	data := guide.Calendar(w.draft.Notice(), w.View(), w.config.Now(), w.words.spoken)
	w.asks.ChooseSave(say.F("导出日程"), w.sayf("%s日程", w.suggestedName())+".ics", func(path string) {
		busy := w.asks.Wait(say.F("正在写日程"))
		w.work.RunAnyway(func() func() {
			err := store.WriteFile(path, data)
			return func() {
				busy()
				if err != nil {
					w.asks.Fail(say.F("没有写成日程"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
					return
				}
				offer(w, say.F("日程写好了"), path)
			}
		})
	})
}
