package ui

import (
	"bytes"

	"zhicheng/app/ask"
	"zhicheng/app/look"
	"zhicheng/forms/checklist"
	"zhicheng/forms/paper"
	"zhicheng/forms/say"
	"zhicheng/forms/store"
)

// SaveReasons writes the page as a PDF where the applicant says, and offers to open it.
func (w *Window) SaveReasons() {
	document := checklist.Refusal(w.View(), w.draft.Report(), w.toPrint().printing)
	w.asks.ChooseSave(say.F("存一页说明"), w.sayf("%s不能申报的说明", w.suggestedName())+".pdf", func(path string) {
		w.work.RunAnyway(func() func() {
			err := w.writeDocument(path, document)
			return func() {
				if err != nil {
					w.asks.Fail(say.F("没有写成说明"), err, say.F("换一个位置再试；文件正被别的程序打开时，先关掉它。"))
					return
				}
				w.asks.Ask(say.F("说明写好了"), look.NewText(path, look.Style{}),
					ask.Button{Words: say.F("关闭")},
					ask.Button{Words: say.F("打开"), Filled: true, Tapped: func() { w.openPath(path) }})
			}
		})
	})
}

func (w *Window) writeDocument(path string, document *paper.Document) error {
	fonts, err := w.config.Fonts()
	if err != nil {
		return say.Errorf("准备字体：%w", err)
	}
	var data bytes.Buffer
	if err := paper.Compose(document, fonts).WritePDF(&data); err != nil {
		return say.Errorf("排说明：%w", err)
	}
	return store.WriteFile(path, data.Bytes())
}
