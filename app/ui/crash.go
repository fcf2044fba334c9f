package ui

import (
	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms/say"
)

// TellOfCrash says that an earlier run ended on a bug, and where that is recorded; ""
// for none.
func (w *Window) TellOfCrash(record string) {
	if record == "" {
		return
	}
	content := look.Column(6,
		look.NewText(w.sayf("软件上次出错退出了。填过的内容随填随存，能接着填的都列在开始页上。"), look.Style{}),
		look.NewText(w.sayf("出错的经过记在%s，只在这台电脑上；愿意的话，可以发给软件的作者。", record), look.Style{Size: look.SizeNote, Ink: look.Grey}))
	w.asks.Ask(say.F("上次没有正常退出"), content,
		ask.Button{Words: say.F("看看记录"), Tapped: func() { w.openPath(record) }},
		ask.Button{Words: say.F("知道了"), Filled: true})
}
