package ui

import (
	"path/filepath"
	"strings"

	"zhicheng/app/look"
)

// printList writes the list as a PDF where the applicant says, and opens it.
func (w *Window) printList() {
	w.chooseSave("保存清单", w.suggestedName()+w.Say("自查清单")+".pdf", func(path string) {
		if !strings.EqualFold(filepath.Ext(path), ".pdf") {
			path += ".pdf"
		}
		w.writeList(path, func() {
			w.ask("清单写好了", look.NewText(path, look.Style{}),
				button{words: "关闭"},
				button{words: "打开", filled: true, tapped: func() { w.openPath(path) }})
		})
	})
}

// previewList writes the list into the system's folder for what is passing, and
// opens it.
func (w *Window) previewList() {
	if w.config.TemporaryPDF == nil {
		return
	}
	path, err := w.config.TemporaryPDF()
	if err != nil {
		w.fail("没有写成预览", err, "改用“打印清单”，选一个能写的位置。")
		return
	}
	w.writeList(path, func() { w.openPath(path) })
}

func (w *Window) writeList(path string, then func()) {
	a := w.draft.View()
	busy := w.wait("正在写清单")
	w.background(func() func() {
		err := w.config.Build(a, path)
		return func() {
			busy()
			if err != nil {
				w.fail("没有写成清单", err, "换一个位置再试；文件正被别的程序打开时，先关掉它。")
				return
			}
			then()
		}
	})
}

func (w *Window) openPath(path string) {
	if err := w.config.OpenPath(path); err != nil {
		w.fail("打不开", err, "文件已经写好，可以在文件夹里双击打开。")
	}
}
